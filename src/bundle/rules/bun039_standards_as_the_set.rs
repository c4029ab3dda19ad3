//! An evaluation states its standards as the standard set that it follows.

use crate::bundle::crossing::Differs;
use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::section::SectionNumber;
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::agreement::ServiceRef,
    crate::evaluation::{EvaluatedStandard, Evaluation, EvaluationKind},
    crate::model::{Origin, StandardArea, StandardSet, TWELVE_STANDARDS},
    crate::rule::trial::Breaks,
    crate::strategy::generation_1,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN039,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "bundles; evaluations, standards; standard sets",
    )],
    title: Bilingual::new(
        "en evaluering gengiver sine standarder som det standardsæt, den følger",
        "an evaluation states its standards as the standard set that it follows",
    ),
    why: Bilingual::new(
        "Ellers er det uklart, hvilke standarder tilbuddet arbejder med. For de udgivne sæt er det EVA003, der sammenligner.",
        "Otherwise it is unclear which standards the service works with. For the published sets, EVA003 compares them.",
    ),
    remedy: Bilingual::new(
        "Ret standarden i evalueringen eller i standardsættet, eller ret, hvilket sæt evalueringen følger. Er standarden regionens egen, så skriv det.",
        "Correct the standard in the evaluation or in the standard set, or correct which set the evaluation follows. If the standard is the region's own, say so.",
    ),
    example: Bilingual::new(
        "Regionens sæt har Medicinhåndtering som standard 1.4; i evalueringen er den nummer 1.5.",
        "In the region's set, medication management is standard 1.4; in the evaluation it has number 1.5.",
    ),
    ..Rule::DERIVED
};

message! {
    NotInSet { document: u64 }
    "standarden hører ikke til det standardsæt, evalueringen følger (dokument {document})",
    "the standard does not belong to the standard set that the evaluation follows (document {document})",
}

message! {
    OtherNumber { number: SectionNumber, other: SectionNumber, document: u64 }
    "standarden har nummer {number}, men i sættet, dokument {document}, er det nummer {other}",
    "the standard has number {number}, but in the set, document {document}, it is number {other}",
}

message! {
    OtherName { document: u64 }
    "standarden har et andet navn i det sæt, evalueringen følger (dokument {document})",
    "the standard has another name in the set that the evaluation follows (document {document})",
}

message! {
    OtherArea { area: Bilingual, other: Bilingual, document: u64 }
    "standarden hører her til {area}, men i sættet, dokument {document}, til {other}",
    "the standard is in {area} here, but in {other} in the set, document {document}",
}

message! {
    NotOwn { document: u64 }
    "standarden står som en regions egen, men er fælles i det sæt, evalueringen følger (dokument {document})",
    "the standard is marked as a region's own, but is common in the set that the evaluation follows (document {document})",
}

message! {
    NotCommon { document: u64 }
    "standarden står som fælles, men er regionens egen i det sæt, evalueringen følger (dokument {document})",
    "the standard is marked as common, but is the region's own in the set that the evaluation follows (document {document})",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for one in crossing.sets.not_as_listed() {
        let (place, subject, document) = (one.place, one.evaluation, crossing::number(one.document));
        match one.how {
            Differs::NotThere => crossing.not_met(place, subject, at, cx, NotInSet { document }),
            Differs::Number { here: number, there: other } => {
                crossing.not_met(place, subject, at, cx, OtherNumber { number, other, document });
            }
            Differs::Name => crossing.not_met(place, subject, at, cx, OtherName { document }),
            Differs::Area { here, there } => {
                let (area, other) = (here.label(), there.label());
                crossing.not_met(place, subject, at, cx, OtherArea { area, other, document });
            }
            Differs::Origin { is_common: false } => {
                crossing.not_met(place, subject, at, cx, NotOwn { document });
            }
            Differs::Origin { is_common: true } => {
                crossing.not_met(place, subject, at, cx, NotCommon { document });
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let mut set = StandardSet { id: tape.spare_id(6), ..generation_1(tape) };
    // A region that added something would have to be in the bundle, too.
    set.themes.retain(|one| one.origin.is_common());
    set.standards.retain(|one| one.origin.is_common());
    for standard in &mut set.standards {
        standard.indicators.retain(|one| one.origin.as_ref().is_none_or(Origin::is_common));
    }
    let Some(one) = set.standards.first() else { return };
    let other = TWELVE_STANDARDS.standards.last();
    let is_organisational =
        set.themes.iter().any(|theme| theme.id == one.theme && theme.area == StandardArea::Organisational);
    let area =
        Some(if is_organisational { StandardArea::ServiceSpecific } else { StandardArea::Organisational });
    let own = Origin::Regional { region: None, name: Some("Region Nord".into()) };
    let stated =
        EvaluatedStandard { standard: Some(one.id), number: one.number, ..EvaluatedStandard::default() };
    let stated = match tape.number(0, 3) {
        0 => EvaluatedStandard { standard: other.map(|other| other.id), number: None, ..stated },
        1 => EvaluatedStandard { area, ..stated },
        2 => EvaluatedStandard { name: Some("et navn, som sættet ikke har".into()), ..stated },
        _ => EvaluatedStandard { origin: Some(own), ..stated },
    };
    let evaluation = Evaluation {
        title: Some("Selvevaluering".into()),
        service: Some(ServiceRef { name: Some("Solgården".into()), ..ServiceRef::new(tape.spare_id(1)) }),
        standard_set: Some(set.id),
        standards: [stated].into(),
        ..Evaluation::new(tape.spare_id(4), EvaluationKind::SelfEvaluation)
    };
    added::document(set, bundle, tape);
    added::document(evaluation, bundle, tape);
}];

#[cfg(test)]
macro_rules! set {
    () => {
        r#"{ "standardSet": {
            "id": "00000000-0000-4000-8000-000000000011",
            "themes": [
                {
                    "id": "00000000-0000-4000-8000-000000000021", "area": "serviceSpecific", "origin": "common",
                    "name": { "da": "Medicinhåndtering", "en": "Medication management" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022", "area": "organisational",
                    "origin": { "regional": { "name": "Region Nord" } }, "name": { "da": "Nabohjælp" }
                }
            ],
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000031", "theme": "00000000-0000-4000-8000-000000000021",
                    "origin": "common", "number": "1.4"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000032", "theme": "00000000-0000-4000-8000-000000000022",
                    "origin": { "regional": { "name": "Region Nord" } }, "number": "2.1"
                }
            ]
        } }"#
    };
}

