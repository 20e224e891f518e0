//! Citations of law: which law, and which provision of it.

use std::collections::HashMap;

use super::mention::{Kind, Mention};
use crate::i18n::Language;
use crate::model::vocabulary::Law;
use crate::parse::label;

/// A law, or a provision of one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Citation {
    /// The law's id in the vocabulary.
    pub law: String,
    /// The book of a code: `6` of `6:162 BW`.
    pub book: Option<String>,
    /// The article.
    pub article: Option<String>,
    /// The paragraph (Dutch: *lid*).
    pub paragraph: Option<String>,
    /// The point (Dutch: *onder*).
    pub point: Option<String>,
}

impl Citation {
    /// A law as a whole.
    pub fn of_law(law: &Law) -> Citation {
        Citation { law: law.id.clone(), book: None, article: None, paragraph: None, point: None }
    }

    /// Reads how vocabularies write a provision: `28(3)(h)`; `4(12)` is point 12 of an article that has only points.
    pub fn read(law: &Law, written: &str) -> Citation {
        let mut parts = written.split(['(', ')']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned);
        let mut citation = Citation { article: parts.next(), ..Citation::of_law(law) };
        let is_divided = citation.article.as_ref().is_some_and(|article| law.points.contains(article));
        citation.paragraph = if is_divided { None } else { parts.next() };
        citation.point = parts.next();
        citation
    }

    /// What a mention cites of a law. Only of articles one can tell more than the law.
    pub fn of_mention(law: &Law, mention: &Mention) -> Citation {
        let mut citation = Citation::of_law(law);
        if mention.kind != Kind::Article || mention.number.is_empty() {
            return citation;
        }
        let (book, article) = match mention.number.split_once(':') {
            Some((book, article)) => (Some(book.to_owned()), article),
            None => (None, mention.number.as_str()),
        };
        citation.book = book;
        citation.paragraph.clone_from(&mention.member);
        citation.point = mention.item.as_deref().map(|item| label::segment(item).to_owned());
        // “artikel 28.3 AVG”: no law of the table has points in the numbers of its articles.
        let article = match article.split_once('.') {
            Some((article, paragraph)) if citation.paragraph.is_none() => {
                citation.paragraph = Some(paragraph.to_owned());
                article
            }
            _ => article,
        };
        // What a text calls paragraph 8 of an article that has only points is point 8.
        if law.points.iter().any(|divided| divided == article) && citation.point.is_none() {
            citation.point = citation.paragraph.take();
        }
        citation.article = Some(article.to_owned());
        citation
    }
}

/// The names of the laws in a language, each with the law's place. A name that two laws bear stands for neither.
pub fn names(laws: &[Law], language: Language) -> Vec<(&str, u32)> {
    let mut borne: HashMap<String, Vec<u32>> = HashMap::new();
    for (place, law) in (0..).zip(laws) {
        for name in law.names(language) {
            let by = borne.entry(name.to_lowercase()).or_default();
            if !by.contains(&place) {
                by.push(place);
            }
        }
    }
    let named = (0..).zip(laws).flat_map(|(place, law)| law.names(language).map(move |name| (name, place)));
    named.filter(|(name, _)| borne.get(&name.to_lowercase()).is_none_or(|by| by.len() == 1)).collect()
}
