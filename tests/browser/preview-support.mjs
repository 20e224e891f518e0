// What the tests of the preview share: a running one, and what is said over its pages.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, open } from './support.mjs';

/** What a running command says, and the address that it gives. */
export async function running(args) {
  const server = spawn(command, ['serve', ...args, '--port', '0', '--language', 'en'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said = [];
  const url = await new Promise((resolve, reject) => {
    server.stderr.on('data', (data) => { said.push(String(data)); const found = said.join('').match(/http:\/\/\S+/); if (found) resolve(found[0]); });
    server.on('exit', () => reject(new Error(`the preview ended: ${said.join('')}`)));
  });
  return { server, url, said: () => said.join('') };
}

/** Ends it as a system does, at once and in peace. */
export async function end(server) {
  const ended = new Promise((resolve) => server.on('exit', (status) => resolve(status)));
  server.kill('SIGTERM');
  assert.equal(await ended, 0, 'it ends at once and in peace');
}

/** A new site and its preview, which ends with the test. */
export async function preview(act, args = []) {
  const folder = await mkdtemp(join(tmpdir(), 'clausewerk-preview-'));
  const site = join(folder, 'site');
  assert.equal(spawnSync(command, ['init', site]).status, 0);
  let server;
  try {
    const run = await running(['--root', site, ...args]);
    server = run.server;
    await act(run.url, site, run.said);
    await end(server);
  } finally {
    server?.kill('SIGKILL');
    await rm(folder, { recursive: true });
  }
}

export const chapter = 'content/vendors/voorbeeld/processing-agreement/nl.md';
export const address = 'nl/vendors/voorbeeld/processing-agreement/';

/** A page of the preview in a browser of its own; `complaints` must be empty in the end but for those expected. */
export async function shown(chromium, url, path = address) {
  const complaints = [];
  const page = await open(await chromium.newContext({ locale: 'nl-NL' }), complaints);
  await page.goto(url + path);
  return { page, complaints };
}

/** What is said over the page; empty where nothing is. */
export const over = (page) => page.evaluate(() => {
  const panel = document.querySelector('clausewerk-preview')?.shadowRoot.querySelector('section');
  return panel && !panel.hidden ? panel.innerText : '';
});
export const isOver = (page, words) => page.waitForFunction((wanted) => {
  const panel = document.querySelector('clausewerk-preview')?.shadowRoot.querySelector('section');
  return panel && (wanted ? !panel.hidden && panel.innerText.includes(wanted) : panel.hidden);
}, words);
export const says = (page, id, words) => page.waitForFunction(([id, words]) => document.getElementById(id)?.innerText.includes(words), [id, words]);
