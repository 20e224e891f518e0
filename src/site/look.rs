//! What the site's owner says of its look: the logo, and a style sheet of what is said of colour and type.
//!
//! The style sheet sets custom properties of the theme in the layer that is kept for it: after what any theme says, and
//! before what readers who ask for more contrast, or have colours of their own, get.

use serde::Serialize;
use toml::Spanned;

use crate::diagnostic::{BAD_FONT, BAD_LOGO, BAD_VALUE, FileId, Finding, LOW_CONTRAST, Place, Span, UNEXPECTED_FILE, nearest};
use crate::parse::configuration::{Accent, LookTable};
use crate::source::Sources;
use crate::theme::accent::{self, TEXT, TEXT_MORE};
use crate::theme::colour::Colour;
use crate::theme::tokens::{Scheme, Tokens, When};
use crate::theme::{Theme, picture};

/// Where the style sheet is among the files that are published.
pub const SHEET: &str = "styles/look.css";

/// A logo stands on every page, so it is no larger.
const MAX_LOGO_BYTES: usize = 64 * 1024;

/// How high a logo is shown, in pixels. Its width follows.
const LOGO_HEIGHT: u32 = 36;

/// Names of fonts that a browser chooses; they are written without quotation marks.
const GENERIC: [&str; 7] = ["serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif", "ui-rounded"];

/// What words and lines in the accent stand on.
const PAPERS: [&str; 3] = ["paper", "paper-2", "mark"];

/// What the owner says of the look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// The style sheet, where anything is said of colour or type.
    pub sheet: Option<String>,
    /// The logo; first the one for light backgrounds, then the one for dark ones, where there are two.
    pub logos: Vec<Logo>,
}

/// A picture in the masthead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Logo {
    /// Its path among the files of the theme.
    pub file: String,
    /// How wide it is shown, in pixels.
    pub width: u32,
    /// How high it is shown.
    pub height: u32,
    /// The backgrounds it is for: `light` or `dark`; `None` where it is for both.
    pub scheme: Option<&'static str>,
}

impl Look {
    /// Understands what is configured. What cannot be used is told and left out.
    pub fn new(table: &LookTable, theme: &Theme, sources: &Sources) -> (Look, Vec<Finding>) {
        let mut reader = Reader { theme, sources, file: sources.find("clausewerk.toml"), findings: Vec::new() };
        let mut rules = Vec::new();
        rules.extend(table.serif.as_ref().and_then(|written| reader.fonts("serif", written, "serif")));
        rules.extend(table.sans.as_ref().and_then(|written| reader.fonts("sans", written, "sans-serif")));
        let (accent, more) = table.accent.as_ref().and_then(|written| reader.accent(written)).unzip();
        rules.extend(accent);
        let mut sheet = String::new();
        if !rules.is_empty() {
            sheet = format!("@layer look {{ :root {{\n{}}} }}\n", rules.concat());
        }
        if let Some(more) = more {
            sheet.push_str(&format!("@layer contrast {{ @media (prefers-contrast: more) {{ :root {{\n{more}}} }} }}\n"));
        }
        let logos = reader.logos(table);
        if let Some(hidden) = theme.file(SHEET).filter(|_| !sheet.is_empty()) {
            let place = Place::Path(sources.file(hidden).shown_path());
            reader.findings.push(Finding::new(UNEXPECTED_FILE, place).with("suggestion", "styles/own.css"));
        }
        (Look { sheet: Some(sheet).filter(|sheet| !sheet.is_empty()), logos }, reader.findings)
    }
}

