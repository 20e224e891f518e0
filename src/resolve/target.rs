//! What a mention points at: within its part first, then the agreement, then what it belongs to.

use super::Target;
use super::mention::{Kind, Mention};
use super::outline::{Division, Outline, TextOutline};
use crate::i18n::Language;
use crate::model::ids::slug;
use crate::model::tree::NodeId;
use crate::model::walk::Place;
use crate::parse::Audience;
use crate::parse::label;

/// The target of a mention that stands at a place of an agreement.
pub fn of(mention: &Mention, place: &Place<'_>, agreement: &str, language: Language, outlines: &[Outline], readers: Audience) -> Target {
    if mention.is_external {
        return Target::External;
    }
    let found = match mention.kind {
        Kind::Annex => annex(mention, agreement, language, outlines),
        Kind::Clause => clause(mention, place, agreement, language, outlines),
        Kind::Article => article(mention, place, agreement, language, outlines),
    };
    let Some((outline, id)) = found else { return Target::Broken };
    if !readers.may_see(outline.audience) {
        // What is not even listed is a document elsewhere, for all that these readers know.
        return if outline.listed {
            Target::Withheld { agreement: outline.agreement.clone(), id: NodeId::from("") }
        } else {
            Target::External
        };
    }
    match outline.stub_of(&id, readers) {
        Some(stub) => Target::Withheld { agreement: outline.agreement.clone(), id: stub },
        None => Target::Node { agreement: outline.agreement.clone(), id },
    }
}

type Found<'o> = Option<(&'o Outline, NodeId)>;

/// A part by its label, or an agreement by what it is known as; `1.A` is clause 1.A of part 1.
fn annex<'o>(mention: &Mention, agreement: &str, language: Language, outlines: &'o [Outline]) -> Found<'o> {
    let own = outlines.iter().find(|outline| outline.agreement == agreement)?;
    let name = |number: &str| slug(&format!("{} {number}", singular(&mention.word)));
    let mut candidates = vec![(mention.number.as_str(), None)];
    if let Some((part, _)) = mention.number.split_once('.') {
        candidates.push((part, Some(mention.number.as_str())));
    }
    for (number, clause) in candidates {
        let name = name(number);
        if let Some(text) = own.texts.get(&language)
            && let Some(part) = text.part(&name)
        {
            let id = match clause {
                Some(clause) => text.numbered(part, clause).cloned(),
                None => Some(part.clone()),
            };
            return Some((own, within(text, id?, mention)?));
        }
        let others = outlines.iter().filter(|outline| outline.known_as.contains(&name));
        if let Some(other) = others.min_by_key(|outline| outline.agreement != agreement) {
            let id = clause.and_then(|clause| other.texts.get(&language)?.numbered(&NodeId::from(""), clause).cloned());
            return Some((other, id.unwrap_or_else(|| NodeId::from(""))));
        }
    }
    // An annex may keep its foreign name in a translation: the parts of the other language count too.
    own.texts.values().find_map(|text| text.part(&name(&mention.number))).map(|id| (own, id.clone()))
}

/// Words that name a provision by its whole number, as "article" does: `clause 10` is not the tenth of this article
/// where there is an article 10.
const BY_NUMBER: [&str; 4] = ["clause", "clauses", "section", "sections"];

/// `lid 1` is the first clause of the article that speaks; `Clause 10.2` has its article's number in it.
fn clause<'o>(mention: &Mention, place: &Place<'_>, agreement: &str, language: Language, outlines: &'o [Outline]) -> Found<'o> {
    let own = outlines.iter().find(|outline| outline.agreement == agreement)?;
    let text = own.texts.get(&language)?;
    let number = label::segment(&mention.number);
    if number.contains('.') || mention.annex.is_some() {
        return self::article(mention, place, agreement, language, outlines);
    }
    let member = || {
        let id = text.member(&place.article?.meta.id, number)?;
        Some((own, within(text, id.clone(), mention)?))
    };
    if BY_NUMBER.contains(&mention.word.as_str()) {
        return self::article(mention, place, agreement, language, outlines).or_else(member);
    }
    member()
}

fn article<'o>(mention: &Mention, place: &Place<'_>, agreement: &str, language: Language, outlines: &'o [Outline]) -> Found<'o> {
    let number = label::segment(&mention.number);
    let mut next = outlines.iter().find(|outline| outline.agreement == agreement);
    if let Some((word, annex)) = &mention.annex {
        let whole = Mention { word: word.clone(), number: annex.clone(), member: None, item: None, ..mention.clone() };
        if let Some((outline, part)) = self::annex(&whole, agreement, language, outlines) {
            let text = outline.texts.get(&language).or_else(|| outline.texts.values().next())?;
            return Some((outline, within(text, text.numbered(&part, number)?.clone(), mention)?));
        }
    }
    let mut steps = 0;
    while let Some(outline) = next {
        if let Some(text) = outline.texts.get(&language).or_else(|| outline.texts.values().next()) {
            let here = place.part.filter(|_| steps == 0).map(|part| part.meta.id.clone());
            let parts = here.into_iter().chain(text.parts.iter().map(|(_, id)| id.clone()));
            for part in parts {
                if let Some(id) = text.numbered(&part, number) {
                    return Some((outline, within(text, id.clone(), mention)?));
                }
            }
        }
        steps += 1;
        let parent = outline.belongs_to.as_deref().filter(|_| steps <= outlines.len());
        next = parent.and_then(|parent| outlines.iter().find(|outline| outline.agreement == parent));
    }
    None
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

/// `bijlagen` → `bijlage`: labels of parts are in the singular.
fn singular(word: &str) -> &str {
    match word {
        "bijlagen" => "bijlage",
        "appendices" => "appendix",
        "annexes" | "annexen" => "annex",
        "schedules" => "schedule",
        "exhibits" => "exhibit",
        "aanhangsels" => "aanhangsel",
        other => other,
    }
}
