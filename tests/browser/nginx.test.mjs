// The site as Debian's nginx serves it with the snippet that the build wrote: the headers of `_headers`, and nothing else.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { browser, command, files, headersOf, open, site } from './support.mjs';

const nginx = process.env.NGINX ?? '/usr/sbin/nginx';
const subPathSite = process.env.SUB_PATH_SITE;

// Of these the site decides; the rest (Date, Content-Length, ETag …) is the server's own.
const ours = ['access-control-allow-origin', 'cache-control', 'content-security-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy',
  'permissions-policy', 'referrer-policy', 'strict-transport-security', 'x-content-type-options', 'x-frame-options'];

const freePort = () => new Promise((resolve, reject) => {
  const asked = createServer().on('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = asked.address();
    asked.close(() => resolve(port));
  });
});

/** nginx in the foreground, as one process, that serves a site at a path. What surrounds the snippet is as unlike it as can be. */
async function start(folder, below) {
  const work = await mkdtemp(join(tmpdir(), 'clausewerk-nginx-'));
  const root = join(work, 'root');
  if (below === '/') await symlink(folder, root);
  else {
    await mkdir(root);
    await symlink(folder, join(root, below.replaceAll('/', '')));
    await writeFile(join(root, 'index.html'), 'another site');
  }
  const port = await freePort();
  const configuration = join(work, 'nginx.conf');
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path "${join(work, name)}";`).join('\n  ');
  await writeFile(configuration, `daemon off;
master_process off;
pid "${join(work, 'pid')}";
error_log stderr crit;
events { worker_connections 256; }
http {
  access_log off;
  ${folders}
  default_type text/x-stray;
  autoindex on;
  gzip off;
  add_header X-Stray "of the host" always;
  server {
    listen 127.0.0.1:${port};
    root "${root}";
    location ~ \\.(css|html)$ { return 418; }
    ${below === '/' ? '' : 'location = / { } location = /index.html { }'}
    include "${join(folder, '_nginx.conf')}";
  }
}
`);
  const tried = spawnSync(nginx, ['-t', '-q', '-p', work, '-c', configuration, '-e', 'stderr'], { encoding: 'utf8' });
  assert.deepEqual([tried.status, tried.stderr], [0, ''], 'nginx -t');
  const child = spawn(nginx, ['-p', work, '-c', configuration, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => { said += data; });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const ask = (path, options = {}) => new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, ...options }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part)).on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    asked.on('error', reject).end();
  });
  for (let tries = 0; ; tries += 1) {
    try { await ask('/'); break; } catch (error) {
      if (tries > 100 || child.exitCode !== null) throw new Error(`nginx does not answer: ${said}`, { cause: error });
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  }
  return {
    ask,
    url: `http://127.0.0.1:${port}${below}`,
    complaints: () => said,
    close: async () => { child.kill('SIGQUIT'); await ended; await rm(work, { recursive: true }); },
  };
}

const sites = [{ below: '/', folder: site }, { below: '/trust/', folder: subPathSite }];
let chromium;
before(async () => {
  chromium = await browser();
  for (const one of sites) Object.assign(one, { server: await start(one.folder, one.below), said: await headersOf(one.folder), all: await files(one.folder) });
});
after(async () => {
  await chromium?.close();
  for (const { server } of sites) await server?.close();
});

const told = (headers) => Object.fromEntries(ours.filter((name) => name in headers).map((name) => [name, headers[name]]));
const common = (said) => said('/trust/no/such/address');
const isHidden = (path) => /(^|\/)\.(?!well-known\/)/.test(path) || path === '_headers' || path === '_nginx.conf' || path === '404.html';

test('every file has its headers, its type, and no others', async () => {
  for (const { below, server, said, all } of sites) {
    const sorts = new Set();
    for (const file of all.filter((path) => !isHidden(path))) {
      const path = below + file.replace(/(^|\/)index\.html$/, '$1');
      const { status, headers } = await server.ask(encodeURI(path), { method: 'HEAD' });
      assert.equal(status, 200, path);
      assert.deepEqual(told(headers), told(said(path)), path);
      assert.equal(headers['x-stray'], undefined, path);
      assert.doesNotMatch(headers['content-type'], /stray/, path);
      sorts.add(JSON.stringify(told(headers)));
    }
    assert.equal(sorts.size, 4, 'ordinary files, search pages, data, and what never changes');
  }
});

