//! Records as readers may see them: what rests on words that they may not read is withheld whole, without value, quote or
//! count, and what rests on an agreement that is not even listed is not there.

use super::WithheldText;
use super::project::Projector;
use crate::diagnostic::Span;
use crate::model::playbook::Position;
use crate::model::recorded::{Certificate, Citation, Fact, FactState, Graded, Holder, Records, Shown, narrowest};
use crate::model::vocabulary::Local;
use crate::model::{Corpus, Vendor};
use crate::parse::Audience;

impl Projector {
    /// The records of a vendor, whose agreements are projected already.
    pub(super) fn records(&mut self, vendor: &mut Vendor) {
        let listed: Vec<String> = vendor.agreements.iter().map(|agreement| agreement.slug.clone()).collect();
        // What a document for others does not say is for others too: silence is told of those that may be read.
        let read: Vec<String> =
            vendor.agreements.iter().filter(|agreement| !agreement.withheld).map(|agreement| agreement.slug.clone()).collect();
        let facts = vendor.facts.take();
        vendor.facts = facts.map(|records| {
            let entries = records.entries.iter().filter_map(|fact| self.fact(fact, &listed, &read)).collect();
            shown_of(&records, &read, entries)
        });
        let coverage = vendor.coverage.take();
        vendor.coverage = coverage.map(|records| {
            let entries = records.entries.iter().filter_map(|graded| self.graded(graded, &listed)).collect();
            shown_of(&records, &read, entries)
        });
        let certificates = std::mem::take(&mut vendor.certificates);
        vendor.certificates = certificates.into_iter().filter_map(|certificate| self.certificate(certificate)).collect();
    }

    /// Keeps all records of a vendor that nobody may know of.
    pub(super) fn keep_records(&mut self, vendor: &Vendor) {
        let audience = vendor.audience;
        for fact in vendor.facts.iter().flat_map(|records| &records.entries) {
            self.keep_fact(fact, audience);
        }
        for graded in vendor.coverage.iter().flat_map(|records| &records.entries) {
            self.keep_words(&graded.reason, audience, graded.span);
        }
        for certificate in &vendor.certificates {
            self.keep_words(&certificate.scope, audience, Span::new(vendor.file, 0..0));
        }
    }

    /// The owner's positions, for its own people only.
    pub(super) fn playbook(&mut self, corpus: &Corpus) -> Vec<Position> {
        if !self.hides(Audience::Internal) {
            return corpus.playbook.clone();
        }
        for position in &corpus.playbook {
            position.words().into_iter().for_each(|words| self.keep_words(words, Audience::Internal, position.span));
        }
        Vec::new()
    }

    fn fact(&mut self, fact: &Fact, listed: &[String], read: &[String]) -> Option<Fact> {
        let audience = narrowest(&fact.citations);
        let examined: Vec<String> = fact.examined.iter().filter(|slug| read.contains(slug)).cloned().collect();
        if !self.hides(audience) {
            if fact.state == Shown::As(FactState::NotStated) && examined.is_empty() && !fact.examined.is_empty() {
                return None;
            }
            return Some(Fact { examined, ..fact.clone() });
        }
        self.keep_fact(fact, audience);
        is_listed(&fact.citations, listed).then(|| Fact {
            state: Shown::Withheld(audience),
            summary: Local::new(),
            values: Vec::new(),
            defers_to: None,
            examined,
            citations: Vec::new(),
            id: fact.id.clone(),
            span: fact.span,
        })
    }

    fn graded(&mut self, graded: &Graded, listed: &[String]) -> Option<Graded> {
        let audience = narrowest(&graded.citations);
        if !self.hides(audience) {
            return Some(graded.clone());
        }
        self.keep_words(&graded.reason, audience, graded.span);
        is_listed(&graded.citations, listed).then(|| Graded {
            id: graded.id.clone(),
            state: Shown::Withheld(audience),
            reason: Local::new(),
            citations: Vec::new(),
            span: graded.span,
        })
    }

    /// That there is a certificate is a statement of the text that mentions it.
    fn certificate(&mut self, certificate: Certificate) -> Option<Certificate> {
        let audience = narrowest(&certificate.citations);
        if !self.hides(audience) {
            return Some(certificate);
        }
        if let Holder::Other(name) = certificate.holder {
            self.withheld.names.push(name);
        }
        None
    }

    fn keep_fact(&mut self, fact: &Fact, audience: Audience) {
        self.keep_words(&fact.summary, audience, fact.span);
        for value in &fact.values {
            self.keep_words(&value.text, audience, fact.span);
            self.keep_words(&value.condition, audience, fact.span);
        }
    }

    pub(super) fn keep_words(&mut self, words: &Local, audience: Audience, span: Span) {
        self.withheld.texts.extend(words.values().map(|plain| WithheldText { plain: plain.clone(), audience, span }));
    }
}

fn shown_of<T, U>(records: &Records<T>, listed: &[String], entries: Vec<U>) -> Records<U> {
    records.with(records.examined.iter().filter(|slug| listed.contains(slug)).cloned().collect(), entries)
}

fn is_listed(citations: &[Citation], listed: &[String]) -> bool {
    citations.iter().all(|citation| listed.contains(&citation.agreement))
}
