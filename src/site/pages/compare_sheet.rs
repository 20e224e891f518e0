//! `facts.csv` and `coverage.csv`: a comparison of all vendors as a sheet (RFC 4180), in the reader's language.
//!
//! A program for sheets takes what begins with `=`, `+`, `-` or `@` for a formula; such a cell begins with an apostrophe, which
//! those programs take for the sign that text follows.

use super::{compare_coverage, compare_facts};
use crate::i18n::{Language, Value};
use crate::site::about::say;
use crate::site::comparison::{self, Cell};
use crate::site::matrix::NOT_RECORDED;
use crate::site::{Page, World};

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

/// The sheets of the comparisons that there are.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    let facts = compare_facts::list(world, language).next().map(|_| Sheet::Facts);
    let coverage = compare_coverage::list(world, language).next().map(|_| Sheet::Coverage);
    [facts, coverage].into_iter().flatten().map(move |sheet| Page::CompareSheet(language, sheet))
}

/// The sheet as CSV in UTF-8, with a byte order mark, without which common programs read it as something else.
///
/// # Errors
/// If it cannot be written, which memory does not refuse.
pub fn csv(world: &World, language: Language, sheet: Sheet) -> Result<Vec<u8>, csv::Error> {
    let vendors = comparison::all_vendors(world, language);
    let (what, groups) = match sheet {
        Sheet::Facts => ("facts", compare_facts::groups(world, language, &vendors)),
        Sheet::Coverage => ("requirements", compare_coverage::groups(world, language, &vendors)),
    };
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    let head = [say(world, language, "sheet-group", &[]), say(world, language, "matrix-corner", &[("what", Value::from(what))])];
    writer.write_record(head.into_iter().chain(vendors.iter().map(|vendor| vendor.name.clone())).map(|cell| plain(&cell)))?;
    for (group, row) in groups.iter().flat_map(|group| group.rows.iter().map(move |row| (group, row))) {
        let cells = row.cells.iter().map(|cell| in_words(world, language, cell.as_ref()));
        writer.write_record([group.name.to_owned(), row.name.to_owned()].into_iter().chain(cells).map(|cell| plain(&cell)))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(std::io::Error::other(error.to_string())))
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
fn plain(cell: &str) -> String {
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
}
