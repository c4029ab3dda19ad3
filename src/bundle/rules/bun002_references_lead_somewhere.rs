//! What a document refers to is in one of the documents.

use crate::bundle::{Bundle, Crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(test)]
use super::bundle_of;
#[cfg(feature = "proptest")]
use crate::cycle::PdsaCycle;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN002,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, ids")],
    title: Bilingual::new(
        "det, som et dokument henviser til, står i et af pakkens dokumenter",
        "what a document refers to is in one of the documents of the bundle",
    ),
    why: Bilingual::new(
        "En pakke skal kunne læses for sig. Fører en henvisning ingen steder hen, kan målinger, måltal og tilbud ikke sættes sammen.",
        "It must be possible to read a bundle by itself. If a reference leads nowhere, measurements, figures and services cannot be linked.",
    ),
    remedy: Bilingual::new(
        "Mangler et dokument, så læg det i pakken; ellers ret id'et.",
        "If a document is missing, put it into the bundle; otherwise correct the id.",
    ),
    example: Bilingual::new(
        "En måleserie gælder en afdeling, men organisationen er ikke med i pakken.",
        "A series is about a department, and the organisation is not in the bundle.",
    ),
    ..Rule::DERIVED
};

message! {
    LeadsNowhere { what: Bilingual, home: Bilingual }
    "der henvises til {what}, som ikke står i noget dokument i pakken; det hører hjemme i {home}",
    "{what} is referred to that is in no document of the bundle; its place is in {home}",
}

message! {
    OfAnotherKind { what: Bilingual, is: Bilingual }
    "der henvises til {what}, men id'et tilhører {is}",
    "{what} is referred to, but the id is that of {is}",
}

/// Reports once for each document: a series of two years names its indicator 25 times.
pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for (subject, places) in crossing.ids.unresolved() {
        let (what, home) = (called(subject.kind), home(subject.kind));
        let is = crossing.ids.other_kind(subject).map(called_in_document);
        for place in places {
            match is {
                Some(is) => crossing.not_met(*place, subject, at, cx, OfAnotherKind { what, is }),
                None => crossing.not_met(*place, subject, at, cx, LeadsNowhere { what, home }),
            }
        }
    }
}

/// A document or its content by its kind, or a thing in it, with an article.
fn called_in_document(kind: &str) -> Bilingual {
    match kind {
        "organisation" => Bilingual::new("en organisation", "an organisation"),
        "standardSet" => Bilingual::new("et standardsæt", "a standard set"),
        "tailoring" => Bilingual::new("en tilpasning af et standardsæt", "a tailoring of a standard set"),
        "community" => Bilingual::new("et forbedringsfællesskab", "an improvement community"),
        "agreement" => Bilingual::new("en drifts- og udviklingsaftale", "a development agreement"),
        "citizen" => Bilingual::new("en borger med mål og delmål", "a citizen with goals"),
        "caseload" => Bilingual::new("en borgergruppe", "a caseload"),
        "audit" => Bilingual::new("en casebaseret audit", "a case-based audit"),
        "project" => Bilingual::new("et forbedringsprojekt", "an improvement project"),
        "circleProject" => Bilingual::new("et projekt med læringscirkler", "a project with learning circles"),
        "evaluation" => Bilingual::new("en evaluering", "an evaluation"),
        "plan" => Bilingual::new("en implementeringsplan", "an implementation plan"),
        "duties" => Bilingual::new("en liste over driftsopgaver", "a list of daily duties"),
        "series" => Bilingual::new("en måleserie", "a measurement series"),
        "document" => Bilingual::new("et dokument", "a document"),
        _ => called(kind),
    }
}

/// The thing by its kind, with an article.
fn called(kind: &str) -> Bilingual {
    match kind {
        "operator" => Bilingual::new("en driftsherre", "an operator"),
        "specialisedArea" => Bilingual::new("et specialområde", "a specialised area"),
        "service" => Bilingual::new("et tilbud", "a service"),
        "department" => Bilingual::new("en afdeling", "a department"),
        "theme" => Bilingual::new("et tema", "a theme"),
        "standard" => Bilingual::new("en standard", "a standard"),
        "indicator" => Bilingual::new("en indikator", "an indicator"),
        "aim" => Bilingual::new("et mål", "an aim"),
        "measure" => Bilingual::new("en måling", "a measure"),
        "cycle" => Bilingual::new("en PDSA-cyklus", "a PDSA cycle"),
        "measurement" => Bilingual::new("en måling", "a measurement"),
        "stateAssessment" => Bilingual::new("en tilstandsvurdering", "a state assessment"),
        "targetFigure" => Bilingual::new("et måltal", "a target figure"),
        "action" => Bilingual::new("en indsats", "an action"),
        "focusArea" => Bilingual::new("et indsatsområde", "a focus area"),
        _ => Bilingual::new("en gruppe", "a body"),
    }
}

