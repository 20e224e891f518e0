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
const isNumber = (word) => /^\p{N}+$/u.test(word);

/** The parts of a text that can be a hit, and the ones at its end that lead to them. */
function sectionsOf({ anchors, content, filters }) {
  const words = split(content);
  const isAgreement = filters.kind?.[0] === 'agreement';
  const sections = [{ kind: 'top', from: 0, skip: 0 }];
  let heading;
  for (const { element, id, text = '', title = '', location } of anchors) {
    const section = { id, from: location, skip: 0, heading };
    if (element === 'i' && id === 'forms') section.kind = 'forms';
    else if (element === 'i' && id.startsWith('topic:')) section.kind = 'topic';
    else if (/^h[1-6]$/.test(element)) {
      Object.assign(section, { kind: 'heading', number: title, text, skip: split(text).length });
      section.heading = heading = section;
    } else if (isAgreement && element === 'b') Object.assign(section, { kind: 'clause', number: text, topics: title.split(' '), skip: text ? split(text).length : 0 });
    else if (isAgreement && element === 'sup') Object.assign(section, { kind: 'note', number: text, skip: 1 });
    if (section.kind) sections.push(section);
  }
  sections.forEach((section, place) => {
    section.until = sections[place + 1]?.from ?? words.length;
    section.next = sections[place + 1];
    section.found = new Map();
    section.topical = new Set();
  });
  return { words, sections };
}

/** The word of a query that a word of a text stands for, and how well: 1 is the same, 0 not at all. */
function meant(word, wanted) {
  const folded = fold(word);
  const parts = word.split(/[^\p{L}\p{N}]+/u).filter(Boolean).map(fold);
  let best = { place: 0, worth: 0 };
  wanted.forEach((term, place) => {
    let worth = 0;
    if (folded === term) worth = 1;
    else if (parts.includes(term)) worth = 0.8;
    else if (!isNumber(term)) {
      for (const form of [folded, ...parts]) {
        let shared = 0;
        while (shared < form.length && form[shared] === term[shared]) shared += 1;
        if (shared >= 3 && Math.max(form.length, term.length) - shared <= 3) worth = Math.max(worth, 0.85);
        else if (shared === term.length) worth = Math.max(worth, 0.5);
      }
    }
    if (worth > best.worth) best = { place, worth };
  });
  return best;
}

/** Whether words are those of a query, be it in another form. */
export const alike = (words, wanted) => words.length === wanted.length && words.every((word, place) => meant(word, [wanted[place]]).worth >= 0.85);

/** Reads a text that the index found: its sections, with what was found in each. `locations` are places of words. */
export function read(fragment, locations, { words: wanted, isPhrase }) {
  const { words, sections } = sectionsOf(fragment);
  const groups = [];
  let at = 0;
  for (const location of [...new Set(locations)].sort((a, b) => a - b)) {
    while (sections[at + 1] && sections[at + 1].from <= location) at += 1;
    const section = sections[at];
    const { place, worth } = meant(words[location] ?? '', wanted);
    if (!worth) continue;
    if (section.kind === 'forms') groups.push({ place, forms: new Set(words.slice(section.from, section.until).map(fold)) });
    else if (section.kind === 'topic') sections.filter(({ topics }) => topics?.includes(section.id.slice(6))).forEach((own) => worth >= 0.8 && own.topical.add(place));
    else section.found.set(location, { place, worth });
  }
  // Another form of a word: it counts where it stands, not in the list of forms.
  if (!isPhrase && groups.length) {
    for (const section of sections.filter(({ kind }) => kind !== 'forms' && kind !== 'topic')) {
      for (let location = section.from; location < section.until; location += 1) {
        const forms = [fold(words[location]), ...words[location].split(/[^\p{L}\p{N}]+/u).map(fold)];
        const group = groups.find((group) => forms.some((form) => group.forms.has(form)));
        if (group && (section.found.get(location)?.worth ?? 0) < 0.9) section.found.set(location, { place: group.place, worth: 0.9 });
      }
    }
  }
  const about = [fragment.meta.title, fragment.meta.vendor].filter(Boolean).flatMap(split);
  const named = new Set(about.map((word) => meant(word, wanted)).filter(({ worth }) => worth >= 0.8).map(({ place }) => place));
  return { fragment, words, sections: sections.filter(({ kind }) => kind !== 'forms' && kind !== 'topic'), named };
}

/** The hits of several texts, each with its score, best first. Rare words count for more. */
export function rank(texts, { words: wanted, isPhrase }) {
  const all = texts.flatMap(({ sections }) => sections);
  const rarity = wanted.map((_, place) => Math.log(1 + all.length / (1 + all.filter(({ found }) => [...found.values()].some((one) => one.place === place)).length)));
  const total = rarity.reduce((sum, one) => sum + one, 0);
  for (const text of texts) {
    const hits = [];
    for (const section of text.sections) {
      const best = wanted.map(() => 0);
      const times = wanted.map(() => 0);
      for (const { place, worth } of section.found.values()) {
        best[place] = Math.max(best[place], worth);
        times[place] += 1;
      }
      const own = best.some(Boolean);
      if (!own && !section.topical.size) continue;
      const above = section.heading && section.heading !== section ? new Set([...section.heading.found.values()].map(({ place }) => place)) : new Set();
      const together = wanted.length > 1 && phrase(section, wanted);
      if (isPhrase && wanted.length > 1 && !together) continue;
      let score = 0;
      let covered = 0;
      let complete = true;
      wanted.forEach((_, place) => {
        if (best[place]) score += rarity[place] * best[place] * (1 + 0.25 * Math.log2(times[place]));
        if (above.has(place)) score += rarity[place] * 0.5;
        if (section.topical.has(place)) score += rarity[place] * 0.5;
        if (best[place] || above.has(place) || section.topical.has(place) || text.named.has(place)) covered += rarity[place];
        if (!best[place]) complete = false;
      });
      if (covered < total / 2) continue;
      if (together) score += total * 2;
      else if (complete && wanted.length > 1) score += total;
      hits.push({ section, score: score * (covered / total) * (1.15 - 0.15 * Math.min(1, (section.until - section.from) / 200)), covered });
    }
    // A heading is a hit of its own only where nothing under it is one.
    const under = new Set(hits.filter(({ section }) => section.kind !== 'heading').map(({ section }) => section.heading));
    const isPage = text.fragment.filters.kind?.[0] !== 'agreement';
    text.hits = hits.filter(({ section }) => isPage || section.kind !== 'heading' || !under.has(section)).sort((a, b) => b.score - a.score || a.section.from - b.section.from);
    text.score = (text.hits[0]?.score ?? 0) + (wanted.every((_, place) => text.named.has(place)) ? total * 2 : 0);
  }
  return texts.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}

/** Whether the words of a query stand together in a section, in their order. */
function phrase({ found }, wanted) {
  for (const [location, { place, worth }] of found) {
    if (place === 0 && worth >= 0.8 && wanted.every((_, next) => next === 0 || (found.get(location + next)?.place === next && found.get(location + next).worth >= 0.8))) return true;
  }
  return false;
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
  const until = Math.min(shown.until, start + LENGTH);
  return {
    pieces: words.slice(start, until).map((word, place) => ({ word, isFound: shown.found.has(start + place) })),
    isCut: [start > from, until < shown.until],
  };
}
