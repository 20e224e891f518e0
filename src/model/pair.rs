//! Pairs a translation with its original: article by article, by level, printed label and order.
//!
//! A translated node takes its original's id, audience, topics and measures. An article whose shape differs is
//! a finding, and as nobody can then say which sentence is which, all of it is as narrow as the narrowest
//! provision of the original's article.

mod regroup;

use std::collections::HashSet;

use super::agreement::AgreementText;
use super::tree::{Article, Block, Clause, Item, Meta, NodeId, Part};
use super::walk;
use crate::diagnostic::{Finding, TRANSLATION_SHAPE};
use crate::parse::Audience;
use crate::parse::label;

/// The translation with the original's ids.
pub fn pair(original: &AgreementText, mut translation: AgreementText) -> (AgreementText, Vec<Finding>) {
    let mut pairing = Pairing { language: translation.language.code().to_owned(), taken: HashSet::new(), findings: Vec::new() };
    let everything = narrowest_of(&original.parts);
    let same_parts = original.parts.len() == translation.parts.len();
    if !same_parts {
        let shape = |text: &AgreementText| {
            text.parts.iter().map(|part| part.label.clone().unwrap_or_else(|| part.title.plain())).collect::<Vec<_>>().join(", ")
        };
        let at = translation.parts.last().map(|part| part.meta.span);
        pairing.findings.extend(at.map(|span| {
            Finding::new(TRANSLATION_SHAPE, span).with("id", "").with("original", shape(original)).with("translation", shape(&translation))
        }));
    }
    for (index, part) in translation.parts.iter_mut().enumerate() {
        match original.parts.get(index) {
            Some(twin) => pairing.part(twin, part),
            None => {
                pairing.alone(&mut part.meta, everything);
                part.articles.iter_mut().for_each(|article| pairing.article_alone(article, everything));
            }
        }
    }
    for note in &mut translation.notes {
        let twin = original.notes.iter().find(|twin| twin.name == note.name);
        note.audience = note.audience.max(twin.map_or(everything, |twin| twin.audience));
    }
    narrow_notes(&mut translation);
    (translation, pairing.findings)
}

struct Pairing {
    language: String,
    taken: HashSet<NodeId>,
    findings: Vec<Finding>,
}

impl Pairing {
    fn part(&mut self, twin: &Part, part: &mut Part) {
        self.adopt(&twin.meta, &mut part.meta);
        let narrowest = narrowest_of(std::slice::from_ref(twin));
        let keys = |articles: &[Article]| {
            articles.iter().map(|article| article.number.as_deref().map(label::segment).map(str::to_owned)).collect::<Vec<_>>()
        };
        let (wanted, found) = (keys(&twin.articles), keys(&part.articles));
        let same = twin.articles.len() == part.articles.len()
            && twin.articles.iter().zip(&part.articles).all(|(a, b)| a.is_bare() == b.is_bare())
            && wanted == found;
        if same {
            twin.articles.iter().zip(&mut part.articles).for_each(|(twin, article)| self.article(twin, article));
            return;
        }
        let shown = |keys: &[Option<String>]| keys.iter().map(|key| key.as_deref().unwrap_or("–")).collect::<Vec<_>>().join(", ");
        self.tell(&part.meta, &shown(&wanted), &shown(&found));
        let mut free: Vec<&Article> = twin.articles.iter().collect();
        for (article, key) in part.articles.iter_mut().zip(found) {
            let at = free
                .iter()
                .position(|twin| twin.number.as_deref().map(label::segment) == key.as_deref() && twin.is_bare() == article.is_bare());
            match at {
                // Numbers tie articles together even where one is missing; what has no number cannot be told apart.
                Some(at) if key.is_some() || article.is_bare() => {
                    let twin = free.remove(at);
                    self.article(twin, article);
                }
                _ => self.article_alone(article, narrowest),
            }
        }
    }

