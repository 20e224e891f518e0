//! `clausewerk notice`: the notice to customers of a change in a register of sub-processors.

use std::path::Path;

use jiff::civil::Date;

use super::terminal::Terminal;
use crate::analysis::notice::{Caution, cautions};
use crate::analysis::register;
use crate::diagnostic::{has_errors, nearest};
use crate::i18n::{Language, Value};
use crate::model::engagement::{Change, ChangeKind, Register};
use crate::model::{Corpus, Vendor};
use crate::parse::Audience;
use crate::site::notice::Lacking;
use crate::site::{followed, notice, values};
use crate::source::Sources;
use crate::{Assembled, Request};

/// Print the notice to customers of a change in a register of sub-processors
///
/// In every language of the site, ready to be sent: what changes, why, where, on what ground, from when, and to whom and until when to
/// object. What speaks against sending it, and what it does not say, is told on standard error. Without a change it lists those that are announced, the newest
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
        let sender = Sender { site: &site, language: terminal.language(), today };
        let announced = announced(&site.world.corpus, today);
        let Some(wanted) = self.change else {
            terminal.result(&announced.iter().map(|one| sender.listed(one)).collect::<String>());
            if announced.is_empty() {
                terminal.say(&sender.say("notice-none", &[]));
            }
            return Ok(true);
        };
        // Whoever sends it may know more than customers: that one of them objected, say.
        let (whole, _) = Corpus::load(&site.sources, &site.messages);
        let Some(found @ (vendor, own, change)) = announced.iter().find(|one| name(one) == wanted) else {
            let why = sender.why_not(&wanted, &announced, &whole);
            terminal.say(&format!("{}: {why}", sender.say("severity-error", &[])));
            return Ok(false);
        };
        let letter = |language: Language| notice::notice(&site.world, language, vendor, own, change);
        let mut before = sender.cautions(&whole, found);
        before.extend(letter(sender.language).iter().flat_map(|notice| sender.lacks(&notice.lacking)));
        if !before.is_empty() {
            let lines: Vec<String> = before.iter().map(|line| format!("\n- {line}")).collect();
            terminal.say(&format!("{}{}\n", sender.say("notice-before", &[]), lines.concat()));
        }
        let letters = site.world.languages().iter().filter_map(|language| letter(*language));
        let printed: Vec<String> = letters.map(|notice| format!("{}\n\n{}\n", notice.subject, notice.body)).collect();
        terminal.result(&printed.join("\n----\n\n"));
        Ok(true)
    }
}

/// A change with its vendor and register.
type Told<'a> = (&'a Vendor, &'a Register, &'a Change);

/// What a change is called here: by its vendor's folder and its id.
fn name((vendor, _, change): &Told) -> String {
    format!("{}/{}", vendor.slug, change.id)
}

/// The changes of which customers are told beforehand, that were entered by a day and not called off: the newest first.
fn announced(corpus: &Corpus, today: Date) -> Vec<Told<'_>> {
    let told = |(_, own, change): &Told| {
        let is_told = change.date <= today && change.kind.is_announced() && change.withheld.is_none();
        is_told && !register::is_withdrawn(own, change, today)
    };
    let mut all: Vec<Told> = every(corpus).filter(told).collect();
    all.sort_by_key(|(_, _, change)| std::cmp::Reverse(change.date));
    all
}

/// Every change of every register.
fn every(corpus: &Corpus) -> impl Iterator<Item = Told<'_>> {
    let registers = corpus.vendors.iter().filter_map(|vendor| Some((&**vendor, vendor.sub_processors.as_ref()?)));
    registers.flat_map(|(vendor, own)| own.changes.iter().map(move |change| (vendor, own, change)))
}

/// What is said to whoever sends the notice, in the language of the terminal.
struct Sender<'a> {
    site: &'a Assembled,
    language: Language,
    today: Date,
}

