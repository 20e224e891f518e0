//! What a person at the terminal sees. Messages go to standard error, results to standard output.

use std::io::{IsTerminal, Write, stderr, stdout};
use std::time::{Duration, Instant};

use crate::Phase;
use crate::diagnostic::{Finding, Severity};
use crate::i18n::{Language, Messages, Value};
use crate::report::Report;
use crate::source::Sources;

/// A build that is done before this needs no word about how far it is.
const PATIENCE: Duration = Duration::from_secs(1);

/// More findings than anyone reads at once; drawing a line of a large file takes time.
const MOST_FINDINGS: usize = 200;

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Colour {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The terminal: its language, and whether it shows colour.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    language: Language,
    colour: bool,
    /// Whether results have colour: they may go elsewhere than messages.
    colour_of_results: bool,
    is_live: bool,
}

impl Terminal {
    /// As the options and the environment have it.
    pub fn new(colour: Colour, language: Option<Language>) -> Terminal {
        let is_live = stderr().is_terminal();
        let on = |is_terminal: bool| match colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => is_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        };
        let language = language.unwrap_or_else(language_of_environment);
        Terminal { language, colour: on(is_live), colour_of_results: on(stdout().is_terminal()), is_live }
    }

    /// The language of messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether results have colour.
    pub fn colour_of_results(&self) -> bool {
        self.colour_of_results
    }

    /// Shows findings with the source text they are about.
    pub fn findings(&self, sources: &Sources, messages: &Messages, findings: &[Finding]) {
        let drawn = self.drawn(sources, messages, findings, self.colour);
        // What follows is kept apart by an empty line.
        if !drawn.is_empty() {
            self.say(&format!("{}\n", drawn.trim_end_matches('\n')));
        }
    }

    /// Findings as a person reads them, no more than anyone does.
    pub fn drawn(&self, sources: &Sources, messages: &Messages, findings: &[Finding], colour: bool) -> String {
        let shown = &findings[..findings.len().min(MOST_FINDINGS)];
        let mut drawn = Report::new(sources, messages, self.language).human(shown, colour);
        if shown.len() < findings.len() {
            let count = [("count", Value::from(findings.len() - shown.len()))];
            drawn.push_str(&messages.text(self.language, "report-more", &count).unwrap_or_else(|missing| missing.to_string()));
            drawn.push('\n');
        }
        drawn
    }

    /// One line to standard error.
    pub fn say(&self, line: &str) {
        if !line.is_empty() {
            let _ = writeln!(stderr(), "{line}");
        }
    }

    /// What a command is for, to standard output.
    pub fn result(&self, text: &str) {
        let _ = write!(stdout(), "{text}");
    }

    /// What went wrong, with its causes.
    pub fn failure(&self, error: &anyhow::Error) {
        let word = word(&Messages::load(&Sources::built_in()).0, self.language, "severity-error");
        let mut text = format!("{}: {error}", if self.colour { format!("\u{1b}[1;31m{word}\u{1b}[0m") } else { word });
        for cause in error.chain().skip(1) {
            text.push_str(&format!("\n  {cause}"));
        }
        self.say(&text);
    }

    /// A line that says what is being done, on a terminal and once it takes long.
    pub fn progress(&self) -> Progress {
        let messages = self.is_live.then(|| Messages::load(&Sources::built_in()).0);
        Progress { began: Instant::now(), messages, language: self.language, is_shown: false }
    }

    /// The closing line: what there is, what was found, how long it took.
    pub fn closing(&self, messages: &Messages, kind: &str, counts: &[(&str, usize)], findings: &[Finding], took: Duration) -> String {
        let count = |severity: Severity| findings.iter().filter(|finding| finding.rule.severity == severity).count();
        let found = [
            ("summary-errors", count(Severity::Error)),
            ("summary-warnings", count(Severity::Warning)),
            ("summary-notes", count(Severity::Note)),
        ];
        let say = |id: &str, count: usize| {
            messages.text(self.language, id, &[("count", Value::from(count))]).unwrap_or_else(|missing| missing.to_string())
        };
        let shown = |counts: &[(&str, usize)]| -> Vec<String> {
            counts.iter().filter(|(_, count)| *count > 0).map(|(id, count)| say(id, *count)).collect()
        };
        let (before, after): (Vec<_>, Vec<_>) = counts.iter().copied().partition(|(id, _)| *id != "summary-withheld");
        let mut parts = shown(&before);
        let told = shown(&found);
        if told.is_empty() {
            parts.push(word(messages, self.language, "summary-no-findings"))
        } else {
            parts.extend(told)
        }
        parts.extend(shown(&after));
        let milliseconds = i64::try_from(took.as_millis()).unwrap_or(i64::MAX);
        let time = messages
            .text(self.language, "summary-time", &[("milliseconds", Value::from(milliseconds))])
            .unwrap_or_else(|missing| missing.to_string());
        let args = [("parts", Value::from(parts.join(", "))), ("time", Value::from(time))];
        messages.text(self.language, kind, &args).unwrap_or_else(|missing| missing.to_string())
    }
}

/// A line that is written over by the next one.
pub struct Progress {
    began: Instant,
    messages: Option<Messages>,
    language: Language,
    is_shown: bool,
}

impl Progress {
    /// Says what is being done now.
    pub fn phase(&mut self, phase: Phase) {
        let Some(messages) = self.messages.as_ref().filter(|_| self.began.elapsed() >= PATIENCE) else { return };
        let id = match phase {
            Phase::Read => "phase-read",
            Phase::Model => "phase-model",
            Phase::Render => "phase-render",
            Phase::Search => "phase-search",
            Phase::Guard => "phase-guard",
            Phase::Write => "phase-write",
        };
        let _ = write!(stderr(), "\r\u{1b}[2K{} …", word(messages, self.language, id));
        let _ = stderr().flush();
        self.is_shown = true;
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.is_shown {
            let _ = write!(stderr(), "\r\u{1b}[2K");
        }
    }
}

fn word(messages: &Messages, language: Language, id: &str) -> String {
    messages.text(language, id, &[]).unwrap_or_else(|missing| missing.to_string())
}

/// Dutch where the environment says so, else English.
fn language_of_environment() -> Language {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    if set.is_some_and(|value| value.starts_with("nl")) { Language::NL } else { Language::EN }
}
