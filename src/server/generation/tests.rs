//! What is answered while there is a newer generation, and after.

use super::*;
use crate::i18n::Language;
use crate::parse::Audience;
use crate::site::tests::SPECIMEN;
use crate::source::Sources;
use crate::{Request, assemble};

const INDEX: &str = "/search-index/nl/pagefind-entry.json";

fn generation(is_over: &Arc<AtomicBool>) -> Generation {
    let today = jiff::civil::date(2026, 11, 22);
    let request = Request { root: ".".into(), audience: Audience::Public, base_url: None, today };
    Generation::new(assemble(Sources::of_texts(SPECIMEN), Vec::new(), &request), Arc::clone(is_over))
}

fn is_found(answer: Option<Answer>) -> bool {
    matches!(answer, Some(Answer::Found(_)))
}

#[test]
fn of_an_old_generation_pages_are_answered_and_no_search_index_is_begun() {
    let (is_over, live) = (Arc::<AtomicBool>::default(), Live::new(Language::EN, true));
    let old = generation(&is_over);
    is_over.store(true, Ordering::Relaxed);
    assert!(old.answer(INDEX, &live).is_none(), "the newer one has it");
    assert!(is_found(old.answer("/nl/", &live)));
}

#[test]
fn a_search_index_that_is_there_is_answered_by_an_old_generation_too() {
    let (is_over, live) = (Arc::<AtomicBool>::default(), Live::new(Language::EN, true));
    let old = generation(&is_over);
    assert!(is_found(old.answer(INDEX, &live)));
    assert!(old.rendered.lock().expect("nobody panics here").is_empty(), "no page is kept for it");
    is_over.store(true, Ordering::Relaxed);
    assert!(is_found(old.answer(INDEX, &live)));
    assert!(matches!(old.answer("/search-index/nl/fragment/none.pf_fragment", &live), Some(Answer::NotFound(_))));
}
