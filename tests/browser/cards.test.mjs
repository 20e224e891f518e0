// Reading an agreement: what a word means, where a reference leads, copying, and switching language in the middle.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { browser, customers, open, serve, site, sites } from './support.mjs';

let server, chromium;
before(async () => { [server, chromium] = [await serve(site), await browser()]; });
after(async () => { await chromium?.close(); await server?.close(); });

const voxio = 'nl/vendors/voxio/processing-agreement/';
const attachingit = 'nl/vendors/attachingit/processing-agreement/';

async function at(path, act, options = {}) {
  const context = await chromium.newContext({ locale: 'nl-NL', ...options });
  const complaints = [];
  const page = await open(context, complaints);
  await page.goto(server.url + path);
  await act(page, context);
  await context.close();
  assert.deepEqual(complaints, []);
}

const card = (page) => page.locator('.card:popover-open');
const shown = async (page) => {
  await card(page).waitFor();
  return card(page).innerText();
};
const gone = (page) => page.waitForFunction(() => !document.querySelector('.card:popover-open'));

test('resting on a defined term shows its definition, which can be entered and read', async () => {
  await at(voxio, async (page) => {
    const term = page.locator('[id="6.3"] a.term', { hasText: 'Verwerkingsverantwoordelijke' });
    await term.scrollIntoViewIfNeeded();
    await term.hover();
    const text = await shown(page);
    assert.match(text, /^Verwerkingsverantwoordelijke/);
    assert.doesNotMatch(text, /partij:/, 'a party that is called what it is, is not told so twice');
    assert.match(text, /wederpartij die diensten van haar afneemt/);
    // On the way to the card it stays, and in it one reads and follows.
    await card(page).hover();
    assert.ok(await card(page).isVisible());
    const box = await card(page).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 1280 && box.y >= 0 && box.y + box.height <= 720, JSON.stringify(box));
    await card(page).getByRole('link', { name: 'Begrip: verwerkingsverantwoordelijke' }).click();
    await page.waitForURL(`${server.url}nl/definitions/controller/`);
  });
});

test('a party with a name of its own is told by its role', async () => {
  const own = await serve(sites.get('verbatim'));
  await at('en/', async (page) => {
    await page.goto(`${own.url}en/vendors/voorbeeldarchief/processing-agreement/`);
    const term = page.locator('.clause-text a.term.party', { hasText: 'Customer' }).first();
    await term.scrollIntoViewIfNeeded();
    await term.hover();
    assert.match(await shown(page), /party: controller/);
  });
  await own.close();
});

test('away from word and card the card goes', async () => {
  await at(voxio, async (page) => {
    const term = page.locator('[id="6.3"] a.term').first();
    await term.scrollIntoViewIfNeeded();
    await term.hover();
    await shown(page);
    await page.mouse.move(5, 5);
    await gone(page);
    assert.equal(await term.getAttribute('aria-describedby'), null);
  });
});

test('with the keyboard: focus shows, Tab goes on, the right arrow enters, Escape dismisses and leaves the reader where they were', async () => {
  await at(voxio, async (page) => {
    await page.locator('[id="6.2"] .clause-number').focus();
    const term = page.locator('[id="6.3"] a.term').first();
    for (let step = 0; step < 30 && !(await term.evaluate((node) => node === document.activeElement)); step += 1) await page.keyboard.press('Tab');
    assert.ok(await term.evaluate((node) => node === document.activeElement), 'Tab reaches the term');
    await shown(page);
    assert.equal(await term.getAttribute('aria-describedby'), await card(page).getAttribute('id'));
    const isWithin = () => page.evaluate(() => document.querySelector('.card').contains(document.activeElement));
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)), 'the next stop is in the text');
    await page.keyboard.press('Shift+Tab');
    await shown(page);
    await page.keyboard.press('ArrowRight');
    assert.ok(await isWithin(), 'the arrow leads into the card');
    for (let step = 0; step < 6 && (await isWithin()); step += 1) await page.keyboard.press('Tab');
    assert.ok(await term.evaluate((node) => node === document.activeElement), 'past its last stop one is back');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await gone(page);
    assert.ok(await term.evaluate((node) => node === document.activeElement), 'back at the term');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.hash === '#p1');
  });
});

test('on a phone the first tap shows, a tap beside it dismisses, the second tap on the word follows', async () => {
  await at(voxio, async (page) => {
    const term = page.locator('[id="6.3"] a.term').first();
    await term.scrollIntoViewIfNeeded();
    await term.tap();
    await shown(page);
    const box = await card(page).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
    await page.touchscreen.tap(4, 400);
    await gone(page);
    await term.tap();
    await shown(page);
    await term.tap();
    await page.waitForURL((url) => url.hash === '#p1');
  }, { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });
});

test('a reference shows the provision it names; following it and coming back works', async () => {
  await at(voxio, async (page) => {
    const reference = page.locator('[id="1.1"] a.ref', { hasText: 'bijlage 1.A' });
    await reference.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    await reference.hover();
    const text = await shown(page);
    assert.match(text, /Bijlage 1, 1\.A/);
    assert.match(text, /webhosting/);
    await card(page).getByRole('link', { name: 'Naar deze bepaling' }).click();
    await page.waitForURL((url) => decodeURIComponent(url.hash) === '#bijlage-1/1.A');
    await gone(page);
    await page.goBack();
    await page.waitForFunction((y) => Math.abs(scrollY - y) < 4, before);
  });
});

