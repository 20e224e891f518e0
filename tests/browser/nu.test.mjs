// The W3C's Nu validator over every page, style sheet and picture of every site: one process for all.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { files, sites } from './support.mjs';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

// What the validator's knowledge of CSS lacks, to the letter: container queries (CSS Containment, level 3).
const unknown = new Set([
  'CSS: Unrecognized at-rule “@container”',
  'CSS: “container”: Property “container” doesn\'t exist.',
  'CSS: “container-type”: Property “container-type” doesn\'t exist.',
]);

// Warnings that are matters of taste: the heading of an agreement is the page's own, above its contents.
const taste = new Set(['Article lacks heading. Consider using “h2”-“h6” elements to add identifying headings to all articles.']);

// Of a file it does not know the origin that 'self' stands for, and a block of data is no script: what the policy stops is seen in
// Chromium, where every test fails on a breach.
const isOfThePolicy = ({ message, extract }) => /^Resource violates Content Security Policy \(meta tag\): (external|image) /.test(message) || (/^Inline script violates Content Security Policy \(meta tag\)/.test(message) && /type="?application\/ld\+json/.test(extract));

/** The errors and warnings about files, each with its place. */
const validate = (paths) => new Promise((resolve, reject) => {
  execFile('java', ['-Xss4m', '-jar', jar, '--also-check-css', '--also-check-svg', '--format', 'json', '--exit-zero-always', '--stdout', ...paths], { maxBuffer: 64 << 20, timeout: 240_000 }, (error, said) => {
    if (error) reject(error);
    else resolve(JSON.parse(said).messages);
  });
});

test('the Nu validator finds nothing in any page, style sheet or picture', { timeout: 300_000 }, async () => {
  const paths = [];
  for (const [name, folder] of sites) {
    // Of the site for the owner's own people only what no other site has.
    const isShown = (path) => name !== 'internal' || path.includes('/compare/playbook/');
    paths.push(...(await files(folder)).filter((path) => /\.(html|css|svg)$/.test(path) && isShown(path)).map((path) => join(folder, path)));
  }
  assert.ok(paths.length > 0);
  const messages = await validate(paths);
  const faults = messages.filter((found) => !unknown.has(found.message) && !taste.has(found.message) && !isOfThePolicy(found)).map(({ type, subType, url, lastLine, message, extract }) => `${subType ?? type} ${new URL(url).pathname}:${lastLine} ${message} ${extract?.slice(0, 120)}`);
  assert.deepEqual(faults.slice(0, 20), []);
  // An exception that is no longer needed goes.
  for (const message of unknown) assert.ok(messages.some((found) => found.message === message), `no longer said: ${message}`);
});

test('the validator is at work: it finds what is wrong', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clausewerk-nu-'));
  await writeFile(join(folder, 'page.html'), '<!doctype html><html lang="nl"><title>t</title><p><ul></ul></p>');
  await writeFile(join(folder, 'style.css'), 'p { colour: red; }');
  await writeFile(join(folder, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><wrong/></svg>');
  const messages = await validate(['page.html', 'style.css', 'mark.svg'].map((name) => join(folder, name)));
  await rm(folder, { recursive: true });
  for (const name of ['page.html', 'style.css', 'mark.svg']) assert.ok(messages.some(({ type, url }) => type === 'error' && url.endsWith(name)), name);
});
