//! What the places of an agreement are called when one points at them: `art. 7.1`, `art. 1 onder f`, `Bijlage 1, 1.C`.

use super::World;
use crate::i18n::{Language, MissingText, Value};
use crate::model::{AgreementText, Article, Block, Clause, Item, NodeId, Part};

/// The words by which a place of a text is cited in a language: what is printed there; what has no number is named by its
/// heading, or by what it is part of. `None` if there is no such place, or nothing to call it by.
pub fn label(world: &World, language: Language, text: &AgreementText, id: &NodeId) -> Option<String> {
    let naming = Naming { world, language };
    text.parts.iter().find_map(|part| naming.in_part(part, id)).filter(|label| !label.is_empty())
}

#[derive(Clone, Copy)]
struct Naming<'a> {
    world: &'a World,
    language: Language,
}

impl Naming<'_> {
    fn words(self, key: &str, filled: &[(&str, Value)]) -> String {
        self.world.messages.text(self.language, key, filled).unwrap_or_else(|error: MissingText| error.to_string())
    }

    fn numbered(self, key: &str, number: &str) -> String {
        self.words(key, &[("number", Value::from(number))])
    }

    fn in_part(self, part: &Part, id: &NodeId) -> Option<String> {
        let own = || match &part.label {
            Some(label) => label.trim_end_matches(['.', ':']).to_owned(),
            None if part.meta.id.as_str().is_empty() => String::new(),
            None => part.title.plain(),
        };
        if part.meta.id == *id {
            return Some(own());
        }
        part.articles.iter().find_map(|article| self.in_article(article, id, &own))
    }

    /// `outer` makes the name of what the article stands in, where that is asked for.
    fn in_article(self, article: &Article, id: &NodeId, outer: &dyn Fn() -> String) -> Option<String> {
        let own = || {
            let outer = outer();
            let name = match (&article.number, &article.heading) {
                (Some(number), _) => Some(self.numbered("place-article", number)),
                (None, None) if article.is_bare() && outer.is_empty() => Some(self.words("place-preamble", &[])),
                (None, heading) => {
                    let heading = heading.as_ref().map(|heading| Value::from(heading.plain()));
                    heading.map(|heading| self.words("place-heading", &[("heading", heading)]))
                }
            };
            join(&outer, name.as_deref())
        };
        if article.meta.id == *id {
            return Some(own());
        }
        for clause in &article.clauses {
            let named = || self.clause(clause, article, outer, &own);
            if clause.meta.id == *id {
                return Some(named());
            }
            if let Some(labels) = path(&clause.body, id) {
                let labels = labels.into_iter().filter_map(|item| item.label.as_deref());
                let labels = labels.map(|label| self.words("place-item", &[("label", Value::from(label.trim_matches(['(', ')', '.'])))]));
                return Some(std::iter::once(named()).chain(labels).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" "));
            }
        }
        let is_flat = |section: &Article| section.number.is_some() || article.is_bare();
        article.sections.iter().find_map(|section| self.in_article(section, id, if is_flat(section) { outer } else { &own }))
    }

    fn clause(self, clause: &Clause, article: &Article, outer: &dyn Fn() -> String, own: &dyn Fn() -> String) -> String {
        let Some(number) = &clause.number else { return own() };
        if !number.contains('.') {
            return match &article.number {
                Some(_) => format!("{} {}", own(), self.numbered("place-clause", number.trim_matches(['(', ')']))),
                None => join(&own(), Some(number)),
            };
        }
        let outer = outer();
        if outer.is_empty() { self.numbered("place-article", number) } else { join(&outer, Some(number)) }
    }
}

/// The item of an id with those that it stands in, outermost first.
fn path<'a>(blocks: &'a [Block], id: &NodeId) -> Option<Vec<&'a Item>> {
    blocks.iter().find_map(|block| match block {
        Block::Items { items, .. } => items.iter().find_map(|item| {
            if item.meta.id == *id {
                return Some(vec![item]);
            }
            let mut inner = path(&item.body, id)?;
            inner.insert(0, item);
            Some(inner)
        }),
        Block::Quote(inner) => path(inner, id),
        Block::Limited(_, inner) => path(std::slice::from_ref(inner), id),
        Block::Paragraph(_) | Block::Table(_) | Block::Withheld(_) => None,
    })
}

fn join(outer: &str, own: Option<&str>) -> String {
    match own {
        Some(own) if outer.is_empty() => own.to_owned(),
        Some(own) => format!("{outer}, {own}"),
        None => outer.to_owned(),
    }
}
