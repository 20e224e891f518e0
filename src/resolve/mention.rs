//! Finds where a text mentions a provision: `artikel 3.2`, `article 10`, `lid 1`, `Bijlage 2`.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::i18n::Lexicon;
use crate::parse::label;
use crate::parse::vocabulary::Law;

/// What sort of thing is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An article, section or clause by its number.
    Article,
    /// A clause by its rank in the article that speaks: `lid 1`.
    Clause,
    /// A part, or an agreement that others call an annex.
    Annex,
}

/// A mention of a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the plain text.
    pub range: Range<usize>,
    /// What sort of thing it is.
    pub kind: Kind,
    /// The word before the number, in lower case: `bijlage`.
    pub word: String,
    /// The number or letter: `3.2`, `1.A`, `2`.
    pub number: String,
    /// The rank of a clause within it: `lid 3`.
    pub member: Option<String>,
    /// The label of an item within it: `onder b`.
    pub item: Option<String>,
    /// The annex that the text says it stands in, as word and number: `article 3 of Annex 1`.
    pub annex: Option<(String, String)>,
    /// Whether the text says that it stands in a document that is not on this site.
    pub is_external: bool,
}

/// Finds mentions in the texts of one language.
pub struct Scanner {
    words: AhoCorasick,
    kinds: Vec<(String, Kind)>,
    clause_words: Vec<String>,
    item_words: Vec<String>,
    connectors: Vec<String>,
    laws: Vec<String>,
}

/// Words between a provision and the document it stands in: "of the", "van de".
const LINKING: [&str; 12] = ["of", "the", "van", "de", "het", "uit", "in", "to", "under", "from", "onze", "our"];

impl Scanner {
    /// A scanner for the words of a language.
    pub fn new(lexicon: &Lexicon, laws: &[Law]) -> Scanner {
        let kinds: Vec<(String, Kind)> =
            [(&lexicon.article, Kind::Article), (&lexicon.clause, Kind::Clause), (&lexicon.annex, Kind::Annex)]
                .into_iter()
                .flat_map(|(words, kind)| words.iter().map(move |word| (word.clone(), kind)))
                .collect();
        let words = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(kinds.iter().map(|(word, _)| word))
            // Only patterns beyond 4 GiB make this fail; then nothing is linked.
            .unwrap_or_else(|_| AhoCorasick::new([] as [&str; 0]).expect("an automaton of nothing"));
        let mut laws: Vec<String> = laws
            .iter()
            .flat_map(|law| law.name.values().chain(law.short.values()).chain(law.names.values().flatten()))
            .map(|name| name.to_lowercase())
            .collect();
        laws.sort_by_key(|name| std::cmp::Reverse(name.len()));
        let connectors = lexicon.and.iter().chain(&lexicon.range).cloned().chain([",".to_owned()]).collect();
        Scanner { words, kinds, clause_words: lexicon.clause.clone(), item_words: lexicon.item.clone(), connectors, laws }
    }

