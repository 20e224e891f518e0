// Searches the index of the page's language and shows what is found, by agreement and clause.
// Loads nothing before there is something to search; all words for people stand in the page.
import { alike, excerpt, rank, read, understand } from './search-hits.js';

const TEXTS = 20, CLAUSES = 5, PAUSE = 180;
const results = document.querySelector('.results');
const form = document.querySelector('form[role="search"]');
const field = form.elements.q;
const status = document.querySelector('.page-head [role="status"]');
const side = document.querySelector('aside.side-notes');
const refine = document.querySelector('.refine');
const language = document.documentElement.lang;
const { locale, index, root } = results.dataset;
const plural = new Intl.PluralRules(locale), figures = new Intl.NumberFormat(locale), list = new Intl.ListFormat(locale);

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const say = (key, values = {}) => fill(results.dataset[key], values);
const count = (key, n, values = {}) => say(key + (plural.select(n) === 'one' ? 'One' : 'Other'), { n: figures.format(n), ...values });
const make = (tag, given = {}, ...inner) => {
  const { className, ...attributes } = given;
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...inner);
  return made;
};
const template = (name) => document.querySelector(`template.${name}`).content.cloneNode(true);

// What is loaded, once.
const loaded = new Map();
const once = (key, load) => {
  if (!loaded.has(key)) loaded.set(key, load().catch((error) => { loaded.delete(key); throw error; }));
  return loaded.get(key);
};
const open = (folder) => once(folder, async () => {
  const { createInstance } = await import(new URL('pagefind.js', new URL(folder, location.href)));
  // Within a worker the policy of the page would not hold, and the worker's would have to be loosened too.
  return createInstance({ noWorker: true });
});
const namesElsewhere = () => once('names', async () => (await fetch(`${index}names.json`)).json()).catch(() => ({ to: {}, from: {} }));
/** What the words of a query are called, together or else one by one. `pick` takes a name from an entry. */
function called(names, { words, isPhrase }, pick) {
  const name = (some) => pick(names[some.join(' ')] ?? names[Object.keys(names).find((one) => alike(one.split(' '), some))]);
  if (isPhrase) return undefined;
  const each = words.map((word) => name([word]));
  return name(words) ?? (each.some(Boolean) ? words.map((word, place) => each[place] ?? word).join(' ') : undefined);
}

// What is asked, in the address, so that it can be kept and sent.
// From another page it comes behind a `#`, which the browser keeps to itself: no host is told what is looked for.
if (location.hash.startsWith('#q=')) history.replaceState(null, '', `${location.pathname}?${location.hash.slice(1)}`);
const asked = () => {
  const parameters = new URLSearchParams(location.search);
  return { query: (parameters.get('q') ?? '').trim(), vendor: parameters.getAll('vendor'), kind: parameters.getAll('kind') };
};
const address = ({ query, vendor, kind }, path = location.pathname) => {
  const parameters = new URLSearchParams([...(query ? [['q', query]] : []), ...vendor.map((one) => ['vendor', one]), ...kind.map((one) => ['kind', one])]);
  return `${path}${parameters.size ? `${path === location.pathname ? '?' : '#'}${parameters}` : ''}`;
};
const chosen = ({ vendor, kind }) => ({ ...(vendor.length && { vendor: { any: vendor } }), ...(kind.length && { kind: { any: kind } }) });

let turn = 0, most = TEXTS;

async function search() {
  const mine = ++turn;
  const request = asked();
  const wanted = understand(request.query);
  if (!wanted.words.length) {
    results.replaceChildren();
    status.textContent = '';
    side.hidden = refine.hidden = true;
    results.ariaBusy = 'false';
    return;
  }
  results.ariaBusy = 'true';
  try {
    const engine = await open(index);
    const filters = chosen(request);
    let [outcome] = await Promise.all([attempt(engine, wanted, filters), engine.filters()]);
    // A name of another language may stand on the page of a concept only: then what bears its name here is what is meant.
    if (!outcome.texts.some(isAgreement)) {
      const name = called((await namesElsewhere()).from, wanted, (name) => name);
      const named = name && await attempt(engine, understand(name), filters);
      if (named?.texts.length) outcome = { ...named, name };
    }
    if (!outcome.texts.length && wanted.words.length > 1 && !wanted.isPhrase) outcome = { ...(await attempt(engine, wanted, filters, anyOf)), isPartly: true };
    const totals = await tally(engine, outcome, request);
    if (mine !== turn) return;
    show(outcome, request, totals);
    elsewhere(request, wanted, mine);
  } catch (error) {
    if (mine !== turn) return;
    console.warn(error);
    status.textContent = '';
    results.replaceChildren(template('search-failed'));
  } finally {
    if (mine === turn) results.ariaBusy = 'false';
  }
}

