//! The tree of an organisation, and its rules.
#![cfg(feature = "proptest")]
#![expect(clippy::arithmetic_side_effects, clippy::expect_used, reason = "tests may panic")]

use std::collections::BTreeSet;

use kvalitetsmodel::id::Id;
use kvalitetsmodel::organisation::{
    Department, LegalBasis, Operator, OperatorKind, OrgNode, OrgUnit, SocialService, SpecialisedArea,
};
use kvalitetsmodel::text::Text;
use kvalitetsmodel::{Lang, check, codes, strategy};
use proptest::prelude::*;

fn department(n: u128) -> Department {
    Department { name: Some(format!("afdeling {n}").into()), ..Department::new(Id::from_u128(n)) }
}

fn service(n: u128, departments: Vec<Department>) -> SocialService {
    SocialService {
        name: Some(format!("tilbud {n}").into()),
        departments,
        ..SocialService::new(Id::from_u128(n))
    }
}

/// 1 › area 2 › service 3 › departments 4, 5; 1 › service 6 › department 7.
fn region() -> Operator {
    let area = SpecialisedArea {
        name: Some("specialområde".into()),
        services: vec![service(3, vec![department(4), department(5)])],
        ..SpecialisedArea::new(Id::from_u128(2))
    };
    Operator {
        name: Some("region".into()),
        kind: Some(OperatorKind::Region),
        areas: vec![area],
        services: vec![service(6, vec![department(7)])],
        ..Operator::new(Id::from_u128(1))
    }
}

fn number(unit: OrgUnit) -> u128 {
    unit.subject().id.as_u128()
}

fn numbers(units: impl Iterator<Item = OrgUnit>) -> Vec<u128> {
    units.map(number).collect()
}

fn unit(operator: &Operator, n: u128) -> OrgUnit {
    operator.units().map(OrgNode::unit).find(|unit| number(*unit) == n).expect("a unit of the tree")
}

#[test]
fn units_are_in_document_order() {
    assert_eq!(numbers(region().units().map(OrgNode::unit)), [1, 2, 3, 4, 5, 6, 7]);
}

#[test]
fn children_are_one_level_below_and_others_on_every_level() {
    let region = region();
    let children = |n| numbers(region.children_of(unit(&region, n)));
    assert_eq!(children(1), [2, 6]);
    assert_eq!(children(2), [3]);
    assert_eq!(children(3), [4, 5]);
    assert_eq!(children(4), []);
    assert_eq!(numbers(region.below(unit(&region, 1))), [2, 3, 4, 5, 6, 7]);
    assert_eq!(numbers(region.below(unit(&region, 2))), [3, 4, 5]);
    let stranger = OrgUnit::from(Id::<SocialService>::from_u128(4));
    assert_eq!(region.find(stranger), None, "a department's id names no service");
    assert_eq!(region.below(stranger).count(), 0);
}

#[test]
fn a_unit_inside_another_is_found_at_any_distance() {
    let region = region();
    let unit = |n| unit(&region, n);
    assert_eq!(region.nested(&[unit(4), unit(6), unit(2)]), Some((unit(2), unit(4))));
    assert_eq!(region.nested(&[unit(7), unit(3), unit(3)]), None);
    assert_eq!(region.nested(&[]), None);
}

#[test]
fn org001_names_the_level_of_a_unit_without_name() {
    let mut region = region();
    region.name = None;
    region.areas[0].name = Some(Text::from(" "));
    region.areas[0].services[0].name = None;
    region.services[0].departments[0].name = None;
    let report = check(&region, &strategy::context());
    let found: Vec<_> = report
        .findings()
        .iter()
        .map(|finding| {
            assert_eq!(finding.code(), codes::ORG001);
            (finding.at().to_string(), finding.message(Lang::Da), finding.message(Lang::En))
        })
        .collect();
    let line = |at: &str, da: &str, en: &str| (at.to_owned(), da.to_owned(), en.to_owned());
    assert_eq!(
        found,
        [
            line("", "driftsherren har intet navn", "the operator has no name"),
            line("/areas/0", "specialområdet har intet navn", "the specialised area has no name"),
            line("/areas/0/services/0", "tilbuddet har intet navn", "the service has no name"),
            line("/services/0/departments/0", "afdelingen har intet navn", "the department has no name"),
        ]
    );
    assert!(!report.rejects());
}

#[test]
fn doc001_finds_an_id_used_on_two_levels() {
    let mut region = region();
    region.services[0].departments[0].id = Id::from_u128(3);
    let report = check(&region, &strategy::context());
    let [finding] = report.findings() else { panic!("one finding: {report:#?}") };
    assert_eq!((finding.code(), finding.at().as_str()), (codes::DOC001, "/services/0/departments/0"));
    assert!(report.rejects());
}

#[test]
fn a_unit_is_named_by_its_level_and_id_and_nothing_else() {
    let read = |text: &str| serde_json::from_str::<OrgUnit>(text);
    let id = "00000000-0000-0000-0000-000000000003";
    let unit = read(&format!(r#"{{ "department": {{ "id": "{id}" }} }}"#)).unwrap();
    assert_eq!(unit, OrgUnit::from(Id::<Department>::from_u128(3)));
    assert!(read(&format!(r#"{{ "department": {{ "id": "{id}", "name": "A" }} }}"#)).is_err());
    assert!(read(&format!(r#"{{ "team": {{ "id": "{id}" }} }}"#)).is_err());
}

#[test]
fn free_text_is_not_shown() {
    let other = OperatorKind::Other { name: "Fonden Karen Hansen".into() };
    assert_eq!(other.label().in_lang(Lang::Da), "anden driftsherre");
    let basis = LegalBasis::Other { name: "sundhedsloven § 1".into() };
    assert_eq!(basis.in_lang(Lang::En).to_string(), "other provision");
    let basis = LegalBasis::SocialServices { paragraph: 108 };
    assert_eq!(basis.in_lang(Lang::En).to_string(), "Social Services Act § 108");
}

proptest! {
    #[test]
    fn every_unit_but_the_first_is_the_child_of_exactly_one(operator in strategy::clean::<Operator>()) {
        let all: Vec<_> = operator.units().map(OrgNode::unit).collect();
        let children: Vec<_> = all.iter().flat_map(|unit| operator.children_of(*unit)).collect();
        prop_assert_eq!(children.len() + 1, all.len());
        let distinct: BTreeSet<_> = children.into_iter().chain([OrgUnit::from(operator.id)]).collect();
        prop_assert_eq!(distinct, all.iter().copied().collect::<BTreeSet<_>>());
        prop_assert!(operator.below(OrgUnit::from(operator.id)).eq(all.into_iter().skip(1)));
    }

    #[test]
    fn children_are_never_part_of_each_other(operator in strategy::clean::<Operator>()) {
        for unit in operator.units().map(OrgNode::unit) {
            let children: Vec<_> = operator.children_of(unit).collect();
            prop_assert_eq!(operator.nested(&children), None);
        }
    }
}
