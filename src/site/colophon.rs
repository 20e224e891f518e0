//! What a text is, before one reads it: whose words, which language, which version, what is on request.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Serialize;

use super::World;
use super::address::fragment;
use super::dated::Dated;
use super::pages::agreement;
use super::running::Scene;
use crate::i18n::Language;
use crate::model::{Agreement, AgreementText, Article, Block, PartialDate, Prevailing, Vendor};
use crate::parse::Audience;
use crate::parse::agreement::PartyRole;

/// What a text is.
#[derive(Serialize)]
pub struct Colophon<'a> {
    /// `summary` or `verbatim`.
    text: &'static str,
    /// `model`, `offered`, `signed` or `superseded`.
    status: &'static str,
    /// Who may read it.
    audience: Audience,
    original: Language,
    /// The language shown.
    spoken: Language,
    /// What the translation is worth, where a translation is shown: `informative` and so on.
    translation: Option<&'static str>,
    version: Option<&'a str>,
    dates: Vec<KindOfDate>,
    /// A language's code, `equal` or `not-stated`.
    prevailing: String,
    verified: Option<Dated>,
    belongs_to: Option<Parent<'a>>,
    parties: Vec<PartyLine<'a>>,
    /// The language of their names.
    parties_spoken: Language,
    /// What these readers may not see.
    withheld: Vec<Withheld<'a>>,
    /// Who may see that, the widest audience first.
    kept_for: BTreeSet<Audience>,
}

/// A date and what it is of.
#[derive(Serialize)]
struct KindOfDate {
    /// `date`, `effective`, `signed` or `received`.
    kind: &'static str,
    date: Dated,
}

/// A party, and how the text shown calls it.
#[derive(Serialize)]
struct PartyLine<'a> {
    /// Its role: `processor`.
    role: &'static str,
    names: Vec<&'a str>,
    /// Words such as “wij”, by which the text points to it.
    pronouns: Vec<&'a str>,
}

/// The agreement it belongs to.
#[derive(Serialize)]
struct Parent<'a> {
    title: &'a str,
    /// The language of the title, where it is not the page's.
    lang: Option<Language>,
    href: Option<String>,
    /// Whether this one prevails over it.
    prevails: bool,
}

/// What these readers may not see.
#[derive(Serialize)]
struct Withheld<'a> {
    /// The label; for a part without one, its title; for a clause without one, the label of its article.
    label: Cow<'a, str>,
    href: String,
    #[serde(skip)]
    audience: Audience,
    /// Whether only something in it is withheld.
    is_partial: bool,
}

impl<'a> Colophon<'a> {
    /// What a text of an agreement is.
    pub fn new(scene: Scene<'a>, vendor: &'a Vendor, agreement: &'a Agreement, text: &'a AgreementText) -> Colophon<'a> {
        let (world, language) = (scene.world, scene.language);
        let dated = |date: PartialDate| Dated::new(world, language, date);
        let dates =
            [("date", agreement.date), ("effective", agreement.effective), ("signed", agreement.signed), ("received", agreement.received)];
        let withheld = withheld(scene, text);
        let is_original = text.language == agreement.original;
        Colophon {
            text: agreement.text_kind.name(),
            status: agreement.status.name(),
            audience: agreement.audience,
            original: agreement.original,
            spoken: text.language,
            translation: agreement.translations.get(&text.language).filter(|_| !is_original).map(|status| status.name()),
            version: agreement.version.as_deref(),
            dates: dates.into_iter().filter_map(|(kind, date)| Some(KindOfDate { kind, date: dated(date?) })).collect(),
            prevailing: match agreement.prevailing {
                Prevailing::Language(language) => language.code().to_owned(),
                Prevailing::Equal => "equal".to_owned(),
                Prevailing::NotStated => "not-stated".to_owned(),
            },
            verified: agreement.verified.map(|day| dated(PartialDate::Day(day))),
            belongs_to: parent(world, language, vendor, agreement),
            parties: parties(scene, vendor, agreement, text),
            parties_spoken: text.language,
            kept_for: withheld.iter().map(|node| node.audience).collect(),
            withheld,
        }
    }
}

/// The parties by those of their names that the text uses: `agreement.toml` has the names of all languages. A processor that
/// the text does not name is the vendor.
fn parties<'a>(scene: Scene<'a>, vendor: &'a Vendor, agreement: &'a Agreement, text: &'a AgreementText) -> Vec<PartyLine<'a>> {
    let mut parties: Vec<PartyLine<'a>> =
        agreement.parties.iter().map(|party| PartyLine { role: party.role.name(), names: Vec::new(), pronouns: Vec::new() }).collect();
    text.texts(&mut |place| {
        if !scene.world.audience.may_see(place.audience) {
            return;
        }
        let said = place.text.plain();
        for (line, party) in parties.iter_mut().zip(&agreement.parties) {
            for (known, found) in [(&party.names, &mut line.names), (&party.pronouns, &mut line.pronouns)] {
                let new: Vec<&str> =
                    known.iter().map(String::as_str).filter(|name| !found.contains(name) && has_word(&said, name)).collect();
                found.extend(new);
            }
        }
    });
    for (line, party) in parties.iter_mut().zip(&agreement.parties) {
        line.names.sort_by_key(|name| party.names.iter().position(|known| known == name));
        line.pronouns.sort_by_key(|name| party.pronouns.iter().position(|known| known == name));
        if line.names.is_empty() && party.role == PartyRole::Processor {
            line.names.push(&vendor.name);
        }
    }
    parties.retain(|line| !line.names.is_empty() || !line.pronouns.is_empty());
    parties
}

