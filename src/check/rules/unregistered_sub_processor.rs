//! A company that an agreement names as engaged, and that the vendor's register does not have.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::check::engaged::{Names, column, named, tables, with_legal_form};
use crate::check::{Check, MOST_OF_ONE_KIND, Prose, Run, Subject};
use crate::diagnostic::{Area, Finding, Rule, Severity, Span};
use crate::model::{Meta, NodeId, Status, Text};
use crate::parse::text::Pieces;

/// What provisions about sub-processors are about.
const TOPIC: &str = "sub-processors";

/// The rule. Arguments: `id`, `name`, `company` (the name of its file, or `none`), `vendor`.
pub const CHECK: Check = Check {
    rule: Rule { name: "unregistered-sub-processor", severity: Severity::Warning, area: Area::SubProcessors },
    run: Run::Agreement(run),
    documents: documents!("unregistered_sub_processor"),
};

fn run(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let (vendor, agreement) = (subject.vendor, subject.agreement);
    // Who has not begun a register is not asked to; and what was replaced names whom it named then.
    let Some(register) = vendor.sub_processors.as_ref().filter(|_| agreement.status != Status::Superseded) else { return };
    let registered = named(subject.ground.companies, &register.engagements);
    let parties = agreement.parties.iter().flat_map(|party| &party.names).chain(&vendor.legal_name).chain([&vendor.name]);
    let names = Names::new(&subject.ground, &registered, parties.map(String::as_str));
    let mut telling = Telling { vendor: &vendor.slug, told: HashSet::new(), original: HashSet::new(), at: HashMap::new(), findings };
    // Each name once in the agreement: what the original has, its translation has again.
    for prose in &subject.proses {
        let text = Reading { prose, names: &names, terms: terms(subject, prose) };
        text.passages(&mut telling);
        text.tables(&mut telling);
        if prose.language == agreement.original {
            telling.original.extend(telling.at.keys().cloned());
        }
    }
}

/// What may stand before a name and is no part of it: determiners, and how the text calls its parties.
fn terms(subject: &Subject<'_>, prose: &Prose<'_>) -> HashSet<String> {
    let parties = subject.agreement.parties.iter().flat_map(|party| party.names.iter().chain(&party.pronouns));
    let terms = prose.definitions().iter().map(|definition| &definition.term);
    prose.lexicon.determiners.iter().chain(parties).chain(terms).map(|word| word.to_lowercase()).collect()
}

/// A text in which names are looked for.
struct Reading<'a> {
    prose: &'a Prose<'a>,
    names: &'a Names<'a>,
    terms: HashSet<String>,
}

fn is_about(meta: &Meta) -> bool {
    meta.topics.iter().any(|topic| topic == TOPIC)
}

impl Reading<'_> {
    fn with_legal_form(&self, plain: &str) -> Vec<Range<usize>> {
        with_legal_form(plain, &|word| self.terms.contains(&word.to_lowercase()))
    }

    fn passages(&self, telling: &mut Telling<'_>) {
        for passage in &self.prose.passages {
            let found = self.names.within(&passage.plain);
            let node = passage.place.node.map(|meta| &meta.id);
            for named in found.iter().filter(|named| !named.is_known) {
                let Some(company) = named.company else { continue };
                telling.tell(&company.name, Some(&company.slug), node, passage.span(named.range.clone()));
            }
            let metas = [passage.place.node, passage.place.clause.map(|clause| &clause.meta)];
            if !metas.into_iter().flatten().any(is_about) {
                continue;
            }
            for range in self.with_legal_form(&passage.plain) {
                let is_named = found.iter().any(|named| named.range.start < range.end && range.start < named.range.end);
                if !is_named && !passage.is_opaque(&range) {
                    telling.tell(&passage.plain[range.clone()], None, node, passage.span(range));
                }
            }
        }
    }

    fn tables(&self, telling: &mut Telling<'_>) {
        let lexicon = self.prose.lexicon;
        for (node, table) in tables(self.prose.text).into_iter().filter(|(_, table)| !table.is_described()) {
            // In a provision about them the names of companies are theirs.
            let of_companies = || is_about(node).then(|| column(&table.head, &lexicon.company)).flatten();
            let Some(column) = column(&table.head, &lexicon.sub_processor).or_else(of_companies) else { continue };
            table.rows.iter().filter_map(|row| row.cells.get(column)).for_each(|cell| self.cell(cell, node, telling));
        }
    }

    fn cell(&self, cell: &Text, node: &Meta, telling: &mut Telling<'_>) {
        let plain = cell.plain();
        let trimmed = plain.trim();
        let pieces = Pieces::of(cell);
        let mut words = trimmed.split(|c: char| !c.is_alphanumeric());
        let is_none = words.clone().next().is_some_and(|first| self.prose.lexicon.negations.contains(&first.to_lowercase()));
        // “N.v.t.” is no name either.
        let is_name = trimmed.contains(char::is_uppercase) && words.any(|word| word.chars().count() > 1) && !is_none;
        // Whom the cell names by a name that is known anywhere has been told of, or need not be.
        if !is_name || pieces.is_opaque(&(0..plain.len())) || !self.names.within(&plain).is_empty() {
            return;
        }
        let start = plain.len() - plain.trim_start().len();
        let range = self.with_legal_form(&plain).into_iter().next().unwrap_or(start..start + trimmed.len());
        telling.tell(&plain[range.clone()], None, Some(&node.id), pieces.span(range).unwrap_or(cell.span));
    }
}

/// What was told of an agreement.
struct Telling<'a> {
    vendor: &'a str,
    told: HashSet<String>,
    /// The provisions of which something was told in the original.
    original: HashSet<Option<NodeId>>,
    /// How much of each provision.
    at: HashMap<Option<NodeId>, usize>,
    findings: &'a mut Vec<Finding>,
}

impl Telling<'_> {
    fn tell(&mut self, name: &str, company: Option<&str>, node: Option<&NodeId>, span: Span) {
        // A name without a file cannot be taken for the name of a file: it is in lower case without a slash before it.
        let key = company.map_or_else(|| name.to_lowercase(), |slug| format!("/{slug}"));
        let node = node.cloned();
        // A name without a file may be translated: it is one that has been told of.
        if self.told.contains(&key) || (company.is_none() && self.original.contains(&node)) {
            return;
        }
        let count = self.at.entry(node.clone()).or_default();
        *count += 1;
        if *count > MOST_OF_ONE_KIND {
            return;
        }
        self.told.insert(key);
        let mut finding = Finding::new(CHECK.rule, span);
        if let Some(node) = node {
            finding = finding.with("id", node.as_str());
        }
        let finding = finding.with("name", name).with("company", company.unwrap_or("none"));
        self.findings.push(finding.with("vendor", self.vendor));
    }
}
