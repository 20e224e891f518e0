// What the site says of registers to programs: feeds, calendars, linked data, JSON and CSV, each read by somebody else's parser and held
// against the others and against the pages.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import { SaxesParser } from 'saxes';
import { files, pages, site } from './support.mjs';

const register = process.env.REGISTER_SITE;
const origin = 'https://trust.example.org/';
const standing = {
  nl: 'Een pagina, feed of agenda is geen mededeling in de zin van enige overeenkomst.',
  en: 'A page, feed or calendar is no notice under anyone’s agreement.',
};
const data = JSON.parse(await readFile(join(register, 'data/v1/sub-processors.json'), 'utf8'));
const language = (path) => path.slice(0, 2);
const unique = (all, what) => assert.equal(new Set(all).size, all.length, `${what}: ${all.filter((one, place) => all.indexOf(one) !== place)}`);
const moment = /^\d{4}-\d\d-\d\dT00:00:00Z$/;

/** The files of a site that end like this, with their texts. */
async function endingIn(folder, end) {
  const found = (await files(folder)).filter((path) => path.endsWith(end));
  return Promise.all(found.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}

/** Throws unless a text is well-formed XML, name spaces included. */
function wellFormed(text) {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => { throw error; });
  parser.write(text).close();
}

/** Sees to it that an address is that of a page of the site, and its anchor a place in it. */
function reader(folder) {
  const kept = new Map();
  return async (address) => {
    assert.ok(address.startsWith(origin) && !address.includes('/data/'), address);
    const [path, anchor] = address.slice(origin.length).split('#');
    assert.ok(path.endsWith('/'), `${address} is a page`);
    if (!kept.has(path)) kept.set(path, await readFile(join(folder, path, 'index.html'), 'utf8'));
    if (anchor) assert.ok(kept.get(path).includes(` id="${decodeURIComponent(anchor)}"`), `${address} leads to a place`);
  };
}

/** What a feed says, whatever its form: [id, title, text, day, link]. */
const ofAtom = (feed) => (feed.entries ?? []).map(({ id, title, summary, updated, links }) => [id, title.value, summary.value, updated.slice(0, 10), links[0].href]);
const ofJson = (feed) => (feed.items ?? []).map(({ id, title, content_text: text, date_published: day, url }) => [id, title, text, day.slice(0, 10), url]);

