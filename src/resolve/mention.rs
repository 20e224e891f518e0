//! Finds where a text mentions a provision: `artikel 3.2`, `article 10`, `lid 1`, `Bijlage 2`, `het vorige lid`, `this Schedule`.

mod marks;

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::i18n::Lexicon;
use crate::parse::label;
use marks::{bracketed, designator, is_boundary, is_plural, item_letter, spaced, starts_with_name, word_before};

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

/// What a name in a text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A law, by its place in the vocabulary.
    Law(u32),
    /// An agreement of the vendor, by its place among the outlines.
    Agreement(u32),
    /// A document that is not on this site.
    External,
    /// The agreement that speaks, one of its parties, or another thing that it defines.
    Own,
}

/// Where a provision is when it is told by its place and not by a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relative {
    /// The one before: `het vorige lid`.
    Previous,
    /// The one after.
    Next,
    /// The one that speaks: `this Schedule`.
    This,
}

/// The document that a provision is said to stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Document {
    /// None: the one that speaks.
    Own,
    /// An annex, as word and number: `article 3 of Annex 1`.
    Annex(String, String),
    /// The annex that speaks, by its word: `article 3 of this Annex`.
    This(String),
    /// One that is known by a name.
    Named(Named),
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
    /// The number or letter: `3.2`, `1.A`, `2`; empty where it is relative.
    pub number: String,
    /// Told by its place.
    pub relative: Option<Relative>,
    /// The rank of a clause within it: `lid 3`.
    pub member: Option<String>,
    /// The label of an item within it: `onder b`.
    pub item: Option<String>,
    /// The document it stands in.
    pub document: Document,
}

/// What stands at a byte of the text under a name, and where the name ends.
pub type Names<'n> = &'n dyn Fn(usize) -> Option<(usize, Named)>;

/// Finds mentions in the texts of one language.
pub struct Scanner {
    words: AhoCorasick,
    kinds: Vec<(String, Kind)>,
    connectors: Vec<String>,
    lexicon: Lexicon,
}

impl Scanner {
    /// A scanner for the words of a language.
    pub fn new(lexicon: &Lexicon) -> Scanner {
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
        let connectors = lexicon.and.iter().chain(&lexicon.range).cloned().chain([",".to_owned()]).collect();
        Scanner { words, kinds, connectors, lexicon: lexicon.clone() }
    }

    /// The mentions in a text, in order.
    pub fn mentions(&self, plain: &str, names: Names<'_>) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = Vec::new();
        for found in self.words.find_iter(plain) {
            if mentions.last().is_some_and(|before| before.range.end > found.start()) || !is_boundary(plain, found.start(), found.end()) {
                continue;
            }
            let (word, kind) = &self.kinds[found.pattern().as_usize()];
            let number = spaced(plain, found.end()).and_then(|at| designator(plain, at, *kind));
            let group = match number {
                Some(number) => self.numbered(plain, found.start(), word, *kind, number, names),
                None => self.unnumbered(plain, found.range(), word, *kind, names).into_iter().collect(),
            };
            let from = mentions.last().map_or(0, |before| before.range.end);
            let mut group: Vec<Mention> = group.into_iter().filter(|mention| mention.range.start >= from).collect();
            self.join(plain, &mut mentions, &mut group);
            mentions.extend(group);
        }
        mentions
    }

