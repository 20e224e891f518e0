//! What to know before customers are told of a change: that it is late, shorter than was agreed, or contested. Proofreader and letter
//! judge alike since both ask here.

use jiff::civil::Date;

use super::period;
use super::register::{LastDay, NOTICE, agreed, is_over, last_day, objection, promised_day};
use crate::model::Vendor;
use crate::model::engagement::{Change, Register};
use crate::model::recorded::{Citation, Measured};

/// A day that is earlier than what was agreed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Short<'a> {
    /// The day.
    pub day: Date,
    /// The earliest that was agreed.
    pub promised: Date,
    /// From when that was counted.
    pub from: Date,
    /// The period.
    pub period: &'a Measured,
    /// Where it stands.
    pub citation: &'a Citation,
}

/// The day on which a change takes effect, where that is sooner after its announcement than was agreed.
pub fn short_notice<'a>(vendor: &'a Vendor, change: &Change) -> Option<Short<'a>> {
    // Of whoever leaves, nobody needs to be told beforehand.
    let effective = change.days.effective.filter(|_| change.kind.may_be_objected_to())?;
    let announced = change.days.announced?;
    let notice = agreed(vendor, NOTICE)?;
    let (period, citation) = (notice.period?, notice.fact.citations.first()?);
    let from = change.days.notified.map_or(announced, |notified| notified.max(announced));
    let promised = period::last_day(from, period).filter(|promised| effective < *promised)?;
    Some(Short { day: effective, promised, from, period, citation })
}

/// The last day to object that the vendor states, where that is earlier than was agreed, and what the agreed period runs from.
pub fn short_objection<'a>(vendor: &'a Vendor, change: &Change) -> Option<(Short<'a>, &'a str)> {
    let until = change.days.objection_until?;
    let LastDay::Counted { day: promised, from, period, trigger, citations } = promised_day(vendor, change) else { return None };
    let citation = citations.first().filter(|_| until < promised)?;
    Some((Short { day: until, promised, from, period, citation }, trigger))
}

/// Something to know before customers are told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Caution<'a> {
    /// A customer objected on this day.
    Objected(Date),
    /// It has taken effect, on this day if that is known.
    InEffect(Option<Date>),
    /// This was the last day to object.
    Closed(Date),
    /// It takes effect sooner than was agreed.
    ShortNotice(Short<'a>),
    /// Less time to object is given than was agreed.
    ShortObjection(Short<'a>),
}

/// All there is to know of a change on a day, before customers are told of it.
pub fn cautions<'a>(vendor: &'a Vendor, register: &Register, change: &Change, today: Date) -> Vec<Caution<'a>> {
    let closed = match last_day(vendor, change) {
        LastDay::Stated(day) | LastDay::Counted { day, .. } if change.kind.may_be_objected_to() && day < today => Some(day),
        _ => None,
    };
    let found = [
        objection(register, change, today).map(|objection| Caution::Objected(objection.date)),
        is_over(change, today).then_some(Caution::InEffect(change.days.effective)),
        closed.map(Caution::Closed),
        short_notice(vendor, change).map(Caution::ShortNotice),
        short_objection(vendor, change).map(|(short, _)| Caution::ShortObjection(short)),
    ];
    found.into_iter().flatten().collect()
}
