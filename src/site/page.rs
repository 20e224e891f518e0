//! What pages there can be: each with its language, its twin in another, and its address.

use super::followed::{FeedForm, Followed};
use super::pages::compare_sheet::{Form, Sheet};
use super::{Address, World, pages};
use crate::i18n::Language;
use crate::parse::Audience;

/// A page, or another file that the site serves.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// `/`.
    LanguageChoice,
    /// What there is.
    Home(Language),
    /// All vendors.
    Vendors(Language),
    /// A vendor, by its place in the corpus.
    Vendor(Language, usize),
    /// The text of an agreement, by its vendor's place and its own.
    Agreement(Language, usize, usize),
    /// Two languages of an agreement beside each other.
    Bilingual(Language, usize, usize),
    /// All defined terms.
    Definitions(Language),
    /// A concept, by its place in the vocabulary.
    Definition(Language, usize),
    /// The choice of comparisons.
    Compare(Language),
    /// What the vendors' agreements state, by the number of the page.
    CompareFacts(Language, usize),
    /// What the law asks and where it is found, by the number of the page.
    CompareCoverage(Language, usize),
    /// A comparison of all vendors as a sheet.
    CompareSheet(Language, Sheet, Form),
    /// The topics that clauses have.
    CompareTopics(Language),
    /// The clauses of all vendors on a topic, by its place in the vocabulary and the number of the page.
    CompareTopic(Language, usize, usize),
    /// Which vendors are held against each other.
    ComparePairs(Language),
    /// Two vendors, provision against provision, by their places in the corpus.
    ComparePair(Language, usize, usize),
    /// The owner's models, and who is held against each.
    CompareModels(Language),
    /// A model and a vendor, provision against provision, by their places in the corpus.
    CompareModel(Language, usize, usize),
    /// The site owner's positions, and where each vendor stands. Internal.
    Playbook(Language),
    /// What to negotiate with a vendor, by its place in the corpus. Internal.
    Negotiation(Language, usize),
    /// Security measures by theme and vendor, by the number of the page.
    Security(Language, usize),
    /// The register of sub-processors.
    SubProcessors(Language),
    /// A company that vendors engage, by its place in the corpus.
    SubProcessor(Language, usize),
    /// A vendor's register, by its place in the corpus.
    VendorSubProcessors(Language, usize),
    /// What changed.
    Changes(Language),
    /// A feed or calendar.
    Feed(Language, Followed, FeedForm),
    /// A page of the site owner's own words, by its folder below `content/pages/`.
    Text(Language, String),
    /// Full-text search.
    Search(Language),
    /// What stands in the margins of printed pages: of an agreement, by its vendor's place and its own, or of all others.
    PrintStyle(Language, Option<(usize, usize)>),
    /// The picture that stands for the site where it is shared, by the language of its words.
    Card(Language),
    /// What is shown where there is nothing.
    NotFound,
    /// The pages that may be indexed.
    Sitemap,
    /// What robots may do.
    Robots,
    /// The headers of the site's files, for hosts that read them.
    HostHeaders,
    /// How nginx serves the site.
    Nginx,
    /// What keeps GitHub Pages from taking the site for sources of one.
    NoJekyll,
    /// Whom to tell of a vulnerability.
    SecurityTxt,
    /// An agreement, for programs.
    AgreementData(usize, usize),
    /// The text of an agreement in one of its languages, by its vendor's place and its own.
    PlainText(Language, usize, usize),
    /// All agreements, for programs.
    AgreementIndex,
    /// Concepts and defined terms, for programs.
    DefinitionsData,
    /// What vendors' agreements state, for programs.
    ComparisonData,
    /// Security measures by theme and vendor, for programs.
    MeasuresData,
    /// All vendors, for programs.
    VendorsData,
    /// What the law asks and where it is found, for programs.
    CoverageData,
    /// Registers of sub-processors, for programs.
    SubProcessorsData,
    /// Engagements as CSV.
    SubProcessorsSheet,
    /// The shape of a data file, by its name.
    Schema(&'static str),
    /// A file of the theme, by its path within it.
    Asset(String),
}

