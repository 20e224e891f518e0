//! `clausewerk explain`: what a rule finds, why it matters and how to mend it.

use super::terminal::Terminal;
use crate::check;
use crate::diagnostic::{Area, Rule, nearest};
use crate::i18n::{Messages, Value};
use crate::report;
use crate::source::Sources;

/// Explain a rule: what it finds, why it matters, how to mend it, with examples
///
/// Without a rule it lists all of them, by what they are about.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  clausewerk explain\n  clausewerk explain translation-numbers --language nl")]
pub struct Explain {
    /// The rule's name, as findings have it in square brackets
    rule: Option<String>,
}

impl Explain {
    /// Prints the explanation, or the list. `false` if there is no such rule.
    pub fn run(self, terminal: &Terminal) -> anyhow::Result<bool> {
        let (messages, _) = Messages::load(&Sources::built_in());
        let explained = Explained { messages: &messages, terminal };
        let Some(name) = self.rule else {
            terminal.result(&explained.list());
            terminal.say(&format!("\n{}", explained.says("explain-more", &[])));
            return Ok(true);
        };
        // Findings are printed as `warning[duplicate-number]`.
        let name = name.trim_matches(['[', ']']);
        match check::rule(name) {
            Some(rule) => {
                let severity = explained.says(&format!("severity-{}", rule.severity.name()), &[]);
                let name = |part: &str| explained.says(&format!("example-{part}"), &[]);
                let page = report::page(&explained.document(rule), terminal.colour_of_results(), &name);
                terminal.result(&format!("{} ({severity})\n\n{page}", rule.name));
                Ok(true)
            }
            None => {
                terminal.result(&explained.list());
                let mut said = explained.says("explain-unknown", &[("rule", Value::from(name))]);
                if let Some(near) = nearest(name, check::all_rules().map(|rule| rule.name)) {
                    said.push_str(&format!("; {}", explained.says("explain-suggestion", &[("suggestion", Value::from(near))])));
                }
                terminal.say(&format!("\n{}: {said}", explained.says("severity-error", &[])));
                Ok(false)
            }
        }
    }
}

struct Explained<'a> {
    messages: &'a Messages,
    terminal: &'a Terminal,
}

impl Explained<'_> {
    /// Every rule with its severity and what it is about, by area.
    fn list(&self) -> String {
        let rules: Vec<Rule> = check::all_rules().collect();
        let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
        let severities = ["severity-note", "severity-warning", "severity-error"].map(|id| self.says(id, &[]).chars().count());
        let severity_width = severities.into_iter().max().unwrap_or_default();
        let mut list = String::new();
        for area in Area::ALL {
            let mut own: Vec<&Rule> = rules.iter().filter(|rule| rule.area == area).collect();
            own.sort_by_key(|rule| rule.name);
            if own.is_empty() {
                continue;
            }
            if !list.is_empty() {
                list.push('\n');
            }
            list.push_str(&format!("{}\n", self.says(&format!("area-{}", area.name()), &[])));
            for rule in own {
                let severity = self.says(&format!("severity-{}", rule.severity.name()), &[]);
                list.push_str(&format!("  {:width$}  {severity:severity_width$}  {}\n", rule.name, self.title(rule)));
            }
        }
        list
    }

    /// A rule in a line.
    fn title(&self, rule: &Rule) -> String {
        match check::document(rule.name, self.terminal.language()) {
            Some(document) => document.title.to_owned(),
            None => self.general(rule.name),
        }
    }

    /// What there is to read of a rule: its document, else what its messages say in general.
    fn document(&self, rule: Rule) -> String {
        if let Some(document) = check::document(rule.name, self.terminal.language()) {
            return document.text.to_owned();
        }
        let parts = ["", ".why", ".help"].map(|part| self.general(&format!("{}{part}", rule.name)));
        let [title, why, help] = parts;
        format!("# {title}\n\n{why}\n\n{help}\n")
    }

    /// A message before anything is known of the case.
    fn general(&self, id: &str) -> String {
        self.messages.text_in_general(self.terminal.language(), id).unwrap_or_else(|missing| missing.to_string())
    }

    fn says(&self, id: &str, args: &[(&str, Value)]) -> String {
        self.messages.text(self.terminal.language(), id, args).unwrap_or_else(|missing| missing.to_string())
    }
}
