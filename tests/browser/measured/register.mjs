// What a register of 2,000 engagements weighs, how long one waits for a choice in it, and what building it takes: a measurement, to be run
// alone on a machine that does nothing else, and no test of `tests/run`: `CLAUSEWERK=… CHROMIUM=… npm run measure-register`.
// Fifty vendors of forty engagements each, of 300 companies, generated here; one in ten is to come. Bounds are generous on purpose.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { browser, command, open, pages, serve } from '../support.mjs';

const numbered = (name, count) => Array.from({ length: count }, (_, at) => `${name}-${String(at + 1).padStart(3, '0')}`);
const [vendors, companies, each] = [numbered('leverancier', 50), numbered('bedrijf', 300), 40];
const countries = ['NL', 'BE', 'DE', 'FR', 'IE', 'SE', 'GB', 'US'];
const grounds = { GB: 'gb-2025', US: 'us-data-privacy-framework' };
const categories = ['identification', 'contact-details', 'user-files', 'account-data', 'usage-data', 'ip-addresses', 'financial-data'];
const purposes = [['opslag van bestanden', 'storage of files'], ['verzending van berichten', 'sending of messages'], ['hulp aan gebruikers', 'help for users'], ['bewaking van storingen', 'monitoring of failures'], ['facturering', 'invoicing']];
const capital = (text) => text[0].toUpperCase() + text.slice(1).replace('-', ' ');
const from = (list, at) => list[at % list.length];
const both = (key, [nl, en]) => `${key}.nl = "${nl}"\n${key}.en = "${en}"\n`;

const company = (slug, at) => `name = "${capital(slug)}"\nlegal-name = "${capital(slug)} B.V."\naddress = "not-stated"\ncountry = "${from(countries, at)}"\nparent = "not-stated"\nwebsite = "https://${slug}.example/"\nreviewed = 2026-11-01\n`;

/** An engagement and the change that it begins with. */
function engagement(vendor, at) {
  const number = vendor * 7 + at * 11;
  const country = from(countries, number);
  const cited = 'agreement = "dpa"\nclause = "1.1"\nquote = "mag subverwerkers inschakelen"\n';
  const ground = grounds[country] ? `mechanism = "adequacy-decision", decision = "${grounds[country]}", to = ["${country}"]` : 'mechanism = "none-needed"';
  const change = at % 10 === 9 ? `kind = "added"\ndate = 2026-11-16\nannounced = 2026-11-16\neffective = 2027-01-${String(10 + (at % 20))}\n` : 'kind = "entered"\ndate = 2026-02-01\n';
  return `[[engagement]]\nid = "e${at}"\ncompany = "${from(companies, number)}"\n${both('purpose', from(purposes, number))}${both('service', [`Dienst ${at % 4}`, `Service ${at % 4}`])}`
    + `data = ["${from(categories, number)}", "${from(categories, number + 1)}"]\ndata-subjects = ["users"]\nplace = [{ country = "${country}" }]\ntransfer = [{ ${ground} }]\nfurther = "not-stated"\n`
    + `[[engagement.permission]]\n${cited}[[engagement.citation]]\n${cited}[[change]]\nid = "c${at}"\nengagement = "e${at}"\n${change}`;
}

/** The files of a vendor: an agreement, what it says of objecting, and the register. */
const files = (slug, vendor) => ({
  'vendor.toml': `name = "${capital(slug)}"\nlegal-name = "${capital(slug)} B.V."\nwebsite = "not-stated"\nseat = "Utrecht"\nentered = 2026-02-01\n[services]\nnl = "Opslag"\nen = "Storage"\n`,
  'dpa/agreement.toml': 'kind = "processing-agreement"\nstatus = "offered"\ntext = "summary"\naudience = "public"\noriginal = "nl"\nprevailing = "not-stated"\nversion = "not-stated"\nverified = 2026-01-01\n[translations.en]\nstatus = "informative"\n',
  'dpa/nl.md': '# Verwerkersovereenkomst\n\n## Artikel 1. Subverwerkers\n\n1.1 Verwerker mag subverwerkers inschakelen. Bezwaar kan binnen 14 dagen na de aankondiging.\n',
  'dpa/en.md': '# Processing agreement\n\n## Article 1. Sub-processors\n\n1.1 Processor may engage sub-processors. One may object within 14 days of the announcement.\n',
  'facts.toml': `examined = ["dpa"]\nverified = 2026-01-01\n[[fact]]\nid = "sub-objection"\nstate = "stated"\n${both('summary', ['Binnen 14 dagen', 'Within 14 days'])}[[fact.value]]\nnumber = 14\nunit = "days"\ntrigger = "announcement"\n[[fact.citation]]\nagreement = "dpa"\nclause = "1.1"\nquote = "binnen 14 dagen na de aankondiging"\n`,
  'sub-processors.toml': `examined = ["dpa"]\nreviewed = 2026-11-01\n${Array.from({ length: each }, (_, at) => engagement(vendor, at)).join('')}`,
});

