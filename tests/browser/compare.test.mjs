// Comparing vendors, as counsel does it: choosing vendors and subjects, differences only, following a citation to its clause,
// reading two agreements against each other; by keyboard, on a phone, on paper and without scripts.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { browser, open, serve, site } from './support.mjs';

let server, chromium;
before(async () => { [server, chromium] = [await serve(site), await browser()]; });
after(async () => { await chromium?.close(); await server?.close(); });

/** Opens a page in a context of its own, does something, and sees to it that nothing was wrong meanwhile. */
async function at(path, act, options = {}) {
  const context = await chromium.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 }, ...options });
  const complaints = [];
  const page = await open(context, complaints);
  await page.goto(server.url + path);
  await act(page, context);
  await context.close();
  assert.deepEqual(complaints, []);
}

const columns = (page) => page.locator('.matrix thead th:visible').allInnerTexts().then((all) => all.slice(1).map((one) => one.trim()));
const rows = (page) => page.locator('.matrix tbody tr:not(.group):visible');

test('vendors and subjects are chosen, and the choice is in the address and goes along to the other language', async () => {
  await at('nl/compare/facts/', async (page) => {
    const all = await rows(page).count();
    assert.deepEqual(await columns(page), ['AttachingIT', 'MX-Relay', 'Voxio', 'XXX.me']);
    await page.getByRole('checkbox', { name: 'MX-Relay' }).check();
    await page.getByRole('checkbox', { name: 'Voxio' }).check();
    await page.getByRole('checkbox', { name: 'Audit' }).check();
    assert.deepEqual(await columns(page), ['MX-Relay', 'Voxio']);
    assert.ok(await rows(page).count() < all);
    assert.equal(new URL(page.url()).search, '?v=mx-relay,voxio&g=audit');
    assert.match(await page.getByRole('status').innerText(), /^Getoond: 6 van \d+ feiten, 2 van 4 leveranciers\.$/);
    await page.reload();
    assert.deepEqual(await columns(page), ['MX-Relay', 'Voxio']);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(/\/en\/compare\/facts\/\?v=mx-relay,voxio&g=audit/);
    assert.deepEqual(await columns(page), ['MX-Relay', 'Voxio']);
    await page.getByRole('button', { name: 'Clear the choice' }).click();
    await page.waitForURL((address) => !address.search);
    assert.equal(await rows(page).count(), all);
  });
});

test('differences only leaves out what the vendors chosen say alike', async () => {
  await at('nl/compare/facts/', async (page) => {
    await page.getByRole('checkbox', { name: 'MX-Relay' }).check();
    await page.getByRole('checkbox', { name: 'Voxio' }).check();
    const law = page.locator('tr', { has: page.getByRole('rowheader', { name: 'Toepasselijk recht' }) });
    const deadline = page.locator('tr', { has: page.getByRole('rowheader', { name: 'Meldtermijn datalek' }) });
    assert.ok(await law.isVisible());
    await page.getByRole('checkbox', { name: 'alleen verschillen' }).check();
    // Both choose Dutch law; their deadlines differ.
    assert.ok(!(await law.isVisible()));
    assert.ok(await deadline.isVisible());
  });
});

test('every citation leads to a clause that is there', async () => {
  for (const path of ['nl/compare/facts/', 'en/compare/coverage/', 'nl/security/', 'nl/compare/vendors/mx-relay/voxio/', 'en/compare/topics/audit/']) {
    await at(path, async (page, context) => {
      const links = await page.locator('.cite a, .clause-brief a.number').evaluateAll((all) => [...new Set(all.map((a) => a.href))]);
      assert.ok(links.length > 5, path);
      const texts = new Map();
      for (const link of links) {
        const [address, hash] = link.split('#');
        if (!texts.has(address)) texts.set(address, await (await context.request.get(address)).text());
        assert.ok(texts.get(address).includes(`id="${decodeURIComponent(hash)}"`), `${path}: ${link}`);
      }
    });
  }
});

