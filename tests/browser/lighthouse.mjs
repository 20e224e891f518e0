// How Lighthouse looks at the site whose pages may be indexed.
import { launch } from 'chrome-launcher';
import { executable, flags, serve } from './support.mjs';

const vendor = 'vendors/voorbeeldarchief/processing-agreement/';

/** Home, agreement, both languages of one, and a concept. */
export const pages = ['nl/', 'en/', `nl/${vendor}`, `en/${vendor}`, `nl/${vendor}bilingual/`, 'nl/definitions/processor/', 'en/definitions/processor/'];

/** Serves a site to a browser of Lighthouse's own. */
export async function against(folder, act) {
  const server = await serve(folder);
  const chrome = await launch({ chromePath: executable, chromeFlags: ['--headless=new', ...flags], logLevel: 'silent' });
  try {
    await act(server.url, chrome.port);
  } finally {
    chrome.kill();
    await server.close();
  }
}
