// On paper: what an agreement and other pages look like when they are printed, read from the PDF that Chromium makes.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { browser, serve, sites } from './support.mjs';

let chromium, folder;
before(async () => { [chromium, folder] = [await browser(), await mkdtemp(join(tmpdir(), 'clausewerk-paper-'))]; });
after(async () => { await chromium?.close(); await rm(folder, { recursive: true }); });

/** The sheets of a page, as lines of text each. */
async function sheets(site, path, options = {}) {
  const server = await serve(sites.get(site));
  const context = await chromium.newContext({ locale: 'nl-NL', ...options });
  try {
    const page = await context.newPage();
    await page.goto(server.url + path, { waitUntil: 'load' });
    const pdf = join(folder, 'sheet.pdf');
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 32e6 });
    const found = stdout.split('\f');
    assert.equal(found.pop(), '', 'every sheet ends');
    return found;
  } finally {
    await context.close();
    await server.close();
  }
}

const voxio = 'vendors/voxio/processing-agreement/';
const whole = (found) => found.join('\n').replace(/\s+/g, ' ');

test('each sheet of an agreement bears its title, version, address and number, and says that it is not for signing', async () => {
  for (const [language, title, version, standing, count] of [
    ['nl', /Verwerkersovereenkomst Voxio/, /versie niet vermeld/, /Samenvatting, niet de tekst van de leverancier\. Niet ter ondertekening\./, (n, all) => `Pagina ${n} van ${all}`],
    ['en', /Processing Agreement, Voxio/i, /version not stated/, /Summary, not the vendor’s text\. Not for signing\./, (n, all) => `Page ${n} of ${all}`],
  ]) {
    const found = await sheets('example', `${language}/${voxio}`);
    assert.ok(found.length > 4, `${found.length} sheets`);
    found.forEach((sheet, place) => {
      for (const said of [title, version, standing]) assert.match(sheet, said, `sheet ${place + 1}`);
      assert.ok(sheet.includes(`https://trust.example.org/${language}/${voxio}`), `sheet ${place + 1} has the address`);
      assert.ok(sheet.includes(count(place + 1, found.length)), `sheet ${place + 1} is counted`);
    });
  }
});

test('only what is offered, verbatim, the original and complete could be signed', async () => {
  const path = 'vendors/voorbeeldarchief/processing-agreement/';
  const original = await sheets('verbatim', `nl/${path}`);
  assert.doesNotMatch(whole(original), /ondertekening\. |signing/);
  assert.match(original[0], new RegExp(`https://trust.example.org/nl/${path}`));
  assert.match(whole(await sheets('verbatim', `en/${path}`)), /Translation\. Not for signing\./);
  assert.match(whole(await sheets('verbatim', `nl/${path}bilingual/`)), /Niet ter ondertekening\./);
});

test('nothing of the screen is printed, and every provision is', async () => {
  const text = whole(await sheets('example', `nl/${voxio}`));
  for (const furniture of ['Kopieer verwijzing', 'Naar de inhoud', 'Zoeken', 'Weergave', 'beide talen', 'Vorige:', '¶']) assert.ok(!text.includes(furniture), furniture);
  for (const number of ['1.1', '7.3', '13.2', '1.A', '1.D']) assert.ok(text.includes(` ${number}`), number);
});

test('links are notes: a number behind the words, the address at the end; without scripts it stands behind the words', async () => {
  const found = whole(await sheets('example', `nl/${voxio}`));
  assert.match(found, /Koppelingen 1\. https:\/\/wetten\.overheid\.nl\//);
  const without = whole(await sheets('example', `nl/${voxio}`, { javaScriptEnabled: false }));
  assert.match(without, /persoonsgegevens \(https:\/\/wetten\.overheid\.nl\//);
});

test('any other page says what it is not, whatever theme the reader chose', async () => {
  for (const [path, said] of [['nl/definitions/processor/', 'Geen overeenkomst en geen juridisch advies. Niet ter ondertekening.'], ['en/', 'No agreement and no legal advice. Not for signing.']]) {
    for (const colorScheme of ['light', 'dark']) {
      for (const sheet of await sheets('example', path, { colorScheme })) assert.ok(sheet.includes(said), path);
    }
  }
});
