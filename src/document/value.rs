//! What the namespaced extensions of an exchange document hold: any JSON, without a JSON library.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Deserializer, Error as _, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::ser::{Error as _, Serializer};
use serde::{Deserialize, Serialize};

use super::number::{Double, Integer, parse};
use crate::draft::walk::Walk;
use crate::keyed::KeySet;
use crate::report::Path;
use crate::sorted::repeats;
use crate::text::Bilingual;

pub(crate) const DUPLICATE_KEY: Bilingual = Bilingual::new(
    "den samme nøgle står mere end én gang i et objekt i en udvidelse",
    "duplicate key in an extension object",
);

/// The one key of the map by which `serde_json` passes a number on if some crate in the build turns its
/// feature `arbitrary_precision` on.
const SERDE_JSON_NUMBER: &str = "$serde_json::private::Number";

/// A value in an extension of an exchange document.
///
/// Integers from `i64::MIN` to `u64::MAX` are exact. A number with a fraction or an exponent, or an integer
/// beyond these, is kept as a [`Double`], which has 15 to 17 digits. `json::read` refuses a number with digits that
/// would be lost, such as `12345678901234567890123`: it belongs in text. `serde_json::from_str` passes on
/// the nearest double without a word about what it lost. The entries of an object keep their order; an object with the
/// same key twice is neither read nor written.
///
/// The format decides how deep values may be nested: `serde_json` stops at 128 levels. Values that a program
/// puts together have no such limit, and deep ones can exhaust the stack.
///
/// An extension can hold what a citizen must be able to say in confidence, so `Debug` shows what kind
/// of value is where, but no text, key or number.
///
/// Exhaustive on purpose: JSON will not get another kind of value.
///
/// ```
/// use kvalitetsmodel::document::Value;
///
/// let json = r#"{"unit":"Team Nord","beds":12,"share":0.5,"active":true}"#;
/// let value: Value = serde_json::from_str(json)?;
/// assert_eq!(value.get("unit").and_then(Value::as_str), Some("Team Nord"));
/// assert_eq!(value.get("beds"), Some(&Value::Integer(12_u64.into())));
/// assert_eq!(serde_json::to_string(&value)?, json);
/// assert!(serde_json::from_str::<Value>(r#"{"unit":1,"unit":2}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number that is exact.
    Integer(Integer),
    /// Any other number.
    Double(Double),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Keys and values in their original order. No key is repeated.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// Returns `true` if it contains a number that may have been rounded when it was read.
    #[cfg(feature = "json")]
    pub(crate) fn has_double(&self) -> bool {
        match self {
            Self::Double(_) => true,
            Self::List(values) => values.iter().any(Self::has_double),
            Self::Object(entries) => entries.iter().any(|(_, value)| value.has_double()),
            Self::Null | Self::Bool(_) | Self::Integer(_) | Self::Text(_) => false,
        }
    }

    /// The value under a key of an object. Returns `None` if there is no such key, or if this is not an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => entries.iter().find(|(k, _)| k == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text. Returns `None` if this is not text.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("Null"),
            Self::Bool(_) => f.write_str("Bool"),
            Self::Integer(_) => f.write_str("Integer"),
            Self::Double(_) => f.write_str("Double"),
            Self::Text(text) => write!(f, "Text({} characters)", text.chars().count()),
            Self::List(values) => {
                f.write_str("List ")?;
                f.debug_list().entries(values).finish()
            }
            Self::Object(entries) => {
                f.write_str("Object ")?;
                f.debug_list().entries(entries.iter().map(|(_, value)| value)).finish()
            }
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(number) => number.serialize(serializer),
            Self::Double(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(values) => serializer.collect_seq(values),
            Self::Object(entries) => {
                if repeats_key(entries) {
                    return Err(S::Error::custom(DUPLICATE_KEY.en));
                }
                serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Value::deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Integer(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Integer(number.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Value, E> {
        Double::new(number)
            .map(Value::Double)
            .map_err(|_| E::invalid_value(Unexpected::Float(number), &"a finite number"))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = elements.next_element()? {
            if values.len() == values.capacity() {
                // Grows by half, not to twice the size: a list can have millions of values.
                values.reserve_exact((values.len() / 2).max(4));
            }
            values.push(value);
        }
        values.shrink_to_fit();
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut keys: KeySet<str> = KeySet::default();
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if !keys.insert(key.as_str(), ()) {
                return Err(A::Error::custom(DUPLICATE_KEY.en));
            }
            entries.push((key, map.next_value()?));
        }
        entries.shrink_to_fit();
        match entries.as_slice() {
            [(key, Value::Text(number))] if key == SERDE_JSON_NUMBER => parse(number),
            _ => Ok(Value::Object(entries)),
        }
    }
}

/// Whether two members of an object have the same key.
fn repeats_key(members: &[(String, Value)]) -> bool {
    repeats(members, |(key, _)| key)
}

leaf! {
    Value: "en JSON-værdi", "a JSON value";
    Any;
    |tape| any_value(tape, 2);
    walk |value, at, walk| value.each_text(at, walk)
}

impl Value {
    /// Visits every text inside, every key, and every integer as text.
    fn each_text(&self, at: &Path<'_>, walk: &mut Walk<'_, '_>) {
        match self {
            Self::Null | Self::Bool(_) | Self::Double(_) => {}
            Self::Integer(number) => walk.text(&format!("{}", number.get()), at),
            Self::Text(text) => walk.text(text, at),
            Self::List(items) => {
                items.iter().enumerate().for_each(|(n, item)| item.each_text(&at.index(n), walk));
            }
            Self::Object(entries) => {
                for (key, value) in entries {
                    walk.text(key, &at.key(key));
                    value.each_text(&at.key(key), walk);
                }
            }
        }
    }
}

#[cfg(feature = "proptest")]
fn any_value(tape: &mut crate::draft::tape::Tape<'_>, depth: usize) -> Value {
    match tape.below(if depth == 0 { 6 } else { 8 }) {
        0 => Value::Null,
        1 => Value::Bool(tape.flag()),
        2 => Value::Integer(tape.within(0, u64::MAX).into()),
        3 => Value::Integer(i64::MIN.saturating_add_unsigned(tape.within(0, u64::MAX)).into()),
        4 => {
            let number = f64::from_bits(tape.within(0, u64::MAX));
            Double::new(number).map_or(Value::Null, Value::Double)
        }
        5 => Value::Text(tape.text()),
        6 => Value::List(tape.list(3, |tape| any_value(tape, depth.saturating_sub(1)))),
        _ => {
            let values = tape.list(3, |tape| any_value(tape, depth.saturating_sub(1)));
            let keys = ["a", "", "ø/~"].map(String::from);
            Value::Object(keys.into_iter().zip(values).collect())
        }
    }
}

#[cfg(test)]
#[cfg(feature = "proptest")]
mod tests {
    extern crate std;

    use alloc::format;
    use alloc::string::ToString;

    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::*;
    use crate::strategy::any;

    fn read(json: &str) -> Result<Value, serde_json::Error> {
        serde_json::from_str(json)
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(value in any::<Value>()) {
            let json = serde_json::to_string(&value).unwrap();
            // `Debug` of a value hides what differs.
            let again = read(&json).unwrap();
            prop_assert!(again == value, "{}", json);
            prop_assert_eq!(serde_json::to_string(&again).unwrap(), json.clone());
            let from_reader: Value = serde_json::from_reader(json.as_bytes()).unwrap();
            prop_assert!(from_reader == value, "{}", json);
            // The same JSON as far as `serde_json` is concerned.
            let tree: serde_json::Value = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(serde_json::to_value(&value).unwrap(), tree);
        }

        #[test]
        fn debug_gives_nothing_away(secret in "[g-z]{3,9}X", number in 10_000_u64..) {
            let value = Value::Object(alloc::vec![
                (secret.clone(), Value::Integer(number.into())),
                ("k".into(), Value::List(alloc::vec![Value::Text(secret.clone())])),
            ]);
            let debug = format!("{value:?}");
            prop_assert!(!debug.contains(&secret) && !debug.contains(&number.to_string()), "{}", debug);
        }
    }

    #[test]
    fn debug_shows_the_kinds() {
        let value = read(r#"{"a": [null, true, 1, 0.5, "æøå"], "b": {}}"#).unwrap();
        assert_eq!(
            format!("{value:?}"),
            "Object [List [Null, Bool, Integer, Double, Text(3 characters)], Object []]"
        );
    }

    #[test]
    fn numbers_are_exact_as_far_as_64_bits_go() {
        for json in ["0", "-1", "18446744073709551615", "-9223372036854775808", "1.0", "-0.0", "0.1", "1e-7"]
        {
            assert_eq!(serde_json::to_string(&read(json).unwrap()).unwrap(), json);
        }
        // What `serde_json` lost cannot be seen here; `json::read` looks at the text.
        assert_eq!(read("18446744073709551616").unwrap(), read("1.8446744073709552e19").unwrap());
        assert_ne!(read("1").unwrap(), read("1.0").unwrap());
        assert_ne!(read("0.0").unwrap(), read("-0.0").unwrap());
        assert!(read("1e400").is_err());
    }

    #[test]
    fn a_key_is_there_once() {
        for (json, column) in
            [(r#"{"a": 1, "a": 1}"#, 12), (r#"[{"b": {"a": 1, "c": {"a": 1}, "\u0061": {}}}]"#, 39)]
        {
            let error = read(json).unwrap_err().to_string();
            let place = format!("at line 1 column {column}");
            assert_eq!(error, format!("duplicate key in an extension object {place}"));
        }
        let twice = Value::Object(alloc::vec![("a".into(), Value::Null), ("a".into(), Value::Null)]);
        assert!(serde_json::to_string(&twice).unwrap_err().to_string().contains(DUPLICATE_KEY.en));
    }

    #[test]
    fn many_keys_take_no_quadratic_time() {
        let entries = (0_u64..200_000).map(|number| (number.to_string(), Value::Null)).collect();
        let json = serde_json::to_string(&Value::Object(entries)).unwrap();
        assert!(read(&json).is_ok());
    }

    #[test]
    fn depth_is_bounded() {
        let deep = |levels| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(read(&deep(127)).is_ok());
        assert!(read(&deep(128)).unwrap_err().to_string().starts_with("recursion limit exceeded at line 1"));
    }

    #[test]
    fn numbers_of_arbitrary_precision_are_numbers() {
        for (number, expected) in [
            ("7", "7"),
            ("-7", "-7"),
            ("-0", "-0.0"),
            ("18446744073709551615", "18446744073709551615"),
            ("0.50", "0.5"),
        ] {
            let json = format!(r#"[{{"{SERDE_JSON_NUMBER}": "{number}"}}]"#);
            let value = read(&json).unwrap();
            assert_eq!(serde_json::to_string(&value).unwrap(), format!("[{expected}]"));
        }
        for (number, expected) in [
            ("1e400", "number out of range at line 1 column 41"),
            ("12345678901234567890123", "a number with more digits than can be kept at line 1 column 59"),
        ] {
            let error = read(&format!(r#"{{"{SERDE_JSON_NUMBER}": "{number}"}}"#)).unwrap_err().to_string();
            assert_eq!(error, expected);
        }
    }
}
