//! In a caseload: a criterion set, a criterion of a set and a department of the service are listed once, and letters distinguish
//! criteria.

use crate::codes;
use crate::goal::{Caseload, Criterion, CriterionSet};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeat_with_other_id;
#[cfg(feature = "proptest")]
use crate::text::Text;
use crate::text::{Bilingual, Folded, ordinal};

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
        "caseload, criterionSets, criteria, letter; service, departments",
    )],
    title: Bilingual::new(
        "et kriteriesæt, et kriterium i det og en afdeling i borgergruppens tilbud står kun én gang, og bogstaverne skelner mellem kriterierne",
        "a criterion set, a criterion of it and a department of the service of a caseload are listed only once, and letters tell criteria apart",
    ),
    why: Bilingual::new(
        "Med to id'er er det to. Er det ét og det samme, mangler det ene kriterium en bedømmelse i hver vurdering, og borgerne tælles på to lister. Har to kriterier samme bogstav, kan ingen se på bogstavet, hvilket der er vurderet; kun hvis begge betydninger begynder med det, er det ment sådan.",
        "With two ids they are two. If they are the same, each assessment lacks a verdict on one of the criteria, and citizens are counted in two lists. If two criteria share a letter, the letter does not tell which of them was judged; it is meant so only if both meanings begin with it.",
    ),
    remedy: Bilingual::new(
        "Brug samme id begge steder. Er det to, så gør bogstaverne, betydningerne eller navnene forskellige.",
        "Use one id in both places. If they are two, make the letters, the meanings or the names different.",
    ),
    example: Bilingual::new(
        "Tilbuddet har to afdelinger, der begge hedder Afdeling Nord, med hver sit id.",
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
    SameLetter { other: u64 }
    "kriteriet har samme bogstav som kriterium {other} i sættet, men dets betydning begynder ikke med det",
    "the criterion has the same letter as criterion {other} of the set, but its meaning does not begin with it",
}

message! {
    SameSet { first: u64 }
    "kriteriesættet har samme navn, version og kilde som kriteriesæt {first}, men et andet id",
    "the criterion set has the same name, version and source as criterion set {first}, but another id",
}

message! {
    SameDepartment { first: u64 }
    "afdelingen har samme navn som tilbuddets afdeling {first}, men et andet id",
    "the department has the same name as department {first} of the service, but another id",
}

