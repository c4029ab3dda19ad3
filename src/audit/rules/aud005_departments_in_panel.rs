//! Every department whose cases are judged is in the panel.

use uuid::Uuid;

use crate::audit::CaseAudit;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD005,
    requirements: &["R-168"],
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "Auditproces: medarbejdere og ledere fra de involverede afdelinger",
    )],
    title: Bilingual::new(
        "alle afdelinger med cases i en audit er repræsenteret i panelet",
        "every department with a case in an audit is represented on the panel",
    ),
    why: Bilingual::new(
        "De, der kender praksis, kan forklare den, og de skal bruge det, som panelet lærer.",
        "Those who know the practice can explain it, and they need what the panel learns.",
    ),
    remedy: Bilingual::new(
        "Tag en medarbejder eller leder fra afdelingen med i panelet. Er mødet holdt, så skriv i rapporten, at afdelingen ikke var med.",
        "Add a member of staff or the head of the department to the panel. If the meeting has been held, say in the report that the department was not represented.",
    ),
    example: Bilingual::new(
        "En af de tre cases er fra afdeling C, men panelet er fra afdeling A og B.",
        "One of the three cases is from department C, but the panel is from departments A and B.",
    ),
    ..Rule::DERIVED
};

message! {
    NotInPanel {}
    "ingen i panelet er fra den afdeling, casen er fra",
    "nobody in the panel is from the department that the case is from",
}

const OF_CASES: Bilingual =
    Bilingual::new("hvilke afdelinger casene er fra", "which departments the cases are from");
const OF_PANEL: Bilingual = Bilingual::new(
    "hvilke afdelinger paneldeltagerne er fra",
    "which departments the members of the panel are from",
);

/// A member without a department is from outside, but a panel with no stated department may be from anywhere.
pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    if audit.cases.is_empty() || (audit.panel.is_empty() && !audit.was_held(cx.as_of())) {
        return;
    }
    let is_panel_known = audit.panel.iter().any(|one| one.department.is_some());
    let are_cases_known = audit.cases.iter().all(|one| one.department.is_some());
    cx.all_stated(at, [(are_cases_known, OF_CASES), (is_panel_known, OF_PANEL)]);
    if !is_panel_known {
        return;
    }
    let list = at.key("cases");
    let departments = |put: &mut dyn FnMut(Uuid)| {
        audit.panel.iter().filter_map(|one| one.department).for_each(|one| put(one.uuid()));
    };
    sorted(departments, |departments| {
        for (n, case) in audit.cases.iter().enumerate() {
            let Some(department) = case.department else { continue };
            if departments.binary_search(&department.uuid()).is_err() {
                cx.not_met(&list.item(n, case.id).key("department"), NotInPanel {});
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[
    |audit, tape| {
        let other = Some(tape.spare_id(1));
        audit.cases.first_mut().into_iter().for_each(|case| case.department = other);
    },
    |audit, _| audit.cases.first_mut().into_iter().for_each(|case| case.department = None),
    |audit, _| audit.panel.iter_mut().for_each(|one| one.department = None),
];

#[cfg(test)]
const AUDIT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "cases": [
        {
            "id": "00000000-0000-4000-8000-000000000002",
            "department": "00000000-0000-4000-8000-00000000000a"
        }
    ],
    "panel": [
        { "id": "00000000-0000-4000-8000-000000000003" },
        {
            "id": "00000000-0000-4000-8000-000000000004",
            "department": "00000000-0000-4000-8000-00000000000b"
        },
        {
            "id": "00000000-0000-4000-8000-000000000005",
            "department": "00000000-0000-4000-8000-00000000000a"
        }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The panel is to be named.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cases": [{ "id": "00000000-0000-4000-8000-000000000002" }]
        }"#,
    ),
    accepts(AUDIT),
    refuses_with(
        AUDIT,
        r#"{
            "/cases/1": { "id": "00000000-0000-4000-8000-000000000006", "department": "00000000-0000-4000-8000-00000000000c" },
            "/cases/2": { "id": "00000000-0000-4000-8000-000000000007" }
        }"#,
        &[
            not_assessable(
                "",
                "kan ikke vurderes; mangler: hvilke afdelinger casene er fra",
                "cannot be assessed; missing: which departments the cases are from",
            ),
            not_met(
                "/cases/1/department",
                "ingen i panelet er fra den afdeling, casen er fra",
                "nobody in the panel is from the department that the case is from",
            ),
        ],
    ),
    refuses_with(
        AUDIT,
        r#"{ "/panel": [{ "id": "00000000-0000-4000-8000-000000000003" }] }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvilke afdelinger paneldeltagerne er fra",
            "cannot be assessed; missing: which departments the members of the panel are from",
        )],
    ),
    refuses_with(
        AUDIT,
        r#"{ "/panel": null, "/heldOn": "2023" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvilke afdelinger paneldeltagerne er fra",
            "cannot be assessed; missing: which departments the members of the panel are from",
        )],
    ),
    // Without cases no department has to be in the panel.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2023-04-03",
            "panel": [{ "id": "00000000-0000-4000-8000-000000000002" }]
        }"#,
    ),
];
