// Forty vendors, more than a page of a matrix shows: any of them is set beside any other, by script, in the reader's language, and what
// goes wrong is said. The site is generated here: little text, and records that differ between vendors.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { browser, command, open, serve } from './support.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const names = Array.from({ length: 40 }, (_, at) => `Leverancier ${String(at + 1).padStart(2, '0')}`);
const slug = (name) => name.toLowerCase().replace(' ', '-');

/** The files of a vendor: the deadline is its number in hours, every third one's text is silent on audits. */
function files(name, at) {
  const cited = '[[fact.citation]]\nagreement = "dpa"\nclause = "1.1"\nquote = "meldt een inbreuk"\n';
  const audit = at % 3 === 2 ? 'state = "not-stated"\n' : `state = "stated"\nsummary.nl = "Eenmaal per jaar"\nsummary.en = "Once a year"\n[[fact.value]]\nchoice = "report-only"\n${cited}`;
  const state = ['covered', 'partly', 'absent'][at >= 32 ? 2 : at % 2];
  return {
    'vendor.toml': `name = "${name}"\nlegal-name = "${name} B.V."\nwebsite = "not-stated"\nseat = "Utrecht"\n[services]\nnl = "Opslag"\nen = "Storage"\n`,
    'dpa/agreement.toml': 'kind = "processing-agreement"\nstatus = "offered"\ntext = "summary"\naudience = "public"\noriginal = "nl"\nprevailing = "not-stated"\nversion = "not-stated"\nverified = 2026-01-01\n[translations.en]\nstatus = "informative"\n',
    'dpa/nl.md': `# Verwerkersovereenkomst\n\n## Artikel 1. Melden\n\n1.1 Verwerker meldt een inbreuk binnen ${at + 1} uur nadat die bekend is.\n`,
    'dpa/en.md': `# Processing agreement\n\n## Article 1. Notice\n\n1.1 Processor reports a breach within ${at + 1} hours after it is known.\n`,
    'facts.toml': `examined = ["dpa"]\nverified = 2026-01-01\n[[fact]]\nid = "breach-deadline"\nstate = "stated"\nsummary.nl = "Binnen ${at + 1} uur"\nsummary.en = "Within ${at + 1} hours"\n[[fact.value]]\nnumber = ${at + 1}\nunit = "hours"\ntrigger = "awareness"\n${cited}[[fact]]\nid = "audit-right"\n${audit}`,
    'coverage.toml': `examined = ["dpa"]\nverified = 2026-01-01\n[[requirement]]\nid = "gdpr-28-3-h-audits"\nstate = "${state}"\nreason.nl = "Zoals er staat."\nreason.en = "As it says."\n${state === 'absent' ? '' : '[[requirement.citation]]\nagreement = "dpa"\nclause = "1.1"\nquote = "meldt een inbreuk"\n'}`,
  };
}

let folder, server, chromium;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clausewerk-many-'));
  await writeFile(join(folder, 'clausewerk.toml'), '[site]\nbase-url = "https://trust.example.org/"\nsearch = false\n');
  for (const [at, name] of names.entries()) {
    for (const [path, text] of Object.entries(files(name, at))) {
      const file = join(folder, 'content/vendors', slug(name), path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
  const built = spawnSync(command, ['build', '--root', folder, '--today', '2026-11-22', '--language', 'en'], { encoding: 'utf8' });
  assert.equal(built.status, 0, built.stderr);
  [server, chromium] = [await serve(join(folder, 'public')), await browser()];
});
after(async () => { await chromium?.close(); await server?.close(); await rm(folder, { recursive: true }); });

/** Opens a page in a context of its own, does something, and sees to it that nothing was wrong meanwhile but what is expected. */
async function at(path, act, { expected = [], ...options } = {}) {
  const context = await chromium.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 }, ...options });
  const complaints = [];
  const page = await open(context, complaints);
  await page.goto(server.url + path);
  await act(page);
  await context.close();
  assert.deepEqual(complaints.filter((complaint) => !expected.some((one) => one.test(complaint))), []);
}

