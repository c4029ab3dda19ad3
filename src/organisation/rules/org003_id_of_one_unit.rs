//! Two units do not have the same id in another system.

use uuid::Uuid;

use crate::codes;
use crate::id::{ExternalId, Id, KnownSystem};
use crate::organisation::{Department, Operator, SocialService, SpecialisedArea};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeated_key;
use crate::text::{Bilingual, Folded};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{rule::trial::Breaks, text::NonBlank};

pub(super) static RULE: Rule = Rule {
    code: codes::ORG003,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "externalIds")],
    title: Bilingual::new(
        "to enheder har ikke samme SOR-kode, og to enheder af samme art ikke samme id i et andet system",
        "two units do not have the same SOR code, nor two units of the same kind the same id in another system",
    ),
    why: Bilingual::new(
        "Den, der slår id'et op, finder den ene og tror, det er den anden. I SOR har hver enhed sin egen kode, også en afdeling af et tilbud. CVR-nummeret er driftsherrens, tilbud og afdelinger på samme adresse kan have samme P-nummer, og flere enheder kan have samme EAN-nummer; de numre sammenlignes ikke.",
        "Whoever looks the id up finds one of the two and takes it for the other. In SOR each unit has a code of its own, and so has a department of a service. The CVR number is the operator's, services and departments at one address can have the same P-number, and several units can have the same EAN number; these numbers are not compared.",
    ),
    remedy: Bilingual::new(
        "Slå id'et op, og ret det hos den enhed, det ikke tilhører. Har flere enheder ét id i det andet system, er der intet at rette.",
        "Look the id up, and correct it at the unit that it does not belong to. If the other system has one id for several units, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "To tilbud har samme SOR-kode, fordi det ene er kopieret fra det andet.",
        "Two services have the same SOR code, because one was copied from the other.",
    ),
    ..Rule::DERIVED
};

message! {
    SameId { unit: Bilingual, id: Bilingual }
    "{unit} har samme {id}",
    "{unit} has the same {id}",
}

const OTHER_AREA: Bilingual = Bilingual::new("et andet specialområde", "another specialised area");
const OTHER_SERVICE: Bilingual = Bilingual::new("et andet tilbud", "another service");
const OTHER_DEPARTMENT: Bilingual = Bilingual::new("en anden afdeling", "another department");
/// The levels above a department, from the operator down.
const ABOVE: [Bilingual; 3] = [
    Bilingual::new("driftsherren", "the operator"),
    Bilingual::new("et specialområde", "a specialised area"),
    Bilingual::new("et tilbud", "a service"),
];
const OTHER_SYSTEM: Bilingual = Bilingual::new("id i systemet", "id in that system");

pub(super) fn check<U: Unit>(unit: &U, at: &Path<'_>, cx: &mut Checker<'_>) {
    unit.compare(at, cx);
}

/// A unit that compares the ids of the units below it.
pub(super) trait Unit {
    fn compare(&self, _: &Path<'_>, _: &mut Checker<'_>) {}
}

impl Unit for SpecialisedArea {}
impl Unit for Department {}

impl Unit for SocialService {
    /// In an organisation, the whole compares the departments of a service.
    fn compare(&self, at: &Path<'_>, cx: &mut Checker<'_>) {
        if at.is_in("operator") {
            return;
        }
        let list = at.key("departments");
        let ids =
            self.departments.iter().enumerate().flat_map(|(n, department)| {
                ids_of(&department.external_ids, department.id.uuid(), [0, 0, n])
            });
        each_shared(&ids, |id, [_, _, n], uuid, nth| {
            report(OTHER_DEPARTMENT, id, &list.item(n, Id::<Department>::new(uuid)), nth, cx);
        });
        let codes = sor_codes(&self.external_ids, 2, self.id.uuid(), [0, 0, 0]).chain(
            self.departments.iter().enumerate().flat_map(|(n, department)| {
                sor_codes(&department.external_ids, 3, department.id.uuid(), [0, 0, n])
            }),
        );
        each_below(&codes, |unit, _, [_, _, n], uuid, nth| {
            report(unit, Some(KnownSystem::Sor), &list.item(n, Id::<Department>::new(uuid)), nth, cx);
        });
    }
}

