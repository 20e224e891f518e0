// Text stays within the screen and whole: on a narrow one (WCAG 1.4.10), enlarged (1.4.4), and with the reader's own spacing (1.4.12).
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { kindsOf, onEach, overSites, representatives } from './support.mjs';

const each = overSites(test, before, after);

/** Pixels by which the page is wider than the screen. */
const tooWide = async (page) => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return wide > 0 ? [`${wide} px too wide`] : [];
};

/** Text that is cut off, beyond the edge, or over other text. What is hidden from eyes on purpose does not count. */
const spoiled = (page) => page.evaluate(() => {
  const faults = [];
  const short = (text) => `“${text.trim().replace(/\s+/g, ' ').slice(0, 60)}”`;
  const ancestors = (element) => { const all = []; for (let at = element; at; at = at.parentElement) all.push(at); return all; };
  const styles = new Map();
  const style = (element) => { if (!styles.has(element)) styles.set(element, getComputedStyle(element)); return styles.get(element); };
  const unseen = (element) => ancestors(element).some((at) => style(at).clipPath === 'inset(50%)' || style(at).position === 'fixed' || at.matches('.skip'));
  const rects = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const owner = text.parentElement;
    if (!text.data.trim() || !owner.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || owner.closest('svg, noscript, template') || unseen(owner)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const scrolls = ancestors(owner).some((at) => /auto|scroll/.test(style(at).overflowX + style(at).overflowY) && at !== document.documentElement);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1) continue;
      if (!scrolls && (rect.right > innerWidth + 1 || rect.left < -1)) faults.push(`beyond the edge: ${short(text.data)}`);
      // Of a line's height the middle half: lines of large type may touch.
      if (!scrolls) rects.push({ text, left: rect.left, right: rect.right, top: rect.top + rect.height / 4, bottom: rect.bottom - rect.height / 4 });
    }
    const cut = ancestors(owner).find((at) => /hidden|clip/.test(style(at).overflowX + style(at).overflowY) && (at.scrollWidth > at.clientWidth + 1 || at.scrollHeight > at.clientHeight + 1));
    if (cut && style(cut).display !== 'inline') faults.push(`cut off: ${short(text.data)}`);
  }
  rects.sort((a, b) => a.top - b.top);
  for (const [place, one] of rects.entries()) {
    for (let next = place + 1; next < rects.length && rects[next].top < one.bottom; next += 1) {
      const other = rects[next];
      if (other.text !== one.text && Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1) faults.push(`${short(one.text.data)} overlaps ${short(other.text.data)}`);
    }
  }
  return [...new Set(faults)].slice(0, 5);
});

const viewport = (width) => ({ viewport: { width, height: 800 } });

each('no page is wider than a screen of 320 px', async (on) => {
  assert.deepEqual(await onEach(on, await kindsOf(on.folder), viewport(320), tooWide), []);
});

const whole = async (page) => [...await tooWide(page), ...await spoiled(page)];

each('every kind of page fits a phone and a desk, with no text cut off or over other text', async (on) => {
  for (const width of [320, 360, 768, 1280]) {
    const found = await onEach(on, await representatives(on.folder), viewport(width), whole);
    assert.deepEqual(found.map((fault) => `${width} px: ${fault}`), []);
  }
});

const spacing = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }';
for (const [name, change] of [
  // As the setting of the reader's browser does it, which media queries hear of too.
  ['enlarged to 200%', async (page) => (await page.context().newCDPSession(page)).send('Page.setFontSizes', { fontSizes: { standard: 32 } })],
  ['with the reader’s own spacing', (page) => page.addStyleTag({ content: spacing })],
]) {
  each(`every kind of page stays whole ${name}`, async (on) => {
    for (const width of [360, 1280]) {
      const found = await onEach(on, await representatives(on.folder, 1), { ...viewport(width), bypassCSP: true }, async (page) => {
        await change(page);
        return whole(page);
      });
      assert.deepEqual(found.map((fault) => `${width} px: ${fault}`), []);
    }
  });
}
