//! What the guard of a site looks for, and what it does not mind since readers see it anyway.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::runs::Runs;
use super::{Guard, WithheldText, wanted};
use crate::audience::{Withheld, pages};
use crate::diagnostic::Place;
use crate::model::engagement::Register;
use crate::model::vocabulary::Local;
use crate::model::{Corpus, Vendor};
use crate::parse::Audience;
use crate::render::workbook;
use crate::site::pages::nginx;
use crate::source::{Files, Remembered, Same, Sources};

/// The places of the runs that something shown holds.
type Known = BTreeSet<usize>;

/// A vendor as it is shown, and what is looked for in it.
type Looked = (Same<Vendor>, Same<Runs>);

/// What was met in what is shown, with what it was looked for in.
#[derive(Default)]
pub struct Memory {
    wanted: Remembered<Audience, (Vec<WithheldText>, Vec<String>), Runs>,
    /// By slug.
    vendors: Remembered<(Audience, String), Looked, Known>,
    files: Remembered<Audience, (Files, Same<Runs>), Known>,
    empty: Remembered<(), (usize, usize), Vec<u8>>,
}

impl Guard {
    /// The guard of what was withheld from a site.
    pub fn of_site(withheld: &Withheld, shown: &Corpus, sources: &Sources, readers: Audience) -> Guard {
        Memory::default().of_site(withheld, shown, sources, readers)
    }
}

impl Memory {
    /// As [`Guard::of_site`], but what stayed the same is not read again.
    pub fn of_site(&self, withheld: &Withheld, shown: &Corpus, sources: &Sources, readers: Audience) -> Guard {
        let of = |text: &crate::audience::WithheldText| WithheldText {
            text: text.plain.clone(),
            audience: text.audience.name().to_owned(),
            whence: Place::Span(text.span),
        };
        let texts: Vec<WithheldText> = withheld.texts.iter().map(of).collect();
        let names = withheld.names.clone();
        let wanted = self.wanted.get(readers, (texts.clone(), names.clone()), || wanted(&texts, &names));
        // Gathering what is shown costs as much as rendering it; nothing withheld, nothing to gather.
        if wanted.is_empty() {
            return Guard { texts, names, runs: wanted.without([]), usual: BTreeMap::new() };
        }
        let known_in = |texts: Vec<String>| wanted.known_in(texts.iter().map(String::as_str));
        let of_vendors = shown.vendors.par_iter().map(|vendor| {
            let inputs = (Same(Arc::clone(vendor)), Same(Arc::clone(&wanted)));
            self.vendors.get((readers, vendor.slug.clone()), inputs, || known_in(of_vendor(vendor)))
        });
        let of_vendors: Vec<Arc<Known>> = of_vendors.collect();
        // The words, templates and styles of the site itself. Comments are left out: they are not shown to anyone.
        let files: Files = ["i18n/", "content/vocabulary/", "themes/"].iter().flat_map(|folder| sources.all(folder)).collect();
        let of_files = self.files.get(readers, (files.clone(), Same(Arc::clone(&wanted))), || {
            known_in(files.iter().map(|file| without_comments(file.0.text())).collect())
        });
        let of_rest = known_in(of_rest(shown, readers));
        let known = of_vendors.iter().flat_map(|known| known.iter()).chain(&*of_files).chain(&of_rest);
        let guard = Guard { texts, names, runs: wanted.without(known), usual: BTreeMap::new() };
        // As large as any of the site: cells are called by their places, and companies may be called so too.
        let vocabulary = &shown.vocabulary;
        let (columns, rows) = (shown.vendors.len() + 2, vocabulary.facts.len().max(vocabulary.requirements.len()));
        let empty = self.empty.get((), (columns, rows), || workbook::empty(columns, rows).unwrap_or_default());
        guard.with_usual(&empty)
    }

    /// Forgets what is gone.
    pub fn forget(&self) {
        self.vendors.forget();
    }
}

/// What is shown of a vendor.
fn of_vendor(vendor: &Vendor) -> Vec<String> {
    let mut shown = Vec::new();
    let facts = [Some(&vendor.name), vendor.legal_name.as_ref(), vendor.website.as_ref(), vendor.seat.as_ref(), vendor.address.as_ref()];
    shown.extend(facts.into_iter().flatten().cloned());
    shown.extend(vendor.register.iter().flat_map(|register| [register.name.clone(), register.number.clone()]));
    shown.extend(vendor.services.values().cloned());
    shown.extend(vendor.contacts.iter().map(|contact| contact.value.clone()));
    shown.push(vendor.slug.clone());
    shown.extend(vendor.sub_processors.iter().flat_map(of_register));
    for agreement in &vendor.agreements {
        shown.extend(agreement.revisions.iter().flat_map(|revision| revision.what.values().cloned()));
        shown.push(agreement.slug.clone());
        shown.extend(agreement.version.clone());
        for text in agreement.texts.values() {
            shown.push(text.title.clone());
            text.texts(&mut |place| shown.push(place.text.plain()));
        }
    }
    shown
}

