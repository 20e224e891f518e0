// On paper a link to elsewhere is a note: a number behind the words, and its address at the end.
const main = document.querySelector('main');
let list;

const isNote = (link) => (link.origin !== location.origin ? /^https?:$/.test(link.protocol) : link.matches('.ref, .term') && link.pathname !== location.pathname) && !link.closest('.laws, .used-terms, .facts, .card');

addEventListener('beforeprint', () => {
  if (list) return;
  const numbers = new Map();
  for (const link of [...main.querySelectorAll('a[href]')].filter(isNote)) {
    const address = link.origin === location.origin ? link.href : link.getAttribute('href');
    if (!numbers.has(address)) numbers.set(address, numbers.size + 1);
    link.dataset.note = numbers.get(address);
  }
  if (!numbers.size) return;
  list = document.createElement('section');
  list.className = 'section endmatter print-links';
  const heading = document.createElement('h2');
  heading.textContent = main.dataset.links;
  const notes = document.createElement('ol');
  for (const address of numbers.keys()) notes.append(Object.assign(document.createElement('li'), { textContent: address }));
  list.append(heading, notes);
  (main.querySelector('.agreement') ?? main).append(list);
});

addEventListener('afterprint', () => {
  list?.remove();
  list = undefined;
  for (const link of main.querySelectorAll('[data-note]')) link.removeAttribute('data-note');
});
