//! A bracket or quotation mark without its partner in the same provision.
//!
//! Each pair is followed by itself, through all the paragraphs of a provision: a bracket may open before a list and close
//! behind it. What has two meanings is a fault only where neither holds: `a)` is a label or closes a bracket, `’` is an
//! apostrophe or closes a quotation.

use std::ops::Range;

use crate::check::{Check, MOST_OF_ONE_KIND, Passage, Run, Subject};
use crate::diagnostic::{Area, Finding, Rule, Severity};
use crate::model::Clause;
use crate::parse::label;

/// The rule. Arguments: `id`, `mark`, `partner`, `state` (`open` or `close`).
pub const CHECK: Check = Check {
    rule: Rule { name: "unbalanced-bracket", severity: Severity::Warning, area: Area::Drafting },
    run: Run::Agreement(run),
    documents: documents!("unbalanced_bracket"),
};

/// What a mark does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// Closes if something is open, and else is a label or an apostrophe.
    MayClose,
}

/// A kind of pair, with the marks that are told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pair {
    Round,
    Square,
    Curly,
    Double,
    Straight,
    Single,
    Guillemets,
}

impl Pair {
    const ALL: [Pair; 7] = [Pair::Round, Pair::Square, Pair::Curly, Pair::Double, Pair::Straight, Pair::Single, Pair::Guillemets];

    /// What closes it, and what opens it, as one tells an author.
    fn marks(self) -> (&'static str, &'static str) {
        match self {
            Pair::Round => ("(", ")"),
            Pair::Square => ("[", "]"),
            Pair::Curly => ("{", "}"),
            Pair::Double => ("“", "”"),
            Pair::Straight => ("\"", "\""),
            Pair::Single => ("‘", "’"),
            Pair::Guillemets => ("«", "»"),
        }
    }
}

/// What is open of one pair within a provision.
#[derive(Debug, Default, Clone)]
struct Open {
    /// Where, as passage and byte.
    places: Vec<(usize, Range<usize>)>,
    /// How many of the marks that may close something were taken to do so.
    borrowed: usize,
}

fn run(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for prose in &subject.proses {
        let mut rest = prose.passages.as_slice();
        while let Some(first) = rest.first() {
            let together = rest.iter().take_while(|passage| belong_together(&first.place, &passage.place)).count().max(1);
            let (provision, after) = rest.split_at(together);
            in_provision(provision, findings);
            rest = after;
        }
    }
}

/// Whether two texts may share a pair: those of one clause may; a heading and a footnote stand alone.
fn belong_together(a: &crate::model::walk::Place<'_>, b: &crate::model::walk::Place<'_>) -> bool {
    let same = |a: &Clause, b: &Clause| std::ptr::eq(a, b);
    !a.is_heading && !b.is_heading && a.clause.zip(b.clause).is_some_and(|(a, b)| same(a, b))
}

fn in_provision(passages: &[Passage<'_>], findings: &mut Vec<Finding>) {
    let mut open = Pair::ALL.map(|_| Open::default());
    let mut told: Vec<(usize, Range<usize>, Pair, &'static str)> = Vec::new();
    for (index, passage) in passages.iter().enumerate() {
        for (range, pair, role) in marks(passage, &open) {
            let own = &mut open[pair as usize];
            match role {
                // An English quotation of several paragraphs opens anew at each of them.
                Role::Opens if range.start == 0 && pair == Pair::Double && own.places.iter().any(|(before, _)| *before < index) => {}
                Role::Opens => own.places.push((index, range)),
                Role::Closes if own.places.pop().is_some() => {}
                // What was taken to close is a label after all.
                Role::Closes if own.borrowed > 0 => own.borrowed -= 1,
                Role::Closes => told.push((index, range, pair, "close")),
                Role::MayClose => own.borrowed += usize::from(own.places.pop().is_some()),
            }
        }
    }
    for (pair, own) in Pair::ALL.into_iter().zip(open) {
        told.extend(own.places.into_iter().map(|(index, range)| (index, range, pair, "open")));
    }
    told.sort_by_key(|(index, range, ..)| (*index, range.start));
    for (index, range, pair, state) in told.into_iter().take(MOST_OF_ONE_KIND) {
        let (opening, closing) = pair.marks();
        let mark = &passages[index].plain[range.clone()];
        let partner = if state == "open" { closing } else { opening };
        let finding = passages[index].finding(CHECK.rule, range.clone()).with("mark", mark);
        findings.push(finding.with("partner", partner).with("state", state));
    }
}

/// The marks of a text in order. What a straight quotation mark does depends on what is open; it is followed here.
fn marks(passage: &Passage<'_>, open: &[Open; 7]) -> Vec<(Range<usize>, Pair, Role)> {
    let plain = passage.plain.as_str();
    let mut is_straight_open = !open[Pair::Straight as usize].places.is_empty();
    let mut low_quotes: usize = 0;
    let mut marks = Vec::new();
    let mut word_start = 0;
    let mut before: Option<char> = None;
    for (at, c) in plain.char_indices() {
        let range = at..at + c.len_utf8();
        let after = plain[range.end..].chars().next();
        let found = match c {
            '(' => Some((Pair::Round, Role::Opens)),
            // `(i)` is a label with both its brackets, `i)` one with half of them.
            ')' if label::is_ordinal(&plain[word_start..at]) && !plain[..word_start].ends_with('(') => Some((Pair::Round, Role::MayClose)),
            ')' => Some((Pair::Round, Role::Closes)),
            '[' => Some((Pair::Square, Role::Opens)),
            ']' => Some((Pair::Square, Role::Closes)),
            '{' => Some((Pair::Curly, Role::Opens)),
            '}' => Some((Pair::Curly, Role::Closes)),
            '«' => Some((Pair::Guillemets, Role::Opens)),
            '»' => Some((Pair::Guillemets, Role::Closes)),
            '„' => {
                low_quotes += 1;
                Some((Pair::Double, Role::Opens))
            }
            // „So“ it is written in German, and by some in Dutch.
            '“' if low_quotes > 0 && before.is_some_and(|c| !c.is_whitespace()) => {
                low_quotes -= 1;
                Some((Pair::Double, Role::Closes))
            }
            '“' => Some((Pair::Double, Role::Opens)),
            '”' => {
                low_quotes = low_quotes.saturating_sub(1);
                Some((Pair::Double, Role::Closes))
            }
            '"' if is_straight_open => {
                is_straight_open = false;
                Some((Pair::Straight, Role::Closes))
            }
            // Five inches.
            '"' if before.is_some_and(|c| c.is_ascii_digit()) => None,
            '"' => {
                is_straight_open = true;
                Some((Pair::Straight, Role::Opens))
            }
            '‘' | '‚' | '\'' if opens_quotation(before, &plain[range.end..]) => Some((Pair::Single, Role::Opens)),
            '’' | '\'' if !after.is_some_and(char::is_alphanumeric) => Some((Pair::Single, Role::MayClose)),
            _ => None,
        };
        if let Some((pair, role)) = found.filter(|_| !passage.is_opaque(&range)) {
            marks.push((range.clone(), pair, role));
        }
        if !c.is_alphanumeric() {
            word_start = range.end;
        }
        before = Some(c);
    }
    marks
}

/// Whether a single mark begins a quotation: before a word, and not before what is left of one (’s avonds, ’t, ’90).
fn opens_quotation(before: Option<char>, rest: &str) -> bool {
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_left_over = word.len() <= 2 && word.chars().all(char::is_lowercase) || word.bytes().all(|b| b.is_ascii_digit());
    !word.is_empty() && !is_left_over && !before.is_some_and(char::is_alphanumeric)
}
