//! Registers as they stand on a day: which engagements run, what was announced, and until when one may object.
//!
//! What is entered later than that day is not there yet. Nothing here says of a day more than the register and the agreements do.

use std::collections::HashMap;

use jiff::civil::Date;

use super::period;
use crate::model::engagement::{Change, ChangeKind, Engagement, Mechanism, Register};
use crate::model::recorded::{Citation, Fact, FactState, Measured, Shown};
use crate::model::vocabulary::Vocabulary;
use crate::model::{Company, Corpus, Vendor};

/// The fact that says how and until when customers may object.
pub const OBJECTION: &str = "sub-objection";
/// The fact that says how long beforehand customers are told.
pub const NOTICE: &str = "sub-notice";

/// What an engagement is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It was announced and has not begun.
    Planned,
    /// It was announced, and somebody objects.
    Objected,
    /// It runs.
    Active,
    /// It ended.
    Ended,
    /// It ended, and another took its place.
    Replaced,
    /// It was announced and will not begin.
    Withdrawn,
    /// It is entered, and the days that would tell are not for these readers.
    Withheld,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 7] =
        [Status::Planned, Status::Objected, Status::Active, Status::Ended, Status::Replaced, Status::Withdrawn, Status::Withheld];

    /// The name in data and messages.
    pub fn name(self) -> &'static str {
        match self {
            Status::Planned => "planned",
            Status::Objected => "objected",
            Status::Active => "active",
            Status::Ended => "ended",
            Status::Replaced => "replaced",
            Status::Withdrawn => "withdrawn",
            Status::Withheld => "withheld",
        }
    }

    /// Whether it is part of what is engaged or will be; the rest is history.
    pub fn is_current(self) -> bool {
        matches!(self, Status::Planned | Status::Objected | Status::Active | Status::Withheld)
    }
}

/// An engagement on a day.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// Whose.
    pub vendor: &'a Vendor,
    /// Its register.
    pub register: &'a Register,
    /// The engagement.
    pub engagement: &'a Engagement,
    /// The company, where readers may know it.
    pub company: Option<&'a Company>,
    /// What it is on that day.
    pub status: Status,
    /// The change that it begins with.
    pub begins: &'a Change,
    /// The change that it ends with, where one is known that was not called off.
    pub ends: Option<&'a Change>,
}

/// The engagements of a vendor that were entered by a day, in the order of its file.
pub fn standing<'a>(corpus: &'a Corpus, vendor: &'a Vendor, today: Date) -> Vec<Standing<'a>> {
    let Some(register) = &vendor.sub_processors else { return Vec::new() };
    register.engagements.iter().filter_map(|engagement| of(corpus, vendor, register, engagement, today)).collect()
}

/// Every engagement that was entered by a day, found once for a whole site.
#[derive(Debug, Default)]
pub struct Standings {
    /// In the order of the vendors' slugs and of their files.
    all: Vec<Stands>,
    /// Which of them engage a company, by its slug.
    engaging: HashMap<String, Vec<usize>>,
    /// Which of them have it further down their chain.
    further: HashMap<String, Vec<usize>>,
}

/// A [`Standing`] by places: of the vendor, of the engagement and of the changes in its register.
#[derive(Debug)]
struct Stands {
    vendor: usize,
    engagement: usize,
    status: Status,
    begins: usize,
    ends: Option<usize>,
}

impl Standings {
    /// Finds them.
    pub fn of(corpus: &Corpus, today: Date) -> Standings {
        let mut found = Standings::default();
        for (place, vendor) in corpus.vendors.iter().enumerate() {
            let Some(register) = &vendor.sub_processors else { continue };
            let change = |wanted: &Change| register.changes.iter().position(|change| std::ptr::eq(change, wanted));
            for (own, engagement) in register.engagements.iter().enumerate() {
                let Some(standing) = of(corpus, vendor, register, engagement, today) else { continue };
                let Some(begins) = change(standing.begins) else { continue };
                let at = found.all.len();
                if let Some(slug) = engagement.company.stated() {
                    found.engaging.entry(slug.clone()).or_default().push(at);
                }
                for slug in engagement.further.stated().into_iter().flatten().filter_map(|further| further.company.stated()) {
                    let chained = found.further.entry(slug.clone()).or_default();
                    if chained.last() != Some(&at) {
                        chained.push(at);
                    }
                }
                let ends = standing.ends.and_then(change);
                found.all.push(Stands { vendor: place, engagement: own, status: standing.status, begins, ends });
            }
        }
        found
    }

