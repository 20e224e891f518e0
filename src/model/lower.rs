//! From what stands in a file to what it means: parts, articles, clauses and items, with ids and audiences.

mod blocks;
mod outline;

use super::agreement::AgreementText;
use super::ids::{Ids, Path, Source, slug, stands_alone};
use super::notes;
use super::tree::{Article, Clause, Meta, NodeId, Part};
use super::vocabulary::Vocabulary;
use crate::diagnostic::{
    ATTRIBUTE_IN_TRANSLATION, Finding, SKIPPED_HEADING_LEVEL, STRAY_ATTRIBUTES, Span, TEXT_BEFORE_TITLE, UNKNOWN_VOCABULARY, listed,
    nearest,
};
use crate::i18n::{Language, Lexicon};
use crate::parse::document::{Document, Element, Entry, Label, LabelKind};
use crate::parse::heading::{self, Heading};
use crate::parse::label;
use crate::parse::text::{Text, TextId};
use crate::parse::{Attributes, Audience, Named};
use blocks::{Gathered, Inherited};
use outline::{RawArticle, RawPart};

/// What lowering must know of the agreement besides its text.
pub struct Frame<'a> {
    /// The language of this text.
    pub language: Language,
    /// What articles and annexes are called in it.
    pub lexicon: &'a Lexicon,
    /// Whether this is the original, which alone may give ids, topics, measures and audiences.
    pub is_original: bool,
    /// The agreement's audience.
    pub audience: Audience,
    /// What topics and measures may be called.
    pub vocabulary: &'a Vocabulary,
}

/// Lowers one text.
pub fn lower(document: Document, frame: &Frame<'_>) -> (AgreementText, Vec<Finding>) {
    let file = document.file;
    let mut findings = Vec::new();
    if let Some(first) = document.elements.first().filter(|element| !matches!(element, Element::Heading { level: 1, .. })) {
        findings.push(Finding::new(TEXT_BEFORE_TITLE, first.span()));
    }
    let raw = outline::of(document.elements, |span, level, expected| {
        findings.push(Finding::new(SKIPPED_HEADING_LEVEL, span).with("level", level.to_string()).with("expected", expected.to_string()));
    });
    let mut lowering = Lowering { frame, ids: Ids::default(), findings };
    let mut parts: Vec<Part> = raw.into_iter().enumerate().map(|(index, part)| lowering.part(part, index == 0)).collect();
    let note_bodies = document.notes.into_iter().map(|(name, elements, span)| {
        let path = Path { id: format!("note-{}", slug(&name)), natural: format!("note-{}", slug(&name)) };
        let inherited = Inherited { audience: frame.audience, topics: Vec::new() };
        let body = lowering.blocks(elements, &path, &inherited, &mut 0, &mut Gathered::nowhere());
        (name, body, span)
    });
    let note_bodies: Vec<_> = note_bodies.collect();
    let Lowering { ids, mut findings, .. } = lowering;
    for part in &mut parts {
        outline::drop_taken_aliases(part, &ids);
    }
    let (notes, told) = notes::number(&parts, note_bodies);
    findings.extend(told);
    if frame.is_original {
        findings.extend(ids.into_findings());
    }
    let title = parts.first().map(|part| part.title.plain()).unwrap_or_default();
    (AgreementText { language: frame.language, title, parts, notes, file }, findings)
}

struct Lowering<'a> {
    frame: &'a Frame<'a>,
    ids: Ids,
    findings: Vec<Finding>,
}

/// The numbered headings that a clause stands in, outermost first, each with the path beside which its numbers stand.
type Ancestors = Vec<(String, Path)>;

