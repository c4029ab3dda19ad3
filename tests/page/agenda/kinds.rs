//! What each kind of document has on its agenda, in whole sentences.

use std::collections::BTreeSet;

use kvalitetsmodel::agenda::{AgendaItem, DutyState};

use super::{agenda_of, document, said};

pub(super) fn assert_said(kind: &str, content: &str, on: &str, expected: &[[&str; 3]]) {
    let agenda = agenda_of(&document(kind, content), on);
    assert_eq!(said(&agenda), expected.concat());
    let keys: BTreeSet<_> = agenda.items().into_iter().map(|item| item.key().to_string()).collect();
    assert_eq!(keys.len(), expected.len(), "each duty has a key of its own");
}

/// The same with places in the draft, such as `audit` for `/content/project/audit`; an empty one is the draft itself.
pub(super) fn assert_said_in(kind: &str, content: &str, on: &str, expected: &[[&str; 3]]) {
    let at = |place: &str| match place {
        "" => format!("/content/{kind}"),
        place => format!("/content/{kind}/{place}"),
    };
    let places: Vec<_> = expected.iter().map(|[place, _, _]| at(place)).collect();
    let expected: Vec<_> =
        places.iter().zip(expected).map(|(at, [_, da, en])| [at.as_str(), da, en]).collect();
    assert_said(kind, content, on, &expected);
}

#[test]
fn an_assessment_is_renewed_and_an_agreement_has_what_others_do() {
    let expected = [[
        "/content/stateAssessment",
        "ny tilstandsvurdering: senest 31. december 2025 (2025)",
        "new state assessment: due by 31 December 2025 (2025)",
    ]];
    assert_said(
        "stateAssessment",
        r##"{ "id": "#1", "on": "2023-H1", "renewBy": "2025" }"##,
        "2024-06-01",
        &expected,
    );
    assert_said("stateAssessment", r##"{ "id": "#1", "on": "2023-H1" }"##, "2024-06-01", &[]);

    let content = r##"{
        "id": "#1", "year": 2024,
        "focusAreas": [{
            "id": "#2", "number": "1.7",
            "supportTasks": [
                { "text": "Kortlægger", "doneOn": "2024-03" },
                { "text": "Planlægger", "when": { "date": { "on": "2024-09" } } },
                { "text": "Uden tid" }
            ],
            "decisions": [{ "by": "styregruppen", "decidedOn": "2024-05-02" }],
            "criticisms": [{ "authority": "workingEnvironment", "deadline": "2024-05-31", "closedOn": "2024-04" }]
        }]
    }"##;
    let area = "/content/agreement/focusAreas/0";
    let at = |rest: &str| format!("{area}/{rest}");
    let expected: [[&str; 3]; 5] = [
        [
            &at("supportTasks/0"),
            "afsnit 1.7, støtteopgave: gjort i marts 2024",
            "section 1.7, support task: done in March 2024",
        ],
        [
            &at("supportTasks/1"),
            "afsnit 1.7, støtteopgave: senest 30. september 2024 (september 2024)",
            "section 1.7, support task: due by 30 September 2024 (September 2024)",
        ],
        [
            &at("supportTasks/2"),
            "afsnit 1.7, støtteopgave: uden frist",
            "section 1.7, support task: no deadline",
        ],
        [
            &at("decisions/0"),
            "afsnit 1.7, bebudet beslutning: gjort 2. maj 2024",
            "section 1.7, announced decision: done on 2 May 2024",
        ],
        [
            &at("criticisms/0"),
            "afsnit 1.7, svar på kritik fra en myndighed: gjort i april 2024",
            "section 1.7, answer to criticism by an authority: done in April 2024",
        ],
    ];
    assert_said("agreement", content, "2024-06-01", &expected);
}

