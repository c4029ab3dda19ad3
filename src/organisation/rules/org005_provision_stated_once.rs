//! A provision is listed once in the legal basis of a service.

use crate::codes;
use crate::organisation::LegalBasis;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeat;
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{
    organisation::{Operator, SocialService},
    rule::trial::Breaks,
};

use super::org002_paragraph_counted_from_one::Unit;

pub(super) static RULE: Rule = Rule {
    code: codes::ORG005,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "legalBasis")],
    title: Bilingual::new(
        "en bestemmelse står én gang i et tilbuds lovgrundlag",
        "a provision is listed only once in the legal basis of a service",
    ),
    why: Bilingual::new(
        "Står en bestemmelse to gange, er den ene måske skrevet i stedet for en anden, som så mangler.",
        "If a provision is listed twice, one of the two may have been written in place of another, which is then missing.",
    ),
    remedy: Bilingual::new(
        "Slet den ene, eller ret den til den bestemmelse, der skulle stå der.",
        "Delete one of the two, or correct it to the provision that was meant.",
    ),
    example: Bilingual::new(
        "Lovgrundlaget er § 107 og § 107; det skulle være § 107 og § 108.",
        "The legal basis is sections 107 and 107; it should be 107 and 108.",
    ),
    ..Rule::DERIVED
};

message! {
    Again { first: u64 }
    "bestemmelsen står allerede som nr. {first} på listen",
    "the provision is already on the list, as number {first}",
}

pub(super) fn check<U: Unit>(unit: &U, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("legalBasis");
    each_repeat(unit.legal_basis(), provision, |_, n, first| {
        cx.not_met(&list.index(n), Again { first: ordinal(first) });
    });
}

fn provision(basis: &LegalBasis) -> Option<(u16, Folded<'_>)> {
    match basis {
        // There is no section 0 (ORG002).
        LegalBasis::SocialServices { paragraph } => (*paragraph > 0).then(|| (*paragraph, Folded::default())),
        LegalBasis::Other { name } => match section_of_act(name.as_str()) {
            Some(paragraph) => Some((paragraph, Folded::default())),
            None => Some((0, Folded::stated(Some(name))?)),
        },
    }
}

/// The number of a whole section of the act on social services that is written out.
fn section_of_act(provision: &str) -> Option<u16> {
    const NAMES: [&str; 4] = ["serviceloven", "servicelovens", "lov om social service", "sel"];
    let (act, section) = provision.split_once('§')?;
    let act = Folded::of_words(act.trim());
    let is_act = NAMES.iter().any(|name| act == Folded::of_words(name));
    section.trim().parse().ok().filter(|section| is_act && *section > 0)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Operator> = &[|operator, tape| {
    let other = LegalBasis::Other { name: "Barnets lov § 43".into() };
    let basis = tape.pick(&[LegalBasis::SocialServices { paragraph: 107 }, other]).clone();
    operator.services.push(SocialService {
        name: Some("Tilbud med to bestemmelser".into()),
        legal_basis: [basis.clone(), basis].into(),
        ..SocialService::new(tape.spare_id(1))
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "services": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "legalBasis": [
                    { "socialServices": { "paragraph": 107 } }, { "socialServices": { "paragraph": 108 } },
                    { "other": { "name": "§ 107" } }, { "other": { "name": " " } }, { "other": { "name": " " } },
                    { "socialServices": { "paragraph": 0 } }, { "socialServices": { "paragraph": 0 } }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "services": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "legalBasis": [
                    { "socialServices": { "paragraph": 107 } }, { "other": { "name": "Barnets lov § 43" } },
                    { "socialServices": { "paragraph": 107 } }, { "other": { "name": "barnets lov  § 43" } }
                ]
            }]
        }"#,
        &[
            not_met(
                "/services/0/legalBasis/2",
                "bestemmelsen står allerede som nr. 1 på listen",
                "the provision is already on the list, as number 1",
            ),
            not_met(
                "/services/0/legalBasis/3",
                "bestemmelsen står allerede som nr. 2 på listen",
                "the provision is already on the list, as number 2",
            ),
        ],
    ),
    // Another act, a part of the section, and one with a letter.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "services": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "legalBasis": [
                    { "socialServices": { "paragraph": 107 } }, { "other": { "name": "Barnets lov § 107" } },
                    { "other": { "name": "Serviceloven § 107, stk. 2" } }, { "other": { "name": "serviceloven § 107 a" } },
                    { "other": { "name": "Serviceloven" } }, { "other": { "name": "Serviceloven § 0" } }
                ]
            }]
        }"#,
    ),
    // The same section in words.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "services": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "legalBasis": [
                    { "other": { "name": "lov om social service §107" } }, { "socialServices": { "paragraph": 107 } },
                    { "other": { "name": "Servicelovens § 108" } }, { "other": { "name": "SEL § 108" } }
                ]
            }]
        }"#,
        &[
            not_met(
                "/services/0/legalBasis/1",
                "bestemmelsen står allerede som nr. 1 på listen",
                "the provision is already on the list, as number 1",
            ),
            not_met(
                "/services/0/legalBasis/3",
                "bestemmelsen står allerede som nr. 3 på listen",
                "the provision is already on the list, as number 3",
            ),
        ],
    ),
    // Section 0 of an act on social services is no section of it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "services": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "legalBasis": [
                    { "other": { "name": "Barnets lov § 107" } }, { "socialServices": { "paragraph": 0 } },
                    { "socialServices": { "paragraph": 0 } }, { "other": { "name": "serviceloven § 0" } },
                    { "other": { "name": "Serviceloven §0" } }, { "other": { "name": "Barnets lov § 108" } },
                    { "socialServices": { "paragraph": 108 } }
                ]
            }]
        }"#,
    ),
];
