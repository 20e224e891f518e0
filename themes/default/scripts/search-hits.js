// In which clauses of a text a query is found, and how well. The shape of the texts is told in src/search/document.rs.

/** A word without case, accents and punctuation, as the index has it. */
export const fold = (word) => word.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** What is searched for: the words of a query, and whether they must stand together, as in “…”. */
export function understand(query) {
  const isPhrase = /^\s*["“„”].+["“”]\s*$/u.test(query);
  const words = [...new Set(query.split(/\s+/).map(fold).filter(Boolean))];
  return { words, isPhrase, term: isPhrase ? `"${words.join(' ')}"` : query };
}

const split = (content) => content.split(/[^\S\uFEFF]+/);
// What a word is worth that stands for another: a form of the same word, another name of the same thing.
const WORTH = { forms: 0.95, same: 0.7 };
const FORM = 0.95;
const isHidden = ({ kind }) => kind === 'topic' || kind in WORTH;
const isNumber = (word) => /^\p{N}+$/u.test(word);

/** The parts of a text that can be a hit, and the ones at its end that lead to them. */
function sectionsOf({ anchors, content, filters }) {
  const words = split(content);
  const isAgreement = filters.kind?.[0] === 'agreement';
  const sections = [{ kind: 'top', from: 0, skip: 0 }];
  let heading;
  for (const { element, id, text = '', title = '', location } of anchors) {
    const section = { id, from: location, skip: 0, heading };
    if (element === 'i' && WORTH[id]) section.kind = id;
    else if (element === 'i' && id.startsWith('topic:')) section.kind = 'topic';
    else if (/^h[1-6]$/.test(element)) {
      Object.assign(section, { kind: 'heading', number: title, text, skip: split(text).length });
      section.heading = heading = section;
    } else if (isAgreement && element === 'b') Object.assign(section, { kind: 'clause', number: text, topics: title.split(' '), defines: title.split(' ').filter((one) => one.startsWith('=')).map((one) => one.slice(1).split('-')), skip: text ? split(text).length : 0 });
    else if (isAgreement && element === 'sup') Object.assign(section, { kind: 'note', number: text, skip: 1 });
    if (section.kind) sections.push(section);
  }
  sections.forEach((section, place) => {
    section.until = sections[place + 1]?.from ?? words.length;
    section.next = sections[place + 1];
    section.found = new Map();
    section.topical = new Set();
    section.reasons = new Set();
  });
  return { words, sections };
}

/** How well a word stands for one of a query: 1 is the same, 0 not at all. */
function worthOf(word, term) {
  if (word === term) return 1;
  if (isNumber(term)) return 0;
  let shared = 0;
  while (shared < word.length && word[shared] === term[shared]) shared += 1;
  const longest = Math.max(word.length, term.length);
  const isEnding = shared === Math.min(word.length, term.length);
  if (shared >= 3 && longest - shared <= 3 && shared / longest >= (isEnding ? 0.6 : 0.7)) return isEnding ? FORM : 0.6;
  if (shared < term.length) return 0;
  return term.length > 4 ? 0.5 : (0.5 * shared) / word.length;
}

/** Which word of a query a word of a text stands for, how well, and for which others it stands as well. */
function meant(word, wanted) {
  const folded = fold(word);
  const parts = word.split(/[^\p{L}\p{N}]+/u).filter(Boolean).map(fold);
  const worths = wanted.map((term) => Math.max(worthOf(folded, term), parts.length > 1 ? 0.9 * Math.max(...parts.map((part) => worthOf(part, term))) : 0));
  const worth = Math.max(...worths);
  const place = worths.indexOf(worth);
  const also = worth ? wanted.map((_, other) => other).filter((other) => other !== place && (parts.includes(wanted[other]) || (wanted[other].length > 4 && folded.includes(wanted[other])))) : [];
  return { place, worth, also };
}

