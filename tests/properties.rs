//! What holds for every agreement, tried on many that nobody wrote.

#[path = "properties/noise.rs"]
mod noise;
mod support;
#[path = "properties/tree.rs"]
mod tree;
#[path = "properties/written.rs"]
mod written;

use std::collections::HashSet;

use clausewerk::audience::project;
use clausewerk::check::{Whole, check};
use clausewerk::diagnostic::{Finding, Place, Span};
use clausewerk::i18n::Messages;
use clausewerk::model::{AgreementText, Corpus, Inline, Meta, walk};
use clausewerk::parse::Audience;
use clausewerk::resolve::resolve;
use clausewerk::source::Sources;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use tree::agreement;
use written::{ItemLabels, Language, word, write};

const ORIGINAL: Language = Language { code: "nl", article: "Artikel", annex: "Bijlage", item: ItemLabels::Dotted, is_original: true };

fn translation(item: ItemLabels) -> Language {
    Language { code: "en", article: "Article", annex: "Annex", item, is_original: false }
}

/// How many agreements each property is tried on; `PROPTEST_CASES` says otherwise.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(128)
}

/// The same agreements each time, so that a checkout passes or fails for good; `PROPTEST_RNG_SEED` gives others.
fn config() -> ProptestConfig {
    let default = ProptestConfig::with_cases(cases());
    let rng_seed = if std::env::var_os("PROPTEST_RNG_SEED").is_some() { default.rng_seed } else { RngSeed::Fixed(1) };
    ProptestConfig { failure_persistence: None, rng_seed, ..default }
}

/// Reading messages takes longer than anything else here, so it is done once.
fn messages() -> &'static Messages {
    static MESSAGES: std::sync::OnceLock<Messages> = std::sync::OnceLock::new();
    MESSAGES.get_or_init(|| Messages::load(&Sources::built_in()).0)
}

fn load(sources: &Sources) -> (Corpus, Vec<Finding>) {
    let (corpus, mut findings) = Corpus::load(sources, messages());
    let resolved = resolve(&corpus, &corpus, messages(), Audience::Internal);
    findings.extend(support::broken_references(&corpus, &resolved, messages()));
    (corpus, findings)
}

/// What the proofreader finds.
fn proofread(corpus: &Corpus) -> Vec<Finding> {
    let resolved = resolve(corpus, corpus, messages(), Audience::Internal);
    check(&Whole { corpus, resolved: &resolved, messages: messages(), today: jiff::civil::date(2026, 11, 22) })
}

fn original_only(markdown: &str) -> Sources {
    let toml = support::agreement_toml("nl");
    support::acme(toml.split("\n[translations").next().unwrap_or_default(), &[("nl", markdown)])
}

fn texts(corpus: &Corpus) -> Vec<&AgreementText> {
    corpus.vendors.iter().flat_map(|vendor| &vendor.agreements).flat_map(|agreement| agreement.texts.values()).collect()
}

fn metas(text: &AgreementText) -> Vec<&Meta> {
    let mut metas = Vec::new();
    walk::metas(&text.parts, &mut |meta| metas.push(meta));
    metas
}

/// Every place that anything says it stands in.
fn spans(corpus: &Corpus, findings: &[Finding]) -> Vec<Span> {
    let mut spans: Vec<Span> = findings.iter().flat_map(|finding| finding.related.clone()).collect();
    spans.extend(findings.iter().filter_map(|finding| if let Place::Span(span) = &finding.place { Some(*span) } else { None }));
    for text in texts(corpus) {
        spans.extend(metas(text).iter().map(|meta| meta.span));
        spans.extend(text.notes.iter().map(|note| note.span));
        text.texts(&mut |place| {
            spans.push(place.text.span);
            let plain = place.text.plain();
            spans.push(place.text.span_of(0..plain.len()));
            spans.extend(plain.char_indices().map(|(at, c)| place.text.span_of(at..at + c.len_utf8())));
            place.text.visit(&mut |inline| match inline {
                Inline::Words { span, .. } | Inline::Definition { span, .. } | Inline::FillIn { span, .. } => spans.push(*span),
                Inline::NoteMark { span, .. } | Inline::Link { span, .. } => spans.push(*span),
                _ => {}
            });
        });
    }
    spans
}

fn outline(corpus: &Corpus) -> String {
    texts(corpus).into_iter().map(support::outline).collect()
}

