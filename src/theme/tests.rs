//! Which file of a theme counts, and how faults in templates are told.

use super::*;
use crate::diagnostic::BAD_TEMPLATE;

fn compiled(texts: &[(&'static str, &'static str)], theme: &str) -> (Templates, Vec<String>) {
    let sources = Sources::of_texts(texts.iter().copied());
    let found = Theme::find(&sources, theme, Place::Nowhere).expect("the theme");
    let (templates, findings) = found.compile(&sources, |tera| {
        tera.register_function("t", |_: tera::Kwargs, _: &tera::State| String::new());
        tera.register_function("asset", |_: tera::Kwargs, _: &tera::State| String::new());
        tera.register_function("fit", |_: tera::Kwargs, _: &tera::State| String::new());
    });
    let told = findings.iter().map(|finding| {
        let Place::Span(span) = &finding.place else { return format!("{:?}: {:?}", finding.place, finding.args) };
        let file = sources.file(span.file);
        let error = finding.arg("error").unwrap_or_default();
        format!("{} at `{}` of {}: {error}", finding.rule.name, &file.text()[span.range()], file.shown_path())
    });
    (templates, told.collect())
}

#[test]
fn a_site_overrides_single_files_and_keeps_the_rest() {
    let sources = Sources::of_texts([
        ("themes/default/styles/theme.css", "a{}"),
        ("themes/sober/templates/base.html", "sober"),
        ("themes/sober/styles/own.css", "b{}"),
        ("themes/sober/NOTES.md", "to myself"),
    ]);
    let theme = Theme::find(&sources, "sober", Place::Nowhere).expect("the theme");
    let text = |path: &str| sources.file(theme.file(path).expect(path)).text();
    assert_eq!(text("templates/base.html"), "sober");
    assert_eq!(text("styles/theme.css"), "a{}", "of the site's default theme");
    assert!(text("mark.svg").starts_with("<svg"), "of the built-in theme");
    let assets: Vec<&str> = theme.assets().map(|(path, _)| path).filter(|path| !path.starts_with("scripts/")).collect();
    assert_eq!(assets, ["mark.svg", "styles/own.css", "styles/theme.css"]);
}

#[test]
fn an_unknown_theme_is_told_with_those_that_are_known() {
    let sources = Sources::of_texts([("themes/sober/styles/own.css", "")]);
    let finding = Theme::find(&sources, "sobre", Place::Nowhere).expect_err("no such theme");
    assert_eq!(finding.rule, UNKNOWN_THEME);
    assert_eq!(finding.arg("known"), Some("default, sober"));
}

#[test]
fn every_broken_template_is_told_at_its_place() {
    let (templates, told) = compiled(
        &[
            ("themes/default/templates/home.html", "<p>\n{{ oops"),
            ("themes/default/templates/vendor.html", "é {% if %}"),
            ("themes/default/templates/extra.html", "fine"),
        ],
        "default",
    );
    assert_eq!(
        told,
        [
            "bad-template at `oops` of themes/default/templates/home.html: Unexpected end of input",
            "bad-template at `%}` of themes/default/templates/vendor.html: Found `%}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`",
        ]
    );
    assert!(templates.has("agreement.html") && !templates.has("extra.html"), "the built-in theme stands in");
}

#[test]
fn what_is_asked_for_and_not_there_is_told_at_its_place() {
    let (_, told) = compiled(&[("themes/default/templates/extra.html", "<p>é\n  {{ 1 | shout }}\n{{ <bow /> }}")], "default");
    assert_eq!(
        told,
        [
            "bad-template at `shout` of themes/default/templates/extra.html: Unknown filter `shout`",
            "bad-template at `<bow />` of themes/default/templates/extra.html: Unknown component `bow`",
        ]
    );
}

#[test]
fn a_template_that_asks_for_what_there_is_not_is_told_when_it_is_rendered() {
    let (templates, told) = compiled(&[("themes/default/templates/extra.html", "<p>{{ nothing.here }}</p>")], "default");
    assert!(told.is_empty(), "{told:?}");
    let finding = templates.render("extra.html", &tera::Context::new()).expect_err("undefined");
    assert_eq!(finding.rule, BAD_TEMPLATE);
    assert!(matches!(finding.place, Place::Span(span) if span.range() == (6..13)), "{finding:?}");
}
