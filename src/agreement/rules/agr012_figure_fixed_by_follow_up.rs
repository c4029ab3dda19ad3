//! The figure of a community is fixed by the first follow-up of the area.

use chrono::NaiveDate;

use super::agreed_in_communities;
use crate::agreement::membership::{Memberships, Standing};
use crate::agreement::{DevelopmentAgreement, FocusArea, ScopeOfDuty};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
use crate::target_figure::{TargetFigure, TargetState, TargetStep};
use crate::text::Bilingual;

#[cfg(test)]
use crate::report::Profile;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, community, follow_up, given_target, open_target},
    crate::body::{Forum, Membership},
    crate::date::When,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR012,
    basis: Basis::Stated,
    requirements: &["R-026"],
    sources: &[SourceRef::agreement("1.3.4"), SourceRef::agreement("1.4.3"), SourceRef::agreement("1.5.3")],
    title: Bilingual::new(
        "et forbedringsfællesskabs måltal er fastlagt ved områdets første opfølgning",
        "the figure of an improvement community is fixed by the first follow-up of the area",
    ),
    why: Bilingual::new(
        "Uden et tal er der ikke noget at følge op på resten af året.",
        "Without a figure there is nothing to follow up for the rest of the year.",
    ),
    remedy: Bilingual::new(
        "Fastlæg måltallet, eller aftal en ny frist. Er det fastlagt for sent, så ret datoen, hvis den er forkert; ellers er der ikke noget at rette.",
        "Fix the figure, or agree a new deadline. If it was fixed too late, correct the date if it is wrong; otherwise there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Måltallet skulle være fastlagt 31. marts 2024, men skal 1. april stadig aftales.",
        "The figure was to be fixed by 31 March 2024, but on 1 April it is still to be agreed.",
    ),
    requires: &[codes::AGR011, codes::AGR017],
    ..Rule::DERIVED
};

message! {
    StillOpen { fixed_by: NaiveDate }
    "måltallet skulle være fastlagt senest {fixed_by} og er stadig åbent",
    "the figure was to be fixed by {fixed_by} and is still open",
}

message! {
    FixedLate { fixed_by: NaiveDate, fixed_on: PartialDate }
    "måltallet skulle være fastlagt senest {fixed_by}, men blev det først {fixed_on:i}",
    "the figure was to be fixed by {fixed_by}, but was not fixed until {fixed_on}",
}

/// A figure for all services is due whoever takes part; a figure for members is due only if the service is one.
pub(super) fn check(
    agreement: &DevelopmentAgreement,
    known: &Memberships<'_>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let period = agreement.running_period();
    let local = cx.context().profile().figures().community_targets_fixed_by;
    let as_of = cx.as_of();
    let first_of = |area: &FocusArea| local.or_else(|| area.first_follow_up(period.as_ref()));
    // The figures of an area come one after the other, so its follow-ups are searched only once.
    let mut of_area: Option<(&FocusArea, Option<NaiveDate>)> = None;
    let wanted = |area: &FocusArea| area.targets.iter().any(is_to_be_fixed);
    agreed_in_communities(agreement, known, at, wanted, |area, target, standing, at| {
        if !is_to_be_fixed(target) {
            return;
        }
        match standing {
            _ if area.binds(ScopeOfDuty::AllServices) => {}
            Standing::In => {}
            Standing::Both => return cx.depends_on(at, codes::AGR017),
            Standing::Out | Standing::Invited | Standing::Unsaid | Standing::Unclear => {
                return cx.depends_on(at, codes::AGR011);
            }
        }
        let same = of_area.filter(|(same, _)| core::ptr::eq(*same, area));
        let (_, fixed_by) = *of_area.insert(same.unwrap_or_else(|| (area, first_of(area))));
        match (fixed_by, fixed_on(target)) {
            (Some(fixed_by), Some(fixed_on)) if fixed_on.first_day() > fixed_by => {
                cx.not_met(at, FixedLate { fixed_by, fixed_on });
            }
            (Some(fixed_by), None) if as_of > fixed_by => cx.not_met(at, StillOpen { fixed_by }),
            (_, Some(_)) | (Some(_), None) => {}
            (None, None) => cx.not_assessable(at, FIRST_FOLLOW_UP),
        }
    });
}

