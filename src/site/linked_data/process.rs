//! Engagements in the words of the Data Privacy Vocabulary (DPV 2.2, w3id.org/dpv) and its extension for the GDPR
//! (w3id.org/dpv/legal/eu/gdpr): a process with its processors, purpose, data, places and the agreements that govern it.

use jiff::civil::Date;
use serde::Serialize;

use super::{Thing, absolute};
use crate::analysis::register::{self, Standing, Status};
use crate::i18n::Language;
use crate::model::company::Company;
use crate::model::engagement::{Engagement, Mechanism, Transfer};
use crate::model::vocabulary::Vocabulary;
use crate::model::{AgreementKind, Vendor};
use crate::site::comparison::local;
use crate::site::register::country;
use crate::site::{Page, World};

/// The prefixes by which DPV and its extension are written.
#[derive(Debug, Clone, Serialize)]
pub struct Prefixes {
    dpv: &'static str,
    #[serde(rename = "eu-gdpr")]
    eu_gdpr: &'static str,
}

/// What the prefixes stand for.
pub const PREFIXES: Prefixes = Prefixes { dpv: "https://w3id.org/dpv#", eu_gdpr: "https://w3id.org/dpv/legal/eu/gdpr#" };

/// A company with a role under the GDPR, and the processes that it takes part in.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Processor {
    #[serde(rename = "@type")]
    types: [&'static str; 2],
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    legal_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    /// The page of its register.
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity_of_page: Option<String>,
    #[serde(rename = "dpv:hasProcess", skip_serializing_if = "Vec::is_empty")]
    processes: Vec<Process>,
}

/// One engagement.
#[derive(Debug, Serialize)]
struct Process {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "dpv:hasDataProcessor", skip_serializing_if = "Vec::is_empty")]
    processors: Vec<Processor>,
    #[serde(rename = "dpv:hasActivityStatus", skip_serializing_if = "Option::is_none")]
    status: Option<Term>,
    #[serde(rename = "dpv:hasPurpose", skip_serializing_if = "Option::is_none")]
    purpose: Option<Node>,
    #[serde(rename = "dpv:hasPersonalData", skip_serializing_if = "Vec::is_empty")]
    data: Vec<Node>,
    #[serde(rename = "dpv:hasDataSubject", skip_serializing_if = "Vec::is_empty")]
    subjects: Vec<Node>,
    #[serde(rename = "dpv:hasLocation", skip_serializing_if = "Vec::is_empty")]
    places: Vec<Node>,
    #[serde(rename = "dpv:hasOrganisationalMeasure", skip_serializing_if = "Vec::is_empty")]
    measures: Vec<Node>,
    #[serde(rename = "dpv:hasLegalBasis", skip_serializing_if = "Vec::is_empty")]
    bases: Vec<Node>,
}

/// A term of the vocabulary, with what sort of term it is.
#[derive(Debug, Serialize)]
struct Term {
    #[serde(rename = "@id")]
    id: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
}

/// Something with a type, a name, and sometimes an address of its own.
#[derive(Debug, Serialize)]
struct Node {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<String>,
}

/// A company as a sub-processor, with the engagements that run or will.
pub fn sub_processor(world: &World, language: Language, company: &Company) -> Thing {
    let standing = world.standing.engaging(&world.corpus, &company.slug);
    let own = standing.iter().filter(|own| own.status.is_current());
    let processes = own.map(|standing| process(world, language, standing, vec![vendor(world, language, standing.vendor)])).collect();
    Thing::Processor(Box::new(Processor { processes, ..of_company(world, language, company) }))
}

/// A vendor as a processor, with its engagements; nothing where none is named.
pub fn register(world: &World, language: Language, own: &Vendor) -> Option<Thing> {
    let standing = register::standing(&world.corpus, own, world.today);
    let current = standing.iter().filter(|standing| standing.status.is_current());
    let processes: Vec<Process> = current
        .map(|standing| {
            let company = standing.company.map(|company| of_company(world, language, company));
            process(world, language, standing, company.into_iter().collect())
        })
        .collect();
    (!processes.is_empty()).then(|| Thing::Processor(Box::new(Processor { processes, ..vendor(world, language, own) })))
}

fn of_company(world: &World, language: Language, company: &Company) -> Processor {
    let place = world.corpus.companies.iter().position(|known| known.slug == company.slug);
    Processor {
        types: ["Organization", "dpv:DataSubProcessor"],
        name: company.name.clone(),
        legal_name: company.legal_name.stated().cloned(),
        address: company.address.stated().cloned(),
        url: company.website.stated().cloned(),
        main_entity_of_page: place.and_then(|place| absolute(world, &Page::SubProcessor(language, place))),
        processes: Vec::new(),
    }
}

fn vendor(world: &World, language: Language, vendor: &Vendor) -> Processor {
    let place = world.corpus.vendors.iter().position(|known| known.slug == vendor.slug);
    Processor {
        types: ["Organization", "dpv:DataProcessor"],
        name: vendor.name.clone(),
        legal_name: vendor.legal_name.clone(),
        address: None,
        url: vendor.website.clone(),
        main_entity_of_page: place.and_then(|place| absolute(world, &Page::VendorSubProcessors(language, place))),
        processes: Vec::new(),
    }
}

