//! The links of one text: provisions and laws by their numbers first, then, in what is left, terms, documents and laws by
//! their names.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::definition::{Definition, Extent};
use super::law::Citation;
use super::mention::{Document, Kind, Mention, Named};
use super::outline::Outline;
use super::phrases::{Match, Owner, Reading};
use super::{Link, Lookup, Target, Words, target};
use crate::i18n::Language;
use crate::model::TextId;
use crate::model::agreement::AgreementText;
use crate::model::tree::NodeId;
use crate::model::vocabulary::Law;
use crate::model::walk::Place;
use crate::parse::Audience;

/// The concept of the agreement that a processing agreement belongs to. Where an agreement defines a term for it that no
/// agreement of this site is known as, "article 3 of the Agreement" is a provision elsewhere.
const MAIN_AGREEMENT: &str = "main-agreement";

/// Whose phrases are looked for.
#[derive(Default)]
pub struct Owners {
    scopes: HashMap<(u32, NodeId), Owner>,
}

impl Owners {
    /// The names of laws.
    pub const LAWS: Owner = Owner(0);
    /// The names by which the vendor's agreements know each other.
    pub const DOCUMENTS: Owner = Owner(1);

    /// The documents that an agreement says are elsewhere.
    pub fn external(&mut self, agreement: u32) -> Owner {
        Owner(u32::MAX - agreement)
    }

    /// The terms of a part of an agreement.
    pub fn scope(&mut self, agreement: u32, part: &NodeId) -> Owner {
        let next = Owner(u32::try_from(self.scopes.len()).unwrap_or(u32::MAX).saturating_add(2));
        *self.scopes.entry((agreement, part.clone())).or_insert(next)
    }

    /// The same, of what has been added.
    fn of(&self, agreement: usize, part: &NodeId) -> Option<Owner> {
        self.scopes.get(&(u32::try_from(agreement).ok()?, part.clone())).copied()
    }
}

/// What is known where a text stands.
pub struct Ground<'g> {
    /// The agreement that speaks, by its place among the outlines.
    pub own: usize,
    /// The agreements of the vendor.
    pub outlines: &'g [&'g Outline],
    /// The language of the text.
    pub language: Language,
    /// Its words.
    pub words: &'g Words<'g>,
    /// Who reads.
    pub readers: Audience,
    /// What can be named.
    pub lookup: &'g Lookup,
    /// The laws of the vocabulary.
    pub laws: &'g [Law],
    /// The words by which the agreement calls itself and its parties, in lower case.
    pub own_words: HashSet<String>,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Meaning {
    Term(usize, u32),
    Document(u32),
    External(u32),
    Law(u32),
}

/// What is linked only once: in a clause, or in an item that defines something.
#[derive(PartialEq, Eq, Hash)]
enum Unit {
    Node(NodeId),
    Text(TextId),
}

/// A text in which names are looked for.
struct Search<'s> {
    reading: Reading<'s>,
    owners: Vec<(Owner, Source)>,
    bare: Vec<Owner>,
}

/// What the phrases of an owner are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    TermsOf(usize),
    Documents,
    External,
    Laws,
}

impl<'g> Ground<'g> {
    /// The links of every text of an agreement.
    pub fn links(&self, text: &AgreementText) -> HashMap<TextId, Vec<Link>> {
        let defining = self.defining_nodes();
        let mut seen: HashSet<(Unit, Meaning)> = HashSet::new();
        let mut links = HashMap::new();
        text.texts(&mut |place| {
            // Nothing is linked within a heading: it is itself what others link to.
            if place.is_heading {
                return;
            }
            let plain = place.text.plain();
            let found = self.in_text(&plain, &place, &defining, &mut seen);
            if !found.is_empty() {
                links.insert(place.text.id, found);
            }
        });
        links
    }

