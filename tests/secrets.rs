//! A secret in every place that can carry text, looked for in every byte of the site that the public gets.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::path::Path;

use clausewerk::diagnostic::has_errors;
use clausewerk::parse::Audience;
use clausewerk::source::Sources;
use clausewerk::{Assembled, Request, assemble, render, search};

/// The word that must not be seen. Every planted text has a number of its own behind it.
const SECRET: &str = "zwanenhals";

const VENDOR: &str = r#"
name = "Acme"
legal-name = "Acme B.V."
website = "not-stated"
seat = "Utrecht"
[services]
nl = "Opslag"
en = "Storage"
[[contact]]
role = "breach"
value = "zwanenhals01@acme.example"
audience = "customers"
"#;

const AGREEMENT: &str = r#"
kind = "processing-agreement"
status = "offered"
text = "verbatim"
audience = "public"
original = "nl"
prevailing = "not-stated"
version = "not-stated"
[translations.en]
status = "informative"
"#;

const DUTCH: &str = r#"<!-- zwanenhals02 in een opmerking -->

# Verwerkersovereenkomst

Voor iedereen.[^open] <!-- zwanenhals03 -->

## Artikel 1. Algemeen

1.1 Wat iedereen mag lezen, met een verwijzing naar artikel 2.1, artikel 3.1 en Bijlage 1.

1.2 Een opsomming:

- a. voor iedereen;
- b. zwanenhals04 voor klanten van Acme en voor niemand anders dan klanten; {audience=customers}
- c. weer voor iedereen.

1.3 Een clausule met zwanenhals05 die alleen klanten van Acme mogen lezen.[^dicht] {audience=customers}

1.4 Een clausule voor iedereen.

Een vervolg met zwanenhals06 dat alleen voor klanten is bestemd. {audience=customers}

1.5 Een tabel:

| Soort  | Waarde                                         |
| ------ | ---------------------------------------------- |
| open   | voor iedereen                                  |
| dicht  | zwanenhals07 {audience=customers}              |

1.6 Geldt als **“Zwanenhals08”** wat alleen klanten mogen weten, en {zwanenhals09} is een blanco veld. {audience=internal}

## Artikel 2. Zwanenhals10 in een kop {audience=customers}

2.1 Alles in dit artikel is zwanenhals11.

### 2.A Zwanenhals12 in een paragraafkop

