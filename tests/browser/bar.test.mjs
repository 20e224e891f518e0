// The author's bar: what an author sees and does in it all day.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { request } from 'node:http';
import { join } from 'node:path';
import { address, chapter, isOver, preview, running, shown } from './preview-support.mjs';
import { browser, open } from './support.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const vendor = 'content/vendors/voorbeeld/vendor.toml';

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium?.close(); });

const bar = (page) => page.getByRole('region', { name: 'Preview bar' });
const opener = (page) => bar(page).getByRole('button', { name: 'Findings on this page' });
const found = (page) => page.getByRole('region', { name: 'Findings on this page' });
const source = (page) => bar(page).getByRole('button', { name: 'content/' });
const reads = (page, name) => bar(page).getByRole('button', { name, exact: true, pressed: true }).waitFor();
const shows = (locator, words) => locator.filter({ hasText: words }).waitFor();

/** The line of a file on which some words stand, as the bar tells it. */
const placeOf = async (site, file, words) => {
  const line = (await readFile(join(site, file), 'utf8')).split('\n').findIndex((text) => text.includes(words));
  assert.ok(line >= 0, `${words} is in ${file}`);
  return `${file}:${line + 1}`;
};

test('an author sees what was found on this page, with file and line, until it is mended', async () => {
  await preview(async (url, site) => {
    const { page, complaints } = await shown(chromium, url);
    await shows(opener(page), 'no findings');
    const text = await readFile(join(site, chapter), 'utf8');
    // A reference that leads nowhere, and pages of the owner's that have yet to be filled in.
    await writeFile(join(site, chapter), text.replace('24 uur', '24 uur (zie artikel 9)'));
    await shows(opener(page), '2 warnings');
    await opener(page).click();
    const place = await placeOf(site, chapter, 'zie artikel 9');
    await shows(found(page), place);
    assert.match(await found(page).innerText(), /warning[\s\S]*artikel 9[\s\S]*On the rest of the site: 11 warnings\./);
    // On another page it is one of the rest, and what was opened is open there too.
    await page.goto(`${url}nl/`);
    await shows(opener(page), 'no findings');
    await shows(found(page), 'On the rest of the site: 13 warnings.');
    await page.goBack();
    await shows(found(page), place);
    await writeFile(join(site, chapter), text);
    await shows(opener(page), 'no findings');
    await shows(found(page), 'On the rest of the site: 11 warnings.');
    // With errors the last good page stays, and the bar tells them too.
    await writeFile(join(site, chapter), text.replace('{topic=breach-notification}', '{topic=breach-notifcation}'));
    await isOver(page, 'breach-notification');
    await shows(opener(page), '1 error');
    await shows(found(page), 'breach-notifcation');
    assert.deepEqual(complaints, []);
  });
});

test('an author reads as customers and as their own people do, and as the public again', async () => {
  await preview(async (url, site) => {
    const text = await readFile(join(site, chapter), 'utf8');
    await writeFile(join(site, chapter), `${text.trimEnd()}\n\n2.9 Rode olifanten bewaken de deur. {audience=internal}\n`);
    const { page, complaints } = await shown(chromium, url);
    const other = await shown(chromium, url);
    await reads(page, 'Public');
    const isThere = (isShown) => page.waitForFunction((wanted) => document.body.innerText.includes('Rode olifanten') === wanted, isShown);
    await isThere(false);
    await bar(page).getByRole('button', { name: 'Internal' }).click();
    await reads(page, 'Internal');
    await isThere(true);
    // What is saved is seen as they see it.
    await writeFile(join(site, chapter), `${text.trimEnd()}\n\n2.9 Rode olifanten bewaken elke deur. {audience=internal}\n`);
    await shows(page.locator('main'), 'elke deur');
    await reads(page, 'Internal');
    // It is found by them, and by nobody else: the choice is this browser's.
    const bytes = (of, path) => of.evaluate(async (path) => (await fetch(path)).text(), path);
    assert.match(await bytes(page, `/${address}`), /Rode olifanten/);
    assert.doesNotMatch(await bytes(other.page, `/${address}`), /Rode olifanten/);
    await bar(page).getByRole('button', { name: 'Customers' }).click();
    await reads(page, 'Customers');
    await isThere(false);
    await bar(page).getByRole('button', { name: 'Public' }).click();
    await reads(page, 'Public');
    for (const path of [`/${address}`, `/${address}text.txt`, '/data/v1/agreements/voorbeeld/processing-agreement.json']) {
      assert.doesNotMatch(await bytes(page, path), /Rode olifanten/, path);
    }
    assert.doesNotMatch(await page.content(), /Rode olifanten/);
    assert.equal(await page.evaluate(() => document.cookie), '', 'no script sees what was chosen');
    assert.deepEqual([...complaints, ...other.complaints], []);
  });
});

