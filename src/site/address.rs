//! Where pages are: the addresses of the site, made here and nowhere else.

use std::borrow::Borrow;
use std::fmt;

use crate::i18n::Language;
use crate::model::{Agreement, NodeId, Vendor};

/// An address below the site's root: begins with `/`, and ends in `/` where it is a page for people.
/// Not percent-encoded; [`Base::link`] does that.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

/// So that what a reader asked for can be looked up.
impl Borrow<str> for Address {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Address {
    /// The choice of language.
    pub fn language_choice() -> Address {
        Address("/".to_owned())
    }

    /// What there is, in a language.
    pub fn home(language: Language) -> Address {
        Address(format!("/{language}/"))
    }

    /// All vendors.
    pub fn vendors(language: Language) -> Address {
        Address(format!("/{language}/vendors/"))
    }

    /// A vendor.
    pub fn vendor(language: Language, vendor: &str) -> Address {
        Address(format!("/{language}/vendors/{vendor}/"))
    }

    /// The text of an agreement.
    pub fn agreement(language: Language, vendor: &str, agreement: &str) -> Address {
        Address(format!("/{language}/vendors/{vendor}/{agreement}/"))
    }

    /// Two languages of an agreement beside each other.
    pub fn bilingual(language: Language, vendor: &str, agreement: &str) -> Address {
        Address(format!("/{language}/vendors/{vendor}/{agreement}/bilingual/"))
    }

    /// The text of an agreement as a file of plain text.
    pub fn plain_text(language: Language, vendor: &str, agreement: &str) -> Address {
        Address(format!("/{language}/vendors/{vendor}/{agreement}/text.txt"))
    }

    /// All defined terms.
    pub fn definitions(language: Language) -> Address {
        Address(format!("/{language}/definitions/"))
    }

    /// A concept, and how each vendor defines it.
    pub fn definition(language: Language, concept: &str) -> Address {
        Address(format!("/{language}/definitions/{concept}/"))
    }

    /// Concepts and defined terms, for programs.
    pub fn definitions_data() -> Address {
        Address("/data/v1/definitions.json".to_owned())
    }

    /// The choice of comparisons.
    pub fn compare(language: Language) -> Address {
        Address(format!("/{language}/compare/"))
    }

    /// Facts of all vendors; pages after the first are numbered.
    pub fn compare_facts(language: Language, page: usize) -> Address {
        Address(format!("/{language}/compare/facts/{}", numbered(page)))
    }

    /// What the law asks, by vendor; pages after the first are numbered.
    pub fn compare_coverage(language: Language, page: usize) -> Address {
        Address(format!("/{language}/compare/coverage/{}", numbered(page)))
    }

    /// A comparison of all vendors as a sheet, by its name and what it is written as: `facts`, `csv`.
    pub fn compare_sheet(language: Language, name: &str, ending: &str) -> Address {
        Address(format!("/{language}/compare/{name}.{ending}"))
    }

    /// The topics that clauses have.
    pub fn compare_topics(language: Language) -> Address {
        Address(format!("/{language}/compare/topics/"))
    }

    /// The clauses of all vendors on a topic; pages after the first are numbered.
    pub fn compare_topic(language: Language, topic: &str, page: usize) -> Address {
        Address(format!("/{language}/compare/topics/{topic}/{}", numbered(page)))
    }

    /// The register of sub-processors.
    pub fn sub_processors(language: Language) -> Address {
        Address(format!("/{language}/sub-processors/"))
    }

    /// A company that vendors engage.
    pub fn sub_processor(language: Language, company: &str) -> Address {
        Address(format!("/{language}/sub-processors/{company}/"))
    }

    /// A vendor's register.
    pub fn vendor_sub_processors(language: Language, vendor: &str) -> Address {
        Address(format!("/{language}/vendors/{vendor}/sub-processors/"))
    }

    /// What changed.
    pub fn changes(language: Language) -> Address {
        Address(format!("/{language}/changes/"))
    }

    /// A feed or calendar beside the page that it belongs to.
    pub fn feed(page: &Address, file: &str) -> Address {
        Address(format!("{page}{file}"))
    }

    /// Registers of sub-processors, for programs.
    pub fn sub_processors_data() -> Address {
        Address("/data/v1/sub-processors.json".to_owned())
    }

    /// Engagements as CSV.
    pub fn sub_processors_sheet() -> Address {
        Address("/data/v1/sub-processors.csv".to_owned())
    }

    /// Which vendors are held against each other.
    pub fn compare_pairs(language: Language) -> Address {
        Address(format!("/{language}/compare/vendors/"))
    }

    /// Two vendors, provision against provision.
    pub fn compare_pair(language: Language, left: &str, right: &str) -> Address {
        Address(format!("/{language}/compare/vendors/{left}/{right}/"))
    }

    /// The owner's models.
    pub fn compare_models(language: Language) -> Address {
        Address(format!("/{language}/compare/models/"))
    }

    /// A model and a vendor, provision against provision.
    pub fn compare_model(language: Language, model: &str, vendor: &str) -> Address {
        Address(format!("/{language}/compare/models/{model}/{vendor}/"))
    }

