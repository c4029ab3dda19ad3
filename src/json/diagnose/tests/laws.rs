//! What holds for any text.

use super::*;

fn is_read<'t, T: Deserialize<'t>>(text: &'t str) -> bool {
    serde_json::from_str::<T>(text).is_ok()
}

/// JSON with these keys, some of them repeated.
fn json(keys: &'static [&'static str]) -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(&["1", "null", "true", "\"open\"", "\"head\"", "0.5", "1e999"][..]);
    leaf.prop_map(String::from).prop_recursive(4, 24, 4, move |inner| {
        let member = (prop::sample::select(keys), inner.clone());
        let member = member.prop_map(|(key, value)| format!("\"{key}\":\n {value}"));
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(member, 0..4).prop_map(|members| format!("{{{}}}", members.join(","))),
        ]
    })
}

proptest! {
    #[test]
    fn numbers_are_judged_as_serde_json_does(
        text in prop_oneof!["-?(0|[1-9][0-9]{0,24})([.][0-9]{1,2})?([eE][+-]?[0-9]{1,3})?", "[0-9]{1,6}", "0e9{3,30}"],
    ) {
        prop_assert_eq!(diagnose(&text, &SMALL).is_none(), is_read::<u16>(&text), "{}", text);
        prop_assert_eq!(diagnose(&text, &LARGE).is_none(), is_read::<u64>(&text), "{}", text);
        // Only the text shows the digits that `serde_json` loses before the type reads them.
        let is_kept = is_read::<Value>(&text) && crate::document::number::is_kept(&text);
        prop_assert_eq!(diagnose(&text, &ANY).is_none(), is_kept, "{}", text);
    }

    #[test]
    fn ids_are_judged_as_uuid_does(
        text in "\"(urn:uuid:|\\{|)[0-9a-fA-F]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-g]{11,12}(\\}|)\"",
    ) {
        prop_assert_eq!(diagnose(&text, &ID).is_none(), is_read::<Uuid>(&text), "{}", text);
    }

    #[test]
    fn extensions_are_judged_as_their_type_does(text in json(&["a", "b", "\\u0061"])) {
        prop_assert_eq!(diagnose(&text, &ANY).is_none(), is_read::<Value>(&text), "{}", text);
    }

    #[test]
    fn faults_are_sorted_and_in_the_text(text in prop_oneof![
        json(&["id", "who", "names", "steps", "state", "community", "head", "x"]),
        "[\\[{](\"id\":|\"who\":|\"names\":|\"x\":|,|1|\"a\"|\\{|\\}|\\[|\\]|\r?\n|é){0,12}[\\]}]{0,2}",
    ]) {
        let Some(error) = diagnose(&text, &CASE) else { return Ok(()) };
        prop_assert!(!error.faults().is_empty());
        prop_assert!(error.faults().is_sorted_by_key(|fault| (fault.line, fault.column)), "{}", error);
        let lines: Vec<_> = text.split('\n').collect();
        for fault in error.faults() {
            prop_assert!((1..=lines[fault.line - 1].chars().count() + 1).contains(&fault.column));
        }
        // `serde_json` keeps the last value of a repeated key.
        if error.faults().iter().all(|fault| fault.kind != FaultKind::RepeatedField) {
            let Ok(tree) = serde_json::from_str::<serde_json::Value>(&text) else { return Ok(()) };
            for fault in error.faults() {
                prop_assert!(tree.pointer(fault.pointer.as_str()).is_some(), "{} in {}", fault, text);
            }
        }
    }
}
