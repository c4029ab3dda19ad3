//! Reading what can be read: what is wrong is set aside, found by a check, and not lost.

use std::fmt;

use kvalitetsmodel::document::{Document, FaultKind, Value};
use kvalitetsmodel::report::{Finding, Profile, Suppression};
use kvalitetsmodel::{Lang, codes, json, strategy};
use proptest::prelude::*;
use proptest::sample::Index;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Value as Json, json};

use super::faults::{places, plant, text};
use super::{files, parent, text_of};

/// Every scalar of a text except `null`, which says nothing. Includes those under repeated keys, and those of JSON
/// inside a text.
#[derive(Default)]
struct Scalars(Vec<String>);

impl Scalars {
    fn of(text: &str) -> Vec<String> {
        let Self(mut all) = serde_json::from_str(text).expect("JSON");
        all.sort();
        all
    }
}

impl<'de> Deserialize<'de> for Scalars {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self::default())
    }
}

impl<'de> Visitor<'de> for Scalars {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self, E> {
        Ok(Self(vec![value.to_string()]))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self, E> {
        Ok(Self(vec![number.to_string()]))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self, E> {
        Ok(Self(vec![number.to_string()]))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self, E> {
        Ok(Self(vec![format!("{number:?}")]))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self, E> {
        let inside = text.starts_with(['{', '[']).then(|| serde_json::from_str(text).ok()).flatten();
        Ok(inside.unwrap_or_else(|| Self(vec![format!("{text:?}")])))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<Self, A::Error> {
        while let Some(Self(item)) = items.next_element()? {
            self.0.extend(item);
        }
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<Self, A::Error> {
        while let Some((_, Self(value))) = members.next_entry::<String, Self>()? {
            self.0.extend(value);
        }
        Ok(self)
    }
}

/// What was read and what was set aside contain every scalar of the text, and no other, except the `draft` in place of a
/// `final` that is set aside.
#[track_caller]
fn assert_all_is_kept(document: &Document, text: &str) {
    let (mut kept, received) = (scalars_of(document), Scalars::of(text));
    if document.set_aside().iter().any(|part| part.at == "".into() && part.key == Some("status".into())) {
        let draft = kept.iter().position(|scalar| scalar == "\"draft\"").expect("a draft");
        kept.remove(draft);
    }
    assert_eq!(kept, received, "{text}");
}

/// The scalars of what was read, and of what was set aside.
fn scalars_of(document: &Document) -> Vec<String> {
    let mut written = serde_json::to_value(document).expect("JSON");
    let aside: Vec<Json> = match written.as_object_mut().and_then(|object| object.remove("setAside")) {
        Some(Json::Array(parts)) => {
            parts.iter().map(|part| part.get("value").cloned().expect("a value")).collect()
        }
        _ => Vec::new(),
    };
    Scalars::of(&json!([written, aside]).to_string())
}

fn found(document: &Document) -> Vec<Finding> {
    let report = document.check(&strategy::context());
    assert_eq!(report.rejects(), report.findings().iter().any(Finding::rejects));
    report.findings().iter().filter(|finding| finding.code() == codes::DOC004).cloned().collect()
}

proptest! {
    #[test]
    fn nothing_is_lost(
        document in strategy::any::<Document>(),
        wishes in prop::collection::vec((any::<Index>(), 0..5_usize, strategy::any::<Value>()), 0..=5),
    ) {
        let mut json = serde_json::to_value(&document)?;
        for (place, sort, value) in wishes {
            let mut all = Vec::new();
            places(&json, "", &mut all);
            let at = place.get(&all);
            if sort < 4 {
                plant(&mut json, at, sort);
            } else if let Some(found) = json.pointer_mut(at) {
                *found = serde_json::to_value(&value)?;
            }
        }
        let text = text(&json);
        let strict = json::read(&text);
        match (strict, json::read_leniently(&text)) {
            (Ok(strict), lenient) => {
                let lenient = lenient.unwrap();
                prop_assert_eq!(lenient.error, None);
                prop_assert!(lenient.document == strict && strict.set_aside().is_empty());
            }
            (Err(strict), Err(lenient)) => prop_assert_eq!(lenient, strict),
            (Err(strict), Ok(lenient)) => {
                let document = lenient.document;
                prop_assert_eq!(lenient.error, Some(strict));
                assert_all_is_kept(&document, &text);

                let found = found(&document);
                prop_assert!(!found.is_empty() && found.iter().all(Finding::rejects));
                prop_assert_eq!(found.len(), document.set_aside().len());
                let written = json::write(&document)?;
                let tree: Json = serde_json::from_str(&written)?;
                // A list that became empty is not written.
                let exists = |at: &str| at.is_empty() || tree.pointer(parent(at)).is_some();
                for at in found.iter().map(|finding| finding.at().as_str()) {
                    prop_assert!(exists(at), "{}", at);
                }
                for at in document.set_aside().iter().map(|part| part.at.as_str()) {
                    prop_assert!(exists(at), "{}", at);
                }
                prop_assert!(json::read(&written)? == document);
            }
        }
    }

    #[test]
    fn any_text_is_an_error(text in ".{0,40}") {
        prop_assert_eq!(json::read_leniently(&text).map(|read| read.error), json::read(&text).map(|_| None));
    }
}

const SERIES: &str = r#"{
    "format": "kvalitetsmodel/1", "status": "draft", "id": "00000000-0000-4000-8000-000000000001",
    "content": { "series": {
        "id": "00000000-0000-4000-8000-000000000002", "direction": "atLeast",
        "measurements": [
            { "id": "00000000-0000-4000-8000-000000000003", "period": { "start": "2024-01-01", "end": "2024-01-31" } },
            { "id": "00000000-0000-4000-8000-000000000004", "period": { "start": "2024-02-01", "end": "2024-02-29" } }
        ],
        "targets": [{ "value": "80", "unit": "percent" }, { "value": "85", "unit": "percent", "from": "2024-03-01" }]
    } }
}"#;

/// What is set aside if `old` in the series is `new`: place, key or index, kind, value; and what is found where.
#[track_caller]
fn check(old: &str, new: &str, aside: &Json, da: &str, en: &str) {
    assert_eq!(json::read(SERIES).map(|_| ()), Ok(()));
    assert_eq!(SERIES.matches(old).count(), 1, "{old}");
    let read = json::read_leniently(&SERIES.replace(old, new)).unwrap();
    assert_eq!(json!(read.document.set_aside()), json!([aside]));
    let found = found(&read.document);
    let said: Vec<_> = found
        .iter()
        .flat_map(|one| [format!("{}: {}", one.at(), one.message(Lang::Da)), one.message(Lang::En)])
        .collect();
    assert_eq!(said, [da, en]);
}

#[test]
fn a_period_without_an_end_is_set_aside() {
    check(
        r#", "end": "2024-01-31""#,
        "",
        &json!({
            "at": "/content/series/measurements/0", "key": "period", "kind": "missingField",
            "value": { "start": "2024-01-01" },
        }),
        "/content/series/measurements/0/period: noget her kunne ikke læses og er lagt til side, så ingen regel har set det: \
         manglende felt",
        "something here could not be read and was set aside, so that no rule has seen it: missing field",
    );
}

#[test]
fn a_target_line_without_a_unit_is_set_aside() {
    check(
        r#""80", "unit": "percent""#,
        "\"80\"",
        &json!({ "at": "/content/series/targets", "index": 0, "kind": "missingField", "value": { "value": "80" } }),
        "/content/series/targets: nr. 1 i den modtagne liste kunne ikke læses og er lagt til side, så ingen regel har set \
         det: manglende felt",
        "item 1 of the list that was received could not be read and was set aside, so that no rule has seen it: missing field",
    );
}

#[test]
fn a_place_is_that_in_what_was_read() {
    // The second item is the first one that can be read.
    let text = SERIES
        .replace(r#""80", "unit": "percent""#, "\"80\"")
        .replace("\"from\": \"2024-03-01\"", "\"from\": \"1/3 2024\"");
    let document = json::read_leniently(&text).unwrap().document;
    let places: Vec<_> = document.set_aside().iter().map(|part| (part.at.as_str(), part.kind)).collect();
    assert_eq!(
        places,
        [
            ("/content/series/targets", FaultKind::MissingField),
            ("/content/series/targets/0", FaultKind::InvalidValue)
        ]
    );
}

#[test]
fn a_finding_names_its_subject_and_no_two_are_the_same() {
    let text = SERIES.replace("\"period\": {", "\"perod\": 1, \"period\": {");
    let found = found(&json::read_leniently(&text).unwrap().document);
    let subjects: Vec<_> = found.iter().map(|finding| finding.subject().unwrap()).collect();
    assert_eq!(subjects.iter().map(|one| one.kind).collect::<Vec<_>>(), ["measurement"; 2]);
    assert_eq!(subjects.iter().map(|one| one.id.as_u128() & 0xf).collect::<Vec<_>>(), [3, 4]);
    assert_ne!(found[0].fingerprint(), found[1].fingerprint());
}

#[test]
fn fields_that_are_unknown_repeated_or_contradicted_are_set_aside() {
    let whole = "something here could not be read and was set aside, so that no rule has seen it: ";
    let da = "noget her kunne ikke læses og er lagt til side, så ingen regel har set det: ";
    for (old, new, aside, at, fault_da, fault_en) in [
        (
            "\"direction\"",
            "\"Karen Hansen\": 7, \"direction\"",
            json!({ "at": "/content/series", "key": "Karen Hansen", "kind": "unknownField", "value": 7 }),
            "/content/series",
            "ukendt felt",
            "unknown field",
        ),
        (
            "\"direction\"",
            "\"direction\": \"atMost\", \"direction\"",
            json!({ "at": "/content/series", "key": "direction", "kind": "repeatedField", "value": "atLeast" }),
            "/content/series/direction",
            "felt, der står der mere end én gang",
            "field that is there more than once",
        ),
        (
            "\"draft\"",
            "\"final\"",
            json!({ "at": "", "key": "status", "kind": "missingField", "value": "final" }),
            "/status",
            "manglende felt",
            "missing field",
        ),
        (
            "\"draft\"",
            r#""draft", "validation": { "asOf": "2024-01-15", "profile": "general", "ruleEdition": 1, "x": 1 }"#,
            json!({
                "at": "", "key": "validation", "kind": "contradiction",
                "value": { "asOf": "2024-01-15", "profile": "general", "ruleEdition": 1, "x": 1 },
            }),
            "/validation",
            "felt, der modsiger et andet",
            "field that contradicts another",
        ),
    ] {
        check(old, new, &aside, &format!("{at}: {da}{fault_da}"), &format!("{whole}{fault_en}"));
    }
}

#[test]
fn a_final_document_with_a_validation_that_cannot_be_read_is_a_draft() {
    let text = SERIES.replace("\"draft\"", "\"final\", \"validation\": {}");
    let document = json::read_leniently(&text).unwrap().document;
    assert!(!document.claims_final());
    let keys: Vec<_> = document.set_aside().iter().map(|part| part.key.as_ref().unwrap().as_str()).collect();
    assert_eq!(keys, ["validation", "status"]);
}

#[test]
fn text_stands_for_what_a_value_cannot_hold() {
    let deep = format!("{}1{}", "[".repeat(123), "]".repeat(123));
    let deepest = format!("{}1{}", "[".repeat(126), "]".repeat(126));
    for (received, kept) in [
        ("12345678901234567890123", json!("12345678901234567890123")),
        ("[0.1, 1e999]", json!([0.1, "1e999"])),
        (r#"[{"a": 1,  "\u0061": [2]}]"#, json!([r#"{"a": 1,  "\u0061": [2]}"#])),
        (&deep, serde_json::from_str(&deep).unwrap()),
    ] {
        let document = json::read_leniently(&SERIES.replacen('{', &format!("{{\"x\": {received}, "), 1))
            .unwrap()
            .document;
        assert_eq!(json!(document.set_aside()[0].value), kept, "{received}");
        assert_eq!(json::read(&json::write(&document).unwrap()), Ok(document));
    }
    let document =
        json::read_leniently(&SERIES.replacen('{', &format!("{{\"x\": {deepest}, "), 1)).unwrap().document;
    let written = json::write(&document).unwrap();
    assert!(written.contains("\"[[1]]\""), "the innermost levels as text");
    assert_eq!(json::read(&written), Ok(document));
}

#[test]
fn a_document_that_cannot_be_read_without_what_is_wrong_is_an_error() {
    for (old, new) in [
        ("kvalitetsmodel/1", "kvalitetsmodel/2"),
        ("\"draft\"", "\"finished\""),
        ("\"status\": \"draft\",", ""),
        ("\"series\"", "\"serie\""),
        ("\"00000000-0000-4000-8000-000000000002\"", "2"),
        ("\"atLeast\"", "\"up\""),
        ("\"targets\"", "targets"),
    ] {
        assert_eq!(SERIES.matches(old).count(), 1, "{old}");
        let text = SERIES.replace(old, new);
        assert_eq!(json::read_leniently(&text).err(), json::read(&text).err(), "{new}");
        assert!(json::read(&text).is_err(), "{new}");
    }
    for path in files("refused", "json") {
        let text = text_of(&path);
        if let Ok(read) = json::read_leniently(&text) {
            assert_eq!(read.error, json::read(&text).err(), "{}", path.display());
            assert_all_is_kept(&read.document, &text);
        }
    }
}

#[test]
fn a_document_with_something_set_aside_becomes_final_only_if_the_finding_is_suppressed() {
    let text = SERIES.replace(r#""80", "unit": "percent""#, "\"80\"");
    let document = json::read_leniently(&text).unwrap().document;
    let rejected = document.validate(&strategy::context()).unwrap_err();
    let errors = rejected.report().findings().iter().filter(|finding| finding.rejects());
    assert_eq!(errors.map(Finding::code).collect::<Vec<_>>(), [codes::DOC004]);
    let document = rejected.into_draft();
    let finding = found(&document).remove(0);
    let reason = "the sender knows".parse().unwrap();
    let context =
        strategy::context().with_suppression(Suppression::of_finding(&finding, reason, strategy::as_of()));
    let document = document.validate(&context).unwrap().into_final();
    assert!(document.claims_final());
    assert_eq!(document.set_aside().len(), 1);
}

#[test]
fn a_profile_can_switch_it_off_and_says_so() {
    let text = SERIES.replace("\"direction\"", "\"x\": 7, \"direction\"");
    let document = json::read_leniently(&text).unwrap().document;
    let profile = Profile::named("open").without(codes::DOC004, "others have more fields".parse().unwrap());
    let report = document.check(&strategy::context().with_profile(profile));
    assert!(report.findings().iter().all(|finding| finding.code() != codes::DOC004));
    assert_eq!(report.not_evaluated().iter().filter(|one| one.code == codes::DOC004).count(), 1);
}

#[test]
fn a_place_that_someone_wrote_is_not_repeated() {
    for (at, expected) in [
        ("/content/series/Karen Hansen", "/content/series"),
        ("/Karen Hansen", ""),
        ("Karen Hansen", ""),
        ("/content/series/direction/Karen Hansen", "/content/series/direction"),
        ("/content/series/measurements/1", "/content/series/measurements/1"),
        ("/content/series/measurements/+1", "/content/series/measurements"),
        ("/content/series/measurements/01", "/content/series/measurements"),
    ] {
        let part =
            json!([{ "at": at, "kind": "unknownField", "value": "010190-1234", "key": "Karen Hansen" }]);
        let text = SERIES.replace("\"content\"", &format!("\"setAside\": {part}, \"content\""));
        let document = json::read(&text).unwrap();
        assert_eq!(found(&document)[0].at().as_str(), expected);
        assert!(!format!("{document:?}").contains("Karen"));
        let report = document.check(&strategy::context());
        let numbers = report.findings().iter().filter(|finding| finding.code() == codes::DOC003);
        assert_eq!(numbers.map(|finding| finding.at().as_str()).collect::<Vec<_>>(), ["/setAside/0/value"]);
    }
}

#[test]
fn no_digit_of_what_was_set_aside_is_lost_in_silence() {
    let part = r#""setAside": [{ "at": "", "kind": "unknownField", "value": [0.5, 0.12345678901234567890123] }], "content""#;
    assert_eq!(
        json::read(&SERIES.replace("\"content\"", part)).unwrap_err().message(Lang::En),
        "line 3, column 69, at /setAside/0/value: the number has more digits than can be kept; write it as text"
    );
}
