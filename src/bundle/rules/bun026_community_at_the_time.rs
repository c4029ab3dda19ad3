//! A service is in a community that exists during the period of its agreement.

use chrono::NaiveDate;

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(test)]
use super::bundle_of;
#[cfg(feature = "proptest")]
use crate::community::Charter;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN026,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "bundles; communities, charter; agreements, participation",
    )],
    title: Bilingual::new(
        "tilbuddet indgår i et fællesskab, der findes i aftalens periode",
        "a service takes part in a community that exists during the period of its agreement",
    ),
    why: Bilingual::new(
        "Et fællesskab, der er slut eller endnu ikke begyndt, kan ikke aftale måltal, der binder tilbuddet.",
        "A community that has ended or not yet begun cannot agree figures that bind the service.",
    ),
    remedy: Bilingual::new(
        "Ret fællesskabets start eller slutning, eller fjern deltagelsen fra aftalen; er fællesskabet fortsat, så skriv hvor længe.",
        "Correct the start or the end of the community, or remove the participation from the agreement; if the community goes on, state how long.",
    ),
    example: Bilingual::new(
        "Ifølge aftalen for 2024 indgår tilbuddet i et fællesskab, der sluttede i juni 2023.",
        "According to the agreement for 2024 the service takes part in a community that ended in June 2023.",
    ),
    ..Rule::DERIVED
};

message! {
    Ended { start: NaiveDate, document: u64, on: PartialDate }
    "tilbuddet indgår i fællesskabet ifølge en aftale, der begynder {start}, men fællesskabet i dokument {document} sluttede {on:i}",
    "the service takes part in the community according to an agreement that begins on {start}, but the community in document {document} ended {on:on|in}",
}