const AGREEMENT: &str = r##"{
    "id": "#1", "year": 2024,
    "bodies": [{ "id": "#9", "kind": "steeringGroup", "name": "Styregruppen" }],
    "focusAreas": [
        {
            "id": "#2", "number": "1.4",
            "actions": [
                { "id": "#3", "section": "1.4.2", "when": { "monthDay": { "day": "--03-31" } } },
                { "id": "#4", "when": { "within": { "months": 3 } } },
                { "id": "#5", "when": { "date": { "on": "2024-02-01" } }, "doneOn": "2024-02" }
            ],
            "targets": [
                { "id": "#6", "measuredAt": { "date": { "on": "2024-05" } }, "state": "met" },
                { "id": "#7", "measuredAt": { "date": { "on": "2024-05" } }, "state": "agreed" }
            ],
            "followUps": [{ "id": "#8", "when": { "decidedBy": { "body": "#9" } }, "form": "status" }],
            "decisions": [
                { "text": "Hvad der følger", "when": { "date": { "on": "2024-H2" } } },
                { "when": { "date": { "on": "2024-05" } }, "decidedOn": "2024-05-14" }
            ],
            "criticisms": [
                { "authority": "workingEnvironment", "deadline": "2024-05-31", "answeredBy": ["#4"] },
                { "authority": "workingEnvironment", "deadline": "2024-05-31", "answeredBy": ["#5"] },
                { "authority": "socialInspectorate", "answeredBy": ["#3"] },
                { "authority": "socialInspectorate" }
            ]
        },
        { "id": "#10", "actions": [{ "id": "#11" }] }
    ],
    "followUps": [
        { "id": "#12", "form": "dialogueMeeting", "when": { "timesAYear": { "times": 2 } } },
        { "id": "#13", "when": { "schedule": { "title": "Årshjulet" } } }
    ]
}"##;

#[test]
fn an_agreement_has_actions_figures_follow_ups_decisions_and_criticism() {
    let area = "/content/agreement/focusAreas/0";
    let at = |rest: &str| format!("{area}/{rest}");
    let expected = [
        [
            &at("actions/0"),
            "afsnit 1.4.2, indsats: fristen er overskredet, sidste dag var 31. marts 2024 (31. marts)",
            "section 1.4.2, action: overdue, the last day was 31 March 2024 (31 March)",
        ],
        [
            &at("actions/1"),
            "afsnit 1.4, indsats: afventer startdato",
            "section 1.4, action: waiting for the start date",
        ],
        [
            &at("actions/2"),
            "afsnit 1.4, indsats: gjort i februar 2024",
            "section 1.4, action: done in February 2024",
        ],
        [
            &at("targets/0"),
            "afsnit 1.4, måling af måltal: gjort",
            "section 1.4, measuring of a target figure: done",
        ],
        [
            &at("targets/1"),
            "afsnit 1.4, måling af måltal: fristen er overskredet, sidste dag var 31. maj 2024 (maj 2024)",
            "section 1.4, measuring of a target figure: overdue, the last day was 31 May 2024 (May 2024)",
        ],
        [
            &at("followUps/0"),
            "afsnit 1.4, opfølgning (status): afventer beslutning",
            "section 1.4, follow-up (status report): waiting for a decision",
        ],
        [
            &at("decisions/0"),
            "afsnit 1.4, bebudet beslutning: senest 31. december 2024 (2. halvår 2024)",
            "section 1.4, announced decision: due by 31 December 2024 (second half of 2024)",
        ],
        [
            &at("decisions/1"),
            "afsnit 1.4, bebudet beslutning: gjort 14. maj 2024",
            "section 1.4, announced decision: done on 14 May 2024",
        ],
        [
            &at("criticisms/0"),
            "afsnit 1.4, svar på kritik fra en myndighed: fristen er overskredet, sidste dag var 31. maj 2024",
            "section 1.4, answer to criticism by an authority: overdue, the last day was 31 May 2024",
        ],
        [
            &at("criticisms/1"),
            "afsnit 1.4, svar på kritik fra en myndighed: gjort i februar 2024",
            "section 1.4, answer to criticism by an authority: done in February 2024",
        ],
        [
            &at("criticisms/3"),
            "afsnit 1.4, svar på kritik fra en myndighed: uden frist",
            "section 1.4, answer to criticism by an authority: no deadline",
        ],
        [
            "/content/agreement/focusAreas/1/actions/0",
            "indsatsområde 2, indsats: uden frist",
            "focus area 2, action: no deadline",
        ],
        [
            "/content/agreement/followUps/0",
            "hele aftalen, opfølgning (dialogmøde): to gange om året",
            "the whole agreement, follow-up (dialogue meeting): twice a year",
        ],
        [
            "/content/agreement/followUps/1",
            "hele aftalen, opfølgning: afventer tidsplan",
            "the whole agreement, follow-up: waiting for the schedule",
        ],
    ];
    assert_said("agreement", AGREEMENT, "2024-06-01", &expected);
}

