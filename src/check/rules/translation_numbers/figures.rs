//! The figures in a text, by what they mean in its language.

use std::collections::HashMap;
use std::ops::Range;

use crate::i18n::{Lexicon, Locale};

/// A number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Bytes of the plain text.
    pub range: Range<usize>,
    /// As it stands there, with what it counts.
    pub printed: String,
    /// What it may mean, in digits with a decimal point: `1.000` is a thousand in Dutch, and may be a label. The month of
    /// a date is `m5`.
    pub readings: Vec<String>,
    /// What it counts, if it counts a period.
    pub unit: Option<Unit>,
    /// Whether another language must have it too. A word for a number need not be one: "no one", "een".
    pub is_required: bool,
}

/// What a period is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days of the calendar.
    Day,
    /// Working days, business days.
    WorkingDay,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// Longer words are no numbers.
const LONGEST_WORD: usize = 24;
/// Neither are longer rows of digits and points.
const LONGEST_NUMBER: usize = 40;

/// Reads the figures of one language.
pub struct Reader<'a> {
    /// Words of a number, from nought.
    numbers: HashMap<&'a str, usize>,
    tens: HashMap<&'a str, usize>,
    months: HashMap<&'a str, usize>,
    ordinals: HashMap<&'a str, usize>,
    joins: &'a [String],
    units: Vec<(&'a str, Unit)>,
    /// With which two letters words begin that matter here: most words do not.
    beginnings: Vec<bool>,
    /// What stands between thousands; the other one of comma and point is the decimal sign.
    thousands: char,
}

impl<'a> Reader<'a> {
    /// A reader of this language.
    pub fn new(lexicon: &'a Lexicon, locale: &Locale) -> Reader<'a> {
        let counted = |words: &'a [String], first: usize, step: usize| {
            words.iter().enumerate().map(move |(index, word)| (word.as_str(), first + index * step)).collect::<HashMap<_, _>>()
        };
        let units = [
            (&lexicon.in_minutes, Unit::Minute),
            (&lexicon.in_hours, Unit::Hour),
            (&lexicon.in_days, Unit::Day),
            (&lexicon.in_working_days, Unit::WorkingDay),
            (&lexicon.in_weeks, Unit::Week),
            (&lexicon.in_months, Unit::Month),
            (&lexicon.in_years, Unit::Year),
        ];
        let words: [&[String]; 4] = [&lexicon.numbers, &lexicon.tens, &lexicon.months, &lexicon.ordinals];
        let mut beginnings = vec![false; LETTERS * LETTERS];
        words.into_iter().flatten().filter_map(|word| beginning(word)).for_each(|place| beginnings[place] = true);
        Reader {
            beginnings,
            numbers: counted(&lexicon.numbers, 0, 1),
            tens: counted(&lexicon.tens, 10, 10),
            months: counted(&lexicon.months, 1, 1),
            ordinals: counted(&lexicon.ordinals, 1, 1),
            joins: &lexicon.and,
            units: units.into_iter().flat_map(|(words, unit)| words.iter().map(move |word| (word.as_str(), unit))).collect(),
            thousands: if locale.number(1_000_000).contains('.') { '.' } else { ',' },
        }
    }

    /// The figures of a text, in order.
    pub fn figures(&self, plain: &str) -> Vec<Figure> {
        let mut figures = Vec::new();
        let mut lower = String::new();
        let mut at = 0;
        while let Some(start) = plain[at..].find(|c: char| c.is_ascii_digit() || c.is_alphabetic()).map(|start| at + start) {
            let is_digits = plain.as_bytes()[start].is_ascii_digit();
            at = if is_digits { self.digits(plain, start, &mut figures) } else { self.word(plain, start, &mut lower, &mut figures) };
        }
        figures
    }

    /// Reads the digits that begin here, and returns where they end.
    fn digits(&self, plain: &str, start: usize, figures: &mut Vec<Figure>) -> usize {
        if let Some((length, [year, month, day])) = date(&plain[start..]) {
            let range = start..start + length;
            let printed = &plain[range.clone()];
            let parts = [day.to_string(), format!("m{month}"), year.to_string()];
            figures.extend(parts.map(|part| required(range.clone(), printed, vec![part])));
            return range.end;
        }
        let end = start + number_length(&plain[start..]);
        let raw = &plain[start..end];
        if raw.len() > LONGEST_NUMBER {
            return end;
        }
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        // The figures of a name: AES256, 2FA. It may be another name in the other language.
        let is_joined = is_letter(plain[..start].chars().next_back()) || is_letter(plain[end..].chars().next());
        let afternoon = after_noon(&plain[end..]);
        let unit = self.unit(&plain[end..]);
        for mut readings in self.readings(raw) {
            if let Some(is_afternoon) = afternoon {
                readings = readings.iter().filter_map(|reading| on_24_hours(reading, is_afternoon)).collect();
            }
            let is_required = !is_joined || afternoon.is_some();
            figures.push(counting(plain, start..end, readings, unit, is_required));
        }
        end
    }

