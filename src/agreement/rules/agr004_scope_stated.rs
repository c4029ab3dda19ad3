//! A focus area says whom it binds.

use crate::agreement::FocusArea;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR004,
    requirements: &["R-012"],
    sources: &[SourceRef::agreement("1.3.1"), SourceRef::agreement("1.4"), SourceRef::agreement("1.10")],
    title: Bilingual::new("et indsatsområde angiver, hvem det forpligter", "a focus area says whom it binds"),
    why: Bilingual::new(
        "Et tilbud skal kunne se, om et område er dets opgave.",
        "A service must be able to see whether an area is its task.",
    ),
    remedy: Bilingual::new(
        "Skriv, om indsatsområdet gælder alle tilbud, medlemmerne af et fællesskab, en arbejdsgruppe eller et netværk, navngivne pilottilbud eller de tilbud, som en tidsplan peger på.",
        "Say whether it binds all services, the members of a community, working group or network, named pilot sites, or those whom a schedule names.",
    ),
    example: Bilingual::new(
        "Et område, der begynder med indsatser uden at sige, om de gælder alle tilbud.",
        "An area that begins with actions and does not say whether they are for all services.",
    ),
    ..Rule::DERIVED
};

message! {
    ScopeNotStated {}
    "det fremgår ikke, hvem indsatsområdet forpligter",
    "it is not stated whom the focus area binds",
}

pub(super) fn check(area: &FocusArea, at: &Path<'_>, cx: &mut Checker<'_>) {
    if area.scope.is_empty() {
        cx.not_met(at, ScopeNotStated {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FocusArea> = &[|area, _| area.scope.clear()];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "scope": ["allServices"] }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scope": ["communityMembers", "selectedLeaders", "awaitingSchedule"]
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvem indsatsområdet forpligter",
            "it is not stated whom the focus area binds",
        )],
    ),
    // Who takes part does not say who is bound.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scope": [],
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000002", "kind": "community", "membership": "member" }
            ]
        }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvem indsatsområdet forpligter",
            "it is not stated whom the focus area binds",
        )],
    ),
];
