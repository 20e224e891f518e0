//! The outline of an agreement: what others may point at, without its text.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::Words;
use super::definition::{self, Definition};
use crate::i18n::Language;
use crate::model::agreement::{Agreement, AgreementText, TermHint};
use crate::model::ids::slug;
use crate::model::tree::{Article, Block, Meta, NodeId};
use crate::parse::Audience;
use crate::parse::label;

/// What can be pointed at in one agreement.
pub struct Outline {
    /// The agreement's slug.
    pub agreement: String,
    /// Who may read it.
    pub audience: Audience,
    /// Whether readers who may not read it may know of it.
    pub listed: bool,
    /// The agreement it belongs to, by its place among the vendor's.
    pub parent: Option<usize>,
    /// How others refer to it.
    pub names: Vec<String>,
    /// The same, as slugs: `schedule-2`.
    pub known_as: Vec<String>,
    /// Documents that are not on this site, each by its names.
    pub external: Vec<Vec<String>>,
    /// What the author says of its terms.
    pub terms: Vec<TermHint>,
    /// What it defines, by language.
    pub definitions: HashMap<Language, Vec<Definition>>,
    /// By language, since labels differ.
    pub texts: HashMap<Language, TextOutline>,
    /// The audience of every node, and what it stands in.
    nodes: HashMap<NodeId, (Audience, Option<NodeId>)>,
}

/// The labels of one text.
#[derive(Default, PartialEq, Eq)]
pub struct TextOutline {
    /// Parts by the slug of their label, in order: `bijlage-1`; the main part is the empty one.
    pub parts: Vec<(String, NodeId)>,
    /// Numbered nodes by part and number in lower case: `("", "7.1")`.
    numbers: HashMap<(NodeId, String), NodeId>,
    /// Items by clause and label: `("7.2", "b")`.
    items: HashMap<(NodeId, String), NodeId>,
    /// Clauses and sections by article and their own number: `("7", "3")`.
    members: HashMap<(NodeId, String), NodeId>,
    /// What has members, and what has items, itself or in one of its clauses.
    divided: HashSet<(NodeId, Division)>,
}

/// What a provision may be divided into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Division {
    /// Numbered clauses or sections.
    Members,
    /// Labelled items.
    Items,
}

impl Outline {
    /// The outline of an agreement among those of its vendor.
    pub fn of(agreement: &Agreement, all: &[Arc<Agreement>], words: &HashMap<Language, Words<'_>>) -> Outline {
        let mut nodes = HashMap::new();
        let texts = agreement.texts.iter().map(|(language, text)| (*language, TextOutline::of(text, &mut nodes))).collect();
        let defined = agreement.texts.iter().filter_map(|(language, text)| {
            let words = words.get(language)?;
            Some((*language, definition::definitions(agreement, text, words)))
        });
        Outline {
            definitions: defined.collect(),
            agreement: agreement.slug.clone(),
            audience: agreement.audience,
            listed: agreement.listed,
            parent: agreement.belongs_to.as_ref().and_then(|parent| all.iter().position(|other| other.slug == *parent)),
            names: agreement.known_as.clone(),
            external: agreement.external.clone(),
            terms: agreement.terms.clone(),
            known_as: agreement.known_as.iter().map(|name| slug(name)).collect(),
            texts,
            nodes,
        }
    }

    /// Whether other agreements cannot tell it from this one, since only words changed that none of them names.
    pub fn is_alike(&self, other: &Outline) -> bool {
        // Every field by name, so that none is forgotten.
        let Outline { agreement, audience, listed, parent, names, known_as, external, terms, definitions, texts, nodes } = self;
        let has_same_terms = definitions.len() == other.definitions.len()
            && definitions.iter().all(|(language, own)| {
                let other = other.definitions.get(language).map(Vec::as_slice).unwrap_or_default();
                own.len() == other.len() && own.iter().zip(other).all(|(own, other)| own.is_alike(other))
            });
        let has_same_names = (agreement, names, known_as, external) == (&other.agreement, &other.names, &other.known_as, &other.external);
        let is_as_open = (audience, listed, parent) == (&other.audience, &other.listed, &other.parent);
        has_same_terms && has_same_names && is_as_open && *terms == other.terms && *texts == other.texts && *nodes == other.nodes
    }

    /// Whether readers may see what a definition says.
    pub fn shows(&self, definition: &Definition, readers: Audience) -> bool {
        readers.may_see(definition.audience) && definition.id.as_ref().is_none_or(|id| self.stub_of(id, readers).is_none())
    }

    /// The node that readers meet at this id: itself, or the outermost stub it is hidden in.
    pub fn stub_of(&self, id: &NodeId, readers: Audience) -> Option<NodeId> {
        let mut hidden = None;
        let mut next = Some(id.clone());
        while let Some(id) = next {
            let Some((audience, parent)) = self.nodes.get(&id) else { break };
            if !readers.may_see(*audience) {
                hidden = Some(id);
            }
            next = parent.clone();
        }
        hidden
    }
}

