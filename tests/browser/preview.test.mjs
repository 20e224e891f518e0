// The preview: what is saved is what is seen.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { address, chapter, end, isOver, over, preview, running, says, shown } from './preview-support.mjs';
import { browser, command, open } from './support.mjs';

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium?.close(); });

test('what is saved is what is seen, in every browser, and each reader stays in place', async () => {
  await preview(async (url, site) => {
    const file = join(site, chapter);
    const text = await readFile(file, 'utf8');
    const [one, other] = [await shown(chromium, url), await shown(chromium, url, address.replace('nl/', 'en/'))];
    assert.match(await one.page.locator('[id="2.2"]').innerText(), /binnen 24 uur/);
    // A panel is open, and the reader is at 2.2.
    await one.page.locator('details').first().evaluate((panel) => { panel.open = true; });
    await one.page.locator('[id="2.2"]').evaluate((clause) => scrollTo({ top: scrollY + clause.getBoundingClientRect().top - 100, behavior: 'instant' }));
    const before = await one.page.locator('[id="2.2"]').evaluate((clause) => clause.getBoundingClientRect().top);
    // Much is added above what is read.
    const longer = text.replace('binnen 24 uur', 'binnen 36 uur').replace(/^(1\.1 .*)$/m, `$1${' En nog een zin die hier bij komt.'.repeat(40)}`);
    await writeFile(file, longer);
    await says(one.page, '2.2', 'binnen 36 uur');
    await one.page.waitForFunction((before) => Math.abs(document.getElementById('2.2').getBoundingClientRect().top - before) < 2, before);
    assert.ok(await one.page.locator('details').first().evaluate((panel) => panel.open), 'what was open is open');
    // The translation has not changed, so its page was not even loaded again.
    await other.page.evaluate(() => { window.mark = 'still here'; });
    await writeFile(file, text);
    await says(one.page, '2.2', 'binnen 24 uur');
    assert.equal(await other.page.evaluate(() => window.mark), 'still here');
    assert.deepEqual([...one.complaints, ...other.complaints], []);
  });
});

test('a fault leaves the last good page up with what is wrong over it, until it is mended', async () => {
  await preview(async (url, site, said) => {
    const file = join(site, chapter);
    const text = await readFile(file, 'utf8');
    const { page, complaints } = await shown(chromium, url);
    await writeFile(file, text.replace('{topic=breach-notification}', '{topic=breach-notifcation}'));
    await isOver(page, 'breach-notification');
    assert.match(await over(page), /The site has errors[\s\S]*nl\.md:\d+:\d+[\s\S]*breach-notifcation/);
    assert.match(await page.locator('[id="2.2"]').innerText(), /binnen 24 uur/);
    assert.equal((await page.reload()).status(), 200, 'whoever comes now sees the last good page too');
    await isOver(page, 'breach-notifcation');
    await page.getByRole('button', { name: 'Hide' }).click();
    assert.equal(await over(page), '');
    await writeFile(file, text);
    await isOver(page, '');
    assert.match(said(), /error\[unknown-vocabulary\][\s\S]*breach-notifcation/, 'the terminal says so too');
    // The configuration is broken and mended.
    const configuration = join(site, 'clausewerk.toml');
    const settings = await readFile(configuration, 'utf8');
    await writeFile(configuration, '[site\n');
    await isOver(page, 'clausewerk.toml');
    await writeFile(configuration, settings);
    await isOver(page, '');
    assert.deepEqual(complaints, []);
  });
});

test('a site that begins with an error shows it, and then the site', async () => {
  await preview(async (url, site) => {
    const file = join(site, chapter);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('{topic=breach-notification}', '{topic=breach-notifcation}'));
    const run = await running(['--root', site]);
    try {
      const complaints = [];
      const page = await open(await chromium.newContext(), complaints);
      assert.equal((await page.goto(run.url + address)).status(), 500);
      assert.match(await page.locator('body').innerText(), /breach-notifcation/);
      // It is not loaded again as long as it says the same.
      await page.evaluate(() => { window.mark = 'still here'; });
      await page.waitForFunction(() => document.querySelector('clausewerk-preview')?.shadowRoot.querySelector('time')?.dateTime);
      assert.equal(await page.evaluate(() => window.mark), 'still here');
      await writeFile(file, text);
      await says(page, '2.2', 'binnen 24 uur');
      await end(run.server);
    } finally {
      run.server.kill('SIGKILL');
    }
  });
});

test('a change of style sheet needs no reload', async () => {
  await preview(async (url, site) => {
    const styles = join(site, 'themes/default/styles');
    await mkdir(styles, { recursive: true });
    await writeFile(join(styles, 'own.css'), 'h1 { color: rgb(1, 2, 3); }');
    const { page, complaints } = await shown(chromium, url);
    const colour = (wanted) => page.waitForFunction((wanted) => getComputedStyle(document.querySelector('h1')).color === wanted, wanted);
    await colour('rgb(1, 2, 3)');
    await page.evaluate(() => { window.mark = 'still here'; });
    await writeFile(join(styles, 'own.css'), 'h1 { color: rgb(3, 2, 1); }');
    await colour('rgb(3, 2, 1)');
    assert.equal(await page.evaluate(() => window.mark), 'still here');
    // What is added and taken away changes the page.
    await rm(join(site, 'themes'), { recursive: true });
    await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color !== 'rgb(3, 2, 1)');
    assert.deepEqual(complaints, []);
  });
});

