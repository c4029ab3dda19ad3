//! Strategies for exchange documents.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use proptest::collection::{btree_map, vec as list};
use proptest::option::of;
use proptest::prelude::*;

use super::agreement::any_agreement;
use super::ground::{day, evenly, free_text, non_blank_text, partial_date, section_number, typed_id};
use super::improvement::{any_community, any_cycle};
use super::measurement::any_measurement;
use super::model::any_standard_set;
use super::organisation::any_organisation;
use super::series::any_series;
use super::target::any_target_figure;
use crate::document::{Content, Document, Double, Extension, Meta, OriginalDocument, Stamp, Value};
use crate::id::ExternalId;
use crate::report::{Figures, Fingerprint, Suppression, SwitchedOff};
use crate::rule::RuleCode;
use crate::text::NonBlank;

fn non_blank() -> impl Strategy<Value = NonBlank> {
    non_blank_text().prop_filter_map("not blank", |text| NonBlank::new(text.into_string()).ok())
}

/// Any value of an extension: exact and other numbers at both ends, lists and objects in one another.
pub fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        prop_oneof![any::<u64>(), Just(u64::MAX)].prop_map(|number| Value::Integer(number.into())),
        prop_oneof![any::<i64>(), Just(i64::MIN)].prop_map(|number| Value::Integer(number.into())),
        any::<u64>()
            .prop_filter_map("finite", |bits| { Double::new(f64::from_bits(bits)).ok().map(Value::Double) }),
        (-9_i8..9).prop_filter_map("finite", |number| Double::new(number.into()).ok().map(Value::Double)),
        list(any::<char>(), 0..6).prop_map(|chars| Value::Text(chars.into_iter().collect())),
    ];
    leaf.prop_recursive(5, 40, 5, |value| {
        let char = prop_oneof![any::<char>(), evenly(&['a', '~', '/', '"', 'æ'])];
        let key = list(char, 0..4).prop_map(|chars| chars.into_iter().collect::<String>());
        prop_oneof![
            list(value.clone(), 0..5).prop_map(Value::List),
            btree_map(key, value, 0..5)
                .prop_map(|entries| entries.into_iter().collect::<Vec<_>>())
                .prop_shuffle()
                .prop_map(Value::Object),
        ]
    })
}

/// Any draft of any kind.
pub fn any_content() -> impl Strategy<Value = Content> {
    // Boxed for the sake of the stack, as the ground floor is.
    prop_oneof![
        any_organisation().prop_map(Content::from).boxed(),
        any_standard_set().prop_map(Content::from).boxed(),
        any_measurement().prop_map(Content::from).boxed(),
        any_target_figure().prop_map(Content::from).boxed(),
        any_cycle().prop_map(Content::from).boxed(),
        any_community().prop_map(Content::from).boxed(),
        any_agreement().prop_map(Content::from).boxed(),
        any_series().prop_map(Content::from).boxed(),
    ]
}

fn any_meta() -> impl Strategy<Value = Meta> {
    let original = (of(free_text()), of(partial_date()), of(section_number()))
        .prop_map(|(title, date, section)| OriginalDocument { title, date, section });
    (of(non_blank()), of(day()), of(free_text()), of(original)).prop_map(
        |(source_system, extracted_at, author_role, source_document)| Meta {
            source_system,
            extracted_at,
            author_role,
            source_document,
        },
    )
}

fn rule_code() -> impl Strategy<Value = RuleCode> {
    let letters = list(proptest::char::range('A', 'Z'), 3);
    (letters, 0_u16..1000).prop_filter_map("a rule code", |(letters, number)| {
        RuleCode::new(&format!("{}{number:03}", String::from_iter(letters))).ok()
    })
}

fn figures() -> impl Strategy<Value = Figures> {
    let numbers = (any::<u32>(), any::<u32>(), any::<u32>(), any::<u32>(), any::<u32>());
    let figures = (numbers, of(day())).prop_map(|((a, b, c, d, e), fixed_by)| Figures {
        themes_per_area: a,
        indicators_per_standard: b,
        standards_at_most: c,
        indicators_at_most: d,
        measurements_per_level: e,
        community_targets_fixed_by: fixed_by,
    });
    prop_oneof![1 => Just(Figures::GENERAL), 3 => figures]
}

fn any_stamp() -> impl Strategy<Value = Stamp> {
    let off = (rule_code(), non_blank()).prop_map(|(code, reason)| SwitchedOff { code, reason });
    let fingerprint = any::<u64>()
        .prop_filter_map("a fingerprint", |number| format!("{number:016x}").parse::<Fingerprint>().ok());
    let suppression = (rule_code(), of(fingerprint), non_blank(), day()).prop_map(
        |(code, fingerprint, reason, last_day)| Suppression { code, fingerprint, reason, last_day },
    );
    let changed = (of(figures()), list(off, 0..3), list(suppression, 0..3));
    (day(), free_text(), changed, any::<u32>())
        .prop_map(|(as_of, profile, (figures, switched_off, suppressed), rule_edition)| Stamp {
            as_of,
            profile,
            figures,
            switched_off,
            suppressed,
            rule_edition,
        })
        .boxed()
}

/// Any document: any draft of any kind in any envelope, with extensions.
///
/// Every other one claims to be final, as a document that was read can; nothing is proven of its content.
///
/// ```
/// use kvalitetsmodel::{json, strategy::{self, proptest::prelude::*}};
///
/// proptest!(ProptestConfig::with_cases(8), |(document in strategy::any_document())| {
///     prop_assert_eq!(json::read(&json::write(&document)?)?, document);
/// });
/// ```
pub fn any_document() -> impl Strategy<Value = Document> {
    let external = (non_blank(), non_blank()).prop_map(|(system, value)| ExternalId { system, value });
    let extension = (non_blank(), value()).prop_map(|(namespace, value)| Extension { namespace, value });
    let head = (typed_id(), list(external, 0..3), of(any_meta()), of(any_stamp()));
    (head.boxed(), any_content().boxed(), list(extension, 0..3)).prop_map(|(head, content, extensions)| {
        let (id, external_ids, meta, stamp) = head;
        Document { id, external_ids, meta, stamp, content, extensions }
    })
}
