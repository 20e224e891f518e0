//! What rules about sub-processors share: which companies registers name, where texts name them, and the tables that list them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Ground, Whole};
use crate::analysis::register::standing;
use crate::diagnostic::{Finding, Span};
use crate::model::engagement::{Engagement, Register};
use crate::model::recorded::{Citation, Measured};
use crate::model::{AgreementText, Block, Company, Corpus, Meta, Table, Text, Vendor, walk};
use crate::resolve::phrases::{Owner, Phrases};

/// What is written behind the name of a company, without a final point. Capitals count.
const LEGAL_FORMS: &[&str] = &[
    "B.V",
    "BV",
    "N.V",
    "NV",
    "V.O.F",
    "VOF",
    "C.V",
    "BVBA",
    "SRL",
    "CVBA",
    "GmbH",
    "AG",
    "KG",
    "KGaA",
    "UG",
    "SE",
    "Ltd",
    "Limited",
    "PLC",
    "Plc",
    "LLP",
    "LP",
    "Inc",
    "Incorporated",
    "LLC",
    "L.L.C",
    "Corp",
    "Corporation",
    "Pty",
    "S.A",
    "SA",
    "S.A.S",
    "SAS",
    "SARL",
    "S.à.r.l",
    "S.r.l",
    "S.p.A",
    "SpA",
    "AB",
    "A/S",
    "ApS",
    "ASA",
    "Oy",
    "Oyj",
    "Sp.zo.o",
    "d.o.o",
];
/// A name has at most so many words before its legal form.
const LONGEST_NAME: usize = 4;

const KNOWN: Owner = Owner(0);
const OTHER: Owner = Owner(1);
/// Stands for a vendor or a party, which is no company that anybody engages here.
const NO_COMPANY: u32 = u32::MAX;

/// Every register with its vendor.
pub fn registers(corpus: &Corpus) -> impl Iterator<Item = (&Vendor, &Register)> {
    corpus.vendors.iter().filter_map(|vendor| Some((&**vendor, vendor.sub_processors.as_ref()?)))
}

/// The engagements of a vendor that run or will, as far as they could be read.
pub fn understood<'a>(whole: &Whole<'a>, vendor: &'a Vendor) -> impl Iterator<Item = &'a Engagement> {
    let current = standing(whole.corpus, vendor, whole.today).into_iter().filter(|standing| standing.status.is_current());
    current.map(|standing| standing.engagement).filter(|engagement| engagement.is_understood)
}

/// The companies that some engagements name: those engaged, those in their chains, and whoever controls one of these. By slug, of
/// companies in the order of their slugs.
pub fn named<'a>(companies: &'a [Company], engagements: impl IntoIterator<Item = &'a Engagement>) -> BTreeSet<&'a str> {
    let by_slug = |slug: &str| companies.binary_search_by(|company| company.slug.as_str().cmp(slug)).ok().map(|place| &companies[place]);
    let mut named = BTreeSet::new();
    for engagement in engagements {
        let chain = engagement.further.stated().into_iter().flatten().map(|further| &further.company);
        for company in std::iter::once(&engagement.company).chain(chain) {
            let mut next = company.stated().and_then(|slug| by_slug(slug));
            while let Some(company) = next.filter(|company| named.insert(company.slug.as_str())) {
                let by_name = |name: &str| companies.iter().find(|other| other.name == name);
                next = company.parent.stated().and_then(|parent| by_slug(parent).or_else(|| by_name(parent)));
            }
        }
    }
    named
}

/// Where texts name companies.
pub struct Names<'a> {
    tree: Phrases,
    companies: &'a [Company],
}

/// A name in a text.
pub struct Named<'a> {
    /// The bytes of the name.
    pub range: Range<usize>,
    /// Whose it is; `None` for a name that is no company's.
    pub company: Option<&'a Company>,
    /// Whether the company is one of those that were expected.
    pub is_known: bool,
}

