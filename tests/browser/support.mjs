// What the browser tests share: a small file server on loopback, Chromium, and the pages of the built site.
import { createServer } from 'node:http';
import { readFile, readdir, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { chromium } from 'playwright-core';

export const site = process.env.SITE;
/** The example as its vendors' customers see it. */
export const customers = process.env.CUSTOMERS_SITE;
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

/** Serves a folder below a path (`/` or `/trust/`), as a host that reads `_headers` does. */
export async function serve(folder, below = '/') {
  const said = await headersOf(folder);
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const inner = path.startsWith(below) ? path.slice(below.length) : undefined;
    const file = inner === undefined ? undefined : join(folder, inner.endsWith('/') || inner === '' ? `${inner}index.html` : inner);
    try {
      const body = await readFile(file);
      response.writeHead(200, { 'content-type': kinds[extname(file)] ?? 'application/octet-stream', ...said(path) });
      response.end(body);
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

export async function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
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
