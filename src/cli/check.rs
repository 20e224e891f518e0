//! `clausewerk check`: proofreads the content.

use std::path::Path;
use std::time::Instant;

use jiff::civil::Date;

use super::terminal::Terminal;
use crate::Request;
use crate::diagnostic::{Finding, Severity};
use crate::model::locate::Locator;
use crate::parse::Audience;
use crate::report::Report;
use crate::source::Sources;

/// Proofread the content: faults of drafting, translation and confidentiality
///
/// Reads everything, whoever may read it, and writes nothing. What is found is printed on standard output, with the line
/// it is on, why it matters and what to do; `clausewerk explain RULE` says more. A finding that has been looked at and
/// stays is accepted by an `[[allow]]` with a reason: in agreement.toml, in sub-processors.toml, or in a company's file.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  clausewerk check\n  clausewerk check --deny warning --format short\n  clausewerk check --format json > findings.json\n\nExit status: 0 nothing that is denied; 1 findings that are denied; 2 wrong usage."
)]
pub struct Check {
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "HOW")]
    format: Format,

    /// The lightest finding that makes the command fail
    #[arg(long, value_enum, default_value_t = Deny::Error, value_name = "SEVERITY")]
    deny: Deny,

    /// The day as of which laws are in force and registers are read [default: today in UTC, or SOURCE_DATE_EPOCH]
    #[arg(long, value_name = "DAY", value_parser = super::day)]
    today: Option<Date>,
}

/// How findings are printed. Another format is a variant here and a line in [`Check::printed`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// With the source line, why it matters and what to do
    Human,
    /// One to a line, for editors and scripts: path:line:column: severity[rule]: title
    Short,
    /// For programs; its schema is `clausewerk schema findings`
    Json,
}

/// From which severity on findings are denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Deny {
    /// Everything
    Note,
    /// Warnings and errors
    Warning,
    /// Errors
    Error,
}

impl Check {
    /// Proofreads. `false` when there was something that is denied.
    pub fn run(self, root: &Path, terminal: &Terminal) -> anyhow::Result<bool> {
        let began = Instant::now();
        // Whatever the audience: for internal readers nothing is withheld.
        let request =
            Request { root: root.to_owned(), audience: Audience::Internal, base_url: None, today: super::build::today(self.today)? };
        let (sources, findings) = Sources::read(&request.root)?;
        let site = crate::assemble(sources, findings, &request);
        terminal.result(&self.printed(&site, terminal)?);
        let vendors = &site.world.corpus.vendors;
        let counts =
            [("summary-vendors", vendors.len()), ("summary-agreements", vendors.iter().map(|vendor| vendor.agreements.len()).sum())];
        terminal.say(&terminal.closing(&site.messages, "summary-checked", &counts, &site.findings, began.elapsed()));
        Ok(!site.findings.iter().any(|finding| self.denies(finding)))
    }

    fn printed(&self, site: &crate::Assembled, terminal: &Terminal) -> anyhow::Result<String> {
        let report = Report::new(&site.sources, &site.messages, terminal.language());
        Ok(match self.format {
            Format::Human => terminal.drawn(&site.sources, &site.messages, &site.findings, terminal.colour_of_results()),
            Format::Short => report.short(&site.findings),
            Format::Json => {
                let agreements = site.world.corpus.parties().flat_map(|vendor| &vendor.agreements).map(|agreement| &**agreement);
                serde_json::to_string_pretty(&report.data(&site.findings, &Locator::new(agreements)))? + "\n"
            }
        })
    }

    fn denies(&self, finding: &Finding) -> bool {
        let lightest = match self.deny {
            Deny::Note => Severity::Note,
            Deny::Warning => Severity::Warning,
            Deny::Error => Severity::Error,
        };
        finding.rule.severity >= lightest
    }
}
