//! The vocabularies as a site has them: its own entries over the built-in ones.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

pub use crate::parse::countries::{Adequacy, DataCategory, EeaState, SubjectCategory};
pub use crate::parse::vocabulary::{Better, Concept, Fact, FactKind, Law, Local, Measure, Requirement, Silence, Tier, Topic, UnitName};

/// All vocabularies.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Vocabulary {
    /// What clauses can be about, in the order of the file.
    pub topics: Vec<Topic>,
    /// What is comparable between vendors.
    pub facts: Vec<Fact>,
    /// What the law asks for.
    pub requirements: Vec<Requirement>,
    /// Themes of security measures.
    pub measures: Vec<Measure>,
    /// Ideas that defined terms stand for.
    pub concepts: Vec<Concept>,
    /// Laws that texts cite.
    pub laws: Vec<Law>,
    /// Groups of facts.
    pub groups: BTreeMap<String, Local>,
    /// Names of units.
    pub units: BTreeMap<String, UnitName>,
    /// What periods run from.
    pub triggers: BTreeMap<String, Local>,
    /// What amounts are counted per.
    pub pers: BTreeMap<String, Local>,
    /// Names of countries and regions.
    pub places: BTreeMap<String, Local>,
    /// How binding requirements are.
    pub tiers: BTreeMap<String, Tier>,
    /// Groups of requirements.
    pub requirement_groups: BTreeMap<String, Local>,
    /// The codes of countries, in the order of the alphabet.
    pub countries: BTreeSet<String>,
    /// When countries and decisions were last held against their sources.
    pub countries_verified: Option<Date>,
    /// The states of the European Economic Area, past ones too.
    pub eea: Vec<EeaState>,
    /// Decisions that a country's protection is adequate, past ones too.
    pub adequacy: Vec<Adequacy>,
    /// Categories of personal data.
    pub data: Vec<DataCategory>,
    /// Categories of data subjects.
    pub subjects: Vec<SubjectCategory>,
}

impl Vocabulary {
    /// A topic by its id.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// A fact by its id.
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// A requirement by its id.
    pub fn requirement(&self, id: &str) -> Option<&Requirement> {
        self.requirements.iter().find(|requirement| requirement.id == id)
    }

    /// A measure by its id.
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// Whether a country is in the European Economic Area on a day: what goes there is no transfer to a third country.
    pub fn is_in_eea(&self, country: &str, when: Date) -> bool {
        self.eea.iter().any(|state| state.country == country && state.holds_on(when))
    }

    /// An adequacy decision by its id.
    pub fn adequacy(&self, id: &str) -> Option<&Adequacy> {
        self.adequacy.iter().find(|decision| decision.id == id)
    }
}
