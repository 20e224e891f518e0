// No barrier that axe knows of: WCAG 2.2 AA and good practice, on every page of every site.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { kindsOf, onEach, overSites, representatives } from './support.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const looks = ['light', 'dark'].flatMap((colorScheme) => [360, 1280].map((width) => ({ colorScheme, viewport: { width, height: 800 } })));
const each = overSites(test, before, after);

/** What axe finds on a page. Injected past the policy of the page, as a reader's own tool is. */
const barriers = (page) => page.evaluate(async ([source, values]) => {
  (0, eval)(source);
  const { violations } = await window.axe.run({ runOnly: values, resultTypes: ['violations'], iframes: false });
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`));
}, [axe, tags]);

/** Looks at pages in one way; what is found says which. */
async function look(on, pages, way) {
  const { viewport, ...media } = way;
  const found = await onEach(on, pages, { ...way, bypassCSP: true }, barriers);
  return found.map((fault) => `${Object.values(media).join(' ')}, ${viewport.width} px: ${fault}`);
}

each('axe: every kind of page, light and dark, on a phone and on a desk', async (on) => {
  const pages = await representatives(on.folder, 1);
  for (const way of looks) assert.deepEqual(await look(on, pages, way), []);
});

each('axe: every page, in one of these looks', async (on) => {
  // The second theme shows the content of the example, of which every page is looked at.
  const pages = on.name === 'gazette' ? [] : await kindsOf(on.folder);
  for (const [place, way] of looks.entries()) {
    assert.deepEqual(await look(on, pages.filter((_, rank) => rank % looks.length === place), way), []);
  }
});

each('axe: every kind of page, with colours of the reader’s own and with more contrast', async (on) => {
  const pages = await representatives(on.folder, 1);
  const viewport = { width: 1280, height: 800 };
  for (const way of [{ forcedColors: 'active', viewport }, { contrast: 'more', colorScheme: 'light', viewport }, { contrast: 'more', colorScheme: 'dark', viewport }]) {
    assert.deepEqual(await look(on, pages, way), []);
  }
});
