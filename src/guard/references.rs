//! Character references of HTML and XML: `&amp;`, `&#235;`, `&#xEB;`.

/// Appends a text with its references decoded, and says whether there were any.
pub fn decode_into(text: &str, decoded: &mut String) -> bool {
    let mut rest = text;
    let mut any = false;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((character, length)) = reference(rest) {
            decoded.push(character);
            rest = &rest[length..];
            any = true;
        } else {
            decoded.push('&');
            rest = &rest[1..];
        }
    }
    decoded.push_str(rest);
    any
}

/// A text with its references decoded, if it has any.
pub fn decode(text: &str) -> Option<String> {
    text.contains('&').then_some(())?;
    let mut decoded = String::with_capacity(text.len());
    decode_into(text, &mut decoded).then_some(decoded)
}

/// The character that a reference at the start of a text stands for, and how many bytes it takes.
fn reference(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    if let Some(number) = body.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let (digits, radix, before) = hex.map_or((number, 10, 2), |digits| (digits, 16, 3));
        let length = digits.bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
        let significant = digits[..length].trim_start_matches('0');
        let character = char::from_u32(u32::from_str_radix(significant, radix).ok()?)?;
        // Browsers do without the semicolon.
        let semicolon = usize::from(digits[length..].starts_with(';'));
        return Some((character, before + length + semicolon));
    }
    let length = body.bytes().take(LONGEST_NAME + 1).take_while(u8::is_ascii_alphanumeric).count();
    let name = &body[..length];
    body[length..].strip_prefix(';')?;
    let (_, character) = NAMED.iter().find(|(known, _)| *known == name)?;
    Some((*character, length + 2))
}

const LONGEST_NAME: usize = 8;

/// The names that occur in text of western languages (HTML 5.2, 8.5), those that programs write first.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("shy", '\u{ad}'),
    ("euml", 'ë'),
    ("eacute", 'é'),
    ("iuml", 'ï'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("auml", 'ä'),
    ("egrave", 'è'),
    ("ecirc", 'ê'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("atilde", 'ã'),
    ("aring", 'å'),
    ("aelig", 'æ'),
    ("ccedil", 'ç'),
    ("igrave", 'ì'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("eth", 'ð'),
    ("ntilde", 'ñ'),
    ("ograve", 'ò'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("otilde", 'õ'),
    ("oslash", 'ø'),
    ("oelig", 'œ'),
    ("ugrave", 'ù'),
    ("uacute", 'ú'),
    ("ucirc", 'û'),
    ("yacute", 'ý'),
    ("yuml", 'ÿ'),
    ("thorn", 'þ'),
    ("szlig", 'ß'),
    ("scaron", 'š'),
    ("zcaron", 'ž'),
    ("ccaron", 'č'),
    ("lstrok", 'ł'),
    ("Euml", 'Ë'),
    ("Eacute", 'É'),
    ("Egrave", 'È'),
    ("Ecirc", 'Ê'),
    ("Iuml", 'Ï'),
    ("Igrave", 'Ì'),
    ("Iacute", 'Í'),
    ("Icirc", 'Î'),
    ("Ouml", 'Ö'),
    ("Ograve", 'Ò'),
    ("Oacute", 'Ó'),
    ("Ocirc", 'Ô'),
    ("Otilde", 'Õ'),
    ("Oslash", 'Ø'),
    ("OElig", 'Œ'),
    ("Uuml", 'Ü'),
    ("Ugrave", 'Ù'),
    ("Uacute", 'Ú'),
    ("Ucirc", 'Û'),
    ("Auml", 'Ä'),
    ("Agrave", 'À'),
    ("Aacute", 'Á'),
    ("Acirc", 'Â'),
    ("Atilde", 'Ã'),
    ("Aring", 'Å'),
    ("AElig", 'Æ'),
    ("Ccedil", 'Ç'),
    ("ETH", 'Ð'),
    ("Ntilde", 'Ñ'),
    ("Yacute", 'Ý'),
    ("THORN", 'Þ'),
    ("Scaron", 'Š'),
    ("Zcaron", 'Ž'),
    ("ordf", 'ª'),
    ("ordm", 'º'),
    ("sup1", '¹'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("micro", 'µ'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("euro", '€'),
    ("pound", '£'),
    ("yen", '¥'),
    ("cent", '¢'),
    ("sect", '§'),
    ("para", '¶'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("deg", '°'),
    ("plusmn", '±'),
    ("times", '×'),
    ("divide", '÷'),
    ("minus", '−'),
    ("permil", '‰'),
    ("dagger", '†'),
    ("Dagger", '‡'),
    ("thinsp", '\u{2009}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("iexcl", '¡'),
    ("iquest", '¿'),
    ("not", '¬'),
    ("macr", '¯'),
    ("acute", '´'),
    ("cedil", '¸'),
    ("uml", '¨'),
    ("larr", '←'),
    ("rarr", '→'),
    ("Tab", '\t'),
    ("NewLine", '\n'),
    ("num", '#'),
    ("percnt", '%'),
    ("lpar", '('),
    ("rpar", ')'),
    ("ast", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '‐'),
    ("dash", '‐'),
    ("period", '.'),
    ("sol", '/'),
    ("colon", ':'),
    ("semi", ';'),
    ("equals", '='),
    ("quest", '?'),
    ("commat", '@'),
    ("lbrack", '['),
    ("lsqb", '['),
    ("bsol", '\\'),
    ("rbrack", ']'),
    ("rsqb", ']'),
    ("lowbar", '_'),
    ("grave", '`'),
    ("lbrace", '{'),
    ("lcub", '{'),
    ("verbar", '|'),
    ("vert", '|'),
    ("rbrace", '}'),
    ("rcub", '}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_the_characters_they_stand_for() {
        for (text, decoded) in [
            ("re&euml;el", Some("reëel")),
            ("re&#235;el re&#xEB;el re&#x00eb;el", Some("reëel reëel reëel")),
            ("re&#235el", Some("reëel")),
            ("a &amp;amp; b", Some("a &amp; b")),
            ("&lt;b&gt;", Some("<b>")),
            ("niets", None),
            ("a & b &; &#; &#x; &onbekend; &#x110000; &#99999999999;", None),
        ] {
            assert_eq!(decode(text).as_deref(), decoded, "{text}");
        }
    }

    #[test]
    fn no_known_name_is_longer_than_is_looked_at() {
        assert!(NAMED.iter().all(|(name, _)| name.len() <= LONGEST_NAME));
    }
}