    /// Reads the word that begins here, and returns where it ends.
    fn word(&self, plain: &str, start: usize, lower: &mut String, figures: &mut Vec<Figure>) -> usize {
        let is_word = |c: char| c.is_alphabetic() || c == '-';
        let end = plain[start..].find(|c| !is_word(c)).map_or(plain.len(), |length| start + length);
        let word = plain[start..end].trim_end_matches('-');
        if word.len() > LONGEST_WORD || beginning(word).is_some_and(|place| !self.beginnings[place]) {
            return end;
        }
        fold(word, lower);
        let range = start..start + word.len();
        if let Some(month) = self.months.get(lower.as_str()) {
            let follows = figures.last().is_some_and(|before| {
                (before.range.end..before.range.end + 5).contains(&start) && before.printed.as_bytes()[0].is_ascii_digit()
            });
            let precedes = plain[end..].trim_start().starts_with(|c: char| c.is_ascii_digit());
            if follows || precedes {
                figures.push(required(range, word, vec![format!("m{month}")]));
            }
        } else if let Some(number) = self.number(lower) {
            let unit = self.unit(&plain[range.end..]);
            let is_required = unit.is_some() && number > 1;
            figures.push(counting(plain, range, vec![number.to_string()], unit, is_required));
        } else if let Some(number) = self.ordinals.get(lower.as_str()) {
            // "The second paragraph" answers to "paragraph 2".
            figures.push(Figure { is_required: false, ..required(range, word, vec![number.to_string()]) });
        }
        end
    }

    /// The number that a word is: `twelve`, `twenty-four`, `vierentwintig`.
    fn number(&self, word: &str) -> Option<usize> {
        let simple = self.numbers.get(word).or_else(|| self.tens.get(word)).copied();
        simple.or_else(|| {
            let one = |rest: &str| {
                let bare = rest.trim_matches('-');
                let joined = self.joins.iter().find_map(|and| bare.strip_suffix(and.as_str()));
                [Some(bare), joined].into_iter().flatten().find_map(|word| self.numbers.get(word)).filter(|one| (1..10).contains(*one))
            };
            self.tens.iter().find_map(|(ten, value)| {
                let rest = word.strip_suffix(ten).or_else(|| word.strip_prefix(ten))?;
                one(rest).map(|one| value + one)
            })
        })
    }

    /// What a number counts, from what follows it: directly, behind its repetition between brackets, or behind one more
    /// word: `twee (2) opeenvolgende maanden`.
    ///
    /// Returns it with the bytes up to its end.
    fn unit(&self, after: &str) -> Option<(Unit, usize)> {
        let mut rest = after;
        let mut others = 0;
        let mut lower = String::new();
        for _ in 0..4 {
            rest = rest.trim_start_matches([' ', '\u{a0}', '(', ')', '-']);
            let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            let word = &rest[..end];
            if word.is_empty() || word.len() > LONGEST_WORD {
                return None;
            }
            // A unit of two words: business days.
            let two = rest[end..].strip_prefix(' ').map(|next| next.find(|c: char| !c.is_alphanumeric()).unwrap_or(next.len()));
            for length in [two.map(|two| end + 1 + two), Some(end)].into_iter().flatten().filter(|length| *length <= 2 * LONGEST_WORD) {
                fold(&rest[..length], &mut lower);
                if let Some((_, unit)) = self.units.iter().find(|(word, _)| *word == lower) {
                    return Some((*unit, after.len() - rest.len() + length));
                }
            }
            let is_number = word.bytes().all(|b| b.is_ascii_digit()) || self.number(&lower).is_some();
            others += usize::from(!is_number);
            // "5 per dag" counts no days.
            if others > 1 || (!is_number && word.len() <= 3) {
                return None;
            }
            rest = &rest[end..];
        }
        None
    }

