//! The definitions of a text: which term, in what scope, how far it reaches in the text, which idea it stands for.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::forms::{Nearness, forms, variants};
use super::links::Owners;
use super::phrases::Phrases;
use super::{Words, sentence};
use crate::diagnostic::Span;
use crate::i18n::{Language, Lexicon};
use crate::model::agreement::{Agreement, AgreementText};
use crate::model::vocabulary::{Concept, Local};
use crate::model::{NodeId, TermHint, TextId};
use crate::parse::Audience;
use crate::parse::agreement::AgainstGdpr;

/// A term that an agreement defines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The term without quotation marks and without an article before it.
    pub term: String,
    /// The innermost node in which it is defined; `None` in a footnote.
    pub id: Option<NodeId>,
    /// The part in which it counts. The main part, which is empty, stands for the agreement and what belongs to it.
    pub scope: NodeId,
    /// The text in which it stands.
    pub text: TextId,
    /// Where it stands in the source.
    pub span: Span,
    /// How much of the text defines it.
    pub extent: Extent,
    /// The vendor-neutral idea it stands for, where that is known.
    pub concept: Option<String>,
    /// The law that it is a name of, by its place in the vocabulary: “the General Data Protection Regulation (the Regulation)”.
    pub law: Option<u32>,
    /// Whether it reaches less far or further than what the GDPR means by the concept, where the author has said.
    pub against_gdpr: Option<AgainstGdpr>,
    /// Why, by language.
    pub because: Local,
    /// Whether it only stands for a party, as “we” and “u” do, and so is never linked.
    pub is_pronoun: bool,
    /// Who may read it.
    pub audience: Audience,
}

/// How much of a text defines a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extent {
    /// Its whole clause, item or article.
    Node,
    /// The row of a table that it stands in.
    Row,
    /// A sentence, in bytes of its text's plain form.
    Sentence(Range<usize>),
}

impl Definition {
    /// Whether another agreement cannot tell it from this one: wherever it stands in its text, it is the same term.
    pub fn is_alike(&self, other: &Definition) -> bool {
        let seen = |own: &Definition| (own.law, own.is_pronoun, own.audience);
        (&self.term, &self.id, &self.scope, &self.concept) == (&other.term, &other.id, &other.scope, &other.concept)
            && seen(self) == seen(other)
    }
}

/// The most characters of the words that announce a term.
const MOST_ANNOUNCING: usize = 96;

/// What the vocabulary calls things, for one language.
pub struct Named<'a> {
    concepts: HashMap<String, &'a str>,
    known: HashSet<&'a str>,
}