test('types say their charset', async () => {
  const [{ server, all }] = sites;
  const find = (ending) => `/${all.find((path) => path.endsWith(ending))}`;
  for (const [path, type] of [
    ['/nl/', 'text/html; charset=utf-8'],
    [find('.css'), 'text/css; charset=utf-8'],
    [find('search.js'), 'text/javascript; charset=utf-8'],
    [find('.svg'), 'image/svg+xml'],
    ['/data/v1/agreements.json', 'application/json'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
    [find('wasm.nl.pagefind'), 'application/octet-stream'],
    [find('.pf_index'), 'application/octet-stream'],
  ]) assert.equal((await server.ask(path)).headers['content-type'], type, path);
});

test('what never changes is kept for ever, everything else is asked for again', async () => {
  for (const { below, server, all } of sites) {
    const lasting = all.filter((path) => /^assets\/[0-9a-f]{12}\/|\.pf_[a-z]+$/.test(path));
    assert.ok(lasting.length > 20);
    for (const path of lasting) {
      assert.equal((await server.ask(below + path, { method: 'HEAD' })).headers['cache-control'], 'public, max-age=31536000, immutable', path);
    }
    const { headers } = await server.ask(`${below}nl/`);
    assert.equal(headers['cache-control'], 'no-cache');
    const again = await server.ask(`${below}nl/`, { headers: { 'if-none-match': headers.etag } });
    assert.deepEqual([again.status, again.headers['content-security-policy']], [304, headers['content-security-policy']]);
  }
});

test('texts are packed on the way, what is packed already is not', async () => {
  for (const { below, server, folder, all } of sites) {
    const packed = (path) => server.ask(below + path, { headers: { 'accept-encoding': 'gzip' } });
    const style = all.find((path) => path.endsWith('.css'));
    for (const path of ['nl/', style, 'data/v1/agreements.json', all.find((path) => path.endsWith('search.js'))]) {
      const { headers, body } = await packed(path);
      assert.deepEqual([headers['content-encoding'], headers.vary], ['gzip', 'Accept-Encoding'], path);
      const file = await readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path));
      assert.ok(gunzipSync(body).equals(file) && body.length < file.length, path);
    }
    assert.equal((await packed(all.find((path) => path.endsWith('.pf_index')))).headers['content-encoding'], undefined);
  }
});

test('what is not there is said with status 404, on the site\'s own page, with its headers', async () => {
  for (const { below, server, said, folder } of sites) {
    const page = await readFile(join(folder, '404.html'));
    // Folders without a page, hidden files, what is for the host, and the page itself.
    const nothing = ['nothing', 'nl/nothing/', 'nl/nothing/index.html', 'data/', 'assets/', 'assets/000000000000/styles/theme.css', '.clausewerk.json', '.nojekyll',
      '_headers', '_nginx.conf', '404.html', 'nl/.git/config', 'nl/..%2f_nginx.conf', 'nl/../_headers', '%5fheaders', '.%6eojekyll', 'nl/search/nothing', '.well-known/nothing'];
    for (const path of nothing) {
      const { status, headers, body } = await server.ask(below + path);
      assert.equal(status, 404, path);
      assert.deepEqual(told(headers), told(said(`${below}404.html`)), path);
      assert.ok(body.equals(page) && headers['content-type'] === 'text/html; charset=utf-8', path);
    }
    // Where a host says the rest of what it knows of the page, it says the common headers at any address.
    for (const [name, value] of Object.entries(common(said))) assert.equal(said(`${below}404.html`)[name], value);
  }
});

test('a folder without its slash leads to the page, without naming a host', async () => {
  for (const { below, server, said } of sites) {
    for (const path of ['nl', 'nl/vendors', 'nl/search', ...(below === '/' ? [] : [''])]) {
      const asked = below === '/' ? `/${path}` : `/trust${path && `/${path}`}`;
      const { status, headers } = await server.ask(asked);
      assert.deepEqual([status, headers.location], [301, `${asked}/`], asked);
      assert.deepEqual(told(headers), told(said(`${below}nl/`)), asked);
    }
  }
});

