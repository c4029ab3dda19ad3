//! The duties of daily operation, and who no longer has any.

use kvalitetsmodel::Lang;

use super::kinds::assert_said;
use super::{agenda_of, document};

const DUTIES: &str = r##"{
    "id": "#1",
    "training": [
        { "id": "#2", "withinMonths": 3, "members": [
            { "startedOn": "2024-03-31" },
            { "startedOn": "2024-02" },
            { "startedOn": "2024-02-29", "completedOn": "2024-05-30" },
            {}
        ] },
        { "id": "#3", "section": "1.3.1", "members": [{ "startedOn": "2024-02-29" }] }
    ],
    "buildingReview": {
        "window": { "start": "2024-01-01", "end": "2025-12-31" },
        "buildings": [
            { "reviewedOn": "2024-05" }, { "reviewedOn": "2023" }, { "usedByCitizens": false }, { "reviewedOn": "2026" }
        ]
    },
    "eventReporting": { "reports": [
        { "by": { "date": { "on": "2024-05" } } },
        { "by": { "date": { "on": "2024-05" } }, "reportedOn": "2024-05-14" }
    ] },
    "sickLeaveContacts": { "contacts": [{ "day": 3 }] },
    "riskAssessment": { "methodVaries": true },
    "healthMonitoring": [
        { "when": { "schedule": {} }, "reportBy": { "date": { "on": "2024-06" } } },
        { "reportedOn": "2024-05-02" }
    ]
}"##;

#[test]
fn who_has_left_has_nothing_more_to_do() {
    let content = r##"{
        "id": "#1",
        "members": [
            { "service": "#2", "membership": "member", "until": "2024-05-31" },
            { "service": "#3", "membership": "member", "until": "2024-03" },
            { "service": "#3", "membership": "member", "from": "2024-05" }
        ],
        "targets": [
            { "service": "#2", "target": { "id": "#11", "measuredAt": { "date": { "on": "2024-06" } } } },
            { "service": "#2", "target": { "id": "#12", "measuredAt": { "date": { "on": "2024-05" } } } },
            { "service": "#2", "target": { "id": "#13", "measuredAt": { "date": { "on": "2024-06" } }, "state": "met" } },
            { "service": "#3", "target": { "id": "#14" } }
        ],
        "cycles": [
            { "id": "#15", "service": "#2", "plan": { "when": { "date": { "on": "2024-06" } } } },
            { "id": "#16", "service": "#2", "do": { "on": "2024-05-02" } }
        ]
    }"##;
    let figure =
        |n: usize, status: &str| format!("target figure {n}, measuring of a target figure: {status}");
    let on = |day: &str| said_in_english("community", content, day);
    let late = figure(2, "overdue, the last day was 31 May 2024 (May 2024)");
    assert_eq!(
        on("2024-06-01"),
        [
            figure(1, "dropped"),
            late,
            figure(3, "done"),
            figure(4, "no deadline"),
            "PDSA cycle 1, test: dropped".into(),
            "PDSA cycle 2, test: done on 2 May 2024".into()
        ]
    );
    // On its last day it still has all of it to do.
    assert!(on("2024-05-31").iter().all(|said| !said.contains("dropped")));

    let content = r##"{ "id": "#1", "training": [{ "id": "#2", "withinMonths": 3, "members": [
        { "startedOn": "2024-03-31", "until": "2024-05-31" },
        { "startedOn": "2024-02-29", "until": "2024-05-31", "completedOn": "2024-05-30" }
    ] }] }"##;
    let done = "statutory training, member 2: done on 30 May 2024";
    assert_eq!(said_in_english("duties", content, "2024-06-01"), [done]);
    let due = "statutory training, member 1: due by 30 June 2024 (within 3 months of 31 March 2024)";
    assert_eq!(said_in_english("duties", content, "2024-05-31"), [due, done]);
}

fn said_in_english(kind: &str, content: &str, on: &str) -> Vec<String> {
    let agenda = agenda_of(&document(kind, content), on);
    agenda.items().into_iter().map(|item| item.in_lang(Lang::En).to_string()).collect()
}

#[test]
fn duties_have_training_reviews_reports_and_monitorings() {
    let words = [
        [
            "training/0/members/0",
            "lovpligtig uddannelse 1, medlem 1: senest 30. juni 2024 (inden for 3 måneder fra 31. marts 2024)",
            "statutory training 1, member 1: due by 30 June 2024 (within 3 months of 31 March 2024)",
        ],
        [
            "training/0/members/1",
            "lovpligtig uddannelse 1, medlem 2: fristen er overskredet, sidste dag var 29. maj 2024 (inden for 3 måneder fra februar 2024)",
            "statutory training 1, member 2: overdue, the last day was 29 May 2024 (within 3 months of February 2024)",
        ],
        [
            "training/0/members/2",
            "lovpligtig uddannelse 1, medlem 3: gjort 30. maj 2024",
            "statutory training 1, member 3: done on 30 May 2024",
        ],
        [
            "training/0/members/3",
            "lovpligtig uddannelse 1, medlem 4: afventer startdato",
            "statutory training 1, member 4: waiting for the start date",
        ],
        [
            "training/1/members/0",
            "afsnit 1.3.1, lovpligtig uddannelse: uden frist",
            "section 1.3.1, statutory training: no deadline",
        ],
        [
            "buildingReview/buildings/0",
            "bygning 1, sikkerhedsgennemgang: gjort i maj 2024",
            "building 1, safety review: done in May 2024",
        ],
        [
            "buildingReview/buildings/1",
            "bygning 2, sikkerhedsgennemgang: gjort i 2023",
            "building 2, safety review: done in 2023",
        ],
        [
            "buildingReview/buildings/3",
            "bygning 4, sikkerhedsgennemgang: senest 31. december 2025",
            "building 4, safety review: due by 31 December 2025",
        ],
        [
            "eventReporting/reports/0",
            "rapportering af utilsigtede hændelser 1: fristen er overskredet, sidste dag var 31. maj 2024 (maj 2024)",
            "report of adverse events 1: overdue, the last day was 31 May 2024 (May 2024)",
        ],
        [
            "eventReporting/reports/1",
            "rapportering af utilsigtede hændelser 2: gjort 14. maj 2024",
            "report of adverse events 2: done on 14 May 2024",
        ],
        [
            "healthMonitoring/0",
            "sundhedsfaglig overvågning 1: afventer tidsplan",
            "health monitoring 1: waiting for the schedule",
        ],
        [
            "healthMonitoring/0",
            "sundhedsfaglig overvågning 1, rapportering af resultater: senest 30. juni 2024 (juni 2024)",
            "health monitoring 1, report of results: due by 30 June 2024 (June 2024)",
        ],
        [
            "healthMonitoring/1",
            "sundhedsfaglig overvågning 2: gjort 2. maj 2024",
            "health monitoring 2: done on 2 May 2024",
        ],
        [
            "healthMonitoring/1",
            "sundhedsfaglig overvågning 2, rapportering af resultater: gjort 2. maj 2024",
            "health monitoring 2, report of results: done on 2 May 2024",
        ],
    ];
    for (kind, at, content) in [
        ("duties", "/content/duties", DUTIES.to_owned()),
        ("agreement", "/content/agreement/duties", format!(r##"{{ "id": "#9", "duties": {DUTIES} }}"##)),
    ] {
        let places = words.map(|[place, _, _]| format!("{at}/{place}"));
        let expected: Vec<_> =
            places.iter().zip(words).map(|(at, [_, da, en])| [at.as_str(), da, en]).collect();
        assert_said(kind, &content, "2024-06-01", &expected);
    }
}
