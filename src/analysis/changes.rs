//! What changed on the site as far as it was entered by a day: registers, agreements and vendors.

use jiff::civil::Date;

use super::register;
use crate::model::agreement::Revision;
use crate::model::engagement::{Change, Engagement, Register};
use crate::model::{Agreement, Company, Corpus, Vendor};

/// Something that changed.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The day on which it was entered; it never changes.
    pub date: Date,
    /// Whose.
    pub vendor: &'a Vendor,
    /// What.
    pub event: Event<'a>,
}

/// What changed.
#[derive(Debug, Clone, Copy)]
pub enum Event<'a> {
    /// A vendor's register.
    Register {
        /// The register.
        register: &'a Register,
        /// The change.
        change: &'a Change,
        /// The engagement that it is about.
        engagement: &'a Engagement,
        /// Its company, where readers may know it.
        company: Option<&'a Company>,
        /// The company that it replaces, where readers may know it.
        former: Option<&'a Company>,
    },
    /// An agreement, or how it is shown.
    Agreement {
        /// The agreement.
        agreement: &'a Agreement,
        /// Its version or correction.
        revision: &'a Revision,
        /// Whether it is the first on the site.
        is_first: bool,
    },
    /// A vendor that is new on the site.
    Vendor,
}

impl Entry<'_> {
    /// What feeds, calendars and addresses know it by, whatever becomes of its words: unique on a site and never changed.
    pub fn id(&self) -> String {
        let vendor = &self.vendor.slug;
        match self.event {
            Event::Register { change, .. } => format!("{vendor}/register/{}", change.id),
            Event::Agreement { agreement, revision, .. } => format!("{vendor}/agreement/{}/{}", agreement.slug, revision.date),
            Event::Vendor => format!("{vendor}/vendor"),
        }
    }
}

/// Whether anything has a day on which it was entered, be it one to come.
pub fn exist(corpus: &Corpus) -> bool {
    let has_revision = |vendor: &Vendor| vendor.agreements.iter().any(|agreement| !agreement.withheld && !agreement.revisions.is_empty());
    let has_change = |vendor: &Vendor| vendor.sub_processors.as_ref().is_some_and(|register| !register.changes.is_empty());
    corpus.vendors.iter().any(|vendor| vendor.entered.is_some() || has_revision(vendor) || has_change(vendor))
}

/// Everything that was entered by a day, the newest first; of one day in the order of the vendors.
pub fn all(corpus: &Corpus, today: Date) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry> = corpus.vendors.iter().flat_map(|vendor| of_vendor(corpus, vendor, today)).collect();
    // Stable, so that of one day the order is that of the vendors and of their files.
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.date));
    entries
}

/// The changes of all registers that were entered by a day, the newest first.
pub fn of_registers(corpus: &Corpus, today: Date) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry> = corpus.vendors.iter().flat_map(|vendor| of_register(corpus, vendor, today)).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.date));
    entries
}

/// The changes of a vendor's register that were entered by a day, the newest first.
pub fn of_register<'a>(corpus: &'a Corpus, vendor: &'a Vendor, today: Date) -> Vec<Entry<'a>> {
    let Some(register) = &vendor.sub_processors else { return Vec::new() };
    let company = |engagement: &Engagement| engagement.company.stated().and_then(|slug| corpus.company(slug));
    let entry = |change: &'a Change| {
        let engagement = register.engagement(&change.engagement)?;
        let former = change.former.as_deref().and_then(|id| register.engagement(id)).and_then(company);
        Some(Entry {
            date: change.date,
            vendor,
            event: Event::Register { register, change, engagement, company: company(engagement), former },
        })
    };
    register::entered(register, today).rev().filter_map(entry).collect()
}

fn of_vendor<'a>(corpus: &'a Corpus, vendor: &'a Vendor, today: Date) -> Vec<Entry<'a>> {
    let mut entries = of_register(corpus, vendor, today);
    for agreement in vendor.agreements.iter().filter(|agreement| !agreement.withheld) {
        let revisions = agreement.revisions.iter().enumerate().filter(|(_, revision)| revision.date <= today);
        entries.extend(revisions.map(|(place, revision)| Entry {
            date: revision.date,
            vendor,
            event: Event::Agreement { agreement, revision, is_first: place == 0 && !revision.is_correction },
        }));
    }
    entries.extend(vendor.entered.filter(|day| *day <= today).map(|date| Entry { date, vendor, event: Event::Vendor }));
    entries
}
