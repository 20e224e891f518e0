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
use crate::model::{Agreement, Corpus, Vendor};
use crate::resolve::Resolved;
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
    let agreements: Vec<_> =
        whole.corpus.parties().flat_map(|vendor| vendor.agreements.iter().map(move |agreement| (vendor, agreement))).collect();
    let of_agreement = |(vendor, agreement): (&Vendor, &Arc<Agreement>)| {
        let subject = Subject::new(whole, vendor, agreement);
        let mut findings = Vec::new();
        for check in RULES {
            if let Run::Agreement(run) = check.run {
                run(&subject, &mut findings);
            }
        }
        findings
    };
    let of_site = |check: &Check| {
        let mut findings = Vec::new();
        if let Run::Site(run) = check.run {
            run(whole, &mut findings);
        }
        findings
    };
    agreements.into_par_iter().flat_map_iter(of_agreement).chain(RULES.par_iter().flat_map_iter(of_site)).collect()
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
