//! `/data/v1/agreements/<vendor>/<agreement>.json`: an agreement for programs. Its shape is a public interface.

mod lowering;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::shown_agreements;
use crate::i18n::Language;
use crate::model::{self, NodeId, Status, TextKind};
use crate::parse::Audience;
use crate::site::{Page, World};

/// An agreement, in the languages that it is in. Text is plain: no markup, no printed numbers before it.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Agreement")]
pub struct Data<'a> {
    /// The vendor's name in addresses.
    vendor: &'a str,
    /// The agreement's own, unique with the vendor.
    agreement: &'a str,
    /// The version it states; null where it states none.
    version: Option<&'a str>,
    /// Whether this is a summary in our own words, which is not the vendor's text and no evidence of it, or verbatim.
    text: TextKind,
    /// Where it stands in its life.
    status: Status,
    /// The language it was written in.
    original: Language,
    /// Its texts.
    languages: BTreeMap<Language, Text<'a>>,
}

/// An agreement in one language.
#[derive(Serialize, JsonSchema)]
struct Text<'a> {
    /// The title.
    title: &'a str,
    /// SHA-256 of the text as shown, which is the file `text.txt` beside its page: 64 hexadecimal digits.
    sha256: String,
    /// The main text, whose id is empty, then the annexes.
    parts: Vec<Part<'a>>,
}

/// A part, as far as readers may see it.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum Part<'a> {
    /// One that readers may see.
    Shown(ShownPart<'a>),
    /// One that readers may know of and not see.
    Withheld(WithheldPart<'a>),
}

/// The main text, or an annex.
#[derive(Serialize, JsonSchema)]
struct ShownPart<'a> {
    #[schemars(with = "String")]
    id: &'a NodeId,
    /// The title with its printed label.
    title: String,
    /// Text directly under a part is an article without number and heading.
    articles: Vec<Article<'a>>,
}

/// A part that readers may know of and not see.
#[derive(Serialize, JsonSchema)]
struct WithheldPart<'a> {
    #[schemars(with = "String")]
    id: &'a NodeId,
    /// Its printed label without its points; null where it has none.
    number: Option<&'a str>,
    /// The title with its printed label.
    title: String,
    /// Who may see it.
    withheld: Audience,
}

/// An article, section, clause or item that readers may know of and not see.
#[derive(Serialize, JsonSchema)]
struct Stub<'a> {
    #[schemars(with = "String")]
    id: &'a NodeId,
    /// The printed number or label; null where it has none.
    number: Option<&'a str>,
    /// Who may see it.
    withheld: Audience,
}

/// An article, as far as readers may see it.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum Article<'a> {
    /// One that readers may see.
    Shown(ShownArticle<'a>),
    /// One that readers may know of and not see.
    Withheld(Stub<'a>),
}

/// An article or section.
#[derive(Serialize, JsonSchema)]
struct ShownArticle<'a> {
    #[schemars(with = "String")]
    id: &'a NodeId,
    /// The printed number; null where it has none.
    number: Option<&'a str>,
    /// The heading without its number; null where it has none.
    heading: Option<String>,
    /// The footnotes that the heading cites.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Note>,
    /// Sections within it, of the same shape.
    sections: Vec<Article<'a>>,
    /// Its clauses, before any section.
    clauses: Vec<Clause<'a>>,
}

/// A clause, as far as readers may see it.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum Clause<'a> {
    /// One that readers may see.
    Shown(Box<ShownClause<'a>>),
    /// One that readers may know of and not see.
    Withheld(Stub<'a>),
}

/// A clause.
#[derive(Serialize, JsonSchema)]
struct ShownClause<'a> {
    #[schemars(with = "String")]
    id: &'a NodeId,
    /// The printed number; null where it has none.
    number: Option<&'a str>,
    /// Its paragraphs up to its items, a line each.
    text: String,
    /// Its paragraphs after its items; null where there are none.
    after: Option<String>,
    /// What it is about.
    topics: &'a [String],
    /// The security measures that it and its items state.
    measures: Vec<&'a str>,
    /// The terms that it and its items define.
    defines: Vec<Definition<'a>>,
    /// The defined terms that it and its items use, each once, at its first place.
    terms: Vec<Term<'a>>,
    /// What it and its items point at.
    references: Vec<Reference<'a>>,
    /// The laws that it and its items cite.
    laws: Vec<LawCited<'a>>,
    /// Its tables.
    tables: Vec<Table>,
    /// The footnotes that it and its items cite.
    notes: Vec<Note>,
    /// Its items.
    items: Vec<Item<'a>>,
    /// Who may see all of it, where a paragraph, row or table of it is left out.
    #[serde(rename = "partly-withheld", skip_serializing_if = "Option::is_none")]
    partly_withheld: Option<Audience>,
}

