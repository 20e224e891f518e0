//! Running text as HTML, case by case.

use super::*;
use crate::diagnostic::{FileId, Span};
use crate::i18n::Language;
use crate::model::{Block, TextId};
use crate::parse::Audience;
use crate::site::World;
use crate::site::tests::world_for;

const AGREEMENT: &str = "kind = \"processing-agreement\"\nstatus = \"offered\"\ntext = \"summary\"\naudience = \"public\"\noriginal = \"nl\"\nprevailing = \"not-stated\"\nversion = \"not-stated\"\n[[external]]\nnames = [\"Offerte\"]\n";
const VENDOR: &str =
    "name = \"Acme\"\nlegal-name = \"Acme\"\nwebsite = \"not-stated\"\nseat = \"not-stated\"\n[services]\nnl = \"x\"\nen = \"x\"\n";

/// A site whose clause 1.1 says this.
fn world(says: &str) -> World {
    let text = format!(
        "# Overeenkomst\n\n## Artikel 1. Eerste\n\n1.1 {says}\n\n1.2 Tweede.\n\n- a. een;\n\n1.3 Geheim. {{audience=internal}}\n\n## Artikel 2. Tweede\n\n2.1 x.[^n]\n\n[^n]: Noot.\n"
    );
    let toml = format!("{AGREEMENT}belongs-to = \"terms\"\n");
    let files = [
        ("content/vendors/acme/vendor.toml", VENDOR),
        ("content/vendors/acme/dpa/agreement.toml", toml.as_str()),
        ("content/vendors/acme/dpa/nl.md", text.as_str()),
        ("content/vendors/acme/terms/agreement.toml", &AGREEMENT.replace("[[external]]", "known-as = [\"Bijlage 4\"]\n[[external]]")),
        ("content/vendors/acme/terms/nl.md", "# Voorwaarden\n\n## Artikel 1. Eerste\n\n1.1 x.\n"),
        (
            "content/vendors/acme/protocol/agreement.toml",
            &AGREEMENT
                .replace("audience = \"public\"", "audience = \"customers\"")
                .replace("[[external]]", "known-as = [\"Bijlage 5\"]\n[[external]]"),
        ),
        ("content/vendors/acme/protocol/nl.md", "# Protocol\n\n## Artikel 1. Eerste\n\n1.1 x.\n"),
    ];
    world_for(&files, Audience::Public, Some("https://x.example/sub/")).0
}

/// What clause 1.1 becomes.
fn shown(says: &str) -> String {
    let world = world(says);
    let vendor = &world.corpus.vendors[0];
    let agreement = vendor.agreements.iter().find(|agreement| agreement.slug == "dpa").expect("the agreement");
    let text = &agreement.texts[&Language::NL];
    let scene = Scene::of_agreement(&world, Language::NL, vendor, agreement, text);
    let Some(Block::Paragraph(text)) = text.parts[0].articles[0].clauses[0].body.first() else { panic!("no paragraph") };
    html(&scene.running(text)).expect("every message is there")
}

/// What text made by hand becomes, on the same page.
fn made(content: Vec<Inline>) -> String {
    let world = world("x");
    let vendor = &world.corpus.vendors[0];
    let agreement = vendor.agreements.iter().find(|agreement| agreement.slug == "dpa").expect("the agreement");
    let scene = Scene::of_agreement(&world, Language::NL, vendor, agreement, &agreement.texts[&Language::NL]);
    let text = Text { id: TextId(99_999), content, span: span() };
    html(&scene.running(&text)).expect("every message is there")
}

fn span() -> Span {
    Span::new(FileId(0), 0..0)
}

fn words(text: &str) -> Inline {
    Inline::Words { text: text.to_owned(), span: span() }
}

fn link(to: &str, content: Vec<Inline>) -> Inline {
    Inline::Link { to: to.to_owned(), content, span: span() }
}

#[test]
fn markup() {
    for (says, html) in [
        ("Gewoon.", "Gewoon."),
        ("**Vet** en *schuin* en `bestand<1>`.", "<strong>Vet</strong> en <em>schuin</em> en <code>bestand&lt;1&gt;</code>."),
        ("Regel\\\ntwee", "Regel<br>twee"),
        ("Dit is **“Dienst”** hier.", "Dit is <dfn><b>“Dienst”</b></dfn> hier."),
        ("Getekend door {naam & functie}.", "Getekend door <span class=\"fill-in\">naam &amp; functie</span>."),
    ] {
        assert_eq!(shown(says), html);
    }
}

#[test]
fn references() {
    for (says, html) in [
        ("Zie artikel 1.2.", "Zie <a class=\"ref\" href=\"#1.2\">artikel 1.2</a>."),
        (
            "Zie artikel 1.2 onder a en artikel 2.",
            "Zie <a class=\"ref\" href=\"#1.2/a\">artikel 1.2 onder a</a> en <a class=\"ref\" href=\"#2\">artikel 2</a>.",
        ),
        ("Zie Bijlage 4.", "Zie <a class=\"ref\" href=\"/sub/nl/vendors/acme/terms/\">Bijlage 4</a>."),
        ("De Offerte telt.", "De Offerte telt."),
        ("Zie artikel 88.", "Zie artikel 88."),
        ("Zie artikel 1.3.", "Zie artikel 1.3 <a class=\"ref withheld\" href=\"#1.3\">[op aanvraag]</a>."),
        ("Zie Bijlage 5.", "Zie Bijlage 5 <a class=\"ref withheld\" href=\"/sub/nl/vendors/acme/#agreement:protocol\">[op aanvraag]</a>."),
    ] {
        assert_eq!(shown(says), html);
    }
}

