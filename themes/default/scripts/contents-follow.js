// Marks in the contents which article is being read.
const links = new Map([...document.querySelectorAll('.contents a')].map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
const seen = new Set();
let current;

const mark = () => {
  const first = [...links.keys()].find((id) => seen.has(id));
  if (!first || links.get(first) === current) return;
  current?.removeAttribute('aria-current');
  current = links.get(first);
  current.setAttribute('aria-current', 'location');
  const box = current.closest('details');
  if (box.scrollHeight > box.clientHeight) box.scrollTop = current.offsetTop - box.clientHeight / 2;
};

const watch = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) seen[isIntersecting ? 'add' : 'delete'](target.id);
  mark();
}, { rootMargin: '-10% 0px -65% 0px' });

for (const id of links.keys()) {
  const target = document.getElementById(id);
  if (target) watch.observe(target);
}
// A jump leaves contents that lie over the text: close them behind the reader.
document.querySelector('.contents')?.addEventListener('click', ({ target }) => {
  const list = target.closest('a') && target.closest('details');
  if (list && (list.closest('.is-bar') || matchMedia('(width < 64rem)').matches)) list.open = false;
});
