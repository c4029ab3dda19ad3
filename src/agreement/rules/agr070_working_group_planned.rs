//! A working group is given its number of meetings and its deadline beforehand.

use crate::body::{Body, BodyKind};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::date::PartialDate, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR070,
    requirements: &["R-090"],
    sources: &[SourceRef::new(SourceDocument::QUALITY_MODEL_2007, "Organisering, Faglige arbejdsgrupper")],
    title: Bilingual::new(
        "en arbejdsgruppe har på forhånd fået fastsat et antal møder og en frist",
        "the number of meetings and the deadline of a working group are set beforehand",
    ),
    why: Bilingual::new(
        "Ellers er det uklart, hvor meget tid deltagerne skal bruge, og hvornår resultatet foreligger.",
        "Otherwise it is unclear how much time the participants are to spend, and when there will be a result.",
    ),
    remedy: Bilingual::new(
        "Skriv det, der mangler: hvor mange møder arbejdsgruppen skal holde, eller hvornår arbejdet skal være færdigt. Er det en fast gruppe uden slutdato, er der intet at rette.",
        "State what is missing: how many meetings the working group is to hold, or when its work is to be finished. If it is a standing group whose work does not end, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Der nedsættes en arbejdsgruppe om forebyggelse af overgreb; det fremgår ikke, hvornår den skal være færdig.",
        "A working group on preventing assaults is set up; it is not stated when its work is to be finished.",
    ),
    ..Rule::DERIVED
};

message! {
    Unplanned { missing: Bilingual }
    "arbejdsgruppen er beskrevet, men det fremgår ikke, {missing}",
    "the working group is described, but it is not stated {missing}",
}

message! {
    NoMeetings {}
    "arbejdsgruppen skal ikke holde noget møde",
    "the working group is not to hold any meetings",
}

pub(super) fn check(body: &Body, at: &Path<'_>, cx: &mut Checker<'_>) {
    // One that is only expected has not been given anything yet.
    if body.kind != BodyKind::WorkingGroup || body.expected == Some(true) {
        return;
    }
    if body.meetings == Some(0) {
        cx.not_met(&at.key("meetings"), NoMeetings {});
    }
    let missing = match (body.meetings, body.deadline) {
        (None, None) => Bilingual::new(
            "hvor mange møder den skal holde, og hvornår arbejdet skal være færdigt",
            "how many meetings it is to hold, and when its work is to be finished",
        ),
        (None, Some(_)) => {
            Bilingual::new("hvor mange møder den skal holde", "how many meetings it is to hold")
        }
        (Some(_), None) => {
            Bilingual::new("hvornår arbejdet skal være færdigt", "when its work is to be finished")
        }
        (Some(_), Some(_)) => return,
    };
    cx.not_met(at, Unplanned { missing });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Body> = &[
    |body, _| {
        (body.kind, body.expected) = (BodyKind::WorkingGroup, None);
        (body.meetings, body.deadline) = (None, None);
    },
    |body, _| {
        (body.kind, body.expected) = (BodyKind::WorkingGroup, Some(false));
        (body.meetings, body.deadline) = (Some(4), None);
    },
    |body, _| {
        (body.kind, body.expected) = (BodyKind::WorkingGroup, None);
        (body.meetings, body.deadline) = (Some(0), PartialDate::of_year(2024));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "workingGroup",
            "meetings": 1, "deadline": "2024-H1"
        }"#,
    ),
    // A network goes on, and a group that is only expected has not been planned.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "network" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "workingGroup", "expected": true }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "workingGroup" }"#,
        &[not_met(
            "",
            "arbejdsgruppen er beskrevet, men det fremgår ikke, hvor mange møder den skal holde, og hvornår arbejdet skal være færdigt",
            "the working group is described, but it is not stated how many meetings it is to hold, and when its work is to be finished",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "workingGroup", "deadline": "2024" }"#,
        &[not_met(
            "",
            "arbejdsgruppen er beskrevet, men det fremgår ikke, hvor mange møder den skal holde",
            "the working group is described, but it is not stated how many meetings it is to hold",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "workingGroup", "meetings": 0 }"#,
        &[
            not_met(
                "",
                "arbejdsgruppen er beskrevet, men det fremgår ikke, hvornår arbejdet skal være færdigt",
                "the working group is described, but it is not stated when its work is to be finished",
            ),
            not_met(
                "/meetings",
                "arbejdsgruppen skal ikke holde noget møde",
                "the working group is not to hold any meetings",
            ),
        ],
    ),
];