/// The whole words of an outline.
fn words(outline: &str) -> HashSet<&str> {
    outline.split(|c: char| !c.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_that_is_written_makes_it_fall_over(original in noise::noise(), translated in noise::noise()) {
        let sources = support::acme(&support::agreement_toml("nl"), &[("nl", &original), ("en", &translated)]);
        let (corpus, findings) = load(&sources);
        let marked = proofread(&corpus);
        prop_assert_eq!(&proofread(&corpus), &marked);
        for span in spans(&corpus, &findings).into_iter().chain(spans(&corpus, &marked)) {
            let text = sources.file(span.file).text();
            prop_assert!(span.start <= span.end, "{span:?}");
            prop_assert!(text.get(span.range()).is_some(), "{span:?} of {} bytes", text.len());
        }
        for text in texts(&corpus) {
            let mut ids = HashSet::new();
            for meta in metas(text) {
                prop_assert!(ids.insert(&meta.id), "{} twice in {}", meta.id, text.language);
            }
            for alias in metas(text).into_iter().filter_map(|meta| meta.alias.as_ref()) {
                prop_assert!(ids.insert(alias), "{alias} leads to two places in {}", text.language);
            }
        }
        let (again, found_again) = load(&sources);
        prop_assert_eq!(&again, &corpus);
        prop_assert_eq!(found_again, findings);
        for readers in Audience::ALL {
            let projection = project(&corpus, readers);
            resolve(&projection.shown, &corpus, messages(), readers);
        }
    }

    #[test]
    fn an_article_more_changes_no_id(agreement in agreement()) {
        let before = write(&agreement, &ORIGINAL);
        // Notes stand at the end; the article is put before them.
        let cut = before.find("[^").and_then(|_| before.find("\n[^")).map_or(before.len(), |at| at + 1);
        let more = "## Artikel 90. Slot\n\n90.1 Einde.\n\n";
        let after = if agreement.parts.iter().all(|part| part.articles.is_empty()) {
            before.clone()
        } else {
            format!("{}{more}{}", &before[..cut], &before[cut..])
        };
        let ids = |markdown: &str| {
            let (corpus, _) = load(&original_only(markdown));
            texts(&corpus).into_iter().flat_map(|text| metas(text).into_iter().map(|meta| meta.id.clone()).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        let (before, after) = (ids(&before), ids(&after));
        prop_assert_eq!(&after[..before.len()], &before[..]);
    }

    #[test]
    fn no_word_is_lost(agreement in agreement()) {
        let (corpus, findings) = load(&original_only(&write(&agreement, &ORIGINAL)));
        prop_assert!(findings.is_empty(), "{findings:?}");
        let outline = outline(&corpus);
        let words = self::words(&outline);
        let written = write(&agreement, &ORIGINAL);
        let written = self::words(&written);
        for leaf in agreement.leaves() {
            let word = word(&ORIGINAL, leaf);
            prop_assert!(!written.contains(word.as_str()) || words.contains(word.as_str()), "{word} is not in\n{outline}");
        }
    }

    #[test]
    fn no_word_of_noise_is_lost_without_a_word(lines in prop::collection::vec((noise::noise(), 0..3u8), 1..6)) {
        let mut written = String::new();
        for (index, (noise, gap)) in lines.iter().enumerate() {
            written.push_str(noise);
            written.push_str(if *gap == 0 { "\n" } else { "\n\n" });
            written.push_str(&format!("zichtbaar{index}\n\n"));
        }
        let sources = original_only(&written);
        let (corpus, findings) = load(&sources);
        // What may be left out, and is told.
        let told = ["uncited-footnote", "nested-too-deep", "duplicate-entry"];
        let is_told = |finding: &Finding| told.contains(&finding.rule.name) || finding.arg("what") == Some("html");
        if findings.iter().any(is_told) || written.contains("<!--") {
            return Ok(());
        }
        let outline = outline(&corpus);
        for index in 0..lines.len() {
            prop_assert!(outline.contains(&format!("zichtbaar{index}")), "zichtbaar{index} of\n{written}\nis not in\n{outline}");
        }
    }

    #[test]
    fn a_translation_of_the_same_shape_pairs(agreement in agreement(), style in 0..3u8) {
        let style = [ItemLabels::Dotted, ItemLabels::Bracketed, ItemLabels::Bullets][usize::from(style)];
        let (original, translated) = (write(&agreement, &ORIGINAL), write(&agreement, &translation(style)));
        let sources = support::acme(&support::agreement_toml("nl"), &[("nl", &original), ("en", &translated)]);
        let (corpus, findings) = load(&sources);
        prop_assert!(findings.is_empty(), "{}\n{original}\n{translated}", support::told(&sources, &findings));
        let [en, nl] = texts(&corpus)[..] else { panic!("two texts") };
        let seen = |text: &AgreementText| metas(text).into_iter().map(|meta| (meta.id.clone(), meta.audience)).collect::<Vec<_>>();
        prop_assert_eq!(seen(en), seen(nl));
    }

    #[test]
    fn nobody_sees_what_is_not_theirs(agreement in agreement(), removed in prop::collection::vec(0..60usize, 0..3), renumber in any::<bool>()) {
        let mut other = agreement.clone();
        for n in removed {
            other.remove(n);
        }
        if renumber {
            other.renumber();
        }
        let english = translation(ItemLabels::Bracketed);
        let (original, translated) = (write(&agreement, &ORIGINAL), write(&other, &english));
        let sources = support::acme(&support::agreement_toml("nl"), &[("nl", &original), ("en", &translated)]);
        let (corpus, _) = load(&sources);
        let whole = outline(&corpus);
        let all = words(&whole);
        for readers in [Audience::Public, Audience::Customers] {
            let projection = project(&corpus, readers);
            let shown = outline(&projection.shown);
            let seen = words(&shown);
            let kept: String = projection.withheld.texts.iter().map(|text| text.plain.as_str()).collect::<Vec<_>>().join(" ");
            let kept = words(&kept);
            for leaf in agreement.leaves() {
                for language in [&ORIGINAL, &english] {
                    let word = word(language, leaf);
                    if !readers.may_see(leaf.audience) {
                        prop_assert!(!seen.contains(word.as_str()), "{readers} see {word} of {}:\n{original}\n=====\n{translated}\n=====\n{shown}", leaf.audience);
                    }
                    if all.contains(word.as_str()) {
                        prop_assert!(seen.contains(word.as_str()) != kept.contains(word.as_str()), "{word} must be shown or withheld");
                    }
                }
            }
        }
        // What everyone may see of the original is shown.
        let shown = outline(&project(&corpus, Audience::Public).shown);
        let seen = words(&shown);
        for leaf in agreement.leaves().into_iter().filter(|leaf| leaf.audience == Audience::Public) {
            let word = word(&ORIGINAL, leaf);
            prop_assert!(!all.contains(word.as_str()) || seen.contains(word.as_str()), "{word} is withheld without need");
        }
    }
}