    /// The nodes of the agreement that define something.
    fn defining_nodes(&self) -> HashSet<&'g NodeId> {
        let own = self.outlines[self.own].definitions.get(&self.language);
        own.into_iter().flatten().filter_map(|definition| definition.id.as_ref()).collect()
    }

    fn in_text(&self, plain: &str, place: &Place<'_>, defining: &HashSet<&NodeId>, seen: &mut HashSet<(Unit, Meaning)>) -> Vec<Link> {
        let search = self.search(plain, place);
        let names = |byte: usize| self.name_at(&search, byte);
        let occupied = place.text.occupied();
        let mut mentions = self.words.scanner.mentions(plain, &names);
        let mut taken = occupied.iter().peekable();
        mentions.retain(|mention| {
            while taken.next_if(|range| range.end <= mention.range.start).is_some() {}
            taken.peek().is_none_or(|range| range.start >= mention.range.end)
        });
        let targets = target::Ground {
            own: self.own,
            outlines: self.outlines,
            language: self.language,
            lexicon: self.words.lexicon,
            readers: self.readers,
        };
        let mut links: Vec<Link> = Vec::new();
        let (mut taken, mut mentions) = (occupied.iter().peekable(), mentions.into_iter().peekable());
        let mut token = 0;
        while token < search.reading.count() {
            let at = search.reading.bytes(token..token + 1);
            // What a number points at comes first.
            if let Some(mention) = mentions.next_if(|mention| mention.range.start < at.end) {
                while token < search.reading.count() && search.reading.bytes(token..token + 1).start < mention.range.end {
                    token += 1;
                }
                let target = match self.cited_law(&mention) {
                    Some(law) => Some(Target::Law(Citation::of_mention(law, &mention))),
                    None => targets.target(&mention, place),
                };
                links.extend(target.map(|target| Link { range: mention.range, target, law: None }));
                continue;
            }
            while taken.next_if(|range| range.end <= at.start).is_some() {}
            if taken.peek().is_some_and(|range| range.start < at.end) {
                token += 1;
                continue;
            }
            let Some(found) = self.at(&search, token) else {
                token += 1;
                continue;
            };
            let range = search.reading.bytes(token..found.end);
            let is_cut = is_in_address(plain, &range)
                || taken.peek().is_some_and(|taken| taken.start < range.end)
                || mentions.peek().is_some_and(|mention| mention.range.start < range.end);
            if is_cut {
                token += 1;
                continue;
            }
            let first = token;
            token = found.end;
            let meaning = self.meaning(&search, &found);
            // “AVG artikel 28”, with the law before its article.
            if let Meaning::Law(law) = meaning
                && let Some(law) = self.laws.get(law as usize)
                && let Some(mention) = mentions.next_if(|mention| is_behind(plain, &range, mention))
            {
                while token < search.reading.count() && search.reading.bytes(token..token + 1).start < mention.range.end {
                    token += 1;
                }
                let target = Target::Law(Citation::of_mention(law, &mention));
                links.push(Link { range: range.start..mention.range.end, target, law: None });
                continue;
            }
            // “Beveiligingsprotocol, artikel 1”: of the document that is named before.
            if let Meaning::Document(_) | Meaning::External(_) = meaning
                && let Some(mention) = mentions.peek_mut().filter(|mention| is_behind(plain, &range, mention))
            {
                mention.document = Document::Named(match meaning {
                    Meaning::Document(agreement) => Named::Agreement(agreement),
                    _ => Named::External,
                });
            }
            if let Some(target) = self.target_of(meaning, place, &targets)
                && seen.insert((unit(place, defining), meaning))
            {
                let law = self.law_of(&search, first, &found).and_then(|law| self.laws.get(law as usize));
                links.push(Link { range, target, law: law.map(Citation::of_law) });
            }
        }
        links
    }

    /// The phrases that may be meant at a place: nearest first.
    fn search<'s>(&self, plain: &'s str, place: &Place<'_>) -> Search<'s> {
        let main = NodeId::from("");
        let mut owners = Vec::new();
        let part = place.part.map_or(&main, |part| &part.meta.id);
        let scopes = std::iter::once(part).chain((*part != main).then_some(&main));
        owners.extend(scopes.filter_map(|part| Some((self.lookup.owners.of(self.own, part)?, Source::TermsOf(self.own)))));
        let mut next = self.outlines[self.own].parent;
        let mut above = HashSet::from([self.own]);
        while let Some(agreement) = next.filter(|agreement| above.insert(*agreement)) {
            owners.extend(self.lookup.owners.of(agreement, &main).map(|owner| (owner, Source::TermsOf(agreement))));
            next = self.outlines[agreement].parent;
        }
        owners.push((Owners::DOCUMENTS, Source::Documents));
        owners.push((Owner(u32::MAX - u32::try_from(self.own).unwrap_or(0)), Source::External));
        owners.push((Owners::LAWS, Source::Laws));
        let bare = owners.iter().map(|(owner, _)| *owner).collect();
        Search { reading: self.lookup.phrases.read(plain), owners, bare }
    }

    fn at(&self, search: &Search<'_>, token: usize) -> Option<Match> {
        search.reading.is_known(token).then(|| self.lookup.phrases.at(&search.reading, token, &search.bare)).flatten()
    }

    fn meaning(&self, search: &Search<'_>, found: &Match) -> Meaning {
        let source = search.owners.iter().find(|(owner, _)| *owner == found.owner).map(|(_, source)| *source);
        match source {
            Some(Source::TermsOf(agreement)) => Meaning::Term(agreement, found.value),
            Some(Source::Documents) => Meaning::Document(found.value),
            Some(Source::External) | None => Meaning::External(found.value),
            Some(Source::Laws) => Meaning::Law(found.value),
        }
    }

    /// What stands under a name at a byte, for provisions "of" it.
    fn name_at(&self, search: &Search<'_>, byte: usize) -> Option<(usize, Named)> {
        let token = search.reading.token_at(byte)?;
        let Some(found) = self.at(search, token) else {
            // What the agreement calls itself in its title, or one of its parties.
            let word = search.reading.bytes(token..token + 1);
            let is_own = self.own_words.contains(&search.reading.text(word.clone()).to_lowercase());
            return is_own.then_some((word.end, Named::Own));
        };
        let end = search.reading.bytes(token..found.end).end;
        let named = match self.meaning(search, &found) {
            Meaning::Law(law) => Named::Law(law),
            Meaning::Document(agreement) if agreement as usize == self.own => Named::Own,
            Meaning::Document(agreement) => Named::Agreement(agreement),
            Meaning::External(_) => Named::External,
            Meaning::Term(agreement, index) => {
                let definition = self.definition(agreement, index)?;
                let document = self.lookup.phrases.at(&search.reading, token, &[Owners::DOCUMENTS]);
                match (self.law_of(search, token, &found), document.filter(|same| same.end >= found.end)) {
                    (Some(law), _) => Named::Law(law),
                    (None, Some(document)) => Named::Agreement(document.value),
                    (None, None) if definition.concept.as_deref() == Some(MAIN_AGREEMENT) => Named::External,
                    (None, None) => Named::Own,
                }
            }
        };
        Some((end, named))
    }

    fn definition(&self, agreement: usize, index: u32) -> Option<&'g Definition> {
        self.outlines[agreement].definitions.get(&self.language)?.get(index as usize)
    }

    /// The law that a term is a name of: “AVG”, or “the Regulation” where the text says so.
    fn law_of(&self, search: &Search<'_>, token: usize, found: &Match) -> Option<u32> {
        let Meaning::Term(agreement, index) = self.meaning(search, found) else { return None };
        let same = self.lookup.phrases.at(&search.reading, token, &[Owners::LAWS]).filter(|same| same.end == found.end);
        same.map(|same| same.value).or_else(|| self.definition(agreement, index)?.law)
    }

    fn cited_law(&self, mention: &Mention) -> Option<&'g Law> {
        match mention.document {
            Document::Named(Named::Law(law)) => self.laws.get(law as usize),
            _ => None,
        }
    }

    /// Where a name leads from a place; `None` where it is not linked.
    fn target_of(&self, meaning: Meaning, place: &Place<'_>, targets: &target::Ground<'_>) -> Option<Target> {
        match meaning {
            Meaning::External(_) => Some(Target::External),
            Meaning::Law(law) => Some(Target::Law(Citation::of_law(self.laws.get(law as usize)?))),
            Meaning::Document(agreement) if agreement as usize == self.own => None,
            Meaning::Document(agreement) => Some(targets.agreement(agreement as usize)),
            Meaning::Term(agreement, index) => {
                let definition = self.definition(agreement, index)?;
                let is_own = agreement == self.own && is_within_definition(definition, place);
                if definition.is_pronoun || is_own {
                    return None;
                }
                let definition = *self.lookup.visible.get(agreement)?.get(index as usize)?;
                Some(Target::Term { agreement: self.outlines[agreement].agreement.clone(), definition: definition? })
            }
        }
    }
}

