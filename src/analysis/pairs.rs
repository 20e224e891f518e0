//! Two vendors' agreements, provision against provision: found by what they say and what they are about, wherever they stand.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use rayon::prelude::*;

use super::redline::{Words, at_most_alike, likeness};
use crate::i18n::Language;
use crate::model::{Agreement, AgreementKind, AgreementText, Article, Block, Clause, Corpus, Meta, Vendor};

/// Provisions are of one family, whose differences can be read, where at least this share of their words is the same, in the
/// same order.
pub const FAMILY: f64 = 0.4;
/// Provisions that are not about the same must be more alike, and short ones, which share a few usual words soon, even more.
const FAMILY_ELSEWHERE: f64 = 0.5;
const SHORT: usize = 12;
const FAMILY_OF_SHORT: f64 = 0.65;
/// Provisions about the same belong together from here on, in words of their own.
const SAME_MATTER: f64 = 0.25;
/// What two provisions about the same have ahead of two that only sound alike.
const AHEAD: f64 = 0.12;
/// Pages are made for every two of so many vendors; of more, each is held against those nearest to it.
const MOST_FOR_ALL: usize = 16;
/// So many.
const NEAREST: usize = 4;
/// Of a stretch of words that many have, each is counted with so many that come after it.
const MOST_HOLDERS: usize = 24;

/// A provision with what is compared of it.
#[derive(Debug, Clone)]
pub struct Provision<'a> {
    /// The agreement that it stands in.
    pub agreement: &'a Agreement,
    /// Its text in the language that is compared.
    pub text: &'a AgreementText,
    /// The article or section that it stands in.
    pub article: &'a Article,
    /// The provision.
    pub clause: &'a Clause,
    /// Its lines: paragraphs, items with their labels, rows.
    pub lines: Vec<Line>,
    /// The lines, each ended by a line break.
    pub plain: String,
    words: Words,
    /// Those of its article's heading; none where it has none, or one without words.
    heading: Option<Words>,
}

/// A line of a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The printed label of an item.
    pub label: Option<String>,
    /// Its words.
    pub text: String,
}

/// Two provisions, or one that the other side lacks, by their places.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pair {
    /// The left provision.
    pub left: Option<usize>,
    /// The right provision.
    pub right: Option<usize>,
    /// How alike they are, from 0 to 1; 0 where one is missing.
    pub likeness: f64,
    /// Whether they stand in another order than their neighbours.
    pub is_moved: bool,
}

/// What a vendor's agreements of a kind say in a language: their provisions, in order.
pub fn provisions<'a>(vendor: &'a Vendor, kind: AgreementKind, language: Language) -> Vec<Provision<'a>> {
    let mut provisions = Vec::new();
    let compared = vendor.agreements.iter().filter(|agreement| !agreement.withheld && agreement.kind == kind);
    for agreement in compared {
        let Some(text) = agreement.text(language) else { continue };
        for article in text.parts.iter().flat_map(|part| &part.articles) {
            of_article(agreement, text, article, &mut provisions);
        }
    }
    provisions
}

fn of_article<'a>(agreement: &'a Agreement, text: &'a AgreementText, article: &'a Article, provisions: &mut Vec<Provision<'a>>) {
    let heading = article.heading.as_ref().map(|heading| Words::of(&heading.plain())).filter(|words| !words.is_empty());
    for clause in article.clauses.iter().filter(|clause| !clause.meta.withheld) {
        let lines = lines(&clause.body);
        let plain: String = lines.iter().map(|line| format!("{}\n", line.text)).collect();
        let words = Words::of(&plain);
        if !words.is_empty() {
            provisions.push(Provision { agreement, text, article, clause, lines, plain, words, heading: heading.clone() });
        }
    }
    article.sections.iter().for_each(|section| of_article(agreement, text, section, provisions));
}

/// The lines of some blocks, as far as these readers may see them.
pub fn lines(blocks: &[Block]) -> Vec<Line> {
    let mut lines = Vec::new();
    push_lines(blocks, None, &mut lines);
    lines
}

fn push_lines(blocks: &[Block], label: Option<&str>, lines: &mut Vec<Line>) {
    let mut label = label.map(str::to_owned);
    for block in blocks {
        match block {
            // A break that the author asked for is no line of its own here.
            Block::Paragraph(text) => lines.push(Line { label: label.take(), text: text.plain().replace('\n', " ") }),
            Block::Items { items, .. } => {
                for item in items.iter().filter(|item| !item.meta.withheld) {
                    push_lines(&item.body, item.label.as_deref().or(Some("–")), lines);
                }
            }
            Block::Table(table) => {
                for row in table.rows.iter().filter(|row| !row.withheld) {
                    let cells: Vec<String> = row.cells.iter().map(|cell| cell.plain().replace('\n', " ")).collect();
                    lines.push(Line { label: label.take(), text: cells.join(" | ") });
                }
            }
            Block::Quote(inner) => push_lines(inner, label.take().as_deref(), lines),
            Block::Limited(_, inner) => push_lines(std::slice::from_ref(&**inner), label.take().as_deref(), lines),
            Block::Withheld(_) => {}
        }
    }
}

