//! A region adds to what the regions share and takes nothing from it.

use super::own::{base_of, in_base, with_own};
use crate::codes;
use crate::id::Subject;
use crate::model::{Origin, PublishedSet, SetChange, Tailoring};
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
        SourceRef::quality_model("Initiativet"),
    ],
    title: Bilingual::new(
        "en region føjer til det, regionerne er fælles om, og fjerner og flytter intet af det",
        "a region adds to what the regions share, and removes and moves none of it",
    ),
    why: Bilingual::new(
        "Standarder og indikatorer er fælles for regionerne, og modellen skal sikre ensartethed i sammenlignelige ydelser; en region kan lade flere indgå.",
        "Standards and indicators are common to the regions, and the model is to make comparable services uniform; a region may include more.",
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
    MadeOwn { what: Bilingual, own: Bilingual }
    "{what}, som regionerne er fælles om, bliver regionens {own}",
    "{what} that the regions share becomes the region's {own}",
}

message! {
    MovedAway { what: Bilingual, to: Bilingual }
    "tilpasningen flytter {what}, som regionerne er fælles om, til {to}",
    "the tailoring moves {what} that the regions share to {to}",
}

const SHARED: Bilingual =
    Bilingual::new("om det er noget, regionerne er fælles om", "whether the regions share it");

const THEME: Bilingual = Bilingual::new("et tema", "a theme");
const STANDARD: Bilingual = Bilingual::new("en standard", "a standard");
const INDICATOR: Bilingual = Bilingual::new("en indikator", "an indicator");

const OTHER_THEME: Bilingual = Bilingual::new("et andet tema", "another theme");
const OWN_THEME: Bilingual =
    Bilingual::new("et tema, som regionen selv har tilføjet", "a theme that the region added");
const OWN_STANDARD: Bilingual =
    Bilingual::new("en standard, som regionen selv har tilføjet", "a standard that the region added");

/// How a change takes something out of what is shared.
#[derive(Clone, Copy)]
enum Taken {
    LeftOut,
    /// With the word for *own* that fits.
    MadeOwn(Bilingual),
    Moved,
}

const fn taken(change: &SetChange) -> Option<(Bilingual, Taken)> {
    let [neuter, common] = [Bilingual::new("eget", "own"), Bilingual::new("egen", "own")];
    Some(match change {
        SetChange::LeaveOutTheme { .. } => (THEME, Taken::LeftOut),
        SetChange::LeaveOutStandard { .. } => (STANDARD, Taken::LeftOut),
        SetChange::LeaveOutIndicator { .. } => (INDICATOR, Taken::LeftOut),
        SetChange::ChangeThemeOrigin { origin: Origin::Regional { .. }, .. } => {
            (THEME, Taken::MadeOwn(neuter))
        }
        SetChange::ChangeStandardOrigin { origin: Origin::Regional { .. }, .. } => {
            (STANDARD, Taken::MadeOwn(common))
        }
        SetChange::ChangeIndicatorOrigin { origin: Some(Origin::Regional { .. }), .. } => {
            (INDICATOR, Taken::MadeOwn(common))
        }
        SetChange::MoveTheme { .. } => (THEME, Taken::Moved),
        SetChange::MoveStandard { .. } => (STANDARD, Taken::Moved),
        SetChange::MoveIndicator { .. } => (INDICATOR, Taken::Moved),
        _ => return None,
    })
}

/// Where a change moves a thing of the published set to, if it may not be moved there.
///
/// How many indicators a common standard has may vary ("kan variere"), so one may move to another common standard.
fn moved_to(set: &PublishedSet, change: &SetChange, is_own: &dyn Fn(Subject) -> bool) -> Option<Bilingual> {
    match change {
        SetChange::MoveTheme { theme, area } => {
            let other = set.themes.iter().any(|one| one.id == *theme && one.area != *area);
            other.then_some(area.label())
        }
        SetChange::MoveStandard { theme, .. } if is_own(theme.subject()) => Some(OWN_THEME),
        // `MOD024` finds a theme that nobody has.
        SetChange::MoveStandard { standard, theme } if set.has(theme.subject()) => {
            let other = set.standards.iter().any(|one| one.id == *standard && one.theme != *theme);
            other.then_some(OTHER_THEME)
        }
        SetChange::MoveIndicator { standard, .. } if is_own(standard.subject()) => Some(OWN_STANDARD),
        _ => None,
    }
}

