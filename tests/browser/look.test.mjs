// What a site owner sets and what readers ask for, in a real Chromium: colours, contrast, motion, the logo.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { basename, delimiter } from 'node:path';
import { browser, open, serve, site } from './support.mjs';

const gazette = (process.env.SITES ?? '').split(delimiter).find((folder) => basename(folder) === 'gazette');
let chromium, plain, other;
before(async () => { [chromium, plain, other] = [await browser(), await serve(site), await serve(gazette)]; });
after(async () => { await chromium?.close(); await plain?.close(); await other?.close(); });

/** Opens a page in a context of its own, and gives what `act` finds on it. */
async function at(server, path, options, act) {
  const context = await chromium.newContext({ locale: 'nl-NL', ...options });
  const complaints = [];
  const page = await open(context, complaints);
  await page.goto(server.url + path);
  const found = await act(page);
  await context.close();
  assert.deepEqual(complaints, []);
  return found;
}

/** The colours that roles have on a page, as a browser computes them. */
const roles = (page) => page.evaluate(() => {
  const probe = document.body.appendChild(document.createElement('i'));
  const colour = (role) => { probe.className = role; return getComputedStyle(document.documentElement).getPropertyValue(`--${role}`) && computed(role); };
  const computed = (role) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`.${role} { color: var(--${role}); forced-color-adjust: none; }`); document.adoptedStyleSheets = [sheet]; return getComputedStyle(probe).color; };
  return Object.fromEntries(['paper', 'ink', 'accent', 'accent-quiet', 'partly', 'focus'].map((role) => [role, colour(role)]));
});

const hex = (colour) => `#${colour.match(/\d+/g).slice(0, 3).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
const told = async (server, options) => Object.fromEntries(Object.entries(await at(server, 'nl/', options, roles)).map(([role, colour]) => [role, hex(colour)]));

test('colours follow the scheme, and the wish for more contrast', async () => {
  for (const [options, expected] of [
    [{ colorScheme: 'light' }, { paper: '#fdfdfc', ink: '#17191c', accent: '#0b4f6b' }],
    [{ colorScheme: 'dark' }, { paper: '#15181b', ink: '#e6e4df', accent: '#8ccae0' }],
    [{ colorScheme: 'light', contrast: 'more' }, { paper: '#ffffff', ink: '#000000', 'accent-quiet': '#0b4f6b', partly: '#5f3c00' }],
    [{ colorScheme: 'dark', contrast: 'more' }, { paper: '#000000', ink: '#ffffff', 'accent-quiet': '#8ccae0', partly: '#ffd27a' }],
  ]) {
    const found = await told(plain, options);
    for (const [role, colour] of Object.entries(expected)) assert.equal(found[role], colour, `--${role} ${JSON.stringify(options)}`);
  }
});

test('what a theme sets lies over the default one, what is configured over both, and more contrast over all', async () => {
  for (const [options, expected] of [
    [{ colorScheme: 'light' }, { paper: '#fffdf6', accent: '#5f2167' }],
    [{ colorScheme: 'dark' }, { paper: '#1a1815' }],
    [{ colorScheme: 'light', contrast: 'more' }, { paper: '#ffffff', accent: '#5f2167', 'accent-quiet': '#5f2167' }],
    [{ colorScheme: 'dark', contrast: 'more' }, { paper: '#000000' }],
  ]) {
    const found = await told(other, options);
    for (const [role, colour] of Object.entries(expected)) assert.equal(found[role], colour, `--${role} ${JSON.stringify(options)}`);
    assert.equal(found.focus, found.accent);
  }
});

test('where readers have colours of their own, states keep their shapes in those', async () => {
  for (const colorScheme of ['light', 'dark']) {
    await at(plain, 'nl/vendors/voxio/processing-agreement/', { colorScheme, forcedColors: 'active' }, async (page) => {
      const found = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = 'CanvasText';
        const [shape] = [...document.querySelectorAll('.state')].map((state) => getComputedStyle(state, '::before'));
        return { ink: getComputedStyle(probe).color, border: shape.borderTopColor, width: shape.borderTopWidth };
      });
      assert.equal(found.border, found.ink);
      assert.notEqual(found.width, '0px');
    });
  }
});

test('nothing moves for readers who ask for that', async () => {
  for (const [reducedMotion, motion] of [['reduce', '0s'], ['no-preference', '.15s']]) {
    const found = await at(plain, 'nl/', { reducedMotion }, (page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--motion')));
    assert.equal(Number.parseFloat(found), Number.parseFloat(motion));
  }
});

test('what has the focus has a ring of its own colour, wider with more contrast', async () => {
  for (const [contrast, width] of [['no-preference', '2px'], ['more', '3px']]) {
    await at(plain, 'nl/', { contrast, colorScheme: 'dark' }, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(() => { const style = getComputedStyle(document.activeElement); return [style.outlineStyle, style.outlineWidth, style.outlineColor]; });
      assert.deepEqual([...ring.slice(0, 2), hex(ring[2])], ['solid', width, '#ffd166']);
    });
  }
});

/** The files of the logos that are seen. */
const seen = (page, within) => page.locator(`${within} .site-logo`).evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.src.split('/').pop()));

test('the logo is the one for the background, as the system or the reader chooses it, and the light one on paper', async () => {
  for (const [colorScheme, logo, opposite, choice] of [['light', 'logo.svg', 'logo-dark.svg', 'dark'], ['dark', 'logo-dark.svg', 'logo.svg', 'light']]) {
    await at(other, 'nl/', { colorScheme }, async (page) => {
      assert.deepEqual(await seen(page, '.masthead'), [logo]);
      assert.ok(await page.locator('.masthead .site-logo').evaluateAll((all) => all.every((one) => one.complete && one.naturalWidth > 0)));
      await page.locator('.theme-choice input').and(page.locator(`[value="${choice}"]`)).check();
      assert.deepEqual(await seen(page, '.masthead'), [opposite]);
      await page.emulateMedia({ media: 'print' });
      assert.deepEqual(await seen(page, 'body'), ['logo.svg']);
      assert.match(await page.locator('.print-only.site-name').innerText(), /Vergelijkingsdienst/);
    });
  }
});

test('the name stays what the way home is called, and nothing shifts once the logo is there', async () => {
  const heights = [];
  for (const blocked of [false, true]) {
    const context = await chromium.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    if (blocked) await page.route('**/*.svg', () => { /* never answered */ });
    await page.goto(`${other.url}nl/`, { waitUntil: 'domcontentloaded' });
    await page.getByRole('banner').getByRole('link', { name: 'Vergelijkingsdienst Verwerkersovereenkomsten', exact: true }).waitFor();
    heights.push(await page.locator('.masthead').evaluate((masthead) => masthead.getBoundingClientRect().height));
    await context.close();
  }
  assert.equal(heights[0], heights[1]);
});
