//! What the guard finds, and what it rightly lets through.

use proptest::prelude::*;

use super::archive::tests::archive;
use super::*;
use crate::diagnostic::{FileId, Span};

const SECRET: &str = "De reële back-ups worden dagelijks versleuteld & buiten de Unie bewaard";

fn guard(withheld: &str, names: &[&str], shown: &[&str]) -> Guard {
    let whence = Place::Span(Span::new(FileId(3), 5..9));
    let texts = [WithheldText { text: withheld.to_owned(), audience: "customers".to_owned(), whence }];
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    Guard::new(&texts, &names, shown.iter().copied())
}

fn leaks(guard: &Guard, bytes: &str) -> bool {
    !guard.inspect("/nl/", bytes.as_bytes()).is_empty()
}

#[test]
fn a_leak_says_what_where_and_for_whom() {
    let findings = guard(SECRET, &[], &[]).inspect("/nl/vendors/", b"<p>back-ups worden dagelijks\nVERSLEUTELD, buiten de Unie bewaard.");
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].rule, LEAK);
    assert_eq!(findings[0].place, Place::Address("/nl/vendors/".to_owned()));
    assert_eq!(findings[0].arg("words"), Some("back-ups worden dagelijks versleuteld & buiten de Unie"));
    assert_eq!(findings[0].arg("audience"), Some("customers"));
    assert_eq!(findings[0].related, [Span::new(FileId(3), 5..9)]);
}