impl Unit for Operator {
    fn compare(&self, at: &Path<'_>, cx: &mut Checker<'_>) {
        let areas = at.key("areas");
        let ids = self
            .areas
            .iter()
            .enumerate()
            .flat_map(|(n, area)| ids_of(&area.external_ids, area.id.uuid(), [n, 0, 0]));
        each_shared(&ids, |id, [n, ..], uuid, nth| {
            report(OTHER_AREA, id, &areas.item(n, Id::<SpecialisedArea>::new(uuid)), nth, cx);
        });
        let ids = services(self).flat_map(|(of_area, n, service)| {
            ids_of(&service.external_ids, service.id.uuid(), [of_area, n, 0])
        });
        each_shared(&ids, |id, [of_area, n, _], uuid, nth| {
            in_services(of_area, at, |list| {
                report(OTHER_SERVICE, id, &list.item(n, Id::<SocialService>::new(uuid)), nth, cx);
            });
        });
        let ids = services(self).flat_map(|(of_area, n, service)| {
            service.departments.iter().enumerate().flat_map(move |(m, department)| {
                ids_of(&department.external_ids, department.id.uuid(), [of_area, n, m])
            })
        });
        each_shared(&ids, |id, [of_area, n, m], uuid, nth| {
            in_services(of_area, at, |list| {
                let list = list.index(n);
                report(
                    OTHER_DEPARTMENT,
                    id,
                    &list.key("departments").item(m, Id::<Department>::new(uuid)),
                    nth,
                    cx,
                );
            });
        });
        compare_levels(self, at, cx);
    }
}

/// Compares the SOR codes of units on different levels.
fn compare_levels(operator: &Operator, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = operator.areas.iter().enumerate();
    let areas = areas.flat_map(|(n, area)| sor_codes(&area.external_ids, 1, area.id.uuid(), [n, 0, 0]));
    let below = services(operator).flat_map(|(of_area, n, service)| {
        let departments = service.departments.iter().enumerate().flat_map(move |(m, department)| {
            sor_codes(&department.external_ids, 3, department.id.uuid(), [of_area, n, m])
        });
        sor_codes(&service.external_ids, 2, service.id.uuid(), [of_area, n, 0]).chain(departments)
    });
    let codes = sor_codes(&operator.external_ids, 0, operator.id.uuid(), [0; 3]).chain(areas).chain(below);
    each_below(&codes, |unit, level, [of_area, n, m], uuid, nth| {
        let system = Some(KnownSystem::Sor);
        if level == 1 {
            let list = at.key("areas");
            return report(unit, system, &list.item(of_area, Id::<SpecialisedArea>::new(uuid)), nth, cx);
        }
        in_services(of_area, at, |list| {
            if level == 2 {
                return report(unit, system, &list.item(n, Id::<SocialService>::new(uuid)), nth, cx);
            }
            let list = list.index(n);
            report(unit, system, &list.key("departments").item(m, Id::<Department>::new(uuid)), nth, cx);
        });
    });
}

/// An id as it is compared, with where it is: the number of its area, from 1, or 0 for a service of the operator
/// itself, and the positions of the service and the department.
type Entry<'u> = (Key<'u>, (Place, Uuid, usize));
type Place = [usize; 3];
type Key<'u> = (Option<KnownSystem>, Folded<'u>, &'u str);

/// The ids of a unit that belong to one thing: not a CVR number, the P-number of an address, an EAN number, nor a code
/// for a term. An id of the wrong form is left to `DOC010`.
fn ids_of(ids: &[ExternalId], unit: Uuid, place: Place) -> impl Iterator<Item = Entry<'_>> + Clone {
    ids.iter().enumerate().filter_map(move |(nth, id)| {
        let (system, value) = (id.known_system(), id.value.as_str().trim());
        let name = match system {
            Some(KnownSystem::Cvr | KnownSystem::ProductionUnit | KnownSystem::Ffb) => return None,
            Some(system) => system.accepts(value).then(Folded::default)?,
            None if is_ean(id.system.as_str()) => return None,
            None => Folded::of_words(id.system.as_str().trim()),
        };
        Some(((system, name, value), (place, unit, nth)))
    })
}

/// Whether the name of a system means an EAN number, also called GLN: "EAN", "EAN-nr.", "eannummer".
fn is_ean(system: &str) -> bool {
    let mut words = system.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let names = ["ean", "eannr", "eannummer", "gln", "glnnummer"];
    words.next().is_some_and(|word| names.iter().any(|name| word.eq_ignore_ascii_case(name)))
}

/// Calls `each` with every id that an earlier unit has.
fn each_shared<'u>(
    ids: &(impl Iterator<Item = Entry<'u>> + Clone),
    mut each: impl FnMut(Option<KnownSystem>, Place, Uuid, usize),
) {
    each_repeated_key(ids, |(system, ..), (_, first, _), (place, unit, nth)| {
        if first != unit {
            each(system, place, unit, nth);
        }
    });
}

