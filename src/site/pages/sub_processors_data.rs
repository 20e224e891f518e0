//! `/data/v1/sub-processors.json`: companies, engagements and changes, for programs.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::analysis::changes::{self, Event};
use crate::analysis::register::{self, Ground, LastDay, Standing};
use crate::i18n::Language;
use crate::model::Vendor;
use crate::model::company::{Company, Told};
use crate::model::engagement::{Change, Further, Place, Transfer};
use crate::model::recorded::Citation;
use crate::model::vocabulary::Local;
use crate::parse::Audience;
use crate::site::about::say;
use crate::site::{Page, World};

/// Registers of sub-processors as at a day. What is not stated, not recorded or withheld says so.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Sub-processors")]
#[serde(rename_all = "kebab-case")]
pub struct Data<'a> {
    /// What it must not be taken for, by language.
    notice: BTreeMap<Language, String>,
    /// The day as of which statuses, grounds of transfer and what is there at all are told (ISO 8601).
    as_at: String,
    /// The companies.
    companies: Vec<CompanyEntry<'a>>,
    /// The vendors whose registers were recorded, by name in addresses.
    vendors: BTreeMap<&'a str, VendorEntry<'a>>,
    /// The engagements.
    engagements: Vec<EngagementEntry<'a>>,
    /// What changed and what will, the newest entry first.
    changes: Vec<ChangeEntry<'a>>,
}

/// What is said of one thing.
#[derive(Serialize, JsonSchema)]
struct Said<T> {
    /// `stated`, `not-stated` (the sources were examined and do not say), `not-recorded` (nobody looked) or `withheld`.
    state: &'static str,
    /// It, where it is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<T>,
}

/// A company.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct CompanyEntry<'a> {
    /// Its name in addresses.
    id: &'a str,
    /// What it is commonly called.
    name: &'a str,
    /// Its legal name.
    legal_name: Said<&'a str>,
    /// Its postal address.
    address: Said<&'a str>,
    /// Where it is established: ISO 3166-1 alpha-2.
    country: Said<&'a str>,
    /// The company that controls it: an id of this list, or a name.
    parent: Said<&'a str>,
    /// Its website.
    website: Said<&'a str>,
    /// The day on which the entry was last held against its sources.
    reviewed: Option<String>,
}

/// A vendor whose register was recorded.
#[derive(Serialize, JsonSchema)]
struct VendorEntry<'a> {
    /// What it is commonly called.
    name: &'a str,
    /// The agreements that were read, by name in addresses.
    examined: &'a [String],
    /// The day on which the register was last held against its sources.
    reviewed: Option<String>,
}

/// One vendor's use of one company.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct EngagementEntry<'a> {
    /// Unique among the vendor's.
    id: &'a str,
    /// The vendor's name in addresses.
    vendor: &'a str,
    /// The company's id.
    company: Said<&'a str>,
    /// `planned`, `objected`, `active`, `ended`, `replaced`, `withdrawn` or `withheld`.
    status: &'static str,
    /// What the company does with the data, by language.
    purpose: Said<&'a Local>,
    /// The service that it belongs to, by language.
    service: Said<&'a Local>,
    /// The condition under which it is engaged, by language; none where it is engaged without.
    condition: Option<&'a Local>,
    /// Categories of personal data, by id.
    data: Said<&'a [String]>,
    /// Categories of data subjects, by id.
    data_subjects: Said<&'a [String]>,
    /// Where the data are processed.
    places: Said<Vec<PlaceEntry<'a>>>,
    /// On what ground data go to third countries.
    transfers: Said<Vec<TransferEntry<'a>>>,
    /// Companies that this one engages in turn.
    further: Said<Vec<FurtherEntry<'a>>>,
    /// The clauses that permit it.
    permission: Said<Vec<CitationEntry<'a>>>,
    /// Where agreements speak of it.
    citations: Vec<CitationEntry<'a>>,
    /// Another source, by language.
    source: Option<&'a Local>,
    /// The day on which it was announced.
    announced: Option<String>,
    /// The last day to object to its beginning; indicative.
    object_until: Option<String>,
    /// How that day is known: `stated` by the vendor, `counted` from the agreement; or why it is not.
    object_basis: Option<&'static str>,
    /// The day from which it runs.
    effective: Option<String>,
    /// The day on which it ends or ended.
    ends: Option<String>,
    /// The day on which the entry was last held against its sources.
    reviewed: Option<String>,
}

