//! The margins of printed pages as a style sheet.

use std::fmt::Write;

use crate::site::pages::print_style::Margins;

/// The style sheet. It belongs to the layer `print` of the theme, so that a theme's own rules can overrule it.
pub fn css(margins: &Margins) -> String {
    let Margins { title, version, standing, address, count } = margins;
    let below: Vec<&str> = [standing, address].into_iter().filter_map(|line| line.as_deref()).collect();
    let mut css = format!("@layer print {{\n  @page {{\n    @top-left {{ content: {}; }}\n", quoted(title));
    if let Some(version) = version {
        // Writing into a string cannot fail.
        let _ = writeln!(css, "    @top-right {{ content: {}; }}", quoted(version));
    }
    if !below.is_empty() {
        let _ = writeln!(css, "    @bottom-left {{ content: {}; }}", quoted(&below.join("\n")));
    }
    let _ = writeln!(css, "    @bottom-right {{ content: {}; }}\n  }}\n}}", counted(count));
    css
}

/// `Page {page} of {pages}` as the value of `content`.
fn counted(count: &str) -> String {
    let (before, rest) = count.split_once("{page}").unwrap_or((count, ""));
    let (between, after) = rest.split_once("{pages}").unwrap_or((rest, ""));
    format!("{} counter(page) {} counter(pages) {}", quoted(before), quoted(between), quoted(after))
}

/// A CSS string (CSS Syntax 3, § 4.3.5): what could end it, or the sheet, is escaped.
fn quoted(text: &str) -> String {
    let mut string = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' | '<' | '>' | '&' => _ = write!(string, "\\{:x} ", u32::from(c)),
            c if c.is_control() => _ = write!(string, "\\{:x} ", u32::from(c)),
            c => string.push(c),
        }
    }
    string.push('"');
    string
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_margins_of_a_summary() {
        let margins = Margins {
            title: "Verwerkersovereenkomst Voxio".to_owned(),
            version: Some("versie niet vermeld".to_owned()),
            standing: Some("Samenvatting. Niet ter ondertekening.".to_owned()),
            address: Some("https://trust.example.org/nl/".to_owned()),
            count: "Pagina {page} van {pages}".to_owned(),
        };
        insta::assert_snapshot!(css(&margins), @r#"
        @layer print {
          @page {
            @top-left { content: "Verwerkersovereenkomst Voxio"; }
            @top-right { content: "versie niet vermeld"; }
            @bottom-left { content: "Samenvatting. Niet ter ondertekening.\a https://trust.example.org/nl/"; }
            @bottom-right { content: "Pagina " counter(page) " van " counter(pages) ""; }
          }
        }
        "#);
    }

    #[test]
    fn nothing_ends_a_string_before_its_end() {
        assert_eq!(quoted("a\"; } b { \\ </style>"), "\"a\\22 ; } b { \\5c  \\3c /style\\3e \"");
    }
}
