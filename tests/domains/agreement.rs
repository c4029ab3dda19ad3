//! Rules about agreements in whole agreements: ids, memberships, and several rules together.
#![cfg(feature = "proptest")]
#![expect(clippy::expect_used, reason = "tests may fail loudly, in their helpers too")]

use crate::common::expect;
use kvalitetsmodel::agenda::{Agenda, AgendaItem, DutyState};
use kvalitetsmodel::agreement::{Authority, Criticism, DevelopmentAgreement, FocusArea, Participation};
use kvalitetsmodel::assessment::StateAssessment;
use kvalitetsmodel::body::{BodyKind, Forum, Membership};
use kvalitetsmodel::chrono::{Days, NaiveDate};
use kvalitetsmodel::codes::RuleCode;
use kvalitetsmodel::date::{PartialDate, Period};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::report::{Finding, Profile, Report};
use kvalitetsmodel::target_figure::TargetFigure;
use kvalitetsmodel::{Context, check, check_rule, codes};
use proptest::prelude::*;

fn agreement(text: &str) -> DevelopmentAgreement {
    serde_json::from_str(text).expect("an agreement")
}

fn context() -> Context {
    Context::new("2024-04-01".parse().expect("a day"))
}

/// The rules that these tests are about. What others find in the small agreements here does not matter.
const TOGETHER: &[RuleCode] = &[
    codes::AGR001,
    codes::AGR003,
    codes::AGR004,
    codes::AGR005,
    codes::AGR006,
    codes::AGR007,
    codes::AGR008,
    codes::AGR009,
    codes::AGR010,
    codes::AGR011,
    codes::AGR012,
    codes::AGR015,
    codes::AGR017,
    codes::AGR018,
    codes::AGR023,
    codes::AGR027,
    codes::AGR093,
    codes::TAR002,
    codes::TAR007,
];

/// What these rules find.
fn together(report: &Report) -> impl Iterator<Item = &Finding> {
    report.findings().iter().filter(|one| TOGETHER.contains(&one.code()))
}

fn places(report: &Report) -> Vec<(String, &str)> {
    together(report).map(|one| (one.code().to_string(), one.at().as_str())).collect()
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
        "der henvises til en gruppe, som ikke findes i dokumentet",
        "the body that is referred to is not in the document",
    );
    expect(
        &check_rule(&agreement, &context(), codes::DOC002),
        &[
            ("/focusAreas/0/supportTasks/2/by", da, en),
            (
                "/focusAreas/0/supportTasks/3/by",
                "id'et hører i dokumentet til noget andet (indsatsområde) end det, der henvises til her (gruppe)",
                "in the document the id belongs to something else (focus area) than what is referred to here (body)",
            ),
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
fn findings_of_rules_about_one_area_are_sorted_by_place() {
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
        ("AGR093", "/focusAreas/0"),
        ("AGR004", "/focusAreas/0"),
        ("AGR008", "/focusAreas/0/participation/0"),
        ("AGR009", "/focusAreas/0/participation/1"),
        ("AGR011", "/focusAreas/0/targets/0"),
        ("TAR002", "/focusAreas/0/targets/0"),
        ("TAR007", "/focusAreas/0/targets/0"),
    ];
    assert_eq!(places(&report), expected.map(|(code, at)| (code.to_owned(), at)));
}

/// What these rules find on 1 June 2024 in an agreement that is valid except for `content`: code, place, and whether
/// the rule is broken.
fn found(content: &str) -> Vec<(String, String, bool)> {
    let june = Context::new("2024-06-01".parse().expect("a day"));
    findings(&check(&in_order(content), &june))
}

fn in_order(content: &str) -> DevelopmentAgreement {
    agreement(&format!(
        r#"{{
            "id": "00000000-0000-4000-8000-000000000001",
            "service": {{ "id": "00000000-0000-4000-8000-000000000002" }}, "year": 2024,
            "parties": [
                {{ "role": "socialDirector", "named": true, "signedOn": "2024-01-09" }},
                {{ "role": "headOfService", "named": true, "signedOn": "2024-01-09" }}
            ],
            {content}
        }}"#
    ))
}