/// Returns `true` if the figure is open, or was open earlier.
pub(crate) fn is_to_be_fixed(target: &TargetFigure) -> bool {
    target.is_open() || fixed_on(target).is_some()
}

/// When a figure that was to be agreed later was agreed for the first time.
pub(crate) fn fixed_on(target: &TargetFigure) -> Option<PartialDate> {
    let was_open = |step: &TargetStep| step.state == Some(TargetState::ToBeAgreed);
    if target.is_open() || !target.history.iter().any(was_open) {
        return None;
    }
    let agreed = target.history.iter().filter(|step| step.state == Some(TargetState::Agreed));
    agreed.filter_map(|step| step.on).min_by_key(|on| on.first_day())
}

const FIRST_FOLLOW_UP: Bilingual =
    Bilingual::new("datoen for den første opfølgning", "the date of the first follow-up");

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let yesterday = "2024-01-14".parse().ok().map(|on| When::Date { on: Some(on) });
        agreement.focus_areas.push(area_with_open_target(yesterday, tape));
    },
    |agreement, tape| agreement.focus_areas.push(area_with_open_target(Some(When::Continuously), tape)),
    // Fixed two days after it was to be followed up.
    |agreement, tape| {
        let followed_up = "2024-01-12".parse().ok().map(|on| When::Date { on: Some(on) });
        let mut area = area_with_open_target(followed_up, tape);
        let (opened, fixed) = (TargetState::ToBeAgreed, TargetState::Agreed);
        area.targets = [TargetFigure {
            agreed_by: Some(Forum::Community { body: None }),
            state: Some(fixed),
            measured_at: PartialDate::of_month(2024, 10).map(|on| When::Date { on: Some(on) }),
            history: [
                TargetStep::new(opened),
                TargetStep { on: "2024-01-14".parse().ok(), ..TargetStep::new(fixed) },
            ]
            .into(),
            ..given_target(tape)
        }]
        .into();
        agreement.focus_areas.push(area);
    },
];

#[cfg(feature = "proptest")]
fn area_with_open_target(followed_up: Option<When>, tape: &mut Tape<'_>) -> FocusArea {
    FocusArea {
        participation: [community(Membership::Member, tape)].into(),
        targets: [open_target(Forum::Community { body: None }, tape)].into(),
        follow_ups: [follow_up(followed_up, tape)].into(),
        ..area(tape)
    }
}

#[cfg(test)]
const BY_END_OF_MARCH: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "year": 2024,
    "focusAreas": [{
        "id": "00000000-0000-4000-8000-000000000002",
        "participation": [
            { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "member" }
        ],
        "targets": [
            { "id": "00000000-0000-4000-8000-000000000004", "agreedBy": { "community": {} }, "state": "toBeAgreed" }
        ],
        "followUps": [
            { "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2024-05-31" } } },
            { "id": "00000000-0000-4000-8000-000000000006", "when": { "monthDay": { "day": "--03-31" } } },
            { "id": "00000000-0000-4000-8000-000000000007", "when": { "schedule": {} } }
        ]
    }]
}"#;

/// An area without a dated follow-up: one of the whole agreement does not count.
#[cfg(test)]
const BY_NO_DAY: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "focusAreas": [{
        "id": "00000000-0000-4000-8000-000000000002",
        "participation": [
            { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "pilotSite" }
        ],
        "targets": [
            { "id": "00000000-0000-4000-8000-000000000004", "agreedBy": { "community": {} }, "state": "toBeAgreed" }
        ],
        "followUps": [
            { "id": "00000000-0000-4000-8000-000000000005", "when": { "schedule": {} } },
            { "id": "00000000-0000-4000-8000-000000000006", "when": { "monthDay": { "day": "--03-31" } } }
        ]
    }],
    "followUps": [{ "id": "00000000-0000-4000-8000-000000000007", "when": { "date": { "on": "2024-01-31" } } }]
}"#;

