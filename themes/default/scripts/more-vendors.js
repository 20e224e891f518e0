// Vendors of other pages of a matrix beside those of this one. Which there are, and on which page each stands, tells
// /data/v1/vendors.json; its column is taken out of that page, so what it says is said in the same words, with the same links.
const more = document.querySelector('.comparison form.filters .more');
const form = more?.closest('form');
const area = form?.closest('.comparison');
const table = area?.querySelector('.matrix');
const [field, button, said, list] = ['input', 'button', 'output', 'datalist'].map((name) => more?.querySelector(name));
const language = document.documentElement.lang;
const say = (key, vendor = '') => { said.value = key ? more.dataset[key].replace('{vendor}', vendor) : ''; };
const boxOf = (page, slug) => page.querySelector(`.filters input[name="v"][value="${CSS.escape(slug)}"]`);

// What failed is asked for anew the next time.
const fetched = new Map();
const get = (address, read) => {
  const ask = async () => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return read(answer);
  };
  if (!fetched.has(address)) fetched.set(address, ask().catch((error) => { fetched.delete(address); throw error; }));
  return fetched.get(address);
};
const vendors = async () => (await get(more.dataset.vendors, (answer) => answer.json())).vendors;
const page = (number) => get(document.querySelectorAll('.matrix-pages a')[number - 1].href, async (answer) =>
  new DOMParser().parseFromString(await answer.text(), 'text/html'));

const copy = (element, place) => {
  const own = document.importNode(element, true);
  own.dataset.c = place;
  own.toggleAttribute('data-added', true);
  return own;
};

/** Puts the column of a vendor behind those that are here; its box, unticked. */
const take = async (vendor) => {
  const other = await page(vendor.page[language]);
  const box = boxOf(other, vendor.vendor);
  const rows = [...table.rows];
  const others = [...other.querySelector('.matrix').rows];
  const name = (row) => row.cells[0].firstChild.textContent;
  // One of the pages is older than the other: what stands beside each other would not be about the same.
  if (!box || rows.length !== others.length || rows.some((row, at) => name(row) !== name(others[at]))) throw new Error('other rows');
  const place = Math.max(...[...form.querySelectorAll('[data-c]')].map((one) => Number(one.dataset.c))) + 1;
  const at = `[data-c="${box.dataset.c}"]`;
  rows.forEach((row, index) => {
    row.append(copy(others[index].querySelector(at), place));
    // What holds for all vendors of a page need not hold for this one; what is said of silence does.
    if ('same' in row.dataset) { row.dataset.wasSame = ''; delete row.dataset.same; }
    const note = others[index].querySelector('th[scope="row"] small');
    if (note && !row.cells[0].querySelector('small')) row.cells[0].append(document.importNode(note, true));
  });
  const glance = other.querySelector(`.clause-column${at}`);
  if (glance) area.querySelector('.clause-columns').append(copy(glance, place));
  const legend = area.querySelector('.legend');
  for (const line of other.querySelectorAll('.legend li')) {
    if (!legend.querySelector(`[data-state="${line.querySelector('.state').dataset.state}"]`)) legend.append(document.importNode(line, true));
  }
  const scrolls = table.closest('.matrix-scroll');
  if (rows[0].cells.length > 5 && !('many' in scrolls.dataset)) {
    scrolls.dataset.many = '';
    scrolls.setAttribute('role', 'region');
    scrolls.setAttribute('aria-labelledby', table.caption.id);
    scrolls.tabIndex = 0;
  }
  const label = document.importNode(box.closest('label'), true);
  label.toggleAttribute('data-added', true);
  label.querySelector('input').dataset.c = place;
  more.before(label);
  return label.querySelector('input');
};

/** Ticks a vendor, and fetches it before where it is not here; false where there is no room. */
const choose = async (vendor) => {
  let box = boxOf(document, vendor.vendor);
  if (!box && form.querySelectorAll('label[data-added]').length >= Number(more.dataset.limit)) return false;
  box ??= await take(vendor);
  box.checked = true;
  box.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
};

const add = async () => {
  const asked = field.value.trim().toLowerCase();
  if (!asked) return;
  const all = await vendors();
  const named = (fits) => all.filter(({ name }) => fits(name.toLowerCase()));
  const exact = named((name) => name === asked);
  const found = exact.length ? exact : named((name) => name.includes(asked));
  if (found.length !== 1) say(found.length ? 'several' : 'unknown');
  else if (await choose(found[0])) { say('said', found[0].name); field.value = ''; }
  else say('most');
};

/** The vendors of the address that are not on this page. */
const fromAddress = async () => {
  const asked = new URLSearchParams(location.search).getAll('v').flatMap((value) => value.split(','));
  const missing = asked.filter((slug) => slug && !boxOf(document, slug));
  if (!missing.length) return;
  const all = await vendors();
  for (const slug of missing) {
    const vendor = all.find((one) => one.vendor === slug);
    if (vendor && !await choose(vendor)) say('most');
  }
};

const offer = async () => {
  const all = await vendors();
  list.replaceChildren(...all.filter(({ vendor }) => !boxOf(document, vendor)).map(({ name }) => new Option(name, name)));
};

if (more) {
  // One after the other, or two columns would get the same place.
  let last = Promise.resolve();
  const queue = (act) => { last = last.then(act).catch(() => say('failed')); };
  const ask = () => { say(); queue(add); };
  button.addEventListener('click', ask);
  field.addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); ask(); } });
  field.addEventListener('focus', () => queue(offer));
  form.addEventListener('reset', () => {
    for (const added of area.querySelectorAll('[data-added]')) added.remove();
    for (const row of area.querySelectorAll('[data-was-same]')) { row.dataset.same = ''; delete row.dataset.wasSame; }
    say();
  });
  addEventListener('popstate', () => queue(fromAddress));
  queue(fromAddress);
}
