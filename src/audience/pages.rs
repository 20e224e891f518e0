//! The owner's own pages: which of their texts an audience may read.
//!
//! A page is for those for whom its title is; what stands under a heading, in an entry or in a row that is for
//! fewer is for those alone; a footnote is for those who may read every place that cites it.

use std::collections::BTreeMap;

use super::WithheldText;
use crate::model::{Inline, Text};
use crate::parse::document::{Element, Entry};
use crate::parse::page::PageFile;
use crate::parse::{Attributes, Audience};

/// Every text of a page, with who may read it.
pub fn texts(page: &PageFile) -> Vec<WithheldText> {
    let mut gathered = Gathered { texts: Vec::new(), cites: BTreeMap::new() };
    gathered.elements(&page.document.elements, Audience::Public);
    let cites = std::mem::take(&mut gathered.cites);
    for (name, elements, _) in &page.document.notes {
        // What nothing cites is shown to nobody.
        gathered.elements(elements, cites.get(name).copied().unwrap_or(Audience::Internal));
    }
    gathered.texts
}

struct Gathered {
    texts: Vec<WithheldText>,
    cites: BTreeMap<String, Audience>,
}

impl Gathered {
    fn elements(&mut self, elements: &[Element], outer: Audience) {
        // The headings that are open, each with who may read what stands under it.
        let mut open: Vec<(u8, Audience)> = Vec::new();
        for element in elements {
            if let Element::Heading { level, attributes, .. } = element {
                open.retain(|(outer, _)| outer < level);
                let above = open.last().map_or(outer, |(_, audience)| *audience);
                open.push((*level, narrower(above, attributes)));
            }
            self.element(element, open.last().map_or(outer, |(_, audience)| *audience));
        }
    }

    fn element(&mut self, element: &Element, outer: Audience) {
        match element {
            Element::Heading { text, .. } => self.text(text, outer),
            Element::Paragraph { text, attributes, .. } => self.text(text, narrower(outer, attributes)),
            Element::List { entries, .. } => {
                entries.iter().for_each(|entry: &Entry| self.elements(&entry.elements, narrower(outer, &entry.attributes)))
            }
            Element::Table { head, rows, attributes, .. } => {
                let outer = narrower(outer, attributes);
                head.iter().for_each(|text| self.text(text, outer));
                rows.iter().for_each(|(cells, said)| cells.iter().for_each(|text| self.text(text, narrower(outer, said))));
            }
            Element::Quote { elements, attributes, .. } => self.elements(elements, narrower(outer, attributes)),
            Element::Attributes(_) => {}
        }
    }

    fn text(&mut self, text: &Text, audience: Audience) {
        text.visit(&mut |inline| {
            if let Inline::NoteMark { name, .. } = inline {
                let narrowest = self.cites.entry(name.clone()).or_insert(audience);
                *narrowest = audience.max(*narrowest);
            }
        });
        self.texts.push(WithheldText { plain: text.plain(), audience, span: text.span });
    }
}

fn narrower(outer: Audience, attributes: &Attributes) -> Audience {
    attributes.audience.map_or(outer, |own| own.max(outer))
}
