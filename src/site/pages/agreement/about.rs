//! What the pages of an agreement are about: the document, or our summary of it.

use crate::i18n::{Language, Value};
use crate::model::walk::metas;
use crate::model::{Agreement, AgreementText, TextKind, Vendor};
use crate::site::about::{About, Step, say, sentences, trail};
use crate::site::laws::local;
use crate::site::linked_data::{self, Media, Named, Party, Thing, Work};
use crate::site::vendor_entry::extent;
use crate::site::{Address, Page, World};

/// A text of an agreement on a page.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// Everything.
    pub world: &'a World,
    /// The language of the page.
    pub language: Language,
    /// Its vendor's place and its own.
    pub places: (usize, usize),
    /// Whose it is.
    pub vendor: &'a Vendor,
    /// The agreement.
    pub agreement: &'a Agreement,
    /// The text that the page's readers get.
    pub text: &'a AgreementText,
}

impl Subject<'_> {
    /// What its own page is about.
    pub fn about(self) -> About {
        self.about_as("agreement-title", "agreement-description", &[], None)
    }

    /// What the page with two languages is about.
    pub fn about_two(self, original: Language, translation: Language) -> About {
        let said = [("original", Value::from(original.code())), ("translation", Value::from(translation.code()))];
        let here = (Page::Bilingual(self.language, self.places.0, self.places.1), self.say("bilingual", &[]), None);
        self.about_as("bilingual-title", "bilingual-description", &said, Some(here))
    }

    fn about_as(self, title: &str, description: &str, more: &[(&str, Value)], below: Option<(Page, String, Option<Language>)>) -> About {
        let mut said = self.said();
        said.extend(more.iter().cloned());
        About {
            is_article: true,
            thing: Some(self.thing()),
            reviewed: self.agreement.verified,
            ..About::new(
                self.say(title, &said),
                sentences(&[&self.say(description, &said), &self.say("agreement-state", &self.state())]),
                self.trail(below),
            )
        }
    }

    /// What is said of it in titles and descriptions.
    fn said(&self) -> Vec<(&'static str, Value<'_>)> {
        let extent = extent(self.text);
        vec![
            ("title", Value::from(self.text.title.as_str())),
            ("vendor", Value::from(self.vendor.name.as_str())),
            ("text", Value::from(self.agreement.text_kind.name())),
            ("articles", Value::from(extent.articles)),
            ("annexes", Value::from(extent.annexes)),
        ]
    }

    /// Its languages, status and version.
    fn state(&self) -> [(&'static str, Value<'_>); 4] {
        let translation = self.agreement.texts.keys().find(|language| **language != self.agreement.original);
        [
            ("original", Value::from(self.agreement.original.code())),
            ("translation", Value::from(translation.map_or("none", |language| language.code()))),
            ("status", Value::from(self.agreement.status.name())),
            ("version", Value::from(self.agreement.version.as_deref().unwrap_or("none"))),
        ]
    }

    fn trail(self, below: Option<(Page, String, Option<Language>)>) -> Vec<Step> {
        let (vendor, own) = self.places;
        let foreign = (self.text.language != self.language).then_some(self.text.language);
        let mut way = vec![
            (Page::Vendors(self.language), self.say("vendors", &[]), None),
            (Page::Vendor(self.language, vendor), self.vendor.name.clone(), None),
            (Page::Agreement(self.language, vendor, own), self.text.title.clone(), foreign),
        ];
        way.extend(below);
        trail(self.world, self.language, way)
    }

    /// Verbatim it is the document; else a work of our own that is based on it, so that nobody takes one for the other.
    fn thing(self) -> Thing {
        let original = self.agreement.texts.get(&self.agreement.original);
        if self.agreement.text_kind == TextKind::Verbatim {
            let is_translation = self.text.language != self.agreement.original;
            let of = original.filter(|_| is_translation).map(|text| Box::new(Thing::DigitalDocument(Box::new(self.document(text)))));
            return Thing::DigitalDocument(Box::new(Work {
                translation_of_work: of,
                publisher: Some(linked_data::publisher(self.world)),
                encoding: self.data(),
                about: self.topics(),
                ..self.document(self.text)
            }));
        }
        let not_theirs = self.say("standing-summary", &[("vendor", Value::from(self.vendor.name.trim_end_matches('.')))]);
        Thing::CreativeWork(Box::new(Work {
            name: self.say("agreement-title", &self.said()),
            disambiguating_description: Some(not_theirs),
            in_language: Some(self.text.language),
            publisher: Some(linked_data::publisher(self.world)),
            is_based_on: original.map(|text| Box::new(Thing::DigitalDocument(Box::new(self.document(text))))),
            encoding: self.data(),
            about: self.topics(),
            ..Work::default()
        }))
    }

    /// The document in a language.
    fn document(&self, text: &AgreementText) -> Work {
        let kind = self.agreement.kind.name();
        let concept = self.world.corpus.vocabulary.concepts.iter().find(|concept| concept.id == kind);
        Work {
            name: text.title.clone(),
            additional_type: linked_data::dpv(self.world, kind),
            in_language: Some(text.language),
            version: self.agreement.version.clone(),
            creative_work_status: Some(self.say("status", &[("status", Value::from(self.agreement.status.name()))])),
            genre: concept.map(|concept| local(&concept.name, self.language).to_owned()),
            provider: Some(Party {
                name: self.vendor.legal_name.clone().unwrap_or_else(|| self.vendor.name.clone()),
                additional_type: linked_data::dpv(self.world, "processor"),
                url: linked_data::absolute(self.world, &Page::Vendor(self.language, self.places.0)),
            }),
            ..Work::default()
        }
    }

    /// What the provisions that these readers may see are about, in the order of the vocabulary.
    fn topics(&self) -> Vec<Named> {
        let mut stated: Vec<&str> = Vec::new();
        metas(&self.text.parts, &mut |meta| {
            if !meta.withheld && self.world.audience.may_see(meta.audience) {
                stated.extend(meta.topics.iter().map(String::as_str));
            }
        });
        let known = self.world.corpus.vocabulary.topics.iter().filter(|topic| stated.contains(&topic.id.as_str()));
        known.map(|topic| Named { name: local(&topic.name, self.language).to_owned() }).collect()
    }

    fn data(&self) -> Option<Media> {
        let content_url = self.world.base.absolute(&Address::agreement_data(&self.vendor.slug, &self.agreement.slug))?;
        Some(Media { content_url, encoding_format: "application/json" })
    }

    fn say(&self, key: &str, filled: &[(&str, Value)]) -> String {
        say(self.world, self.language, key, filled)
    }
}
