//! A guideline that was revised because of monitoring is monitored again.

use chrono::NaiveDate;

use crate::agreement::{DevelopmentAgreement, FollowUp, GuidelineRevision};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::sorted_of;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up},
    crate::agreement::FocusArea,
    crate::date::When,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR058,
    requirements: &["S-014"],
    sources: &[SourceRef::agreement("1.9"), SourceRef::agreement("1.9.2")],
    title: Bilingual::new(
        "en retningslinje, der er revideret efter en overvågning, bliver overvåget igen",
        "a guideline that was revised after monitoring is monitored again",
    ),
    why: Bilingual::new(
        "Først en ny overvågning viser, om revisionen hjalp. Opfølgningen behøver ikke at have en dato, og om den er en kvalitetsovervågning, afgør parterne.",
        "Only new monitoring shows whether the revision helped. The follow-up need not have a date, and the parties decide whether it is quality monitoring.",
    ),
    remedy: Bilingual::new(
        "Lad fund, revision og ny overvågning følge efter hinanden: ret den dato, der er forkert, eller skriv, ved hvilken opfølgning den reviderede retningslinje overvåges.",
        "Let finding, revision and new monitoring follow one another: correct the date that is wrong, or say in which follow-up the revised guideline is monitored.",
    ),
    example: Bilingual::new(
        "1.9: overvågningen viste mangler i retningslinjen, som blev revideret; uden 1.9.2 ville ingen undersøge, om det hjalp.",
        "1.9: monitoring found gaps in the guideline, which was revised; without 1.9.2 nobody would see whether that helped.",
    ),
    ..Rule::DERIVED
};

message! {
    NotMonitored {}
    "retningslinjen er revideret efter en overvågning, men det fremgår ikke, hvornår den overvåges igen",
    "the guideline was revised after monitoring, and it is not stated when it is monitored again",
}

message! {
    RevisedBefore { revised_on: PartialDate, found_on: PartialDate }
    "retningslinjen er revideret ({revised_on}), før det fund, som den svarer på ({found_on})",
    "the guideline was revised ({revised_on}) before the finding that it answers ({found_on})",
}

message! {
    MonitoredBefore { monitored: NaiveDate, revised_on: PartialDate }
    "den nye overvågning ligger senest {monitored}, før retningslinjen er revideret ({revised_on})",
    "the new monitoring is on {monitored} at the latest, before the guideline is revised ({revised_on})",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if agreement.focus_areas.iter().all(|area| area.revisions.is_empty()) {
        return;
    }
    let period = agreement.running_period();
    let last_day = |one: &FollowUp| match one.done_on {
        Some(on) => Some(on.last_day()),
        None => one.deadline(period.as_ref()),
    };
    let days = agreement.all_follow_ups().map(|one| (one.id.uuid().as_u128(), last_day(one)));
    sorted_of(&days, |days| {
        let areas = at.key("focusAreas");
        for (n, area) in agreement.focus_areas.iter().enumerate() {
            let area_at = areas.item(n, area.id);
            let list = area_at.key("revisions");
            for (n, one) in area.revisions.iter().enumerate() {
                judge(one, days, &list.index(n), cx);
            }
        }
    });
}

