//! Links that authors made within the site: each must lead to a page, and within an agreement to a place in it.

use std::collections::HashSet;

use super::{Pages, World};
use crate::diagnostic::{DEAD_LINK, Finding, Span};
use crate::model::{AgreementText, Inline, Text, Vendor, walk};
use crate::parse::document::Element;

/// A link that an author made to somewhere on the site, or to nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// As it is written.
    to: String,
    /// The address that it needs; `None` if it cannot lead anywhere.
    address: Option<String>,
    /// Where it is written.
    span: Span,
}

/// The links of a vendor's agreements that may lead nowhere.
pub fn of(vendor: &Vendor) -> Vec<Link> {
    let mut links = Vec::new();
    for text in vendor.agreements.iter().flat_map(|agreement| agreement.texts.values()) {
        let mut has_links = false;
        text.texts(&mut |place| place.text.visit(&mut |inline| has_links |= matches!(inline, Inline::Link { .. })));
        if has_links {
            let places = places_of(text);
            text.texts(&mut |place| of_text(place.text, Some(&places), &mut links));
        }
    }
    links
}

/// Tells of links that lead nowhere.
pub fn check(world: &World, pages: &Pages) -> Vec<Finding> {
    let mut own = Vec::new();
    for page in &world.corpus.pages {
        of_elements(&page.document.elements, &mut own);
        page.document.notes.iter().for_each(|(_, elements, _)| of_elements(elements, &mut own));
    }
    let leads = |link: &Link| {
        let is_page = |path: &str| pages.find(path).is_some() || pages.find(&format!("{path}/")).is_some();
        link.address.as_deref().is_some_and(is_page)
    };
    let links = world.digests.iter().flat_map(|digest| &digest.links).chain(&own).filter(|link| !leads(link));
    links.map(|link| Finding::new(DEAD_LINK, link.span).with("link", link.to.as_str())).collect()
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

fn of_elements(elements: &[Element], links: &mut Vec<Link>) {
    for element in elements {
        match element {
            Element::Heading { text, .. } | Element::Paragraph { text, .. } => of_text(text, None, links),
            Element::List { entries, .. } => entries.iter().for_each(|entry| of_elements(&entry.elements, links)),
            Element::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flat_map(|(cells, _)| cells)).for_each(|text| of_text(text, None, links));
            }
            Element::Quote { elements, .. } => of_elements(elements, links),
            Element::Attributes(_) => {}
        }
    }
}

/// `places` are those of the page the text is on; `None` where they are made of headings and not known here.
fn of_text(text: &Text, places: Option<&HashSet<String>>, links: &mut Vec<Link>) {
    text.visit(&mut |inline| {
        let Inline::Link { to, span, .. } = inline else { return };
        let path = to.split(['#', '?']).next().unwrap_or_default();
        let is_elsewhere = to.starts_with("//") || to.split_once(':').is_some_and(|(scheme, _)| !scheme.contains(['/', '#', '?']));
        let is_here = to.strip_prefix('#').is_some_and(|place| places.is_none_or(|places| places.contains(place)));
        if !is_elsewhere && !is_here {
            // A relative address would mean another place on each of the pages that the text is shown on.
            let address = path.starts_with('/').then(|| path.to_owned());
            links.push(Link { to: to.clone(), address, span: *span });
        }
    });
}
