//! The preview as it is asked where others on a network can reach it. Without a socket: no test listens there.

use std::fs;

use axum::body::{Body, to_bytes};
use axum::http::{StatusCode, header};
use tokio::runtime::Runtime;
use tower::ServiceExt as _;

use super::*;
use crate::parse::Audience;
use crate::site::tests::SPECIMEN;
use crate::source::Changed;

const PAGE: &str = "/nl/vendors/acme/dpa/";
const HOST: &str = "192.0.2.1:1111";
const ORIGIN: &str = "http://192.0.2.1:1111";
const TEXT: &str = "content/vendors/acme/dpa/nl.md";
const TRANSLATION: &str = "content/vendors/acme/dpa/en.md";

/// A preview of the specimen and a clause that only the owner's own people may read.
struct Asked {
    router: axum::Router,
    runtime: Runtime,
    is_loopback: bool,
    preview: Arc<Preview>,
    // Deleted with the rest.
    root: tempfile::TempDir,
}

impl Asked {
    /// Started for customers.
    fn on(interface: &str) -> Asked {
        Asked::of(interface, Audience::Customers, |_, text| text.to_owned())
    }

    /// Of the specimen's files as `written` has them, by path and text.
    fn of(interface: &str, audience: Audience, written: impl Fn(&str, &str) -> String) -> Asked {
        let root = tempfile::tempdir().expect("a folder");
        // Its own pages differ in who may read what, which is an error.
        for (path, text) in SPECIMEN.into_iter().filter(|(path, _)| !path.starts_with("content/pages/")) {
            let clause = match path {
                TEXT => "\n\n1.9 Groene zebra’s tellen elke nacht de sterren. {audience=internal}\n",
                TRANSLATION => "\n\n1.9 Every night green zebras count the stars.\n",
                _ => "",
            };
            let file = root.path().join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, written(path, &format!("{text}{clause}"))).expect("a file");
        }
        let today = || jiff::civil::date(2026, 11, 22);
        let request = Request { root: root.path().to_owned(), audience, base_url: None, today: today() };
        let interface: IpAddr = interface.parse().expect("an address");
        let readers = Readers::new(request.audience, interface.is_loopback(), 1111);
        let preview = Preview::new(request, today, readers, Language::EN, Arc::new(|_| {})).expect("threads");
        let preview = Arc::new(preview);
        preview.read(&Changed::Anything);
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        Asked {
            router: http::preview(Arc::clone(&preview), Door::of(interface)),
            runtime,
            is_loopback: interface.is_loopback(),
            preview,
            root,
        }
    }

    /// The status, and all that is answered: headers and body.
    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> (StatusCode, String) {
        let host = if self.is_loopback { "localhost:1111" } else { HOST };
        let request = axum::http::Request::builder().method(method).uri(path).header(header::HOST, host);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer");
            let (head, body) = response.into_parts();
            let body = to_bytes(body, usize::MAX).await.expect("a body");
            (head.status, format!("{:?}\n{}", head.headers, String::from_utf8_lossy(&body)))
        })
    }
}

const WITHHELD: &str = "Groene zebra";
const COOKIE: (&str, &str) = ("cookie", "clausewerk-audience-1111=internal");

#[test]
fn what_others_can_reach_shows_nobody_more_than_it_was_started_for() {
    let shown = Asked::on("0.0.0.0");
    // To their own machine an author may show more; so it is there to be seen.
    let (status, page) = Asked::on("127.0.0.1").ask("GET", PAGE, &[COOKIE]);
    assert!(status == StatusCode::OK && page.contains(WITHHELD), "{status} {page}");
    for path in [PAGE, "/nl/vendors/acme/dpa/text.txt", "/data/v1/agreements/acme/dpa.json", "/_preview/about/nl/vendors/acme/dpa/"] {
        let (status, answer) = shown.ask("GET", path, &[COOKIE]);
        assert!(status == StatusCode::OK && !answer.contains(WITHHELD), "{path}: {status} {answer}");
    }
    // Nor is anybody told where a clause stands in the files.
    let (_, about) = shown.ask("GET", "/_preview/about/nl/vendors/acme/dpa/", &[COOKIE]);
    assert!(about.contains("others can see this preview") && !about.contains("nl.md"), "{about}");
}

#[test]
fn where_others_look_on_only_a_narrower_audience_can_be_chosen() {
    let shown = Asked::on("0.0.0.0");
    let choose = |name: &str| shown.ask("POST", &format!("/_preview/read-as/{name}"), &[("origin", ORIGIN)]);
    assert_eq!(choose("internal").0, StatusCode::FORBIDDEN);
    let (status, answer) = choose("public");
    assert!(status == StatusCode::NO_CONTENT && answer.contains("clausewerk-audience-1111=public"), "{status} {answer}");
}

#[test]
fn where_others_look_on_what_is_wrong_is_not_quoted() {
    let shown = Asked::on("0.0.0.0");
    let file = shown.root.path().join("content/vendors/acme/vendor.toml");
    fs::write(file, "name = 'Groene zebra'\nzebra = 'Groene zebra'").expect("a file");
    shown.preview.read(&Changed::Anything);
    let (status, page) = shown.ask("GET", PAGE, &[]);
    assert_eq!(status, StatusCode::OK, "the last good page stays: {page}");
    assert!(!page.contains(WITHHELD));
    let (_, about) = shown.ask("GET", "/_preview/about/nl/vendors/acme/dpa/", &[]);
    assert!(!about.contains(WITHHELD) && !about.contains("vendor.toml"), "{about}");
    let news = serde_json::to_string(&**shown.preview.subscribe().borrow()).expect("JSON");
    assert!(!news.contains(WITHHELD) && news.contains("others can see this preview"), "{news}");
}

#[test]
fn what_is_wrong_for_one_audience_alone_is_shown_to_it_alone() {
    // What is linked to is there for the owner's own people only.
    let written = |path: &str, text: &str| match path {
        "content/vendors/acme/terms/agreement.toml" => text.replace(r#"audience = "public""#, r#"audience = "internal""#),
        TEXT => text.replace("zie ook artikel 9", "zie ook [de voorwaarden](/en/vendors/acme/terms/) en artikel 9"),
        _ => text.to_owned(),
    };
    let shown = Asked::of("127.0.0.1", Audience::Internal, written);
    for page in [PAGE, "/en/vendors/acme/terms/", "/nl/"] {
        let (status, answer) = shown.ask("GET", page, &[]);
        assert_eq!(status, StatusCode::OK, "{page}: {answer}");
    }
    let (status, page) = shown.ask("GET", PAGE, &[("cookie", "clausewerk-audience-1111=public")]);
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR, "{page}");
    for told in ["/en/vendors/acme/terms/", "dpa/nl.md", "data-audience=\"public\""] {
        assert!(page.contains(told), "{told} is not in {page}");
    }
    assert!(!page.contains(WITHHELD), "{page}");
    // Its bar tells of it too, and lets the author look as somebody else.
    let (status, about) = shown.ask("GET", "/_preview/about/nl/vendors/acme/dpa/", &[("cookie", "clausewerk-audience-1111=public")]);
    assert!(status == StatusCode::OK && about.contains("internal"), "{about}");
    assert_eq!(shown.ask("GET", PAGE, &[COOKIE]).0, StatusCode::OK);
}