fn judge(one: &GuidelineRevision, days: &[(u128, Option<NaiveDate>)], at: &Path<'_>, cx: &mut Checker<'_>) {
    if let (Some(revised_on), Some(found_on)) = (one.revised_on, one.found_on)
        && revised_on.ends_before(found_on)
    {
        cx.not_met(at, RevisedBefore { revised_on, found_on });
    }
    let Some(monitored_by) = one.monitored_by else {
        return cx.not_met(at, NotMonitored {});
    };
    // Whether there is such a follow-up is for DOC002 to say.
    let of_it = crate::sorted::of(days, monitored_by.uuid().as_u128()).first();
    if let (Some((_, Some(monitored))), Some(revised_on)) = (of_it, one.revised_on)
        && *monitored < revised_on.first_day()
    {
        cx.not_met(at, MonitoredBefore { monitored: *monitored, revised_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| add(agreement, |_| GuidelineRevision::default(), tape),
    |agreement, tape| {
        let revised = |monitored_by| GuidelineRevision {
            found_on: PartialDate::of_year(2023),
            revised_on: PartialDate::of_year(2022),
            monitored_by,
            ..GuidelineRevision::default()
        };
        add(agreement, revised, tape);
    },
    |agreement, tape| {
        let [monitored_on, revised_on] =
            [10, 12].map(|day| PartialDate::of_day(chrono::NaiveDate::from_ymd_opt(2024, 1, day)?).ok());
        let revised =
            |monitored_by| GuidelineRevision { revised_on, monitored_by, ..GuidelineRevision::default() };
        add_monitored(agreement, monitored_on, revised, tape);
    },
];

/// Adds an area with a follow-up in November 2024, and with what was revised.
#[cfg(feature = "proptest")]
fn add(
    agreement: &mut DevelopmentAgreement,
    revised: impl FnOnce(Option<crate::id::Id<FollowUp>>) -> GuidelineRevision,
    tape: &mut Tape<'_>,
) {
    add_monitored(agreement, PartialDate::of_month(2024, 11), revised, tape);
}

#[cfg(feature = "proptest")]
fn add_monitored(
    agreement: &mut DevelopmentAgreement,
    on: Option<PartialDate>,
    revised: impl FnOnce(Option<crate::id::Id<FollowUp>>) -> GuidelineRevision,
    tape: &mut Tape<'_>,
) {
    let follow_up = follow_up(on.map(|on| When::Date { on: Some(on) }), tape);
    let revisions = [revised(Some(follow_up.id))].into();
    agreement.focus_areas.push(FocusArea { follow_ups: [follow_up].into(), revisions, ..area(tape) });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // As in 1.9; the follow-up can be one of the whole agreement, and need not have a date.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "followUps": [{ "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2024-11" } } }],
                "revisions": [
                    { "foundOn": "2023", "revisedOn": "2023", "monitoredBy": "00000000-0000-4000-8000-000000000003" },
                    { "revisedOn": "2024-11-30", "monitoredBy": "00000000-0000-4000-8000-000000000003" },
                    { "revisedOn": "2024", "monitoredBy": "00000000-0000-4000-8000-000000000004" }
                ]
            }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000004", "when": { "schedule": {} } }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "followUps": [{
                    "id": "00000000-0000-4000-8000-000000000003",
                    "when": { "date": { "on": "2024-11" } }, "doneOn": "2024-12-03"
                }],
                "revisions": [
                    { "guideline": "forebyggelse af overgreb" },
                    { "foundOn": "2024-02", "revisedOn": "2024-01", "monitoredBy": "00000000-0000-4000-8000-000000000003" },
                    { "revisedOn": "2024-12-04", "monitoredBy": "00000000-0000-4000-8000-000000000003" }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/revisions/0",
                "retningslinjen er revideret efter en overvågning, men det fremgår ikke, hvornår den overvåges igen",
                "the guideline was revised after monitoring, and it is not stated when it is monitored again",
            ),
            not_met(
                "/focusAreas/0/revisions/1",
                "retningslinjen er revideret (januar 2024), før det fund, som den svarer på (februar 2024)",
                "the guideline was revised (January 2024) before the finding that it answers (February 2024)",
            ),
            not_met(
                "/focusAreas/0/revisions/2",
                "den nye overvågning ligger senest 3. december 2024, før retningslinjen er revideret (4. december 2024)",
                "the new monitoring is on 3 December 2024 at the latest, before the guideline is revised (4 December 2024)",
            ),
        ],
    ),
    // The last area has nothing revised. Both fall in the month of the other.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "followUps": [
                        { "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-01" },
                        { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024-05-15" } } }
                    ],
                    "revisions": [
                        { "revisedOn": "2024-01-10", "monitoredBy": "00000000-0000-4000-8000-000000000003" },
                        { "revisedOn": "2024-05", "monitoredBy": "00000000-0000-4000-8000-000000000004" }
                    ]
                },
                { "id": "00000000-0000-4000-8000-000000000005" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000005" },
                { "id": "00000000-0000-4000-8000-000000000002", "revisions": [{ "revisedOn": "2024-01-10" }] }
            ]
        }"#,
        &[not_met(
            "/focusAreas/1/revisions/0",
            "retningslinjen er revideret efter en overvågning, men det fremgår ikke, hvornår den overvåges igen",
            "the guideline was revised after monitoring, and it is not stated when it is monitored again",
        )],
    ),
];
