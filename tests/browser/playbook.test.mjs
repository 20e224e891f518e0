// What the owner's own people see: marks in the matrix, and for each vendor what to negotiate and the wording to ask for.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { browser, files, open, serve, sites } from './support.mjs';

let server, chromium;
before(async () => { [server, chromium] = [await serve(sites.get('internal')), await browser()]; });
after(async () => { await chromium?.close(); await server?.close(); });

async function at(path, act, options = {}) {
  const context = await chromium.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 }, ...options });
  const complaints = [];
  const page = await open(context, complaints);
  await page.goto(server.url + path);
  await act(page, context);
  await context.close();
  assert.deepEqual(complaints, []);
}

test('from the matrix to what to ask for, and to the clause that it would replace, in both languages', async () => {
  for (const [language, mark, list, ask, other] of [['nl', 'onaanvaardbaar', 'Onderhandelpunten', 'Vraag om', 'English'], ['en', 'unacceptable', 'Points to negotiate', 'Ask for', 'Nederlands']]) {
    await at(`${language}/compare/facts/`, async (page) => {
      const row = page.locator('tr', { has: page.getByRole('rowheader', { name: language === 'nl' ? 'Meldtermijn datalek' : 'Breach notification deadline' }) });
      assert.match(await row.locator('td').nth(2).innerText(), new RegExp(mark));
      await page.locator('.comparison').getByRole('link', { name: list }).click();
      await page.locator('main').getByRole('link', { name: 'Voxio' }).click();
      await page.getByRole('link', { name: language === 'nl' ? 'Meldtermijn datalek' : 'Breach notification deadline' }).first().click();
      const demand = page.locator('[id="fact:breach-deadline"]');
      assert.ok(await demand.getByRole('heading', { name: ask }).first().isVisible());
      assert.match(await demand.locator('blockquote').first().innerText(), /24/);
      await demand.locator('.cite a').first().click();
      await page.waitForURL(/voxio\/processing-agreement\/#7\.\d$/);
      await page.goBack();
      await page.getByRole('link', { name: other }).click();
      await page.waitForURL(/\/compare\/playbook\/voxio\//);
    });
  }
});

test('a mark is a sign and a word besides its colour', async () => {
  await at('nl/compare/playbook/', async (page) => {
    const marks = await page.locator('.legend .verdict').evaluateAll((all) => all.map((mark) => [mark.innerText, getComputedStyle(mark, '::before').content.split(' ')[0], getComputedStyle(mark).borderStyle]));
    assert.equal(new Set(marks.map(([word]) => word)).size, 4);
    assert.equal(new Set(marks.map(([, sign]) => sign)).size, 4);
  });
});

test('an agreement in another language comes with the wording in that language as well', async () => {
  await at('nl/compare/playbook/attachingit/', async (page) => {
    const demand = page.locator('.demand').first();
    assert.deepEqual(await demand.locator('blockquote').evaluateAll((all) => all.map((quote) => quote.closest('[lang]').lang)), ['nl', 'en']);
  });
});

test('on paper and without scripts it says the same', async () => {
  await at('nl/compare/playbook/voxio/', async (page) => {
    const whole = await page.locator('main').innerText();
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('main').innerText();
    for (const words of ['onaanvaardbaar', 'Vraag om', 'Waar de teksten zwijgen', 'Alleen voor intern gebruik']) {
      assert.ok(whole.includes(words) && printed.includes(words), words);
    }
  }, { javaScriptEnabled: false });
});

test('no other site has such a page', async () => {
  for (const [name, folder] of sites) {
    const found = (await files(folder)).filter((path) => path.includes('/playbook/'));
    assert.equal(found.length > 0, name === 'internal', name);
  }
});
