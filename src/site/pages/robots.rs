//! `/robots.txt` (RFC 9309).

use crate::parse::Audience;
use crate::site::{Address, World};

/// What robots may do: everything on a public site, nothing on any other. A page that must not be indexed says so
/// itself, and robots must be able to read that.
pub fn text(world: &World) -> String {
    if world.audience != Audience::Public {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    let sitemap = super::sitemap::list(world).and_then(|_| world.base.absolute(&Address::sitemap()));
    let sitemap = sitemap.map(|address| format!("\nSitemap: {address}\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}
