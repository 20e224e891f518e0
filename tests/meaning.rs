//! What texts mean: which words are defined terms and where they lead, which are citations of law, which point at provisions.

mod support;

use clausewerk::i18n::{Language, Messages};
use clausewerk::parse::Audience;
use clausewerk::resolve::{self, Extent};
use clausewerk::source::Sources;

/// A site of one vendor: agreements by slug, each with lines for its `agreement.toml` and its text, written indented.
fn site(language: &str, agreements: &[(&str, &str, &str)]) -> Sources {
    let mut files = vec![("content/vendors/acme/vendor.toml".to_owned(), support::VENDOR.to_owned())];
    for (slug, lines, text) in agreements {
        let toml = support::agreement_toml(language).split("\n[translations").next().unwrap_or_default().to_owned();
        files.push((format!("content/vendors/acme/{slug}/agreement.toml"), format!("{toml}{lines}\n")));
        files.push((format!("content/vendors/acme/{slug}/{language}.md"), support::text(text)));
    }
    Sources::of_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

/// The links of an agreement: each as `where: words → what they lead to`.
fn links_in(language: &str, agreements: &[(&str, &str, &str)], wanted: &str, readers: Audience) -> Vec<String> {
    let sources = site(language, agreements);
    let (corpus, findings) = support::load(&sources);
    assert_eq!(support::told(&sources, &findings), "");
    let (messages, _) = Messages::load(&sources);
    let shown = clausewerk::audience::project(&corpus, readers).shown;
    let resolved = resolve::resolve(&shown, &corpus, &messages, readers);
    let code = Language::from_code(language).expect("a language");
    let agreement = shown.vendors[0].agreements.iter().find(|agreement| agreement.slug == wanted).expect("the agreement");
    let table = resolved.of("acme", wanted, code).expect("every text has a table");
    let mut found = Vec::new();
    agreement.texts[&code].texts(&mut |place| {
        for link in table.links(place.text.id) {
            let words = &place.text.plain()[link.range.clone()];
            let target = match &link.target {
                resolve::Target::Term { agreement, .. } => {
                    let table = resolved.of("acme", agreement, code).expect("it has one");
                    support::target(&link.target, table.definitions())
                        + &if agreement == wanted { String::new() } else { format!(" of {agreement}") }
                }
                resolve::Target::Node { agreement, .. } if agreement != wanted => support::target(&link.target, &[]) + " of " + agreement,
                other => support::target(other, &[]),
            };
            let law = link.law.as_ref().map(|law| format!(" (law {})", law.law)).unwrap_or_default();
            found.push(format!("{}: {words} → {target}{law}", place.node.map(|meta| meta.id.to_string()).unwrap_or_default()));
        }
    });
    found
}

/// The links of a text that stands alone.
fn links(language: &str, text: &str) -> Vec<String> {
    links_in(language, &[("dpa", "", text)], "dpa", Audience::Public)
}

/// The definitions of a text: term, where, how much of the text, concept.
fn definitions(language: &str, lines: &str, text: &str) -> Vec<String> {
    let sources = site(language, &[("dpa", lines, text)]);
    let (corpus, _) = support::load(&sources);
    let (messages, _) = Messages::load(&sources);
    let resolved = resolve::resolve(&corpus, &corpus, &messages, Audience::Public);
    let code = Language::from_code(language).expect("a language");
    let mut plains = std::collections::HashMap::new();
    corpus.vendors[0].agreements[0].texts[&code].texts(&mut |place| {
        plains.insert(place.text.id, place.text.plain());
    });
    let table = resolved.of("acme", "dpa", code).expect("it has a table");
    let shown = table.definitions().iter().map(|definition| {
        let extent = match &definition.extent {
            Extent::Sentence(range) => format!("“{}”", &plains[&definition.text][range.clone()]),
            other => format!("{other:?}"),
        };
        let id = definition.id.as_ref().map(ToString::to_string).unwrap_or_default();
        let concept = definition.concept.as_deref().unwrap_or("-");
        format!("{} at {id}: {extent}, {concept}{}", definition.term, if definition.is_pronoun { ", pronoun" } else { "" })
    });
    shown.collect()
}

const ARTICLE_1: &str = "
    # Processing Agreement

    ## 1. Definitions

    - a. **“Agreement”**: the contract for the service;
    - b. **“Processing Agreement”**: this document, part of the Agreement;
    - c. **“Personal Data”**: data about a person;
    - d. **“Personal Data Breach”**: a breach that concerns Personal Data;
    - e. **“(Data) Breach”**: any breach of security;
    - f. **“Processor”**: Acme.
";

#[test]
fn the_longest_term_counts_and_every_item_of_a_list_of_definitions_is_linked() {
    assert_eq!(
        links(
            "en",
            &format!(
                "{ARTICLE_1}\n    ## 2. Scope\n\n    2.1 The Processing Agreement and the Agreement cover Personal Data. A Personal Data Breach, a Data Breach or another Breach of Personal Data.\n"
            )
        ),
        [
            "1/p1/b: Agreement → “Agreement” at \"1/p1/a\"",
            "1/p1/d: Personal Data → “Personal Data” at \"1/p1/c\"",
            "2.1: Processing Agreement → “Processing Agreement” at \"1/p1/b\"",
            "2.1: Agreement → “Agreement” at \"1/p1/a\"",
            "2.1: Personal Data → “Personal Data” at \"1/p1/c\"",
            "2.1: Personal Data Breach → “Personal Data Breach” at \"1/p1/d\"",
            "2.1: Data Breach → “(Data) Breach” at \"1/p1/e\"",
        ]
    );
}

#[test]
fn capitals_possessives_and_plurals_in_english() {
    assert_eq!(
        links(
            "en",
            &format!(
                "{ARTICLE_1}\n    ## 2. Scope\n\n    2.1 The Processor’s staff.\n\n    2.2 All Processors' staff.\n\n    2.3 Any processor, any agreement.\n\n    2.4 Each Breaches\n\n    2.5 A Sub-Processor.\n"
            )
        ),
        [
            "1/p1/b: Agreement → “Agreement” at \"1/p1/a\"",
            "1/p1/d: Personal Data → “Personal Data” at \"1/p1/c\"",
            "2.1: Processor’s → “Processor” at \"1/p1/f\"",
            "2.2: Processors → “Processor” at \"1/p1/f\"",
            "2.4: Breaches → “(Data) Breach” at \"1/p1/e\"",
        ]
    );
}

#[test]
fn dutch_plurals_compounds_and_lower_case_terms() {
    let text = "
        # Verwerkersovereenkomst

        ## Artikel 1. Begrippen

        1.1 **“persoonsgegeven(s)”**: gegevens over een persoon.

        1.2 **“maatregel(en)”**: wat beveiligt.

        1.3 **“betrokkene(n)”**: over wie het gaat.

        1.4 **“Subverwerker”**: wie de verwerker inschakelt.

        1.5 **“datalek”**: een inbreuk.

        ## Artikel 2. Gebruik

        2.1 Persoonsgegevens van betrokkenen, met een maatregel.

        2.2 Een persoonsgegeven van een betrokkene, met maatregelen, door Subverwerkers.

        2.3 Het persoonsgegevensregister, de subverwerker, het maatregelenpakket en het datalekregister.

        2.4 Datalekken en de melding van een datalek.
    ";
    assert_eq!(
        links("nl", text),
        [
            "2.1: Persoonsgegevens → “persoonsgegeven(s)” at \"1.1\"",
            "2.1: betrokkenen → “betrokkene(n)” at \"1.3\"",
            "2.1: maatregel → “maatregel(en)” at \"1.2\"",
            "2.2: persoonsgegeven → “persoonsgegeven(s)” at \"1.1\"",
            "2.2: betrokkene → “betrokkene(n)” at \"1.3\"",
            "2.2: maatregelen → “maatregel(en)” at \"1.2\"",
            "2.2: Subverwerkers → “Subverwerker” at \"1.4\"",
            "2.4: Datalekken → “datalek” at \"1.5\"",
        ]
    );
}

#[test]
fn how_far_a_definition_reaches() {
    let text = "
        # Verwerkersovereenkomst

        Deze overeenkomst is van Acme B.V. te Utrecht (hierna: **“Verwerker”**) en haar klant (hierna te noemen de **“Verwerkingsverantwoordelijke”**). Zij heten afzonderlijk **“Partij”** dan wel gezamenlijk **“Partijen”**. De rest is geen omschrijving.

        ## Artikel 1. Begrippen

        1.1 **“Dienst”**: wat Verwerker levert. Daartoe hoort de opslag.

        1.2 De melding gaat snel. Onder een **“Datalek”** verstaan wij een inbreuk. Zo is het.

        1.3 Alles wat zo is afgesproken noemen wij **“Maatregel”**.

        1.4 Als **“Schade”** geldt:

        - wat stuk is (**“Zaakschade”**);
        - wat weg is.

        1.5 In deze tabel:

        | | |
        |---|---|
        | **“Klant”** | wie betaalt |
    ";
    assert_eq!(
        definitions("nl", "", text),
        [
            "Verwerker at p1: “Deze overeenkomst is van Acme B.V. te Utrecht (hierna: “Verwerker”) en haar klant (hierna te noemen de “Verwerkingsverantwoordelijke”).”, processor",
            "Verwerkingsverantwoordelijke at p1: “Deze overeenkomst is van Acme B.V. te Utrecht (hierna: “Verwerker”) en haar klant (hierna te noemen de “Verwerkingsverantwoordelijke”).”, controller",
            "Partij at p1: “Zij heten afzonderlijk “Partij” dan wel gezamenlijk “Partijen”.”, party",
            "Partijen at p1: “Zij heten afzonderlijk “Partij” dan wel gezamenlijk “Partijen”.”, party",
            "Dienst at 1.1: Node, services",
            "Datalek at 1.2: “Onder een “Datalek” verstaan wij een inbreuk.”, personal-data-breach",
            "Maatregel at 1.3: Node, -",
            "Schade at 1.4: Node, -",
            "Zaakschade at 1.4/i1: “wat stuk is (“Zaakschade”);”, property-damage",
            "Klant at 1.5: Row, customer",
        ]
    );
}

#[test]
fn parties_known_by_pronouns_are_defined_and_never_linked() {
    let lines = "[[party]]\nrole = \"processor\"\nnames = [\"Acme\"]\npronouns = [\"we\", \"us\"]\n[[party]]\nrole = \"controller\"\nnames = [\"Buyer\"]\n";
    let text = "
        # Terms

        **“Acme”**, **“we”** or **“us”** is Acme, and the **“Buyer”** is who pays.

        ## 1. Service

        1.1 We serve the Buyer; the Buyer pays us. Acme may stop.
    ";
    assert_eq!(
        definitions("en", lines, text),
        ["Acme at p1: Node, processor", "we at p1: Node, -, pronoun", "us at p1: Node, -, pronoun", "Buyer at p1: Node, controller",]
    );
    assert_eq!(
        links_in("en", &[("dpa", lines, text)], "dpa", Audience::Public),
        ["1.1: Buyer → “Buyer” at \"p1\"", "1.1: Acme → “Acme” at \"p1\""]
    );
}

#[test]
fn nothing_is_linked_in_headings_links_and_the_definition_itself() {
    let text = "
        # Overeenkomst

        ## Artikel 1. Datalek

        1.1 Een **“Datalek”** is een inbreuk. Het Datalek telt ook:

        - a. als het Datalek klein is.

        1.2 Zie [het Datalek](https://example.org/) of *een Datalek*, `Datalek`.

        # Bijlage 1. Datalek
    ";
    assert_eq!(links("nl", text), ["1.2: Datalek → “Datalek” at \"1.1\""]);
}

#[test]
fn a_schedule_falls_back_on_its_terms_and_may_redefine_one() {
    let terms = "
        # General Terms

        ## 1. Definitions

        1.1 **“Services”**: all that Acme does.

        1.2 **“Platform”**: what Acme runs.
    ";
    let schedule = "
        # Schedule 2

        ## 1. Definitions

        1.1 **“Services”**: only the processing.

        ## 2. Use

        2.1 The Services run on the Platform, see article 1.2 of the General Terms and article 9 of the General Terms.

        # Annex 1. Platform

        A.1 **“Platform”**: the room with the servers.

        A.2 The Platform and the Services.
    ";
    let agreements = [
        ("general-terms", "known-as = [\"General Terms\"]", terms),
        ("dpa", "belongs-to = \"general-terms\"\nknown-as = [\"Schedule 2\"]", schedule),
    ];
    assert_eq!(
        links_in("en", &agreements, "dpa", Audience::Public),
        [
            "2.1: Services → “Services” at \"1.1\"",
            "2.1: Platform → “Platform” at \"1.2\" of general-terms",
            "2.1: article 1.2 → \"1.2\" of general-terms",
            "2.1: General Terms → \"\" of general-terms",
            "2.1: article 9 → Broken",
            "annex-1/p2: Platform → “Platform” at \"annex-1/p1\"",
            "annex-1/p2: Services → “Services” at \"1.1\"",
        ]
    );
    // The terms know nothing of what the schedule defines.
    assert_eq!(links_in("en", &agreements, "general-terms", Audience::Public), [""; 0]);
}

#[test]
fn a_term_whose_definition_is_withheld_is_not_taken_for_another() {
    let terms = "
        # Terms

        ## 1. Definitions

        1.1 **“Platform”**: what Acme runs.
    ";
    let schedule = "
        # Schedule

        ## 1. Definitions

        1.1 **“Platform”**: the room with the servers. {audience=customers}

        1.2 The Platform, and article 1.1.
    ";
    let agreements = [("terms", "", terms), ("dpa", "belongs-to = \"terms\"", schedule)];
    assert_eq!(links_in("en", &agreements, "dpa", Audience::Public), ["1.2: article 1.1 → Withheld { agreement: \"dpa\", id: \"1.1\" }"]);
    assert_eq!(
        links_in("en", &agreements, "dpa", Audience::Customers),
        ["1.2: Platform → “Platform” at \"1.1\"", "1.2: article 1.1 → \"1.1\""]
    );
}

#[test]
fn documents_by_name_here_elsewhere_and_withheld() {
    let dpa = "
        # Verwerkersovereenkomst

        ## Artikel 1. Beveiliging

        1.1 Zie het Beveiligingsprotocol en artikel 1 van het Beveiligingsprotocol.

        1.2 Zie artikel 2.3 van het hostingcontract, en het hostingcontract zelf.

        1.3 Zie artikel 5 van de Overeenkomst (hierna: **“Overeenkomst”**).

        1.4 Zie artikel 6 van de Overeenkomst.
    ";
    let protocol = "
        # Beveiligingsprotocol

        ## Artikel 1. Toegang

        1.1 Wie mag, mag, volgens de verwerkersovereenkomst.
    ";
    let agreements = [
        ("dpa", "known-as = [\"verwerkersovereenkomst\"]\n[[external]]\nnames = [\"hostingcontract\"]\n", dpa),
        ("protocol", "belongs-to = \"dpa\"\nknown-as = [\"Beveiligingsprotocol\"]", protocol),
    ];
    let withheld = [agreements[0], ("protocol", "belongs-to = \"dpa\"\nknown-as = [\"Beveiligingsprotocol\"]", protocol)];
    assert_eq!(
        links_in("nl", &withheld, "dpa", Audience::Public),
        [
            "1.1: Beveiligingsprotocol → \"\" of protocol",
            "1.1: artikel 1 → \"1\" of protocol",
            "1.2: artikel 2.3 → External",
            "1.2: hostingcontract → External",
            "1.3: artikel 5 → External",
            "1.4: artikel 6 → External",
            "1.4: Overeenkomst → “Overeenkomst” at \"1.3\"",
        ]
    );
    assert_eq!(links_in("nl", &agreements, "protocol", Audience::Public), ["1.1: verwerkersovereenkomst → \"\" of dpa"]);
}

#[test]
fn laws_in_dutch() {
    let text = "
        # Overeenkomst

        Dit volgt uit de Algemene Verordening Gegevensbescherming (hierna: **“de Verordening”**).

        ## Artikel 1. Wet

        1.1 Zie artikel 28 lid 3 onder h AVG, art. 4 lid 8 AVG en artikel 33, eerste lid, van de Verordening.

        1.2 Zie de Wbp, de UAVG, Besluit 2010/87/EU, Uitvoeringsbesluit (EU) 2021/914, SCC 2021/915 en artikel 6:162 BW.

        1.3 Zie AVG artikel 32 en de artikelen 33 en 34 AVG.

        1.4 Zie de Uitvoeringswet Algemene verordening gegevensbescherming.

        1.5 Zie de Verordening, de verordening en lid 1 van artikel 5 AVG.

        1.6 **“Wet”**: de UAVG.

        1.7 Zie artikel 3 van de Wet, artikel 28.3 AVG, artikel 4 (AVG), artikel 3 EVRM en artikel 1 van de statuten.
    ";
    assert_eq!(
        links("nl", text),
        [
            "p1: Algemene Verordening Gegevensbescherming → law gdpr",
            "1.1: artikel 28 lid 3 onder h AVG → law gdpr article 28 paragraph 3 point h",
            "1.1: art. 4 lid 8 AVG → law gdpr article 4 point 8",
            "1.1: artikel 33, eerste lid, van de Verordening → law gdpr article 33 paragraph 1",
            "1.2: Wbp → law wbp",
            "1.2: UAVG → law uavg",
            "1.2: Besluit 2010/87/EU → law decision-2010-87",
            "1.2: Uitvoeringsbesluit (EU) 2021/914 → law scc-2021-914",
            "1.2: SCC 2021/915 → law scc-2021-915",
            "1.2: artikel 6:162 BW → law bw book 6 article 162",
            "1.3: AVG artikel 32 → law gdpr article 32",
            "1.3: artikelen 33 → law gdpr article 33",
            "1.3: 34 AVG → law gdpr article 34",
            "1.4: Uitvoeringswet Algemene verordening gegevensbescherming → law uavg",
            "1.5: Verordening → “Verordening” at \"p1\" (law gdpr)",
            "1.5: lid 1 van artikel 5 AVG → law gdpr article 5 paragraph 1",
            "1.6: UAVG → law uavg",
            "1.7: artikel 3 van de Wet → law uavg article 3",
            "1.7: artikel 28.3 AVG → law gdpr article 28 paragraph 3",
            "1.7: artikel 4 (AVG) → law gdpr article 4",
            "1.7: artikel 3 → External",
            "1.7: artikel 1 → External",
        ]
    );
}

#[test]
fn laws_in_english() {
    let text = "
        # Agreement

        ## 1. Law

        1.1 See Article 28(3)(h) GDPR, Article 4 under 8. GDPR, art. 28 paragraph 3 of the General Data Protection Regulation.

        1.2 See Commission Decision 2010/87/EU and Implementing Decision (EU) 2021/914, and Article 28 of the UK GDPR.

        1.3 See the first paragraph of Article 33 GDPR, and Articles 33 and 34 of the GDPR.
    ";
    assert_eq!(
        links("en", text),
        [
            "1.1: Article 28(3)(h) GDPR → law gdpr article 28 paragraph 3 point h",
            "1.1: Article 4 under 8. GDPR → law gdpr article 4 point 8",
            "1.1: art. 28 paragraph 3 of the General Data Protection Regulation → law gdpr article 28 paragraph 3",
            "1.2: Commission Decision 2010/87/EU → law decision-2010-87",
            "1.2: Implementing Decision (EU) 2021/914 → law scc-2021-914",
            "1.2: Article 28 of the UK GDPR → law uk-gdpr article 28",
            "1.3: first paragraph of Article 33 GDPR → law gdpr article 33 paragraph 1",
            "1.3: Articles 33 → law gdpr article 33",
            "1.3: 34 of the GDPR → law gdpr article 34",
        ]
    );
}

#[test]
fn places_told_by_where_they_are() {
    let text = "
        # Overeenkomst

        ## Artikel 1. Een

        1.1 Eerst. Zie het volgende lid, de artikelen 1 tot en met 2 en het volgende artikel.

        1.2 Zie het vorige lid, dit artikel, het eerste lid, lid 1 onder a en b en het vorige artikel.

        ## Artikel 2. Twee

        2.1 De lijst:

        - a. een;
        - b. twee.

        2.2 Zie het vorige lid, onder b, artikel 2.1 onder a en b, en het voorgaande artikel.

        # Bijlage 1. Gegevens

        1.1 Deze bijlage, artikel 2.1 van de overeenkomst en bijlage 1.
    ";
    assert_eq!(
        links("nl", text),
        [
            "1.1: volgende lid → \"1.2\"",
            "1.1: artikelen 1 → \"1\"",
            "1.1: 2 → \"2\"",
            "1.1: volgende artikel → \"2\"",
            "1.2: vorige lid → \"1.1\"",
            "1.2: dit artikel → \"1\"",
            "1.2: eerste lid → \"1.1\"",
            "1.2: lid 1 onder a → \"1.1\"",
            "1.2: b → \"1.1\"",
            "2.2: vorige lid → \"2.1\"",
            "2.2: artikel 2.1 onder a → \"2.1/a\"",
            "2.2: b → \"2.1/b\"",
            "2.2: voorgaande artikel → \"1\"",
            "bijlage-1/1.1: Deze bijlage → \"bijlage-1\"",
            "bijlage-1/1.1: artikel 2.1 → \"2.1\"",
            "bijlage-1/1.1: bijlage 1 → \"bijlage-1\"",
        ]
    );
}

#[test]
fn entries_of_a_list_are_no_articles_and_belong_to_the_article_that_is_named() {
    let text = "
        # Overeenkomst

        ## Artikel 1. Een

        1. Zie artikel 2, artikel 3 en artikel 4.
        2. Zie de leden 1 en 2 van artikel 3, artikel 3 lid 1 en lid 2, en artikel 3 van deze overeenkomst.
        3. Zie Bijlage 1, artikel 2.1, en www.Klant.nl van de Klant.
        4. Een **“Klant”** koopt.

        ## Artikel 2. Twee

        2.1 Niets.

        ## Artikel 3. Drie

        1. Eerst.
        2. Dan.

        # Bijlage 1. Gegevens

        ## 2. Soorten

        2.1 Alles.
    ";
    assert_eq!(
        links("nl", text),
        [
            "1/1: artikel 2 → \"2\"",
            "1/1: artikel 3 → \"3\"",
            "1/1: artikel 4 → Broken",
            "1/2: leden 1 → \"3/1\"",
            "1/2: 2 van artikel 3 → \"3/2\"",
            "1/2: artikel 3 lid 1 → \"3/1\"",
            "1/2: lid 2 → \"3/2\"",
            "1/2: artikel 3 → \"3\"",
            "1/3: Bijlage 1 → \"bijlage-1\"",
            "1/3: artikel 2.1 → \"bijlage-1/2.1\"",
            "1/3: Klant → “Klant” at \"1/4\"",
        ]
    );
}

#[test]
fn strange_terms_make_no_wrong_links() {
    let text = "
        # Agreement

        ## 1. Definitions

        1.1 **“.*”**: anything. **“(a+)+$”** is a trap.

        1.2 **“U”**: the buyer.

        1.3 **“A”** is a B.

        1.4 **“B”** is an A.

        1.5 **“מעבד”** is a processor, and **“cafe\u{301}”** a café.

        1.6 Any B is U, and u is any aaaa of a café or a cafe, says מעבד or מעבדים.
    ";
    assert_eq!(
        links("en", text),
        [
            "1.3: B → “B” at \"1.4\"",
            "1.4: A → “A” at \"1.3\"",
            "1.6: B → “B” at \"1.4\"",
            "1.6: U → “U” at \"1.2\"",
            "1.6: café → “cafe\u{301}” at \"1.5\"",
            "1.6: מעבד → “מעבד” at \"1.5\"",
        ]
    );
}
