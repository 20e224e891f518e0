//! `/_headers`: the headers of the site's files, as Netlify, Cloudflare Pages and their like read them.
//!
//! Such a host joins the values of a header that several rules give, or takes any of them. So each address gets a
//! header from one rule only, and as few rules as will do: Cloudflare reads a hundred.

use std::collections::BTreeMap;

use crate::site::headers::{Header, Headers, Sort, media_type, search_index};
use crate::site::{Address, Base, Page, World, pages};

/// Files of which hosts do not know what they are, or not that they are UTF-8.
const MISTAKEN: [&str; 4] = ["feed.json", "feed.xml", "security.txt", ".ics"];

/// The rules of a site.
pub fn text(world: &World) -> String {
    let mistaken: Vec<Address> =
        pages(world).into_keys().filter(|address| MISTAKEN.iter().any(|name| address.as_str().ends_with(name))).collect();
    compose(&Headers::of(world), &world.base, &patterns(world), &mistaken)
}

/// The rules for patterns of addresses, and those for files whose type must be told.
pub fn compose(headers: &Headers, base: &Base, patterns: &[(String, Sort)], mistaken: &[Address]) -> String {
    let mut text = "# Headers for hosts that read this file. What each is for: docs/deploying.md of Clausewerk.\n".to_owned();
    let mut rule = |pattern: &str, headers: &[Header]| {
        text.push_str(&format!("\n{}\n", base.link(&Address::pattern(pattern))));
        headers.iter().for_each(|Header { name, value }| text.push_str(&format!("  {name}: {value}\n")));
    };
    rule("/*", &headers.of_all());
    for (pattern, sort) in patterns {
        rule(pattern, &headers.of_sort(*sort));
    }
    for address in mistaken {
        rule(address.as_str(), &[Header { name: "Content-Type", value: media_type(address.as_str()) }]);
    }
    text
}

/// Patterns of addresses below the site's root, each with the sort of the files that it stands for: every file of the
/// site in one of them, and no more patterns than it takes. A `*` stands for anything.
pub fn patterns(world: &World) -> Vec<(String, Sort)> {
    let is_for_readers = |page: &Page| !matches!(page, Page::HostHeaders | Page::Nginx | Page::NoJekyll);
    let made = pages(world).into_iter().filter(|(_, page)| is_for_readers(page)).map(|(address, page)| (address, Sort::of(&page)));
    let all: BTreeMap<String, Sort> = made.chain(search_index(world)).map(|(address, sort)| (address.as_str().to_owned(), sort)).collect();
    let all: Vec<(&str, Sort)> = all.iter().map(|(address, sort)| (address.as_str(), *sort)).collect();
    let mut found = Vec::new();
    gather("/", &all, &mut found);
    found
}

/// Covers what stands in a folder: a file or folder by itself where it is the only one, everything in a folder where it
/// is all of one sort, else what stands in it one by one.
fn gather(folder: &str, all: &[(&str, Sort)], found: &mut Vec<(String, Sort)>) {
    let first_segment = |address: &str| {
        let rest = &address[folder.len()..];
        folder.len() + rest.find('/').map_or(rest.len(), |at| at + 1)
    };
    for group in all.chunk_by(|(a, _), (b, _)| a[..first_segment(a)] == b[..first_segment(b)]) {
        let [(first, sort), rest @ ..] = group else { continue };
        let inner = &first[..first_segment(first)];
        match rest {
            [] => found.push(((*first).to_owned(), *sort)),
            rest if rest.iter().all(|(_, other)| other == sort) => found.push((format!("{inner}*"), *sort)),
            _ => gather(inner, group, found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered(all: &[(&str, Sort)]) -> Vec<(String, Sort)> {
        let mut found = Vec::new();
        gather("/", all, &mut found);
        found
    }

    #[test]
    fn every_address_is_in_one_pattern_and_there_are_few() {
        use Sort::{Data, Lasting, Ordinary, Search};
        let all = [
            ("/", Ordinary),
            ("/404.html", Ordinary),
            ("/assets/0f/a.css", Lasting),
            ("/assets/0f/b.css", Lasting),
            ("/data/v1/a.json", Data),
            ("/data/v1/b/c.json", Data),
            ("/nl/", Ordinary),
            ("/nl/search/", Search),
            ("/nl/vendors/", Ordinary),
            ("/nl/vendors/acme/", Ordinary),
        ];
        let patterns = covered(&all);
        let expected = [
            ("/", Ordinary),
            ("/404.html", Ordinary),
            ("/assets/*", Lasting),
            ("/data/*", Data),
            ("/nl/", Ordinary),
            ("/nl/search/", Search),
            ("/nl/vendors/*", Ordinary),
        ];
        assert_eq!(patterns, expected.map(|(pattern, sort)| (pattern.to_owned(), sort)));
    }

    #[test]
    fn a_page_below_a_search_page_is_none() {
        let all = [("/nl/search/", Sort::Search), ("/nl/search/tips/", Sort::Ordinary), ("/nl/search/tips/more/", Sort::Ordinary)];
        let expected = [("/nl/search/", Sort::Search), ("/nl/search/tips/*", Sort::Ordinary)];
        assert_eq!(covered(&all), expected.map(|(pattern, sort)| (pattern.to_owned(), sort)));
    }
}