/// What brings two provisions together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Their words, helped by what they are about.
    Likeness,
    /// What they are about, the most alike first, however unlike they are: a model is met in a vendor's own words.
    Topic,
}

/// The provisions of two vendors, paired. Each stands in one pair; pairs are in the order of the left side, what only the right
/// side has where it stands there.
pub fn align(left: &[Provision<'_>], right: &[Provision<'_>], by: By) -> Vec<Pair> {
    let mut found: Vec<(f64, f64, usize, usize)> = Vec::new();
    for (i, a) in left.iter().enumerate() {
        for (j, b) in right.iter().enumerate() {
            let is_same_matter = share_topic(&a.clause.meta, &b.clause.meta) || share_heading(a, b);
            let is_short = a.words.len().min(b.words.len()) < SHORT;
            let least = match (is_same_matter, is_short) {
                (true, _) if by == By::Topic => 0.0,
                (true, false) => SAME_MATTER,
                (true, true) => FAMILY,
                (false, false) => FAMILY_ELSEWHERE,
                (false, true) => FAMILY_OF_SHORT,
            };
            if at_most_alike(&a.words, &b.words) < least {
                continue;
            }
            let likeness = likeness(&a.words, &b.words);
            if likeness >= least {
                found.push((likeness + if is_same_matter { AHEAD } else { 0.0 }, likeness, i, j));
            }
        }
    }
    // The best first; of equals those that stand first.
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.2, a.3).cmp(&(b.2, b.3))));
    let (mut taken_left, mut taken_right) = (HashSet::new(), HashSet::new());
    let mut pairs: Vec<(usize, usize, f64)> = Vec::new();
    for (_, likeness, i, j) in found {
        if !taken_left.contains(&i) && !taken_right.contains(&j) {
            taken_left.insert(i);
            taken_right.insert(j);
            pairs.push((i, j, likeness));
        }
    }
    pairs.sort_unstable_by_key(|(i, _, _)| *i);
    let steady = longest_rising(&pairs.iter().map(|(_, j, _)| *j).collect::<Vec<_>>());
    let mut aligned: Vec<Pair> = Vec::new();
    let mut next_right = 0;
    let mut partners = pairs.iter().zip(steady).peekable();
    for i in 0..left.len() {
        match partners.next_if(|((own, _, _), _)| *own == i) {
            Some(((_, j, likeness), is_steady)) => {
                if is_steady {
                    push_lonely(&mut aligned, next_right..*j, &taken_right);
                    next_right = *j + 1;
                }
                aligned.push(Pair { left: Some(i), right: Some(*j), likeness: *likeness, is_moved: !is_steady });
            }
            None => aligned.push(Pair { left: Some(i), right: None, likeness: 0.0, is_moved: false }),
        }
    }
    push_lonely(&mut aligned, next_right..right.len(), &taken_right);
    aligned
}

/// The language in which both sides' agreements of a kind were written, if that is one.
pub fn common_language(left: &Vendor, right: &Vendor, kind: AgreementKind) -> Option<Language> {
    let of =
        |vendor: &Vendor| vendor.agreements.iter().find(|agreement| !agreement.withheld && agreement.kind == kind).map(|own| own.original);
    of(left).filter(|own| of(right) == Some(*own))
}

/// Pairs that were found in one language, of the same provisions in another. What one of the languages lacks has no pair.
pub fn carried_over(pairs: &[Pair], found: &[Vec<Provision<'_>>; 2], shown: &[Vec<Provision<'_>>; 2]) -> Vec<Pair> {
    let key = |provision: &Provision<'_>| (provision.agreement.slug.clone(), provision.clause.meta.id.clone());
    let places: [HashMap<_, usize>; 2] =
        [0, 1].map(|side: usize| shown[side].iter().enumerate().map(|(place, provision)| (key(provision), place)).collect());
    let carried = |side: usize, at: Option<usize>| at.and_then(|at| places[side].get(&key(&found[side][at])).copied());
    let mut over: Vec<Pair> = pairs
        .iter()
        .map(|pair| Pair { left: carried(0, pair.left), right: carried(1, pair.right), ..pair.clone() })
        .filter(|pair| pair.left.is_some() || pair.right.is_some())
        .collect();
    let mut known: [HashSet<usize>; 2] = [HashSet::new(), HashSet::new()];
    over.iter().for_each(|pair| {
        known[0].extend(pair.left);
        known[1].extend(pair.right);
    });
    over.extend((0..shown[0].len()).filter(|at| !known[0].contains(at)).map(|at| Pair { left: Some(at), ..Pair::default() }));
    over.extend((0..shown[1].len()).filter(|at| !known[1].contains(at)).map(|at| Pair { right: Some(at), ..Pair::default() }));
    over
}

