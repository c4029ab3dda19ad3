//! A region adds to what the regions share and takes nothing from it.

use super::own::{in_base, with_own};
use crate::codes;
use crate::id::Subject;
use crate::model::{Origin, SetChange, Tailoring};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{decided, put_change, region},
    crate::model::{GENERATION_1, StandardArea, Theme},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD021,
    requirements: &["R-074", "R-077"],
    sources: &[
        SourceRef::quality_model("Omfang og prioritering"),
        SourceRef::quality_model("Ressourceforbrug"),
    ],
    title: Bilingual::new(
        "en region føjer til det, regionerne er fælles om, og tager intet ud af det",
        "a region adds to what the regions share and takes nothing out of it",
    ),
    why: Bilingual::new(
        "Standarder og indikatorer er fælles for regionerne, for at tilbud kan sammenlignes; en region kan tilføje flere.",
        "The regions share standards and indicators so that services can be compared; a region may add more.",
    ),
    remedy: Bilingual::new(
        "Behold det fælles, og tilføj regionens eget ved siden af, eller tag sagen op med de andre regioner.",
        "Keep what the regions share and add the region's own beside it, or raise the matter with the other regions.",
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

message! {
    MadeOwn { what: Bilingual }
    "tilpasningen gør {what}, som regionerne er fælles om, til regionens eget",
    "the tailoring makes {what} that the regions share the region's own",
}

message! {
    MovedToOwn { what: Bilingual, to: Bilingual }
    "tilpasningen flytter {what}, som regionerne er fælles om, til {to}",
    "the tailoring moves {what} that the regions share to {to}",
}

const SHARED: Bilingual =
    Bilingual::new("om det er noget, regionerne er fælles om", "whether the regions share it");

const THEME: Bilingual = Bilingual::new("et tema", "a theme");
const STANDARD: Bilingual = Bilingual::new("en standard", "a standard");
const INDICATOR: Bilingual = Bilingual::new("en indikator", "an indicator");

/// How a change takes something out of what is shared.
enum Taken {
    LeftOut,
    MadeOwn,
    /// To something that the region can have added.
    Moved(Subject, Bilingual),
}

fn taken(change: &SetChange) -> Option<(Bilingual, Taken)> {
    Some(match change {
        SetChange::LeaveOutTheme { .. } => (THEME, Taken::LeftOut),
        SetChange::LeaveOutStandard { .. } => (STANDARD, Taken::LeftOut),
        SetChange::LeaveOutIndicator { .. } => (INDICATOR, Taken::LeftOut),
        SetChange::ChangeThemeOrigin { origin: Origin::Regional { .. }, .. } => (THEME, Taken::MadeOwn),
        SetChange::ChangeStandardOrigin { origin: Origin::Regional { .. }, .. } => (STANDARD, Taken::MadeOwn),
        SetChange::ChangeIndicatorOrigin { origin: Some(Origin::Regional { .. }), .. } => {
            (INDICATOR, Taken::MadeOwn)
        }
        SetChange::MoveStandard { theme, .. } => {
            let to =
                Bilingual::new("et tema, som regionen selv har tilføjet", "a theme that the region added");
            (STANDARD, Taken::Moved(theme.subject(), to))
        }
        SetChange::MoveIndicator { standard, .. } => {
            let to = Bilingual::new(
                "en standard, som regionen selv har tilføjet",
                "a standard that the region added",
            );
            (INDICATOR, Taken::Moved(standard.subject(), to))
        }
        _ => return None,
    })
}

pub(super) fn check(tailoring: &Tailoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("changes");
    with_own(tailoring, |is_own| {
        for (n, one) in tailoring.changes.iter().enumerate() {
            let subject = one.change.subject();
            let Some((what, taken)) = taken(&one.change).filter(|_| !is_own(subject)) else { continue };
            let at = list.index(n);
            let at = at.key("change");
            match (taken, in_base(tailoring, subject)) {
                (Taken::Moved(to, _), _) if !is_own(to) => {}
                (Taken::LeftOut, Some(true)) => cx.not_met(&at, LeftOut { what }),
                (Taken::MadeOwn, Some(true)) => cx.not_met(&at, MadeOwn { what }),
                (Taken::Moved(_, to), Some(true)) => cx.not_met(&at, MovedToOwn { what, to }),
                // Of another set nobody knows what is common; `MOD024` finds what a published one does not have.
                (Taken::LeftOut | Taken::MadeOwn, None) => cx.not_assessable(&at, SHARED),
                (_, Some(false)) | (Taken::Moved(..), None) => {}
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Tailoring> = &[
    |tailoring, tape| {
        tailoring.base = GENERATION_1.id;
        tailoring.changes.clear(); // they can be about the same, or about another set
        let n = tape.index(GENERATION_1.standards.len());
        if let Some(standard) = GENERATION_1.standards.get(n) {
            let indicator = standard.indicators.first().copied().unwrap_or(tape.spare_id(1));
            let changes = [
                SetChange::LeaveOutTheme { theme: standard.theme },
                SetChange::LeaveOutStandard { standard: standard.id },
                SetChange::LeaveOutIndicator { indicator },
                SetChange::ChangeThemeOrigin { theme: standard.theme, origin: region() },
                SetChange::ChangeStandardOrigin { standard: standard.id, origin: region() },
                SetChange::ChangeIndicatorOrigin { indicator, origin: Some(region()) },
            ];
            put_change(tailoring, tape.pick(&changes).clone(), tape);
        }
    },
    |tailoring, tape| {
        // No published set has what the other changes are about.
        tailoring.base = tape.spare_id(2);
        let (indicator, standard) = (tape.spare_id(3), tape.spare_id(4));
        let changes = [SetChange::LeaveOutStandard { standard }, SetChange::LeaveOutIndicator { indicator }];
        put_change(tailoring, tape.pick(&changes).clone(), tape);
    },
    |tailoring, tape| {
        tailoring.base = GENERATION_1.id;
        tailoring.changes.clear(); // they can be about the same, or about another set
        let theme = Theme::new(tape.spare_id(1), *tape.pick(StandardArea::ALL), region());
        let n = tape.index(GENERATION_1.standards.len());
        if let Some(standard) = GENERATION_1.standards.get(n) {
            put_change(tailoring, SetChange::MoveStandard { standard: standard.id, theme: theme.id }, tape);
        }
        tailoring.changes.insert(0, decided(SetChange::AddTheme { theme }, tape));
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
    // To make it one's own takes it out as well. What the set does not have is left to another rule.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                {
                    "change": {
                        "addStandard": {
                            "standard": {
                                "id": "00000000-0000-4000-8000-000000000021",
                                "theme": "6b76616c-6974-8000-8000-000100010100", "origin": { "regional": {} }
                            }
                        }
                    }
                },
                { "change": { "changeThemeOrigin": { "theme": "6b76616c-6974-8000-8000-000100010100", "origin": { "regional": {} } } } },
                { "change": { "changeStandardOrigin": { "standard": "6b76616c-6974-8000-8000-000100020200", "origin": { "regional": {} } } } },
                { "change": { "changeIndicatorOrigin": { "indicator": "6b76616c-6974-8000-8000-000100030101", "origin": { "regional": {} } } } },
                { "change": { "changeIndicatorOrigin": { "indicator": "6b76616c-6974-8000-8000-000100030102" } } },
                { "change": { "moveIndicator": { "indicator": "6b76616c-6974-8000-8000-000100030201", "standard": "00000000-0000-4000-8000-000000000021" } } },
                { "change": { "moveIndicator": { "indicator": "6b76616c-6974-8000-8000-000100030202", "standard": "6b76616c-6974-8000-8000-000100020100" } } },
                { "change": { "leaveOutStandard": { "standard": "00000000-0000-4000-8000-000000000029" } } }
            ]
        }"#,
        &[
            not_met(
                "/changes/1/change",
                "tilpasningen gør et tema, som regionerne er fælles om, til regionens eget",
                "the tailoring makes a theme that the regions share the region's own",
            ),
            not_met(
                "/changes/2/change",
                "tilpasningen gør en standard, som regionerne er fælles om, til regionens eget",
                "the tailoring makes a standard that the regions share the region's own",
            ),
            not_met(
                "/changes/3/change",
                "tilpasningen gør en indikator, som regionerne er fælles om, til regionens eget",
                "the tailoring makes an indicator that the regions share the region's own",
            ),
            not_met(
                "/changes/5/change",
                "tilpasningen flytter en indikator, som regionerne er fælles om, til en standard, som regionen selv har tilføjet",
                "the tailoring moves an indicator that the regions share to a standard that the region added",
            ),
        ],
    ),
];
