//! Projects the corpus on an audience.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Projection, Withheld, WithheldText};
use crate::model::agreement::{Agreement, AgreementKind, AgreementText, Prevailing};
use crate::model::tree::{Article, Block, Clause, Item, Note, Part, Row, Table};
use crate::model::{Company, Corpus, Vendor, walk};
use crate::parse::Audience;
use crate::source::{Remembered, Same};

/// The corpus as readers of this audience may see it.
pub fn project(corpus: &Corpus, readers: Audience) -> Projection {
    Memory::default().project(corpus, readers)
}

/// What a party is projected with: itself, and the companies that it may engage.
type Inputs = (Same<Vendor>, Same<[Company]>);

/// A party as readers may see it, if they may, and what is withheld of it.
type Projected = (Option<Arc<Vendor>>, Withheld);

/// Parties as readers may see them, with what they were made of: by slug.
#[derive(Default)]
pub struct Memory {
    parties: Remembered<(String, Audience), Inputs, Projected>,
}

impl Memory {
    /// As [`project`], but a party that stayed the same is taken from memory. A party of which nothing is withheld is the very same
    /// as in the corpus.
    pub fn project(&self, corpus: &Corpus, readers: Audience) -> Projection {
        let mut projector = Projector { readers, withheld: Withheld::default() };
        let vendors = self.parties(corpus, &corpus.vendors, &mut projector);
        let companies = projector.companies(corpus, &vendors);
        let mut models = self.parties(corpus, &corpus.models, &mut projector);
        models.retain(|model| !model.agreements.is_empty());
        let shown = Corpus {
            vendors,
            models,
            companies,
            languages: corpus.languages.clone(),
            site: corpus.site.clone(),
            vocabulary: Arc::clone(&corpus.vocabulary),
            pages: corpus.pages.clone(),
            playbook: projector.playbook(corpus),
        };
        for text in corpus.pages.iter().flat_map(super::pages::texts).filter(|text| !readers.may_see(text.audience)) {
            projector.withheld.texts.push(text);
        }
        projector.drop_common_names(&shown);
        Projection { shown, withheld: projector.withheld }
    }

    fn parties(&self, corpus: &Corpus, parties: &[Arc<Vendor>], into: &mut Projector) -> Vec<Arc<Vendor>> {
        let readers = into.readers;
        let projected = parties.par_iter().map(|party| {
            let inputs = (Same(Arc::clone(party)), Same(Arc::clone(&corpus.companies)));
            self.parties.get((party.slug.clone(), readers), inputs, || {
                let mut projector = Projector { readers, withheld: Withheld::default() };
                let shown = projector.vendor(party, &corpus.companies);
                let shown = shown.map(|shown| if is_whole(&shown, party) { Arc::clone(party) } else { Arc::new(shown) });
                (shown, projector.withheld)
            })
        });
        let projected: Vec<Arc<Projected>> = projected.collect();
        let mut shown = Vec::with_capacity(parties.len());
        for projected in &projected {
            let (party, withheld) = &**projected;
            shown.extend(party.clone());
            into.withheld.texts.extend_from_slice(&withheld.texts);
            into.withheld.names.extend_from_slice(&withheld.names);
            into.withheld.nodes += withheld.nodes;
        }
        shown
    }

    /// Forgets who is gone.
    pub fn forget(&self) {
        self.parties.forget();
    }
}

/// Whether readers see a party as it is.
fn is_whole(shown: &Vendor, party: &Vendor) -> bool {
    // Texts are long, and one of which nothing is withheld is the same one.
    let has_same_texts = shown.agreements.len() == party.agreements.len()
        && shown.agreements.iter().zip(&party.agreements).all(|(shown, own)| Arc::ptr_eq(shown, own));
    let without = |party: &Vendor| Vendor { agreements: Vec::new(), ..party.clone() };
    has_same_texts && without(shown) == without(party)
}

pub(super) struct Projector {
    readers: Audience,
    pub(super) withheld: Withheld,
}

impl Projector {
    pub(super) fn hides(&self, audience: Audience) -> bool {
        !self.readers.may_see(audience)
    }

