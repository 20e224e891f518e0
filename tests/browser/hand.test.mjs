// The components for comparisons and registers, on a site of specimens: tests/sites/hand.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { browser, open, serve, sites } from './support.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let server, below, chromium;
before(async () => {
  [server, below, chromium] = [await serve(sites.get('hand')), await serve(process.env.HAND_SUB_PATH_SITE, '/trust/'), await browser()];
});
after(async () => { await chromium?.close(); await server?.close(); await below?.close(); });

/** Opens a specimen, does something, and sees to it that nothing was wrong meanwhile. */
async function at(path, act, { width = 1280, height = 800, base = server.url, ...options } = {}) {
  const context = await chromium.newContext({ locale: 'nl-NL', viewport: { width, height }, ...options });
  const complaints = [];
  const page = await open(context, complaints);
  await page.goto(base + path);
  await act(page, context);
  await context.close();
  assert.deepEqual(complaints, []);
}

const kinds = ['matrix', 'coverage', 'columns', 'redline', 'register'];
const specimens = ['nl', 'en'].flatMap((language) => kinds.map((kind) => `${language}/specimen/${kind}/`));
const matrix = 'nl/specimen/matrix/';
/** The words of each that is shown, in order. */
const shown = (page, selector) => page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.firstChild.textContent.trim()));
const heads = (page) => shown(page, '.matrix thead th[data-c] > a, .matrix thead th[data-c]:not(:has(a))');
const groups = (page) => shown(page, '.matrix .group th');
const rows = (page) => page.locator('.matrix tbody tr:not(.group)').evaluateAll((all) => all.filter((row) => row.checkVisibility()).length);
const near = (a, b) => Math.abs(a - b) < 1.5;

test('vendors and facts stay in sight while one scrolls in the table, by keyboard too', async () => {
  await at(matrix, async (page) => {
    const region = page.getByRole('region', { name: 'Feiten per leverancier' });
    await region.focus();
    // Where the head and the first column are in the region, all at one moment.
    const places = () => region.evaluate((one) => {
      const [box, head, row] = [one, one.querySelector('thead th:nth-child(9)'), one.querySelectorAll('tbody th[scope="row"]')[8]].map((part) => part.getBoundingClientRect());
      return { head: head.y - box.y, column: row.x - box.x, left: one.scrollLeft, top: one.scrollTop };
    });
    const before = await places();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'PageDown']) { await page.keyboard.press(key); await page.waitForTimeout(200); }
    const now = await places();
    assert.ok(now.left > 50 && now.top > 100, `scrolled ${now.left}, ${now.top}`);
    assert.ok(near(now.head, before.head), 'the head stays');
    assert.ok(near(now.column, before.column), 'the first column stays');
    // What is in sight there is theirs: nothing lies over it.
    const over = await page.locator('.matrix thead th').first().evaluate((one) => { const { x, y } = one.getBoundingClientRect(); return document.elementFromPoint(x + 8, y + 20).closest('th') === one; });
    assert.ok(over, 'the corner lies on top');
  });
});

test('a table of ten vendors is wider than its region, and the page is not', async () => {
  for (const width of [320, 360, 640, 768, 1280, 1920]) {
    await at(matrix, async (page) => {
      for (const path of specimens) {
        await page.goto(server.url + path);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wide <= 0, `${path} is ${wide} px too wide at ${width}`);
      }
    }, { width });
  }
});

test('on a phone each cell is a line of a card, with the vendor in words', async () => {
  await at(matrix, async (page) => {
    const row = page.locator('.matrix tbody tr:not(.group)').first();
    const names = await row.locator('td .who').evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent));
    assert.equal(names.length, 10);
    assert.equal(names[0], 'Alderbit');
    const cells = await Promise.all((await row.locator('td').all()).map((cell) => cell.boundingBox()));
    for (const [n, cell] of cells.entries()) if (n) assert.ok(cell.y >= cells[n - 1].y + cells[n - 1].height - 1, 'one below the other');
    assert.equal(await page.locator('.matrix-scroll').getAttribute('tabindex'), null, 'nothing scrolls there, so the keyboard does not stop');
    assert.ok(await row.locator('th').evaluate((one) => one.getBoundingClientRect().width > 200), 'its head is as wide as the card');
  }, { width: 360 });
});

