// The author's bar: what was found on this page, as whom one reads it, its twins, where in the files the text under the pointer stands,
// and when it was built. What it says comes from the server when the page is there; no page holds any of it.

const memory = 'clausewerk-preview-bar';
const headings = 'h1, h2, h3, h4, h5, h6';

const element = (name, given = {}, ...children) => {
  const made = Object.assign(document.createElement(name), given);
  made.append(...children);
  return made;
};

/** A button that copies a place, and says so. */
const copier = (place, words, tell) => {
  const button = element('button', { type: 'button', className: 'place', title: words.copy.replace('{place}', place) }, element('code', {}, element('bdi', {}, place)));
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(place);
    } catch {
      // Over plain HTTP from another machine there is no such clipboard.
      getSelection().selectAllChildren(button);
      document.execCommand('copy');
    }
    tell(words.copied.replace('{place}', place));
  });
  return button;
};

/** Makes the bar in a shadow tree. `reload` loads the page again, in its place. */
export const bar = ({ own, folder, root, reload }) => {
  const kept = JSON.parse(localStorage.getItem(memory) ?? '{}');
  const keep = (change) => localStorage.setItem(memory, JSON.stringify(Object.assign(kept, change)));
  let about;
  let news;

  const status = element('p', { className: 'unseen', role: 'status' });
  const tell = (words) => { status.textContent = words; };

  /* What was found. */
  const list = element('ul');
  const elsewhere = element('p');
  const found = element('div', { id: 'found', className: 'found', role: 'region', tabIndex: 0, hidden: true }, list, elsewhere);
  const opener = element('button', { type: 'button', className: 'opener' });
  opener.setAttribute('aria-controls', found.id);
  const open = (isOpen) => {
    found.hidden = !isOpen;
    opener.setAttribute('aria-expanded', String(isOpen));
  };
  opener.addEventListener('click', () => { open(found.hidden); keep({ open: !found.hidden }); });
  const told = ({ severity, label, rule, title, place, why, help }) => element('li', {},
    element('p', {}, element('b', { className: severity }, label), ' ', element('span', { className: 'title' }, title), ' ', element('small', {}, rule)),
    ...(place ? [copier(place, about.words, tell)] : []),
    ...[help, why].filter(Boolean).map((words) => element('p', {}, words)));

  /* As whom one reads. */
  const readers = element('div', { className: 'readers', role: 'group' });
  const choose = async (name) => {
    const answer = await fetch(`${folder}read-as/${name}`, { method: 'POST' });
    if (answer.ok) reload();
  };

  /* Where the text under the pointer stands: else what has the focus, was clicked, is linked to, is under a pointer
     that rests since before the page was loaded, is at the top of the window. */
  const place = element('span', { className: 'source' });
  let [pointed, focused, clicked, rested] = [];
  // The heading that a sibling is, or has for what comes after it.
  const headingOf = (sibling) => {
    if (sibling.matches(headings)) return sibling;
    return sibling.matches('section, article, [id]') ? null : sibling.querySelector(`:scope > :is(${headings})`);
  };
  // The innermost that has an id whose place is known, or stands under a heading that has. Under another heading nothing is known.
  const known = (from) => {
    if (!about || !(from instanceof Element)) return null;
    const { lang } = from.closest('[lang]') ?? {};
    for (let node = from; node && node !== document.body; node = node.parentElement) {
      if (about.places[node.id]) return { id: node.id, lang };
      for (let before = node.previousElementSibling; before; before = before.previousElementSibling) {
        const heading = headingOf(before);
        if (heading) return about.places[heading.id] ? { id: heading.id, lang } : null;
      }
    }
    return null;
  };
  // A provision that is quoted from another page stands where the link beside it leads. Of that page it is asked once for each reading.
  let quotedFrom = new Map();
  const aboutOf = (path) => {
    if (!quotedFrom.has(path)) {
      const asked = quotedFrom.set(path, null);
      fetch(`${folder}about${path}`, { cache: 'no-store' }).then((answer) => answer.json()).then((told) => { asked.set(path, told); soon(); }).catch(() => {});
    }
    return quotedFrom.get(path);
  };
  const quoted = (from) => {
    const quote = from instanceof Element ? from.closest('.clause-brief, .cite') : null;
    if (!quote) return null;
    const cites = [quote, quote.nextElementSibling].filter((one) => one?.matches('.cite')).map((one) => one.querySelector('a'));
    const link = [quote.querySelector('a.number'), ...cites].find((one) => one?.hash && one.pathname !== location.pathname);
    return link ? { id: decodeURIComponent(link.hash.slice(1)), path: link.pathname } : null;
  };
  const placed = (from) => quoted(from) ?? known(from);
  const topmost = () => {
    const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || innerHeight / 10;
    const all = [...document.querySelectorAll('main [id]')].filter((one) => about.places[one.id]);
    // The last that begins above the line.
    return known(all.filter((one) => { const box = one.getBoundingClientRect(); return box.height && box.top <= line && box.bottom > 0; }).at(-1));
  };
  const current = () => {
    const linked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const isSeen = linked && linked.getBoundingClientRect().bottom > 0 && linked.getBoundingClientRect().top < innerHeight;
    return pointed ?? focused ?? clicked ?? (isSeen ? known(linked) : null) ?? rested ?? topmost();
  };
  const fileLine = (at) => {
    const { files, file: whole, places } = at?.path ? aboutOf(at.path) ?? {} : about;
    const found = at && places?.[at.id];
    if (!found) return whole === null || whole === undefined ? null : files[whole].path;
    const [file, line] = found.find(([file]) => files[file].lang === at.lang) ?? found[0];
    return `${files[file].path}:${line}`;
  };
  let shown;
  const showPlace = () => {
    if (!about) return;
    const at = current();
    const text = fileLine(at);
    // The button that someone is about to press stays the same button.
    if (text !== shown) {
      shown = text;
      place.replaceChildren(...(text ? [element('span', { className: 'name' }, about.words.source), ' ', copier(text, about.words, tell)] : []));
      place.title = about.words.keep;
    }
    // Ids are the same in all languages: whoever goes to a twin goes to the same clause.
    for (const link of twins.children) {
      const { href, missing } = about.twins.find((twin) => twin.lang === link.dataset.lang);
      const id = (at?.path ? null : at?.id) ?? decodeURIComponent(location.hash.slice(1));
      link.href = id && !missing.includes(id) ? `${href}#${encodeURI(id)}` : href;
    }
  };
  let isAsked = false;
  const soon = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => { isAsked = false; showPlace(); });
  };
  const host = root.host;
  // On the way to the bar the pointer passes over other clauses: in the bar counts what was clicked, if anything was. It comes in
  // once, also where a button beneath it is made anew.
  let isInBar = false;
  document.addEventListener('pointerover', ({ target }) => {
    if (target === host && isInBar) return;
    isInBar = target === host;
    rested = null;
    pointed = isInBar ? clicked ?? pointed : placed(target);
    soon();
  });
  document.documentElement.addEventListener('pointerleave', () => { pointed = null; soon(); });
  document.addEventListener('click', ({ target }) => { if (target !== host) { clicked = placed(target); soon(); } });
  document.addEventListener('focusin', ({ target }) => { if (target !== host) { [pointed, focused] = [null, placed(target)]; soon(); } });
  document.addEventListener('focusout', ({ target }) => { if (target !== host) { focused = null; soon(); } });
  addEventListener('hashchange', () => { [pointed, focused, clicked, rested] = []; soon(); });
  addEventListener('scroll', soon, { passive: true });
  addEventListener('keydown', ({ key }) => { if (/^(Arrow|Page|Home|End| )/.test(key)) { [pointed, rested] = []; soon(); } });

  const twins = element('span', { className: 'twins' });
  const built = element('time', { className: 'built' });
  const fold = element('button', { type: 'button', className: 'fold' });
  const unfold = element('button', { type: 'button', className: 'unfold' });
  const line = element('section', { className: 'bar', lang: own.lang, hidden: true }, opener, readers, twins, place, built, fold);
  const small = element('section', { className: 'folded', lang: own.lang, hidden: true }, unfold);
  const dock = element('div', { className: 'dock' }, found, line, small, status);
  const show = (isFolded, hasFocus) => {
    [line.hidden, small.hidden] = [isFolded, !isFolded];
    open(!isFolded && Boolean(kept.open));
    if (hasFocus) (isFolded ? unfold : fold).focus();
  };
  fold.addEventListener('click', () => { keep({ folded: true }); show(true, true); });
  unfold.addEventListener('click', () => { keep({ folded: false }); show(false, true); });
  root.append(dock);

  /* The dock takes room below the page, and what is scrolled to does not end up behind it. */
  const padding = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, padding];
  new ResizeObserver(() => {
    const height = Math.ceil(dock.getBoundingClientRect().height);
    host.style.blockSize = `${height}px`;
    padding.replaceSync(`html { scroll-padding-block-end: ${height + 8}px; }`);
  }).observe(dock);

  const showTime = () => {
    if (!about || !news?.number) return;
    const time = new Date(news.at);
    built.dateTime = time.toISOString();
    built.textContent = about.words.built.replace('{time}', time.toLocaleTimeString(own.lang, { timeStyle: 'medium', hourCycle: 'h23' })).replace('{took}', news.took);
  };

  /** Asks the server what there is to say of this page now, and says it. */
  const refresh = async () => {
    const isFirst = !about;
    about = await (await fetch(`${folder}about${location.pathname}`, { cache: 'no-store' })).json();
    quotedFrom = new Map();
    // Where the pointer rests since before the bar was there, as after a reload.
    if (isFirst) rested = placed([...document.querySelectorAll(':hover')].at(-1));
    const { words, findings, audiences } = about;
    const reader = audiences.find((one) => one.name === own.audience);
    const count = element('span', { className: findings.worst ?? 'none' }, findings.count);
    opener.replaceChildren(count);
    opener.setAttribute('aria-label', `${words.findings}: ${findings.count || '–'}`);
    found.setAttribute('aria-label', words.findings);
    list.replaceChildren(...findings.list.map(told));
    list.hidden = !findings.list.length;
    elsewhere.textContent = findings.elsewhere;
    readers.setAttribute('aria-label', words.readAs);
    readers.replaceChildren(element('span', { className: 'name', ariaHidden: 'true' }, words.readAs), ...audiences.map(({ name, label }) => {
      const button = element('button', { type: 'button' }, label);
      button.setAttribute('aria-pressed', String(name === own.audience));
      button.addEventListener('click', () => choose(name));
      return button;
    }));
    twins.replaceChildren(...about.twins.map(({ lang, label, href }) => {
      const link = element('a', { href, hreflang: lang }, label);
      link.dataset.lang = lang;
      return link;
    }));
    line.setAttribute('aria-label', words.bar);
    small.setAttribute('aria-label', words.bar);
    fold.replaceChildren(element('span', { ariaHidden: 'true' }, '▾'));
    fold.setAttribute('aria-label', words.fold);
    fold.title = words.fold;
    unfold.replaceChildren(reader?.label ?? own.audience, ...(findings.number ? [' · ', count.cloneNode(true)] : []));
    unfold.setAttribute('aria-label', `${words.unfold}: ${unfold.textContent}`);
    dock.dataset.audience = own.audience;
    if (line.hidden && small.hidden) show(Boolean(kept.folded), false);
    shown = undefined;
    showPlace();
    showTime();
  };

  return { meet: (fresh) => { news = fresh; showTime(); return refresh(); } };
};