    fn article(&mut self, twin: &Article, article: &mut Article) {
        regroup::regroup(twin, article);
        let (wanted, found) = (shape_of_article(twin), shape_of_article(article));
        if wanted == found {
            self.article_like(twin, article);
            return;
        }
        let (wanted, found) = first_difference(&wanted, &found);
        self.tell(&article.meta, &wanted, &found);
        let narrowest = narrowest_of_article(twin);
        self.adopt(&twin.meta, &mut article.meta);
        article.meta.audience = article.meta.audience.max(narrowest);
        for clause in &mut article.clauses {
            // Numbers still lead to the right place where both have them.
            let mut twins =
                twin.clauses.iter().filter(|twin| twin.number.is_some() && same_label(twin.label.as_deref(), clause.label.as_deref()));
            match (twins.next(), twins.next()) {
                (Some(twin), None) => {
                    self.adopt(&twin.meta, &mut clause.meta);
                    clause.meta.audience = clause.meta.audience.max(narrowest);
                    self.items_alone(&mut clause.body, narrowest);
                }
                _ => self.clause_alone(clause, narrowest),
            }
        }
        article.sections.iter_mut().for_each(|section| self.article_alone(section, narrowest));
    }

    fn article_like(&mut self, twin: &Article, article: &mut Article) {
        self.adopt(&twin.meta, &mut article.meta);
        for (twin, clause) in twin.clauses.iter().zip(&mut article.clauses) {
            self.adopt(&twin.meta, &mut clause.meta);
            self.blocks_like(&twin.body, &mut clause.body);
        }
        twin.sections.iter().zip(&mut article.sections).for_each(|(twin, section)| self.article_like(twin, section));
    }

    fn blocks_like(&mut self, twins: &[Block], blocks: &mut [Block]) {
        for (twin, block) in twins.iter().zip(blocks) {
            if let Block::Limited(audience, _) = twin
                && !matches!(block, Block::Limited(..))
            {
                let inner = std::mem::replace(block, Block::Withheld(*audience));
                *block = Block::Limited(*audience, Box::new(inner));
            }
            match (unlimited(twin), unlimited_mut(block)) {
                (Block::Items { items: twins, .. }, Block::Items { items, .. }) => {
                    for (twin, item) in twins.iter().zip(items) {
                        self.adopt(&twin.meta, &mut item.meta);
                        self.blocks_like(&twin.body, &mut item.body);
                    }
                }
                (Block::Table(twin), Block::Table(table)) => {
                    for (twin, row) in twin.rows.iter().zip(&mut table.rows) {
                        row.audience = row.audience.max(twin.audience);
                    }
                }
                (Block::Quote(twins), Block::Quote(blocks)) => self.blocks_like(twins, blocks),
                _ => {}
            }
        }
    }

    fn adopt(&mut self, twin: &Meta, meta: &mut Meta) {
        meta.id = twin.id.clone();
        meta.alias = twin.alias.clone();
        meta.audience = meta.audience.max(twin.audience);
        meta.topics = twin.topics.clone();
        meta.measures = twin.measures.clone();
        self.taken.insert(meta.id.clone());
    }

    /// A node without a twin keeps its own id, with its language behind it where that is another node's.
    fn alone(&mut self, meta: &mut Meta, narrowest: Audience) {
        meta.alias = None;
        meta.audience = meta.audience.max(narrowest);
        meta.id = NodeId::from(format!("{}-{}", meta.id, self.language).as_str());
        while !self.taken.insert(meta.id.clone()) {
            meta.id = NodeId::from(format!("{}-x", meta.id).as_str());
        }
    }

    fn article_alone(&mut self, article: &mut Article, narrowest: Audience) {
        self.alone(&mut article.meta, narrowest);
        article.clauses.iter_mut().for_each(|clause| self.clause_alone(clause, narrowest));
        article.sections.iter_mut().for_each(|section| self.article_alone(section, narrowest));
    }

    fn clause_alone(&mut self, clause: &mut Clause, narrowest: Audience) {
        self.alone(&mut clause.meta, narrowest);
        self.items_alone(&mut clause.body, narrowest);
    }

    fn items_alone(&mut self, blocks: &mut [Block], narrowest: Audience) {
        for block in blocks {
            match block {
                Block::Items { items, .. } => items.iter_mut().for_each(|item: &mut Item| {
                    self.alone(&mut item.meta, narrowest);
                    self.items_alone(&mut item.body, narrowest);
                }),
                Block::Table(table) => table.rows.iter_mut().for_each(|row| row.audience = row.audience.max(narrowest)),
                Block::Quote(inner) => self.items_alone(inner, narrowest),
                Block::Limited(_, inner) => self.items_alone(std::slice::from_mut(inner), narrowest),
                Block::Paragraph(_) | Block::Withheld(_) => {}
            }
        }
    }

