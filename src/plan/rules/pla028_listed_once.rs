//! What a plan lists, it lists once.

use super::each_row;
use super::pla009_support_is_separate::who;
use crate::body::{Bodies, each_namesake, with_bodies};
use crate::codes;
use crate::date::PartialDate;
use crate::id::Id;
use crate::plan::{
    Blackout, ImplementationPlan, PlanActor, PlanArea, PlanPhase, PlanTask, PlanWork, TimetableRow,
};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, listed_again, message};
use crate::sorted::{each_repeat, each_repeated_key};
use crate::text::{Bilingual, Folded, Text, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{body::Body, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA028,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "plan, areas; bodies; blackouts; phases, tasks and rows; responsible and supporting",
    )],
    title: Bilingual::new(
        "områder, enheder, grupper, roller, perioder uden ny praksis, formål, opgaver, rækker og ansvarlige står kun én gang i en plan",
        "areas, units, bodies, roles, times without new practice, purposes, tasks, rows and those responsible are listed only once in a plan",
    ),
    why: Bilingual::new(
        "Står det samme to gange, ser det ud, som om der er mere at gøre, og ingen ved, hvilken af dem der gælder.",
        "If the same thing is listed twice, it looks as if there were more to do, and nobody knows which of the two counts.",
    ),
    remedy: Bilingual::new(
        "Slet den ene, eller skriv, hvad der er forskellen.",
        "Delete one of the two, or say what the difference is.",
    ),
    example: Bilingual::new(
        "Udarbejdelsen af en fælles praksis er opført som opgave under både fase 2 og fase 3.",
        "The development of a common practice is listed as a task of both phase 2 and phase 3.",
    ),
    ..Rule::DERIVED
};

message! {
    BlackoutAgain { first: u64 }
    "perioden uden ny praksis har samme begrundelse og samme første eller sidste dag som nr. {first} på listen",
    "the time without new practice has the reason and the first or last day of number {first} of the list",
}

message! {
    TaskAgain { phase: u64 }
    "opgaven står også under den {phase}. fase på listen, og der står ikke, at den er en fortsættelse",
    "the task is also listed for phase {phase} of the list, and is not said to be a continuation",
}

const AREA: Bilingual = Bilingual::new("området eller specialenheden", "the area or special unit");
const UNIT: Bilingual = Bilingual::new("enheden", "the unit");
const TASK: Bilingual = Bilingual::new("opgaven", "the task");
const ROW: Bilingual = Bilingual::new("rækken", "the row");
const CONTINUED: Bilingual = Bilingual::new("den række, der fortsættes,", "the row that is continued");
const BODY: Bilingual = Bilingual::new("en gruppe af samme navn og art", "a body of the same name and type");
const ROLE: Bilingual = Bilingual::new("rollen", "the role");
const PURPOSE: Bilingual = Bilingual::new("formålet", "the purpose");
const RESPONSIBLE: Bilingual = Bilingual::new("den ansvarlige", "the one responsible");
const SUPPORT: Bilingual = Bilingual::new("støtten", "the support");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    check_areas(plan, at, cx);
    let list = at.key("bodies");
    each_namesake(&plan.bodies, |body, n, first| {
        cx.not_met(&list.item(n, body.id), listed_again(BODY, first));
    });
    check_blackouts(&plan.blackouts, &at.key("blackouts"), cx);
    check_tasks(plan, at, cx);
    let phases = at.key("phases");
    for (n, phase) in plan.phases.iter().enumerate() {
        let list = phases.index(n);
        check_texts(&phase.purposes, PURPOSE, &list.key("purposes"), cx);
        check_rows(phase, &list.key("rows"), cx);
    }
    with_bodies(&plan.bodies, |bodies| {
        each_row(plan, at, |_, row, place| {
            check_actors(&row.responsible, RESPONSIBLE, bodies, &place.key("responsible"), cx);
            check_actors(&row.supporting, SUPPORT, bodies, &place.key("supporting"), cx);
            check_ids(&row.tasks, TASK, &place.key("tasks"), cx);
            check_ids(&row.continues, CONTINUED, &place.key("continues"), cx);
        });
    });
}

