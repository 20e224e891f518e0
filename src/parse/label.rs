//! Printed labels: the number of a clause, the letter of an item. They are read from the source bytes,
//! since a printed number counts to the letter, and Markdown would renumber it.

/// Length in bytes of the clause number that a line begins with, or `None`.
///
/// A clause number is `7.1`, `1.C.`, `12.3.4` (two or more segments, the first of digits, each further one of
/// one or two digits or a single letter) or `(3)`, followed by white space or the end. A bare number is none:
/// `24 uur`; neither is an amount of thousands: `1.000 euro`.
pub fn clause_number(line: &str) -> Option<usize> {
    let length = bracketed_number(line).or_else(|| dotted_number(line))?;
    ends_here(&line[length..]).then_some(length)
}

/// Length in bytes of the label that an item begins with, or `None`: `a.`, `a)`, `(a)`, `(i)`, `iv.`, `bb)`, `(2)`.
pub fn item_label(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let open = usize::from(bytes.first() == Some(&b'('));
    let core = bytes[open..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    let close = *bytes.get(open + core)?;
    let is_closed = if open == 1 { close == b')' } else { close == b')' || close == b'.' };
    let length = open + core + 1;
    (is_closed && is_ordinal(&text[open..open + core]) && ends_here(&text[length..])).then_some(length)
}

/// Whether these letters or digits count something: `b`, `cc`, `xiv`, `12`.
pub fn is_ordinal(core: &str) -> bool {
    let same_letter = core.len() <= 2 && core.bytes().all(|b| b.is_ascii_alphabetic() && b == core.as_bytes()[0]);
    let digits = core.len() <= 3 && core.bytes().all(|b| b.is_ascii_digit());
    !core.is_empty() && (same_letter || digits || is_roman(core))
}

/// Roman numerals up to 89, in one case: no list of a contract is longer.
pub fn is_roman(core: &str) -> bool {
    let one_case = core.bytes().all(|b| b.is_ascii_lowercase()) || core.bytes().all(|b| b.is_ascii_uppercase());
    let lower = core.to_ascii_lowercase();
    let tens = ["lxxx", "lxx", "lx", "l", "xl", "xxx", "xx", "x", ""];
    let ones = ["ix", "viii", "vii", "vi", "iv", "v", "iii", "ii", "i", ""];
    !core.is_empty() && one_case && tens.iter().any(|ten| lower.strip_prefix(ten).is_some_and(|rest| ones.contains(&rest)))
}

fn bracketed_number(line: &str) -> Option<usize> {
    let digits = line.strip_prefix('(')?.bytes().take_while(u8::is_ascii_digit).count();
    ((1..=3).contains(&digits) && line.as_bytes().get(digits + 1) == Some(&b')')).then_some(digits + 2)
}

fn dotted_number(line: &str) -> Option<usize> {
    let first = line.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&first) {
        return None;
    }
    let mut length = first;
    let mut segments = 1;
    while let Some(rest) = line[length..].strip_prefix('.') {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let letter = usize::from(
            rest.bytes().next().is_some_and(|b| b.is_ascii_alphabetic()) && !rest.as_bytes().get(1).is_some_and(u8::is_ascii_alphanumeric),
        );
        match digits.max(letter) {
            0 => break,
            3.. => return None,
            more => length += 1 + more,
        }
        segments += 1;
    }
    if segments < 2 {
        return None;
    }
    Some(length + usize::from(line[length..].starts_with('.')))
}

fn ends_here(rest: &str) -> bool {
    rest.chars().next().is_none_or(char::is_whitespace)
}

/// The number of a label: without brackets' partner or final point where it is a point: `1.C.` → `1.C`, `(3)` → `(3)`.
pub fn number(label: &str) -> &str {
    label.strip_suffix('.').unwrap_or(label)
}

/// The segment of an id that a label gives: without brackets and final point.
pub fn segment(label: &str) -> &str {
    label.trim_matches(['(', ')', '.'])
}

