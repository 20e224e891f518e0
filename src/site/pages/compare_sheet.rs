//! `facts.csv` and `coverage.xlsx`: a comparison of all vendors as a sheet, in the reader's language, as CSV (RFC 4180) or as a
//! workbook, which `render` writes.
//!
//! A program for sheets takes what begins with `=`, `+`, `-` or `@` for a formula; such a cell of CSV begins with an apostrophe,
//! which those programs take for the sign that text follows. A workbook says which cells are text.

use jiff::civil::Date;

use super::{compare_coverage, compare_facts};
use crate::i18n::{Language, Value};
use crate::site::about::say;
use crate::site::comparison::{self, Cell};
use crate::site::matrix::NOT_RECORDED;
use crate::site::{Page, World};

/// More columns no program for sheets takes.
pub const MOST_COLUMNS: usize = 16_384;

/// A comparison that is also a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sheet {
    /// What agreements state.
    Facts,
    /// What the law asks.
    Coverage,
}

impl Sheet {
    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Sheet::Facts => "facts",
            Sheet::Coverage => "coverage",
        }
    }
}

/// What a sheet is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Text with commas.
    Csv,
    /// A workbook (ISO/IEC 29500).
    Xlsx,
}

impl Form {
    /// Both.
    pub const ALL: [Form; 2] = [Form::Csv, Form::Xlsx];

    /// How its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Csv => "csv",
            Form::Xlsx => "xlsx",
        }
    }
}

/// A sheet in words: what each row is about comes first, in two columns, then a column for each vendor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What stands above the columns.
    pub head: Vec<String>,
    /// As long as the head, each.
    pub rows: Vec<Vec<String>>,
}

/// What a workbook says besides its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The language of all of it.
    pub language: Language,
    /// What the workbook is about.
    pub title: String,
    /// What the sheet with the table is called.
    pub table: String,
    /// What the sheet with the notes is called.
    pub notes_name: String,
    /// What the page says above the table.
    pub notes: Vec<String>,
    /// What stands below each printed page.
    pub foot: String,
    /// How a text ends that is cut off.
    pub cut: String,
    /// The last day on which the records were held against the texts.
    pub day: Option<Date>,
}

/// Where the sheets of a comparison are, as links.
#[derive(Debug, serde::Serialize)]
pub struct Sheets {
    csv: Option<String>,
    xlsx: Option<String>,
}

/// The links to the sheets of a comparison.
pub fn links(world: &World, language: Language, sheet: Sheet) -> Sheets {
    let link = |form| Page::CompareSheet(language, sheet, form).address(world).map(|address| world.base.link(&address));
    Sheets { csv: link(Form::Csv), xlsx: link(Form::Xlsx) }
}

/// The sheets of the comparisons that there are.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    let facts = compare_facts::list(world, language).next().map(|_| Sheet::Facts);
    let coverage = compare_coverage::list(world, language).next().map(|_| Sheet::Coverage);
    let sheets = [facts, coverage].into_iter().flatten();
    sheets.flat_map(move |sheet| Form::ALL.map(|form| Page::CompareSheet(language, sheet, form)))
}

/// The sheet in words.
pub fn table(world: &World, language: Language, sheet: Sheet) -> Table {
    let vendors = comparison::all_vendors(world, language);
    let (what, groups) = match sheet {
        Sheet::Facts => ("facts", compare_facts::groups(world, language, &vendors)),
        Sheet::Coverage => ("requirements", compare_coverage::groups(world, language, &vendors)),
    };
    let head = [say(world, language, "sheet-group", &[]), say(world, language, "matrix-corner", &[("what", Value::from(what))])];
    let rows = groups.iter().flat_map(|group| group.rows.iter().map(move |row| (group, row))).map(|(group, row)| {
        let cells = row.cells.iter().map(|cell| in_words(world, language, cell.as_ref()));
        [group.name.to_owned(), row.name.to_owned()].into_iter().chain(cells).collect()
    });
    Table { rows: rows.collect(), head: head.into_iter().chain(vendors.iter().map(|vendor| vendor.name.clone())).collect() }
}

/// The sheet as CSV in UTF-8, with a byte order mark, without which common programs read it as something else.
///
/// # Errors
/// If it cannot be written, which memory does not refuse.
pub fn csv(table: &Table) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    for row in std::iter::once(&table.head).chain(&table.rows) {
        writer.write_record(row.iter().map(|cell| plain(cell)))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(std::io::Error::other(error.to_string())))
}