test('ticking narrows, the address keeps it, and going back restores it', async () => {
  await at(matrix, async (page) => {
    assert.equal((await heads(page)).length, 10);
    await page.getByLabel('Boekwacht').focus();
    await page.keyboard.press('Space');
    await page.getByLabel('Fjordpost').check();
    await page.getByLabel('Audit').check();
    const address = new URL(page.url());
    assert.equal(address.search, '?v=boekwacht,fjordpost&g=audit');
    const before = [await heads(page), await groups(page), await rows(page)];
    assert.deepEqual(before, [['Boekwacht', 'Fjordpost'], ['Audit'], 4]);
    assert.equal(await page.getByRole('status').innerText(), 'Getoond: 4 van 25 feiten, 2 van 10 leveranciers.');

    await page.reload();
    assert.deepEqual([await heads(page), await groups(page), await rows(page)], before);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Register van subverwerkers' }).click();
    await page.waitForURL(/register/);
    await page.goBack();
    assert.deepEqual([await heads(page), await groups(page), await rows(page)], before);

    // The other language shows the same.
    await page.getByRole('banner').getByRole('link', { name: 'English' }).click();
    await page.waitForURL(/\/en\/specimen\/matrix\/\?v=boekwacht,fjordpost&g=audit/);
    assert.deepEqual(await heads(page), ['Boekwacht', 'Fjordpost']);
    assert.match(await page.getByRole('status').innerText(), /^Shown: 4 of 25 facts, 2 of 10 vendors\.$/);

    await page.getByRole('button', { name: 'Clear the choice' }).press('Enter');
    await page.waitForFunction(() => location.search === '');
    assert.equal((await heads(page)).length, 10);
    assert.equal(await rows(page), 25);
    assert.match(await page.getByRole('status').innerText(), /25 of 25/, 'said, since it changed');
  });
});

test('a step back within the page restores its choice', async () => {
  await at(`${matrix}?v=alderbit`, async (page) => {
    await page.evaluate(() => { location.hash = 'page:main'; });
    await page.getByLabel('Alderbit').uncheck();
    await page.getByLabel('Jutterij').check();
    assert.deepEqual(await heads(page), ['Jutterij']);
    await page.goBack();
    await page.waitForFunction(() => location.search === '?v=alderbit');
    assert.deepEqual(await heads(page), ['Alderbit']);
  });
});

test('an address that names what there is not shows everything, and keeps what is not ours', async () => {
  await at(`${matrix}?v=nobody&g=&d=7&from=mail`, async (page) => {
    assert.equal((await heads(page)).length, 10);
    assert.equal(await rows(page), 25);
    await page.getByLabel('Audit').check();
    assert.equal(new URL(page.url()).search, '?from=mail&g=audit');
  });
  await at('nl/specimen/register/?vendor=nobody', async (page) => {
    assert.equal(await page.getByRole('combobox', { name: 'Leverancier' }).inputValue(), '');
    assert.equal(await rows(page), 3);
  });
});

test('differences only asks the vendors that are chosen', async () => {
  await at(`${matrix}?d=1`, async (page) => {
    assert.equal(await rows(page), 22, 'three facts are the same for all');
    assert.equal((await groups(page)).length, 7);
    await page.getByLabel('Havensleutel').check();
    await page.getByLabel('IJsselkluis').check();
    const left = await rows(page);
    assert.ok(left > 0 && left < 22, `${left} left`);
  });
});

test('a group of which nothing is left goes too', async () => {
  await at('nl/specimen/coverage/?d=1&v=alderbit,boekwacht&g=contract', async (page) => {
    assert.deepEqual(await groups(page), ['Onderdelen van de overeenkomst']);
  });
});

test('the register can be asked by vendor and country, and says how many are left', async () => {
  await at('nl/specimen/register/', async (page) => {
    await page.getByRole('combobox', { name: 'Land' }).selectOption('nl');
    assert.equal(await rows(page), 2);
    await page.getByRole('combobox', { name: 'Leverancier' }).selectOption('alderbit');
    assert.equal(await rows(page), 1);
    assert.equal(new URL(page.url()).search, '?vendor=alderbit&country=nl');
    assert.equal(await page.getByRole('status').innerText(), 'Getoond: 1 van 3 vermeldingen.');
    await page.reload();
    assert.equal(await rows(page), 1);
  });
});

