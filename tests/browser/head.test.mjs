// What every page says of itself: to search engines, to those who share it, to programs.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { files, site } from './support.mjs';

const origin = 'https://trust.example.org/';
const decode = (text) => text.replace(/&(?:#x([0-9a-f]+)|(amp|lt|gt|quot));/gi, (_, code, name) => (code ? String.fromCodePoint(parseInt(code, 16)) : { amp: '&', lt: '<', gt: '>', quot: '"' }[name]));
const plain = (html) => decode(html.replace(/<[^>]*>/g, '')).trim();
const all = (text, pattern) => [...text.matchAll(pattern)].map((found) => decode(found[1]));
const one = (text, pattern, what) => {
  const found = all(text, pattern);
  assert.equal(found.length, 1, what);
  return found[0];
};
const meta = (head, name) => one(head, new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`, 'g'), name);

/** Every page for people but the one that is shown where there is nothing, with its address. */
const pages = [];
for (const path of (await files(site)).filter((path) => path.endsWith('index.html'))) {
  const html = await readFile(join(site, path), 'utf8');
  const [head, body] = [html.slice(0, html.indexOf('</head>')), html.slice(html.indexOf('</head>'))];
  pages.push({ path, address: origin + path.slice(0, -'index.html'.length), language: /^(nl|en)\//.exec(path)?.[1], head, body });
}

/** Holds for every page, or says for which ones it does not. */
async function everywhere(check) {
  const faults = [];
  for (const page of pages) {
    try { await check(page); } catch (error) { faults.push(`${page.path}: ${error.message}`); }
  }
  assert.deepEqual(faults.slice(0, 10), []);
}

test('every page has a title and a description of its own, neither empty nor endless', async () => {
  const seen = new Map();
  await everywhere(({ path, language, head }) => {
    const title = one(head, /<title>([^<]*)<\/title>/g, 'one title');
    const description = meta(head, 'description');
    assert.ok(title.length >= 10 && title.length <= 140, `title of ${title.length}: ${title}`);
    assert.ok(description.length >= 40 && description.length <= 192, `description of ${description.length}: ${description}`);
    for (const words of [title, description]) {
      assert.doesNotMatch(words, /\{|\}|undefined|<|\s\s|^\s|\s$/, words);
      const key = `${language} ${words}`;
      assert.ok(!seen.has(key), `as on ${seen.get(key)}: ${words}`);
      seen.set(key, path);
    }
  });
});

test('every page says where it is, and where it is in each language', async () => {
  await everywhere(({ address, head }) => {
    assert.equal(one(head, /<link rel="canonical" href="([^"]*)">/g, 'one canonical address'), address);
    const hreflangs = all(head, /<link rel="alternate" hreflang="([^"]*)"/g);
    assert.deepEqual(hreflangs, ['nl', 'en', 'x-default']);
  });
  const known = new Set(pages.map(({ address }) => address));
  await everywhere(({ head }) => {
    for (const other of all(head, /<link rel="alternate" hreflang="[^"]*" href="([^"]*)"/g)) assert.ok(known.has(other), other);
  });
});

test('every page can be shared: in the words of its head, with a picture that is there and as large as told', async () => {
  await everywhere(async ({ address, language = 'nl', head }) => {
    const title = one(head, /<title>([^<]*)<\/title>/g, 'one title');
    const name = meta(head, 'og:site_name');
    assert.ok(title === name || title === `${meta(head, 'og:title')} · ${name}`, title);
    assert.equal(meta(head, 'og:description'), meta(head, 'description'));
    assert.equal(meta(head, 'og:url'), address);
    assert.match(meta(head, 'og:type'), /^(website|article)$/);
    assert.equal(meta(head, 'og:locale'), { nl: 'nl_NL', en: 'en_GB' }[language]);
    assert.equal(meta(head, 'og:locale:alternate'), { nl: 'en_GB', en: 'nl_NL' }[language]);
    assert.equal(meta(head, 'twitter:card'), 'summary_large_image');
    assert.ok(meta(head, 'og:image:alt').length > 10);
    const picture = meta(head, 'og:image');
    assert.equal(picture, `${origin}${language}/card.png`);
    const png = await readFile(join(site, picture.slice(origin.length)));
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)].map(String), [meta(head, 'og:image:width'), meta(head, 'og:image:height')]);
    assert.ok(png.length < 100_000, `${png.length} bytes`);
  });
});

test('what every page says to programs is JSON-LD that agrees with what people see', async () => {
  const types = new Set();
  await everywhere(({ address, language, head, body }) => {
    const [json, ...more] = [...head.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map((found) => found[1]);
    assert.equal(more.length, 0);
    assert.doesNotMatch(json, /[<>&\u2028\u2029]/);
    const said = JSON.parse(json);
    // Where the Data Privacy Vocabulary is used, it is named.
    const [first, ...prefixes] = [said['@context']].flat();
    assert.equal(first, 'https://schema.org');
    assert.deepEqual(prefixes, json.includes('"dpv:') ? [{ dpv: 'https://w3id.org/dpv#', 'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#' }] : []);
    assert.equal(said.url, address);
    assert.deepEqual(said.inLanguage, language ? [language] : ['nl', 'en']);
    assert.equal(said.name, meta(head, 'og:title'));
    assert.equal(said.description, meta(head, 'description'));

    const seen = all(body, /<nav class="crumbs"[^>]*>(.*?)<\/nav>/gs).flatMap((crumbs) => [...crumbs.matchAll(/<li[^>]*>(.*?)<\/li>/gs)].map((step) => plain(step[1])));
    const steps = said.breadcrumb?.itemListElement ?? [];
    assert.deepEqual(steps.map((step) => step.name), seen);
    assert.deepEqual(steps.map((step) => step.position), steps.map((_, place) => place + 1));
    if (steps.length > 0) assert.equal(steps.at(-1).item, address);

    // Every object says what it is, and nothing is said with an empty value.
    const walk = (value, path) => {
      if (Array.isArray(value)) { assert.ok(value.length > 0, path); value.forEach((inner, place) => walk(inner, `${path}[${place}]`)); return; }
      if (value !== null && typeof value === 'object') {
        assert.ok(value['@type'], `${path} has no type`);
        for (const type of [value['@type']].flat()) types.add(type);
        for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
        return;
      }
      assert.ok(value !== null && value !== '', `${path} is empty`);
      if (/\.(url|item|contentUrl|sameAs|additionalType)$/.test(path)) assert.match(value, /^https?:\/\//, path);
    };
    walk({ ...said, '@context': first }, 'said');
  });
  for (const type of ['WebSite', 'SearchAction', 'Organization', 'CreativeWork', 'DigitalDocument', 'DefinedTerm', 'DefinedTermSet', 'ItemList', 'AboutPage', 'BreadcrumbList', 'dpv:DataSubProcessor', 'dpv:DataProcessingAgreement']) {
    assert.ok(types.has(type), `no page speaks of a ${type}`);
  }
});

test('a summary is never told to be the document', async () => {
  await everywhere(({ head, body }) => {
    const said = JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(head)[1]);
    if (!/^.*?<body[^>]*data-kind="(agreement|bilingual)"/s.test(body)) return;
    if (/<body[^>]*data-text="summary"/.test(body)) {
      assert.equal(said.mainEntity['@type'], 'CreativeWork');
      assert.equal(said.mainEntity.isBasedOn['@type'], 'DigitalDocument');
      assert.match(said.mainEntity.name, /\((samenvatting|summary)\)$/);
      assert.match(said.mainEntity.disambiguatingDescription, /^(Dit is niet de tekst van|This is not the text of) /);
    } else {
      assert.equal(said.mainEntity['@type'], 'DigitalDocument');
    }
  });
});
