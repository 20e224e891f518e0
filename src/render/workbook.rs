//! A comparison as a workbook (ISO/IEC 29500, XLSX): a sheet with the table, which can be filtered and printed, and one with what
//! the page says of it.
//!
//! Every cell is text, never a formula. The same table gives the same bytes: the workbook is as old as the records in it.

use std::io::{Cursor, Read as _, Write as _};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::i18n::Language;
use crate::site::comparison::MOST_VENDORS;
use crate::site::pages::compare_sheet::{MOST_COLUMNS, Table, Words};

/// A longer text, in UTF-16, no cell takes.
const MOST_IN_CELL: usize = 32_767;

/// More rows no program for sheets takes.
const MOST_ROWS: usize = 1_048_576;

/// The longest name of a sheet and the longest foot of a page, in UTF-16.
const MOST_IN_NAME: usize = 31;
const MOST_IN_FOOT: usize = 255;

/// What a row is about stands in the first columns.
const HEAD_COLUMNS: usize = 2;

/// How wide the columns are, in digits: group, row, vendor, notes.
const WIDTHS: [f64; 4] = [18.0, 32.0, 36.0, 100.0];

/// No workbook has more lines of notes.
const MOST_NOTES: usize = 9;

/// ISO A4 by its number in the format.
const A4: u8 = 9;

/// Where the format keeps who made a workbook, in which language and when.
const PROPERTIES: &str = "docProps/core.xml";

/// Writes the workbook.
///
/// # Errors
/// If it cannot be written, which memory does not refuse.
pub fn xlsx(table: &Table, words: &Words) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(words)?);
    let [table_name, notes_name] = names(words);
    write_table(workbook.add_worksheet().set_name(table_name)?, table, words)?;
    write_notes(workbook.add_worksheet().set_name(notes_name)?, words)?;
    Ok(in_language(&workbook.save_to_buffer()?, words.language)?)
}

/// A workbook of this size in which no word is said: what stands in it stands in all.
///
/// # Errors
/// If it cannot be written, which memory does not refuse.
pub fn empty(columns: usize, rows: usize) -> Result<Vec<u8>, XlsxError> {
    // White space at the ends, and what looks like a formula, are written in words of the format's own.
    let mark = || " –".to_owned();
    let row = vec![mark(); columns];
    let words = Words {
        language: Language::NL,
        title: mark(),
        table: String::new(),
        notes_name: String::new(),
        notes: vec!["=".to_owned(); MOST_NOTES],
        foot: mark(),
        cut: String::new(),
        day: None,
    };
    xlsx(&Table { rows: vec![row.clone(); rows], head: row }, &words)
}

fn properties(words: &Words) -> Result<DocProperties, XlsxError> {
    // A workbook without a day would be as old as its build. Without records it is as old as archives can be.
    let day = words.day.map_or((1980, 1, 1), |day| (day.year().unsigned_abs(), day.month().unsigned_abs(), day.day().unsigned_abs()));
    let created = ExcelDateTime::from_ymd(day.0, day.1, day.2)?;
    Ok(DocProperties::new().set_title(&words.title).set_subject(&words.table).set_creation_datetime(&created))
}

fn write_table(sheet: &mut Worksheet, table: &Table, words: &Words) -> Result<(), XlsxError> {
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let name = text.clone().set_bold();
    let head = name.clone().set_border_bottom(FormatBorder::Thin);
    let rows = std::iter::once(&table.head).chain(&table.rows).take(MOST_ROWS);
    for (row, line) in (0u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(line.iter().take(MOST_COLUMNS)) {
            let format = if row == 0 {
                &head
            } else if usize::from(column) < HEAD_COLUMNS {
                &name
            } else {
                &text
            };
            write_text(sheet, row, column, cell, format, &words.cut)?;
        }
    }
    let last_column = table.head.len().clamp(1, MOST_COLUMNS) - 1;
    let last_column = u16::try_from(last_column).unwrap_or(u16::MAX);
    let last_row = u32::try_from(table.rows.len().min(MOST_ROWS - 1)).unwrap_or(u32::MAX);
    for column in 0..=last_column {
        sheet.set_column_width(column, WIDTHS[usize::from(column.min(2))])?;
    }
    sheet.set_freeze_panes(1, HEAD_COLUMNS as u16)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    // As many vendors beside each other as a page of the site has; what a row is about stands on each sheet of paper.
    let across = table.head.len().saturating_sub(HEAD_COLUMNS).div_ceil(MOST_VENDORS).max(1);
    set_paper(sheet, words).set_print_fit_to_pages(u16::try_from(across).unwrap_or(u16::MAX), 0);
    sheet.set_repeat_rows(0, 0)?.set_repeat_columns(0, HEAD_COLUMNS as u16 - 1)?;
    Ok(())
}

