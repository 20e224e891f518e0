// What someone hears who does not see the page: its outline, from the browser's own accessibility tree.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { kindsOf, onEach, overSites } from './support.mjs';

const each = overSites(test, before, after);
const landmarks = new Set(['banner', 'complementary', 'contentinfo', 'form', 'main', 'navigation', 'region', 'search']);

/** The accessibility tree as lines: what is a landmark or a heading, indented by depth, and the faults in it. */
async function outline(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const faults = [];
  const seen = new Set();
  let rank = 0;
  const walk = (node, depth, within) => {
    const role = node.role?.value;
    const name = node.name?.value.trim() ?? '';
    let [inner, place] = [depth, within];
    if (!node.ignored && role === 'heading') {
      const level = node.properties.find((property) => property.name === 'level').value.value;
      lines.push(`${'  '.repeat(depth)}h${level} ${name}`);
      if (!name) faults.push(`an empty heading of rank ${level}`);
      if (level > rank + 1) faults.push(`“${name}” is of rank ${level} after ${rank}`);
      rank = level;
    } else if (!node.ignored && landmarks.has(role)) {
      lines.push(`${'  '.repeat(depth)}${role}${name ? `: ${name}` : ''}`);
      if (seen.has(`${role} ${name}`) && role !== 'region') faults.push(`${role} “${name}” is there twice`);
      seen.add(`${role} ${name}`);
      if (['navigation', 'region', 'form'].includes(role) && !name) faults.push(`a ${role} without a name`);
      if (['banner', 'main', 'contentinfo'].includes(role) && within.length) faults.push(`${role} within ${within.at(-1)}`);
      [inner, place] = [depth + 1, [...within, role]];
    } else if (!node.ignored && ['link', 'button', 'checkbox', 'radio', 'searchbox', 'textbox', 'combobox', 'image', 'img', 'table'].includes(role) && role !== 'table' && !name) {
      faults.push(`a ${role} without a name`);
    }
    for (const id of node.childIds ?? []) if (byId.has(id)) walk(byId.get(id), inner, place);
  };
  walk(nodes[0], 0, []);
  for (const role of ['banner', 'main', 'contentinfo']) if (![...seen].some((one) => one.startsWith(`${role} `))) faults.push(`no ${role}`);
  if (lines.filter((line) => /^\s*h1 /.test(line)).length !== 1) faults.push('not one h1');
  return { lines, faults };
}

/** What the markup tells of lists, tables, languages and links. */
const structure = (page) => page.evaluate(() => {
  const faults = [];
  const short = (element) => element.outerHTML.slice(0, 120);
  const text = (element) => element.textContent.trim().replace(/\s+/g, ' ');

  for (const item of document.querySelectorAll('li')) if (!item.parentElement.matches('ul, ol, menu')) faults.push(`a list item outside a list: ${short(item)}`);
  for (const paragraph of document.querySelectorAll('p')) if (/^([•–*▪]|-\s)/.test(text(paragraph))) faults.push(`a list that is none: ${short(paragraph)}`);

  for (const table of document.querySelectorAll('table')) {
    const heads = [...table.querySelectorAll('th')].filter((head) => text(head));
    if (!heads.length || heads.some((head) => !['col', 'row', 'colgroup', 'rowgroup'].includes(head.scope))) faults.push(`a table whose heads say not of what: ${short(table)}`);
    for (const row of table.querySelectorAll('tbody tr')) if (!row.querySelector('th') && !table.tHead) faults.push(`a row without a head: ${short(row)}`);
  }
  for (const image of document.querySelectorAll('img')) if (!image.hasAttribute('alt')) faults.push(`an image without alternative: ${short(image)}`);
  for (const image of document.querySelectorAll('svg:not(svg svg)')) if (!image.closest('[aria-hidden="true"]') && !image.matches('[role="img"][aria-label], [role="img"][aria-labelledby]')) faults.push(`a drawing without alternative: ${short(image)}`);

  // The little words tell a language. Text in another language than it says it is in is read out in the wrong voice.
  const little = { nl: /\b(de|het|een|van|en|dat|die|niet|zijn|wordt|worden|voor|met|bij|aan|door|of|om|te|op)\b/gi, en: /\b(the|a|and|that|which|not|are|is|be|for|with|by|to|or|of|this|it|from|on)\b/gi };
  for (const block of document.querySelectorAll('p, li, dd, dt, td, th, h1, h2, h3, h4, figcaption, caption')) {
    if (block.querySelector('p, li, dd, td, [lang]') || !block.checkVisibility()) continue;
    const said = block.closest('[lang]').lang.slice(0, 2);
    const count = Object.fromEntries(Object.entries(little).map(([code, words]) => [code, (text(block).match(words) ?? []).length]));
    for (const other of Object.keys(little)) if (other !== said && count[other] >= 5 && count[other] > 3 * count[said]) faults.push(`said to be ${said} but ${other}: “${text(block).slice(0, 80)}”`);
  }
  for (const part of document.querySelectorAll('[lang]')) if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(part.lang)) faults.push(`no language: ${short(part)}`);

  // Links of the same words to other places are told apart by the sentence, entry or cell they stand in, or by their heading (WCAG 2.4.4).
  const heading = (link) => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((one) => one.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
  const links = new Map();
  for (const link of document.querySelectorAll('a[href]')) {
    if (!link.checkVisibility()) continue;
    const name = (link.ariaLabel ?? text(link)).toLowerCase();
    if (/^(hier|lees meer|meer|here|read more|more|link)$/.test(name)) faults.push(`a link that says nothing: ${short(link)}`);
    const same = links.get(name) ?? [];
    same.push(link);
    links.set(name, same);
  }
  for (const [name, same] of links) {
    if (new Set(same.map((link) => link.href)).size < 2) continue;
    const contexts = new Map();
    for (const link of same) {
      const around = link.closest('p, li, dd, dt, td, th, h1, h2, h3, h4, .clause, .pair');
      const key = `${around ? text(around) : ''}|${around?.closest('[id]')?.id ?? ''}|${heading(link) ? text(heading(link)) : ''}`;
      if ((contexts.get(key) ?? link.href) !== link.href) faults.push(`“${name}” leads to ${contexts.get(key)} and to ${link.href}`);
      contexts.set(key, link.href);
    }
  }
  return [...new Set(faults)].slice(0, 8);
});

each('the outline of every page makes sense to who hears it', async (on) => {
  assert.deepEqual(await onEach(on, await kindsOf(on.folder), {}, async (page) => [...(await outline(page)).faults, ...await structure(page)]), []);
});

// Read as text beside the test; UPDATE_OUTLINES=1 writes them anew, to be read before they are kept.
each('the outlines of four pages, as they are read out', async (on) => {
  const vendor = 'vendors/voorbeeldarchief/processing-agreement/';
  const told = ['nl', 'en'].flatMap((language) => Object.entries({ home: '', agreement: vendor, bilingual: `${vendor}bilingual/`, concept: 'definitions/personal-data-breach/' })
    .map(([name, path]) => ({ path: `${language}/${path}`, file: new URL(`outlines/${language}-${name}.txt`, import.meta.url) })));
  const there = new Set((await kindsOf(on.folder)).map(({ path }) => path));
  // The verbatim site has them all; it changes only when the pages do.
  if (!there.has(`nl/${vendor}`)) return;
  await onEach(on, told, {}, async (page, { file }) => {
    const now = `${(await outline(page)).lines.join('\n')}\n`;
    if (process.env.UPDATE_OUTLINES) await writeFile(file, now);
    assert.equal(now, await readFile(file, 'utf8'));
  });
});