#[test]
fn a_reference_across_markup_is_cut_where_the_markup_begins() {
    for (says, html) in [
        (
            "Zie artikel **1.2** hier.",
            "Zie <a class=\"ref\" href=\"#1.2\">artikel </a><strong><a class=\"ref\" href=\"#1.2\">1.2</a></strong> hier.",
        ),
        ("Zie *artikel 1.2* hier.", "Zie <em><a class=\"ref\" href=\"#1.2\">artikel 1.2</a></em> hier."),
        ("Zie artikel **1.3** hier.", "Zie artikel <strong>1.3 <a class=\"ref withheld\" href=\"#1.3\">[op aanvraag]</a></strong> hier."),
        (
            "Zie [artikel 1.2](https://x.example/) hier.",
            "Zie <a href=\"https://x.example/\" rel=\"noopener external\">artikel 1.2</a> hier.",
        ),
    ] {
        assert_eq!(shown(says), html);
    }
}

#[test]
fn hostile_text_is_text() {
    assert_eq!(
        shown("&lt;script&gt;alert('&quot;')&lt;/script&gt; &amp;amp;"),
        "&lt;script&gt;alert(&#39;&quot;&#39;)&lt;/script&gt; &amp;amp;"
    );
    let blank = Inline::FillIn { name: "a\"><b>".into(), span: span() };
    assert_eq!(made(vec![blank]), "<span class=\"fill-in\">a&quot;&gt;&lt;b&gt;</span>");
    let printed = Inline::Definition { term: "x".into(), printed: "“<img src=x onerror=alert(1)>”".into(), span: span() };
    assert_eq!(made(vec![printed]), "<dfn><b>“&lt;img src=x onerror=alert(1)&gt;”</b></dfn>");
}

#[test]
fn links_lead_only_where_it_is_safe() {
    for (to, html) in [
        ("https://a.example/?b=c&d=\"e\"", "<a href=\"https://a.example/?b=c&amp;d=&quot;e&quot;\" rel=\"noopener external\">x</a>"),
        ("//a.example/", "<a href=\"//a.example/\" rel=\"noopener external\">x</a>"),
        ("mailto:a@b.example", "<a href=\"mailto:a@b.example\">x</a>"),
        ("#1.2", "<a href=\"#1.2\">x</a>"),
        ("/nl/vendors/", "<a href=\"/sub/nl/vendors/\">x</a>"),
        ("../terms/", "<a href=\"../terms/\">x</a>"),
        ("javascript:alert(1)", "x"),
        ("JavaScript:alert(1)", "x"),
        ("java\nscript:alert(1)", "x"),
        (" javascript:alert(1)", "x"),
        ("\u{1}javascript:alert(1)", "x"),
        ("data:text/html,<script>", "x"),
        ("vbscript:x", "x"),
    ] {
        assert_eq!(made(vec![link(to, vec![words("x")])]), html, "{to:?}");
    }
}

#[test]
fn links_do_not_nest() {
    let inner = link("https://b.example/", vec![words("b")]);
    let mark = Inline::NoteMark { name: "n".into(), span: span() };
    assert_eq!(
        made(vec![link("https://a.example/", vec![words("a "), inner, mark])]),
        "<a href=\"https://a.example/\" rel=\"noopener external\">a b<sup>1</sup></a>"
    );
}

#[test]
fn the_first_mark_of_a_note_in_a_text_has_an_anchor() {
    let mark = || Inline::NoteMark { name: "n".into(), span: span() };
    let unknown = Inline::NoteMark { name: "x".into(), span: span() };
    assert_eq!(
        made(vec![mark(), mark(), unknown]),
        "<sup><a href=\"#note:nl:1\" id=\"note:nl:1:99999\" aria-label=\"Noot 1\">1</a></sup><sup><a href=\"#note:nl:1\" aria-label=\"Noot 1\">1</a></sup>"
    );
}

#[test]
fn a_part_of_a_text_keeps_its_markup() {
    let world = world("**Een**: *twee* drie, zie artikel 1.2.");
    let vendor = &world.corpus.vendors[0];
    let agreement = vendor.agreements.iter().find(|agreement| agreement.slug == "dpa").expect("the agreement");
    let text = &agreement.texts[&Language::NL];
    let scene = Scene::of_agreement(&world, Language::NL, vendor, agreement, text);
    let Some(Block::Paragraph(text)) = text.parts[0].articles[0].clauses[0].body.first() else { panic!("no paragraph") };
    let plain = text.plain();
    for (range, part) in [
        (0..3, "<strong>Een</strong>"),
        (5..plain.len(), "<em>twee</em> drie, zie <a class=\"ref\" href=\"#1.2\">artikel 1.2</a>."),
        (6..12, "<em>wee</em> dr"),
    ] {
        assert_eq!(html(&Running::part(scene, text, range.clone())).as_deref(), Ok(part), "{range:?} of {plain}");
    }
}
