//! Attributes: `{#id topic=a,b measure=c audience=internal}` at the end of a block.

use super::Audience;
use crate::diagnostic::{BAD_ATTRIBUTE, FileId, Finding, Span, UNKNOWN_ATTRIBUTE, nearest};

/// What an author says of a block.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributes {
    /// The id of the block's own.
    pub id: Option<String>,
    /// What it is about.
    pub topics: Vec<Named>,
    /// Security measures it states.
    pub measures: Vec<Named>,
    /// Who may read it.
    pub audience: Option<Audience>,
    /// Where they stand; `None` when there are none.
    pub span: Option<Span>,
}

/// A name in an attribute, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

const KEYS: [&str; 3] = ["audience", "measure", "topic"];

impl Attributes {
    /// Finds attributes at the end of a block's source. Returns where its text ends.
    pub fn at_end(source: &str) -> Option<usize> {
        let trimmed = source.trim_end();
        let open = trimmed.strip_suffix('}')?.rfind('{')?;
        let is_escaped = trimmed[..open].ends_with('\\') || trimmed.ends_with("\\}");
        let inner = trimmed[open + 1..trimmed.len() - 1].trim();
        (!is_escaped && is_attributes(inner)).then_some(open)
    }

    /// Reads `{…}` that begins at byte `start` of the file.
    pub fn read(source: &str, start: usize, file: FileId, findings: &mut Vec<Finding>) -> Attributes {
        let trimmed = source.trim_end();
        let mut attributes = Attributes { span: Some(Span::new(file, start..start + trimmed.len())), ..Attributes::default() };
        let inner = trimmed.trim_start_matches('{').trim_end_matches('}');
        let inner_start = start + trimmed.find(inner).unwrap_or(1);
        for (offset, token) in tokens(inner) {
            let span = |from: usize, length: usize| Span::new(file, inner_start + offset + from..inner_start + offset + from + length);
            if let Some(id) = token.strip_prefix('#') {
                if id.is_empty() || !id.chars().all(|c| c.is_alphanumeric() || "-._".contains(c)) {
                    findings.push(bad(span(0, token.len()), "#", id, "letters, digits, - . _", ""));
                } else {
                    attributes.id = Some(id.to_owned());
                }
                continue;
            }
            let (key, values) = token.split_once('=').unwrap_or((token, ""));
            let named = || {
                values.split(',').scan(key.len() + 1, |at, name| {
                    let here = *at;
                    *at += name.len() + 1;
                    Some(Named { name: name.to_owned(), span: span(here, name.len()) })
                })
            };
            match key {
                "topic" | "measure" if values.split(',').any(str::is_empty) => {
                    findings.push(bad(span(0, token.len()), key, values, "id,id", ""))
                }
                "topic" => attributes.topics.extend(named()),
                "measure" => attributes.measures.extend(named()),
                "audience" => match Audience::from_name(values) {
                    Some(audience) => attributes.audience = Some(audience),
                    None => {
                        let names = Audience::ALL.map(Audience::name);
                        let suggestion = nearest(values, names).unwrap_or_default();
                        findings.push(bad(span(0, token.len()), key, values, &names.join(", "), suggestion));
                        // What was meant cannot be known, so nobody outside gets to see it.
                        attributes.audience = Some(Audience::Internal);
                    }
                },
                _ => {
                    let suggestion = nearest(key, KEYS).unwrap_or_default();
                    findings
                        .push(Finding::new(UNKNOWN_ATTRIBUTE, span(0, key.len())).with("attribute", key).with("suggestion", suggestion));
                }
            }
        }
        attributes
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.span.is_none()
    }

    /// Adds what another set says; an id or audience said twice is the later one, audiences only grow narrower.
    pub fn merge(&mut self, other: Attributes) {
        self.id = other.id.or(self.id.take());
        self.topics.extend(other.topics);
        self.measures.extend(other.measures);
        self.audience = self.audience.max(other.audience);
        self.span = self.span.or(other.span);
    }
}

/// Attributes begin with `#` or hold a `=`; any other `{…}` is a blank to fill in.
pub fn is_attributes(inner: &str) -> bool {
    inner.starts_with('#') || inner.contains('=')
}

fn tokens(inner: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    inner.split_whitespace().map(move |token| {
        let at = from + inner[from..].find(token).unwrap_or(0);
        from = at + token.len();
        (at, token)
    })
}

fn bad(span: Span, attribute: &str, value: &str, expected: &str, suggestion: &str) -> Finding {
    Finding::new(BAD_ATTRIBUTE, span)
        .with("attribute", attribute)
        .with("value", value)
        .with("expected", expected)
        .with("suggestion", suggestion)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> (Attributes, Vec<String>) {
        let mut findings = Vec::new();
        let start = Attributes::at_end(source).expect("attributes");
        let attributes = Attributes::read(&source[start..], start, FileId(0), &mut findings);
        let told = findings
            .iter()
            .map(|finding| format!("{} {:?}", finding.rule.name, finding.args.iter().map(|(_, v)| v.as_str()).collect::<Vec<_>>()));
        (attributes, told.collect())
    }

    #[test]
    fn an_id_topics_measures_and_an_audience() {
        let (attributes, findings) = read("Verwerker meldt. {#melding topic=breach-notification,audit audience=customers}");
        assert_eq!(attributes.id.as_deref(), Some("melding"));
        assert_eq!(attributes.topics.iter().map(|topic| topic.name.as_str()).collect::<Vec<_>>(), ["breach-notification", "audit"]);
        assert_eq!(attributes.audience, Some(Audience::Customers));
        assert!(findings.is_empty());
    }

    #[test]
    fn a_blank_is_no_attribute() {
        assert_eq!(Attributes::at_end("Getekend door {naam}"), None);
        assert_eq!(Attributes::at_end("Prijs \\{a=b}"), None);
    }

    #[test]
    fn slips_are_told_and_an_unreadable_audience_hides() {
        let (attributes, findings) = read("x {audience=costumers topik=a}");
        assert_eq!(attributes.audience, Some(Audience::Internal));
        assert_eq!(
            findings,
            [
                r#"bad-attribute ["audience", "costumers", "public, customers, internal", "customers"]"#,
                r#"unknown-attribute ["topik", "topic"]"#
            ]
        );
    }
}