for (const [name, folder] of [['example', site], ['register', register]]) {
  const leads = reader(folder);

  test(`every Atom feed is one, with all that RFC 4287 asks for (${name})`, async () => {
    const feeds = await endingIn(folder, 'feed.xml');
    assert.ok(feeds.length >= 8);
    for (const { path, text } of feeds) {
      wellFormed(text);
      const feed = parseAtomFeed(text);
      assert.match(feed.id, /^tag:trust\.example\.org,2026:(nl|en)\/feeds\//);
      assert.equal(feed.xml.lang, language(path));
      assert.ok(feed.title.value.length > 10 && feed.authors[0].name, path);
      assert.equal(feed.subtitle.value, standing[language(path)]);
      assert.match(feed.updated, moment);
      assert.deepEqual(feed.links.map(({ rel, href }) => [rel, href]), [['self', origin + path], ['alternate', origin + path.replace('feed.xml', '')]]);
      await leads(feed.links[1].href);
      if (feed.entries?.length) assert.equal(feed.updated, feed.entries[0].updated, 'as new as its newest entry');
      unique((feed.entries ?? []).map(({ id }) => id), path);
      for (const entry of feed.entries ?? []) {
        assert.match(entry.id, /^tag:trust\.example\.org,\d{4}:(nl|en)\//);
        assert.equal(entry.id.match(/,(\d{4}):(..)\//).slice(1).join(), [entry.updated.slice(0, 4), language(path)].join());
        assert.match(entry.updated, moment);
        assert.equal(entry.published, entry.updated, 'no entry is dated anew');
        assert.ok(entry.title.value && entry.summary.value.endsWith(standing[language(path)]), entry.id);
        assert.deepEqual(entry.links.map(({ rel }) => rel), ['alternate']);
        await leads(entry.links[0].href);
      }
      const days = (feed.entries ?? []).map(({ updated }) => updated);
      assert.deepEqual(days, [...days].sort().reverse(), 'the newest first');
    }
    unique(feeds.map(({ text }) => parseAtomFeed(text).id), 'feeds');
  });

  test(`every JSON Feed is one of version 1.1, and says what the Atom feed says (${name})`, async () => {
    for (const { path, text } of await endingIn(folder, 'feed.json')) {
      const raw = JSON.parse(text);
      assert.equal(raw.version, 'https://jsonfeed.org/version/1.1');
      assert.deepEqual([raw.feed_url, raw.home_page_url], [origin + path, origin + path.replace('feed.json', '')]);
      assert.deepEqual([raw.language, raw.description], [language(path), standing[language(path)]]);
      for (const item of raw.items) {
        assert.deepEqual(Object.keys(item).sort(), ['content_text', 'date_published', 'id', 'title', 'url']);
        assert.match(item.date_published, moment);
      }
      const atom = parseAtomFeed(await readFile(join(folder, path.replace('feed.json', 'feed.xml')), 'utf8'));
      assert.deepEqual(ofJson(parseJsonFeed(raw)), ofAtom(atom));
      assert.equal(raw.title, atom.title.value);
    }
  });

  test(`every page that has a feed tells programs where (${name})`, async () => {
    for (const { path } of await endingIn(folder, 'feed.xml')) {
      const html = await readFile(join(folder, path.replace('feed.xml', 'index.html')), 'utf8');
      const told = [...html.matchAll(/<link rel="alternate" type="([^"]*)" title="[^"]+" href="([^"]*)">/g)].map(([, type, href]) => `${type} ${href}`);
      assert.deepEqual(told, [`application/atom+xml /${path}`, `application/feed+json /${path.replace('.xml', '.json')}`]);
    }
  });

  test(`every calendar is one, of whole days that stay what they are (${name})`, async () => {
    for (const { path, text } of await endingIn(folder, '.ics')) {
      const calendar = new ICAL.Component(ICAL.parse(text));
      assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
      assert.ok(calendar.getFirstPropertyValue('prodid'));
      assert.equal(calendar.getFirstPropertyValue('description'), standing[language(path)]);
      const entries = new Map(ofAtom(parseAtomFeed(await readFile(join(folder, path.replace('calendar.ics', 'feed.xml')), 'utf8'))).map((entry) => [entry[0], entry]));
      const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one, { strictExceptions: true }));
      assert.ok(events.length > 0);
      unique(events.map(({ uid }) => uid), path);
      for (const event of events) {
        const [, point, id] = event.uid.match(/^(announced|object|effective)\/(.*)$/);
        const [, title, words, day, link] = entries.get(id);
        assert.ok(event.startDate.isDate && event.endDate.isDate && event.duration.toSeconds() === 86_400, event.uid);
        assert.equal(event.component.getFirstPropertyValue('dtstamp').toString(), `${day}T00:00:00Z`);
        assert.ok(event.summary.endsWith(`: ${title}`) && event.summary.length > title.length + 4, `${point}: ${event.summary}`);
        assert.deepEqual([event.description, event.component.getFirstPropertyValue('url')], [words, link]);
      }
    }
  });
}

test('lines of calendars are no longer than 75 octets (RFC 5545, section 3.1)', async () => {
  for (const { path, text } of await endingIn(register, '.ics')) {
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line), `${path}: ${line}`);
  }
});

