//! Registers of sub-processors: what stands on a day, until when one may object, who may see what, and the notice to customers.
//!
//! `tests/sites/register/` is an invented site with every kind of change; the expectations of it stand here.

mod support;

use std::path::Path;

use clausewerk::analysis::changes;
use clausewerk::analysis::notice::{Caution, cautions};
use clausewerk::analysis::register::{self, LastDay, last_day};
use clausewerk::audience::project;
use clausewerk::model::Corpus;
use clausewerk::model::company::Told;
use clausewerk::model::engagement::{Change, Days, EngagementField};
use clausewerk::parse::Audience;
use clausewerk::site::{Address, notice};
use clausewerk::source::Sources;
use clausewerk::{Assembled, Request, assemble, render};
use insta::assert_snapshot;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 22);

fn repository(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn site(root: &str, audience: Audience) -> Assembled {
    let (sources, findings) = Sources::read(&repository(root)).expect("the site can be read");
    let request = Request { root: repository(root), audience, base_url: Some("https://trust.example.org/".to_owned()), today: TODAY };
    assemble(sources, findings, &request)
}

fn rendered(site: &Assembled, address: &Address) -> String {
    let page = site.pages.get(address).unwrap_or_else(|| panic!("{address} is a page"));
    String::from_utf8(render::render(&site.world, page).expect("it can be rendered")).expect("text")
}

/// Each engagement of a vendor on a day, and what it is.
fn standing(corpus: &Corpus, vendor: &str, today: Date) -> String {
    let vendor = corpus.vendor(vendor).expect("a vendor");
    let line = |standing: register::Standing| format!("{} {}", standing.engagement.id, standing.status.name());
    register::standing(corpus, vendor, today).into_iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn an_engagement_is_planned_and_runs_and_ends() {
    let site = site("tests/sites/register", Audience::Internal);
    let on = |today: Date| standing(&site.world.corpus, "dossierkade", today);
    assert_eq!(on(date(2026, 1, 11)), "", "what is entered later is not there yet");
    assert_snapshot!(on(date(2026, 6, 1)), @r"
    hosting active
    archive active
    index active
    messages active
    backup active
    support active
    search planned
    ");
    assert_snapshot!(on(TODAY), @r"
    hosting active
    archive active
    index replaced
    messages ended
    backup active
    support active
    search active
    translation withdrawn
    backup-2027 objected
    text-recognition planned
    ");
    assert_snapshot!(on(date(2027, 2, 1)), @r"
    hosting active
    archive active
    index replaced
    messages ended
    backup replaced
    support active
    search active
    translation withdrawn
    backup-2027 active
    text-recognition active
    ");
}

#[test]
fn the_last_day_to_object_is_counted_from_what_was_agreed() {
    let site = site("tests/sites/register", Audience::Internal);
    let mut told = Vec::new();
    for vendor in &site.world.corpus.vendors {
        let own = vendor.sub_processors.as_ref().expect("a register");
        for change in own.changes.iter().filter(|change| change.kind.may_be_objected_to()) {
            let day = match last_day(vendor, change) {
                LastDay::Stated(day) => format!("{day} as the vendor states"),
                LastDay::Counted { day, from, period, trigger, .. } => {
                    format!("{day}, {} {} from {trigger} on {from}", period.number, period.unit)
                }
                LastDay::NotCounted { period, trigger, .. } => {
                    format!("not counted: {} {} from {}", period.number, period.unit, trigger.unwrap_or("?"))
                }
                LastDay::NoPeriod(_) => "no period agreed".to_owned(),
                other => format!("{other:?}"),
            };
            told.push(format!("{}/{}: {day}", vendor.slug, change.id));
        }
    }
    assert_snapshot!(told.join("\n"), @r"
    dossierkade/support-added: 2026-03-02, 14 days from announcement on 2026-02-16
    dossierkade/hosting-moved: 2026-03-16, 14 days from announcement on 2026-03-02
    dossierkade/index-replaced: 2026-06-15, 14 days from announcement on 2026-06-01
    dossierkade/translation-added: 2026-09-28, 14 days from announcement on 2026-09-14
    dossierkade/support-moved: 2026-11-09, 14 days from announcement on 2026-10-26
    dossierkade/backup-replaced: 2026-11-16, 14 days from announcement on 2026-11-02
    dossierkade/text-recognition-added: 2026-11-30, 14 days from announcement on 2026-11-16
    heronpost/delivery-ground: 2026-05-14, 1 months from receipt on 2026-04-14
    heronpost/analytics-added: 2026-09-30, 1 months from receipt on 2026-08-31
    heronpost/images-added: 2026-12-05, 1 months from receipt on 2026-11-05
    heronpost/archive-moving: not counted: 1 months from receipt
    heronpost/captions-added: not counted: 1 months from receipt
    paylantern/printing-added: not counted: 10 working-days from announcement
    paylantern/timesheets-replaced: not counted: 10 working-days from announcement
    paylantern/onboarding-added: 2026-11-25 as the vendor states
    wachtkamer-en-zo/interpreting-added: no period agreed
    wachtkamer-en-zo/diary-data: no period agreed
    wachtkamer-en-zo/keys-moved: no period agreed
    wachtkamer-en-zo/push-added: no period agreed
    ");
}

#[test]
fn what_is_to_come_is_told_in_the_order_in_which_it_comes() {
    let to_come = |audience: Audience| {
        let site = site("tests/sites/register", audience);
        let mut all: Vec<(Option<Date>, String)> = Vec::new();
        for vendor in &site.world.corpus.vendors {
            let own = vendor.sub_processors.as_ref().expect("a register");
            all.extend(register::to_come(own, TODAY).into_iter().map(|change| (change.days.effective, change.id.clone())));
        }
        all.sort_by_key(|(day, _)| day.unwrap_or(Date::MAX));
        all.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
    };
    let of_customers = to_come(Audience::Customers);
    let expected = [
        "keys-moved",
        "chat-removed",
        "archive-moving",
        "timesheets-replaced",
        "text-recognition-added",
        "images-added",
        "onboarding-added",
        "backup-replaced",
        "push-added",
    ];
    assert_eq!(of_customers, expected);
    // Of two the days are for customers.
    let of_the_public: Vec<String> = of_customers.into_iter().filter(|id| id != "keys-moved" && id != "push-added").collect();
    assert_eq!(to_come(Audience::Public), of_the_public);
}

#[test]
fn the_example_names_one_company_to_the_public_and_two_to_customers() {
    let public = site(".", Audience::Public);
    let page = rendered(&public, &Address::sub_processors(clausewerk::i18n::Language::NL));
    assert!(page.contains("Microsoft Azure") && page.contains("Naam op aanvraag") && page.contains(">hosting<"), "the public row");
    for (address, page) in public.pages.iter() {
        let bytes = render::render(&public.world, page).expect("every page can be rendered");
        let text = format!("{address} {}", String::from_utf8_lossy(&bytes)).to_lowercase().replace("\r\n ", "");
        assert!(!text.contains("leaseweb"), "{address}");
    }
    let customers = site(".", Audience::Customers);
    let page = rendered(&customers, &Address::sub_processors(clausewerk::i18n::Language::NL));
    assert!(page.contains("LeaseWeb") && !page.contains("Naam op aanvraag"));
    assert!(customers.pages.contains_key(&Address::sub_processor(clausewerk::i18n::Language::NL, "leaseweb")));
}

#[test]
fn a_release_widens_what_it_names_and_nothing_else() {
    let site = site(".", Audience::Internal);
    let shown = project(&site.world.corpus, Audience::Public).shown;
    let register = shown.vendor("xxx-me").and_then(|vendor| vendor.sub_processors.as_ref()).expect("a register");
    let hosting = register.engagement("hosting").expect("the entry");
    assert!(matches!(hosting.purpose, Told::Stated(_)));
    assert_eq!(hosting.company, Told::Withheld(Audience::Customers));
    assert_eq!(hosting.places, Told::Withheld(Audience::Customers));
    assert_eq!((hosting.citations.len(), hosting.releases.len()), (0, 0));
    let change = &register.changes[0];
    assert_eq!((change.withheld, change.why.is_empty()), (Some(Audience::Customers), true));
    // It is not wider than the entry's own field, either.
    let mut narrower = hosting.clone();
    narrower.releases.clear();
    assert_eq!(narrower.audience_of(EngagementField::Purpose), Audience::Customers);
}

#[test]
fn the_notice_says_all_that_a_customer_must_know() {
    let site = site("tests/sites/register", Audience::Customers);
    let vendor = site.world.corpus.vendor("dossierkade").expect("a vendor");
    let own = vendor.sub_processors.as_ref().expect("a register");
    let change = own.changes.iter().find(|change| change.id == "text-recognition-added").expect("the change");
    let told: Vec<String> = site
        .world
        .languages()
        .iter()
        .map(|language| {
            let notice = notice::notice(&site.world, *language, vendor, own, change).expect("a notice");
            let lacking: Vec<String> = notice.lacking.iter().map(|one| format!("{} {}", one.line, one.state)).collect();
            format!("{}\n\n{}\n[lacking: {}]", notice.subject, notice.body, lacking.join(", "))
        })
        .collect();
    assert_snapshot!(told.join("\n----\n"), @r#"
    Mededeling van een wijziging in de subverwerkers van Dossierkade

    Geachte klant,

    Wij zijn voornemens Stratuspine als subverwerker in te schakelen. Dit is de mededeling van die wijziging in de zin van artikel 28 lid 2 AVG en van onze overeenkomst.

    Wat er verandert: Stratuspine wordt subverwerker. Nieuw: gescande stukken worden doorzoekbaar; alleen met de optie.
    Reden: niet vermeld
    Bedrijf: Stratuspine, Stratuspine "Read" Computing, Inc., Verenigde Staten
    Doel: herkenning van tekst in gescande stukken
    Dienst: Slim zoeken
    Voorwaarde: alleen met de optie Slim zoeken; zonder “aanzetten” gebeurt er niets
    Categorieën van persoonsgegevens: bestanden en documenten die gebruikers verzenden of opslaan, nationaal identificatienummer (in Nederland het burgerservicenummer, BSN)
    Categorieën van betrokkenen: personen die in berichten of bestanden worden genoemd
    Waar: Verenigde Staten (Columbus, Ohio), herkenning; India (Pune), nazien van twijfelgevallen
    Doorgifte buiten de EER: adequaatheidsbesluit (EU) 2023/1795: Verenigde Staten, voor organisaties op de Data Privacy Framework List; standaardcontractbepalingen, module 3: India; standaardcontractbepalingen tussen de subverwerker en haar onderaannemer, 9 november 2026
    Volgende subverwerkers: Saffrondesk, nazien van twijfelgevallen; India
    Toegestaan op grond van: Verwerkersovereenkomst, art. 3.2
    Aangekondigd op: 16 november 2026
    Gaat in op: 4 januari 2027
    Bezwaar uiterlijk op: 30 november 2026 (14 dagen na de aankondiging, gerekend vanaf 16 november 2026; die dag zelf telt niet mee)
    Bezwaar richten aan: subverwerkers@dossierkade.example
    Meer: https://trust.example.org/nl/vendors/dossierkade/sub-processors/#change:text-recognition-added

    Dossierkade
    [lacking: Reden not-stated]
    ----
    Notice of a change in the sub-processors of Dossierkade

    Dear customer,

    We intend to engage Stratuspine as a sub-processor. This is the notice of that change within the meaning of Article 28(2) GDPR and of our agreement.

    What changes: Stratuspine becomes a sub-processor. New: scanned documents become searchable; only with the option.
    Why: not stated
    Company: Stratuspine, Stratuspine "Read" Computing, Inc., United States
    Purpose: recognition of text in scanned documents
    Service: Smart Search
    Condition: only with the Smart Search option; nothing happens unless it is “switched on”
    Categories of personal data: files and documents that users send or store, national identification number (in the Netherlands the citizen service number, BSN)
    Categories of data subjects: people named in messages or files
    Where: United States (Columbus, Ohio), recognition; India (Pune), checking of doubtful cases
    Transfer outside the EEA: adequacy decision (EU) 2023/1795: United States, for organisations on the Data Privacy Framework List; standard contractual clauses, module 3: India; standard contractual clauses between the sub-processor and its subcontractor, 9 November 2026
    Further sub-processors: Saffrondesk, checking of doubtful cases; India
    Permitted by: Processing agreement, art. 3.2
    Announced on: 16 November 2026
    Takes effect on: 4 January 2027
    Object no later than: 30 November 2026 (14 days after the announcement, counted from 16 November 2026; that day itself is not counted)
    Object by writing to: subverwerkers@dossierkade.example
    More: https://trust.example.org/en/vendors/dossierkade/sub-processors/#change:text-recognition-added

    Dossierkade
    [lacking: Why not-stated]
    "#);
}

/// What stands at a path.
fn at(site: &Assembled, path: &str) -> String {
    let address = site.pages.keys().find(|address| address.as_str() == path).unwrap_or_else(|| panic!("{path} is a page"));
    rendered(site, address)
}

#[test]
fn what_is_called_off_is_told_as_such() {
    let site = site("tests/sites/register", Audience::Public);
    let own = site.world.corpus.vendor("dossierkade").and_then(|vendor| vendor.sub_processors.as_ref()).expect("a register");
    let is_off = |id: &str| own.changes.iter().any(|change| change.about.as_deref() == Some(id) && change.kind.name() == "withdrawn");
    let calendar = at(&site, "/nl/vendors/dossierkade/sub-processors/calendar.ics").replace("\r\n ", "");
    let mut cancelled = 0;
    for event in calendar.split("BEGIN:VEVENT").skip(1) {
        let uid = event.lines().find_map(|line| line.strip_prefix("UID:")).expect("an id");
        let expected = !uid.starts_with("announced/") && is_off(uid.rsplit('/').next().expect("a change"));
        assert_eq!(event.contains("STATUS:CANCELLED") && event.contains("SEQUENCE:1"), expected, "{event}");
        cancelled += usize::from(expected);
    }
    assert!(cancelled > 0, "a day that will not come is told to calendars that have it");
    let history = at(&site, "/nl/vendors/dossierkade/sub-processors/");
    assert!(history.contains("Zou ingaan op 1 november 2026. Ingetrokken op 5 oktober 2026; de wijziging gaat niet door."));
    assert!(!history.contains("Ging in op 1 november 2026"));
}

#[test]
fn the_nearest_day_comes_first_and_one_that_is_over_is_told() {
    let site = site("tests/sites/register", Audience::Public);
    let page = at(&site, "/nl/sub-processors/");
    let cards: Vec<&str> = page.split("class=\"upcoming\"").skip(1).collect();
    let headings =
        |card: &&str| card.split("</h3>").next().and_then(|head| head.rsplit("\">").next()).map(|words| words.replace("</a>", ""));
    let listed: Vec<String> = cards.iter().filter_map(headings).collect();
    assert_snapshot!(listed.join("\n"), @r"
    Paylantern voegt Thistlebyte &amp; Daughters toe
    Dossierkade voegt Stratuspine toe
    Heronpost voegt Éclairépôt toe
    Paylantern schakelt Dóór; B.V., de “Wolk” niet langer in
    Heronpost wijzigt de inschakeling van Dóór; B.V., de “Wolk”
    Paylantern vervangt Dóór; B.V., de “Wolk” door =Rekenwolk &amp; Zonen &lt;b&gt;
    Dossierkade vervangt Éclairépôt door Overkoepel
    ");
    let of = |name: &str| *cards.iter().find(|card| card.contains(name)).unwrap_or_else(|| panic!("a card about {name}"));
    let closed = of("door Overkoepel");
    assert!(closed.contains("De laatste dag voor bezwaar is voorbij.") && closed.contains("Een klant heeft bezwaar gemaakt"), "{closed}");
    assert!(!closed.contains("Bezwaar maakt u bij"), "{closed}");
    let open = of("voegt Thistlebyte");
    assert!(open.contains("Bezwaar maakt u bij Paylantern:") && !open.contains("is voorbij"), "{open}");
    assert!(of("voegt Éclairépôt").contains("een adres daarvoor staat hier niet"), "an address for customers is not public");
    assert!(page.contains("Zulke dagen hangen af van plaatselijke feestdagen; daarom is geen dag berekend."));
}

#[test]
fn a_company_is_told_of_with_what_changes() {
    let site = site("tests/sites/register", Audience::Public);
    assert!(at(&site, "/nl/sub-processors/stratuspine/").contains("Dossierkade voegt Stratuspine toe"));
    assert!(!at(&site, "/nl/sub-processors/saffrondesk/").contains("class=\"upcoming\""));
}

#[test]
fn a_company_that_customers_may_not_know_is_not_named_in_a_notice() {
    let site = site("tests/sites/register", Audience::Customers);
    let vendor = site.world.corpus.vendor("dossierkade").expect("a vendor");
    let mut own = vendor.sub_processors.clone().expect("a register");
    own.engagements.iter_mut().for_each(|engagement| engagement.company = Told::Withheld(Audience::Internal));
    let change = own.changes.iter().find(|change| change.id == "text-recognition-added").expect("the change");
    let notice = notice::notice(&site.world, clausewerk::i18n::Language::EN, vendor, &own, change).expect("a notice");
    assert!(!notice.body.contains("Stratuspine"), "{}", notice.body);
    assert!(notice.body.contains("We intend to engage a company that we do not name in this letter as a sub-processor."));
    assert!(notice.body.contains("\nCompany: not included in this letter\n"));
    assert!(notice.lacking.iter().any(|one| one.line == "Company" && one.state == "withheld"), "the sender is told");
}

#[test]
fn a_notice_that_is_short_or_late_or_contested_is_told_of() {
    let site = site("tests/sites/register", Audience::Internal);
    let vendor = site.world.corpus.vendor("dossierkade").expect("a vendor");
    let own = vendor.sub_processors.as_ref().expect("a register");
    let change = |id: &str| own.changes.iter().find(|change| change.id == id).expect("the change");
    let told = |change: &Change, today: Date| {
        let words = |caution: &Caution| match caution {
            Caution::Objected(day) => format!("objected to on {day}"),
            Caution::InEffect(day) => format!("in effect since {}", day.expect("a day")),
            Caution::Closed(day) => format!("no objecting after {day}"),
            Caution::ShortNotice(short) => format!("effective {}, not {}: {}", short.day, short.promised, short.citation.clause),
            Caution::ShortObjection(short) => format!("until {}, not {}: {}", short.day, short.promised, short.citation.clause),
        };
        cautions(vendor, own, change, today).iter().map(words).collect::<Vec<_>>().join("; ")
    };
    let replaced = change("backup-replaced");
    assert_eq!(told(replaced, date(2026, 11, 11)), "");
    assert_eq!(told(replaced, date(2026, 11, 16)), "objected to on 2026-11-12", "on the last day one can still object");
    assert_eq!(told(replaced, date(2026, 11, 17)), "objected to on 2026-11-12; no objecting after 2026-11-16");
    let moved = change("support-moved");
    assert_eq!(told(moved, date(2026, 11, 1)), "effective 2026-11-20, not 2026-11-25: 3.2");
    let late = "in effect since 2026-11-20; no objecting after 2026-11-09; effective 2026-11-20, not 2026-11-25: 3.2";
    assert_eq!(told(moved, date(2026, 11, 20)), late);
    // Where the vendor states another day than was agreed, that one counts, and is told of.
    let stated = Days { objection_until: Some(date(2026, 11, 10)), ..replaced.days.clone() };
    let hurried = Change { days: stated, ..replaced.clone() };
    assert_eq!(told(&hurried, date(2026, 11, 10)), "until 2026-11-10, not 2026-11-16: 3.3");
    // Whoever leaves needs nobody's consent, so there is nothing to be late for.
    assert_eq!(told(change("messages-removed"), date(2026, 8, 1)), "");
}

#[test]
fn the_sheet_has_a_column_for_everything_in_each_language() {
    let site = site("tests/sites/register", Audience::Public);
    let sheet = rendered(&site, &Address::sub_processors_sheet());
    let lines: Vec<csv::StringRecord> =
        csv::Reader::from_reader(sheet.as_bytes()).records().collect::<Result<_, _>>().expect("the sheet is CSV");
    let head = csv::Reader::from_reader(sheet.as_bytes()).headers().expect("a head").clone();
    let line = |id: &str| {
        let line = lines.iter().find(|line| &line[1] == id).expect("the engagement");
        head.iter().zip(line).map(|(column, cell)| format!("{column}: {cell}")).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(line("hosting"), @r"
    vendor: Dossierkade
    engagement: hosting
    company: '=Rekenwolk & Zonen <b>
    status: active
    purpose_nl: opslag van dossiers
    purpose_en: storage of case files
    service_nl: Dossierkade, alle abonnementen
    service_en: Dossierkade, every subscription
    condition_nl: 
    condition_en: 
    data: identification; contact-details; user-files
    data-subjects: customers; mentioned-persons
    countries: BE
    places_nl: België (Gent); België (Liège)
    places_en: Belgium (Gent); Belgium (Liège)
    transfer: none-needed
    decision: [none]
    module: [none]
    document_nl: [none]
    document_en: [none]
    further: [none]
    permission: processing-agreement#3.1
    announced: 
    object-until: 
    object-basis: 
    effective: 
    ends: 
    reviewed: 2026-11-17
    ");
    assert_snapshot!(line("text-recognition"), @r"
    vendor: Dossierkade
    engagement: text-recognition
    company: Stratuspine
    status: planned
    purpose_nl: herkenning van tekst in gescande stukken
    purpose_en: recognition of text in scanned documents
    service_nl: Slim zoeken
    service_en: Smart Search
    condition_nl: alleen met de optie Slim zoeken; zonder “aanzetten” gebeurt er niets
    condition_en: only with the Smart Search option; nothing happens unless it is “switched on”
    data: user-files; national-id-number
    data-subjects: mentioned-persons
    countries: US; IN
    places_nl: Verenigde Staten (Columbus, Ohio); India (Pune)
    places_en: United States (Columbus, Ohio); India (Pune)
    transfer: adequacy-decision; scc
    decision: (EU) 2023/1795; [none]
    module: [none]; 3
    document_nl: [none]; standaardcontractbepalingen tussen de subverwerker en haar onderaannemer, 9 november 2026
    document_en: [none]; standard contractual clauses between the sub-processor and its subcontractor, 9 November 2026
    further: saffrondesk
    permission: processing-agreement#3.2
    announced: 2026-11-16
    object-until: 2026-11-30
    object-basis: counted
    effective: 2027-01-04
    ends: 
    reviewed: 2026-11-17
    ");
}

#[test]
fn linked_data_tell_what_has_begun_and_on_which_decision_data_go() {
    let site = site("tests/sites/register", Audience::Public);
    let page = rendered(&site, &Address::sub_processor(clausewerk::i18n::Language::EN, "stratuspine"));
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("linked data");
    let (data, _) = rest.split_once("</script>").expect("its end");
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    let company = &data["mainEntity"];
    let said =
        |key: &str| company["dpv:hasProcess"].as_array().expect("processes").iter().map(|own| own[key].to_string()).collect::<Vec<_>>();
    assert_snapshot!(format!("{}\n{}", company["url"], company["mainEntityOfPage"]), @r#"
    "https://stratuspine.example/"
    "https://trust.example.org/en/sub-processors/stratuspine/"
    "#);
    assert_snapshot!(said("dpv:hasActivityStatus").join("\n"), @r#"
    {"@id":"dpv:ActivityPlanned","@type":"dpv:ActivityStatus"}
    {"@id":"dpv:ActivityOngoing","@type":"dpv:ActivityStatus"}
    "#);
    assert_snapshot!(said("dpv:hasLegalBasis").join("\n"), @r#"
    [{"@type":"eu-gdpr:A45-3","name":"(EU) 2023/1795"}]
    [{"@type":"eu-gdpr:A45-3","name":"(EU) 2023/1795"}]
    "#);
}

#[test]
fn changes_join_registers_agreements_and_vendors() {
    let site = site(".", Audience::Public);
    let ids: Vec<String> = changes::all(&site.world.corpus, TODAY).iter().map(|entry| format!("{} {}", entry.date, entry.id())).collect();
    assert_snapshot!(ids.join("\n"), @r"
    2026-11-22 attachingit/register/storage-entered
    2026-11-22 attachingit/agreement/general-terms/2026-11-22
    2026-11-22 attachingit/agreement/acceptable-use-policy/2026-11-22
    2026-11-22 attachingit/agreement/processing-agreement/2026-11-22
    2026-11-22 attachingit/vendor
    2026-11-22 mx-relay/agreement/processing-agreement/2026-11-22
    2026-11-22 mx-relay/vendor
    2026-11-22 voxio/agreement/processing-agreement/2026-11-22
    2026-11-22 voxio/vendor
    2026-11-22 xxx-me/register/hosting-entered
    2026-11-22 xxx-me/agreement/processing-agreement/2026-11-22
    2026-11-22 xxx-me/vendor
    ");
    assert_eq!(changes::all(&site.world.corpus, date(2026, 11, 21)).len(), 0, "the day before nothing was entered");
}
