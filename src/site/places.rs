//! What the places of an agreement are called when one points at them: `art. 7.1`, `art. 1 onder f`, `Bijlage 1, 1.C`.

use std::collections::HashMap;

use super::World;
use crate::i18n::{Language, MissingText, Value};
use crate::model::{AgreementText, Article, Block, Clause, Item, NodeId, Part};

/// The places of one text by their ids.
pub struct Places<'a> {
    world: &'a World,
    language: Language,
    known: HashMap<&'a NodeId, Location<'a>>,
}

/// Where a node stands: in a part, in articles and sections, in a clause, in items, each as far as it goes.
#[derive(Clone)]
struct Location<'a> {
    part: &'a Part,
    /// Outermost first.
    articles: Vec<&'a Article>,
    clause: Option<&'a Clause>,
    /// Outermost first.
    items: Vec<&'a Item>,
}

impl<'a> Places<'a> {
    /// Finds every place of a text, to be named in a language.
    pub fn of(world: &'a World, language: Language, text: &'a AgreementText) -> Places<'a> {
        let mut known = HashMap::new();
        for part in &text.parts {
            let mut here = Location { part, articles: Vec::new(), clause: None, items: Vec::new() };
            known.insert(&part.meta.id, here.clone());
            part.articles.iter().for_each(|article| add_article(article, &mut here, &mut known));
        }
        Places { world, language, known }
    }

    /// The item of an id.
    pub fn item(&self, id: &NodeId) -> Option<&'a Item> {
        self.known.get(id)?.items.last().copied()
    }

    /// The words by which a place is cited: what is printed there; what has no number is named by its heading, or by what it
    /// is part of. `None` if there is no such place, or nothing to call it by.
    pub fn label(&self, id: &NodeId) -> Option<String> {
        let Location { part, articles, clause, items } = self.known.get(id)?;
        let is_main = part.meta.id.as_str().is_empty();
        let mut label = match &part.label {
            Some(label) => label.trim_end_matches(['.', ':']).to_owned(),
            None if is_main => String::new(),
            None => part.title.plain(),
        };
        // A section with a number of its own is named by that, and not by what it stands in.
        let outer = label.clone();
        for article in articles {
            if article.number.is_some() {
                label.clone_from(&outer);
            }
            label = join(&label, self.article(article, label.is_empty()).as_deref());
        }
        if let (Some(clause), Some(article)) = (clause, articles.last()) {
            label = self.clause(clause, article, &outer, label);
        }
        for printed in items.iter().filter_map(|item| item.label.as_deref()) {
            let item = self.words("place-item", &[("label", Value::from(printed.trim_matches(['(', ')', '.'])))]);
            label = if label.is_empty() { item } else { format!("{label} {item}") };
        }
        (!label.is_empty()).then_some(label)
    }

    fn article(&self, article: &Article, is_outermost: bool) -> Option<String> {
        match (&article.number, &article.heading) {
            (Some(number), _) => Some(self.numbered("place-article", number)),
            (None, None) if article.is_bare() && is_outermost => Some(self.words("place-preamble", &[])),
            (None, heading) => {
                let heading = heading.as_ref().map(|heading| Value::from(heading.plain()));
                heading.map(|heading| self.words("place-heading", &[("heading", heading)]))
            }
        }
    }

    /// A clause, in an article that is already named.
    fn clause(&self, clause: &Clause, article: &Article, part: &str, named: String) -> String {
        match (&clause.number, &article.number) {
            (None, _) => named,
            (Some(number), _) if number.contains('.') && part.is_empty() => self.numbered("place-article", number),
            (Some(number), _) if number.contains('.') => join(part, Some(number)),
            (Some(number), Some(_)) => format!("{named} {}", self.numbered("place-clause", number.trim_matches(['(', ')']))),
            (Some(number), None) => join(&named, Some(number)),
        }
    }

    fn numbered(&self, key: &str, number: &str) -> String {
        self.words(key, &[("number", Value::from(number))])
    }

    fn words(&self, key: &str, filled: &[(&str, Value)]) -> String {
        self.world.messages.text(self.language, key, filled).unwrap_or_else(|error: MissingText| error.to_string())
    }
}

fn add_article<'a>(article: &'a Article, here: &mut Location<'a>, known: &mut HashMap<&'a NodeId, Location<'a>>) {
    here.articles.push(article);
    known.insert(&article.meta.id, here.clone());
    for clause in &article.clauses {
        here.clause = Some(clause);
        known.insert(&clause.meta.id, here.clone());
        add_items(&clause.body, here, known);
        here.clause = None;
    }
    article.sections.iter().for_each(|section| add_article(section, here, known));
    here.articles.pop();
}

fn add_items<'a>(blocks: &'a [Block], here: &mut Location<'a>, known: &mut HashMap<&'a NodeId, Location<'a>>) {
    for block in blocks {
        match block {
            Block::Items { items, .. } => {
                for item in items {
                    here.items.push(item);
                    known.insert(&item.meta.id, here.clone());
                    add_items(&item.body, here, known);
                    here.items.pop();
                }
            }
            Block::Quote(inner) => add_items(inner, here, known),
            Block::Limited(_, inner) => add_items(std::slice::from_ref(inner), here, known),
            Block::Paragraph(_) | Block::Table(_) | Block::Withheld(_) => {}
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