    /// The mentions in a text, in order. `external` are names of documents that are not on this site.
    pub fn mentions(&self, plain: &str, external: &[String]) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = Vec::new();
        for found in self.words.find_iter(plain) {
            if mentions.last().is_some_and(|before| before.range.end > found.start()) || !is_boundary(plain, found.start(), found.end()) {
                continue;
            }
            let (word, kind) = &self.kinds[found.pattern().as_usize()];
            self.mention(plain, found.range(), word, *kind, external, &mut mentions);
        }
        mentions
    }

    fn mention(&self, plain: &str, word_at: Range<usize>, word: &str, kind: Kind, external: &[String], mentions: &mut Vec<Mention>) {
        let Some(mut number) = spaced(plain, word_at.end).and_then(|at| designator(plain, at, kind)) else { return };
        let mut group = Vec::new();
        let mut start = word_at.start;
        loop {
            let mut mention = Mention {
                range: start..number.end,
                kind,
                word: word.to_owned(),
                number: plain[number.clone()].to_owned(),
                member: None,
                item: None,
                annex: None,
                is_external: false,
            };
            self.qualify(plain, &mut mention);
            self.turn_round(plain, &mut mention);
            let (end, kind) = (mention.range.end, mention.kind);
            group.push(mention);
            // "artikelen 3 en 4", "articles 6.1 to 6.3": each number is a mention of its own.
            match self.next_number(plain, end, kind, is_plural(word)) {
                Some(next) => {
                    start = next.start;
                    number = next;
                }
                None => break,
            }
        }
        let end = group.last().map_or(word_at.end, |mention| mention.range.end);
        let rest = self.skip_linking(plain, end);
        // A provision of a law is no provision of this agreement.
        if self.is_law(&plain[rest..]) || self.is_law(&plain[spaced(plain, end).unwrap_or(end)..]) {
            return;
        }
        let annex = self.word_at(plain, rest, Kind::Annex).filter(|_| rest > end + 1);
        if let Some((word, number)) = annex {
            let annex = (word.to_owned(), plain[number].to_owned());
            group.iter_mut().filter(|mention| mention.kind != Kind::Annex).for_each(|mention| mention.annex = Some(annex.clone()));
        }
        let elsewhere = external.iter().any(|name| starts_with_name(&plain[rest..], name));
        group.iter_mut().for_each(|mention| mention.is_external = elsewhere);
        // A document that is not here, by its own name: "Annex 3" of a contract elsewhere.
        mentions.extend(group.into_iter().map(|mention| {
            let named = external.iter().any(|name| name.eq_ignore_ascii_case(&plain[mention.range.clone()]));
            Mention { is_external: mention.is_external || named, ..mention }
        }));
    }

    /// Takes in "lid 3" and "onder b" behind a number.
    fn qualify(&self, plain: &str, mention: &mut Mention) {
        if mention.kind == Kind::Article
            && let Some((number, end)) =
                self.after_word(plain, mention.range.end, &self.clause_words, |at| designator(plain, at, Kind::Clause))
        {
            mention.member = Some(label::segment(&number).to_owned());
            mention.range.end = end;
        }
        if let Some((letter, end)) = self.after_word(plain, mention.range.end, &self.item_words, |at| item_letter(plain, at)) {
            mention.item = Some(label::segment(&letter).to_owned());
            mention.range.end = end;
        }
    }

    /// Reads "lid 3 van artikel 7" as "artikel 7 lid 3".
    fn turn_round(&self, plain: &str, mention: &mut Mention) {
        if mention.kind != Kind::Clause || mention.number.contains('.') {
            return;
        }
        let rest = self.skip_linking(plain, mention.range.end);
        if rest <= mention.range.end + 1 {
            return;
        }
        if let Some((word, number)) = self.word_at(plain, rest, Kind::Article) {
            mention.member = Some(label::segment(&mention.number).to_owned());
            mention.kind = Kind::Article;
            mention.word = word.to_owned();
            mention.number = plain[number.clone()].to_owned();
            mention.range.end = number.end;
        }
    }

    /// The word of this kind that stands here, and the place of the number behind it.
    fn word_at(&self, plain: &str, at: usize, kind: Kind) -> Option<(&str, Range<usize>)> {
        let words = self.kinds.iter().filter(|(word, own)| *own == kind && starts_with_name(plain.get(at..).unwrap_or_default(), word));
        let (word, _) = words.max_by_key(|(word, _)| word.len())?;
        Some((word, designator(plain, spaced(plain, at + word.len())?, kind)?))
    }

    fn after_word(
        &self,
        plain: &str,
        end: usize,
        words: &[String],
        read: impl Fn(usize) -> Option<Range<usize>>,
    ) -> Option<(String, usize)> {
        let comma = usize::from(plain[end..].starts_with(','));
        let at = spaced(plain, end + comma)?;
        let word = words.iter().filter(|word| starts_with_name(&plain[at..], word)).max_by_key(|word| word.len())?;
        let found = read(spaced(plain, at + word.len())?)?;
        // "under a duty" names no item.
        let goes_on = plain[found.end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
        if word == "under" && goes_on {
            return None;
        }
        Some((plain[found.clone()].to_owned(), found.end))
    }

    fn next_number(&self, plain: &str, end: usize, kind: Kind, may_be_bare: bool) -> Option<Range<usize>> {
        let rest = &plain[end..];
        let skipped = rest.len() - rest.trim_start().len();
        let word = self
            .connectors
            .iter()
            .filter(|word| starts_with_name(&rest[skipped..], word) || (*word == "," && rest.starts_with(',')))
            .max_by_key(|word| word.len())?;
        let found = designator(plain, spaced(plain, end + skipped + word.len())?, kind)?;
        let is_dotted = plain[found.clone()].contains('.');
        (is_dotted || (may_be_bare && kind != Kind::Annex) || (kind == Kind::Annex && may_be_bare && found.len() <= 2)).then_some(found)
    }

    fn skip_linking(&self, plain: &str, mut at: usize) -> usize {
        for _ in 0..4 {
            let next = spaced(plain, at).unwrap_or(at);
            match LINKING.iter().find(|word| starts_with_name(&plain[next..], word)) {
                Some(word) if plain.is_char_boundary(next + word.len()) => at = next + word.len(),
                _ => return next,
            }
        }
        spaced(plain, at).unwrap_or(at)
    }

    fn is_law(&self, rest: &str) -> bool {
        self.laws.iter().any(|law| starts_with_name(rest, law))
    }
}

