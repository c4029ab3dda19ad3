//! A measurement, a cycle, a sub-goal, the mandate, deadline and meetings of a body, and the day on which something was held or done are the same in all documents.

use alloc::vec::Vec;

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::agreement::Action,
    crate::body::{Body, BodyKind},
    crate::date::{Interval, PartialDate, Period},
    crate::figure::{Decimal, Direction},
    crate::measurement::{Measurement, Observed},
    crate::organisation::{OrgUnit, SocialService},
    crate::rule::trial::Breaks,
    crate::series::{MeasurementSeries, Phase},
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN010,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, ids")],
    title: Bilingual::new(
        "oplysningerne om en måling, en PDSA-cyklus, et delmål, en gruppes mandat, frist og antal møder og den dag, en audit blev holdt eller en indsats eller opfølgning blev gennemført, er de samme i alle dokumenter",
        "a measurement, a PDSA cycle, a sub-goal, the mandate, deadline and number of meetings of a body, and the day on which an audit was held, or an action or a follow-up was done, are the same in all documents",
    ),
    why: Bilingual::new(
        "Siger to dokumenter hver sit om det samme, kan ingen se, hvilken udgave der gælder. En gruppes mandat, frist og antal møder sammenlignes kun i dokumenter, der gælder samme tid; de kan være ændret siden. Et delmål kan være afsluttet og dets frister flyttet mellem to opgørelser, og en måling, der er trukket en anden dag, kan være rettet. Tekster sammenlignes ikke.",
        "If two documents say different things about the same matter, nobody can see which version is valid. The mandate, deadline and number of meetings of a body are compared only in documents for the same time; they may have changed since. A sub-goal may have been closed and its deadlines moved between two dates of a caseload, and a measurement that was extracted on another day may be a correction. Texts are not compared.",
    ),
    remedy: Bilingual::new(
        "Find ud af, hvad der er rigtigt, og ret det dokument, der er forkert. Er det to forskellige, så giv dem hver sit id.",
        "Find out which is right, and correct the document that is wrong. If they are two things, give each its own id.",
    ),
    example: Bilingual::new(
        "Målingen for april er 58 af 1.000 i måleserien og 73 af 1.000, hvor den står for sig.",
        "The April measurement is 58 of 1,000 in the series, but 73 of 1,000 where it is given on its own.",
    ),
    ..Rule::DERIVED
};

message! {
    StatedOtherwise { what: Bilingual, document: u64, parts: Vec<Bilingual> }
    "{what} står i dokument {document} med {parts:og}",
    "{what} is in document {document} with {parts:and}",
}