impl TextOutline {
    fn of(text: &AgreementText, nodes: &mut HashMap<NodeId, (Audience, Option<NodeId>)>) -> TextOutline {
        let mut outline = TextOutline::default();
        for part in &text.parts {
            remember(nodes, &part.meta, None);
            let words = part.label.clone().unwrap_or_else(|| part.title.plain());
            let name = if part.meta.id.as_str().is_empty() { String::new() } else { slug(&words) };
            outline.parts.push((name, part.meta.id.clone()));
            part.articles.iter().for_each(|article| outline.article(article, &part.meta.id, &part.meta.id, nodes));
        }
        outline
    }

    fn article(&mut self, article: &Article, part: &NodeId, parent: &NodeId, nodes: &mut HashMap<NodeId, (Audience, Option<NodeId>)>) {
        remember(nodes, &article.meta, Some(parent));
        let own = &article.meta.id;
        if let Some(number) = &article.number {
            self.number(part, number, own);
        }
        for clause in &article.clauses {
            remember(nodes, &clause.meta, Some(own));
            if let Some(number) = &clause.number {
                // The second entry of an article's list is its second clause, and no article 2.
                if number.contains('.') || article.is_bare() {
                    self.number(part, number, &clause.meta.id);
                }
                self.member_of(own, number, &clause.meta.id);
            }
            self.blocks(&clause.body, &clause.meta.id, own, nodes);
        }
        for section in &article.sections {
            if let Some(number) = &section.number {
                self.member_of(own, number, &section.meta.id);
            }
            self.article(section, part, own, nodes);
        }
    }

    fn member_of(&mut self, article: &NodeId, number: &str, id: &NodeId) {
        let last = label::segment(number).rsplit('.').next().unwrap_or_default().to_lowercase();
        self.members.entry((article.clone(), last)).or_insert_with(|| id.clone());
        self.divided.insert((article.clone(), Division::Members));
    }

    /// Items count in what they stand in, and, as far as no other has their label, in the article: `artikel 1 onder b`.
    fn blocks(&mut self, blocks: &[Block], parent: &NodeId, article: &NodeId, nodes: &mut HashMap<NodeId, (Audience, Option<NodeId>)>) {
        for block in blocks {
            match block {
                Block::Items { items, .. } => {
                    for item in items {
                        remember(nodes, &item.meta, Some(parent));
                        if let Some(label) = &item.label {
                            for within in [parent, article] {
                                let key = (within.clone(), label::segment(label).to_lowercase());
                                self.items.entry(key).or_insert_with(|| item.meta.id.clone());
                                self.divided.insert((within.clone(), Division::Items));
                            }
                        }
                        self.blocks(&item.body, &item.meta.id, article, nodes);
                    }
                }
                Block::Quote(inner) => self.blocks(inner, parent, article, nodes),
                Block::Limited(_, inner) => self.blocks(std::slice::from_ref(inner), parent, article, nodes),
                Block::Paragraph(_) | Block::Table(_) | Block::Withheld(_) => {}
            }
        }
    }

    fn number(&mut self, part: &NodeId, number: &str, id: &NodeId) {
        self.numbers.entry((part.clone(), label::segment(number).to_lowercase())).or_insert_with(|| id.clone());
    }

    /// The node of this number in a part; of two the first.
    pub fn numbered(&self, part: &NodeId, number: &str) -> Option<&NodeId> {
        self.numbers.get(&(part.clone(), number.to_lowercase()))
    }

    /// The clause of this rank in an article: `lid 3` of article 7.
    pub fn member(&self, article: &NodeId, number: &str) -> Option<&NodeId> {
        self.members.get(&(article.clone(), number.to_lowercase()))
    }

    /// The item of this label in a clause or item.
    pub fn item(&self, clause: &NodeId, label: &str) -> Option<&NodeId> {
        self.items.get(&(clause.clone(), label.to_lowercase()))
    }

    /// Whether a provision is divided like this.
    pub fn is_divided(&self, id: &NodeId, division: Division) -> bool {
        self.divided.contains(&(id.clone(), division))
    }

    /// The part of this label, as a slug.
    pub fn part(&self, name: &str) -> Option<&NodeId> {
        self.parts.iter().find(|(known, _)| known == name).map(|(_, id)| id)
    }
}

fn remember(nodes: &mut HashMap<NodeId, (Audience, Option<NodeId>)>, meta: &Meta, parent: Option<&NodeId>) {
    let entry = nodes.entry(meta.id.clone()).or_insert((meta.audience, parent.cloned()));
    entry.0 = entry.0.max(meta.audience);
}