/// The kind of document that has such a thing.
fn home(kind: &str) -> Bilingual {
    match kind {
        "operator" | "specialisedArea" | "service" | "department" => {
            Bilingual::new("en organisation", "an organisation")
        }
        "theme" | "standard" | "indicator" => Bilingual::new("et standardsæt", "a standard set"),
        "aim" | "measure" | "cycle" => Bilingual::new("et forbedringsfællesskab", "an improvement community"),
        "measurement" => Bilingual::new("en måleserie", "a measurement series"),
        "stateAssessment" => Bilingual::new("et dokument for sig", "a document of its own"),
        "targetFigure" => Bilingual::new(
            "en drifts- og udviklingsaftale eller et forbedringsfællesskab",
            "a development agreement or an improvement community",
        ),
        _ => Bilingual::new("en drifts- og udviklingsaftale", "a development agreement"),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[
    |bundle, tape| {
        let cycle = PdsaCycle { aim: Some(tape.spare_id(1)), ..PdsaCycle::new(tape.spare_id(2)) };
        added::document(cycle, bundle, tape);
    },
    |bundle, tape| {
        let (measures, previous) = ([tape.spare_id(2)].into(), Some(tape.spare_id(1)));
        let cycle = PdsaCycle { measures, previous, ..PdsaCycle::new(tape.spare_id(3)) };
        added::document(cycle, bundle, tape);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // It does not matter which of the two comes first.
    accepts(bundle_of!(
        "01": r#"{ "measurement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "reportingUnit": { "department": { "id": "00000000-0000-4000-8000-000000000014" } }
        } }"#,
        "02": r#"{ "organisation": {
            "id": "00000000-0000-4000-8000-000000000012",
            "services": [{
                "id": "00000000-0000-4000-8000-000000000013",
                "departments": [{ "id": "00000000-0000-4000-8000-000000000014" }]
            }]
        } }"#,
        "03": r#"{ "measurement": {
            "id": "00000000-0000-4000-8000-000000000015",
            "reportingUnit": { "department": { "id": "00000000-0000-4000-8000-000000000014" } }
        } }"#,
    )),
    // Other rules look up the bodies of an agreement and the cycles of a community.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000012",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000013",
                    "agreedBy": { "network": { "body": "00000000-0000-4000-8000-000000000099" } }
                }]
            }]
        } }"#,
        "02": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000021",
            "cycles": [{
                "id": "00000000-0000-4000-8000-000000000022",
                "previous": "00000000-0000-4000-8000-000000000098"
            }]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "series": {
                "id": "00000000-0000-4000-8000-000000000011",
                "direction": "atMost",
                "indicator": "00000000-0000-4000-8000-000000000099",
                "measurements": [
                    {
                        "id": "00000000-0000-4000-8000-000000000012",
                        "indicator": "00000000-0000-4000-8000-000000000099"
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000013",
                        "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000098" } }
                    }
                ]
            } }"#,
            "02": r#"{ "measurement": {
                "id": "00000000-0000-4000-8000-000000000014",
                "indicator": "00000000-0000-4000-8000-000000000099"
            } }"#,
        ),
        &[
            not_met(
                "/documents/0/content/series/indicator",
                "der henvises til en indikator, som ikke står i noget dokument i pakken; det hører hjemme i et standardsæt",
                "an indicator is referred to that is in no document of the bundle; its place is in a standard set",
            ),
            not_met(
                "/documents/0/content/series/measurements/1/reportingUnit/service/id",
                "der henvises til et tilbud, som ikke står i noget dokument i pakken; det hører hjemme i en organisation",
                "a service is referred to that is in no document of the bundle; its place is in an organisation",
            ),
            not_met(
                "/documents/1/content/measurement/indicator",
                "der henvises til en indikator, som ikke står i noget dokument i pakken; det hører hjemme i et standardsæt",
                "an indicator is referred to that is in no document of the bundle; its place is in a standard set",
            ),
        ],
    ),
    // A community is the body that it says it is. Indicators of a published set are known; the themes of a set that is
    // not here are not.
    accepts(bundle_of!(
        "01": r#"{ "community": {
            "id": "00000000-0000-4000-8000-000000000011",
            "body": "00000000-0000-4000-8000-000000000099",
            "members": [{ "service": "00000000-0000-4000-8000-000000000012" }]
        } }"#,
        "02": r#"{ "tailoring": {
            "id": "00000000-0000-4000-8000-000000000021",
            "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [{ "change": { "turnIndicator": { "indicator": "6b76616c-6974-8000-8000-000100030101" } } }]
        } }"#,
        "03": r#"{ "tailoring": {
            "id": "00000000-0000-4000-8000-000000000022",
            "base": "00000000-0000-4000-8000-000000000029",
            "changes": [{ "change": { "renameTheme": { "theme": "00000000-0000-4000-8000-000000000028" } } }]
        } }"#,
        "04": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000031",
            "service": { "id": "00000000-0000-4000-8000-000000000032" }
        } }"#,
    )),
    // The set is here, so what it has is known.
    refuses(
        bundle_of!(
            "01": r#"{ "tailoring": {
                "id": "00000000-0000-4000-8000-000000000021",
                "base": "00000000-0000-4000-8000-000000000022",
                "changes": [
                    { "change": { "renameTheme": { "theme": "00000000-0000-4000-8000-000000000023" } } },
                    { "change": { "renameStandard": { "standard": "00000000-0000-4000-8000-000000000024" } } }
                ]
            } }"#,
            "02": r#"{ "standardSet": {
                "id": "00000000-0000-4000-8000-000000000022",
                "themes": [{ "id": "00000000-0000-4000-8000-000000000023", "area": "organisational", "origin": "common" }]
            } }"#,
        ),
        &[not_met(
            "/documents/0/content/tailoring/changes/1/change/renameStandard/standard",
            "der henvises til en standard, som ikke står i noget dokument i pakken; det hører hjemme i et standardsæt",
            "a standard is referred to that is in no document of the bundle; its place is in a standard set",
        )],
    ),
    refuses(
        bundle_of!(
            "01": r#"{ "community": {
                "id": "00000000-0000-4000-8000-000000000011",
                "body": "00000000-0000-4000-8000-000000000099",
                "members": [{ "service": "00000000-0000-4000-8000-000000000012" }]
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000021",
                "service": { "id": "00000000-0000-4000-8000-000000000012" }
            } }"#,
        ),
        &[not_met(
            "/documents/0/content/community/body",
            "der henvises til en gruppe, som ikke står i noget dokument i pakken; det hører hjemme i en drifts- og udviklingsaftale",
            "a body is referred to that is in no document of the bundle; its place is in a development agreement",
        )],
    ),
    // The id is that of an agreement, of an indicator, and of a document. What the document itself has is found in it.
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "focusAreas": [{
                    "id": "00000000-0000-4000-8000-000000000012",
                    "targets": [{
                        "id": "00000000-0000-4000-8000-000000000013",
                        "indicator": { "id": "00000000-0000-4000-8000-000000000014" }
                    }]
                }]
            } }"#,
            "02": r#"{ "measurement": {
                "id": "00000000-0000-4000-8000-000000000021",
                "indicator": "00000000-0000-4000-8000-000000000011",
                "reportingUnit": { "department": { "id": "00000000-0000-4000-8000-000000000014" } }
            } }"#,
            "03": r#"{ "measurement": {
                "id": "00000000-0000-4000-8000-000000000031",
                "indicator": "00000000-0000-4000-8000-000000000001"
            } }"#,
            "04": r#"{ "measurement": {
                "id": "00000000-0000-4000-8000-000000000041",
                "indicator": "00000000-0000-4000-8000-000000000041"
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/measurement/indicator",
                "der henvises til en indikator, men id'et tilhører en drifts- og udviklingsaftale",
                "an indicator is referred to, but the id is that of a development agreement",
            ),
            not_met(
                "/documents/1/content/measurement/reportingUnit/department/id",
                "der henvises til en afdeling, men id'et tilhører en indikator",
                "a department is referred to, but the id is that of an indicator",
            ),
            not_met(
                "/documents/2/content/measurement/indicator",
                "der henvises til en indikator, men id'et tilhører et dokument",
                "an indicator is referred to, but the id is that of a document",
            ),
        ],
    ),
];
