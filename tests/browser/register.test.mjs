// The register as people use it: finding what concerns them, with a mouse, by keyboard, on a phone, without scripts; and seeing until when
// they may object. On the site of invented registers: tests/sites/register, as it stands on 22 November 2026.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { browser, files, open, serve } from './support.mjs';

const site = process.env.REGISTER_SITE;
const data = JSON.parse(await readFile(join(site, 'data/v1/sub-processors.json'), 'utf8'));
const current = data.engagements.filter(({ status }) => ['planned', 'objected', 'active', 'withheld'].includes(status));
const register = 'nl/sub-processors/';

let server, chromium;
before(async () => { [server, chromium] = [await serve(site), await browser()]; });
after(async () => { await chromium?.close(); await server?.close(); });

/** Opens a page in a context of its own, at a day if need be, does something, and sees to it that nothing was wrong meanwhile. */
async function at(path, act, { today, ...options } = {}) {
  const context = await chromium.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 }, ...options });
  if (today) await context.clock.setFixedTime(`${today}T12:00:00`);
  const complaints = [];
  const page = await open(context, complaints);
  await page.goto(server.url + path);
  await act(page);
  await context.close();
  assert.deepEqual(complaints, []);
}

const rows = (page) => page.locator('.comparison .register tbody tr:visible');
const select = (page, name) => page.locator(`.filters select[name="${name}"]`);
const says = (page) => page.locator('.filters > output').innerText();
const query = (page) => Object.fromEntries(new URL(page.url()).searchParams);
/** What an engagement has of what a select asks for, as its options are called in the address. */
const stated = ({ state, value }, words) => (state === 'stated' ? value.map(words) : [state]);
const asked = {
  vendor: ({ vendor }) => [vendor],
  country: ({ places }) => stated(places, ({ country }) => country.toLowerCase()),
  data: ({ data: categories }) => stated(categories, (one) => one),
  transfer: ({ transfers }) => stated(transfers, ({ mechanism }) => mechanism),
};
const having = (choice) => current.filter((own) => Object.entries(choice).every(([name, value]) => asked[name](own).includes(value))).length;

test('each choice shows the engagements that have it, and says how many', async () => {
  await at(register, async (page) => {
    assert.equal(await rows(page).count(), current.length);
    for (const name of Object.keys(asked)) {
      const options = await select(page, name).locator('option').evaluateAll((all) => all.map(({ value }) => value).filter(Boolean));
      assert.ok(options.length > 3, name);
      for (const value of options) {
        await select(page, name).selectOption(value);
        const expected = having({ [name]: value });
        assert.ok(expected > 0, `${name} ${value} leads to nothing`);
        assert.equal(await rows(page).count(), expected, `${name} ${value}`);
        assert.equal(await says(page), `Getoond: ${expected} van ${current.length} vermeldingen.`);
      }
      await select(page, name).selectOption('');
    }
    assert.equal(await rows(page).count(), current.length);
  });
});

test('a service is offered by the name of its vendor, and shows its engagements', async () => {
  await at(register, async (page) => {
    const options = await select(page, 'service').locator('option').allTextContents();
    for (const option of options.slice(1)) {
      await select(page, 'service').selectOption({ label: option });
      const expected = current.filter((own) => own.service.state === 'stated' && option === `${data.vendors[own.vendor].name}: ${own.service.value.nl}`).length;
      assert.ok(expected > 0, option);
      assert.equal(await rows(page).count(), expected, option);
    }
  });
});

