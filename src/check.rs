//! The proofreader: what a careful lawyer would mark in the margin, of every agreement, whatever the audience.
//!
//! A rule is one file in `check/rules/` with its document beside it in every language, which is at once what
//! `clausewerk explain` shows and what tests the rule. Rules see one agreement at a time, in all its languages, with
//! what stands around it, or the registers of sub-processors beside them all; they only tell, and change nothing. What the
//! stages themselves find is told under rules of the stages' own, some of which are explained here as well.

pub mod allow;
pub mod document;
mod engaged;
pub mod rules;
mod subject;

use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diagnostic::{CATALOGUE, Finding, Rule};
use crate::i18n::{Language, Messages};
use crate::model::vocabulary::Vocabulary;
use crate::model::{Company, Corpus, Vendor};
use crate::resolve::{Resolved, Table};
use crate::source::{Remembered, Same};
pub use document::Document;
use rules::RULES;
pub use subject::{Passage, Prose, Subject};

/// No more findings of one rule are told of one provision: who sees so many looks at all of it.
pub const MOST_OF_ONE_KIND: usize = 20;

/// Everything that rules may look at.
#[derive(Clone, Copy)]
pub struct Whole<'a> {
    /// The whole corpus, nothing withheld.
    pub corpus: &'a Corpus,
    /// What its words point at.
    pub resolved: &'a Resolved,
    /// What words mean in each language.
    pub messages: &'a Messages,
    /// The day as of which laws are in force and registers are read.
    pub today: Date,
}

/// What rules about agreements may look at besides those of one party, so that what they tell depends on nothing else.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The vocabularies.
    pub vocabulary: &'a Vocabulary,
    /// The companies that may be engaged, in the order of their slugs.
    pub companies: &'a [Company],
    /// The languages of the site.
    pub languages: &'a [Language],
    /// What words mean in each language.
    pub messages: &'a Messages,
    /// The day as of which laws are in force.
    pub today: Date,
}

impl<'a> Whole<'a> {
    /// What all parties share.
    pub fn ground(&self) -> Ground<'a> {
        let Corpus { vocabulary, companies, languages, .. } = self.corpus;
        Ground { vocabulary, companies, languages, messages: self.messages, today: self.today }
    }
}

/// A rule with what it does and how it is explained.
#[derive(Debug, Clone, Copy)]
pub struct Check {
    /// Its name, severity and area.
    pub rule: Rule,
    /// What looks for faults.
    pub run: Run,
    /// What it finds, why it matters and how to mend it, in each language.
    pub documents: &'static [(Language, &'static str)],
}

/// What a rule looks at, and what looks for faults in it.
#[derive(Debug, Clone, Copy)]
pub enum Run {
    /// A stage finds them on its way.
    Stage,
    /// An agreement in all its languages.
    Agreement(fn(&Subject<'_>, &mut Vec<Finding>)),
    /// What stands beside the agreements: registers, companies, the owner's pages.
    Site(fn(&Whole<'_>, &mut Vec<Finding>)),
}

/// Runs every rule on every agreement and on the site, in parallel. The order of the findings does not depend on the number of threads.
pub fn check(whole: &Whole<'_>) -> Vec<Finding> {
    Memory::default().check(whole)
}

/// What was told of the agreements of each party, with what it was told of: by slug.
#[derive(Default)]
pub struct Memory {
    parties: Remembered<String, Inputs, Vec<Finding>>,
}

/// Everything that rules about the agreements of a party look at.
#[derive(PartialEq)]
struct Inputs {
    party: Same<Vendor>,
    tables: Vec<Same<Table>>,
    vocabulary: Same<Vocabulary>,
    companies: Same<[Company]>,
    languages: Vec<Language>,
    messages: Messages,
    today: Date,
}

impl Memory {
    /// As [`check`], but what was told of a party that stayed the same is taken from memory. Rules about the site run each time.
    pub fn check(&self, whole: &Whole<'_>) -> Vec<Finding> {
        let corpus = whole.corpus;
        let parties: Vec<&Arc<Vendor>> = corpus.vendors.iter().chain(&corpus.models).collect();
        let of_party = |party: &Arc<Vendor>| {
            let inputs = Inputs {
                party: Same(Arc::clone(party)),
                tables: whole.resolved.of_party(party),
                vocabulary: Same(Arc::clone(&corpus.vocabulary)),
                companies: Same(Arc::clone(&corpus.companies)),
                languages: corpus.languages.clone(),
                messages: whole.messages.clone(),
                today: whole.today,
            };
            let told = self.parties.get(party.slug.clone(), inputs, || of_party(whole, party));
            told.to_vec()
        };
        let of_site = |check: &Check| {
            let mut findings = Vec::new();
            if let Run::Site(run) = check.run {
                run(whole, &mut findings);
            }
            findings
        };
        parties.into_par_iter().flat_map_iter(of_party).chain(RULES.par_iter().flat_map_iter(of_site)).collect()
    }

    /// Forgets who is gone.
    pub fn forget(&self) {
        self.parties.forget();
    }
}

fn of_party(whole: &Whole<'_>, party: &Vendor) -> Vec<Finding> {
    let mut findings = Vec::new();
    for agreement in &party.agreements {
        let subject = Subject::new(whole.ground(), whole.resolved, party, agreement);
        for check in RULES {
            if let Run::Agreement(run) = check.run {
                run(&subject, &mut findings);
            }
        }
    }
    findings
}

/// Every rule there is: those of the stages, then those that only check knows.
pub fn all_rules() -> impl Iterator<Item = Rule> {
    let is_of_stage = |rule: &Rule| CATALOGUE.contains(rule);
    CATALOGUE.iter().copied().chain(RULES.iter().map(|check| check.rule).filter(move |rule| !is_of_stage(rule)))
}

/// A rule by its name.
pub fn rule(name: &str) -> Option<Rule> {
    all_rules().find(|rule| rule.name == name)
}

/// The document of a rule in a language, else in English; `None` for most rules of the stages, whose messages say enough.
pub fn document(name: &str, language: Language) -> Option<Document<'static>> {
    let check = RULES.iter().find(|check| check.rule.name == name)?;
    let find = |language: Language| check.documents.iter().find(|(own, _)| *own == language);
    find(language).or_else(|| find(Language::EN)).map(|(_, text)| Document::read(text))
}