pub(super) fn check(tailoring: &Tailoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("changes");
    let base = base_of(tailoring);
    with_own(tailoring, |is_own| {
        for (n, one) in tailoring.changes.iter().enumerate() {
            let subject = one.change.subject();
            let Some((what, taken)) = taken(&one.change).filter(|_| !is_own(subject)) else { continue };
            let at = list.index(n);
            let at = at.key("change");
            match (taken, in_base(tailoring, subject)) {
                (Taken::LeftOut, Some(true)) => cx.not_met(&at, LeftOut { what }),
                (Taken::MadeOwn(own), Some(true)) => cx.not_met(&at, MadeOwn { what, own }),
                (Taken::Moved, Some(true)) => {
                    if let Some(to) = base.and_then(|set| moved_to(set, &one.change, is_own)) {
                        cx.not_met(&at, MovedAway { what, to });
                    }
                }
                // For another set it is not known what is common; `MOD024` finds what a published one does not have.
                (Taken::LeftOut | Taken::MadeOwn(_), None) => cx.not_assessable(&at, SHARED),
                (_, Some(false)) | (Taken::Moved, None) => {}
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
    |tailoring, tape| {
        tailoring.base = GENERATION_1.id;
        tailoring.changes.clear(); // they can be about another set
        let n = tape.index(GENERATION_1.themes.len());
        let (one, next) =
            (GENERATION_1.themes.get(n), GENERATION_1.themes.iter().cycle().nth(n.saturating_add(1)));
        let standard = GENERATION_1.standards.get(n);
        if let (Some(one), Some(next), Some(standard)) = (one, next, standard) {
            let area = match one.area {
                StandardArea::Organisational => StandardArea::ServiceSpecific,
                StandardArea::ServiceSpecific => StandardArea::Organisational,
            };
            let change = if tape.flag() {
                SetChange::MoveTheme { theme: one.id, area }
            } else {
                SetChange::MoveStandard { standard: standard.id, theme: next.id }
            };
            put_change(tailoring, change, tape);
        }
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
    // Not known for another set, nor for indicators that the set of nine does not list.
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
    // Making it the region's own takes it out as well. What the set does not have is left to another rule.
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
                "et tema, som regionerne er fælles om, bliver regionens eget",
                "a theme that the regions share becomes the region's own",
            ),
            not_met(
                "/changes/2/change",
                "en standard, som regionerne er fælles om, bliver regionens egen",
                "a standard that the regions share becomes the region's own",
            ),
            not_met(
                "/changes/3/change",
                "en indikator, som regionerne er fælles om, bliver regionens egen",
                "an indicator that the regions share becomes the region's own",
            ),
            not_met(
                "/changes/5/change",
                "tilpasningen flytter en indikator, som regionerne er fælles om, til en standard, som regionen selv har tilføjet",
                "the tailoring moves an indicator that the regions share to a standard that the region added",
            ),
        ],
    ),
    // A move to the same place is no move; the place of a common indicator may vary.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                { "change": { "moveTheme": {
                    "theme": "6b76616c-6974-8000-8000-000100010600", "area": "serviceSpecific"
                } } },
                { "change": { "moveStandard": {
                    "standard": "6b76616c-6974-8000-8000-000100020600", "theme": "6b76616c-6974-8000-8000-000100010600"
                } } },
                { "change": { "moveStandard": {
                    "standard": "6b76616c-6974-8000-8000-000100020600", "theme": "00000000-0000-4000-8000-000000000099"
                } } },
                { "change": { "moveIndicator": {
                    "indicator": "6b76616c-6974-8000-8000-000100030202", "standard": "6b76616c-6974-8000-8000-000100020100"
                } } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                { "change": { "moveTheme": {
                    "theme": "6b76616c-6974-8000-8000-000100010600", "area": "organisational"
                } } },
                { "change": { "moveStandard": {
                    "standard": "6b76616c-6974-8000-8000-000100020600", "theme": "6b76616c-6974-8000-8000-000100010500"
                } } }
            ]
        }"#,
        &[
            not_met(
                "/changes/0/change",
                "tilpasningen flytter et tema, som regionerne er fælles om, til det organisatoriske område",
                "the tailoring moves a theme that the regions share to the organisational area",
            ),
            not_met(
                "/changes/1/change",
                "tilpasningen flytter en standard, som regionerne er fælles om, til et andet tema",
                "the tailoring moves a standard that the regions share to another theme",
            ),
        ],
    ),
    // A common standard moves to a theme of its own; what it adds with the id of a common one is its own.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                {
                    "change": {
                        "addTheme": {
                            "theme": {
                                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational",
                                "origin": { "regional": {} }
                            }
                        }
                    }
                },
                {
                    "change": {
                        "moveStandard": {
                            "standard": "6b76616c-6974-8000-8000-000100020100",
                            "theme": "00000000-0000-4000-8000-000000000011"
                        }
                    }
                },
                {
                    "change": {
                        "addStandard": {
                            "standard": {
                                "id": "6b76616c-6974-8000-8000-000100020200",
                                "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} }
                            }
                        }
                    }
                },
                { "change": { "leaveOutStandard": { "standard": "6b76616c-6974-8000-8000-000100020200" } } }
            ]
        }"#,
        &[not_met(
            "/changes/1/change",
            "tilpasningen flytter en standard, som regionerne er fælles om, til et tema, som regionen selv har tilføjet",
            "the tailoring moves a standard that the regions share to a theme that the region added",
        )],
    ),
];