    fn tell(&mut self, meta: &Meta, original: &str, translation: &str) {
        let finding = Finding::new(TRANSLATION_SHAPE, meta.span).with("id", meta.id.as_str());
        self.findings.push(finding.with("original", original).with("translation", translation));
    }
}

/// The shape of an article: one line for each clause and heading in it, for comparing and for telling.
fn shape_of_article(article: &Article) -> Vec<String> {
    let mut lines =
        vec![format!("{}{}", article.number.as_deref().map_or("–", label::segment), if article.heading.is_some() { " …" } else { "" })];
    for clause in &article.clauses {
        lines.push(format!("{} {}", clause.label.as_deref().map_or("¶", label::segment), shape_of_blocks(&clause.body)));
    }
    for section in &article.sections {
        lines.extend(shape_of_article(section).into_iter().map(|line| format!("§ {line}")));
    }
    lines
}

fn shape_of_blocks(blocks: &[Block]) -> String {
    let shape = |block: &Block| match unlimited(block) {
        Block::Paragraph(_) | Block::Withheld(_) => "¶".to_owned(),
        // Labels count by their rank: `a.`, `(a)` and a bullet are the same first entry.
        Block::Items { items, .. } => {
            let entries =
                items.iter().map(|item| if item.body.len() > 1 { format!("•{}", shape_of_blocks(&item.body)) } else { "•".to_owned() });
            format!("({})", entries.collect::<String>())
        }
        Block::Table(table) => format!("[{}×{}]", table.rows.len(), table.head.len()),
        Block::Quote(inner) => format!(">{}", shape_of_blocks(inner)),
        Block::Limited(..) => String::new(),
    };
    blocks.iter().map(shape).collect()
}

fn first_difference(a: &[String], b: &[String]) -> (String, String) {
    let at = a.iter().zip(b).position(|(a, b)| a != b).unwrap_or(a.len().min(b.len()));
    let line = |lines: &[String]| lines.get(at).map_or_else(|| "–".to_owned(), |line| line.trim().to_owned());
    (line(a), line(b))
}

fn same_label(a: Option<&str>, b: Option<&str>) -> bool {
    a.map(label::segment) == b.map(label::segment)
}

fn unlimited(block: &Block) -> &Block {
    match block {
        Block::Limited(_, inner) => unlimited(inner),
        block => block,
    }
}

fn unlimited_mut(block: &mut Block) -> &mut Block {
    match block {
        Block::Limited(_, inner) => unlimited_mut(inner),
        block => block,
    }
}

/// The narrowest audience of anything in these parts.
fn narrowest_of(parts: &[Part]) -> Audience {
    let mut narrowest = Audience::Public;
    for part in parts {
        narrowest = narrowest.max(part.meta.audience);
        narrowest = part.articles.iter().map(narrowest_of_article).fold(narrowest, Audience::max);
    }
    narrowest
}

fn narrowest_of_article(article: &Article) -> Audience {
    let mut narrowest = article.meta.audience;
    for clause in &article.clauses {
        narrowest = narrowest.max(clause.meta.audience);
        walk::texts_of_blocks(&clause.body, clause.meta.audience, &mut |_, audience| narrowest = narrowest.max(audience));
    }
    article.sections.iter().map(narrowest_of_article).fold(narrowest, Audience::max)
}

/// Places have become narrower; so must the notes that they cite.
fn narrow_notes(text: &mut AgreementText) {
    let bodies: Vec<_> = text.notes.iter().map(|note| (note.name.clone(), note.body.clone(), note.span)).collect();
    let (numbered, _) = super::notes::number(&text.parts, bodies);
    for note in &mut text.notes {
        let found = numbered.iter().find(|numbered| numbered.name == note.name);
        note.audience = note.audience.max(found.map_or(Audience::Internal, |found| found.audience));
    }
}
