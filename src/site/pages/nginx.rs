//! `/_nginx.conf`: how nginx serves the site, to be included in a `server` block.
//!
//! A `location` that has headers of its own inherits none. So the outer one has those of ordinary files, and each inner
//! one either all of its own or none.

use super::host_headers::{self, patterns};
use crate::i18n::Language;
use crate::parse::Audience;
use crate::site::headers::{Header, Headers, NAMED, Sort, TYPES, UNKNOWN, UTF_8, search_index_in};
use crate::site::{Address, Base, Page, World, address};

/// Types that get smaller by packing, besides `text/html`, which nginx packs anyway.
const PACKED: [&str; 10] = [
    "application/atom+xml",
    "application/feed+json",
    "application/json",
    "application/xml",
    "image/svg+xml",
    "text/calendar",
    "text/css",
    "text/csv",
    "text/javascript",
    "text/plain",
];

/// There is one unless the site is at a path that is no plain text, which nothing on a real host is.
pub fn list(world: &World) -> Option<Page> {
    path(&world.base).map(|_| Page::Nginx)
}

/// The snippet of a site; `None` if there is none.
pub fn text(world: &World) -> Option<String> {
    compose(&Headers::of(world), &world.base, &patterns(world))
}

/// What the snippets of all sites have in common: no secret, whoever is called so.
pub fn of_any_site(audience: Audience) -> String {
    let known = [("/nl/search/", Sort::Search), ("/data/*", Sort::Data), ("/assets/*", Sort::Lasting)];
    let known = known.map(|(pattern, sort)| (pattern.to_owned(), sort)).into_iter();
    let searched = search_index_in(Language::NL).map(|(address, sort)| (address.as_str().to_owned(), sort));
    let patterns: Vec<(String, Sort)> = known.chain(searched).collect();
    let (headers, base) = (Headers::usual(audience), Base::new(Some("/trust/")));
    host_headers::compose(&headers, &base, &patterns, &[]) + &compose(&headers, &base, &patterns).unwrap_or_default()
}

/// The path of the site, as nginx compares it: not percent-encoded.
fn path(base: &Base) -> Option<String> {
    let is_plain = |c: char| c.is_alphanumeric() || "-._~/".contains(c);
    address::decode(base.path()).filter(|path| path.chars().all(is_plain))
}

/// The snippet for a site at a path, with files of these sorts.
fn compose(headers: &Headers, base: &Base, patterns: &[(String, Sort)]) -> Option<String> {
    let path = path(base)?;
    let mut text = format!(
        "# How nginx serves this site. Include it in a server block whose `root` is the folder that has the site at {path}\n\
         # and reload nginx when it has changed. What each header is for: docs/deploying.md of Clausewerk.\n\n"
    );
    if let Some(bare) = path.strip_suffix('/').filter(|bare| !bare.is_empty()) {
        let mut lines = vec!["absolute_redirect off;".to_owned(), format!("return 301 {};", base.link(&Address::language_choice()))];
        lines.extend(add_headers(headers, Sort::Ordinary));
        text.push_str(&block(&format!("location = \"{bare}\""), &lines));
        text.push('\n');
    }
    text.push_str(&block(&format!("location ^~ \"{path}\""), &lines(headers, &path, patterns)));
    Some(text)
}

/// What stands in the outer location.
fn lines(headers: &Headers, path: &str, patterns: &[(String, Sort)]) -> Vec<String> {
    let root = escaped(path);
    let with_charset: Vec<&str> = UTF_8.into_iter().filter(|kind| *kind != "text/html").collect();
    let mut lines = vec![
        "index index.html;".to_owned(),
        "autoindex off;".to_owned(),
        "absolute_redirect off;".to_owned(),
        "server_tokens off;".to_owned(),
        // A folder without a page is nothing either.
        format!("error_page 403 404 =404 \"{path}404.html\";"),
        String::new(),
        "charset utf-8;".to_owned(),
        format!("charset_types {};", with_charset.join(" ")),
        format!("default_type {UNKNOWN};"),
    ];
    let mut inner = |comment: &str, head: &str, body: &[String]| {
        let comment = (!comment.is_empty()).then(|| format!("# {comment}"));
        lines.extend(comment.into_iter().chain(block(head, body).lines().map(str::to_owned)).chain([String::new()]));
    };
    inner("", "types", &TYPES.map(|(ending, kind)| format!("{kind} {ending};")));
    let nothing = ["return 404;".to_owned()];
    inner("Shown where there is nothing.", &format!("location = \"{path}404.html\""), &["internal;".to_owned()]);
    for name in [Address::host_headers(), Address::nginx()] {
        inner("For the host alone.", &format!("location = \"{path}{}\"", name.file_path()), &nothing);
    }
    inner("Hidden files.", &format!("location ~ \"^{root}(?:.*/)?\\.(?!well-known/)\""), &nothing);
    for (name, kind) in NAMED {
        let body = ["types { }".to_owned(), format!("default_type {kind};")];
        inner("More than its ending says.", &format!("location ~ \"^{root}(?:.*/)?{}$\"", escaped(name)), &body);
    }
    for (sort, comment) in [
        (Sort::Search, "Searching is done by WebAssembly, which runs here alone."),
        (Sort::Data, "Data for programs."),
        (Sort::Lasting, "What is in these files is in their addresses: they never change."),
    ] {
        let own: Vec<String> = patterns.iter().filter(|(_, own)| *own == sort).map(|(pattern, _)| expression(pattern)).collect();
        if !own.is_empty() {
            inner(comment, &format!("location ~ \"^{root}(?:{})$\"", own.join("|")), &add_headers(headers, sort));
        }
    }
    lines.extend(["gzip on;", "gzip_vary on;", "gzip_proxied any;", "gzip_comp_level 6;", "gzip_min_length 512;"].map(str::to_owned));
    lines.extend([format!("gzip_types {};", PACKED.join(" ")), String::new()]);
    lines.extend(add_headers(headers, Sort::Ordinary));
    lines
}

/// `always` is for answers that are no success too. Of those nothing is kept for ever.
fn add_headers(headers: &Headers, sort: Sort) -> Vec<String> {
    let is_always = |header: &Header| header.name != "Cache-Control" || sort != Sort::Lasting;
    let line = |header: Header| {
        let always = if is_always(&header) { " always" } else { "" };
        format!("add_header {} \"{}\"{always};", header.name, header.value)
    };
    headers.of_all().into_iter().chain(headers.of_sort(sort)).map(line).collect()
}

/// A pattern of addresses below the site's root as a regular expression, without the root. nginx sees a folder as its
/// `index.html` in the end.
fn expression(pattern: &str) -> String {
    let rest = pattern.trim_start_matches('/');
    let parts: Vec<String> = rest.split('*').map(escaped).collect();
    format!("{}{}", parts.join(".*"), if pattern.ends_with('/') { "(?:index\\.html)?" } else { "" })
}

/// A text as a regular expression that is met by it alone. What is in it besides dots and hyphens means itself.
fn escaped(text: &str) -> String {
    text.chars().map(|c| if c.is_alphanumeric() || "-_~/".contains(c) { c.to_string() } else { format!("\\{c}") }).collect()
}

fn block(head: &str, lines: &[String]) -> String {
    let line = |line: &String| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") };
    format!("{head} {{\n{}}}\n", lines.iter().map(line).collect::<String>())
}
