//! `clausewerk build`: content into a site.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use jiff::civil::Date;

use super::terminal::Terminal;
use crate::output::Swapped;
use crate::parse::Audience;
use crate::{Built, Request};

/// Build the site into a folder of plain files
///
/// Reads content/, themes/, i18n/ and clausewerk.toml below the site's folder, and writes the site to public/
/// (for other audiences to public-customers/ or public-internal/). The new site is made beside the old one and
/// swapped in whole; with errors, or when interrupted, the old site stays as it was. A folder that this program
/// did not write is never touched.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  clausewerk build\n  clausewerk build --base-url https://example.org/trust/\n  clausewerk build --audience customers --output-dir /srv/portal"
)]
pub struct Build {
    /// Where the site goes [default: public, public-customers or public-internal]
    #[arg(long, value_name = "DIR")]
    output_dir: Option<PathBuf>,

    /// Where the site will be served, such as https://example.org/trust/ [default: what clausewerk.toml says]
    #[arg(long, value_name = "URL", value_parser = super::base_url)]
    base_url: Option<String>,

    /// Who will read the site: public, customers or internal
    #[arg(long, default_value = "public", value_name = "WHO", value_parser = super::audience)]
    audience: Audience,

    /// The day as of which the site speaks [default: today in UTC, or SOURCE_DATE_EPOCH]
    #[arg(long, value_name = "DAY", value_parser = super::day)]
    today: Option<Date>,
}

impl Build {
    /// Builds. `false` when there were errors.
    pub fn run(self, root: &Path, terminal: &Terminal) -> anyhow::Result<bool> {
        let began = Instant::now();
        let request = Request { root: root.to_owned(), audience: self.audience, base_url: self.base_url, today: today(self.today)? };
        let target = self.output_dir.unwrap_or_else(|| root.join(default_target(self.audience)));
        let mut progress = terminal.progress();
        let Built { site, pages, published } = crate::build(&request, &target, &mut |phase| progress.phase(phase), &mut |_| {})?;
        drop(progress);
        terminal.findings(&site.sources, &site.messages, &site.findings);
        let kind = if published.is_some() { "summary-built" } else { "summary-failed" };
        let counts = [("summary-pages", pages), ("summary-languages", site.world.languages().len()), ("summary-withheld", site.withheld)];
        terminal.say(&terminal.closing(&site.messages, kind, &counts, &site.findings, began.elapsed()));
        if published.as_ref().is_some_and(|published| published.swapped == Swapped::FileByFile) {
            terminal
                .say(&site.messages.text(terminal.language(), "swapped-file-by-file", &[]).unwrap_or_else(|missing| missing.to_string()));
        }
        Ok(published.is_some())
    }
}

fn default_target(audience: Audience) -> &'static str {
    match audience {
        Audience::Public => "public",
        Audience::Customers => "public-customers",
        Audience::Internal => "public-internal",
    }
}

/// The day asked for, else that of `SOURCE_DATE_EPOCH` (seconds since 1970, for reproducible builds), else today in UTC.
pub fn today(asked: Option<Date>) -> anyhow::Result<Date> {
    if let Some(day) = asked {
        return Ok(day);
    }
    let now = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => {
            let seconds = seconds.trim().parse().with_context(|| format!("SOURCE_DATE_EPOCH is not a number of seconds: {seconds}"))?;
            jiff::Timestamp::from_second(seconds).context("SOURCE_DATE_EPOCH is not a moment that a calendar knows")?
        }
        Err(_) => jiff::Timestamp::now(),
    };
    Ok(now.to_zoned(jiff::tz::TimeZone::UTC).date())
}
