//! What an evaluation has on its agenda.

use super::kinds::{assert_said, assert_said_in};

#[test]
fn an_evaluation_has_itself_the_next_one_recommendations_and_the_decision() {
    let content = r##"{
        "id": "#1", "kind": "external", "plannedOn": "2024-02", "next": { "date": { "on": "2027" } },
        "standards": [
            { "recommendations": [
                { "id": "#2", "by": { "date": { "on": "2024-02-10" } } },
                { "id": "#3", "outcome": { "carriedOut": { "on": "2024-01" } }, "monitoredAgain": { "date": { "on": "2024-11" } } },
                { "id": "#4", "outcome": { "notFollowed": {} }, "by": { "date": { "on": "2024-02-10" } } }
            ] },
            { "recommendations": [{ "id": "#5", "outcome": { "carriedOut": {} }, "monitoredOn": "2024-02-01" }] }
        ],
        "submission": { "committee": "udvalget", "decideBy": { "date": { "on": "2024-05" } } }
    }"##;
    let items = [
        [
            "",
            "ekstern evaluering: fristen er overskredet, sidste dag var 29. februar 2024 (februar 2024)",
            "external evaluation: overdue, the last day was 29 February 2024 (February 2024)",
        ],
        [
            "next",
            "næste eksterne evaluering: senest 31. december 2027 (2027)",
            "next external evaluation: due by 31 December 2027 (2027)",
        ],
        [
            "standards/0/recommendations/0",
            "standard 1, anbefaling 1: fristen er overskredet, sidste dag var 10. februar 2024",
            "standard 1, recommendation 1: overdue, the last day was 10 February 2024",
        ],
        [
            "standards/0/recommendations/1",
            "standard 1, anbefaling 2: gjort i januar 2024",
            "standard 1, recommendation 2: done in January 2024",
        ],
        [
            "standards/0/recommendations/1",
            "standard 1, anbefaling 2, ny overvågning: senest 30. november 2024 (november 2024)",
            "standard 1, recommendation 2, new monitoring: due by 30 November 2024 (November 2024)",
        ],
        [
            "standards/1/recommendations/0",
            "standard 2, anbefaling: gjort",
            "standard 2, recommendation: done",
        ],
        [
            "standards/1/recommendations/0",
            "standard 2, anbefaling, ny overvågning: gjort 1. februar 2024",
            "standard 2, recommendation, new monitoring: done on 1 February 2024",
        ],
        [
            "submission",
            "udvalgets afgørelse: senest 31. maj 2024 (maj 2024)",
            "decision of the committee: due by 31 May 2024 (May 2024)",
        ],
    ];
    assert_said_in("evaluation", content, "2024-03-01", &items);
    // One that was not followed and nothing planned: nothing is to be done.
    assert_said(
        "evaluation",
        r##"{ "id": "#1", "kind": "monitoring", "standards": [{}] }"##,
        "2024-03-01",
        &[],
    );
}
