//! Vendors beside each other: what is paired, what is compared, what is counted. On the example's own content and on small texts.

mod support;

use std::path::Path;

use calamine::{Data, DataType as _, Range, Reader as _, Xlsx};
use clausewerk::analysis::{coverage, facts, measures, pairs, redline, topics};
use clausewerk::audience::project;
use clausewerk::i18n::{Language, Messages};
use clausewerk::model::recorded::Grade;
use clausewerk::model::{AgreementKind, Corpus, Vendor};
use clausewerk::parse::Audience;
use clausewerk::source::Sources;
use insta::assert_snapshot;

fn example() -> Corpus {
    let (sources, _) = Sources::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the example is there");
    let (messages, _) = Messages::load(&sources);
    Corpus::load(&sources, &messages).0
}

/// Each pair: the clauses, and how alike they are in hundredths; `-` where one side has none.
fn aligned(left: &Vendor, right: &Vendor, language: Language) -> String {
    let kind = AgreementKind::ProcessingAgreement;
    let sides = [pairs::provisions(left, kind, language), pairs::provisions(right, kind, language)];
    let name = |side: usize, at: Option<usize>| at.map_or("-", |at| sides[side][at].clause.meta.id.as_str()).to_owned();
    let line = |pair: &pairs::Pair| {
        let alike = if pair.likeness > 0.0 { format!(" {:.0}", 100.0 * pair.likeness) } else { String::new() };
        let moved = if pair.is_moved { " moved" } else { "" };
        format!("{} ~ {}{alike}{moved}\n", name(0, pair.left), name(1, pair.right))
    };
    pairs::align(&sides[0], &sides[1], pairs::By::Likeness).iter().map(line).collect()
}

#[test]
fn two_agreements_of_one_family_find_each_other() {
    let corpus = example();
    let (left, right) = (corpus.vendor("mx-relay").expect("MX-Relay"), corpus.vendor("voxio").expect("Voxio"));
    assert_snapshot!("mx-relay-and-voxio-nl", aligned(left, right, Language::NL));
    assert_snapshot!("mx-relay-and-voxio-en", aligned(left, right, Language::EN));
}

#[test]
fn who_stands_beside_whom_is_the_same_in_every_language() {
    let corpus = example();
    let (left, right) = (corpus.vendor("mx-relay").expect("MX-Relay"), corpus.vendor("voxio").expect("Voxio"));
    let kind = AgreementKind::ProcessingAgreement;
    assert_eq!(pairs::common_language(left, right, kind), Some(Language::NL));
    assert_eq!(pairs::common_language(left, corpus.vendor("attachingit").expect("AttachingIT"), kind), None);
    let sides = |language| [pairs::provisions(left, kind, language), pairs::provisions(right, kind, language)];
    let (dutch, english) = (sides(Language::NL), sides(Language::EN));
    let found = pairs::align(&dutch[0], &dutch[1], pairs::By::Likeness);
    let carried = pairs::carried_over(&found, &dutch, &english);
    let ids = |pairs: &[pairs::Pair], of: &[Vec<pairs::Provision<'_>>; 2]| -> Vec<[Option<String>; 2]> {
        let id = |side: usize, at: Option<usize>| at.map(|at| of[side][at].clause.meta.id.to_string());
        pairs.iter().map(|pair| [id(0, pair.left), id(1, pair.right)]).collect()
    };
    assert_eq!(ids(&found, &dutch), ids(&carried, &english));
}

#[test]
fn the_differences_of_two_clauses_of_one_family() {
    let corpus = example();
    let (left, right) = (corpus.vendor("mx-relay").expect("MX-Relay"), corpus.vendor("voxio").expect("Voxio"));
    let clause = |vendor, id: &str| {
        let found = pairs::provisions(vendor, AgreementKind::ProcessingAgreement, Language::NL)
            .into_iter()
            .find(|provision| provision.clause.meta.id.as_str() == id);
        found.map(|provision| provision.plain).unwrap_or_default()
    };
    let mark = |run: &redline::Run| match run.side {
        redline::Side::Both => run.text.clone(),
        redline::Side::Left => format!("[-{}-]", run.text),
        redline::Side::Right => format!("{{+{}+}}", run.text),
    };
    let shown: String = redline::redline(&clause(left, "2.4"), &clause(right, "2.4")).iter().map(mark).collect();
    assert_snapshot!(shown.trim_end(), @"Is een instructie van Verwerkingsverantwoordelijke naar de mening van Verwerker in strijd met [-relevante privacywet- en -regelgeving-]{+de wetgeving bedoeld in lid 1+}, dan stelt Verwerker haar daarvan onmiddellijk in kennis.");
}

