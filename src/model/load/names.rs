//! `{owner.name}`, `{contact.privacy}`: names in the owner's own pages that stand for what `clausewerk.toml` says.

use crate::diagnostic::{BLANK_IN_PAGE, Finding, NOT_CONFIGURED, Rule, Span, UNKNOWN_NAME, nearest};
use crate::model::owner::{Owner, Role};
use crate::parse::document::{Document, Element};
use crate::parse::page::PageFile;
use crate::parse::text::{Inline, Text};

/// The pages with what their names stand for. What has no value stays a blank, for all to see, and is told.
pub fn filled(pages: Vec<PageFile>, site_name: &str, owner: &Owner) -> (Vec<PageFile>, Vec<Finding>) {
    let mut names = Names { site_name, owner, blanks: Vec::new(), not_given: Vec::new(), findings: Vec::new() };
    let pages = pages.into_iter().map(|page| PageFile { document: names.document(page.document), ..page }).collect();
    // The configuration is mended once, wherever it is shown.
    names.findings.extend(all_of(NOT_CONFIGURED, &names.not_given, "`"));
    (pages, names.findings)
}

/// What a name stands for.
enum Value {
    Given(Vec<Inline>),
    /// Known, and not said.
    NotGiven,
    Unknown,
}

struct Names<'a> {
    site_name: &'a str,
    owner: &'a Owner,
    /// The blanks of the page.
    blanks: Vec<(String, Span)>,
    /// The names of all pages that have no value.
    not_given: Vec<(String, Span)>,
    findings: Vec<Finding>,
}

impl Names<'_> {
    fn document(&mut self, document: Document) -> Document {
        let elements = self.elements(document.elements);
        let notes = document.notes.into_iter().map(|(name, elements, span)| (name, self.elements(elements), span)).collect();
        self.findings.extend(all_of(BLANK_IN_PAGE, &std::mem::take(&mut self.blanks), ""));
        Document { elements, notes, ..document }
    }

    fn elements(&mut self, mut elements: Vec<Element>) -> Vec<Element> {
        for element in &mut elements {
            match element {
                Element::Heading { text, .. } | Element::Paragraph { text, .. } => self.text(text),
                Element::List { entries, .. } => {
                    for entry in entries {
                        entry.elements = self.elements(std::mem::take(&mut entry.elements));
                    }
                }
                Element::Table { head, rows, .. } => {
                    head.iter_mut().chain(rows.iter_mut().flat_map(|(cells, _)| cells)).for_each(|text| self.text(text));
                }
                Element::Quote { elements: inner, .. } => *inner = self.elements(std::mem::take(inner)),
                Element::Attributes(_) => {}
            }
        }
        elements
    }

    fn text(&mut self, text: &mut Text) {
        text.content = self.inlines(std::mem::take(&mut text.content));
    }

    fn inlines(&mut self, content: Vec<Inline>) -> Vec<Inline> {
        let mut filled = Vec::with_capacity(content.len());
        for inline in content {
            match inline {
                Inline::FillIn { name, span } => match self.value(&name, span) {
                    Value::Given(value) => filled.extend(value),
                    Value::NotGiven => {
                        self.not_given.push((name.clone(), span));
                        filled.push(Inline::FillIn { name, span });
                    }
                    Value::Unknown => {
                        self.unknown(&name, span);
                        filled.push(Inline::FillIn { name, span });
                    }
                },
                Inline::Strong(inner) => filled.push(Inline::Strong(self.inlines(inner))),
                Inline::Emphasis(inner) => filled.push(Inline::Emphasis(self.inlines(inner))),
                Inline::Link { to, content, span } => filled.push(Inline::Link { to, content: self.inlines(content), span }),
                other => filled.push(other),
            }
        }
        filled
    }

    fn value(&self, name: &str, span: Span) -> Value {
        let owner = self.owner;
        let words = |text: &str| Inline::Words { text: text.to_owned(), span };
        let link = |to: &str, shown: &str| Inline::Link { to: to.to_owned(), content: vec![words(shown)], span };
        let given = |value: Option<Vec<Inline>>| value.map_or(Value::NotGiven, Value::Given);
        let said = |value: &Option<String>| given(value.as_deref().map(|value| vec![words(value)]));
        match name {
            "site.name" => Value::Given(vec![words(self.site_name)]),
            "owner.name" => said(&owner.name),
            "owner.seat" => said(&owner.seat),
            "owner.address" => said(&owner.address),
            "owner.website" => given(owner.website.as_deref().map(|website| vec![link(website, website)])),
            "owner.register" => {
                given(owner.register.as_ref().map(|register| vec![words(&format!("{} {}", register.name, register.number))]))
            }
            _ => {
                let role = name.strip_prefix("contact.").and_then(|name| Role::ALL.into_iter().find(|role| role.name() == name));
                let Some(role) = role else { return Value::Unknown };
                given(owner.contacts.get(&role).map(|ways| {
                    let links = ways.iter().map(|way| link(&way.uri, &way.shown));
                    links.enumerate().flat_map(|(place, link)| (place > 0).then(|| words(", ")).into_iter().chain([link])).collect()
                }))
            }
        }
    }

    /// A blank, or a name that was misspelt.
    fn unknown(&mut self, name: &str, span: Span) {
        let is_name = name.split_once('.').is_some_and(|(table, _)| ["site", "owner", "contact"].contains(&table));
        if !is_name {
            return self.blanks.push((name.to_owned(), span));
        }
        let known = known();
        let suggestion = nearest(name, known.iter().map(String::as_str)).unwrap_or_default();
        self.findings.push(Finding::new(UNKNOWN_NAME, span).with("name", name).with("suggestion", suggestion));
    }
}

/// One finding of all these names, each once, where the first of them stands.
fn all_of(rule: Rule, found: &[(String, Span)], mark: &str) -> Option<Finding> {
    let (_, first) = found.first()?;
    let mut names: Vec<String> = Vec::new();
    for (name, _) in found {
        let name = if mark.is_empty() { format!("“{name}”") } else { format!("{mark}{name}{mark}") };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Some(Finding::new(rule, *first).with("names", names.join(", ")))
}

/// The names that stand for something.
fn known() -> Vec<String> {
    let fixed = ["site.name", "owner.name", "owner.website", "owner.register", "owner.seat", "owner.address"];
    fixed.into_iter().map(str::to_owned).chain(Role::ALL.map(|role| format!("contact.{}", role.name()))).collect()
}
