//! The hard cases of real agreements: what stands in the file, and beneath it what it means.

mod support;

use insta::assert_snapshot;
use support::outline_of;

/// The outline of a Dutch original, written indented.
fn outline(markdown: &str) -> String {
    outline_of(&support::text(markdown))
}

/// The outline of an English translation of a Dutch original, both written indented.
fn translated(original: &str, translation: &str) -> String {
    support::outline_of_translation(&support::text(original), &support::text(translation))
}

#[test]
fn labels_after_a_soft_line_break_begin_a_clause() {
    let found = outline(
        r"
        # Overeenkomst

        ## Artikel 7. Meldplicht

        7.1 Verwerker meldt een datalek {topic=breach-notification}
        7.2 De melding bevat het gevolg
        voor betrokkenen. {audience=customers}
        7.3. Verwerker vult haar aan.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 7 label=Artikel 7. “Meldplicht”
        clause 7.1 label=7.1 topic=breach-notification
          “Verwerker meldt een datalek”
        clause 7.2 label=7.2 (customers)
          “De melding bevat het gevolg voor betrokkenen.”
        clause 7.3 label=7.3.
          “Verwerker vult haar aan.”
    ");
}

#[test]
fn a_number_that_a_line_break_put_at_the_beginning_of_a_line_is_told() {
    let found = outline(
        r"
        # Overeenkomst

        ## Artikel 7. Meldplicht

        7.1 Verwerker meldt, zoals bedoeld in artikel
        7.2 en volgende, ieder datalek.

        Dit geldt ook voor artikel
        3.4 van de hoofdovereenkomst.

        7.2 Verwerker betaalt
        12.50 per melding.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 7 label=Artikel 7. “Meldplicht”
        clause 7.1 label=7.1
          “Verwerker meldt, zoals bedoeld in artikel”
        clause 7.2 label=7.2
          “en volgende, ieder datalek.”
          “Dit geldt ook voor artikel”
        clause 7/3.4 label=3.4
          “van de hoofdovereenkomst.”
        clause 7.2-2 label=7.2
          “Verwerker betaalt”
        clause 7/12.50 label=12.50
          “per melding.”
    ! number-in-running-text at “7.2” number=7.2 before=“artikel”
    ! number-in-running-text at “3.4” number=3.4 before=“artikel”
    ! duplicate-number at “7.2” number=7.2 id=7.2-2
    ! number-in-running-text at “12.50” number=12.50 before=7.2
    ");
}

#[test]
fn numbers_that_are_none() {
    let found = outline(
        r"
        # Overeenkomst

        ## Artikel 7. Meldplicht

        7.1 Verwerker meldt:

        24 uur na ontdekking.

        08\.30 uur is het begin van de dag.

        14 (veertien) dagen later.

        1.000 euro is de boete.

        \(3) is hier geen lid.

        ## 24&nbsp;uur bereikbaar
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 7 label=Artikel 7. “Meldplicht”
        clause 7.1 label=7.1
          “Verwerker meldt:”
          “24 uur na ontdekking.”
          “08.30 uur is het begin van de dag.”
          “14 (veertien) dagen later.”
          “1.000 euro is de boete.”
          “(3) is hier geen lid.”
      article s1 “24 uur bereikbaar”
    ");
}

#[test]
fn a_number_may_be_printed_bold() {
    let found = outline(
        r"
        # Overeenkomst

        ## Artikel 7. Meldplicht

        **7.1** Verwerker meldt.

        **7.2 Inhoud.** De melding bevat:

        - **a.** de aard;
        - **b)** *het gevolg*.

        7.3&nbsp;Verwerker vult aan.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 7 label=Artikel 7. “Meldplicht”
        clause 7.1 label=7.1
          “Verwerker meldt.”
        clause 7.2 label=7.2
          “Inhoud. De melding bevat:”
          item 7.2/a label=a.
            “de aard;”
          item 7.2/b label=b)
            “het gevolg.”
        clause 7.3 label=7.3
          “Verwerker vult aan.”
    ");
}

#[test]
fn an_entry_may_begin_with_bold_words_or_a_link() {
    let found = outline(
        r"
        # Overeenkomst

        ## Artikel 7. Meldplicht

        7.1 De melding bevat:

        - **“Aard”**: wat er is gebeurd;
        - *zo mogelijk* het gevolg;
        - [het formulier](https://example.org/) van Verwerker.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 7 label=Artikel 7. “Meldplicht”
        clause 7.1 label=7.1
          “De melding bevat:”
          item 7.1/i1
            ““Aard”: wat er is gebeurd;”
          item 7.1/i2
            “zo mogelijk het gevolg;”
          item 7.1/i3
            “het formulier van Verwerker.”
    ");
}

#[test]
fn a_label_and_description_list() {
    let found = outline(
        r"
        # Overeenkomst

        ## Artikel 1. Gegevens

        1.1 Verwerker verwerkt:

        - **Naam:** van de betrokkene
        - **E-mailadres**: zakelijk {audience=customers}

        1.2 Geen beschrijving:

        - **Let op** dit
        - **Naam:** van de betrokkene
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 1 label=Artikel 1. “Gegevens”
        clause 1.1 label=1.1
          “Verwerker verwerkt:”
          described
          item 1.1/i1
            “Naam: van de betrokkene”
          item 1.1/i2 (customers)
            “E-mailadres: zakelijk”
        clause 1.2 label=1.2
          “Geen beschrijving:”
          item 1.2/i1
            “Let op dit”
          item 1.2/i2
            “Naam: van de betrokkene”
    ");
}

#[test]
fn an_article_without_a_heading_may_have_an_id_and_an_audience() {
    let found = outline(
        r"
        # Overeenkomst

        ## Artikel 13

        De overeenkomst gaat voor.

        ## {#slot audience=customers}

        Getekend te Utrecht.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 13 label=Artikel 13
        clause 13/p1
          “De overeenkomst gaat voor.”
      article slot (customers)
        clause slot/p1 (customers)
          “Getekend te Utrecht.”
    ");
}

#[test]
fn definitions_of_every_quote_style() {
    let found = support::definitions_of(&support::text(
        r#"
        # Overeenkomst (“**Overeenkomst**”)

        Tussen de verwerker (hierna: **“Verwerker”**) en de klant (hierna: **„Klant”** of **‘U’**).

        - **“AVG”:** de verordening;
        - **"(Data) Breach"**: an incident;
        - “**Sub-Processor**”: a third party;
        - **“Diensten” of “Dienst”**: de dienst;
        - **Let op “dit”** definieert niets, en “dit” ook niet.
        "#,
    ));
    assert_snapshot!(found, @r#"
    “Overeenkomst” defines Overeenkomst at “**Overeenkomst**”
    “Verwerker” defines Verwerker at “Verwerker”
    „Klant” defines Klant at „Klant”
    ‘U’ defines U at ‘U’
    “AVG” defines AVG at “AVG”
    "(Data) Breach" defines (Data) Breach at "(Data) Breach"
    “Sub-Processor” defines Sub-Processor at “**Sub-Processor**”
    “Diensten” defines Diensten at “Diensten”
    “Dienst” defines Dienst at “Dienst”
    "#);
}

#[test]
fn attributes_in_the_middle_of_a_text_are_told() {
    let found = outline(
        r"
        # Overeenkomst

        Dit is {audience=internal} niet voor iedereen, \{dit=wel}.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article s0
        clause p1
          “Dit is {audience=internal} niet voor iedereen, {dit=wel}.”
    ! stray-attributes at “{audience=internal}”
    ");
}

#[test]
fn headings_may_be_printed_bold() {
    let found = outline(
        r"
        # **Overeenkomst**

        ## **Artikel 7.** Meldplicht

        ## **Artikel 8. Audit**

        ## 08\.30 uur

        # **Bijlage 1**: Gegevens
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 7 label=Artikel 7. “Meldplicht”
      article 8 label=Artikel 8. “Audit”
      article s1 “08.30 uur”
    part bijlage-1 label=Bijlage 1: “Gegevens”
    ");
}

#[test]
fn a_number_printed_twice_keeps_its_number_and_gets_an_id_of_its_own() {
    let found = outline(
        r"
        # Overeenkomst

        ## Artikel 9. Audit

        9.1 Eerste.

        9.1 Tweede.

        9.1 Derde. {#derde}

        ## Artikel 9. Audit

        Kop en nummer komen tweemaal voor.

        ## Overig

        Een kop zonder nummer.

        ## Overig

        Dezelfde kop.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 9 label=Artikel 9. “Audit”
        clause 9.1 label=9.1
          “Eerste.”
        clause 9.1-2 label=9.1
          “Tweede.”
        clause 9/derde label=9.1 also=9.1-3
          “Derde.”
      article 9-2 label=Artikel 9. “Audit”
        clause 9-2/p1
          “Kop en nummer komen tweemaal voor.”
      article s1 “Overig”
        clause s1/p1
          “Een kop zonder nummer.”
      article s2 “Overig”
        clause s2/p1
          “Dezelfde kop.”
    ! duplicate-number at “9.1” number=9.1 id=9.1-2
    ! duplicate-number at “9.1” number=9.1 id=9/derde
    ! duplicate-number at “Artikel 9. Audit” number=9 id=9-2
    ");
}

#[test]
fn numbers_of_articles_sections_and_clauses_may_be_alike() {
    let found = outline(
        r"
        # Overeenkomst

        (1) Klant wil een dienst.

        (2) Verwerker biedt die.

        ## Artikel 1. Dienst

        1. Verwerker levert.
        2. Klant betaalt.

        ## (2) Duur

        (2) Een jaar.

        2.1 Of langer.

        ### 2.1 Verlenging

        Stilzwijgend.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article s0
        clause s0/1 label=(1)
          “Klant wil een dienst.”
        clause s0/2 label=(2)
          “Verwerker biedt die.”
      article 1 label=Artikel 1. “Dienst”
        clause 1/1 label=1.
          “Verwerker levert.”
        clause 1/2 label=2.
          “Klant betaalt.”
      article 2 label=(2) “Duur”
        clause 2/2 label=(2)
          “Een jaar.”
        clause 2.1 label=2.1
          “Of langer.”
        article 2.1-2 label=2.1 “Verlenging”
          clause 2.1-2/p1
            “Stilzwijgend.”
    ! duplicate-number at “2.1 Verlenging” number=2.1 id=2.1-2
    ");
}

#[test]
fn an_annex_whose_numbers_begin_again() {
    let found = outline(
        r"
        # Overeenkomst

        ## Artikel 1. Begrippen

        1.1 In de overeenkomst.

        # Bijlage 1. Gegevens

        1.1 In de bijlage, direct onder de kop.

        # Bijlage 2. Beveiliging

        ## 1. Toegang

        1.1 Onder een artikel van de bijlage.

        # Bijlage 2. Nogmaals twee

        1. Een lid direct onder de bijlage.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 1 label=Artikel 1. “Begrippen”
        clause 1.1 label=1.1
          “In de overeenkomst.”
    part bijlage-1 label=Bijlage 1. “Gegevens”
      article bijlage-1/s0
        clause bijlage-1/1.1 label=1.1
          “In de bijlage, direct onder de kop.”
    part bijlage-2 label=Bijlage 2. “Beveiliging”
      article bijlage-2/1 label=1. “Toegang”
        clause bijlage-2/1.1 label=1.1
          “Onder een artikel van de bijlage.”
    part bijlage-2-2 label=Bijlage 2. “Nogmaals twee”
      article bijlage-2-2/s0
        clause bijlage-2-2/1 label=1.
          “Een lid direct onder de bijlage.”
    ! duplicate-number at “Bijlage 2. Nogmaals twee” number=Bijlage 2 id=bijlage-2-2
    ");
}

#[test]
fn explicit_ids_have_the_number_as_a_second_anchor() {
    let found = outline(
        r"
        # Overeenkomst

        ## Artikel 7. Meldplicht {#melden}

        7.1 Met nummer.

        7.2 Met nummer en id. {#termijn}

        Zonder nummer, met id. {#juistheid}

        3. Een lid.

        Zonder nummer.

        - a. eerste {#aard}
        - b. tweede

        # Bijlage 1. Gegevens {#gegevens}

        1.1 In de bijlage.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article melden label=Artikel 7. also=7 “Meldplicht”
        clause 7.1 label=7.1
          “Met nummer.”
        clause melden/termijn label=7.2 also=7.2
          “Met nummer en id.”
        clause melden/juistheid also=7/juistheid
          “Zonder nummer, met id.”
        clause melden/3 label=3. also=7/3
          “Een lid.”
          “Zonder nummer.”
          item melden/3/aard label=a. also=7/3/a
            “eerste”
          item melden/3/b label=b. also=7/3/b
            “tweede”
    part gegevens label=Bijlage 1. also=bijlage-1 “Gegevens”
      article gegevens/s0 also=bijlage-1/s0
        clause gegevens/1.1 label=1.1 also=bijlage-1/1.1
          “In de bijlage.”
    ");
}

#[test]
fn an_id_that_is_taken_is_told() {
    let found = outline(
        r"
        # Overeenkomst

        ## Artikel 7. Meldplicht

        7.1 Een. {#termijn}

        7.2 Twee. {#termijn}

        Drie. {#p1}

        ## Kop {#8}

        Vier.

        ## Artikel 8. Audit

        Vijf.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 7 label=Artikel 7. “Meldplicht”
        clause 7/termijn label=7.1 also=7.1
          “Een.”
        clause 7/termijn-2 label=7.2 also=7.2
          “Twee.”
        clause 7/p1
          “Drie.”
      article 8 “Kop”
        clause 8/p1
          “Vier.”
      article 8-2 label=Artikel 8. “Audit”
        clause 8-2/p1
          “Vijf.”
    ! duplicate-id at “7.2” id=7/termijn
    ! duplicate-id at “Artikel 8. Audit” id=8
    ");
}

#[test]
fn what_a_paragraph_a_table_or_a_row_says_is_said_of_its_clause() {
    let found = outline(
        r"
        # Overeenkomst

        ## Artikel 4. Beveiliging {topic=sec-access}

        4.1 Verwerker versleutelt. {measure=access-control}

        Zij test ook. {topic=sec-encryption measure=passwords}

        | Maatregel | Hoe |
        | --- | --- |
        | Wachtwoorden | sterk {measure=brute-force} |
        | Sleutels | lang {#sleutels audience=internal} |

        {measure=authorisation-review}

        > Aangehaald.

        {audience=customers}

        4.2 Een tabel met een id is een bepaling op zichzelf.

        | A | B |
        | --- | --- |
        | a | b {measure=passwords audience=internal} |

        {#tabel topic=sec-encryption}
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 4 label=Artikel 4. topic=sec-access “Beveiliging”
        clause 4.1 label=4.1 topic=sec-access,sec-encryption measure=access-control,passwords,authorisation-review,brute-force
          “Verwerker versleutelt.”
          “Zij test ook.”
          table Maatregel | Hoe
            Wachtwoorden | sterk
            Sleutels | lang (internal)
          only customers
            quote
              “Aangehaald.”
        clause 4.2 label=4.2 topic=sec-access
          “Een tabel met een id is een bepaling op zichzelf.”
        clause 4/tabel topic=sec-encryption
          table A | B
            a | b (internal)
    ! stray-attributes at “{#sleutels audience=internal}”
    ! stray-attributes at “{measure=passwords audience=internal}”
    ");
}

#[test]
fn a_list_that_counts_directly_under_an_article_is_of_clauses() {
    let found = outline(
        r"
        # Overeenkomst

        ## Artikel 1. Leden

        1. Eerste lid:

           - a. onderdeel;
           - b. onderdeel.

        2. Tweede lid.

        Dit hoort nog bij lid 2.

        3. Derde lid.

        Dit staat op zichzelf. {#los}

        4. Vierde lid.
        5. Vijfde lid.

        ## Artikel 2. Nummers zoals gedrukt

        3. Drie.
        3. Nog eens drie.
        7. Zeven.

        ## Artikel 3. Na een zin

        Het volgende geldt.

        1) Eerste lid.
        2) Tweede lid.

        ## Artikel 4. Na een inleiding

        De melding bevat:

        1. het eerste;
        2. het tweede.

        ## Artikel 5. In een lid

        5.1 De melding bevat.

        1. het eerste;
        2. het tweede.

        ## Artikel 6. Tussen haakjes

        6.1 De melding bevat:

        - (1) het eerste;
        - (2) het tweede.

        ## Artikel 7. Nummers in een lijst

        - 7.1 Eerste.
        - 7.2 Tweede.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 1 label=Artikel 1. “Leden”
        clause 1/1 label=1.
          “Eerste lid:”
          item 1/1/a label=a.
            “onderdeel;”
          item 1/1/b label=b.
            “onderdeel.”
        clause 1/2 label=2.
          “Tweede lid.”
          “Dit hoort nog bij lid 2.”
        clause 1/3 label=3.
          “Derde lid.”
        clause 1/los
          “Dit staat op zichzelf.”
        clause 1/4 label=4.
          “Vierde lid.”
        clause 1/5 label=5.
          “Vijfde lid.”
      article 2 label=Artikel 2. “Nummers zoals gedrukt”
        clause 2/3 label=3.
          “Drie.”
        clause 2/3-2 label=3.
          “Nog eens drie.”
        clause 2/7 label=7.
          “Zeven.”
      article 3 label=Artikel 3. “Na een zin”
        clause 3/p1
          “Het volgende geldt.”
        clause 3/1 label=1)
          “Eerste lid.”
        clause 3/2 label=2)
          “Tweede lid.”
      article 4 label=Artikel 4. “Na een inleiding”
        clause 4/p1
          “De melding bevat:”
          item 4/p1/1 label=1.
            “het eerste;”
          item 4/p1/2 label=2.
            “het tweede.”
      article 5 label=Artikel 5. “In een lid”
        clause 5.1 label=5.1
          “De melding bevat.”
          item 5.1/1 label=1.
            “het eerste;”
          item 5.1/2 label=2.
            “het tweede.”
      article 6 label=Artikel 6. “Tussen haakjes”
        clause 6.1 label=6.1
          “De melding bevat:”
          item 6.1/1 label=(1)
            “het eerste;”
          item 6.1/2 label=(2)
            “het tweede.”
      article 7 label=Artikel 7. “Nummers in een lijst”
        clause 7.1 label=7.1
          “Eerste.”
        clause 7.2 label=7.2
          “Tweede.”
    ! duplicate-number at “3.” number=3. id=2/3-2
    ");
}

#[test]
fn a_translation_of_the_same_shape_takes_ids_topics_and_audiences() {
    let found = translated(
        r"
        # Verwerkersovereenkomst

        Tussen partijen.

        ## Artikel 7. Meldplicht {#melden topic=breach-notification}

        7.1 Verwerker meldt:

        - a. de aard; {audience=customers}
        - b. het gevolg:
          - (i) nu;
          - (ii) later.

        Losse alinea. {#los audience=internal}

        | A | B |
        | --- | --- |
        | een | twee {audience=internal} |

        # Bijlage 1. Beveiliging {audience=customers}

        - 1.A. Eerste.
        ",
        r"
        # Processing agreement

        Between the parties.

        ## 7. Duty to report

        7.1 Processor reports:

        - (a) its nature;
        - its consequences:
          - i) now;
          - ii) later.

        A paragraph by itself.

        | A | B |
        | --- | --- |
        | one | two |

        # Annex 1. Security

        - 1.A. First.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Processing agreement”
      article s0
        clause p1
          “Between the parties.”
      article melden label=7. also=7 topic=breach-notification “Duty to report”
        clause 7.1 label=7.1 topic=breach-notification
          “Processor reports:”
          item 7.1/a label=(a) topic=breach-notification (customers)
            “its nature;”
          item 7.1/b topic=breach-notification
            “its consequences:”
            item 7.1/b/i label=i) topic=breach-notification
              “now;”
            item 7.1/b/ii label=ii) topic=breach-notification
              “later.”
        clause melden/los also=7/los topic=breach-notification (internal)
          “A paragraph by itself.”
          table A | B
            one | two (internal)
    part bijlage-1 label=Annex 1. (customers) “Security”
      article bijlage-1/s0 (customers)
        clause bijlage-1/1.A label=1.A. (customers)
          “First.”
    ");
}

#[test]
fn a_translation_that_drops_an_item_is_as_narrow_as_its_narrowest() {
    let found = translated(
        r"
        # Overeenkomst

        ## Artikel 7. Meldplicht

        7.1 Verwerker meldt:

        - a. de aard;
        - b. het gevolg; {audience=internal}
        - c. de maatregelen.

        7.2 En verder.

        ## Artikel 8. Audit

        8.1 Elk jaar.
        ",
        r"
        # Agreement

        ## 7. Duty to report

        7.1 Processor reports:

        - a. its nature;
        - c. the measures.

        7.2 And more.

        ## 8. Audit

        8.1 Each year.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Agreement”
      article 7 label=7. (internal) “Duty to report”
        clause 7.1 label=7.1 (internal)
          “Processor reports:”
          item 7.1/a-en label=a. (internal)
            “its nature;”
          item 7.1/c-en label=c. (internal)
            “the measures.”
        clause 7.2 label=7.2 (internal)
          “And more.”
      article 8 label=8. “Audit”
        clause 8.1 label=8.1
          “Each year.”
    ! translation-shape at “7.1” id=7 what=article original=7.1 ¶ (• b •) translation=7.1 ¶ (• c)
    ");
}

#[test]
fn labels_of_items_that_count_differently_are_told() {
    let found = translated(
        r"
        # Overeenkomst

        ## Artikel 7. Meldplicht

        7.1 Verwerker meldt:

        - a. de aard;
        - b. het gevolg.
        ",
        r"
        # Agreement

        ## 7. Duty to report

        7.1 Processor reports:

        - a. its nature;
        - c. the measures.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Agreement”
      article 7 label=7. “Duty to report”
        clause 7.1 label=7.1
          “Processor reports:”
          item 7.1/a-en label=a.
            “its nature;”
          item 7.1/c-en label=c.
            “the measures.”
    ! translation-shape at “7.1” id=7 what=article original=7.1 ¶ (• b) translation=7.1 ¶ (• c)
    ");
}

#[test]
fn a_translation_that_drops_an_article() {
    let found = translated(
        r"
        # Overeenkomst

        ## Artikel 1. Een

        Eerste. {audience=customers}

        ## Artikel 2. Twee

        Tweede.

        ## Artikel 3. Drie

        Derde.
        ",
        r"
        # Agreement

        ## 1. One

        First.

        ## 3. Three

        Third.

        ## Extra

        Fourth.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Agreement”
      article 1 label=1. (customers) “One”
        clause 1/p1 (customers)
          “First.”
      article 3 label=3. (customers) “Three”
        clause 3/p1 (customers)
          “Third.”
      article s1-en (customers) “Extra”
        clause s1/p1-en (customers)
          “Fourth.”
    ! translation-shape at “3. Three” what=articles original=1, 2, 3 translation=1, 3, –
    ");
}

#[test]
fn a_translation_with_an_extra_paragraph() {
    let found = translated(
        r"
        # Overeenkomst

        ## Artikel 1. Een

        1.1 Eerste.

        1.2 Tweede.
        ",
        r"
        # Agreement

        ## 1. One

        1.1 First.

        Something that the original does not have.

        1.2 Second.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Agreement”
      article 1 label=1. “One”
        clause 1.1 label=1.1
          “First.”
          “Something that the original does not have.”
        clause 1.2 label=1.2
          “Second.”
    ! translation-shape at “1.1” id=1 what=article original=1.1 ¶ translation=1.1 ¶ ¶
    ");
}

#[test]
fn a_translation_that_drops_an_annex_shows_none_of_the_others_too_widely() {
    let found = translated(
        r"
        # Overeenkomst

        Tekst.

        # Bijlage 1. Gegevens

        Gegevens.

        # Bijlage 2. Beveiliging {audience=internal}

        Beveiliging.
        ",
        r"
        # Agreement

        Text.

        # Annex 2. Security

        Security.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Agreement”
      article s0
        clause p1
          “Text.”
    part bijlage-2 label=Annex 2. (internal) “Security”
      article bijlage-2/s0 (internal)
        clause bijlage-2/p1 (internal)
          “Security.”
    ! translation-shape at “Annex 2. Security” what=annexes original=Overeenkomst, Bijlage 1., Bijlage 2. translation=Agreement, Annex 2.
    ");
}

#[test]
fn a_note_that_the_translation_lacks_is_told() {
    let found = translated(
        r"
        # Overeenkomst[^1]

        Tekst[^2] hier.

        [^1]: Eerste noot.

        [^2]: Tweede noot.

            Met een tweede alinea. {audience=internal}
        ",
        r"
        # Agreement

        Text[^2] here.

        [^2]: Second note.

            With a second paragraph.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Agreement”
      article s0
        clause p1
          “Text here.”
    note 1 (2, public)
      “Second note.”
      only internal
        “With a second paragraph.”
    ! translation-shape at “Agreement” what=notes original=[^1], [^2] translation=[^2]
    ");
}

#[test]
fn only_the_original_says_ids_topics_and_audiences() {
    let found = translated(
        r"
        # Overeenkomst

        ## Artikel 1. Een {topic=audit audience=customers}

        1.1 Eerste.
        ",
        r"
        # Agreement

        ## 1. One {topic=audit}

        1.1 First. {#first audience=internal}
        ",
    );
    assert_snapshot!(found, @r"
    part · “Agreement”
      article 1 label=1. topic=audit (customers) “One”
        clause 1.1 label=1.1 topic=audit (internal)
          “First.”
    ! attribute-in-translation at “{topic=audit}” attribute=topic
    ! attribute-in-translation at “{#first audience=internal}” attribute=id
    ");
}

#[test]
fn references_lead_to_what_a_lawyer_means() {
    let found = support::references_of(&support::text(
        r"
        # Overeenkomst

        ## Artikel 1. Begrippen

        Dit artikel noemt:

        - a. het eerste;
        - b. het tweede.

        ## Artikel 7. Meldplicht

        7.1 Zie artikel 1 onder b, lid 2 en artikel 7 lid 2 onder a.

        7.2 Zie lid 1 van artikel 8, en Bijlage 1:

        - a. artikel 1.1 van Bijlage 1;
        - b. artikel 1 van de hoofdovereenkomst en artikel 28 lid 3 AVG.

        ## Artikel 8. Audit

        1. Zie lid 2, artikel 7.2, 24 uur na lid 1.
        2. Zie de artikelen 7.1 en 7.2 en Bijlage 1.

        ## Artikel 9. Wat er niet is

        9.1 Zie lid 3, artikel 7 lid 9, artikel 7.2 onder z, artikel 12 en artikel 3 van Bijlage 1.

        9.2 Zie Bijlage 2 en artikel
        7.1 zonder meer.

        # Bijlage 1. Gegevens

        1.1 Zie artikel 1.1 en artikel 7.1.
        ",
    ));
    assert_snapshot!(found, @r#"
    Dit artikel → "1"
    artikel 1 onder b → "1/p1/b"
    lid 2 → "7.2"
    artikel 7 lid 2 onder a → "7.2/a"
    lid 1 van artikel 8 → "8/1"
    Bijlage 1 → "bijlage-1"
    artikel 1.1 → "bijlage-1/1.1"
    Bijlage 1 → "bijlage-1"
    artikel 1 → External
    hoofdovereenkomst → External
    artikel 28 lid 3 AVG → law gdpr article 28 paragraph 3
    lid 2 → "8/2"
    artikel 7.2 → "7.2"
    lid 1 → "8/1"
    artikelen 7.1 → "7.1"
    7.2 → "7.2"
    Bijlage 1 → "bijlage-1"
    lid 3 → Broken
    artikel 7 lid 9 → Broken
    artikel 7.2 onder z → Broken
    artikel 12 → Broken
    artikel 3 → Broken
    Bijlage 1 → "bijlage-1"
    Bijlage 2 → Broken
    artikel 1.1 → "bijlage-1/1.1"
    artikel 7.1 → "7.1"
    ! broken-reference at “lid 3” id=9.1 text=lid 3
    ! broken-reference at “artikel 7 lid 9” id=9.1 text=artikel 7 lid 9
    ! broken-reference at “artikel 7.2 onder z” id=9.1 text=artikel 7.2 onder z
    ! broken-reference at “artikel 12” id=9.1 text=artikel 12
    ! broken-reference at “artikel 3” id=9.1 text=artikel 3
    ! broken-reference at “Bijlage 2” id=9.2 text=Bijlage 2
    ! number-in-running-text at “7.1” number=7.1 before=9.2
    "#);
}

#[test]
fn what_was_signed_like_this_is_accepted_where_it_is() {
    let text = support::text(
        r"
        # Overeenkomst

        ## Artikel 9. Audit

        9.1 Eerste, zie artikel 12.

        9.1 Tweede, zoals bedoeld in artikel
        9.2 hieronder.

        - a. Zie artikel 13.
        ",
    );
    assert_snapshot!(support::told_after_allowing(&text, &[]), @r"
    ! broken-reference at “artikel 12” id=9.1 text=artikel 12
    ! duplicate-number at “9.1” number=9.1 id=9.1-2
    ! number-in-running-text at “9.2” number=9.2 before=“artikel”
    ! broken-reference at “artikel 13” id=9.2/a text=artikel 13
    ");
    let allowed = ["duplicate-number at 9.1-2", "broken-reference at 9.1", "broken-reference at 9.2/a", "number-in-running-text at 9.2"];
    assert_snapshot!(support::told_after_allowing(&text, &allowed), @"");
    assert_snapshot!(support::told_after_allowing(&text, &["duplicate-number at 9.1"]), @r#"
    ! unused-allow at “"duplicate-number"” rule=duplicate-number at=9.1 what=nothing
    ! broken-reference at “artikel 12” id=9.1 text=artikel 12
    ! duplicate-number at “9.1” number=9.1 id=9.1-2
    ! number-in-running-text at “9.2” number=9.2 before=“artikel”
    ! broken-reference at “artikel 13” id=9.2/a text=artikel 13
    "#);
}

#[test]
fn text_after_a_list_and_stray_paragraphs_belong_to_the_clause_before_them() {
    let found = outline(
        r"
        # Overeenkomst

        ## Artikel 11. Beëindiging

        11.5 Verwerker meldt:

        - a) surseance;
        - b) faillissement.

        Dit geldt ook voor groepsmaatschappijen.

        Klant mag opzeggen als Verwerker niet meer voldoet.

        ## Artikel 12. Met een id

        12.1 Verwerker meldt.

        Klant mag opzeggen als Verwerker niet meer voldoet. {#opzegging}

        En ook dit staat op zichzelf.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 11 label=Artikel 11. “Beëindiging”
        clause 11.5 label=11.5
          “Verwerker meldt:”
          item 11.5/a label=a)
            “surseance;”
          item 11.5/b label=b)
            “faillissement.”
          “Dit geldt ook voor groepsmaatschappijen.”
          “Klant mag opzeggen als Verwerker niet meer voldoet.”
      article 12 label=Artikel 12. “Met een id”
        clause 12.1 label=12.1
          “Verwerker meldt.”
        clause 12/opzegging
          “Klant mag opzeggen als Verwerker niet meer voldoet.”
        clause 12/p1
          “En ook dit staat op zichzelf.”
    ");
}

#[test]
fn roman_items_within_lettered_items_within_a_clause() {
    let found = outline(
        r"
        # Overeenkomst

        ## Artikel 7. Meldplicht

        7.2 De melding bevat:

        - a. de aard:
          - (i) wat;
          - (ii) wanneer:
            - 1° precies;
            - (2) ongeveer;
        - b. het gevolg, met

          een tweede alinea. {audience=internal}

          | A | B |
          | --- | --- |
          | c | d |
        - i. een letter, of een cijfer
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 7 label=Artikel 7. “Meldplicht”
        clause 7.2 label=7.2
          “De melding bevat:”
          item 7.2/a label=a.
            “de aard:”
            item 7.2/a/i label=(i)
              “wat;”
            item 7.2/a/ii label=(ii)
              “wanneer:”
              item 7.2/a/ii/i1
                “1° precies;”
              item 7.2/a/ii/2 label=(2)
                “ongeveer;”
          item 7.2/b label=b.
            “het gevolg, met”
            only internal
              “een tweede alinea.”
            table A | B
              c | d
          item 7.2/i label=i.
            “een letter, of een cijfer”
    ");
}

#[test]
fn sections_numbered_like_1_c() {
    let found = outline(
        r"
        # Bijlage 1

        ## 1.A. Gegevens

        Namen.

        ## 1.C. Betrokkenen

        1.C.1 Klanten.

        ### 1.C.2 Medewerkers

        1.C.2.a Met contract.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Bijlage 1”
      article 1.A label=1.A. “Gegevens”
        clause 1.A/p1
          “Namen.”
      article 1.C label=1.C. “Betrokkenen”
        clause 1.C.1 label=1.C.1
          “Klanten.”
        article 1.C.2 label=1.C.2 “Medewerkers”
          clause 1.C.2.a label=1.C.2.a
            “Met contract.”
    ");
}

#[test]
fn tables_of_labels_and_descriptions() {
    let found = outline(
        r"
        # Bijlage

        1.1 Gegevens: {topic=data-categories}

        | | |
        | --- | --- |
        | Naam | van de **betrokkene**[^1] |
        | Adres | {adres} {audience=customers} |
        | Leeg | |

        {#tabel audience=public}

        [^1]: Of diens vertegenwoordiger.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Bijlage”
      article s0
        clause 1.1 label=1.1 topic=data-categories
          “Gegevens:”
        clause tabel
          table described
            Naam | van de betrokkene
            Adres | ____ (customers)
            Leeg | 
    note 1 (1, public)
      “Of diens vertegenwoordiger.”
    ");
}

#[test]
fn footnotes_in_headings_items_and_cells() {
    let found = outline(
        r"
        # Overeenkomst[^titel]

        ## Artikel 1. Begrippen[^kop] {audience=customers}

        1.1 Zie:

        - a. dit[^kop] en[^cel]

        # Bijlage 1[^bijlage]

        | A | B |
        | --- | --- |
        | a[^cel] | b |

        [^kop]: Bij de kop, zie ook[^diep].

        [^cel]: Bij de cel.

            Tweede alinea.

        [^titel]: Bij de titel.

        [^bijlage]: Bij de bijlage.

        [^diep]: Bij een noot.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article 1 label=Artikel 1. (customers) “Begrippen”
        clause 1.1 label=1.1 (customers)
          “Zie:”
          item 1.1/a label=a. (customers)
            “dit en”
    part bijlage-1 label=Bijlage 1
      article bijlage-1/s0
        clause bijlage-1/p1
          table A | B
            a | b
    note 1 (titel, public)
      “Bij de titel.”
    note 2 (kop, customers)
      “Bij de kop, zie ook.”
    note 3 (cel, customers)
      “Bij de cel.”
      “Tweede alinea.”
    note 4 (bijlage, public)
      “Bij de bijlage.”
    note 5 (diep, customers)
      “Bij een noot.”
    ");
}

#[test]
fn blanks_and_a_signature_table() {
    let found = outline(
        r"
        # Overeenkomst

        Partij is {Bedrijfsnaam (statutair)}, te {plaats_naam}, met {a}{b} en {{dubbel}} en { } en \{geen}.

        ## Ondertekening {#ondertekening}

        | Voor Verwerker | Voor Klant |
        | --- | --- |
        | Naam: {naam} | Naam: {naam} |
        | Datum: {datum} | |

        Getekend te {plaats}
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article s0
        clause p1
          “Partij is ____, te ____, met ________ en {____} en { } en {geen}.”
      article ondertekening “Ondertekening”
        clause ondertekening/p1
          table Voor Verwerker | Voor Klant
            Naam: ____ | Naam: ____
            Datum: ____ | 
        clause ondertekening/p2
          “Getekend te ____”
    ");
}

#[test]
fn comments_and_breaks() {
    let found = outline(
        r"
        # Overeenkomst

        <!-- Nog na te kijken:
        7.1 dit niet. -->

        Een zin <!-- met een opmerking --> met een regel\
        en nog een,<br>en nog een.

        ---

        <!-- a --> Dit staat achter een opmerking.
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article s0
        clause p1
          “Een zin met een regel en nog een, en nog een.”
    ! unsupported-markup at “<!-- a --> Dit staat achter een opmerking.” what=html
    ");
}

#[test]
fn markup_that_an_agreement_cannot_hold() {
    let found = outline(
        r"
        # Overeenkomst

        Tekst met <b>vet</b>, ![logo](logo.png) en [gevaar](javascript:alert).

            vier spaties

        ```
        code
        ```

        <p>Verloren.</p>

        - # Kop in een lijst {audience=internal}

        > ## Kop in een citaat
        ",
    );
    assert_snapshot!(found, @r"
    part · “Overeenkomst”
      article s0
        clause p1
          “Tekst met vet, logo en gevaar.”
        clause p2
          “vier spaties”
        clause p3
          “code”
          item p3/i1
            only internal
              “Kop in een lijst”
          quote
            “Kop in een citaat”
    ! unsupported-markup at “<b>” what=tag
    ! unsupported-markup at “</b>” what=tag
    ! unsupported-markup at “![logo](logo.png)” what=image
    ! unsupported-markup at “[gevaar](javascript:alert)” what=link
    ! unsupported-markup at “vier spaties” what=code
    ! unsupported-markup at “```” what=code
    ! unsupported-markup at “<p>Verloren.</p>” what=html
    ");
}

#[test]
fn both_languages_may_be_original() {
    let toml = support::agreement_toml("nl")
        .replace("prevailing = \"not-stated\"", "prevailing = \"equal\"")
        .replace("status = \"informative\"", "status = \"equally-authentic\"");
    let sources = support::acme(
        &toml,
        &[("nl", "# Overeenkomst\n\n## Artikel 1. Een\n\n1.1 Zin.\n"), ("en", "# Agreement\n\n## 1. One\n\n1.1 Sentence.\n")],
    );
    let (corpus, findings) = support::load(&sources);
    assert_eq!(support::told(&sources, &findings), "");
    let agreement = &corpus.vendors[0].agreements[0];
    assert_eq!(agreement.prevailing, clausewerk::model::Prevailing::Equal);
    assert_eq!(agreement.translations.values().collect::<Vec<_>>(), [&clausewerk::model::TranslationStatus::EquallyAuthentic]);
    let [en, nl] = agreement.texts.values().collect::<Vec<_>>()[..] else { panic!("two texts") };
    let ids = |text: &clausewerk::model::AgreementText| {
        let mut ids = Vec::new();
        clausewerk::model::walk::metas(&text.parts, &mut |meta| ids.push(meta.id.to_string()));
        ids
    };
    assert_eq!(ids(nl), ["", "1", "1.1"]);
    assert_eq!(ids(en), ids(nl));
}

/// What a slip of the pen does to a text that was meant for fewer readers: it is told, or the text is hidden, never published.
#[test]
fn a_slip_never_publishes_what_was_meant_for_fewer() {
    for (slip, told) in [
        ("## Artikel 1. A\n\n1.1 T:\n\n| a | b |\n| - | - |\n| zqa | zqb | {audience=customers} |\n", "hidden"),
        ("## Artikel 1. A\n\n1.1 T:\n\n| a | b |\n| - | - |\n| zqa | zqb |\n{audience=customers}\n", "hidden"),
        ("## Artikel 1. A\n\n1.1 L:\n\n- een\n- zqb\n{audience=customers}\n", "stray-attributes"),
        ("## Artikel 1. A\n\n1.1 Zqa. {audience=customers\n", "suspect-attribute"),
        ("## Artikel 1. A\n\n1.1 Zqa. audience=customers}\n", "suspect-attribute"),
        ("## Artikel 1. A\n\n1.1 Zqa. [audience=customers]\n", "suspect-attribute"),
        ("## Artikel 1. A\n\n1.1 Zqa. {.customers}\n", "suspect-attribute"),
        ("## Artikel 1. A\n\n1.1 T:\n\n| a | b |\n| - | - |\n| een | twee | zqdrie |\n", "lost-cell"),
    ] {
        let outline = support::public_outline_of(&format!("# T\n\n{slip}"));
        match told {
            "hidden" => assert!(!outline.to_lowercase().contains("zqb") && !outline.contains("! "), "{slip}\n{outline}"),
            rule => assert!(outline.contains(&format!("! {rule}")), "{slip}\n{outline}"),
        }
    }
    // What is escaped is meant to be printed.
    let outline = support::public_outline_of("# T\n\n1.1 Schrijf \\{audience=customers} aan het einde.\n");
    assert!(!outline.contains("! "), "{outline}");
}
