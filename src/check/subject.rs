//! An agreement as rules look at it: each running text once as plain text, with the place it stands in.

use std::ops::Range;

use super::Ground;
use crate::diagnostic::{Finding, Rule, Span};
use crate::i18n::{Language, Lexicon};
use crate::model::{Agreement, AgreementText, Vendor, walk};
use crate::parse::text::Pieces;
use crate::resolve::{Definition, Link, Resolved, Table};

/// One agreement in all its languages.
pub struct Subject<'a> {
    /// What stands around it.
    pub ground: Ground<'a>,
    /// Whose it is.
    pub vendor: &'a Vendor,
    /// The agreement.
    pub agreement: &'a Agreement,
    /// Its texts, the original first.
    pub proses: Vec<Prose<'a>>,
    resolved: &'a Resolved,
}

/// An agreement in one language.
pub struct Prose<'a> {
    /// The language.
    pub language: Language,
    /// What its words mean to a lawyer.
    pub lexicon: &'a Lexicon,
    /// The text in its structure.
    pub text: &'a AgreementText,
    /// Every running text, in order: headings, paragraphs, items, cells, footnotes.
    pub passages: Vec<Passage<'a>>,
    /// What its words mean and point at; `None` for a language that the program does not know.
    pub table: Option<&'a Table>,
}

/// A running text and its words.
pub struct Passage<'a> {
    /// Where it stands.
    pub place: walk::Place<'a>,
    /// Its words without markup.
    pub plain: String,
    /// What `plain` is made of, in order.
    pieces: Pieces,
}

impl<'a> Subject<'a> {
    /// An agreement with its plain texts.
    pub fn new(ground: Ground<'a>, resolved: &'a Resolved, vendor: &'a Vendor, agreement: &'a Agreement) -> Subject<'a> {
        let of = |text: &'a AgreementText| Prose::new(ground, resolved.of(&vendor.slug, &agreement.slug, text.language), text);
        let mut proses: Vec<Prose> = agreement.texts.values().map(of).collect();
        proses.sort_by_key(|prose| prose.language != agreement.original);
        Subject { ground, vendor, agreement, proses, resolved }
    }

    /// The original, if it is there.
    pub fn original(&self) -> Option<&Prose<'a>> {
        self.proses.first().filter(|prose| prose.language == self.agreement.original)
    }

    /// What the words of one of the vendor's agreements mean and point at.
    pub fn table(&self, agreement: &Agreement, language: Language) -> Option<&'a Table> {
        self.resolved.of(&self.vendor.slug, &agreement.slug, language)
    }

    /// The translations that could be paired with the original.
    pub fn translations(&self) -> impl Iterator<Item = &Prose<'a>> {
        self.proses.iter().filter(|prose| prose.language != self.agreement.original)
    }
}

impl<'a> Prose<'a> {
    fn new(ground: Ground<'a>, table: Option<&'a Table>, text: &'a AgreementText) -> Prose<'a> {
        let mut passages = Vec::new();
        text.texts(&mut |place| {
            if !place.text.is_empty() {
                passages.push(Passage { place, plain: place.text.plain(), pieces: Pieces::of(place.text) });
            }
        });
        Prose { language: text.language, lexicon: ground.messages.lexicon(text.language), text, passages, table }
    }

    /// What a passage points at, in order.
    pub fn links(&self, passage: &Passage<'_>) -> &'a [Link] {
        self.table.map_or(&[], |table| table.links(passage.place.text.id))
    }

    /// The terms that the text defines, in order.
    pub fn definitions(&self) -> &'a [Definition] {
        self.table.map_or(&[], Table::definitions)
    }
}

impl Passage<'_> {
    /// A finding about some bytes of the plain text, at the node that the passage belongs to.
    pub fn finding(&self, rule: Rule, range: Range<usize>) -> Finding {
        let id = self.place.node.map(|meta| meta.id.to_string());
        let finding = Finding::new(rule, self.span(range));
        match id {
            Some(id) => finding.with("id", id),
            None => finding,
        }
    }

    /// Where some bytes of the plain text stand in the file, as [`crate::model::Text::span_of`] has it, but found at once.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.pieces.span(range).unwrap_or(self.place.text.span)
    }

    /// Whether some bytes of the plain text are no prose.
    pub fn is_opaque(&self, range: &Range<usize>) -> bool {
        self.pieces.is_opaque(range)
    }
}
