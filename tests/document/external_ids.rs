//! Ids of known systems are checked wherever they occur in a document, and never repeated.
#![cfg(feature = "json")]
#![expect(clippy::expect_used, reason = "a test that does not hold may stop here")]

use kvalitetsmodel::report::{Finding, Profile};
use kvalitetsmodel::{Context, Lang, check_rule, codes, cycle::PdsaCycle, id::Id, json};

fn context() -> Context {
    Context::new("2024-01-15".parse().expect("a day"))
}

const ORGANISATION: &str = r#"{
    "format": "kvalitetsmodel/1", "status": "draft",
    "id": "00000000-0000-4000-8000-000000000001",
    "externalIds": [{ "system": "ESDH", "value": "13748137" }, { "system": "CVR", "value": "13748137" }],
    "content": { "organisation": {
        "id": "00000000-0000-4000-8000-000000000002", "name": "Driftsherre",
        "externalIds": [{ "system": "Cvr-nr.", "value": "13748136" }, { "system": "CVR", "value": "29190909" }],
        "services": [{
            "id": "00000000-0000-4000-8000-000000000003", "name": "Tilbud",
            "externalIds": [{ "system": "P-nr.", "value": "77" }, { "system": "P-nr.", "value": "0101901234" }],
            "departments": [{
                "id": "00000000-0000-4000-8000-000000000004", "name": "Afdeling",
                "externalIds": [{ "system": "SOR", "value": "061654" }]
            }]
        }]
    } }
}"#;

const CITIZEN: &str = r#"{
    "format": "kvalitetsmodel/1", "status": "draft",
    "id": "00000000-0000-4000-8000-000000000001",
    "content": { "citizen": {
        "id": "00000000-0000-4000-8000-000000000002",
        "goals": [{
            "id": "00000000-0000-4000-8000-000000000003",
            "codes": [{ "system": "KL FFB", "value": "udvikle" }, { "system": "FSIII", "value": "J1.2" }]
        }]
    } }
}"#;

const NUMBERS: [codes::RuleCode; 5] =
    [codes::DOC003, codes::DOC006, codes::DOC007, codes::DOC008, codes::DOC010];

/// Where the rules about numbers find something, and what.
fn found(text: &str, context: &Context) -> Vec<String> {
    let report = json::read(text).expect("a document").check(context);
    let about = |finding: &&Finding| NUMBERS.contains(&finding.code());
    let line = |finding: &Finding| {
        assert_eq!(finding.rejects(), finding.code() != codes::DOC008);
        format!("{} {} {}", finding.code(), finding.at(), finding.message(Lang::En))
    };
    report.findings().iter().filter(about).map(line).collect()
}

#[test]
fn an_id_is_checked_wherever_it_stands() {
    assert_eq!(
        found(ORGANISATION, &context()),
        [
            "DOC010 /externalIds/1/value the check digit of the CVR number does not fit",
            "DOC006 /content/organisation/services/0/externalIds/0/value this is not a valid P-number (P-numbers of production \
             units have ten digits)",
            // One fault is one finding.
            "DOC003 /content/organisation/services/0/externalIds/1/value something here looks like a civil registration \
             number (CPR)",
            "DOC007 /content/organisation/services/0/departments/0/externalIds/0/value this is not a valid SOR code (SOR codes \
             have at least eleven digits)",
        ]
    );
    assert_eq!(
        found(CITIZEN, &context()),
        [
            "DOC008 /content/citizen/goals/0/codes/0/value this is not a valid FFB code (FFB codes are written as a UUID)"
        ]
    );
}

#[test]
fn the_rule_can_be_switched_off_for_a_document_of_any_kind() {
    let reason = "the register is being moved".parse().expect("not blank");
    let context = context().with_profile(Profile::GENERAL.without(codes::DOC008, reason));
    assert_eq!(found(CITIZEN, &context), [""; 0]);
    let cycle = PdsaCycle::new(Id::from_u128(1));
    assert_eq!(kvalitetsmodel::check(&cycle, &context).not_evaluated().len(), 1);
    assert!(check_rule(&cycle, &self::context(), codes::DOC008).not_evaluated().is_empty());
}