    /// What a group takes from the mention right before it, and gives to it: “artikel 3 lid 1 en lid 2”, “Bijlage 1, artikel 1”.
    fn join(&self, plain: &str, mentions: &mut [Mention], group: &mut [Mention]) {
        let (Some(before), Some(first)) = (mentions.last_mut(), group.first()) else { return };
        if first.relative.is_some() || before.relative.is_some() {
            return;
        }
        let gap = plain.get(before.range.end..first.range.start).unwrap_or_default();
        let is_joined = self.after_connector(plain, before.range.end) == Some(first.range.start);
        let is_member = |mention: &Mention| mention.kind == Kind::Clause && !mention.number.contains('.');
        // In “lid 3 van artikel 7 en lid 2” the last one is of the article that speaks.
        let goes_on =
            self.kind_word(plain, before.range.start, Kind::Article).is_some() || !plain[before.range.clone()].contains(&before.number);
        if before.kind == Kind::Article && before.member.is_some() && is_member(first) && is_joined && goes_on {
            let law = matches!(first.document, Document::Named(Named::Law(_))).then(|| first.document.clone());
            if let Some(law) = law.filter(|_| before.document == Document::Own) {
                before.document = law;
            }
            for mention in group.iter_mut().filter(|mention| is_member(mention)) {
                belong_to(mention, &before.number);
                if mention.document == Document::Own {
                    mention.document = before.document.clone();
                }
            }
        } else if before.kind == Kind::Annex && first.kind != Kind::Annex && (gap == ", " || gap == " ") {
            for mention in group.iter_mut().filter(|mention| mention.document == Document::Own) {
                mention.document = match &before.document {
                    Document::Own => Document::Annex(before.word.clone(), before.number.clone()),
                    elsewhere => elsewhere.clone(),
                };
            }
        }
    }

    /// `artikelen 3 en 4`, `articles 6.1 to 6.3`: each number is a mention of its own.
    fn numbered(&self, plain: &str, start: usize, word: &str, kind: Kind, number: Range<usize>, names: Names<'_>) -> Vec<Mention> {
        let (mut group, mut tentative) = (Vec::new(), None);
        let (mut start, mut number, mut kind) = (start, number, kind);
        loop {
            let mut mention = mention(start..number.end, kind, word);
            plain[number.clone()].clone_into(&mut mention.number);
            self.qualify(plain, &mut mention);
            self.turn_round(plain, &mut mention);
            let end = mention.range.end;
            kind = mention.kind;
            group.push(mention);
            let more_items = self.more_items(plain, group.last());
            group.extend(more_items);
            let end = group.last().map_or(end, |last| last.range.end);
            let Some((next, is_sure)) = self.next_number(plain, end, kind, is_plural(word)) else { break };
            // “artikel 3 en 4 AVG”, said of one article: only a law behind it tells that 4 is one too.
            if !is_sure && tentative.is_none() {
                tentative = Some(group.len());
            }
            start = next.start;
            number = next;
        }
        // “De leden 1 en 2 van artikel 3” are both of article 3.
        if let Some(number) =
            group.last().filter(|last| last.kind == Kind::Article && group[0].kind == Kind::Clause).map(|last| last.number.clone())
        {
            group
                .iter_mut()
                .filter(|mention| mention.kind == Kind::Clause && !mention.number.contains('.'))
                .for_each(|mention| belong_to(mention, &number));
        }
        let mut document = self.document(plain, &group, names);
        if let Some(sure) = tentative
            && !matches!(document, Some((_, Document::Named(Named::Law(_)))))
        {
            group.truncate(sure);
            document = self.document(plain, &group, names);
        }
        if let Some((end, document)) = document {
            for mention in &mut group {
                let is_within = mention.kind != Kind::Annex || matches!(document, Document::Named(_));
                if is_within && mention.document == Document::Own {
                    mention.document = document.clone();
                }
            }
            if matches!(document, Document::Named(Named::Law(_)))
                && let Some(last) = group.last_mut()
            {
                last.range.end = end;
            }
        }
        for mention in &mut group {
            // A document that is not here, by its own name: “Annex 3” of a contract elsewhere.
            if let Some((end, Named::External)) = names(mention.range.start)
                && end >= mention.range.end
            {
                mention.document = Document::Named(Named::External);
            }
        }
        // Book and article belong to a code: `6:162` is no number of an agreement.
        group.retain(|mention| !mention.number.contains(':') || matches!(mention.document, Document::Named(Named::Law(_))));
        group
    }

