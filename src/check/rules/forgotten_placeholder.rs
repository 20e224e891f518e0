//! What someone meant to fill in later: TODO, XXX, `[●]`, `[invullen]`, `____`, `<naam>`, lorem ipsum.

use std::ops::Range;

use crate::check::{Check, MOST_OF_ONE_KIND, Passage, Run, Subject};
use crate::diagnostic::{Area, Finding, Rule, Severity};
use crate::i18n::Lexicon;

/// The rule. Arguments: `id`, `text`.
pub const CHECK: Check = Check {
    rule: Rule { name: "forgotten-placeholder", severity: Severity::Warning, area: Area::Drafting },
    run: Run::Agreement(run),
    documents: documents!("forgotten_placeholder"),
};

/// Notes to oneself, as authors everywhere write them. In lower case some of them are words.
const MARKS: [&str; 5] = ["TODO", "FIXME", "TBD", "TBA", "NTB"];
/// With what those and XXX begin.
const BEGINNINGS: [char; 5] = ['T', 'F', 'N', 'X', 'x'];
/// What stands between brackets where nothing stands yet.
const BLANKS: &str = "●•*_.…-–— \u{a0}";
/// What is in brackets and longer than this is a sentence, not a blank.
const LONGEST: usize = 80;
/// As words in running text: a third `x` makes it a blank, and the number thirty.
const FEWEST_X: usize = 3;

fn run(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let names: Vec<&str> = [Some(&subject.vendor.name), subject.vendor.legal_name.as_ref()]
        .into_iter()
        .flatten()
        .chain(subject.agreement.parties.iter().flat_map(|party| &party.names))
        .map(String::as_str)
        .collect();
    for prose in &subject.proses {
        for passage in &prose.passages {
            let mut found = placeholders(passage, prose.lexicon);
            found.retain(|range| !passage.is_opaque(range) && !is_of_name(&passage.plain, range, &names));
            found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
            // `[____]` is one blank.
            let mut end = 0;
            found.retain(|range| {
                let is_free = range.start >= end;
                end = end.max(range.end);
                is_free
            });
            for range in found.into_iter().take(MOST_OF_ONE_KIND) {
                let text = passage.plain[range.clone()].to_owned();
                findings.push(passage.finding(CHECK.rule, range).with("text", text));
            }
        }
    }
}

fn placeholders(passage: &Passage<'_>, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let plain = passage.plain.as_str();
    let mut found = marks(plain, lexicon);
    found.extend(enclosed(plain, '[', ']').filter(|range| is_blank(&plain[range.start + 1..range.end - 1], lexicon)));
    found.extend(enclosed(plain, '<', '>').filter(|range| is_tag(&plain[range.start + 1..range.end - 1])));
    found.extend(lines(plain));
    found.extend(lorem(plain));
    found
}

/// TODO and XXX as words of their own. XXX is also the number thirty, and part of names and addresses.
fn marks(plain: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut end = 0;
    for (start, _) in plain.match_indices(BEGINNINGS) {
        if start < end || plain[..start].ends_with(char::is_alphanumeric) {
            continue;
        }
        end = plain[start..].find(|c: char| !c.is_alphanumeric()).map_or(plain.len(), |length| start + length);
        let word = &plain[start..end];
        let is_x = word.len() >= FEWEST_X && (word.bytes().all(|b| b == b'X') || word.bytes().all(|b| b == b'x'));
        let is_blank = is_x && !is_in_address(plain, start, end) && !is_counted(&plain[..start], lexicon);
        if MARKS.contains(&word) || is_blank {
            found.push(start..end);
        }
    }
    found
}

/// Whether a word such as "chapter" stands right before.
fn is_counted(before: &str, lexicon: &Lexicon) -> bool {
    let before = before.trim_end_matches([' ', '\u{a0}']);
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let words = lexicon.article.iter().chain(&lexicon.clause).chain(&lexicon.annex).chain(&lexicon.division);
    word.len() <= LONGEST && words.into_iter().any(|counted| *counted == word.to_lowercase())
}

