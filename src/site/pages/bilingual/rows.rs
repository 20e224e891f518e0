//! The rows of a bilingual page: a heading or clause and its twin, or the place where its twin is missing.

use serde::Serialize;

use crate::model::{AgreementText, Article, Clause, Meta, Part};
use crate::parse::Audience;
use crate::site::address::fragment;
use crate::site::blocks::{self, Anchors, Block};
use crate::site::pages::agreement::short_label;
use crate::site::running::{Running, Scene};

/// A heading and what stands under it.
#[derive(Serialize)]
pub struct Group<'a> {
    rows: Vec<Row<'a>>,
    /// Whether a part begins here.
    is_part: bool,
}

/// A node in two languages.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    alias: Option<&'a str>,
    href: String,
    /// The printed number, or what fits in its column.
    number: Option<String>,
    /// The level of the heading; `None` for a clause.
    level: Option<u8>,
    /// Original and translation.
    sides: [Option<Side<'a>>; 2],
}

/// A node in one language.
#[derive(Serialize)]
struct Side<'a> {
    /// The label, where the heading does not stand beside its number.
    label: Option<&'a str>,
    heading: Option<Running<'a>>,
    blocks: Vec<Block<'a>>,
    /// Who may see it, when these readers may not.
    withheld: Option<Audience>,
}

/// A node in both languages, as far as it is there.
type Pair<'a, T> = [Option<&'a T>; 2];
/// Who may see each language's text here, when these readers may not.
type Kept = [Option<Audience>; 2];