impl Lowering<'_> {
    fn part(&mut self, raw: RawPart, is_main: bool) -> Part {
        let attributes = self.said(raw.attributes);
        let words = self.frame.lexicon.annex.iter().map(String::as_str);
        let span = raw.text.span;
        let heading = if is_main { Heading { label: None, number: None, text: Some(raw.text) } } else { heading::of_part(raw.text, words) };
        let inherited = Inherited::default_for(self.frame.audience).with(&attributes);
        let path = if is_main {
            // The main part is the agreement itself, and has the empty id.
            if let Some(span) = attributes.span.filter(|_| attributes.id.is_some()) {
                self.findings.push(Finding::new(STRAY_ATTRIBUTES, span));
            }
            Path::default()
        } else {
            let words = heading.number.clone().or_else(|| heading.text.as_ref().map(Text::plain)).unwrap_or_default();
            let label = slug(&words);
            let source = Source {
                explicit: attributes.id.as_deref(),
                label: Some(&label),
                rank: "part".to_owned(),
                told_as: heading.number.as_deref(),
            };
            self.ids.give(&Path::default(), None, &source, span)
        };
        let mut articles = Vec::new();
        if !raw.elements.is_empty() {
            articles.push(self.bare(raw.elements, &path, &inherited, !raw.articles.is_empty()));
        }
        let mut rank = 0;
        for article in raw.articles {
            articles.push(self.article(article, &path, &path, &Vec::new(), &inherited, &mut rank));
        }
        let title = heading.text.unwrap_or(Text { id: TextId(0), content: Vec::new(), span });
        Part { meta: self.meta(&path, &inherited, &attributes, span), label: heading.label, title, articles }
    }

    /// Text directly under a part: an article without number and heading, which adds no segment to the ids in it. Only
    /// a number that an article of the part may have too, such as that of recital `(1)`, stands below it.
    fn bare(&mut self, elements: Vec<Element>, path: &Path, inherited: &Inherited, has_articles: bool) -> Article {
        let span = elements.first().map_or(Span::new(crate::diagnostic::FileId(0), 0..0), Element::span);
        let source = Source { explicit: None, label: None, rank: "s0".to_owned(), told_as: None };
        let own = self.ids.give(path, None, &source, span);
        let clauses = self.clauses(elements, path, has_articles.then_some(&own), &Vec::new(), inherited);
        let meta = self.meta(&own, inherited, &Attributes::default(), span);
        Article { meta, label: None, number: None, heading: None, clauses, sections: Vec::new() }
    }

    fn article(
        &mut self,
        raw: RawArticle,
        part: &Path,
        parent: &Path,
        above: &Ancestors,
        inherited: &Inherited,
        rank: &mut u32,
    ) -> Article {
        let attributes = self.said(raw.attributes);
        let words = self.frame.lexicon.article.iter().chain(&self.frame.lexicon.clause).map(String::as_str);
        let span = raw.text.span;
        let heading = heading::of_article(raw.text, words);
        let inherited = inherited.with(&attributes);
        if heading.number.is_none() && attributes.id.is_none() {
            *rank += 1;
        }
        let source = Source {
            explicit: attributes.id.as_deref(),
            label: heading.number.as_deref(),
            rank: format!("s{rank}"),
            told_as: heading.number.as_deref(),
        };
        let beside = heading.number.as_ref().and_then(|number| beside(number, span, above));
        let path = self.ids.give(parent, beside, &source, span);
        let mut ancestors = above.clone();
        if let Some(number) = &heading.number {
            ancestors.push((number.clone(), part.clone()));
        }
        let clauses = self.clauses(raw.elements, &path, None, &ancestors, &inherited);
        let mut section_rank = 0;
        let sections =
            raw.sections.into_iter().map(|section| self.article(section, part, &path, &ancestors, &inherited, &mut section_rank)).collect();
        let meta = self.meta(&path, &inherited, &attributes, span);
        Article { meta, label: heading.label, number: heading.number, heading: heading.text, clauses, sections }
    }

    /// Groups blocks into clauses. Numbers without a point stand below `simple`, if there is one.
    fn clauses(
        &mut self,
        elements: Vec<Element>,
        article: &Path,
        simple: Option<&Path>,
        above: &Ancestors,
        inherited: &Inherited,
    ) -> Vec<Clause> {
        let mut drafts: Vec<Draft> = Vec::new();
        for element in elements {
            match element {
                Element::Paragraph { label, text, attributes } => {
                    let continues = label.is_none() && attributes.id.is_none() && drafts.last().is_some_and(|draft| draft.label.is_some());
                    if continues {
                        if let Some(draft) = drafts.last_mut() {
                            draft.elements.push(Element::Paragraph { label: None, text, attributes });
                        }
                        continue;
                    }
                    let span = label.as_ref().map_or(text.span, |label| Span { end: text.span.end.max(label.span.end), ..label.span });
                    let elements = if text.is_empty() {
                        Vec::new()
                    } else {
                        vec![Element::Paragraph { label: None, text, attributes: Attributes::default() }]
                    };
                    drafts.push(Draft { label, attributes, elements, span });
                }
                // An ordered list directly under an article counts its clauses (a Dutch "lid"), as does any list whose entries bear clause numbers.
                Element::List { entries, .. } if is_clauses(&entries, &drafts) => {
                    drafts.extend(entries.into_iter().map(|entry| Draft {
                        label: entry.label,
                        attributes: entry.attributes,
                        elements: entry.elements,
                        span: entry.span,
                    }));
                }
                // So does a table or quotation with an id of its own.
                Element::Table { head, rows, attributes, span } if attributes.id.is_some() => {
                    let elements = vec![Element::Table { head, rows, attributes: Attributes::default(), span }];
                    drafts.push(Draft { label: None, attributes, elements, span });
                }
                Element::Quote { elements, attributes, span } if attributes.id.is_some() => {
                    let elements = vec![Element::Quote { elements, attributes: Attributes::default(), span }];
                    drafts.push(Draft { label: None, attributes, elements, span });
                }
                other => match drafts.last_mut() {
                    Some(draft) => draft.elements.push(other),
                    None => {
                        drafts.push(Draft { label: None, attributes: Attributes::default(), span: other.span(), elements: vec![other] })
                    }
                },
            }
        }
        let mut rank = 0;
        let parent = |draft: &Draft| {
            let is_simple = draft.label.as_ref().is_some_and(|label| !label::segment(&label.printed).contains('.'));
            simple.filter(|_| is_simple).unwrap_or(article)
        };
        drafts
            .into_iter()
            .map(|draft| {
                let parent = parent(&draft);
                self.clause(draft, parent, above, inherited, &mut rank)
            })
            .collect()
    }

    fn clause(&mut self, draft: Draft, article: &Path, above: &Ancestors, inherited: &Inherited, rank: &mut u32) -> Clause {
        let attributes = self.said(draft.attributes);
        let inherited = inherited.with(&attributes);
        if draft.label.is_none() && attributes.id.is_none() {
            *rank += 1;
        }
        let printed = draft.label.as_ref().map(|label| label.printed.as_str());
        let source = Source { explicit: attributes.id.as_deref(), label: printed, rank: format!("p{rank}"), told_as: printed };
        let beside = printed.and_then(|printed| beside(printed, draft.span, above));
        let span = draft.label.as_ref().map_or(draft.span, |label| label.span);
        let path = self.ids.give(article, beside, &source, span);
        let mut meta = self.meta(&path, &inherited, &attributes, span);
        let mut gathered = Gathered::of(inherited.audience);
        let body = self.blocks(draft.elements, &path, &inherited, &mut 0, &mut gathered);
        gathered.add_to(&mut meta);
        let number = printed.map(|printed| label::number(printed).to_owned());
        Clause { meta, label: draft.label.map(|label| label.printed), number, body }
    }

    /// What the author may say here: in a translation only who may read it, and even that is a mistake.
    fn said(&mut self, attributes: Attributes) -> Attributes {
        let Some(span) = attributes.span.filter(|_| !self.frame.is_original) else {
            self.check_names(&attributes);
            return attributes;
        };
        let name = match &attributes {
            Attributes { id: Some(_), .. } => "id",
            Attributes { audience: Some(_), .. } => "audience",
            Attributes { topics, .. } if !topics.is_empty() => "topic",
            _ => "measure",
        };
        self.findings.push(Finding::new(ATTRIBUTE_IN_TRANSLATION, span).with("attribute", name));
        Attributes { audience: attributes.audience, ..Attributes::default() }
    }

    /// Tells of topics and measures that no vocabulary has.
    fn check_names(&mut self, attributes: &Attributes) {
        let vocabulary = self.frame.vocabulary;
        let mut check = |kind: &str, named: &[Named], is_known: &dyn Fn(&str) -> bool, known: Vec<&str>| {
            for Named { name, span } in named.iter().filter(|named| !is_known(&named.name)) {
                let suggestion = nearest(name, known.iter().copied()).unwrap_or_default();
                let finding = Finding::new(UNKNOWN_VOCABULARY, *span).with("kind", kind).with("id", name.as_str());
                self.findings.push(finding.with("known", listed(&known, suggestion)).with("suggestion", suggestion));
            }
        };
        let topics = vocabulary.topics.iter().map(|topic| topic.id.as_str()).collect();
        check("topic", &attributes.topics, &|name| vocabulary.topic(name).is_some(), topics);
        let measures = vocabulary.measures.iter().map(|measure| measure.id.as_str()).collect();
        check("measure", &attributes.measures, &|name| vocabulary.measure(name).is_some(), measures);
    }

    fn meta(&self, path: &Path, inherited: &Inherited, attributes: &Attributes, span: Span) -> Meta {
        Meta {
            id: path.node(),
            alias: (path.natural != path.id).then(|| NodeId::from(path.natural.as_str())),
            audience: inherited.audience,
            withheld: false,
            topics: inherited.topics.clone(),
            measures: attributes.measures.iter().map(|measure| measure.name.clone()).collect(),
            span,
        }
    }
}

