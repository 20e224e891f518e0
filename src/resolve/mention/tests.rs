//! Mentions as texts make them.

use super::*;
use crate::i18n::{Language, Messages};
use crate::source::Sources;

/// Each mention of a text, as `[words] what it is`.
fn found(language: Language, plain: &str) -> String {
    let (messages, _) = Messages::load(&Sources::built_in());
    let scanner = Scanner::new(messages.lexicon(language));
    let known = [
        ("AVG", Named::Law(0)),
        ("Algemene Verordening Gegevensbescherming", Named::Law(0)),
        ("GDPR", Named::Law(0)),
        ("General Data Protection Regulation", Named::Law(0)),
        ("BW", Named::Law(1)),
        ("hosting contract", Named::External),
        ("hoofdovereenkomst", Named::External),
        ("Algemene Voorwaarden", Named::Agreement(7)),
        ("Customer", Named::Own),
        ("Overeenkomst", Named::Own),
        ("GTC", Named::Agreement(7)),
    ];
    let names = |at: usize| {
        let rest = plain.get(at..)?;
        known.iter().find(|(name, _)| starts_with_name(rest, name)).map(|(name, named)| (at + name.len(), *named))
    };
    let shown = scanner.mentions(plain, &names).into_iter().map(|mention| {
        let place = mention.relative.map(|relative| format!("{relative:?} ").to_lowercase()).unwrap_or_default();
        let member = mention.member.map(|member| format!(" lid {member}")).unwrap_or_default();
        let item = mention.item.map(|item| format!(" onder {item}")).unwrap_or_default();
        let document = match mention.document {
            Document::Own => String::new(),
            Document::Annex(word, number) => format!(" of {word} {number}"),
            Document::This(word) => format!(" of this {word}"),
            Document::Named(Named::Law(law)) => format!(" of law {law}"),
            Document::Named(Named::Agreement(agreement)) => format!(" of agreement {agreement}"),
            Document::Named(Named::External) => " elsewhere".to_owned(),
            Document::Named(Named::Own) => " of its own".to_owned(),
        };
        format!("[{}] {place}{:?} {}{member}{item}{document}", &plain[mention.range], mention.kind, mention.number).trim_end().to_owned()
    });
    shown.collect::<Vec<_>>().join("; ")
}

#[test]
fn dutch() {
    for (plain, expected) in [
        ("bedoeld in artikel 3.2.", "[artikel 3.2] Article 3.2"),
        ("Artikel 7 lid 2 onder b geldt", "[Artikel 7 lid 2 onder b] Article 7 lid 2 onder b"),
        ("de artikelen 3 en 4 gelden", "[artikelen 3] Article 3; [4] Article 4"),
        ("als bedoeld in lid 1", "[lid 1] Clause 1"),
        ("de diensten uit bijlage 1.A, en meer", "[bijlage 1.A] Annex 1.A"),
        ("zie Bijlage 2", "[Bijlage 2] Annex 2"),
        ("artikel 28 lid 3 AVG", "[artikel 28 lid 3 AVG] Article 28 lid 3 of law 0"),
        (
            "artikel 4 van de Algemene Verordening Gegevensbescherming.",
            "[artikel 4 van de Algemene Verordening Gegevensbescherming] Article 4 of law 0",
        ),
        ("artikel 2.3 van de hoofdovereenkomst", "[artikel 2.3] Article 2.3 elsewhere"),
        ("lid 3 van artikel 7 en lid 2", "[lid 3 van artikel 7] Article 7 lid 3; [lid 2] Clause 2"),
        ("lid 3 van artikel 28 AVG", "[lid 3 van artikel 28 AVG] Article 28 lid 3 of law 0"),
        ("artikel 33, eerste lid, AVG", "[artikel 33, eerste lid, AVG] Article 33 lid 1 of law 0"),
        ("artikel 6 lid 1, aanhef en onder f AVG", "[artikel 6 lid 1, aanhef en onder f AVG] Article 6 lid 1 onder f of law 0"),
        ("artikel 4 onder 12 AVG", "[artikel 4 onder 12 AVG] Article 4 onder 12 of law 0"),
        ("de artikelen 32 tot en met 36 AVG", "[artikelen 32] Article 32 of law 0; [36 AVG] Article 36 of law 0"),
        ("artikel 33 en 34 AVG", "[artikel 33] Article 33 of law 0; [34 AVG] Article 34 of law 0"),
        ("artikel 3 en 4 uur later", "[artikel 3] Article 3"),
        ("artikel 6:162 BW en artikel 6:1", "[artikel 6:162 BW] Article 6:162 of law 1"),
        ("het eerste lid van artikel 7", "[eerste lid van artikel 7] Article 7 lid 1"),
        ("het tweede lid", "[tweede lid] Clause 2"),
        ("het vorige lid en het volgende artikel", "[vorige lid] previous Clause; [volgende artikel] next Article"),
        ("de vorige leden", ""),
        ("deze Bijlage en dit artikel", "[deze Bijlage] this Annex; [dit artikel] this Article"),
        ("artikel 2 van deze bijlage", "[artikel 2] Article 2 of this bijlage; [deze bijlage] this Annex"),
        ("de leden 1 en 2 van artikel 3", "[leden 1] Article 3 lid 1; [2 van artikel 3] Article 3 lid 2"),
        ("artikel 3 lid 1 en lid 2", "[artikel 3 lid 1] Article 3 lid 1; [lid 2] Article 3 lid 2"),
        ("artikel 33 lid 1 en lid 2 AVG", "[artikel 33 lid 1] Article 33 lid 1 of law 0; [lid 2 AVG] Article 33 lid 2 of law 0"),
        ("Bijlage 1, artikel 2", "[Bijlage 1] Annex 1; [artikel 2] Article 2 of bijlage 1"),
        ("artikel 3 EVRM en artikel 2 van de statuten", "[artikel 3] Article 3 elsewhere; [artikel 2] Article 2 elsewhere"),
        ("artikel 3 is artikel 4 van toepassing", "[artikel 3] Article 3; [artikel 4] Article 4"),
        ("artikel 3 van de Overeenkomst", "[artikel 3] Article 3"),
        ("artikel 7.2 onder a en c", "[artikel 7.2 onder a] Article 7.2 onder a; [c] Article 7.2 onder c"),
        ("artikel 5 van de Algemene Voorwaarden", "[artikel 5] Article 5 of agreement 7"),
        ("artikel 3 van Bijlage 1", "[artikel 3] Article 3 of bijlage 1; [Bijlage 1] Annex 1"),
        ("artikel 3.2, 14 dagen later", "[artikel 3.2] Article 3.2"),
        ("artikel 10 en 24 uur", "[artikel 10] Article 10"),
        ("binnen 24 uur en in artikelen over zorg", ""),
        ("het hoofdartikel 3 en het overlid 1", ""),
    ] {
        assert_eq!(found(Language::NL, plain), expected, "{plain}");
    }
}

