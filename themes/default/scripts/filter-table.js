// The filters of a comparison. Columns, groups and differences are filtered by the style sheet too; this does it for any number of them,
// and for the selects, keeps the choice in the address, and says what is left: <output data-says="… {left} of {all}, {shown} of {of}">.
const form = document.querySelector('.comparison form.filters');
const area = form?.closest('.comparison');
const out = form?.querySelector('output[data-says]');
// Asked each time: scripts/more-vendors.js adds some.
const fields = () => [...form?.elements ?? []].filter((field) => field.name);
const names = [...new Set(fields().map((field) => field.name))];
const chosen = (name) => new FormData(form).getAll(name).filter(Boolean);
const ticked = (key) => new Set([...form.querySelectorAll(`[data-${key}]:checked`)].map((box) => box.dataset[key]));
const has = (set, place) => !set.size || set.has(place);

// Whether the vendors chosen say the same; where cells do not tell, whether all do.
const isSame = (row) => {
  const kinds = [...row.cells ?? []].filter((cell) => !cell.hidden && cell.dataset.c).map((cell) => cell.dataset.alike);
  return 'same' in row.dataset || (kinds.length > 1 && kinds.every((kind) => kind && kind === kinds[0]));
};

const show = (isAsked) => {
  const [columns, groups] = [ticked('c'), ticked('g')];
  for (const cell of area.querySelectorAll('[data-c]:not(input)')) cell.hidden = !has(columns, cell.dataset.c);
  const rows = [...area.querySelectorAll('tbody > tr:not(.group), .redline-pair')];
  const selects = fields().filter((field) => field.value && field.matches('select'));
  const onlyDifferences = chosen('d').length > 0;
  for (const row of rows) {
    row.hidden = !has(groups, row.closest('[data-g]')?.dataset.g)
      || selects.some(({ name, value }) => !(row.getAttribute(`data-${name}`) ?? '').split(' ').includes(value))
      || (onlyDifferences && isSame(row));
  }
  for (const body of area.querySelectorAll('tbody')) body.hidden = !body.querySelector('tr:not(.group, [hidden])');
  const places = new Set([...area.querySelectorAll('[data-c]:is(th, section)')].map((head) => head.dataset.c));
  const told = { left: rows.filter((row) => !row.hidden).length, all: rows.length, shown: columns.size || places.size, of: places.size };
  out.value = isAsked || names.some((name) => chosen(name).length) ? out.dataset.says.replace(/\{(\w+)\}/g, (_, key) => told[key]) : '';
};

const write = () => {
  const query = new URLSearchParams(location.search);
  for (const name of names) {
    query.delete(name);
    if (chosen(name).length) query.set(name, chosen(name).join(','));
  }
  const search = query.size ? `?${query}`.replaceAll('%2C', ',') : '';
  history.replaceState(history.state, '', location.pathname + search + location.hash);
  twins();
};

// The same page in the other language gets the same choice.
const twins = () => {
  for (const twin of document.querySelectorAll('.site-tools a[hreflang]')) twin.search = location.search;
};

const read = () => {
  const asked = new URLSearchParams(location.search);
  for (const field of fields()) {
    const wanted = asked.getAll(field.name).flatMap((value) => value.split(','));
    if (field.type === 'checkbox') field.checked = wanted.includes(field.value);
    else field.value = [...field.options].some(({ value }) => value === wanted[0]) ? wanted[0] : '';
  }
  show(false);
  twins();
};

if (form) {
  const answer = () => { show(true); write(); };
  form.addEventListener('change', answer);
  form.addEventListener('reset', () => setTimeout(answer));
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', read);
  addEventListener('pageshow', read);
  read();
}

// A table is a stop for the keyboard where it scrolls within itself, and none where its rows are cards.
const stops = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (getComputedStyle(target).overflowX === 'auto') target.tabIndex = 0;
    else target.removeAttribute('tabindex');
  }
});
for (const table of document.querySelectorAll('.matrix-scroll[data-many]')) stops.observe(table);
