//! What a mention points at: within its part first, then the agreement, then what it belongs to.

use super::Target;
use super::mention::{Document, Kind, Mention, Named, Relative};
use super::outline::{Division, Outline, TextOutline};
use crate::i18n::{Language, Lexicon};
use crate::model::ids::slug;
use crate::model::tree::{Article, NodeId};
use crate::model::walk::Place;
use crate::parse::{Audience, label};

/// What is known where a mention stands.
pub struct Ground<'g> {
    /// The agreement that speaks, by its place among the outlines.
    pub own: usize,
    /// The agreements of the vendor.
    pub outlines: &'g [&'g Outline],
    /// The language of the text.
    pub language: Language,
    /// Its words.
    pub lexicon: &'g Lexicon,
    /// Who reads.
    pub readers: Audience,
}

type Found = Option<(usize, NodeId)>;

impl Ground<'_> {
    /// The target of a mention that stands at a place; `None` where it points at nothing that could be named.
    pub fn target(&self, mention: &Mention, place: &Place<'_>) -> Option<Target> {
        if mention.document == Document::Named(Named::External) {
            return Some(Target::External);
        }
        if let Some(relative) = mention.relative {
            return self.relative(relative, mention, place).map(|found| self.shown(found));
        }
        let found = match mention.kind {
            Kind::Annex => self.annex(mention),
            Kind::Clause => self.clause(mention, place),
            Kind::Article => self.article(mention, place),
        };
        Some(found.map_or(Target::Broken, |found| self.shown(found)))
    }

    /// An agreement as a whole.
    pub fn agreement(&self, agreement: usize) -> Target {
        self.shown((agreement, NodeId::from("")))
    }

    /// What readers find of it.
    fn shown(&self, (agreement, id): (usize, NodeId)) -> Target {
        let outline = &self.outlines[agreement];
        if !self.readers.may_see(outline.audience) {
            // What is not even listed is a document elsewhere, for all that these readers know.
            return if outline.listed {
                Target::Withheld { agreement: outline.agreement.clone(), id: NodeId::from("") }
            } else {
                Target::External
            };
        }
        match outline.stub_of(&id, self.readers) {
            Some(stub) => Target::Withheld { agreement: outline.agreement.clone(), id: stub },
            None => Target::Node { agreement: outline.agreement.clone(), id },
        }
    }

    fn text(&self, agreement: usize) -> Option<&TextOutline> {
        let texts = &self.outlines.get(agreement)?.texts;
        texts.get(&self.language).or_else(|| texts.values().next())
    }

    /// The agreement that a mention speaks of.
    fn base(&self, mention: &Mention) -> usize {
        match mention.document {
            Document::Named(Named::Agreement(agreement)) => (agreement as usize).min(self.outlines.len().saturating_sub(1)),
            _ => self.own,
        }
    }

    /// The provision before, after or around the one that speaks.
    fn relative(&self, relative: Relative, mention: &Mention, place: &Place<'_>) -> Found {
        let part = place.part?;
        let step = |count: usize, at: usize| match relative {
            Relative::Previous => at.checked_sub(1),
            Relative::Next => Some(at + 1).filter(|next| *next < count),
            Relative::This => Some(at),
        };
        let id = match mention.kind {
            Kind::Clause => {
                let clauses = &place.article?.clauses;
                let at = clauses.iter().position(|clause| place.clause.is_some_and(|own| own.meta.id == clause.meta.id))?;
                clauses.get(step(clauses.len(), at)?)?.meta.id.clone()
            }
            Kind::Article => {
                let articles: Vec<&Article> = part.articles.iter().filter(|article| !article.is_bare()).collect();
                let own = place.article?;
                let at = articles.iter().position(|article| is_within(article, own))?;
                articles.get(step(articles.len(), at)?)?.meta.id.clone()
            }
            Kind::Annex => return self.this_annex(&mention.word, place),
        };
        Some((self.own, id))
    }

    /// The annex that speaks: a part of that name, or the agreement where others call it so.
    fn this_annex(&self, word: &str, place: &Place<'_>) -> Found {
        let begins = |name: &str| name == slug(word) || name.starts_with(&format!("{}-", slug(self.singular(word))));
        let part = &place.part?.meta.id;
        let is_part = self.text(self.own)?.parts.iter().any(|(name, id)| id == part && !id.as_str().is_empty() && begins(name));
        if is_part {
            return Some((self.own, part.clone()));
        }
        self.outlines[self.own].known_as.iter().any(|name| begins(name)).then(|| (self.own, NodeId::from("")))
    }

    /// A part by its label, or an agreement by what it is known as; `1.A` is clause 1.A of part 1.
    fn annex(&self, mention: &Mention) -> Found {
        let base = self.base(mention);
        let name = |number: &str| slug(&format!("{} {number}", self.singular(&mention.word)));
        let mut candidates = vec![(mention.number.as_str(), None)];
        if let Some((part, _)) = mention.number.split_once('.') {
            candidates.push((part, Some(mention.number.as_str())));
        }
        for (number, clause) in candidates {
            let name = name(number);
            let text = self.outlines.get(base)?.texts.get(&self.language);
            if let Some(text) = text
                && let Some(part) = text.part(&name)
            {
                let id = match clause {
                    Some(clause) => text.numbered(part, clause).cloned(),
                    None => Some(part.clone()),
                };
                return Some((base, within(text, id?, mention)?));
            }
            let others = (0..self.outlines.len()).filter(|other| self.outlines[*other].known_as.contains(&name));
            if let Some(other) = others.min_by_key(|other| *other != base) {
                let id = clause.and_then(|clause| self.text(other)?.numbered(&NodeId::from(""), clause).cloned());
                return Some((other, id.unwrap_or_else(|| NodeId::from(""))));
            }
        }
        // An annex may keep its foreign name in a translation: the parts of the other language count too.
        let texts = &self.outlines.get(base)?.texts;
        texts.values().find_map(|text| text.part(&name(&mention.number))).map(|id| (base, id.clone()))
    }

    /// `lid 1` is the first clause of the article that speaks; `Clause 10.2` has its article's number in it.
    fn clause(&self, mention: &Mention, place: &Place<'_>) -> Found {
        let number = label::segment(&mention.number);
        if number.contains('.') || mention.document != Document::Own {
            return self.article(mention, place);
        }
        let text = self.outlines.get(self.own)?.texts.get(&self.language)?;
        let member = || {
            let id = text.member(&place.article?.meta.id, number)?;
            Some((self.own, within(text, id.clone(), mention)?))
        };
        // `clause 10` is not the tenth of this article where there is an article 10.
        if self.lexicon.by_number.contains(&mention.word) {
            return self.article(mention, place).or_else(member);
        }
        member()
    }

    fn article(&self, mention: &Mention, place: &Place<'_>) -> Found {
        let number = label::segment(&mention.number);
        let in_annex = match &mention.document {
            Document::Annex(word, annex) => {
                let whole = Mention {
                    word: word.clone(),
                    number: annex.clone(),
                    member: None,
                    item: None,
                    document: Document::Own,
                    ..mention.clone()
                };
                self.annex(&whole)
            }
            Document::This(word) => self.this_annex(word, place),
            Document::Own | Document::Named(_) => None,
        };
        if let Some((agreement, part)) = in_annex {
            let text = self.text(agreement)?;
            return Some((agreement, within(text, text.numbered(&part, number)?.clone(), mention)?));
        }
        let base = self.base(mention);
        let mut next = Some(base);
        let mut steps = 0;
        while let Some(agreement) = next {
            let outline = &self.outlines[agreement];
            if let Some(text) = self.text(agreement) {
                let here = place.part.filter(|_| agreement == self.own).map(|part| part.meta.id.clone());
                let parts = here.into_iter().chain(text.parts.iter().map(|(_, id)| id.clone()));
                for part in parts {
                    if let Some(id) = text.numbered(&part, number) {
                        return Some((agreement, within(text, id.clone(), mention)?));
                    }
                }
            }
            steps += 1;
            next = outline.parent.filter(|_| steps <= self.outlines.len());
        }
        None
    }

    /// `bijlagen` → `bijlage`: labels of parts are in the singular, which the lexicon lists before the plural.
    fn singular<'w>(&'w self, word: &'w str) -> &'w str {
        let stem = |word: &str| word.chars().take(5).collect::<String>();
        self.lexicon.annex.iter().find(|other| stem(other) == stem(word)).map_or(word, String::as_str)
    }
}

/// Whether an article is another one, or a section within it.
fn is_within(outer: &Article, inner: &Article) -> bool {
    outer.meta.id == inner.meta.id || outer.sections.iter().any(|section| is_within(section, inner))
}

/// Goes on to the clause and the item that the mention names. What is not divided has only one clause, and what it
/// enumerates in its sentences no items; but where there are some, one that is not there is nowhere.
fn within(text: &TextOutline, id: NodeId, mention: &Mention) -> Option<NodeId> {
    let id = match &mention.member {
        Some(member) => match text.member(&id, member) {
            Some(found) => found.clone(),
            None if text.is_divided(&id, Division::Members) => return None,
            None => id,
        },
        None => id,
    };
    match &mention.item {
        Some(item) => match text.item(&id, item) {
            Some(found) => Some(found.clone()),
            None if text.is_divided(&id, Division::Items) => None,
            None => Some(id),
        },
        None => Some(id),
    }
}
