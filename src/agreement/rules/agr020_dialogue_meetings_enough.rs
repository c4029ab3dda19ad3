//! There are as many dialogue meetings as the agreement and the profile assume.

use super::dialogue_meetings;
use crate::agreement::{DevelopmentAgreement, FollowUp, FollowUpForm};
use crate::codes;
use crate::date::{Period, When};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::{self, Bilingual};

#[cfg(test)]
use crate::report::{Figures, Profile};
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_assessable, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up, meeting},
    crate::agreement::FocusArea,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR020,
    requirements: &["R-018"],
    sources: &[SourceRef::agreement("3"), SourceRef::agreement("1.12.4")],
    title: Bilingual::new(
        "antallet af dialogmøder svarer til det, aftalen forudsætter",
        "there are as many dialogue meetings as the agreement assumes",
    ),
    why: Bilingual::new(
        "Det, der skal drøftes på et dialogmøde, bliver måske ikke drøftet, hvis mødet ikke er aftalt.",
        "What is to be discussed at a dialogue meeting may not be discussed if the meeting is not agreed.",
    ),
    remedy: Bilingual::new(
        "Aftal de dialogmøder, der mangler, ret datoen for et møde, der ligger efter aftalens periode, eller ret det antal, der forudsættes. Holder et område sine egne dialogmøder, er der intet at rette.",
        "Agree the missing dialogue meetings, correct the date of a meeting after the period of the agreement, or correct the number that is assumed. If an area has dialogue meetings of its own, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "En aftale, hvor opfølgningen i 1.12.4 skal drøftes »ved dialogmøder 2 gange årligt«, men hvor kapitel 3 kun nævner ét.",
        "An agreement in which the follow-up in 1.12.4 is to be discussed at dialogue meetings twice a year, while chapter 3 names only one.",
    ),
    ..Rule::DERIVED
};

message! {
    TooFew { agreed: u64, needed: u64 }
    "der skal være {needed:dialogmøde|dialogmøder} om året om hele aftalen, men aftalen nævner kun {agreed}",
    "there should be {needed:dialogue meeting|dialogue meetings} a year about the whole agreement, but it names only {agreed}",
}

message! {
    TooFewInYears { agreed: u64, needed: u64, years: u64 }
    "der skal være {needed:dialogmøde|dialogmøder} om hele aftalen på {years:år|år}, men aftalen nævner kun {agreed}",
    "there should be {needed:dialogue meeting|dialogue meetings} about the whole agreement in {years:year|years}, but it names only {agreed}",
}

message! {
    FewerThanOfArea { agreed: u64, needed: u64 }
    "der følges op på et område på {needed:dialogmøde|dialogmøder} om året, men aftalen nævner kun {agreed} om hele aftalen",
    "an area is followed up at {needed:dialogue meeting|dialogue meetings} a year, but the agreement names only {agreed} about the whole agreement",
}

message! {
    FewerThanOfAreaInYears { agreed: u64, needed: u64, years: u64 }
    "der følges op på et område på {needed:dialogmøde|dialogmøder} i løbet af {years:år|år}, men aftalen nævner kun {agreed} om hele aftalen",
    "an area is followed up at {needed:dialogue meeting|dialogue meetings} in {years:year|years}, but the agreement names only {agreed} about the whole agreement",
}

message! {
    NoMeeting { needed: u64 }
    "der skal være {needed:dialogmøde|dialogmøder} om året om hele aftalen, men aftalen nævner ingen",
    "there should be {needed:dialogue meeting|dialogue meetings} a year about the whole agreement, but it names none",
}

message! {
    SomeLater { agreed: u64, needed: u64, later: u64 }
    "der skal være {needed:dialogmøde|dialogmøder} om hele aftalen i dens periode, men kun {agreed} ligger i den; {later:møde|møder} ligger senere",
    "there should be {needed:dialogue meeting|dialogue meetings} about the whole agreement in its period, but only {agreed:is|are} in it; {later:meeting is|meetings are} later",
}

