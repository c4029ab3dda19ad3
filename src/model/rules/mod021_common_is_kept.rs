//! A region adds to what the regions share and takes nothing from it.

use super::own::{is_common, with_own};
use crate::codes;
use crate::model::{SetChange, Tailoring};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::put_change,
    crate::model::{GENERATION_1, NINE_STANDARDS},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD021,
    requirements: &["R-074", "R-077"],
    sources: &[
        SourceRef::quality_model("Omfang og prioritering"),
        SourceRef::quality_model("Ressourceforbrug"),
    ],
    title: Bilingual::new(
        "en region føjer til det, regionerne er fælles om, og lader intet af det udgå",
        "a region adds to what the regions share and leaves none of it out",
    ),
    why: Bilingual::new(
        "Standarder og indikatorer er fælles for regionerne, for at tilbud kan sammenlignes; en region kan tilføje flere.",
        "The regions share standards and indicators so that services can be compared; a region may add more.",
    ),
    remedy: Bilingual::new(
        "Behold det, og tilføj regionens eget ved siden af, eller tag det op med de andre regioner.",
        "Keep it and add what is the region's own beside it, or take it up with the other regions.",
    ),
    example: Bilingual::new(
        "En region vil kun arbejde med én af de tre organisatoriske standarder.",
        "A region wants to work with only one of the three organisational standards.",
    ),
    ..Rule::DERIVED
};

message! {
    LeftOut { what: Bilingual }
    "tilpasningen lader {what} udgå, som regionerne er fælles om",
    "the tailoring leaves out {what} that the regions share",
}

const SHARED: Bilingual =
    Bilingual::new("om det er noget, regionerne er fælles om", "whether the regions share it");

/// What the change leaves out.
const fn left_out(change: &SetChange) -> Option<Bilingual> {
    match change {
        SetChange::LeaveOutTheme { .. } => Some(Bilingual::new("et tema", "a theme")),
        SetChange::LeaveOutStandard { .. } => Some(Bilingual::new("en standard", "a standard")),
        SetChange::LeaveOutIndicator { .. } => Some(Bilingual::new("en indikator", "an indicator")),
        _ => None,
    }
}

pub(super) fn check(tailoring: &Tailoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("changes");
    with_own(tailoring, |is_own| {
        for (n, one) in tailoring.changes.iter().enumerate() {
            let subject = one.change.subject();
            let Some(what) = left_out(&one.change).filter(|_| !is_own(subject)) else { continue };
            let at = list.index(n);
            let at = at.key("change");
            if is_common(tailoring, subject) {
                cx.not_met(&at, LeftOut { what });
            } else {
                cx.not_assessable(&at, SHARED);
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Tailoring> = &[
    |tailoring, tape| {
        tailoring.base = GENERATION_1.id;
        let n = tape.index(GENERATION_1.standards.len());
        if let Some(standard) = GENERATION_1.standards.get(n) {
            let indicator = standard.indicators.first().copied().unwrap_or(tape.spare_id(1));
            let changes = [
                SetChange::LeaveOutTheme { theme: standard.theme },
                SetChange::LeaveOutStandard { standard: standard.id },
                SetChange::LeaveOutIndicator { indicator },
            ];
            put_change(tailoring, tape.pick(&changes).clone(), tape);
        }
    },
    |tailoring, tape| {
        tailoring.base = *tape.pick(&[NINE_STANDARDS.id, tape.spare_id(2)]);
        let (indicator, standard) = (tape.spare_id(3), tape.spare_id(4));
        let changes = [SetChange::LeaveOutStandard { standard }, SetChange::LeaveOutIndicator { indicator }];
        put_change(tailoring, tape.pick(&changes).clone(), tape);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000" }"#,
    ),
    // A region may take back what it added, and change what stays.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                {
                    "change": {
                        "addStandard": {
                            "standard": {
                                "id": "00000000-0000-4000-8000-000000000021",
                                "theme": "6b76616c-6974-8000-8000-000100010100", "origin": { "regional": {} },
                                "indicators": [{ "id": "00000000-0000-4000-8000-000000000031" }]
                            }
                        }
                    }
                },
                { "change": { "turnIndicator": { "indicator": "00000000-0000-4000-8000-000000000031" } } },
                { "change": { "leaveOutStandard": { "standard": "00000000-0000-4000-8000-000000000021" } } },
                { "change": { "renameTheme": { "theme": "6b76616c-6974-8000-8000-000100010400" } } },
                { "change": { "rewordIndicator": { "indicator": "6b76616c-6974-8000-8000-000100030101" } } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                { "change": { "leaveOutTheme": { "theme": "6b76616c-6974-8000-8000-000100010200" } } },
                { "change": { "leaveOutStandard": { "standard": "6b76616c-6974-8000-8000-000100020200" } } },
                { "change": { "leaveOutIndicator": { "indicator": "6b76616c-6974-8000-8000-000100030101" } } }
            ]
        }"#,
        &[
            not_met(
                "/changes/0/change",
                "tilpasningen lader et tema udgå, som regionerne er fælles om",
                "the tailoring leaves out a theme that the regions share",
            ),
            not_met(
                "/changes/1/change",
                "tilpasningen lader en standard udgå, som regionerne er fælles om",
                "the tailoring leaves out a standard that the regions share",
            ),
            not_met(
                "/changes/2/change",
                "tilpasningen lader en indikator udgå, som regionerne er fælles om",
                "the tailoring leaves out an indicator that the regions share",
            ),
        ],
    ),
    // Of another set, nobody knows; nor of indicators that the set of nine does not list.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [
                { "change": { "leaveOutTheme": { "theme": "6b76616c-6974-8000-8000-000100010200" } } }
            ]
        }"#,
        &[not_assessable(
            "/changes/0/change",
            "kan ikke vurderes; mangler: om det er noget, regionerne er fælles om",
            "cannot be assessed; missing: whether the regions share it",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000900",
            "changes": [
                { "change": { "leaveOutIndicator": { "indicator": "6b76616c-6974-8000-8000-000100030101" } } },
                { "change": { "leaveOutStandard": { "standard": "6b76616c-6974-8000-8000-000100020700" } } }
            ]
        }"#,
        &[
            not_assessable(
                "/changes/0/change",
                "kan ikke vurderes; mangler: om det er noget, regionerne er fælles om",
                "cannot be assessed; missing: whether the regions share it",
            ),
            not_met(
                "/changes/1/change",
                "tilpasningen lader en standard udgå, som regionerne er fælles om",
                "the tailoring leaves out a standard that the regions share",
            ),
        ],
    ),
];