/// Whether a text has a word or words, and not only as a piece of a longer one or of an address.
fn has_word(text: &str, word: &str) -> bool {
    let bounds = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !"-/@_".contains(c));
    let is_whole = |at: usize| bounds(text[..at].chars().next_back()) && bounds(text[at + word.len()..].chars().next());
    !word.is_empty() && text.match_indices(word).any(|(at, _)| is_whole(at))
}

impl<'a> Colophon<'a> {
    /// The same with the parties as another text of the agreement names them.
    #[must_use]
    pub fn with_parties_of(mut self, scene: Scene<'a>, vendor: &'a Vendor, agreement: &'a Agreement, text: &'a AgreementText) -> Self {
        self.parties = parties(scene, vendor, agreement, text);
        self.parties_spoken = text.language;
        self
    }

    /// Whether these readers see all of the text.
    pub fn is_whole(&self) -> bool {
        self.withheld.is_empty()
    }
}

fn parent<'a>(world: &World, language: Language, vendor: &'a Vendor, agreement: &'a Agreement) -> Option<Parent<'a>> {
    let slug = agreement.belongs_to.as_ref()?;
    let parent = vendor.agreements.iter().find(|other| other.slug == *slug)?;
    let text = parent.text(language)?;
    Some(Parent {
        title: &text.title,
        lang: (text.language != language).then_some(text.language),
        href: agreement::link(world, language, vendor, parent),
        prevails: agreement.prevails,
    })
}

/// The outermost nodes that are withheld, in the order of the text.
fn withheld<'a>(scene: Scene<'a>, text: &'a AgreementText) -> Vec<Withheld<'a>> {
    let mut found = Vec::new();
    for part in &text.parts {
        if let Some(audience) = scene.withheld(&part.meta) {
            let label = part.label.as_deref().map_or_else(|| Cow::Owned(part.title.plain()), unpointed);
            found.push(Withheld { label, href: fragment(part.meta.id.as_str()), audience, is_partial: false });
        } else {
            part.articles.iter().for_each(|article| withheld_in(scene, article, &mut found));
        }
    }
    found
}

fn withheld_in<'a>(scene: Scene<'a>, article: &'a Article, found: &mut Vec<Withheld<'a>>) {
    let label = |label: &'a Option<String>| label.as_deref().or(article.label.as_deref()).map_or(Cow::Borrowed(""), unpointed);
    if let Some(audience) = scene.withheld(&article.meta) {
        let href = fragment(article.meta.id.as_str());
        return found.push(Withheld { label: label(&article.label), href, audience, is_partial: false });
    }
    for clause in &article.clauses {
        let own = scene.withheld(&clause.meta);
        if let Some(audience) = own.or_else(|| narrowest(scene, &clause.body)) {
            let href = fragment(clause.meta.id.as_str());
            found.push(Withheld { label: label(&clause.label), href, audience, is_partial: own.is_none() });
        }
    }
    article.sections.iter().for_each(|section| withheld_in(scene, section, found));
}

/// A label within a sentence: without its final point.
fn unpointed(label: &str) -> Cow<'_, str> {
    Cow::Borrowed(label.trim_end_matches(['.', ':']))
}

/// Who may see all of these blocks, when these readers may not.
fn narrowest(scene: Scene<'_>, blocks: &[Block]) -> Option<Audience> {
    let of_block = |block: &Block| match block {
        Block::Paragraph(_) => None,
        Block::Items { items, .. } => {
            items.iter().filter_map(|item| scene.withheld(&item.meta).or_else(|| narrowest(scene, &item.body))).max()
        }
        Block::Table(table) => {
            let kept = |row: &&crate::model::Row| row.withheld || !scene.world.audience.may_see(row.audience);
            table.rows.iter().filter(kept).map(|row| row.audience).max()
        }
        Block::Quote(inner) => narrowest(scene, inner),
        Block::Withheld(audience) => Some(*audience),
        Block::Limited(audience, inner) if scene.world.audience.may_see(*audience) => narrowest(scene, std::slice::from_ref(inner)),
        Block::Limited(audience, _) => Some(*audience),
    };
    blocks.iter().filter_map(of_block).max()
}
