//! Two texts word by word: what both have, and what one alone has.
//!
//! The longest common words are found by Myers' algorithm (E. W. Myers, “An O(ND) Difference Algorithm and Its Variations”,
//! Algorithmica 1, 1986); what is left between two differences and is too little to read by itself goes with them.

use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Of words that both have, at least so many letters must stand between two differences to be told apart from them.
const READABLE: usize = 4;

/// A stretch of text and who has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words, with the spaces and signs among them.
    pub text: String,
    /// Who has them.
    pub side: Side,
}

/// Which of two texts has something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Both.
    Both,
    /// The left one alone.
    Left,
    /// The right one alone.
    Right,
}

/// The two texts as one: the runs of both and left in their order are the left text, those of both and right the right one.
pub fn redline(left: &str, right: &str) -> Vec<Run> {
    let (a, b) = (tokens(left), tokens(right));
    let mut pieces: Vec<(Side, &[&str])> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &a, &b) {
        match op {
            DiffOp::Equal { old_index, len, .. } => pieces.push((Side::Both, &a[old_index..old_index + len])),
            DiffOp::Delete { old_index, old_len, .. } => pieces.push((Side::Left, &a[old_index..old_index + old_len])),
            DiffOp::Insert { new_index, new_len, .. } => pieces.push((Side::Right, &b[new_index..new_index + new_len])),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                pieces.push((Side::Left, &a[old_index..old_index + old_len]));
                pieces.push((Side::Right, &b[new_index..new_index + new_len]));
            }
        }
    }
    joined(&pieces)
}

/// The words of a text, in small letters, as what is compared of them. They are hashed: texts are held against many others, and of
/// billions of words two have one hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    in_order: Vec<u64>,
    sorted: Vec<u64>,
    /// Each with its place in the text, sorted.
    places: Vec<(u64, u32)>,
}

impl Words {
    /// Those of a text.
    pub fn of(text: &str) -> Words {
        let hasher = BuildHasherDefault::<DefaultHasher>::default();
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let in_order: Vec<u64> = words.map(|word| hasher.hash_one(word.to_lowercase())).collect();
        let mut places: Vec<(u64, u32)> = in_order.iter().copied().zip(0..).collect();
        places.sort_unstable();
        Words { sorted: places.iter().map(|(word, _)| *word).collect(), in_order, places }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.in_order.len()
    }

    /// Whether they are the same, in any order.
    pub fn are_those_of(&self, other: &Words) -> bool {
        self.sorted == other.sorted
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.in_order.is_empty()
    }
}

/// How alike two texts are: the share of their words that both have in the same order, from 0 to 1. Two empty texts are alike.
pub fn likeness(left: &Words, right: &Words) -> f64 {
    share(2 * longest_common(left, right), left.len() + right.len())
}

/// How many words the longest series has that both texts have in the same order: the rows of the usual table as bits, 64 columns at a
/// time (H. Hyyrö, “Bit-Parallel LCS-length Computation Revisited”, AWOCA 2004). Agreements are held against each other clause by
/// clause, and this asks for no memory but a row.
fn longest_common(left: &Words, right: &Words) -> usize {
    let mut row = vec![u64::MAX; left.len().div_ceil(64)];
    let mut matches = vec![0u64; row.len()];
    for word in &right.in_order {
        let first = left.places.partition_point(|(own, _)| own < word);
        let same = || left.places[first..].iter().take_while(|(own, _)| own == word).map(|(_, place)| *place as usize);
        same().for_each(|place| matches[place / 64] |= 1 << (place % 64));
        let mut carry = false;
        for (bits, matching) in row.iter_mut().zip(&matches) {
            let common = *bits & matching;
            let (sum, over) = bits.overflowing_add(common);
            let (sum, over_by_carry) = sum.overflowing_add(u64::from(carry));
            carry = over || over_by_carry;
            *bits = sum | (*bits & !matching);
        }
        same().for_each(|place| matches[place / 64] = 0);
    }
    let beyond = row.len() * 64 - left.len();
    let zeros: usize = row.iter().map(|bits| bits.count_zeros() as usize).sum();
    // Columns beyond the text match nothing: they stay ones, unless a carry runs into them, which the last word's bits tell.
    let mask = if beyond == 0 { 0 } else { u64::MAX << (64 - beyond) };
    zeros - row.last().map_or(0, |bits| (!bits & mask).count_ones() as usize)
}

/// No pair of texts is more alike than this, which is found at once: the share of their words that both have in any order.
pub fn at_most_alike(left: &Words, right: &Words) -> f64 {
    let (mut a, mut b, mut same) = (left.sorted.iter().peekable(), right.sorted.iter().peekable(), 0);
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => {
                same += 1;
                a.next();
                b.next();
            }
        }
    }
    share(2 * same, left.len() + right.len())
}

fn share(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 { 1.0 } else { number(part) / number(whole) }
}

/// Words, each with what joins its parts (`art. 28a`, `sub-processor`), and every other sign by itself.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let mut end = first.len_utf8();
        if first.is_alphanumeric() {
            let inner = |at: usize, c: char| {
                let next = rest[at + c.len_utf8()..].chars().next();
                c.is_alphanumeric() || (matches!(c, '-' | '’' | '\'' | '.' | ',') && next.is_some_and(char::is_alphanumeric))
            };
            end = rest.char_indices().find(|(at, c)| !inner(*at, *c)).map_or(rest.len(), |(at, _)| at);
        }
        let (token, after) = rest.split_at(end);
        tokens.push(token);
        rest = after;
    }
    tokens
}