#[test]
fn english() {
    for (plain, expected) in [
        ("set out in article 5.3, we grant", "[article 5.3] Article 5.3"),
        ("pursuant to Clause 10.2;", "[Clause 10.2] Clause 10.2"),
        ("Schedule 2 to these GTC", "[Schedule 2] Annex 2"),
        ("paragraphs 1 and 2 of Article 3", "[paragraphs 1] Article 3 lid 1; [2 of Article 3] Article 3 lid 2"),
        ("article 2 of the Articles of Association", "[article 2] Article 2 elsewhere"),
        ("Article 3 ECHR and article 3 Customer", "[Article 3] Article 3 elsewhere; [article 3] Article 3"),
        ("Article 28 (GDPR)", "[Article 28 (GDPR)] Article 28 of law 0"),
        ("article 7 of this Agreement", "[article 7] Article 7"),
        ("articles 6.1 to 6.3", "[articles 6.1] Article 6.1; [6.3] Article 6.3"),
        (
            "article 46 of the General Data Protection Regulation",
            "[article 46 of the General Data Protection Regulation] Article 46 of law 0",
        ),
        ("Article 32 GDPR", "[Article 32 GDPR] Article 32 of law 0"),
        ("Article 28(3)(h) GDPR", "[Article 28(3)(h) GDPR] Article 28 lid 3 onder h of law 0"),
        ("clause 8.1(a) and 8.2 (b)", "[clause 8.1(a)] Clause 8.1 onder a; [8.2 (b)] Clause 8.2 onder b"),
        ("Article 4 under 8. GDPR.", "[Article 4 under 8. GDPR] Article 4 onder 8 of law 0"),
        ("as article 5 says. GDPR applies", "[article 5] Article 5"),
        ("art. 28 paragraph 3 GDPR", "[art. 28 paragraph 3 GDPR] Article 28 lid 3 of law 0"),
        (
            "Article 28, paragraph 3 of the General Data Protection Regulation",
            "[Article 28, paragraph 3 of the General Data Protection Regulation] Article 28 lid 3 of law 0",
        ),
        ("the previous paragraph of this Schedule", "[previous paragraph] previous Clause; [this Schedule] this Annex"),
        ("the first paragraph of Article 28 GDPR", "[first paragraph of Article 28 GDPR] Article 28 lid 1 of law 0"),
        ("Schedule 1 to the GTC", "[Schedule 1] Annex 1 of agreement 7"),
        ("paragraph 3 of Article 28 GDPR", "[paragraph 3 of Article 28 GDPR] Article 28 lid 3 of law 0"),
        ("clause 10.2 under a separate contract", "[clause 10.2] Clause 10.2"),
        ("clause 10.2 under a, and", "[clause 10.2 under a] Clause 10.2 onder a"),
        ("section 2 of Schedule 1", "[section 2] Clause 2 of schedule 1; [Schedule 1] Annex 1"),
        ("article 2.3 of the hosting contract", "[article 2.3] Article 2.3 elsewhere"),
    ] {
        assert_eq!(found(Language::EN, plain), expected, "{plain}");
    }
}