test('a page that ceased to exist says so, and comes back', async () => {
  await preview(async (url, site) => {
    const [from, to] = ['voorbeeld', 'ander'].map((name) => join(site, 'content/vendors', name));
    const { page } = await shown(chromium, url);
    await rename(from, to);
    await isOver(page, 'This page is no longer there');
    assert.match(await page.locator('[id="2.2"]').innerText(), /binnen 24 uur/, 'what was read is still there to be read');
    await rename(to, from);
    await isOver(page, '');
    // Who came too late sees the site's own page, until there is one.
    const [late] = [await shown(chromium, url, 'nl/vendors/ander/processing-agreement/')];
    await rename(from, to);
    await says(late.page, '2.2', 'binnen 24 uur');
  });
});

test('many files that are saved at once are one change', async () => {
  await preview(async (url, site, said) => {
    const { page } = await shown(chromium, url);
    const readings = () => said().match(/^Site read:/gm).length;
    const before = readings();
    let writes = 0;
    const texts = await Promise.all(['nl', 'en'].map((code) => readFile(join(site, chapter.replace('nl.md', `${code}.md`)), 'utf8')));
    // As editors save: a file beside it, then one name for the other; and what they leave lying for a moment.
    for (let turn = 0; turn < 20; turn += 1) {
      for (const [place, code] of ['nl', 'en'].entries()) {
        const file = join(site, chapter.replace('nl.md', `${code}.md`));
        writeFileSync(`${file}~`, 'x');
        writeFileSync(`${file}.tmp`, texts[place].replaceAll(/24 (uur|hours)/g, `${30 + turn} $1`));
        renameSync(`${file}.tmp`, file);
        unlinkSync(`${file}~`);
        writes += 4;
      }
    }
    await says(page, '2.2', 'binnen 49 uur');
    // How many readings fit between the first write and the last is a matter of the machine. On any there are few, and none of a file
    // that was there for a moment.
    assert.ok(readings() - before < writes / 4, `${readings() - before} readings for ${writes} events`);
    assert.doesNotMatch(said(), /nl\.md(~|\.tmp)/);
  });
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
    assert.equal(home.headers['cache-control'], 'no-store');
    assert.equal(home.headers['access-control-allow-origin'], undefined);
    const tag = home.headers.etag;
    assert.deepEqual([(await ask('/nl/', { headers: { 'if-none-match': tag } })).status, (await ask('/nl/', { headers: { 'if-none-match': '"x"' } })).status], [304, 200]);
    const part = await ask('/robots.txt', { headers: { range: 'bytes=2-5' } });
    assert.deepEqual([part.status, part.body.length, part.headers['content-range'].split('/')[0]], [206, 4, 'bytes 2-5']);
    assert.equal((await ask('/robots.txt', { headers: { range: 'bytes=99999-' } })).status, 416);
    // What is saved is for pages of this preview alone.
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
      assert.equal((await ask('/_preview/events', { headers })).status, 403, JSON.stringify(headers));
    }
    assert.equal((await ask('/_preview/nothing')).status, 404);
    assert.equal((await ask('/nl/', { headers: { 'x-long': 'a'.repeat(60_000) } })).status, 431);
  });
});

test('clients that never finish do not keep others from being answered', async () => {
  await preview(async (url) => {
    const { hostname, port } = new URL(url);
    const sockets = [];
    for (let place = 0; place < 300; place += 1) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      await new Promise((resolve) => { socket.on('connect', resolve); });
      socket.write(place % 2 ? 'GET /nl/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: ' : '');
      sockets.push(socket);
    }
    const answers = await Promise.all(Array.from({ length: 200 }, () => fetch(`${url}nl/`).then(async (answer) => [answer.status, (await answer.text()).length])));
    assert.ok(answers.every(([status, length]) => status === 200 && length === answers[0][1]));
    sockets.forEach((socket) => socket.destroy());
  });
});

test('a built site is served as its host is to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clausewerk-static-'));
  const built = join(folder, 'public');
  assert.equal(spawnSync(command, ['init', join(folder, 'site')]).status, 0);
  assert.equal(spawnSync(command, ['build', '--root', join(folder, 'site'), '--output-dir', built]).status, 0);
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await symlink(join(folder, 'secret.txt'), join(built, 'nl/led-out.txt'));
  await writeFile(join(built, '.hidden'), 'secret');
  const { server, url } = await running(['--static', built]);
  try {
    const ask = async (path, headers = {}) => fetch(url + path, { headers, redirect: 'manual' });
    const home = await ask('nl/');
    assert.equal(home.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.match(home.headers.get('content-security-policy'), /default-src 'none'.*frame-ancestors 'none'/);
    assert.equal(home.headers.get('cache-control'), 'no-cache');
    assert.equal(home.headers.get('strict-transport-security'), null, 'this is not HTTPS');
    const text = await home.text();
    assert.equal(text, await readFile(join(built, 'nl/index.html'), 'utf8'), 'as it was built, byte for byte');
    const style = text.match(/href="\/(assets\/[^"]*theme\.css)"/)[1];
    assert.match((await ask(style)).headers.get('cache-control'), /immutable/);
    assert.equal((await ask('data/v1/agreements.json')).headers.get('access-control-allow-origin'), '*');
    const missing = await ask('nl/nothing/');
    assert.deepEqual([missing.status, await missing.text()], [404, await readFile(join(built, '404.html'), 'utf8')]);
    assert.deepEqual([(await ask('nl')).status, (await ask('nl')).headers.get('location')], [307, '/nl/']);
    for (const path of ['.hidden', '%2ehidden', 'nl/led-out.txt', '_headers', '..%2fsecret.txt', 'nl/..%2f..%2fsecret.txt', '%5c..%5csecret.txt', 'nl%00/']) {
      assert.equal((await ask(path)).status, 404, path);
    }
    await end(server);
  } finally {
    server.kill('SIGKILL');
    await rm(folder, { recursive: true });
  }
});
