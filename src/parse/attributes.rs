//! Attributes: `{#id topic=a,b measure=c audience=internal}` at the end of a block.

use std::ops::Range;

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
        let span = |range: Range<usize>| Span::new(file, inner_start + range.start..inner_start + range.end);
        let mut entries = entries(inner).into_iter().peekable();
        while let Some(Entry { key: (key, at), value }) = entries.next() {
            if let Some(id) = key.strip_prefix('#').filter(|_| value.is_none()) {
                if id.is_empty() || !id.chars().all(|c| c.is_alphanumeric() || "-._".contains(c)) {
                    findings.push(bad(span(at), "#", id, "letters, digits, - . _", ""));
                } else {
                    attributes.id = Some(id.to_owned());
                }
                continue;
            }
            let value_is_missing = value.is_none();
            let Some(values) = value.filter(|_| KEYS.contains(&key)) else {
                // `audience: internal` and `topic audit` are slips of the same kind as `audince=internal`.
                let word = key.trim_end_matches(':');
                let meant = nearest(&word.to_lowercase(), KEYS);
                let name = Audience::from_name(word).map(|audience| format!("audience={audience}"));
                let is_apart = meant.is_some() && value_is_missing;
                let apart = entries.next_if(|next| is_apart && next.value.is_none() && !next.key.0.starts_with('#'));
                let suggestion = match (name, meant, &apart) {
                    (Some(name), ..) => name,
                    (None, Some(meant), Some(value)) => format!("{meant}={}", value.key.0),
                    (None, meant, _) => meant.unwrap_or_default().to_owned(),
                };
                if suggestion.starts_with("audience") {
                    attributes.hide();
                }
                let place = span(at.start..apart.map_or(at.end, |value| value.key.1.end));
                findings.push(Finding::new(UNKNOWN_ATTRIBUTE, place).with("attribute", word).with("suggestion", suggestion));
                continue;
            };
            let whole = values.first().map_or(at.end, |(_, place)| place.start)..values.last().map_or(at.end, |(_, place)| place.end);
            let written = inner.get(whole.clone()).unwrap_or_default();
            let place = span(at.start..whole.end);
            if key == "audience" {
                match Audience::from_name(written) {
                    Some(audience) => attributes.audience = attributes.audience.max(Some(audience)),
                    None => {
                        let names = Audience::ALL.map(Audience::name);
                        let suggestion = nearest(&written.to_lowercase(), names).unwrap_or_default();
                        findings.push(bad(place, key, written, &names.join(", "), suggestion));
                        attributes.hide();
                    }
                }
                continue;
            }
            if values.iter().any(|(name, _)| name.is_empty()) {
                findings.push(bad(place, key, written, "id,id", ""));
            }
            let named = values.into_iter().filter(|(name, _)| !name.is_empty());
            let named = named.map(|(name, place)| Named { name: name.to_owned(), span: span(place) });
            match key {
                "topic" => attributes.topics.extend(named),
                _ => attributes.measures.extend(named),
            }
        }
        attributes
    }

    /// What was meant cannot be known, so nobody outside gets to see it.
    fn hide(&mut self) {
        self.audience = Some(Audience::Internal);
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

/// Attributes begin with `#` or hold a `=`; any other `{…}` is a blank to fill in. Nobody has a blank called
/// `audience: internal`, `topic audit` or `internal`: those are attributes, and wrong ones.
pub fn is_attributes(inner: &str) -> bool {
    let first = inner.split(|c: char| c.is_whitespace() || c == ':').next().unwrap_or_default();
    let is_slip = (KEYS.contains(&first) && first.len() < inner.len()) || Audience::from_name(inner).is_some();
    inner.starts_with('#') || inner.contains('=') || is_slip
}

/// What stands between two spaces: `#id`, `key=value,value`. Spaces around `=` and after a comma do no harm.
struct Entry<'a> {
    key: (&'a str, Range<usize>),
    /// Each value with its place; `None` where there is no `=`.
    value: Option<Vec<(&'a str, Range<usize>)>>,
}

fn entries(inner: &str) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    let blank = |at: usize| inner.len() - inner[at..].trim_start().len();
    let until = |at: usize, stop: &dyn Fn(char) -> bool| inner[at..].find(stop).map_or(inner.len(), |end| at + end);
    let mut at = blank(0);
    while at < inner.len() {
        let is_id = inner[at..].starts_with('#');
        let key = at..until(at, &|c| c.is_whitespace() || (c == '=' && !is_id));
        let after = blank(key.end);
        at = after;
        let mut value = None;
        if !is_id && inner[after..].starts_with('=') {
            let mut values = Vec::new();
            at = after + 1;
            loop {
                let start = blank(at);
                let end = until(start, &|c| c.is_whitespace() || c == ',');
                values.push((&inner[start..end], start..end));
                at = blank(end);
                match inner[at..].strip_prefix(',') {
                    Some(_) => at += 1,
                    None => break,
                }
            }
            value = Some(values);
        }
        entries.push(Entry { key: (&inner[key.clone()], key), value });
    }
    entries
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
        assert!(!is_attributes("naam: klant") && !is_attributes("topic") && !is_attributes("interne naam"));
    }

    #[test]
    fn spaces_do_no_harm() {
        let (attributes, findings) = read("x { #a  topic = b, c ,d audience= customers }");
        assert_eq!(attributes.id.as_deref(), Some("a"));
        assert_eq!(attributes.topics.iter().map(|topic| topic.name.as_str()).collect::<Vec<_>>(), ["b", "c", "d"]);
        assert_eq!(attributes.audience, Some(Audience::Customers));
        assert!(findings.is_empty());
    }

    #[test]
    fn a_slip_that_may_have_meant_an_audience_hides() {
        for (source, told) in [
            ("x {audience: internal}", r#"unknown-attribute ["audience", "audience=internal"]"#),
            ("x {audience internal}", r#"unknown-attribute ["audience", "audience=internal"]"#),
            ("x {Audience=customers}", r#"unknown-attribute ["Audience", "audience"]"#),
            ("x {audince=customers}", r#"unknown-attribute ["audince", "audience"]"#),
            ("x {internal}", r#"unknown-attribute ["internal", "audience=internal"]"#),
            ("x {audience=}", r#"bad-attribute ["audience", "", "public, customers, internal", ""]"#),
            ("x {audience=Internal}", r#"bad-attribute ["audience", "Internal", "public, customers, internal", "internal"]"#),
            ("x {audience=public,customers}", r#"bad-attribute ["audience", "public,customers", "public, customers, internal", ""]"#),
        ] {
            let (attributes, findings) = read(source);
            assert_eq!(attributes.audience, Some(Audience::Internal), "{source}");
            assert_eq!(findings, [told], "{source}");
        }
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
