//! Registers as readers may see them: of each entry the fields that its sources or a release allow; of each company what is not
//! narrower, and nothing of one that nobody engages in what these readers may see.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::WithheldText;
use super::project::Projector;
use crate::diagnostic::Span;
use crate::model::company::{Company, CompanyField, Told};
use crate::model::engagement::{Change, Days, Engagement, EngagementField, Register};
use crate::model::vocabulary::Local;
use crate::model::{Corpus, Vendor};
use crate::parse::Audience;

impl Projector {
    /// A vendor's register.
    /// What a document for others does not say is for others too, so it is not named among those that were read.
    pub(super) fn register(&mut self, register: &Register, companies: &[Company], read: &[String]) -> Register {
        let mut engagements = Vec::with_capacity(register.engagements.len());
        for engagement in &register.engagements {
            if self.hides(engagement.widest()) {
                self.withheld.nodes += 1;
                self.keep_engagement(engagement, None);
            } else {
                engagements.push(self.engagement(engagement, companies));
            }
        }
        let changes = register.changes.iter().filter_map(|change| self.change(change, register, &engagements)).collect();
        let examined = register.examined.iter().filter(|slug| read.contains(slug)).cloned().collect();
        Register { engagements, changes, examined, ..register.clone() }
    }

    /// The companies that readers may know of, since something that they may see names them.
    pub(super) fn companies(&mut self, corpus: &Corpus, vendors: &[Arc<Vendor>]) -> Arc<[Company]> {
        let registers = || vendors.iter().filter_map(|vendor| vendor.sub_processors.as_ref());
        let mut named: BTreeSet<&str> = BTreeSet::new();
        for engagement in registers().flat_map(|register| &register.engagements) {
            named.extend(engagement.company.stated().map(String::as_str));
            named.extend(
                engagement.further.stated().into_iter().flatten().filter_map(|further| further.company.stated()).map(String::as_str),
            );
        }
        let (shown, hidden): (Vec<&Company>, Vec<&Company>) =
            corpus.companies.iter().partition(|company| named.contains(company.slug.as_str()) && !self.hides(company.audience));
        for company in hidden {
            // Who sees everything only misses a company that nobody engages.
            if self.hides(Audience::Internal) {
                self.keep_company(company);
            }
        }
        shown.into_iter().map(|company| self.company(company)).collect()
    }

    /// Keeps everything of a register that nobody may know of.
    pub(super) fn keep_register(&mut self, register: &Register) {
        for engagement in &register.engagements {
            self.keep_engagement(engagement, None);
        }
        for change in &register.changes {
            self.keep_change(change, change.audience);
        }
    }

    fn engagement(&mut self, engagement: &Engagement, companies: &[Company]) -> Engagement {
        let mut shown = engagement.clone();
        let hidden: Vec<(EngagementField, Audience)> = EngagementField::ALL
            .into_iter()
            .map(|field| (field, engagement.audience_of(field)))
            .filter(|(_, audience)| self.hides(*audience))
            .collect();
        for (field, audience) in hidden {
            self.keep_engagement(engagement, Some(field));
            match field {
                EngagementField::Company => shown.company = Told::Withheld(audience),
                EngagementField::Purpose => shown.purpose = Told::Withheld(audience),
                EngagementField::Service => shown.service = Told::Withheld(audience),
                EngagementField::Condition => shown.condition = Local::new(),
                EngagementField::Data => shown.data = Told::Withheld(audience),
                EngagementField::DataSubjects => shown.data_subjects = Told::Withheld(audience),
                EngagementField::Place => shown.places = Told::Withheld(audience),
                EngagementField::Transfer => shown.transfers = Told::Withheld(audience),
                EngagementField::Further => shown.further = Told::Withheld(audience),
                EngagementField::Permission => {
                    shown.permission = Told::Withheld(audience);
                    shown.citations = Vec::new();
                    shown.source = Local::new();
                }
                // Of each change for itself.
                EngagementField::Change => {}
            }
        }
        // Why something may be shown to more people is told to those to whom its sources are shown.
        if self.hides(engagement.audience) {
            let words = engagement.releases.iter().flat_map(|release| [release.by.clone(), release.basis.clone()]);
            let (audience, span) = (engagement.audience, engagement.span);
            self.withheld.texts.extend(words.map(|plain| WithheldText { plain, audience, span }));
            shown.releases = Vec::new();
        }
        // Where the company's own entry is for others, so is its name in a chain.
        if let Told::Stated(further) = &mut shown.further {
            for one in further.iter_mut() {
                let known = one.company.stated().and_then(|slug| companies.iter().find(|company| company.slug == *slug));
                if let Some(company) = known.filter(|company| self.hides(company.audience)) {
                    one.company = Told::Withheld(company.audience);
                }
            }
        }
        shown
    }

