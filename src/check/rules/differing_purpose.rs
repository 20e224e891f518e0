//! The purpose of one engagement in two wordings: in two entries of a register, or in a register and a table.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::analysis::register::standing;
use crate::check::engaged::{Names, column, named, registers, tables};
use crate::check::{Check, MOST_OF_ONE_KIND, Run, Whole};
use crate::diagnostic::{Area, Finding, Rule, Severity, Span};
use crate::i18n::Language;
use crate::model::engagement::{Engagement, Place, Register};
use crate::model::vocabulary::Local;
use crate::model::{Company, Status, Text, Vendor};
use crate::parse::document::Element;
use crate::parse::text::Pieces;

/// The rule. Arguments: `id` (empty on a page), `company`, `purpose`, `other`, `what` (`entry`, `table` or `page`).
pub const CHECK: Check = Check {
    rule: Rule { name: "differing-purpose", severity: Severity::Warning, area: Area::SubProcessors },
    run: Run::Site(run),
    documents: documents!("differing_purpose"),
};

fn run(whole: &Whole<'_>, findings: &mut Vec<Finding>) {
    for (vendor, register) in registers(whole.corpus) {
        between_entries(whole, vendor, findings);
        in_agreements(whole, vendor, register, findings);
    }
    in_pages(whole, findings);
}

/// What a register says that a company does: as a sub-processor, or in the chain of one.
struct Entry<'a> {
    engagement: &'a Engagement,
    purpose: &'a Local,
    /// Whether it is in the chain of the engagement's company.
    is_further: bool,
    span: Span,
}

/// What some engagements say of each company, in order.
fn entries<'a>(engagements: impl Iterator<Item = &'a Engagement>) -> BTreeMap<&'a str, Vec<Entry<'a>>> {
    let mut entries: BTreeMap<&str, Vec<Entry>> = BTreeMap::new();
    for engagement in engagements {
        if let (Some(company), Some(purpose)) = (engagement.company.stated(), engagement.purpose.stated()) {
            entries.entry(company).or_default().push(Entry { engagement, purpose, is_further: false, span: engagement.span });
        }
        for further in engagement.further.stated().into_iter().flatten() {
            if let Some(company) = further.company.stated() {
                entries.entry(company).or_default().push(Entry {
                    engagement,
                    purpose: &further.purpose,
                    is_further: true,
                    span: further.span,
                });
            }
        }
    }
    entries
}

impl Entry<'_> {
    /// Whether nothing but the purpose tells the two apart. What a company does in the chain of another is a use of its own.
    fn is_like(&self, other: &Entry<'_>) -> bool {
        let (own, others) = (self.engagement, other.engagement);
        !self.is_further
            && !other.is_further
            && own.service == others.service
            && own.condition == others.condition
            && own.data == others.data
            && own.data_subjects == others.data_subjects
            && have_same_places(own, others)
    }
}

fn have_same_places(own: &Engagement, other: &Engagement) -> bool {
    let places = |engagement: &Engagement| {
        let place = |place: &Place| (place.country.clone(), place.locality.clone(), place.role.clone());
        engagement.places.stated().map(|places| places.iter().map(place).collect::<Vec<_>>())
    };
    own.places.state() == other.places.state() && places(own) == places(other)
}

fn between_entries(whole: &Whole<'_>, vendor: &Vendor, findings: &mut Vec<Finding>) {
    let standing = standing(whole.corpus, vendor, whole.today);
    let current = standing.iter().filter(|standing| standing.status.is_current()).map(|standing| standing.engagement);
    for (slug, entries) in entries(current) {
        for (at, later) in entries.iter().enumerate() {
            let differing = entries[..at].iter().filter(|earlier| earlier.is_like(later));
            let Some((earlier, language)) = { differing }.find_map(|earlier| {
                let mut both = whole.corpus.languages.iter().filter(|language| later.purpose.contains_key(language));
                Some((earlier, both.find(|language| differ(earlier.purpose.get(language), later.purpose.get(language)))?))
            }) else {
                continue;
            };
            let words = |entry: &Entry| entry.purpose.get(language).cloned().unwrap_or_default();
            let company = whole.corpus.company(slug).map_or(slug, |company| company.name.as_str());
            let finding = Finding::new(CHECK.rule, later.span).with("id", later.engagement.id.as_str()).with("company", company);
            let finding = finding.with("purpose", words(later)).with("other", words(earlier)).with("what", "entry");
            findings.push(finding.related(earlier.span));
        }
    }
}

/// Whether two wordings are both there and not the same.
fn differ(one: Option<&String>, other: Option<&String>) -> bool {
    let (Some(one), Some(other)) = (one.map(|words| normal(words)), other.map(|words| normal(words))) else { return false };
    !one.is_empty() && !other.is_empty() && one != other
}