test('choices narrow each other, stay in the address, and go along to the other language and back', async () => {
  await at(register, async (page) => {
    const choice = { vendor: 'paylantern', country: 'nl' };
    for (const [name, value] of Object.entries(choice)) await select(page, name).selectOption(value);
    const expected = having(choice);
    assert.ok(expected > 0 && expected < having({ vendor: 'paylantern' }));
    const isKept = async () => {
      assert.equal(await rows(page).count(), expected);
      assert.deepEqual(query(page), choice);
      for (const [name, value] of Object.entries(choice)) assert.equal(await select(page, name).inputValue(), value);
    };
    await isKept();
    await page.reload();
    await isKept();
    await rows(page).first().getByRole('link', { name: 'Paylantern' }).click();
    await page.waitForURL(/\/nl\/vendors\/paylantern\/sub-processors\/$/);
    await page.goBack();
    await page.waitForURL(/\/nl\/sub-processors\//);
    await isKept();
    await page.getByRole('banner').getByRole('link', { name: 'English' }).click();
    await page.waitForURL(/\/en\/sub-processors\/\?/);
    await isKept();
    assert.equal(await says(page), `Shown: ${expected} of ${current.length} engagements.`);
    await page.getByRole('button', { name: 'Clear the choice' }).click();
    await page.waitForURL((address) => !address.search);
    assert.equal(await rows(page).count(), current.length);
  });
});

test('by keyboard alone one reaches a choice, makes it and undoes it, at either width', async () => {
  for (const width of [1280, 360]) {
    await at(register, async (page) => {
      const focused = (name) => page.evaluate((wanted) => document.activeElement.name === wanted || document.activeElement.localName === wanted || document.activeElement.type === wanted, name);
      const tabTo = async (name) => {
        for (let step = 0; step < 60 && !(await focused(name)); step += 1) await page.keyboard.press('Tab');
        assert.ok(await focused(name), `${name} is reached at ${width}`);
      };
      if (width < 640) {
        await tabTo('summary');
        await page.keyboard.press('Enter');
      }
      await tabTo('vendor');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      // Where a list opens, it is closed with what was chosen.
      if (!query(page).vendor) await page.keyboard.press('Enter');
      const { vendor } = query(page);
      assert.equal(await rows(page).count(), having({ vendor }));
      await tabTo('reset');
      await page.keyboard.press('Enter');
      await page.waitForURL((address) => !address.search);
      assert.equal(await rows(page).count(), current.length);
    }, { viewport: { width, height: 800 } });
  }
});

test('a table on a desk, cards on a phone, where each cell says what it is', async () => {
  const heads = (page) => page.locator('.comparison .register thead th').allTextContents().then((all) => all.slice(1));
  await at(register, async (page) => {
    const cells = await rows(page).first().locator('td').evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().top));
    assert.equal(new Set(cells).size, 1, 'beside each other');
    assert.equal(await page.locator('.comparison .register td .who:visible').count(), 0);
  });
  await at(register, async (page) => {
    const expected = await heads(page);
    for (const row of await rows(page).all()) {
      const cells = await row.locator('td').evaluateAll((all) => all.map((cell) => ({ top: cell.getBoundingClientRect().top, called: cell.querySelector('.who').checkVisibility() && cell.querySelector('.who').textContent })));
      assert.deepEqual(cells.map(({ called }) => called), expected);
      for (const [place, { top }] of cells.entries()) if (place > 0) assert.ok(top > cells[place - 1].top, 'one below the other');
    }
  }, { viewport: { width: 360, height: 800 } });
});

test('without scripts everything is there, and nothing pretends to work', async () => {
  await at(`${register}?vendor=paylantern`, async (page) => {
    assert.equal(await rows(page).count(), current.length);
    assert.ok(!(await page.locator('.filters').isVisible()));
    assert.equal(await page.locator('.days-left').count(), 0);
    assert.equal(await page.locator('[id="next:paylantern:onboarding-added"] ~ .dates [data-point="object"] + dd').innerText(), '25 november 2026');
  }, { javaScriptEnabled: false });
});

/** The changes to come on 22 November 2026 with the last day to object, counted by hand; that whose next day is nearest comes first. */
const toCome = [
  ['paylantern:onboarding-added', '2026-11-25'],
  ['dossierkade:text-recognition-added', '2026-11-30'],
  ['heronpost:images-added', '2026-12-05'],
  ['paylantern:chat-removed', null],
  ['heronpost:archive-moving', null],
  ['paylantern:timesheets-replaced', null],
  // The last day to object is over: what comes next is its effect, in February.
  ['dossierkade:backup-replaced', '2026-11-16'],
];
/** What the page says is to come: [change, last day to object]. */
const told = (page) => page.locator('.upcoming').evaluateAll((all) => all.map((one) => [
  one.getAttribute('aria-labelledby').replace('next:', ''),
  one.querySelector('[data-point="object"] + dd time')?.dateTime ?? null,
]));

