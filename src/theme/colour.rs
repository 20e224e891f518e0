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

    /// The relative luminance, from 0 (black) to 1 (white), as WCAG 2.2 defines it.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
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
    fn a_mixture_lies_between_its_parts() {
        let grey = Colour::BLACK.with(Colour::WHITE, 0.5);
        assert_eq!(grey.to_string(), "#808080");
        assert_eq!(grey.with(Colour::WHITE, 0.0), grey);
        assert_eq!(grey.with(Colour::WHITE, 1.0), Colour::WHITE);
    }
}
