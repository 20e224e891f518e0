//! A field of a register that may say that it says nothing: `"not-stated"` where the sources examined do not say,
//! `"not-recorded"` where nobody has looked yet.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer, StrDeserializer};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// What a field says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field<T> {
    /// Something.
    Said(T),
    /// The sources were examined and do not say.
    NotStated,
    /// Nobody has looked yet.
    NotRecorded,
}

/// What an author writes where the sources were examined and do not say.
pub const NOT_STATED: &str = "not-stated";
/// What an author writes where nobody has looked yet.
pub const NOT_RECORDED: &str = "not-recorded";

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Saying(PhantomData))
    }
}

struct Saying<T>(PhantomData<T>);

/// What was expected of a word that is neither.
struct Expected(String);

impl serde::de::Expected for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{NOT_STATED}\", \"{NOT_RECORDED}\", {}", self.0)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Saying<T> {
    type Value = Field<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"not-stated\", \"not-recorded\", …")
    }

    fn visit_str<E: serde::de::Error>(self, written: &str) -> Result<Self::Value, E> {
        match written {
            NOT_STATED => Ok(Field::NotStated),
            NOT_RECORDED => Ok(Field::NotRecorded),
            _ => T::deserialize(StrDeserializer::<E>::new(written)).map(Field::Said).map_err(|error| {
                let said = error.to_string();
                // The deserializer's message ends with what it expected: “a map”, “a sequence”.
                let expected = said.rsplit_once("expected ").map_or("…", |(_, expected)| expected.lines().next().unwrap_or_default());
                E::invalid_type(serde::de::Unexpected::Str(written), &Expected(expected.trim().to_owned()))
            }),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(Field::Said)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, sequence: A) -> Result<Self::Value, A::Error> {
        T::deserialize(SeqAccessDeserializer::new(sequence)).map(Field::Said)
    }
}

impl<T: JsonSchema> JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Field_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let said = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [{ "enum": [NOT_STATED, NOT_RECORDED] }, said] })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use toml::Spanned;

    use super::*;

    #[derive(Debug, serde::Deserialize)]
    struct Example {
        words: Field<BTreeMap<String, String>>,
        name: Field<String>,
        #[serde(default = "nothing")]
        list: Field<Vec<Spanned<String>>>,
    }

    fn nothing() -> Field<Vec<Spanned<String>>> {
        Field::NotRecorded
    }

    #[test]
    fn a_field_says_something_or_that_it_says_nothing() {
        let read: Example = toml::from_str("words = { nl = 'hosting' }\nname = 'Acme'\nlist = ['a', 'b']").expect("an example");
        assert_eq!((read.words, read.name), (Field::Said([("nl".into(), "hosting".into())].into()), Field::Said("Acme".into())));
        let Field::Said(list) = read.list else { panic!("a list") };
        assert_eq!(list[1].span(), 54..57, "where an entry stands is known");
        let read: Example = toml::from_str("words = 'not-stated'\nname = 'not-recorded'").expect("an example");
        assert_eq!((read.words, read.name), (Field::NotStated, Field::NotRecorded));
    }

    #[test]
    fn what_is_neither_is_told() {
        let error = toml::from_str::<Example>("words = 'hosting'\nname = 'x'").expect_err("words by language");
        assert!(error.message().contains("not-stated"), "{error}");
    }
}
