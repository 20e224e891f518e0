//! The site owner's positions on facts and requirements, as conditions over what is recorded of a vendor.
//!
//! Judgement is for the internal audience: `audience` takes the playbook away from every other.

use super::recorded::{Fact, FactState, Grade, Money, Shown, Value};
use super::vocabulary::{FactKind, Local};
use crate::diagnostic::Span;
pub use crate::parse::playbook::Of;

/// The unit of an amount that is told as the fees of so many months.
pub const MONTHS_OF_FEES: &str = "months-of-fees";

/// What is wanted of a fact or requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    /// What it is about.
    pub subject: Subject,
    /// What to negotiate first has the lowest number.
    pub priority: Option<u16>,
    /// Why, by language.
    pub reason: Local,
    /// The wording to ask for, by language.
    pub ask: Local,
    /// What is best.
    pub preferred: Level,
    /// What will do.
    pub acceptable: Level,
    /// What will not.
    pub unacceptable: Level,
    /// Where it stands.
    pub span: Span,
}

/// What a position is about, by its id in the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A fact.
    Fact(String),
    /// A requirement.
    Requirement(String),
}

/// A level of a position: it is reached in any of its cases.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Level {
    /// It in a few words, by language.
    pub says: Local,
    /// The cases.
    pub cases: Vec<Case>,
}

/// A case: everything in it must hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Of a requirement: one of these grades.
    pub grades: Vec<Grade>,
    /// Of a fact: this.
    pub own: Condition,
    /// And of other facts, by their ids, that.
    pub with: Vec<(String, Condition)>,
    /// Where it stands.
    pub span: Span,
}

/// What a record of a fact must be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Condition {
    /// One of these states; none are given where all will do that can have such a value.
    pub states: Vec<FactState>,
    /// Which of its values must be so.
    pub of: Of,
    /// At least one of these choices.
    pub any_of: Vec<String>,
    /// All of these choices.
    pub all_of: Vec<String>,
    /// None of these choices.
    pub none_of: Vec<String>,
    /// Whether it has a number or an amount at all.
    pub has_number: Option<bool>,
    /// A number or amount within this.
    pub range: Option<Range>,
    /// A period from one of these events on.
    pub triggers: Vec<String>,
    /// An amount per one of these.
    pub pers: Vec<String>,
    /// Places, all of them among these.
    pub within: Vec<String>,
}

/// Numbers of one unit. Units are never converted.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// The unit, a currency, or [`MONTHS_OF_FEES`].
    pub unit: String,
    /// The least, and whether it belongs to them.
    pub low: Option<(f64, bool)>,
    /// The greatest, and whether it belongs to them.
    pub high: Option<(f64, bool)>,
}

impl Subject {
    /// Its id in the vocabulary.
    pub fn id(&self) -> &str {
        let (Subject::Fact(id) | Subject::Requirement(id)) = self;
        id
    }
}

impl Position {
    /// Every word that it says, by language.
    pub fn words(&self) -> [&Local; 5] {
        [&self.reason, &self.ask, &self.preferred.says, &self.acceptable.says, &self.unacceptable.says]
    }
}

impl Condition {
    /// Whether it asks anything of a value, so that silence cannot meet it.
    pub fn asks_of_values(&self) -> bool {
        let lists = [&self.any_of, &self.all_of, &self.none_of, &self.triggers, &self.pers, &self.within];
        self.range.is_some() || self.has_number.is_some() || lists.into_iter().any(|list| !list.is_empty())
    }

    /// Whether a record is as it asks.
    pub fn holds(&self, record: Option<&Fact>) -> bool {
        let Some(record) = record else { return false };
        let Shown::As(state) = record.state else { return false };
        if !self.allows(state) {
            return false;
        }
        if !self.asks_of_values() {
            return true;
        }
        let holds = |value: &Value| self.holds_of(value);
        match self.of {
            // What is told in words alone has neither number nor choice.
            _ if record.values.is_empty() => holds(&Value::default()),
            Of::First => record.values.first().is_some_and(holds),
            Of::Any => record.values.iter().any(holds),
            Of::Every => record.values.iter().all(holds),
        }
    }

    /// Whether a record in this state can be as it asks.
    pub fn allows(&self, state: FactState) -> bool {
        (self.states.is_empty() || self.states.contains(&state)) && !(self.asks_of_values() && state == FactState::NotStated)
    }

