//! A unit of an organisation has a name.

use crate::codes;
use crate::organisation::{Department, Operator, SocialService, SpecialisedArea};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, Text, is_stated};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::ORG001,
    sources: &[
        SourceRef::agreement("1.5.3"),
        SourceRef::new(SourceDocument::SMARTE_2023, "Optælling af kvantitative data, tabel 1–3"),
    ],
    title: Bilingual::new("en enhed har et navn", "a unit has a name"),
    why: Bilingual::new(
        "Tal opgøres for det enkelte tilbud og den enkelte afdeling; uden et navn er det uklart, hvem tallene gælder.",
        "Figures are reported for each service and each department; without a name it is unclear whose they are.",
    ),
    remedy: Bilingual::new("Giv enheden et navn.", "Give the unit a name."),
    example: Bilingual::new(
        "Et tilbud har tre afdelinger, og den ene har intet navn.",
        "A service has three departments, and one of them has no name.",
    ),
    ..Rule::DERIVED
};

message! {
    NoName { unit: Bilingual }
    "{unit} har intet navn",
    "{unit} has no name",
}

pub(super) fn check<U: Unit>(unit: &U, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !is_stated(unit.name()) {
        cx.not_met(at, NoName { unit: U::LEVEL });
    }
}

/// A unit on one level of an organisation.
pub(super) trait Unit {
    const LEVEL: Bilingual;
    fn name(&self) -> Option<&Text>;
}

macro_rules! units {
    ($( $unit:ty: $da:literal, $en:literal; )+) => { $(
        impl Unit for $unit {
            const LEVEL: Bilingual = Bilingual::new($da, $en);
            fn name(&self) -> Option<&Text> {
                self.name.as_ref()
            }
        }
    )+ };
}

units! {
    Operator: "driftsherren", "the operator";
    SpecialisedArea: "specialområdet", "the specialised area";
    SocialService: "tilbuddet", "the service";
    Department: "afdelingen", "the department";
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Operator> = &[
    |operator, tape| operator.name = tape.unsaid(),
    |operator, tape| {
        let area = SpecialisedArea { name: tape.unsaid(), ..SpecialisedArea::new(tape.spare_id(1)) };
        operator.areas.push(area);
    },
    |operator, tape| {
        let service = SocialService { name: tape.unsaid(), ..SocialService::new(tape.spare_id(1)) };
        operator.services.push(service);
    },
    |operator, tape| {
        let department = Department { name: tape.unsaid(), ..Department::new(tape.spare_id(2)) };
        let mut service = SocialService { name: Some(tape.said()), ..SocialService::new(tape.spare_id(1)) };
        service.departments.push(department);
        operator.services.push(service);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "name": "Region Sjælland",
            "services": [{ "id": "00000000-0000-4000-8000-000000000002", "name": "Roskildehjemmet" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "name": " ",
            "areas": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "services": [{
                "id": "00000000-0000-4000-8000-000000000003",
                "departments": [{ "id": "00000000-0000-4000-8000-000000000004" }]
            }]
        }"#,
        &[
            not_met("", "driftsherren har intet navn", "the operator has no name"),
            not_met("/areas/0", "specialområdet har intet navn", "the specialised area has no name"),
            not_met("/services/0", "tilbuddet har intet navn", "the service has no name"),
            not_met("/services/0/departments/0", "afdelingen har intet navn", "the department has no name"),
        ],
    ),
];
