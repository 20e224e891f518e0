//! The fonts with which pictures are drawn: those in `templates/fonts/` of the theme, and no others, so that a picture is
//! the same on every machine.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, Family, ID, Query, Weight};
use serde::Serialize;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use unicode_normalization::UnicodeNormalization;

use super::Theme;
use crate::source::Sources;

/// Where they are within a theme.
const FOLDER: &str = "templates/fonts/";

/// More of a text is not fitted in.
const LONGEST: usize = 300;

/// Fonts that can be drawn with. They may be shared between threads.
#[derive(Clone)]
pub struct Fonts {
    database: Arc<Database>,
}

/// A text as it fits in somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fitted {
    /// The size of the letters, in the picture's units.
    pub size: u16,
    /// The lines. None where the fonts lack a letter of the text.
    pub lines: Vec<String>,
}

/// What a text must fit in.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// The width, in the picture's units.
    pub width: f32,
    /// The height, in the same units: so many times the size of the letters as there are lines.
    pub height: u16,
    /// The size of the letters, if that fits.
    pub size: u16,
    /// The size below which rather words are left out; at least one line of it is taken to fit.
    pub least: u16,
    /// Whether the letters are bold.
    pub is_bold: bool,
}

impl Frame {
    /// How many lines of a size there is room for.
    fn lines(&self, size: u16) -> usize {
        usize::from((self.height / size.max(1)).max(1))
    }
}

impl Fonts {
    /// Those of a theme, in the order of their names. What is no font is not used.
    pub fn read(theme: &Theme, sources: &Sources) -> Fonts {
        let mut database = Database::new();
        for (path, file) in &theme.files {
            let kind = path.rsplit_once('.').map(|(_, kind)| kind.to_ascii_lowercase());
            if path.starts_with(FOLDER) && kind.is_some_and(|kind| ["otf", "ttf"].contains(&kind.as_str())) {
                database.load_font_data(sources.file(*file).bytes().to_vec());
            }
        }
        let family = database.faces().find_map(|face| face.families.first()).map(|(family, _)| family.clone());
        if let Some(family) = family {
            database.set_serif_family(family);
        }
        Fonts { database: Arc::new(database) }
    }

    /// As the drawing library takes them.
    pub fn database(&self) -> Arc<Database> {
        Arc::clone(&self.database)
    }

    /// The letters of a text that no font has, even without their marks.
    pub fn lacking(&self, text: &str) -> Vec<char> {
        let mut lacking: Vec<char> = self.known(text).chars().filter(|c| !self.has(*c)).collect();
        lacking.sort_unstable();
        lacking.dedup();
        lacking
    }

    /// A text in a frame: in the largest letters in which all of it fits, else cut off in the smallest.
    pub fn fit(&self, text: &str, frame: Frame) -> Fitted {
        let text: String = self.known(text).chars().take(LONGEST).collect();
        if text.is_empty() || !self.lacking(&text).is_empty() {
            return Fitted { size: frame.size, lines: Vec::new() };
        }
        let ruler = Ruler { advances: text.chars().chain(['…']).map(|c| (c, self.advance(c, frame.is_bold))).collect(), frame };
        let sizes = (frame.least..=frame.size).rev();
        let whole = sizes
            .filter_map(|size| Some((size, ruler.wrap(&text, size, frame.width)?)))
            .find(|(size, lines)| lines.len() <= frame.lines(*size));
        match whole {
            Some((size, lines)) => Fitted { size, lines: ruler.balance(&text, size, lines) },
            None => Fitted { size: frame.least, lines: ruler.cut(&text) },
        }
    }

    /// How far a letter goes, in parts of its size, without the kerning that makes a line a little narrower.
    fn advance(&self, c: char, is_bold: bool) -> f32 {
        let weight = if is_bold { Weight::BOLD } else { Weight::NORMAL };
        let chosen = self.database.query(&Query { families: &[Family::Serif], weight, ..Query::default() });
        let faces = chosen.into_iter().chain(self.database.faces().map(|face| face.id));
        faces.filter_map(|face| self.advance_in(face, c)).next().unwrap_or_default()
    }

    fn advance_in(&self, face: ID, c: char) -> Option<f32> {
        let measured = self.database.with_face_data(face, |data, index| {
            let font = FontRef::from_index(data, index).ok()?;
            let glyph = font.charmap().map(c)?;
            font.glyph_metrics(Size::new(1.0), LocationRef::default()).advance_width(glyph)
        });
        measured.flatten()
    }

    fn has(&self, c: char) -> bool {
        c.is_whitespace() || self.database.faces().any(|face| self.advance_in(face.id, c).is_some())
    }

    /// The text in letters that the fonts have, as far as they do: `ố` without its marks where they lack it.
    fn known(&self, text: &str) -> String {
        let known = |c: char| if self.has(c) { c } else { c.nfd().find(|plain| self.has(*plain)).unwrap_or(c) };
        text.nfc().filter(|c| !c.is_control()).map(known).collect()
    }
}