test('a reference to an article shows its heading and first provisions; one to a document says what stands there', async () => {
  await at(attachingit, async (page) => {
    const reference = page.locator('.clause-text a.ref', { hasText: /^artikel 1$/ }).first();
    await reference.hover();
    assert.match(await shown(page), /Definities/);
  });
});

test('a term that another agreement defines, and a provision of another agreement, are shown too', async () => {
  await at(attachingit, async (page) => {
    const elsewhere = await page.locator('.used-terms [id*=":general-terms:"]').first();
    const id = await elsewhere.getAttribute('id');
    const term = page.locator(`.clause-text a[data-shows="${id}"]`).first();
    await term.scrollIntoViewIfNeeded();
    await term.hover();
    assert.match(await shown(page), /Algemene voorwaarden/i);
    await page.mouse.move(5, 5);
    await gone(page);
    const outside = page.locator('.clause-text a.ref[href*="/general-terms/#"]').first();
    if (await outside.count()) {
      await outside.scrollIntoViewIfNeeded();
      await outside.hover();
      assert.ok((await shown(page)).length > 40);
    }
  });
});

test('a citation of law says which one, and where its text is', async () => {
  await at('en/vendors/xxx-me/processing-agreement/', async (page) => {
    const law = page.locator('.clause-text a.law', { hasText: 'art. 4 under 7 GDPR' }).first();
    const title = await law.getAttribute('title');
    await law.scrollIntoViewIfNeeded();
    await law.hover();
    const text = await shown(page);
    assert.ok(text.startsWith(title.split(': ')[0]), text);
    assert.match(text, /Official text at [a-z.-]+\.europa\.eu/);
    assert.equal(await law.getAttribute('title'), null, 'nothing is told twice');
  });
});

test('a footnote is read where it is cited', async () => {
  const own = await serve(customers);
  await at('nl/', async (page) => {
    await page.goto(`${own.url}nl/vendors/xxx-me/security-protocol/`);
    const mark = page.locator('main sup > a').first();
    assert.ok(await mark.count(), 'the agreement has a footnote');
    await mark.scrollIntoViewIfNeeded();
    await mark.hover();
    const note = await page.locator('.footnotes li').first().innerText();
    assert.ok(note.includes((await shown(page)).split('\n')[0].trim()));
  });
  await own.close();
});

test('beside each other, a card speaks the language of the word', async () => {
  await at(`${voxio}bilingual/`, async (page) => {
    const term = page.locator('[id="6.3"] .side[lang="en"] a.term').first();
    await term.scrollIntoViewIfNeeded();
    await term.hover();
    const text = await shown(page);
    assert.match(text, /hereinafter|Processor/);
    assert.doesNotMatch(text, /hierna/);
  });
});

test('the copied citation names the place, the version, the day and the address', async () => {
  for (const [path, id, citation] of [
    [voxio, '7.1', /^art\. 7\.1 Verwerkersovereenkomst Voxio \(samenvatting, niet de tekst van de leverancier; versie niet vermeld\), geraadpleegd \d{2}-\d{2}-\d{4}, .*#7\.1$/],
    [voxio, 'bijlage-1/1.C', /^Bijlage 1, 1\.C Verwerkersovereenkomst Voxio .*#bijlage-1\/1\.C$/],
    [voxio, 'p1', /^aanhef Verwerkersovereenkomst Voxio .*#p1$/],
    [voxio.replace('nl/', 'en/'), '7.1', /^art\. 7\.1, .*Voxio \(summary, not the vendor’s text; version not stated\), consulted \d{2}\/\d{2}\/\d{4}, .*#7\.1$/],
  ]) {
    await at(path, async (page, context) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.locator(`[id="${id}"]`).hover();
      await page.locator(`[id="${id}"] .copy`).click();
      assert.match(await page.locator(`[id="${id}"] .copy`).innerText(), /Gekopieerd|Copied/);
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), citation);
    });
  }
});

test('switching language in the middle keeps the provision, also to both languages and back', async () => {
  for (const viewport of [{ width: 360, height: 780 }, { width: 1280, height: 900 }]) {
    await at(`${voxio}#8.1`, async (page) => {
      const near = async (id) => {
        await page.waitForFunction((wanted) => {
          const { top } = document.getElementById(wanted).getBoundingClientRect();
          return top >= 0 && top < innerHeight / 2;
        }, id);
      };
      await near('8.1');
      await page.getByRole('navigation', { name: 'Inhoud van de overeenkomst' }).getByRole('link', { name: 'English' }).click();
      await page.waitForURL((url) => url.pathname.startsWith('/en/'));
      assert.equal(new URL(page.url()).hash, '#8.1');
      await near('8.1');
      await page.evaluate(() => document.getElementById('10.2').scrollIntoView());
      await page.getByRole('navigation', { name: 'Contents of the agreement' }).getByRole('link', { name: 'both languages' }).click();
      await page.waitForURL((url) => url.pathname.endsWith('/bilingual/'));
      assert.equal(new URL(page.url()).hash, '#10.2');
      await near('10.2');
    }, { viewport });
  }
});

test('at the top of a page switching language leads to the top', async () => {
  await at(voxio, async (page) => {
    await page.getByRole('banner').getByRole('link', { name: 'English' }).click();
    await page.waitForURL(server.url + voxio.replace('nl/', 'en/'));
  });
});

test('without scripts the meaning of each term stands at the end, and links lead there', async () => {
  await at(voxio, async (page) => {
    assert.match(await page.locator('.used-terms').innerText(), /Verwerkersovereenkomst[\s\S]*Omschreven in/);
    await page.locator('[id="6.3"] a.term').first().click();
    assert.equal(new URL(page.url()).hash, '#p1');
  }, { javaScriptEnabled: false });
});
