//! Types of every shape that serde knows, and strategies for them.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::document::Value;
use crate::text::NonBlank;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Outer {
    name: String,
    count: u64,
    offset: i64,
    share: f64,
    day: NaiveDate,
    id: Uuid,
    #[serde(default)]
    tags: Vec<String>,
    inner: Inner,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    maybe: Option<Inner>,
    pub(super) choices: Vec<Choice>,
    wrapped: Wrapped,
    pair: (u8, Inner),
    pub(super) by_name: BTreeMap<Name, Inner>,
    pub(super) by_kind: BTreeMap<Kind, bool>,
    by_year: BTreeMap<u16, Choice>,
    lists: Vec<Option<Vec<i64>>>,
    pub(super) nothing: (),
    pub(super) extension: Value,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Inner {
    first: Option<NonBlank>,
    #[serde(rename = "a/b~c")]
    odd: i32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Wrapped(Inner);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Name(String);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Kind {
    Percent,
    Days,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) enum Choice {
    Unit,
    Newtype(Inner),
    Optional(Option<Kind>),
    Many(Vec<Inner>),
    Tuple(i64, Inner),
    #[serde(rename_all = "camelCase")]
    Struct {
        the_kind: Kind,
        inner: Inner,
    },
}

prop_compose! {
    fn inner()(first in proptest::option::of("\\PC{0,4}[a-z\"\\\\/]"), odd: i32) -> Inner {
        Inner { first: first.map(|text| NonBlank::new(text).unwrap()), odd }
    }
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![Just(Kind::Percent), Just(Kind::Days)]
}

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        Just(Choice::Unit),
        inner().prop_map(Choice::Newtype),
        proptest::option::of(kind()).prop_map(Choice::Optional),
        vec(inner(), 0..3).prop_map(Choice::Many),
        (any::<i64>(), inner()).prop_map(|(number, inner)| Choice::Tuple(number, inner)),
        (kind(), inner()).prop_map(|(the_kind, inner)| Choice::Struct { the_kind, inner }),
    ]
}

prop_compose! {
    pub(super) fn outer()(
        (name, count, offset, share, days, id, tags, inner_, maybe) in (
            ".{0,9}",
            prop_oneof![Just(u64::MAX), any::<u64>()],
            prop_oneof![Just(i64::MIN), any::<i64>()],
            proptest::num::f64::NORMAL | proptest::num::f64::SUBNORMAL | proptest::num::f64::ZERO,
            1..3_000_000_i32,
            any::<u128>(),
            vec("\\PC{0,5}", 0..3),
            inner(),
            proptest::option::of(inner()),
        ),
        (choices, wrapped, pair, by_name, by_kind, by_year, lists) in (
            vec(choice(), 0..4),
            inner(),
            (any::<u8>(), inner()),
            btree_map("[a~/\"æ]{0,4}", inner(), 0..3),
            btree_map(kind(), any::<bool>(), 0..3),
            btree_map(any::<u16>(), choice(), 0..3),
            vec(proptest::option::of(vec(any::<i64>(), 0..3)), 0..3),
        ),
    ) -> Outer {
        Outer {
            name, count, offset, share,
            day: NaiveDate::from_num_days_from_ce_opt(days).unwrap(),
            id: Uuid::from_u128(id),
            tags, inner: inner_, maybe, choices,
            wrapped: Wrapped(wrapped),
            pair,
            by_name: by_name.into_iter().map(|(key, value)| (Name(key), value)).collect(),
            by_kind, by_year, lists,
            nothing: (),
            extension: Value::Object(alloc::vec![
                ("z".into(), Value::Null),
                ("a".into(), Value::List(alloc::vec![Value::Bool(true)])),
            ]),
        }
    }
}
