//! No two units side by side have the same name, nor two services of an operator.

use super::org001_unit_named::Unit as Named;
use crate::codes;
use crate::id::{Id, Identified};
use crate::organisation::{Department, Operator, SocialService, SpecialisedArea};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{each_repeat_with_other_id, each_repeated_key};
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::ORG004,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "organisation, areas, services, departments")],
    title: Bilingual::new(
        "specialområder, en driftsherres tilbud og et tilbuds afdelinger har hver sit navn",
        "specialised areas, the services of an operator and the departments of a service each have a name of their own",
    ),
    why: Bilingual::new(
        "Med to id'er er det to enheder. Er det én, bliver den talt to gange; er det to, ved ingen, hvilken et tal gælder.",
        "With two ids they are two units. If it is one, it is counted twice; if they are two, nobody knows which of them a figure is about.",
    ),
    remedy: Bilingual::new(
        "Slet den ene. Er det to enheder med samme navn, så gør navnene forskellige.",
        "Delete one of the two. If they are two units with the same name, make the names different.",
    ),
    example: Bilingual::new(
        "Afdeling Nord står to gange under samme tilbud, med to id'er.",
        "Department North is listed twice under one service, with two ids.",
    ),
    ..Rule::DERIVED
};

message! {
    SameName { unit: Bilingual, first: u64 }
    "{unit} har samme navn som nr. {first} på listen, men et andet id",
    "{unit} has the same name as number {first} of the list, but another id",
}

message! {
    InOtherArea { area: u64 }
    "tilbuddet har samme navn som et tilbud under specialområde nr. {area} på listen, men et andet id",
    "the service has the same name as a service of specialised area {area} of the list, but another id",
}

pub(super) fn check<U: Unit>(unit: &U, at: &Path<'_>, cx: &mut Checker<'_>) {
    unit.compare(at, cx);
}

/// A unit with units below it.
pub(super) trait Unit {
    fn compare(&self, at: &Path<'_>, cx: &mut Checker<'_>);
}

impl Unit for Operator {
    fn compare(&self, at: &Path<'_>, cx: &mut Checker<'_>) {
        check_list(&self.areas, |one| one.id, &at.key("areas"), cx);
        check_list(&self.services, |one| one.id, &at.key("services"), cx);
        check_across_areas(self, at, cx);
    }
}

impl Unit for SpecialisedArea {
    fn compare(&self, at: &Path<'_>, cx: &mut Checker<'_>) {
        check_list(&self.services, |one| one.id, &at.key("services"), cx);
    }
}

impl Unit for SocialService {
    /// The departments of a caseload are a matter of `GOL026`.
    fn compare(&self, at: &Path<'_>, cx: &mut Checker<'_>) {
        if !at.is_in("caseload") {
            check_list(&self.departments, |one| one.id, &at.key("departments"), cx);
        }
    }
}

impl Unit for Department {
    fn compare(&self, _: &Path<'_>, _: &mut Checker<'_>) {}
}

fn check_list<U: Named + Identified>(
    units: &[U],
    id: impl Fn(&U) -> Id<U>,
    list: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    each_repeat_with_other_id(
        units,
        |one| Folded::stated(one.name()),
        &id,
        |again, n, first| {
            let at = list.item(n, id(again));
            cx.not_met(&at.key("name"), SameName { unit: U::LEVEL, first: ordinal(first) });
        },
    );
}