impl Page {
    /// The language that the page speaks; `None` for those that speak all or none.
    pub fn language(&self) -> Option<Language> {
        match self {
            Page::Home(language)
            | Page::Vendors(language)
            | Page::Vendor(language, _)
            | Page::Agreement(language, ..)
            | Page::Bilingual(language, ..)
            | Page::Definitions(language)
            | Page::Definition(language, _)
            | Page::Compare(language)
            | Page::CompareFacts(language, _)
            | Page::CompareCoverage(language, _)
            | Page::CompareTopics(language)
            | Page::CompareTopic(language, ..)
            | Page::ComparePairs(language)
            | Page::ComparePair(language, ..)
            | Page::CompareModels(language)
            | Page::CompareModel(language, ..)
            | Page::Playbook(language)
            | Page::Negotiation(language, _)
            | Page::Security(language, _)
            | Page::SubProcessors(language)
            | Page::SubProcessor(language, _)
            | Page::VendorSubProcessors(language, _)
            | Page::Changes(language)
            | Page::Text(language, _)
            | Page::Search(language) => Some(*language),
            _ => None,
        }
    }

    /// The same page in another language.
    pub fn twin(&self, language: Language) -> Page {
        match self {
            Page::Home(_) => Page::Home(language),
            Page::Vendors(_) => Page::Vendors(language),
            Page::Vendor(_, vendor) => Page::Vendor(language, *vendor),
            Page::Agreement(_, vendor, agreement) => Page::Agreement(language, *vendor, *agreement),
            Page::Bilingual(_, vendor, agreement) => Page::Bilingual(language, *vendor, *agreement),
            Page::Definitions(_) => Page::Definitions(language),
            Page::Definition(_, concept) => Page::Definition(language, *concept),
            Page::Compare(_) => Page::Compare(language),
            Page::CompareFacts(_, page) => Page::CompareFacts(language, *page),
            Page::CompareCoverage(_, page) => Page::CompareCoverage(language, *page),
            Page::CompareTopics(_) => Page::CompareTopics(language),
            Page::CompareTopic(_, topic, page) => Page::CompareTopic(language, *topic, *page),
            Page::ComparePairs(_) => Page::ComparePairs(language),
            Page::Security(_, page) => Page::Security(language, *page),
            Page::SubProcessors(_) => Page::SubProcessors(language),
            Page::SubProcessor(_, company) => Page::SubProcessor(language, *company),
            Page::VendorSubProcessors(_, vendor) => Page::VendorSubProcessors(language, *vendor),
            Page::Changes(_) => Page::Changes(language),
            Page::ComparePair(_, left, right) => Page::ComparePair(language, *left, *right),
            Page::CompareModels(_) => Page::CompareModels(language),
            Page::CompareModel(_, model, vendor) => Page::CompareModel(language, *model, *vendor),
            Page::Playbook(_) => Page::Playbook(language),
            Page::Negotiation(_, vendor) => Page::Negotiation(language, *vendor),
            Page::Text(_, path) => Page::Text(language, path.clone()),
            Page::Search(_) => Page::Search(language),
            other => other.clone(),
        }
    }