/// A place of processing.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct PlaceEntry<'a> {
    /// ISO 3166-1 alpha-2.
    country: &'a str,
    /// The municipality or region.
    locality: Option<&'a str>,
    /// What happens there, by language.
    role: Option<&'a Local>,
    /// On what ground data may go there on the day of the file: `eea`, a mechanism, `lapsed` or `none`.
    ground: &'static str,
}

/// A ground for transfers.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct TransferEntry<'a> {
    /// `none-needed`, `adequacy-decision`, `scc`, `bcr` or `derogation`.
    mechanism: &'static str,
    /// The countries that it is for; without any, every third country among the places.
    to: &'a [String],
    /// The number of an adequacy decision.
    decision: Option<&'a str>,
    /// The module of the standard contractual clauses.
    module: Option<u8>,
    /// The provision of a derogation.
    provision: Option<&'a str>,
    /// The document in which it was agreed, by language.
    document: Option<&'a Local>,
    /// Where that document is.
    link: Option<&'a str>,
}

/// A company that a sub-processor engages in turn.
#[derive(Serialize, JsonSchema)]
struct FurtherEntry<'a> {
    /// The company's id.
    company: Said<&'a str>,
    /// What for, by language.
    purpose: Option<&'a Local>,
    /// Where: ISO 3166-1 alpha-2.
    countries: &'a [String],
}

/// A clause that is cited.
#[derive(Serialize, JsonSchema)]
struct CitationEntry<'a> {
    /// The agreement's name in addresses.
    agreement: &'a str,
    /// The clause's id.
    clause: &'a str,
    /// Its words in the original.
    quote: &'a str,
}

/// A change.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct ChangeEntry<'a> {
    /// Unique among the vendor's, and never changed.
    id: &'a str,
    /// The vendor's name in addresses.
    vendor: &'a str,
    /// `entered`, `added`, `replaced`, `altered`, `removed`, `objected`, `withdrawn` or `corrected`.
    kind: &'static str,
    /// The engagement's id.
    engagement: &'a str,
    /// Of a replacement: the id of the engagement that ends.
    former: Option<&'a str>,
    /// Of an objection or a withdrawal: the id of the change that it is about.
    about: Option<&'a str>,
    /// The day on which it was entered.
    date: String,
    /// The day on which the vendor announced it.
    announced: Option<String>,
    /// The day on which it takes effect.
    effective: Option<String>,
    /// The last day to object; indicative.
    object_until: Option<String>,
    /// How that day is known: `stated` by the vendor, `counted` from the agreement; or why it is not.
    object_basis: Option<&'static str>,
    /// What changes, by language.
    what: Option<&'a Local>,
    /// Why, by language.
    why: Option<&'a Local>,
    /// Who may see its days and words, where these readers may not.
    withheld: Option<Audience>,
}

/// The files, where any register was recorded.
pub fn list(world: &World) -> Vec<Page> {
    if register::exists(&world.corpus) { vec![Page::SubProcessorsData, Page::SubProcessorsSheet] } else { Vec::new() }
}

/// All of it.
pub fn data(world: &World) -> Data<'_> {
    let corpus = &world.corpus;
    let standing = world.standing.all(corpus);
    let vendors = corpus.vendors.iter().filter_map(|vendor| {
        let own = vendor.sub_processors.as_ref()?;
        let entry = VendorEntry { name: &vendor.name, examined: &own.examined, reviewed: own.reviewed.map(|day| day.to_string()) };
        Some((vendor.slug.as_str(), entry))
    });
    let companies = super::sub_processor::list(world, world.default_language());
    let companies = companies.filter_map(|page| match page {
        Page::SubProcessor(_, place) => corpus.companies.get(place).map(company),
        _ => None,
    });
    let entered = changes::of_registers(corpus, world.today);
    Data {
        notice: world.languages().iter().map(|language| (*language, say(world, *language, "register-notice", &[]))).collect(),
        as_at: world.today.to_string(),
        companies: companies.collect(),
        vendors: vendors.collect(),
        engagements: standing.iter().map(|standing| engagement(world, standing)).collect(),
        changes: entered
            .into_iter()
            .filter_map(|entry| match entry.event {
                Event::Register { change, .. } => Some(self::change(entry.vendor, change)),
                _ => None,
            })
            .collect(),
    }
}

fn said<'a, T, U>(told: &'a Told<T>, value: impl FnOnce(&'a T) -> U) -> Said<U> {
    Said { state: told.state(), value: told.stated().map(value) }
}

fn words(words: &Local) -> Option<&Local> {
    (!words.is_empty()).then_some(words)
}

