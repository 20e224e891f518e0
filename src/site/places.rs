//! What the places of an agreement are called when one points at them: `art. 7.1`, `art. 1 onder f`, `Bijlage 1, 1.C`.

use std::collections::HashMap;

use super::World;
use crate::i18n::{Language, MissingText, Value};
use crate::model::{AgreementText, Article, Block, NodeId, Part};

/// The places of one text, by id, in the words of a language.
pub struct Places {
    labels: HashMap<NodeId, String>,
}

impl Places {
    /// Names every place of a text. A name says what is printed; what has no number is named by its heading, or by the
    /// place it is part of.
    pub fn of(world: &World, language: Language, text: &AgreementText) -> Places {
        let mut naming = Naming { world, language, labels: HashMap::new() };
        for part in &text.parts {
            naming.part(part);
        }
        Places { labels: naming.labels }
    }

    /// What a place is called; `None` if there is no such place or it has no name to say.
    pub fn label(&self, id: &NodeId) -> Option<String> {
        self.labels.get(id).cloned()
    }
}

struct Naming<'a> {
    world: &'a World,
    language: Language,
    labels: HashMap<NodeId, String>,
}

impl Naming<'_> {
    fn words(&self, key: &str, filled: &[(&str, Value)]) -> String {
        self.world.messages.text(self.language, key, filled).unwrap_or_else(|error: MissingText| error.to_string())
    }

    fn part(&mut self, part: &Part) {
        let is_main = part.meta.id.as_str().is_empty();
        let own = match &part.label {
            Some(label) => label.trim_end_matches(['.', ':']).to_owned(),
            None if is_main => String::new(),
            None => part.title.plain(),
        };
        if !is_main {
            self.labels.insert(part.meta.id.clone(), own.clone());
        }
        for article in &part.articles {
            self.article(article, &own);
        }
    }

    fn article(&mut self, article: &Article, part: &str) {
        let heading = || article.heading.as_ref().map(|heading| self.words("place-heading", &[("heading", Value::from(heading.plain()))]));
        let own = match &article.number {
            Some(number) => Some(self.words("place-article", &[("number", Value::from(number.as_str()))])),
            None if article.is_bare() && part.is_empty() => Some(self.words("place-preamble", &[])),
            None => heading(),
        };
        let label = join(part, own.as_deref());
        self.labels.insert(article.meta.id.clone(), label.clone());
        for clause in &article.clauses {
            let named = match (&clause.number, &article.number) {
                (Some(number), _) if number.contains('.') && part.is_empty() => {
                    self.words("place-article", &[("number", Value::from(number.as_str()))])
                }
                (Some(number), _) if number.contains('.') => join(part, Some(number)),
                (Some(number), Some(_)) => {
                    format!("{label} {}", self.words("place-clause", &[("number", Value::from(number.trim_matches(['(', ')'])))]))
                }
                (Some(number), None) => join(&label, Some(number)),
                (None, _) => label.clone(),
            };
            self.labels.insert(clause.meta.id.clone(), named.clone());
            self.blocks(&clause.body, &named);
        }
        for section in &article.sections {
            let outer = if section.number.is_some() || article.is_bare() { part } else { &label };
            self.article(section, outer);
        }
    }

    fn blocks(&mut self, blocks: &[Block], outer: &str) {
        for block in blocks {
            match block {
                Block::Items { items, .. } => {
                    for item in items {
                        let named = match &item.label {
                            Some(label) => {
                                let label = label.trim_matches(['(', ')', '.']);
                                format!("{outer} {}", self.words("place-item", &[("label", Value::from(label))]))
                            }
                            None => outer.to_owned(),
                        };
                        self.labels.insert(item.meta.id.clone(), named.trim_start().to_owned());
                        self.blocks(&item.body, &named);
                    }
                }
                Block::Quote(inner) => self.blocks(inner, outer),
                Block::Limited(_, inner) => self.blocks(std::slice::from_ref(inner), outer),
                Block::Paragraph(_) | Block::Table(_) | Block::Withheld(_) => {}
            }
        }
    }
}

fn join(outer: &str, own: Option<&str>) -> String {
    match own {
        Some(own) if outer.is_empty() => own.to_owned(),
        Some(own) => format!("{outer}, {own}"),
        None => outer.to_owned(),
    }
}