test('nothing can be sent, and a refusal is as safe as an answer', async () => {
  for (const { below, server, said } of sites) {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const { status, headers } = await server.ask(`${below}nl/`, { method });
      assert.equal(status, 405, method);
      assert.deepEqual(told(headers), told(said(`${below}nl/`)), method);
    }
    const { status, headers } = await server.ask(`${below}${sites[0].all.find((path) => path.endsWith('.css'))}`, { method: 'POST' });
    assert.deepEqual([status, headers['cache-control'], headers['x-content-type-options']], [405, undefined, 'nosniff'], 'a refusal is not kept for ever');
  }
});

test('a site for customers is kept by its readers alone; security.txt is served, and what it is', async () => {
  const work = await mkdtemp(join(tmpdir(), 'clausewerk-customers-'));
  const run = (...options) => assert.equal(spawnSync(command, options, { encoding: 'utf8' }).status, 0, options.join(' '));
  const [source, folder] = [join(work, 'source'), join(work, 'site')];
  run('init', source);
  await writeFile(join(source, 'clausewerk.toml'), '[site]\nname = "Portal"\n[contact]\nsecurity = { email = "security@owner.example" }\n[security-txt]\nexpires = 2027-06-30\n');
  run('build', '--root', source, '--today', '2026-11-22', '--audience', 'customers', '--base-url', 'https://portal.example/', '--output-dir', folder);
  const [server, said] = [await start(folder, '/'), await headersOf(folder)];
  try {
    for (const path of (await files(folder)).filter((path) => !isHidden(path)).map((path) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`)) {
      const { status, headers } = await server.ask(encodeURI(path), { method: 'HEAD' });
      assert.deepEqual([status, told(headers)], [200, told(said(path))], path);
      assert.match(headers['cache-control'], /^private, /, path);
      assert.deepEqual([headers['cross-origin-resource-policy'], headers['access-control-allow-origin']], ['same-origin', undefined], path);
    }
    const { headers, body } = await server.ask('/.well-known/security.txt');
    assert.deepEqual([headers['content-type'], said('/.well-known/security.txt')['content-type']], Array(2).fill('text/plain; charset=utf-8'));
    assert.match(body.toString(), /^Contact: mailto:security@owner\.example$/m);
    assert.equal((await server.ask('/.well-known/.hidden')).status, 404);
  } finally {
    await server.close();
    await rm(work, { recursive: true });
  }
});

test('beside a site below a path, the host is its owner\'s', async () => {
  const { server } = sites[1];
  const { status, headers, body } = await server.ask('/');
  assert.deepEqual([status, body.toString(), headers['x-stray'], headers['content-security-policy']], [200, 'another site', 'of the host', undefined]);
});

test('a reader reads and searches, and the browser has nothing to say', async () => {
  for (const { server } of sites) {
    const context = await chromium.newContext({ locale: 'nl-NL' });
    const complaints = [];
    const page = await open(context, complaints);
    page.on('console', (message) => { if (message.type() === 'warning') complaints.push(`${page.url()}: ${message.text()}`); });
    await page.goto(server.url);
    await page.waitForURL(`${server.url}nl/`);
    await page.goto(`${server.url}nl/vendors/voxio/processing-agreement/`);
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).fontFamily), '');
    await page.goto(`${server.url}nl/search/?q=datalek`);
    await page.waitForFunction(() => document.querySelector('.results').ariaBusy === 'false');
    assert.ok(await page.locator('.result-group').count() > 0);
    // The other language is looked up too.
    await page.waitForFunction(() => !document.querySelector('.elsewhere').hidden);
    // WebAssembly runs there and on no other page.
    const compiles = () => page.evaluate(() => WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])).then(() => true, () => false));
    assert.equal(await compiles(), true);
    await page.goto(`${server.url}nl/vendors/`);
    assert.deepEqual(complaints, []);
    assert.equal(await compiles(), false);
    await context.close();
  }
  for (const { server } of sites) assert.equal(server.complaints(), '', 'nor has nginx');
});