    /// `het eerste lid van artikel 7`, `het vorige lid`, `this Schedule`.
    fn unnumbered(&self, plain: &str, word_at: Range<usize>, word: &str, kind: Kind, names: Names<'_>) -> Option<Mention> {
        let (at, before) = word_before(plain, word_at.start)?;
        let mut mention = mention(at..word_at.end, kind, word);
        if kind == Kind::Clause
            && let Some(rank) = self.lexicon.ordinals.iter().position(|ordinal| *ordinal == before)
        {
            mention.number = (rank + 1).to_string();
            self.turn_round(plain, &mut mention);
            let mut group = [mention];
            if let Some((end, document)) = self.document(plain, &group, names) {
                if matches!(document, Document::Named(Named::Law(_))) {
                    group[0].range.end = end;
                }
                group[0].document = document;
            }
            let [mention] = group;
            return Some(mention);
        }
        mention.relative = Some(match kind {
            Kind::Article | Kind::Clause if self.lexicon.previous.contains(&before) => Relative::Previous,
            Kind::Article | Kind::Clause if self.lexicon.next.contains(&before) => Relative::Next,
            Kind::Article | Kind::Annex if self.lexicon.this.contains(&before) => Relative::This,
            _ => return None,
        });
        // “The previous paragraphs” are more than one can point at.
        (!is_plural(word)).then_some(mention)
    }

    /// The document that a group of provisions is said to stand in, and where its name ends.
    fn document(&self, plain: &str, group: &[Mention], names: Names<'_>) -> Option<(usize, Document)> {
        let last = group.last()?;
        let end = last.range.end;
        let direct = spaced(plain, end);
        let law = |at: Option<usize>| names(at?).filter(|(_, named)| matches!(named, Named::Law(_)));
        // “artikel 33, eerste lid, AVG” and “…, van de AVG”; “Article 4 under 8. GDPR” with the point of its printed number.
        let after_mark = |mark: char| plain[end..].starts_with(mark).then(|| spaced(plain, end + 1)).flatten();
        let linked = plain[end..].starts_with(',').then(|| self.skip_linking(plain, end + 1)).filter(|(_, word)| word.is_some());
        let linked = linked.map(|(at, _)| at);
        // “artikel 28 (AVG)”.
        let in_brackets = plain[end..].starts_with(" (").then_some(end + 2);
        if let Some((end, named)) = law(in_brackets).filter(|(end, _)| plain[*end..].starts_with(')')) {
            return Some((end + 1, Document::Named(named)));
        }
        let printed_point = if last.item.is_some() { after_mark('.') } else { None };
        if let Some((end, named)) = [direct, after_mark(','), linked, printed_point].into_iter().find_map(law) {
            return Some((end, Document::Named(named)));
        }
        let (rest, linked_by) = self.skip_linking(plain, end);
        let Some(linked_by) = linked_by else {
            // “artikel 3 EVRM”: a name that nobody knows is not of this agreement.
            return direct.filter(|at| self.is_unknown_name(plain, *at, names)).map(|at| (at, Document::Named(Named::External)));
        };
        let is_this = self.lexicon.this.iter().any(|this| this == linked_by);
        let annex = self.kind_word(plain, rest, Kind::Annex);
        // “Article 3 of this Agreement” is one of the agreement that speaks, whatever it calls itself.
        if is_this && annex.is_none() {
            return None;
        }
        match names(rest) {
            Some((_, Named::Own)) => return None,
            Some((end, named)) => return Some((end, Document::Named(named))),
            None => {}
        }
        if let Some((word, number)) = self.word_at(plain, rest, Kind::Annex) {
            return Some((number.end, Document::Annex(word.to_owned(), plain[number].to_owned())));
        }
        if let Some(word) = annex.filter(|_| is_this) {
            return Some((rest + word.len(), Document::This(word.to_owned())));
        }
        // “article 2.3 of the hosting contract”: of something that is not here, unless it is what speaks.
        let genitive = self.after_genitive(plain, end)?;
        let word: String = plain[genitive..].chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
        let is_own = word.is_empty() || matches!(names(genitive), Some((_, Named::Own)));
        (!is_own).then_some((genitive, Document::Named(Named::External)))
    }

