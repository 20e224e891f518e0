//! `clausewerk notice`: the notice to customers of a change in a register of sub-processors.

use std::path::Path;

use jiff::civil::Date;

use super::terminal::Terminal;
use crate::Request;
use crate::analysis::register;
use crate::diagnostic::{has_errors, nearest};
use crate::i18n::Value;
use crate::model::engagement::{Change, Register};
use crate::model::{Corpus, Vendor};
use crate::parse::Audience;
use crate::site::{followed, notice};
use crate::source::Sources;

/// Print the notice to customers of a change in a register of sub-processors
///
/// In every language of the site, ready to be sent: what changes, why, where, on what ground, from when, and to whom and until when to
/// object. What the register does not say is named on standard error. Without a change it lists those that are announced, the newest
/// first. A change is called by its vendor's folder and its id: alderbit/wolkenkast-joins.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  clausewerk notice\n  clausewerk notice alderbit/wolkenkast-joins > notice.txt")]
pub struct Notice {
    /// The change: VENDOR/CHANGE
    change: Option<String>,

    /// Where the site is served, to point at the page [default: what clausewerk.toml says]
    #[arg(long, value_name = "URL", value_parser = super::base_url)]
    base_url: Option<String>,

    /// The day as of which changes are entered [default: today in UTC, or SOURCE_DATE_EPOCH]
    #[arg(long, value_name = "DAY", value_parser = super::day)]
    today: Option<Date>,
}

impl Notice {
    /// Prints the notice, or the list. `false` if there is no such change, or nothing to give notice of.
    pub fn run(self, root: &Path, terminal: &Terminal) -> anyhow::Result<bool> {
        let today = super::build::today(self.today)?;
        // Whoever is told is a customer: what is for the owner's own people stays with them.
        let request = Request { root: root.to_owned(), audience: Audience::Customers, base_url: self.base_url, today };
        let (sources, findings) = Sources::read(&request.root)?;
        let site = crate::assemble(sources, findings, &request);
        if has_errors(&site.findings) {
            terminal.findings(&site.sources, &site.messages, &site.findings);
            return Ok(false);
        }
        let world = &site.world;
        let says = |key: &str, filled: &[(&str, Value)]| {
            site.messages.text(terminal.language(), key, filled).unwrap_or_else(|missing| missing.to_string())
        };
        let Some(wanted) = self.change else {
            let lines: Vec<String> = announced(&world.corpus, today)
                .into_iter()
                .map(|(vendor, own, change)| {
                    let title = own.engagement(&change.engagement).map_or_else(String::new, |engagement| {
                        followed::full_title(world, terminal.language(), vendor, own, change, engagement)
                    });
                    format!("{}  {}/{}  {title}\n", change.date, vendor.slug, change.id)
                })
                .collect();
            terminal.result(&lines.concat());
            if lines.is_empty() {
                terminal.say(&says("notice-none", &[]));
            }
            return Ok(true);
        };
        let all = announced(&world.corpus, today);
        let name = |(vendor, _, change): &(&Vendor, &Register, &Change)| format!("{}/{}", vendor.slug, change.id);
        let Some((vendor, own, change)) = all.iter().find(|one| name(one) == wanted) else {
            let names: Vec<String> = all.iter().map(name).collect();
            let near = nearest(&wanted, names.iter().map(String::as_str)).unwrap_or("none").to_owned();
            let filled = [("change", Value::from(wanted)), ("suggestion", Value::from(near))];
            terminal.say(&format!("{}: {}", says("severity-error", &[]), says("notice-unknown", &filled)));
            return Ok(false);
        };
        let mut printed = Vec::new();
        for language in world.languages() {
            let Some(notice) = notice::notice(world, *language, vendor, own, change) else { continue };
            printed.push(format!("{}\n\n{}\n", notice.subject, notice.body));
            if *language == terminal.language() && !notice.lacking.is_empty() {
                terminal.say(&says("notice-lacks", &[("lines", Value::from(notice.lacking.join(", ")))]));
            }
        }
        terminal.result(&printed.join("\n----\n\n"));
        Ok(true)
    }
}

/// The changes of which customers are told beforehand, that were entered by a day and not called off: the newest first.
fn announced(corpus: &Corpus, today: Date) -> Vec<(&Vendor, &Register, &Change)> {
    let mut all: Vec<(&Vendor, &Register, &Change)> = Vec::new();
    for vendor in &corpus.vendors {
        let Some(own) = &vendor.sub_processors else { continue };
        let told = register::entered(own, today).filter(|change| change.kind.is_announced() && change.withheld.is_none());
        all.extend(told.filter(|change| !register::is_withdrawn(own, change, today)).map(|change| (vendor, own, change)));
    }
    all.sort_by_key(|(_, _, change)| std::cmp::Reverse(change.date));
    all
}