/// What only one of the documents states is no difference.
pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.records.again {
        let (what, document) = (clash.label, crossing::number(clash.first));
        let facts = StatedOtherwise { what, document, parts: clash.parts.clone() };
        crossing.not_met(clash.place, clash.subject, at, cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[
    |bundle, tape| {
        let figure = added::figure(tape.spare_id(2), tape);
        let indicator = figure.indicator.as_ref().map(|indicator| indicator.id);
        // The community brings in the service.
        added::community(figure, bundle, tape);
        let reporting_unit = Some(OrgUnit::from(tape.spare_id::<SocialService>(1)));
        let period = PartialDate::of_month(2023, 11).map(Period::from);
        let first = Measurement {
            indicator,
            reporting_unit,
            period,
            observed: Some(Observed::of_share(3, 40)),
            ..Measurement::new(tape.spare_id(5))
        };
        let second = Measurement { observed: Some(Observed::of_share(4, 40)), ..first.clone() };
        let series = MeasurementSeries {
            indicator,
            reporting_unit,
            interval: Some(Interval::Month),
            measurements: [first].into(),
            // A known level needs no more measurements.
            phases: [Phase { centre: Some(Decimal::ZERO), ..Phase::default() }].into(),
            ..MeasurementSeries::new(tape.spare_id(4), Direction::AtMost)
        };
        added::document(series, bundle, tape);
        added::document(second, bundle, tape);
    },
    |bundle, tape| {
        let actions = ["2024-01-02", "2024-01-09"].map(|day| Action {
            text: Some("kursus".into()),
            when: added::month(3),
            done_on: day.parse().ok(),
            ..Action::new(tape.spare_id(5))
        });
        added::action_twice(actions, bundle, tape);
    },
    |bundle, tape| {
        let body = |month| Body {
            name: Some("styregruppen".into()),
            deadline: PartialDate::of_month(2024, month),
            ..Body::new(tape.spare_id(5), BodyKind::CoordinationGroup)
        };
        added::each_agreement(bundle, |agreement| agreement.bodies.push(body(6)));
        let mut other = added::other_agreement(bundle, tape);
        other.bodies.push(body(12));
        added::document(other, bundle, tape);
    },
];

#[cfg(test)]
macro_rules! sub_goals {
    ($id:literal, $as_of:literal, $($sub_goal:literal),+) => {
        concat!(
            r#"{ "caseload": { "id": "00000000-0000-4000-8000-0000000000"#, $id, r#"", "#, $as_of,
            r#""citizens": [{ "id": "00000000-0000-4000-8000-0000000001"#, $id, r#"", "subGoals": [{"#,
            sub_goals!(@each "51" $($sub_goal),+), "}] }] } }"
        )
    };
    (@each $n:literal $one:literal) => {
        concat!(r#""id": "00000000-0000-4000-8000-0000000000"#, $n, r#"", "#, $one)
    };
    (@each $n:literal $one:literal, $other:literal) => {
        concat!(sub_goals!(@each "51" $one), "}, {", sub_goals!(@each "52" $other))
    };
}

#[cfg(test)]
macro_rules! extracted {
    ($on:literal, $part:literal) => {
        concat!(
            r#"{ "series": { "id": "00000000-0000-4000-8000-0000000000"#,
            $part,
            r#"", "direction": "atMost",
                "measurements": [{ "id": "00000000-0000-4000-8000-000000000012", "extractedAt": ""#,
            $on,
            r#"", "observed": { "share": { "part": "#,
            $part,
            r#", "whole": 1000 } } }] } }"#
        )
    };
}

#[cfg(test)]
macro_rules! project {
    ($held_on:literal) => {
        concat!(
            r#"{ "project": { "id": "00000000-0000-4000-8000-000000000021", "audit": {
                "id": "00000000-0000-4000-8000-000000000011", "heldOn": ""#,
            $held_on,
            r#"" } } }"#
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Stated the same, or by one of them alone; and one document twice is another rule.
    accepts(bundle_of!(
        "01": r#"{ "series": {
            "id": "00000000-0000-4000-8000-000000000011", "direction": "atMost",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000012", "observed": { "share": { "part": 58, "whole": 1000 } } },
                { "id": "00000000-0000-4000-8000-000000000013", "observed": { "count": { "count": 3 } } }
            ]
        } }"#,
        "02": r#"{ "measurement": {
            "id": "00000000-0000-4000-8000-000000000012", "observed": { "share": { "part": 58, "whole": 1000 } },
            "period": { "start": "2024-04-01", "end": "2024-04-30" }
        } }"#,
        "03": r#"{ "measurement": { "id": "00000000-0000-4000-8000-000000000013" } }"#,
        "04": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000014", "act": { "decision": "adopt" } } }"#,
        "05": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000014", "act": { "decision": "abandon" } } }"#,
    )),
    // One of them lists more of the mandate, and another one none.
    accepts(bundle_of!(
        "01": r#"{ "agreement": { "id": "00000000-0000-4000-8000-000000000011", "bodies": [{ "id": "00000000-0000-4000-8000-000000000012", "kind": "steeringGroup", "mandate": ["decide"] }] } }"#,
        "02": r#"{ "plan": {
            "id": "00000000-0000-4000-8000-000000000021",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000012", "kind": "steeringGroup", "mandate": ["approve", "advise"] }]
        } }"#,
        "03": r#"{ "plan": { "id": "00000000-0000-4000-8000-000000000022", "bodies": [{ "id": "00000000-0000-4000-8000-000000000012", "kind": "steeringGroup" }] } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "plan": { "id": "00000000-0000-4000-8000-000000000011", "bodies": [{ "id": "00000000-0000-4000-8000-000000000012", "kind": "steeringGroup", "mandate": ["decide"] }] } }"#,
            "02": r#"{ "agreement": { "id": "00000000-0000-4000-8000-000000000021", "bodies": [{ "id": "00000000-0000-4000-8000-000000000012", "kind": "steeringGroup", "mandate": ["advise"] }] } }"#,
        ),
        &[not_met(
            "/documents/1/content/agreement/bodies/0",
            "den samme gruppe står i dokument 1 med et andet mandat",
            "the same body is in document 1 with another mandate",
        )],
    ),
    refuses(
        bundle_of!(
            "01": r#"{ "series": {
                "id": "00000000-0000-4000-8000-000000000011", "direction": "atMost",
                "measurements": [{
                    "id": "00000000-0000-4000-8000-000000000012", "observed": { "share": { "part": 58, "whole": 1000 } }
                }]
            } }"#,
            "02": r#"{ "measurement": { "id": "00000000-0000-4000-8000-000000000012", "observed": { "share": { "part": 73, "whole": 1000 } } } }"#,
            "03": r#"{ "community": { "id": "00000000-0000-4000-8000-000000000021", "cycles": [{ "id": "00000000-0000-4000-8000-000000000022", "act": { "decision": "adopt", "on": "2024-05-01" } }] } }"#,
            "04": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000022", "act": { "decision": "abandon", "on": "2024-06-01" } } }"#,
            "05": r#"{ "citizen": { "id": "00000000-0000-4000-8000-000000000031", "subGoals": [{ "id": "00000000-0000-4000-8000-000000000032", "status": "open" }] } }"#,
            "06": r#"{ "citizen": { "id": "00000000-0000-4000-8000-000000000033", "subGoals": [{ "id": "00000000-0000-4000-8000-000000000032", "status": "closed" }] } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/measurement",
                "den samme måling står i dokument 1 med et andet resultat",
                "the same measurement is in document 1 with another result",
            ),
            not_met(
                "/documents/3/content/cycle",
                "den samme PDSA-cyklus står i dokument 3 med en anden beslutning og en anden beslutningsdato",
                "the same PDSA cycle is in document 3 with another decision and another day of decision",
            ),
            not_met(
                "/documents/5/content/citizen/subGoals/0",
                "det samme delmål står i dokument 5 med en anden status",
                "the same sub-goal is in document 5 with another status",
            ),
        ],
    ),
    // Closed later than the day that a list shows, or than it may show; and extracted again.
    accepts(bundle_of!(
        "01": sub_goals!("41", r#""asOf": "2024-06-15","#, r#""status": "open""#, r#""status": "reached""#),
        "02": sub_goals!("42", r#""asOf": "2024-12-01","#, r#""status": "closed", "closedOn": "2024-08-15""#, r#""status": "givenUp""#),
        "03": r#"{ "citizen": { "id": "00000000-0000-4000-8000-000000000043", "subGoals": [{ "id": "00000000-0000-4000-8000-000000000051", "status": "closed", "closedOn": "2024-08" }] } }"#,
        "04": extracted!("2024-05-02", "58"),
        "05": r#"{ "measurement": { "id": "00000000-0000-4000-8000-000000000012", "observed": { "share": { "part": 73, "whole": 1000 } }, "extractedAt": "2024-08-01" } }"#,
    )),
    // On one day; closed before the day that a list shows; closed in two ways; and extracted on one day, or on none.
    refuses(
        bundle_of!(
            "01": sub_goals!("41", r#""asOf": "2024-06-15","#, r#""status": "open""#, r#""status": "reached""#),
            "02": sub_goals!("42", r#""asOf": "2024-06-15","#, r#""status": "closed", "closedOn": "2024-06-15""#, r#""status": "reached""#),
            "03": sub_goals!("43", "", r#""status": "closed", "closedOn": "2024-06-14""#, r#""status": "givenUp""#),
            "04": extracted!("2024-05-02", "58"),
            "05": r#"{ "measurement": { "id": "00000000-0000-4000-8000-000000000012", "observed": { "share": { "part": 73, "whole": 1000 } }, "extractedAt": "2024-08-01" } }"#,
            "06": extracted!("2024-08-01", "74"),
            "07": r#"{ "series": { "id": "00000000-0000-4000-8000-000000000061", "direction": "atMost", "measurements": [
                { "id": "00000000-0000-4000-8000-000000000012", "observed": { "share": { "part": 58, "whole": 999 } } }
            ] } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/caseload/citizens/0/subGoals/0",
                "det samme delmål står i dokument 1 med en anden status",
                "the same sub-goal is in document 1 with another status",
            ),
            not_met(
                "/documents/2/content/caseload/citizens/0/subGoals/0",
                "det samme delmål står i dokument 1 med en anden status",
                "the same sub-goal is in document 1 with another status",
            ),
            not_met(
                "/documents/2/content/caseload/citizens/0/subGoals/1",
                "det samme delmål står i dokument 1 med en anden status",
                "the same sub-goal is in document 1 with another status",
            ),
            not_met(
                "/documents/5/content/series/measurements/0",
                "den samme måling står i dokument 5 med et andet resultat",
                "the same measurement is in document 5 with another result",
            ),
            not_met(
                "/documents/6/content/series/measurements/0",
                "den samme måling står i dokument 4 med et andet resultat",
                "the same measurement is in document 4 with another result",
            ),
        ],
    ),
    // Done on the same day, in the month of the day, or again: every year, or without a date.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000012",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000013", "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-10" },
                    { "id": "00000000-0000-4000-8000-000000000014", "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-10" },
                    { "id": "00000000-0000-4000-8000-000000000015", "when": { "timesAYear": { "times": 1 } }, "doneOn": "2022-10-10" },
                    { "id": "00000000-0000-4000-8000-000000000016", "doneOn": "2022-10-10" }
                ],
                "followUps": [
                    { "id": "00000000-0000-4000-8000-000000000017", "when": { "monthDay": { "day": "--10-31" } }, "doneOn": "2022-10-10" }
                ]
            }]
        } }"#,
        "02": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000021",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000022",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000013", "when": { "date": { "on": "2023-12" } }, "doneOn": "2023-10-10" },
                    { "id": "00000000-0000-4000-8000-000000000014", "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10" },
                    { "id": "00000000-0000-4000-8000-000000000015", "when": { "timesAYear": { "times": 1 } }, "doneOn": "2023-10-10" },
                    { "id": "00000000-0000-4000-8000-000000000016", "doneOn": "2023-10-10" }
                ],
                "followUps": [
                    { "id": "00000000-0000-4000-8000-000000000017", "when": { "monthDay": { "day": "--10-31" } }, "doneOn": "2023-10-10" }
                ]
            }]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000012",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000013", "when": { "date": { "on": "2022-10-31" } }, "doneOn": "2022-10-10" }
                    ]
                }],
                "followUps": [{ "id": "00000000-0000-4000-8000-000000000014", "when": { "date": { "on": "2022-10" } }, "doneOn": "2022-10-10" }]
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000021",
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000022",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000013", "when": { "date": { "on": "2023-04-30" } }, "doneOn": "2023-04-02" }
                    ]
                }],
                "followUps": [{ "id": "00000000-0000-4000-8000-000000000014", "when": { "date": { "on": "2022-10" } }, "doneOn": "2022-10-12" }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/agreement/focusAreas/0/actions/0",
                "den samme indsats står i dokument 1 med en anden dag, den blev gennemført",
                "the same action is in document 1 with another day on which it was done",
            ),
            not_met(
                "/documents/1/content/agreement/followUps/0",
                "den samme opfølgning står i dokument 1 med en anden dag, den blev gennemført",
                "the same follow-up is in document 1 with another day on which it was done",
            ),
        ],
    ),
    // The day is in the month, one of them leaves it out; agreements of two years, and a plan that ended before them.
    accepts(bundle_of!(
        "01": r#"{ "plan": { "id": "00000000-0000-4000-8000-000000000011", "bodies": [
            { "id": "00000000-0000-4000-8000-000000000091", "kind": "pilot", "deadline": "2023-12", "meetings": 4 },
            { "id": "00000000-0000-4000-8000-000000000092", "kind": "pilot", "meetings": 4 }
        ] } }"#,
        "02": r#"{ "plan": { "id": "00000000-0000-4000-8000-000000000021", "bodies": [
            { "id": "00000000-0000-4000-8000-000000000091", "kind": "pilot", "deadline": "2023-12-15" },
            { "id": "00000000-0000-4000-8000-000000000092", "kind": "pilot", "deadline": "2023-12-15" }
        ] } }"#,
        "03": r#"{ "agreement": { "id": "00000000-0000-4000-8000-000000000031", "year": 2022, "bodies": [
            { "id": "00000000-0000-4000-8000-000000000093", "kind": "pilot", "mandate": ["advise"], "deadline": "2022-12-31" }
        ] } }"#,
        "04": r#"{ "agreement": { "id": "00000000-0000-4000-8000-000000000041", "year": 2023, "bodies": [
            { "id": "00000000-0000-4000-8000-000000000093", "kind": "pilot", "mandate": ["decide"], "deadline": "2023-12-31" }
        ] } }"#,
        "05": r#"{ "plan": {
            "id": "00000000-0000-4000-8000-000000000051",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000093", "kind": "pilot", "mandate": ["approve"], "meetings": 4 }],
            "phases": [{ "startsOn": "2020-01", "endsOn": "2020-12" }, { "startsOn": "2021-01", "endsOn": "2021-12" }]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "plan": { "id": "00000000-0000-4000-8000-000000000011", "bodies": [
                { "id": "00000000-0000-4000-8000-000000000091", "kind": "pilot", "mandate": ["advise"], "deadline": "2023-12-31" }
            ] } }"#,
            "02": r#"{ "plan": { "id": "00000000-0000-4000-8000-000000000021", "bodies": [
                {
                    "id": "00000000-0000-4000-8000-000000000091", "kind": "pilot", "mandate": ["approve"],
                    "deadline": "2023-06-30", "meetings": 4
                }
            ] } }"#,
            "03": r#"{ "agreement": { "id": "00000000-0000-4000-8000-000000000031", "year": 2023, "bodies": [
                { "id": "00000000-0000-4000-8000-000000000091", "kind": "pilot", "deadline": "2023-12", "meetings": 6 }
            ] } }"#,
            // Of the same time, and of no certain one.
            "04": r#"{ "plan": {
                "id": "00000000-0000-4000-8000-000000000041",
                "bodies": [{ "id": "00000000-0000-4000-8000-000000000092", "kind": "pilot", "mandate": ["decide"] }],
                "phases": [{ "startsOn": "2022-07", "endsOn": "2022-12" }, { "startsOn": "2023-01", "endsOn": "2023-06" }]
            } }"#,
            "05": r#"{ "agreement": { "id": "00000000-0000-4000-8000-000000000051", "year": 2023, "bodies": [
                { "id": "00000000-0000-4000-8000-000000000092", "kind": "pilot", "mandate": ["advise"] }
            ] } }"#,
            "06": r#"{ "plan": {
                "id": "00000000-0000-4000-8000-000000000061",
                "bodies": [{ "id": "00000000-0000-4000-8000-000000000092", "kind": "pilot", "mandate": ["advise"] }],
                "phases": [{ "startsOn": "2020-01", "endsOn": "2020-12" }, { "startsOn": "2021-01" }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/plan/bodies/0",
                "den samme gruppe står i dokument 1 med et andet mandat og en anden frist",
                "the same body is in document 1 with another mandate and another deadline",
            ),
            not_met(
                "/documents/2/content/agreement/bodies/0",
                "den samme gruppe står i dokument 2 med en anden frist og et andet antal møder",
                "the same body is in document 2 with another deadline and another number of meetings",
            ),
            not_met(
                "/documents/4/content/agreement/bodies/0",
                "den samme gruppe står i dokument 4 med et andet mandat",
                "the same body is in document 4 with another mandate",
            ),
            not_met(
                "/documents/5/content/plan/bodies/0",
                "den samme gruppe står i dokument 4 med et andet mandat",
                "the same body is in document 4 with another mandate",
            ),
        ],
    ),
    // An audit that was held in the month, or not.
    accepts(bundle_of!(
        "01": r#"{ "audit": { "id": "00000000-0000-4000-8000-000000000011", "heldOn": "2024-03-01" } }"#,
        "02": project!("2024-03"),
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "audit": { "id": "00000000-0000-4000-8000-000000000011", "heldOn": "2024-03-01" } }"#,
            "02": project!("2024-08-01"),
        ),
        &[not_met(
            "/documents/1/content/project/audit",
            "den samme audit står i dokument 1 med en anden dag, den blev holdt",
            "the same audit is in document 1 with another day on which it was held",
        )],
    ),
    // The deadlines of another day, and what a cycle does not say yet.
    accepts(bundle_of!(
        "01": sub_goals!("41", r#""asOf": "2024-06-15","#, r#""evaluateBy": "2024-07-01", "endsOn": "2024-12", "setOn": "2024-01""#),
        "02": sub_goals!("42", r#""asOf": "2024-12-01","#, r#""evaluateBy": "2025-01-01", "endsOn": "2025-12", "setOn": "2024-01-10""#),
        "03": sub_goals!("43", "", r#""evaluateBy": "2025-02-01", "endsOn": "2025-06""#),
        "04": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000014", "plan": { "on": "2024-04" }, "scale": 2 } }"#,
        "05": r#"{ "community": { "id": "00000000-0000-4000-8000-000000000021", "cycles": [{
            "id": "00000000-0000-4000-8000-000000000014", "plan": { "on": "2024-04-02" }, "do": { "on": "2024-05" }, "scale": 2, "whole": 40
        }] } }"#,
    )),
    refuses(
        bundle_of!(
            "01": sub_goals!("41", r#""asOf": "2024-06-15","#, r#""evaluateBy": "2024-07-01", "endsOn": "2024-12""#, r#""setOn": "2024-01-10", "goal": "00000000-0000-4000-8000-000000000091""#),
            "02": sub_goals!("42", r#""asOf": "2024-06-15","#, r#""evaluateBy": "2024-07-15", "endsOn": "2025-06""#, r#""setOn": "2024-01""#),
            "03": sub_goals!("43", r#""asOf": "2024-12-01","#, r#""evaluateBy": "2024-12-15""#, r#""setOn": "2024-02", "goal": "00000000-0000-4000-8000-000000000092""#),
            "04": r#"{ "cycle": {
                "id": "00000000-0000-4000-8000-000000000014", "service": "00000000-0000-4000-8000-000000000093", "scale": 2, "whole": 40,
                "plan": { "on": "2024-04-02" }, "do": { "on": "2024-04-20" }, "study": { "on": "2024-05-02" }
            } }"#,
            "05": r#"{ "community": { "id": "00000000-0000-4000-8000-000000000021", "cycles": [{
                "id": "00000000-0000-4000-8000-000000000014", "service": "00000000-0000-4000-8000-000000000094", "scale": 9, "whole": 41,
                "plan": { "on": "2024-05" }, "do": { "on": "2024-06" }, "study": { "on": "2024-07" }
            }] } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/caseload/citizens/0/subGoals/0",
                "det samme delmål står i dokument 1 med en anden evalueringsdato og en anden slutdato",
                "the same sub-goal is in document 1 with another evaluation date and another end date",
            ),
            not_met(
                "/documents/2/content/caseload/citizens/0/subGoals/1",
                "det samme delmål står i dokument 1 med en anden oprettelsesdato og et andet mål",
                "the same sub-goal is in document 1 with another day on which it was set and another goal",
            ),
            not_met(
                "/documents/4/content/community/cycles/0",
                "den samme PDSA-cyklus står i dokument 4 med et andet omfang, et andet antal i enheden, et andet tilbud, en anden dato for planen, en anden dato for afprøvningen og en anden dato for analysen",
                "the same PDSA cycle is in document 4 with another scale, another number in the unit, another service, another date of the plan, another date of the test and another date of the study",
            ),
        ],
    ),
];