    /// The place behind "of the", which says of what a provision is; `None` behind other words, such as "van toepassing".
    fn after_genitive(&self, plain: &str, end: usize) -> Option<usize> {
        let mut at = spaced(plain, end)?;
        let genitive = self.lexicon.genitive.iter().find(|word| starts_with_name(&plain[at..], word))?;
        at = spaced(plain, at + genitive.len())?;
        let determiner = self.lexicon.determiners.iter().find(|word| starts_with_name(&plain[at..], word))?;
        spaced(plain, at + determiner.len())
    }

    /// Whether a name stands here, with a capital, that stands for nothing.
    fn is_unknown_name(&self, plain: &str, at: usize, names: Names<'_>) -> bool {
        let word: String = plain[at..].chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
        let is_name = word.chars().next().is_some_and(char::is_uppercase) && word.chars().count() > 1;
        is_name && names(at).is_none() && self.kinds.iter().all(|(kind, _)| !kind.eq_ignore_ascii_case(&word))
    }

    /// Takes in "lid 3" and "onder b" behind a number, and "(3)(b)".
    fn qualify(&self, plain: &str, mention: &mut Mention) {
        if mention.kind != Kind::Annex {
            while let Some((inner, end)) = bracketed(plain, mention.range.end) {
                let is_clause = mention.kind == Kind::Article && mention.member.is_none() && inner.bytes().all(|b| b.is_ascii_digit());
                match (is_clause, &mention.item) {
                    (true, None) => mention.member = Some(inner.to_owned()),
                    (false, None) => mention.item = Some(inner.to_owned()),
                    (_, Some(_)) => break,
                }
                mention.range.end = end;
            }
        }
        if mention.kind == Kind::Article && mention.member.is_none() {
            let clause = self.after_word(plain, mention.range.end, &self.lexicon.clause, |at| designator(plain, at, Kind::Clause));
            if let Some((number, end)) = clause {
                mention.member = Some(label::segment(&number).to_owned());
                mention.range.end = end;
            } else if let Some((rank, end)) = self.ordinal_clause(plain, mention.range.end) {
                mention.member = Some(rank);
                mention.range.end = end;
            }
        }
        if mention.item.is_none()
            && let Some((letter, end)) = self.after_word(plain, mention.range.end, &self.lexicon.item, |at| item_letter(plain, at))
        {
            mention.item = Some(label::segment(&letter).to_owned());
            mention.range.end = end;
        }
    }

    /// `, eerste lid` behind the number of an article.
    fn ordinal_clause(&self, plain: &str, end: usize) -> Option<(String, usize)> {
        let comma = usize::from(plain[end..].starts_with(','));
        let at = spaced(plain, end + comma)?;
        let rank = self.lexicon.ordinals.iter().position(|ordinal| starts_with_name(&plain[at..], ordinal))?;
        let next = spaced(plain, at + self.lexicon.ordinals[rank].len())?;
        let word = self.kind_word(plain, next, Kind::Clause)?;
        Some(((rank + 1).to_string(), next + word.len()))
    }