2.A.1 En ook [zwanenhals13](https://zwanenhals14.example/ "zwanenhals15").

## Artikel 3. Wat in de vertaling ontbreekt

3.1 Een opsomming:

- a. voor iedereen;
- b. zwanenhals16 in een onderdeel waarvan de vertaling geen tegenhanger heeft. {audience=customers}

## Artikel 4. Zonder vertaling van het nummer

4.1 De noot is hier openbaar.[^beide]

4.2 En hier niet.[^beide] {audience=customers}

# Bijlage 1. Beveiliging {audience=customers}

Alles hierin is zwanenhals17, ook de noot.[^bijlage]

[^open]: Een noot voor iedereen.
[^dicht]: Een noot met zwanenhals18 bij een clausule voor klanten.
[^beide]: Een noot met zwanenhals19 die ook bij een clausule voor klanten staat.
[^bijlage]: Een noot met zwanenhals20 in een bijlage voor klanten.
[^nergens]: Een noot met zwanenhals21 waar niets naar verwijst.
"#;

const ENGLISH: &str = r#"# Processing agreement

For anyone.[^open]

## Article 1. General

1.1 What anyone may read, with a reference to article 2.1, article 3.1 and Annex 1.

1.2 A list:

- a. for anyone;
- b. zwanenhals22 for customers of Acme and for nobody else but customers;
- c. for anyone again.

1.3 A clause with zwanenhals23 that only customers of Acme may read.[^dicht]

1.4 A clause for anyone.

A continuation with zwanenhals24 that is meant for customers only.

1.5 A table:

| Kind   | Value          |
| ------ | -------------- |
| open   | for anyone     |
| closed | zwanenhals25   |

1.6 As **“Zwanenhals26”** counts what only customers may know, and {zwanenhals27} is a blank.

## Article 2. Zwanenhals28 in a heading

2.1 All of this article is zwanenhals29.

### 2.A Zwanenhals30 in a section heading

2.A.1 And [zwanenhals31](https://zwanenhals32.example/ "zwanenhals33") too.

## Article 3. What the translation lacks

3.1 A list whose second entry was folded into zwanenhals34:

- a. for anyone, and zwanenhals35 as well.

## Article 4. The rest

4.1 The note is public here.[^beide]

4.2 And not here.[^beide]

# Annex 1. Security

All of this is zwanenhals36, the note too.[^bijlage]

[^open]: A note for anyone.
[^dicht]: A note with zwanenhals37 at a clause for customers.
[^beide]: A note with zwanenhals38 that also stands at a clause for customers.
[^bijlage]: A note with zwanenhals39 in an annex for customers.
"#;

const INTERNAL: &str = r#"
kind = "other"
status = "signed"
text = "verbatim"
audience = "internal"
original = "nl"
prevailing = "not-stated"
version = "zwanenhals40"
known-as = ["Bijlage zwanenhals41"]
"#;

const INTERNAL_TEXT: &str = "# Overeenkomst zwanenhals42 met Acme\n\n1.1 Wat hier staat is zwanenhals43 en blijft hier.\n";

const CUSTOMERS: &str = r#"
kind = "security-protocol"
status = "offered"
text = "verbatim"
audience = "customers"
original = "nl"
prevailing = "not-stated"
version = "zwanenhals44"
[[party]]
role = "processor"
names = ["Zwanenhals45"]
[[reply]]
date = 2026-11-20
language = "nl"
text = "Wij lezen zwanenhals65 anders."
[[revision]]
date = 2026-11-20
what = { nl = "zwanenhals90", en = "zwanenhals90" }
"#;

const CUSTOMERS_TEXT: &str = "# Beveiligingsprotocol\n\n## Artikel 1. Zwanenhals46\n\n1.1 Dit protocol is zwanenhals47 voor klanten.\n";

const PAGE: &str = "# Over ons\n\n<!-- zwanenhals48 -->\n\nEen pagina voor iedereen.\n\n## Zwanenhals50 voor klanten {audience=customers}\n\nMet een alinea zwanenhals51 eronder.[^noot]\n\n## Voor iedereen\n\n- een\n- zwanenhals52 als twee van een opsomming {audience=customers}\n\n[^noot]: Een noot met zwanenhals53 erin.\n";

/// Records that rest on a clause for customers.
const FACTS: &str = r#"
examined = ["processing-agreement"]
[[fact]]
id = "location"
state = "stated"
summary.nl = "zwanenhals54"
summary.en = "zwanenhals54"
[[fact.value]]
text.nl = "zwanenhals55"
text.en = "zwanenhals55"
condition.nl = "zwanenhals56"
condition.en = "zwanenhals56"
[[fact.value]]
places = ["NL"]
[[fact.citation]]
agreement = "processing-agreement"
clause = "1.3"
quote = "die alleen klanten van Acme mogen lezen"
[[certificate]]
scheme = "ISO/IEC 27001"
holder = "Zwanenhals57"
scope.nl = "zwanenhals58"
scope.en = "zwanenhals58"
[[certificate.citation]]
agreement = "processing-agreement"
clause = "1.3"
quote = "die alleen klanten van Acme mogen lezen"
"#;

const COVERAGE: &str = r#"
examined = ["processing-agreement"]
[[requirement]]
id = "gdpr-28-3-h-audits"
state = "partly"
reason.nl = "zwanenhals59"
reason.en = "zwanenhals59"
[[requirement.citation]]
agreement = "processing-agreement"
clause = "1.3"
quote = "die alleen klanten van Acme mogen lezen"
"#;

/// The owner's positions are for nobody but its own people.
const PLAYBOOK: &str = r#"
[[position]]
fact = "location"
reason.nl = "zwanenhals60"
reason.en = "zwanenhals60"
ask.nl = "zwanenhals61"
ask.en = "zwanenhals61"
[position.preferred]
says.nl = "zwanenhals62"
says.en = "zwanenhals62"
when = [{ state = ["not-stated"] }]
[position.acceptable]
says.nl = "het kan"
says.en = "it will do"
when = [{ of = "every", within = ["BE"] }]
[position.unacceptable]
says.nl = "nee"
says.en = "no"
when = [{ of = "any", within = ["NL"] }]
"#;

const MODEL: &str = "kind = \"processing-agreement\"\nstatus = \"model\"\ntext = \"verbatim\"\naudience = \"internal\"\noriginal = \"nl\"\nprevailing = \"not-stated\"\nversion = \"not-stated\"\n";

const MODEL_TEXT: &str = "# Model\n\n## Artikel 1. Geheim\n\n1.1 Ons model houdt zwanenhals64 voor zich.\n";

/// A company that is named only in text for customers.
const COMPANY: &str = r#"
name = "Zwanenhals66"
known-as = ["Zwanenhals67"]
legal-name = "Zwanenhals68 N.V."
address = "zwanenhals69straat 1"
country = "NL"
parent = "Zwanenhals70"
website = "https://zwanenhals71.example/"
reviewed = 2026-11-22
[[contact]]
role = "privacy"
value = "zwanenhals72@elders.example"
audience = "customers"
"#;

/// A company for anyone, with fields for fewer.
const OPEN_COMPANY: &str = r#"
name = "Wolkenkast"
legal-name = "not-stated"
address = "zwanenhals73laan 2"
country = "BE"
parent = "not-stated"
website = "not-stated"
reviewed = 2026-11-22
[audiences]
address = "customers"
[[contact]]
role = "privacy"
value = "zwanenhals74@wolkenkast.example"
"#;

/// A register of which the public may see the purpose of one engagement, all of another but a field, and nothing of a third.
const REGISTER: &str = r#"
examined = ["processing-agreement"]
reviewed = 2026-11-22
[[engagement]]
id = "opslag"
company = "zwanenhals93"
data = "not-stated"
data-subjects = "not-stated"
purpose = { nl = "hosting", en = "hosting" }
service = { nl = "zwanenhals75", en = "zwanenhals75" }
condition = { nl = "zwanenhals76", en = "zwanenhals76" }
source = { nl = "zwanenhals82", en = "zwanenhals82" }
permission = "not-stated"
[[engagement.place]]
country = "NL"
locality = "Zwanenhals77"
role = { nl = "zwanenhals78", en = "zwanenhals78" }
[[engagement.transfer]]
mechanism = "scc"
document = { nl = "zwanenhals79", en = "zwanenhals79" }
link = "https://zwanenhals80.example/scc"
[[engagement.further]]
company = "wolkenkast"
purpose = { nl = "zwanenhals81", en = "zwanenhals81" }
[[engagement.citation]]
agreement = "processing-agreement"
clause = "1.3"
quote = "die alleen klanten van Acme mogen lezen"
[[engagement.release]]
what = ["purpose"]
to = "public"
by = "zwanenhals83"
date = 2026-11-22
basis = "zwanenhals84"
[[engagement]]
id = "mail"
company = "wolkenkast"
data = "not-stated"
data-subjects = "not-stated"
purpose = { nl = "verzending van mail", en = "sending of mail" }
service = { nl = "zwanenhals87", en = "zwanenhals87" }
place = "not-stated"
transfer = "not-stated"
further = "not-stated"
permission = "not-stated"
source = { nl = "opgave", en = "statement" }
[engagement.audiences]
service = "internal"
[[engagement]]
id = "zwanenhals91"
company = "zwanenhals93"
data = "not-stated"
data-subjects = "not-stated"
purpose = { nl = "zwanenhals92", en = "zwanenhals92" }
service = "not-stated"
place = "not-stated"
transfer = "not-stated"
further = "not-stated"
permission = "not-stated"
source = { nl = "opgave", en = "statement" }
audience = "internal"
[[change]]
id = "opslag-joins"
kind = "added"
engagement = "opslag"
date = 2026-11-01
effective = 2027-01-01
what = { nl = "zwanenhals85", en = "zwanenhals85" }
why = { nl = "zwanenhals86", en = "zwanenhals86" }
[[change]]
id = "mail-entered"
kind = "entered"
engagement = "mail"
date = 2026-11-01
[[change]]
id = "zwanenhals88"
kind = "altered"
engagement = "mail"
date = 2026-11-02
what = { nl = "zwanenhals89", en = "zwanenhals89" }
audience = "customers"
[[change]]
id = "ended"
kind = "entered"
engagement = "zwanenhals91"
date = 2026-11-01
"#;

/// How many secrets are planted; a test counts them in the internal build, so that none is forgotten.
const PLANTED: u32 = 93;

fn files() -> Vec<(&'static str, &'static str)> {
    vec![
        ("content/vendors/acme/vendor.toml", VENDOR),
        ("content/vendors/acme/processing-agreement/agreement.toml", AGREEMENT),
        ("content/vendors/acme/processing-agreement/nl.md", DUTCH),
        ("content/vendors/acme/processing-agreement/en.md", ENGLISH),
        ("content/vendors/acme/deal-zwanenhals49/agreement.toml", INTERNAL),
        ("content/vendors/acme/deal-zwanenhals49/nl.md", INTERNAL_TEXT),
        ("content/vendors/acme/security-protocol/agreement.toml", CUSTOMERS),
        ("content/vendors/acme/security-protocol/nl.md", CUSTOMERS_TEXT),
        ("content/vendors/acme/facts.toml", FACTS),
        ("content/vendors/acme/coverage.toml", COVERAGE),
        ("content/vendors/acme/sub-processors.toml", REGISTER),
        ("content/sub-processors/zwanenhals93.toml", COMPANY),
        ("content/sub-processors/wolkenkast.toml", OPEN_COMPANY),
        ("content/playbook.toml", PLAYBOOK),
        ("content/models/zwanenhals63/agreement.toml", MODEL),
        ("content/models/zwanenhals63/nl.md", MODEL_TEXT),
        ("content/pages/about/us/nl.md", PAGE),
    ]
}

fn site_for(audience: Audience) -> Assembled {
    let request = Request {
        root: Path::new("").to_owned(),
        audience,
        base_url: Some("https://acme.example/".to_owned()),
        today: jiff::civil::date(2026, 11, 22),
    };
    assemble(Sources::of_texts(files()), Vec::new(), &request)
}

fn rendered(site: &Assembled) -> BTreeMap<String, Vec<u8>> {
    site.pages
        .iter()
        .map(|(address, page)| (address.file_path(), render::render(&site.world, page).expect("every page of the site can be rendered")))
        .collect()
}

/// The files of the search index, as they are published.
fn searched(site: &Assembled) -> BTreeMap<String, Vec<u8>> {
    let rendered = |address: &clausewerk::site::Address| render::render(&site.world, &site.pages[address]).ok();
    search::index(&site.world, &site.pages, &rendered).expect("an index can be made")
}

/// What is in a file of the search index.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    match flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain) {
        Ok(_) => plain,
        Err(_) => bytes.to_vec(),
    }
}

