// A year in the life of registers: the same content built on successive days. Feeds gain what was entered in between and nothing else, and
// nothing that was told once is told anew. What is expected stands in the content's own files, and in the two tables below, which were
// counted by hand.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse as parseToml } from 'smol-toml';
import { command } from './support.mjs';

const days = [
  '2026-01-01', '2026-01-12', '2026-02-09', '2026-03-09', '2026-04-15', '2026-05-04', '2026-05-31', '2026-06-30',
  '2026-08-17', '2026-09-30', '2026-10-31', '2026-11-22', '2026-12-31', '2027-02-01', '2027-12-31',
];
const source = new URL('../sites/register/', import.meta.url);
const languages = ['nl', 'en'];

/** What each engagement is, from which of the days on; `null` where it is not entered yet. */
const statuses = {
  'dossierkade hosting': { '2026-01-01': null, '2026-01-12': 'active' },
  'dossierkade support': { '2026-01-01': null, '2026-03-09': 'planned', '2026-04-15': 'active' },
  'dossierkade index': { '2026-01-01': null, '2026-01-12': 'active', '2026-08-17': 'replaced' },
  'dossierkade search': { '2026-01-01': null, '2026-06-30': 'planned', '2026-08-17': 'active' },
  'dossierkade messages': { '2026-01-01': null, '2026-01-12': 'active', '2026-09-30': 'ended' },
  'dossierkade translation': { '2026-01-01': null, '2026-09-30': 'planned', '2026-10-31': 'withdrawn' },
  // Somebody objects, and it takes effect nevertheless.
  'dossierkade backup-2027': { '2026-01-01': null, '2026-11-22': 'objected', '2027-02-01': 'active' },
  'dossierkade backup': { '2026-01-01': null, '2026-01-12': 'active', '2027-02-01': 'replaced' },
  'dossierkade text-recognition': { '2026-01-01': null, '2026-11-22': 'planned', '2027-02-01': 'active' },
  // That somebody objects, only the owner's own people may know.
  'heronpost images': { '2026-01-01': null, '2026-11-22': 'planned', '2027-02-01': 'active' },
  'heronpost captions': { '2026-01-01': null, '2026-12-31': 'planned', '2027-12-31': 'active' },
  'paylantern timesheets': { '2026-01-01': null, '2026-05-04': 'active', '2027-02-01': 'replaced' },
  'paylantern chat': { '2026-01-01': null, '2026-05-04': 'active', '2026-12-31': 'ended' },
  'wachtkamer-en-zo reminders': { '2026-01-01': null, '2026-03-09': 'active', '2026-05-31': 'ended' },
  'wachtkamer-en-zo push': { '2026-01-01': null, '2026-11-22': 'withheld' },
};

/** The last day to object to a change, or why there is none. What is no change that one may object to, or is withheld, is not here. */
const lastDays = {
  'dossierkade support-added': '2026-03-02',
  'dossierkade hosting-moved': '2026-03-16',
  'dossierkade index-replaced': '2026-06-15',
  'dossierkade translation-added': '2026-09-28',
  'dossierkade support-moved': '2026-11-09',
  'dossierkade backup-replaced': '2026-11-16',
  'dossierkade text-recognition-added': '2026-11-30',
  'heronpost delivery-ground': '2026-05-14',
  'heronpost analytics-added': '2026-09-30',
  'heronpost images-added': '2026-12-05',
  'heronpost archive-moving': 'not-counted',
  'heronpost captions-added': 'not-counted',
  'paylantern printing-added': 'not-counted',
  'paylantern timesheets-replaced': 'not-counted',
  'paylantern onboarding-added': '2026-11-25',
  'wachtkamer-en-zo interpreting-added': 'no-period',
  'wachtkamer-en-zo diary-data': 'no-period',
};

/** What was entered when, as the content's files have it: { id, vendor, day }, save what is not for everyone. */
async function entered() {
  const found = [];
  const folder = new URL('content/vendors/', source);
  for (const vendor of await readdir(folder)) {
    const read = async (file) => parseToml(await readFile(new URL(`${vendor}/${file}`, folder), 'utf8'));
    const day = (date) => date.toISOString().slice(0, 10);
    found.push({ id: `${vendor}/vendor`, day: day((await read('vendor.toml')).entered) });
    for (const change of (await read('sub-processors.toml')).change) {
      if (change.audience !== 'internal') found.push({ id: `${vendor}/register/${change.id}`, vendor, day: day(change.date) });
    }
  }
  return found;
}