    /// The site owner's positions.
    pub fn playbook(language: Language) -> Address {
        Address(format!("/{language}/compare/playbook/"))
    }

    /// What to negotiate with a vendor.
    pub fn negotiation(language: Language, vendor: &str) -> Address {
        Address(format!("/{language}/compare/playbook/{vendor}/"))
    }

    /// Security measures of all vendors; pages after the first are numbered.
    pub fn security(language: Language, page: usize) -> Address {
        Address(format!("/{language}/security/{}", numbered(page)))
    }

    /// Security measures of all vendors, for programs.
    pub fn measures_data() -> Address {
        Address("/data/v1/measures.json".to_owned())
    }

    /// All vendors, for programs.
    pub fn vendors_data() -> Address {
        Address("/data/v1/vendors.json".to_owned())
    }

    /// What vendors' agreements state, for programs.
    pub fn comparison_data() -> Address {
        Address("/data/v1/comparison.json".to_owned())
    }

    /// What the law asks and where it is found, for programs.
    pub fn coverage_data() -> Address {
        Address("/data/v1/coverage.json".to_owned())
    }

    /// A page of the site owner's own words; `path` is that of its folder below `content/pages/`.
    pub fn text(language: Language, path: &str) -> Address {
        Address(format!("/{language}/{path}/"))
    }

    /// Full-text search.
    pub fn search(language: Language) -> Address {
        Address(format!("/{language}/search/"))
    }

    /// What stands in the margins of a printed page.
    pub fn print_style(page: &Address) -> Address {
        Address(format!("{page}print.css"))
    }

    /// A file that searching in a language needs; `file` is its path within the language's folder. An empty one is
    /// the folder.
    pub fn search_index(language: Language, file: &str) -> Address {
        Address(format!("/search-index/{language}/{file}"))
    }

    /// The picture that stands for the site where it is shared.
    pub fn card(language: Language) -> Address {
        Address(format!("/{language}/card.png"))
    }

    /// What is shown where there is nothing.
    pub fn not_found() -> Address {
        Address("/404.html".to_owned())
    }

    /// The pages that may be indexed.
    pub fn sitemap() -> Address {
        Address("/sitemap.xml".to_owned())
    }

    /// What robots may do.
    pub fn robots() -> Address {
        Address("/robots.txt".to_owned())
    }

    /// The headers of the site's files, for hosts that read them.
    pub fn host_headers() -> Address {
        Address("/_headers".to_owned())
    }

    /// How nginx serves the site.
    pub fn nginx() -> Address {
        Address("/_nginx.conf".to_owned())
    }

    /// What keeps GitHub Pages from taking the site for sources of one.
    pub fn no_jekyll() -> Address {
        Address("/.nojekyll".to_owned())
    }

    /// A pattern of addresses, in which a `*` stands for anything.
    pub fn pattern(pattern: &str) -> Address {
        Address(pattern.to_owned())
    }

    /// Whom to tell of a vulnerability (RFC 9116, section 3).
    pub fn security_txt() -> Address {
        Address("/.well-known/security.txt".to_owned())
    }

    /// All agreements, for programs.
    pub fn agreement_index() -> Address {
        Address("/data/v1/agreements.json".to_owned())
    }

    /// An agreement, for programs.
    pub fn agreement_data(vendor: &str, agreement: &str) -> Address {
        Address(format!("/data/v1/agreements/{vendor}/{agreement}.json"))
    }

    /// The shape of a data file.
    pub fn schema(name: &str) -> Address {
        Address(format!("/data/v1/schemas/{name}.json"))
    }

    /// A file of the theme; `path` is that within it, `hash` what all of them hash to.
    pub fn asset(hash: &str, path: &str) -> Address {
        Address(format!("/assets/{hash}/{path}"))
    }

    /// The address: `/nl/vendors/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file it is served from, relative to the site's folder: `nl/vendors/index.html`.
    pub fn file_path(&self) -> String {
        let path = self.0.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
    }
}

/// The last segment of a page of several; the first has none.
fn numbered(page: usize) -> String {
    if page > 1 { format!("{page}/") } else { String::new() }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

/// Where the site is served: what every link within it begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// Scheme and host, without a final slash: `https://trust.example.org`. `None` when not known.
    origin: Option<String>,
    /// The path, with a slash at both ends: `/` or `/sub/`.
    path: String,
}

impl Base {
    /// From the address of the site's root, such as `https://trust.example.org/sub/`. Without one, links begin at `/`.
    pub fn new(base_url: Option<&str>) -> Base {
        let Some(url) = base_url.filter(|url| !url.is_empty()) else { return Base { origin: None, path: "/".to_owned() } };
        let url = url.split(['?', '#']).next().unwrap_or_default();
        let host = url.find("://").map_or(0, |at| at + 3);
        let (origin, path) = url.split_at(url[host..].find('/').map_or(url.len(), |at| host + at));
        let path = path.trim_matches('/');
        let path = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
        Base { origin: Some(origin.to_owned()).filter(|_| host > 0), path }
    }

    /// The path that links begin with, with a slash at both ends.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Whether absolute addresses can be made.
    pub fn is_known(&self) -> bool {
        self.origin.is_some()
    }