    fn vendor(&mut self, vendor: &Vendor, companies: &[Company]) -> Option<Vendor> {
        if self.hides(vendor.audience) {
            self.withheld.nodes += 1;
            let names = [Some(&vendor.slug), Some(&vendor.name), vendor.legal_name.as_ref(), vendor.website.as_ref()];
            self.withheld.names.extend(names.into_iter().flatten().cloned());
            vendor.contacts.iter().for_each(|contact| self.withheld.names.push(contact.value.clone()));
            vendor.agreements.iter().for_each(|agreement| self.keep_from_readers(agreement, vendor.audience, true));
            self.keep_records(vendor);
            vendor.sub_processors.iter().for_each(|register| self.keep_register(register));
            return None;
        }
        let (shown, hidden): (Vec<_>, Vec<_>) = vendor.contacts.iter().cloned().partition(|contact| !self.hides(contact.audience));
        self.withheld.names.extend(hidden.into_iter().map(|contact| contact.value));
        let agreements: Vec<Arc<Agreement>> = vendor.agreements.iter().filter_map(|agreement| self.agreement(agreement)).collect();
        let read: Vec<String> = agreements.iter().filter(|agreement| !agreement.withheld).map(|agreement| agreement.slug.clone()).collect();
        let sub_processors = vendor.sub_processors.as_ref().map(|register| self.register(register, companies, &read));
        let mut vendor = Vendor { contacts: shown, agreements, sub_processors, ..vendor.clone() };
        self.records(&mut vendor);
        Some(vendor)
    }

    fn agreement(&mut self, agreement: &Arc<Agreement>) -> Option<Arc<Agreement>> {
        if self.hides(agreement.audience) {
            self.withheld.nodes += 1;
            self.keep_from_readers(agreement, agreement.audience, !agreement.listed);
            if agreement.listed {
                return Some(Arc::new(stub(agreement)));
            }
            self.withheld.names.push(agreement.slug.clone());
            return None;
        }
        let mut narrowest = Audience::Public;
        agreement.texts.values().for_each(|text| text.texts(&mut |place| narrowest = narrowest.max(place.audience)));
        let has_hidden_part = agreement.texts.values().flat_map(|text| &text.parts).any(|part| self.hides(part.meta.audience));
        if !self.hides(narrowest) && !has_hidden_part && !has_limits(agreement) {
            return Some(Arc::clone(agreement));
        }
        for text in agreement.texts.values() {
            text.texts(&mut |place| {
                let is_stub_title = place.is_heading && place.article.is_none();
                if self.hides(place.audience) && !is_stub_title {
                    self.withheld.texts.push(WithheldText { plain: place.text.plain(), audience: place.audience, span: place.text.span });
                }
            });
        }
        // Stubs are counted once, not once for each language.
        let mut shown = (**agreement).clone();
        for (language, text) in &agreement.texts {
            let before = self.withheld.nodes;
            shown.texts.insert(*language, self.text(text));
            if *language != agreement.original {
                self.withheld.nodes = before;
            }
        }
        Some(Arc::new(shown))
    }

    /// Puts every text of an agreement among the withheld; its title too where nobody may know that it exists.
    fn keep_from_readers(&mut self, agreement: &Agreement, audience: Audience, with_title: bool) {
        for revision in &agreement.revisions {
            let words = revision.what.values().map(|plain| WithheldText { plain: plain.clone(), audience, span: revision.span });
            self.withheld.texts.extend(words);
        }
        for reply in &agreement.replies {
            let plain = reply.paragraphs.join("\n");
            self.withheld.texts.push(WithheldText { plain, audience, span: reply.span });
        }
        for text in agreement.texts.values() {
            text.texts(&mut |place| {
                let is_title =
                    place.is_heading && place.article.is_none() && place.part.is_some_and(|part| part.meta.id.as_str().is_empty());
                if with_title || !is_title {
                    let audience = audience.max(place.audience);
                    self.withheld.texts.push(WithheldText { plain: place.text.plain(), audience, span: place.text.span });
                }
            });
        }
    }

    fn text(&mut self, text: &AgreementText) -> AgreementText {
        AgreementText {
            parts: text.parts.iter().map(|part| self.part(part)).collect(),
            notes: text.notes.iter().filter_map(|note| self.note(note)).collect(),
            ..text.clone()
        }
    }

    fn note(&mut self, note: &Note) -> Option<Note> {
        (!self.hides(note.audience)).then(|| Note { body: self.blocks(&note.body), ..note.clone() })
    }

    fn part(&mut self, part: &Part) -> Part {
        if self.hides(part.meta.audience) {
            self.withheld.nodes += 1;
            return Part { meta: part.meta.stub(), articles: Vec::new(), ..part.clone() };
        }
        Part { articles: part.articles.iter().map(|article| self.article(article)).collect(), ..part.clone() }
    }