const field = (page) => page.getByLabel(/Een leverancier van een andere pagina|A vendor of another page/);
const columns = (page) => page.locator('.matrix thead th:visible').allInnerTexts().then((all) => all.slice(1).map((one) => one.trim()));
const row = (page, name) => page.locator('tr', { has: page.getByRole('rowheader', { name }) });
const said = (page) => page.locator('.filters .more output');

/** Adds a vendor as one does with the keyboard. */
async function add(page, name) {
  await field(page).fill(name);
  await field(page).press('Enter');
}

test('a vendor of another page stands beside those of this one, with its words and links, and is in the address', async () => {
  await at('nl/compare/facts/', async (page) => {
    assert.equal((await columns(page)).length, 16);
    await page.getByRole('checkbox', { name: 'Leverancier 02' }).check();
    await add(page, 'leverancier 37');
    await page.getByRole('checkbox', { name: 'Leverancier 37' }).waitFor();
    await add(page, 'Leverancier 20');
    await page.getByText('Leverancier 20 is toegevoegd.').waitFor();
    assert.deepEqual(await columns(page), ['Leverancier 02', 'Leverancier 37', 'Leverancier 20']);
    assert.equal(new URL(page.url()).search, '?v=leverancier-02,leverancier-37,leverancier-20');
    assert.match(await page.locator('.filters > output').innerText(), /2 van 2 feiten, 3 van 18 leveranciers\.$/);
    const cells = await row(page, 'Meldtermijn datalek').locator('td:visible').allInnerTexts();
    assert.match(cells[1], /37 uur vanaf kennisname/);
    // The same cell as on its own page, to the letter.
    const own = await page.evaluate(async () => {
      const other = new DOMParser().parseFromString(await (await fetch('3/')).text(), 'text/html');
      const place = other.querySelector('.filters [value="leverancier-37"]').dataset.c;
      return [...other.querySelectorAll(`tbody td[data-c="${place}"]`)].map((cell) => cell.innerHTML);
    });
    assert.deepEqual(await page.locator('tbody td[data-c="17"]').evaluateAll((all) => all.map((cell) => cell.innerHTML)), own);
    assert.equal(await field(page).inputValue(), '');
    assert.ok(await field(page).evaluate((one) => one === document.activeElement), 'one goes on where one is');
    const link = row(page, 'Meldtermijn datalek').locator('td[data-c="17"] .cite a');
    assert.equal(await link.getAttribute('href'), '/nl/vendors/leverancier-37/dpa/#1.1');

    // An address that somebody else opens, and the other language.
    await page.reload();
    await page.getByRole('checkbox', { name: 'Leverancier 20' }).waitFor();
    assert.deepEqual(await columns(page), ['Leverancier 02', 'Leverancier 37', 'Leverancier 20']);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(/\/en\/compare\/facts\/\?v=leverancier-02,leverancier-37,leverancier-20/);
    await page.getByRole('checkbox', { name: 'Leverancier 20' }).waitFor();
    assert.deepEqual(await columns(page), ['Leverancier 02', 'Leverancier 37', 'Leverancier 20']);
    assert.match((await row(page, 'Breach notification deadline').locator('td:visible').allInnerTexts())[1], /37 hours/);

    await page.getByRole('button', { name: 'Clear the choice' }).click();
    // A form is cleared first, and answered after.
    await page.waitForURL((url) => url.search === '');
    assert.equal((await columns(page)).length, 16);
    assert.equal(new URL(page.url()).search, '');
  });
});

test('what is at an end of a row, and what is the same, holds for all vendors', async () => {
  await at('nl/compare/facts/2/?v=leverancier-17,leverancier-01,leverancier-40,leverancier-04', async (page) => {
    await page.getByRole('checkbox', { name: 'Leverancier 04' }).waitFor();
    const deadline = row(page, 'Meldtermijn datalek');
    assert.deepEqual(await deadline.locator('td:visible .extreme').allInnerTexts(), ['kortste', 'langste']);
    await page.getByRole('checkbox', { name: 'alleen verschillen' }).check();
    assert.ok(!(await row(page, 'Auditrecht').isVisible()), 'all four say the same');
    await add(page, 'Leverancier 03');
    await page.getByText('Leverancier 03 is toegevoegd.').waitFor();
    assert.ok(await row(page, 'Auditrecht').isVisible(), 'the text of the third is silent');
    assert.ok(await deadline.isVisible());
  });
});

