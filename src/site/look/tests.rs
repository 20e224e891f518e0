//! What is made of the table `[look]`, and what is told of what cannot be used.

use super::*;
use crate::parse::configuration::Configuration;
use crate::parse::table;
use crate::site::tests::SPECIMEN;

const LOGO: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h120v40z"/></svg>"#;

/// What a table becomes, over the built-in theme and some files.
fn look(table: &str, files: &[(&str, &str)]) -> (Look, Vec<String>) {
    let text = format!("[look]\n{table}");
    let sources = Sources::of_texts(files.iter().copied().chain([("clausewerk.toml", text.as_str())]));
    let theme = Theme::find(&sources, "default", Place::Nowhere).expect("the theme");
    let file = sources.find("clausewerk.toml").expect("just added");
    let (read, mut findings) = table::read::<Configuration>(&sources, file);
    let (look, told) = Look::new(&read.unwrap_or_default().look, &theme, &sources);
    findings.extend(told);
    let told = findings.iter().map(|finding| {
        let at = match &finding.place {
            Place::Span(span) => sources.file(span.file).text()[span.range()].to_owned(),
            other => format!("{other:?}"),
        };
        let args = finding.args.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!(" {name}={value}"));
        format!("{} at {at}:{}", finding.rule.name, args.collect::<String>())
    });
    (look, told.collect())
}

/// What is told of a table.
fn told(table: &str) -> Vec<String> {
    look(table, &[("themes/default/logo.svg", LOGO), ("themes/default/script.svg", &LOGO.replace("<path", "<script/><path"))]).1
}

#[test]
fn nothing_said_is_nothing_made() {
    assert_eq!(look("", &[]), (Look::default(), Vec::new()));
    assert_eq!(look("logo-has-name = true", &[]), (Look::default(), Vec::new()));
}