    /// Where the page is; `None` if the corpus has no such vendor or agreement.
    pub fn address(&self, world: &World) -> Option<Address> {
        Some(match self {
            Page::LanguageChoice => Address::language_choice(),
            Page::Home(language) => Address::home(*language),
            Page::Vendors(language) => Address::vendors(*language),
            Page::Vendor(language, vendor) => Address::vendor(*language, &world.vendor(*vendor)?.slug),
            Page::Agreement(language, vendor, agreement) => {
                let (vendor, agreement) = world.agreement(*vendor, *agreement)?;
                Address::agreement(*language, &vendor.slug, &agreement.slug)
            }
            Page::Bilingual(language, vendor, agreement) => {
                let (vendor, agreement) = world.agreement(*vendor, *agreement)?;
                Address::bilingual(*language, &vendor.slug, &agreement.slug)
            }
            Page::Definitions(language) => Address::definitions(*language),
            Page::Definition(language, concept) => Address::definition(*language, &world.corpus.vocabulary.concepts.get(*concept)?.id),
            Page::Compare(language) => Address::compare(*language),
            Page::CompareFacts(language, page) => Address::compare_facts(*language, *page),
            Page::CompareCoverage(language, page) => Address::compare_coverage(*language, *page),
            Page::CompareSheet(language, sheet, form) => Address::compare_sheet(*language, sheet.name(), form.ending()),
            Page::CompareTopics(language) => Address::compare_topics(*language),
            Page::CompareTopic(language, topic, page) => {
                Address::compare_topic(*language, &world.corpus.vocabulary.topics.get(*topic)?.id, *page)
            }
            Page::ComparePairs(language) => Address::compare_pairs(*language),
            Page::Security(language, page) => Address::security(*language, *page),
            Page::SubProcessors(language) => Address::sub_processors(*language),
            Page::SubProcessor(language, company) => Address::sub_processor(*language, &world.corpus.companies.get(*company)?.slug),
            Page::VendorSubProcessors(language, vendor) => Address::vendor_sub_processors(*language, &world.vendor(*vendor)?.slug),
            Page::Changes(language) => Address::changes(*language),
            Page::Feed(language, followed, form) => {
                let page = match followed {
                    Followed::Changes => Address::changes(*language),
                    Followed::Registers => Address::sub_processors(*language),
                    Followed::Vendor(vendor) => Address::vendor_sub_processors(*language, &world.vendor(*vendor)?.slug),
                };
                Address::feed(&page, form.file())
            }
            Page::ComparePair(language, left, right) => {
                Address::compare_pair(*language, &world.vendor(*left)?.slug, &world.vendor(*right)?.slug)
            }
            Page::CompareModels(language) => Address::compare_models(*language),
            Page::CompareModel(language, model, vendor) => {
                let model = world.corpus.models.get(*model)?.agreements.first()?;
                Address::compare_model(*language, &model.slug, &world.vendor(*vendor)?.slug)
            }
            Page::Playbook(language) => Address::playbook(*language),
            Page::Negotiation(language, vendor) => Address::negotiation(*language, &world.vendor(*vendor)?.slug),
            Page::Text(language, path) => Address::text(*language, path),
            Page::Search(language) => Address::search(*language),
            Page::PrintStyle(language, None) => Address::print_style(&Address::home(*language)),
            Page::PrintStyle(language, Some((vendor, agreement))) => {
                Address::print_style(&Page::Agreement(*language, *vendor, *agreement).address(world)?)
            }
            Page::Card(language) => Address::card(*language),
            Page::NotFound => Address::not_found(),
            Page::Sitemap => Address::sitemap(),
            Page::Robots => Address::robots(),
            Page::HostHeaders => Address::host_headers(),
            Page::Nginx => Address::nginx(),
            Page::NoJekyll => Address::no_jekyll(),
            Page::SecurityTxt => Address::security_txt(),
            Page::AgreementData(vendor, agreement) => {
                let (vendor, agreement) = world.agreement(*vendor, *agreement)?;
                Address::agreement_data(&vendor.slug, &agreement.slug)
            }
            Page::PlainText(language, vendor, agreement) => {
                let (vendor, agreement) = world.agreement(*vendor, *agreement)?;
                Address::plain_text(*language, &vendor.slug, &agreement.slug)
            }
            Page::AgreementIndex => Address::agreement_index(),
            Page::DefinitionsData => Address::definitions_data(),
            Page::ComparisonData => Address::comparison_data(),
            Page::MeasuresData => Address::measures_data(),
            Page::VendorsData => Address::vendors_data(),
            Page::CoverageData => Address::coverage_data(),
            Page::SubProcessorsData => Address::sub_processors_data(),
            Page::SubProcessorsSheet => Address::sub_processors_sheet(),
            Page::Schema(name) => Address::schema(name),
            Page::Asset(path) => Address::asset(world.assets.hash(), path),
        })
    }

    /// Whether search engines may list it: a page for people, of a public site, without text in our own words.
    pub fn may_be_indexed(&self, world: &World) -> bool {
        world.audience == Audience::Public
            && match self {
                Page::LanguageChoice
                | Page::Home(_)
                | Page::Vendors(_)
                | Page::Vendor(..)
                | Page::Definitions(_)
                | Page::Compare(_)
                | Page::CompareFacts(..)
                | Page::CompareCoverage(..)
                | Page::CompareTopics(_)
                | Page::ComparePairs(_)
                | Page::CompareModels(_)
                | Page::Security(..)
                | Page::SubProcessors(_)
                | Page::SubProcessor(..)
                | Page::VendorSubProcessors(..)
                | Page::Changes(_)
                | Page::Text(..) => true,
                // They show clauses of any vendor.
                Page::CompareTopic(..) | Page::ComparePair(..) | Page::CompareModel(..) => {
                    let mut shown = pages::all_shown(world);
                    shown.all(pages::agreement::is_verbatim)
                }
                Page::Definition(_, concept) => {
                    let concept = world.corpus.vocabulary.concepts.get(*concept);
                    concept.is_some_and(|concept| pages::definition::is_verbatim(world, &concept.id))
                }
                Page::Agreement(_, vendor, agreement) | Page::Bilingual(_, vendor, agreement) => {
                    world.agreement(*vendor, *agreement).is_some_and(|(_, found)| pages::agreement::is_verbatim(found))
                }
                _ => false,
            }
    }
}