    /// What digits with their signs may mean. A list without spaces is more than one number: `3,4`.
    fn readings(&self, raw: &str) -> Vec<Vec<String>> {
        if let Some((hours, minutes)) = raw.split_once(':') {
            let is_time = hours.len() <= 2 && minutes.len() == 2 && minutes.bytes().all(|b| b.is_ascii_digit());
            if is_time {
                return vec![label(&format!("{hours}.{minutes}"))];
            }
            return raw.split(':').flat_map(|part| self.readings(part)).collect();
        }
        let raw = raw.replace(['\u{a0}', '\u{202f}'], "");
        let (thousands, decimal) = if self.thousands == '.' { ('.', ',') } else { (',', '.') };
        let is_grouped = |whole: &str| {
            let mut groups = whole.split(thousands);
            let first = groups.next().unwrap_or_default();
            (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3)
        };
        let (whole, fraction) = match raw.split_once(decimal) {
            Some((whole, fraction)) if !fraction.contains(['.', ',']) => (whole, Some(fraction)),
            Some(_) if decimal == ',' || raw.contains(',') => return raw.split(',').flat_map(|part| self.readings(part)).collect(),
            Some(_) => return vec![label(&raw)],
            None => (raw.as_str(), None),
        };
        let is_number = !whole.contains(thousands) || is_grouped(whole);
        if !is_number {
            // `3.2` in Dutch, `3,4` in English.
            return if raw.contains(',') { raw.split(',').flat_map(|part| self.readings(part)).collect() } else { vec![label(&raw)] };
        }
        let plain = whole.replace(thousands, "");
        let Some(fraction) = fraction else {
            let as_label = whole.contains('.').then(|| label(whole));
            return vec![label(&plain).into_iter().chain(as_label.into_iter().flatten()).collect()];
        };
        let mut readings = label(&format!("{plain}.{fraction}"));
        // With a comma or thousands it can be no label, and 99,50 is 99,5.
        if decimal == ',' || whole.contains(thousands) {
            let short = fraction.trim_end_matches('0');
            readings.extend(label(&if short.is_empty() { plain } else { format!("{plain}.{short}") }));
        }
        vec![readings]
    }
}

/// A figure with what it counts, of which the unit's place is reckoned from the figure's end.
fn counting(plain: &str, range: Range<usize>, readings: Vec<String>, unit: Option<(Unit, usize)>, is_required: bool) -> Figure {
    let range = range.start..range.end + unit.map_or(0, |(_, length)| length);
    Figure { printed: plain[range.clone()].to_owned(), range, readings, unit: unit.map(|(unit, _)| unit), is_required }
}

/// The letters of ASCII.
const LETTERS: usize = 26;

/// The first two letters of a word as a number; `None` where one of them is another character.
fn beginning(word: &str) -> Option<usize> {
    let [first, second, ..] = word.as_bytes() else { return None };
    let rank = |b: &u8| b.is_ascii_alphabetic().then(|| usize::from(b.to_ascii_lowercase() - b'a'));
    Some(rank(first)? * LETTERS + rank(second)?)
}

fn required(range: Range<usize>, printed: &str, readings: Vec<String>) -> Figure {
    Figure { range, printed: printed.to_owned(), readings, unit: None, is_required: true }
}

/// Numbers between points, without leading noughts: `08.30` is `8.30`. What ends in two noughts is also the whole hour.
fn label(raw: &str) -> Vec<String> {
    if !raw.starts_with('0') && !raw.contains(".0") {
        return vec![raw.to_owned()];
    }
    let bare = |part: &str| {
        let short = part.trim_start_matches('0');
        if short.is_empty() { "0".to_owned() } else { short.to_owned() }
    };
    let all = raw.split('.').map(bare).collect::<Vec<_>>().join(".");
    let whole = raw.strip_suffix(".00").filter(|whole| !whole.contains('.')).map(bare);
    std::iter::once(all).chain(whole).collect()
}

/// How many bytes of digits begin here, with points, commas, colons and thin spaces between them.
fn number_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digits = |at: usize| bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut end = digits(0);
    loop {
        let sign = match rest[end..].chars().next() {
            Some(c @ ('.' | ',' | ':')) => c.len_utf8(),
            Some(c @ ('\u{a0}' | '\u{202f}')) if digits(end + c.len_utf8()) == 3 => c.len_utf8(),
            _ => return end,
        };
        match digits(end + sign) {
            0 => return end,
            more => end += sign + more,
        }
    }
}

