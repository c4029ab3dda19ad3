//! A target figure is followed up after it has been measured.

use chrono::NaiveDate;
use uuid::Uuid;

use super::agr036_followed_up_after_measuring::{last_follow_up, measured_in};
use crate::agreement::{DevelopmentAgreement, FollowUp, FollowUpForm};
use crate::codes;
use crate::date::{PartialDate, Period, When};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::{self, sorted_of};
use crate::target_figure::{TargetFigure, TargetState};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_evaluated, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up, given_target, in_march, meeting},
    crate::agreement::FocusArea,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR067,
    requirements: &["R-020", "S-005"],
    sources: &[SourceRef::agreement("1.8.5"), SourceRef::agreement("3")],
    title: Bilingual::new(
        "der følges op på et måltal, efter at det er målt",
        "a target figure is followed up after it has been measured",
    ),
    why: Bilingual::new(
        "Før målingen kan opfølgningen ikke vise, om måltallet er nået. En status undervejs på et måltal, der først måles efter aftalens periode, er der ikke noget i vejen med.",
        "Before the measurement the follow-up cannot show whether the figure has been reached. Nothing is wrong with an interim status on a figure that is measured after the period of the agreement.",
    ),
    remedy: Bilingual::new(
        "Ret måletidspunktet eller datoen for opfølgningen, eller aftal en opfølgning mere på området.",
        "Correct the measuring time or the date of the follow-up, or agree another follow-up of the area.",
    ),
    example: Bilingual::new(
        "Der følges op på de 80 % SMARTE mål i september 2024, men de måles først i november 2024.",
        "The 80% of SMARTE goals is followed up in September 2024, but is not measured until November 2024.",
    ),
    requires: &[codes::AGR036],
    ..Rule::DERIVED
};

message! {
    ReviewedBefore { measured_from: NaiveDate, last: NaiveDate }
    "måltallet måles tidligst {measured_from}, men den sidste opfølgning på det er {last}",
    "the figure is measured on {measured_from} at the earliest, but is last followed up on {last}",
}

message! {
    MonitoredBefore { measured_from: NaiveDate, done_on: PartialDate }
    "måltallet måles tidligst {measured_from}, men kvalitetsovervågningen af det er allerede gennemført ({done_on})",
    "the figure is measured on {measured_from} at the earliest, but its quality monitoring has already been carried out ({done_on})",
}

message! {
    HeldBefore { measured_from: NaiveDate, done_on: PartialDate }
    "måltallet måles tidligst {measured_from}, men den sidste opfølgning på det er allerede gennemført ({done_on})",
    "the figure is measured on {measured_from} at the earliest, but its last follow-up has already taken place ({done_on})",
}

/// When a follow-up took place, or else its last day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Day {
    last: NaiveDate,
    is_monitoring: bool,
    done_on: Option<PartialDate>,
}

impl Day {
    /// A follow-up without a last day can come after any measurement.
    fn of(follow_up: &FollowUp, within: Period) -> Self {
        let is_monitoring = follow_up.form == Some(FollowUpForm::QualityMonitoring);
        // A recurring one takes place again.
        let deadline = follow_up.deadline(Some(&within));
        let recurs = |when: &When| {
            matches!(when, When::TimesAYear { .. } | When::Continuously | When::MonthDay { .. })
                && deadline.is_none()
        };
        let done_on = follow_up.done_on.filter(|_| !follow_up.when.as_ref().is_some_and(recurs));
        let last = done_on.map(PartialDate::last_day).or(deadline);
        Self { last: last.unwrap_or(NaiveDate::MAX), is_monitoring, done_on }
    }
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(period) = agreement.running_period() else { return };
    let named = agreement.all_follow_ups().flat_map(|one| {
        let day = Day::of(one, period);
        one.targets.iter().map(move |target| (target.uuid(), day))
    });
    sorted_of(&named, |named| report(agreement, named, period, at, cx));
}