/// Whether a text is, or is part of, what defines a term: the term is not linked there.
fn is_within_definition(definition: &Definition, place: &Place<'_>) -> bool {
    if definition.text == place.text.id {
        return true;
    }
    let (Some(defining), Some(own)) = (&definition.id, place.node) else { return false };
    let own = own.id.as_str();
    let is_below = own.strip_prefix(defining.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    is_below && (definition.extent == Extent::Node || own == defining.as_str())
}

fn unit(place: &Place<'_>, defining: &HashSet<&NodeId>) -> Unit {
    match (place.node, place.clause) {
        (Some(node), _) if defining.contains(&node.id) => Unit::Node(node.id.clone()),
        (_, Some(clause)) => Unit::Node(clause.meta.id.clone()),
        _ => Unit::Text(place.text.id),
    }
}

/// Whether words are part of an address, such as `www.klant.nl` or `info@klant.nl`.
fn is_in_address(plain: &str, range: &Range<usize>) -> bool {
    let joins = |c: char| matches!(c, '.' | '@' | '/' | '_');
    let mut before = plain[..range.start].chars().rev();
    let mut after = plain[range.end..].chars();
    let is_after = before.next().is_some_and(|c| joins(c) && c != '/') && before.next().is_some_and(char::is_alphanumeric);
    is_after || (after.next().is_some_and(|c| joins(c) && c != '/') && after.next().is_some_and(char::is_alphanumeric))
}

/// Whether a provision that says of no document where it stands comes right behind a law's name.
fn is_behind(plain: &str, law: &Range<usize>, mention: &Mention) -> bool {
    let between = plain.get(law.end..mention.range.start);
    mention.kind == Kind::Article
        && mention.relative.is_none()
        && mention.document == Document::Own
        && between.is_some_and(|gap| gap == " " || gap == ", ")
}