impl<'a> Named<'a> {
    /// The names of concepts. A name that two concepts bear stands for neither.
    pub fn of(concepts: &'a [Concept], language: Language) -> Named<'a> {
        let mut names: HashMap<String, Option<&'a str>> = HashMap::new();
        for concept in concepts {
            for name in concept.names(language) {
                let entry = names.entry(name.to_lowercase()).or_insert(Some(&concept.id));
                *entry = entry.filter(|known| *known == concept.id);
            }
        }
        let concepts_known = concepts.iter().map(|concept| concept.id.as_str()).collect();
        Named { concepts: names.into_iter().filter_map(|(name, id)| Some((name, id?))).collect(), known: concepts_known }
    }

    fn concept(&self, term: &str, lexicon: &Lexicon, agreement: &Agreement) -> Option<String> {
        let variants = variants(term);
        let exact = variants.iter().find_map(|variant| self.concepts.get(&variant.to_lowercase()));
        let by_role = || {
            let party = agreement.parties.iter().find(|party| party.names.iter().any(|name| variants.contains(name)))?;
            self.known.get(party.role.name())
        };
        let inflected = || forms(term, lexicon).into_iter().find_map(|(form, _)| self.concepts.get(&form.to_lowercase()));
        exact.or_else(by_role).or_else(inflected).map(|id| (*id).to_owned())
    }
}

/// The definitions of a text, in the order they stand in it.
pub fn definitions(agreement: &Agreement, text: &AgreementText, words: &Words<'_>) -> Vec<Definition> {
    let lexicon = words.lexicon;
    let mut definitions = Vec::new();
    let mut before: Option<NodeId> = None;
    text.texts(&mut |place| {
        let id = place.node.map(|meta| meta.id.clone());
        let is_first = before != id || place.node.is_none();
        before.clone_from(&id);
        let defined = place.text.defined();
        if defined.is_empty() {
            return;
        }
        let plain = place.text.plain();
        let sentences = sentence::sentences(&plain, lexicon);
        let laws = laws_in(&plain, &words.law_names);
        let mut hereafter_until = 0;
        for (range, term, span) in defined {
            let term = lexicon.without_determiner(term);
            let sentence = sentence::around(&plain, &sentences, range.start);
            // “Partij”, or together “Partijen”: what goes for the first goes for the others of the sentence.
            let is_hereafter = range.start < hereafter_until || is_announced(&plain[..range.start], lexicon);
            if is_hereafter {
                hereafter_until = sentence.end;
            }
            let extent = match place.row {
                Some(_) => Extent::Row,
                None if place.is_heading => Extent::Node,
                None if is_hereafter => Extent::Sentence(sentence),
                // It begins what it stands in, or introduces what comes after.
                None if (is_first && sentence.start == 0) || plain[sentence.clone()].ends_with(':') => Extent::Node,
                None => Extent::Sentence(sentence),
            };
            let hint = hint(&agreement.terms, term, lexicon);
            let concept = match hint.and_then(|hint| hint.concept.clone()) {
                Some(concept) => Some(concept),
                None => words.named.concept(term, lexicon, agreement),
            };
            let lower = term.to_lowercase();
            let mut pronouns = agreement.parties.iter().flat_map(|party| &party.pronouns);
            definitions.push(Definition {
                term: term.to_owned(),
                id: id.clone(),
                scope: place.part.map_or_else(|| NodeId::from(""), |part| part.meta.id.clone()),
                text: place.text.id,
                span,
                law: law_before(&plain, range.start, &laws, lexicon).or_else(|| law_after(&plain, range.end, &laws, lexicon)),
                extent,
                concept,
                against_gdpr: hint.and_then(|hint| hint.against_gdpr),
                because: hint.map(|hint| hint.because.clone()).unwrap_or_default(),
                is_pronoun: pronouns.any(|pronoun| pronoun.to_lowercase() == lower),
                audience: place.audience.max(agreement.audience),
            });
        }
    });
    definitions
}

/// The laws that a text names, each with where.
fn laws_in(plain: &str, names: &Phrases) -> Vec<(Range<usize>, u32)> {
    let reading = names.read(plain);
    let mut found = Vec::new();
    let mut token = 0;
    while token < reading.count() {
        match names.at(&reading, token, &[Owners::LAWS]) {
            Some(law) => {
                found.push((reading.bytes(token..law.end), law.value));
                token = law.end;
            }
            None => token += 1,
        }
    }
    found
}

/// The law whose name stands right before the words that announce a term.
fn law_before(plain: &str, term: usize, laws: &[(Range<usize>, u32)], lexicon: &Lexicon) -> Option<u32> {
    let (name, law) = laws.get(laws.partition_point(|(name, _)| name.end <= term).checked_sub(1)?)?;
    let between = plain.get(name.end..term).filter(|between| between.len() <= MOST_ANNOUNCING)?;
    let words = between.trim_start().strip_prefix(['(', ','])?.trim_matches(|c: char| c.is_whitespace() || ":,“„\"‘".contains(c));
    let words = words.to_lowercase();
    let without_last = words.rsplit_once(char::is_whitespace).filter(|(_, last)| lexicon.determiners.iter().any(|word| word == last));
    let announcing = without_last.map_or(words.as_str(), |(rest, _)| rest).trim_end_matches([':', ' ']);
    let is_announcing = announcing.is_empty()
        || lexicon.determiners.iter().any(|word| word == announcing)
        || lexicon.hereafter.iter().any(|hereafter| hereafter == announcing);
    is_announcing.then_some(*law)
}

/// The law whose name is all that is said of a term: “Verordening”: de AVG.
fn law_after(plain: &str, term: usize, laws: &[(Range<usize>, u32)], lexicon: &Lexicon) -> Option<u32> {
    let rest = plain.get(term..)?.trim_end_matches(['.', ';', ',', ' ']);
    let (name, law) = laws.iter().find(|(name, _)| name.end == term + rest.len())?;
    let between = plain.get(term..name.start)?.trim_matches([':', ',', ' ']).to_lowercase();
    (between.is_empty() || lexicon.determiners.contains(&between)).then_some(*law)
}

/// The forms in which texts may use a defined term: those that the author listed, and those of the language.
pub fn forms_of(definition: &Definition, hints: &[TermHint], lexicon: &Lexicon) -> Vec<(String, Nearness)> {
    let listed = hint(hints, &definition.term, lexicon).into_iter().flat_map(|hint| &hint.forms);
    let listed = listed.map(|form| (form.clone(), Nearness::Listed));
    listed.chain(forms(&definition.term, lexicon)).collect()
}

/// What the author says of a term.
fn hint<'a>(hints: &'a [TermHint], term: &str, lexicon: &Lexicon) -> Option<&'a TermHint> {
    let exact = hints.iter().find(|hint| lexicon.without_determiner(&hint.text) == term);
    exact.or_else(|| hints.iter().find(|hint| hint.forms.iter().any(|form| form == term)))
}

/// Whether words such as "hierna te noemen", or a bracket alone, announce what follows.
fn is_announced(before: &str, lexicon: &Lexicon) -> bool {
    // What announces is a few words; the rest of a long text need not be looked at.
    let far = before.char_indices().rev().nth(MOST_ANNOUNCING).map_or(0, |(at, _)| at);
    let mut before = before[far..].trim_end();
    loop {
        let marks = before.trim_end_matches([':', ',', '“', '"', '„', '‘']).trim_end();
        let word = marks.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let next = if !word.is_empty() && lexicon.determiners.contains(&word.to_lowercase()) {
            marks[..marks.len() - word.len()].trim_end()
        } else {
            marks
        };
        if next.len() == before.len() {
            break;
        }
        before = next;
    }
    if before.ends_with('(') {
        return true;
    }
    let tail = before.to_lowercase();
    lexicon.hereafter.iter().any(|words| tail.strip_suffix(words.as_str()).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}