test('on a phone the filters open and close', async () => {
  await at(matrix, async (page) => {
    assert.ok(!(await page.getByLabel('Alderbit').isVisible()));
    await page.getByText('Kiezen wat u ziet').press('Enter');
    await page.getByLabel('Alderbit').check();
    assert.equal(new URL(page.url()).search, '?v=alderbit');
    assert.ok(await page.getByRole('status').isVisible());
  }, { width: 360 });
});

test('the filters work below a path of another site', async () => {
  await at(matrix, async (page) => {
    await page.getByLabel('Cirrofoon').check();
    assert.equal(page.url(), `${below.url}${matrix}?v=cirrofoon`);
    await page.reload();
    assert.deepEqual(await heads(page), ['Cirrofoon']);
  }, { base: below.url });
});

test('without scripts columns, groups and differences can be filtered, and nothing is offered that cannot', async () => {
  await at(matrix, async (page) => {
    await page.getByLabel('Boekwacht').check();
    await page.getByLabel('Audit').check();
    assert.deepEqual([await heads(page), await groups(page)], [['Boekwacht'], ['Audit']]);
    await page.getByLabel('alleen verschillen').check();
    assert.equal(await rows(page), 3);
    await page.getByRole('button', { name: 'Keuze wissen' }).click();
    assert.equal(await rows(page), 25);
    assert.ok(!(await page.locator('.with-scripts').isVisible()));
  }, { javaScriptEnabled: false });
  await at('nl/specimen/register/', async (page) => {
    assert.ok(!(await page.locator('.filters').isVisible()));
    assert.equal(await rows(page), 3);
  }, { javaScriptEnabled: false });
});

test('the script filters more columns than the style sheet lists', async () => {
  await at(matrix, async (page) => {
    // As if there were forty vendors: the last one's place is 40.
    await page.evaluate(() => { for (const one of document.querySelectorAll('[data-c="10"]')) one.dataset.c = 40; });
    await page.getByLabel('Jutterij').check();
    assert.deepEqual(await heads(page), ['Jutterij']);
  });
});