test('a citation is followed and says the same', async () => {
  await at('nl/compare/facts/?v=mx-relay', async (page) => {
    const row = page.locator('tr', { has: page.getByRole('rowheader', { name: 'Meldtermijn datalek' }) });
    assert.match(await row.locator('td:visible').innerText(), /24 uur vanaf kennisname/);
    await row.locator('td:visible .cite a').first().click();
    await page.waitForURL(/mx-relay\/processing-agreement\/#5\.1$/);
    assert.match(await page.locator('[id="5.1"]').innerText(), /24 uur/);
  });
});

test('two agreements are read clause against clause, and the marks say in words what they mean', async () => {
  await at('nl/compare/vendors/mx-relay/voxio/', async (page) => {
    const pair = page.locator('.redline-pair[data-kind="differs"]', { has: page.getByRole('link', { name: 'MX-Relay, art. 2.4' }) });
    assert.equal(await pair.locator('del').innerText().then((text) => text.replace(/\s+/g, ' ').trim()), '[alleen MX-Relay: relevante privacywet- en -regelgeving]');
    assert.equal(await pair.locator('ins').innerText().then((text) => text.replace(/\s+/g, ' ').trim()), '[alleen Voxio: de wetgeving bedoeld in lid 1]');
    const counts = await page.locator('.tally dd').allInnerTexts();
    assert.equal(counts.reduce((sum, count) => sum + Number(count), 0), await page.locator('.redline-pair').count());
    const all = await page.locator('.redline-pair:visible').count();
    await page.getByRole('checkbox', { name: 'alleen verschillen' }).check();
    assert.ok(await page.locator('.redline-pair:visible').count() < all);
    // What is said is not the vendors' text, on this page as on theirs.
    assert.equal(await page.locator('meta[name="robots"]').getAttribute('content'), 'noindex');
  });
});

test('a vendor’s own facts and coverage are a link away', async () => {
  await at('en/vendors/voxio/', async (page) => {
    await page.getByRole('link', { name: /required elements found in the text/ }).click();
    await page.waitForURL(/\/en\/compare\/coverage\/\?v=voxio$/);
    assert.deepEqual(await columns(page), ['Voxio']);
    assert.equal(await page.locator('.clause-column:visible').count(), 1);
  });
});

test('a topic names who is silent, and which clauses are nearly the same', async () => {
  await at('nl/compare/topics/breach-notification/', async (page) => {
    const like = page.locator('.clause-brief', { hasText: 'Bijna gelijk aan AttachingIT, art. 1.6' });
    assert.ok(!(await like.locator('del, ins').first().isVisible()));
    await like.getByText('Verschillen tonen').click();
    assert.match(await like.locator('del').allInnerTexts().then((all) => all.join(' ')), /alleen AttachingIT: .*Persoonsgegevens/);
    assert.match(await like.locator('ins').allInnerTexts().then((all) => all.join(' ')), /alleen XXX\.me: /);
  });
  await at('nl/compare/topics/dpia/', async (page) => {
    for (const column of await page.locator('.clause-column').all()) {
      assert.ok((await column.locator('.clause-brief').count()) + (await column.locator('.absent').count()) > 0);
    }
  });
});

test('without scripts all of it is there, and the style sheet chooses', async () => {
  await at('nl/compare/facts/', async (page) => {
    assert.ok(await rows(page).count() > 50);
    await page.getByRole('checkbox', { name: 'Voxio' }).check();
    assert.deepEqual(await columns(page), ['Voxio']);
  }, { javaScriptEnabled: false });
});

test('on a phone each cell names its vendor, and nothing is cut off', async () => {
  await at('nl/compare/facts/', async (page) => {
    const row = page.locator('tr', { has: page.getByRole('rowheader', { name: 'Auditrecht' }) });
    assert.deepEqual(await row.locator('.who:visible').allInnerTexts(), ['AttachingIT', 'MX-Relay', 'Voxio', 'XXX.me']);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360));
  }, { viewport: { width: 360, height: 740 } });
});

test('judgement is for the internal audience: no public page has a word of it', async () => {
  await at('nl/compare/facts/', async (page) => {
    assert.equal(await page.locator('[data-extreme="better"], [data-extreme="worse"]').count(), 0);
    assert.doesNotMatch(await page.content(), /gunstigst/);
  });
});
