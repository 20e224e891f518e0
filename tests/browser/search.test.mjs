// Searching: what is found, in which order, and how a reader gets about. Clauses are named by vendor, agreement and id;
// more vendors may join.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { browser, files, open, serve, site } from './support.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let server, chromium;
before(async () => { [server, chromium] = [await serve(site), await browser()]; });
after(async () => { await chromium?.close(); await server?.close(); });

/** Searches on a page of its own, does something, and sees to it that nothing was wrong meanwhile. */
async function search(language, query, act, { on = server, ...options } = {}) {
  const context = await chromium.newContext({ locale: 'nl-NL', ...options });
  const complaints = [];
  const page = await open(context, complaints);
  await page.goto(`${on.url}${language}/search/${query === undefined ? '' : `?q=${encodeURIComponent(query)}`}`);
  if (query !== undefined && options.javaScriptEnabled !== false) await settled(page);
  await act(page, context);
  await context.close();
  // Who leaves while the other language is looked up breaks that off.
  assert.deepEqual(complaints.filter((complaint) => !/Failed to (load|fetch)[\s\S]*Failed to fetch/.test(complaint)), []);
}

const settled = (page) => page.waitForFunction(() => document.querySelector('.results').ariaBusy === 'false');

/** The results: for each text its address, and the ids of its clauses, best first. */
const found = (page) => page.locator('.result-group').evaluateAll((groups) => groups.map((group) => ({
  text: new URL(group.querySelector('h2 a').href).pathname.replace(/^.*?\/(nl|en)\//, ''),
  clauses: [...group.querySelectorAll('.hit h3 a')].map((link) => decodeURIComponent(new URL(link.href).hash.slice(1))),
})));

const voxio = 'vendors/voxio/processing-agreement/';
const attachingit = 'vendors/attachingit/processing-agreement/';
const mxRelay = 'vendors/mx-relay/processing-agreement/';
const xxxMe = 'vendors/xxx-me/processing-agreement/';

// The provision that a reader looks for must be among the first three of its agreement.
const wanted = [
  ['datalek', { [voxio]: ['7.1'], [attachingit]: ['8.1'], [mxRelay]: ['5.1'], [xxxMe]: ['8.1'] }],
  ['persoonsgegeven', { [voxio]: ['1.1', '3.1', 'bijlage-1/1.A', 'bijlage-1/1.C'], [attachingit]: ['1.5', '2.2', '9.1'] }],
  ['audit', { [voxio]: ['10.1', '10.2'], [attachingit]: ['10.2', '10.3'], [xxxMe]: ['5.1'] }],
  ['artikel 28', { [mxRelay]: ['p4'], [xxxMe]: ['recitals', '1/p1'] }],
  ['sub-processor', { [attachingit]: ['6.1'] }],
  ['subverwerker', { [attachingit]: ['6.1'], [voxio]: ['5.1'] }],
];
const wantedInEnglish = [
  ['data breach', { [voxio]: ['7.1'], [attachingit]: ['8.1'], [mxRelay]: ['5.1'] }],
  ['article 28', { [mxRelay]: ['p4'], [xxxMe]: ['recitals', '1/p1'] }],
  ['personal data', { [voxio]: ['1.1', '1.2', '3.1', 'annex-1/1.A', 'bijlage-1/1.A', 'bijlage-1/1.C'], [attachingit]: ['1.5', '2.2', '9.1'] }],
  ['audit', { [voxio]: ['10.1', '10.2'], [attachingit]: ['10.2', '10.3'] }],
  ['sub-processor', { [attachingit]: ['6.1'], [voxio]: ['5.1'] }],
];
for (const [language, queries] of [['nl', wanted], ['en', wantedInEnglish]]) {
  for (const [query, expected] of queries) {
    test(`“${query}” (${language})`, async () => {
      await search(language, query, async (page) => {
        const groups = await found(page);
        for (const [text, right] of Object.entries(expected)) {
          const { clauses = [] } = groups.find((group) => group.text === text) ?? {};
          assert.ok(clauses.slice(0, 3).some((clause) => right.includes(clause)), `${text}: ${clauses.slice(0, 5)}`);
        }
      });
    });
  }
}

/** The clauses whose text matches, by text and id, from the site's own data. */
async function citing(language, pattern) {
  const texts = new Map();
  for (const path of (await files(site)).filter((path) => path.startsWith('data/v1/agreements/'))) {
    const { vendor, agreement, languages } = JSON.parse(await readFile(join(site, path), 'utf8'));
    const clauses = [];
    const walk = ({ parts, articles, sections, clauses: own, items, id, text = '', after = '' }) => {
      for (const inner of [parts, articles, own, sections].flatMap((all) => all ?? [])) walk(inner);
      const whole = (node) => [node.text, ...(node.items ?? []).map(whole), node.after].filter(Boolean).join(' ');
      if (!parts && !articles && !own && pattern.test(whole({ text, items, after }))) clauses.push(id);
    };
    if (languages?.[language]) walk(languages[language]);
    if (clauses.length) texts.set(`vendors/${vendor}/${agreement}/`, clauses);
  }
  return texts;
}

for (const [language, query, pattern] of [['nl', 'artikel 28', /\b(artikel(en)?|artt?\.) 28\b/i], ['en', 'article 28', /\b(articles?|arts?\.) 28\b/i]]) {
  test(`“${query}” (${language}) finds what cites it before what merely has 28`, async () => {
    const expected = await citing(language, pattern);
    await search(language, query, async (page) => {
      const groups = await found(page);
      for (const [text, right] of expected) {
        const { clauses = [] } = groups.find((group) => group.text === text) ?? {};
        assert.ok(clauses.slice(0, 3).some((clause) => right.includes(clause)), `${text}: ${clauses}, not ${right}`);
      }
      if (!expected.size) assert.deepEqual(groups.filter(({ clauses }) => clauses.length > 0), [], 'nothing cites it');
    });
  });
}

test('another form of a word finds the same provisions', async () => {
  for (const [one, other] of [['persoonsgegeven', 'persoonsgegevens'], ['datalek', 'datalekken'], ['maatregel', 'maatregelen'], ['betrokkene', 'betrokkenen'], ['sub-processor', 'subprocessor']]) {
    const of = async (query) => {
      let texts;
      await search('nl', query, async (page) => { texts = await found(page); });
      return new Set(texts.filter(({ text }) => text.startsWith('vendors/')).flatMap(({ text, clauses }) => clauses.map((id) => `${text}#${id}`)));
    };
    const [first, second] = [await of(one), await of(other)];
    assert.ok(first.size > 0, one);
    // A compound begins with one of the forms only: “persoonsgegevensverwerking”.
    const byItself = await citing('nl', new RegExp(`(?<![\\p{L}-])(${one}|${other})(?![\\p{L}-])`, 'iu'));
    const differ = [...first, ...second].filter((place) => {
      if (first.has(place) && second.has(place)) return false;
      const [text, id] = place.split('#');
      return byItself.get(text)?.includes(id);
    });
    assert.deepEqual(differ, [], `${one} and ${other}`);
  }
});

test('a hit says what was found, where, and leads there', async () => {
  await search('nl', 'datalek', async (page) => {
    const group = page.locator('.result-group', { has: page.locator('h2', { hasText: /^Voxio/ }) });
    assert.match(await group.locator('h2').innerText(), /Voxio: Verwerkersovereenkomst/);
    assert.match(await group.locator('header .note').innerText(), /^origineel · \d+ bepaling/);
    const hit = group.locator('.hit').first();
    assert.equal(await hit.locator('.number').innerText(), '7.1');
    assert.match(await hit.locator('mark').first().innerText(), /^datalek$/i);
    assert.match(await page.locator('[role="status"]').first().innerText(), /^\d+ bepalingen in \d+ overeenkomsten.*\.$/);
    await hit.locator('h3 a').click();
    await page.waitForURL(`${server.url}nl/${voxio}#7.1`);
    assert.match(await page.locator('[id="7.1"]').innerText(), /datalek/);
  });
});

test('several words are one question, and quoted words stand together', async () => {
  await search('nl', 'redelijke termijn', async (page) => {
    assert.equal((await found(page)).find(({ text }) => text === voxio).clauses[0], '7.1');
  });
  await search('nl', '"binnen een redelijke termijn"', async (page) => {
    for (const hit of await page.locator('.hit').all()) {
      assert.equal((await hit.locator('mark').allInnerTexts()).slice(0, 4).join(' ').toLowerCase(), 'binnen een redelijke termijn');
    }
    assert.ok((await page.locator('.hit').count()) > 0);
  });
});

test('results can be narrowed, and the choice is in the address', async () => {
  await search('nl', 'persoonsgegevens', async (page) => {
    await page.getByRole('checkbox', { name: /Voxio/ }).check();
    await page.waitForURL(/vendor=voxio/);
    await settled(page);
    assert.deepEqual((await found(page)).map(({ text }) => text), [voxio]);
    await page.reload();
    await settled(page);
    assert.ok(await page.getByRole('checkbox', { name: /Voxio/ }).isChecked());
    assert.deepEqual((await found(page)).map(({ text }) => text), [voxio]);
    await page.getByRole('checkbox', { name: /Voxio/ }).uncheck();
    await page.getByRole('checkbox', { name: /^pagina/ }).check();
    await page.waitForURL((url) => url.searchParams.get('kind') === 'page' && !url.searchParams.has('vendor'));
    await settled(page);
    const texts = (await found(page)).map(({ text }) => text);
    assert.ok(texts.length > 0 && texts.every((text) => !text.startsWith('vendors/')), `${texts}`);
  });
});

test('each choice says how many texts it leaves, and leaves as many', async () => {
  await search('en', 'subprocessor change', async (page) => {
    const ticks = page.locator('.ticks li:not([hidden])');
    const promised = await ticks.evaluateAll((all) => all.map((one) => [one.textContent.trim().split(/\s+/)[0], Number(one.querySelector('.figures').textContent)]));
    assert.ok(promised.length > 1);
    for (const [name, n] of promised) {
      const tick = page.getByRole('checkbox', { name: new RegExp(`^${name}`) });
      await tick.check();
      await page.waitForURL(/(vendor|kind)=/);
      await settled(page);
      assert.equal((await found(page)).length, n, name);
      await tick.uncheck();
      await page.waitForURL((url) => !url.searchParams.has('vendor') && !url.searchParams.has('kind'));
      await settled(page);
    }
  });
});

test('a provision that is found by its subject says so', async () => {
  await search('nl', 'datalek', async (page) => {
    const hit = page.locator('.result-group', { has: page.locator('h2', { hasText: /^Voxio/ }) }).locator('.hit', { hasText: '7.2' });
    assert.equal(await hit.locator('mark').count(), 0);
    assert.equal(await hit.locator('.note').innerText(), 'Gevonden op onderwerp: Melding van datalekken');
  });
});

test('on a phone the choices are closed above what is found, and open where something was chosen', async () => {
  await search('nl', 'datalek', async (page) => {
    const refine = page.locator('.refine');
    assert.ok(!(await refine.getByRole('checkbox').first().isVisible()));
    assert.ok((await refine.boundingBox()).y < (await page.locator('.result-group').first().boundingBox()).y);
    await refine.getByText('Verfijnen').tap();
    await page.getByRole('checkbox', { name: /Voxio/ }).tap();
    await page.waitForURL(/vendor=voxio/);
    await page.reload();
    await settled(page);
    assert.ok(await page.getByRole('checkbox', { name: /Voxio/ }).isChecked());
    assert.ok(await page.getByRole('checkbox', { name: /Voxio/ }).isVisible());
  }, { viewport: { width: 360, height: 740 }, hasTouch: true });
});

test('the keyboard is enough', async () => {
  await search('nl', undefined, async (page) => {
    await page.goto(`${server.url}nl/vendors/`);
    await page.keyboard.press('/');
    await page.waitForURL(`${server.url}nl/search/`);
    assert.ok(await page.getByRole('searchbox').evaluate((field) => field === document.activeElement), 'the field has the focus');
    await page.keyboard.type('datalek');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=datalek/);
    await page.locator('.hit').first().waitFor();
    const current = () => page.evaluate(() => document.activeElement.getAttribute('href') ?? document.activeElement.name);
    const links = await page.locator('.hit h3 a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    await page.keyboard.press('ArrowDown');
    assert.equal(await current(), links[0]);
    await page.keyboard.press('ArrowDown');
    assert.equal(await current(), links[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    assert.equal(await current(), 'q');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(server.origin + links[0]);
    await page.goBack();
    await page.locator('.hit').first().waitFor();
    assert.equal(await page.getByRole('searchbox').inputValue(), 'datalek');
    await page.locator('.hit h3 a').first().focus();
    await page.keyboard.press('/');
    assert.equal(await current(), 'q');
  });
});

test('nothing found is said, with a way on', async () => {
  for (const [language, said] of [['nl', /Niets gevonden voor “qqxyz”/], ['en', /Nothing found for “qqxyz”/]]) {
    await search(language, 'qqxyz', async (page) => {
      assert.match(await page.locator('[role="status"]').first().innerText(), said);
      assert.equal(await page.locator('.hit').count(), 0);
      assert.equal(await page.locator('.results a').getAttribute('href'), `/${language}/vendors/`);
    });
  }
  // Of several words, some may be enough; and what has a name here can be asked by its name there.
  await search('nl', 'datalek qqxyz', async (page) => {
    assert.match(await page.locator('[role="status"]').first().innerText(), /Geen tekst heeft al deze woorden/);
    assert.ok((await found(page)).some(({ text }) => text === voxio));
  });
  await search('nl', 'data breach', async (page) => {
    assert.match(await page.locator('[role="status"]').first().innerText(), /Onder de naam “datalek”/);
    assert.ok((await found(page)).some(({ text, clauses }) => text === voxio && clauses.includes('7.1')));
  });
});

test('odd queries do no harm', async () => {
  for (const query of ['<img src=x onerror=alert(1)>', '“', '"', '.*+?', '   ', '%00', 'x'.repeat(5000), '‮datalek', 'constructor __proto__ toString', '{n} {q}']) {
    await search('nl', query, async (page) => {
      assert.equal(await page.locator('.results img').count(), 0);
      assert.ok((await page.locator('template.search-failed').count()) === 1);
      assert.doesNotMatch(await page.locator('.results').innerText(), /lukt nu niet/, query);
    }).catch((error) => { throw new Error(`${query.slice(0, 40)}: ${error.message}`); });
  }
});

test('the other language is offered, under the name that things have there', async () => {
  await search('nl', 'datalek', async (page) => {
    const link = page.locator('.elsewhere a');
    await link.waitFor();
    assert.match(await link.innerText(), /^\d+ teksten over “data breach”$/);
    await link.click();
    await page.waitForURL(`${server.url}en/search/?q=data+breach`);
    await settled(page);
    assert.ok((await found(page)).some(({ text, clauses }) => text === voxio && clauses.includes('7.1')));
  });
});

test('the home page leads to what is asked there, and no host is told the words', async () => {
  await search('nl', undefined, async (page) => {
    await page.goto(`${server.url}nl/`);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('searchbox').fill('datalek');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}nl/search/?q=datalek`);
    await settled(page);
    assert.ok((await found(page)).some(({ text, clauses }) => text === voxio && clauses.includes('7.1')));
    assert.deepEqual(asked.filter((address) => /datalek|[?&]q=/.test(address.split('#')[0])), []);
  });
});

test('the site can be searched below a path of another site', async () => {
  const below = await serve(process.env.SUB_PATH_SITE, '/trust/');
  await search('en', 'audit', async (page) => {
    const { text } = (await found(page))[0];
    assert.match(text, /^vendors\//);
    await page.locator('.hit h3 a').first().click();
    await page.waitForURL((url) => url.pathname.startsWith('/trust/en/vendors/') && url.hash.length > 1);
    assert.ok(await page.locator(':target').isVisible());
  }, { on: below });
  await below.close();
});

test('nothing is loaded before there is a question', async () => {
  const context = await chromium.newContext();
  const page = await context.newPage();
  const loaded = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(`${server.url}nl/search/`, { waitUntil: 'networkidle' });
  assert.deepEqual(loaded.filter((path) => path.startsWith('/search-index/')), []);
  await context.close();
});

test('without scripts the page says so and leads to the agreements', async () => {
  await search('nl', undefined, async (page) => {
    assert.match(await page.locator('main').innerText(), /Zoeken werkt alleen met scripts aan/);
    assert.equal(await page.locator('main noscript a').getAttribute('href'), '/nl/vendors/');
  }, { javaScriptEnabled: false });
});

test('no page but the search pages may run WebAssembly, and they need no more', async () => {
  const context = await chromium.newContext();
  const page = await context.newPage();
  const policy = async (path) => (await page.goto(server.url + path)).headers()['content-security-policy'];
  assert.match(await policy('nl/search/'), /script-src 'self' 'wasm-unsafe-eval';/);
  assert.doesNotMatch(await policy('nl/'), /wasm/);
  await context.close();
});

test('axe finds no barrier in results, and they fit a phone', async () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const [language, query, width] of [['nl', 'persoonsgegevens', 1280], ['en', 'audit', 360], ['nl', 'qqxyz', 360]]) {
      await search(language, query, async (page) => {
        const told = await page.evaluate(async (source) => {
          (0, eval)(source);
          const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
          return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`));
        }, axe);
        assert.deepEqual(told, []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `too wide at ${width}`);
      }, { colorScheme, bypassCSP: true, viewport: { width, height: 800 } });
    }
  }
});
