//! No standard is listed twice in an evaluation.

use crate::codes;
use crate::evaluation::{EvaluatedStandard, Evaluation};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::section::SectionNumber;
use crate::sorted::each_repeated_key;
use crate::text::{Bilingual, Folded, ordinal};

use super::eva003_standards_of_set::called;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::text::Text;

pub(super) static RULE: Rule = Rule {
    code: codes::EVA004,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "evaluations")],
    title: Bilingual::new(
        "ingen standard står to gange i en evaluering, og ingen to standarder har samme nummer eller navn",
        "no standard is listed twice in an evaluation, and no two standards have the same number or name",
    ),
    why: Bilingual::new(
        "Står en standard to gange, ved læseren ikke, hvilken vurdering der gælder.",
        "If a standard is listed twice, readers do not know which rating counts.",
    ),
    remedy: Bilingual::new(
        "Saml det, der er sagt om standarden, ét sted, eller ret id'et, nummeret eller navnet.",
        "Put what is said about the standard in one place, or correct the id, the number or the name.",
    ),
    example: Bilingual::new(
        "Standarden Kommunikation har fået to forskellige vurderinger.",
        "The standard on communication is rated twice, each time differently.",
    ),
    ..Rule::DERIVED
};

message! {
    Again { first: u64 }
    "standarden er den samme som den {first}. på listen",
    "the standard is the same as that in position {first} of the list",
}

message! {
    AgainNumbered { first: u64, number: SectionNumber }
    "standarden er den samme som den {first}. på listen, standard {number}",
    "the standard is the same as that in position {first} of the list, standard {number}",
}

message! {
    SameNumber { first: u64 }
    "standarden har samme nummer som den {first}. på listen, som er en anden standard",
    "the standard has the number of that in position {first} of the list, which is another standard",
}

message! {
    SameName { first: u64 }
    "standarden har samme navn som den {first}. på listen, som er en anden standard",
    "the standard has the same name as that in position {first} of the list, which is another standard",
}

/// An id says which standard it is. Without one the number says it, or else the name, if nothing contradicts it.
pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    let again = |key: &'static str, first: usize, n: usize, cx: &mut Checker<'_>| {
        let place = list.index(n);
        let place = place.key(key);
        match evaluation.standards.get(first).and_then(|one| one.number) {
            Some(number) if key != "number" => {
                cx.not_met(&place, AgainNumbered { first: ordinal(first), number });
            }
            _ => cx.not_met(&place, Again { first: ordinal(first) }),
        }
    };
    let standard = |n: usize| evaluation.standards.get(n);
    let can_be_one = |one: &EvaluatedStandard, other: &EvaluatedStandard| {
        (one.standard.is_none() || other.standard.is_none())
            && one.area.zip(other.area).is_none_or(|(one, other)| one == other)
    };
    // EVA003 finds a standard that has the name of another one of the set.
    let set = evaluation.published_set();
    let has_name_of_set =
        |one: &EvaluatedStandard| one.standard.is_some() && set.is_some_and(|set| called(one, set).is_some());
    let standards = evaluation.standards.iter().enumerate();
    let ids = standards.clone().filter_map(|(n, one)| Some((one.standard?.uuid(), n)));
    each_repeated_key(&ids, |_, first, n| again("standard", first, n, cx));
    let numbers = standards.clone().filter_map(|(n, one)| Some((Some(one.number?), n)));
    each_repeated_key(&numbers, |_, first, n| {
        let (Some(one), Some(other)) = (standard(first), standard(n)) else { return };
        if can_be_one(one, other) && name(one).zip(name(other)).is_none_or(|(one, other)| one == other) {
            again("number", first, n, cx);
        } else if one.standard.is_none_or(|id| Some(id) != other.standard) && is_numbered_together(one, other)
        {
            cx.not_met(&list.index(n).key("number"), SameNumber { first: ordinal(first) });
        }
    });
    let names = standards.filter_map(|(n, one)| Some((name(one)?, n)));
    each_repeated_key(&names, |_, first, n| {
        let (Some(one), Some(other)) = (standard(first), standard(n)) else { return };
        if can_be_one(one, other) && (one.number.is_none() || other.number.is_none()) {
            again("name", first, n, cx);
        } else if is_other(one, other) && !has_name_of_set(one) && !has_name_of_set(other) {
            cx.not_met(&list.index(n).key("name"), SameName { first: ordinal(first) });
        }
    });
}

