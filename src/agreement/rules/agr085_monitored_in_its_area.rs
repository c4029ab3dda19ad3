//! A revised guideline is monitored where it was revised.

use crate::agreement::{DevelopmentAgreement, FollowUpForm};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::section::SectionNumber;
use crate::sorted::{self, sorted_of};
use crate::text::{Bilingual, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up, in_march},
    crate::agreement::{FocusArea, FollowUp, GuidelineRevision},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR085,
    requirements: &["S-014"],
    sources: &[SourceRef::agreement("1.9"), SourceRef::agreement("1.9.2")],
    title: Bilingual::new(
        "en revideret retningslinje overvåges ved en opfølgning på sit eget område",
        "a revised guideline is monitored by a follow-up of its own area",
    ),
    why: Bilingual::new(
        "Opfølgningen på et andet område handler om noget andet. En kvalitetsovervågning kan dække flere områder, og det kan en opfølgning på hele aftalen også.",
        "The follow-up of another area is about something else. Quality monitoring can cover several areas, and so can a follow-up of the whole agreement.",
    ),
    remedy: Bilingual::new(
        "Henvis til den opfølgning, hvor retningslinjen overvåges, eller tilføj en i området.",
        "Refer to the follow-up in which the guideline is monitored, or add one to the area.",
    ),
    example: Bilingual::new(
        "Retningslinjen om overgreb overvåges ved en statusopfølgning på sygefravær.",
        "The guideline on assaults is monitored by a status report on sick leave.",
    ),
    ..Rule::DERIVED
};

message! {
    InAnotherSection { number: SectionNumber }
    "retningslinjen overvåges ved en opfølgning på indsatsområdet i afsnit {number}, som ikke er en kvalitetsovervågning",
    "the guideline is monitored by a follow-up of the focus area in section {number} that is not quality monitoring",
}

message! {
    InAnotherArea { area: u64 }
    "retningslinjen overvåges ved en opfølgning på indsatsområde nr. {area} på listen, som ikke er en kvalitetsovervågning",
    "the guideline is monitored by a follow-up of focus area no. {area} of the list that is not quality monitoring",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = || agreement.focus_areas.iter().enumerate();
    if areas().all(|(_, area)| area.revisions.iter().all(|one| one.monitored_by.is_none())) {
        return;
    }
    let of_areas = areas().flat_map(|(n, area)| {
        let is_other = |form| form != Some(FollowUpForm::QualityMonitoring);
        area.follow_ups.iter().map(move |one| (one.id.uuid().as_u128(), (n, is_other(one.form))))
    });
    let of_all = agreement.follow_ups.iter().map(|one| (one.id.uuid().as_u128(), (0, false)));
    let follow_ups = of_areas.chain(of_all);
    sorted_of(&follow_ups, |follow_ups| {
        let list = at.key("focusAreas");
        for (n, area) in areas() {
            let at = list.item(n, area.id);
            let list = at.key("revisions");
            for (nth, one) in area.revisions.iter().enumerate() {
                let Some(monitored_by) = one.monitored_by else { continue };
                let meant = sorted::of(follow_ups, monitored_by.uuid().as_u128());
                if let Some((_, (other, _))) = meant.first()
                    && meant.iter().all(|(_, (area, is_other))| *is_other && *area != n)
                {
                    let list = list.index(nth);
                    let at = list.key("monitoredBy");
                    match agreement.focus_areas.get(*other).and_then(|area| area.number) {
                        Some(number) => cx.not_met(&at, InAnotherSection { number }),
                        None => cx.not_met(&at, InAnotherArea { area: ordinal(*other) }),
                    }
                }
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    let form = *tape.pick(&[None, Some(FollowUpForm::Status)]);
    let [other, own] = [(4, 3), (9, 8)].map(|(area_id, id)| FocusArea {
        id: tape.spare_id(area_id),
        follow_ups: [FollowUp { id: tape.spare_id(id), form, ..follow_up(in_march(), tape) }].into(),
        ..area(tape)
    });
    let monitored_by = other.follow_ups.first().map(|one| one.id);
    let revisions = [GuidelineRevision { monitored_by, ..GuidelineRevision::default() }].into();
    agreement.focus_areas.extend([other, FocusArea { revisions, ..own }]);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // In its area, in whatever form; the whole agreement; monitoring of another area; and one that is not in the
    // document.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000011", "form": "qualityMonitoring" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000012", "form": "status" }],
                    "revisions": [
                        { "monitoredBy": "00000000-0000-4000-8000-000000000012" },
                        { "monitoredBy": "00000000-0000-4000-8000-000000000013" },
                        { "monitoredBy": "00000000-0000-4000-8000-000000000011" },
                        { "monitoredBy": "00000000-0000-4000-8000-000000000019" },
                        {}
                    ]
                }
            ],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000013", "form": "dialogueMeeting" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "revisions": [{}, { "monitoredBy": "00000000-0000-4000-8000-000000000012" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000012", "form": "status" }]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/0/revisions/1/monitoredBy",
            "retningslinjen overvåges ved en opfølgning på indsatsområde nr. 2 på listen, som ikke er en kvalitetsovervågning",
            "the guideline is monitored by a follow-up of focus area no. 2 of the list that is not quality monitoring",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "number": "1.2",
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000012", "form": "status" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "number": "1.3",
                    "revisions": [{ "monitoredBy": "00000000-0000-4000-8000-000000000012" }]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/1/revisions/0/monitoredBy",
            "retningslinjen overvåges ved en opfølgning på indsatsområdet i afsnit 1.2, som ikke er en kvalitetsovervågning",
            "the guideline is monitored by a follow-up of the focus area in section 1.2 that is not quality monitoring",
        )],
    ),
    // Other revisions are not monitored.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "revisions": [{}, { "monitoredBy": "00000000-0000-4000-8000-000000000004" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000004" }], "revisions": [{}]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/0/revisions/1/monitoredBy",
            "retningslinjen overvåges ved en opfølgning på indsatsområde nr. 2 på listen, som ikke er en kvalitetsovervågning",
            "the guideline is monitored by a follow-up of focus area no. 2 of the list that is not quality monitoring",
        )],
    ),
];