pub(super) fn check(caseload: &Caseload, at: &Path<'_>, cx: &mut Checker<'_>) {
    let sets = at.key("criterionSets");
    for (n, set) in caseload.criterion_sets.iter().enumerate() {
        let set_at = sets.item(n, set.id);
        let list = set_at.key("criteria");
        each_repeat_with_other_id(
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
        check_letters(set, &list, cx);
    }
    each_repeat_with_other_id(
        &caseload.criterion_sets,
        |one| {
            let [name, version, source] =
                [&one.name, &one.version, &one.source].map(|text| Folded::stated(text.as_ref()));
            Some((name?, version.unwrap_or_default(), source.unwrap_or_default()))
        },
        |one| one.id,
        |again, n, first| {
            cx.not_met(&sets.item(n, again.id).key("name"), SameSet { first: ordinal(first) });
        },
    );
    let Some(service) = &caseload.service else { return };
    let service_at = at.key("service");
    let list = service_at.key("departments");
    each_repeat_with_other_id(
        &service.departments,
        |one| Folded::stated(one.name.as_ref()),
        |one| one.id,
        |again, n, first| {
            cx.not_met(&list.item(n, again.id).key("name"), SameDepartment { first: ordinal(first) });
        },
    );
}

/// One letter can stand for two things, as the E of SMARTE and the R of SMARTER do: both begin with it. Criteria with
/// the same meaning have already been found.
fn check_letters(set: &CriterionSet, list: &Path<'_>, cx: &mut Checker<'_>) {
    let mut first_is_found = None;
    each_repeat_with_other_id(
        &set.criteria,
        |one| Folded::stated(one.letter.as_ref()),
        |one| one.id,
        |again, n, first_n| {
            let Some(first) = set.criteria.get(first_n) else { return };
            let [one, other] = [first, again].map(|one| Folded::stated(one.meaning.as_ref()));
            if one == other {
                return;
            }
            if begins_otherwise(again) {
                cx.not_met(&list.item(n, again.id).key("letter"), SameLetter { other: ordinal(first_n) });
            } else if begins_otherwise(first) && first_is_found.replace(first_n) != Some(first_n) {
                cx.not_met(&list.item(first_n, first.id).key("letter"), SameLetter { other: ordinal(n) });
            }
        },
    );
}

/// Whether its meaning is stated and does not begin with its letter.
fn begins_otherwise(one: &Criterion) -> bool {
    one.letter.as_ref().zip(one.meaning.as_ref()).is_some_and(|(letter, meaning)| {
        let [letter, meaning] = [letter, meaning].map(|text| text.as_str().trim().chars());
        let mut meaning = meaning.flat_map(char::to_lowercase).peekable();
        let mut letter = letter.flat_map(char::to_lowercase);
        meaning.peek().is_some() && letter.any(|letter| meaning.next() != Some(letter))
    })
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
        let criterion = |(id, meaning): (u128, &'static str)| Criterion {
            letter: Some("R".into()),
            meaning: Some(meaning.into()),
            ..Criterion::new(tape.spare_id(id))
        };
        let criteria = [(1, "realistisk"), (2, "tidsbestemt")].map(criterion).into();
        let set = CriterionSet { criteria, ..CriterionSet::new(tape.spare_id(3)) };
        caseload.criterion_sets.push(set);
    },
    |caseload, tape| {
        let name = Some(Text::from("Lokalt sæt"));
        let sets = [tape.spare_id(1), tape.spare_id(2)];
        caseload
            .criterion_sets
            .extend(sets.map(|id| CriterionSet { name: name.clone(), ..CriterionSet::new(id) }));
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
    // Sets with the same name are distinguished by version or source; blank names, and a letter without a meaning.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "criterionSets": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "name": "SMARTE", "version": "1",
                    "criteria": [
                        { "id": "00000000-0000-4000-8000-000000000011", "letter": "R", "meaning": "Realistisk" },
                        { "id": "00000000-0000-4000-8000-000000000012", "letter": "r", "meaning": "revurderet" },
                        { "id": "00000000-0000-4000-8000-000000000013", "letter": "R" },
                        { "id": "00000000-0000-4000-8000-000000000014", "letter": " ", "meaning": "målbar" },
                        { "id": "00000000-0000-4000-8000-000000000015", "letter": "X", "meaning": "tidsbestemt" }
                    ]
                },
                { "id": "00000000-0000-4000-8000-000000000003", "name": "SMARTE", "version": "2" },
                { "id": "00000000-0000-4000-8000-000000000004", "name": "SMARTE", "version": "2", "source": "DEFACTUM" },
                { "id": "00000000-0000-4000-8000-000000000005", "name": " " },
                { "id": "00000000-0000-4000-8000-000000000006", "name": " " }
            ]
        }"#,
    ),
    // The one that begins with another letter is found, wherever it is in the list, and the later one if both do.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "criterionSets": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "name": "SMART",
                    "criteria": [
                        { "id": "00000000-0000-4000-8000-000000000011", "letter": "R", "meaning": "tidsbestemt" },
                        { "id": "00000000-0000-4000-8000-000000000012", "letter": "R", "meaning": "realistisk" },
                        { "id": "00000000-0000-4000-8000-000000000013", "letter": "R", "meaning": "revurderet" },
                        { "id": "00000000-0000-4000-8000-000000000014", "letter": "1", "meaning": "specifik" },
                        { "id": "00000000-0000-4000-8000-000000000015", "letter": "1", "meaning": "målbar" }
                    ]
                },
                { "id": "00000000-0000-4000-8000-000000000003", "name": "smart" }
            ]
        }"#,
        &[
            not_met(
                "/criterionSets/0/criteria/0/letter",
                "kriteriet har samme bogstav som kriterium 2 i sættet, men dets betydning begynder ikke med det",
                "the criterion has the same letter as criterion 2 of the set, but its meaning does not begin with it",
            ),
            not_met(
                "/criterionSets/0/criteria/4/letter",
                "kriteriet har samme bogstav som kriterium 4 i sættet, men dets betydning begynder ikke med det",
                "the criterion has the same letter as criterion 4 of the set, but its meaning does not begin with it",
            ),
            not_met(
                "/criterionSets/1/name",
                "kriteriesættet har samme navn, version og kilde som kriteriesæt 1, men et andet id",
                "the criterion set has the same name, version and source as criterion set 1, but another id",
            ),
        ],
    ),
    // A letter of two characters; the same letter and meaning twice; and one without a meaning.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "criterionSets": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "criteria": [
                    { "id": "00000000-0000-4000-8000-000000000011", "letter": "Må", "meaning": "Målbar" },
                    { "id": "00000000-0000-4000-8000-000000000012", "letter": "må", "meaning": "Mulig" },
                    { "id": "00000000-0000-4000-8000-000000000013", "letter": "S", "meaning": "specifik" },
                    { "id": "00000000-0000-4000-8000-000000000014", "letter": "S", "meaning": "specifik" }
                ]
            }]
        }"#,
        &[
            not_met(
                "/criterionSets/0/criteria/1/letter",
                "kriteriet har samme bogstav som kriterium 1 i sættet, men dets betydning begynder ikke med det",
                "the criterion has the same letter as criterion 1 of the set, but its meaning does not begin with it",
            ),
            not_met(
                "/criterionSets/0/criteria/3",
                "kriteriet har samme bogstav og betydning som kriterium 3 i sættet, men et andet id",
                "the criterion has the same letter and meaning as criterion 3 of the set, but another id",
            ),
        ],
    ),
];