fn write_notes(sheet: &mut Worksheet, words: &Words) -> Result<(), XlsxError> {
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let title = text.clone().set_bold();
    for (row, note) in (0u32..).zip(words.notes.iter().take(MOST_NOTES)) {
        write_text(sheet, row, 0, note, if row == 0 { &title } else { &text }, &words.cut)?;
    }
    sheet.set_column_width(0, WIDTHS[3])?;
    set_paper(sheet, words).set_print_fit_to_pages(1, 0);
    Ok(())
}

fn set_paper<'a>(sheet: &'a mut Worksheet, words: &Words) -> &'a mut Worksheet {
    sheet.set_paper_size(A4).set_landscape();
    // `&` begins a command. A foot that is too long would not be taken: then there is the page's number alone.
    let count = "&R&P / &N";
    let foot = format!("&L{}{count}", words.foot.replace('&', "&&"));
    sheet.set_footer(if length(&foot) <= MOST_IN_FOOT { foot } else { count.to_owned() })
}

fn write_text(sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &Format, cut: &str) -> Result<(), XlsxError> {
    let text = fitting(&printable(text), cut, MOST_IN_CELL);
    // Also once someone has typed in the cell, it is no formula.
    if text.starts_with(['=', '+', '-', '@']) {
        sheet.write_string_with_format(row, column, text, &format.clone().set_quote_prefix())?;
    } else {
        sheet.write_string_with_format(row, column, text, format)?;
    }
    Ok(())
}

/// A text without what cells cannot hold and the format would write in letters.
fn printable(text: &str) -> String {
    let is_held = |c: char| matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    text.chars().map(|c| if is_held(c) { c } else { ' ' }).collect()
}

