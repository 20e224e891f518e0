// Adds to every clause a button that copies its citation and permanent address.
// <article data-citation="{clause} …, geraadpleegd {today}" data-copy="…" data-copied="…" data-locale="nl">
const doc = document.querySelector('[data-citation]');
const { citation, copy, copied, locale, address: page = location.href } = doc?.dataset ?? {};
const said = document.createElement('p');
said.className = 'unseen';
said.role = 'status';
doc?.append(said);

for (const own of navigator.clipboard ? doc?.querySelectorAll('.clause[id] > .clause-number') ?? [] : []) {
  const clause = own.parentElement;
  const { cited } = own.dataset;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = copy;
  button.lang = document.documentElement.lang;
  button.setAttribute('aria-label', `${copy}: ${cited}`);
  button.addEventListener('click', async () => {
    const today = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date());
    const address = new URL(own.getAttribute('href'), page);
    await navigator.clipboard.writeText(`${citation.replace('{clause}', () => cited).replace('{today}', () => today)}, ${address}`);
    button.textContent = said.textContent = copied;
    setTimeout(() => { button.textContent = copy; said.textContent = ''; }, 2500);
  });
  clause.append(button);
}
