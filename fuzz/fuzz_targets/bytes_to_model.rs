//! Any bytes as the text of an agreement, all the way to what readers may see and where its references lead.

#![no_main]

use std::sync::{Arc, OnceLock};

use clausewerk::audience::project;
use clausewerk::diagnostic::{FileId, Finding, Place};
use clausewerk::i18n::{Language, Messages};
use clausewerk::model::lower::{Frame, lower};
use clausewerk::model::pair::pair;
use clausewerk::model::vocabulary::Vocabulary;
use clausewerk::model::{AgreementText, Corpus};
use clausewerk::parse::{Audience, markdown};
use clausewerk::check::{Whole, check};
use clausewerk::resolve::resolve;
use clausewerk::source::Sources;
use libfuzzer_sys::fuzz_target;

const VENDOR: &str = "name = 'Acme'\nlegal-name = 'Acme'\nwebsite = 'not-stated'\nseat = 'not-stated'\n";
const AGREEMENT: &str = "kind = 'other'\nstatus = 'offered'\ntext = 'summary'\naudience = 'public'\noriginal = 'nl'\n\
                         prevailing = 'equal'\nversion = 'not-stated'\n[translations.en]\nstatus = 'informative'\n\
                         [[external]]\nnames = ['hoofdovereenkomst', 'Annex 3']\n";

/// What is the same for all bytes, read once: the messages, and a corpus whose agreement waits for its texts.
fn frame() -> &'static (Messages, Corpus) {
    static FRAME: OnceLock<(Messages, Corpus)> = OnceLock::new();
    FRAME.get_or_init(|| {
        let (messages, _) = Messages::load(&Sources::built_in());
        let sources = Sources::of_texts([
            ("content/vendors/acme/vendor.toml", VENDOR),
            ("content/vendors/acme/dpa/agreement.toml", AGREEMENT),
            ("content/vendors/acme/dpa/nl.md", "# Titel\n"),
            ("content/vendors/acme/dpa/en.md", "# Title\n"),
        ]);
        let (corpus, _) = Corpus::load(&sources, &messages);
        let laws = corpus.vocabulary.laws.iter().take(2).cloned().collect();
        (messages, Corpus { vocabulary: Vocabulary { laws, ..Vocabulary::default() }, ..corpus })
    })
}

fn text(source: &str, language: Language, file: FileId, findings: &mut Vec<Finding>) -> AgreementText {
    let (messages, corpus) = frame();
    let (document, told) = markdown::read(source, file);
    findings.extend(told);
    let frame = Frame {
        language,
        lexicon: messages.lexicon(language),
        is_original: language == Language::NL,
        audience: Audience::Public,
        vocabulary: &corpus.vocabulary,
    };
    let (lowered, told) = lower(document, &frame);
    findings.extend(told);
    lowered
}

fuzz_target!(|bytes: &[u8]| {
    let (messages, corpus) = frame();
    let source = String::from_utf8_lossy(bytes);
    // What stands before a form feed is the original, what stands behind it its translation.
    let (original, translation) = source.split_once('\u{c}').unwrap_or((&source, ""));
    let files = [(FileId(0), original), (FileId(1), translation)];
    let mut findings = Vec::new();
    let nl = text(original, Language::NL, files[0].0, &mut findings);
    let (en, told) = pair(&nl, text(translation, Language::EN, files[1].0, &mut findings));
    findings.extend(told);
    let mut corpus = corpus.clone();
    let agreement = &mut corpus.vendors[0].agreements[0];
    Arc::make_mut(agreement).texts = [(Language::NL, nl), (Language::EN, en)].into();
    for readers in [Audience::Public, Audience::Internal] {
        let projection = project(&corpus, readers);
        let resolved = resolve(&projection.shown, &corpus, messages, readers);
        let today = jiff::civil::date(2026, 11, 22);
        findings.extend(check(&Whole { corpus: &projection.shown, resolved: &resolved, messages, today }));
    }
    let places = findings.iter().filter_map(|finding| if let Place::Span(span) = &finding.place { Some(*span) } else { None });
    for span in places.chain(findings.iter().flat_map(|finding| finding.related.iter().copied())) {
        let (_, text) = files.iter().find(|(file, _)| *file == span.file).expect("one of the two");
        assert!(text.get(span.range()).is_some(), "{span:?} of {} bytes", text.len());
    }
});