impl Sender<'_> {
    fn say(&self, key: &str, filled: &[(&str, Value)]) -> String {
        self.site.messages.text(self.language, key, filled).unwrap_or_else(|missing| missing.to_string())
    }

    fn day(&self, day: Date) -> String {
        self.site.messages.locale(self.language).date(&day)
    }

    /// A line of the list.
    fn listed(&self, one @ (vendor, own, change): &Told) -> String {
        let title = own
            .engagement(&change.engagement)
            .map(|engagement| followed::full_title(&self.site.world, self.language, vendor, own, change, engagement));
        format!("{}  {}  {}\n", change.date, name(one), title.unwrap_or_default())
    }

    /// Why there is no notice of what was asked for: it is not announced, or there is no such change.
    fn why_not(&self, wanted: &str, announced: &[Told], whole: &Corpus) -> String {
        let known = every(whole).find(|one| name(one) == wanted);
        if let Some((why, day)) = known.map(|(_, own, change)| unannounced(own, change, self.today)) {
            let filled = [("change", Value::from(wanted)), ("why", Value::from(why)), ("day", Value::from(self.day(day)))];
            return self.say("notice-not-announced", &filled);
        }
        // An id without its vendor is more than a slip of the pen away.
        let bare = nearest(wanted, announced.iter().map(|(_, _, change)| change.id.as_str()));
        let mut near: Vec<String> =
            announced.iter().filter(|(_, _, change)| bare == Some(change.id.as_str())).map(|one| format!("`{}`", name(one))).collect();
        if near.is_empty() {
            let names: Vec<String> = announced.iter().map(name).collect();
            near.extend(nearest(wanted, names.iter().map(String::as_str)).map(|name| format!("`{name}`")));
        }
        let near = if near.is_empty() { "none".to_owned() } else { near.join(", ") };
        self.say("notice-unknown", &[("change", Value::from(wanted)), ("suggestion", Value::from(near))])
    }

    /// What speaks against sending the notice as it is.
    fn cautions(&self, whole: &Corpus, (vendor, _, change): &Told) -> Vec<String> {
        let Some(vendor) = whole.vendor(&vendor.slug) else { return Vec::new() };
        let Some(own) = &vendor.sub_processors else { return Vec::new() };
        let found = own.changes.iter().find(|known| known.id == change.id);
        let cautions = found.map(|change| cautions(vendor, own, change, self.today)).unwrap_or_default();
        cautions.iter().map(|caution| self.caution(vendor, caution)).collect()
    }

    fn caution(&self, vendor: &Vendor, caution: &Caution) -> String {
        let (what, day, short) = match caution {
            Caution::Objected(day) => ("objected", Some(*day), None),
            Caution::InEffect(day) => ("in-effect", *day, None),
            Caution::Closed(day) => ("closed", Some(*day), None),
            Caution::ShortNotice(short) => ("short-notice", Some(short.day), Some(short)),
            Caution::ShortObjection(short) => ("short-objection", Some(short.day), Some(short)),
        };
        let world = &self.site.world;
        let mut filled =
            vec![("what", Value::from(what)), ("day", Value::from(day.map_or_else(|| "none".to_owned(), |day| self.day(day))))];
        if let Some(short) = short {
            filled.extend([
                ("promised", Value::from(self.day(short.promised))),
                ("from", Value::from(self.day(short.from))),
                ("period", Value::from(values::measured(world, self.language, short.period))),
                ("clause", Value::from(notice::cited(world, self.language, vendor, std::slice::from_ref(short.citation)))),
            ]);
        }
        self.say("notice-caution", &filled)
    }

    /// What the letter does not say, by why it does not.
    fn lacks(&self, lacking: &[Lacking]) -> Vec<String> {
        let of = |state: &str| {
            let lines: Vec<&str> = lacking.iter().filter(|one| one.state == state).map(|one| one.line.as_str()).collect();
            let filled = [("state", Value::from(state)), ("lines", Value::from(lines.join(", ")))];
            (!lines.is_empty()).then(|| self.say("notice-lacks", &filled))
        };
        ["not-stated", "not-recorded", "withheld"].into_iter().filter_map(of).collect()
    }
}

/// Why customers are not told of a change that there is, and a day to that.
fn unannounced(own: &Register, change: &Change, today: Date) -> (&'static str, Date) {
    if change.date > today {
        return ("later", change.date);
    }
    if let Some(withdrawal) = register::withdrawal(own, change, today) {
        return ("withdrawn", withdrawal.date);
    }
    let why = match change.kind {
        ChangeKind::Entered => "entered",
        ChangeKind::Corrected => "corrected",
        ChangeKind::Objected | ChangeKind::Withdrawn => "answer",
        // All others are announced, unless customers may not know of them.
        _ => "internal",
    };
    (why, change.date)
}
