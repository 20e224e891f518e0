// Shows beside a word what it means, the provision or note that it points at, or which law and where its text is.
// A link stays a link: Enter and a click follow it. Hover, focus and a first tap show the card, which can be entered with the
// pointer and with the right arrow, stays as long as it is wanted, and goes with Escape (WCAG 2.2, 1.4.13). Tab goes on in the
// text: who reads with the keyboard does not have to pass through every card.
const LINKS = '.term, .ref, .law, sup > a';
const MOST = 3;
const { more, official } = document.querySelector('main').dataset;
const card = document.createElement('div');
card.className = 'card';
card.id = 'page:card';
card.popover = 'manual';
document.body.append(card);

let link, wanted, timer, touched;

const pages = new Map();
/** The page that a link leads to: this one, or one of this site that is fetched once. */
const pageOf = ({ origin, pathname, hash }) => {
  if (pathname === location.pathname) return document;
  if (origin !== location.origin || !hash) return undefined;
  if (!pages.has(pathname)) {
    const read = async () => new DOMParser().parseFromString(await (await fetch(pathname)).text(), 'text/html');
    pages.set(pathname, read().catch(() => undefined));
  }
  return pages.get(pathname);
};

const element = (name, className, ...content) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
};

const headingOf = (node) => node?.querySelector('h2, h3, h4, h5, h6')?.lastChild?.textContent.trim();

/** What stands at a place: where it is, and the text; of an article its first provisions. */
const provision = (target, lang) => {
  const row = target.closest('.pair');
  if (row) return [[row.querySelector('.number')?.textContent], [row.querySelector(`.side[lang="${lang}"]`) ?? row.querySelector('.side')]];
  const note = target.closest('.footnotes li');
  if (note) return [[], [note]];
  const own = target.closest('.clause');
  const stub = !own && target.querySelector('.stub');
  const clauses = own ? [own] : [...target.querySelectorAll('.clause')];
  const texts = stub ? [stub] : clauses.slice(0, MOST).map((clause) => clause.querySelector('.clause-text'));
  const cited = clauses.length === 1 && !stub ? clauses[0].querySelector('[data-cited]')?.dataset.cited : target.querySelector(':scope > :is(h2, h3, h4, h5, h6) .ordinal')?.textContent;
  const heading = headingOf(target.closest('.article') ?? target);
  // An annex's heading begins with its label.
  return [[heading?.startsWith(cited) ? undefined : cited, heading], clauses.length > MOST && !stub ? [...texts, '…'] : texts];
};

/** A citation of law: the standard one, and where one is led. The card takes the place of the browser's own title. */
const lawOf = (a) => {
  a.dataset.title ??= a.title;
  a.removeAttribute('title');
  const [cited, name] = a.dataset.title.split(': ', 2);
  const follow = element('a', '', official.replace('{host}', () => a.hostname));
  follow.href = a.href;
  const shown = element('div', 'card-text', element('p', 'card-name', cited), ...(name ? [element('p', '', name)] : []), element('p', 'card-links', follow));
  shown.lang = document.documentElement.lang;
  return [shown];
};

const contentOf = async (a) => {
  if (a.matches('.law')) return a.title || a.dataset.title ? lawOf(a) : undefined;
  const page = a.dataset.shows ? document : await pageOf(a);
  const target = page?.getElementById(a.dataset.shows ?? decodeURIComponent(a.hash.slice(1)));
  if (!target || target.matches('main')) return undefined;
  const lang = a.closest('[lang]').lang;
  const isTerm = target.matches('.used-terms *');
  const [where, texts] = isTerm ? [[], [...target.children]] : provision(target, lang);
  if (!texts.some(Boolean)) return undefined;
  const copied = (text) => {
    if (typeof text === 'string') return [element('p', '', text)];
    const inner = document.importNode(text, true).childNodes;
    return text.matches('dt') ? [element('p', 'card-name', ...inner)] : [...inner];
  };
  const shown = element('div', 'card-text', ...texts.filter(Boolean).flatMap(copied));
  shown.lang = isTerm || page === document ? lang : target.closest('[lang]').lang;
  for (const unwanted of shown.querySelectorAll('sup, .back, .tongue')) unwanted.remove();
  for (const named of shown.querySelectorAll('[id]')) {
    if (named.id === target.id) named.classList.add('is-meant');
    named.removeAttribute('id');
  }
  for (const inner of page === document ? [] : shown.querySelectorAll('a[href^="#"]')) inner.href = a.pathname + inner.hash;
  const place = where.filter(Boolean).join(' · ');
  if (place) shown.prepend(element('p', 'card-where', place));
  if (isTerm) return [shown];
  const follow = element('a', '', more);
  follow.href = a.href;
  const links = element('p', 'card-links', follow);
  links.lang = document.documentElement.lang;
  return [shown, links];
};