fn push_lonely(aligned: &mut Vec<Pair>, range: std::ops::Range<usize>, taken: &HashSet<usize>) {
    let lonely = range.filter(|j| !taken.contains(j));
    aligned.extend(lonely.map(|j| Pair { left: None, right: Some(j), likeness: 0.0, is_moved: false }));
}

fn share_topic(a: &Meta, b: &Meta) -> bool {
    a.topics.iter().any(|topic| b.topics.contains(topic))
}

fn share_heading(a: &Provision<'_>, b: &Provision<'_>) -> bool {
    matches!((&a.heading, &b.heading), (Some(a), Some(b)) if a.are_those_of(b))
}

/// Which of these numbers belong to the longest series that only rises: the others were moved.
fn longest_rising(numbers: &[usize]) -> Vec<bool> {
    // The place of the smallest last number of a rising series of each length, and of the number before each.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), vec![None; numbers.len()]);
    for (place, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before[place] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() { ends.push(place) } else { ends[length] = place }
    }
    let mut is_steady = vec![false; numbers.len()];
    let mut at = ends.last().copied();
    while let Some(place) = at {
        is_steady[place] = true;
        at = before[place];
    }
    is_steady
}

/// Which vendors are held against each other, by their places, the lower first: all of a few; of many each against the ones whose
/// words are most like its own. So the number of pages grows with the vendors and not with their square.
pub fn compared(corpus: &Corpus) -> Vec<(usize, usize)> {
    let places: Vec<usize> = with_text(corpus).collect();
    if places.len() <= MOST_FOR_ALL {
        return places.iter().enumerate().flat_map(|(rank, a)| places[rank + 1..].iter().map(|b| (*a, *b))).collect();
    }
    let shared = shared_shingles(corpus, &places);
    let mut kept: BTreeSet<(usize, usize)> = BTreeSet::new();
    for a in &places {
        let mut near: Vec<(usize, usize)> = shared.get(a).into_iter().flatten().map(|(b, count)| (*count, *b)).collect();
        near.sort_unstable_by(|x, y| y.0.cmp(&x.0).then(x.1.cmp(&y.1)));
        kept.extend(near.iter().take(NEAREST).map(|(_, b)| (*a.min(b), *a.max(b))));
    }
    if kept.is_empty() {
        // None is near to any: each is held against the next.
        kept.extend(places.windows(2).map(|two| (two[0], two[1])));
    }
    kept.into_iter().collect()
}

/// Whether any two vendors are held against each other.
pub fn exists(corpus: &Corpus) -> bool {
    with_text(corpus).nth(1).is_some()
}

fn with_text(corpus: &Corpus) -> impl Iterator<Item = usize> {
    let has_text = |vendor: &Vendor| vendor.agreements.iter().any(|own| !own.withheld && own.kind == AgreementKind::ProcessingAgreement);
    corpus.vendors.iter().enumerate().filter(move |(_, vendor)| has_text(vendor)).map(|(place, _)| place)
}

/// How many stretches of three words each two vendors share, for each vendor. What very many share, such as the words of a common
/// model, says of each only who is next to it in their order: else the work would grow with the square of the vendors.
fn shared_shingles(corpus: &Corpus, places: &[usize]) -> HashMap<usize, HashMap<usize, usize>> {
    let language = corpus.languages.first().copied().unwrap_or(Language::NL);
    let found: Vec<HashSet<u64>> = places.par_iter().map(|place| shingles(&corpus.vendors[*place], language)).collect();
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (place, own) in places.iter().zip(&found) {
        own.iter().for_each(|shingle| holders.entry(*shingle).or_default().push(*place));
    }
    let mut shared: HashMap<usize, HashMap<usize, usize>> = HashMap::new();
    for vendors in holders.values() {
        for (rank, a) in vendors.iter().enumerate() {
            for b in vendors[rank + 1..].iter().take(MOST_HOLDERS) {
                *shared.entry(*a).or_default().entry(*b).or_default() += 1;
                *shared.entry(*b).or_default().entry(*a).or_default() += 1;
            }
        }
    }
    shared
}

/// Hashes of each three words that follow each other in a vendor's provisions.
fn shingles(vendor: &Vendor, language: Language) -> HashSet<u64> {
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    let mut shingles = HashSet::new();
    for provision in provisions(vendor, AgreementKind::ProcessingAgreement, language) {
        let lower = provision.plain.to_lowercase();
        let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        shingles.extend(words.windows(3).map(|three| hasher.hash_one(three)));
    }
    shingles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rises_longest_stays_in_place() {
        assert_eq!(longest_rising(&[0, 1, 2]), [true, true, true]);
        assert_eq!(longest_rising(&[2, 0, 1]), [false, true, true]);
        assert_eq!(longest_rising(&[0, 3, 1, 2]), [true, false, true, true]);
        assert_eq!(longest_rising(&[]), [false; 0]);
    }
}