test('a page that is not there for some has the bar to go back with', async () => {
  await preview(async (url, site) => {
    const configuration = join(site, 'content/vendors/voorbeeld/processing-agreement/agreement.toml');
    const text = await readFile(configuration, 'utf8');
    await writeFile(configuration, text.replace(/^audience = .*$/m, 'audience = "customers"\nlisted = false'));
    const { page } = await shown(chromium, url, 'nl/vendors/voorbeeld/');
    await page.waitForFunction((path) => document.querySelector('main') && !document.querySelector(`main a[href="/${path}"]`), address);
    await page.goto(url + address);
    await page.waitForFunction(() => document.body.dataset.kind === 'not-found');
    await bar(page).getByRole('button', { name: 'Customers' }).click();
    await page.waitForFunction(() => document.body.dataset.kind === 'agreement');
    await reads(page, 'Customers');
    await bar(page).getByRole('button', { name: 'Public' }).click();
    await page.waitForFunction(() => document.body.dataset.kind === 'not-found');
    await reads(page, 'Public');
  });
});

test('the file and line of the clause under the pointer, with the focus, or at the top', async () => {
  await preview(async (url, site) => {
    const { page, complaints } = await shown(chromium, url);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const beginning = { position: { x: 2, y: 2 } };
    await page.locator('[id="2.2"]').hover(beginning);
    const place = await placeOf(site, chapter, 'binnen 24 uur');
    await shows(source(page), place);
    assert.equal(await source(page).innerText(), place);
    // It stays what it was when it was clicked, over whatever the pointer goes on its way to the bar.
    await page.locator('[id="2.2"]').click(beginning);
    await page.locator('[id="2.1"]').hover(beginning);
    await shows(source(page), await placeOf(site, chapter, '2.1 '));
    await source(page).hover();
    await shows(source(page), place);
    await source(page).click();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), place);
    await shows(page.getByRole('status'), `Copied: ${place}`);
    // The keyboard: a link within a clause.
    await page.locator('[id^="1."] a').first().focus();
    const id = await page.evaluate(() => document.activeElement.closest('[id^="1."]').id.split('/')[0]);
    await shows(source(page), await placeOf(site, chapter, `${id} `));
    // The translation stands in a file of its own, and the twin is opened at the same clause.
    await page.locator('[id="2.2"]').hover(beginning);
    await shows(source(page), place);
    const twin = bar(page).getByRole('link', { name: 'In English' });
    assert.equal(await twin.getAttribute('href'), `/${address.replace('nl/', 'en/')}#2.2`);
    await twin.click();
    await page.waitForURL(/\/en\/.*#2\.2$/);
    await shows(source(page), await placeOf(site, chapter.replace('nl.md', 'en.md'), '2.2 '));
    // On a page of the owner's own, what stands under a heading is told by it; what stands above all, by the file.
    const own = 'content/pages/about/method/nl.md';
    const heading = (await readFile(join(site, own), 'utf8')).match(/^## (.*)$/m)[1];
    await page.goto(`${url}nl/about/method/`);
    await page.getByRole('heading', { name: heading }).locator('xpath=following-sibling::p[1]').hover();
    await shows(source(page), await placeOf(site, own, `## ${heading}`));
    // A page without clauses is written in a file.
    await page.goto(`${url}nl/vendors/voorbeeld/`);
    await page.getByRole('heading', { level: 1 }).hover();
    await shows(source(page), vendor);
    // A pointer that rests while the page is loaded again points all the same.
    await page.goto(url + address);
    await page.locator('[id="1.2"]').hover();
    await shows(source(page), await placeOf(site, chapter, '1.2 '));
    await page.reload();
    await shows(source(page), await placeOf(site, chapter, '1.2 '));
    assert.deepEqual(complaints, []);
  });
});