fn packed(plain: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(b"".to_vec(), flate2::Compression::default());
    encoder.write_all(b"pagefind_dcd").and_then(|()| encoder.write_all(plain)).expect("memory can be written");
    encoder.finish().expect("memory can be written")
}

/// The secrets in some bytes or their address, whatever their case.
fn secrets_in(path: &str, bytes: &[u8]) -> Vec<u32> {
    // A calendar folds its lines, in the midst of a word if need be.
    let text = format!("{path} {}", String::from_utf8_lossy(bytes)).to_lowercase().replace("\r\n ", "");
    let mut found: Vec<u32> = text
        .match_indices(SECRET)
        .map(|(at, _)| text[at + SECRET.len()..].chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn secrets_of(audience: Audience) -> Vec<u32> {
    let site = site_for(audience);
    assert!(!has_errors(&site.findings), "{:?}", site.findings);
    let mut found: Vec<u32> = rendered(&site).iter().flat_map(|(path, bytes)| secrets_in(path, bytes)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[test]
fn the_public_site_holds_no_secret_anywhere() {
    let site = site_for(Audience::Public);
    assert!(!has_errors(&site.findings), "{:?}", site.findings);
    let leaks: Vec<String> = rendered(&site)
        .iter()
        .flat_map(|(path, bytes)| secrets_in(path, bytes).into_iter().map(move |secret| format!("{path} holds {secret}")))
        .collect();
    assert_eq!(leaks, Vec::<String>::new());
}

/// The files of plain text are looked at with the rest: those of others hold what they may see.
#[test]
fn the_plain_text_holds_what_its_readers_may_see() {
    let texts_of = |audience| -> Vec<u32> {
        let made = rendered(&site_for(audience));
        let texts: Vec<_> = made.iter().filter(|(path, _)| path.ends_with("/text.txt")).collect();
        assert!(texts.iter().any(|(path, _)| *path == "nl/vendors/acme/processing-agreement/text.txt"), "{:?}", made.keys());
        texts.into_iter().flat_map(|(path, bytes)| secrets_in(path, bytes)).collect()
    };
    assert_eq!(texts_of(Audience::Public), Vec::<u32>::new());
    let of_customers = texts_of(Audience::Customers);
    assert!(
        [4, 5, 6, 7, 10, 11, 12, 13, 14, 16, 17, 18, 19, 20, 46, 47].iter().all(|secret| of_customers.contains(secret)),
        "{of_customers:?}"
    );
    assert!(!of_customers.contains(&8) && !of_customers.contains(&43), "what is internal: {of_customers:?}");
    assert!([8, 9, 42, 43].iter().all(|secret| texts_of(Audience::Internal).contains(secret)));
}

#[test]
fn the_guard_finds_nothing_to_complain_of_in_the_public_site() {
    let site = site_for(Audience::Public);
    assert!(!site.guard.is_idle());
    let leaks: Vec<_> = rendered(&site).iter().flat_map(|(path, bytes)| site.guard.inspect(path, bytes)).collect();
    assert_eq!(leaks, Vec::new());
}

#[test]
fn the_guard_would_find_any_of_them() {
    let site = site_for(Audience::Public);
    for planted in [
        "<p>zwanenhals04 voor klanten van Acme en <b>voor niemand anders</b> dan klanten;</p>",
        "<td title=\"Een clausule met zwanenhals05 die alleen klanten van Acme mogen lezen.\">",
        "{\"text\": \"Een vervolg met zwanenhals06 dat alleen\\nvoor klanten is bestemd.\"}",
        "mailto:zwanenhals01@acme.example",
        "SUMMARY:Een clausule met zwanenhals05 die alleen klan\r\n ten van Acme mogen lezen\r\n",
        "SUMMARY:Zwanen\r\n hals66 komt erbij\r\n",
    ] {
        assert_ne!(site.guard.inspect("nl/index.html", planted.as_bytes()), Vec::new(), "{planted}");
    }
    assert_ne!(site.guard.inspect("nl/vendors/acme/deal-zwanenhals49/index.html", b""), Vec::new(), "an address");
}

#[test]
fn the_search_index_of_the_public_holds_no_secret() {
    let site = site_for(Audience::Public);
    let files = searched(&site);
    let leaks: Vec<String> = files
        .iter()
        .flat_map(|(path, bytes)| secrets_in(path, &unpacked(bytes)).into_iter().map(move |secret| format!("{path} holds {secret}")))
        .collect();
    assert_eq!(leaks, Vec::<String>::new());
    let complaints: Vec<_> = files
        .iter()
        .filter(|(path, _)| !search::is_of_the_program(path))
        .flat_map(|(path, bytes)| site.guard.inspect(path, bytes))
        .collect();
    assert_eq!(complaints, Vec::new());
}

#[test]
fn the_search_index_of_others_holds_what_they_may_see() {
    let files = searched(&site_for(Audience::Customers));
    for kind in [".pf_fragment", ".pf_index"] {
        let found: Vec<u32> =
            files.iter().filter(|(path, _)| path.ends_with(kind)).flat_map(|(path, bytes)| secrets_in(path, &unpacked(bytes))).collect();
        for secret in [4, 5, 6, 7, 10, 11, 17, 18, 46, 47, 50, 51, 52, 53] {
            assert!(found.contains(&secret), "{kind} and {secret}: {found:?}");
        }
        assert!(!found.contains(&8) && !found.contains(&43), "what is internal: {kind}");
    }
}

#[test]
fn the_guard_looks_into_the_search_index() {
    let site = site_for(Audience::Public);
    let text = b"{\"url\":\"nl/\",\"content\":\"Een clausule met zwanenhals05 die alleen klanten van Acme mogen lezen.\"}";
    assert_ne!(site.guard.inspect("search-index/nl/fragment/nl_1.pf_fragment", &packed(text)), Vec::new(), "a fragment");
    // An index has words apart from each other, so what can be found there is a name: [[["datalek", …
    let words = b"\x81\x81\x82\x67datalek\x70dealzwanenhals49";
    assert_ne!(site.guard.inspect("search-index/nl/index/nl_1.pf_index", &packed(words)), Vec::new(), "the word index");
}

#[test]
fn customers_and_internal_readers_see_more() {
    let customers = secrets_of(Audience::Customers);
    let internal = secrets_of(Audience::Internal);
    // Comments and notes that nothing cites are for nobody; what is signed and unlisted is internal.
    let nobody = [2, 3, 21, 48];
    let internal_only = [8, 9, 26, 27, 40, 42, 43, 49, 60, 61, 62, 63, 64, 74, 87, 91, 92];
    for secret in 1..=PLANTED {
        // Link titles, names that only resolve references, and parties of the file are shown to nobody yet.
        if [15, 33, 41, 45, 67].contains(&secret) {
            continue;
        }
        assert_eq!(internal.contains(&secret), !nobody.contains(&secret), "internal and {secret}");
        assert_eq!(customers.contains(&secret), !nobody.contains(&secret) && !internal_only.contains(&secret), "customers and {secret}");
    }
}

#[test]
fn a_stub_says_that_there_is_something_and_not_what() {
    let site = site_for(Audience::Public);
    let data = rendered(&site).remove("data/v1/agreements/acme/processing-agreement.json").unwrap();
    let data: serde_json::Value = serde_json::from_slice(&data).unwrap();
    let dutch = &data["languages"]["nl"]["parts"];
    assert_eq!(
        dutch[1],
        serde_json::json!({ "id": "bijlage-1", "number": "Bijlage 1", "withheld": "customers", "title": "Bijlage 1. Beveiliging" })
    );
    assert_eq!(dutch[0]["articles"][2], serde_json::json!({ "id": "2", "number": "2", "withheld": "customers" }));
    assert_eq!(
        dutch[0]["articles"][1]["clauses"][1]["items"][1],
        serde_json::json!({ "id": "1.2/b", "number": "b.", "withheld": "customers" })
    );
    // The translation lacks an entry, so nobody can say which sentence is which: all of article 3 is withheld there.
    assert_eq!(
        data["languages"]["en"]["parts"][0]["articles"][3],
        serde_json::json!({ "id": "3", "number": "3", "withheld": "customers" })
    );
}