/// Pieces as runs. Where only a little stands between two differences, it is told twice, once on each side.
fn joined(pieces: &[(Side, &[&str])]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut left, mut right) = (String::new(), String::new());
    let flush = |runs: &mut Vec<Run>, left: &mut String, right: &mut String| {
        for (text, side) in [(std::mem::take(left), Side::Left), (std::mem::take(right), Side::Right)] {
            if !text.is_empty() {
                runs.push(Run { text, side });
            }
        }
    };
    for (place, (side, tokens)) in pieces.iter().enumerate() {
        let text = tokens.concat();
        match side {
            Side::Left => left.push_str(&text),
            Side::Right => right.push_str(&text),
            Side::Both => {
                let is_between = (!left.is_empty() || !right.is_empty()) && place + 1 < pieces.len();
                // A line's end parts differences: what stands on one line must not be shown on another.
                if is_between && !text.contains('\n') && text.chars().filter(|c| c.is_alphanumeric()).count() < READABLE {
                    left.push_str(&text);
                    right.push_str(&text);
                } else {
                    flush(&mut runs, &mut left, &mut right);
                    runs.push(Run { text, side: Side::Both });
                }
            }
        }
    }
    flush(&mut runs, &mut left, &mut right);
    runs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What one reads: `[-left-]` and `{+right+}`.
    fn shown(left: &str, right: &str) -> String {
        let mark = |run: Run| match run.side {
            Side::Both => run.text,
            Side::Left => format!("[-{}-]", run.text),
            Side::Right => format!("{{+{}+}}", run.text),
        };
        redline(left, right).into_iter().map(mark).collect()
    }

    #[test]
    fn words_that_one_side_alone_has() {
        assert_eq!(shown("Verwerker meldt binnen 24 uur.", "Verwerker meldt binnen 48 uur."), "Verwerker meldt binnen [-24-]{+48+} uur.");
        assert_eq!(shown("Verwerker meldt.", "Verwerker meldt."), "Verwerker meldt.");
        assert_eq!(shown("", "Nieuw."), "{+Nieuw.+}");
        assert_eq!(shown("artikel 7.1 AVG", "artikel 7.2 AVG"), "artikel [-7.1-]{+7.2+} AVG");
        // A comma and a short word between differences would only tear them apart.
        assert_eq!(shown("wissen, of vernietigen", "bewaren, of teruggeven"), "[-wissen, of vernietigen-]{+bewaren, of teruggeven+}");
    }

    #[test]
    fn likeness_counts_words_in_order() {
        let likeness = |left: &str, right: &str| likeness(&Words::of(left), &Words::of(right));
        assert!((likeness("een twee drie vier", "een twee drie vier") - 1.0).abs() < f64::EPSILON);
        assert!((likeness("een twee", "drie vier")).abs() < f64::EPSILON);
        assert!((likeness("Een, twee.", "een TWEE") - 1.0).abs() < f64::EPSILON);
        assert!((likeness("een twee drie vier", "een twee vijf zes") - 0.5).abs() < f64::EPSILON);
        assert!((likeness("", "") - 1.0).abs() < f64::EPSILON);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

        #[test]
        fn a_redline_holds_both_texts(left in "([a-dé]{1,3}|[ ,.\n]){0,30}", right in "([a-dé]{1,3}|[ ,.\n]){0,30}") {
            let runs = redline(&left, &right);
            let text = |without: Side| runs.iter().filter(|run| run.side != without).map(|run| run.text.as_str()).collect::<String>();
            prop_assert_eq!(text(Side::Right), &*left);
            prop_assert_eq!(text(Side::Left), &*right);
            // Neighbours are of different kinds, and no run is empty.
            prop_assert!(runs.iter().all(|run| !run.text.is_empty()));
            prop_assert!(runs.windows(2).all(|pair| pair[0].side != pair[1].side));
        }

        #[test]
        fn nothing_is_more_alike_than_its_words_allow(left in "([a-d]{1,2}| ){0,20}", right in "([a-d]{1,2}| ){0,20}") {
            let (left, right) = (Words::of(&left), Words::of(&right));
            prop_assert!(likeness(&left, &right) <= at_most_alike(&left, &right) + 1e-9);
        }

        #[test]
        fn the_longest_common_series_is_that_of_the_usual_table(left in "([a-d]{1,2} ){0,150}", right in "([a-d]{1,2} ){0,150}") {
            let (left, right) = (Words::of(&left), Words::of(&right));
            let mut table = vec![vec![0; right.len() + 1]; left.len() + 1];
            for (i, a) in left.in_order.iter().enumerate() {
                for (j, b) in right.in_order.iter().enumerate() {
                    table[i + 1][j + 1] = if a == b { table[i][j] + 1 } else { table[i][j + 1].max(table[i + 1][j]) };
                }
            }
            prop_assert_eq!(longest_common(&left, &right), table[left.len()][right.len()]);
        }
    }
}
