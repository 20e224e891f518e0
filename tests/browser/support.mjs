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

// The policy that is recommended for production: a page that needs more fails here.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// Searching is done by WebAssembly, which only the search pages may run.
const policyOf = (path) => (/\/[a-z]{2}\/search\/$/.test(path) ? policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'") : policy);

/** Serves a folder below a path (`/` or `/trust/`), as any web server would. */
export async function serve(folder, below = '/') {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const inner = path.startsWith(below) ? path.slice(below.length) : undefined;
    const file = inner === undefined ? undefined : join(folder, inner.endsWith('/') || inner === '' ? `${inner}index.html` : inner);
    try {
      const body = await readFile(file);
      response.writeHead(200, { 'content-type': kinds[extname(file)] ?? 'application/octet-stream', 'content-security-policy': policyOf(path) });
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': kinds['.html'], 'content-security-policy': policy });
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
