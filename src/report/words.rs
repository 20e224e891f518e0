//! What a finding says, in one language.

use crate::diagnostic::Finding;
use crate::i18n::{Language, Messages, Value};

/// The arguments that are days, as `2026-11-22`.
const DAYS: [&str; 7] = ["since", "until", "from", "promised", "effective", "earliest", "reviewed"];
/// The argument that is the code of a country, as `NL`.
const COUNTRY: &str = "country";

/// The words of a finding, filled in. They hold no control characters but line feeds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What is wrong, in a line without a full stop. If the message cannot be given, the name of the rule
    /// and the arguments, so that no finding is ever silent.
    pub title: String,
    /// A few words for beneath the underlined text.
    pub label: Option<String>,
    /// Why it matters: a sentence.
    pub why: Option<String>,
    /// What to do: a sentence, with the suggestion if there is one.
    pub help: Option<String>,
    /// A few words for beneath the related places.
    pub related: Option<String>,
}

impl Words {
    /// Fills in the messages of a finding's rule. Besides the finding's own arguments they may choose by
    /// `$suggested`, since Fluent cannot tell whether a text is empty. Days are written as the language does, and countries called as it calls them.
    pub fn new(messages: &Messages, language: Language, finding: &Finding) -> Words {
        let mut args: Vec<(&str, Value)> = finding.args.iter().map(|(name, value)| (*name, value.into())).collect();
        for (_, value) in args.iter_mut().filter(|(name, _)| *name == COUNTRY) {
            if let Value::Text(code) = value
                && code.len() == 2
            {
                *value = messages.locale(language).country(code).into();
            }
        }
        for (_, value) in args.iter_mut().filter(|(name, _)| DAYS.contains(name)) {
            if let Value::Text(text) = value
                && let Ok(day) = text.parse::<jiff::civil::Date>()
            {
                *value = messages.locale(language).date(&day).into();
            }
        }
        let suggested = finding.arg("suggestion").is_some_and(|suggestion| !suggestion.is_empty());
        args.push(("suggested", if suggested { "yes" } else { "no" }.into()));
        let say = |part: &str| {
            let id = format!("{}{part}", finding.rule.name);
            messages.text(language, &id, &args).ok().map(|text| printable(&text))
        };
        Words {
            title: say("").unwrap_or_else(|| untold(finding)),
            label: say(".label"),
            why: say(".why"),
            help: say(".help"),
            related: say(".related"),
        }
    }
}

/// What is known of a finding that has no message.
fn untold(finding: &Finding) -> String {
    let args: Vec<String> = finding.args.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    if args.is_empty() { finding.rule.name.to_owned() } else { printable(&format!("{} ({})", finding.rule.name, args.join(", "))) }
}

/// The text as a terminal may be given it. Files and their names come from anywhere, and a terminal obeys
/// control characters, also the 8-bit ones of ISO 6429 that [`annotate_snippets`] lets through.
pub fn printable(text: &str) -> String {
    let normal = annotate_snippets::normalize_untrusted_str(text.trim_end());
    normal.chars().map(|character| if character.is_control() && character != '\n' { '\u{fffd}' } else { character }).collect()
}
