// A link to the same text in another language, or in both, leads to the provision that is being read.
const provisions = [...document.querySelectorAll('.clause[id], .article > :is(h2, h3), .pair[id]')];

/** The provision that stands where a link to one puts it; above the first, that of the address. */
const placeRead = () => {
  const line = (one) => Number.parseFloat(getComputedStyle(one).scrollMarginBlockStart) + 4;
  const read = provisions.filter((one) => one.getBoundingClientRect().top <= line(one)).at(-1);
  if (!read) return location.hash;
  return `#${(read.id || read.parentElement.id).split('/').map(encodeURIComponent).join('/')}`;
};

const aim = ({ target }) => {
  const link = target.closest?.('a[data-keeps-place]');
  if (!link) return;
  link.hash = placeRead();
};

document.addEventListener('pointerdown', aim);
document.addEventListener('click', aim, { capture: true });
