//! `/robots.txt` (RFC 9309).

use crate::parse::Audience;
use crate::site::{Address, World};

/// What robots may do: everything on a public site, nothing on any other. A page that must not be indexed says so
/// itself, and robots must be able to read that; files cannot say so, and those that hold a text in our own words are to
/// be left alone.
pub fn text(world: &World) -> String {
    if world.audience != Audience::Public {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    let is_summary = |(vendor, own)| world.agreement(vendor, own).is_some_and(|(_, found)| !super::agreement::is_verbatim(found));
    let files = match super::shown_agreements(world).any(is_summary) {
        true => format!("Disallow: {0}*/text.txt\nDisallow: {0}data/\n", world.base.path()),
        false => String::new(),
    };
    let sitemap = super::sitemap::list(world).and_then(|_| world.base.absolute(&Address::sitemap()));
    let sitemap = sitemap.map(|address| format!("\nSitemap: {address}\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{files}{sitemap}")
}