#[test]
fn every_reading_is_looked_at() {
    let guard = guard(SECRET, &[], &[]);
    for (how, page) in [
        ("as text", "De reële back-ups worden dagelijks versleuteld & buiten de Unie bewaard"),
        ("upper case, other marks", "DE REËLE BACK–UPS WORDEN „DAGELIJKS” VERSLEUTELD, BUITEN DE UNIE"),
        ("with soft hyphens", "de reële back-ups worden dage\u{ad}lijks ver\u{200b}sleuteld buiten de Unie"),
        ("decomposed", "de ree\u{308}le back-ups worden dagelijks versleuteld buiten de Unie"),
        ("in an attribute", "<a title='De reële back-ups worden dagelijks versleuteld buiten'>x</a>"),
        ("in an attribute with references", "<a title='De re&#xEB;le back&#45;ups worden dagelijks versleuteld &amp; buiten'>x</a>"),
        ("in a comment", "<!-- De reële back-ups worden dagelijks versleuteld buiten -->"),
        ("in a comment, in tags", "<!-- De reële back-ups wor<b>den</b> dagelijks versleuteld buiten -->"),
        ("with references", "De re&euml;le back-ups&nbsp;worden dagelijks versleuteld &amp; buiten"),
        (
            "split by inline tags",
            "De re<em>ële</em> back-ups wor<wbr>den <a href='/x'>dage</a><span\n class=y>lijks</span> versleuteld &amp; buiten",
        ),
        ("each word in a tag", "<b>De</b><b>reële</b><b>back</b><b>ups</b><b>worden</b><b>dagelijks</b><b>versleuteld</b><b>buiten</b>"),
        ("in cells", "<td>De<td>reële<td>back-ups<td>worden<td>dagelijks<td>versleuteld<td>buiten"),
        ("with a note in it", "De reële back-ups<sup><a href='#n'>1</a></sup> worden dagelijks versleuteld &amp; buiten de"),
        ("in JSON", r#"{"text":"De re\u00eble back-ups\nworden \"dagelijks\"\tversleuteld \u0026 buiten"}"#),
        ("HTML in JSON", r#"{"html":"De re\u00ebl\u003cb\u003ee\u003c/b\u003e back-ups worden dagelijks versleuteld &amp; buiten"}"#),
        ("JSON in JSON", r#"{"json":"{\"text\":\"De re\\u00eble\\nback-ups worden dagelijks versleuteld buiten\"}"}"#),
        (
            "JSON in an attribute",
            r#"<div data-x="{&quot;t&quot;:&quot;De re&#92;u00eble\nback-ups worden dagelijks versleuteld buiten"></div>"#,
        ),
        ("HTML in a feed", "<content>De re&lt;b&gt;ële&lt;/b&gt; back-ups worden dagelijks versleuteld &amp;amp; buiten</content>"),
        ("HTML in an attribute", "<iframe srcdoc='De re&lt;b&gt;ële&lt;/b&gt; back-ups worden dagelijks versleuteld buiten'>"),
        (
            "in a link",
            "<a href='?q=De%20re%C3%ABle%20back-ups+worden%20dagelijks&amp;x=versleuteld'> <a href='?De-re%C3%ABle-back-ups-worden%20dagelijks%20versleuteld%20buiten'>",
        ),
    ] {
        assert!(leaks(&guard, page), "{how}: {page}");
    }
}

#[test]
fn archives_are_looked_into() {
    let guard = guard(SECRET, &["Lease Web", "Office"], &[]);
    let strings = |text: &str| format!("<sst><si><t>Bewaartermijn</t></si><si>{text}</si></sst>");
    for (how, text) in [
        ("in a cell", "<t>De reële back-ups worden dagelijks versleuteld &amp; buiten de Unie bewaard</t>"),
        ("in runs", "<r><t>De reële back-ups wor</t></r><r><rPr><b/></rPr><t>den dagelijks versleu</t></r><r><t>teld buiten</t></r>"),
        ("with references", "<t xml:space=\"preserve\">De re&#235;le back-ups&#10;worden dagelijks versleuteld &amp;amp; buiten</t>"),
        ("a name", "<t>24 uur</t></si><si><t>Leaseweb</t></si><si><t>x</t>"),
    ] {
        let packed = archive(&[("xl/styles.xml", b"<styleSheet/>"), ("xl/sharedStrings.xml", strings(text).as_bytes())]);
        assert_eq!(guard.inspect("facts.xlsx", &packed).len(), 1, "{how}");
        let nested = archive(&[("inner.zip", &packed)]);
        assert_eq!(guard.inspect("facts.zip", &nested).len(), 1, "{how}, in an archive in an archive");
    }
    assert_eq!(guard.inspect("facts.xlsx", &archive(&[("lease-web.xml", b"")])).len(), 1, "what a file is called");
    assert_eq!(guard.inspect("facts.xlsx", &archive(&[("a.xml", b"De reele back-ups")])), []);
}

#[test]
fn what_an_empty_workbook_says_is_no_leak_where_it_says_it() {
    let empty: [(&str, &[u8]); 2] = [("docProps/app.xml", b"<x>Microsoft Excel</x>"), ("xl/sharedStrings.xml", b"<sst/>")];
    let guard = guard(SECRET, &["Microsoft", "Docprops"], &[]).with_usual(&archive(&empty));
    assert_eq!(guard.inspect("facts.xlsx", &archive(&empty)), []);
    let told = [empty[0], ("xl/sharedStrings.xml", b"<sst><si><t>Microsoft</t></si></sst>")];
    assert_eq!(guard.inspect("facts.xlsx", &archive(&told)).len(), 1);
    assert_eq!(guard.inspect("index.html", b"<p>Microsoft").len(), 1);
}

#[test]
fn an_archive_that_cannot_be_read_is_told() {
    let guard = guard(SECRET, &[], &[]);
    let packed = archive(&[("a.xml", b"<t>niets</t>")]);
    assert_eq!(guard.inspect("facts.xlsx", &packed), []);
    let findings = guard.inspect("facts.xlsx", &packed[..packed.len() - 9]);
    assert_eq!(findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(), [UNREADABLE_ARCHIVE]);
    assert_eq!(findings[0].place, Place::Address("facts.xlsx".to_owned()));
    let deep = (0..6).fold(packed, |inner, _| archive(&[("a.zip", &inner)]));
    assert_eq!(guard.inspect("deep.zip", &deep)[0].rule, UNREADABLE_ARCHIVE);
}

#[test]
fn addresses_are_looked_at() {
    let guard = guard(SECRET, &["Lease Web"], &[]);
    assert_eq!(guard.inspect("/nl/de-re%C3%ABle-back-ups-worden-dagelijks-versleuteld-buiten/", b"").len(), 1);
    assert_eq!(guard.inspect("/nl/sub-processors/lease-web/", b"").len(), 1);
    assert_eq!(guard.inspect("/nl/sub-processors/leaseweb/index.html", b"").len(), 1);
    assert_eq!(guard.inspect("/nl/sub-processors/release-website/", b"").len(), 0);
}

#[test]
fn what_is_also_shown_is_no_leak() {
    let shown = "De reële back-ups worden dagelijks versleuteld. Buiten kantooruren ook.";
    let guard = guard(SECRET, &[], &[shown]);
    assert!(!leaks(&guard, "<p>De reële back-ups worden dagelijks versleuteld. Buiten kantooruren ook."));
    assert!(leaks(&guard, "<p>De reële back-ups worden dagelijks versleuteld. Buiten de Unie"), "the next run of words is a secret");
}

#[test]
fn short_texts_are_looked_for_as_a_whole_if_chance_would_not_make_them() {
    for (text, page, found) in [
        ("Alleen voor klanten", "<p>alleen voor <b>klanten</b>", true),
        ("Alleen voor klanten", "<p>alleen voor andere klanten", false),
        ("noc@voxio.example", "<a href='mailto:noc@voxio.example'>", true),
        ("+31 20 123 45 67", "tel:+31-20-123-45-67", true),
        ("Vertrouwelijke bijlage", "<p>Vertrouwelijke bijlage", false),
        ("2026-11-22", "<time>2026-11-22</time>", false),
        ("n.v.t.", "<td>n.v.t.", false),
        ("", "", false),
    ] {
        assert_eq!(leaks(&guard(text, &[], &[]), page), found, "{text}");
    }
}

#[test]
fn names_are_looked_for_whole() {
    for (name, page, found) in [
        ("Exonet", "<p>bij EXONET.</p>", true),
        ("Exonet", "<img alt='' src='/exonet.png'>", true),
        ("Exonet", "<p>Exo<wbr>net</p>", true),
        ("Exonet", "<p>Exonetten</p>", false),
        ("Lease Web", "<a href='/lease-web/'>", true),
        ("Lease Web", "{\"id\":\"leaseweb\"}", true),
        ("Café Réseau", "/cafe-reseau/", true),
        ("Lease Web", "lease a web", false),
        ("—", "<p>—</p>", false),
    ] {
        assert_eq!(leaks(&guard("", &[name], &[]), page), found, "{name} in {page}");
    }
    let finding = &guard("", &["Exonet"], &[]).inspect("/a/", b"exonet")[0];
    assert_eq!((finding.arg("words"), finding.arg("audience")), (Some("Exonet"), Some("")));
}

#[test]
fn a_name_that_is_shown_in_one_form_is_known_in_all() {
    assert!(guard("", &["Lease Web"], &["gehost bij leaseweb.com"]).is_idle());
    assert!(!guard("", &["Lease Web", "Exonet"], &["gehost bij leaseweb.com"]).is_idle());
}

#[test]
fn without_secrets_the_guard_is_idle() {
    assert!(Guard::new(&[], &[], std::iter::from_fn(|| panic!("nothing needs to be read"))).is_idle());
    assert!(guard(SECRET, &[], &[SECRET]).is_idle());
}

#[test]
fn binary_files_are_read_as_they_are() {
    let mut picture = b"\x89PNG\r\n\x1a\n\0\0\0\rtEXtComment\0\xff".to_vec();
    picture.extend_from_slice("De reële back-ups worden dagelijks versleuteld buiten \0kpn\0exonet\0".as_bytes());
    let names: Vec<_> = guard(SECRET, &["KPN", "Exonet"], &[])
        .inspect("/a.png", &picture)
        .iter()
        .map(|finding| finding.arg("words").unwrap_or_default().to_owned())
        .collect();
    assert_eq!(names, ["De reële back-ups worden dagelijks versleuteld & buiten", "Exonet"]);
}

#[test]
fn each_text_is_reported_once_in_a_stable_order() {
    let texts = ["alfa beta gamma delta", SECRET].map(|text| WithheldText {
        text: text.to_owned(),
        audience: "internal".to_owned(),
        whence: Place::Nowhere,
    });
    let guard = Guard::new(&texts, &["Exonet".to_owned()], []);
    let page = format!("exonet {SECRET} {SECRET} alfa beta gamma delta exonet");
    let words: Vec<_> = guard.inspect("/a/", page.as_bytes()).iter().map(|f| f.arg("words").unwrap_or_default().to_owned()).collect();
    assert_eq!(words, ["alfa beta gamma delta", "De reële back-ups worden dagelijks versleuteld & buiten", "Exonet"]);
}

#[test]
fn a_large_page_against_many_secrets_is_gone_through_once() {
    let sentence = |seed: usize| (0..40).map(|n| format!("woord{}", (seed * 7919 + n * 104_729) % 50_021)).collect::<Vec<_>>().join(" ");
    let texts: Vec<_> =
        (0..500).map(|n| WithheldText { text: sentence(n), audience: "internal".to_owned(), whence: Place::Nowhere }).collect();
    let guard = Guard::new(&texts, &[], []);
    let mut page: String =
        (1000..4000).map(|n| format!("<p class='x'>{} <b>&amp;</b></p>\n", sentence(n).replace("woord", "wort"))).collect();
    assert!(!leaks(&guard, &page));
    page.push_str(&sentence(250));
    assert_eq!(guard.inspect("/a/", page.as_bytes()).len(), 1);
    // What would take quadratic time if every opening were followed to the end of the page.
    for opening in ["<!--", "<a title='", "<sup>", "&", "\\u", "%", "<a title='>"] {
        assert!(!leaks(&guard, &opening.repeat(200_000)));
    }
}

/// How a planted text is written.
#[derive(Debug, Clone, Copy)]
enum Dress {
    Plain,
    References,
    InlineTags,
    Json,
    Percent,
    SoftHyphens,
    Feed,
}

fn dressed(text: &str, dress: Dress) -> String {
    let each = |write: &dyn Fn(usize, char) -> String| text.chars().enumerate().map(|(n, c)| write(n, c)).collect::<String>();
    match dress {
        Dress::Plain => text.to_owned(),
        Dress::References => each(&|n, c| if n % 3 == 0 { format!("&#{};", u32::from(c)) } else { c.to_string() }),
        Dress::InlineTags => each(&|n, c| if n % 4 == 1 { format!("<em class='a'>{c}</em>") } else { c.to_string() }),
        Dress::Json => {
            let escaped = |c: char| c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect();
            each(&|n, c| if n % 2 == 0 { escaped(c) } else { c.to_string() })
        }
        Dress::Percent => text
            .bytes()
            .map(|byte| if byte.is_ascii_alphabetic() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
            .collect(),
        Dress::SoftHyphens => each(&|n, c| if n % 3 == 1 { format!("{c}\u{ad}") } else { c.to_string() }),
        Dress::Feed => each(&|n, c| if n % 4 == 1 { format!("&lt;b&gt;{c}&lt;/b&gt;") } else { c.to_string() }),
    }
}

fn dress() -> impl Strategy<Value = Dress> {
    use Dress::*;
    prop_oneof![Just(Plain), Just(References), Just(InlineTags), Just(Json), Just(Percent), Just(SoftHyphens), Just(Feed)]
}

/// Scraps of pages, whole and broken.
fn context() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        "[^\\\\]{0,12}",
        prop::sample::select(vec![
            "<p>",
            "</p>",
            "<a href='",
            "<a title=\"x>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&",
            "&amp;",
            "&#",
            "<",
            ">",
            "'",
            "\"",
            "<script>",
            "{\"a\":\"",
            "\\n",
            "%",
            "%2",
            "<b",
            "</",
            "<sup>",
            "<br/>",
            "\u{ad}",
            "=",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(scrap, 0..8).prop_map(|scraps| scraps.concat())
}

proptest! {
    #[test]
    fn a_text_of_eight_words_or_more_is_found_wherever_it_stands(
        words in prop::collection::vec("[a-zA-Zéëïłß]{1,9}", 8..20),
        before in context(),
        after in context(),
        dress in dress(),
    ) {
        let text = words.join(" ");
        let page = format!("{before}\n{}\n{after}", dressed(&text, dress));
        prop_assert!(leaks(&guard(&text, &[], &[]), &page), "{}", page);
    }

    #[test]
    fn nothing_makes_the_guard_panic(page in context(), bytes in prop::collection::vec(any::<u8>(), 0..80), name in "\\PC{0,6}") {
        let guard = guard(SECRET, &[&name, "exonet"], &[]);
        guard.inspect(&page, &bytes);
        leaks(&guard, &page);
    }
}