/// A term that is defined.
#[derive(Serialize, JsonSchema)]
struct Definition<'a> {
    /// The term without quotation marks.
    term: &'a str,
    /// The vendor-neutral idea it stands for; null where nobody has said.
    concept: Option<&'a str>,
}

/// A defined term that is used.
#[derive(Serialize, JsonSchema)]
struct Term<'a> {
    /// The words.
    term: String,
    /// The vendor-neutral idea it stands for; null where nobody has said.
    concept: Option<&'a str>,
    /// Where it is defined.
    to: Target<'a>,
}

/// A law that is cited.
#[derive(Serialize, JsonSchema)]
struct LawCited<'a> {
    /// The words.
    text: String,
    /// The law.
    law: &'a str,
    /// The book of a code.
    #[serde(skip_serializing_if = "Option::is_none")]
    book: Option<&'a str>,
    /// The article; null where the law is cited as a whole.
    article: Option<&'a str>,
    /// The paragraph (Dutch: lid).
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<&'a str>,
    /// The point (Dutch: onder).
    #[serde(skip_serializing_if = "Option::is_none")]
    point: Option<&'a str>,
}

/// Words that point somewhere.
#[derive(Serialize, JsonSchema)]
struct Reference<'a> {
    /// The words.
    text: String,
    /// Whether what they point at is here.
    state: State,
    /// What they point at; null where that is not on this site.
    to: Option<Target<'a>>,
}

/// Whether what a reference points at is here.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum State {
    /// It is.
    Ok,
    /// It is a document that is known not to be on this site.
    External,
    /// It is, and readers may not see it.
    Withheld,
    /// Nothing by that name is known.
    Broken,
}

/// A place in an agreement of the same vendor.
#[derive(Serialize, JsonSchema)]
struct Target<'a> {
    /// The agreement.
    agreement: &'a str,
    /// The id in it; empty for the agreement as a whole.
    #[schemars(with = "String")]
    id: &'a NodeId,
}

/// A table.
#[derive(Serialize, JsonSchema)]
struct Table {
    /// The headings of the columns; empty where the first column heads its row.
    head: Vec<String>,
    /// The cells of each row. Rows that readers may not see are left out.
    rows: Vec<Vec<String>>,
}

/// A footnote.
#[derive(Serialize, JsonSchema)]
struct Note {
    /// Its number in the agreement.
    number: u32,
    /// Its text.
    text: String,
}

/// An item, as far as readers may see it.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum Item<'a> {
    /// One that readers may see.
    Shown(ShownItem<'a>),
    /// One that readers may know of and not see.
    Withheld(Stub<'a>),
}

/// An item.
#[derive(Serialize, JsonSchema)]
struct ShownItem<'a> {
    #[schemars(with = "String")]
    id: &'a NodeId,
    /// The printed label; null for a bullet.
    label: Option<&'a str>,
    /// Its paragraphs, a line each.
    text: String,
    /// Items within it.
    items: Vec<Item<'a>>,
}

/// A part's title with its printed label.
pub fn part_title(part: &model::Part) -> String {
    match (&part.label, part.title.plain()) {
        (None, title) => title,
        (Some(label), title) if title.is_empty() => label.clone(),
        (Some(label), title) if label.ends_with(['.', ':']) => format!("{label} {title}"),
        (Some(label), title) => format!("{label}. {title}"),
    }
}

/// One file for each agreement that may be read.
pub fn list(world: &World) -> impl Iterator<Item = Page> {
    shown_agreements(world).map(|(vendor, agreement)| Page::AgreementData(vendor, agreement))
}

/// What is in one; `None` if there is no such agreement or it may not be read.
pub fn data(world: &World, vendor: usize, agreement: usize) -> Option<Data<'_>> {
    let (vendor, agreement) = world.agreement(vendor, agreement).filter(|(_, found)| !found.withheld)?;
    let texts = agreement.texts.values();
    Some(Data {
        vendor: &vendor.slug,
        agreement: &agreement.slug,
        version: agreement.version.as_deref(),
        text: agreement.text_kind,
        status: agreement.status,
        original: agreement.original,
        languages: texts.map(|text| Some((text.language, lowering::text(world, vendor, agreement, text)?))).collect::<Option<_>>()?,
    })
}
