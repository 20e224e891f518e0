//! The kinds of pages, one file each. A new kind is a file here, a variant of [`Page`] and a template of the file's name.

pub mod agreement;
pub mod agreement_data;
pub mod agreement_index;
pub mod asset;
pub mod bilingual;
pub mod changes;
pub mod compare;
pub mod compare_coverage;
pub mod compare_facts;
pub mod compare_models;
pub mod compare_pair;
pub mod compare_pairs;
pub mod compare_sheet;
pub mod compare_topic;
pub mod compare_topics;
pub mod comparison_data;
pub mod coverage_data;
pub mod definition;
pub mod definitions;
pub mod definitions_data;
pub mod feed;
pub mod home;
pub mod host_headers;
pub mod language_choice;
pub mod measures_data;
pub mod negotiation;
pub mod nginx;
pub mod not_found;
pub mod plain_text;
pub mod playbook;
pub mod print_style;
pub mod robots;
pub mod schema;
pub mod search;
pub mod security;
pub mod security_txt;
pub mod sitemap;
pub mod sub_processor;
pub mod sub_processors;
pub mod sub_processors_data;
pub mod sub_processors_sheet;
pub mod text;
pub mod vendor;
pub mod vendor_sub_processors;
pub mod vendors;
pub mod vendors_data;

use super::{Page, World};

/// Every page of a site. What the owner writes comes last.
pub fn all(world: &World) -> Vec<Page> {
    let mut pages: Vec<Page> = world.languages().iter().flat_map(|language| compare_pair::list(world, *language)).collect();
    pages.extend(all_but_pairs(world));
    pages
}

/// Every page but the comparisons of two vendors, which are known only when the words of all were compared.
pub fn all_but_pairs(world: &World) -> Vec<Page> {
    let mut pages = vec![Page::LanguageChoice, Page::NotFound, Page::Robots];
    pages.extend(sitemap::list(world));
    pages.extend([Page::HostHeaders, Page::NoJekyll]);
    pages.extend(nginx::list(world));
    pages.extend(security_txt::list(world));
    for language in world.languages().iter().copied() {
        pages.extend([Page::Home(language), Page::Vendors(language)]);
        pages.extend(vendor::list(world, language));
        pages.extend(agreement::list(world, language));
        pages.extend(bilingual::list(world, language));
        pages.extend(definitions::list(world, language));
        pages.extend(definition::list(world, language));
        pages.extend(compare::list(world, language));
        pages.extend(compare_facts::list(world, language));
        pages.extend(compare_coverage::list(world, language));
        pages.extend(compare_sheet::list(world, language));
        pages.extend(compare_models::list(world, language));
        pages.extend(compare_pair::of_models(world, language));
        pages.extend(playbook::list(world, language));
        pages.extend(negotiation::list(world, language));
        pages.extend(security::list(world, language));
        pages.extend(sub_processors::list(world, language));
        pages.extend(sub_processor::list(world, language));
        pages.extend(vendor_sub_processors::list(world, language));
        pages.extend(changes::list(world, language));
        pages.extend(feed::list(world, language));
        pages.extend(compare_topics::list(world, language));
        pages.extend(compare_topic::list(world, language));
        pages.extend(compare_pairs::list(world, language));
        pages.extend(search::list(world, language));
        pages.extend(print_style::list(world, language));
    }
    pages.extend(agreement_data::list(world));
    pages.extend(plain_text::list(world));
    pages.push(Page::AgreementIndex);
    pages.push(Page::DefinitionsData);
    pages.push(Page::VendorsData);
    pages.extend(comparison_data::list(world));
    pages.extend(coverage_data::list(world));
    pages.extend(measures_data::list(world));
    pages.extend(sub_processors_data::list(world));
    pages.extend(schema::list());
    pages.extend(asset::list(world));
    pages.extend(super::card::list(world));
    for language in world.languages().iter().copied() {
        pages.extend(text::list(world, language));
    }
    pages
}

/// The agreements that have pages, as places in the corpus.
fn shown_agreements(world: &World) -> impl Iterator<Item = (usize, usize)> {
    world.corpus.vendors.iter().enumerate().flat_map(|(place, vendor)| {
        let shown = vendor.agreements.iter().enumerate().filter(|(_, agreement)| !agreement.withheld);
        shown.map(move |(own, _)| (place, own))
    })
}

/// Every agreement that may be read.
pub fn all_shown(world: &World) -> impl Iterator<Item = &crate::model::Agreement> {
    let agreements = world.corpus.vendors.iter().flat_map(|vendor| &vendor.agreements);
    agreements.filter(|agreement| !agreement.withheld).map(std::sync::Arc::as_ref)
}

/// The kinds of pages that have a template, by its name without `.html`.
pub const KINDS: [&str; 23] = [
    language_choice::KIND,
    home::KIND,
    vendors::KIND,
    vendor::KIND,
    agreement::KIND,
    bilingual::KIND,
    definitions::KIND,
    definition::KIND,
    compare::KIND,
    compare_facts::KIND,
    compare_coverage::KIND,
    compare_topics::KIND,
    compare_topic::KIND,
    compare_pairs::KIND,
    compare_pair::KIND,
    security::KIND,
    sub_processors::KIND,
    sub_processor::KIND,
    vendor_sub_processors::KIND,
    changes::KIND,
    text::KIND,
    search::KIND,
    not_found::KIND,
];