/// Two standards of one area, by id or by number, neither or both of them a region's own.
fn is_other(one: &EvaluatedStandard, other: &EvaluatedStandard) -> bool {
    let differ = |same: Option<bool>| same == Some(false);
    let by_id = one.standard.zip(other.standard).map(|(one, other)| one == other);
    let by_number = one.number.zip(other.number).map(|(one, other)| one == other);
    let are_different = differ(by_id) && by_number != Some(true) || by_id.is_none() && differ(by_number);
    let is_one_area = one.area().zip(other.area()).is_none_or(|(one, other)| one == other);
    are_different && is_one_area && is_regional(one) == is_regional(other)
}

fn is_regional(one: &EvaluatedStandard) -> bool {
    one.origin.as_ref().is_some_and(|origin| !origin.is_common())
}

/// Each area may count from one, where numbers have no chapter, and so may each region in its additions.
fn is_numbered_together(one: &EvaluatedStandard, other: &EvaluatedStandard) -> bool {
    let has_chapter = one.number.is_some_and(|number| number.depth() > 0);
    (has_chapter || one.area().zip(other.area()).is_none_or(|(one, other)| one == other))
        && is_regional(one) == is_regional(other)
}

fn name(standard: &EvaluatedStandard) -> Option<Folded<'_>> {
    Folded::stated(standard.name.as_ref())
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, tape| {
        let EvaluatedStandard { standard, method, .. } = *tape.pick(&evaluation.standards);
        evaluation.standards.push(EvaluatedStandard { standard, method, ..EvaluatedStandard::default() });
        evaluation.stated_standards = None;
    },
    |evaluation, tape| {
        let EvaluatedStandard { number, method, .. } = *tape.pick(&evaluation.standards);
        evaluation.standards.push(EvaluatedStandard { number, method, ..EvaluatedStandard::default() });
        evaluation.stated_standards = None;
    },
    |evaluation, tape| {
        let EvaluatedStandard { number, method, area, .. } = *tape.pick(&evaluation.standards);
        let name = Some(Text::from("En anden standard"));
        evaluation.standards.push(EvaluatedStandard {
            number,
            name,
            area,
            method,
            ..EvaluatedStandard::default()
        });
        evaluation.stated_standards = None;
    },
    |evaluation, tape| {
        let EvaluatedStandard { name, method, .. } = tape.pick(&evaluation.standards).clone();
        evaluation.standards.push(EvaluatedStandard { name, method, ..EvaluatedStandard::default() });
        evaluation.stated_standards = None;
    },
    |evaluation, tape| {
        let EvaluatedStandard { name, method, area, .. } = tape.pick(&evaluation.standards).clone();
        let number = Some(SectionNumber::of_chapter(1, 9));
        evaluation.standards.push(EvaluatedStandard {
            number,
            name,
            area,
            method,
            ..EvaluatedStandard::default()
        });
        evaluation.stated_standards = None;
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Which standard it is may be unknown.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [
                { "standard": "00000000-0000-4000-8000-000000000002" }, {}, { "number": "1.1" }, { "name": " " }, { "name": "" },
                { "standard": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
    ),
    // Other numbers, other areas, and a region that counts its own.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [
                { "standard": "00000000-0000-4000-8000-000000000002", "number": "1", "area": "serviceSpecific" },
                { "standard": "00000000-0000-4000-8000-000000000003", "number": "1", "area": "organisational" },
                { "number": "2.1", "name": "Ledelse" },
                { "number": "2.1", "name": "Hygiejne", "origin": { "regional": {} } },
                { "number": "2.4", "name": "Arbejdsmiljø" },
                { "name": "Kommunikation", "area": "serviceSpecific" }, { "name": "Kommunikation", "area": "organisational" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [
                { "standard": "00000000-0000-4000-8000-000000000002", "number": "1.1", "area": "serviceSpecific" },
                { "standard": "00000000-0000-4000-8000-000000000003", "number": "1.1", "area": "organisational" },
                { "number": "2.1", "name": "Ledelse" }, { "number": "2.1", "name": "Arbejdsmiljø" }
            ]
        }"#,
        &[
            not_met(
                "/standards/1/number",
                "standarden har samme nummer som den 1. på listen, som er en anden standard",
                "the standard has the number of that in position 1 of the list, which is another standard",
            ),
            not_met(
                "/standards/3/number",
                "standarden har samme nummer som den 3. på listen, som er en anden standard",
                "the standard has the number of that in position 3 of the list, which is another standard",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [
                { "standard": "00000000-0000-4000-8000-000000000002", "number": "1.1", "name": "Kommunikation" },
                { "number": "1.1" }, { "name": "kommunikation " }, { "number": "2.1" }, { "number": "1.1", "name": "Kommunikation" }
            ]
        }"#,
        &[
            not_met(
                "/standards/1/number",
                "standarden er den samme som den 1. på listen",
                "the standard is the same as that in position 1 of the list",
            ),
            not_met(
                "/standards/2/name",
                "standarden er den samme som den 1. på listen, standard 1.1",
                "the standard is the same as that in position 1 of the list, standard 1.1",
            ),
            not_met(
                "/standards/4/number",
                "standarden er den samme som den 1. på listen",
                "the standard is the same as that in position 1 of the list",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [
                { "standard": "00000000-0000-4000-8000-000000000003" },
                { "standard": "00000000-0000-4000-8000-000000000002" },
                { "standard": "00000000-0000-4000-8000-000000000003" },
                { "standard": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
        &[
            not_met(
                "/standards/2/standard",
                "standarden er den samme som den 1. på listen",
                "the standard is the same as that in position 1 of the list",
            ),
            not_met(
                "/standards/3/standard",
                "standarden er den samme som den 1. på listen",
                "the standard is the same as that in position 1 of the list",
            ),
        ],
    ),
    // Two standards with the same name, also in two areas or with one of them a region's own.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation",
            "standards": [
                { "standard": "00000000-0000-4000-8000-000000000002", "name": "Kommunikation" },
                { "standard": "00000000-0000-4000-8000-000000000003", "name": " kommunikation" },
                { "standard": "00000000-0000-4000-8000-000000000004", "name": "Ledelse", "area": "organisational" },
                { "standard": "00000000-0000-4000-8000-000000000005", "name": "Ledelse", "area": "serviceSpecific" },
                { "standard": "00000000-0000-4000-8000-000000000006", "name": "Hygiejne", "number": "1.1" },
                { "number": "1.2", "name": "Hygiejne" },
                { "standard": "00000000-0000-4000-8000-000000000007", "name": "Hygiejne", "origin": { "regional": {} } }
            ]
        }"#,
        &[
            not_met(
                "/standards/1/name",
                "standarden har samme navn som den 1. på listen, som er en anden standard",
                "the standard has the same name as that in position 1 of the list, which is another standard",
            ),
            not_met(
                "/standards/5/name",
                "standarden har samme navn som den 5. på listen, som er en anden standard",
                "the standard has the same name as that in position 5 of the list, which is another standard",
            ),
        ],
    ),
    // EVA003 finds the name of another standard of the set.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "standardSet": "6b76616c-6974-8000-8000-000100000000",
            "standards": [
                { "standard": "6b76616c-6974-8000-8000-000100020100", "name": "Ledelse" },
                { "standard": "6b76616c-6974-8000-8000-000100020200", "name": "Ledelse" }
            ]
        }"#,
    ),
    // Without an area, or with one, two numbers may be of one area. Only one of two names is of the set.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation",
            "standards": [
                { "standard": "00000000-0000-4000-8000-000000000002", "number": "1.1", "name": "Hygiejne" },
                { "number": "1.1" },
                { "standard": "00000000-0000-4000-8000-000000000003", "number": "2", "name": "Kost" },
                { "standard": "00000000-0000-4000-8000-000000000004", "number": "2", "name": "Motion" },
                { "standard": "00000000-0000-4000-8000-000000000005", "number": "3", "area": "organisational" },
                { "standard": "00000000-0000-4000-8000-000000000006", "number": "3", "area": "organisational" },
                { "standard": "00000000-0000-4000-8000-000000000007", "number": "3", "area": "serviceSpecific" }
            ]
        }"#,
        &[
            not_met(
                "/standards/1/number",
                "standarden er den samme som den 1. på listen",
                "the standard is the same as that in position 1 of the list",
            ),
            not_met(
                "/standards/3/number",
                "standarden har samme nummer som den 3. på listen, som er en anden standard",
                "the standard has the number of that in position 3 of the list, which is another standard",
            ),
            not_met(
                "/standards/5/number",
                "standarden har samme nummer som den 5. på listen, som er en anden standard",
                "the standard has the number of that in position 5 of the list, which is another standard",
            ),
        ],
    ),
    // Of two with one name one has no number.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation",
            "standards": [
                { "standard": "00000000-0000-4000-8000-000000000002", "name": "Hygiejne" },
                { "number": "1.1", "name": "Hygiejne" },
                { "number": "1.2", "name": "Kost", "area": "organisational" },
                { "name": "Kost", "area": "organisational" }
            ]
        }"#,
        &[
            not_met(
                "/standards/1/name",
                "standarden er den samme som den 1. på listen",
                "the standard is the same as that in position 1 of the list",
            ),
            not_met(
                "/standards/3/name",
                "standarden er den samme som den 3. på listen, standard 1.2",
                "the standard is the same as that in position 3 of the list, standard 1.2",
            ),
        ],
    ),
    // Only the first is known by its id to be of the set.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standardSet": "6b76616c-6974-8000-8000-000100000900",
            "standards": [
                {
                    "standard": "00000000-0000-4000-8000-000000000002", "number": "1.1",
                    "name": "Forebyggelse af overgreb"
                },
                { "number": "1.2", "name": "Forebyggelse af overgreb" }
            ]
        }"#,
        &[not_met(
            "/standards/1/name",
            "standarden har samme navn som den 1. på listen, som er en anden standard",
            "the standard has the same name as that in position 1 of the list, which is another standard",
        )],
    ),
    // Two ids with one number may be one standard, wrongly named; a number alone tells two apart.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation",
            "standards": [
                {
                    "standard": "00000000-0000-4000-8000-000000000002", "number": "1.1", "name": "Hygiejne",
                    "origin": "common"
                },
                {
                    "standard": "00000000-0000-4000-8000-000000000003", "number": "1.1", "name": "Hygiejne",
                    "origin": "common"
                },
                { "standard": "00000000-0000-4000-8000-000000000004", "name": "Kost", "number": "1.2" },
                { "standard": "00000000-0000-4000-8000-000000000004", "name": "Kost", "number": "1.3" },
                { "standard": "00000000-0000-4000-8000-000000000005", "name": "Ro", "origin": "common" },
                { "standard": "00000000-0000-4000-8000-000000000006", "name": "Ro" }
            ]
        }"#,
        &[
            not_met(
                "/standards/1/number",
                "standarden har samme nummer som den 1. på listen, som er en anden standard",
                "the standard has the number of that in position 1 of the list, which is another standard",
            ),
            not_met(
                "/standards/3/standard",
                "standarden er den samme som den 3. på listen, standard 1.2",
                "the standard is the same as that in position 3 of the list, standard 1.2",
            ),
            not_met(
                "/standards/5/name",
                "standarden har samme navn som den 5. på listen, som er en anden standard",
                "the standard has the same name as that in position 5 of the list, which is another standard",
            ),
        ],
    ),
];
