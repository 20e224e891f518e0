//! From the tree of a text to the shape of the data file.

use super::{
    Article, Clause, Definition, Item, LawCited, Note, Part, Reference, ShownArticle, ShownClause, ShownItem, ShownPart, State, Stub,
    Table, Target, Term, Text, WithheldPart,
};
use crate::model::{self, Agreement, AgreementText, Block, Inline, Meta, Vendor};
use crate::resolve;
use crate::site::World;
use crate::site::pages::plain_text;
use crate::site::running::Scene;

/// A text in one language; `None` if it cannot be made, which the page of its plain text tells.
pub fn text<'a>(world: &'a World, vendor: &'a Vendor, agreement: &'a Agreement, text: &'a AgreementText) -> Option<Text<'a>> {
    let scene = Scene::of_agreement(world, text.language, vendor, agreement, text);
    let lowering = Lowering { scene, vendor, text };
    let sha256 = plain_text::sha256(world, vendor, agreement, text)?;
    Some(Text { title: &text.title, sha256, parts: text.parts.iter().map(|part| lowering.part(part)).collect() })
}

#[derive(Clone, Copy)]
struct Lowering<'a> {
    scene: Scene<'a>,
    vendor: &'a Vendor,
    text: &'a AgreementText,
}

/// What is gathered from a clause and its items.
#[derive(Default)]
struct Gathered<'a> {
    measures: Vec<&'a str>,
    defines: Vec<Definition<'a>>,
    terms: Vec<Term<'a>>,
    references: Vec<Reference<'a>>,
    laws: Vec<LawCited<'a>>,
    tables: Vec<Table>,
    notes: Vec<Note>,
    partly_withheld: Option<crate::parse::Audience>,
}

/// The paragraphs of a clause or item, and its items.
#[derive(Default)]
struct Body<'a> {
    before: Vec<String>,
    after: Vec<String>,
    items: Vec<Item<'a>>,
}

impl<'a> Lowering<'a> {
    fn part(self, part: &'a model::Part) -> Part<'a> {
        let title = super::part_title(part);
        let number = part.label.as_deref().map(|label| label.trim_end_matches(['.', ':']));
        match self.scene.withheld(&part.meta) {
            Some(withheld) => Part::Withheld(WithheldPart { id: &part.meta.id, number, title, withheld }),
            None => {
                let articles = part.articles.iter().map(|article| self.article(article)).collect();
                Part::Shown(ShownPart { id: &part.meta.id, title, articles })
            }
        }
    }

    fn article(self, article: &'a model::Article) -> Article<'a> {
        if let Some(stub) = self.stub(&article.meta, article.number.as_deref()) {
            return Article::Withheld(stub);
        }
        let mut notes = Vec::new();
        if let Some(heading) = &article.heading {
            heading.visit(&mut |inline| {
                if let Inline::NoteMark { name, .. } = inline {
                    notes.extend(self.note(name));
                }
            });
        }
        Article::Shown(ShownArticle {
            notes,
            id: &article.meta.id,
            number: article.number.as_deref(),
            heading: article.heading.as_ref().map(model::Text::plain),
            sections: article.sections.iter().map(|section| self.article(section)).collect(),
            clauses: article.clauses.iter().map(|clause| self.clause(clause)).collect(),
        })
    }

    fn clause(self, clause: &'a model::Clause) -> Clause<'a> {
        if let Some(stub) = self.stub(&clause.meta, clause.number.as_deref()) {
            return Clause::Withheld(stub);
        }
        let mut gathered = Gathered::default();
        gathered.measures.extend(clause.meta.measures.iter().map(String::as_str));
        let body = self.body(&clause.body, &mut gathered);
        Clause::Shown(Box::new(ShownClause {
            id: &clause.meta.id,
            number: clause.number.as_deref(),
            text: body.before.join("\n"),
            after: (!body.after.is_empty()).then(|| body.after.join("\n")),
            topics: &clause.meta.topics,
            measures: gathered.measures,
            defines: gathered.defines,
            terms: gathered.terms,
            references: gathered.references,
            laws: gathered.laws,
            tables: gathered.tables,
            notes: gathered.notes,
            items: body.items,
            partly_withheld: gathered.partly_withheld,
        }))
    }

    fn stub(self, meta: &'a Meta, number: Option<&'a str>) -> Option<Stub<'a>> {
        let withheld = self.scene.withheld(meta)?;
        Some(Stub { id: &meta.id, number, withheld })
    }

    fn body(self, blocks: &'a [Block], gathered: &mut Gathered<'a>) -> Body<'a> {
        let mut body = Body::default();
        self.blocks(blocks, &mut body, gathered);
        body
    }

    fn blocks(self, blocks: &'a [Block], body: &mut Body<'a>, gathered: &mut Gathered<'a>) {
        for block in blocks {
            match block {
                Block::Paragraph(text) => {
                    let paragraphs = if body.items.is_empty() { &mut body.before } else { &mut body.after };
                    paragraphs.push(text.plain());
                    self.gather(text, gathered);
                }
                Block::Items { items, .. } => {
                    for item in items {
                        let item = self.item(item, gathered);
                        body.items.push(item);
                    }
                }
                Block::Table(table) => self.table(table, gathered),
                Block::Quote(inner) => self.blocks(inner, body, gathered),
                Block::Limited(audience, inner) if self.scene.world.audience.may_see(*audience) => {
                    self.blocks(std::slice::from_ref(inner), body, gathered);
                }
                Block::Withheld(audience) | Block::Limited(audience, _) => {
                    gathered.partly_withheld = gathered.partly_withheld.max(Some(*audience));
                }
            }
        }
    }

    fn item(self, item: &'a model::Item, gathered: &mut Gathered<'a>) -> Item<'a> {
        if let Some(stub) = self.stub(&item.meta, item.label.as_deref()) {
            return Item::Withheld(stub);
        }
        for measure in &item.meta.measures {
            if !gathered.measures.contains(&measure.as_str()) {
                gathered.measures.push(measure);
            }
        }
        let Body { mut before, after, items } = self.body(&item.body, gathered);
        before.extend(after);
        Item::Shown(ShownItem { id: &item.meta.id, label: item.label.as_deref(), text: before.join("\n"), items })
    }