/// Whether `next` follows on `before`: the same but for a last segment that is one more.
pub fn follows_on(before: &str, next: &str) -> bool {
    let split = |label: &str| -> (String, String) {
        let core = segment(label);
        core.rsplit_once('.').map_or((String::new(), core.to_owned()), |(head, last)| (head.to_owned(), last.to_owned()))
    };
    let ((head, last), (next_head, next_last)) = (split(before), split(next));
    let one_more = match (last.parse::<u32>(), next_last.parse::<u32>()) {
        (Ok(a), Ok(b)) => a + 1 == b,
        _ => last.len() == 1 && next_last.len() == 1 && last.as_bytes()[0].wrapping_add(1) == next_last.as_bytes()[0],
    };
    head == next_head && one_more
}

/// Whether two labels of items can stand for the same rank: `a.`, `(a)`, `A)` and `1.` do; `(i)` is the first or the ninth.
pub fn counts_alike(a: &str, b: &str) -> bool {
    let (a, b) = (segment(a).to_lowercase(), segment(b).to_lowercase());
    a == b || ranks(&a).into_iter().flatten().any(|rank| ranks(&b).contains(&Some(rank)))
}

/// What a label can count, as a number, a letter (`aa` follows `z`) and a roman numeral.
fn ranks(label: &str) -> [Option<u32>; 3] {
    let letter = label.bytes().next().filter(|first| first.is_ascii_lowercase() && label.bytes().all(|b| b == *first));
    let length = u32::try_from(label.len()).unwrap_or(u32::MAX);
    let by_letter = letter.map(|first| u32::from(first - b'a' + 1).saturating_add(26 * (length - 1)));
    let by_roman = (1..=89).find(|number| roman(*number) == label).and_then(|number| u32::try_from(number).ok());
    [label.parse().ok(), by_letter, by_roman]
}

/// A number up to 89 in lower case.
fn roman(number: usize) -> String {
    let tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx"];
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    tens.get(number / 10).unwrap_or(&"").to_string() + ones[number % 10]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_numbers_are_told_from_numbers_in_a_sentence() {
        for (line, label) in [
            ("7.1 Verwerker meldt", "7.1"),
            ("1.C. Verwerker verwerkt", "1.C."),
            ("12.10 If you", "12.10"),
            ("3.2.1\tOok", "3.2.1"),
            ("(3) License", "(3)"),
            ("7.1", "7.1"),
        ] {
            assert_eq!(clause_number(line).map(|length| &line[..length]), Some(label), "{line}");
        }
        for line in [
            "24 uur",
            "14 (fourteen) days",
            "7 Meldplicht",
            "7. Meldplicht",
            "7.1meldt",
            "08\\.30 uur",
            "e.g. this",
            "(i) first",
            "1.Een",
            "(2018)",
            "2018.1 x",
            "1.000 euro",
            "12.500.000 records",
        ] {
            assert_eq!(clause_number(line), None, "{line}");
        }
    }

    #[test]
    fn item_labels_are_letters_roman_numerals_and_digits() {
        for (text, label) in [
            ("a. de aard", "a."),
            ("b) give", "b)"),
            ("(i) copy", "(i)"),
            ("iv. vier", "iv."),
            ("bb) x", "bb)"),
            ("(12) x", "(12)"),
            ("A. Client", "A."),
        ] {
            assert_eq!(item_label(text).map(|length| &text[..length]), Some(label), "{text}");
        }
        for text in ["B.V. Voxio", "o.a. dit", "an item", "(semi) automatisch", "mix. van", "a.b", "e-mail", ""] {
            assert_eq!(item_label(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_follows_on_when_only_the_last_segment_grows() {
        assert!(follows_on("7.1", "7.2") && follows_on("7.9", "7.10") && follows_on("1.C.", "1.D.") && follows_on("(3)", "(4)"));
        assert!(!follows_on("7.1", "3.2") && !follows_on("7.1", "7.1") && !follows_on("7.1", "8.2"));
    }

    #[test]
    fn labels_of_items_count_alike_in_every_style() {
        for (a, b) in [("a.", "(a)"), ("b)", "B."), ("a.", "1."), ("(i)", "a."), ("ix.", "(9)"), ("bb)", "28."), ("xii", "12")] {
            assert!(counts_alike(a, b), "{a} {b}");
        }
        for (a, b) in [("a.", "b."), ("(ii)", "a."), ("c.", "(i)"), ("1)", "2)"), ("aa.", "a.")] {
            assert!(!counts_alike(a, b), "{a} {b}");
        }
    }
}