/** Searches, and reads the best of what is found. */
async function attempt(engine, wanted, filters, gather = allOf) {
  const found = await gather(engine, wanted, filters);
  const texts = await Promise.all(found.slice(0, most).map(async ({ data, words }) => read(await data(), words, wanted)));
  return { texts: rank(texts, wanted, gather === anyOf), total: found.length, wanted };
}

/** How many texts each choice would leave. The index counts words that begin alike too, so it is asked only where there are many. */
async function tally(engine, { wanted, total, texts, isPartly }, request) {
  const isChosen = request.vendor.length + request.kind.length > 0;
  const all = isChosen ? await attempt(engine, wanted, {}, isPartly ? anyOf : allOf) : { texts, total };
  if (all.total > most) return (await engine.search(wanted.term, { filters: chosen(request) })).totalFilters;
  const totals = { vendor: {}, kind: {} };
  for (const { fragment: { filters } } of all.texts) {
    const isWithin = (name) => !request[name].length || request[name].some((value) => filters[name]?.includes(value));
    for (const [name, other] of [['vendor', 'kind'], ['kind', 'vendor']]) {
      if (isWithin(other)) for (const value of filters[name] ?? []) totals[name][value] = (totals[name][value] ?? 0) + 1;
    }
  }
  return totals;
}

const isAgreement = ({ fragment }) => fragment.filters.kind?.[0] === 'agreement';

/** Texts that have all words. */
const allOf = async (engine, { term }, filters) => (await engine.search(term, { filters })).results;