const place = () => {
  // A word may be broken over two lines: the card covers neither.
  const [box, end = box] = [link.getClientRects()[0], [...link.getClientRects()].at(-1)];
  if (!box) return;
  const own = card.getBoundingClientRect();
  const gap = 6;
  const isBelow = end.bottom + gap + own.height < innerHeight || box.top < own.height + gap;
  const start = Math.min(box.left - 16, document.documentElement.clientWidth - own.width - 16);
  card.style.insetBlockStart = `${isBelow ? end.bottom + gap : box.top - gap - own.height}px`;
  card.style.insetInlineStart = `${Math.max(16, start)}px`;
};

const hide = () => {
  clearTimeout(timer);
  wanted = undefined;
  if (!link) return;
  card.hidePopover();
  link.removeAttribute('data-open');
  link.removeAttribute('aria-describedby');
  link.removeAttribute('aria-keyshortcuts');
  link = undefined;
};

const show = async (a) => {
  clearTimeout(timer);
  if (a === link) return;
  hide();
  wanted = a;
  const content = await contentOf(a);
  // Meanwhile the reader may have gone on.
  if (!content || wanted !== a) return;
  link = a;
  card.replaceChildren(...content);
  card.showPopover();
  a.dataset.open = '';
  a.setAttribute('aria-describedby', card.id);
  a.setAttribute('aria-keyshortcuts', 'ArrowRight');
  card.scrollTop = 0;
  place();
  const meant = card.querySelector('.is-meant');
  if (meant) card.scrollTop = meant.offsetTop - 16;
};

const soon = (run, ms) => {
  clearTimeout(timer);
  timer = setTimeout(run, ms);
};
const linkOf = ({ target }) => target.closest?.(`main :is(${LINKS})`);

document.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'mouse') return;
  const a = linkOf(event);
  if (a) soon(() => show(a), 250);
  else if (card.contains(event.target)) clearTimeout(timer);
  else if (link && !link.matches(':focus-visible') && !card.contains(document.activeElement)) soon(hide, 300);
  else if (!link) hide();
});
document.addEventListener('focusin', (event) => {
  const a = linkOf(event);
  if (a?.matches(':focus-visible')) show(a);
  else if (link && !card.contains(event.target)) hide();
});
document.addEventListener('pointerdown', (event) => {
  touched = event.pointerType === 'touch' && linkOf(event);
  if (link && !touched && !card.contains(event.target) && !link.contains(event.target)) hide();
});
document.addEventListener('click', (event) => {
  const a = linkOf(event);
  if (a && a === touched && a !== link) {
    event.preventDefault();
    show(a);
  } else if (a || (card.contains(event.target) && event.target.closest('a'))) hide();
});
/** Back to the word that a card is about; its card stays if it is wanted. */
const leave = (isWanted) => {
  const from = link;
  if (!isWanted) hide();
  from.focus({ preventScroll: true });
  if (!isWanted) hide();
};
document.addEventListener('keydown', (event) => {
  if (!link) return;
  const stops = [...card.querySelectorAll('a[href]')];
  const isWithin = card.contains(document.activeElement);
  const isAtEnd = document.activeElement === (event.shiftKey ? stops[0] : stops.at(-1));
  if (event.key === 'Escape') {
    if (isWithin) leave(false);
    else hide();
  } else if (event.key === 'ArrowRight' && document.activeElement === link && stops.length) stops[0].focus();
  else if (isWithin && (event.key === 'ArrowLeft' || (event.key === 'Tab' && isAtEnd))) leave(true);
  else return;
  event.preventDefault();
});
addEventListener('scroll', () => link && place(), { passive: true });
addEventListener('resize', hide);