test('what is to come stands with the last day to object, of all and of one vendor', async () => {
  await at(register, async (page) => assert.deepEqual(await told(page), toCome));
  for (const vendor of Object.keys(data.vendors)) {
    await at(`en/vendors/${vendor}/sub-processors/`, async (page) => {
      const own = toCome.filter(([id]) => id.startsWith(`${vendor}:`)).map(([id, day]) => [id.split(':')[1], day]);
      assert.deepEqual((await told(page)).map(([id, day]) => [id.split(':').at(-1), day]), own);
    });
  }
});

test('of a day to come it says how many are left, by the reader’s calendar, and of one that is past nothing', async () => {
  const left = (page, id, point) => page.locator(`[id="next:${id}"] ~ .dates [data-point="${point}"] + dd .days-left`);
  const onboarding = 'paylantern:onboarding-added';
  for (const [today, expected] of [['2026-11-22', 'nog 3 dagen'], ['2026-11-24', 'nog één dag']]) {
    await at(register, async (page) => {
      assert.equal(await left(page, onboarding, 'object').innerText(), expected);
      assert.equal(await left(page, 'dossierkade:backup-replaced', 'object').count(), 0, 'past');
      assert.equal(await left(page, onboarding, 'announced').count(), 0);
    }, { today });
  }
  await at(register, async (page) => {
    assert.equal(await left(page, onboarding, 'object').count(), 0, 'the day itself');
    assert.equal(await left(page, onboarding, 'effective').innerText(), 'nog 51 dagen');
  }, { today: '2026-11-25' });
});

test('an entry of the changes leads to its place in the vendor’s register', async () => {
  await at('nl/changes/', async (page) => {
    await page.getByRole('link', { name: 'Dossierkade vervangt Éclairépôt door Overkoepel' }).click();
    await page.waitForURL(/\/nl\/vendors\/dossierkade\/sub-processors\/#change:backup-replaced$/);
    const entry = page.locator(':target');
    assert.match(await entry.innerText(), /Dossierkade vervangt Éclairépôt door Overkoepel/);
    assert.ok(await entry.evaluate((one) => { const { top, bottom } = one.getBoundingClientRect(); return top < innerHeight && bottom > 0; }), 'in sight');
  });
});

test('a company’s page names every vendor that engages it or did, and the register leads there', async () => {
  for (const { id, name } of data.companies) {
    await at(`nl/sub-processors/${id}/`, async (page) => {
      assert.equal(await page.locator('h1').innerText(), name);
      const vendors = await page.locator('main h2').allInnerTexts().then((all) => all.map((one) => one.split('\n')[0].match(/^Ingeschakeld door (.*)$/)?.[1].trim()).filter(Boolean));
      const expected = data.engagements.filter((own) => own.company.value === id).map((own) => data.vendors[own.vendor].name);
      assert.deepEqual(vendors.sort(), expected.sort(), id);
    });
  }
});

test('nothing of what is for fewer readers is in any file', async () => {
  const secrets = [
    'Kluisgraaf', 'Kelderpad', 'Agenda, in de uitvoering voor ziekenhuizen', 'in the edition for hospitals', 'achter een stalen deur', 'behind a steel door',
    'onder het kopje over sleutels', 'heading about keys', 'de proef loopt nog', 'trial is still running', 'hallo@doordewolk', 'privacy@stratuspine', 'objections@heronpost',
    'Zilverkoets', 'meldkamer@rekenwolk', 'Wij willen eerst weten', 'first want to know whether', 'images-objected',
  ].map((secret) => secret.toLowerCase());
  const found = [];
  for (const path of await files(site)) {
    const bytes = await readFile(join(site, path));
    // The parts of the search index are compressed.
    const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8').toLowerCase();
    found.push(...secrets.filter((secret) => text.includes(secret) || path.includes(secret)).map((secret) => `${path}: ${secret}`));
  }
  assert.deepEqual(found, []);
});