/** Texts that have at least one of the words, those with more of them first. */
async function anyOf(engine, { words: wanted }, filters) {
  const found = new Map();
  for (const { results: texts } of await Promise.all(wanted.map((word) => engine.search(word, { filters })))) {
    for (const { id, data, words } of texts) {
      const known = found.get(id);
      found.set(id, { data, words: [...(known?.words ?? []), ...words], times: (known?.times ?? 0) + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.times - a.times);
}

function show({ texts, total, isPartly, name }, request, totals) {
  const isChosen = request.vendor.length + request.kind.length > 0;
  results.replaceChildren(...texts.map(group));
  const of = (kind) => texts.filter(({ fragment }) => (fragment.filters.kind?.[0] ?? 'page') === kind);
  const clauses = of('agreement').reduce((sum, { hits }) => sum + hits.length, 0);
  const said = [
    of('agreement').length && count('agreements', of('agreement').length, { what: count('clauses', clauses) }),
    of('definition').length && count('definitions', of('definition').length),
    of('page').length && count('pages', of('page').length),
  ].filter(Boolean);
  if (!said.length) {
    status.textContent = say(isChosen ? 'noneChosen' : 'none', { q: request.query });
    results.append(template('search-none'));
    if (isChosen) {
      const all = template('search-all');
      all.querySelector('a').href = address({ query: request.query, vendor: [], kind: [] });
      results.append(all);
    }
  } else {
    const what = list.format(said);
    const partly = total > most ? say('partly', { n: figures.format(most), total: figures.format(total), what }) : what;
    if (name) status.textContent = say('noneCalled', { q: request.query, name, what: partly });
    else status.textContent = isPartly ? say('noneAny', { what: partly }) : `${partly.replace(/^\p{Ll}/u, (first) => first.toUpperCase())}.`;
  }
  if (total > most) {
    const more = make('button', { type: 'button', className: 'button' }, count('moreTexts', Math.min(TEXTS, total - most)));
    more.addEventListener('click', () => { most += TEXTS; search(); });
    results.append(make('p', {}, more));
  }
  side.hidden = false;
  refine.hidden = !said.length && !isChosen;
  for (const tick of refine.querySelectorAll('input')) {
    const n = totals[tick.name]?.[tick.value] ?? 0;
    tick.checked = request[tick.name].includes(tick.value);
    tick.closest('label').querySelector('.figures').textContent = figures.format(n);
    tick.closest('li').hidden = !n && !tick.checked;
  }
}

let groups = 0;

function group(text) {
  const { fragment: { raw_url: path, meta, filters }, hits } = text;
  const [kind, spoken, standing] = [filters.kind?.[0], filters.lang?.[0] ?? language, filters.standing?.[0]];
  const isAgreement = kind === 'agreement';
  const lang = spoken === language ? undefined : spoken;
  const href = root + path.split('/').map(encodeURIComponent).join('/');
  const id = `r-${++groups}`;
  const title = { definition: () => say('definition', { title: meta.title }) }[kind]?.() ?? meta.title;
  const link = make('a', { href });
  if (isAgreement) link.append(`${meta.vendor}: `);
  link.append(lang ? make('span', { lang }, title) : title);
  const own = standing === 'foreign' ? say(`foreign${spoken[0].toUpperCase()}${spoken.slice(1)}`) : standing && say(standing);
  const note = [kind === 'page' && say('page'), own, isAgreement && hits.length && count('clauses', hits.length)].filter(Boolean).join(' · ');
  const shown = isAgreement ? hits : hits.slice(0, 3);
  const made = shown.map((hit) => (isAgreement || hit.section.id ? clause(text, hit, href, lang) : opening(text, hit, lang)));
  const section = make('section', { className: 'result-group', 'aria-labelledby': id }, make('header', {}, make('h2', { id }, link), make('span', { className: 'note' }, note)), ...made.slice(0, CLAUSES));
  if (made.length > CLAUSES) section.append(make('details', {}, make('summary', {}, count('moreClauses', made.length - CLAUSES)), ...made.slice(CLAUSES)));
  return section;
}

function clause(text, { section }, href, lang) {
  const { kind, id, number = '', heading } = section;
  const title = kind === 'note' ? say('note', { n: number }) : heading?.text || heading?.number || text.fragment.meta.title;
  const link = make('a', { href: id ? `${href}#${encodeURI(id)}` : href, lang: kind === 'note' ? undefined : lang }, title);
  if (number && kind !== 'note') link.setAttribute('aria-label', `${number} ${title}`);
  const printed = kind === 'note' ? '' : number.replace(/[.:]$/, '');
  return make('article', { className: 'hit' }, make('span', { className: 'number figures', 'aria-hidden': 'true' }, printed), make('div', {}, make('h3', {}, link), words(text, section, lang), ...reason(section)));
}

/** Why a provision is here that lacks some of the words: what it is about. */
const reason = ({ found, topical, reasons }) => ([...topical].every((place) => [...found.values()].some((one) => one.place === place)) ? [] : [make('p', { className: 'note' }, say('topics', { topics: list.format([...reasons]) }))]);

/** What stands above the first heading of a page. */
const opening = (text, { section }, lang) => {
  const made = words(text, section, lang);
  made.className = 'prose';
  return made;
};

function words(text, section, lang) {
  const { pieces, isCut: [isCutBefore, isCutAfter] } = excerpt(text, section, text.fragment.filters.kind?.[0] !== 'agreement');
  const made = make('p', { lang });
  if (isCutBefore) made.append('… ');
  pieces.forEach(({ word, isFound }, place) => {
    const [, before, core, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word);
    made.append(place ? ' ' : '', ...(isFound && core ? [before, make('mark', {}, core), after] : [word]));
  });
  if (isCutAfter) made.append(' …');
  return made;
}

/** What there is in other languages, under the name that things have there. Looked up when the reader has results. */
async function elsewhere(request, wanted, mine) {
  await new Promise((resolve) => { (window.requestIdleCallback ?? setTimeout)(resolve); });
  const { to: names } = await namesElsewhere();
  for (const section of document.querySelectorAll('.elsewhere')) {
    const { index: folder, lang } = section.dataset;
    const link = section.querySelector('a');
    const query = called(names, wanted, (name) => name?.[lang]) ?? request.query;
    const to = address({ ...request, query }, new URL(link.href).pathname);
    const twin = document.querySelector(`.site-tools a[hreflang="${lang}"]`);
    if (twin) twin.href = to;
    let n = 0;
    // A whole second index is no small thing on a line that is paid by the byte.
    if (!navigator.connection?.saveData) {
      n = await howMany(folder, understand(query), chosen(request)).catch(() => 0);
    }
    if (mine !== turn) return;
    section.hidden = !n;
    link.href = to;
    const [before, after = ''] = count('elsewhere', n, { q: '{q}' }).split('{q}');
    link.replaceChildren(before, make('span', { lang }, query), after);
  }
}

/** How many texts there are; none where even the best of them has nothing but words that begin alike. */
async function howMany(folder, wanted, filters) {
  const found = await allOf(await open(folder), wanted, filters);
  return found.length && rank([read(await found[0].data(), found[0].words, wanted)], wanted).length ? found.length : 0;
}

// What the reader does.
const go = (request, isStep) => {
  if (address(request) === address(asked())) return;
  history[isStep ? 'pushState' : 'replaceState'](null, '', address(request));
  most = TEXTS;
  search();
};
const ticked = (name) => [...refine.querySelectorAll(`input[name="${name}"]:checked`)].map(({ value }) => value);
let pause;
field.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(() => go({ ...asked(), query: field.value.trim() }, false), PAUSE);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(pause);
  go({ ...asked(), query: field.value.trim() }, true);
});
refine.addEventListener('change', () => go({ ...asked(), vendor: ticked('vendor'), kind: ticked('kind') }, false));
refine.addEventListener('submit', (event) => event.preventDefault());
refine.open = asked().vendor.length + asked().kind.length > 0;
addEventListener('popstate', () => { field.value = asked().query; search(); });
document.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || !(event.target === field || results.contains(event.target))) return;
  const hits = [...results.querySelectorAll('.hit h3 a, .result-group:not(:has(.hit)) h2 a')].filter((link) => link.checkVisibility());
  const to = [field, ...hits][Math.max(0, hits.indexOf(event.target) + 1 + step)];
  if (!to) return;
  event.preventDefault();
  to.focus();
});
field.value = asked().query;
if (!field.value) field.focus();
search();
