//! How a language writes dates and numbers and orders words, by the Unicode CLDR.

use std::cmp::Ordering;
use std::fmt;

use fluent_bundle::FluentValue;
use icu_calendar::{Date, Gregorian};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{Y, YM, YMD};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale::names::RegionDisplayName;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

/// The data compiled into the program ends in the root locale, so there is an answer for any language.
const ROOT: &str = "compiled locale data falls back to the root locale";

/// The habits of one locale, built once. It may be shared between threads.
pub struct Locale {
    name: icu_locale_core::Locale,
    numbers: DecimalFormatter,
    days: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    months: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    years: FixedCalendarDateTimeFormatter<Gregorian, Y>,
    collator: CollatorBorrowed<'static>,
}

impl Locale {
    /// The locale of a Unicode locale identifier (UTS 35), such as `nl` or `en-GB`; nothing if it is not one.
    pub fn from_name(name: &str) -> Option<Locale> {
        let name: icu_locale_core::Locale = name.parse().ok()?;
        Some(Locale {
            numbers: DecimalFormatter::try_new((&name).into(), DecimalFormatterOptions::default()).expect(ROOT),
            days: FixedCalendarDateTimeFormatter::try_new((&name).into(), YMD::long()).expect(ROOT),
            months: FixedCalendarDateTimeFormatter::try_new((&name).into(), YM::long()).expect(ROOT),
            years: FixedCalendarDateTimeFormatter::try_new((&name).into(), Y::long()).expect(ROOT),
            collator: Collator::try_new((&name).into(), CollatorOptions::default()).expect(ROOT),
            name,
        })
    }

    /// The locale of no language in particular.
    pub(super) fn root() -> Locale {
        Locale::from_name("und").expect("und is the root locale's identifier")
    }

    /// The identifier: `en-GB`.
    pub fn name(&self) -> String {
        self.name.to_string()
    }

    /// A day in words: `22 november 2026`.
    pub fn date(&self, date: &jiff::civil::Date) -> String {
        self.days.format(&gregorian(date)).to_string()
    }

    /// The month of a day: `november 2018`.
    pub fn month(&self, date: &jiff::civil::Date) -> String {
        self.months.format(&gregorian(date)).to_string()
    }

    /// The year of a day: `2018`.
    pub fn year(&self, date: &jiff::civil::Date) -> String {
        self.years.format(&gregorian(date)).to_string()
    }

    /// A whole number with its groups: `1.234` in Dutch.
    pub fn number(&self, number: i64) -> String {
        self.numbers.format(&Decimal::from(number)).to_string()
    }

    /// A number as the language writes it: `99,5` in Dutch. What is no number is written as the program does.
    pub fn decimal(&self, number: f64) -> String {
        let written = number.to_string();
        Decimal::try_from_str(&written).map_or(written, |number| self.numbers.format(&number).to_string())
    }

    /// What a country is called: `Nederland` for `NL` (ISO 3166-1) in Dutch; the code itself where the language has no name for it.
    pub fn country(&self, code: &str) -> String {
        let name = code.parse().ok().and_then(|region| RegionDisplayName::try_new_light((&self.name).into(), region).ok());
        name.map_or_else(|| code.to_owned(), |name| name.to_string())
    }

    /// The order in which a reader of the language expects two words, capitals and accents counting last.
    /// Digits are compared as characters: numbers of clauses have an order of their own.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b)
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Locale").field(&self.name()).finish()
    }
}

/// jiff's dates are those of the Gregorian calendar, extended to before its introduction.
fn gregorian(date: &jiff::civil::Date) -> Date<Gregorian> {
    Date::try_new_gregorian(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs())
        .expect("jiff has only dates that the Gregorian calendar has")
}

/// Writes the numbers within a message as its language does; set as the formatter of every bundle.
pub(super) fn number_in_message(value: &FluentValue, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let decimal: Decimal = number.as_string().parse().ok()?;
    memoizer.with_try_get::<Numbers, _, _>((), |numbers| numbers.0.format(&decimal).to_string()).ok()
}

/// The number format of a bundle's language, as the bundle remembers it.
struct Numbers(DecimalFormatter);

impl Memoizable for Numbers {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        let locale: icu_locale_core::Locale = language.to_string().parse().map_err(drop)?;
        DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).map(Numbers).map_err(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn dutch() -> Locale {
        Locale::from_name("nl").expect("a locale")
    }

    fn english() -> Locale {
        Locale::from_name("en-GB").expect("a locale")
    }

    #[test]
    fn dates_of_a_day_a_month_and_a_year() {
        let day = date(2026, 11, 22);
        assert_eq!(dutch().date(&day), "22 november 2026");
        assert_eq!(english().date(&day), "22 November 2026");
        assert_eq!(dutch().month(&date(2018, 11, 1)), "november 2018");
        assert_eq!(english().month(&date(2018, 11, 1)), "November 2018");
        assert_eq!(dutch().year(&day), "2026");
        assert_eq!(english().year(&day), "2026");
        assert_eq!(dutch().date(&date(2024, 2, 29)), "29 februari 2024");
    }

    #[test]
    fn countries_have_names() {
        let named = |locale: &Locale| ["NL", "DE", "US", "GB", "IN"].map(|code| locale.country(code));
        assert_eq!(named(&dutch()), ["Nederland", "Duitsland", "Verenigde Staten", "Verenigd Koninkrijk", "India"]);
        assert_eq!(named(&english()), ["Netherlands", "Germany", "United States", "United Kingdom", "India"]);
        assert_eq!((dutch().country("XY"), dutch().country("")), ("XY".to_owned(), String::new()));
    }

    #[test]
    fn every_date_can_be_written() {
        for day in [jiff::civil::Date::MIN, date(-1, 1, 1), date(0, 12, 31), date(999, 1, 1), jiff::civil::Date::MAX] {
            assert!(!dutch().date(&day).is_empty());
        }
    }

    #[test]
    fn numbers_have_groups() {
        assert_eq!(dutch().number(1234), "1.234");
        assert_eq!(english().number(1234), "1,234");
        assert_eq!(dutch().number(-1_234_567), "-1.234.567");
        assert_eq!(english().number(12), "12");
    }

    #[test]
    fn words_in_the_order_of_the_language() {
        let mut words = ["Zoë", "ijs", "Één", "zoek", "eend", "één", "een", "bijlage 10", "bijlage 2"];
        words.sort_by(|a, b| dutch().compare(a, b));
        assert_eq!(words, ["bijlage 10", "bijlage 2", "een", "één", "Één", "eend", "ijs", "Zoë", "zoek"]);
        words.sort_by(|a, b| english().compare(a, b));
        assert_eq!(words, ["bijlage 10", "bijlage 2", "een", "één", "Één", "eend", "ijs", "Zoë", "zoek"]);
    }

    #[test]
    fn what_is_no_locale() {
        assert!(Locale::from_name("Nederlands").is_none());
        assert!(Locale::from_name("").is_none());
        assert!(Locale::from_name("xx").is_some(), "an unknown language has the habits of the root locale");
    }

    #[test]
    fn a_locale_may_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Locale>();
    }
}
