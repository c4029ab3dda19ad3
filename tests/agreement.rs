//! Rules about agreements in whole agreements: ids, and several rules together.
#![expect(clippy::expect_used, reason = "tests may fail loudly, in their helpers too")]

mod common;

use common::expect;
use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::report::Report;
use kvalitetsmodel::{Context, check, check_rule, codes};

fn agreement(text: &str) -> DevelopmentAgreement {
    serde_json::from_str(text).expect("an agreement")
}

fn context() -> Context {
    Context::new("2024-04-01".parse().expect("a day"))
}

fn places(report: &Report) -> Vec<(String, &str)> {
    report.findings().iter().map(|one| (one.code().to_string(), one.at().as_str())).collect()
}

#[test]
fn doc001_an_id_names_one_thing() {
    let twice = agreement(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "followUps": [{ "id": "00000000-0000-4000-8000-000000000002" }]
            }]
        }"#,
    );
    expect(
        &check_rule(&twice, &context(), codes::DOC001),
        &[(
            "/focusAreas/0/followUps/0",
            "id'et er allerede brugt om noget andet i dokumentet (indsatsområde)",
            "the id is already used for something else in the document (focus area)",
        )],
    );
    // The operator of the service is not the service.
    let operator_is_service = agreement(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "service": {
                "id": "00000000-0000-4000-8000-000000000002",
                "operator": { "id": "00000000-0000-4000-8000-000000000002" }
            }
        }"#,
    );
    expect(
        &check_rule(&operator_is_service, &context(), codes::DOC001),
        &[(
            "/service/operator/id",
            "id'et er allerede brugt om noget andet i dokumentet (tilbud)",
            "the id is already used for something else in the document (service)",
        )],
    );
    // A reference is not a second use.
    let referring = agreement(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [{ "body": "00000000-0000-4000-8000-000000000003", "kind": "community" }],
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000004",
                    "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000003" } }
                }]
            }]
        }"#,
    );
    expect(&check_rule(&referring, &context(), codes::DOC001), &[]);
}

#[test]
fn doc002_a_reference_to_a_body_leads_to_one() {
    let agreement = agreement(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup" }],
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "supportTasks": [
                        { "text": "a", "by": "00000000-0000-4000-8000-000000000002" },
                        { "text": "b", "by": "00000000-0000-4000-8000-000000000004" },
                        { "text": "c", "by": "00000000-0000-4000-8000-000000000005" },
                        { "text": "d", "by": "00000000-0000-4000-8000-000000000003" },
                        { "text": "e" }
                    ],
                    "targets": [{
                        "id": "00000000-0000-4000-8000-000000000006",
                        "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000005" } }
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000007",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000004", "kind": "network" }]
                }
            ]
        }"#,
    );
    let (da, en) = (
        "der henvises til noget, som ikke findes i dokumentet (organ)",
        "something is referred to that is not in the document (body)",
    );
    expect(
        &check_rule(&agreement, &context(), codes::DOC002),
        &[
            ("/focusAreas/0/supportTasks/2/by", da, en),
            ("/focusAreas/0/supportTasks/3/by", da, en),
            ("/focusAreas/0/targets/0/agreedBy/community/body", da, en),
        ],
    );
}

#[test]
fn follow_ups_of_areas_and_of_the_whole_agreement_are_checked() {
    let agreement = agreement(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "followUps": [{ "id": "00000000-0000-4000-8000-000000000003" }]
            }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000004" }]
        }"#,
    );
    for code in [codes::AGR006, codes::AGR007] {
        let report = check_rule(&agreement, &context(), code);
        let code = code.to_string();
        assert_eq!(places(&report), [(code.clone(), "/focusAreas/0/followUps/0"), (code, "/followUps/0")]);
    }
}

#[test]
fn findings_of_rules_about_one_area_are_sorted_by_place_and_code() {
    let agreement = agreement(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000003", "kind": "community" },
                    {
                        "body": "00000000-0000-4000-8000-000000000004", "kind": "community",
                        "membership": "nonMember"
                    }
                ],
                "actions": [{ "id": "00000000-0000-4000-8000-000000000005" }],
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000006",
                    "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000004" } },
                    "value": "80", "state": "toBeAgreed"
                }]
            }]
        }"#,
    );
    let report = check(&agreement, &context());
    let expected = [
        ("AGR001", ""),
        ("AGR004", "/focusAreas/0"),
        ("AGR005", "/focusAreas/0"),
        ("AGR008", "/focusAreas/0/participation/0"),
        ("AGR009", "/focusAreas/0/participation/1"),
        ("AGR011", "/focusAreas/0/targets/0"),
        ("AGR014", "/focusAreas/0/targets/0"),
        ("TAR002", "/focusAreas/0/targets/0"),
    ];
    assert_eq!(places(&report), expected.map(|(code, at)| (code.to_owned(), at)));
}
