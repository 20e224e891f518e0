// Goes on in the first of the reader's languages that the site has. Without it the links remain.
const homes = new Map([...document.querySelectorAll('.language-choice a[hreflang]')].map((a) => [a.hreflang, a.href]));
const wanted = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]).find((code) => homes.has(code));
if (wanted) location.replace(homes.get(wanted));