/// Reports the items of a list that have the key of an earlier one.
fn check_list<'a, T, K: Copy + Default + Ord>(
    items: &'a [T],
    key: impl Fn(&'a T) -> Option<K>,
    what: Bilingual,
    list: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    each_repeat(items, key, |_, n, first| cx.not_met(&list.index(n), listed_again(what, first)));
}

fn check_actors(
    actors: &[PlanActor],
    what: Bilingual,
    bodies: &Bodies<'_>,
    list: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    check_list(actors, |one| who(one, bodies), what, list, cx);
}

fn check_ids<T>(ids: &[Id<T>], what: Bilingual, list: &Path<'_>, cx: &mut Checker<'_>) {
    check_list(ids, |id| Some(id.uuid()), what, list, cx);
}

fn check_texts(texts: &[Text], what: Bilingual, list: &Path<'_>, cx: &mut Checker<'_>) {
    check_list(texts, |text| Folded::stated(Some(text)), what, list, cx);
}

fn check_areas(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("areas");
    each_repeat(
        &plan.areas,
        |area| Some((Some(area.kind), Folded::stated(area.name.as_ref())?)),
        |area, n, first| cx.not_met(&list.item(n, area.id), listed_again(AREA, first)),
    );
    check_texts(&plan.area_roles, ROLE, &at.key("areaRoles"), cx);
    check_texts(&plan.unit_roles, ROLE, &at.key("unitRoles"), cx);
    for (n, PlanArea { id, units, roles, .. }) in plan.areas.iter().enumerate() {
        let place = list.item(n, *id);
        check_texts(roles, ROLE, &place.key("roles"), cx);
        let list = place.key("units");
        for (n, unit) in units.iter().enumerate() {
            let place = list.index(n);
            check_texts(&unit.leaders, ROLE, &place.key("leaders"), cx);
            check_texts(&unit.roles, ROLE, &place.key("roles"), cx);
        }
        check_list(units, |unit| Folded::stated(unit.name.as_ref()), UNIT, &list, cx);
    }
}

/// One time of one reason. There can be several, each with days of its own.
fn check_blackouts(blackouts: &[Blackout], list: &Path<'_>, cx: &mut Checker<'_>) {
    let with = |day: fn(&Blackout) -> Option<PartialDate>| {
        let days = blackouts.iter().enumerate();
        days.filter_map(move |(n, one)| Some(((Folded::stated(one.reason.as_ref())?, Some(day(one)?)), n)))
    };
    each_repeated_key(&with(|one| one.starts_on), |_, first, n| {
        cx.not_met(&list.index(n), BlackoutAgain { first: ordinal(first) });
    });
    each_repeated_key(&with(|one| one.ends_on), |_, first, n| {
        let start = |n: usize| blackouts.get(n).and_then(|one| one.starts_on);
        // One that also has the same first day is found by that.
        if start(n).is_none() || start(n) != start(first) {
            cx.not_met(&list.index(n), BlackoutAgain { first: ordinal(first) });
        }
    });
}

/// Whether it is of a kind of work that is done once. Coordination, communication and the like go on from phase to
/// phase.
fn is_done_once(task: &PlanTask) -> bool {
    const ONCE: [PlanWork; 4] =
        [PlanWork::Development, PlanWork::TestActions, PlanWork::NewPractice, PlanWork::EffectMeasures];
    task.work.iter().any(|work| ONCE.contains(work)) && !task.work.contains(&PlanWork::Continuation)
}

fn check_tasks(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("phases");
    let texts = plan.phases.iter().enumerate().flat_map(|(of_phase, phase)| {
        let tasks = phase.tasks.iter().enumerate();
        tasks.filter_map(move |(n, task)| Some((Folded::stated(task.text.as_ref())?, [of_phase, n])))
    });
    each_repeated_key(&texts, |_, [phase, first], [of_phase, n]| {
        let Some(task) = plan.phases.get(of_phase).and_then(|phase| phase.tasks.get(n)) else { return };
        let place = list.index(of_phase);
        let place = place.key("tasks");
        let place = place.item(n, task.id);
        if phase == of_phase {
            cx.not_met(&place, listed_again(TASK, first));
        } else if is_done_once(task) {
            cx.not_met(&place, TaskAgain { phase: ordinal(phase) });
        }
    });
}

