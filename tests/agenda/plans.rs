//! What an implementation plan has on its agenda.

use super::kinds::assert_said_in;

#[test]
fn a_plan_has_its_rows_and_the_tasks_without_a_row() {
    let content = r##"{
        "id": "#1",
        "phases": [
            {
                "number": 2,
                "tasks": [
                    { "id": "#2" }, { "id": "#3" }, { "id": "#4", "completion": { "done": { "on": "2017-02" } } }
                ],
                "rows": [
                    { "id": "#5", "tasks": ["#2"], "spans": [{ "from": "2017-01", "to": "2017-03" }] },
                    { "id": "#6", "spans": [{ "from": "2017-01" }], "completion": { "done": { "on": "2017-02-03" } } },
                    { "id": "#7", "spans": [{ "from": "2017-05", "to": "2017-08" }, { "from": "2017-02" }] }
                ]
            },
            { "rows": [{ "id": "#8" }] }
        ]
    }"##;
    let items = [
        ["phases/0/tasks/1", "fase 2, planopgave 2: uden frist", "phase 2, plan task 2: no deadline"],
        [
            "phases/0/tasks/2",
            "fase 2, planopgave 3: gjort: februar 2017",
            "phase 2, plan task 3: done: February 2017",
        ],
        [
            "phases/0/rows/0",
            "fase 2, planrække 1: fristen er overskredet, sidste dag var 31. marts 2017 (marts 2017)",
            "phase 2, plan row 1: overdue, the last day was 31 March 2017 (March 2017)",
        ],
        [
            "phases/0/rows/1",
            "fase 2, planrække 2: gjort: 3. februar 2017",
            "phase 2, plan row 2: done: 3 February 2017",
        ],
        [
            "phases/0/rows/2",
            "fase 2, planrække 3: senest 31. august 2017 (august 2017)",
            "phase 2, plan row 3: due by 31 August 2017 (August 2017)",
        ],
        ["phases/1/rows/0", "fase 2, planrække: uden frist", "phase 2, plan row: no deadline"],
    ];
    assert_said_in("plan", content, "2017-04-01", &items);
}