/** Whether words are those of a query, be it in another form. */
export const alike = (words, wanted) => words.length === wanted.length && words.every((word, place) => meant(word, [wanted[place]]).worth >= FORM);

/** Reads a text that the index found: its sections, with what was found in each. `locations` are places of words. */
export function read(fragment, locations, { words: wanted, isPhrase }) {
  const { words, sections } = sectionsOf(fragment);
  const wordsOf = ({ from, until }) => words.slice(from, until).map(fold);
  // Names of one concept are given without their forms.
  const all = sections.filter(({ kind }) => kind === 'forms').map(wordsOf);
  const withForms = (names) => [...names, ...all.filter((forms) => forms.some((form) => names.includes(form))).flat()];
  const groups = [];
  let at = 0;
  for (const location of [...new Set(locations)].sort((a, b) => a - b)) {
    while (sections[at + 1] && sections[at + 1].from <= location) at += 1;
    const section = sections[at];
    const { place, worth, also } = meant(words[location] ?? '', wanted);
    if (!worth) continue;
    if (section.kind in WORTH) groups.push({ place, worth: worth >= 0.9 ? WORTH[section.kind] : 0, forms: new Set(section.kind === 'same' ? withForms(wordsOf(section)) : wordsOf(section)) });
    else if (section.kind === 'topic' && worth >= 0.8) {
      const topic = words.slice(section.from, section.until).join(' ').replace(/\.$/, '');
      for (const own of sections.filter(({ topics }) => topics?.includes(section.id.slice(6)))) {
        own.topical.add(place);
        own.reasons.add(topic);
      }
    }
    else if (section.kind !== 'topic') section.found.set(location, { place, worth, also });
  }
  // Another form of a word: it counts where it stands, not in the list of forms.
  if (!isPhrase && groups.length) {
    groups.sort((a, b) => b.worth - a.worth);
    for (const section of sections.filter((one) => !isHidden(one))) {
      for (let location = section.from; location < section.until; location += 1) {
        const forms = [fold(words[location]), ...words[location].split(/[^\p{L}\p{N}]+/u).map(fold)];
        const group = groups.find((group) => forms.some((form) => group.forms.has(form)));
        if (group && (section.found.get(location)?.worth ?? 0) < group.worth) section.found.set(location, { place: group.place, worth: group.worth, also: [] });
      }
    }
  }
  const about = [fragment.meta.title, fragment.meta.vendor].filter(Boolean).flatMap(split);
  const named = new Set(about.map((word) => meant(word, wanted)).filter(({ worth }) => worth >= 0.8).map(({ place }) => place));
  return { fragment, words, sections: sections.filter((one) => !isHidden(one)), named };
}

/**
 * The hits of several texts, each with its score, best first. Rare words count for more. Unless some words are
 * enough, each must stand somewhere in a text: the index is content with words that begin alike.
 */
export function rank(read, { words: wanted, isPhrase }, areSomeEnough = false) {
  const texts = read.filter(({ sections, named }) => areSomeEnough || wanted.every((_, place) => named.has(place) || sections.some((section) => section.topical.has(place) || has(section, place))));
  const all = texts.flatMap(({ sections }) => sections);
  const rarity = wanted.map((_, place) => Math.log(1 + all.length / (1 + all.filter((section) => has(section, place)).length)));
  const total = sum(rarity);
  const scored = texts.flatMap((text) => text.sections.map((section) => ({ text, section, ...score(section, text.named, rarity, isPhrase, wanted) }))).filter((hit) => hit.score > 0);
  // Where some provisions speak of everything that was asked, those that speak of half of it are noise.
  const least = scored.some(({ covered }) => covered === total) ? 0.75 : 0.3;
  for (const text of texts) {
    const hits = scored.filter((hit) => hit.text === text && hit.covered >= total * least);
    // A heading is a hit of its own only where nothing under it is one.
    const under = new Set(hits.filter(({ section }) => section.kind !== 'heading').map(({ section }) => section.heading));
    const isPage = text.fragment.filters.kind?.[0] !== 'agreement';
    const best = Math.max(0, ...hits.map((hit) => hit.score));
    // What is about as good stands in the order of the text.
    const rung = (hit) => Math.round((10 * hit.score) / best);
    text.hits = hits.filter(({ section }) => isPage || section.kind !== 'heading' || !under.has(section)).sort((a, b) => rung(b) - rung(a) || a.section.from - b.section.from);
    text.score = best + (wanted.every((_, place) => text.named.has(place)) ? total * 2 : 0);
  }
  return texts.filter((text) => text.score > 0).sort((a, b) => b.score - a.score);
}