#[cfg(test)]
macro_rules! evaluation {
    ($standards:literal) => {
        concat!(
            r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000012", "kind": "selfEvaluation",
                "standardSet": "00000000-0000-4000-8000-000000000011", "standards": "#,
            $standards,
            "} }"
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // As listed, by one of its names; without an id; one that the region added since; and nothing to compare.
    accepts(bundle_of!(
        "01": set!(),
        "02": evaluation!(r#"[
            {
                "standard": "00000000-0000-4000-8000-000000000031", "number": "1.4", "name": "MEDICINHÅNDTERING (ny)",
                "area": "serviceSpecific", "origin": "common"
            },
            { "number": "2.1", "name": "Nabohjælp", "area": "organisational" },
            {
                "standard": "00000000-0000-4000-8000-000000000033", "name": "Fritid",
                "origin": { "regional": { "name": "Region Nord" } }
            },
            { "number": "1.9", "name": "Kommunikation" },
            { "name": "Kommunikation" }
        ]"#),
    )),
    // Another set, a set of which the standards are not listed, and a standard that no set has.
    accepts(bundle_of!(
        "01": r#"{ "standardSet": { "id": "00000000-0000-4000-8000-000000000011" } }"#,
        "02": evaluation!(r#"[{ "standard": "00000000-0000-4000-8000-000000000033" }]"#),
        "03": r#"{ "evaluation": {
            "id": "00000000-0000-4000-8000-000000000013", "kind": "selfEvaluation",
            "standards": [{ "standard": "00000000-0000-4000-8000-000000000031", "number": "1.5" }]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": evaluation!(r#"[
                { "standard": "00000000-0000-4000-8000-000000000033", "name": "Fritid" },
                {
                    "standard": "00000000-0000-4000-8000-000000000031", "number": "1.5", "name": "Nabohjælp",
                    "area": "organisational", "origin": { "regional": { "name": "Region Nord" } }
                },
                { "number": "2.1", "name": "Medicinhåndtering", "origin": "common" }
            ]"#),
            "02": set!(),
            "03": r#"{ "standardSet": {
                "id": "00000000-0000-4000-8000-000000000014",
                "standards": [{
                    "id": "00000000-0000-4000-8000-000000000033", "theme": "00000000-0000-4000-8000-000000000023",
                    "origin": "common"
                }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/0/content/evaluation/standards/0",
                "standarden hører ikke til det standardsæt, evalueringen følger (dokument 2)",
                "the standard does not belong to the standard set that the evaluation follows (document 2)",
            ),
            not_met(
                "/documents/0/content/evaluation/standards/1",
                "standarden har nummer 1.5, men i sættet, dokument 2, er det nummer 1.4",
                "the standard has number 1.5, but in the set, document 2, it is number 1.4",
            ),
            not_met(
                "/documents/0/content/evaluation/standards/1",
                "standarden har et andet navn i det sæt, evalueringen følger (dokument 2)",
                "the standard has another name in the set that the evaluation follows (document 2)",
            ),
            not_met(
                "/documents/0/content/evaluation/standards/1",
                "standarden hører her til det organisatoriske område, men i sættet, dokument 2, til det målgruppe- og ydelsesspecifikke område",
                "the standard is in the organisational area here, but in the service-specific area in the set, document 2",
            ),
            not_met(
                "/documents/0/content/evaluation/standards/1",
                "standarden står som en regions egen, men er fælles i det sæt, evalueringen følger (dokument 2)",
                "the standard is marked as a region's own, but is common in the set that the evaluation follows (document 2)",
            ),
            not_met(
                "/documents/0/content/evaluation/standards/2",
                "standarden har et andet navn i det sæt, evalueringen følger (dokument 2)",
                "the standard has another name in the set that the evaluation follows (document 2)",
            ),
            not_met(
                "/documents/0/content/evaluation/standards/2",
                "standarden står som fælles, men er regionens egen i det sæt, evalueringen følger (dokument 2)",
                "the standard is marked as common, but is the region's own in the set that the evaluation follows (document 2)",
            ),
        ],
    ),
];
