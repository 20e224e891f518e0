//! What follows from an accent: the colour of links and defined terms, the quieter one of what underlines them, and
//! the wash behind one that is pointed at.

use super::colour::Colour;

/// What text needs to be read: WCAG 2.2, success criterion 1.4.3.
pub const TEXT: f64 = 4.5;
/// What text needs for readers who ask for more contrast: success criterion 1.4.6.
pub const TEXT_MORE: f64 = 7.0;
/// What shapes, lines that mean something and focus need: success criterion 1.4.11.
pub const SHAPE: f64 = 3.0;

/// How fine the search for a colour is: it goes from one colour to another in so many steps.
const STEPS: u8 = 255;

/// An accent and what follows from it, in one scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent {
    /// Links and defined terms.
    pub accent: Colour,
    /// What underlines them.
    pub quiet: Colour,
    /// What lies behind one that is pointed at.
    pub wash: Colour,
}

impl Accent {
    /// The accent with, as `quiet`, as much of the first paper in it as leaves a line visible on every paper, and as
    /// `wash` a tenth of the accent in the first paper, less where words would not stand out from that.
    pub fn derive(accent: Colour, papers: &[Colour]) -> Accent {
        let paper = papers.first().copied().unwrap_or(Colour::WHITE);
        let quiet = steps().rev().map(|share| accent.with(paper, share)).find(|quiet| least_contrast(*quiet, papers) >= SHAPE);
        let wash = steps().map(|less| paper.with(accent, 0.1 * (1.0 - less))).find(|wash| accent.contrast(*wash) >= TEXT);
        Accent { accent, quiet: quiet.unwrap_or(accent), wash: wash.unwrap_or(paper) }
    }

    /// The same for readers who ask for more contrast: nothing is quiet.
    pub fn derive_more(accent: Colour, papers: &[Colour]) -> Accent {
        let accent = nearest(accent, papers, TEXT_MORE);
        let paper = papers.first().copied().unwrap_or(Colour::WHITE);
        let wash = steps().map(|less| paper.with(accent, 0.1 * (1.0 - less))).find(|wash| accent.contrast(*wash) >= TEXT_MORE);
        Accent { accent, quiet: accent, wash: wash.unwrap_or(paper) }
    }
}

/// The contrast of a colour with the paper from which it stands out least.
pub fn least_contrast(colour: Colour, papers: &[Colour]) -> f64 {
    papers.iter().map(|paper| colour.contrast(*paper)).fold(f64::INFINITY, f64::min)
}

/// The nearest colour that stands out from every paper so well: of the same hue, darker on light paper, lighter on dark.
pub fn nearest(colour: Colour, papers: &[Colour], ratio: f64) -> Colour {
    let is_light = papers.first().is_none_or(|paper| paper.is_light());
    let (from, to) = (colour.lightness(), if is_light { 0.0 } else { 1.0 });
    let mut found = steps().map(|share| if share == 0.0 { colour } else { colour.with_lightness(from + (to - from) * share) });
    found.find(|found| least_contrast(*found, papers) >= ratio).unwrap_or(if is_light { Colour::BLACK } else { Colour::WHITE })
}

fn steps() -> impl DoubleEndedIterator<Item = f64> {
    (0..=STEPS).map(|step| f64::from(step) / f64::from(STEPS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(written: &str) -> Colour {
        Colour::parse(written).expect("a colour")
    }

    #[test]
    fn the_nearest_colour_passes_and_the_one_before_it_does_not() {
        for (paper, ratio) in [("#fdfdfc", TEXT), ("#15181b", TEXT), ("#ffffff", TEXT_MORE), ("#000000", TEXT_MORE)] {
            let papers = [colour(paper)];
            for written in ["#ffd166", "#3a3a3a", "#808080", "#e2001a", "#0b4f6b", "#ffffff", "#000000"] {
                let (given, found) = (colour(written), nearest(colour(written), &papers, ratio));
                let contrast = least_contrast(found, &papers);
                assert!(contrast >= ratio, "{written} on {paper}: {found}");
                // What passes is left as it is; what does not is moved no further than it must.
                let passes = least_contrast(given, &papers) >= ratio;
                assert!(if passes { found == given } else { contrast < ratio + 0.2 }, "{written} on {paper}: {found}, {contrast}");
            }
        }
    }

    #[test]
    fn what_follows_from_an_accent_can_be_seen_and_read() {
        for paper in ["#fdfdfc", "#15181b"] {
            let papers = [colour(paper), colour(paper).with(Colour::parse("#808080").expect("grey"), 0.06)];
            for written in ["#0b4f6b", "#e2001a", "#ffd166", "#006600", "#5f2167"] {
                let usual = Accent::derive(nearest(colour(written), &papers, TEXT), &papers);
                assert!(least_contrast(usual.quiet, &papers) >= SHAPE && usual.accent.contrast(usual.wash) >= TEXT, "{written}: {usual:?}");
                let more = Accent::derive_more(colour(written), &papers);
                assert!(least_contrast(more.quiet, &papers) >= TEXT_MORE && more.accent.contrast(more.wash) >= TEXT_MORE, "{written}");
            }
        }
    }
}