impl<'a> Names<'a> {
    /// Looks for every company; `known` are the slugs of those that are expected, `others` further names that are.
    pub fn new(ground: &Ground<'a>, known: &BTreeSet<&str>, others: impl IntoIterator<Item = &'a str>) -> Names<'a> {
        let mut endings: Vec<&str> = ground
            .messages
            .languages()
            .flat_map(|language| &ground.messages.lexicon(language).possessive_endings)
            .map(String::as_str)
            .chain([""])
            .collect();
        endings.sort_unstable();
        endings.dedup();
        let mut tree = Phrases::default();
        let mut add = |name: &str, owner: Owner, value: u32| {
            for name in [name, without_form(name)] {
                endings.iter().for_each(|ending| tree.add(&format!("{name}{ending}"), owner, 0, value));
            }
        };
        others.into_iter().for_each(|name| add(name, KNOWN, NO_COMPANY));
        for (value, company) in (0..).zip(ground.companies) {
            let owner = if known.contains(company.slug.as_str()) { KNOWN } else { OTHER };
            company.names().for_each(|name| add(name, owner, value));
        }
        Names { tree, companies: ground.companies }
    }

    /// The names in a text, in order, the longest at each place.
    pub fn within(&self, plain: &str) -> Vec<Named<'a>> {
        let reading = self.tree.read(plain);
        let mut found = Vec::new();
        let mut at = 0;
        while at < reading.count() {
            match reading.is_known(at).then(|| self.tree.at(&reading, at, &[KNOWN, OTHER])).flatten() {
                Some(here) => {
                    let company = usize::try_from(here.value).ok().and_then(|place| self.companies.get(place));
                    found.push(Named { range: reading.bytes(at..here.end), company, is_known: here.owner == KNOWN });
                    at = here.end;
                }
                None => at += 1,
            }
        }
        found
    }
}

/// A name without its legal form.
fn without_form(name: &str) -> &str {
    let Some((before, last)) = name.trim_end().rsplit_once(char::is_whitespace) else { return name };
    if LEGAL_FORMS.contains(&last.trim_end_matches('.')) { before.trim_end().trim_end_matches(',') } else { name }
}

/// Names in a text that end in a legal form, such as “Stapelhuis GmbH”: the form, and at most four words with a capital before it.
/// `is_no_name` tells what may stand before a name, with a capital, and is no part of it.
pub fn with_legal_form(plain: &str, is_no_name: &dyn Fn(&str) -> bool) -> Vec<Range<usize>> {
    let words = words(plain);
    let is_form = |word: &Range<usize>| {
        let word = plain[word.clone()].trim_end_matches(|c: char| !c.is_alphanumeric());
        LEGAL_FORMS.contains(&word).then_some(word.len())
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let Some(length) = is_form(word) else { continue };
        let mut first = None;
        for before in (place.saturating_sub(LONGEST_NAME)..place).rev() {
            let text = &plain[words[before].clone()];
            let ends = text.ends_with(['.', ';', ':', '!', '?', ')', '”', '"']) || (before + 1 < place && text.ends_with(','));
            let name = text.trim_start_matches(['(', '“', '"', '‘', '\'']);
            let is_joined = name == "&" && first.is_some();
            if ends || !(is_joined || name.starts_with(char::is_uppercase)) {
                break;
            }
            if !is_joined {
                first = Some((before, words[before].end - name.len()));
            }
            if name.len() < text.len() {
                break;
            }
        }
        // “De Stapelhuis B.V.”, “Verwerker Stapelhuis B.V.”, “een of meer B.V.”.
        while let Some((at, from)) = first
            && is_no_name(&plain[from..words[at].end])
        {
            first = (at + 1 < place).then(|| (at + 1, words[at + 1].start));
        }
        // “B.V.” has its point; that behind “GmbH.” ends a sentence.
        let end = word.start + length;
        let has_point = plain[word.start..end].contains('.') && plain[end..].starts_with('.');
        found.extend(first.map(|(_, from)| from..end + usize::from(has_point)));
    }
    found
}