/// A clause in the making.
struct Draft {
    label: Option<Label>,
    attributes: Attributes,
    elements: Vec<Element>,
    span: Span,
}

/// Whether the entries of a list are clauses: they bear clause numbers, or they are counted directly under an article
/// (a Dutch "lid"), and not what an introduction ("de melding bevat:") introduces.
fn is_clauses(entries: &[Entry], drafts: &[Draft]) -> bool {
    let label = |entry: &Entry| entry.label.clone().filter(|label| label.kind != LabelKind::Item);
    let Some(labels) = entries.iter().map(label).collect::<Option<Vec<Label>>>() else { return false };
    let is_dotted = |label: &Label| label.kind == LabelKind::Clause && !label.printed.starts_with('(');
    if labels.iter().all(is_dotted) {
        return !labels.is_empty();
    }
    if labels.iter().any(is_dotted) {
        return false;
    }
    let is_counted = |draft: &&Draft| draft.label.as_ref().is_some_and(|label| label.kind == LabelKind::Ordered);
    let goes_on =
        |draft: &Draft| draft.label.iter().zip(labels.first()).any(|(before, next)| label::follows_on(&before.printed, &next.printed));
    match drafts.last() {
        None => true,
        Some(last) if is_counted(&last) => true,
        // A provision without number stands between two counted ones.
        Some(_) if drafts.iter().rev().find(is_counted).is_some_and(goes_on) => true,
        Some(last) => last.label.is_none() && last.elements.iter().all(is_sentence),
    }
}

/// Whether an element says all it has to say. What ends with a colon, or with no full stop at all, introduces something.
fn is_sentence(element: &Element) -> bool {
    matches!(element, Element::Paragraph { text, .. } if text.plain().trim_end_matches(['”', '"', '’', ')']).ends_with(['.', '!', '?']))
}

/// Where a number that begins with an ancestor's number stands: beside that ancestor, not below it.
fn beside<'p>(number: &str, span: Span, above: &'p Ancestors) -> Option<&'p Path> {
    let label = Label { printed: number.to_owned(), kind: LabelKind::Clause, span };
    above.iter().rev().find(|(ancestor, _)| stands_alone(&label, ancestor)).map(|(_, part)| part)
}
