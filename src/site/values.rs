//! Values of facts in words: “24 uur vanaf kennisname”, “de fees van 3 maanden, in totaal”.

use super::World;
use super::about::say;
use super::comparison::{Said, local};
use crate::i18n::{Language, Value as Filled};
use crate::model::recorded::{Measured, Money, Value};
use crate::model::vocabulary::{Fact, Local};

/// A value in words of a language.
pub fn said(world: &World, language: Language, fact: &Fact, value: &Value) -> Said {
    let vocabulary = &world.corpus.vocabulary;
    let named = |words: Option<&Local>, id: &str| words.map_or_else(|| id.to_owned(), |words| local(words, language).to_owned());
    let number = value.number.as_ref().map(|measured| self::measured(world, language, measured));
    let money = value.money.as_ref().map(|money| self::money(world, language, money));
    let figure = number.or(money);
    let choices = value.choices.iter().map(|choice| named(fact.words.get(choice), choice));
    let places = value.places.iter().map(|place| named(vocabulary.places.get(place), place));
    let beside: Vec<String> = [
        value.trigger.as_ref().map(|trigger| named(vocabulary.triggers.get(trigger), trigger)),
        value.per.as_ref().map(|per| named(vocabulary.pers.get(per), per)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let listed: Vec<String> =
        choices.chain(places).chain((!value.text.is_empty()).then(|| local(&value.text, language).to_owned())).collect();
    // “24 uur vanaf kennisname; ook vermoedens”
    let text: Vec<String> = [beside.join(", "), listed.join("; ")].into_iter().filter(|part| !part.is_empty()).collect();
    let text = text.join(if figure.is_some() && beside.is_empty() { " " } else { "; " });
    Said {
        figure,
        text: (!text.is_empty()).then_some(text),
        condition: (!value.condition.is_empty()).then(|| local(&value.condition, language).to_owned()),
        ..Said::default()
    }
}

/// A number and its unit in words: `30 dagen`.
pub fn measured(world: &World, language: Language, measured: &Measured) -> String {
    let number = decimal(world, language, measured.number);
    let unit = world.corpus.vocabulary.units.get(&measured.unit);
    let is_one = (measured.number - 1.0).abs() < f64::EPSILON;
    let unit = unit.map_or(measured.unit.as_str(), |unit| local(if is_one { &unit.one } else { &unit.other }, language));
    format!("{number} {unit}")
}

fn money(world: &World, language: Language, money: &Money) -> String {
    match money {
        Money::Amount(amount, currency) => format!("{currency} {}", decimal(world, language, *amount)),
        Money::MonthsOfFees(months) => {
            let is_one = (months - 1.0).abs() < f64::EPSILON;
            let filled =
                [("months", Filled::from(decimal(world, language, *months))), ("form", Filled::from(if is_one { "one" } else { "other" }))];
            say(world, language, "months-of-fees", &filled)
        }
    }
}

/// A number as the language writes it: `99,5`.
fn decimal(world: &World, language: Language, number: f64) -> String {
    world.messages.locale(language).decimal(number)
}

/// Whether a unit measures time: of its values one is the shortest, not the lowest.
pub fn is_time(unit: &str) -> bool {
    matches!(unit, "hours" | "days" | "working-days" | "weeks" | "months" | "years")
}
