//! Pairs a translation with its original: article by article, by level, printed label and order.
//!
//! A translated node takes its original's id, audience, topics and measures. An article whose shape differs is
//! a finding, and as nobody can then say which sentence is which, all of it is as narrow as the narrowest
//! provision of the original's article.

mod regroup;
mod shape;

use std::collections::{BTreeSet, HashSet};

use super::agreement::AgreementText;
use super::tree::{Article, Block, Clause, Item, Meta, NodeId, Note, Part};
use super::walk;
use crate::diagnostic::{Finding, Span, TRANSLATION_SHAPE};
use crate::parse::Audience;
use crate::parse::label;
use shape::Difference;

/// The translation with the original's ids.
pub fn pair(original: &AgreementText, mut translation: AgreementText) -> (AgreementText, Vec<Finding>) {
    let mut pairing = Pairing {
        language: translation.language.code().to_owned(),
        everything: original.notes.iter().fold(narrowest_of(&original.parts), |narrowest, note| narrowest.max(narrowest_of_note(note))),
        taken: HashSet::new(),
        findings: Vec::new(),
    };
    pairing.parts(&original.parts, &mut translation.parts);
    pairing.notes(original, &mut translation);
    narrow_notes(&mut translation);
    (translation, pairing.findings)
}

struct Pairing {
    language: String,
    /// The narrowest audience of anything in the original: that of what nobody can say the original of.
    everything: Audience,
    taken: HashSet<NodeId>,
    findings: Vec<Finding>,
}

impl Pairing {
    /// Pairs the main part with the main part, and annexes by what their labels count.
    fn parts(&mut self, twins: &[Part], parts: &mut [Part]) {
        let keys = |parts: &[Part]| parts.iter().skip(1).map(key_of_part).collect::<Vec<_>>();
        let (wanted, found) = (keys(twins), keys(parts));
        let is_alike = |(a, b): (&Option<String>, &Option<String>)| a.is_none() || b.is_none() || a == b;
        let same = wanted.len() == found.len() && wanted.iter().zip(&found).all(is_alike);
        if !same && let (Some(twin), Some(last)) = (twins.first(), parts.last()) {
            let shown = |parts: &[Part]| list(parts.iter().map(|part| part.label.clone().unwrap_or_else(|| part.title.plain())));
            let (wanted, found, place) = (shown(twins), shown(parts), last.meta.span);
            self.tell("annexes", twin.meta.id.as_str(), place, &wanted, &found);
        }
        for (index, part) in parts.iter_mut().enumerate() {
            let by_key = || {
                let key = found.get(index.checked_sub(1)?)?.as_ref()?;
                let mut at = wanted.iter().enumerate().filter(|(_, wanted)| wanted.as_ref() == Some(key));
                at.next().filter(|_| at.next().is_none()).map(|(at, _)| at + 1)
            };
            let at = if same || index == 0 { Some(index) } else { by_key() };
            match at.and_then(|at| twins.get(at)).filter(|twin| !self.taken.contains(&twin.meta.id)) {
                Some(twin) => {
                    self.part(twin, part);
                    // An annex may have been left out and the others numbered anew.
                    if !same && index > 0 {
                        self.narrow_part(part);
                    }
                }
                None => {
                    self.alone(&mut part.meta, self.everything);
                    part.articles.iter_mut().for_each(|article| self.article_alone(article, self.everything));
                }
            }
        }
    }

    fn narrow_part(&self, part: &mut Part) {
        part.meta.audience = part.meta.audience.max(self.everything);
        part.articles.iter_mut().for_each(|article| narrow_article(article, self.everything));
    }