/// A date in digits that begins here: its length, and year, month and day.
fn date(rest: &str) -> Option<(usize, [u32; 3])> {
    let length = rest.bytes().take(11).take_while(|b| b.is_ascii_digit() || b"-/.".contains(b)).count();
    let written = rest[..length.min(10)].trim_end_matches(['.', '-', '/']);
    let sign = written.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<&str> = written.split(sign).collect();
    let [a, b, c] = parts[..] else { return None };
    let (year, month, day) = if a.len() == 4 && sign == '-' { (a, b, c) } else { (c, b, a) };
    let is_whole = rest[written.len()..].chars().next().is_none_or(|c| !c.is_ascii_digit());
    let [year, month, day] = [(year, 4), (month, 2), (day, 2)].map(|(part, most)| {
        let fits = part.len() <= most && (most == 2 || part.len() == 4);
        part.parse::<u32>().ok().filter(|_| fits && part.bytes().all(|b| b.is_ascii_digit()))
    });
    let (year, month, day) = (year?, month?, day?);
    (is_whole && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some((written.len(), [year, month, day]))
}

/// Whether `pm` follows, or `am`.
fn after_noon(rest: &str) -> Option<bool> {
    let rest = rest.trim_start_matches([' ', '\u{a0}']);
    let begins = |word: &str| {
        let own = rest.get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word));
        own && !rest[word.len()..].starts_with(char::is_alphanumeric)
    };
    match () {
        () if begins("pm") || begins("p.m.") => Some(true),
        () if begins("am") || begins("a.m.") => Some(false),
        () => None,
    }
}

fn on_24_hours(reading: &str, is_afternoon: bool) -> Option<String> {
    let (hours, minutes) = reading.split_once('.').map_or((reading, None), |(hours, minutes)| (hours, Some(minutes)));
    let hours: u32 = hours.parse().ok().filter(|hours| *hours <= 12)?;
    let hours = hours % 12 + if is_afternoon { 12 } else { 0 };
    Some(minutes.map_or_else(|| hours.to_string(), |minutes| format!("{hours}.{minutes}")))
}

/// A word in lower case without accents: `één`, `tweeëntwintig`.
fn fold(word: &str, lower: &mut String) {
    lower.clear();
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'é' | 'è' | 'ë' | 'ê' => lower.push('e'),
            'ï' => lower.push('i'),
            // The accent of a letter written in two.
            '\u{300}'..='\u{36f}' => {}
            c => lower.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Messages};
    use crate::source::Sources;

    fn read(language: Language, plain: &str) -> String {
        let (messages, _) = Messages::load(&Sources::built_in());
        let reader = Reader::new(messages.lexicon(language), messages.locale(language));
        let shown = |figure: &Figure| {
            let unit = figure.unit.map(|unit| format!(" {unit:?}")).unwrap_or_default();
            let may = if figure.is_required { "" } else { "?" };
            format!("{}{unit}{may}", figure.readings.join("|"))
        };
        reader.figures(plain).iter().map(shown).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn dutch_figures() {
        for (plain, expected) in [
            ("€ 1.000,50 en € 1.000,00", "1000.50|1000.5; 1000.0|1000|1000"),
            ("1.000 euro", "1000|1.0"),
            ("99,95% van artikel 3.2", "99.95|99.95; 3.2"),
            ("twaalf (12) maanden", "12 Month; 12 Month"),
            ("binnen 14 (veertien) dagen", "14 Day; 14 Day"),
            ("ten minste 5 (vijf) Werkdagen", "5 WorkingDay; 5 WorkingDay"),
            ("nog twee (2) opeenvolgende maanden", "2 Month; 2 Month"),
            ("vierentwintig uur of tweeënzeventig uur", "24 Hour; 72 Hour"),
            ("een maand, één jaar", "1 Month?; 1 Year?"),
            ("op 25 mei 2018 of 25-05-2018", "25; m5; 2018; 25; m5; 2018"),
            ("van 08.30 tot 17.00 uur", "8.30; 17.0|17 Hour"),
            ("artikel 6:162 BW, Besluit 2010/87/EG", "6; 162; 2010; 87"),
            ("artikelen 3,4,5", "3; 4; 5"),
            ("AES256, 2FA en 256-bit", "256?; 2?; 256"),
            ("5 keer per dag", "5"),
            ("drie partijen, het tweede lid", "3?; 2?"),
        ] {
            assert_eq!(read(Language::NL, plain), expected, "{plain}");
        }
    }

    #[test]
    fn english_figures() {
        for (plain, expected) in [
            ("EUR 1,000.50 and EUR 1,000.00", "1000.50|1000.5; 1000.0|1000|1000"),
            ("1,000 euros, 99.95%, article 3.2", "1000; 99.95; 3.2"),
            ("twelve (12) months", "12 Month; 12 Month"),
            ("3 (three) Business Days", "3 WorkingDay; 3 WorkingDay"),
            ("twenty-four hours", "24 Hour"),
            ("a 30-day period", "30 Day"),
            ("from 8:30 am to 5 pm", "8.30; 17"),
            ("May 25, 2018; 5 May", "m5; 25; 2018; 5; m5"),
            ("you may do two things", "2?"),
            ("articles 3,4", "3; 4"),
        ] {
            assert_eq!(read(Language::EN, plain), expected, "{plain}");
        }
    }
}