test('coverage too, with its marks and what a state means', async () => {
  await at('nl/compare/coverage/', async (page) => {
    const states = () => page.locator('.legend .state').evaluateAll((all) => all.map((one) => one.dataset.state));
    assert.ok(!(await states()).includes('absent'));
    await page.getByRole('checkbox', { name: 'Leverancier 01' }).check();
    await add(page, 'Leverancier 40');
    await page.getByText('Leverancier 40 is toegevoegd.').waitFor();
    assert.deepEqual(await columns(page), ['Leverancier 01', 'Leverancier 40']);
    assert.equal(await page.locator('.clause-column:visible').count(), 2);
    assert.ok((await states()).includes('absent'), 'explained, now that it is there');
    await page.getByRole('button', { name: 'Keuze wissen' }).click();
    assert.equal(await page.locator('.clause-column:visible').count(), 16);
  });
});

test('what is no name, too many, or not to be had is said', async () => {
  await at('nl/compare/facts/3/', async (page) => {
    await add(page, 'Nobody');
    await page.getByText('Zo heet geen leverancier.').waitFor();
    await add(page, 'leverancier 1');
    await page.getByText('Zo heten meer leveranciers.').waitFor();
    await page.route('**/nl/compare/facts/', (route) => route.abort());
    await add(page, 'Leverancier 01');
    await page.getByText('Die leverancier was niet op te halen.').waitFor();
    assert.equal((await columns(page)).length, 8);
    // Once the line is there again it works: nothing that failed is kept.
    await page.unroute('**/nl/compare/facts/');
    for (const name of names.slice(0, 8)) {
      await add(page, name);
      await page.getByText(`${name} is toegevoegd.`).waitFor();
    }
    assert.equal((await columns(page)).length, 8);
    await add(page, names[8]);
    await page.getByText('Meer dan 8 leveranciers').waitFor();
    // One that is here already is ticked.
    await add(page, names[39]);
    await page.getByText(`${names[39]} is toegevoegd.`).waitFor();
    assert.ok(await page.getByRole('checkbox', { name: names[39] }).isChecked());
  }, { expected: [/ERR_FAILED/] });
});

test('the vendors that are not here are offered by name', async () => {
  await at('nl/compare/facts/', async (page) => {
    assert.equal(await page.locator('#filter\\:vendors option').count(), 0, 'nothing is fetched before one asks');
    await field(page).focus();
    await page.locator('#filter\\:vendors option').first().waitFor({ state: 'attached' });
    assert.deepEqual(await page.locator('#filter\\:vendors option').evaluateAll((all) => all.map((one) => one.value)), names.slice(16));
  });
});

test('without scripts nothing is offered that cannot be had, and the pages are there', async () => {
  await at('nl/compare/facts/', async (page) => {
    assert.ok(!(await field(page).isVisible()));
    assert.equal(await page.locator('.matrix-pages a').count(), 3);
  }, { javaScriptEnabled: false });
});

test('nothing is in the way of anyone, nothing is cut off, and the scripts stay small', async () => {
  for (const [path, width] of [['nl/compare/facts/?v=leverancier-01,leverancier-40', 1280], ['en/compare/coverage/?v=leverancier-02,leverancier-35', 320]]) {
    await at(path, async (page) => {
      await page.getByRole('checkbox', { name: /Leverancier (40|35)/, includeHidden: true }).waitFor({ state: 'attached' });
      for (const summary of await page.locator('.filters summary:visible').all()) await summary.click();
      await page.locator('.matrix thead th[data-c="17"]').waitFor({ state: 'attached' });
      const found = await page.evaluate(async (source) => { (0, eval)(source); return axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }); }, axe);
      assert.deepEqual(found.violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`)), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      const scripts = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0));
      assert.ok(scripts > 0 && scripts <= 15_000, `${scripts} bytes of scripts`);
    }, { viewport: { width, height: 800 }, bypassCSP: true });
  }
});