let folder, server, chromium;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clausewerk-register-'));
  const write = async (path, text) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await write('clausewerk.toml', '[site]\nname = "Veel subverwerkers"\nbase-url = "https://trust.example.org/"\nsearch = false\n');
  for (const [at, slug] of companies.entries()) await write(`content/sub-processors/${slug}.toml`, company(slug, at));
  for (const [at, slug] of vendors.entries()) for (const [path, text] of Object.entries(files(slug, at))) await write(`content/vendors/${slug}/${path}`, text);
  chromium = await browser();
});
after(async () => { await chromium?.close(); await server?.close(); await rm(folder, { recursive: true }); });

test('building it', async () => {
  const start = performance.now();
  const built = spawnSync('/usr/bin/time', ['-v', command, 'build', '--root', folder, '--today', '2026-11-22', '--language', 'en'], { encoding: 'utf8', maxBuffer: 1e9 });
  assert.equal(built.status, 0, built.stderr.slice(-3000));
  const memory = Number(built.stderr.match(/Maximum resident set size \(kbytes\): (\d+)/)[1]) / 1000;
  const of = (name) => built.stderr.match(new RegExp(`${name} time \\(seconds\\): (.*)`))[1];
  console.log(`# ${((performance.now() - start) / 1000).toFixed(1)} s (of the processor ${of('User')} s), ${memory.toFixed(0)} MB, ${(await pages(join(folder, 'public'))).length} pages`);
  server = await serve(join(folder, 'public'));
});

test('its weight', async () => {
  for (const path of ['nl/sub-processors/', 'en/sub-processors/', 'nl/changes/', 'nl/vendors/leverancier-001/sub-processors/', 'nl/sub-processors/bedrijf-001/']) {
    const html = await readFile(join(folder, 'public', path, 'index.html'));
    console.log(`# /${path}: ${(html.length / 1000).toFixed(0)} kB, compressed ${(gzipSync(html, { level: 6 }).length / 1000).toFixed(0)} kB`);
  }
  for (const path of ['nl/sub-processors/feed.xml', 'nl/sub-processors/calendar.ics', 'data/v1/sub-processors.json', 'data/v1/sub-processors.csv']) {
    const bytes = await readFile(join(folder, 'public', path));
    console.log(`# /${path}: ${(bytes.length / 1000).toFixed(0)} kB, compressed ${(gzipSync(bytes, { level: 6 }).length / 1000).toFixed(0)} kB`);
  }
});

const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];

test('a choice in it, on a desk and on a phone', async () => {
  for (const [name, options] of [['desk', { viewport: { width: 1280, height: 900 } }], ['phone', { viewport: { width: 360, height: 800 } }]]) {
    const context = await chromium.newContext({ locale: 'nl-NL', ...options });
    const complaints = [];
    const page = await open(context, complaints);
    const start = performance.now();
    await page.goto(`${server.url}nl/sub-processors/`);
    const loaded = performance.now() - start;
    assert.equal(await page.locator('.comparison .register tbody tr').count(), vendors.length * each);
    // The script alone, and until the page has been laid out anew and is about to be painted.
    const times = await page.evaluate(async () => {
      const field = document.querySelector('.filters select[name="country"]');
      const values = [...field.options].map(({ value }) => value).filter(Boolean);
      const found = [];
      for (let round = 0; round < 10; round += 1) {
        field.value = round % 2 ? '' : values[(round / 2) % values.length];
        const from = performance.now();
        field.dispatchEvent(new Event('change', { bubbles: true }));
        const script = performance.now() - from;
        await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
        found.push([script, performance.now() - from]);
      }
      return found;
    });
    const [script, shown] = [0, 1].map((part) => median(times.map((one) => one[part])));
    console.log(`# ${name}: loaded in ${loaded.toFixed(0)} ms; a choice takes ${script.toFixed(0)} ms, and is shown after ${shown.toFixed(0)} ms (medians of ${times.length})`);
    assert.ok(script < 1000 && shown < 5000, `${script} ms, ${shown} ms`);
    await context.close();
    assert.deepEqual(complaints, []);
  }
});