fn findings(report: &Report) -> Vec<(String, String, bool)> {
    together(report).map(|one| (one.code().to_string(), one.at().to_string(), one.is_not_met())).collect()
}

fn owned(expected: &[(&str, &str, bool)]) -> Vec<(String, String, bool)> {
    expected.iter().map(|(code, at, broken)| (code.to_string(), at.to_string(), *broken)).collect()
}

/// What the first area answers to the question of the second.
fn two_areas(membership: &str, scope: &str) -> String {
    format!(
        r#""focusAreas": [
            {{
                "id": "00000000-0000-4000-8000-000000000010", "scope": ["communityMembers"],
                "participation": [{{
                    "body": "00000000-0000-4000-8000-000000000021", "kind": "community",
                    {membership}
                }}]
            }},
            {{
                "id": "00000000-0000-4000-8000-000000000020", "scope": ["{scope}"],
                "targets": [{{
                    "id": "00000000-0000-4000-8000-000000000024", "topic": "t", "state": "toBeAgreed",
                    "agreedBy": {{ "community": {{ "body": "00000000-0000-4000-8000-000000000021" }} }}
                }}],
                "followUps": [{{
                    "id": "00000000-0000-4000-8000-000000000071", "on": "S",
                    "when": {{ "date": {{ "on": "2024-11" }} }}
                }}]
            }}
        ]"#
    )
}

#[test]
fn a_membership_that_one_area_states_counts_in_all_of_them() {
    let member = r#""membership": "member", "stateAssessment": { "showsNeed": true }"#;
    let outside = r#""membership": "nonMember", "stateAssessment": { "showsNeed": false }"#;
    for scope in ["communityMembers", "allServices"] {
        assert_eq!(found(&two_areas(member, scope)), [], "{scope}");
    }
    let target = "/focusAreas/1/targets/0";
    assert_eq!(found(&two_areas(outside, "communityMembers")), owned(&[("AGR011", target, true)]));
    assert_eq!(found(&two_areas(outside, "allServices")), owned(&[("AGR018", target, true)]));
}

#[test]
fn a_figure_is_overdue_wherever_the_membership_stands() {
    let member = r#""membership": "member", "stateAssessment": { "showsNeed": true }"#;
    let december = Context::new("2024-12-01".parse().expect("a day"));
    let report = check(&in_order(&two_areas(member, "communityMembers")), &december);
    assert_eq!(findings(&report), owned(&[("AGR012", "/focusAreas/1/targets/0", true)]));
}

#[test]
fn in_and_out_of_one_community_is_an_error_and_hides_what_hangs_on_it() {
    let area = |n: u8, membership: &str, need: bool| {
        format!(
            r#"{{
                "id": "00000000-0000-4000-8000-0000000000{n}", "scope": ["communityMembers"],
                "participation": [{{
                    "body": "00000000-0000-4000-8000-000000000005", "kind": "community",
                    "membership": "{membership}", "stateAssessment": {{ "showsNeed": {need} }}
                }}],
                "targets": [{{
                    "id": "00000000-0000-4000-8000-0000000001{n}", "agreedBy": {{ "community": {{}} }},
                    "state": "toBeAgreed"
                }}]
            }}"#
        )
    };
    let areas = [area(10, "member", true), area(20, "nonMember", false)].join(",");
    let draft = in_order(&format!(r#""focusAreas": [{areas}]"#));
    let report = check(&draft, &context());
    assert_eq!(findings(&report), owned(&[("AGR017", "/focusAreas/1/participation/0", true)]));
    assert!(report.rejects());
    for code in [codes::AGR009, codes::AGR011, codes::AGR012] {
        assert!(report.not_evaluated().iter().any(|one| one.code == code), "{code}");
    }
}

#[test]
fn a_community_that_is_never_answered_for_is_found_where_it_is_named() {
    let area = r#""id": "00000000-0000-4000-8000-000000000010""#;
    let area_alone = format!(r#""focusAreas": [{{ {area}, "scope": ["communityMembers"] }}]"#);
    assert_eq!(found(&area_alone), owned(&[("AGR008", "/focusAreas/0", true)]));
    let set_up = r#""bodies": [{ "id": "00000000-0000-4000-8000-000000000005", "kind": "community" }]"#;
    assert_eq!(found(set_up), owned(&[("AGR008", "/bodies/0", true)]));
    assert_eq!(found(&format!("{set_up}, {area_alone}")), owned(&[("AGR008", "/bodies/0", true)]));
}

#[test]
fn an_action_of_a_non_member_is_told_where_others_are_bound_too() {
    let content = r#""focusAreas": [{
        "id": "00000000-0000-4000-8000-000000000010", "scope": ["communityMembers", "namedPilots"],
        "participation": [{
            "body": "00000000-0000-4000-8000-000000000021", "kind": "community", "membership": "nonMember",
            "stateAssessment": { "showsNeed": false }
        }],
        "actions": [{ "id": "00000000-0000-4000-8000-000000000011", "text": "x" }],
        "followUps": [{
            "id": "00000000-0000-4000-8000-000000000070", "when": { "date": { "on": "2024-11" } }, "on": "S"
        }]
    }]"#;
    assert_eq!(found(content), owned(&[("AGR010", "/focusAreas/0/actions", false)]));
}