/// `named` are pairs of a target figure and the day of a follow-up that names it.
fn report(
    agreement: &DevelopmentAgreement,
    named: &[(Uuid, Day)],
    period: Period,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    // These days are needed only for few figures.
    let (mut last_of_all, mut last_of_whole) = (None, None);
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let mut last_of_area = None;
        let area_at = areas.item(n, area.id);
        let targets = area_at.key("targets");
        for (n, target) in area.targets.iter().enumerate() {
            let days = sorted::of(named, target.id.uuid());
            let Some((measured_from, last)) = reviewed_before(target, days, period) else { continue };
            // Another follow-up of the area can review it as well.
            let of_area = || area.follow_ups.iter().map(|one| Day::of(one, period).last).max();
            if *last_of_area.get_or_insert_with(of_area) >= Some(measured_from) {
                continue;
            }
            // So can one of everything. A quality monitoring measures the figure itself, and no meeting makes up for it.
            let of_whole = || last_of_everything(agreement, period);
            if !last.is_monitoring && *last_of_whole.get_or_insert_with(of_whole) >= Some(measured_from) {
                continue;
            }
            let at = targets.item(n, target.id);
            let at = at.key("measuredAt");
            let of_all = || last_follow_up(agreement, period);
            if measured_in(target, period).is_some()
                && last_of_all.get_or_insert_with(of_all).is_some_and(|last| last < measured_from)
            {
                cx.depends_on(&at, codes::AGR036);
            } else {
                match last.done_on {
                    Some(done_on) if last.is_monitoring => {
                        cx.not_met(&at, MonitoredBefore { measured_from, done_on });
                    }
                    Some(done_on) => cx.not_met(&at, HeldBefore { measured_from, done_on }),
                    None => cx.not_met(&at, ReviewedBefore { measured_from, last: last.last }),
                }
            }
        }
    }
}

/// The last day of the follow-ups of the whole agreement that name nothing in particular.
fn last_of_everything(agreement: &DevelopmentAgreement, period: Period) -> Option<NaiveDate> {
    let whole = agreement.follow_ups.iter().filter(|one| one.is_about_whole_area());
    whole.map(|one| Day::of(one, period).last).max()
}

/// When a figure is measured, and the last of the follow-ups that name it, if that is earlier.
fn reviewed_before(target: &TargetFigure, days: &[(Uuid, Day)], period: Period) -> Option<(NaiveDate, Day)> {
    let (_, last) = days.last()?;
    if target.is_measured() || target.latest_state() == Some(TargetState::ToBeAgreed) {
        return None;
    }
    let measured_from = target.measured_at.as_ref()?.start(Some(&period))?;
    let is_judged = last.is_monitoring || measured_in(target, period).is_some();
    (is_judged && last.last < measured_from).then_some((measured_from, *last))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    // A status in March, and another area that is followed up after the measurement.
    |agreement, tape| {
        follow_up_elsewhere(agreement, tape);
        add(agreement, "2024-12", None, tape);
    },
    |agreement, tape| {
        follow_up_elsewhere(agreement, tape);
        add(agreement, "2024-12", None, tape);
        let added = agreement.focus_areas.last_mut().and_then(|area| area.follow_ups.last_mut());
        if let Some(one) = added {
            (one.when, one.done_on) = (in_december(), PartialDate::of_month(2024, 1));
        }
    },
    |agreement, tape| add(agreement, "2025-01", Some(FollowUpForm::QualityMonitoring), tape),
    |agreement, tape| {
        add(agreement, "2024-03", Some(FollowUpForm::QualityMonitoring), tape);
        let added = agreement.focus_areas.last_mut().and_then(|area| area.follow_ups.last_mut());
        if let Some(one) = added {
            one.done_on = PartialDate::of_month(2024, 1);
        }
    },
];

#[cfg(feature = "proptest")]
fn in_december() -> Option<When> {
    PartialDate::of_month(2024, 12).map(|on| When::Date { on: Some(on) })
}

/// Leaves a meeting in November, and adds an area that is followed up in December.
#[cfg(feature = "proptest")]
fn follow_up_elsewhere(agreement: &mut DevelopmentAgreement, tape: &mut Tape<'_>) {
    agreement.follow_ups = [meeting(tape.spare_id(9), tape)].into();
    let late = FollowUp { id: tape.spare_id(8), ..follow_up(in_december(), tape) };
    let id = tape.spare_id(11);
    agreement.focus_areas.push(FocusArea { id, follow_ups: [late].into(), ..area(tape) });
}

/// Adds an area with a figure and with its follow-up in March.
#[cfg(feature = "proptest")]
fn add(agreement: &mut DevelopmentAgreement, on: &str, form: Option<FollowUpForm>, tape: &mut Tape<'_>) {
    let measured_at = Some(When::Date { on: on.parse().ok() });
    let target = TargetFigure { measured_at, ..given_target(tape) };
    let named = FollowUp { form, targets: [target.id].into(), ..follow_up(in_march(), tape) };
    agreement.focus_areas.push(FocusArea {
        targets: [target].into(),
        follow_ups: [named].into(),
        ..area(tape)
    });
}