    fn table(self, table: &'a model::Table, gathered: &mut Gathered<'a>) {
        let may_see = self.scene.world.audience;
        let head = if table.is_described() { &[][..] } else { table.head.as_slice() };
        let mut rows = Vec::new();
        head.iter().for_each(|text| self.gather(text, gathered));
        for row in &table.rows {
            if row.withheld || !may_see.may_see(row.audience) {
                gathered.partly_withheld = gathered.partly_withheld.max(Some(row.audience));
            } else {
                row.cells.iter().for_each(|text| self.gather(text, gathered));
                rows.push(row.cells.iter().map(model::Text::plain).collect());
            }
        }
        gathered.tables.push(Table { head: head.iter().map(model::Text::plain).collect(), rows });
    }

    /// Takes what a text defines, points at and notes.
    fn gather(self, text: &'a model::Text, gathered: &mut Gathered<'a>) {
        text.visit(&mut |inline| {
            if let Inline::NoteMark { name, .. } = inline {
                gathered.notes.extend(self.note(name));
            }
        });
        let defined = self.scene.defined_in(text).iter();
        gathered.defines.extend(defined.map(|definition| Definition { term: &definition.term, concept: definition.concept.as_deref() }));
        let links = self.scene.links(text);
        if links.is_empty() {
            return;
        }
        let plain = text.plain();
        for link in links {
            let words = || plain.get(link.range.clone()).unwrap_or_default().to_owned();
            if let Some(citation) = link.citation() {
                gathered.laws.push(LawCited {
                    text: words(),
                    law: &citation.law,
                    book: citation.book.as_deref(),
                    article: citation.article.as_deref(),
                    paragraph: citation.paragraph.as_deref(),
                    point: citation.point.as_deref(),
                });
            }
            let (state, to) = match &link.target {
                resolve::Target::Node { agreement, id } => (State::Ok, Some(Target { agreement, id })),
                resolve::Target::Withheld { agreement, id } => (State::Withheld, Some(Target { agreement, id })),
                resolve::Target::External => (State::External, None),
                resolve::Target::Broken => (State::Broken, None),
                resolve::Target::Law(_) => continue,
                resolve::Target::Term { agreement, definition } => {
                    gathered.terms.extend(self.term(words(), agreement, *definition));
                    continue;
                }
            };
            gathered.references.push(Reference { text: words(), state, to });
        }
    }

    /// A term that is used, with where it is defined.
    fn term(self, words: String, agreement: &'a str, definition: usize) -> Option<Term<'a>> {
        let table = self.scene.world.resolved.of(&self.vendor.slug, agreement, self.text.language)?;
        let definition = table.definitions().get(definition)?;
        Some(Term { term: words, concept: definition.concept.as_deref(), to: Target { agreement, id: definition.id.as_ref()? } })
    }

    fn note(self, name: &str) -> Option<Note> {
        let note = self.text.notes.iter().find(|note| note.name == name)?;
        if !self.scene.world.audience.may_see(note.audience) {
            return None;
        }
        let mut lines = Vec::new();
        plain(&note.body, &mut lines);
        Some(Note { number: note.number, text: lines.join("\n") })
    }
}

/// The lines of a footnote, items with their labels.
fn plain(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => lines.push(text.plain()),
            Block::Items { items, .. } => {
                for item in items {
                    let mut own = Vec::new();
                    plain(&item.body, &mut own);
                    let printed = item.label.as_deref().map(|printed| format!("{printed} ")).unwrap_or_default();
                    lines.push(format!("{printed}{}", own.join("\n")));
                }
            }
            Block::Table(table) => {
                let rows = table.rows.iter().filter(|row| !row.withheld);
                lines.extend(rows.map(|row| row.cells.iter().map(model::Text::plain).collect::<Vec<_>>().join("; ")));
            }
            Block::Quote(inner) => plain(inner, lines),
            Block::Withheld(_) | Block::Limited(..) => {}
        }
    }
}