/// What is shown besides vendors and files.
fn of_rest(corpus: &Corpus, readers: Audience) -> Vec<String> {
    let mut shown = vec![corpus.site.name.clone()];
    shown.extend(corpus.site.tagline.values().cloned());
    // What the configuration says of the owner is public; a page for fewer readers may repeat it.
    shown.extend(corpus.site.owner.contacts.values().flatten().map(|way| way.shown.clone()));
    for company in &*corpus.companies {
        shown.extend(company.names().map(str::to_owned));
        shown.push(company.slug.clone());
        let fields = [&company.address, &company.parent, &company.website];
        shown.extend(fields.into_iter().filter_map(|field| field.stated().cloned()));
        shown.extend(company.contacts.iter().map(|contact| contact.value.clone()));
    }
    let own = corpus.pages.iter().flat_map(pages::texts).filter(|text| readers.may_see(text.audience));
    shown.extend(own.map(|text| text.plain));
    // What is said to every host, in words that a company may be called too.
    shown.push(nginx::of_any_site(readers));
    shown
}

/// The words of a register.
fn of_register(register: &Register) -> Vec<String> {
    let mut shown = Vec::new();
    let mut add = |words: &Local| shown.extend(words.values().cloned());
    for engagement in &register.engagements {
        engagement.purpose.stated().into_iter().chain(engagement.service.stated()).for_each(&mut add);
        add(&engagement.condition);
        add(&engagement.source);
        engagement.places.stated().into_iter().flatten().for_each(|place| add(&place.role));
        engagement.transfers.stated().into_iter().flatten().for_each(|transfer| add(&transfer.document));
        engagement.further.stated().into_iter().flatten().for_each(|further| add(&further.purpose));
    }
    for change in &register.changes {
        add(&change.what);
        add(&change.why);
    }
    let places = register.engagements.iter().flat_map(|engagement| engagement.places.stated().into_iter().flatten());
    shown.extend(places.filter_map(|place| place.locality.clone()));
    let links = register.engagements.iter().flat_map(|engagement| engagement.transfers.stated().into_iter().flatten());
    shown.extend(links.filter_map(|transfer| transfer.link.clone()));
    shown
}

fn without_comments(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with('#')).fold(String::new(), |kept, line| kept + line + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::render::render;
    use crate::site::pages::compare_sheet::{Table, Words};
    use crate::site::tests::specimen;
    use crate::site::{Page, pages};

    #[test]
    fn a_company_may_be_called_what_a_workbook_calls_its_makers_and_places() {
        let table = Table {
            head: ["Groep", "Feit", "Acme", "Beta"].map(str::to_owned).to_vec(),
            rows: vec![["Datalekken", "Termijn", "24 uur", "Offshorix"].map(str::to_owned).to_vec(); 9],
        };
        let words = Words {
            language: Language::NL,
            title: "Feiten".to_owned(),
            table: "Feiten per leverancier".to_owned(),
            notes_name: "Toelichting".to_owned(),
            notes: vec!["Geen advies.".to_owned(); 4],
            foot: "Geen advies. Acme".to_owned(),
            cut: String::new(),
            day: None,
        };
        let written = workbook::xlsx(&table, &words).expect("a workbook");
        let guard = |name: &str| Guard::new(&[], &[name.to_owned()], []).with_usual(&workbook::empty(4, 9).expect("a workbook"));
        for name in ["Microsoft", "Excel", "Office", "C7", "D10", "Calibri", "Theme", "Docprops", "Purl", "Standalone", "Preserve"] {
            assert_eq!(guard(name).inspect("nl/compare/facts.xlsx", &written), [], "{name}");
        }
        // What someone wrote is looked for all the same.
        for name in ["Offshorix", "Toelichting", "Geen Advies", "Beta", "Feiten"] {
            assert_eq!(guard(name).inspect("nl/compare/facts.xlsx", &written).len(), 1, "{name}");
        }
    }

    #[test]
    fn a_company_may_be_called_what_a_host_is_told() {
        for readers in Audience::ALL {
            let world = specimen(readers, Some("https://x.example/trust/"));
            for page in [Page::HostHeaders, Page::Nginx] {
                let told = String::from_utf8(render(&world, &page).expect("a page")).expect("UTF-8");
                let addresses: Vec<String> = pages(&world).keys().map(|address| address.as_str().to_owned()).collect();
                let is_word = |word: &&str| word.len() > 2 && !addresses.iter().any(|address| address.contains(*word));
                let names: Vec<String> = told.split(|c: char| !c.is_alphanumeric()).filter(is_word).map(str::to_owned).collect();
                assert!(names.len() > 50, "{names:?}");
                let shown = nginx::of_any_site(readers);
                assert_eq!(Guard::new(&[], &names, [shown.as_str()]).inspect("_headers", told.as_bytes()), [], "{page:?} for {readers}");
            }
        }
    }
}