    fn part(&mut self, twin: &Part, part: &mut Part) {
        self.adopt(&twin.meta, &mut part.meta);
        let keys = |articles: &[Article]| {
            articles.iter().map(|article| article.number.as_deref().map(label::segment).map(str::to_owned)).collect::<Vec<_>>()
        };
        let (wanted, found) = (keys(&twin.articles), keys(&part.articles));
        let same = wanted == found && twin.articles.iter().zip(&part.articles).all(|(a, b)| a.is_bare() == b.is_bare());
        if same {
            twin.articles.iter().zip(&mut part.articles).for_each(|(twin, article)| self.article(twin, article));
            return;
        }
        let shown = |keys: &[Option<String>]| list(keys.iter().map(|key| key.clone().unwrap_or_else(|| "–".to_owned())));
        let differs = wanted.iter().zip(&found).position(|(a, b)| a != b).unwrap_or(wanted.len());
        let place = part.articles.get(differs).map_or(part.meta.span, |article| article.meta.span);
        self.tell("articles", twin.meta.id.as_str(), place, &shown(&wanted), &shown(&found));
        let narrowest = narrowest_of(std::slice::from_ref(twin));
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
                    // An article may have been left out and the others numbered anew.
                    narrow_article(article, narrowest);
                }
                _ => self.article_alone(article, self.everything),
            }
        }
    }

    fn article(&mut self, twin: &Article, article: &mut Article) {
        regroup::regroup(twin, article);
        let Some(Difference { original, translation, place }) = shape::difference(twin, article) else {
            return self.article_like(twin, article);
        };
        self.tell("article", twin.meta.id.as_str(), place, &original, &translation);
        let narrowest = narrowest_of_article(twin);
        self.adopt(&twin.meta, &mut article.meta);
        for clause in &mut article.clauses {
            // Numbers still lead to the right place where both have them.
            let mut twins =
                twin.clauses.iter().filter(|twin| twin.number.is_some() && same_label(twin.label.as_deref(), clause.label.as_deref()));
            match (twins.next(), twins.next()) {
                (Some(twin), None) if !self.taken.contains(&twin.meta.id) => {
                    self.adopt(&twin.meta, &mut clause.meta);
                    self.items_alone(&mut clause.body, narrowest);
                }
                _ => self.clause_alone(clause, narrowest),
            }
        }
        article.sections.iter_mut().for_each(|section| self.article_alone(section, narrowest));
        narrow_article(article, narrowest);
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
            if let Block::Limited(audience, _) = twin {
                let inner = std::mem::replace(block, Block::Withheld(*audience));
                *block = Block::Limited(*audience, Box::new(inner));
            }
            match (shape::unlimited(twin), unlimited_mut(block)) {
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

    fn tell(&mut self, what: &str, id: &str, place: Span, original: &str, translation: &str) {
        let finding = Finding::new(TRANSLATION_SHAPE, place).with("id", id).with("what", what);
        self.findings.push(finding.with("original", original).with("translation", translation));
    }

    /// Pairs footnotes by name. A note is told of where only one of the texts cites it.
    fn notes(&mut self, original: &AgreementText, translation: &mut AgreementText) {
        let names = |text: &AgreementText| text.notes.iter().map(|note| note.name.clone()).collect::<BTreeSet<_>>();
        let (wanted, found) = (names(original), names(translation));
        if let Some(part) = translation.parts.first().filter(|_| wanted != found) {
            let shown = |names: &BTreeSet<String>| list(names.iter().map(|name| format!("[^{name}]")));
            // A note that is too many stands somewhere; one that is missing is missing from the whole.
            let extra = translation.notes.iter().find(|note| !wanted.contains(&note.name));
            let place = extra.map_or(part.meta.span, |note| note.span);
            self.tell("notes", "", place, &shown(&wanted), &shown(&found));
        }
        for note in &mut translation.notes {
            match original.notes.iter().find(|twin| twin.name == note.name) {
                Some(twin) if shape::is_same(&twin.body, &note.body) => {
                    note.audience = note.audience.max(twin.audience);
                    self.blocks_like(&twin.body, &mut note.body);
                }
                Some(twin) => {
                    // Nobody can say which paragraph of the one is which of the other.
                    note.audience = note.audience.max(narrowest_of_note(twin));
                }
                None => note.audience = note.audience.max(self.everything),
            }
        }
    }
}

/// What tells annexes apart in every language: the number or letter of `Bijlage 1`, `Annex 1`.
fn key_of_part(part: &Part) -> Option<String> {
    let (_, number) = part.label.as_deref()?.split_once(char::is_whitespace)?;
    Some(number.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).filter(|key| !key.is_empty())
}

fn list(words: impl Iterator<Item = String>) -> String {
    let words: Vec<String> = words.collect();
    if words.is_empty() { "–".to_owned() } else { words.join(", ") }
}

/// Makes an article and all in it as narrow as this.
fn narrow_article(article: &mut Article, narrowest: Audience) {
    article.meta.audience = article.meta.audience.max(narrowest);
    for clause in &mut article.clauses {
        clause.meta.audience = clause.meta.audience.max(narrowest);
        narrow_blocks(&mut clause.body, narrowest);
    }
    article.sections.iter_mut().for_each(|section| narrow_article(section, narrowest));
}

fn narrow_blocks(blocks: &mut [Block], narrowest: Audience) {
    for block in blocks {
        match block {
            Block::Items { items, .. } => items.iter_mut().for_each(|item| {
                item.meta.audience = item.meta.audience.max(narrowest);
                narrow_blocks(&mut item.body, narrowest);
            }),
            Block::Table(table) => table.rows.iter_mut().for_each(|row| row.audience = row.audience.max(narrowest)),
            Block::Quote(inner) => narrow_blocks(inner, narrowest),
            Block::Limited(own, inner) => {
                *own = (*own).max(narrowest);
                narrow_blocks(std::slice::from_mut(inner), narrowest);
            }
            Block::Paragraph(_) | Block::Withheld(_) => {}
        }
    }
}

fn same_label(a: Option<&str>, b: Option<&str>) -> bool {
    a.map(label::segment) == b.map(label::segment)
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

fn narrowest_of_note(note: &Note) -> Audience {
    let mut narrowest = note.audience;
    walk::texts_of_blocks(&note.body, note.audience, &mut |_, audience| narrowest = narrowest.max(audience));
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