/// Whether something is joined to letters by a point, slash or at sign: `XXX.me`, `www.xxx`, `info@xxx`.
fn is_in_address(plain: &str, start: usize, end: usize) -> bool {
    let joins = |c: Option<char>| c.is_some_and(|c| "./@:_-".contains(c));
    let mut before = plain[..start].chars().rev();
    let mut after = plain[end..].chars();
    (joins(before.next()) && before.next().is_some_and(char::is_alphanumeric))
        || (joins(after.next()) && after.next().is_some_and(char::is_alphanumeric))
}

/// Whether a stretch belongs to the name of the vendor or of a party.
fn is_of_name(plain: &str, range: &Range<usize>, names: &[&str]) -> bool {
    let word = &plain[range.clone()];
    names.iter().any(|name| {
        name.match_indices(word).any(|(at, _)| {
            let start = range.start.checked_sub(at);
            start.and_then(|start| plain.get(start..)).is_some_and(|rest| rest.starts_with(name))
        })
    })
}

/// What stands between a pair of brackets without any of them within, brackets included.
fn enclosed(plain: &str, open: char, close: char) -> impl Iterator<Item = Range<usize>> {
    let mut opened = None;
    plain.match_indices([open, close]).filter_map(move |(at, mark)| {
        if mark.starts_with(open) {
            opened = Some(at);
            return None;
        }
        opened.take().filter(|start| at - start <= LONGEST).map(|start| start..at + close.len_utf8())
    })
}

/// Whether what is in square brackets is to be filled in: marks only, or a word that asks for something.
fn is_blank(inner: &str, lexicon: &Lexicon) -> bool {
    // A box to be ticked is `[ ]`.
    let is_marks = inner.chars().all(|c| BLANKS.contains(c)) && inner != " ";
    let inner = inner.trim().to_lowercase();
    let asks = |word: &String| inner.strip_prefix(word.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    is_marks || lexicon.to_be_filled_in.iter().any(asks)
}

/// Whether what is in pointed brackets is a name for what belongs there. What Markdown takes for HTML never gets here.
fn is_tag(inner: &str) -> bool {
    inner.starts_with(char::is_alphabetic) && inner.chars().all(|c| c.is_alphanumeric() || " -_".contains(c))
}

/// Lines to write on, and dots where a word belongs: `____`, `......`, `binnen … uur`.
fn lines(plain: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !["___", "...", "…"].iter().any(|line| plain.contains(line)) {
        return found;
    }
    let mut characters = plain.char_indices().peekable();
    let mut before = ' ';
    while let Some((start, c)) = characters.next() {
        if !"_.…".contains(c) {
            before = c;
            continue;
        }
        let (mut end, mut count) = (start + c.len_utf8(), 1);
        while let Some((at, _)) = characters.next_if(|(_, next)| *next == c) {
            (end, count) = (at + c.len_utf8(), count + 1);
        }
        let after = characters.peek().map(|(_, next)| *next);
        let stands_alone = before.is_whitespace() && after.is_some_and(char::is_whitespace);
        let is_line = match c {
            '_' => count >= 3,
            '.' => count >= 4 || (count == 3 && stands_alone),
            _ => count >= 2 || stands_alone,
        };
        if is_line {
            found.push(start..end);
        }
        before = c;
    }
    found
}

fn lorem(plain: &str) -> Vec<Range<usize>> {
    const LOREM: &str = "lorem ipsum";
    if !plain.contains("orem ipsum") && !plain.contains("OREM IPSUM") {
        return Vec::new();
    }
    let is_lorem = |at: usize| plain.get(at..at + LOREM.len()).is_some_and(|words| words.eq_ignore_ascii_case(LOREM));
    plain.match_indices(['l', 'L']).filter(|(at, _)| is_lorem(*at)).map(|(at, _)| at..at + LOREM.len()).collect()
}
