//! The example content of this repository, as a reader of the files would check it.

mod support;

use std::path::Path;

use clausewerk::source::Sources;

#[test]
fn the_example_site_has_no_faults() {
    let (sources, mut findings) = Sources::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("this repository is a site");
    let (corpus, told) = support::load(&sources);
    findings.extend(told);
    let (messages, _) = clausewerk::i18n::Messages::load(&sources);
    let (_, told) = clausewerk::resolve::resolve(&corpus, &corpus, &messages, clausewerk::parse::Audience::Internal);
    findings.extend(told);
    let findings = clausewerk::model::allow::apply(&corpus, findings);
    assert_eq!(support::told(&sources, &findings), "");
    for vendor in &corpus.vendors {
        for agreement in &vendor.agreements {
            for text in agreement.texts.values() {
                println!("== {} {} {}", vendor.slug, agreement.slug, text.language);
                println!("{}", support::outline(text));
            }
        }
    }
}
