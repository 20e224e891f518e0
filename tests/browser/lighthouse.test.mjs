// Lighthouse on its phone profile: the full score for accessibility, good practice and being found, and nothing that moves while
// a page loads. Its fourth category measures time, which is for measured/lighthouse.mjs.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import lighthouse from 'lighthouse';
import { sites } from './support.mjs';
import { against, pages } from './lighthouse.mjs';

const categories = ['accessibility', 'best-practices', 'seo'];
const shift = 'cumulative-layout-shift';

/** What a visit to a page says. Now and then Lighthouse misses the beginning of one, and asks to be run again. */
async function visit(url, port, again = 2) {
  const { lhr } = await lighthouse(url, { port, logLevel: 'silent', onlyCategories: categories, onlyAudits: [shift], formFactor: 'mobile', throttlingMethod: 'provided' });
  if (/NO_NAVSTART|NO_FCP/.test(lhr.audits[shift].errorMessage ?? lhr.runtimeError?.code ?? '') && again) return visit(url, port, again - 1);
  assert.equal(lhr.runtimeError, undefined, lhr.runtimeError?.message);
  return lhr;
}

test('Lighthouse gives home, agreement, bilingual and concept pages the full score', { timeout: 600_000 }, () => against(sites.get('verbatim'), async (url, port) => {
  for (const path of pages) {
    const lhr = await visit(url + path, port);
    for (const category of categories) {
      const lost = lhr.categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1).map(({ id }) => id);
      assert.deepEqual(lost, [], `/${path}: ${category}`);
      assert.equal(lhr.categories[category].score, 1, `/${path}: ${category}`);
    }
    assert.equal(lhr.audits[shift].numericValue, 0, `/${path} shifts`);
  }
}));
