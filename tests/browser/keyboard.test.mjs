// Everything by keyboard: each stop in the order of the text, seen, and not beneath anything (WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11);
// and for fingers, targets that are large enough or far enough apart (2.5.8).
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { onEach, overSites, representatives } from './support.mjs';

const each = overSites(test, before, after);

/** Runs in the page: remembers what can be reached and how it looks while it is not. */
const prepare = () => {
  // From the start of the page, also where it put the focus elsewhere.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  const looks = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor, textDecoration, color } = getComputedStyle(element);
    return [outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`, boxShadow, backgroundColor, borderColor, textDecoration, color].join('|');
  };
  const inGroup = (element) => element.type === 'radio' && !element.checked && document.querySelector(`input[type="radio"][name="${element.name}"]:checked`);
  const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]')]
    .filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }) && !inGroup(element) && !element.closest('[inert]'));
  const resting = new Map(stops.map((element) => [element, looks(element)]));
  const visited = [];
  const name = (element) => `<${element.localName} ${element.className}> “${(element.ariaLabel ?? element.textContent).trim().slice(0, 40)}”`;
  window.stops = {
    /** What is wrong with where the focus is; nothing if all is well, `end` once it has left the page or come round. */
    now() {
      const element = document.activeElement;
      if (!element || element === document.body || element === document.documentElement || visited.includes(element)) return { end: true };
      const faults = [];
      const before = visited.at(-1);
      visited.push(element);
      if (before) {
        const follows = before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
        if (Boolean(follows) === Boolean(this.backwards)) faults.push(`${name(element)} comes after ${name(before)}`);
      }
      if (resting.has(element) && looks(element) === resting.get(element)) faults.push(`${name(element)} looks the same with focus`);
      const boxes = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
      for (let at = element; at; at = at.parentElement) if (Number(getComputedStyle(at).opacity) < 0.5) faults.push(`${name(element)} is transparent`);
      const points = boxes.flatMap((box) => [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].map(([x, y]) => [box.left + x * box.width, box.top + y * box.height]));
      const seen = points.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top && (element.contains(top) || top.contains(element) && !['fixed', 'sticky'].includes(getComputedStyle(top).position) || top.control === element);
      });
      if (!seen) faults.push(`${name(element)} cannot be seen: beneath ${points[0] ? document.elementFromPoint(...points[0])?.outerHTML.slice(0, 60) ?? 'the edge' : 'nothing, it has no size'}`);
      return { faults };
    },
    /** Goes back from the last stop. */
    turn() { visited.splice(0, visited.length - 1); visited[0].focus(); this.backwards = true; },
    missed: () => stops.filter((element) => !visited.includes(element)).map((element) => `${name(element)} is never reached`),
    count: stops.length,
  };
};

/** Goes by a key until the focus leaves the page, or so many steps, and tells what was wrong on the way. */
async function walk(page, key, steps = Infinity) {
  const found = [];
  const most = (await page.evaluate(() => window.stops.count)) + 25;
  for (let step = 0; step < steps; step += 1) {
    if (step > most) return [...found, 'the keyboard is trapped'];
    await page.keyboard.press(key);
    // A card stands where it belongs once the page has scrolled to the focus, a frame later.
    const { end, faults } = await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.stops.now()))); }));
    if (end) return found;
    found.push(...faults);
  }
  return found;
}

for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 640 }]) {
  each(`the keyboard reaches everything, and goes back, ${viewport.width} px wide`, async (on) => {
    const pages = (await representatives(on.folder, 1)).filter(({ language }) => language === (viewport.width > 1000 ? 'nl' : 'en') || !/^(nl|en)$/.test(language));
    assert.deepEqual(await onEach(on, pages, { viewport }, async (page) => {
      await page.evaluate(prepare);
      const forth = [...await walk(page, 'Tab'), ...await page.evaluate(() => window.stops.missed())];
      // From the end of the page, so that what is reached comes from above: under what sticks there. A long text is more of the same.
      await page.evaluate(() => window.stops.turn());
      const back = await walk(page, 'Shift+Tab', 150);
      return [...forth.slice(0, 6), ...back.slice(0, 6).map((fault) => `back: ${fault}`)];
    }), []);
  });
}

each('targets are 24 pixels large, or that far apart', async (on) => {
  for (const width of [360, 1280]) {
    assert.deepEqual(await onEach(on, await representatives(on.folder, 1), { viewport: { width, height: 800 } }, (page) => page.evaluate(() => {
      document.querySelectorAll('details').forEach((box) => { box.open = true; });
      // Words within a sentence are as high as its lines; what the label of a control covers is its target too.
      const inSentence = (element) => {
        if (getComputedStyle(element).display !== 'inline') return false;
        const block = element.closest('p, li, dd, dt, td, th, h1, h2, h3, h4, div, span');
        return [...block.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.data)) || block.textContent.trim() !== element.textContent.trim();
      };
      const targets = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches('.skip') && element.getBoundingClientRect().width > 1)
        .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }));
      const small = ({ box }) => box.width < 23.9 || box.height < 23.9;
      const faults = [];
      for (const target of targets.filter((one) => small(one) && !inSentence(one.element))) {
        const [x, y] = [target.box.left + target.box.width / 2, target.box.top + target.box.height / 2];
        const crowd = targets.find((other) => {
          if (other === target || target.element.contains(other.element) || other.element.contains(target.element)) return false;
          const { box } = other;
          const apart = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
          const centres = Math.hypot(box.left + box.width / 2 - x, box.top + box.height / 2 - y);
          return apart < 11.9 || small(other) && centres < 23.9;
        });
        if (crowd) faults.push(`${Math.round(target.box.width)}×${Math.round(target.box.height)} px ${target.element.outerHTML.slice(0, 90)} is close to ${crowd.element.outerHTML.slice(0, 60)}`);
      }
      return faults.slice(0, 4);
    })), []);
  }
});
