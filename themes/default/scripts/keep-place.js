// A link to the same text in another language, or in both, leads to the provision that is being read.
const provisions = [...document.querySelectorAll('.clause[id], .article > :is(h2, h3), .pair[id]')];

// What begins below a sticky line of contents.
const TOP = 56;

/** The provision at the top of the window; above the first one, that of the address. */
const placeRead = () => {
  const read = provisions.find((one) => one.getBoundingClientRect().bottom > TOP);
  if (!read || read.getBoundingClientRect().top > innerHeight / 2) return location.hash;
  return `#${(read.id || read.parentElement.id).split('/').map(encodeURIComponent).join('/')}`;
};

const aim = ({ target }) => {
  const link = target.closest?.('a[data-keeps-place]');
  if (!link) return;
  link.hash = placeRead();
};

document.addEventListener('pointerdown', aim);
document.addEventListener('click', aim, { capture: true });
