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
        ["phases/0/tasks/1", "fase 2, opgave 2: uden frist", "phase 2, task 2: no deadline"],
        [
            "phases/0/tasks/2",
            "fase 2, opgave 3: gjort i februar 2017",
            "phase 2, task 3: done in February 2017",
        ],
        [
            "phases/0/rows/0",
            "fase 2, række 1 i tidsplanen: fristen er overskredet, sidste dag var 31. marts 2017 (marts 2017)",
            "phase 2, row 1 of the timetable: overdue, the last day was 31 March 2017 (March 2017)",
        ],
        [
            "phases/0/rows/1",
            "fase 2, række 2 i tidsplanen: gjort 3. februar 2017",
            "phase 2, row 2 of the timetable: done on 3 February 2017",
        ],
        [
            "phases/0/rows/2",
            "fase 2, række 3 i tidsplanen: senest 31. august 2017 (august 2017)",
            "phase 2, row 3 of the timetable: due by 31 August 2017 (August 2017)",
        ],
        [
            "phases/1/rows/0",
            "fase 2, række i tidsplanen: uden frist",
            "phase 2, row of the timetable: no deadline",
        ],
    ];
    assert_said_in("plan", content, "2017-04-01", &items);
}
