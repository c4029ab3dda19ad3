//! What a project with learning circles has on its agenda.

use super::kinds::assert_said_in;

#[test]
fn a_project_has_steps_meetings_cycles_activities_a_product_and_evaluations() {
    let content = r##"{
        "id": "#1",
        "coreElements": [
            { "id": "#2", "developed": { "completion": { "done": { "on": "2021-09" } } }, "tested": { "plannedOn": "2022-02" } },
            { "id": "#3", "described": { "plannedOn": "2022-05-31", "completion": "notDone" } }
        ],
        "circles": [{
            "id": "#4",
            "meetings": [
                { "plannedOn": "2022-01-10", "completion": { "done": { "on": "2022-01-11" } } },
                { "plannedOn": "2022-02-10" },
                { "plannedOn": "2022-02-20", "completion": "notDone" },
                {}
            ],
            "cycles": [{ "id": "#5", "plan": { "when": { "date": { "on": "2022-03-10" } } } }]
        }],
        "activities": [
            { "kind": "workshop", "completion": { "done": {} } },
            { "kind": "coaching", "plannedOn": "2022-04" },
            { "kind": "workshop", "plannedOn": "2022-03-15" }
        ],
        "resourceGroup": { "plannedOn": "2022-06" },
        "evaluations": [{ "plannedOn": "2022-02-01" }]
    }"##;
    let items = [
        [
            "coreElements/0/developed",
            "kerneelement 1, udvikling af kerneelement: gjort i september 2021",
            "core element 1, development of a core element: done in September 2021",
        ],
        [
            "coreElements/0/tested",
            "kerneelement 1, afprøvning af kerneelement: fristen er overskredet, sidste dag var 28. februar 2022 (februar 2022)",
            "core element 1, test of a core element: overdue, the last day was 28 February 2022 (February 2022)",
        ],
        [
            "coreElements/1/described",
            "kerneelement 2, beskrivelse af kerneelement: senest 31. maj 2022",
            "core element 2, description of a core element: due by 31 May 2022",
        ],
        [
            "circles/0/meetings/0",
            "læringscirkel, cirkelmøde 1: gjort 11. januar 2022",
            "learning circle, circle meeting 1: done on 11 January 2022",
        ],
        [
            "circles/0/meetings/1",
            "læringscirkel, cirkelmøde 2: fristen er overskredet, sidste dag var 10. februar 2022",
            "learning circle, circle meeting 2: overdue, the last day was 10 February 2022",
        ],
        [
            "circles/0/meetings/3",
            "læringscirkel, cirkelmøde 4: uden frist",
            "learning circle, circle meeting 4: no deadline",
        ],
        [
            "circles/0/cycles/0",
            "læringscirkel, PDSA-cyklus, afprøvning: senest 10. marts 2022",
            "learning circle, PDSA cycle, test: due by 10 March 2022",
        ],
        ["activities/0", "workshop 1: gjort", "workshop 1: done"],
        [
            "activities/1",
            "coachingrunde: senest 30. april 2022 (april 2022)",
            "round of coaching: due by 30 April 2022 (April 2022)",
        ],
        ["activities/2", "workshop 2: senest 15. marts 2022", "workshop 2: due by 15 March 2022"],
        [
            "resourceGroup",
            "ressourcegruppens produkt: senest 30. juni 2022 (juni 2022)",
            "product of the resource group: due by 30 June 2022 (June 2022)",
        ],
        [
            "evaluations/0",
            "projektevaluering: fristen er overskredet, sidste dag var 1. februar 2022",
            "project evaluation: overdue, the last day was 1 February 2022",
        ],
    ];
    assert_said_in("circleProject", content, "2022-03-01", &items);
}
