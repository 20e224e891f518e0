// What an agreement weighs with all it loads on a phone, compressed (gzip, level 6), and that nothing on it moves.
// How soon it stands there is for Lighthouse to say, see measured/lighthouse.mjs.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { kindsOf, open, overSites } from './support.mjs';

const each = overSites(test, before, after);
const kB = 1000;
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true, locale: 'nl-NL' };

/** Opens a page on a cold cache: bytes by type as they came over the line, in all with the headers, and how much moved. */
async function visit({ chromium, url }, path) {
  const context = await chromium.newContext(phone);
  const complaints = [];
  const page = await open(context, complaints);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const types = new Map();
  const bytes = { Document: 0, Stylesheet: 0, Script: 0, other: 0, all: 0 };
  session.on('Network.responseReceived', ({ requestId, type, response }) => types.set(requestId, { type: type in bytes ? type : 'other', headers: response.encodedDataLength }));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { type, headers } = types.get(requestId);
    bytes[type] += encodedDataLength - headers;
    bytes.all += encodedDataLength;
  });
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url + path, { waitUntil: 'networkidle' });
  // To the end and back, as who skims does: nothing may move then either.
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(() => resolve()); });
    for (let y = 0; y < document.body.scrollHeight; y += 2000) { scrollTo({ top: y, behavior: 'instant' }); await frame(); }
    await frame();
  });
  const shift = await page.evaluate(() => window.shift);
  await context.close();
  assert.deepEqual(complaints, []);
  return { bytes, shift };
}

each('an agreement weighs little, and nothing on it moves', async (on) => {
  const faults = [];
  for (const { path, kind } of (await kindsOf(on.folder)).filter((page) => ['agreement', 'bilingual'].includes(page.kind))) {
    const { bytes, shift } = await visit(on, path);
    console.log(`# /${path}: ${(bytes.all / kB).toFixed(1)} kB (page ${(bytes.Document / kB).toFixed(1)}, styles ${(bytes.Stylesheet / kB).toFixed(1)}, scripts ${(bytes.Script / kB).toFixed(1)})`);
    // A bilingual page holds two agreements.
    if (bytes.all > (kind === 'bilingual' ? 90 : 60) * kB) faults.push(`/${path} weighs ${bytes.all} bytes`);
    if (bytes.Stylesheet > 15 * kB) faults.push(`/${path} has ${bytes.Stylesheet} bytes of styles`);
    if (bytes.Script > 15 * kB) faults.push(`/${path} has ${bytes.Script} bytes of scripts`);
    if (bytes.Stylesheet === 0) faults.push(`/${path} loads no styles: nothing was measured`);
    if (shift !== 0) faults.push(`/${path} shifts by ${shift}`);
  }
  assert.deepEqual(faults, []);
});