message! {
    AllLater { needed: u64, later: u64 }
    "der skal være {needed:dialogmøde|dialogmøder} om hele aftalen i dens periode, men ingen ligger i den; {later:møde|møder} ligger senere",
    "there should be {needed:dialogue meeting|dialogue meetings} about the whole agreement in its period, but none is in it; {later:meeting is|meetings are} later",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let of_areas = agreement.focus_areas.iter().flat_map(|area| &area.follow_ups);
    let of_areas = of_areas.filter_map(|one| match (one.form, &one.when) {
        (Some(FollowUpForm::DialogueMeeting), Some(When::TimesAYear { times: Some(times) })) => {
            Some(u64::from(*times))
        }
        _ => None,
    });
    let local =
        cx.context().profile().figures().dialogue_meetings.map(u64::from).filter(|number| *number > 0);
    let of_areas = of_areas.max();
    let needed = of_areas.max(local).unwrap_or_default();
    let years = agreement.whole_years();
    let period = agreement.running_period().filter(Period::is_ordered);
    let is_later = |one: &&FollowUp| {
        let due = one.when.as_ref().and_then(|when| when.due(period.as_ref()));
        period.zip(due).is_some_and(|(period, due)| due.first_day() > period.end)
    };
    let inside = dialogue_meetings(agreement).filter(|one| !is_later(one));
    let agreed = inside.map(|one| times(one, years)).fold(0, u64::saturating_add);
    if agreed >= needed.saturating_mul(years) {
        return;
    }
    let later = text::count(dialogue_meetings(agreement).filter(is_later).count());
    if later > 0 {
        let needed = needed.saturating_mul(years);
        return match agreed {
            0 => cx.not_met(at, AllLater { needed, later }),
            _ => cx.not_met(at, SomeLater { agreed, needed, later }),
        };
    }
    match (agreed, local) {
        // Only the area assumes meetings, and the agreement does not mention its own.
        (0, None) => cx.not_assessable(at, MEETINGS),
        (0, Some(needed)) => cx.not_met(at, NoMeeting { needed }),
        // Those of an area can be its own.
        _ if of_areas > local && years > 1 => {
            cx.not_met(at, FewerThanOfAreaInYears { agreed, needed: needed.saturating_mul(years), years });
        }
        _ if of_areas > local => cx.not_met(at, FewerThanOfArea { agreed, needed }),
        _ if years > 1 => {
            cx.not_met(at, TooFewInYears { agreed, needed: needed.saturating_mul(years), years });
        }
        _ => cx.not_met(at, TooFew { agreed, needed }),
    }
}

const MEETINGS: Bilingual =
    Bilingual::new("dialogmøder om hele aftalen", "dialogue meetings about the whole agreement");

/// How many meetings one entry stands for, in all years. One without a time is one meeting; continuous ones are enough.
fn times(meeting: &FollowUp, years: u64) -> u64 {
    match meeting.when {
        Some(When::TimesAYear { times: Some(times) }) => u64::from(times).saturating_mul(years),
        Some(When::MonthDay { .. }) => years,
        Some(When::Continuously) => u64::MAX,
        _ => 1,
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        count_on_three(agreement, tape);
        agreement.follow_ups = [meeting(tape.spare_id(6), tape)].into();
    },
    |agreement, tape| {
        count_on_three(agreement, tape);
        agreement.follow_ups.iter_mut().for_each(|one| one.form = None);
    },
];

/// Lets an area assume three dialogue meetings a year.
#[cfg(feature = "proptest")]
fn count_on_three(agreement: &mut DevelopmentAgreement, tape: &mut Tape<'_>) {
    let form = Some(FollowUpForm::DialogueMeeting);
    let follow_up = FollowUp { form, ..follow_up(Some(When::TimesAYear { times: Some(3) }), tape) };
    agreement.focus_areas.push(FocusArea { follow_ups: [follow_up].into(), ..area(tape) });
}

#[cfg(test)]
fn two() -> Profile {
    Profile::named("two").with_figures(Figures { dialogue_meetings: Some(2), ..Figures::GENERAL })
}

#[cfg(test)]
const ONE: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "followUps": [
        { "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting" },
        { "id": "00000000-0000-4000-8000-000000000003", "form": "status", "when": { "date": { "on": "2024-ultimo" } } }
    ]
}"#;