/// The text of an agreement in two languages.
pub fn groups<'a>(scenes: [Scene<'a>; 2], texts: [&'a AgreementText; 2]) -> Vec<Group<'a>> {
    let mut pairing = Pairing { scenes, groups: Vec::new() };
    for (place, parts) in paired(texts.map(|text| text.parts.as_slice()), |part| &part.meta).into_iter().enumerate() {
        pairing.part(parts, place == 0);
    }
    pairing.groups
}

struct Pairing<'a> {
    scenes: [Scene<'a>; 2],
    groups: Vec<Group<'a>>,
}

impl<'a> Pairing<'a> {
    fn part(&mut self, parts: Pair<'a, Part>, is_main: bool) {
        let kept = self.kept(parts, [None; 2], |part| &part.meta);
        if !is_main {
            let number = parts[0].or(parts[1]).and_then(|part| part.label.as_deref()).map(short_label);
            // That a part is there, and what it is called, is no secret.
            let sides = [0, 1].map(|side| {
                let part = parts[side]?;
                let heading = (!part.title.is_empty()).then(|| self.scenes[side].running(&part.title));
                Some(Side { label: part.label.as_deref(), heading, blocks: Vec::new(), withheld: kept[side] })
            });
            let rows = row(parts.map(|part| part.map(|part| &part.meta)), number, Some(2), sides).into_iter().collect();
            self.groups.push(Group { rows, is_part: true });
        }
        for articles in paired(shown(parts, kept, |part| &part.articles), |article| &article.meta) {
            let mut rows = Vec::new();
            self.article(articles, kept, if is_main { 2 } else { 3 }, &mut rows);
            self.groups.push(Group { rows, is_part: false });
        }
    }

    fn article(&self, articles: Pair<'a, Article>, outer: Kept, level: u8, rows: &mut Vec<Row<'a>>) {
        let kept = self.kept(articles, outer, |article| &article.meta);
        let Some(either) = articles[0].or(articles[1]) else { return };
        if !either.is_bare() || kept.iter().any(Option::is_some) {
            let sides = self.sides(articles, kept, |scene, article| Side {
                label: article.label.as_deref().filter(|_| article.heading.is_none()),
                heading: article.heading.as_ref().map(|text| scene.running(text)),
                blocks: Vec::new(),
                withheld: None,
            });
            rows.extend(row(articles.map(|article| article.map(|article| &article.meta)), either.number.clone(), Some(level), sides));
        }
        for clauses in paired(shown(articles, kept, |article| &article.clauses), |clause| &clause.meta) {
            rows.extend(self.clause(clauses, kept));
        }
        for sections in paired(shown(articles, kept, |article| &article.sections), |section| &section.meta) {
            self.article(sections, kept, (level + 1).min(6), rows);
        }
    }

    fn clause(&self, clauses: Pair<'a, Clause>, outer: Kept) -> Option<Row<'a>> {
        let kept = self.kept(clauses, outer, |clause| &clause.meta);
        let original = shown(clauses, kept, |clause| &clause.body)[0];
        let number = clauses[0].or(clauses[1])?.label.clone();
        let sides = self.sides(clauses, kept, |scene, clause| {
            let is_original = scene.spoken == self.scenes[0].spoken;
            let anchors = if is_original { Anchors::All } else { Anchors::Beside(original) };
            Side { label: None, heading: None, blocks: blocks::of(scene, &clause.body, anchors), withheld: None }
        });
        row(clauses.map(|clause| clause.map(|clause| &clause.meta)), number, None, sides)
    }

    /// Who may see each of a pair: as its own node says, or what it stands in.
    fn kept<T>(&self, pair: Pair<'a, T>, outer: Kept, meta: impl Fn(&T) -> &Meta) -> Kept {
        [0, 1].map(|side| outer[side].or_else(|| self.scenes[side].withheld(meta(pair[side]?))))
    }

    /// Both sides; what these readers may not see says so, be it there or not.
    fn sides<T>(&self, pair: Pair<'a, T>, kept: Kept, side: impl Fn(Scene<'a>, &'a T) -> Side<'a>) -> [Option<Side<'a>>; 2] {
        [0, 1].map(|place| match kept[place] {
            Some(audience) => Some(Side { label: None, heading: None, blocks: Vec::new(), withheld: Some(audience) }),
            None => pair[place].map(|node| side(self.scenes[place], node)),
        })
    }
}

fn row<'a>(metas: Pair<'a, Meta>, number: Option<String>, level: Option<u8>, sides: [Option<Side<'a>>; 2]) -> Option<Row<'a>> {
    let meta = metas[0].or(metas[1])?;
    let alias = meta.alias.as_ref().map(|alias| alias.as_str());
    Some(Row { id: meta.id.as_str(), alias, href: fragment(meta.id.as_str()), number, level, sides })
}

/// What stands in both of a pair, as far as these readers may see it.
fn shown<'a, T, U>(pair: Pair<'a, T>, kept: Kept, children: impl Fn(&'a T) -> &'a Vec<U>) -> [&'a [U]; 2] {
    [0, 1].map(|side| match (pair[side], kept[side]) {
        (Some(node), None) => children(node).as_slice(),
        _ => &[],
    })
}

/// Nodes with the same id, in the order of the original; what only the translation has follows what it follows there.
fn paired<'a, T>([one, two]: [&'a [T]; 2], meta: impl Fn(&T) -> &Meta) -> Vec<Pair<'a, T>> {
    // In nearly every text both have the same nodes in the same places.
    if one.len() == two.len() && one.iter().zip(two).all(|(one, two)| meta(one).id == meta(two).id) {
        return one.iter().zip(two).map(|(one, two)| [Some(one), Some(two)]).collect();
    }
    let mut pairs: Vec<Pair<'a, T>> = Vec::with_capacity(one.len().max(two.len()));
    pairs.extend(one.iter().map(|own| [Some(own), two.iter().find(|other| meta(other).id == meta(own).id)]));
    let mut after = 0;
    for own in two {
        match pairs.iter().position(|[_, other]| other.is_some_and(|other| meta(other).id == meta(own).id)) {
            Some(place) => after = place + 1,
            None => {
                pairs.insert(after, [None, Some(own)]);
                after += 1;
            }
        }
    }
    pairs
}
