// The preview: what is saved is what is seen.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browser, command, open } from './support.mjs';

/** A new site and its preview, which ends with the test. */
async function preview(act) {
  const folder = await mkdtemp(join(tmpdir(), 'clausewerk-preview-'));
  const site = join(folder, 'site');
  assert.equal(spawnSync(command, ['init', site]).status, 0);
  const server = spawn(command, ['serve', '--root', site, '--port', '0', '--language', 'en'], { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const url = await new Promise((resolve, reject) => {
      let said = '';
      server.stderr.on('data', (data) => { said += data; const found = said.match(/http:\/\/\S+/); if (found) resolve(found[0]); });
      server.on('exit', () => reject(new Error(`the preview ended: ${said}`)));
    });
    await act(url, join(site, 'content/vendors/voorbeeld/processing-agreement/nl.md'));
    const ended = new Promise((resolve) => server.on('exit', (status) => resolve(status)));
    server.kill('SIGTERM');
    assert.equal(await ended, 0, 'it ends at once and in peace');
  } finally {
    server.kill('SIGKILL');
    await rm(folder, { recursive: true });
  }
}

test('what is saved is what is seen, and a fault is shown until it is mended', async () => {
  const chromium = await browser();
  try {
    await preview(async (url, file) => {
      const complaints = [];
      const page = await open(await chromium.newContext({ locale: 'nl-NL' }), complaints);
      await page.goto(`${url}nl/vendors/voorbeeld/processing-agreement/`);
      assert.match(await page.locator('[id="2.2"]').innerText(), /binnen 24 uur/);
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace('binnen 24 uur', 'binnen 36 uur'));
      await page.reload();
      assert.match(await page.locator('[id="2.2"]').innerText(), /binnen 36 uur/);
      assert.deepEqual(complaints, []);

      await writeFile(file, text.replace('{topic=breach-notification}', '{topic=breach-notifcation}'));
      const faulty = await page.reload();
      assert.equal(faulty.status(), 500);
      assert.match(await page.locator('body').innerText(), /breach-notifcation[\s\S]*breach-notification/);
      await writeFile(file, text);
      assert.equal((await page.reload()).status(), 200);
    });
  } finally {
    await chromium.close();
  }
});

test('manners and doors', async () => {
  await preview(async (url) => {
    const ask = (path, options = {}) => new Promise((resolve, reject) => {
      const { hostname, port } = new URL(url);
      const asked = request({ hostname, port, path, ...options }, (response) => {
        let body = '';
        response.on('data', (data) => { body += data; }).on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      });
      asked.on('error', reject).end();
    });
    const home = await ask('/nl/');
    assert.equal(home.status, 200);
    assert.equal(home.headers['content-type'], 'text/html; charset=utf-8');
    assert.match(home.headers['content-security-policy'], /default-src 'none'/);
    assert.deepEqual([(await ask('/nl/', { method: 'HEAD' })).status, (await ask('/nl/', { method: 'HEAD' })).body], [200, '']);
    assert.equal((await ask('/nl/', { method: 'POST' })).status, 405);
    assert.equal((await ask('/nl')).headers.location, '/nl/');
    assert.equal((await ask('/nl/index.html')).headers.location, '/nl/');
    assert.equal((await ask('/nl/nothing/')).status, 404);
    for (const path of ['/../clausewerk.toml', '/%2e%2e/clausewerk.toml', '/content/vendors/voorbeeld/vendor.toml', '/..%2fclausewerk.toml']) {
      assert.equal((await ask(path)).status, 404, path);
    }
    // The index is made when it is asked for; only the search pages may run WebAssembly.
    assert.match((await ask('/nl/search/')).headers['content-security-policy'], /script-src 'self' 'wasm-unsafe-eval'/);
    assert.doesNotMatch(home.headers['content-security-policy'], /wasm/);
    const entry = await ask('/search-index/nl/pagefind-entry.json');
    assert.deepEqual([entry.status, entry.headers['content-type'], Object.keys(JSON.parse(entry.body).languages)], [200, 'application/json', ['nl']]);
    assert.equal((await ask('/search-index/nl/wasm.nl.pagefind')).headers['content-type'], 'application/octet-stream');
    assert.equal((await ask('/search-index/nl/nothing')).status, 404);
    assert.equal((await ask('/%ff')).status, 400);
    assert.equal((await ask('/nl/', { headers: { host: 'evil.example' } })).status, 421, 'a name that was pointed here');
    assert.equal((await ask('/nl/', { headers: { host: 'localhost:1' } })).status, 200);
  });
});