#[test]
fn a_community_has_aims_figures_and_tests() {
    let content = r##"{
        "id": "#1",
        "aims": [{ "id": "#2", "by": { "date": { "on": "2024-06-30" } } }, { "id": "#3" }, { "id": "#9", "by": { "date": { "on": "2024-05" } }, "reachedOn": "2024-04" }],
        "targets": [{ "service": "#4", "target": { "id": "#5", "measuredAt": "continuously" } }],
        "cycles": [
            { "id": "#6", "plan": { "when": { "date": { "on": "2024-05" } } } },
            { "id": "#7", "plan": { "when": { "date": { "on": "2024-05" } } }, "do": { "on": "2024-05-14" } },
            { "id": "#8", "plan": { "when": { "date": { "on": "2024-05" } } }, "act": { "decision": "adopt" } }
        ]
    }"##;
    let late = "fristen er overskredet, sidste dag var 31. maj 2024 (maj 2024)";
    let expected = [
        ["/content/community/aims/0", "mål 1: senest 30. juni 2024", "aim 1: due by 30 June 2024"],
        ["/content/community/aims/1", "mål 2: uden frist", "aim 2: no deadline"],
        ["/content/community/aims/2", "mål 3: gjort i april 2024", "aim 3: done in April 2024"],
        [
            "/content/community/targets/0/target",
            "måltal, måling af måltal: løbende",
            "target figure, measuring of a target figure: continuously",
        ],
        [
            "/content/community/cycles/0",
            &format!("PDSA-cyklus 1, afprøvning: {late}"),
            "PDSA cycle 1, test: overdue, the last day was 31 May 2024 (May 2024)",
        ],
        [
            "/content/community/cycles/1",
            "PDSA-cyklus 2, afprøvning: gjort 14. maj 2024",
            "PDSA cycle 2, test: done on 14 May 2024",
        ],
        ["/content/community/cycles/2", "PDSA-cyklus 3, afprøvning: gjort", "PDSA cycle 3, test: done"],
    ];
    assert_said("community", content, "2024-06-01", &expected);
}

#[test]
fn a_cycle_and_a_figure_stand_alone() {
    let cycle = r##"{ "id": "#1", "plan": { "when": { "decidedBy": { "name": "lederen" } } } }"##;
    let expected = [["/content/cycle", "afprøvning: afventer beslutning", "test: waiting for a decision"]];
    assert_said("cycle", cycle, "2024-06-01", &expected);
    let target = r##"{ "id": "#1", "measuredAt": { "monthDay": { "day": "--12-31" } } }"##;
    let expected = [[
        "/content/targetFigure",
        "måling af måltal: afventer årstal",
        "measuring of a target figure: waiting for the year",
    ]];
    assert_said("targetFigure", target, "2024-06-01", &expected);
}

#[test]
fn sub_goals_are_named_by_the_citizen_and_their_position() {
    let content = r##"{
        "id": "#1",
        "citizens": [
            { "id": "#2", "subGoals": [{ "id": "#3", "evaluateBy": "2024-05-31", "endsOn": "2024-06" }] },
            { "id": "#4", "subGoals": [{ "id": "#5" }, { "id": "#6", "status": "reached", "closedOn": "2024-04-30" }] }
        ]
    }"##;
    let (first, second) = ("00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000004");
    let expected = [
        [
            "/content/caseload/citizens/0/subGoals/0",
            &format!(
                "borger {first}, delmål, evaluering: fristen er overskredet, sidste dag var 31. maj 2024"
            ),
            &format!("citizen {first}, sub-goal, evaluation: overdue, the last day was 31 May 2024"),
        ],
        [
            "/content/caseload/citizens/0/subGoals/0",
            &format!("borger {first}, delmål, afslutning: senest 30. juni 2024 (juni 2024)"),
            &format!("citizen {first}, sub-goal, closing: due by 30 June 2024 (June 2024)"),
        ],
        [
            "/content/caseload/citizens/1/subGoals/1",
            &format!("borger {second}, delmål 2, evaluering: gjort 30. april 2024"),
            &format!("citizen {second}, sub-goal 2, evaluation: done on 30 April 2024"),
        ],
        [
            "/content/caseload/citizens/1/subGoals/1",
            &format!("borger {second}, delmål 2, afslutning: gjort 30. april 2024"),
            &format!("citizen {second}, sub-goal 2, closing: done on 30 April 2024"),
        ],
    ];
    assert_said("caseload", content, "2024-06-01", &expected);
}