#[test]
fn a_follow_up_zero_times_a_year_has_no_time() {
    let content = r#""followUps": [{
        "id": "00000000-0000-4000-8000-000000000070", "when": { "timesAYear": { "times": 0 } }, "on": "S"
    }]"#;
    assert_eq!(found(content), owned(&[("AGR006", "/followUps/0", true)]));
    let mut agenda = Agenda::new("2024-06-01".parse().expect("a day"));
    agenda.add_draft(&in_order(content));
    assert_eq!(
        agenda.items().into_iter().map(AgendaItem::state).collect::<Vec<_>>(),
        [DutyState::WithoutDeadline]
    );
}

#[test]
fn the_region_asks_for_one_year_and_two_roles_and_others_do_not() {
    let region = context().with_profile(Profile::region_sjaelland_2024());
    let two_years = DevelopmentAgreement {
        year: None,
        ..in_order(r#""period": { "start": "2024-01-01", "end": "2025-12-31" }"#)
    };
    let mut with_a_third = in_order(r#""title": "aftale""#);
    with_a_third.parties.push(
        serde_json::from_str(
            r#"{ "role": { "other": { "title": "områdeleder" } }, "named": true, "signedOn": "2024-01-09" }"#,
        )
        .expect("a party"),
    );
    for (draft, at) in [(&two_years, ""), (&with_a_third, "/parties")] {
        assert_eq!(findings(&check(draft, &context())), []);
        assert_eq!(findings(&check_rule(draft, &region, codes::AGR001)), owned(&[("AGR001", at, true)]));
    }
}

#[test]
fn a_period_has_a_day_in_the_year_of_the_title() {
    let period =
        |start: &str, end: &str| found(&format!(r#""period": {{ "start": "{start}", "end": "{end}" }}"#));
    assert_eq!(period("2023-01-01", "2023-12-31"), owned(&[("AGR015", "/period", true)]));
    assert_eq!(period("2023-01-02", "2024-01-01"), []);
    assert_eq!(period("2024-01-01", "2025-12-31"), []);
}

#[test]
fn a_signing_date_that_is_missing_is_said_once() {
    let mut draft = in_order(
        r#""followUps": [{
            "id": "00000000-0000-4000-8000-000000000070", "when": { "date": { "on": "2024-11" } }, "on": "S"
        }]"#,
    );
    draft.parties.iter_mut().skip(1).for_each(|party| party.signed_on = None);
    expect(
        &check_rule(&draft, &context(), codes::AGR002),
        &[(
            "/parties",
            "kun 1 af 2 underskriftsdatoer er udfyldt",
            "the agreement gives only 1 of 2 signing dates",
        )],
    );
    expect(&check_rule(&draft, &context(), codes::AGR003), &[]);
}

/// One community, named again and again, and as many figures that it agrees: searching them once for each figure
/// would take ten thousand million steps.
#[test]
fn many_figures_of_a_community_that_is_named_often_take_no_quadratic_time() {
    const MANY: u32 = 100_000;
    let community = |_| Participation {
        membership: Membership::Member,
        ..Participation::new(Id::from_u128(3), BodyKind::Community)
    };
    let figure = |n: u32| TargetFigure {
        agreed_by: Some(Forum::Community { body: None }),
        ..TargetFigure::new(Id::from_u128(u128::from(n)))
    };
    let mut draft = DevelopmentAgreement::new(Id::from_u128(1));
    draft.focus_areas = vec![FocusArea {
        participation: (0..MANY).map(community).collect(),
        targets: (10..MANY).map(figure).collect(),
        ..FocusArea::new(Id::from_u128(2))
    }];
    for code in [codes::AGR008, codes::AGR009, codes::AGR010, codes::AGR011, codes::AGR012, codes::AGR017] {
        assert!(check_rule(&draft, &context(), code).findings().len() <= 1, "{code}");
    }
}

/// What an agreement says about an assessment comes from the assessment, and is judged there.
#[test]
fn a_reference_to_an_assessment_says_what_the_assessment_says() {
    let assessment: StateAssessment = serde_json::from_str(
        r#"{
            "id": "00000000-0000-4000-8000-000000000901", "title": "Gennemgang", "on": "2023-H1",
            "topics": [
                { "topic": " sygefravær ", "showsNeed": false },
                { "topic": "onboarding", "data": [{ "source": "Personaleomsætning" }], "showsNeed": true },
                { "topic": "onboarding", "showsNeed": false }
            ]
        }"#,
    )
    .expect("an assessment");
    let said = assessment.reference("onboarding").expect("a topic");
    assert_eq!((said.on, said.data_based, said.shows_need), (assessment.on, Some(true), Some(true)));
    // Without data it is not stated whether it rests on any.
    assert_eq!(assessment.reference("sygefravær").expect("a topic").data_based, None);
    assert_eq!(assessment.reference("magtanvendelser"), None);

    let mut draft = DevelopmentAgreement::new(Id::from_u128(1));
    let outside = Participation {
        membership: Membership::NonMember,
        state_assessment: Some(said),
        ..Participation::new(Id::from_u128(3), BodyKind::Community)
    };
    draft.focus_areas = vec![FocusArea { participation: vec![outside], ..FocusArea::new(Id::from_u128(2)) }];
    expect(
        &check_rule(&draft, &context(), codes::AGR009),
        &[(
            "/focusAreas/0/participation/0",
            "tilbuddets tilstandsvurdering viser et behov, men tilbuddet indgår ikke",
            "the state assessment of the service shows a need, but it does not take part",
        )],
    );
}

fn order(given_on: Option<PartialDate>) -> Criticism {
    Criticism { given_on, ..Criticism::new(Authority::WorkingEnvironment) }
}

/// A month that crosses the border of a period is certainly neither inside nor outside it.
#[test]
fn what_may_lie_outside_a_period_is_not_counted() {
    let within = |text: &str, start: &str, end: &str| {
        let (start, end) = (start.parse().expect("a day"), end.parse().expect("a day"));
        Criticism::given_within(&[order(text.parse().ok())], &Period { start, end })
    };
    assert_eq!(within("2024-03", "2024-03-01", "2024-03-31"), Some(1));
    assert_eq!(within("2024-03", "2024-03-02", "2024-12-31"), None);
    assert_eq!(within("2024-03", "2024-04-01", "2024-12-31"), Some(0));
    assert_eq!(within("", "2024-01-01", "2024-12-31"), None);
    assert_eq!(Criticism::given_within([], &Period::year(2024).expect("a year")), Some(0));
}

proptest! {
    #[test]
    fn the_orders_of_two_periods_are_those_of_both(
        days in prop::collection::vec(0_u64..400, 0..12), cut in 1_u64..399,
    ) {
        let day = |n| NaiveDate::from_ymd_opt(2023, 1, 1)?.checked_add_days(Days::new(n));
        let all: Vec<_> = days.iter().map(|n| order(day(*n).and_then(|day| PartialDate::of_day(day).ok()))).collect();
        let given = |from, to| Criticism::given_within(&all, &Period { start: day(from)?, end: day(to)? });
        let (before, after) = (given(0, cut.saturating_sub(1)), given(cut, 399));
        prop_assert_eq!(before.zip(after).map(|(before, after)| before.saturating_add(after)), given(0, 399));
        prop_assert_eq!(given(0, 399), Some(days.len() as u64));
    }
}
