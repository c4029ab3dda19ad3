//! The agreement of Roskildehjemmet as it was signed, and as it would be with every gap filled.

use serde_json::{Value, json};

const DOCUMENT: &str = include_str!("../../examples/data/roskildehjemmet-2024.json");

/// The agreement, with everything odd in it.
pub(crate) fn signed() -> Value {
    let document: Value = serde_json::from_str(DOCUMENT).expect("JSON");
    document.pointer("/content/agreement").expect("an agreement").clone()
}

/// The same agreement, as long, with nothing left to find on 9 January 2024.
pub(crate) fn mended() -> Value {
    let mut agreement = signed();
    let all = &mut agreement;

    for party in list(all, "/parties") {
        set(party, "named", json!(true));
        set(party, "signedOn", json!("2024-01-09"));
    }
    // 1.3.4, 1.4.3 and 1.5.3 leave later follow-ups to a steering group that is set up nowhere.
    let steering_group = "20240000-0000-4000-8000-000500000001";
    push(all, "bodies", json!({ "id": steering_group, "kind": "steeringGroup" }));

    for area in list(all, "/focusAreas") {
        let number = area.get("number").and_then(Value::as_str).expect("a number").to_owned();
        match number.as_str() {
            "1.2" | "1.13" => push(area, "followUps", follow_up(&number)),
            "1.7" => set(at(area, "/followUps/0"), "when", json!({ "schedule": {} })),
            "1.5" => {
                // The figure is given: it is not to be agreed as well.
                list(area, "/targets").retain(|target| target.get("value").is_some());
                complete(at(area, "/targets/0"));
            }
            "1.8" => complete(at(area, "/targets/1")),
            _ => {}
        }
        for action in entries(area, "/actions").filter(|action| action.get("aim").is_some()) {
            let aim = at(action, "/aim");
            set(aim, "baseline", json!({ "value": "4", "unit": "count", "on": "2023" }));
            set(aim, "size", json!("2"));
            set(aim, "unit", json!("count"));
            set(aim, "by", json!({ "date": { "on": "2024-ultimo" } }));
        }
        for part in
            entries(area, "/participation").filter(|part| part.get("kind") == Some(&json!("community")))
        {
            // In 1.8 no figure waits for the community; in the others only a member is bound by it.
            let member = number != "1.8";
            set(part, "membership", json!(if member { "member" } else { "nonMember" }));
            set(part, "stateAssessment", json!({ "on": "2023-10", "dataBased": true, "showsNeed": member }));
        }
        for decided in entries(area, "/followUps").filter_map(|one| one.pointer_mut("/when/decidedBy")) {
            set(decided, "body", json!(steering_group));
        }
    }
    agreement
}

fn follow_up(number: &str) -> Value {
    let id = format!("2024{:0>4}-0000-4000-8000-000400000009", number.trim_start_matches("1."));
    json!({ "id": id, "when": { "date": { "on": "2024-11" } }, "on": "Om indsatsen er gennemført" })
}

/// Fills in what a target figure needs in order to be assessed.
fn complete(target: &mut Value) {
    set(target, "measuredAt", json!({ "date": { "on": "2024-11" } }));
    set(target, "dataSource", json!("Kvalitetsovervågning i november 2024"));
    set(target, "agreedBy", json!({ "parties": {} }));
    set(target, "state", json!("agreed"));
    if let Some(population) = target.pointer_mut("/population").filter(|one| one.get("selectedBy").is_some())
    {
        set(population, "fixedOn", json!("2024-01-08"));
    }
}

fn at<'v>(value: &'v mut Value, pointer: &str) -> &'v mut Value {
    value.pointer_mut(pointer).expect("the document has it")
}

fn list<'v>(value: &'v mut Value, pointer: &str) -> &'v mut Vec<Value> {
    at(value, pointer).as_array_mut().expect("a list")
}

fn entries<'v>(value: &'v mut Value, pointer: &str) -> impl Iterator<Item = &'v mut Value> {
    value.pointer_mut(pointer).and_then(Value::as_array_mut).into_iter().flatten()
}

fn set(object: &mut Value, key: &str, value: Value) {
    object.as_object_mut().expect("an object").insert(key.to_owned(), value);
}

fn push(object: &mut Value, key: &str, value: Value) {
    let object = object.as_object_mut().expect("an object");
    object.entry(key).or_insert_with(|| json!([])).as_array_mut().expect("a list").push(value);
}
