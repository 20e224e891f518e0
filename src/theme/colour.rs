//! Colours, and how well one can be told from another.

use std::fmt;

/// An opaque colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// The darkest colour.
    pub const BLACK: Colour = Colour { red: 0, green: 0, blue: 0 };
    /// The lightest colour.
    pub const WHITE: Colour = Colour { red: 255, green: 255, blue: 255 };

    /// From `#0b4f6b`, or `#abc` for `#aabbcc`.
    pub fn parse(written: &str) -> Option<Colour> {
        let digits = written.strip_prefix('#').filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        let part = |from: usize, to: usize| u8::from_str_radix(&digits[from..to], 16).ok();
        match digits.len() {
            3 => Some(Colour { red: part(0, 1)? * 17, green: part(1, 2)? * 17, blue: part(2, 3)? * 17 }),
            6 => Some(Colour { red: part(0, 2)?, green: part(2, 4)?, blue: part(4, 6)? }),
            _ => None,
        }
    }

    /// Its parts as amounts of light, from 0 to 1.
    fn linear(self) -> [f64; 3] {
        [self.red, self.green, self.blue].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// From amounts of light; `None` if no screen can show so much or so little.
    fn of_linear(parts: [f64; 3]) -> Option<Colour> {
        let written = parts.map(|part| if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 });
        let [red, green, blue] = written.map(|part| part * 255.0);
        let can_be_shown = [red, green, blue].iter().all(|part| (-0.5..255.5).contains(part));
        can_be_shown.then(|| Colour { red: red.round() as u8, green: green.round() as u8, blue: blue.round() as u8 })
    }

    /// The relative luminance, from 0 (black) to 1 (white), as WCAG 2.2 defines it.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// How light it looks, from 0 to 1, and how far it is from grey, in two directions: the space OKLab
    /// (Ottosson 2020; CSS Color Module Level 4, 9.2), in which equal steps look equally large.
    fn oklab(self) -> [f64; 3] {
        let light = self.linear();
        let cones = [
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ];
        let seen = cones.map(|row| dot(row, light).cbrt());
        let opponents = [
            [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
        ];
        opponents.map(|row| dot(row, seen))
    }

    /// The colour of OKLab coordinates; `None` if no screen can show it.
    fn of_oklab(coordinates: [f64; 3]) -> Option<Colour> {
        let seen =
            [[1.0, 0.396_337_777_4, 0.215_803_757_3], [1.0, -0.105_561_345_8, -0.063_854_172_8], [1.0, -0.089_484_177_5, -1.291_485_548_0]];
        let cones = seen.map(|row| dot(row, coordinates).powi(3));
        let light = [
            [4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2],
            [-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5],
            [-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0],
        ];
        Colour::of_linear(light.map(|row| dot(row, cones)))
    }

    /// How light it looks, from 0 (black) to 1 (white).
    pub fn lightness(self) -> f64 {
        self.oklab()[0]
    }

    /// A colour of the same hue that looks so light, and is as far from grey as it was, or as a screen can show.
    #[must_use]
    pub fn with_lightness(self, lightness: f64) -> Colour {
        let [_, a, b] = self.oklab();
        let shown = (0..=64).rev().map(|step| f64::from(step) / 64.0);
        let mut found = shown.map(|share| Colour::of_oklab([lightness, a * share, b * share]));
        found.find_map(|colour| colour).unwrap_or(if lightness > 0.5 { Colour::WHITE } else { Colour::BLACK })
    }

    /// The contrast ratio with another colour, from 1 to 21, as WCAG 2.2 defines it.
    pub fn contrast(self, other: Colour) -> f64 {
        let (own, other) = (self.luminance(), other.luminance());
        (own.max(other) + 0.05) / (own.min(other) + 0.05)
    }

    /// Whether black stands out from it better than white.
    pub fn is_light(self) -> bool {
        self.contrast(Colour::BLACK) > self.contrast(Colour::WHITE)
    }

    /// This colour with so much of another in it, from 0 (none) to 1 (nothing else).
    #[must_use]
    pub fn with(self, other: Colour, share: f64) -> Colour {
        let mix = |own: u8, other: u8| (f64::from(own) + (f64::from(other) - f64::from(own)) * share).round() as u8;
        Colour { red: mix(self.red, other.red), green: mix(self.green, other.green), blue: mix(self.blue, other.blue) }
    }
}

fn dot(row: [f64; 3], column: [f64; 3]) -> f64 {
    row[0] * column[0] + row[1] * column[1] + row[2] * column[2]
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_and_written_alike() {
        for (written, shown) in
            [("#0b4f6b", Some("#0b4f6b")), ("#ABC", Some("#aabbcc")), ("0b4f6b", None), ("#0b4f6", None), ("#0b4f6g", None), ("#é12", None)]
        {
            assert_eq!(Colour::parse(written).map(|colour| colour.to_string()).as_deref(), shown, "{written}");
        }
    }

    /// The ratios of known pairs: of the definition itself, and of two greys about the threshold for text on white.
    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let ratio = |a: &str, b: &str| Colour::parse(a).expect("a colour").contrast(Colour::parse(b).expect("a colour"));
        assert!((ratio("#000", "#fff") - 21.0).abs() < 1e-9 && (ratio("#fff", "#fff") - 1.0).abs() < 1e-9);
        assert!((ratio("#767676", "#ffffff") - 4.54).abs() < 0.01 && (ratio("#777777", "#ffffff") - 4.48).abs() < 0.01);
        assert_eq!(ratio("#123456", "#abcdef").to_bits(), ratio("#abcdef", "#123456").to_bits());
    }

    #[test]
    fn a_colour_is_itself_at_its_own_lightness_and_black_or_white_at_the_ends() {
        for written in ["#0b4f6b", "#5f2167", "#ffd166", "#000000", "#ffffff", "#00ff00"] {
            let colour = Colour::parse(written).expect("a colour");
            assert_eq!(colour.with_lightness(colour.lightness()), colour);
            let ends = [(colour.with_lightness(0.0), Colour::BLACK), (colour.with_lightness(1.0), Colour::WHITE)];
            assert!(ends.iter().all(|(found, end)| found.contrast(*end) < 1.02), "{written}: {ends:?}");
        }
        // Red is known in this space (CSS Color Module Level 4): oklch(0.628 0.258 29.23).
        let [lightness, a, b] = Colour::parse("#ff0000").expect("red").oklab();
        assert!((lightness - 0.628).abs() < 1e-3 && (a.hypot(b) - 0.258).abs() < 1e-3);
        assert!((b.atan2(a).to_degrees() - 29.23).abs() < 0.05);
    }

    #[test]
    fn a_mixture_lies_between_its_parts() {
        let grey = Colour::BLACK.with(Colour::WHITE, 0.5);
        assert_eq!(grey.to_string(), "#808080");
        assert_eq!(grey.with(Colour::WHITE, 0.0), grey);
        assert_eq!(grey.with(Colour::WHITE, 1.0), Colour::WHITE);
    }
}
