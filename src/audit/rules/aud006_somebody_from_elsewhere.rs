//! Somebody in the panel is not from a department whose cases are judged.

use uuid::Uuid;

use crate::audit::CaseAudit;
use crate::codes;
use crate::id::Id;
use crate::organisation::Department;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_evaluated, not_met, refuses, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD006,
    severity: Severity::Information,
    requirements: &["S-035"],
    sources: &[
        SourceRef::new(
            SourceDocument::SMARTE_2023,
            "Auditproces: fra de involverede afdelinger samt en specialist i neuropsykologi",
        ),
        SourceRef::agreement("1.3, medvirke i audits hos hinanden"),
    ],
    title: Bilingual::new(
        "mindst én i panelet kommer et andet sted fra end de afdelinger, casene er fra",
        "at least one member of the panel is not from the departments that the cases come from",
    ),
    why: Bilingual::new(
        "Panelet bedømmer sit eget arbejde. Det må det gerne: kun ved audit mellem tilbud skal et andet tilbud være med. Men læseren bør vide det.",
        "The panel judges its own work. It may do so: only in audits between services must another service take part. But the reader should know.",
    ),
    remedy: Bilingual::new(
        "Tag en fagperson andetsteds fra med i panelet. Er mødet holdt, er der intet at rette, men gør opmærksom på det, når resultatet bruges.",
        "Add a professional from elsewhere to the panel. If the meeting has been held, there is nothing to correct, but point it out where the result is used.",
    ),
    example: Bilingual::new(
        "Casene er fra afdeling A og B, og alle i panelet er ansat dér.",
        "The cases are from departments A and B, and everyone on the panel works there.",
    ),
    requires: &[codes::AUD005],
    ..Rule::DERIVED
};

message! {
    OnlyJudged {}
    "alle i panelet er fra de afdelinger, hvis cases de bedømmer",
    "all members of the panel are from the departments whose cases they judge",
}

pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    if audit.cases.is_empty() || audit.panel.is_empty() {
        return;
    }
    let is_panel_known = audit.panel.iter().any(|one| one.department.is_some());
    if !is_panel_known || audit.cases.iter().any(|one| one.department.is_none()) {
        return cx.depends_on(at, codes::AUD005);
    }
    let judged = |put: &mut dyn FnMut(Uuid)| {
        audit.cases.iter().filter_map(|one| one.department).for_each(|one| put(one.uuid()));
    };
    sorted(judged, |judged| {
        let is_judged = |one: Id<Department>| judged.binary_search(&one.uuid()).is_ok();
        if audit.panel.iter().all(|one| one.department.is_some_and(is_judged)) {
            cx.not_met(&at.key("panel"), OnlyJudged {});
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[|audit, _| {
    let department = audit.cases.first().and_then(|case| case.department);
    audit.panel.iter_mut().filter(|one| one.department.is_none()).for_each(|one| one.department = department);
}];

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
        {
            "id": "00000000-0000-4000-8000-000000000003",
            "department": "00000000-0000-4000-8000-00000000000a"
        },
        { "id": "00000000-0000-4000-8000-000000000004" }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(AUDIT),
    accepts_with(AUDIT, r#"{ "/panel/1/department": "00000000-0000-4000-8000-00000000000b" }"#),
    refuses_with(
        AUDIT,
        r#"{
            "/cases/1": { "id": "00000000-0000-4000-8000-000000000005", "department": "00000000-0000-4000-8000-00000000000b" },
            "/panel/1/department": "00000000-0000-4000-8000-00000000000a"
        }"#,
        &[not_met(
            "/panel",
            "alle i panelet er fra de afdelinger, hvis cases de bedømmer",
            "all members of the panel are from the departments whose cases they judge",
        )],
    ),
    refuses_with(
        AUDIT,
        r#"{ "/cases/0/department": null, "/panel/1": null }"#,
        &[not_evaluated("", "AUD005")],
    ),
    refuses_with(
        AUDIT,
        r#"{ "/panel/0/department": null, "/panel/1": null }"#,
        &[not_evaluated("", "AUD005")],
    ),
    accepts_with(
        AUDIT,
        r#"{ "/cases/0/department": "00000000-0000-4000-8000-000000000009", "/panel": null }"#,
    ),
    // One of the cases may be from a department of the panel, or from another.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cases": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "department": "00000000-0000-4000-8000-000000000009"
                },
                { "id": "00000000-0000-4000-8000-000000000004" }
            ],
            "panel": [{
                "id": "00000000-0000-4000-8000-000000000003", "department": "00000000-0000-4000-8000-000000000009"
            }]
        }"#,
        &[not_evaluated("", "AUD005")],
    ),
];