#[cfg(test)]
const AGREEMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
    "focusAreas": [{
        "id": "00000000-0000-4000-8000-000000000002",
        "targets": [
            { "id": "00000000-0000-4000-8000-000000000003", "measuredAt": { "date": { "on": "2024-11" } } }
        ],
        "followUps": [{
            "id": "00000000-0000-4000-8000-000000000011", "when": { "date": { "on": "2024-03-31" } },
            "targets": ["00000000-0000-4000-8000-000000000003"]
        }]
    }],
    "followUps": [{
        "id": "00000000-0000-4000-8000-000000000012", "when": { "date": { "on": "2024-12" } },
        "targets": ["00000000-0000-4000-8000-000000000003"]
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "year": 2024 }"#),
    // In the month of the measurement; a status on the way to the next year; a figure that is measured already, or is
    // to be agreed; and one that no follow-up names.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000003", "measuredAt": { "date": { "on": "2024-11-30" } } },
                    { "id": "00000000-0000-4000-8000-000000000004", "measuredAt": { "date": { "on": "2025-01" } } },
                    {
                        "id": "00000000-0000-4000-8000-000000000005", "state": "measured",
                        "measuredAt": { "date": { "on": "2024-12" } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000006", "state": "toBeAgreed",
                        "measuredAt": { "date": { "on": "2024-12" } }
                    },
                    { "id": "00000000-0000-4000-8000-000000000007", "measuredAt": { "date": { "on": "2025-01" } } }
                ],
                "followUps": [{
                    "id": "00000000-0000-4000-8000-000000000011", "when": { "date": { "on": "2024-11" } },
                    "form": "status",
                    "targets": [
                        "00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000004",
                        "00000000-0000-4000-8000-000000000005", "00000000-0000-4000-8000-000000000006"
                    ]
                }]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000012", "when": { "date": { "on": "2024-12" } } }
            ]
        }"#,
    ),
    // The figure is fixed in March, and the steering group decides on what comes after (1.3.4).
    accepts_with(
        AGREEMENT,
        r#"{
            "/focusAreas/0/followUps/1": { "id": "00000000-0000-4000-8000-000000000012", "when": { "decidedBy": { "name": "styregruppen" } } },
            "/followUps": null
        }"#,
    ),
    // The agreement as a whole names the figure later.
    accepts(AGREEMENT),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000003", "measuredAt": { "date": { "on": "2025-01-15" } } }
                    ],
                    "followUps": [{
                        "id": "00000000-0000-4000-8000-000000000011", "when": { "date": { "on": "2024-11" } },
                        "form": "qualityMonitoring", "targets": ["00000000-0000-4000-8000-000000000003"]
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000005", "measuredAt": { "date": { "on": "2024-11" } } }
                    ],
                    "followUps": [{
                        "id": "00000000-0000-4000-8000-000000000012", "when": { "date": { "on": "2024-11" } },
                        "form": "qualityMonitoring", "doneOn": "2024-05-10",
                        "targets": ["00000000-0000-4000-8000-000000000005"]
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006",
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000007", "measuredAt": { "date": { "on": "2024-11-01" } } }
                    ],
                    "followUps": [{
                        "id": "00000000-0000-4000-8000-000000000013", "when": { "date": { "on": "2024-10-31" } },
                        "form": "status", "targets": ["00000000-0000-4000-8000-000000000007"]
                    }]
                }
            ],
            "followUps": [
                {
                    "id": "00000000-0000-4000-8000-000000000014", "when": { "date": { "on": "2024-12" } },
                    "actions": ["00000000-0000-4000-8000-000000000009"]
                },
                { "id": "00000000-0000-4000-8000-000000000015", "when": { "date": { "on": "2024-10-31" } } }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/targets/0/measuredAt",
                "måltallet måles tidligst 15. januar 2025, men den sidste opfølgning på det er 30. november 2024",
                "the figure is measured on 15 January 2025 at the earliest, but is last followed up on 30 November 2024",
            ),
            not_met(
                "/focusAreas/1/targets/0/measuredAt",
                "måltallet måles tidligst 1. november 2024, men kvalitetsovervågningen af det er allerede gennemført (10. maj 2024)",
                "the figure is measured on 1 November 2024 at the earliest, but its quality monitoring has already been carried out (10 May 2024)",
            ),
            not_met(
                "/focusAreas/2/targets/0/measuredAt",
                "måltallet måles tidligst 1. november 2024, men den sidste opfølgning på det er 31. oktober 2024",
                "the figure is measured on 1 November 2024 at the earliest, but is last followed up on 31 October 2024",
            ),
        ],
    ),
    // A meeting on the whole agreement follows, which does not take the place of the monitoring.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000003", "measuredAt": { "date": { "on": "2024-11" } } }
                ],
                "followUps": [{
                    "id": "00000000-0000-4000-8000-000000000011", "when": { "date": { "on": "2024-10-31" } },
                    "form": "status", "targets": ["00000000-0000-4000-8000-000000000003"]
                }]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000012", "when": { "date": { "on": "2024-11-01" } } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000003", "measuredAt": { "date": { "on": "2024-11" } } }
                ],
                "followUps": [{
                    "id": "00000000-0000-4000-8000-000000000011", "when": { "date": { "on": "2024-10-31" } },
                    "form": "qualityMonitoring", "targets": ["00000000-0000-4000-8000-000000000003"]
                }]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000012", "when": { "date": { "on": "2024-12" } } }
            ]
        }"#,
        &[not_met(
            "/focusAreas/0/targets/0/measuredAt",
            "måltallet måles tidligst 1. november 2024, men den sidste opfølgning på det er 31. oktober 2024",
            "the figure is measured on 1 November 2024 at the earliest, but is last followed up on 31 October 2024",
        )],
    ),
    // Held in another month than planned; one that recurs is held again.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000003", "measuredAt": { "date": { "on": "2024-11-01" } } }
                    ],
                    "followUps": [{
                        "id": "00000000-0000-4000-8000-000000000011", "when": { "date": { "on": "2024-12-05" } },
                        "doneOn": "2024-10-31", "targets": ["00000000-0000-4000-8000-000000000003"]
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000005", "measuredAt": { "date": { "on": "2024-11-01" } } },
                        { "id": "00000000-0000-4000-8000-000000000006", "measuredAt": { "date": { "on": "2024-11-01" } } }
                    ],
                    "followUps": [
                        {
                            "id": "00000000-0000-4000-8000-000000000012", "when": { "date": { "on": "2024-10" } },
                            "doneOn": "2024-11-01", "targets": ["00000000-0000-4000-8000-000000000005"]
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000013", "when": { "timesAYear": { "times": 2 } },
                            "doneOn": "2024-05", "form": "qualityMonitoring",
                            "targets": ["00000000-0000-4000-8000-000000000006"]
                        }
                    ]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/0/targets/0/measuredAt",
            "måltallet måles tidligst 1. november 2024, men den sidste opfølgning på det er allerede gennemført (31. oktober 2024)",
            "the figure is measured on 1 November 2024 at the earliest, but its last follow-up has already taken place (31 October 2024)",
        )],
    ),
    // No follow-up at all comes after the measurement.
    refuses_with(
        AGREEMENT,
        r#"{ "/followUps": null }"#,
        &[not_evaluated("/focusAreas/0/targets/0/measuredAt", "AGR036")],
    ),
    // Meetings that recur come again, even where one is known to be held. What is measured, or still to be agreed, and a
    // follow-up on the day of the measuring.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000003", "measuredAt": { "date": { "on": "2024-10-31" } } },
                    { "id": "00000000-0000-4000-8000-000000000004", "measuredAt": { "date": { "on": "2024-10-31" } } },
                    { "id": "00000000-0000-4000-8000-000000000005", "measuredAt": { "date": { "on": "2024-10-31" } } },
                    { "id": "00000000-0000-4000-8000-000000000023", "measuredAt": { "date": { "on": "2024-10-31" } }, "state": "measured" },
                    { "id": "00000000-0000-4000-8000-000000000024", "measuredAt": { "date": { "on": "2024-10-31" } }, "state": "toBeAgreed" },
                    { "id": "00000000-0000-4000-8000-000000000043", "measuredAt": { "date": { "on": "2024-10-31" } } }
                ]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000006", "targets": ["00000000-0000-4000-8000-000000000003"], "when": { "timesAYear": { "times": 2 } }, "doneOn": "2024-01-10" },
                { "id": "00000000-0000-4000-8000-000000000007", "targets": ["00000000-0000-4000-8000-000000000004"], "when": { "monthDay": { "day": "--01-10" } }, "doneOn": "2024-01-10" },
                { "id": "00000000-0000-4000-8000-000000000008", "targets": ["00000000-0000-4000-8000-000000000005"], "doneOn": "2024-01-10" },
                {
                    "id": "00000000-0000-4000-8000-000000000026", "form": "qualityMonitoring",
                    "targets": ["00000000-0000-4000-8000-000000000023", "00000000-0000-4000-8000-000000000024"], "when": { "date": { "on": "2024-05-31" } }
                },
                { "id": "00000000-0000-4000-8000-000000000046", "form": "qualityMonitoring", "targets": ["00000000-0000-4000-8000-000000000043"], "when": { "date": { "on": "2024-10-31" } } }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/targets/1/measuredAt",
                "måltallet måles tidligst 31. oktober 2024, men den sidste opfølgning på det er allerede gennemført (10. januar 2024)",
                "the figure is measured on 31 October 2024 at the earliest, but its last follow-up has already taken place (10 January 2024)",
            ),
            not_met(
                "/focusAreas/0/targets/2/measuredAt",
                "måltallet måles tidligst 31. oktober 2024, men den sidste opfølgning på det er allerede gennemført (10. januar 2024)",
                "the figure is measured on 31 October 2024 at the earliest, but its last follow-up has already taken place (10 January 2024)",
            ),
        ],
    ),
];