#[cfg(test)]
const YEAR: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
    "followUps": [
        { "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting", "when": { "date": { "on": "2024-medio" } } },
        { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "when": { "date": { "on": "2024-12-31" } } }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // No number of meetings is assumed.
    accepts(ONE),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "followUps": [
                    { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "when": { "timesAYear": { "times": 2 } } },
                    { "id": "00000000-0000-4000-8000-000000000004", "form": "status", "when": { "timesAYear": { "times": 12 } } }
                ]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000005", "form": "dialogueMeeting", "when": { "date": { "on": "2024-medio" } } },
                { "id": "00000000-0000-4000-8000-000000000006", "form": "dialogueMeeting", "when": { "date": { "on": "2024-ultimo" } } }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting", "when": { "timesAYear": { "times": 2 } } }]
        }"#,
    )
    .under(two),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting", "when": "continuously" }] }"#)
        .under(two),
    // Two years: one meeting in each is enough for one a year, and not for two.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2013-01-01", "end": "2014-12-31" },
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting", "when": { "timesAYear": { "times": 2 } } }]
        }"#,
    )
    .under(two),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2013-01-01", "end": "2014-12-31" },
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "form": "dialogueMeeting", "when": { "date": { "on": "2013-medio" } } },
                { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "when": { "monthDay": { "day": "--12-01" } } }
            ]
        }"#,
        &[not_met(
            "",
            "der skal være 4 dialogmøder om hele aftalen på 2 år, men aftalen nævner kun 3",
            "there should be 4 dialogue meetings about the whole agreement in 2 years, but it names only 3",
        )],
    )
    .under(two),
    // On the last day of the year; a third meeting afterwards; and one that is not in the year.
    accepts(YEAR).under(two),
    accepts_with(
        YEAR,
        r#"{ "/followUps/2": { "id": "00000000-0000-4000-8000-000000000004", "form": "dialogueMeeting", "when": { "date": { "on": "2025-02" } } } }"#,
    )
    .under(two),
    accepts_with(YEAR, r#"{ "/followUps/1/when/date/on": "2025-01-01" }"#),
    refuses_with(
        YEAR,
        r#"{ "/followUps/1/when/date/on": "2025-01-01" }"#,
        &[not_met(
            "",
            "der skal være 2 dialogmøder om hele aftalen i dens periode, men kun 1 ligger i den; 1 møde ligger senere",
            "there should be 2 dialogue meetings about the whole agreement in its period, but only 1 is in it; 1 meeting is later",
        )],
    )
    .under(two),
    refuses_with(
        YEAR,
        r#"{ "/followUps/0/when/date/on": "2025-medio", "/followUps/1/when/date/on": "2025-ultimo" }"#,
        &[not_met(
            "",
            "der skal være 2 dialogmøder om hele aftalen i dens periode, men ingen ligger i den; 2 møder ligger senere",
            "there should be 2 dialogue meetings about the whole agreement in its period, but none is in it; 2 meetings are later",
        )],
    )
    .under(two),
    // A meeting of one area is not one about the whole agreement.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "followUps": [
                    { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "when": { "timesAYear": { "times": 2 } } }
                ]
            }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000005", "form": "dialogueMeeting", "when": { "date": { "on": "2024-medio" } } }]
        }"#,
        &[not_met(
            "",
            "der følges op på et område på 2 dialogmøder om året, men aftalen nævner kun 1 om hele aftalen",
            "an area is followed up at 2 dialogue meetings a year, but the agreement names only 1 about the whole agreement",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2013-03-01", "end": "2015-02-28" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "followUps": [
                    { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "when": { "timesAYear": { "times": 2 } } }
                ]
            }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000005", "form": "dialogueMeeting", "when": { "monthDay": { "day": "--06-01" } } }]
        }"#,
        &[not_met(
            "",
            "der følges op på et område på 4 dialogmøder i løbet af 2 år, men aftalen nævner kun 2 om hele aftalen",
            "an area is followed up at 4 dialogue meetings in 2 years, but the agreement names only 2 about the whole agreement",
        )],
    ),
    refuses(
        ONE,
        &[not_met(
            "",
            "der skal være 2 dialogmøder om året om hele aftalen, men aftalen nævner kun 1",
            "there should be 2 dialogue meetings a year about the whole agreement, but it names only 1",
        )],
    )
    .under(two),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_met(
            "",
            "der skal være 2 dialogmøder om året om hele aftalen, men aftalen nævner ingen",
            "there should be 2 dialogue meetings a year about the whole agreement, but it names none",
        )],
    )
    .under(two),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "followUps": [
                    { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "when": { "timesAYear": { "times": 1 } } }
                ]
            }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2024-medio" } } }]
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: dialogmøder om hele aftalen",
            "cannot be assessed; missing: dialogue meetings about the whole agreement",
        )],
    ),
    // Two areas assume meetings: the larger number counts.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "followUps": [
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting",
                        "when": { "timesAYear": { "times": 1 } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000004", "form": "dialogueMeeting",
                        "when": { "timesAYear": { "times": 2 } }
                    }
                ]
            }],
            "followUps": [{
                "id": "00000000-0000-4000-8000-000000000005", "form": "dialogueMeeting",
                "when": { "date": { "on": "2024-05" } }
            }]
        }"#,
        &[not_met(
            "",
            "der følges op på et område på 2 dialogmøder om året, men aftalen nævner kun 1 om hele aftalen",
            "an area is followed up at 2 dialogue meetings a year, but the agreement names only 1 about the whole agreement",
        )],
    ),
    // The profile has fewer than an area; and it has two where the agreement names none.
    refuses(
        AREA_OF_THREE,
        &[not_met(
            "",
            "der skal være 2 dialogmøder om året om hele aftalen, men aftalen nævner ingen",
            "there should be 2 dialogue meetings a year about the whole agreement, but it names none",
        )],
    )
    .under(two),
];

#[cfg(test)]
const AREA_OF_THREE: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "focusAreas": [{
        "id": "00000000-0000-4000-8000-000000000002",
        "followUps": [
            { "id": "00000000-0000-4000-8000-000000000003", "form": "dialogueMeeting", "when": { "timesAYear": { "times": 3 } } }
        ]
    }]
}"#;
