//! A list of duties says one thing about a building, a monitoring and the training of a member.

use crate::codes;
use crate::date::PartialDate;
use crate::duty::{BuildingReview, DailyDuties, HealthMonitoring, TrainedMember};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{self, sorted_of};
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{
    duty::{Improvements, ReviewedBuilding},
    rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT016,
    basis: Basis::Form,
    requirements: &["R-047", "R-048", "R-063", "R-064"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "buildingReview, healthMonitoring, training"),
        SourceRef::agreement("1.2"),
        SourceRef::agreement("1.3.1"),
        SourceRef::agreement("1.11.1"),
    ],
    title: Bilingual::new(
        "det fremgår entydigt, om borgere opholder sig i en bygning, hvad gennemgangen af den førte til, og hvornår en overvågning eller en uddannelse blev gennemført",
        "it is stated unambiguously whether citizens stay in a building, what its review led to, and when monitoring or training was completed",
    ),
    why: Bilingual::new(
        "Står det samme to gange, og passer de to linjer ikke sammen, er det uklart, om bygningen skal gennemgås, om noget mangler at blive gjort, eller om fristen blev overholdt.",
        "If the same thing is listed twice and the two entries differ, it is unclear whether the building is to be reviewed, whether something is left to be done, or whether the deadline was met.",
    ),
    remedy: Bilingual::new(
        "Behold den linje, der er rigtig. Er det to bygninger, overvågninger eller medlemmer, så giv dem hver sit navn, emne, tidspunkt eller rolle.",
        "Keep the line that is right. If they are two buildings, monitorings or members, give each its own name, topic, time or role.",
    ),
    example: Bilingual::new(
        "Hovedhuset står to gange: med borgere og uden.",
        "The main house is listed twice: with citizens and without.",
    ),
    ..Rule::DERIVED
};

message! {
    Both {}
    "bygningen står to gange: den ene gang opholder borgere sig der, den anden gang ikke",
    "the building is listed twice: once as a building in which citizens stay, and once as one in which they do not",
}

message! {
    OtherImprovements { first: Bilingual, again: Bilingual }
    "bygningen står to gange med samme gennemgang: den ene gang er forbedringerne {first}, den anden gang {again}",
    "the building is listed twice with the same review: once its improvements are {first}, and once {again}",
}

message! {
    MonitoredTwice { nth: u64, what: Bilingual, here: PartialDate, there: PartialDate }
    "overvågningen står også som nr. {nth} på listen: her {what} {here:i}, dér {there:i}",
    "the monitoring is also number {nth} on the list: {what} {here:on|in} here, but {there:on|in} there",
}

message! {
    TrainedTwice { nth: u64, here: PartialDate, there: PartialDate }
    "medlemmet står også under uddannelse nr. {nth}, som er den samme: her er den gennemført {here:i}, dér {there:i}",
    "the member is also listed with training number {nth}, which is the same: completed {here:on|in} here, but {there:on|in} there",
}

const CARRIED_OUT: Bilingual = Bilingual::new("er den gennemført", "carried out");
const REPORTED: Bilingual = Bilingual::new("er resultaterne rapporteret", "results reported");

pub(super) fn check(duties: &DailyDuties, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some(review) = &duties.building_review {
        buildings(review, &at.key("buildingReview"), cx);
    }
    let list = at.key("healthMonitoring");
    monitored(
        duties,
        |one| one.done_on,
        |n, facts| cx.not_met(&list.index(n).key("doneOn"), facts(CARRIED_OUT)),
    );
    monitored(
        duties,
        |one| one.reported_on,
        |n, facts| {
            cx.not_met(&list.index(n).key("reportedOn"), facts(REPORTED));
        },
    );
    trained(duties, at, cx);
}