/// The stretches of a text between white space.
fn words(plain: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    for (at, c) in plain.char_indices() {
        let end = at + c.len_utf8();
        match words.last_mut().filter(|_| is_open) {
            Some(word) if !c.is_whitespace() => word.end = end,
            None if !c.is_whitespace() => words.push(at..end),
            _ => {}
        }
        is_open = !c.is_whitespace();
    }
    words
}

/// Every table of a text, with the clause or item that it stands in.
pub fn tables(text: &AgreementText) -> Vec<(&Meta, &Table)> {
    fn of<'a>(blocks: &'a [Block], node: &'a Meta, found: &mut Vec<(&'a Meta, &'a Table)>) {
        for block in blocks {
            match block {
                Block::Table(table) => found.push((node, table)),
                Block::Items { items, .. } => items.iter().for_each(|item| of(&item.body, &item.meta, found)),
                Block::Quote(inner) => of(inner, node, found),
                Block::Limited(_, inner) => of(std::slice::from_ref(inner), node, found),
                Block::Paragraph(_) | Block::Withheld(_) => {}
            }
        }
    }
    let mut found = Vec::new();
    walk::clauses(&text.parts, &mut |clause| of(&clause.body, &clause.meta, &mut found));
    found
}

/// The column of a table whose heading has one of some words; of several the one with the first word.
pub fn column(head: &[Text], words: &[String]) -> Option<usize> {
    let head: Vec<String> = head.iter().map(|cell| cell.plain().to_lowercase()).collect();
    words.iter().find_map(|word| head.iter().position(|cell| has_words(cell, word)))
}

fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + words.len()..].chars().next());
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// What a period says of itself: its number, and its unit, in the singular if it is one.
pub fn with_period(finding: Finding, period: &Measured) -> Finding {
    let unit = if period.number == 1.0 { period.unit.trim_end_matches('s') } else { &period.unit };
    finding.with("number", period.number.to_string()).with("unit", unit)
}

/// Where a clause that someone cites begins in its original.
pub fn span_of(vendor: &Vendor, citation: &Citation) -> Option<Span> {
    let agreement = vendor.agreements.iter().find(|agreement| agreement.slug == citation.agreement)?;
    let mut span = None;
    walk::metas(&agreement.texts.get(&agreement.original)?.parts, &mut |meta| {
        if meta.id == citation.clause {
            span = span.or(Some(meta.span));
        }
    });
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_in_a_legal_form() {
        for (text, names) in [
            ("Wij schakelen Stapelhuis B.V. in.", vec!["Stapelhuis B.V."]),
            ("De Stapelhuis GmbH.", vec!["Stapelhuis GmbH"]),
            ("dat De Verwerker Stapelhuis B.V. en De B.V.", vec!["Stapelhuis B.V."]),
            (
                "both Kast & Zoon N.V., (Wolken, Inc.) and Oever Data Noord Ltd",
                vec!["Kast & Zoon N.V.", "Wolken, Inc", "Oever Data Noord Ltd"],
            ),
            ("Utrecht. Stapelhuis A/S te Aarhus", vec!["Stapelhuis A/S"]),
            ("een b.v. of een N.V. naar keuze", vec![]),
            ("Een Twee Drie Vier Vijf S.A.", vec!["Twee Drie Vier Vijf S.A."]),
            ("", vec![]),
        ] {
            let found = with_legal_form(text, &|word| ["De", "Verwerker"].contains(&word));
            assert_eq!(found.into_iter().map(|range| &text[range]).collect::<Vec<_>>(), names, "{text}");
        }
        assert_eq!(["Stapelhuis, Inc.", "Stapelhuis", "Limited"].map(without_form), ["Stapelhuis", "Stapelhuis", "Limited"]);
    }

    #[test]
    fn a_heading_has_words_and_not_letters() {
        assert!(has_words("sub-verwerker (naam)", "sub-verwerker") && !has_words("doelgroep", "doel"));
    }
}
