//! Links that authors made within the site: each must lead to a page, and within an agreement to a place in it.

use std::collections::{BTreeMap, HashSet};

use super::{Address, Page, World};
use crate::diagnostic::{DEAD_LINK, Finding};
use crate::model::{AgreementText, Inline, Text, walk};
use crate::parse::document::Element;

/// Tells of links that lead nowhere.
pub fn check(world: &World, pages: &BTreeMap<Address, Page>) -> Vec<Finding> {
    let addresses: HashSet<&str> = pages.keys().map(Address::as_str).collect();
    let mut findings = Vec::new();
    for text in world.corpus.vendors.iter().flat_map(|vendor| &vendor.agreements).flat_map(|agreement| agreement.texts.values()) {
        let places = places_of(text);
        text.texts(&mut |place| of_text(place.text, &addresses, Some(&places), &mut findings));
    }
    for page in &world.corpus.pages {
        of_elements(&page.document.elements, &addresses, &mut findings);
        page.document.notes.iter().for_each(|(_, elements, _)| of_elements(elements, &addresses, &mut findings));
    }
    findings
}

/// The anchors of an agreement's page.
fn places_of(text: &AgreementText) -> HashSet<String> {
    let mut places = HashSet::new();
    let mut add = |meta: &crate::model::Meta| {
        places.insert(meta.id.to_string());
        places.extend(meta.alias.as_ref().map(ToString::to_string));
    };
    for part in &text.parts {
        add(&part.meta);
        part.articles.iter().for_each(|article| add(&article.meta));
    }
    walk::clauses(&text.parts, &mut |clause| add(&clause.meta));
    text.texts(&mut |place| place.node.into_iter().for_each(&mut add));
    places
}

fn of_elements(elements: &[Element], addresses: &HashSet<&str>, findings: &mut Vec<Finding>) {
    for element in elements {
        match element {
            Element::Heading { text, .. } | Element::Paragraph { text, .. } => of_text(text, addresses, None, findings),
            Element::List { entries, .. } => entries.iter().for_each(|entry| of_elements(&entry.elements, addresses, findings)),
            Element::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flat_map(|(cells, _)| cells)).for_each(|text| of_text(text, addresses, None, findings));
            }
            Element::Quote { elements, .. } => of_elements(elements, addresses, findings),
            Element::Attributes(_) => {}
        }
    }
}

/// `places` are those of the page the text is on; `None` where they are made of headings and not known here.
fn of_text(text: &Text, addresses: &HashSet<&str>, places: Option<&HashSet<String>>, findings: &mut Vec<Finding>) {
    text.visit(&mut |inline| {
        let Inline::Link { to, span, .. } = inline else { return };
        let path = to.split(['#', '?']).next().unwrap_or_default();
        let leads = if to.starts_with("//") || to.split_once(':').is_some_and(|(scheme, _)| !scheme.contains(['/', '#', '?'])) {
            true
        } else if let Some(place) = to.strip_prefix('#') {
            places.is_none_or(|places| places.contains(place))
        } else {
            // A relative address would mean another place on each of the pages that the text is shown on.
            path.starts_with('/') && (addresses.contains(path) || addresses.contains(format!("{path}/").as_str()))
        };
        if !leads {
            findings.push(Finding::new(DEAD_LINK, *span).with("link", to.as_str()));
        }
    });
}
