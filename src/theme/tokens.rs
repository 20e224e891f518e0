//! The custom properties that style sheets set on `:root`, as far as they can be known without a browser: what the
//! colours are in light and dark, with and without more contrast.

use std::collections::BTreeMap;

use super::colour::Colour;

/// The reader's choice of light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// The name in files and messages.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}

/// Under which condition a property is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// Always.
    Always,
    /// The reader asks for more contrast.
    MoreContrast,
    /// The reader's own colours replace the site's.
    ForcedColours,
}

/// The custom properties of some style sheets, by name without `--`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tokens {
    set: BTreeMap<(When, String), String>,
}

impl Tokens {
    /// Reads style sheets; of two that set a property the later one counts. Only rules for `:root` alone are read,
    /// and of those in media queries only more contrast and forced colours. The order of layers is not looked at:
    /// conditions are taken to stand in the later ones, as in the default theme.
    pub fn read<'a>(sheets: impl IntoIterator<Item = &'a str>) -> Tokens {
        let mut tokens = Tokens::default();
        for sheet in sheets {
            tokens.read_sheet(&without_comments(sheet));
        }
        tokens
    }

    fn read_sheet(&mut self, sheet: &str) {
        let mut preludes: Vec<&str> = Vec::new();
        let (mut start, mut quote) = (0, None);
        for (at, letter) in sheet.char_indices() {
            match (quote, letter) {
                (Some(open), _) if letter == open => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') => quote = Some(letter),
                (None, '{') => {
                    preludes.push(sheet[start..at].trim());
                    start = at + 1;
                }
                (None, ';' | '}') => {
                    self.declare(&preludes, &sheet[start..at]);
                    start = at + 1;
                    if letter == '}' {
                        preludes.pop();
                    }
                }
                _ => {}
            }
        }
    }

    fn declare(&mut self, preludes: &[&str], declaration: &str) {
        let Some((name, value)) = declaration.trim().strip_prefix("--").and_then(|rest| rest.split_once(':')) else { return };
        if preludes.last() == Some(&":root")
            && let Some(when) = condition(preludes)
        {
            let name = name.trim().to_owned();
            // Outside of layers it outdoes whatever is in one, and so also what readers ask for.
            if when == When::Always && !preludes.iter().any(|prelude| prelude.starts_with("@layer")) {
                self.set.retain(|(_, own), _| *own != name);
            }
            self.set.insert((when, name), value.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }

    /// The names of the properties that are set under a condition, in order.
    pub fn names(&self, when: When) -> impl Iterator<Item = &str> {
        self.set.keys().filter(move |(own, _)| *own == when).map(|(_, name)| name.as_str())
    }

    /// The value of a property, as it is written under exactly this condition.
    pub fn value(&self, when: When, name: &str) -> Option<&str> {
        self.set.get(&(when, name.to_owned())).map(String::as_str)
    }

    /// The colour that a property has in a scheme: what is set under the condition, else what always holds. Knows
    /// `#…`, `light-dark()` and `var()` alone.
    pub fn colour(&self, name: &str, scheme: Scheme, when: When) -> Option<Colour> {
        self.colour_of(name, scheme, when, 0)
    }

    fn colour_of(&self, name: &str, scheme: Scheme, when: When, depth: usize) -> Option<Colour> {
        let mut value = self.value(when, name).or_else(|| self.value(When::Always, name))?;
        if let Some(pair) = value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')')) {
            let (light, dark) = pair.split_once(',')?;
            value = if scheme == Scheme::Light { light.trim() } else { dark.trim() };
        }
        match value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')')) {
            // A property that leads back to itself has no value.
            Some(other) if depth < 8 => self.colour_of(other.trim(), scheme, when, depth + 1),
            Some(_) => None,
            None => Colour::parse(value),
        }
    }
}

/// The condition that at-rules make together; `None` for one of no concern here.
fn condition(preludes: &[&str]) -> Option<When> {
    let mut when = When::Always;
    for media in preludes.iter().filter_map(|prelude| prelude.strip_prefix("@media")) {
        when = match media.trim() {
            "(prefers-contrast: more)" => When::MoreContrast,
            "(forced-colors: active)" => When::ForcedColours,
            _ => return None,
        };
    }
    Some(when)
}

/// A style sheet without what is written for people.
fn without_comments(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once("*/").map_or("", |(_, after)| after));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = r#"
        @layer tokens {
          :root { /* ; { */
            --serif: Charter, "Odd; name {", serif;
            --paper: light-dark(#fff, #000);
            --ink: var(--dark-on-light);
            --dark-on-light: light-dark( #111, #eee );
            --loop: var(--loop)
          }
          .state { --paper: #123456; }
          @media print { :root { --paper: #0000ff; } }
          @media (prefers-contrast: more) { :root { --dark-on-light: light-dark(#000, #fff); } }
        }"#;

    #[test]
    fn properties_are_read_with_their_conditions() {
        let tokens = Tokens::read([SHEET, "@layer tokens { :root { --paper: light-dark(#fffffe, #000001) } }"]);
        assert_eq!(tokens.names(When::Always).collect::<Vec<_>>(), ["dark-on-light", "ink", "loop", "paper", "serif"]);
        assert_eq!(tokens.names(When::MoreContrast).collect::<Vec<_>>(), ["dark-on-light"]);
        assert_eq!(tokens.value(When::Always, "serif"), Some("Charter, \"Odd; name {\", serif"));
        let shown = |name: &str, scheme, when| tokens.colour(name, scheme, when).map(|colour| colour.to_string());
        assert_eq!(shown("paper", Scheme::Light, When::Always).as_deref(), Some("#fffffe"), "of the later sheet");
        assert_eq!(shown("ink", Scheme::Dark, When::Always).as_deref(), Some("#eeeeee"));
        assert_eq!(shown("ink", Scheme::Dark, When::MoreContrast).as_deref(), Some("#ffffff"), "by way of another one");
        let outside = Tokens::read([SHEET, ":root { --dark-on-light: #333333 }"]);
        assert_eq!(outside.colour("ink", Scheme::Dark, When::MoreContrast).map(|colour| colour.to_string()).as_deref(), Some("#333333"));
        assert_eq!(shown("loop", Scheme::Light, When::Always), None);
        assert_eq!(shown("serif", Scheme::Light, When::Always), None);
    }
}