/// Sources of vendors that each have one agreement, a Dutch text, and facts.
fn vendors(all: &[(&str, &str, &str)]) -> Corpus {
    let toml = support::agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
    let mut files = vec![("clausewerk.toml".to_owned(), "[site]\nlanguages = [\"nl\"]\n".to_owned())];
    for (slug, text, facts) in all {
        files.push((format!("content/vendors/{slug}/vendor.toml"), support::VENDOR.replace("Acme", slug)));
        files.push((format!("content/vendors/{slug}/dpa/agreement.toml"), toml.clone()));
        files.push((format!("content/vendors/{slug}/dpa/nl.md"), format!("# Verwerkersovereenkomst\n\n{text}")));
        if !facts.is_empty() {
            files.push((format!("content/vendors/{slug}/facts.toml"), format!("examined = [\"dpa\"]\n{facts}")));
        }
    }
    let sources = Sources::of_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let (corpus, findings) = support::load(&sources);
    assert_eq!(support::told(&sources, &findings), "");
    corpus
}

#[test]
fn clauses_are_paired_wherever_they_stand() {
    let audit = "Verwerkingsverantwoordelijke mag eenmaal per jaar een audit laten uitvoeren door een onafhankelijke deskundige derde.";
    let notice = "Verwerker meldt een inbreuk in verband met persoonsgegevens binnen 24 uur nadat deze hem bekend is geworden.";
    let only = "Op deze overeenkomst is uitsluitend Nederlands recht van toepassing, met uitsluiting van verdragen.";
    let later = notice.replace("24", "48");
    let corpus = vendors(&[
        ("alfa", &format!("## Artikel 1. Een\n\n1.1 {audit}\n\n1.2 {notice}\n\n1.3 {only}\n"), ""),
        ("beta", &format!("## Artikel 4. Vier\n\n4.1 {later}\n\n4.2 {audit}\n"), ""),
    ]);
    assert_snapshot!(aligned(&corpus.vendors[0], &corpus.vendors[1], Language::NL), @r"
    1.1 ~ 4.2 100 moved
    1.2 ~ 4.1 94
    1.3 ~ -
    ");
}

/// A fact of a vendor, with a value, stated in clause 1.1.
fn stated(id: &str, value: &str) -> String {
    format!(
        "[[fact]]\nid = \"{id}\"\nstate = \"stated\"\nsummary.nl = \"Zo.\"\n[[fact.value]]\n{value}\n[[fact.citation]]\nagreement = \"dpa\"\nclause = \"1.1\"\nquote = \"meldt\"\n"
    )
}

/// What of a row is marked, vendor by vendor: the extreme, the standing, and which say the same.
fn marks(rows: &[(&str, &str)], id: &str) -> String {
    let all: Vec<(&str, &str, String)> = rows
        .iter()
        .map(|(slug, value)| {
            (*slug, "## Artikel 1. Een\n\n1.1 Verwerker meldt dit.\n", if value.is_empty() { String::new() } else { stated(id, value) })
        })
        .collect();
    let all: Vec<(&str, &str, &str)> = all.iter().map(|(slug, text, facts)| (*slug, *text, facts.as_str())).collect();
    let corpus = vendors(&all);
    let columns: Vec<&Vendor> = corpus.vendors.iter().map(AsRef::as_ref).collect();
    let groups = facts::table(&corpus.vocabulary, &columns);
    let row = &groups[0].rows[0];
    let cell =
        |place: usize| format!("{}: {:?} {:?} {:?}\n", columns[place].slug, row.extremes[place], row.standings[place], row.alike[place]);
    (0..columns.len()).map(cell).collect()
}

#[test]
fn numbers_are_compared_only_where_unit_and_trigger_agree() {
    let hours = |number: u32, trigger: &str| format!("number = {number}\nunit = \"hours\"\ntrigger = \"{trigger}\"");
    let (one, two) = (hours(24, "awareness"), hours(48, "awareness"));
    assert_snapshot!(marks(&[("a", &one), ("b", &two), ("c", &one), ("d", "")], "breach-deadline"), @r"
    a: Some((Least, 0)) Some(Better) Some(1)
    b: Some((Greatest, 0)) Some(Worse) Some(2)
    c: Some((Least, 0)) Some(Better) Some(1)
    d: None None None
    ");
    // From another moment, or in another unit, they are not.
    assert_snapshot!(marks(&[("a", &one), ("b", &hours(48, "discovery"))], "breach-deadline"), @r"
    a: None None Some(1)
    b: None None Some(2)
    ");
    assert_snapshot!(marks(&[("a", &one), ("b", "number = 2\nunit = \"days\"\ntrigger = \"awareness\"")], "breach-deadline"), @r"
    a: None None Some(1)
    b: None None Some(2)
    ");
    // Of values that are all the same, none is at an end.
    assert_snapshot!(marks(&[("a", &one), ("b", &one)], "breach-deadline"), @r"
    a: None None Some(1)
    b: None None Some(1)
    ");
}

#[test]
fn choices_are_ranked_as_the_vocabulary_orders_them() {
    assert_snapshot!(marks(&[("a", "choice = \"general\""), ("b", "choice = \"specific\""), ("c", "choice = \"hybrid-deemed\"")], "sub-permission"), @r"
    a: None None Some(1)
    b: None Some(Better) Some(2)
    c: None Some(Worse) Some(3)
    ");
    // Money is compared per the same.
    assert_snapshot!(marks(&[("a", "months-of-fees = 3\nper = \"total\""), ("b", "months-of-fees = 6\nper = \"total\"")], "cap"), @r"
    a: Some((Least, 0)) Some(Worse) Some(1)
    b: Some((Greatest, 0)) Some(Better) Some(2)
    ");
    // Of several caps that of the same kind.
    let two = "months-of-fees = 1\nper = \"event\"\n[[fact.value]]\nmonths-of-fees = 3\nper = \"total\"";
    assert_snapshot!(marks(&[("a", two), ("b", "months-of-fees = 6\nper = \"total\"")], "cap"), @r"
    a: Some((Least, 1)) Some(Worse) Some(1)
    b: Some((Greatest, 0)) Some(Better) Some(2)
    ");
    assert_snapshot!(marks(&[("a", "months-of-fees = 3\nper = \"event\""), ("b", "months-of-fees = 6\nper = \"total\"")], "cap"), @r"
    a: None None Some(1)
    b: None None Some(2)
    ");
}

#[test]
fn coverage_is_counted_by_tier_and_only_where_it_applies() {
    let corpus = example();
    let columns: Vec<&Vendor> = corpus.vendors.iter().map(AsRef::as_ref).collect();
    let tiers = coverage::table(&corpus.vocabulary, &columns);
    let line = |tier: &coverage::Tier<'_>, place: usize| {
        let count = tier.count(place);
        let of = |grade: Grade| count.grades.get(&grade).copied().unwrap_or(0);
        format!(
            "{} {}: {} of {}, {} partly, {} not recorded\n",
            columns[place].slug,
            tier.id,
            of(Grade::Covered),
            count.of,
            of(Grade::Partly),
            count.not_recorded
        )
    };
    assert_snapshot!(
        tiers
            .iter()
            .flat_map(|tier| (0..columns.len()).map(move |place| (tier, place)))
            .map(|(tier, place)| line(tier, place))
            .collect::<String>()
    );
    // What binds by law alone is shown and not counted.
    let direct = tiers.iter().find(|tier| tier.id == coverage::DIRECT_DUTY).expect("the tier");
    assert_eq!((direct.rows.len(), direct.count(0).of), (5, 0));
}

#[test]
fn a_topic_finds_clauses_and_single_items() {
    let corpus = example();
    let on = |vendor: &str, topic: &str| {
        let found = topics::on(corpus.vendor(vendor).expect("the vendor"), Language::NL, topic);
        found.iter().map(|found| found.meta.id.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_snapshot!(on("voxio", "breach-notification"), @"7.1 7.2 7.3");
    assert_snapshot!(on("xxx-me", "breach-notification"), @"1/p1/f 8.1 8.2 8.3 8.4 8.5");
    assert_snapshot!(on("voxio", "certification"), @"");
}

#[test]
fn of_many_vendors_each_is_held_against_those_nearest_to_it() {
    let text = |seed: usize| (0..40).map(|at| format!("woord{} ", (at * seed) % 97)).collect::<String>();
    let texts: Vec<(String, String)> =
        (1..=40).map(|seed| (format!("v{seed:02}"), format!("## Artikel 1. Een\n\n1.1 {}\n", text(1 + seed / 2)))).collect();
    let all: Vec<(&str, &str, &str)> = texts.iter().map(|(slug, text)| (slug.as_str(), text.as_str(), "")).collect();
    let pairs = pairs::compared(&vendors(&all));
    assert!(pairs.len() <= 40 * 4 && !pairs.is_empty(), "{} pages", pairs.len());
    assert!(pairs.iter().all(|(a, b)| a < b));
    // Vendors with the same text are neighbours.
    assert!(pairs.contains(&(1, 2)) && pairs.contains(&(3, 4)), "{pairs:?}");
    assert_eq!(pairs::compared(&vendors(&all[..4])).len(), 6);
}

#[test]
fn a_comparison_is_a_sheet_as_well() {
    let (sources, findings) = Sources::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the example is there");
    let request = clausewerk::Request {
        root: env!("CARGO_MANIFEST_DIR").into(),
        audience: clausewerk::parse::Audience::Public,
        base_url: None,
        today: jiff::civil::date(2026, 11, 22),
    };
    let site = clausewerk::assemble(sources, findings, &request);
    let sheet = |address: &str| {
        let (_, page) = site.pages.iter().find(|(own, _)| own.as_str() == address).expect("the sheet");
        let text = String::from_utf8(clausewerk::render::render(&site.world, page).expect("it can be written")).expect("UTF-8");
        let text = text.strip_prefix('\u{feff}').expect("a byte order mark").to_owned();
        let rows: Vec<Vec<String>> = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes())
            .records()
            .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
            .collect();
        rows
    };
    let facts = sheet("/nl/compare/facts.csv");
    assert_eq!(facts[0], ["Groep", "Feit", "AttachingIT", "MX-Relay", "Voxio", "XXX.me"]);
    assert_eq!(facts.len(), 83);
    assert_eq!(facts[1][..2], ["Datalekken", "Meldtermijn datalek"]);
    assert_snapshot!(facts[1][3], @r"
    24 uur vanaf kennisname
    Onverwijld, dan wel uiterlijk 24 uur nadat het lek bij de verwerker bekend is geworden
    (art. 5.1)
    ");
    // What rests on the protocol, which is for customers, says no more than that.
    let named = facts.iter().find(|row| row[1] == "Genoemde subverwerkers").expect("the fact");
    assert_eq!(named[5], "op aanvraag");
    let coverage = sheet("/en/compare/coverage.csv");
    assert_eq!((coverage.len(), coverage[0][1].as_str()), (66, "Requirement"));
    assert!(facts.iter().chain(&coverage).flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));

    // The workbook has the same cells, and what the page says above them.
    let workbook = |address: &str| {
        let (_, page) = site.pages.iter().find(|(own, _)| own.as_str() == address).expect("the workbook");
        let bytes = clausewerk::render::render(&site.world, page).expect("it can be written");
        let sheets = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook").worksheets();
        let text = |cell: &Data| cell.get_string().unwrap_or_default().to_owned();
        let read = |range: &Range<Data>| range.rows().map(|row| row.iter().map(text).collect()).collect::<Vec<Vec<String>>>();
        sheets.into_iter().map(|(name, range)| (name, read(&range))).collect::<Vec<_>>()
    };
    let plain = |rows: &[Vec<String>]| -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| cell.trim_start_matches('\'').to_owned()).collect()).collect()
    };
    let of_facts = workbook("/nl/compare/facts.xlsx");
    assert_eq!((of_facts[0].0.as_str(), of_facts[1].0.as_str()), ("Feiten per leverancier", "Toelichting"));
    assert_eq!(plain(&of_facts[0].1), plain(&facts));
    assert_snapshot!(of_facts[1].1.concat().join("\n"), @r"
    Feiten naast elkaar
    Wat 4 leveranciers in hun overeenkomsten vermelden, met de bepaling erbij. Zwijgt een tekst, dan staat er welke stukken zijn onderzocht.
    Met de teksten vergeleken op 23 november 2026.
    Getallen worden alleen vergeleken als eenheid en begin gelijk zijn, en nooit omgerekend.
    Een vergelijking van overeenkomsten zoals die zijn gepubliceerd; geen advies en geen oordeel over naleving.
    ");
    let of_coverage = workbook("/en/compare/coverage.xlsx");
    assert_eq!(of_coverage[0].0, "Requirements by vendor");
    assert_eq!(plain(&of_coverage[0].1), plain(&coverage));
    assert_snapshot!(of_coverage[1].1.concat().join("\n"), @r"
    What the law asks, and where it is found
    The elements of GDPR Article 28 and its neighbours, and the clause in which each vendor’s text provides for them.
    Held against the texts on 23 November 2026.
    Counted is what stands in the texts examined. What is missing here may be agreed elsewhere.
    A comparison of agreements as they were published; no advice and no finding on compliance.
    ");
}

#[test]
fn a_measure_in_withheld_text_is_known_only_where_its_author_disclosed_it() {
    let corpus = |discloses: &str| {
        let toml = support::agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
        let text = support::text(
            "
            # Verwerkersovereenkomst

            ## Artikel 1. Beveiliging

            1.1 Verkeer is versleuteld. {measure=encryption-in-transit}

            1.2 Opslag is versleuteld. {measure=encryption-at-rest audience=customers}

            1.3 Elke nacht wordt een kopie gemaakt. {measure=backup audience=customers}
        ",
        );
        let sources = support::acme(&format!("{toml}{discloses}\n"), &[("nl", &text)]);
        let (corpus, findings) = support::load(&sources);
        (corpus, support::told(&sources, &findings))
    };
    let cells = |discloses: &str, readers: Audience| {
        let (corpus, told) = corpus(discloses);
        assert_eq!(told, "");
        let shown = project(&corpus, readers).shown;
        let vendors: Vec<&Vendor> = shown.vendors.iter().map(AsRef::as_ref).collect();
        let rows = measures::table(&shown.vocabulary, &vendors, Language::NL).into_iter().flat_map(|theme| theme.rows);
        let name = |cell: &measures::Cell<'_>| match cell {
            measures::Cell::Stated(places) => places.iter().map(|place| place.id.as_str()).collect::<Vec<_>>().join(" "),
            measures::Cell::OnRequest => "on request".to_owned(),
            measures::Cell::NotShown => "not shown".to_owned(),
            measures::Cell::NotStated => "not stated".to_owned(),
            measures::Cell::NotRecorded => "not recorded".to_owned(),
        };
        rows.map(|row| format!("{}: {}", row.measure.id, name(&row.cells[0]))).collect::<Vec<_>>()
    };
    assert_eq!(cells("", Audience::Public), ["encryption-in-transit: 1.1"]);
    let disclosed = "discloses = [\"encryption-at-rest\"]";
    assert_eq!(cells(disclosed, Audience::Public), ["encryption-at-rest: on request", "encryption-in-transit: 1.1"]);
    assert_eq!(cells(disclosed, Audience::Customers), ["encryption-at-rest: 1.2", "encryption-in-transit: 1.1", "backup: 1.3"]);
    // What the text does not state cannot be disclosed.
    assert_snapshot!(corpus("discloses = [\"encryption-at-rst\"]").1, @r#"! bad-value at “"encryption-at-rst"” key=discloses expected=backup, encryption-at-rest, encryption-in-transit suggestion=encryption-at-rest"#);
}

#[test]
fn an_agreement_is_held_against_the_owners_model() {
    let toml = support::agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
    let model = toml.replace("\"offered\"", "\"model\"");
    let own = "# Ons model\n\n## Artikel 1. Geheimhouding\n\n1.1 Verwerker houdt alle persoonsgegevens strikt geheim.\n\n\
               ## Artikel 2. Audit\n\n2.1 Verwerkingsverantwoordelijke mag ieder jaar een audit laten uitvoeren.\n";
    let theirs = "# Verwerkersovereenkomst\n\n## Artikel 5. Geheimhouding\n\n5.1 Verwerker houdt alle persoonsgegevens geheim.\n\n\
                  ## Artikel 6. Prijs\n\n6.1 Verwerker stuurt elke maand een factuur.\n";
    let built = |model: &str, readers: Audience| {
        let sources = Sources::of_texts([
            ("clausewerk.toml", "[site]\nlanguages = [\"nl\"]\n"),
            ("content/vendors/acme/vendor.toml", support::VENDOR),
            ("content/vendors/acme/dpa/agreement.toml", &toml),
            ("content/vendors/acme/dpa/nl.md", theirs),
            ("content/models/ours/agreement.toml", model),
            ("content/models/ours/nl.md", own),
        ]);
        let request = clausewerk::Request {
            root: Path::new("").to_owned(),
            audience: readers,
            base_url: None,
            today: jiff::civil::date(2026, 11, 22),
        };
        let site = clausewerk::assemble(sources, Vec::new(), &request);
        let told = support::told(&site.sources, &site.findings);
        let page = site.pages.iter().find(|(address, _)| address.as_str() == "/nl/compare/models/ours/acme/");
        let html = page
            .map(|(_, page)| String::from_utf8(clausewerk::render::render(&site.world, page).expect("it can be rendered")).expect("UTF-8"));
        (html, told)
    };
    let (html, told) = built(&model, Audience::Public);
    assert_eq!(told, "");
    let html = scraper::Html::parse_document(&html.expect("the page"));
    let select = |selector: &str| scraper::Selector::parse(selector).expect("a selector");
    let headings: Vec<String> = html
        .select(&select(".redline-pair h3"))
        .map(|heading| heading.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(headings, ["Geheimhouding één verschil", "Audit zonder tegenhanger", "Prijs niet in het model"]);
    // A model is not published beside the vendors': its provisions are named and lead nowhere.
    let places: Vec<(String, bool)> =
        html.select(&select(".redline-pair .number")).map(|place| (place.text().collect(), place.value().attr("href").is_some())).collect();
    let place = |label: &str, is_link| (label.to_owned(), is_link);
    assert_eq!(places, [place("art. 1.1", false), place("art. 5.1", true), place("art. 2.1", false), place("art. 6.1", true)]);
    // It has an audience of its own.
    let internal = model.replace("\"public\"", "\"internal\"");
    assert_eq!(built(&internal, Audience::Public).0, None);
    assert!(built(&internal, Audience::Internal).0.is_some());
    // Nothing but a model is one.
    assert_snapshot!(built(&toml, Audience::Public).1, @"! bad-value at “status” key=status expected=model suggestion=model");
}

#[test]
fn what_a_vendor_replied_stands_below_its_agreement_and_is_linked_from_comparisons() {
    let toml = support::agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
    let reply = "\n[[reply]]\ndate = 2026-11-20\nlanguage = \"nl\"\ntext = '''Artikel 5 is <b>vervangen</b>.\n\nWij sturen de nieuwe tekst op verzoek.'''\n";
    let built = |agreement: String, readers: Audience| {
        let text = "# Verwerkersovereenkomst\n\n## Artikel 5. Geheimhouding {topic=confidentiality}\n\n5.1 Verwerker houdt alles geheim.\n";
        let facts = "examined = [\"dpa\"]\n[[fact]]\nid = \"dpia\"\nstate = \"not-stated\"\n";
        let sources = Sources::of_texts([
            ("clausewerk.toml", "[site]\nlanguages = [\"nl\"]\n"),
            ("content/vendors/acme/vendor.toml", support::VENDOR),
            ("content/vendors/acme/facts.toml", facts),
            ("content/vendors/acme/dpa/agreement.toml", &agreement),
            ("content/vendors/acme/dpa/nl.md", text),
            ("content/vendors/beta/vendor.toml", &support::VENDOR.replace("Acme", "Beta")),
            ("content/vendors/beta/dpa/agreement.toml", &toml),
            ("content/vendors/beta/dpa/nl.md", text),
        ]);
        let request = clausewerk::Request {
            root: Path::new("").to_owned(),
            audience: readers,
            base_url: None,
            today: jiff::civil::date(2026, 11, 22),
        };
        clausewerk::assemble(sources, Vec::new(), &request)
    };
    let page = |site: &clausewerk::Assembled, address: &str| {
        let (_, page) = site.pages.iter().find(|(own, _)| own.as_str() == address).expect("the page");
        String::from_utf8(clausewerk::render::render(&site.world, page).expect("it can be rendered")).expect("UTF-8")
    };
    let site = built(format!("{toml}{reply}"), Audience::Public);
    assert_eq!(support::told(&site.sources, &site.findings), "");
    let text = page(&site, "/nl/vendors/acme/dpa/");
    assert!(text.contains("<p>Artikel 5 is &lt;b&gt;vervangen&lt;/b&gt;.</p><p>Wij sturen de nieuwe tekst op verzoek.</p>"), "{text}");
    for address in ["/nl/compare/facts/", "/nl/compare/topics/confidentiality/", "/nl/compare/vendors/acme/beta/"] {
        let html = page(&site, address);
        assert!(html.contains("<a href=\"/nl/vendors/acme/dpa/#page:reply\">reactie van Acme van 20 november 2026</a>"), "{address}");
    }
    // Of an agreement that readers may not see, the reply is not for them either.
    let hidden = built(format!("{}{reply}", toml.replace("\"public\"", "\"customers\"")), Audience::Public);
    assert!(hidden.world.corpus.vendors[0].agreements[0].replies.is_empty());
    let faulty = built(format!("{toml}\n[[reply]]\ndate = \"2026\"\nlanguage = \"nl\"\ntext = \" \"\n"), Audience::Public);
    assert_snapshot!(support::told(&faulty.sources, &faulty.findings), @r#"
    ! bad-value at “"2026"” key=reply.date expected=2026-11-22
    ! bad-value at “" "” key=reply.text expected="…"
    "#);
}

#[test]
fn rows_and_what_is_at_their_ends_do_not_depend_on_who_is_beside_whom() {
    let corpus = example();
    let all: Vec<&Vendor> = corpus.vendors.iter().map(AsRef::as_ref).collect();
    let beside = facts::Beside::of(&corpus.vocabulary, &all);
    let whole = beside.table(&corpus.vocabulary, &all);
    let rows = |groups: &[facts::Group<'_>]| -> Vec<String> {
        groups.iter().flat_map(|group| group.rows.iter().map(|row| row.fact.id.clone())).collect()
    };
    let mut ends = 0;
    for (place, vendor) in all.iter().enumerate() {
        let alone = beside.table(&corpus.vocabulary, &[vendor]);
        assert_eq!(rows(&alone), rows(&whole), "{}", vendor.slug);
        for (own, row) in alone.iter().flat_map(|group| &group.rows).zip(whole.iter().flat_map(|group| &group.rows)) {
            assert_eq!((own.extremes[0], own.standings[0], own.alike[0]), (row.extremes[place], row.standings[place], row.alike[place]));
            ends += usize::from(own.standings[0].is_some());
        }
    }
    assert!(ends > 4, "{ends}");
}

#[test]
fn a_page_of_vendors_of_whom_nothing_is_recorded_is_there_all_the_same() {
    let agreement = support::agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
    let facts = "examined = [\"dpa\"]\nverified = 2026-11-22\n[[fact]]\nid = \"dpia\"\nstate = \"not-stated\"\n";
    let mut files: Vec<(String, String)> = Vec::new();
    for vendor in 0..17 {
        let folder = format!("content/vendors/vendor-{vendor:02}");
        files.push((format!("{folder}/vendor.toml"), support::VENDOR.replace("\"Acme\"", &format!("\"Acme {vendor:02}\""))));
        files.push((format!("{folder}/dpa/agreement.toml"), agreement.clone()));
        files.push((format!("{folder}/dpa/nl.md"), "# Verwerkersovereenkomst\n\n## Artikel 1. Een\n\n1.1 Tekst.\n".to_owned()));
        if vendor == 0 {
            files.push((format!("{folder}/facts.toml"), facts.to_owned()));
        }
    }
    let sources = Sources::of_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let request = clausewerk::Request {
        root: Path::new("").to_owned(),
        audience: clausewerk::parse::Audience::Public,
        base_url: None,
        today: jiff::civil::date(2026, 11, 22),
    };
    let site = clausewerk::assemble(sources, Vec::new(), &request);
    let rendered = |address: &str| {
        let (_, page) = site.pages.iter().find(|(own, _)| own.as_str() == address).expect("the page");
        String::from_utf8(clausewerk::render::render(&site.world, page).expect("it can be made")).expect("UTF-8")
    };
    let second = rendered("/nl/compare/facts/2/");
    assert!(second.contains("Acme 16") && second.contains("data-state=\"not-recorded\""));
    // Who is on which page is told to the script that adds one page's vendor to another.
    assert!(second.contains("data-vendors=\"/data/v1/vendors.json\""));
    let data: serde_json::Value = serde_json::from_str(&rendered("/data/v1/vendors.json")).expect("JSON");
    assert_eq!(data["vendors"][16], serde_json::json!({ "vendor": "vendor-16", "name": "Acme 16", "page": { "nl": 2, "en": 2 } }));
}