fn process(world: &World, language: Language, standing: &Standing, processors: Vec<Processor>) -> Process {
    let (engagement, vocabulary) = (standing.engagement, &world.corpus.vocabulary);
    let data = engagement.data.stated().into_iter().flatten().filter_map(|id| vocabulary.data.iter().find(|own| own.id == *id));
    let subjects = engagement.data_subjects.stated().into_iter().flatten();
    let subjects = subjects.filter_map(|id| vocabulary.subjects.iter().find(|own| own.id == *id));
    Process {
        kind: "dpv:PersonalDataProcess",
        processors,
        status: status(standing.status),
        purpose: engagement.purpose.stated().map(|words| node("dpv:Purpose", None, local(words, language))),
        data: data.map(|own| node("dpv:PersonalData", own.dpv.as_ref().map(ToString::to_string), local(&own.name, language))).collect(),
        subjects: subjects
            .map(|own| node("dpv:DataSubject", own.dpv.as_ref().map(ToString::to_string), local(&own.name, language)))
            .collect(),
        places: engagement
            .countries()
            .into_iter()
            .map(|code| Node { identifier: Some(code.to_owned()), ..node("dpv:Country", None, &country(world, language, code)) })
            .collect(),
        measures: measures(world, language, standing.vendor, engagement),
        bases: bases(vocabulary, engagement, world.today),
    }
}

/// Whether it has begun. Of one whose days are for others nothing is said.
fn status(status: Status) -> Option<Term> {
    let id = match status {
        Status::Planned | Status::Objected => "dpv:ActivityPlanned",
        Status::Active => "dpv:ActivityOngoing",
        Status::Ended | Status::Replaced | Status::Withdrawn | Status::Withheld => return None,
    };
    Some(Term { id, kind: "dpv:ActivityStatus" })
}

/// The adequacy decisions and derogations on which data go to third countries (GDPR Articles 45 and 49). A decision that does not
/// hold on the day is no basis.
fn bases(vocabulary: &Vocabulary, engagement: &Engagement, today: Date) -> Vec<Node> {
    let basis = |transfer: &Transfer| match transfer.mechanism {
        Mechanism::AdequacyDecision => {
            let decision = transfer.decision.as_deref().and_then(|id| vocabulary.adequacy(id))?;
            decision.holds_on(today).then(|| node("eu-gdpr:A45-3", None, &decision.decision))
        }
        Mechanism::Derogation => {
            let provision = transfer.provision.as_deref()?;
            let letter = provision.strip_prefix("49(1)(")?.strip_suffix(')')?;
            matches!(letter, "a" | "b" | "c" | "d" | "e" | "f" | "g").then(|| node(&format!("eu-gdpr:A49-1-{letter}"), None, provision))
        }
        Mechanism::NoneNeeded | Mechanism::Scc | Mechanism::Bcr => None,
    };
    engagement.transfers.stated().into_iter().flatten().filter_map(basis).collect()
}

/// The processing agreement that permits an engagement, and the instruments of its transfers.
fn measures(world: &World, language: Language, vendor: &Vendor, engagement: &Engagement) -> Vec<Node> {
    let place = world.corpus.vendors.iter().position(|known| known.slug == vendor.slug);
    let cited = engagement.permission.stated().into_iter().flatten().map(|citation| citation.agreement.as_str());
    let mut agreements: Vec<&str> = Vec::new();
    for slug in cited {
        if !agreements.contains(&slug) {
            agreements.push(slug);
        }
    }
    let agreement = |slug: &str| {
        let own = vendor.agreements.iter().position(|agreement| agreement.slug == slug && !agreement.withheld)?;
        let found = vendor.agreements.get(own).filter(|found| found.kind == AgreementKind::ProcessingAgreement)?;
        let id = absolute(world, &Page::Agreement(language, place?, own));
        Some(node("dpv:DataProcessingAgreement", id, &found.text(language)?.title))
    };
    let instrument = |mechanism: Mechanism| {
        let kind = match mechanism {
            Mechanism::Scc => "eu-gdpr:StandardContractualClauses",
            Mechanism::Bcr => "eu-gdpr:BindingCorporateRules",
            Mechanism::NoneNeeded | Mechanism::AdequacyDecision | Mechanism::Derogation => return None,
        };
        let name = crate::site::about::say(world, language, "transfer-kind", &[("mechanism", crate::i18n::Value::from(mechanism.name()))]);
        Some(node(kind, None, &name))
    };
    let instruments = engagement.transfers.stated().into_iter().flatten().filter_map(|transfer| instrument(transfer.mechanism));
    agreements.into_iter().filter_map(agreement).chain(instruments).collect()
}

fn node(kind: &str, id: Option<String>, name: &str) -> Node {
    Node { id, kind: kind.to_owned(), name: name.to_owned(), identifier: None }
}
