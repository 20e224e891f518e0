//! Dates as contracts state them: a day, a month or a year.

use std::fmt;

use jiff::civil::Date;

/// A date as precise as its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartialDate {
    /// `2018`.
    Year(i16),
    /// `2018-11`.
    Month(i16, i8),
    /// `2018-11-05`.
    Day(Date),
}

impl PartialDate {
    /// Reads ISO 8601 calendar dates of the three precisions.
    pub fn parse(text: &str) -> Option<PartialDate> {
        let digits = |part: &str, count: usize| (part.len() == count && part.bytes().all(|b| b.is_ascii_digit())).then_some(());
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next(), parts.next());
        if parts.next().is_some() {
            return None;
        }
        digits(year, 4)?;
        let year: i16 = year.parse().ok()?;
        let Some(month) = month else { return Some(PartialDate::Year(year)) };
        digits(month, 2)?;
        let month: i8 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        let Some(day) = day else { return Some(PartialDate::Month(year, month)) };
        digits(day, 2)?;
        Date::new(year, month, day.parse().ok()?).ok().map(PartialDate::Day)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartialDate::Year(year) => write!(f, "{year:04}"),
            PartialDate::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            PartialDate::Day(date) => write!(f, "{date}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_months_and_years_are_read_and_nothing_else() {
        for good in ["2018", "2018-11", "2018-11-05", "2024-02-29"] {
            assert_eq!(PartialDate::parse(good).map(|date| date.to_string()).as_deref(), Some(good));
        }
        for bad in ["", "18", "2018-13", "2018-11-31", "2023-02-29", "2018-11-05-01", "2018-1-1", "november 2018", "+201-11"] {
            assert_eq!(PartialDate::parse(bad), None, "{bad}");
        }
    }
}