fn company(company: &Company) -> CompanyEntry<'_> {
    CompanyEntry {
        id: &company.slug,
        name: &company.name,
        legal_name: said(&company.legal_name, String::as_str),
        address: said(&company.address, String::as_str),
        country: said(&company.country, String::as_str),
        parent: said(&company.parent, String::as_str),
        website: said(&company.website, String::as_str),
        reviewed: company.reviewed.map(|day| day.to_string()),
    }
}

fn engagement<'a>(world: &'a World, standing: &Standing<'a>) -> EngagementEntry<'a> {
    let own = standing.engagement;
    let place = |place: &'a Place| PlaceEntry {
        country: &place.country,
        locality: place.locality.as_deref(),
        role: words(&place.role),
        ground: match register::ground(&world.corpus.vocabulary, own, &place.country, world.today) {
            Ground::InEea => "eea",
            Ground::Recorded(mechanism) => mechanism.name(),
            Ground::Lapsed => "lapsed",
            Ground::None => "none",
        },
    };
    let transfer = |transfer: &'a Transfer| TransferEntry {
        mechanism: transfer.mechanism.name(),
        to: &transfer.to,
        decision: transfer.decision.as_deref().and_then(|id| Some(world.corpus.vocabulary.adequacy(id)?.decision.as_str())),
        module: transfer.module,
        provision: transfer.provision.as_deref(),
        document: words(&transfer.document),
        link: transfer.link.as_deref(),
    };
    let further = |further: &'a Further| FurtherEntry {
        company: said(&further.company, String::as_str),
        purpose: words(&further.purpose),
        countries: &further.countries,
    };
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let (object_until, object_basis) = objection(standing.vendor, standing.begins);
    EngagementEntry {
        id: &own.id,
        vendor: &standing.vendor.slug,
        company: said(&own.company, String::as_str),
        status: standing.status.name(),
        purpose: said(&own.purpose, |words| words),
        service: said(&own.service, |words| words),
        condition: words(&own.condition),
        data: said(&own.data, Vec::as_slice),
        data_subjects: said(&own.data_subjects, Vec::as_slice),
        places: said(&own.places, |places| places.iter().map(place).collect()),
        transfers: said(&own.transfers, |transfers| transfers.iter().map(transfer).collect()),
        further: said(&own.further, |list| list.iter().map(further).collect()),
        permission: said(&own.permission, |citations| citations.iter().map(citation).collect()),
        citations: own.citations.iter().map(citation).collect(),
        source: words(&own.source),
        announced: day(standing.begins.days.announced),
        object_until: day(object_until),
        object_basis,
        effective: day(standing.begins.days.effective),
        ends: day(standing.ends.and_then(|end| end.days.effective)),
        reviewed: day(own.reviewed),
    }
}

fn citation(citation: &Citation) -> CitationEntry<'_> {
    CitationEntry { agreement: &citation.agreement, clause: citation.clause.as_str(), quote: &citation.quote }
}

/// The last day to object to a change, and how it is known or why it is not; nothing where nobody may object.
pub(super) fn objection(vendor: &Vendor, change: &Change) -> (Option<Date>, Option<&'static str>) {
    let objection = (change.kind.may_be_objected_to() && change.withheld.is_none()).then(|| register::last_day(vendor, change));
    match objection {
        Some(LastDay::Stated(day)) => (Some(day), Some("stated")),
        Some(LastDay::Counted { day, .. }) => (Some(day), Some("counted")),
        Some(LastDay::NotCounted { .. }) => (None, Some("not-counted")),
        Some(LastDay::NoPeriod(_)) => (None, Some("no-period")),
        Some(LastDay::NotStated) => (None, Some("not-stated")),
        Some(LastDay::NotRecorded) => (None, Some("not-recorded")),
        Some(LastDay::Withheld) => (None, Some("withheld")),
        None => (None, None),
    }
}

fn change<'a>(vendor: &'a Vendor, change: &'a Change) -> ChangeEntry<'a> {
    let (object_until, object_basis) = objection(vendor, change);
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    ChangeEntry {
        id: &change.id,
        vendor: &vendor.slug,
        kind: change.kind.name(),
        engagement: &change.engagement,
        former: change.former.as_deref(),
        about: change.about.as_deref(),
        date: change.date.to_string(),
        announced: day(change.days.announced),
        effective: day(change.days.effective),
        object_until: day(object_until),
        object_basis,
        what: words(&change.what),
        why: words(&change.why),
        withheld: change.withheld,
    }
}
