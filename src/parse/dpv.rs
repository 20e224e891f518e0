//! Terms of the Data Privacy Vocabulary (DPV, w3id.org/dpv), as vocabularies name them.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer};

/// Where the vocabulary is.
const ROOT: &str = "https://w3id.org/dpv";

/// A term of DPV: `DataSubject`; one of an extension with the extension's path, `legal/eu/gdpr#DataBreach`.
/// Displayed as its whole address.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
pub struct DpvTerm(#[schemars(regex(pattern = r"^([a-z-]+(/[a-z-]+)*#)?[A-Z][A-Za-z0-9-]*$"))] String);

impl DpvTerm {
    /// A term as vocabularies write it; `None` if it cannot be one.
    pub fn read(written: &str) -> Option<DpvTerm> {
        let (extension, name) = written.rsplit_once('#').map_or((None, written), |(extension, name)| (Some(extension), name));
        let is_segment = |segment: &str| !segment.is_empty() && segment.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        let is_name = name.starts_with(|c: char| c.is_ascii_uppercase()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        (is_name && extension.is_none_or(|path| path.split('/').all(is_segment))).then(|| DpvTerm(written.to_owned()))
    }
}

impl fmt::Display for DpvTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.split_once('#') {
            Some((extension, name)) => write!(f, "{ROOT}/{extension}#{name}"),
            None => write!(f, "{ROOT}#{}", self.0),
        }
    }
}

impl<'de> Deserialize<'de> for DpvTerm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        // What is expected is told by example, which needs no language.
        DpvTerm::read(&written)
            .ok_or_else(|| D::Error::invalid_value(Unexpected::Str(&written), &r#""DataSubject", "legal/eu/gdpr#DataBreach""#))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::BAD_VALUE;
    use crate::parse::table;
    use crate::parse::vocabulary::ConceptsFile;
    use crate::source::Sources;

    #[test]
    fn what_cannot_be_a_term_is_told_and_the_concept_kept() {
        let path = "content/vocabulary/concepts.toml";
        let text = "[[concept]]\nid = \"consent\"\nname.nl = \"toestemming\"\ngdpr = []\ndpv = \"dpv:Consent\"\n";
        let sources = Sources::of_texts([(path, text)]);
        let (read, findings) = table::read::<ConceptsFile>(&sources, sources.find(path).expect("the file"));
        let told: Vec<_> = findings.iter().map(|finding| (finding.rule, finding.arg("key"), finding.arg("expected"))).collect();
        assert_eq!(told, [(BAD_VALUE, Some("concept.dpv"), Some(r#""DataSubject", "legal/eu/gdpr#DataBreach""#))]);
        assert_eq!(read.map(|read| read.concept.len()), Some(1));
    }

    #[test]
    fn a_term_is_a_name_in_the_vocabulary_or_in_an_extension() {
        for (written, address) in [
            ("DataSubject", Some("https://w3id.org/dpv#DataSubject")),
            ("legal/eu/gdpr#DataBreach", Some("https://w3id.org/dpv/legal/eu/gdpr#DataBreach")),
            ("risk#Incident", Some("https://w3id.org/dpv/risk#Incident")),
            ("dpv:DataSubject", None),
            ("https://w3id.org/dpv#DataSubject", None),
            ("dataSubject", None),
            ("#DataSubject", None),
            ("risk//x#Incident", None),
            ("Data Subject", None),
            ("DataSubject\"", None),
            ("", None),
        ] {
            assert_eq!(DpvTerm::read(written).map(|term| term.to_string()).as_deref(), address, "{written}");
        }
    }
}