    /// All of them, of the corpus that they were found in.
    pub fn all<'a>(&self, corpus: &'a Corpus) -> Vec<Standing<'a>> {
        self.all.iter().filter_map(|stands| stands.standing(corpus)).collect()
    }

    /// Those that engage a company.
    pub fn engaging<'a>(&self, corpus: &'a Corpus, company: &str) -> Vec<Standing<'a>> {
        self.at(corpus, self.engaging.get(company))
    }

    /// Those that have a company further down their chain.
    pub fn further<'a>(&self, corpus: &'a Corpus, company: &str) -> Vec<Standing<'a>> {
        self.at(corpus, self.further.get(company))
    }

    /// Whether any of them names a company.
    pub fn has(&self, company: &str) -> bool {
        self.engaging.contains_key(company) || self.further.contains_key(company)
    }

    fn at<'a>(&self, corpus: &'a Corpus, places: Option<&Vec<usize>>) -> Vec<Standing<'a>> {
        places.into_iter().flatten().filter_map(|place| self.all.get(*place)?.standing(corpus)).collect()
    }
}

impl Stands {
    fn standing<'a>(&self, corpus: &'a Corpus) -> Option<Standing<'a>> {
        let vendor = corpus.vendors.get(self.vendor)?;
        let register = vendor.sub_processors.as_ref()?;
        let engagement = register.engagements.get(self.engagement)?;
        Some(Standing {
            vendor,
            register,
            engagement,
            company: engagement.company.stated().and_then(|slug| corpus.company(slug)),
            status: self.status,
            begins: register.changes.get(self.begins)?,
            ends: self.ends.and_then(|place| register.changes.get(place)),
        })
    }
}

/// The changes of a register that were entered by a day, the newest last.
pub fn entered(register: &Register, today: Date) -> impl DoubleEndedIterator<Item = &Change> {
    register.changes.iter().filter(move |change| change.date <= today)
}

/// Whether any vendor's register was recorded.
pub fn exists(corpus: &Corpus) -> bool {
    corpus.vendors.iter().any(|vendor| vendor.sub_processors.is_some())
}

fn of<'a>(corpus: &'a Corpus, vendor: &'a Vendor, register: &'a Register, engagement: &'a Engagement, today: Date) -> Option<Standing<'a>> {
    let begins = entered(register, today).find(|change| change.kind.begins() && change.engagement == engagement.id)?;
    let ends = entered(register, today).rfind(|change| ends(change, engagement) && !is_withdrawn(register, change, today));
    let status = match ends.filter(|change| is_over(change, today)) {
        _ if is_withdrawn(register, begins, today) => Status::Withdrawn,
        Some(change) if change.kind == ChangeKind::Replaced => Status::Replaced,
        Some(_) => Status::Ended,
        // Of what was engaged already when it was entered, nothing is to come.
        None if begins.kind == ChangeKind::Entered => Status::Active,
        None if begins.withheld.is_some() => Status::Withheld,
        None if begins.days.effective.is_some_and(|day| day <= today) => Status::Active,
        None if objection(register, begins, today).is_some() => Status::Objected,
        None => Status::Planned,
    };
    let company = engagement.company.stated().and_then(|slug| corpus.company(slug));
    Some(Standing { vendor, register, engagement, company, status, begins, ends })
}

fn ends(change: &Change, engagement: &Engagement) -> bool {
    (change.kind == ChangeKind::Removed && change.engagement == engagement.id) || change.former.as_ref() == Some(&engagement.id)
}

/// Whether a change has taken effect by a day. Who leaves without a day has left when that is entered; what else has no day is to come.
pub fn is_over(change: &Change, today: Date) -> bool {
    let day = change.days.effective.or((change.kind == ChangeKind::Removed).then_some(change.date));
    day.is_some_and(|day| day <= today)
}

/// Whether a change was called off by a day.
pub fn is_withdrawn(register: &Register, change: &Change, today: Date) -> bool {
    withdrawal(register, change, today).is_some()
}

/// What called a change off by a day.
pub fn withdrawal<'a>(register: &'a Register, change: &Change, today: Date) -> Option<&'a Change> {
    answer(register, change, ChangeKind::Withdrawn, today)
}

/// The first objection to a change by a day.
pub fn objection<'a>(register: &'a Register, change: &Change, today: Date) -> Option<&'a Change> {
    answer(register, change, ChangeKind::Objected, today)
}

fn answer<'a>(register: &'a Register, change: &Change, kind: ChangeKind, today: Date) -> Option<&'a Change> {
    entered(register, today).find(|other| other.kind == kind && other.about.as_ref() == Some(&change.id))
}

/// The changes of a register that are announced and have not taken effect, or of which nobody says when they will; the earliest first.
pub fn to_come(register: &Register, today: Date) -> Vec<&Change> {
    let is_open = |change: &&Change| {
        change.kind.is_announced() && change.withheld.is_none() && !is_over(change, today) && !is_withdrawn(register, change, today)
    };
    let mut open: Vec<&Change> = entered(register, today).filter(is_open).collect();
    open.sort_by_key(|change| (change.days.effective.unwrap_or(Date::MAX), change.date));
    open
}