message! {
    NotBegun { end: NaiveDate, document: u64, on: PartialDate }
    "tilbuddet indgår i fællesskabet ifølge en aftale, der slutter {end}, men fællesskabet i dokument {document} begynder først {on:i}",
    "the service takes part in the community according to an agreement that ends on {end}, but the community in document {document} does not begin until {on}",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for one in crossing.memberships.apart() {
        let (document, on) = (crossing::number(one.community), one.community_on);
        if on.last_day() < one.period.start {
            let facts = Ended { start: one.period.start, document, on };
            crossing.not_met(one.place, one.service, at, cx, facts);
        } else {
            let facts = NotBegun { end: one.period.end, document, on };
            crossing.not_met(one.place, one.service, at, cx, facts);
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[
    |bundle, _| {
        run(bundle, &Charter { ends_on: PartialDate::of_year(2022), ..Charter::default() });
    },
    |bundle, _| {
        run(bundle, &Charter { starts_on: PartialDate::of_year(2026), ..Charter::default() });
    },
];

/// Gives the community of the agreement this charter.
#[cfg(feature = "proptest")]
fn run(bundle: &mut Bundle, charter: &Charter) {
    added::each_community(bundle, |community| {
        if community.body.is_some() {
            community.charter = Some(charter.clone());
        }
    });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The last and the first day of the agreement; no dates; no member; no period.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "service": { "id": "00000000-0000-4000-8000-000000000012" }, "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000013",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "member" },
                    { "body": "00000000-0000-4000-8000-000000000015", "kind": "community", "membership": "member" },
                    { "body": "00000000-0000-4000-8000-000000000016", "kind": "community", "membership": "member" },
                    { "body": "00000000-0000-4000-8000-000000000017", "kind": "community", "membership": "nonMember" }
                ]
            }]
        } }"#,
        "02": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000021", "body": "00000000-0000-4000-8000-000000000014",
            "charter": { "startsOn": "2022-01", "endsOn": "2024-01-01" }
        } }"#,
        "03": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000031", "body": "00000000-0000-4000-8000-000000000015",
            "charter": { "startsOn": "2024-12-31" }
        } }"#,
        "04": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000041", "body": "00000000-0000-4000-8000-000000000016",
            "charter": { "purpose": "Bedre onboarding" }
        } }"#,
        "05": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000051", "body": "00000000-0000-4000-8000-000000000017",
            "charter": { "endsOn": "2022" }
        } }"#,
        "06": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000061",
            "service": { "id": "00000000-0000-4000-8000-000000000062" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000063",
                "participation": [{ "body": "00000000-0000-4000-8000-000000000017", "kind": "community", "membership": "member" }]
            }]
        } }"#,
    )),
    // If two documents are about one community, it is not known which one is meant.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
    "id": "00000000-0000-4000-8000-000000000011",
    "service": { "id": "00000000-0000-4000-8000-000000000012" }, "year": 2024,
    "focusAreas": [{
        "id": "00000000-0000-4000-8000-000000000013",
        "participation": [{ "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "member" }]
    }]
} }"#,
        "02": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000021", "body": "00000000-0000-4000-8000-000000000014",
            "charter": { "endsOn": "2023-06" }
        } }"#,
        "03": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000031", "body": "00000000-0000-4000-8000-000000000014",
            "charter": { "startsOn": "2023-07" }
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
    "id": "00000000-0000-4000-8000-000000000011",
    "service": { "id": "00000000-0000-4000-8000-000000000012" }, "year": 2024,
    "focusAreas": [{
        "id": "00000000-0000-4000-8000-000000000013",
        "participation": [{ "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "member" }]
    }]
} }"#,
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000021", "body": "00000000-0000-4000-8000-000000000014",
                "charter": { "startsOn": "2022-01", "endsOn": "2023-06" }
            } }"#,
        ),
        &[not_met(
            "/documents/0/content/agreement/focusAreas/0/participation/0",
            "tilbuddet indgår i fællesskabet ifølge en aftale, der begynder 1. januar 2024, men fællesskabet i dokument 2 sluttede i juni 2023",
            "the service takes part in the community according to an agreement that begins on 1 January 2024, but the community in document 2 ended in June 2023",
        )],
    ),
    refuses(
        bundle_of!(
            "02": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000021", "body": "00000000-0000-4000-8000-000000000014",
                "charter": { "startsOn": "2025-01-01" }
            } }"#,
            "01": r#"{ "agreement": {
    "id": "00000000-0000-4000-8000-000000000011",
    "service": { "id": "00000000-0000-4000-8000-000000000012" }, "year": 2024,
    "focusAreas": [{
        "id": "00000000-0000-4000-8000-000000000013",
        "participation": [{ "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "member" }]
    }]
} }"#,
        ),
        &[not_met(
            "/documents/1/content/agreement/focusAreas/0/participation/0",
            "tilbuddet indgår i fællesskabet ifølge en aftale, der slutter 31. december 2024, men fællesskabet i dokument 1 begynder først 1. januar 2025",
            "the service takes part in the community according to an agreement that ends on 31 December 2024, but the community in document 1 does not begin until 1 January 2025",
        )],
    ),
    // In the month in which it ends or begins, and on the first day of the agreement.
    accepts(bundle_of!(
        "01": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000031", "body": "00000000-0000-4000-8000-000000000014",
            "charter": { "endsOn": "2024-02" }
        } }"#,
        "02": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000032", "body": "00000000-0000-4000-8000-000000000015",
            "charter": { "startsOn": "2024-11" }
        } }"#,
        "03": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000033", "body": "00000000-0000-4000-8000-000000000016",
            "charter": { "endsOn": "2024-02-15" }
        } }"#,
        "04": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011", "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "period": { "start": "2024-02-15", "end": "2024-11-15" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000013",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000014", "kind": "community", "membership": "member" },
                    { "body": "00000000-0000-4000-8000-000000000015", "kind": "community", "membership": "member" },
                    { "body": "00000000-0000-4000-8000-000000000016", "kind": "community", "membership": "member" }
                ]
            }]
        } }"#,
    )),
];