    fn article(&mut self, article: &Article) -> Article {
        if self.hides(article.meta.audience) {
            self.withheld.nodes += 1;
            let (label, number) = (article.label.clone(), article.number.clone());
            return Article { meta: article.meta.stub(), label, number, heading: None, clauses: Vec::new(), sections: Vec::new() };
        }
        Article {
            clauses: article.clauses.iter().map(|clause| self.clause(clause)).collect(),
            sections: article.sections.iter().map(|section| self.article(section)).collect(),
            ..article.clone()
        }
    }

    fn clause(&mut self, clause: &Clause) -> Clause {
        if self.hides(clause.meta.audience) {
            self.withheld.nodes += 1;
            return Clause { meta: clause.meta.stub(), label: clause.label.clone(), number: clause.number.clone(), body: Vec::new() };
        }
        Clause { body: self.blocks(&clause.body), ..clause.clone() }
    }

    fn blocks(&mut self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> Block {
        match block {
            Block::Limited(audience, _) if self.hides(*audience) => {
                self.withheld.nodes += 1;
                Block::Withheld(*audience)
            }
            Block::Limited(_, inner) => self.block(inner),
            Block::Items { items, described } => {
                Block::Items { items: items.iter().map(|item| self.item(item)).collect(), described: *described }
            }
            Block::Table(table) => {
                Block::Table(Table { head: table.head.clone(), rows: table.rows.iter().map(|row| self.row(row)).collect() })
            }
            Block::Quote(inner) => Block::Quote(self.blocks(inner)),
            Block::Paragraph(_) | Block::Withheld(_) => block.clone(),
        }
    }

    fn item(&mut self, item: &Item) -> Item {
        if self.hides(item.meta.audience) {
            self.withheld.nodes += 1;
            return Item { meta: item.meta.stub(), label: item.label.clone(), body: Vec::new() };
        }
        Item { body: self.blocks(&item.body), ..item.clone() }
    }

    fn row(&mut self, row: &Row) -> Row {
        if self.hides(row.audience) {
            self.withheld.nodes += 1;
            return Row { cells: Vec::new(), audience: row.audience, withheld: true };
        }
        row.clone()
    }

    /// A folder named after its kind, or like a shown one, gives nothing away.
    fn drop_common_names(&mut self, shown: &Corpus) {
        let is_common = |name: &String| {
            let is_kind = [
                AgreementKind::GeneralTerms,
                AgreementKind::AcceptableUsePolicy,
                AgreementKind::ProcessingAgreement,
                AgreementKind::SecurityProtocol,
                AgreementKind::ServiceLevelAgreement,
                AgreementKind::StandardContractualClauses,
            ];
            is_kind.iter().any(|kind| kind.name() == name)
                || shown.vendors.iter().flat_map(|vendor| &vendor.agreements).any(|agreement| agreement.slug == *name)
        };
        self.withheld.names.retain(|name| !name.is_empty() && !is_common(name));
        self.withheld.names.sort();
        self.withheld.names.dedup();
    }
}

/// What is left of an agreement for readers who may not see it: that it exists, and its title.
fn stub(agreement: &Agreement) -> Agreement {
    let texts = agreement.texts.iter().map(|(language, text)| {
        let title_only =
            AgreementText { language: text.language, title: text.title.clone(), parts: Vec::new(), notes: Vec::new(), file: text.file };
        (*language, title_only)
    });
    Agreement {
        withheld: true,
        prevailing: Prevailing::NotStated,
        version: None,
        date: None,
        effective: None,
        signed: None,
        received: None,
        verified: None,
        known_as: Vec::new(),
        parties: Vec::new(),
        terms: Vec::new(),
        external: Vec::new(),
        allow: Vec::new(),
        replies: Vec::new(),
        revisions: Vec::new(),
        texts: texts.collect(),
        ..agreement.clone()
    }
}

fn has_limits(agreement: &Agreement) -> bool {
    fn any(blocks: &[Block]) -> bool {
        blocks.iter().any(|block| match block {
            Block::Limited(..) => true,
            Block::Items { items, .. } => items.iter().any(|item| any(&item.body)),
            Block::Quote(inner) => any(inner),
            _ => false,
        })
    }
    let mut found = false;
    for text in agreement.texts.values() {
        walk::clauses(&text.parts, &mut |clause| found |= any(&clause.body));
        found |= text.notes.iter().any(|note| any(&note.body));
    }
    found
}