test('a provision that is quoted elsewhere: the file and line that it stands on', async () => {
  await preview(async (url, site) => {
    // A second vendor, so that there is something to compare.
    const of = (slug) => chapter.replace('voorbeeld', slug);
    await cp(join(site, 'content/vendors/voorbeeld'), join(site, 'content/vendors/ander'), { recursive: true });
    const text = await readFile(join(site, of('ander')), 'utf8');
    await writeFile(join(site, of('ander')), text.replace('24 uur', '48 uur'));
    const other = vendor.replace('voorbeeld', 'ander');
    await writeFile(join(site, other), (await readFile(join(site, other), 'utf8')).replace('name = "Voorbeeld"', 'name = "Ander"'));
    const { page, complaints } = await shown(chromium, url, 'nl/vendors/');
    await page.getByRole('main').getByRole('link', { name: 'Ander', exact: true }).first().waitFor();
    await page.goto(`${url}nl/compare/topics/breach-notification/`);
    const quote = (words) => page.locator('.clause-brief', { hasText: words }).locator('p').first();
    for (const [slug, words] of [['ander', '48 uur'], ['voorbeeld', '24 uur']]) {
      await quote(words).hover();
      await shows(source(page), await placeOf(site, of(slug), words));
    }
    // The line moves with the text, though this page stays what it is.
    const known = await page.evaluate(() => { window.isSame = true; return document.documentElement.outerHTML; });
    const voorbeeld = await readFile(join(site, chapter), 'utf8');
    await writeFile(join(site, chapter), voorbeeld.replace('2.1 ', '\n\n2.1 '));
    const moved = await placeOf(site, chapter, '24 uur');
    await shows(source(page), moved);
    assert.ok(await page.evaluate((known) => window.isSame && document.documentElement.outerHTML === known, known));
    // With the keyboard, and in the redline of two vendors.
    await page.goto(`${url}nl/compare/vendors/ander/voorbeeld/`);
    await page.locator('.clause-brief', { hasText: /48\D* uur/ }).getByRole('link').first().focus();
    await shows(source(page), await placeOf(site, of('ander'), '48 uur'));
    await page.locator('.clause-brief', { hasText: /24\D* uur/ }).locator('p').last().hover();
    await shows(source(page), moved);
    // A definition is cited below it; in the other language it is that text's.
    for (const language of ['nl', 'en']) {
      const file = chapter.replace('nl.md', `${language}.md`);
      const words = language === 'nl' ? 'Deze overeenkomst hoort bij' : 'This agreement';
      await page.goto(`${url}${language}/definitions/processor/`);
      await page.getByRole('region', { name: 'Voorbeeld' }).locator('.clause-brief p').nth(1).hover();
      await shows(source(page), await placeOf(site, file, words));
    }
    // Beside it nothing is quoted.
    await page.getByRole('heading', { level: 1 }).hover();
    await source(page).waitFor({ state: 'detached' });
    assert.deepEqual(complaints, []);
  });
});

test('the time is that of the newest reading, and what is folded stays folded', async () => {
  await preview(async (url, site) => {
    const { page, complaints } = await shown(chromium, url);
    const built = bar(page).getByRole('time');
    await shows(built, /Built .+ \(\d+ ms\)/);
    const before = await built.getAttribute('datetime');
    await writeFile(join(site, vendor), `${await readFile(join(site, vendor), 'utf8')}# A word to myself.\n`);
    await page.waitForFunction((before) => document.querySelector('clausewerk-preview').shadowRoot.querySelector('time').dateTime > before, before);
    await bar(page).getByRole('button', { name: 'Fold the bar' }).press('Enter');
    const unfold = page.getByRole('button', { name: 'Show the preview bar: Public' });
    await unfold.waitFor();
    assert.ok(await unfold.evaluate((button) => button.getRootNode().activeElement === button), 'whoever uses the keyboard is where they were');
    await page.reload();
    await unfold.press('Enter');
    await built.waitFor();
    await page.reload();
    await built.waitFor();
    assert.deepEqual(complaints, []);
  });
});