let work;
const sites = new Map();
before(async () => {
  work = await mkdtemp(join(tmpdir(), 'clausewerk-year-'));
  await cp(source, join(work, 'source'), { recursive: true });
  const settings = join(work, 'source/clausewerk.toml');
  await writeFile(settings, (await readFile(settings, 'utf8')).replace('[site]', '[site]\nsearch = false'));
  const left = [...days];
  const build = async () => {
    for (let day = left.shift(); day; day = left.shift()) {
      sites.set(day, join(work, day));
      await promisify(execFile)(command, ['build', '--root', join(work, 'source'), '--today', day, '--base-url', 'https://trust.example.org/', '--output-dir', join(work, day)]);
    }
  };
  await Promise.all([build(), build()]);
});
after(() => rm(work, { recursive: true }));

const json = async (day, path) => JSON.parse(await readFile(join(sites.get(day), path), 'utf8'));
const name = ({ id }) => id.replace(/^tag:[^:]*:..\//, '');

test('feeds gain what was entered in between, no more and no less', async () => {
  const all = await entered();
  assert.ok(all.length > 40);
  const vendors = [...new Set(all.map(({ vendor }) => vendor).filter(Boolean))];
  const feeds = new Map([
    ['changes', () => true],
    ['sub-processors', ({ vendor }) => vendor],
    ...vendors.map((of) => [`vendors/${of}/sub-processors`, ({ vendor }) => vendor === of]),
  ]);
  for (const language of languages) {
    for (const [path, isIn] of feeds) {
      let told = [];
      for (const [place, day] of days.entries()) {
        const items = (await json(day, `${language}/${path}/feed.json`)).items.map(name);
        const gained = items.filter((id) => !told.includes(id));
        const since = days[place - 1] ?? '';
        assert.deepEqual(gained.sort(), all.filter((one) => isIn(one) && one.day > since && one.day <= day).map(({ id }) => id).sort(), `${language}/${path} on ${day}`);
        assert.deepEqual(told.filter((id) => !items.includes(id)), [], `${language}/${path} on ${day}: nothing vanishes`);
        told = items;
      }
    }
  }
});

test('an entry keeps its id, day, title and address, and has the day on which it was entered', async () => {
  const dayOf = new Map((await entered()).map(({ id, day }) => [id, day]));
  for (const language of languages) {
    const known = new Map();
    for (const day of days) {
      const { items } = await json(day, `${language}/changes/feed.json`);
      for (const item of items) {
        const kept = { id: item.id, title: item.title, url: item.url, date: item.date_published };
        assert.deepEqual(kept, known.get(item.id) ?? kept, `${item.id} on ${day}`);
        assert.equal(item.date_published, `${dayOf.get(name(item))}T00:00:00Z`);
        known.set(item.id, kept);
      }
    }
    assert.equal(known.size, dayOf.size);
  }
});

test('a feed is as new as its newest entry, on whatever day it is built', async () => {
  for (const day of days) {
    const xml = await readFile(join(sites.get(day), 'nl/changes/feed.xml'), 'utf8');
    const [, updated] = xml.match(/<updated>(.*?)<\/updated>/);
    const { items } = await json(day, 'nl/changes/feed.json');
    if (items.length > 0) assert.equal(updated, items[0].date_published);
    else assert.ok(updated, 'without entries it says something that does not depend on the day');
  }
});

test('a day in a calendar keeps its id and day as long as it is there', async () => {
  const known = new Map();
  for (const day of days) {
    const calendar = await readFile(join(sites.get(day), 'nl/changes/calendar.ics'), 'utf8').catch(() => '');
    for (const event of calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1)) {
      const kept = ['UID', 'DTSTAMP', 'DTSTART;VALUE=DATE', 'SUMMARY'].map((key) => event.match(new RegExp(`^${key}:(.*)$`, 'm'))[1].trim());
      assert.deepEqual(kept, known.get(kept[0]) ?? kept, day);
      known.set(kept[0], kept);
    }
  }
  assert.ok(known.size > 40, `${known.size} days`);
});

test('an engagement is planned, runs, and ends or is called off, each from its day on', async () => {
  for (const [engagement, turns] of Object.entries(statuses)) {
    const [vendor, id] = engagement.split(' ');
    for (const day of days) {
      const { engagements } = await json(day, 'data/v1/sub-processors.json');
      const turn = Object.keys(turns).filter((from) => from <= day).at(-1);
      assert.equal(engagements.find((one) => one.vendor === vendor && one.id === id)?.status ?? null, turns[turn], `${engagement} on ${day}`);
    }
  }
});

test('the last day to object is the one counted by hand, whenever one asks', async () => {
  const seen = new Set();
  for (const day of days) {
    for (const change of (await json(day, 'data/v1/sub-processors.json')).changes) {
      const key = `${change.vendor} ${change.id}`;
      assert.equal(change['object-until'] ?? change['object-basis'] ?? undefined, lastDays[key], `${key} on ${day}`);
      if (key in lastDays) seen.add(key);
    }
  }
  assert.equal(seen.size, Object.keys(lastDays).length);
});
