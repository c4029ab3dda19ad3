//! What a region adds is its own.

use super::own::{in_base, new_origin, with_own};
use crate::codes;
use crate::id::Subject;
use crate::model::words::called;
use crate::model::{Origin, SetChange, Tailoring};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{added_indicator, added_standard, decided, put_change, region},
    crate::{
        model::{GENERATION_1, Indicator, StandardArea, Theme},
        rule::trial::Breaks,
    },
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD022,
    severity: Severity::Error,
    requirements: &["R-074"],
    sources: &[SourceRef::quality_model("Omfang og prioritering")],
    title: Bilingual::new(
        "det, en region tilføjer i en tilpasning eller gør regionalt, er regionens eget",
        "what a region adds in a tailoring or makes regional is its own",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: det, kun én region tilføjer, er ikke fælles, og det tæller ikke med i antallet af fælles standarder og indikatorer.",
        "The document contradicts itself: what one region alone adds is not common, and it does not count in the number of common standards and indicators.",
    ),
    remedy: Bilingual::new(
        "Markér det tilføjede som regionens eget.",
        "Mark what is added as that of the region.",
    ),
    example: Bilingual::new(
        "En region har kopieret en fælles standard, rettet den til sin egen og ladet den stå som fælles.",
        "A region has copied a common standard, made it its own and left it marked as common.",
    ),
    ..Rule::DERIVED
};

message! {
    AddedAsCommon { what: Bilingual }
    "{what} er tilføjet af en region, men markeret som fælles",
    "{what} was added by a region, but is marked as common",
}

message! {
    MadeCommon { what: Bilingual }
    "{what} gøres fælles i en enkelt regions tilpasning",
    "{what} is made common in the tailoring of one region",
}

message! {
    AddedToCommon {}
    "indikatoren er tilføjet af en region til en fælles standard, men ikke markeret som regional",
    "the indicator was added to a common standard by a region, but is not marked as regional",
}

message! {
    OfOtherRegion { what: Bilingual }
    "{what} er markeret som en anden regions",
    "{what} is marked as belonging to another region",
}

const ORIGIN: Bilingual = Bilingual::new("indikatorens oprindelse", "the origin of the indicator");

pub(super) fn check(tailoring: &Tailoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("changes");
    with_own(tailoring, |is_own| {
        for (n, one) in tailoring.changes.iter().enumerate() {
            let at = list.index(n);
            let at = at.key("change");
            match &one.change {
                SetChange::AddTheme { theme } => {
                    let at = at.key("addTheme");
                    let subject = theme.id.subject();
                    added(&theme.origin, subject, tailoring, &at.field("theme", Some(subject)), cx);
                }
                SetChange::AddStandard { standard } => {
                    let at = at.key("addStandard");
                    let subject = standard.id.subject();
                    let at = at.field("standard", Some(subject));
                    added(&standard.origin, subject, tailoring, &at, cx);
                    let list = at.key("indicators");
                    for (n, indicator) in standard.indicators.iter().enumerate() {
                        if let Some(origin) = &indicator.origin {
                            let subject = indicator.id.subject();
                            added(origin, subject, tailoring, &list.element(n, Some(subject)), cx);
                        }
                    }
                }
                SetChange::AddIndicator { standard, indicator } => {
                    let at = at.key("addIndicator");
                    let subject = indicator.id.subject();
                    let at = at.field("indicator", Some(subject));
                    match &indicator.origin {
                        Some(origin) => added(origin, subject, tailoring, &at, cx),
                        // It comes from where its standard comes from.
                        None if is_own(standard.subject()) => {}
                        None => match in_base(tailoring, standard.subject()) {
                            Some(true) => cx.not_met(&at, AddedToCommon {}),
                            Some(false) => {}
                            None => cx.not_assessable(&at, ORIGIN),
                        },
                    }
                }
                change => {
                    let what = called(change.subject());
                    match new_origin(change) {
                        Some(Origin::Common) => cx.not_met(&at, MadeCommon { what }),
                        Some(origin) if is_of_other(origin, tailoring) => {
                            cx.not_met(&at, OfOtherRegion { what });
                        }
                        _ => {}
                    }
                }
            }
        }
    });
}

/// Checks the origin of something that is added.
fn added(origin: &Origin, subject: Subject, tailoring: &Tailoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    let what = called(subject);
    match origin {
        Origin::Common => cx.not_met(&at.key("origin"), AddedAsCommon { what }),
        origin if is_of_other(origin, tailoring) => cx.not_met(&at.key("origin"), OfOtherRegion { what }),
        Origin::Regional { .. } => {}
    }
}