fn is_plural(word: &str) -> bool {
    ["en", "s", "artt.", "leden", "appendices"].iter().any(|ending| word.ends_with(ending))
}

/// Whether the text begins with this name, as whole words, whatever the case.
fn starts_with_name(rest: &str, name: &str) -> bool {
    let mut characters = rest.chars();
    let same =
        name.chars().all(|wanted| characters.next().is_some_and(|found| found == wanted || found.to_lowercase().eq(wanted.to_lowercase())));
    same && characters.next().is_none_or(|next| !next.is_alphanumeric())
}

fn is_boundary(plain: &str, start: usize, end: usize) -> bool {
    let before = plain[..start].chars().next_back();
    let after = plain[end..].chars().next();
    before.is_none_or(|c| !c.is_alphanumeric() && c != '-') && after.is_none_or(|c| !c.is_alphanumeric())
}

/// The place after white space, which there must be.
fn spaced(plain: &str, at: usize) -> Option<usize> {
    let rest = plain.get(at..)?;
    let trimmed = rest.trim_start();
    (trimmed.len() < rest.len()).then_some(at + rest.len() - trimmed.len())
}

/// The number or letter that begins here.
fn designator(plain: &str, at: usize, kind: Kind) -> Option<Range<usize>> {
    let rest = plain.get(at..)?;
    if let Some(inner) = rest.strip_prefix('(') {
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        return ((1..=3).contains(&digits) && inner[digits..].starts_with(')')).then_some(at..at + digits + 2);
    }
    let mut length = 0;
    loop {
        let segment = rest[length..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        let is_first = length == 0;
        let text = &rest[length..length + segment];
        let is_number = !text.is_empty()
            && text.len() <= 4
            && text.as_bytes()[0].is_ascii_digit()
            && text.bytes().skip(1).filter(u8::is_ascii_alphabetic).count() <= 1;
        let is_letter = text.len() == 1 && text.as_bytes()[0].is_ascii_alphabetic();
        let is_first_letter = kind == Kind::Annex
            && (text.len() == 1 && text.as_bytes()[0].is_ascii_uppercase()
                || text.bytes().all(|b| b.is_ascii_uppercase()) && label::is_roman(text));
        if !(is_number || (!is_first && is_letter) || (is_first && is_first_letter)) {
            // The point before was the end of the sentence.
            return (length > 0).then(|| at..at + length - 1);
        }
        length += segment;
        if rest[length..].chars().next().is_some_and(char::is_alphanumeric) {
            return None;
        }
        if !rest[length..].starts_with('.') {
            return Some(at..at + length);
        }
        length += 1;
    }
}

fn item_letter(plain: &str, at: usize) -> Option<Range<usize>> {
    let rest = plain.get(at..)?;
    let open = usize::from(rest.starts_with('('));
    let core = rest[open..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    let word = &rest[open..open + core];
    let is_label = (word.len() == 1 || label::is_roman(word)) && !(word.is_empty());
    let close = usize::from(open == 1 && rest[open + core..].starts_with(')'));
    (is_label && open == close).then_some(at..at + open + core + close)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Messages};
    use crate::source::Sources;

    fn found(language: Language, plain: &str) -> String {
        let sources = Sources::built_in();
        let (messages, _) = Messages::load(&sources);
        let law = |short: &str, name: &str| Law {
            id: short.to_lowercase(),
            name: [(language, name.to_owned())].into(),
            short: [(language, short.to_owned())].into(),
            names: Default::default(),
            url: Default::default(),
            books: Default::default(),
            adopted: None,
            in_force: None,
            applies_from: None,
            repealed: None,
            relied_until: None,
            replaced_by: None,
        };
        let scanner = Scanner::new(
            messages.lexicon(language),
            &[law("AVG", "Algemene Verordening Gegevensbescherming"), law("GDPR", "General Data Protection Regulation")],
        );
        let external = ["hosting contract".to_owned(), "hoofdovereenkomst".to_owned()];
        let shown = scanner.mentions(plain, &external).into_iter().map(|mention| {
            let member = mention.member.map(|member| format!(" lid {member}")).unwrap_or_default();
            let item = mention.item.map(|item| format!(" onder {item}")).unwrap_or_default();
            let annex = mention.annex.map(|(word, number)| format!(" of {word} {number}")).unwrap_or_default();
            format!(
                "[{}] {:?} {}{member}{item}{annex}{}",
                &plain[mention.range],
                mention.kind,
                mention.number,
                if mention.is_external { " elsewhere" } else { "" }
            )
        });
        shown.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn dutch() {
        for (plain, expected) in [
            ("bedoeld in artikel 3.2.", "[artikel 3.2] Article 3.2"),
            ("Artikel 7 lid 2 onder b geldt", "[Artikel 7 lid 2 onder b] Article 7 lid 2 onder b"),
            ("de artikelen 3 en 4 gelden", "[artikelen 3] Article 3; [4] Article 4"),
            ("als bedoeld in lid 1", "[lid 1] Clause 1"),
            ("de diensten uit bijlage 1.A, en meer", "[bijlage 1.A] Annex 1.A"),
            ("zie Bijlage 2", "[Bijlage 2] Annex 2"),
            ("artikel 28 lid 3 AVG", ""),
            ("artikel 4 van de Algemene Verordening Gegevensbescherming", ""),
            ("artikel 2.3 van de hoofdovereenkomst", "[artikel 2.3] Article 2.3 elsewhere"),
            ("lid 3 van artikel 7 en lid 2", "[lid 3 van artikel 7] Article 7 lid 3; [lid 2] Clause 2"),
            ("lid 3 van artikel 28 AVG", ""),
            ("artikel 3 van Bijlage 1", "[artikel 3] Article 3 of bijlage 1; [Bijlage 1] Annex 1"),
            ("artikel 3.2, 14 dagen later", "[artikel 3.2] Article 3.2"),
            ("artikel 10 en 24 uur", "[artikel 10] Article 10"),
            ("binnen 24 uur en in artikelen over zorg", ""),
            ("het hoofdartikel 3 en het overlid 1", ""),
        ] {
            assert_eq!(found(Language::NL, plain), expected, "{plain}");
        }
    }

    #[test]
    fn english() {
        for (plain, expected) in [
            ("set out in article 5.3, we grant", "[article 5.3] Article 5.3"),
            ("pursuant to Clause 10.2;", "[Clause 10.2] Clause 10.2"),
            ("Schedule 2 to these GTC", "[Schedule 2] Annex 2"),
            ("articles 6.1 to 6.3", "[articles 6.1] Article 6.1; [6.3] Article 6.3"),
            ("article 46 of the General Data Protection Regulation", ""),
            ("Article 32 GDPR", ""),
            ("paragraph 3 of Article 28 GDPR", ""),
            ("clause 10.2 under a separate contract", "[clause 10.2] Clause 10.2"),
            ("clause 10.2 under a, and", "[clause 10.2 under a] Clause 10.2 onder a"),
            ("section 2 of Schedule 1", "[section 2] Clause 2 of schedule 1; [Schedule 1] Annex 1"),
            ("article 2.3 of the hosting contract", "[article 2.3] Article 2.3 elsewhere"),
        ] {
            assert_eq!(found(Language::EN, plain), expected, "{plain}");
        }
    }
}