    /// The host, where it is known: `trust.example.org`.
    pub fn host(&self) -> Option<&str> {
        self.origin.as_deref()?.split_once("://").map(|(_, host)| host)
    }

    /// What a link within the site leads to: `/sub/nl/vendors/`.
    pub fn link(&self, address: &Address) -> String {
        let mut link = self.path.clone();
        encode(address.0.trim_start_matches('/'), &mut link);
        link
    }

    /// A link to a node on a page.
    pub fn link_to(&self, address: &Address, id: &NodeId) -> String {
        let mut link = self.link(address);
        push_fragment(id.as_str(), &mut link);
        link
    }

    /// The whole address, for those who read it elsewhere.
    pub fn absolute(&self, address: &Address) -> Option<String> {
        self.origin.as_ref().map(|origin| format!("{origin}{}", self.link(address)))
    }

    /// The whole address of what must stand at the root of its host, wherever the site is.
    pub fn at_root(&self, address: &Address) -> Option<String> {
        self.origin.as_ref().map(|origin| format!("{origin}{address}"))
    }
}

/// A link to a node on the same page: `#7.2/b`.
pub fn fragment(id: &str) -> String {
    let mut link = String::with_capacity(id.len() + 1);
    push_fragment(id, &mut link);
    link
}

/// Where readers are told of an agreement that they may not see: its line on the vendor's page.
pub fn stub_anchor(agreement: &str) -> String {
    format!("agreement:{agreement}")
}

/// Where this agreement's page is.
pub fn of_agreement(language: Language, vendor: &Vendor, agreement: &Agreement) -> Address {
    Address::agreement(language, &vendor.slug, &agreement.slug)
}

fn push_fragment(id: &str, link: &mut String) {
    if !id.is_empty() {
        link.push('#');
        encode(id, link);
    }
}

/// The path with its percent-encoding undone (RFC 3986, section 2.1), or nothing when that is no UTF-8.
pub fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let byte = match byte {
            b'%' => {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                u8::try_from(digit(rest.next()?)? * 16 + digit(rest.next()?)?).ok()?
            }
            byte => byte,
        };
        bytes.push(byte);
    }
    String::from_utf8(bytes).ok()
}

/// A path as it stands in a header: what [`decode`] undoes.
pub fn encoded(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    encode(path, &mut encoded);
    encoded
}

/// Percent-encodes what RFC 3986 does not allow in a path or fragment as it is.
fn encode(raw: &str, encoded: &mut String) {
    for byte in raw.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=:@".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_a_folder_and_any_other_file_is_itself() {
        for (address, file) in [
            (Address::language_choice(), "index.html"),
            (Address::home(Language::NL), "nl/index.html"),
            (Address::agreement(Language::EN, "voxio", "processing-agreement"), "en/vendors/voxio/processing-agreement/index.html"),
            (Address::text(Language::NL, "about/method"), "nl/about/method/index.html"),
            (Address::agreement_data("voxio", "processing-agreement"), "data/v1/agreements/voxio/processing-agreement.json"),
            (Address::not_found(), "404.html"),
            (Address::asset("0f1e2d", "styles/theme.css"), "assets/0f1e2d/styles/theme.css"),
        ] {
            assert_eq!(address.file_path(), file);
        }
    }

    #[test]
    fn links_begin_where_the_site_is_served() {
        let vendors = Address::vendors(Language::NL);
        for (base_url, link, absolute) in [
            (None, "/nl/vendors/", None),
            (Some("https://x.example"), "/nl/vendors/", Some("https://x.example/nl/vendors/")),
            (Some("https://x.example/"), "/nl/vendors/", Some("https://x.example/nl/vendors/")),
            (Some("https://x.example/a/b?c#d"), "/a/b/nl/vendors/", Some("https://x.example/a/b/nl/vendors/")),
            (Some("/sub/"), "/sub/nl/vendors/", None),
        ] {
            let base = Base::new(base_url);
            assert_eq!((base.link(&vendors).as_str(), base.absolute(&vendors).as_deref()), (link, absolute));
        }
    }

    #[test]
    fn paths_are_decoded_or_refused() {
        assert_eq!(decode("/nl/vendors/voxio/").as_deref(), Some("/nl/vendors/voxio/"));
        assert_eq!(decode("/nl/caf%C3%A9/").as_deref(), Some("/nl/café/"));
        assert_eq!(decode(&encoded("/nl/café 100%/")).as_deref(), Some("/nl/café 100%/"));
        for bad in ["/%", "/%4", "/%zz", "/%ff", "/%+f", "/%-1", "/% 1", "/%c0%ae", "/%u002e"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_an_address_cannot_hold_is_encoded() {
        let base = Base::new(None);
        assert_eq!(base.link(&Address::text(Language::NL, "über \"ons\"")), "/nl/%C3%BCber%20%22ons%22/");
        assert_eq!(base.link_to(&Address::home(Language::NL), &NodeId::from("7.2/b")), "/nl/#7.2/b");
        assert_eq!(fragment("a\"><b"), "#a%22%3E%3Cb");
    }
}