/// Whether something belongs to a region other than that of the tailoring.
fn is_of_other(origin: &Origin, tailoring: &Tailoring) -> bool {
    let Origin::Regional { region: Some(of), .. } = origin else { return false };
    tailoring.region.is_some_and(|region| region != *of)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Tailoring> = &[
    |tailoring, tape| {
        let theme = Theme::new(tape.spare_id(1), *tape.pick(StandardArea::ALL), Origin::Common);
        put_change(tailoring, SetChange::AddTheme { theme }, tape);
    },
    |tailoring, tape| {
        tailoring.base = tape.spare_id(3);
        let standard = added_standard(1, tape.spare_id(2), Origin::Common, tape);
        put_change(tailoring, SetChange::AddStandard { standard }, tape);
    },
    |tailoring, tape| {
        tailoring.base = tape.spare_id(3);
        let mut standard = added_standard(1, tape.spare_id(2), region(), tape);
        for indicator in &mut standard.indicators {
            indicator.origin = Some(Origin::Common);
        }
        put_change(tailoring, SetChange::AddStandard { standard }, tape);
    },
    |tailoring, tape| {
        tailoring.region = Some(tape.spare_id(3));
        tailoring.changes.clear(); // they are those of the previous region
        let origin = Origin::Regional { region: Some(tape.spare_id(4)), name: None };
        let theme = Theme::new(tape.spare_id(1), *tape.pick(StandardArea::ALL), origin);
        put_change(tailoring, SetChange::AddTheme { theme }, tape);
    },
    |tailoring, tape| {
        let origin = *tape.pick(&[Some(()), None]);
        let indicator = Indicator { origin: origin.map(|()| Origin::Common), ..added_indicator(1, tape) };
        tailoring.base = GENERATION_1.id;
        tailoring.changes.clear(); // they can be about another set
        let n = tape.index(GENERATION_1.standards.len());
        let standard = GENERATION_1.standards.get(n).map_or(tape.spare_id(2), |standard| standard.id);
        put_change(tailoring, SetChange::AddIndicator { standard, indicator }, tape);
    },
    |tailoring, tape| {
        tailoring.base = tape.spare_id(3);
        let (standard, indicator) = (tape.spare_id(2), added_indicator(1, tape));
        put_change(tailoring, SetChange::AddIndicator { standard, indicator }, tape);
    },
    |tailoring, tape| {
        tailoring.base = tape.spare_id(4);
        let origin = Origin::Common;
        let changes = [
            SetChange::ChangeThemeOrigin { theme: tape.spare_id(1), origin: origin.clone() },
            SetChange::ChangeStandardOrigin { standard: tape.spare_id(2), origin: origin.clone() },
            SetChange::ChangeIndicatorOrigin { indicator: tape.spare_id(3), origin: Some(origin) },
        ];
        put_change(tailoring, tape.pick(&changes).clone(), tape);
    },
    |tailoring, tape| {
        let (region, other) = (Some(tape.spare_id(3)), Some(tape.spare_id(4)));
        tailoring.region = region;
        let of = |region| Origin::Regional { region, name: None };
        let theme = Theme::new(tape.spare_id(1), *tape.pick(StandardArea::ALL), of(region));
        let given = SetChange::ChangeThemeOrigin { theme: theme.id, origin: of(other) };
        // The earlier changes are those of the previous region.
        tailoring.changes = [SetChange::AddTheme { theme }, given].map(|one| decided(one, tape)).into();
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000" }"#,
    ),
    // An indicator of a standard that the region added is the region's.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
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
                {
                    "change": {
                        "addIndicator": {
                            "standard": "00000000-0000-4000-8000-000000000021",
                            "indicator": { "id": "00000000-0000-4000-8000-000000000031" }
                        }
                    }
                },
                {
                    "change": {
                        "addIndicator": {
                            "standard": "6b76616c-6974-8000-8000-000100020200",
                            "indicator": {
                                "id": "00000000-0000-4000-8000-000000000032", "origin": { "regional": {} }
                            }
                        }
                    }
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                {
                    "change": {
                        "addTheme": {
                            "theme": {
                                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational",
                                "origin": "common"
                            }
                        }
                    }
                },
                {
                    "change": {
                        "addStandard": {
                            "standard": {
                                "id": "00000000-0000-4000-8000-000000000021",
                                "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                            }
                        }
                    }
                },
                {
                    "change": {
                        "addIndicator": {
                            "standard": "00000000-0000-4000-8000-000000000021",
                            "indicator": { "id": "00000000-0000-4000-8000-000000000031", "origin": "common" }
                        }
                    }
                },
                {
                    "change": {
                        "addIndicator": {
                            "standard": "6b76616c-6974-8000-8000-000100020200",
                            "indicator": { "id": "00000000-0000-4000-8000-000000000032" }
                        }
                    }
                }
            ]
        }"#,
        &[
            not_met(
                "/changes/0/change/addTheme/theme/origin",
                "temaet er tilføjet af en region, men markeret som fælles",
                "the theme was added by a region, but is marked as common",
            ),
            not_met(
                "/changes/1/change/addStandard/standard/origin",
                "standarden er tilføjet af en region, men markeret som fælles",
                "the standard was added by a region, but is marked as common",
            ),
            not_met(
                "/changes/2/change/addIndicator/indicator/origin",
                "indikatoren er tilføjet af en region, men markeret som fælles",
                "the indicator was added by a region, but is marked as common",
            ),
            not_met(
                "/changes/3/change/addIndicator/indicator",
                "indikatoren er tilføjet af en region til en fælles standard, men ikke markeret som regional",
                "the indicator was added to a common standard by a region, but is not marked as regional",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [
                {
                    "change": {
                        "addIndicator": {
                            "standard": "00000000-0000-4000-8000-000000000021",
                            "indicator": { "id": "00000000-0000-4000-8000-000000000031" }
                        }
                    }
                },
                {
                    "change": {
                        "changeThemeOrigin": {
                            "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                        }
                    }
                },
                {
                    "change": {
                        "changeStandardOrigin": {
                            "standard": "00000000-0000-4000-8000-000000000021", "origin": "common"
                        }
                    }
                },
                {
                    "change": {
                        "changeIndicatorOrigin": {
                            "indicator": "00000000-0000-4000-8000-000000000031", "origin": "common"
                        }
                    }
                }
            ]
        }"#,
        &[
            not_assessable(
                "/changes/0/change/addIndicator/indicator",
                "kan ikke vurderes; mangler: indikatorens oprindelse",
                "cannot be assessed; missing: the origin of the indicator",
            ),
            not_met(
                "/changes/1/change",
                "temaet gøres fælles i en enkelt regions tilpasning",
                "the theme is made common in the tailoring of one region",
            ),
            not_met(
                "/changes/2/change",
                "standarden gøres fælles i en enkelt regions tilpasning",
                "the standard is made common in the tailoring of one region",
            ),
            not_met(
                "/changes/3/change",
                "indikatoren gøres fælles i en enkelt regions tilpasning",
                "the indicator is made common in the tailoring of one region",
            ),
        ],
    ),
    // The indicators of an added standard, and the region of what is added; without a region, it is not known.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [{ "change": { "addTheme": { "theme": {
                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational",
                "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000091" } }
            } } } }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "region": "00000000-0000-4000-8000-000000000091",
            "changes": [
                { "change": { "addTheme": { "theme": {
                    "id": "00000000-0000-4000-8000-000000000011", "area": "organisational",
                    "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000092" } }
                } } } },
                { "change": { "addStandard": { "standard": {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "theme": "00000000-0000-4000-8000-000000000011",
                    "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000091" } },
                    "indicators": [
                        { "id": "00000000-0000-4000-8000-000000000031" },
                        { "id": "00000000-0000-4000-8000-000000000032", "origin": "common" },
                        { "id": "00000000-0000-4000-8000-000000000033", "origin": { "regional": {} } }
                    ]
                } } } }
            ]
        }"#,
        &[
            not_met(
                "/changes/0/change/addTheme/theme/origin",
                "temaet er markeret som en anden regions",
                "the theme is marked as belonging to another region",
            ),
            not_met(
                "/changes/1/change/addStandard/standard/indicators/1/origin",
                "indikatoren er tilføjet af en region, men markeret som fælles",
                "the indicator was added by a region, but is marked as common",
            ),
        ],
    ),
    // Given to another region, and to its own.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002", "region": "00000000-0000-4000-8000-000000000051",
            "changes": [
                { "change": { "addTheme": { "theme": {
                    "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051" } }
                } } } },
                { "change": { "changeThemeOrigin": { "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051" } } } } },
                { "change": { "changeThemeOrigin": { "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000052" } } } } }
            ]
        }"#,
        &[not_met(
            "/changes/2/change",
            "temaet er markeret som en anden regions",
            "the theme is marked as belonging to another region",
        )],
    ),
];