/// What a vendor's agreements say of a right in the register's world: notice, or objection.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreed<'a> {
    /// The record.
    pub fact: &'a Fact,
    /// The period, where one is stated.
    pub period: Option<&'a Measured>,
    /// From when it runs: `announcement`, `receipt`.
    pub trigger: Option<&'a str>,
}

/// What was recorded of a fact that readers may see.
pub fn agreed<'a>(vendor: &'a Vendor, fact: &str) -> Option<Agreed<'a>> {
    let fact = vendor.facts.as_ref()?.entries.iter().find(|own| own.id == fact)?;
    let value = fact.values.iter().find(|value| value.number.is_some());
    Some(Agreed { fact, period: value.and_then(|value| value.number.as_ref()), trigger: value.and_then(|value| value.trigger.as_deref()) })
}

/// The last day to object to a change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LastDay<'a> {
    /// The vendor states it.
    Stated(Date),
    /// It was counted.
    Counted {
        /// The day.
        day: Date,
        /// From when it was counted.
        from: Date,
        /// What was agreed.
        period: &'a Measured,
        /// What it runs from.
        trigger: &'a str,
        /// Where that stands.
        citations: &'a [Citation],
    },
    /// A period was agreed, and the day cannot be counted.
    NotCounted {
        /// Why not.
        why: Uncounted,
        /// What was agreed.
        period: &'a Measured,
        /// What it runs from.
        trigger: Option<&'a str>,
        /// Where that stands.
        citations: &'a [Citation],
    },
    /// Objecting was agreed, without a period.
    NoPeriod(&'a [Citation]),
    /// The texts examined say nothing of objecting.
    NotStated,
    /// Nobody recorded what they say.
    NotRecorded,
    /// It rests on text that these readers may not see.
    Withheld,
}

/// Why a day is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uncounted {
    /// The period is of working days or the like, which no calendar counts that holds everywhere.
    Unit,
    /// The day from which it runs is not known.
    Start,
}

/// Until when one may object to a change.
pub fn last_day<'a>(vendor: &'a Vendor, change: &Change) -> LastDay<'a> {
    change.days.objection_until.map_or_else(|| promised_day(vendor, change), LastDay::Stated)
}

/// Until when one may object to a change by what was agreed, whatever day the vendor states.
pub fn promised_day<'a>(vendor: &'a Vendor, change: &Change) -> LastDay<'a> {
    let Some(agreed) = agreed(vendor, OBJECTION) else { return LastDay::NotRecorded };
    let citations = &agreed.fact.citations;
    match (agreed.fact.state, agreed.period) {
        (Shown::Withheld(_), _) => LastDay::Withheld,
        (Shown::As(FactState::NotStated), _) => LastDay::NotStated,
        (_, None) => LastDay::NoPeriod(citations),
        (_, Some(period)) => {
            let from = match agreed.trigger {
                Some("announcement") => change.days.announced,
                Some("receipt") => change.days.notified,
                _ => None,
            };
            match from.and_then(|from| Some((from, period::last_day(from, period)?, agreed.trigger?))) {
                Some((from, day, trigger)) => LastDay::Counted { day, from, period, trigger, citations },
                None => {
                    let why = if from.is_some() { Uncounted::Unit } else { Uncounted::Start };
                    LastDay::NotCounted { why, period, trigger: agreed.trigger, citations }
                }
            }
        }
    }
}

/// On what ground an engagement's data go to a country on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// The country is in the European Economic Area: it is no transfer.
    InEea,
    /// A ground is recorded, and holds as far as the tables say.
    Recorded(Mechanism),
    /// An adequacy decision is recorded that does not hold on that day, or not for that country.
    Lapsed,
    /// None is recorded.
    None,
}

/// On what ground data go to a country of an engagement on a day.
pub fn ground(vocabulary: &Vocabulary, engagement: &Engagement, country: &str, today: Date) -> Ground {
    if vocabulary.is_in_eea(country, today) {
        return Ground::InEea;
    }
    let transfers = engagement.transfers.stated().into_iter().flatten();
    let mut found = Ground::None;
    for transfer in
        transfers.filter(|own| own.mechanism != Mechanism::NoneNeeded && (own.to.is_empty() || own.to.iter().any(|to| to == country)))
    {
        let decision = transfer.decision.as_deref().and_then(|id| vocabulary.adequacy(id));
        let holds = match decision {
            Some(decision) if transfer.mechanism == Mechanism::AdequacyDecision => decision.country == country && decision.holds_on(today),
            _ => transfer.mechanism != Mechanism::AdequacyDecision,
        };
        if holds {
            return Ground::Recorded(transfer.mechanism);
        }
        // A decision for another country says nothing of this one, unless it is named for it.
        if transfer.to.iter().any(|to| to == country) || decision.is_some_and(|decision| decision.country == country) {
            found = Ground::Lapsed;
        }
    }
    found
}
