//! Dates as a page shows them: for people and for programs.

use jiff::civil::Date;
use serde::Serialize;

use super::World;
use crate::i18n::Language;
use crate::model::PartialDate;

/// A date, as precise as its source.
#[derive(Debug, Serialize)]
pub struct Dated {
    /// ISO 8601: `2018-11`.
    iso: String,
    /// In the page's language: `november 2018`.
    words: String,
}

impl Dated {
    /// A date in words.
    pub fn new(world: &World, language: Language, date: PartialDate) -> Dated {
        let locale = world.messages.locale(language);
        let words = match date {
            PartialDate::Year(year) => Date::new(year, 1, 1).map(|day| locale.year(&day)),
            PartialDate::Month(year, month) => Date::new(year, month, 1).map(|day| locale.month(&day)),
            PartialDate::Day(day) => Ok(locale.date(&day)),
        };
        Dated { iso: date.to_string(), words: words.unwrap_or_else(|_| date.to_string()) }
    }

    /// The date in words.
    pub fn words(&self) -> &str {
        &self.words
    }
}