/// Words in lower case, with single spaces and without a final stop.
fn normal(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(['.', ';']).to_lowercase()
}

/// A wording of a table that is not that of any entry.
struct Differing<'a> {
    company: &'a Company,
    purpose: String,
    other: String,
    span: Span,
    related: Span,
}

/// What a table with a column for the purpose says otherwise than some entries, row by row.
fn in_table<'a>(
    head: &[Text],
    rows: impl Iterator<Item = &'a [Text]>,
    (whole, language): (&Whole<'a>, Language),
    names: &Names<'a>,
    entries: &BTreeMap<&str, Vec<Entry<'_>>>,
) -> Vec<Differing<'a>> {
    let lexicon = whole.messages.lexicon(language);
    let companies = column(head, &lexicon.sub_processor).unwrap_or(0);
    let Some(purposes) = column(head, &lexicon.purpose).filter(|purposes| *purposes != companies) else { return Vec::new() };
    let differing = |cells: &'a [Text]| {
        let (name, cell) = (cells.get(companies)?, cells.get(purposes)?);
        let mut named = names.within(&name.plain()).into_iter().filter(|named| named.is_known).filter_map(|named| named.company);
        let company = named.next()?;
        // Of two companies in one cell, nobody knows which does what.
        if named.any(|other| other.slug != company.slug) {
            return None;
        }
        let purpose = cell.plain();
        let said: Vec<(&String, Span)> =
            entries.get(company.slug.as_str())?.iter().filter_map(|entry| Some((entry.purpose.get(&language)?, entry.span))).collect();
        let (other, related) = said.first()?;
        let is_blank = Pieces::of(cell).is_opaque(&(0..purpose.len()));
        let is_other = !is_blank && said.iter().all(|(words, _)| differ(Some(&purpose), Some(*words)));
        is_other.then(|| Differing {
            company,
            purpose: purpose.trim().to_owned(),
            other: (*other).clone(),
            span: cell.span,
            related: *related,
        })
    };
    rows.filter_map(differing).collect()
}

impl Differing<'_> {
    fn finding(self, id: &str, what: &str) -> Finding {
        let finding = Finding::new(CHECK.rule, self.span).with("id", id).with("company", self.company.name.as_str());
        finding.with("purpose", self.purpose).with("other", self.other).with("what", what).related(self.related)
    }
}

fn in_agreements(whole: &Whole<'_>, vendor: &Vendor, register: &Register, findings: &mut Vec<Finding>) {
    let names = Names::new(&whole.ground(), &named(&whole.corpus.companies, &register.engagements), []);
    let entries = entries(register.engagements.iter());
    for agreement in vendor.agreements.iter().filter(|agreement| agreement.status != Status::Superseded) {
        let mut texts: Vec<_> = agreement.texts.values().collect();
        texts.sort_by_key(|text| text.language != agreement.original);
        // What the original says otherwise, its translation says otherwise as well.
        let mut told: HashMap<&str, HashSet<&str>> = HashMap::new();
        for text in texts {
            for (node, table) in tables(text) {
                let rows = table.rows.iter().map(|row| row.cells.as_slice());
                for differing in in_table(&table.head, rows, (whole, text.language), &names, &entries) {
                    let told = told.entry(node.id.as_str()).or_default();
                    if told.len() < MOST_OF_ONE_KIND && told.insert(&differing.company.slug) {
                        findings.push(differing.finding(node.id.as_str(), "table"));
                    }
                }
            }
        }
    }
}

/// Pages belong to no vendor: what they say of a company must be what some register says.
fn in_pages(whole: &Whole<'_>, findings: &mut Vec<Finding>) {
    fn of<'a>(elements: &'a [Element], found: &mut impl FnMut(&'a [Text], Vec<&'a [Text]>)) {
        for element in elements {
            match element {
                Element::Table { head, rows, .. } => found(head, rows.iter().map(|(cells, _)| cells.as_slice()).collect()),
                Element::Quote { elements, .. } => of(elements, found),
                Element::List { entries, .. } => entries.iter().for_each(|entry| of(&entry.elements, found)),
                _ => {}
            }
        }
    }
    if whole.corpus.pages.is_empty() || whole.corpus.companies.is_empty() {
        return;
    }
    let engagements = || registers(whole.corpus).flat_map(|(_, register)| &register.engagements);
    let names = Names::new(&whole.ground(), &named(&whole.corpus.companies, engagements()), []);
    let entries = entries(engagements());
    for page in &whole.corpus.pages {
        of(&page.document.elements, &mut |head, rows| {
            let differing = in_table(head, rows.into_iter(), (whole, page.language), &names, &entries);
            findings.extend(differing.into_iter().map(|differing| differing.finding("", "page")));
        });
    }
}