/// What the workbook of a sheet says besides its table: what the page says that it is the same as.
pub fn words(world: &World, language: Language, sheet: Sheet, table: &Table) -> Words {
    let (what, kind) = match sheet {
        Sheet::Facts => ("facts", compare_facts::KIND),
        Sheet::Coverage => ("requirements", compare_coverage::KIND),
    };
    let say = |key: &str, filled: &[(&str, Value)]| say(world, language, key, filled);
    let page = match sheet {
        Sheet::Facts => Page::CompareFacts(language, 1),
        Sheet::Coverage => Page::CompareCoverage(language, 1),
    };
    let days = || {
        let vendors = world.corpus.vendors.iter();
        vendors.filter_map(move |vendor| match sheet {
            Sheet::Facts => vendor.facts.as_ref()?.verified,
            Sheet::Coverage => vendor.coverage.as_ref()?.verified,
        })
    };
    let title = say(kind, &[("number", Value::from(1))]);
    let foot = say("compare-standing", &[]);
    let mut notes = vec![title.clone(), say(&format!("{kind}-lede"), &[("vendors", Value::from(world.corpus.vendors.len()))])];
    notes.extend(comparison::read_between(world, language, days().map(Some)).map(|[first, last]| {
        let key = if first.words() == last.words() { "compare-read" } else { "compare-read.between" };
        say(key, &[("first", Value::from(first.words())), ("last", Value::from(last.words()))])
    }));
    notes.extend([say(&format!("{kind}-standing"), &[]), foot.clone()]);
    let left_out = table.head.len().saturating_sub(MOST_COLUMNS);
    if left_out > 0 {
        notes.push(say("sheet-left-out", &[("vendors", Value::from(left_out))]));
    }
    // A sheet goes from hand to hand: it says where it is from.
    notes.extend(page.address(world).and_then(|address| world.base.absolute(&address)));
    Words {
        language,
        foot: format!("{foot} {}", world.corpus.site.name),
        table: say("matrix-name", &[("what", Value::from(what))]),
        notes_name: say("sheet-notes", &[]),
        cut: say("sheet-cut", &[]),
        day: days().max(),
        title,
        notes,
    }
}

/// A cell in words: state, values, remark, documents examined, places.
fn in_words(world: &World, language: Language, cell: Option<&Cell>) -> String {
    let state = |state: &str| say(world, language, "state-word", &[("state", Value::from(state))]);
    let Some(cell) = cell else { return state(NOT_RECORDED) };
    let mut parts = Vec::new();
    if cell.state != "stated" || cell.values.is_empty() {
        parts.push(state(cell.state));
    }
    for value in &cell.values {
        let words = [&value.figure, &value.text, &value.condition].into_iter().flatten().cloned().collect::<Vec<_>>();
        parts.push(words.join(" "));
    }
    parts.extend(cell.verdict.map(|verdict| format!("[{}]", say(world, language, "verdict", &[("verdict", Value::from(verdict))]))));
    parts.extend(cell.note.clone());
    if !cell.examined.is_empty() {
        parts.push(format!("{} {}", say(world, language, "examined", &[]), cell.examined.join(", ")));
    }
    let cites: Vec<&str> = cell.cites.iter().map(comparison::Cite::label).collect();
    if !cites.is_empty() {
        parts.push(format!("({})", cites.join("; ")));
    }
    parts.join("\n")
}

/// Text that no program takes for a formula.
pub fn plain(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(plain("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(plain("@sum"), "'@sum");
        assert_eq!(plain("24 uur"), "24 uur");
    }

    #[test]
    fn a_workbook_says_how_many_vendors_it_has_no_room_for() {
        let world = crate::site::tests::specimen(crate::parse::Audience::Public, Some("https://x.example/"));
        let notes = |columns: usize| {
            let table = Table { head: vec![String::new(); columns], rows: Vec::new() };
            words(&world, Language::EN, Sheet::Facts, &table).notes
        };
        assert_eq!(notes(MOST_COLUMNS).len() + 1, notes(MOST_COLUMNS + 3).len());
        assert!(notes(MOST_COLUMNS + 3).iter().any(|note| note.starts_with("3 vendors")), "{:?}", notes(MOST_COLUMNS + 3));
    }
}
