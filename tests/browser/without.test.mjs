// What the site does without: scripts, storage, anyone else's server.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { files, kindsOf, onEach, open, overSites, representatives } from './support.mjs';

const each = overSites(test, before, after);

/** The text of a page that is shown, by text node. Controls are no text, nor what says that there are no scripts, nor how long it is until a day that is named. */
const words = (page) => page.evaluate(() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const owner = text.parentElement;
    if (owner.closest('button, form, fieldset, select, noscript, template, script, .copy, [role="status"], [aria-live], [popover], .days-left')) continue;
    // What is folded away is there for who unfolds it, with or without scripts.
    const folded = owner.closest('details:not([open])');
    if (text.data.trim() && (folded ?? owner).checkVisibility({ visibilityProperty: true })) found.push(text.data.trim().replace(/\s+/g, ' '));
  }
  return found;
});

each('everything that is text can be read with scripts off', async (on) => {
  const pages = await representatives(on.folder);
  const shown = new Map();
  for (const javaScriptEnabled of [true, false]) {
    await onEach(on, pages, { javaScriptEnabled }, async (page, { path }) => { shown.set(`${path} ${javaScriptEnabled}`, await words(page)); });
  }
  const missing = [];
  for (const { path, kind } of pages) {
    const [scripted, plain] = [shown.get(`${path} true`), shown.get(`${path} false`)];
    assert.ok(plain.join(' ').length > 100, `/${path} (${kind}) says something`);
    // Both ways: scripts add no text either, save controls.
    for (const [some, others, what] of [[scripted, plain, 'only with scripts'], [plain, scripted, 'only without']]) {
      const left = [...others];
      for (const text of some) {
        const place = left.indexOf(text);
        if (place < 0) missing.push(`/${path}: “${text.slice(0, 80)}” ${what}`);
        else left.splice(place, 1);
      }
    }
  }
  assert.deepEqual(missing, []);
});

/** Everything that a browser can keep for a site. */
const kept = async (page, context) => ({
  cookies: await context.cookies(),
  ...await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookie: document.cookie,
  })),
});
const nothing = { cookies: [], local: {}, session: {}, databases: [], caches: [], workers: 0, cookie: '' };

each('nothing is kept of a visit, and nobody else is asked for anything', async ({ folder, url, chromium }) => {
  const context = await chromium.newContext({ locale: 'de-DE' });
  const complaints = [];
  const page = await open(context, complaints);
  for (const { path, kind } of await representatives(folder, 1)) {
    await page.goto(url + path);
    await page.evaluate(() => { document.querySelectorAll('details').forEach((box) => { box.open = true; }); scrollTo(0, document.body.scrollHeight); });
    if (kind === 'search') {
      await page.goto(`${url}${path}?q=audit`);
      await page.waitForFunction(() => document.querySelector('.results').ariaBusy === 'false');
      // Who leaves while the other language is looked up breaks that off, which the engine complains of.
      await page.waitForLoadState('networkidle');
    }
  }
  assert.deepEqual(await kept(page, context), nothing);
  await page.goto(`${url}nl/`);
  await page.locator('.theme-choice [value="dark"]').check();
  assert.deepEqual(await kept(page, context), { ...nothing, local: { theme: 'dark' } }, 'a choice of theme is kept, and that alone');
  await page.goto(`${url}en/`);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
  await page.locator('.theme-choice [value="auto"]').check();
  assert.deepEqual(await kept(page, context), nothing, 'and gone once it is taken back');
  await context.close();
  assert.deepEqual(complaints, []);
});

each('no file of the site loads anything from elsewhere', async ({ folder }) => {
  const foreign = [];
  for (const { path } of await kindsOf(folder)) {
    const text = await readFile(join(folder, path.endsWith('.html') ? path : `${path}index.html`), 'utf8');
    // What a browser loads by itself: anything with a source, and links that are no mere addresses.
    const loads = [...text.matchAll(/<(?:script|img|iframe|source|video|audio|embed|object|input|image|use)\b[^>]*\s(?:src|srcset|data|href)="([^"]*)"/g), ...text.matchAll(/<link\b(?![^>]*rel="(?:canonical|alternate)")[^>]*\shref="([^"]*)"/g)];
    foreign.push(...loads.filter(([, address]) => /^(?:[a-z]+:)?\/\//i.test(address.replaceAll('&#x2F;', '/'))).map(([tag]) => `/${path}: ${tag}`));
  }
  for (const file of (await files(folder)).filter((name) => /\.(css|svg)$/.test(name))) {
    const text = await readFile(join(folder, file), 'utf8');
    foreign.push(...[...text.matchAll(/(?:url\(|@import|(?:xlink:)?href=)\s*["']?\s*(?:[a-z]+:)?\/\/[^)"']*/gi)].map(([found]) => `${file}: ${found}`));
  }
  assert.deepEqual(foreign, []);
});
