//! In a caseload: a criterion of a set and a department of the service stand once.

use crate::codes;
use crate::goal::Caseload;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_namesake;
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(feature = "proptest")]
use crate::goal::{Criterion, CriterionSet};
#[cfg(feature = "proptest")]
use crate::organisation::{Department, SocialService};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL026,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "caseload, criterionSets, criteria; service, departments",
    )],
    title: Bilingual::new(
        "et kriterium i et kriteriesæt og en afdeling i borgergruppens tilbud står én gang",
        "a criterion of a criterion set and a department of the service of a caseload stand once",
    ),
    why: Bilingual::new(
        "Med to id'er er det to kriterier eller to afdelinger. Er det én og samme, mangler den ene en afgørelse i hver vurdering, og borgerne tælles på to lister.",
        "With two ids they are two criteria or two departments. If it is one and the same, each assessment lacks a verdict on one of them, and citizens are counted in two lists.",
    ),
    remedy: Bilingual::new(
        "Brug samme id begge steder. Er det to, så gør betydningerne eller navnene forskellige.",
        "Use one id in both places. If they are two, make the meanings or the names different.",
    ),
    example: Bilingual::new(
        "Tilbuddet har to afdelinger, der begge hedder Afdeling Nord, med hvert sit id.",
        "The service has two departments that are both called Afdeling Nord, each with an id of its own.",
    ),
    ..Rule::DERIVED
};

message! {
    SameCriterion { first: u64 }
    "kriteriet har samme bogstav og betydning som kriterium {first} i sættet, men et andet id",
    "the criterion has the same letter and meaning as criterion {first} of the set, but another id",
}

message! {
    SameDepartment { first: u64 }
    "afdelingen har samme navn som tilbuddets afdeling {first}, men et andet id",
    "the department has the same name as department {first} of the service, but another id",
}

/// One letter can stand for two things, as the E of SMARTE does.
pub(super) fn check(caseload: &Caseload, at: &Path<'_>, cx: &mut Checker<'_>) {
    let sets = at.key("criterionSets");
    for (n, set) in caseload.criterion_sets.iter().enumerate() {
        let set_at = sets.item(n, set.id);
        let list = set_at.key("criteria");
        each_namesake(
            &set.criteria,
            |one| {
                let letter = Folded::stated(one.letter.as_ref()).unwrap_or_default();
                Some((letter, Folded::stated(one.meaning.as_ref())?))
            },
            |one| one.id,
            |again, n, first| {
                cx.not_met(&list.item(n, again.id), SameCriterion { first: ordinal(first) });
            },
        );
    }
    let Some(service) = &caseload.service else { return };
    let service_at = at.key("service");
    let list = service_at.key("departments");
    each_namesake(
        &service.departments,
        |one| Folded::stated(one.name.as_ref()),
        |one| one.id,
        |again, n, first| {
            cx.not_met(&list.item(n, again.id).key("name"), SameDepartment { first: ordinal(first) });
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Caseload> = &[
    |caseload, tape| {
        let meaning = Some(tape.said());
        let criteria = [tape.spare_id(1), tape.spare_id(2)];
        let criteria = criteria.map(|id| Criterion { meaning: meaning.clone(), ..Criterion::new(id) });
        let set = CriterionSet { criteria: criteria.into(), ..CriterionSet::new(tape.spare_id(3)) };
        caseload.criterion_sets.push(set);
    },
    |caseload, tape| {
        let name = Some(tape.said());
        let departments = [tape.spare_id(1), tape.spare_id(2)];
        let departments = departments.map(|id| Department { name: name.clone(), ..Department::new(id) });
        caseload.citizens.iter_mut().for_each(|one| (one.service, one.department) = (None, None));
        caseload.service = Some(SocialService {
            name,
            departments: departments.into(),
            ..SocialService::new(tape.spare_id(3))
        });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // One letter for two things, the meanings of two sets, and what is blank or not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "criterionSets": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "criteria": [
                        { "id": "00000000-0000-4000-8000-000000000011", "letter": "E", "meaning": "engagerende" },
                        { "id": "00000000-0000-4000-8000-000000000012", "letter": "E", "meaning": "evaluerbar" },
                        { "id": "00000000-0000-4000-8000-000000000013", "letter": "M" },
                        { "id": "00000000-0000-4000-8000-000000000014", "letter": "M", "meaning": " " }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "criteria": [{ "id": "00000000-0000-4000-8000-000000000015", "letter": "E", "meaning": "engagerende" }]
                }
            ],
            "service": {
                "id": "00000000-0000-4000-8000-000000000004",
                "departments": [
                    { "id": "00000000-0000-4000-8000-000000000021", "name": "Nord" },
                    { "id": "00000000-0000-4000-8000-000000000022", "name": "Nord 2" },
                    { "id": "00000000-0000-4000-8000-000000000023" }, { "id": "00000000-0000-4000-8000-000000000024" }
                ]
            }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "criterionSets": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "criteria": [
                    { "id": "00000000-0000-4000-8000-000000000011", "letter": "S", "meaning": "specifikt" },
                    { "id": "00000000-0000-4000-8000-000000000012", "letter": "T", "meaning": "tidsbestemt" },
                    { "id": "00000000-0000-4000-8000-000000000013", "letter": "t", "meaning": "Tidsbestemt " }
                ]
            }],
            "service": {
                "id": "00000000-0000-4000-8000-000000000004",
                "departments": [
                    { "id": "00000000-0000-4000-8000-000000000021", "name": "Afdeling Nord" },
                    { "id": "00000000-0000-4000-8000-000000000022", "name": "Afdeling Syd" },
                    { "id": "00000000-0000-4000-8000-000000000023", "name": "afdeling  Nord" }
                ]
            }
        }"#,
        &[
            not_met(
                "/service/departments/2/name",
                "afdelingen har samme navn som tilbuddets afdeling 1, men et andet id",
                "the department has the same name as department 1 of the service, but another id",
            ),
            not_met(
                "/criterionSets/0/criteria/2",
                "kriteriet har samme bogstav og betydning som kriterium 2 i sættet, men et andet id",
                "the criterion has the same letter and meaning as criterion 2 of the set, but another id",
            ),
        ],
    ),
];