#[test]
fn an_accent_makes_what_follows_from_it_in_both_schemes_and_contrasts() {
    let (look, told) = look("accent = \"#5f2167\"", &[]);
    assert_eq!(told, [] as [String; 0]);
    insta::assert_snapshot!(look.sheet.expect("a style sheet"), @r"
    @layer look { :root {
      --accent: light-dark(#5f2167, #e5a0ed);
      --accent-quiet: light-dark(#a27ea6, #8f6796);
      --accent-wash: light-dark(#ede7ed, #2a2630);
      --focus: light-dark(#5f2167, #e5a0ed);
    } }
    @layer contrast { @media (prefers-contrast: more) { :root {
      --accent: light-dark(#5f2167, #e5a0ed);
      --accent-quiet: light-dark(#5f2167, #e5a0ed);
      --accent-wash: light-dark(#efe9f0, #171018);
      --focus: light-dark(#5f2167, #e5a0ed);
    } } }
    ");
}

/// The colours of the theme are made as those of a site are.
#[test]
fn the_accent_of_the_theme_is_as_if_it_were_configured() {
    let (look, told) = look("accent = { light = \"#0b4f6b\", dark = \"#8ccae0\" }", &[]);
    assert_eq!(told, [] as [String; 0]);
    let sources = Sources::built_in();
    let theme = sources.find("themes/default/styles/theme.css").expect("the theme's style sheet");
    let (theme, own) = (Tokens::read([sources.file(theme).text()]), Tokens::read([look.sheet.unwrap_or_default().as_str()]));
    for when in [When::Always, When::MoreContrast] {
        for name in ["accent", "accent-quiet", "accent-wash"] {
            assert_eq!(own.value(when, name), theme.value(when, name), "{name}, {when:?}");
        }
    }
}

#[test]
fn what_follows_is_made_for_the_paper_of_the_theme() {
    let paper = ":root { --paper: light-dark(#999999, #000000); --paper-2: var(--paper); --mark: var(--paper); }";
    let (_, told) = look("accent = \"#5f2167\"", &[("themes/default/styles/own.css", paper)]);
    assert_eq!(told, ["low-contrast at \"#5f2167\": colour=#5f2167 scheme=light ratio=3.8 suggestion=#53145b"]);
}

#[test]
fn fonts_are_names_and_end_in_one_that_every_browser_has() {
    let (look, told) = look("serif = \"Source Serif 4, 'Iowan Old Style', Georgia\"\nsans = \"system-ui, sans-serif\"", &[]);
    assert_eq!(told, [] as [String; 0]);
    assert_eq!(
        look.sheet.as_deref(),
        Some(
            "@layer look { :root {\n  --serif: \"Source Serif 4\", \"Iowan Old Style\", \"Georgia\", serif;\n  --sans: system-ui, sans-serif;\n} }\n"
        )
    );
}

#[test]
fn what_is_no_font_is_told() {
    for (written, font) in [
        ("Georgia; } body { display: none", "Georgia; } body { display: none"),
        ("url(https://elsewhere.example/a.woff2)", "url(https://elsewhere.example/a.woff2)"),
        ("Georgia, , serif", ""),
        ("", ""),
        ("Geo\\\\22rgia", "Geo\\22rgia"),
        ("Georgia</style>", "Georgia</style>"),
    ] {
        let (look, told) = look(&format!("serif = \"{written}\""), &[]);
        let expected = if font.is_empty() { String::new() } else { format!(" font={font}") };
        assert_eq!(told, [format!("bad-font at \"{written}\":{expected}")]);
        assert_eq!(look.sheet, None);
    }
}

#[test]
fn what_is_no_colour_or_cannot_be_read_is_told_with_the_nearest_that_can() {
    assert_eq!(told("accent = \"petrol\""), ["bad-value at \"petrol\": key=look.accent expected=#rrggbb"]);
    assert_eq!(told("accent = \"#0b4f6b; }\""), ["bad-value at \"#0b4f6b; }\": key=look.accent expected=#rrggbb"]);
    assert_eq!(told("accent = \"#ffd166\""), ["low-contrast at \"#ffd166\": colour=#ffd166 scheme=light ratio=1.2 suggestion=#896800"]);
    assert_eq!(
        told("accent = { light = \"#0b4f6b\", dark = \"#0b4f6b\" }"),
        ["low-contrast at { light = \"#0b4f6b\", dark = \"#0b4f6b\" }: colour=#0b4f6b scheme=dark ratio=1.5 suggestion=#5e9ab9"]
    );
    let expected = "key=look.accent expected=\"#0b4f6b\", { light = \"#0b4f6b\", dark = \"#8ccae0\" }";
    assert_eq!(told("accent = { light = \"#0b4f6b\" }"), [format!("bad-value at {{ light = \"#0b4f6b\" }}: {expected}")]);
    assert_eq!(told("accent = 7"), [format!("bad-value at 7: {expected}")]);
    // The nearest colour passes.
    assert_eq!(told("accent = \"#896800\""), [] as [String; 0]);
}

#[test]
fn a_logo_is_a_picture_among_the_files_of_the_theme() {
    let dark = LOGO.replace("0 0 120 40", "0 0 0.5 1");
    let files = [("themes/default/logo.svg", LOGO), ("themes/default/logo-dark.svg", dark.as_str())];
    let logo = |file: &str, width, scheme| Logo { file: file.to_owned(), width, height: 36, scheme };
    for (table, logos) in [
        ("logo = \"logo.svg\"", vec![logo("logo.svg", 108, None)]),
        (
            "logo = \"logo.svg\"\nlogo-dark = \"logo-dark.svg\"",
            vec![logo("logo.svg", 108, Some("light")), logo("logo-dark.svg", 18, Some("dark"))],
        ),
    ] {
        let (look, told) = look(table, &files);
        assert_eq!((look.logos, told, look.sheet), (logos, Vec::new(), None));
    }
}

#[test]
fn what_is_no_logo_is_told() {
    let large = LOGO.replace("<path", &format!("<!-- {} --><path", "x".repeat(MAX_LOGO_BYTES)));
    let files = [
        ("themes/default/logo.svg", LOGO),
        ("themes/default/script.svg", &LOGO.replace("<path", "<script/><path")),
        ("themes/default/outside.svg", &LOGO.replace("<path", "<image href='a.png'/><path")),
        ("themes/default/sizeless.svg", &LOGO.replace("viewBox", "data-box")),
        ("themes/default/large.svg", &large),
        ("themes/default/templates/logo.svg", LOGO),
    ];
    for (file, args) in [
        ("lgoo.svg", "what=missing limit=64 KiB suggestion=logo.svg"),
        ("../../content/vendors/acme/vendor.toml", "what=missing limit=64 KiB"),
        ("templates/logo.svg", "what=missing limit=64 KiB"),
        ("script.svg", "what=script limit=64 KiB"),
        ("outside.svg", "what=outside limit=64 KiB"),
        ("sizeless.svg", "what=no-size limit=64 KiB"),
        ("large.svg", "what=too-large limit=64 KiB"),
        ("styles/theme.css", "what=no-picture limit=64 KiB"),
    ] {
        let (look, told) = look(&format!("logo = \"{file}\""), &files);
        assert_eq!((told, look.logos), (vec![format!("bad-logo at \"{file}\": file={file} {args}")], Vec::new()));
    }
}

#[test]
fn a_file_of_the_theme_where_the_configured_style_sheet_stands_is_told() {
    let (_, told) = look("serif = \"Georgia\"", &[("themes/default/styles/look.css", "a{}")]);
    assert_eq!(told, ["unexpected-file at Path(\"themes/default/styles/look.css\"): suggestion=styles/own.css"]);
}

#[test]
fn pages_show_the_logo_and_link_the_style_sheet_last() {
    let world = |look: &str| {
        let configured = format!("{}[look]\n{look}", SPECIMEN[0].1);
        let texts = SPECIMEN.iter().skip(1).copied();
        let own = [("themes/default/logo.svg", LOGO), ("themes/default/styles/own.css", "a{}"), ("clausewerk.toml", configured.as_str())];
        let sources = Sources::of_texts(texts.chain(own));
        let request = crate::Request {
            root: std::path::PathBuf::new(),
            audience: crate::parse::Audience::Public,
            base_url: None,
            today: jiff::civil::date(2026, 11, 22),
        };
        let site = crate::assemble(sources, Vec::new(), &request);
        let home = crate::render::render(&site.world, &crate::site::Page::Home(crate::i18n::Language::NL)).expect("a page");
        String::from_utf8(home).expect("UTF-8").replace(site.world.assets.hash(), "HASH")
    };
    let masthead = |page: &str| {
        let start = page.find("<a class=\"site-name\"").expect("the name");
        page[start..].split("</a>").next().unwrap_or_default().to_owned()
    };
    let plain = world("");
    assert_eq!(masthead(&plain), "<a class=\"site-name\" href=\"/nl/\"><span>Proef &amp; Co</span>");
    assert!(!plain.contains("look.css"));
    let both = world("logo = \"logo.svg\"\naccent = \"#5f2167\"");
    assert_eq!(
        masthead(&both),
        "<a class=\"site-name\" href=\"/nl/\"><img class=\"site-logo\" src=\"/assets/HASH/logo.svg\" width=\"108\" height=\"36\" alt=\"\">\
         <span>Proef &amp; Co</span>"
    );
    let sheets: Vec<&str> = both.split("<link rel=\"stylesheet\" href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(sheets, ["/assets/HASH/styles/theme.css", "/assets/HASH/styles/own.css", "/assets/HASH/styles/look.css", "/nl/print.css"]);
    let alone = world("logo = \"logo.svg\"\nlogo-has-name = true");
    assert_eq!(
        masthead(&alone),
        "<a class=\"site-name\" href=\"/nl/\"><img class=\"site-logo\" src=\"/assets/HASH/logo.svg\" width=\"108\" height=\"36\" alt=\"Proef &amp; Co\">"
    );
}