/// A SOR code with the level of its unit, from 0 for the operator, and where it is.
type Code<'u> = (&'u str, (usize, Place, Uuid, usize));

fn sor_codes(
    ids: &[ExternalId],
    level: usize,
    unit: Uuid,
    place: Place,
) -> impl Iterator<Item = Code<'_>> + Clone {
    ids_of(ids, unit, place).filter_map(move |((system, _, value), (place, unit, nth))| {
        (system == Some(KnownSystem::Sor)).then_some((value, (level, place, unit, nth)))
    })
}

/// Calls `each` with every code of a level above: with the unit that has it there. Of several units on one level, with the first.
fn each_below<'u>(
    codes: &(impl Iterator<Item = Code<'u>> + Clone),
    mut each: impl FnMut(Bilingual, usize, Place, Uuid, usize),
) {
    let mut seen = None;
    each_repeated_key(codes, |code, (top, ..), (level, place, unit, nth)| {
        let is_first = seen.replace((code, level)) != Some((code, level));
        if let Some(above) = ABOVE.get(top).filter(|_| is_first && level != top) {
            each(*above, level, place, unit, nth);
        }
    });
}

fn report(unit: Bilingual, system: Option<KnownSystem>, at: &Path<'_>, nth: usize, cx: &mut Checker<'_>) {
    let id = system.map_or(OTHER_SYSTEM, KnownSystem::label);
    cx.not_met(&at.key("externalIds").index(nth).key("value"), SameId { unit, id });
}

/// The services, with the number of their area, from 1, or 0 for those of the operator itself.
fn services(operator: &Operator) -> impl Iterator<Item = (usize, usize, &SocialService)> + Clone {
    let lists = [&operator.services].into_iter().chain(operator.areas.iter().map(|area| &area.services));
    lists
        .enumerate()
        .flat_map(|(of_area, list)| list.iter().enumerate().map(move |(n, service)| (of_area, n, service)))
}