/// A text that fits, cut with these words where it is too long.
fn fitting(text: &str, cut: &str, most: usize) -> String {
    if length(text) <= most {
        return text.to_owned();
    }
    let (mut kept, mut left) = (String::new(), most.saturating_sub(length(cut)));
    for c in text.chars() {
        let Some(rest) = left.checked_sub(c.len_utf16()) else { break };
        (left, _) = (rest, kept.push(c));
    }
    kept + cut
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What the sheets are called. Where the words for it cannot be names, or are the same, they are called what sheets are.
fn names(words: &Words) -> [String; 2] {
    const USUAL: [&str; 2] = ["Sheet1", "Sheet2"];
    let names = [(&words.table, USUAL[0]), (&words.notes_name, USUAL[1])].map(|(wanted, usual)| {
        let name: String = printable(wanted).chars().filter(|c| !"*?:[]\\/".contains(*c)).collect();
        let name = fitting(&name, "…", MOST_IN_NAME).trim_matches(['\'', ' ']).to_owned();
        // Excel keeps one name for itself.
        if name.is_empty() || name.to_lowercase() == "history" { usual.to_owned() } else { name }
    });
    if names[0].to_lowercase() == names[1].to_lowercase() { USUAL.map(str::to_owned) } else { names }
}

/// The workbook with its language, which the writer has no word for.
fn in_language(workbook: &[u8], language: Language) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(workbook))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(workbook.len())));
    for place in 0..archive.len() {
        if archive.name_for_index(place).transpose()?.as_deref() != Some(PROPERTIES) {
            writer.raw_copy_file(archive.by_index_raw(place)?)?;
            continue;
        }
        let mut text = String::new();
        archive.by_index(place)?.read_to_string(&mut text)?;
        let end = text.rfind("</").unwrap_or(text.len());
        text.insert_str(end, &format!("<dc:language>{language}</dc:language>"));
        // A file is as old as archives can be, as the writer has it.
        writer.start_file(PROPERTIES, SimpleFileOptions::default().last_modified_time(zip::DateTime::default()).unix_permissions(0o600))?;
        writer.write_all(text.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader as _, Xlsx};

    use super::*;

    fn words() -> Words {
        Words {
            language: Language::NL,
            title: "Feiten <naast> elkaar & meer".to_owned(),
            table: "Feiten: per leverancier, en nog veel meer dan dat".to_owned(),
            notes_name: "Toelichting".to_owned(),
            notes: ["Feiten", "Geen advies.", "https://x.example/nl/compare/facts/"].map(str::to_owned).to_vec(),
            foot: "Geen advies & geen oordeel.".to_owned(),
            cut: " … [afgebroken]".to_owned(),
            day: Some(jiff::civil::date(2026, 11, 22)),
        }
    }

    fn table(rows: &[&[&str]]) -> Table {
        let mut rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>());
        Table { head: rows.next().unwrap(), rows: rows.collect() }
    }

    /// The sheets of a workbook as another program reads them: names, and cells.
    fn read(bytes: Vec<u8>) -> Vec<(String, Vec<Vec<String>>)> {
        let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
        for name in workbook.sheet_names() {
            assert!(workbook.worksheet_formula(&name).unwrap().is_empty(), "{name} has a formula");
        }
        let sheets = workbook.worksheets().into_iter().map(|(name, range)| {
            let text = |cell: &Data| match cell {
                Data::String(text) => text.clone(),
                Data::Empty => String::new(),
                other => panic!("{other:?} is no text"),
            };
            (name, range.rows().map(|row| row.iter().map(text).collect()).collect())
        });
        sheets.collect()
    }

    /// A file of a workbook.
    fn part(bytes: &[u8], name: &str) -> String {
        let mut text = String::new();
        ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn cells_are_text_and_read_as_they_were_written() {
        let cells = [
            &["Groep", "Feit", "Acme & Zn.", "Beta"][..],
            &["Datalekken", "Termijn", "24 uur\nvanaf <kennisname>\n(art. 5.1)", "=HYPERLINK(\"x\")"],
            &["Datalekken", "365", "-1", "@som _x0041_ 😀"],
        ];
        let sheets = read(xlsx(&table(&cells), &words()).unwrap());
        assert_eq!(sheets[0].0, "Feiten per leverancier, en nog…");
        assert_eq!(sheets[0].1, cells);
        assert_eq!((sheets[1].0.as_str(), sheets[1].1.concat()), ("Toelichting", words().notes));
    }

    #[test]
    fn the_same_table_gives_the_same_bytes_and_says_its_language() {
        let table = table(&[&["Groep", "Feit", "Acme"], &["Datalekken", "Termijn", "=24 uur"]]);
        let bytes = xlsx(&table, &words()).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(1100));
        assert_eq!(bytes, xlsx(&table, &words()).unwrap());
        let properties = part(&bytes, PROPERTIES);
        for said in
            ["<dc:title>Feiten &lt;naast&gt; elkaar &amp; meer</dc:title>", "<dc:language>nl</dc:language>", ">2026-11-22T00:00:00Z<"]
        {
            assert!(properties.contains(said), "{said} in {properties}");
        }
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        for said in [
            "<pane xSplit=\"2\" ySplit=\"1\"",
            "<autoFilter ref=\"A1:C2\"/>",
            "orientation=\"landscape\"",
            "fitToHeight=\"0\"",
            "<pageSetUpPr fitToPage=\"1\"/>",
            "&amp;LGeen advies &amp;&amp; geen oordeel.&amp;R&amp;P / &amp;N",
        ] {
            assert!(sheet.contains(said), "{said} in {sheet}");
        }
        assert!(part(&bytes, "xl/workbook.xml").contains("$A:$B,"), "what is repeated on paper");
        assert!(part(&bytes, "xl/styles.xml").contains("quotePrefix=\"1\""));
    }

    #[test]
    fn what_does_not_fit_is_cut_and_says_so() {
        let long = "é😀".repeat(20_000);
        let mut wide = vec!["x".to_owned(); MOST_COLUMNS + 9];
        wide[2] = long.clone();
        let sheets = read(xlsx(&Table { head: wide.clone(), rows: vec![wide] }, &words()).unwrap());
        let row = &sheets[0].1[1];
        assert_eq!(row.len(), MOST_COLUMNS);
        assert!(length(&row[2]) <= MOST_IN_CELL && length(&row[2]) > MOST_IN_CELL - 3);
        let kept = row[2].strip_suffix(" … [afgebroken]").unwrap();
        assert!(long.starts_with(kept));
        let bytes = xlsx(&table(&[&["\u{1}a\rb"]]), &Words { foot: "&".repeat(200), ..words() }).unwrap();
        assert!(part(&bytes, "xl/worksheets/sheet1.xml").contains("<oddFooter>&amp;R&amp;P / &amp;N</oddFooter>"));
        assert_eq!(read(bytes)[0].1, [[" a b"]]);
    }

    #[test]
    fn no_name_of_a_sheet_fails() {
        for (table_name, notes_name) in [("", ""), ("'a'", "A"), ("History", "[]"), ("Sheet2", "SHEET2"), ("a/b", "ab"), ("'''", ":")] {
            let words = Words { table: table_name.to_owned(), notes_name: notes_name.to_owned(), ..words() };
            assert!(xlsx(&table(&[&["a"]]), &words).is_ok(), "{table_name} and {notes_name}");
        }
        assert!(empty(6, 80).is_ok());
    }
}
