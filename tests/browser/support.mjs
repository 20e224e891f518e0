// What the browser tests share: the built sites and their pages, a small file server on loopback, Chromium.
import { createServer } from 'node:http';
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, delimiter, extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { chromium } from 'playwright-core';

/** The example site. */
export const site = process.env.SITE;
/** The example as its vendors' customers see it. */
export const customers = process.env.CUSTOMERS_SITE;
/** Every built site, by its name: what holds for every kind of page is looked at in each. */
export const sites = new Map((process.env.SITES ?? site ?? '').split(delimiter).filter(Boolean).map((folder) => [basename(folder), folder]));
export const command = process.env.CLAUSEWERK;

const kinds = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** What a host that reads `_headers` says of an address: the headers of every rule that it fits, which never say one twice. */
export async function headersOf(folder) {
  const rules = [];
  for (const line of (await readFile(join(folder, '_headers'), 'utf8')).split('\n')) {
    if (line.startsWith('/')) rules.push({ fits: new RegExp(`^${line.split('*').map((part) => part.replace(/[.\\+?^$()|[\]{}]/g, '\\$&')).join('.*')}$`), said: [] });
    else if (line.startsWith('  ')) rules.at(-1).said.push([line.slice(2, line.indexOf(': ')).toLowerCase(), line.slice(line.indexOf(': ') + 2)]);
  }
  return (path) => {
    const said = rules.filter(({ fits }) => fits.test(path)).flatMap((rule) => rule.said);
    const headers = Object.fromEntries(said);
    if (Object.keys(headers).length < said.length) throw new Error(`${path} is told something twice: ${said.map(([name]) => name)}`);
    return headers;
  };
}

/** Serves a folder below a path (`/` or `/trust/`), as a host that reads `_headers` does: compressed for who takes it. */
export async function serve(folder, below = '/') {
  const said = await headersOf(folder);
  const packed = new Map();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const inner = path.startsWith(below) ? path.slice(below.length) : undefined;
    const file = inner === undefined ? undefined : join(folder, inner.endsWith('/') || inner === '' ? `${inner}index.html` : inner);
    try {
      const body = await readFile(file);
      const headers = { 'content-type': kinds[extname(file)] ?? 'application/octet-stream', ...said(path) };
      if (kinds[extname(file)] && /\bgzip\b/.test(request.headers['accept-encoding'])) {
        if (!packed.has(file)) packed.set(file, await promisify(gzip)(body));
        response.writeHead(200, { ...headers, vary: 'accept-encoding', 'content-encoding': 'gzip' });
        response.end(packed.get(file));
      } else {
        response.writeHead(200, headers);
        response.end(body);
      }
    } catch {
      response.writeHead(404, { 'content-type': kinds['.html'], ...said(path) });
      response.end(await readFile(join(folder, '404.html')));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, url: origin + below, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }) };
}

/** Every file of a folder, relative, with `/`. */
export async function files(folder, inner = folder) {
  const found = [];
  for (const name of (await readdir(inner)).sort()) {
    const path = join(inner, name);
    if ((await stat(path)).isDirectory()) found.push(...(await files(folder, path)));
    else found.push(relative(folder, path).split(sep).join('/'));
  }
  return found;
}

/** The addresses of the pages for people. */
export async function pages(folder) {
  return (await files(folder)).filter((path) => path.endsWith('index.html')).map((path) => path.slice(0, -'index.html'.length));
}

/** Each page of a site, of whatever kind: its path, kind (`data-kind`), language and size in bytes. */
export async function kindsOf(folder) {
  // Of the site for the owner's own people those pages are looked at that no other site has.
  const isShown = basename(folder) === 'internal' ? (path) => /\/compare\/(playbook|facts)\//.test(path) : () => true;
  const html = (await files(folder)).filter((path) => path.endsWith('.html') && isShown(path));
  return Promise.all(html.map(async (file) => {
    const text = await readFile(join(folder, file), 'utf8');
    const [, kind] = text.match(/<body[^>]*\sdata-kind="([^"]+)"/) ?? [];
    const [, language] = text.match(/<html[^>]*\slang="([^"]+)"/) ?? [];
    if (!kind || !language) throw new Error(`${file} names no kind or no language`);
    return { path: file.replace(/(^|\/)index\.html$/, '$1'), kind, language, size: text.length };
  }));
}

/** Of each kind the largest and the smallest page in each language: a new kind is among them by itself. */
export async function representatives(folder, most = 2) {
  const groups = new Map();
  for (const page of await kindsOf(folder)) {
    const key = `${page.kind} ${page.language}`;
    groups.set(key, [...(groups.get(key) ?? []), page]);
  }
  return [...groups.values()].flatMap((group) => {
    const [largest, ...others] = group.sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1));
    return [largest, ...others.slice(-1)].slice(0, most);
  });
}

export const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function browser() {
  return chromium.launch({ executablePath: executable, args: flags });
}

/** For a test file that looks at all sites: `each(name, act)` makes a test of each, with its server and the browser. */
export function overSites(test, before, after) {
  if (sites.size === 0) throw new Error('SITE names no built site');
  const servers = new Map();
  let shared;
  before(async () => {
    shared = await browser();
    for (const [name, folder] of sites) servers.set(name, await serve(folder));
  });
  after(async () => {
    await shared?.close();
    for (const server of servers.values()) await server.close();
  });
  return (name, act, options = { timeout: 300_000 }) => {
    for (const [of, folder] of sites) test(`${name} (${of})`, options, () => act({ name: of, folder, url: servers.get(of).url, chromium: shared }));
  };
}

/**
 * Does something on each page, several beside each other in contexts of their own, and gives all that was found.
 * The reader speaks neither language, so that the choice of language stays what is looked at.
 */
export async function onEach({ chromium: shared, url }, all, options, act, beside = 3) {
  const left = [...all];
  const found = [];
  await Promise.all(Array.from({ length: Math.min(beside, left.length) }, async () => {
    const context = await shared.newContext({ locale: 'de-DE', reducedMotion: 'reduce', ...options });
    const page = await open(context, found);
    for (let next = left.shift(); next; next = left.shift()) {
      await page.goto(url + next.path);
      found.push(...((await act(page, next)) ?? []).map((fault) => `/${next.path}: ${fault}`));
    }
    await context.close();
  }));
  return found;
}

/** A page that fails on anything loaded from elsewhere, on script errors and on breaches of the policy. */
export async function open(context, complaints) {
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`); });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1') complaints.push(`${page.url()} loads ${request.url()}`);
  });
  return page;
}