    /// The other letters of `onder a en c`.
    fn more_items(&self, plain: &str, last: Option<&Mention>) -> Vec<Mention> {
        let mut more: Vec<Mention> = Vec::new();
        let Some(first) = last.filter(|mention| mention.item.is_some()) else { return more };
        loop {
            let end = more.last().map_or(first.range.end, |mention: &Mention| mention.range.end);
            let Some(at) = self.after_connector(plain, end) else { return more };
            let letter = item_letter(plain, at).filter(|letter| {
                let written = &plain[letter.clone()];
                let goes_on = plain[letter.end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
                let is_small = written.bytes().all(|b| !b.is_ascii_uppercase()) && !written.bytes().all(|b| b.is_ascii_digit());
                is_small && !(goes_on && ["a", "i"].contains(&written))
            });
            let Some(letter) = letter else { return more };
            let item = Some(label::segment(&plain[letter.clone()]).to_owned());
            more.push(Mention { range: letter, item, ..first.clone() });
        }
    }

    /// Reads "lid 3 van artikel 7" as "artikel 7 lid 3".
    fn turn_round(&self, plain: &str, mention: &mut Mention) {
        if mention.kind != Kind::Clause || mention.number.contains('.') {
            return;
        }
        let (rest, linked_by) = self.skip_linking(plain, mention.range.end);
        if linked_by.is_none() {
            return;
        }
        if let Some((word, number)) = self.word_at(plain, rest, Kind::Article) {
            mention.member = Some(label::segment(&mention.number).to_owned());
            mention.kind = Kind::Article;
            word.clone_into(&mut mention.word);
            plain[number.clone()].clone_into(&mut mention.number);
            mention.range.end = number.end;
        }
    }

    /// The word of this kind that stands here, and the place of the number behind it.
    fn word_at(&self, plain: &str, at: usize, kind: Kind) -> Option<(&str, Range<usize>)> {
        let word = self.kind_word(plain, at, kind)?;
        Some((word, designator(plain, spaced(plain, at + word.len())?, kind)?))
    }

    fn kind_word(&self, plain: &str, at: usize, kind: Kind) -> Option<&str> {
        let rest = plain.get(at..)?;
        let words = self.kinds.iter().filter(|(word, own)| *own == kind && starts_with_name(rest, word));
        words.map(|(word, _)| word.as_str()).max_by_key(|word| word.len())
    }

    fn after_word(
        &self,
        plain: &str,
        end: usize,
        words: &[String],
        read: impl Fn(usize) -> Option<Range<usize>>,
    ) -> Option<(String, usize)> {
        let comma = usize::from(plain[end..].starts_with(','));
        let mut at = spaced(plain, end + comma)?;
        if let Some(opening) = self.lexicon.opening.iter().find(|opening| starts_with_name(&plain[at..], opening)) {
            at = spaced(plain, at + opening.len())?;
        }
        let word = words.iter().filter(|word| starts_with_name(&plain[at..], word)).max_by_key(|word| word.len())?;
        let found = read(spaced(plain, at + word.len())?)?;
        // "under a duty" names no item.
        let goes_on = plain[found.end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
        if word == "under" && goes_on && !plain[found.clone()].starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        Some((plain[found.clone()].to_owned(), found.end))
    }

    /// The number behind "en" or a comma, and whether it is sure to be one of the list.
    fn next_number(&self, plain: &str, end: usize, kind: Kind, is_plural: bool) -> Option<(Range<usize>, bool)> {
        let found = designator(plain, self.after_connector(plain, end)?, kind)?;
        let is_dotted = plain[found.clone()].contains('.');
        let is_sure = is_dotted || (is_plural && (kind != Kind::Annex || found.len() <= 2));
        (is_sure || kind == Kind::Article).then_some((found, is_sure))
    }

    fn after_connector(&self, plain: &str, end: usize) -> Option<usize> {
        let rest = &plain[end..];
        let skipped = rest.len() - rest.trim_start().len();
        let word = self
            .connectors
            .iter()
            .filter(|word| starts_with_name(&rest[skipped..], word) || (*word == "," && rest.starts_with(',')))
            .max_by_key(|word| word.len())?;
        spaced(plain, end + skipped + word.len())
    }

    /// The place after words such as "of the", and the last of them.
    fn skip_linking(&self, plain: &str, mut at: usize) -> (usize, Option<&str>) {
        let mut last = None;
        for _ in 0..4 {
            let Some(next) = spaced(plain, at) else { return (at, last) };
            match self.lexicon.linking.iter().find(|word| starts_with_name(&plain[next..], word)) {
                Some(word) if plain.is_char_boundary(next + word.len()) => {
                    at = next + word.len();
                    last = Some(word.as_str());
                }
                _ => return (next, last),
            }
        }
        (spaced(plain, at).unwrap_or(at), last)
    }
}

/// Makes a clause one of an article.
fn belong_to(mention: &mut Mention, article: &str) {
    mention.member = Some(label::segment(&mention.number).to_owned());
    mention.kind = Kind::Article;
    article.clone_into(&mut mention.number);
}

fn mention(range: Range<usize>, kind: Kind, word: &str) -> Mention {
    let word = word.to_owned();
    Mention { range, kind, word, number: String::new(), relative: None, member: None, item: None, document: Document::Own }
}

#[cfg(test)]
mod tests;