#[cfg(test)]
const FIXED_IN_THE_END: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "focusAreas": [{
        "id": "00000000-0000-4000-8000-000000000002", "scope": ["allServices"],
        "targets": [
            {
                "id": "00000000-0000-4000-8000-000000000003", "agreedBy": { "community": {} }, "state": "agreed",
                "history": [{ "state": "toBeAgreed" }, { "state": "agreed", "on": "2024-03-31" }]
            },
            {
                "id": "00000000-0000-4000-8000-000000000004", "agreedBy": { "community": {} },
                "history": [{ "state": "toBeAgreed" }, { "state": "agreed", "on": "2024-04" }, { "state": "met" }]
            },
            {
                "id": "00000000-0000-4000-8000-000000000005", "agreedBy": { "community": {} },
                "history": [{ "state": "agreed", "on": "2024-04" }]
            }
        ],
        "followUps": [
            { "id": "00000000-0000-4000-8000-000000000006", "when": { "date": { "on": "2024-03-31" } } }
        ]
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The last one is not said to have been open.
    refuses(
        FIXED_IN_THE_END,
        &[not_met(
            "/focusAreas/0/targets/1",
            "måltallet skulle være fastlagt senest 31. marts 2024, men blev det først i april 2024",
            "the figure was to be fixed by 31 March 2024, but was not fixed until April 2024",
        )],
    ),
    accepts(BY_END_OF_MARCH).on("2024-03-31"),
    accepts(BY_NO_DAY).on("2024-03-31").under(Profile::region_sjaelland_2024),
    // Neither is open: one has no state, the other a value. The last two are not for a community to agree.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "member" }
                ],
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000004", "agreedBy": { "community": {} } },
                    {
                        "id": "00000000-0000-4000-8000-000000000005", "agreedBy": { "community": {} },
                        "state": "toBeAgreed", "value": "80"
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000006", "agreedBy": "parties",
                        "state": "toBeAgreed"
                    },
                    { "id": "00000000-0000-4000-8000-000000000007", "state": "toBeAgreed" }
                ],
                "followUps": [
                    { "id": "00000000-0000-4000-8000-000000000008", "when": { "date": { "on": "2024-01-01" } } }
                ]
            }]
        }"#,
    ),
    refuses(
        BY_END_OF_MARCH,
        &[not_met(
            "/focusAreas/0/targets/0",
            "måltallet skulle være fastlagt senest 31. marts 2024 og er stadig åbent",
            "the figure was to be fixed by 31 March 2024 and is still open",
        )],
    )
    .on("2024-04-01"),
    // The day of the profile replaces the first follow-up.
    refuses(
        BY_NO_DAY,
        &[not_met(
            "/focusAreas/0/targets/0",
            "måltallet skulle være fastlagt senest 31. marts 2024 og er stadig åbent",
            "the figure was to be fixed by 31 March 2024 and is still open",
        )],
    )
    .on("2024-04-01")
    .under(Profile::region_sjaelland_2024),
    refuses(
        BY_NO_DAY,
        &[not_assessable(
            "/focusAreas/0/targets/0",
            "kan ikke vurderes; mangler: datoen for den første opfølgning",
            "cannot be assessed; missing: the date of the first follow-up",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [{
                        "body": "00000000-0000-4000-8000-000000000003", "kind": "community",
                        "membership": "nonMember"
                    }],
                    "targets": [{
                        "id": "00000000-0000-4000-8000-000000000004", "agreedBy": { "community": {} },
                        "state": "toBeAgreed"
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000007", "kind": "community" }
                    ],
                    "targets": [{
                        "id": "00000000-0000-4000-8000-000000000006", "agreedBy": { "community": {} },
                        "state": "toBeAgreed"
                    }]
                }
            ]
        }"#,
        &[
            not_evaluated("/focusAreas/0/targets/0", "AGR011"),
            not_evaluated("/focusAreas/1/targets/0", "AGR011"),
        ],
    ),
    // Another area says that the service takes part.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "targets": [{ "id": "00000000-0000-4000-8000-000000000004", "agreedBy": { "community": {} }, "state": "toBeAgreed" }],
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2024-01-14" } } }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000006", "kind": "community", "membership": "member" }]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/0/targets/0",
            "måltallet skulle være fastlagt senest 14. januar 2024 og er stadig åbent",
            "the figure was to be fixed by 14 January 2024 and is still open",
        )],
    ),
    // A figure in an area for all services is due whether or not the service takes part.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002", "scope": ["allServices"],
                "participation": [{ "body": "00000000-0000-4000-8000-000000000006", "kind": "community", "membership": "nonMember" }],
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000003", "agreedBy": { "community": {} }, "state": "toBeAgreed" },
                    {
                        "id": "00000000-0000-4000-8000-000000000004", "state": "toBeAgreed",
                        "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000007" } }
                    }
                ],
                "followUps": [{ "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2024-01-14" } } }]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/targets/0",
                "måltallet skulle være fastlagt senest 14. januar 2024 og er stadig åbent",
                "the figure was to be fixed by 14 January 2024 and is still open",
            ),
            not_met(
                "/focusAreas/0/targets/1",
                "måltallet skulle være fastlagt senest 14. januar 2024 og er stadig åbent",
                "the figure was to be fixed by 14 January 2024 and is still open",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000006", "kind": "community", "membership": "member" },
                    { "body": "00000000-0000-4000-8000-000000000006", "kind": "community", "membership": "nonMember" }
                ],
                "targets": [{ "id": "00000000-0000-4000-8000-000000000003", "agreedBy": { "community": {} }, "state": "toBeAgreed" }]
            }]
        }"#,
        &[not_evaluated("/focusAreas/0/targets/0", "AGR017")],
    ),
    // A month may mean its first day, and the first agreement counts.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002", "scope": ["allServices"],
                "targets": [
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "agreedBy": { "community": {} },
                        "history": [
                            { "state": "toBeAgreed" }, { "state": "agreed", "on": "2024-03-16" },
                            { "state": "agreed", "on": "2024-03" }
                        ]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000004", "agreedBy": { "community": {} },
                        "history": [
                            { "state": "toBeAgreed" }, { "state": "agreed", "on": "2024-03-01" },
                            { "state": "agreed", "on": "2024-04-01" }
                        ]
                    }
                ],
                "followUps": [{
                    "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2024-03-15" } }
                }]
            }]
        }"#,
    ),
    // One was agreed in time and is open again, the other was open in time and agreed late. Each area has its own
    // follow-up.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "scope": ["allServices"],
                    "targets": [
                        {
                            "id": "00000000-0000-4000-8000-000000000003", "agreedBy": { "community": {} },
                            "state": "toBeAgreed",
                            "history": [{ "state": "toBeAgreed" }, { "state": "agreed", "on": "2024-01-05" }]
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000004", "agreedBy": { "community": {} },
                            "history": [
                                { "state": "toBeAgreed", "on": "2024-01-01" },
                                { "state": "agreed", "on": "2024-01-11" }
                            ]
                        }
                    ],
                    "followUps": [{
                        "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2024-01-10" } }
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006", "scope": ["allServices"],
                    "targets": [{
                        "id": "00000000-0000-4000-8000-000000000007", "agreedBy": { "community": {} },
                        "state": "toBeAgreed"
                    }],
                    "followUps": [{
                        "id": "00000000-0000-4000-8000-000000000008", "when": { "date": { "on": "2024-03-31" } }
                    }]
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/targets/0",
                "måltallet skulle være fastlagt senest 10. januar 2024 og er stadig åbent",
                "the figure was to be fixed by 10 January 2024 and is still open",
            ),
            not_met(
                "/focusAreas/0/targets/1",
                "måltallet skulle være fastlagt senest 10. januar 2024, men blev det først 11. januar 2024",
                "the figure was to be fixed by 10 January 2024, but was not fixed until 11 January 2024",
            ),
        ],
    ),
];
