//! The vocabularies as a site has them: its own entries over the built-in ones.

pub use crate::parse::vocabulary::{Concept, Fact, Law, Local, Measure, Requirement, Topic};

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
}

impl Vocabulary {
    /// A topic by its id.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// A measure by its id.
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }
}
