//! `/.well-known/security.txt` (RFC 9116): whom to tell of a vulnerability, and until when that holds.

use jiff::ToSpan;

use crate::diagnostic::{Finding, SECURITY_TXT_LAPSED, SECURITY_TXT_LAPSES, SECURITY_TXT_NOT_AT_ROOT, SECURITY_TXT_TOO_FAR};
use crate::model::owner::{Role, SecurityTxt};
use crate::site::{Address, Page, World};

/// For how many days it is said that it lapses.
const NOTICE: i32 = 30;

/// The file, while it may be relied on: one that has lapsed tells nobody anything (section 2.5.5).
pub fn list(world: &World) -> Option<Page> {
    world.corpus.site.security_txt.as_ref().filter(|said| said.expires >= world.today).map(|_| Page::SecurityTxt)
}

/// Its lines; `None` if the site has none.
pub fn text(world: &World) -> Option<String> {
    let said = world.corpus.site.security_txt.as_ref()?;
    let ways = world.corpus.site.owner.contacts.get(&Role::Security)?;
    let mut lines: Vec<String> = ways.iter().map(|way| format!("Contact: {}", way.uri)).collect();
    lines.push(format!("Expires: {}T23:59:59Z", said.expires));
    let pages = [("Encryption", &said.encryption), ("Acknowledgments", &said.acknowledgments), ("Policy", &said.policy)];
    lines.extend(pages.into_iter().filter_map(|(field, page)| Some(format!("{field}: {}", page.as_ref()?))));
    let languages: Vec<&str> = world.languages().iter().map(|language| language.code()).collect();
    lines.push(format!("Preferred-Languages: {}", languages.join(", ")));
    lines.extend(world.base.at_root(&Address::security_txt()).map(|address| format!("Canonical: {address}")));
    Some(lines.join("\n") + "\n")
}

/// What is to be known of it on this day, and at this address.
pub fn check(world: &World) -> Vec<Finding> {
    let Some(SecurityTxt { expires, span, .. }) = &world.corpus.site.security_txt else { return Vec::new() };
    let (expires, today) = (*expires, world.today);
    let dated = |rule| Finding::new(rule, *span).with("expires", expires.to_string());
    let mut findings = Vec::new();
    // Dates at the end of what a calendar can hold are far enough away by themselves.
    let within = |days: jiff::Span| today.checked_add(days).is_ok_and(|until| expires <= until);
    if expires < today {
        findings.push(dated(SECURITY_TXT_LAPSED));
    } else if within(NOTICE.days()) {
        findings.push(dated(SECURITY_TXT_LAPSES));
    } else if !within(1.year()) {
        findings.push(dated(SECURITY_TXT_TOO_FAR));
    }
    if world.base.path() != "/" && expires >= today {
        let written = world.base.link(&Address::security_txt());
        findings.push(Finding::new(SECURITY_TXT_NOT_AT_ROOT, *span).with("address", written));
    }
    findings
}