/// Calls `then` with the place of the services of an area, or of the operator itself.
fn in_services(of_area: usize, at: &Path<'_>, then: impl FnOnce(&Path<'_>)) {
    match of_area.checked_sub(1) {
        None => then(&at.key("services")),
        Some(n) => then(&at.key("areas").index(n).key("services")),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Operator> = &[
    |operator, tape| {
        let id = shared(tape);
        for n in [1, 2] {
            let service = SocialService { name: Some(name(n)), ..SocialService::new(tape.spare_id(n)) };
            operator.services.push(SocialService { external_ids: [id.clone()].into(), ..service });
        }
    },
    |operator, tape| {
        let id = shared(tape);
        for n in [1, 2] {
            let area = SpecialisedArea { name: Some(name(n)), ..SpecialisedArea::new(tape.spare_id(n)) };
            operator.areas.push(SpecialisedArea { external_ids: [id.clone()].into(), ..area });
        }
    },
    |operator, tape| {
        let id = shared(tape);
        for n in [1, 2] {
            let department = Department { name: Some(name(n)), ..Department::new(tape.spare_id(n)) };
            let department = Department { external_ids: [id.clone()].into(), ..department };
            let service = SocialService::new(tape.spare_id(n.saturating_add(2)));
            operator.services.push(SocialService {
                name: Some(name(n)),
                departments: [department].into(),
                ..service
            });
        }
    },
    |operator, tape| {
        let id = ExternalId::new(NonBlank::literal("SOR"), NonBlank::literal("999999999999999"));
        let department = Department { name: Some(name(1)), ..Department::new(tape.spare_id(1)) };
        operator.services.push(SocialService {
            name: Some(name(2)),
            departments: [Department { external_ids: [id.clone()].into(), ..department }].into(),
            external_ids: [id].into(),
            ..SocialService::new(tape.spare_id(2))
        });
    },
];

#[cfg(feature = "proptest")]
fn name(n: u128) -> crate::text::Text {
    alloc::format!("Enhed nr. {n}").into()
}

/// An id that no clean draft has.
#[cfg(feature = "proptest")]
fn shared(tape: &mut crate::draft::tape::Tape<'_>) -> ExternalId {
    let (system, value) = *tape.pick(&[("SOR", "999999999999999"), ("Nexus", "4711")]);
    ExternalId::new(NonBlank::literal(system), NonBlank::literal(value))
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The CVR number, a term, a P-number, units of two kinds, an id that a unit has twice, one value in two systems,
    // and an id without the form of its system.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "services": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "externalIds": [
                        { "system": "CVR", "value": "13748136" }, { "system": "P-nummer", "value": "1003388394" }, { "system": "P-nummer", "value": "1003388394" },
                        { "system": "KL FFB", "value": "0bb3daef-538d-45dc-b444-abdbcb63f6bc" }, { "system": "Nexus", "value": "17" }, { "system": "SOR", "value": "17" },
                        { "system": "EAN-nr.", "value": "5798009876543" }
                    ],
                    "departments": [
                        { "id": "00000000-0000-4000-8000-000000000011", "externalIds": [{ "system": "P-nummer", "value": "1003388394" }, { "system": "gln", "value": "5798009876543" }] },
                        { "id": "00000000-0000-4000-8000-000000000012", "externalIds": [{ "system": "P-nummer", "value": "1003388394" }, { "system": "GLN", "value": "5798009876543" }] }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "externalIds": [
                        { "system": "CVR", "value": "13748136" }, { "system": "KL FFB", "value": "0bb3daef-538d-45dc-b444-abdbcb63f6bc" },
                        { "system": "P-nr.", "value": "1003388394" }, { "system": "Sensum", "value": "17" }, { "system": "SOR", "value": "17" },
                        { "system": "EAN-nr.", "value": "5798009876543" }
                    ]
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "areas": [
                {
                    "id": "00000000-0000-4000-8000-000000000004", "externalIds": [{ "system": "Nexus", "value": "9" }],
                    "services": [{
                        "id": "00000000-0000-4000-8000-000000000005", "externalIds": [{ "system": "sor-kode", "value": " 325271000016004" }],
                        "departments": [
                            { "id": "00000000-0000-4000-8000-000000000011", "externalIds": [{ "system": "SOR", "value": "330461000016004" }] },
                            { "id": "00000000-0000-4000-8000-000000000012", "externalIds": [{ "system": "SOR-kode", "value": "330461000016004" }] }
                        ]
                    }]
                },
                { "id": "00000000-0000-4000-8000-000000000006", "externalIds": [{ "system": "nexus", "value": "9" }] }
            ],
            "services": [{
                "id": "00000000-0000-4000-8000-000000000007", "externalIds": [{ "system": "SOR", "value": "325271000016004" }]
            }]
        }"#,
        &[
            not_met(
                "/areas/0/services/0/externalIds/0/value",
                "et andet tilbud har samme SOR-kode",
                "another service has the same SOR code",
            ),
            not_met(
                "/areas/0/services/0/departments/1/externalIds/0/value",
                "en anden afdeling har samme SOR-kode",
                "another department has the same SOR code",
            ),
            not_met(
                "/areas/1/externalIds/0/value",
                "et andet specialområde har samme id i systemet",
                "another specialised area has the same id in that system",
            ),
        ],
    ),
    // On several levels, twice on one of them, and the ids of another system.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "externalIds": [{ "system": "SOR", "value": "325271000016004" }],
            "areas": [{
                "id": "00000000-0000-4000-8000-000000000004", "externalIds": [{ "system": "SOR", "value": "325271000016004" }, { "system": "Nexus", "value": "9" }],
                "services": [{
                    "id": "00000000-0000-4000-8000-000000000005",
                    "externalIds": [{ "system": "SOR", "value": "330461000016004" }, { "system": "Nexus", "value": "9" }],
                    "departments": [
                        { "id": "00000000-0000-4000-8000-000000000011", "externalIds": [{ "system": "SOR-kode", "value": "330461000016004" }] },
                        { "id": "00000000-0000-4000-8000-000000000012", "externalIds": [{ "system": "SOR", "value": "330461000016004" }] }
                    ]
                }]
            }],
            "services": [{
                "id": "00000000-0000-4000-8000-000000000007", "externalIds": [{ "system": "SOR", "value": "325271000016004" }]
            }]
        }"#,
        &[
            not_met(
                "/areas/0/externalIds/0/value",
                "driftsherren har samme SOR-kode",
                "the operator has the same SOR code",
            ),
            not_met(
                "/areas/0/services/0/departments/0/externalIds/0/value",
                "et tilbud har samme SOR-kode",
                "a service has the same SOR code",
            ),
            not_met(
                "/areas/0/services/0/departments/1/externalIds/0/value",
                "en anden afdeling har samme SOR-kode",
                "another department has the same SOR code",
            ),
            not_met(
                "/services/0/externalIds/0/value",
                "driftsherren har samme SOR-kode",
                "the operator has the same SOR code",
            ),
        ],
    ),
];