test('the bar covers nothing, fits a phone, and raises no barrier', async () => {
  await preview(async (url, site) => {
    const text = await readFile(join(site, chapter), 'utf8');
    await writeFile(join(site, chapter), text.replace('24 uur', '24 uur (zie artikel 9)'));
    for (const [width, colorScheme, forcedColors] of [[320, 'light'], [320, 'dark'], [1280, 'light'], [1280, 'dark'], [1280, 'light', 'active']]) {
      const complaints = [];
      const context = await chromium.newContext({ viewport: { width, height: 700 }, colorScheme, forcedColors, bypassCSP: true, locale: 'nl-NL' });
      const page = await open(context, complaints);
      await page.goto(url + address);
      await opener(page).click();
      await found(page).waitFor();
      const { sideways, ...measured } = await page.evaluate(async (source) => {
        (0, eval)(source);
        const { violations } = await window.axe.run({ exclude: ['main'], iframes: false });
        return {
          sideways: document.documentElement.scrollWidth - innerWidth,
          barriers: violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.any[0]?.message ?? ''}`)),
        };
      }, axe);
      assert.deepEqual({ width, colorScheme, ...measured }, { width, colorScheme, barriers: [] });
      assert.ok(sideways <= 0, `${sideways} px to the side at ${width}`);
      await opener(page).click();
      // The end of the page is above the bar, and so is whatever has the focus.
      const top = await bar(page).evaluate((own) => { scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }); return own.getBoundingClientRect().top; });
      const end = await page.evaluate(() => [...document.body.children].filter((one) => one.localName !== 'clausewerk-preview').at(-1).getBoundingClientRect().bottom);
      assert.ok(end <= top + 1, `the page ends at ${end}, the bar begins at ${top}`);
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press('Tab');
        const hidden = await page.evaluate((top) => {
          const one = document.activeElement;
          const box = one.getBoundingClientRect();
          return one.closest('main, header, footer') && box.height && box.top >= top ? one.outerHTML.slice(0, 100) : null;
        }, top);
        assert.equal(hidden, null, `behind the bar at ${width}`);
      }
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.evaluate(() => document.querySelector('clausewerk-preview').getBoundingClientRect().height), 0, 'on paper there is no bar');
      assert.deepEqual(complaints, []);
      await context.close();
    }
  });
});

test('nobody but a page of this preview chooses as whom one reads', async () => {
  await preview(async (url) => {
    const { port } = new URL(url);
    const choose = (name, headers, method = 'POST') => new Promise((resolve, reject) => {
      const asked = request({ hostname: '127.0.0.1', port, path: `/_preview/read-as/${name}`, method, headers }, (response) => {
        response.resume().on('end', () => resolve([response.statusCode, response.headers['set-cookie']?.[0]]));
      });
      asked.on('error', reject).end();
    });
    const host = `127.0.0.1:${port}`;
    const origin = `http://${host}`;
    const cookie = `clausewerk-audience-${port}=internal; Path=/; SameSite=Strict; HttpOnly`;
    assert.deepEqual(await choose('internal', { host, origin }), [204, cookie]);
    assert.deepEqual(await choose('internal', { host, origin, 'sec-fetch-site': 'same-origin' }), [204, cookie]);
    for (const headers of [{}, { origin: 'https://evil.example' }, { origin: 'null' }, { origin: 'http://127.0.0.1:1' }, { origin, 'sec-fetch-site': 'cross-site' }]) {
      assert.deepEqual(await choose('internal', { host, ...headers }), [403, undefined], JSON.stringify(headers));
    }
    assert.deepEqual(await choose('everybody', { host, origin }), [403, undefined]);
    assert.deepEqual(await choose('internal', { host: 'evil.example', origin: 'http://evil.example' }), [421, undefined], 'a name that was pointed here');
    assert.deepEqual((await choose('internal', { host, origin }, 'GET'))[1], undefined, 'following a link changes nothing');
  });
});