/// Reported where a building differs from the first one with the same name.
fn buildings(review: &BuildingReview, at: &Path<'_>, cx: &mut Checker<'_>) {
    let said = review
        .buildings
        .iter()
        .enumerate()
        .filter_map(|(n, one)| Some((Folded::stated(one.name.as_ref())?, n, one.used_by_citizens?)));
    let list = at.key("buildings");
    sorted::each_other_answer(&said, |n| cx.not_met(&list.index(n), Both {}));
    // A building can be reviewed again on another day.
    let reviews = review.buildings.iter().enumerate().filter_map(|(n, one)| {
        Some(((Folded::stated(one.name.as_ref())?, Some(one.reviewed_on?)), n))
            .filter(|_| one.improvements.is_some())
    });
    let improvements = |n: usize| review.buildings.get(n).and_then(|one| one.improvements);
    sorted::each_repeated_key(&reviews, |_, first, n| {
        if let (Some(first), Some(again)) = (improvements(first), improvements(n))
            && first != again
        {
            let facts = OtherImprovements { first: first.label(), again: again.label() };
            cx.not_met(&list.index(n).key("improvements"), facts);
        }
    });
}

/// Calls `each` with every monitoring that has another day than one of the same topic, time and areas.
fn monitored(
    duties: &DailyDuties,
    day: fn(&HealthMonitoring) -> Option<PartialDate>,
    mut each: impl FnMut(usize, &dyn Fn(Bilingual) -> MonitoredTwice),
) {
    let all = &duties.health_monitoring;
    if all.len() < 2 {
        return;
    }
    let dated = all.iter().enumerate().filter_map(|(n, one)| {
        let key = (Folded::stated(one.topic.as_ref())?, one.when.as_ref()?.days(None)?, one.area_names());
        Some(((key.0, key.1.start, key.1.end, key.2), day(one)?.last_day(), n))
    });
    let day = |n: usize| all.get(n).and_then(day);
    sorted_of(&dated, |dated| {
        for same in dated.chunk_by(|one, other| one.0 == other.0) {
            // The one that ends first can be at the time of all that begin by then.
            let Some(((_, end, first), others)) = same.split_first() else { continue };
            for (.., n) in others {
                if let (Some(here), Some(there)) = (day(*n), day(*first))
                    && here.first_day() > *end
                {
                    let nth = ordinal(*first);
                    each(*n, &|what| MonitoredTwice { nth, what, here, there });
                }
            }
        }
    });
}