/// Rows with the same text can run at different times, or in different places.
fn check_rows(phase: &PlanPhase, list: &Path<'_>, cx: &mut Checker<'_>) {
    each_repeat(
        &phase.rows,
        |row| {
            let TimetableRow { text, spans, scope, work, tasks, .. } = row;
            Some((Folded::stated(text.as_ref())?, &**spans, &**scope, &**work, &**tasks))
        },
        |row, n, first| cx.not_met(&list.item(n, row.id), listed_again(ROW, first)),
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, tape| {
        let Some(mut area) = plan.areas.last().cloned() else { return };
        area.units.iter_mut().for_each(|unit| unit.name = Some("Hjemmeplejen".into()));
        plan.number_of_areas = None;
        plan.areas.push(PlanArea { id: tape.spare_id(1), ..area });
    },
    |plan, _| {
        let Some(area) = plan.areas.first_mut() else { return };
        area.units.extend_from_within(..1);
    },
    |plan, tape| {
        let Some(phase) = plan.phases.first_mut() else { return };
        let Some(task) = phase.tasks.first().cloned() else { return };
        let again = PlanTask { id: tape.spare_id(1), ..task };
        phase.rows.iter_mut().for_each(|row| row.tasks.push(again.id));
        phase.tasks.push(again);
    },
    |plan, tape| {
        let [first, .., last] = plan.phases.as_mut_slice() else { return };
        let Some(task) = first.tasks.first().cloned() else { return };
        let again = PlanTask { id: tape.spare_id(1), ..task };
        last.rows.iter_mut().for_each(|row| row.tasks.push(again.id));
        last.tasks.push(again);
    },
    |plan, tape| {
        let Some(phase) = plan.phases.last_mut() else { return };
        let Some(row) = phase.rows.last_mut() else { return };
        row.text = Some("Temadag".into()); // a text of no other row
        let row = row.clone();
        phase.rows.push(TimetableRow { id: tape.spare_id(1), ..row });
    },
    |plan, _| {
        plan.phases.iter_mut().flat_map(|phase| &mut phase.rows).for_each(|row| {
            row.responsible.extend_from_within(..);
        });
    },
    |plan, _| {
        let Some(one) = plan.blackouts.first().cloned() else { return };
        plan.blackouts.push(Blackout { ends_on: one.starts_on, ..one });
    },
    |plan, tape| {
        let Some(body) = plan.bodies.first().cloned() else { return };
        plan.bodies.push(Body { id: tape.spare_id(1), ..body });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // What has no name, an area and a special unit, a unit in two areas, rows at other times, and work that goes on.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [
                { "id": "00000000-0000-4000-8000-000000000011", "kind": "area", "name": "Nord", "units": [{ "name": "Hjemmeplejen" }, {}, {}] },
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "specialUnit", "name": "Nord", "units": [{ "name": "Hjemmeplejen" }] },
                { "id": "00000000-0000-4000-8000-000000000013", "kind": "area" }, { "id": "00000000-0000-4000-8000-000000000014", "kind": "area" }
            ],
            "phases": [
                {
                    "tasks": [
                        { "id": "00000000-0000-4000-8000-000000000021", "text": "Kommunikation", "work": ["communication"] },
                        { "id": "00000000-0000-4000-8000-000000000022", "text": "Fælles praksis", "work": ["development"] },
                        { "id": "00000000-0000-4000-8000-000000000023", "text": "Effektmål" }, { "id": "00000000-0000-4000-8000-000000000024" }
                    ],
                    "rows": [
                        { "id": "00000000-0000-4000-8000-000000000031", "text": "Temadag", "spans": [{ "from": "2017-01" }], "responsible": [{ "role": "Leder" }, {}, {}] },
                        { "id": "00000000-0000-4000-8000-000000000032", "text": "Temadag", "spans": [{ "from": "2017-03" }], "supporting": [{ "role": "Leder" }] }
                    ]
                },
                {
                    "tasks": [
                        { "id": "00000000-0000-4000-8000-000000000025", "text": "Kommunikation", "work": ["communication"] },
                        { "id": "00000000-0000-4000-8000-000000000026", "text": "Fælles praksis", "work": ["newPractice", "continuation"] },
                        { "id": "00000000-0000-4000-8000-000000000027", "text": "Effektmål" }, { "id": "00000000-0000-4000-8000-000000000028" }
                    ],
                    "rows": [{ "id": "00000000-0000-4000-8000-000000000033", "text": "Temadag", "spans": [{ "from": "2017-03" }] }]
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [
                { "id": "00000000-0000-4000-8000-000000000011", "kind": "area", "name": "Nord", "units": [{ "name": "Hjemmeplejen" }, { "name": "hjemmeplejen" }] },
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "area", "name": " nord" }
            ],
            "phases": [
                {
                    "tasks": [
                        { "id": "00000000-0000-4000-8000-000000000022", "text": "Fælles praksis", "work": ["development"] },
                        { "id": "00000000-0000-4000-8000-000000000023", "text": "Effektmål" }, { "id": "00000000-0000-4000-8000-000000000024", "text": "effektmål" }
                    ],
                    "rows": [
                        {
                            "id": "00000000-0000-4000-8000-000000000031", "text": "Temadag", "spans": [{ "from": "2017-01" }],
                            "responsible": [{ "role": "Leder" }, { "role": "leder" }],
                            "supporting": [{ "body": "00000000-0000-4000-8000-000000000041" }, { "role": "x" }, { "body": "00000000-0000-4000-8000-000000000041" }]
                        },
                        { "id": "00000000-0000-4000-8000-000000000032", "text": "Temadag", "spans": [{ "from": "2017-01" }] }
                    ]
                },
                { "tasks": [{ "id": "00000000-0000-4000-8000-000000000025", "text": "Fælles praksis", "work": ["development"] }] }
            ]
        }"#,
        &[
            not_met(
                "/areas/0/units/1",
                "enheden står allerede som nr. 1 på listen",
                "the unit is already on the list, as number 1",
            ),
            not_met(
                "/areas/1",
                "området eller specialenheden står allerede som nr. 1 på listen",
                "the area or special unit is already on the list, as number 1",
            ),
            not_met(
                "/phases/0/tasks/2",
                "opgaven står allerede som nr. 2 på listen",
                "the task is already on the list, as number 2",
            ),
            not_met(
                "/phases/0/rows/0/responsible/1",
                "den ansvarlige står allerede som nr. 1 på listen",
                "the one responsible is already on the list, as number 1",
            ),
            not_met(
                "/phases/0/rows/0/supporting/2",
                "støtten står allerede som nr. 1 på listen",
                "the support is already on the list, as number 1",
            ),
            not_met(
                "/phases/0/rows/1",
                "rækken står allerede som nr. 1 på listen",
                "the row is already on the list, as number 1",
            ),
            not_met(
                "/phases/1/tasks/0",
                "opgaven står også under den 1. fase på listen, og der står ikke, at den er en fortsættelse",
                "the task is also listed for phase 1 of the list, and is not said to be a continuation",
            ),
        ],
    ),
    // One kind of group with two names, two kinds with one; one reason at two times, two reasons at one, and what says
    // no day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000041", "kind": "workingGroup", "name": "Borgerkonferencer" },
                { "id": "00000000-0000-4000-8000-000000000042", "kind": "workingGroup", "name": "Effektmål" },
                { "id": "00000000-0000-4000-8000-000000000043", "kind": "network", "name": "Effektmål" },
                { "id": "00000000-0000-4000-8000-000000000044", "kind": "network" },
                { "id": "00000000-0000-4000-8000-000000000045", "kind": "network" }
            ],
            "blackouts": [
                { "reason": "Nyt omsorgssystem", "startsOn": "2017-01", "endsOn": "2017-02" },
                { "reason": "Nyt omsorgssystem", "startsOn": "2017-09", "endsOn": "2017-10" },
                { "reason": "Nye vagtplaner", "startsOn": "2017-01", "endsOn": "2017-02" },
                { "reason": "Sommerferie" }, { "reason": "Sommerferie" },
                { "startsOn": "2017-01" }, { "startsOn": "2017-01" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000041", "kind": "network", "name": "Implementeringsagenter" },
                { "id": "00000000-0000-4000-8000-000000000042", "kind": "network", "name": "implementeringsagenter " }
            ],
            "blackouts": [
                { "reason": "Nyt omsorgssystem", "startsOn": "2017-01", "endsOn": "2017-02" },
                { "reason": "nyt omsorgssystem", "startsOn": "2017-01", "endsOn": "2017-03" },
                { "reason": "Nyt omsorgssystem", "startsOn": "2017-01-15", "endsOn": "2017-02" }
            ]
        }"#,
        &[
            not_met(
                "/bodies/1",
                "en gruppe af samme navn og art står allerede som nr. 1 på listen",
                "a body of the same name and type is already on the list, as number 1",
            ),
            not_met(
                "/blackouts/1",
                "perioden uden ny praksis har samme begrundelse og samme første eller sidste dag som nr. 1 på listen",
                "the time without new practice has the reason and the first or last day of number 1 of the list",
            ),
            not_met(
                "/blackouts/2",
                "perioden uden ny praksis har samme begrundelse og samme første eller sidste dag som nr. 1 på listen",
                "the time without new practice has the reason and the first or last day of number 1 of the list",
            ),
        ],
    ),
    // A body by its id and by its name, references, roles and purposes.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [{
                "id": "00000000-0000-4000-8000-000000000011", "kind": "area", "roles": ["Agent", "agent"],
                "units": [{ "leaders": ["Leder", "Leder"], "roles": ["Kontaktperson", " ", "Kontaktperson"] }]
            }],
            "areaRoles": ["Agent", "Aktivist", "Agent"], "unitRoles": ["Kontaktperson", "Kontaktperson"],
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000041", "kind": "steeringGroup", "name": "Styregruppen" }],
            "phases": [{
                "purposes": ["Forankring", " forankring"],
                "rows": [{
                    "id": "00000000-0000-4000-8000-000000000031",
                    "tasks": ["00000000-0000-4000-8000-000000000021", "00000000-0000-4000-8000-000000000021"],
                    "continues": ["00000000-0000-4000-8000-000000000032", "00000000-0000-4000-8000-000000000032"],
                    "responsible": [{ "body": "00000000-0000-4000-8000-000000000041" }, { "role": "styregruppen" }]
                }]
            }]
        }"#,
        &[
            not_met(
                "/areas/0/roles/1",
                "rollen står allerede som nr. 1 på listen",
                "the role is already on the list, as number 1",
            ),
            not_met(
                "/areas/0/units/0/leaders/1",
                "rollen står allerede som nr. 1 på listen",
                "the role is already on the list, as number 1",
            ),
            not_met(
                "/areas/0/units/0/roles/2",
                "rollen står allerede som nr. 1 på listen",
                "the role is already on the list, as number 1",
            ),
            not_met(
                "/areaRoles/2",
                "rollen står allerede som nr. 1 på listen",
                "the role is already on the list, as number 1",
            ),
            not_met(
                "/unitRoles/1",
                "rollen står allerede som nr. 1 på listen",
                "the role is already on the list, as number 1",
            ),
            not_met(
                "/phases/0/purposes/1",
                "formålet står allerede som nr. 1 på listen",
                "the purpose is already on the list, as number 1",
            ),
            not_met(
                "/phases/0/rows/0/tasks/1",
                "opgaven står allerede som nr. 1 på listen",
                "the task is already on the list, as number 1",
            ),
            not_met(
                "/phases/0/rows/0/responsible/1",
                "den ansvarlige står allerede som nr. 1 på listen",
                "the one responsible is already on the list, as number 1",
            ),
            not_met(
                "/phases/0/rows/0/continues/1",
                "den række, der fortsættes, står allerede som nr. 1 på listen",
                "the row that is continued is already on the list, as number 1",
            ),
        ],
    ),
    // The third row is the second one again, and not the first.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{
                "rows": [
                    { "id": "00000000-0000-4000-8000-000000000031", "text": "Temadag", "spans": [{ "from": "2017-01" }] },
                    { "id": "00000000-0000-4000-8000-000000000032", "text": "Temadag", "spans": [{ "from": "2017-03" }] },
                    { "id": "00000000-0000-4000-8000-000000000033", "text": "temadag", "spans": [{ "from": "2017-03" }] }
                ]
            }]
        }"#,
        &[not_met(
            "/phases/0/rows/2",
            "rækken står allerede som nr. 2 på listen",
            "the row is already on the list, as number 2",
        )],
    ),
];
