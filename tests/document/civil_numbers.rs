//! Civil registration numbers anywhere in a document are found, and never repeated.

#![expect(clippy::expect_used, reason = "a test that does not hold may stop here")]

use kvalitetsmodel::report::{Finding, Profile};
use kvalitetsmodel::{Context, Lang, codes, json};

fn context() -> Context {
    Context::new("2024-01-15".parse().expect("a day"))
}

const DOCUMENT: &str = r#"{
    "format": "kvalitetsmodel/1", "status": "draft",
    "id": "00000000-0000-4000-8000-000000000001",
    "externalIds": [{ "system": "Sensum", "value": "0101901234" }, { "system": "P-nummer", "value": "1003388394" }],
    "meta": { "authorRole": "pædagog for 010190-1234" },
    "content": { "citizen": {
        "id": "00000000-0000-4000-8000-000000000002",
        "subGoals": [{
            "id": "00000000-0000-4000-8000-000000000003",
            "text": "010190-1234 går til bageren",
            "evaluations": [{ "text": "Karl (010190 1234) er glad" }]
        }]
    } },
    "extensions": [
        { "namespace": "dk.example", "value": { "note": ["ingen", "cpr 0101901234"], "number": 3112991234, "0101901234": 1 } }
    ]
}"#;

#[test]
fn a_number_is_found_wherever_it_stands() {
    let document = json::read(DOCUMENT).expect("a document");
    let report = document.check(&context());
    let found = report.findings().iter().filter(|finding| finding.code() == codes::DOC003);
    let places: Vec<_> = found.clone().map(|finding| finding.at().to_string()).collect();
    assert_eq!(
        places,
        [
            "/externalIds/0/value",
            "/meta/authorRole",
            "/content/citizen/subGoals/0/text",
            "/content/citizen/subGoals/0/evaluations/0/text",
            "/extensions/0/value/number",
            "/extensions/0/value/0101901234",
            "/extensions/0/value/note/1",
        ]
    );
    assert!(found.clone().all(Finding::rejects));
    // Each can be distinguished from the others.
    let mut fingerprints: Vec<_> = found.clone().map(Finding::fingerprint).collect();
    fingerprints.sort_unstable();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), places.len());
    let first = found.clone().next().expect("one");
    assert_eq!(first.message(Lang::Da), "her står noget, der ligner et CPR-nummer");
    assert_eq!(first.message(Lang::En), "something here looks like a civil registration number (CPR)");
    // No finding repeats it, except for a key that is part of the place.
    for finding in found {
        let said = format!("{} {finding:?}", finding.message(Lang::Da));
        let said = said.replace("/extensions/0/value/0101901234", "");
        assert!(!said.contains("1234"), "{said}");
    }
}

#[test]
fn a_profile_can_switch_it_off() {
    let document = json::read(DOCUMENT).expect("a document");
    let reason = "nummeret er opdigtet".parse().expect("a reason");
    let profile = Profile::named("made-up").without(codes::DOC003, reason);
    let report = document.check(&context().with_profile(profile));
    assert!(report.findings().iter().all(|finding| finding.code() != codes::DOC003));
    assert_eq!(report.not_evaluated().iter().filter(|one| one.code == codes::DOC003).count(), 1);
}
