//! Pages to bytes: a template filled in, a data file, the sitemap, or a file as it is.
//!
//! [`render`] is pure: the same [`World`] and [`Page`] give the same bytes.

mod card;
mod feed;
mod inline;
mod print_style;
mod sitemap;
pub mod workbook;

use serde::Serialize;
use tera::Context;

pub use inline::escape;

use crate::diagnostic::{Finding, Place, UNRENDERED_PAGE};
use crate::site::followed::FeedForm;
use crate::site::pages::compare_sheet::Form;
use crate::site::pages::{
    agreement, agreement_data, agreement_index, asset, bilingual, changes, compare, compare_coverage, compare_facts, compare_models,
    compare_pair, compare_pairs, compare_sheet, compare_topic, compare_topics, comparison_data, coverage_data, definition, definitions,
    definitions_data, home, host_headers, language_choice, measures_data, negotiation, nginx, not_found, plain_text, playbook,
    print_style as margins, robots, schema, search, security, security_txt, sub_processor, sub_processors, sub_processors_data,
    sub_processors_sheet, text, vendor, vendor_sub_processors, vendors, vendors_data,
};
use crate::site::{Page, World};

/// Makes a page.
///
/// # Errors
/// If a template or message is at fault, which the finding points at; or if the world has no such page.
pub fn render(world: &World, page: &Page) -> Result<Vec<u8>, Finding> {
    let filled = |kind: &str, context: Option<Filled>| {
        let context = context.ok_or_else(|| unrendered(world, page, "there is no such page"))?;
        let context = context.map_err(|error| unrendered(world, page, &error.to_string()))?;
        world.templates.render(&format!("{kind}.html"), &context).map(String::into_bytes)
    };
    match page {
        Page::LanguageChoice => filled(language_choice::KIND, with(Some(language_choice::context(world)))),
        Page::Home(language) => filled(home::KIND, with(Some(home::context(world, *language)))),
        Page::Vendors(language) => filled(vendors::KIND, with(Some(vendors::context(world, *language)))),
        Page::Vendor(language, vendor) => filled(vendor::KIND, with(vendor::context(world, *language, *vendor))),
        Page::Agreement(language, vendor, own) => filled(agreement::KIND, with(agreement::context(world, *language, *vendor, *own))),
        Page::Bilingual(language, vendor, own) => filled(bilingual::KIND, with(bilingual::context(world, *language, *vendor, *own))),
        Page::Definitions(language) => filled(definitions::KIND, with(Some(definitions::context(world, *language)))),
        Page::Definition(language, concept) => filled(definition::KIND, with(definition::context(world, *language, *concept))),
        Page::Compare(language) => filled(compare::KIND, with(Some(compare::context(world, *language)))),
        Page::CompareFacts(language, number) => filled(compare_facts::KIND, with(compare_facts::context(world, *language, *number))),
        Page::CompareCoverage(language, number) => {
            filled(compare_coverage::KIND, with(compare_coverage::context(world, *language, *number)))
        }
        Page::CompareSheet(language, sheet, form) => {
            let table = compare_sheet::table(world, *language, *sheet);
            let written = match form {
                Form::Csv => compare_sheet::csv(&table).map_err(|error| error.to_string()),
                Form::Xlsx => {
                    workbook::xlsx(&table, &compare_sheet::words(world, *language, *sheet, &table)).map_err(|error| error.to_string())
                }
            };
            written.map_err(|error| unrendered(world, page, &error))
        }
        Page::CompareTopics(language) => filled(compare_topics::KIND, with(Some(compare_topics::context(world, *language)))),
        Page::CompareTopic(language, topic, number) => {
            filled(compare_topic::KIND, with(compare_topic::context(world, *language, *topic, *number)))
        }
        Page::ComparePairs(language) => filled(compare_pairs::KIND, with(Some(compare_pairs::context(world, *language)))),
        Page::ComparePair(language, left, right) => {
            filled(compare_pair::KIND, with(compare_pair::context(world, *language, *left, *right)))
        }
        Page::CompareModels(language) => filled(compare_models::KIND, with(Some(compare_models::context(world, *language)))),
        Page::CompareModel(language, model, vendor) => {
            filled(compare_pair::KIND, with(compare_pair::context_of_model(world, *language, *model, *vendor)))
        }
        Page::Playbook(language) => filled(playbook::KIND, with(Some(playbook::context(world, *language)))),
        Page::Negotiation(language, vendor) => filled(negotiation::KIND, with(negotiation::context(world, *language, *vendor))),
        Page::Security(language, number) => filled(security::KIND, with(security::context(world, *language, *number))),
        Page::SubProcessors(language) => filled(sub_processors::KIND, with(Some(sub_processors::context(world, *language)))),
        Page::SubProcessor(language, company) => filled(sub_processor::KIND, with(sub_processor::context(world, *language, *company))),
        Page::VendorSubProcessors(language, vendor) => {
            filled(vendor_sub_processors::KIND, with(vendor_sub_processors::context(world, *language, *vendor)))
        }
        Page::Changes(language) => filled(changes::KIND, with(Some(changes::context(world, *language)))),
        Page::Feed(language, followed, form) => {
            let feed = crate::site::pages::feed::feed(world, *language, *followed, *form)
                .ok_or_else(|| unrendered(world, page, "there is no such page"))?;
            let written = match form {
                FeedForm::Atom => feed::atom(&feed).map_err(|error| error.to_string()),
                FeedForm::Json => feed::json(&feed).map_err(|error| error.to_string()),
                FeedForm::Calendar => Ok(feed::calendar(&feed)),
            };
            written.map_err(|error| unrendered(world, page, &error))
        }
        Page::Text(language, path) => filled(text::KIND, with(text::context(world, *language, path))),
        Page::Search(language) => filled(search::KIND, with(Some(search::context(world, *language)))),
        Page::PrintStyle(language, agreement) => match margins::margins(world, *language, *agreement) {
            Some(Ok(margins)) => Ok(print_style::css(&margins).into_bytes()),
            Some(Err(error)) => Err(unrendered(world, page, &error.to_string())),
            None => Err(unrendered(world, page, "there is no such page")),
        },
        Page::NotFound => filled(not_found::KIND, with(Some(not_found::context(world)))),
        Page::Sitemap => sitemap::xml(world).map_err(|error| unrendered(world, page, &error.to_string())),
        Page::Card(language) => card::png(world, *language),
        Page::Robots => Ok(robots::text(world).into_bytes()),
        Page::HostHeaders => Ok(host_headers::text(world).into_bytes()),
        Page::Nginx => nginx::text(world).map(String::into_bytes).ok_or_else(|| unrendered(world, page, "there is no such page")),
        Page::NoJekyll => Ok(Vec::new()),
        Page::SecurityTxt => text_file(world, page, security_txt::text(world)),
        Page::AgreementData(vendor, own) => json(world, page, agreement_data::data(world, *vendor, *own)),
        Page::PlainText(language, vendor, own) => {
            let text = plain_text::text(world, *language, *vendor, *own).transpose();
            text_file(world, page, text.map_err(|error| unrendered(world, page, &error.to_string()))?)
        }
        Page::DefinitionsData => json(world, page, Some(definitions_data::data(world))),
        Page::ComparisonData => json(world, page, Some(comparison_data::data(world))),
        Page::MeasuresData => json(world, page, Some(measures_data::data(world))),
        Page::VendorsData => json(world, page, Some(vendors_data::data(world))),
        Page::SubProcessorsData => json(world, page, Some(sub_processors_data::data(world))),
        Page::SubProcessorsSheet => sub_processors_sheet::csv(world).map_err(|error| unrendered(world, page, &error.to_string())),
        Page::CoverageData => json(world, page, Some(coverage_data::data(world))),
        Page::AgreementIndex => json(world, page, Some(agreement_index::index(world))),
        Page::Schema(name) => json(world, page, schema::schema(name)),
        Page::Asset(path) => {
            let bytes = asset::bytes(world, path).ok_or_else(|| unrendered(world, page, "the theme has no such file"))?;
            Ok(bytes.to_vec())
        }
    }
}

/// What a template is given, as the template engine takes it.
type Filled = Result<Context, tera::Error>;

fn with(context: Option<impl Serialize>) -> Option<Filled> {
    context.map(|context| Context::from_serialize(&context))
}

fn json(world: &World, page: &Page, data: Option<impl Serialize>) -> Result<Vec<u8>, Finding> {
    let data = data.ok_or_else(|| unrendered(world, page, "there is no such page"))?;
    let mut bytes = serde_json::to_vec(&data).map_err(|error| unrendered(world, page, &error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn text_file(world: &World, page: &Page, text: Option<String>) -> Result<Vec<u8>, Finding> {
    text.map(String::into_bytes).ok_or_else(|| unrendered(world, page, "there is no such page"))
}

fn unrendered(world: &World, page: &Page, error: &str) -> Finding {
    let place = page.address(world).map_or(Place::Nowhere, |address| Place::Address(address.as_str().to_owned()));
    Finding::new(UNRENDERED_PAGE, place).with("error", error)
}

#[cfg(test)]
mod tests;