test('calendars hold each day that is known, and nothing for what has none', async () => {
  for (const { path, text } of await endingIn(register, '.ics')) {
    const vendor = path.match(/vendors\/([^/]+)\//)?.[1];
    const expected = data.changes.filter((change) => !vendor || change.vendor === vendor).flatMap((change) => Object.entries({ announced: change.announced, object: change['object-until'], effective: change.effective })
      .filter(([, day]) => day).map(([point, day]) => `${point} ${change.vendor}/register/${change.id} ${day}`));
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    const found = events.map(({ uid, startDate }) => uid.replace(/\/tag:[^:]*:..\//, ' ') + ` ${startDate}`);
    assert.deepEqual(found.sort(), expected.sort(), path);
  }
});

test('entries of registers have the day of the change, and names arrive as they are', async () => {
  const names = ['=Rekenwolk & Zonen <b>', 'Dóór; B.V., de “Wolk”', 'Éclairépôt', 'Thistlebyte & Daughters'];
  for (const [path, all] of Object.entries({ 'nl/sub-processors': 'Wachtkamer & Zo', 'en/changes': 'Wachtkamer & Zo' })) {
    const entries = ofJson(JSON.parse(await readFile(join(register, path, 'feed.json'), 'utf8')));
    const known = new Map(entries.map(([id, , , day]) => [id.replace(/^tag:[^:]*:..\//, ''), day]));
    for (const change of data.changes) assert.equal(known.get(`${change.vendor}/register/${change.id}`), change.date);
    for (const name of [...names, all]) assert.ok(entries.some(([, title]) => title.includes(name)), name);
    for (const [, title, text] of entries) assert.doesNotMatch(title + text, /&(amp|lt|gt|quot|#)|\\[;,]/);
  }
});

test('the data are as their schema says', async () => {
  const ajv = new Ajv({ allErrors: true, formats: { uint8: true } });
  for (const folder of [site, register]) {
    const schema = JSON.parse(await readFile(join(folder, 'data/v1/schemas/sub-processors.json'), 'utf8'));
    const valid = ajv.compile(schema);
    assert.ok(valid(JSON.parse(await readFile(join(folder, 'data/v1/sub-processors.json'), 'utf8'))), JSON.stringify(valid.errors));
  }
  assert.deepEqual(data.notice, standing);
  const companies = new Set(data.companies.map(({ id }) => id));
  for (const { id, company } of data.engagements) if (company.state === 'stated') assert.ok(companies.has(company.value), id);
  unique(data.engagements.map(({ vendor, id }) => `${vendor} ${id}`), 'engagements');
  unique(data.changes.map(({ vendor, id }) => `${vendor} ${id}`), 'changes');
});

/** A cell as it was before it was made safe for spreadsheets. */
const plain = (cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '');

test('the CSV says what the JSON says, line by line, and no cell is a formula', async () => {
  for (const folder of [site, register]) {
    const said = JSON.parse(await readFile(join(folder, 'data/v1/sub-processors.json'), 'utf8'));
    const text = await readFile(join(folder, 'data/v1/sub-processors.csv'), 'utf8');
    assert.ok(text.split('\n').slice(0, -1).every((line) => line.endsWith('\r')), 'RFC 4180: lines end with CRLF');
    const lines = parseCsv(text, { columns: true, record_delimiter: '\r\n' });
    for (const cell of lines.flatMap((line) => Object.values(line))) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
    const names = new Map(said.companies.map(({ id, name }) => [id, name]));
    const joined = (all) => all.join('; ') || '[none]';
    const cell = ({ state, value }, words = joined) => (state === 'stated' ? words(value) : `[${state}]`);
    const ofEach = (own, words) => cell(own.transfers, (all) => joined(all.map((one) => words(one) ?? '[none]')));
    const expected = said.engagements.map((own) => ({
      vendor: said.vendors[own.vendor].name,
      engagement: own.id,
      company: cell(own.company, (id) => names.get(id)),
      status: own.status,
      purpose_nl: cell(own.purpose, ({ nl }) => nl),
      purpose_en: cell(own.purpose, ({ en }) => en),
      service_nl: cell(own.service, ({ nl }) => nl),
      service_en: cell(own.service, ({ en }) => en),
      condition_nl: own.condition?.nl ?? '',
      condition_en: own.condition?.en ?? '',
      data: cell(own.data),
      'data-subjects': cell(own['data-subjects']),
      countries: cell(own.places, (all) => [...new Set(all.map(({ country }) => country))].join('; ')),
      transfer: ofEach(own, ({ mechanism }) => mechanism),
      decision: ofEach(own, ({ decision }) => decision),
      module: ofEach(own, ({ module }) => module),
      document_nl: ofEach(own, ({ document }) => document?.nl),
      document_en: ofEach(own, ({ document }) => document?.en),
      further: cell(own.further, (all) => joined(all.map(({ company }) => cell(company, (id) => id)))),
      permission: cell(own.permission, (all) => joined(all.map(({ agreement, clause }) => `${agreement}#${clause}`))),
      announced: own.announced ?? '',
      'object-until': own['object-until'] ?? '',
      'object-basis': own['object-basis'] ?? '',
      effective: own.effective ?? '',
      ends: own.ends ?? '',
      reviewed: own.reviewed ?? '',
    }));
    // Of places the countries are words there, in each language; the localities are the same.
    const localities = said.engagements.map((own) => (own.places.value ?? []).map(({ locality }) => locality).filter(Boolean));
    const named = new Set();
    for (const [place, { places_nl, places_en, ...line }] of lines.entries()) {
      assert.deepEqual(Object.fromEntries(Object.entries(line).map(([key, value]) => [key, plain(value)])), expected[place]);
      for (const locality of localities[place]) for (const places of [places_nl, places_en]) assert.ok(places.includes(`(${locality})`), places);
      named.add(places_nl).add(places_en);
    }
    if (folder === register) for (const place of ['België (Gent); België (Liège)', 'Belgium (Gent); Belgium (Liège)']) assert.ok(named.has(place), place);
    assert.equal(lines.length, expected.length);
  }
});

/** Contexts are read from here: schema.org's own is large and somebody else's, and makes the same of these names. */
const documentLoader = async (url) => {
  assert.equal(url, 'https://schema.org');
  return { contextUrl: null, documentUrl: url, document: { '@context': { '@vocab': 'https://schema.org/' } } };
};
const dpv = (name) => `https://w3id.org/dpv#${name}`;
const schemaOrg = (name) => `https://schema.org/${name}`;
const all = (node, property) => node[property] ?? [];
const values = (node, property) => all(node, property).map((one) => one['@value']);

test('the linked data of every page of the register’s site are expanded, and nothing of them is lost', async () => {
  for (const path of await pages(register)) {
    const html = await readFile(join(register, path, 'index.html'), 'utf8');
    const json = JSON.parse(html.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)[1]);
    const [page, ...more] = await jsonld.expand(json, { documentLoader, safe: true });
    assert.equal(more.length, 0);
    assert.deepEqual(values(page, schemaOrg('url')), [origin + path]);
  }
});

test('a company’s page says in the Data Privacy Vocabulary who engages it, for what, where and by which agreement', async () => {
  let agreed = 0;
  for (const spoken of ['nl', 'en']) {
    for (const company of data.companies) {
      const html = await readFile(join(register, spoken, 'sub-processors', company.id, 'index.html'), 'utf8');
      const [page] = await jsonld.expand(JSON.parse(html.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)[1]), { documentLoader, safe: true });
      const [entity] = all(page, schemaOrg('mainEntity'));
      assert.ok(entity['@type'].includes(dpv('DataSubProcessor')), company.id);
      assert.deepEqual(values(entity, schemaOrg('name')), [company.name]);
      assert.deepEqual(values(entity, schemaOrg('url')), company.website.state === 'stated' ? [company.website.value] : []);
      const said = all(entity, dpv('hasProcess')).map((process) => ({
        vendor: all(process, dpv('hasDataProcessor')).flatMap((one) => values(one, schemaOrg('name'))).join(),
        purpose: all(process, dpv('hasPurpose')).flatMap((one) => values(one, schemaOrg('name'))).join(),
        countries: all(process, dpv('hasLocation')).flatMap((one) => values(one, schemaOrg('identifier'))),
        status: all(process, dpv('hasActivityStatus')).map((one) => one['@id']).join(),
      }));
      const engaged = data.engagements.filter((own) => own.company.value === company.id && ['planned', 'objected', 'active', 'withheld'].includes(own.status));
      const order = (a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
      assert.deepEqual(said.sort(order), engaged.map((own) => ({
        vendor: data.vendors[own.vendor].name,
        purpose: own.purpose.value?.[spoken] ?? '',
        countries: [...new Set((own.places.value ?? []).map(({ country }) => country))],
        status: { planned: dpv('ActivityPlanned'), objected: dpv('ActivityPlanned'), active: dpv('ActivityOngoing'), withheld: '' }[own.status],
      })).sort(order), company.id);
      for (const process of all(entity, dpv('hasProcess'))) {
        assert.ok(process['@type'].includes(dpv('PersonalDataProcess')));
        const agreements = all(process, dpv('hasOrganisationalMeasure')).filter((one) => one['@type'].includes(dpv('DataProcessingAgreement')));
        for (const agreement of agreements) {
          agreed += 1;
          await reader(register)(agreement['@id']);
        }
      }
    }
  }
  assert.ok(agreed >= 40, `${agreed} agreements`);
});