const has = ({ found }, place) => [...found.values()].some((one) => one.place === place || one.also.includes(place));
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

function score({ found, heading, topical, defines, kind, from, until }, named, rarity, isPhrase, wanted) {
  const best = rarity.map(() => 0);
  const times = rarity.map(() => 0);
  for (const { place, worth, also } of found.values()) {
    best[place] = Math.max(best[place], worth);
    times[place] += 1;
    for (const other of also) {
      best[other] = Math.max(best[other], worth);
      times[other] += 1;
    }
  }
  const together = rarity.length > 1 && isTogether(found, rarity.length);
  if ((!best.some(Boolean) && !topical.size) || (isPhrase && rarity.length > 1 && !together)) return { score: 0, covered: 0 };
  const above = new Set(kind === 'heading' ? [] : [...(heading?.found.values() ?? [])].map(({ place }) => place));
  const of = (place) => best[place] * (1 + 0.25 * Math.log2(Math.min(times[place], 3) || 1)) + (above.has(place) ? 0.5 : 0) + (topical.has(place) ? 0.5 : 0);
  const total = sum(rarity);
  const isCovered = (place) => best[place] || above.has(place) || topical.has(place) || named.has(place);
  const covered = rarity.every((_, place) => isCovered(place)) ? total : sum(rarity.filter((_, place) => isCovered(place)));
  const whole = together ? 2 * total : rarity.length > 1 && best.every((one) => one >= 0.4) ? total : 0;
  const definition = defines?.some((words) => alike(words, wanted)) ? 0.75 * total : 0;
  const brevity = 1.02 - 0.02 * Math.min(1, (until - from) / 200);
  return { score: (sum(rarity.map((one, place) => one * of(place))) + whole + definition) * (covered / total) * brevity, covered };
}

/** Whether the words of a query stand together, in their order. */
function isTogether(found, length) {
  const at = (location, place) => {
    const one = found.get(location);
    return one && one.worth >= 0.6 && (one.place === place || one.also.includes(place));
  };
  const rest = Array.from({ length }, (_, place) => place);
  return [...found.keys()].some((location) => rest.every((place) => at(location + place, place)) || rest.every((place) => at(location, place)));
}

const LENGTH = 36;

/** What is shown of a hit: words, and whether each was found. A heading speaks through what stands under it. */
export function excerpt({ words }, section, isPage) {
  const shown = section.kind === 'heading' && !isPage && section.next ? section.next : section;
  const from = Math.min(shown.from + shown.skip, shown.until);
  const places = [...shown.found.keys()].filter((location) => location >= from).sort((a, b) => a - b);
  let start = from;
  let most = 0;
  for (const place of places) {
    const within = places.filter((other) => other >= place && other < place + LENGTH - 8).reduce((sum, other) => sum + shown.found.get(other).worth, 0);
    if (within > most) [start, most] = [place, within];
  }
  start = start - from <= LENGTH / 2 ? from : start - 8;
  let until = Math.min(shown.until, start + LENGTH);
  if (words[until - 1] === '·') until -= 1;
  return {
    pieces: words.slice(start, until).map((word, place) => ({ word, isFound: shown.found.has(start + place) })),
    isCut: [start > from, until < shown.until - 1],
  };
}