    fn change(&mut self, change: &Change, register: &Register, shown: &[Engagement]) -> Option<Change> {
        let is_shown = |id: &String| shown.iter().any(|engagement| engagement.id == *id);
        if self.hides(change.audience) || !is_shown(&change.engagement) {
            self.keep_change(change, change.audience);
            return None;
        }
        let limits = |id: &str| register.engagement(id).map(|engagement| engagement.audience_of(EngagementField::Change));
        let audience = limits(&change.engagement).into_iter().chain(change.former.as_deref().and_then(limits)).max();
        let audience = audience.unwrap_or(Audience::Public).max(change.audience);
        let mut own = change.clone();
        if self.hides(audience) {
            self.keep_change(change, audience);
            own = Change { days: Days::default(), what: Local::new(), why: Local::new(), withheld: Some(audience), ..own };
        }
        own.former = own.former.filter(is_shown);
        Some(own)
    }

    fn company(&mut self, company: &Company) -> Company {
        let mut shown = company.clone();
        for (field, audience) in &company.audiences {
            if !self.hides(*audience) {
                continue;
            }
            let field = match field {
                CompanyField::LegalName => &mut shown.legal_name,
                CompanyField::Address => &mut shown.address,
                CompanyField::Country => &mut shown.country,
                CompanyField::Parent => &mut shown.parent,
                CompanyField::Website => &mut shown.website,
            };
            // A country's code is in every list of countries.
            if let Told::Stated(words) = std::mem::replace(field, Told::Withheld(*audience))
                && words.len() > 2
            {
                self.withheld.names.push(words);
            }
        }
        let (kept, hidden): (Vec<_>, Vec<_>) = company.contacts.iter().cloned().partition(|contact| !self.hides(contact.audience));
        self.withheld.names.extend(hidden.into_iter().map(|contact| contact.value));
        shown.contacts = kept;
        shown
    }

    /// What readers may not see of an engagement: one field of it, or all.
    fn keep_engagement(&mut self, engagement: &Engagement, only: Option<EngagementField>) {
        for field in EngagementField::ALL.into_iter().filter(|field| only.is_none_or(|only| only == *field)) {
            let audience = engagement.audience_of(field);
            match field {
                EngagementField::Company => {}
                EngagementField::Purpose => self.keep_told(&engagement.purpose, audience, engagement.span),
                EngagementField::Service => self.keep_told(&engagement.service, audience, engagement.span),
                EngagementField::Condition => self.keep_words(&engagement.condition, audience, engagement.span),
                EngagementField::Place => {
                    for place in engagement.places.stated().into_iter().flatten() {
                        self.keep_words(&place.role, audience, place.span);
                        let plain = place.locality.clone();
                        self.withheld.texts.extend(plain.map(|plain| WithheldText { plain, audience, span: place.span }));
                    }
                }
                EngagementField::Transfer => {
                    for transfer in engagement.transfers.stated().into_iter().flatten() {
                        self.keep_words(&transfer.document, audience, transfer.span);
                        self.withheld.names.extend(transfer.link.clone());
                    }
                }
                EngagementField::Further => {
                    for further in engagement.further.stated().into_iter().flatten() {
                        self.keep_words(&further.purpose, audience, further.span);
                    }
                }
                EngagementField::Permission => self.keep_words(&engagement.source, audience, engagement.span),
                // Ids of a vocabulary, and what is kept with each change.
                EngagementField::Data | EngagementField::DataSubjects | EngagementField::Change => {}
            }
        }
    }

    fn keep_change(&mut self, change: &Change, audience: Audience) {
        self.keep_words(&change.what, audience, change.span);
        self.keep_words(&change.why, audience, change.span);
    }

    fn keep_company(&mut self, company: &Company) {
        let names = &mut self.withheld.names;
        names.extend(company.names().map(str::to_owned));
        names.push(company.slug.clone());
        names.extend([&company.address, &company.website].into_iter().filter_map(Told::stated).cloned());
        names.extend(company.contacts.iter().map(|contact| contact.value.clone()));
    }

    fn keep_told(&mut self, told: &Told<Local>, audience: Audience, span: Span) {
        if let Told::Stated(words) = told {
            self.keep_words(words, audience, span);
        }
    }
}