test('a state has a word and a shape of its own, without any colour', async () => {
  for (const options of [{}, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
    for (const path of ['nl/specimen/matrix/', 'nl/specimen/coverage/']) {
      await at(path, async (page) => {
        const legend = page.locator('.legend .state');
        const found = [];
        for (const state of await legend.all()) {
          const word = await state.innerText();
          assert.ok(word.length > 3);
          const shape = await state.evaluate((one) => {
            const { borderStyle, borderRadius, borderWidth, backgroundImage, backgroundColor } = getComputedStyle(one, '::before');
            const filled = !['rgba(0, 0, 0, 0)', 'transparent'].includes(backgroundColor);
            return [borderStyle, borderRadius, borderWidth, backgroundImage.split('(')[0], filled].join(' ');
          });
          found.push(shape);
        }
        assert.ok(found.length >= 5);
        assert.equal(new Set(found).size, found.length, `${JSON.stringify(options)}: ${found.join(' | ')}`);
        for (const cell of await page.locator('td .state').all()) assert.notEqual((await cell.textContent()).trim(), '');
      }, options);
    }
  }
});

test('words that one vendor alone has are struck or underlined, and said', async () => {
  await at('nl/specimen/redline/', async (page) => {
    const lines = (selector) => page.locator(selector).first().evaluate((one) => { const { textDecorationLine, textDecorationStyle } = getComputedStyle(one); return `${textDecorationLine} ${textDecorationStyle}`; });
    assert.equal(await lines('.redline del'), 'line-through solid');
    assert.equal(await lines('.redline ins'), 'underline double');
    assert.match(await page.locator('.redline-pair').nth(3).locator('.clause-brief').first().innerText(), /waar \[alleen Alderbit: Verwerkingsverantwoordelijke\] is gevestigd/);
    assert.match(await page.locator('main').ariaSnapshot(), /deletion: "?\[alleen Alderbit:/);
    // One side is absent: said in words, beside the other.
    assert.match(await page.locator('.redline-pair[data-kind="right-only"] .absent').innerText(), /Alderbit\s+geen bepaling/);
    const all = await page.locator('.redline-pair').count();
    await page.getByLabel('alleen verschillen').check();
    assert.equal(await page.locator('.redline-pair:visible').count(), all - 1);
    assert.equal(await page.getByRole('status').innerText(), `Getoond: ${all - 1} van ${all} bepalingen.`);
  });
});

test('a chart says in words what it draws', async () => {
  for (const language of ['nl', 'en']) {
    await at(`${language}/specimen/coverage/`, async (page) => {
      const words = new Map(await page.locator('.legend .state').evaluateAll((all) => all.map((one) => [one.dataset.state, one.textContent])));
      for (const tier of await page.locator('.tier').all()) {
        const { drawn, title, said, beside, name } = await tier.evaluate((one) => ({
          drawn: [...one.querySelectorAll('svg .m')].map((mark) => mark.dataset.state),
          title: one.querySelector('title').textContent, said: one.querySelector('desc').textContent,
          name: one.querySelector('p').textContent, beside: one.querySelector('.note').textContent,
        }));
        assert.equal(title, name);
        assert.equal(said, beside);
        const counts = [...new Set(drawn)].map((state) => `${drawn.filter((one) => one === state).length} ${words.get(state)}`);
        assert.deepEqual(said.split(', ').sort(), counts.sort());
        // What nobody looked at, what is on request and what does not apply is drawn and not counted.
        const counted = drawn.filter((one) => !['not-applicable', 'not-recorded', 'withheld'].includes(one)).length;
        assert.match(title, new RegExp(`: ${drawn.filter((one) => one === 'covered').length} \\S+ ${counted} `));
      }
      assert.ok(await page.getByRole('img').count() >= 8);
    });
    await at(`${language}/specimen/register/`, async (page) => {
      const chart = page.locator('.time-line').first();
      const beside = await page.locator('.upcoming .dates > div').evaluateAll((all) => all.map((one) => `${one.children[0].textContent}: ${one.children[1].textContent}`));
      assert.equal(await chart.locator('desc').textContent(), beside.join('; '));
      const marks = await chart.locator('.point').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
      assert.equal(marks.length, beside.length);
      assert.deepEqual(marks, marks.toSorted((a, b) => a - b), 'in the order of the dates');
    });
  }
});

test('on paper what was filtered out stays out, and what was chosen is said', async () => {
  for (const javaScriptEnabled of [true, false]) {
    await at(matrix, async (page) => {
      await page.emulateMedia({ media: 'print' });
      assert.ok(!(await page.locator('.filters').isVisible()), 'nothing chosen, nothing said');
      await page.emulateMedia({ media: 'screen' });
      await page.getByLabel('Boekwacht').check();
      await page.getByLabel('Jutterij').check();
      await page.getByLabel('Audit').check();
      await page.emulateMedia({ media: 'print' });
      const told = (await page.locator('.filters').innerText()).replaceAll(/\s+/g, ' ').trim();
      assert.equal(told, `Leveranciers Boekwacht Jutterij Onderwerpen Audit${javaScriptEnabled ? ' Getoond: 4 van 25 feiten, 2 van 10 leveranciers.' : ''}`);
      assert.deepEqual([await heads(page), await groups(page)], [['Boekwacht', 'Jutterij'], ['Audit']]);
    }, { javaScriptEnabled });
  }
});

test('ten vendors on paper: each cell with its vendor, nothing cut off', async () => {
  await at(matrix, async (page) => {
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.matrix tbody tr:not(.group)').first().locator('.who:visible').count(), 10);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0);
  }, { width: 620 });
});

// What is open at once and at other widths is looked at with every kind of page.
test('axe finds no barrier with the filters open on the narrowest screen, light or dark', { timeout: 300_000 }, async () => {
  for (const colorScheme of ['light', 'dark']) {
    await at(matrix, async (page) => {
      for (const path of specimens) {
        await page.goto(server.url + path);
        for (const summary of await page.locator('.filters summary').all()) await summary.click();
        const found = await page.evaluate(async (source) => { (0, eval)(source); return axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }); }, axe);
        assert.deepEqual(found.violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${path} (${colorScheme}) ${id}: ${node.html.slice(0, 160)}`)), []);
      }
    }, { width: 320, colorScheme, bypassCSP: true });
  }
});