    fn holds_of(&self, value: &Value) -> bool {
        let has = |choice: &String| value.choices.contains(choice);
        let one_of = |list: &[String], own: &Option<String>| list.is_empty() || own.as_ref().is_some_and(|own| list.contains(own));
        (self.any_of.is_empty() || self.any_of.iter().any(has))
            && self.all_of.iter().all(has)
            && !self.none_of.iter().any(has)
            && self.has_number.is_none_or(|asked| asked == (value.number.is_some() || value.money.is_some()))
            && self.range.as_ref().is_none_or(|range| range.holds(value))
            && one_of(&self.triggers, &value.trigger)
            && one_of(&self.pers, &value.per)
            && (self.within.is_empty() || (!value.places.is_empty() && value.places.iter().all(|place| self.within.contains(place))))
    }

    /// Whether some record with one value can be as it asks and as `other` asks. Where one asks for a number and the other for
    /// a choice that stands in the place of a number (“24 hours”, “without delay”), a record is taken to have one of them.
    pub fn overlaps(&self, other: &Condition, kind: &FactKind) -> bool {
        let states = [FactState::Stated, FactState::Partly, FactState::NotStated];
        let meets = |a: &[String], b: &[String]| a.is_empty() || b.is_empty() || a.iter().any(|one| b.contains(one));
        let ranges = match (&self.range, &other.range) {
            (Some(own), Some(other)) => own.overlaps(other),
            _ => self.wants_number().is_none_or(|wanted| other.wants_number().is_none_or(|other| other == wanted)),
        };
        let instead = |a: &Condition, b: &Condition| a.range.is_some() && !a.chooses() && b.chooses() && b.range.is_none();
        let is_either = !kind.choice.is_empty() && (instead(self, other) || instead(other, self));
        states.into_iter().any(|state| self.allows(state) && other.allows(state))
            && !is_either
            && ranges
            && meets(&self.triggers, &other.triggers)
            && meets(&self.pers, &other.pers)
            && meets(&self.within, &other.within)
            && can_choose(&[self, other], kind)
    }

    /// Whether no record can be as it asks.
    pub fn is_impossible(&self, kind: &FactKind) -> bool {
        let states = [FactState::Stated, FactState::Partly, FactState::NotStated];
        !states.into_iter().any(|state| self.allows(state))
            || self.range.as_ref().is_some_and(|range| range.is_empty() || self.has_number == Some(false))
            || !can_choose(&[self], kind)
    }

    /// Whether a value must have a number, or must have none.
    fn wants_number(&self) -> Option<bool> {
        self.range.as_ref().map(|_| true).or(self.has_number)
    }

    fn chooses(&self) -> bool {
        !self.any_of.is_empty() || !self.all_of.is_empty()
    }
}

/// Whether a value can have choices that all conditions allow: one at most of `choice`, any number of `choices`.
fn can_choose(conditions: &[&Condition], kind: &FactKind) -> bool {
    let is_barred = |choice: &String| conditions.iter().any(|condition| condition.none_of.contains(choice));
    let free: Vec<&String> = kind.choices.iter().filter(|choice| !is_barred(choice)).collect();
    let will_do = |one: Option<&String>| {
        let has = |choice: &String| one == Some(choice) || free.contains(&choice);
        !one.is_some_and(is_barred)
            && conditions
                .iter()
                .all(|condition| condition.all_of.iter().all(has) && (condition.any_of.is_empty() || condition.any_of.iter().any(has)))
    };
    will_do(None) || kind.choice.iter().any(|choice| will_do(Some(choice)))
}

impl Range {
    fn holds(&self, value: &Value) -> bool {
        let numbers = value.number.iter().map(|measured| (measured.unit.as_str(), measured.number));
        let money = value.money.iter().map(|money| match money {
            Money::Amount(amount, currency) => (currency.as_str(), *amount),
            Money::MonthsOfFees(months) => (MONTHS_OF_FEES, *months),
        });
        let is_above = |number: f64| self.low.is_none_or(|(low, is_in)| number > low || (is_in && number >= low));
        let is_below = |number: f64| self.high.is_none_or(|(high, is_in)| number < high || (is_in && number <= high));
        numbers.chain(money).any(|(unit, number)| unit == self.unit && is_above(number) && is_below(number))
    }