/// Finds members who completed one training on two days. Several members of one training with one role and start are not
/// told apart.
fn trained(duties: &DailyDuties, at: &Path<'_>, cx: &mut Checker<'_>) {
    if duties.training.len() < 2 {
        return;
    }
    let members = duties.training.iter().enumerate().flat_map(|(training, one)| {
        let text = Folded::stated(one.text.as_ref());
        one.members.iter().enumerate().filter_map(move |(n, one)| {
            let (year, month) = one.term()?;
            Some(((text?, Folded::stated(one.role.as_ref())?, year, month), [training, n]))
        })
    });
    let list = at.key("training");
    let completed_on = |[training, n]: [usize; 2]| -> Option<PartialDate> {
        duties.training.get(training)?.members.get(n).and_then(|one: &TrainedMember| one.completed_on)
    };
    sorted_of(&members, |members| {
        for same in members.chunk_by(|one, other| one.0 == other.0) {
            if same.is_sorted_by(|(_, [one, _]), (_, [other, _])| one < other) {
                let dated = || same.iter().filter_map(|(_, place)| Some((*place, completed_on(*place)?)));
                let Some((first, there)) = dated().min_by_key(|(_, on)| on.last_day()) else { continue };
                for (place, here) in dated().filter(|(_, on)| there.ends_before(*on)) {
                    let ([training, n], [nth, _]) = (place, first);
                    let Some(one) = duties.training.get(training) else { continue };
                    let members = list.item(training, one.id);
                    let facts = TrainedTwice { nth: ordinal(nth), here, there };
                    cx.not_met(&members.key("members").index(n).key("completedOn"), facts);
                }
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DailyDuties> = &[
    |duties, tape| {
        let Some(review) = &mut duties.building_review else { return };
        let Some(first) = review.buildings.first_mut() else { return };
        first.name = Some((*tape.pick(&["Hovedhuset", " hovedhuset "])).into());
        let again = ReviewedBuilding {
            name: Some("Hovedhuset".into()),
            used_by_citizens: first.used_by_citizens.map(|used| !used),
            ..ReviewedBuilding::default()
        };
        review.buildings.push(again);
    },
    |duties, _| {
        let Some(review) = &mut duties.building_review else { return };
        let Some(first) = review.buildings.first_mut() else { return };
        first.name = Some("Hovedhuset".into());
        first.reviewed_on = PartialDate::of_month(2024, 1);
        first.improvements = Some(Improvements::CarriedOut);
        let again = ReviewedBuilding { improvements: Some(Improvements::Planned), ..first.clone() };
        review.buildings.push(again);
    },
    |duties, _| {
        let Some(first) = duties.health_monitoring.first_mut() else { return };
        first.done_on = "2023-11-02".parse().ok();
        let again = HealthMonitoring { done_on: "2023-11-09".parse().ok(), ..first.clone() };
        duties.health_monitoring.push(again);
    },
    |duties, _| {
        let Some(first) = duties.health_monitoring.first_mut() else { return };
        first.reported_on = "2024-01-02".parse().ok();
        let again = HealthMonitoring { reported_on: "2024-01-09".parse().ok(), ..first.clone() };
        duties.health_monitoring.push(again);
    },
    |duties, tape| {
        let Some(first) = duties.training.first_mut() else { return };
        first.members.truncate(1);
        let mut again = first.clone();
        again.id = tape.spare_id(1);
        again.members.iter_mut().for_each(|one| one.completed_on = PartialDate::of_month(2023, 11));
        duties.training.push(again);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The same answer twice, no answer, and no name.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "buildingReview": {
            "buildings": [
                { "name": "Hovedhuset", "usedByCitizens": true }, { "name": "Hovedhuset", "usedByCitizens": true },
                { "name": "Hovedhuset" }, { "name": "Garagen", "usedByCitizens": false },
                { "name": " ", "usedByCitizens": true }, { "usedByCitizens": false }
            ]
        } }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "buildingReview": {
            "buildings": [
                { "name": "Hovedhuset", "usedByCitizens": true }, { "name": "Garagen", "usedByCitizens": true },
                { "name": " hovedhuset", "usedByCitizens": false }
            ]
        } }"#,
        &[not_met(
            "/buildingReview/buildings/2",
            "bygningen står to gange: den ene gang opholder borgere sig der, den anden gang ikke",
            "the building is listed twice: once as a building in which citizens stay, and once as one in which they do not",
        )],
    ),
    // The same day, another day, no day, and no answer.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "buildingReview": {
            "buildings": [
                { "name": "Hovedhuset", "reviewedOn": "2023-04-09", "improvements": "planned" },
                { "name": "Hovedhuset", "reviewedOn": "2023-04-09", "improvements": "planned" },
                { "name": "Hovedhuset", "reviewedOn": "2023-10-09", "improvements": "carriedOut" },
                { "name": "Hovedhuset", "reviewedOn": "2023-04-09" },
                { "name": "Garagen", "improvements": "needed" }, { "name": "Garagen", "improvements": "planned" },
                { "reviewedOn": "2023-04-09", "improvements": "needed" }, { "reviewedOn": "2023-04-09", "improvements": "planned" }
            ]
        } }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "buildingReview": {
            "buildings": [
                { "name": "Hovedhuset", "reviewedOn": "2023-04-09", "improvements": "carriedOut" },
                { "name": "hovedhuset ", "reviewedOn": "2023-04-09", "improvements": "planned" }
            ]
        } }"#,
        &[not_met(
            "/buildingReview/buildings/1/improvements",
            "bygningen står to gange med samme gennemgang: den ene gang er forbedringerne gennemført, den anden gang planlagt",
            "the building is listed twice with the same review: once its improvements are carried out, and once planned",
        )],
    ),
    // One of two in the month of the other, other areas, another time, no time, no topic, and one that is not done.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "healthMonitoring": [
            { "topic": "Screening", "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-17" },
            { "topic": "screening", "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10", "reportedOn": "2023-11" },
            { "topic": "Screening", "when": { "date": { "on": "2023-10" } } },
            { "topic": "Screening", "areas": [{ "name": "Søvn" }], "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-19" },
            { "topic": "Screening", "when": { "date": { "on": "2023-11" } }, "doneOn": "2023-11-19" },
            { "topic": "Screening", "doneOn": "2023-12-19" },
            { "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-20" }
        ] }"#,
    ),
    // In any order, the one that ends first is the one that the others are compared with.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "healthMonitoring": [
            {
                "topic": "Screening", "areas": [{ "name": "Søvn" }, { "name": "Ernæring" }],
                "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-28", "reportedOn": "2023-11-12"
            },
            {
                "topic": "screening", "areas": [{ "name": "ernæring" }, { "name": "Søvn" }],
                "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-17", "reportedOn": "2023-12"
            }
        ] }"#,
        &[
            not_met(
                "/healthMonitoring/0/doneOn",
                "overvågningen står også som nr. 2 på listen: her er den gennemført 28. oktober 2023, dér 17. oktober 2023",
                "the monitoring is also number 2 on the list: carried out on 28 October 2023 here, but on 17 October 2023 there",
            ),
            not_met(
                "/healthMonitoring/1/reportedOn",
                "overvågningen står også som nr. 1 på listen: her er resultaterne rapporteret i december 2023, dér 12. november 2023",
                "the monitoring is also number 1 on the list: results reported in December 2023 here, but on 12 November 2023 there",
            ),
        ],
    ),
    // Another training, role or time; one of two members with that role; no start, and not completed.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "training": [
            { "id": "00000000-0000-4000-8000-000000000011", "text": "Arbejdsmiljø", "members": [
                { "role": "leder", "startedOn": "2023-06-01", "completedOn": "2023-08-01" },
                { "role": "AMR", "startedOn": "2023-06-01", "completedOn": "2023-08-01" },
                { "role": "AMR", "startedOn": "2023-06-15" },
                { "role": "suppleant", "completedOn": "2023-08-01" }, { "role": "formand", "startedOn": "2023-06" }
            ] },
            { "id": "00000000-0000-4000-8000-000000000012", "text": "Arbejdsmiljø", "members": [
                { "role": "leder", "startedOn": "2023-07-01", "completedOn": "2023-09-01" },
                { "role": "AMR", "startedOn": "2023-06-01", "completedOn": "2023-09-01" },
                { "role": "suppleant", "completedOn": "2023-09-01" },
                { "role": "formand", "startedOn": "2023-06", "completedOn": "2023-09-01" }
            ] },
            { "id": "00000000-0000-4000-8000-000000000013", "text": "Førstehjælp", "members": [
                { "role": "leder", "startedOn": "2023-06-01", "completedOn": "2023-09-01" }
            ] },
            { "id": "00000000-0000-4000-8000-000000000014", "members": [
                { "role": "leder", "startedOn": "2023-06-01", "completedOn": "2023-09-01" }
            ] }
        ] }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "training": [
            { "id": "00000000-0000-4000-8000-000000000011", "text": "Arbejdsmiljøuddannelsen", "members": [
                { "role": "leder", "startedOn": "2023-06-01", "completedOn": "2023-08-10" }
            ] },
            { "id": "00000000-0000-4000-8000-000000000012", "text": "arbejdsmiljøuddannelsen", "members": [
                { "role": "Leder", "startedOn": "2023-06", "completedOn": "2023-07-28" }
            ] }
        ] }"#,
        &[not_met(
            "/training/0/members/0/completedOn",
            "medlemmet står også under uddannelse nr. 2, som er den samme: her er den gennemført 10. august 2023, dér 28. juli 2023",
            "the member is also listed with training number 2, which is the same: completed on 10 August 2023 here, but on 28 July 2023 there",
        )],
    ),
    // Its name is stated once more, without what the review led to.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "buildingReview": {
                "buildings": [
                    { "name": "A", "reviewedOn": "2024-01-10" },
                    { "name": "A", "reviewedOn": "2024-01-10", "improvements": "notNeeded" },
                    { "name": "A", "reviewedOn": "2024-01-10", "improvements": "planned" }
                ]
            }
        }"#,
        &[not_met(
            "/buildingReview/buildings/2/improvements",
            "bygningen står to gange med samme gennemgang: den ene gang er forbedringerne ikke nødvendige, den anden gang planlagt",
            "the building is listed twice with the same review: once its improvements are not needed, and once planned",
        )],
    ),
];
