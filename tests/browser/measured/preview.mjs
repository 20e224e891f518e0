// How long a writer waits: from a file's write to the new text in an open page, painted. Prints a line for benches/README.md.
//
// `cargo bench --bench preview -- 1000 --into FOLDER` writes the site; then, here,
// `CLAUSEWERK=…/clausewerk SITE=FOLDER CHROMIUM=… npm run measure-preview`.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { browser, command } from '../support.mjs';

const edits = 40;
const chapter = 'content/vendors/vendor-0042/processing-agreement/nl.md';
const path = 'nl/vendors/vendor-0042/processing-agreement/';

test('from write to text', async () => {
  const site = process.env.SITE;
  assert.ok(site, 'SITE is the folder of a generated site');
  // The browser first: should it not start, no server is left behind.
  const chromium = await browser();
  const server = spawn(command, ['serve', '--port', '0', '--root', site], { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    let said = '';
    while (!/http:\/\/\S+/.test(said)) said += String((await once(server.stderr, 'data'))[0]);
    server.stderr.resume();
    const [url] = said.match(/http:\/\/\S+/);
    const page = await chromium.newPage();
    let met;
    await page.exposeBinding('met', (_, word) => met?.(word));
    await page.addInitScript(() => {
      // After the paint of what is there when the page is whole.
      addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => setTimeout(() => {
        const [word] = document.body.textContent.match(/bewerking\d+x/) ?? [];
        if (word) window.met(word);
      })));
    });
    const listening = page.waitForRequest(/_preview\/events/);
    await page.goto(url + path);
    await listening;
    const text = readFileSync(join(site, chapter), 'utf8');
    const times = [];
    for (let edit = 0; edit < edits; edit += 1) {
      const seen = new Promise((done) => { met = (word) => word === `bewerking${edit}x` && done(performance.now()); });
      const began = performance.now();
      writeFileSync(join(site, chapter), text.replace('\n3.2 ', `\n3.2 Een bewerking${edit}x verder. `));
      times.push(await seen - began);
      // The page listens again before the next change.
      await page.waitForFunction(() => document.readyState === 'complete');
    }
    writeFileSync(join(site, chapter), text);
    times.sort((a, b) => a - b);
    console.log(`write to text in Chromium: median ${times[edits / 2].toFixed(0)} ms, slowest ${times.at(-1).toFixed(0)} ms`);
  } finally {
    await chromium.close();
    server.kill();
  }
});
