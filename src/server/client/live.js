// In the preview only. Brings an open page up to date, keeps the reader's place, and shows what is wrong over it.
(() => {
  const own = { ...document.currentScript.dataset };
  const folder = `${own.base.replace(/\/$/, '')}/_preview/`;
  const memory = `clausewerk-preview ${location.pathname}`;

  /* The reader's place: what stands at the top of the window, which panels are open, what has the focus. */
  const panels = () => [...document.querySelectorAll('details')];
  // What begins nearest to where people read: a section that began far above may grow above what is read of it.
  const topmost = () => {
    const line = innerHeight / 10;
    const places = [...document.querySelectorAll('main [id]')].map((one) => ({ id: one.id, box: one.getBoundingClientRect() }));
    const [nearest] = places.filter(({ box }) => box.height).sort((a, b) => Math.abs(a.box.top - line) - Math.abs(b.box.top - line));
    return nearest ? { id: nearest.id, offset: nearest.box.top } : null;
  };
  const keep = (wanted) => sessionStorage.setItem(memory, JSON.stringify({
    wanted, place: scrollY > 0 ? topmost() : null, x: scrollX, y: scrollY, open: panels().map((one) => one.open), focus: document.activeElement?.id,
  }));
  const kept = JSON.parse(sessionStorage.getItem(memory) ?? 'null');
  sessionStorage.removeItem(memory);
  const restore = () => {
    if (!kept) return;
    const now = panels();
    if (now.length === kept.open.length) now.forEach((one, index) => { one.open = kept.open[index]; });
    const back = () => {
      const at = kept.place && document.getElementById(kept.place.id);
      scrollTo({ left: kept.x, top: at ? scrollY + at.getBoundingClientRect().top - kept.place.offset : kept.y, behavior: 'instant' });
    };
    back();
    // What is loaded later moves what is below it.
    addEventListener('load', back, { once: true });
    if (kept.focus) document.getElementById(kept.focus)?.focus({ preventScroll: true });
  };
  let isReloading = false;
  // `wanted` is what the server says that the page is now.
  const reload = (wanted) => {
    keep(wanted);
    // The browser's own memory would bring back a place in the page as it was. It is for who comes back from another page.
    history.scrollRestoration = 'manual';
    isReloading = true;
    location.reload();
  };
  addEventListener('pagehide', () => { if (!isReloading) history.scrollRestoration = 'auto'; });

  /* What is said over the page, apart from the theme's styles. */
  const host = document.createElement('clausewerk-preview');
  const root = host.attachShadow({ mode: 'open' });
  const sheets = ['live.css', 'bar.css'].map((name) => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: folder + name }));
  const panel = Object.assign(document.createElement('section'), { className: 'over' });
  panel.setAttribute('aria-label', own.label);
  panel.lang = own.lang;
  panel.hidden = true;
  const title = document.createElement('strong');
  const hide = document.createElement('button');
  hide.textContent = own.hide;
  hide.addEventListener('click', () => { panel.hidden = true; });
  const report = document.createElement('pre');
  // Long reports are scrolled, with the keyboard too.
  report.tabIndex = 0;
  const status = document.createElement('div');
  status.setAttribute('role', 'status');
  status.append(title);
  panel.append(status, hide, report);
  root.append(...sheets, panel);
  const say = (words, text = '') => {
    title.textContent = words;
    report.textContent = text;
    report.hidden = !text;
    panel.hidden = !words;
  };

  /* Only the style sheets changed: they are exchanged, the new ones before the old ones go. */
  const exchange = async (styles) => {
    const text = await (await fetch(location.href, { cache: 'no-store' })).text();
    const page = new DOMParser().parseFromString(text, 'text/html');
    const old = [...document.head.querySelectorAll('link[rel=stylesheet]')];
    const fresh = [...page.head.querySelectorAll('link[rel=stylesheet]')].map((link) => document.importNode(link));
    const loaded = fresh.map((link) => new Promise((done) => { link.onload = done; link.onerror = done; }));
    old.at(-1)?.after(...fresh);
    await Promise.all(loaded);
    old.forEach((link) => link.remove());
    own.styles = styles;
  };

  let isFirst = true;
  const meet = async (news) => {
    if (news.faults && own.status !== '500') return say(own.faults, news.faults);
    const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
    const [page, scripts, styles, audience] = ['Page', 'Scripts', 'Styles', 'Audience'].map((name) => answer.headers.get(`Preview-${name}`));
    // A browser may keep to itself, when it loads a page, as whom its author reads: then it would load the page for ever.
    const wanted = [answer.status, page, scripts, audience].join(' ');
    const isInVain = isFirst && kept?.wanted === wanted;
    isFirst = false;
    const isSame = String(answer.status) === own.status && page === own.page && scripts === own.scripts;
    if (isSame && styles === own.styles) return say('');
    if (isSame) {
      await exchange(styles);
      return say('');
    }
    if (isInVain) return say('');
    // In another tab someone chose to read as others do.
    if (audience && audience !== own.audience) return reload(wanted);
    if (own.status === '200' && answer.status === 404) return say(own.gone);
    if (own.status === '200' && answer.status >= 500) {
      const faulty = new DOMParser().parseFromString(await (await fetch(location.href, { cache: 'no-store' })).text(), 'text/html');
      return say(own.faults, faulty.querySelector('pre')?.textContent ?? '');
    }
    return reload(wanted);
  };

  const begin = () => {
    document.body.append(host);
    restore();
    const bar = import(`${folder}bar.js`).then((made) => made.bar({ own, folder, root, reload }));
    // One after the other: what is newest is met last.
    let last = Promise.resolve();
    let source;
    const listen = () => {
      source?.close();
      // A browser has few connections to one host; a page that nobody sees does not take one, and catches up when it is seen.
      if (document.hidden) return;
      source = new EventSource(`${folder}events`);
      source.onmessage = ({ data }) => { 
        const news = JSON.parse(data);
        last = last.then(() => meet(news)).catch(() => {}).then(async () => (await bar).meet(news)).catch(() => {});
      };
      source.onerror = () => say(own.lost);
    };
    listen();
    document.addEventListener('visibilitychange', listen);
    addEventListener('pagehide', () => source?.close());
    // A page from the browser's memory of where one came from is old.
    addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
})();