/// The services of the operator itself come after those of its areas.
fn check_across_areas(operator: &Operator, at: &Path<'_>, cx: &mut Checker<'_>) {
    if operator.areas.is_empty() {
        return;
    }
    let lists = operator.areas.iter().map(|area| &area.services).chain([&operator.services]);
    let named = lists.enumerate().flat_map(|(list, services)| {
        let services = services.iter().enumerate();
        services
            .filter_map(move |(n, one)| Some((Folded::stated(one.name.as_ref())?, (list, n, one.id.uuid()))))
    });
    let mut seen = None;
    each_repeated_key(&named, |name, (first, _, first_id), (list, n, id)| {
        // Of several in one list the first is compared with other lists, and the others with it.
        let is_first = seen.replace((name, list)) != Some((name, list));
        if list == first || !is_first || id == first_id {
            return;
        }
        let (id, message) = (Id::<SocialService>::new(id), InOtherArea { area: ordinal(first) });
        match operator.areas.get(list) {
            Some(area) => {
                let areas = at.key("areas");
                let area = areas.item(list, area.id);
                cx.not_met(&area.key("services").item(n, id).key("name"), message);
            }
            None => cx.not_met(&at.key("services").item(n, id).key("name"), message),
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Operator> = &[
    |operator, tape| {
        let name = Some(tape.said());
        for n in [1, 2] {
            let area = SpecialisedArea { name: name.clone(), ..SpecialisedArea::new(tape.spare_id(n)) };
            operator.areas.push(area);
        }
    },
    |operator, tape| {
        let name = Some(tape.said());
        for n in [1, 2] {
            let service = SocialService { name: name.clone(), ..SocialService::new(tape.spare_id(n)) };
            operator.services.push(service);
        }
    },
    |operator, tape| {
        let name = Some(tape.said());
        let area = SpecialisedArea {
            name: Some("Område med et tilbud".into()),
            ..SpecialisedArea::new(tape.spare_id(3))
        };
        let [own, of_area] =
            [1, 2].map(|n| SocialService { name: name.clone(), ..SocialService::new(tape.spare_id(n)) });
        operator.areas.push(SpecialisedArea { services: [of_area].into(), ..area });
        operator.services.push(own);
    },
    |operator, tape| {
        let name = Some(tape.said());
        let departments =
            [1, 2].map(|n| Department { name: name.clone(), ..Department::new(tape.spare_id(n)) });
        operator.services.push(SocialService {
            name: Some("Tilbud med to afdelinger".into()),
            departments: departments.into(),
            ..SocialService::new(tape.spare_id(3))
        });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The same name on two levels and for the departments of two services, two without a name, and one id with one name.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "name": "Nord",
            "areas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "name": "Nord",
                    "services": [{
                        "id": "00000000-0000-4000-8000-000000000003", "name": "Nord",
                        "departments": [
                            { "id": "00000000-0000-4000-8000-000000000011", "name": "Nord" }, { "id": "00000000-0000-4000-8000-000000000012" },
                            { "id": "00000000-0000-4000-8000-000000000013", "name": " " }, { "id": "00000000-0000-4000-8000-000000000014", "name": " " }
                        ]
                    }]
                },
                { "id": "00000000-0000-4000-8000-000000000004", "services": [{ "id": "00000000-0000-4000-8000-000000000005", "name": " " }] }
            ],
            "services": [
                {
                    "id": "00000000-0000-4000-8000-000000000006", "name": "Syd",
                    "departments": [{ "id": "00000000-0000-4000-8000-000000000015", "name": "Nord" }]
                },
                { "id": "00000000-0000-4000-8000-000000000006", "name": "Syd" }, { "id": "00000000-0000-4000-8000-000000000003", "name": "Nord" },
                { "id": "00000000-0000-4000-8000-000000000007", "name": " " }
            ]
        }"#,
    ),
    // In two areas, twice in one of them, and directly under the operator, too.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [
                { "id": "00000000-0000-4000-8000-000000000002", "services": [{ "id": "00000000-0000-4000-8000-000000000003", "name": "Egebo" }] },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "services": [
                        { "id": "00000000-0000-4000-8000-000000000005", "name": "egebo" }, { "id": "00000000-0000-4000-8000-000000000006", "name": "Egebo" }
                    ]
                }
            ],
            "services": [{ "id": "00000000-0000-4000-8000-000000000007", "name": "Egebo " }]
        }"#,
        &[
            not_met(
                "/areas/1/services/0/name",
                "tilbuddet har samme navn som et tilbud under specialområde nr. 1 på listen, men et andet id",
                "the service has the same name as a service of specialised area 1 of the list, but another id",
            ),
            not_met(
                "/areas/1/services/1/name",
                "tilbuddet har samme navn som nr. 1 på listen, men et andet id",
                "the service has the same name as number 1 of the list, but another id",
            ),
            not_met(
                "/services/0/name",
                "tilbuddet har samme navn som et tilbud under specialområde nr. 1 på listen, men et andet id",
                "the service has the same name as a service of specialised area 1 of the list, but another id",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "name": "Børn og unge",
                    "services": [
                        { "id": "00000000-0000-4000-8000-000000000003", "name": "Elvergården" }, { "id": "00000000-0000-4000-8000-000000000004", "name": "Havblik" },
                        { "id": "00000000-0000-4000-8000-000000000005", "name": "elvergården " }
                    ]
                },
                { "id": "00000000-0000-4000-8000-000000000006", "name": "BØRN OG UNGE" }
            ],
            "services": [{
                "id": "00000000-0000-4000-8000-000000000007", "name": "Elvergården",
                "departments": [
                    { "id": "00000000-0000-4000-8000-000000000011", "name": "Nord" }, { "id": "00000000-0000-4000-8000-000000000012", "name": "Nord" }
                ]
            }]
        }"#,
        &[
            not_met(
                "/areas/0/services/2/name",
                "tilbuddet har samme navn som nr. 1 på listen, men et andet id",
                "the service has the same name as number 1 of the list, but another id",
            ),
            not_met(
                "/areas/1/name",
                "specialområdet har samme navn som nr. 1 på listen, men et andet id",
                "the specialised area has the same name as number 1 of the list, but another id",
            ),
            not_met(
                "/services/0/name",
                "tilbuddet har samme navn som et tilbud under specialområde nr. 1 på listen, men et andet id",
                "the service has the same name as a service of specialised area 1 of the list, but another id",
            ),
            not_met(
                "/services/0/departments/1/name",
                "afdelingen har samme navn som nr. 1 på listen, men et andet id",
                "the department has the same name as number 1 of the list, but another id",
            ),
        ],
    ),
    // There are no areas.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "name": "Nord",
            "services": [
                { "id": "00000000-0000-4000-8000-000000000003", "name": "Syd" },
                { "id": "00000000-0000-4000-8000-000000000004", "name": "syd" }
            ]
        }"#,
        &[not_met(
            "/services/1/name",
            "tilbuddet har samme navn som nr. 1 på listen, men et andet id",
            "the service has the same name as number 1 of the list, but another id",
        )],
    ),
];