/// What measures the lines of one text.
struct Ruler {
    /// How far each letter goes, in parts of its size.
    advances: BTreeMap<char, f32>,
    frame: Frame,
}

impl Ruler {
    fn fits(&self, line: &str, size: u16, width: f32) -> bool {
        let length: f32 = line.chars().filter_map(|c| self.advances.get(&c)).sum();
        length * f32::from(size) <= width
    }

    /// The same number of lines, about as long as each other: no word is left alone on the last one.
    fn balance(&self, text: &str, size: u16, lines: Vec<String>) -> Vec<String> {
        let narrower = (40..100_u8).map(|percent| self.frame.width * f32::from(percent) / 100.0);
        narrower.filter_map(|width| self.wrap(text, size, width)).find(|found| found.len() == lines.len()).unwrap_or(lines)
    }

    /// In lines of this width; `None` if a word is wider.
    fn wrap(&self, text: &str, size: u16, width: f32) -> Option<Vec<String>> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            if !self.fits(word, size, width) {
                return None;
            }
            let joined = lines.last().map(|line| format!("{line} {word}"));
            match (joined.filter(|line| self.fits(line, size, width)), lines.last_mut()) {
                (Some(joined), Some(last)) => *last = joined,
                _ => lines.push(word.to_owned()),
            }
        }
        Some(lines)
    }

    /// As much as fits in the smallest letters. Only a word that is wider than the frame is broken.
    fn cut(&self, text: &str) -> Vec<String> {
        let (size, most) = (self.frame.least, self.frame.lines(self.frame.least));
        let pieces: Vec<String> = text.split_whitespace().flat_map(|word| self.pieces(word)).collect();
        let mut lines = self.wrap(&pieces.join(" "), size, self.frame.width).unwrap_or_default();
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                while !last.is_empty() && !self.fits(&format!("{last}…"), size, self.frame.width) {
                    last.pop();
                }
                *last = format!("{}…", last.trim_end());
            }
        }
        lines
    }

    /// A word in pieces that fit on a line.
    fn pieces(&self, word: &str) -> Vec<String> {
        let mut pieces = vec![String::new()];
        for c in word.chars() {
            match pieces.last_mut() {
                Some(last) if last.is_empty() || self.fits(&format!("{last}{c}"), self.frame.least, self.frame.width) => last.push(c),
                _ => pieces.push(c.to_string()),
            }
        }
        pieces
    }
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fonts").field("faces", &self.database.len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::DEFAULT;

    fn fonts() -> Fonts {
        let sources = Sources::of_texts([]);
        Fonts::read(&Theme::find(&sources, DEFAULT, crate::diagnostic::Place::Nowhere).expect("the theme"), &sources)
    }

    const FRAME: Frame = Frame { width: 1040.0, height: 200, size: 120, least: 60, is_bold: true };

    #[test]
    fn a_text_is_as_large_as_fits() {
        let fonts = fonts();
        let fitted = |text: &str| fonts.fit(text, FRAME);
        assert_eq!(fitted("Clausewerk"), Fitted { size: 120, lines: vec!["Clausewerk".to_owned()] });
        assert_eq!(fitted("Trustcenter van de gemeente").lines, ["Trustcenter van", "de gemeente"]);
        let long = fitted("Samenwerkingsverband Informatiebeveiliging Noordoost-Nederland");
        assert!(long.size < 120 && long.lines.len() > 1, "{long:?}");
        let endless = fitted(&"Verwerkersovereenkomstenregister".repeat(8));
        assert_eq!((endless.size, endless.lines.len()), (60, 3));
        assert!(endless.lines[2].ends_with('…'), "{endless:?}");
    }

    #[test]
    fn every_line_is_within_the_frame() {
        let fonts = fonts();
        for text in ["a", "één twee drie vier vijf zes zeven acht negen tien elf twaalf", &"W".repeat(299), &"W ".repeat(200)] {
            let fitted = fonts.fit(text, FRAME);
            for line in &fitted.lines {
                let length: f32 = line.chars().map(|c| fonts.advance(c, true)).sum();
                assert!(length * f32::from(fitted.size) <= FRAME.width, "{line}");
            }
            assert!((1..=FRAME.lines(fitted.size)).contains(&fitted.lines.len()), "{text}");
        }
    }

    #[test]
    fn a_letter_that_no_font_has_is_drawn_without_its_marks_or_the_text_is_not_drawn() {
        let fonts = fonts();
        assert_eq!(fonts.fit("Nguyễn", FRAME).lines, ["Nguyen"]);
        assert_eq!(fonts.lacking("Čeština, ŁÓDŹ, Ærø, ß, țară"), [] as [char; 0]);
        assert_eq!(fonts.lacking("Trust Κέντρο"), ['Κ', 'έ', 'ν', 'ο', 'ρ', 'τ']);
        assert_eq!(fonts.fit("Trust Κέντρο", FRAME).lines, [] as [&str; 0]);
        assert_eq!(fonts.fit("", FRAME).lines, [] as [&str; 0]);
    }
}
