//! Periods that agreements state, counted in days of the calendar.
//!
//! The rule is that of Regulation (EEC, Euratom) 1182/71, Article 3(1) and (2)(c), which is also how contracts are usually read: the day
//! of the event is not counted, and a period ends with the end of its last day; one of weeks or months ends on the day of the same name
//! or number, or on the last day of the month where there is none. Unlike Article 3(4) nothing is moved to a working day: no
//! agreement need say so, and who objects on the earlier day is in time under either reading.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::recorded::Measured;

/// The last day of a period that runs from an event; `None` for a unit that no calendar counts, such as working days, whose
/// holidays differ from place to place, and for numbers that are not whole.
pub fn last_day(event: Date, period: &Measured) -> Option<Date> {
    let whole = period.number.fract() == 0.0 && (0.0..=36_500.0).contains(&period.number);
    #[expect(clippy::cast_possible_truncation, reason = "a whole number that is within bounds")]
    let number = whole.then_some(period.number as i64)?;
    let span = match period.unit.as_str() {
        "days" => number.days(),
        "weeks" => number.weeks(),
        "months" => number.months(),
        "years" => number.years(),
        _ => return None,
    };
    event.checked_add(span).ok()
}

/// The last day before an event on which something can be done so that a whole period lies between: notice of 30 days that is given on
/// this day is in time.
pub fn latest_start(event: Date, period: &Measured) -> Option<Date> {
    let mut start = last_day(event, &Measured { number: 0.0, ..period.clone() })?;
    // Months are of unequal length, so it is tried out: a period never spans more days than its longest months have.
    while last_day(start, period)? > event {
        start = start.yesterday().ok()?;
    }
    Some(start)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn of(number: f64, unit: &str) -> Measured {
        Measured { number, unit: unit.to_owned() }
    }

    #[test]
    fn the_day_of_the_event_is_not_counted() {
        let event = date(2026, 11, 1);
        for (period, last) in [
            (of(30.0, "days"), Some(date(2026, 12, 1))),
            (of(1.0, "days"), Some(date(2026, 11, 2))),
            (of(0.0, "days"), Some(event)),
            (of(2.0, "weeks"), Some(date(2026, 11, 15))),
            (of(1.0, "months"), Some(date(2026, 12, 1))),
            (of(1.0, "years"), Some(date(2027, 11, 1))),
            (of(10.0, "working-days"), None),
            (of(1.5, "days"), None),
            (of(-1.0, "days"), None),
            (of(f64::INFINITY, "days"), None),
        ] {
            assert_eq!(last_day(event, &period), last, "{period:?}");
        }
    }

    #[test]
    fn a_month_without_that_day_ends_on_its_last() {
        assert_eq!(last_day(date(2026, 1, 31), &of(1.0, "months")), Some(date(2026, 2, 28)));
        assert_eq!(last_day(date(2028, 1, 31), &of(1.0, "months")), Some(date(2028, 2, 29)));
        assert_eq!(last_day(Date::MAX, &of(1.0, "days")), None);
    }

    #[test]
    fn notice_is_in_time_if_the_period_lies_between() {
        assert_eq!(latest_start(date(2027, 1, 1), &of(30.0, "days")), Some(date(2026, 12, 2)));
        assert_eq!(latest_start(date(2026, 3, 1), &of(1.0, "months")), Some(date(2026, 2, 1)));
        assert_eq!(latest_start(date(2026, 2, 28), &of(1.0, "months")), Some(date(2026, 1, 31)));
        assert_eq!(latest_start(date(2026, 3, 1), &of(10.0, "working-days")), None);
    }
}
