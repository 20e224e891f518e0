//! The defined terms that a text uses, with what each means: what readers are shown beside a word, and find at the end.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address::{Address, fragment};
use super::blocks::Block;
use super::definition::Lately;
use super::laws::local;
use super::pages;
use super::running::{Document, Scene};
use crate::analysis::glossary::Defined;
use crate::model::{Agreement, AgreementText, Vendor};
use crate::parse::agreement::PartyRole;
use crate::resolve::{Definition, Target};

/// A defined term that a text uses.
#[derive(Serialize)]
pub struct UsedTerm<'a> {
    /// Its anchor.
    id: String,
    term: &'a str,
    /// What defines it.
    blocks: Vec<Block<'a>>,
    /// Where it is defined: `art. 1.3`.
    place: String,
    href: String,
    /// The title of the agreement that defines it, where it is another one.
    agreement: Option<&'a str>,
    concept: Option<ConceptLink<'a>>,
    /// Which party it names: `processor`.
    role: Option<&'static str>,
    /// Whether it reaches less far or further than what the GDPR means, where the author has said.
    against_gdpr: Option<&'static str>,
}

/// The idea that a term stands for.
#[derive(Serialize)]
struct ConceptLink<'a> {
    name: &'a str,
    href: String,
}

/// The anchor of a term's entry on the page of an agreement that uses it. Ids of nodes have no colon.
pub fn anchor(own: &Agreement, defining: &str, definition: usize) -> String {
    if own.slug == defining { format!("page:term:{definition}") } else { format!("page:term:{defining}:{definition}") }
}

/// Which party a term names.
pub fn role_of(agreement: &Agreement, definition: &Definition) -> Option<PartyRole> {
    agreement.parties.iter().find(|party| party.names.contains(&definition.term)).map(|party| party.role)
}

/// The role of a party that a term names, unless the term says it: “Verwerker”.
fn role_to_tell(scene: Scene<'_>, own: &Agreement, definition: &Definition) -> Option<&'static str> {
    let role = role_of(own, definition)?.name();
    let concept = scene.world.corpus.vocabulary.concepts.iter().find(|concept| concept.id == role);
    let says_it = concept.is_some_and(|concept| local(&concept.name, scene.spoken).to_lowercase() == definition.term.to_lowercase());
    (!says_it).then_some(role)
}

/// The terms that a text uses, in the order of its language.
pub fn of_text<'a>(scene: Scene<'a>, text: &'a AgreementText) -> Vec<UsedTerm<'a>> {
    let Document::Agreement(vendor, agreement, _) = scene.document else { return Vec::new() };
    let mut used: BTreeMap<(&str, usize), ()> = BTreeMap::new();
    text.texts(&mut |place| {
        for link in scene.links(place.text) {
            if let Target::Term { agreement, definition } = &link.target {
                used.insert((agreement, *definition), ());
            }
        }
    });
    let mut lately = Lately::default();
    let mut terms: Vec<UsedTerm<'_>> =
        used.into_keys().filter_map(|(slug, place)| entry(scene, vendor, agreement, (slug, place), &mut lately)).collect();
    let locale = scene.world.messages.locale(text.language);
    terms.sort_by(|a, b| locale.compare(a.term, b.term).then_with(|| a.id.cmp(&b.id)));
    terms
}

fn entry<'a>(
    scene: Scene<'a>,
    vendor: &'a Vendor,
    own: &'a Agreement,
    (slug, place): (&str, usize),
    lately: &mut Lately<'a>,
) -> Option<UsedTerm<'a>> {
    let world = scene.world;
    let agreement = vendor.agreements.iter().find(|other| other.slug == slug && !other.withheld)?;
    let text = agreement.texts.get(&scene.spoken)?;
    let definition = world.resolved.of(&vendor.slug, slug, scene.spoken)?.definitions().get(place)?;
    let defining = Scene::of_agreement(world, scene.language, vendor, agreement, text).away();
    let (label, href) = lately.place_of(world, scene.language, &Defined { vendor, agreement, text, definition });
    let concept = definition.concept.as_ref().filter(|id| pages::definition::exists(world, id));
    let concept = concept.and_then(|id| world.corpus.vocabulary.concepts.iter().find(|concept| concept.id == *id));
    Some(UsedTerm {
        id: anchor(own, slug, place),
        term: &definition.term,
        blocks: lately.of(world, scene.language, text).shown(defining, definition),
        place: label,
        href: if own.slug == slug { fragment(definition.id.as_ref().map_or("", |id| id.as_str())) } else { href },
        agreement: (own.slug != slug).then_some(text.title.as_str()),
        concept: concept.map(|concept| ConceptLink {
            name: local(&concept.name, scene.language),
            href: world.base.link(&Address::definition(scene.language, &concept.id)),
        }),
        role: role_to_tell(scene, own, definition),
        against_gdpr: definition.against_gdpr.map(|against| against.name()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::parse::Audience;
    use crate::site::tests::{SPECIMEN, world_for};

    #[test]
    fn the_terms_of_a_text_in_the_order_of_its_language_each_with_where_it_is_defined() {
        let (world, _) = world_for(&SPECIMEN, Audience::Public, None);
        let vendor = &world.corpus.vendors[0];
        let agreement = vendor.agreements.iter().find(|agreement| agreement.slug == "dpa").expect("the agreement");
        let scene = Scene::of_agreement(&world, Language::NL, vendor, agreement, &agreement.texts[&Language::NL]);
        let told = of_text(scene, &agreement.texts[&Language::NL]).into_iter().map(|entry| {
            let UsedTerm { id, term, place, href, agreement, concept, .. } = entry;
            format!(
                "{term} = {id}: {}{place} ({href}) {}",
                agreement.unwrap_or_default(),
                concept.map(|concept| concept.href).unwrap_or_default()
            )
        });
        insta::assert_snapshot!(told.collect::<Vec<_>>().join("\n"), @r"
        Datalek = page:term:1: art. 1.1 (#1.1) /nl/definitions/personal-data-breach/
        Verwerker = page:term:0: aanhef (#p1) /nl/definitions/processor/
        ");
    }
}
