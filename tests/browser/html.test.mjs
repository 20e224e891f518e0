// The built site as files: valid HTML, and no link that leads nowhere.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { files, site } from './support.mjs';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Ids are clause numbers: `7.1`, `bijlage-1/1.C`. HTML allows any id without white space.
    'valid-id': 'off',
    // Written as the mock has them; both forms are valid HTML.
    'doctype-style': 'off',
    'void-style': 'off',
    'attr-quotes': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // Numbers and dates of contracts are not telephone numbers.
    'tel-non-breaking': 'off',
    // A list of plain items keeps its role in every browser when it is styled.
    'no-redundant-role': 'off',
  },
});

const html = (await files(site)).filter((path) => path.endsWith('.html'));

test('every page is valid HTML', async () => {
  const faults = [];
  for (const path of html) {
    const report = await validator.validateString(await readFile(join(site, path), 'utf8'));
    for (const { messages } of report.results) {
      faults.push(...messages.filter((message) => message.severity === 2).map((message) => `${path}:${message.line}:${message.column} ${message.ruleId}: ${message.message}`));
    }
  }
  assert.deepEqual(faults.slice(0, 20), []);
});

const attribute = (name) => new RegExp(`\\s${name}="([^"]*)"`, 'g');
const decode = (text) => text.replaceAll('&amp;', '&').replaceAll('&#x2F;', '/').replaceAll('&quot;', '"');

test('every link within the site leads to a page and to a place on it', async () => {
  const text = new Map();
  for (const path of html) text.set(path, await readFile(join(site, path), 'utf8'));
  const all = new Set(await files(site));
  const ids = new Map([...text].map(([path, page]) => [path, new Set([...page.matchAll(attribute('id'))].map((found) => decode(found[1])))]));
  const dead = [];
  for (const [path, page] of text) {
    const here = new URL(path.replace(/index\.html$/, ''), 'https://trust.example.org/');
    for (const found of [...page.matchAll(attribute('href')), ...page.matchAll(attribute('src')), ...page.matchAll(attribute('action'))]) {
      const to = new URL(decode(found[1]), here);
      if (to.origin !== here.origin) continue;
      const inner = decodeURIComponent(to.pathname.slice(1));
      const file = inner === '' || inner.endsWith('/') ? `${inner}index.html` : inner;
      if (!all.has(file)) dead.push(`${path}: ${found[1]}`);
      else if (to.hash && file.endsWith('.html') && !ids.get(file).has(decodeURIComponent(to.hash.slice(1)))) dead.push(`${path}: ${found[1]} (no such place)`);
    }
  }
  assert.deepEqual(dead.slice(0, 20), []);
});

test('every page says its language, has one heading of the first rank, and links to its twin, which links back', async () => {
  const faults = [];
  for (const path of html.filter((path) => /^(nl|en)\//.test(path))) {
    const page = await readFile(join(site, path), 'utf8');
    const language = path.slice(0, 2);
    if (!page.includes(`<html lang="${language}"`)) faults.push(`${path}: no lang`);
    if ((page.match(/<h1[\s>]/g) ?? []).length !== 1) faults.push(`${path}: not one h1`);
    const twin = path.replace(/^../, language === 'nl' ? 'en' : 'nl');
    const address = twin.replace(/index\.html$/, '');
    if (!html.includes(twin)) faults.push(`${path}: no twin`);
    else if (!page.includes(`hreflang="${address.slice(0, 2)}" href="https://trust.example.org/${address}"`)) faults.push(`${path}: no hreflang to its twin`);
  }
  assert.deepEqual(faults.slice(0, 20), []);
});

test('nothing is styled or scripted inline', async () => {
  for (const path of html) {
    const page = await readFile(join(site, path), 'utf8');
    assert.doesNotMatch(page, /\sstyle="/, path);
    assert.doesNotMatch(page, /\son[a-z]+="/, path);
    assert.doesNotMatch(page, /<script(?![^>]*(\ssrc=|application\/ld\+json))/, path);
  }
});
