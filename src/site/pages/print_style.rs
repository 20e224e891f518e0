//! What stands in the margins of a printed page (CSS Paged Media, page-margin boxes): the running title, the version, the
//! address, and that it is not for signing. A style sheet of a few lines beside each agreement, and one for all other pages
//! of a language, since no style may stand within a page.

use super::shown_agreements;
use crate::i18n::{Language, MissingText, Value};
use crate::model::{Agreement, AgreementText, Status};
use crate::site::colophon::Colophon;
use crate::site::running::Scene;
use crate::site::{Page, World};

/// What the margins of a sheet say.
#[derive(Debug, PartialEq, Eq)]
pub struct Margins {
    /// Above, at the outer edge: the title.
    pub title: String,
    /// Beside it: which version.
    pub version: Option<String>,
    /// Below: why it is not to be signed; nothing on what may be.
    pub standing: Option<String>,
    /// Below that: where it is.
    pub address: Option<String>,
    /// How pages are counted, with `{page}` and `{pages}` where the numbers come.
    pub count: String,
}

/// One for all pages of a language, and one for each agreement.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    let agreements = shown_agreements(world).map(move |place| Page::PrintStyle(language, Some(place)));
    std::iter::once(Page::PrintStyle(language, None)).chain(agreements)
}

/// What the margins say; `None` if there is no such agreement.
///
/// # Errors
/// If a message is missing.
pub fn margins(world: &World, language: Language, agreement: Option<(usize, usize)>) -> Option<Result<Margins, MissingText>> {
    let Some((vendor, own)) = agreement else { return Some(of_any(world, language)) };
    let address = Page::Agreement(language, vendor, own).address(world);
    let (vendor, agreement) = world.agreement(vendor, own).filter(|(_, found)| !found.withheld)?;
    let text = agreement.text(language)?;
    let scene = Scene::of_agreement(world, language, vendor, agreement, text);
    let is_whole = Colophon::new(scene, vendor, agreement, text).is_whole();
    let words = |key: &str, filled: &[(&str, Value)]| world.messages.text(language, key, filled);
    let of = || {
        let version = match &agreement.version {
            Some(version) => words("version-is", &[("version", Value::from(version.as_str()))])?,
            None => words("version-is.not-stated", &[])?,
        };
        let standing = why_unsigned(agreement, text, is_whole);
        Ok(Margins {
            title: words("print-title", &[("title", Value::from(text.title.as_str())), ("vendor", Value::from(vendor.name.as_str()))])?,
            version: Some(version),
            standing: standing.map(|why| words("print-standing", &[("why", Value::from(why))])).transpose()?,
            address: address.and_then(|address| world.base.absolute(&address)),
            count: count(world, language)?,
        })
    };
    Some(of())
}

fn of_any(world: &World, language: Language) -> Result<Margins, MissingText> {
    Ok(Margins {
        title: world.corpus.site.name.clone(),
        version: None,
        standing: Some(world.messages.text(language, "print-standing", &[("why", Value::from("page"))])?),
        address: None,
        count: count(world, language)?,
    })
}

fn count(world: &World, language: Language) -> Result<String, MissingText> {
    world.messages.text(language, "print-count", &[("page", Value::from("{page}")), ("pages", Value::from("{pages}"))])
}

/// Why a sheet is not to be signed. Only what is offered, verbatim, the original and complete could be.
fn why_unsigned(agreement: &Agreement, text: &AgreementText, is_whole: bool) -> Option<&'static str> {
    if !super::agreement::is_verbatim(agreement) {
        Some("summary")
    } else if text.language != agreement.original {
        Some("translation")
    } else if !is_whole {
        Some("incomplete")
    } else if agreement.status != Status::Offered {
        Some(agreement.status.name())
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::Audience;
    use crate::site::tests::{SPECIMEN, world_for};

    /// Below the sheets of the specimen's agreement in both languages, with its `agreement.toml` and text changed.
    fn standing(change: impl Fn(&str) -> String) -> [Option<String>; 2] {
        let changed: Vec<(&str, String)> = SPECIMEN.iter().map(|(path, text)| (*path, change(text))).collect();
        let files: Vec<(&str, &str)> = changed.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let (world, _) = world_for(&files, Audience::Public, Some("https://x.example/"));
        let place = world.corpus.vendors[0].agreements.iter().position(|agreement| agreement.slug == "dpa").expect("the agreement");
        [Language::NL, Language::EN].map(|language| {
            let margins = margins(&world, language, Some((0, place))).expect("a sheet").expect("every message is there");
            assert!(margins.address.expect("the address is known").ends_with(&format!("/{language}/vendors/acme/dpa/")));
            margins.standing
        })
    }

    #[test]
    fn a_summary_is_not_for_signing() {
        let [dutch, english] = standing(str::to_owned);
        assert_eq!(dutch.as_deref(), Some("Samenvatting, niet de tekst van de leverancier. Niet ter ondertekening."));
        assert_eq!(english.as_deref(), Some("Summary, not the vendor’s text. Not for signing."));
    }

    #[test]
    fn only_what_is_offered_verbatim_the_original_and_complete_could_be_signed() {
        let verbatim = |text: &str| text.replace("text = \"summary\"", "text = \"verbatim\"");
        let whole =
            |text: &str| verbatim(text).replace("{audience=customers}", "").replace("audience = \"customers\"", "audience = \"public\"");
        let whole = |text: &str| whole(text).replace("audience=customers", "topic=audit").replace("audience=internal", "topic=audit");
        let [dutch, english] = standing(whole);
        assert_eq!((dutch.as_deref(), english.as_deref()), (None, Some("Translation. Not for signing.")));
        let [dutch, _] = standing(verbatim);
        assert_eq!(dutch.as_deref(), Some("Niet volledig: een deel is op aanvraag. Niet ter ondertekening."));
        for (status, said) in [("model", "Model."), ("signed", "Al ondertekend."), ("superseded", "Vervangen.")] {
            let [dutch, _] = standing(|text| whole(text).replace("status = \"offered\"", &format!("status = \"{status}\"")));
            assert_eq!(dutch, Some(format!("{said} Niet ter ondertekening.")));
        }
    }

    #[test]
    fn any_other_page_says_that_it_is_no_agreement() {
        let (world, _) = world_for(&SPECIMEN, Audience::Public, None);
        let margins = margins(&world, Language::EN, None).expect("a sheet").expect("every message is there");
        assert_eq!(margins.title, "Proef & Co");
        assert_eq!(margins.standing.as_deref(), Some("No agreement and no legal advice. Not for signing."));
        assert_eq!(margins.count, "Page {page} of {pages}");
    }
}
