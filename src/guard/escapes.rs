//! Escapes within strings of JSON (RFC 8259) and JavaScript, and percent-encoding within addresses (RFC 3986).

/// A text with its string escapes decoded, if it has any: `\n`, `\"`, `\u00eb`, `\ud83d\ude00`, `\u{eb}`, `\xeb`.
pub fn decode_strings(text: &str) -> Option<String> {
    let mut rest = text;
    let mut decoded = String::new();
    while let Some(at) = rest.find('\\') {
        decoded.reserve(text.len());
        decoded.push_str(&rest[..at]);
        let (character, length) = escape(&rest[at..]);
        decoded.extend(character);
        rest = &rest[at + length..];
    }
    (rest.len() < text.len()).then(|| {
        decoded.push_str(rest);
        decoded
    })
}

/// What an escape at the start of a text stands for, and how many bytes it takes.
fn escape(text: &str) -> (Option<char>, usize) {
    let mut characters = text.chars().skip(1);
    match characters.next() {
        None => (Some('\\'), 1),
        Some('n' | 'r' | 't' | 'b' | 'f' | 'v') => (Some(' '), 2),
        Some('\n') => (None, 2), // JavaScript: the string goes on in the next line
        Some('x') => match hex(text, 2, 2) {
            Some(code) => (char::from_u32(code), 4),
            None => (Some('x'), 2),
        },
        Some('u') => unicode(text).unwrap_or((Some('u'), 2)),
        Some(other) => (Some(other), 1 + other.len_utf8()),
    }
}

fn unicode(text: &str) -> Option<(Option<char>, usize)> {
    if let Some(braced) = text.strip_prefix("\\u{") {
        let length = braced.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        braced[length..].strip_prefix('}')?;
        return Some((Some(char::from_u32(hex(text, 3, length)?)?), length + 4));
    }
    let code = hex(text, 2, 4)?;
    if !(0xd800..0xdc00).contains(&code) {
        return Some((Some(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)), 6));
    }
    let low = text.get(6..8).filter(|next| *next == "\\u").and_then(|_| hex(text, 8, 4));
    match low.filter(|low| (0xdc00..0xe000).contains(low)) {
        Some(low) => Some((char::from_u32(0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)), 12)),
        None => Some((Some(char::REPLACEMENT_CHARACTER), 6)),
    }
}

fn hex(text: &str, at: usize, length: usize) -> Option<u32> {
    let digits = text.get(at..at + length).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}

/// The addresses within a text, or what may be one, that are percent-encoded: decoded, one a line.
pub fn decode_addresses(text: &str) -> Option<String> {
    text.contains('%').then_some(())?;
    let mut decoded = Vec::new();
    for address in text.split(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '`')) {
        let bytes = address.as_bytes();
        if !(0..bytes.len()).any(|at| percent(bytes, at).is_some()) {
            continue;
        }
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let encoded = percent(bytes, at);
            decoded.push(encoded.unwrap_or(byte));
            at += if encoded.is_some() { 3 } else { 1 };
        }
        decoded.push(b'\n');
    }
    (!decoded.is_empty()).then(|| String::from_utf8_lossy(&decoded).into_owned())
}

fn percent(bytes: &[u8], at: usize) -> Option<u8> {
    let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    (bytes[at] == b'%').then_some(())?;
    u8::try_from(digit(at + 1)? * 16 + digit(at + 2)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_read_as_programs_read_them() {
        for (text, decoded) in [
            (r#""twee\nregels \"en\" re\u00ebel""#, Some(r#""twee regels "en" reëel""#)),
            (r"\u003cb\u003e \/ \\", Some(r"<b> / \")),
            (r"\ud83d\ude00 \ud83d \ude00", Some("😀 \u{fffd} \u{fffd}")),
            (r"re\u{eb}el re\xebel", Some("reëel reëel")),
            (r"\u12 \xz \u{zz} \", Some(r"u12 xz u{zz} \")),
            ("door\\\nlopend", Some("doorlopend")),
            (r"\ë\", Some(r"ë\")),
            ("niets", None),
        ] {
            assert_eq!(decode_strings(text).as_deref(), decoded, "{text}");
        }
    }

    #[test]
    fn only_addresses_are_percent_decoded() {
        for (text, decoded) in [
            (r#"<a href="mailto:x@y.nl?subject=De%20aard%20van">50 % korting"#, Some("mailto:x@y.nl?subject=De aard van\n")),
            ("/re%C3%ABel/%ff%", Some("/reëel/\u{fffd}%\n")),
            ("100% %zz %2", None),
        ] {
            assert_eq!(decode_addresses(text).as_deref(), decoded, "{text}");
        }
    }
}
