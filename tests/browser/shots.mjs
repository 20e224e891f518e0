// Pictures of pages, for looking at them: node shots.mjs FOLDER OUT PATH…
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { browser, serve } from './support.mjs';

const [folder, out, ...paths] = process.argv.slice(2);
await mkdir(out, { recursive: true });
const [server, chromium] = [await serve(folder), await browser()];
for (const path of paths) {
  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await chromium.newContext({ viewport: { width, height: width === 360 ? 780 : 900 }, colorScheme, locale: 'nl-NL' });
      const page = await context.newPage();
      await page.goto(server.url + path, { waitUntil: 'networkidle' });
      const name = `${path.replaceAll(/[/?=]/g, '_').replaceAll('#', '-') || 'root'}${width}-${colorScheme}.png`;
      await page.screenshot({ path: join(out, name), fullPage: process.env.FULL === '1' });
      await context.close();
    }
  }
}
await chromium.close();
await server.close();