#[test]
fn a_project_has_countings_training_and_its_audit() {
    let content = r##"{
        "id": "#1",
        "countings": [
            { "id": "#2", "on": "2024-03-01", "rows": [{ "department": "#9", "measure": "withoutSubGoal" }] },
            { "id": "#3", "on": "2024-05" },
            { "id": "#4", "on": "2024-08-15" }
        ],
        "training": [
            { "plannedOn": "2024-04-10" },
            { "plannedOn": "2024-04-10", "heldOn": "2024-04-12" },
            { "heldMinutes": 90 },
            {}
        ],
        "audit": { "id": "#5", "heldOn": "2024-06-20" }
    }"##;
    let items = [
        ["countings/0", "optælling 1: gjort 1. marts 2024", "counting 1: done on 1 March 2024"],
        ["countings/1", "optælling 2: gjort i maj 2024", "counting 2: done in May 2024"],
        ["countings/2", "optælling 3: senest 15. august 2024", "counting 3: due by 15 August 2024"],
        [
            "training/0",
            "oplæringsmøde 1: fristen er overskredet, sidste dag var 10. april 2024",
            "training session 1: overdue, the last day was 10 April 2024",
        ],
        ["training/1", "oplæringsmøde 2: gjort 12. april 2024", "training session 2: done on 12 April 2024"],
        ["training/2", "oplæringsmøde 3: gjort", "training session 3: done"],
        ["training/3", "oplæringsmøde 4: uden frist", "training session 4: no deadline"],
        ["audit", "auditmøde: senest 20. juni 2024", "audit meeting: due by 20 June 2024"],
    ];
    assert_said_in("project", content, "2024-06-01", &items);
}

#[test]
fn an_audit_is_held_on_its_day_or_when_the_panel_has_judged() {
    let judged = r##"{ "id": "#1", "questions": [{ "id": "#2" }], "judgements": [{ "question": "#2" }] }"##;
    for (content, on, state) in [
        (r##"{ "id": "#1" }"##, "2024-06-01", DutyState::WithoutDeadline),
        (r##"{ "id": "#1", "heldOn": "2024-06-20" }"##, "2024-06-19", DutyState::Due),
        (r##"{ "id": "#1", "heldOn": "2024-06-20" }"##, "2024-06-20", DutyState::Done),
        (r##"{ "id": "#1", "heldOn": "2024-06" }"##, "2024-06-20", DutyState::Done),
        (judged, "2024-06-01", DutyState::Done),
    ] {
        let agenda = agenda_of(&document("audit", content), on);
        let states: Vec<_> = agenda.items().into_iter().map(AgendaItem::state).collect();
        assert_eq!(states, [state], "{content} on {on}");
    }
}

#[test]
fn other_kinds_have_nothing_on_it() {
    for (kind, content) in [
        ("organisation", r##"{ "id": "#1" }"##),
        ("standardSet", r##"{ "id": "#1" }"##),
        ("tailoring", r##"{ "id": "#1", "base": "#2" }"##),
        ("measurement", r##"{ "id": "#1", "extractedAt": "2024-05-31" }"##),
        ("series", r##"{ "id": "#1", "direction": "atLeast", "interval": "month" }"##),
    ] {
        assert!(agenda_of(&document(kind, content), "2024-06-01").items().is_empty(), "{kind}");
    }
}