/// Reads the values of the table, and keeps what is wrong with them.
struct Reader<'a> {
    theme: &'a Theme,
    sources: &'a Sources,
    file: Option<FileId>,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn place<T>(&self, written: &Spanned<T>) -> Place {
        self.file.map_or(Place::Nowhere, |file| Span::new(file, written.span()).into())
    }

    /// A list of fonts as a style sheet has it, with a generic one at its end.
    fn fonts(&mut self, property: &str, written: &Spanned<String>, generic: &str) -> Option<String> {
        let is_sign = |sign: char| sign.is_alphanumeric() || " -_.+".contains(sign);
        let bare = |name: &str| name.trim().trim_matches(['"', '\'']).trim().to_owned();
        let names: Vec<String> = written.get_ref().split(',').map(bare).collect();
        if let Some(wrong) = names.iter().find(|name| name.is_empty() || name.len() > 80 || !name.chars().all(is_sign)) {
            self.findings.push(Finding::new(BAD_FONT, self.place(written)).with("font", wrong.as_str()));
            return None;
        }
        let is_generic = |name: &&String| GENERIC.contains(&name.as_str());
        let mut listed: Vec<String> =
            names.iter().map(|name| if is_generic(&name) { name.clone() } else { format!("\"{name}\"") }).collect();
        if !names.last().iter().any(is_generic) {
            listed.push(generic.to_owned());
        }
        Some(format!("  --{property}: {};\n", listed.join(", ")))
    }

    /// The accent and what follows from it, as a style sheet has it: usually, and with more contrast.
    fn accent(&mut self, written: &Spanned<Accent>) -> Option<(String, String)> {
        let tokens = self.tokens();
        let papers = |scheme, when| PAPERS.map(|paper| paper_of(&tokens, paper, scheme, when));
        let (light, dark) = match written.get_ref() {
            Accent::Light(light) => (light, None),
            Accent::Both { light, dark } => (light, Some(dark)),
        };
        let light = self.colour(written, light, Scheme::Light, &papers(Scheme::Light, When::Always));
        let dark = match dark {
            Some(dark) => self.colour(written, dark, Scheme::Dark, &papers(Scheme::Dark, When::Always))?,
            // As readable as a text should be, since nobody looked at it.
            None => accent::nearest(light?, &papers(Scheme::Dark, When::Always), TEXT_MORE),
        };
        let light = light?;
        let usual = [(light, Scheme::Light), (dark, Scheme::Dark)]
            .map(|(colour, scheme)| accent::Accent::derive(colour, &papers(scheme, When::Always)));
        let more = [(light, Scheme::Light), (dark, Scheme::Dark)]
            .map(|(colour, scheme)| accent::Accent::derive_more(colour, &papers(scheme, When::MoreContrast)));
        Some((declarations(&usual), declarations(&more)))
    }

    /// A colour that can be read in a scheme.
    fn colour(&mut self, at: &Spanned<Accent>, written: &str, scheme: Scheme, papers: &[Colour]) -> Option<Colour> {
        let Some(colour) = Colour::parse(written) else {
            let finding = Finding::new(BAD_VALUE, self.place(at)).with("key", "look.accent").with("expected", "#rrggbb");
            self.findings.push(finding.with("suggestion", ""));
            return None;
        };
        let ratio = accent::least_contrast(colour, papers);
        if ratio < TEXT {
            let finding = Finding::new(LOW_CONTRAST, self.place(at)).with("colour", colour.to_string()).with("scheme", scheme.name());
            // Rounded down, so that no ratio that is too low looks as if it were not.
            let ratio = format!("{:.1}", (ratio * 10.0).floor() / 10.0);
            let finding = finding.with("ratio", ratio);
            self.findings.push(finding.with("suggestion", accent::nearest(colour, papers, TEXT).to_string()));
            return None;
        }
        Some(colour)
    }

    /// What the theme's style sheets say, in the order in which pages have them.
    fn tokens(&self) -> Tokens {
        let mut sheets: Vec<_> = self.theme.assets().filter(|(path, _)| path.starts_with("styles/") && path.ends_with(".css")).collect();
        sheets.sort_by_key(|(path, _)| (*path != "styles/theme.css", *path));
        Tokens::read(sheets.into_iter().map(|(_, file)| self.sources.file(file).text()))
    }

    fn logos(&mut self, table: &LookTable) -> Vec<Logo> {
        let light = table.logo.as_ref().and_then(|written| self.logo(written));
        let dark = table.logo_dark.as_ref().and_then(|written| self.logo(written));
        match (light, dark) {
            (Some(light), Some(dark)) => {
                vec![Logo { scheme: Some(Scheme::Light.name()), ..light }, Logo { scheme: Some(Scheme::Dark.name()), ..dark }]
            }
            (light, dark) => light.or(dark).into_iter().collect(),
        }
    }

    fn logo(&mut self, written: &Spanned<String>) -> Option<Logo> {
        let path = written.get_ref().as_str();
        let found = self.theme.assets().find(|(own, _)| *own == path);
        let bytes = found.map(|(_, file)| self.sources.file(file).bytes());
        let fault = match bytes {
            None => "missing",
            Some(bytes) if bytes.len() > MAX_LOGO_BYTES => "too-large",
            Some(bytes) => match picture::size(bytes) {
                Ok((width, height)) => {
                    let width = (f64::from(LOGO_HEIGHT) * width / height).round().clamp(1.0, 4000.0) as u32;
                    return Some(Logo { file: path.to_owned(), width, height: LOGO_HEIGHT, scheme: None });
                }
                Err(fault) => fault.name(),
            },
        };
        let pictures = self.theme.assets().map(|(own, _)| own).filter(|own| own.ends_with(".svg") || own.ends_with(".png"));
        let suggestion = nearest(path, pictures).filter(|_| bytes.is_none()).unwrap_or_default().to_owned();
        let finding = Finding::new(BAD_LOGO, self.place(written)).with("file", path).with("what", fault).with("limit", "64 KiB");
        self.findings.push(finding.with("suggestion", suggestion));
        None
    }
}

/// A paper of the theme; of one that does not say, black or white.
fn paper_of(tokens: &Tokens, name: &str, scheme: Scheme, when: When) -> Colour {
    let end = if scheme == Scheme::Light { Colour::WHITE } else { Colour::BLACK };
    tokens.colour(name, scheme, when).unwrap_or(end)
}

fn declarations([light, dark]: &[accent::Accent; 2]) -> String {
    let pair = |name: &str, light: Colour, dark: Colour| format!("  --{name}: light-dark({light}, {dark});\n");
    [
        pair("accent", light.accent, dark.accent),
        pair("accent-quiet", light.quiet, dark.quiet),
        pair("accent-wash", light.wash, dark.wash),
        pair("focus", light.accent, dark.accent),
    ]
    .concat()
}

#[cfg(test)]
mod tests;
