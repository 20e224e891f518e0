//! The hard cases of real agreements: what stands in the file, and beneath it what it means.

mod support;

use insta::assert_snapshot;
use support::outline_of;

/// The outline of a Dutch original, written indented.
fn outline(markdown: &str) -> String {
    outline_of(&support::text(markdown))
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
