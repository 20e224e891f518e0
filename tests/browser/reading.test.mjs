// What a person does on the site, in a real Chromium.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { browser, open, serve, site } from './support.mjs';

let server, chromium;
before(async () => { [server, chromium] = [await serve(site), await browser()]; });
after(async () => { await chromium?.close(); await server?.close(); });

/** Opens a page in a context of its own, does something, and sees to it that nothing was wrong meanwhile. */
async function at(path, act, options = {}) {
  const context = await chromium.newContext({ locale: 'nl-NL', ...options });
  const complaints = [];
  const page = await open(context, complaints);
  await page.goto(server.url + path);
  await act(page, context);
  await context.close();
  assert.deepEqual(complaints, []);
}

const voxio = 'nl/vendors/voxio/processing-agreement/';
const widths = [360, 1280];

test('the first page leads to the language of the browser', async () => {
  for (const [locale, path] of [['nl-NL', 'nl/'], ['en-GB', 'en/']]) {
    await at('', async (page) => { await page.waitForURL(server.url + path); }, { locale });
  }
  // Who speaks neither is asked.
  await at('', async (page) => { assert.equal(page.url(), server.url); }, { locale: 'de-DE' });
});

test('without scripts the first page offers both languages', async () => {
  await at('', async (page) => {
    assert.equal(page.url(), server.url);
    assert.deepEqual(await page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('hreflang'))), ['nl', 'en']);
  }, { javaScriptEnabled: false });
});

test('from the home page to a clause, by links alone', async () => {
  await at('nl/', async (page) => {
    await page.getByRole('main').getByRole('link', { name: 'Voxio' }).first().click();
    await page.waitForURL(server.url + 'nl/vendors/voxio/');
    await page.getByRole('main').getByRole('link', { name: 'Verwerkersovereenkomst' }).first().click();
    await page.waitForURL(server.url + voxio);
    await page.getByRole('link', { name: '7.1', exact: true }).first().click();
    assert.equal(new URL(page.url()).hash, '#7.1');
    assert.ok((await page.locator('[id="7.1"]').boundingBox()).y >= 0);
    assert.match(await page.locator('[id="7.1"]').innerText(), /binnen een redelijke termijn/);
  });
});

test('a reference leads to the clause it names', async () => {
  await at(voxio, async (page) => {
    const reference = page.locator('[id="1.1"] a.ref', { hasText: 'bijlage 1.A' });
    await reference.click();
    assert.equal(decodeURIComponent(new URL(page.url()).hash), '#bijlage-1/1.A');
    assert.match(await page.locator('[id="bijlage-1/1.A"]').innerText(), /webhosting/);
  });
});

test('the other language is one click away, at the same clause', async () => {
  await at(voxio, async (page) => {
    await page.getByRole('banner').getByRole('link', { name: 'English' }).click();
    await page.waitForURL(server.url + voxio.replace('nl/', 'en/'));
    assert.match(await page.locator('[id="7.1"]').innerText(), /within a reasonable/i);
  });
});

test('both languages stand beside each other, and above each other on a phone', async () => {
  for (const width of widths) {
    await at(`${voxio}bilingual/`, async (page) => {
      const [dutch, english] = await page.locator('[id="7.1"] .side').all();
      const [a, b] = [await dutch.boundingBox(), await english.boundingBox()];
      assert.equal(await english.getAttribute('lang'), 'en');
      if (width > 1000) assert.ok(a.x + a.width <= b.x && Math.abs(a.y - b.y) < 40, 'beside');
      else assert.ok(a.y + a.height <= b.y + 1, 'above');
    }, { viewport: { width, height: 800 } });
  }
});

test('a summary says so above the text', async () => {
  await at(voxio, async (page) => {
    const standing = await page.locator('.standing').boundingBox();
    const first = await page.locator('[id="1.1"]').boundingBox();
    assert.ok(standing.y < first.y);
    assert.match(await page.locator('.standing').innerText(), /niet de tekst van Voxio/);
  });
});

test('the keyboard reaches the text past the menu', async () => {
  await at(voxio, async (page) => {
    await page.keyboard.press('Tab');
    assert.match(await page.evaluate(() => document.activeElement.className), /skip/);
    await page.keyboard.press('Enter');
    assert.equal(new URL(page.url()).hash, '#page:main');
  });
});

test('what is not there is said in both languages, from any depth', async () => {
  const context = await chromium.newContext();
  const page = await context.newPage();
  const response = await page.goto(`${server.url}nl/vendors/nobody/nothing/`);
  assert.equal(response.status(), 404);
  assert.match(await page.locator('main').innerText(), /bestaat niet[\s\S]*does not exist/i);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).display), 'grid', 'its style is found too');
  await context.close();
});

test('the site works below a path of another site', async () => {
  const below = await serve(process.env.SUB_PATH_SITE, '/trust/');
  const context = await chromium.newContext({ locale: 'en-GB' });
  const complaints = [];
  const page = await open(context, complaints);
  await page.goto(below.url);
  await page.waitForURL(`${below.url}en/`);
  await page.getByRole('main').getByRole('link', { name: 'Voxio' }).first().click();
  await page.waitForURL(`${below.url}en/vendors/voxio/`);
  const links = await page.locator('a[href], link[href], script[src]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? one.getAttribute('src')));
  assert.deepEqual(links.filter((link) => link.startsWith('/') && !link.startsWith('/trust/')), []);
  await context.close();
  await below.close();
  assert.deepEqual(complaints, []);
});
