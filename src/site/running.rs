//! Running text on a page, with what it needs to become HTML. `render` makes it so, as it is given to a template.

use std::ops::Range;

use crate::i18n::Language;
use crate::model::{Agreement, AgreementText, Inline, Meta, Text, Vendor};
use crate::parse::Audience;
use crate::parse::page::PageFile;
use crate::parse::text::BLANK;
use crate::resolve::{Definition, Link, Table};

use super::World;

/// Where a text stands, and who reads it.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The site.
    pub world: &'a World,
    /// The language of the page.
    pub language: Language,
    /// The language of the text.
    pub spoken: Language,
    /// What the text is part of.
    pub document: Document<'a>,
    table: Option<&'a Table>,
    /// Whether the page is that of the document, where its anchors are.
    pub at_home: bool,
    /// Whether the page ends with what the terms mean.
    pub ends_with_terms: bool,
}

/// What a text is part of.
#[derive(Clone, Copy)]
pub enum Document<'a> {
    /// An agreement, in one of its languages.
    Agreement(&'a Vendor, &'a Agreement, &'a AgreementText),
    /// A page of the site owner's own words.
    Page(&'a PageFile),
}

/// A stretch of running text on a page. Serialised, it is HTML.
#[derive(Clone)]
pub struct Running<'a> {
    /// Where it stands.
    pub scene: Scene<'a>,
    /// The text.
    pub text: &'a Text,
    /// Which bytes of [`Text::plain`] are meant; `None` for all.
    pub range: Option<Range<usize>>,
}

impl<'a> Scene<'a> {
    /// The text of an agreement.
    pub fn of_agreement(
        world: &'a World,
        language: Language,
        vendor: &'a Vendor,
        agreement: &'a Agreement,
        text: &'a AgreementText,
    ) -> Scene<'a> {
        let table = world.resolved.of(&vendor.slug, &agreement.slug, text.language);
        let document = Document::Agreement(vendor, agreement, text);
        Scene { world, language, spoken: text.language, document, table, at_home: true, ends_with_terms: false }
    }

    /// A page of the owner's own words.
    pub fn of_page(world: &'a World, language: Language, page: &'a PageFile) -> Scene<'a> {
        Scene { world, language, spoken: page.language, document: Document::Page(page), table: None, at_home: true, ends_with_terms: false }
    }

    /// The same text on another page than the document's.
    #[must_use]
    pub fn away(self) -> Scene<'a> {
        Scene { at_home: false, ..self }
    }

    /// The same text on a page that ends with what its terms mean ([`super::used_terms`]).
    #[must_use]
    pub fn with_terms(self) -> Scene<'a> {
        Scene { ends_with_terms: true, ..self }
    }

    /// A text, whole.
    pub fn running(self, text: &'a Text) -> Running<'a> {
        Running { scene: self, text, range: None }
    }

    /// What the words of a text point at.
    pub fn links(self, text: &Text) -> &'a [Link] {
        self.table.map_or(&[], |table| table.links(text.id))
    }

    /// The terms that a text defines.
    pub fn defined_in(self, text: &Text) -> &'a [Definition] {
        self.table.map_or(&[], |table| table.defined_in(text.id))
    }

    /// What the agreement defines in the language of the text.
    pub fn definitions(self) -> &'a [Definition] {
        self.table.map_or(&[], Table::definitions)
    }

    /// For whom a node is kept, when it is not for the readers of this build.
    pub fn withheld(self, meta: &Meta) -> Option<Audience> {
        (meta.withheld || !self.world.audience.may_see(meta.audience)).then_some(meta.audience)
    }

    /// The number of a footnote by its name in the source.
    pub fn note_number(self, name: &str) -> Option<u32> {
        match self.document {
            Document::Agreement(_, _, text) => text.notes.iter().find(|note| note.name == name).map(|note| note.number),
            Document::Page(page) => {
                let place = page.document.notes.iter().position(|(own, ..)| own == name)?;
                u32::try_from(place + 1).ok()
            }
        }
    }

    /// The anchor of a footnote. Ids of nodes have no colon, so it is nobody else's.
    pub fn note_anchor(self, number: u32) -> String {
        format!("note:{}:{number}", self.spoken)
    }

    /// The anchor of a footnote's first mark in a text.
    pub fn mark_anchor(self, number: u32, text: &Text) -> String {
        format!("note:{}:{number}:{}", self.spoken, text.id.0)
    }

    /// The language of the text, where the page speaks another one.
    pub fn foreign(self) -> Option<Language> {
        (self.spoken != self.language).then_some(self.spoken)
    }
}

impl<'a> Running<'a> {
    /// A part of the text, in bytes of its plain form.
    pub fn part(scene: Scene<'a>, text: &'a Text, range: Range<usize>) -> Running<'a> {
        Running { scene, text, range: Some(range) }
    }
}

/// How many bytes a piece takes in [`Text::plain`].
pub fn plain_length(inline: &Inline) -> usize {
    match inline {
        Inline::Words { text, .. } | Inline::Code(text) | Inline::Definition { printed: text, .. } => text.len(),
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { content: inner, .. } => inner.iter().map(plain_length).sum(),
        Inline::FillIn { .. } => BLANK.len(),
        Inline::NoteMark { .. } => 0,
        Inline::Break => 1,
    }
}