    fn overlaps(&self, other: &Range) -> bool {
        let tighter = |a: Option<(f64, bool)>, b: Option<(f64, bool)>, is_low: bool| match (a, b) {
            (Some(a), Some(b)) if a.0 < b.0 => Some(if is_low { b } else { a }),
            (Some(a), Some(b)) if a.0 > b.0 => Some(if is_low { a } else { b }),
            (Some(a), Some(b)) => Some((a.0, a.1 && b.1)),
            (a, b) => a.or(b),
        };
        let both = Range { unit: self.unit.clone(), low: tighter(self.low, other.low, true), high: tighter(self.high, other.high, false) };
        self.unit == other.unit && !both.is_empty()
    }

    fn is_empty(&self) -> bool {
        match (self.low, self.high) {
            (Some((low, has_low)), Some((high, has_high))) => low > high || (low >= high && !(has_low && has_high)),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(low: Option<(f64, bool)>, high: Option<(f64, bool)>) -> Condition {
        Condition { range: Some(Range { unit: "hours".to_owned(), low, high }), ..Condition::default() }
    }

    fn choices(any_of: &[&str], all_of: &[&str], none_of: &[&str]) -> Condition {
        let owned = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect();
        Condition { any_of: owned(any_of), all_of: owned(all_of), none_of: owned(none_of), ..Condition::default() }
    }

    fn kind(choice: &[&str], choices: &[&str]) -> FactKind {
        let owned = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect();
        FactKind { choice: owned(choice), choices: owned(choices), number: true, ..FactKind::default() }
    }

    #[test]
    fn two_ranges_overlap_only_where_a_number_is_in_both() {
        let to_48 = hours(None, Some((48.0, true)));
        for (other, expected) in [
            (hours(Some((48.0, false)), None), false),
            (hours(Some((48.0, true)), None), true),
            (hours(None, Some((24.0, true))), true),
            (hours(Some((72.0, true)), None), false),
        ] {
            assert_eq!(to_48.overlaps(&other, &kind(&[], &[])), expected, "{other:?}");
            assert_eq!(other.overlaps(&to_48, &kind(&[], &[])), expected, "{other:?}, the other way round");
        }
        let mut days = hours(None, None);
        days.range = Some(Range { unit: "days".to_owned(), low: None, high: None });
        assert!(!to_48.overlaps(&days, &kind(&[], &[])), "units are never converted");
    }

    #[test]
    fn of_one_choice_a_value_has_one() {
        let kind = kind(&["mutual", "unilateral"], &[]);
        assert!(!choices(&["mutual"], &[], &[]).overlaps(&choices(&["unilateral"], &[], &[]), &kind));
        assert!(choices(&["mutual"], &[], &[]).overlaps(&choices(&[], &[], &["unilateral"]), &kind));
        assert!(choices(&[], &["mutual", "unilateral"], &[]).is_impossible(&kind));
    }

    #[test]
    fn of_several_choices_a_value_can_have_all() {
        let kind = kind(&[], &["active", "passive", "prior"]);
        assert!(choices(&["active"], &[], &[]).overlaps(&choices(&["passive"], &[], &[]), &kind));
        assert!(!choices(&["active"], &[], &[]).overlaps(&choices(&["passive"], &[], &["active"]), &kind));
        assert!(choices(&[], &["active"], &["active"]).is_impossible(&kind));
    }

    #[test]
    fn a_choice_in_the_place_of_a_number_is_another_case() {
        let number = hours(None, Some((24.0, true)));
        assert!(!number.overlaps(&choices(&["without-delay"], &[], &[]), &kind(&["without-delay"], &[])));
        assert!(number.overlaps(&choices(&["passive"], &[], &[]), &kind(&[], &["passive"])));
    }

    #[test]
    fn silence_meets_no_condition_on_values() {
        let silent = Condition { states: vec![FactState::NotStated], ..Condition::default() };
        assert!(!silent.overlaps(&hours(None, Some((1.0, true))), &kind(&[], &[])));
        assert!(Condition { states: vec![FactState::NotStated], ..hours(None, None) }.is_impossible(&kind(&[], &[])));
        assert!(
            silent.overlaps(&Condition { states: vec![FactState::NotStated, FactState::Partly], ..Condition::default() }, &kind(&[], &[]))
        );
    }
}
