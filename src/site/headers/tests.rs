//! What is said of which file.

use super::*;
use crate::diagnostic::BAD_VALUE;
use crate::site::tests::{SPECIMEN, specimen, world_for};

fn value<'a>(headers: &'a [Header], name: &str) -> Option<&'a str> {
    let mut found = headers.iter().filter(|header| header.name == name);
    let first = found.next();
    assert_eq!(found.next(), None, "{name} is said once");
    first.map(|header| header.value.as_str())
}

/// What is said of HTTPS by a site with these lines in its configuration.
fn hsts(lines: &str, base_url: Option<&str>) -> Option<String> {
    let mut texts = SPECIMEN.to_vec();
    let configuration = format!("{}{lines}", texts[0].1);
    texts[0].1 = &configuration;
    let (world, _) = world_for(&texts, Audience::Public, base_url);
    value(&Headers::of(&world).of_all(), "Strict-Transport-Security").map(str::to_owned)
}

#[test]
fn only_pages_that_search_may_run_webassembly_and_only_a_header_speaks_of_frames() {
    for sort in [Sort::Ordinary, Sort::Search, Sort::Data, Sort::Lasting] {
        assert_eq!(policy(sort).contains("wasm"), sort == Sort::Search, "{sort:?}");
        assert!(policy(sort).ends_with("; frame-ancestors 'none'"));
        assert!(!policy_in_page(sort).contains("frame-ancestors"));
        assert!(!policy(sort).contains("unsafe-inline"));
    }
}

#[test]
fn what_is_behind_a_door_is_kept_by_its_reader_alone_and_read_by_no_other_site() {
    for audience in Audience::ALL {
        let world = specimen(audience, None);
        let is_public = audience == Audience::Public;
        for sort in [Sort::Ordinary, Sort::Search, Sort::Data, Sort::Lasting] {
            let headers = Headers::of(&world).of_sort(sort);
            let kept = value(&headers, "Cache-Control").expect("a rule for caches");
            assert_eq!(kept.contains("private"), !is_public, "{audience} {sort:?}: {kept}");
            assert_eq!(kept.contains("immutable"), sort == Sort::Lasting, "{audience} {sort:?}: {kept}");
            let is_open = is_public && sort == Sort::Data;
            assert_eq!(value(&headers, "Access-Control-Allow-Origin"), is_open.then_some("*"), "{audience} {sort:?}");
            let shared = if is_open { "cross-origin" } else { "same-origin" };
            assert_eq!(value(&headers, "Cross-Origin-Resource-Policy"), Some(shared), "{audience} {sort:?}");
        }
    }
}

#[test]
fn no_value_can_break_out_of_its_quotes() {
    let world = specimen(Audience::Public, None);
    let sorts = [Sort::Ordinary, Sort::Search, Sort::Data, Sort::Lasting];
    for header in Headers::of(&world).of_all().into_iter().chain(sorts.into_iter().flat_map(|sort| Headers::of(&world).of_sort(sort))) {
        assert!(header.value.bytes().all(|byte| (0x20..0x7f).contains(&byte) && !b"\"\\$".contains(&byte)), "{header:?}");
    }
}

#[test]
fn a_site_speaks_of_https_for_a_host_of_its_own_and_for_another_when_told_to() {
    let usual = Some(HSTS.to_owned());
    for (lines, base_url, expected) in [
        ("", None, usual.clone()),
        ("", Some("https://x.example/"), usual.clone()),
        ("", Some("https://x.example/trust/"), None),
        ("", Some("http://x.example/"), None),
        ("[publish]\nhsts = false\n", Some("https://x.example/"), None),
        ("[publish]\nhsts = true\n", Some("https://x.example/trust/"), usual),
        ("[publish]\nhsts = \"max-age=60; includeSubDomains\"\n", None, Some("max-age=60; includeSubDomains".to_owned())),
    ] {
        assert_eq!(hsts(lines, base_url), expected, "{lines:?} {base_url:?}");
    }
}

#[test]
fn what_browsers_do_not_understand_is_told_and_not_said() {
    for bad in
        ["\"\"", "\"yes\"", "\"max-age=\"", "\"max-age=1d\"", "\"max-age=1; preload\"", "\"max-age=1\\nX: y\"", "\"max-age=1;\"", "1"]
    {
        let configuration = format!("[publish]\nhsts = {bad}\n");
        let sources = crate::source::Sources::of_texts([("clausewerk.toml", configuration.as_str())]);
        let (messages, _) = crate::i18n::Messages::load(&sources);
        let (corpus, findings) = crate::model::Corpus::load(&sources, &messages);
        let told: Vec<_> = findings.iter().map(|finding| (finding.rule, finding.arg("key"), finding.arg("expected"))).collect();
        assert_eq!(told, [(BAD_VALUE, Some("publish.hsts"), Some("true, false, \"max-age=31536000\""))], "{bad}");
        assert_eq!(corpus.site.hsts, Hsts::Default, "{bad}");
    }
}

#[test]
fn types_say_their_charset_where_they_have_one() {
    for (path, kind) in [
        ("nl/index.html", "text/html; charset=utf-8"),
        ("assets/0f/scripts/search.js", "text/javascript; charset=utf-8"),
        ("search-index/nl/wasm.nl.pagefind", "application/octet-stream"),
        ("search-index/nl/index/nl_0f1e2d3.pf_index", "application/octet-stream"),
        ("data/v1/agreements.json", "application/json"),
        ("nl/compare/facts.csv", "text/csv; charset=utf-8"),
        ("nl/compare/facts.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("nl/changes/feed.xml", "application/atom+xml; charset=utf-8"),
        ("nl/changes/feed.json", "application/feed+json"),
        ("nl/changes/calendar.ics", "text/calendar; charset=utf-8"),
        (".well-known/security.txt", "text/plain; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("no-ending", "application/octet-stream"),
    ] {
        assert_eq!(media_type(path), kind, "{path}");
    }
}
