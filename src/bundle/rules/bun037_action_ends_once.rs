//! An action is not done in one agreement and given up in another, and is not open again once it has ended.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::added, crate::agreement::Action, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN037,
    basis: Basis::Form,
    requirements: &["R-017"],
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "bundles, ids; agreement, actions, doneOn, givenUpOn",
    )],
    title: Bilingual::new(
        "en indsats er ikke gennemført i én aftale og opgivet i en anden, og den er ikke åben igen i en senere aftale",
        "an action is not done in one agreement and given up in another, and is not open again in a later agreement",
    ),
    why: Bilingual::new(
        "Ellers kan ingen se, hvad der blev af indsatsen, og en afsluttet indsats står som noget, der mangler. Kun indsatser, der udføres én gang, sammenlignes.",
        "Otherwise nobody can see what became of the action, and one that has ended counts as outstanding. Only actions that are done once are compared.",
    ),
    remedy: Bilingual::new(
        "Ret den aftale, der er forkert. Tages en afsluttet indsats op igen, så giv den sit eget id, og skriv, hvilken indsats den viderefører.",
        "Correct the agreement that is wrong. If an action is taken up again after its end, give it an id of its own, and say which action it continues.",
    ),
    example: Bilingual::new(
        "Gennemgangen af bygningerne er opgivet i aftalen for 2023 og gennemført i aftalen for 2024.",
        "The review of the buildings is given up in the agreement for 2023 and done in the one for 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    EndedOtherwise { here: Bilingual, document: u64, there: Bilingual }
    "indsatsen er {here} her, men {there} ifølge dokument {document}",
    "the action is {here} here, but {there} according to document {document}",
}

message! {
    OpenAgain { document: u64, there: Bilingual }
    "indsatsen er åben her, men den var {there} ifølge dokument {document}, før denne aftale begyndte",
    "the action is open here, but was {there} according to document {document}, before this agreement began",
}

message! {
    OpenLater { here: Bilingual, document: u64 }
    "indsatsen er {here} her, men den er åben i dokument {document}, en aftale, der begyndte senere",
    "the action is {here} here, but open in document {document}, an agreement that began later",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.records.ended {
        let (place, action, document) = (clash.place, clash.action, crossing::number(clash.other));
        match (clash.here, clash.there) {
            (Some(here), Some(there)) => {
                crossing.not_met(place, action, at, cx, EndedOtherwise { here, document, there });
            }
            (None, Some(there)) => {
                crossing.not_met(place, action, at, cx, OpenAgain { document, there });
            }
            (Some(here), None) => {
                crossing.not_met(place, action, at, cx, OpenLater { here, document });
            }
            (None, None) => {}
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let action =
        Action { text: Some("kursus".into()), when: added::month(3), ..Action::new(tape.spare_id(5)) };
    let done = Action { done_on: "2024-01-02".parse().ok(), ..action.clone() };
    let given_up =
        Action { given_up_on: "2024-01-02".parse().ok(), given_up_reason: Some(tape.said()), ..action };
    added::action_twice([done, given_up], bundle, tape);
}];

#[cfg(test)]
macro_rules! agreement {
    ($id:literal, $year:literal, $($action:literal: $state:literal),+) => {
        concat!(
            r#"{ "agreement": { "id": "00000000-0000-4000-8000-0000000000"#, $id, r#"", "year": "#, $year,
            r#", "focusAreas": [{ "id": "00000000-0000-4000-8000-0000000001"#, $id, r#"", "actions": [{"#,
            agreement!(@each $($action: $state),+), "}] }] } }"
        )
    };
    (@each $action:literal: $state:literal $(, $more:literal: $other:literal)*) => {
        concat!(
            r#""id": "00000000-0000-4000-8000-0000000000"#, $action, r#"", "#, $state,
            $( r#"}, { "id": "00000000-0000-4000-8000-0000000000"#, $more, r#"", "#, $other, )*
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Done or given up later, also after the next agreement had begun; every year, without a date; and of the same time.
    accepts(bundle_of!(
        "01": agreement!(
            "11", "2023",
            "21": r#""when": { "date": { "on": "2023-06" } }"#,
            "22": r#""when": { "date": { "on": "2023-06" } }"#,
            "23": r#""when": { "date": { "on": "2023-06" } }, "doneOn": "2024-01""#,
            "24": r#""when": { "timesAYear": { "times": 1 } }, "doneOn": "2023-06-01""#,
            "25": r#""doneOn": "2023-06-01""#,
            "26": r#""when": { "date": { "on": "2023-06" } }, "doneOn": "2023-05-01""#
        ),
        "02": agreement!(
            "12", "2024",
            "21": r#""when": { "date": { "on": "2024-06" } }, "doneOn": "2024-05-01""#,
            "22": r#""when": { "date": { "on": "2024-06" } }, "givenUpOn": "2024-05-01""#,
            "23": r#""when": { "date": { "on": "2024-06" } }"#,
            "24": r#""when": { "timesAYear": { "times": 1 } }"#,
            "25": r#""when": { "date": { "on": "2024-06" } }"#
        ),
        "03": agreement!("13", "2023", "26": r#""when": { "date": { "on": "2023-06" } }"#),
    )),
    refuses(
        bundle_of!(
            "01": agreement!(
                "11", "2023",
                "21": r#""when": { "date": { "on": "2023-06" } }, "givenUpOn": "2023-11-11""#,
                "22": r#""when": { "date": { "on": "2023-06" } }, "doneOn": "2023-12""#,
                "23": r#""when": { "date": { "on": "2023-06" } }, "givenUpOn": "2023-11""#,
                "24": r#""when": { "date": { "on": "2023-06" } }, "doneOn": "2023-06""#
            ),
            "02": agreement!(
                "12", "2024",
                "21": r#""when": { "date": { "on": "2024-06" } }, "doneOn": "2024-05-01""#,
                "22": r#""when": { "date": { "on": "2024-06" } }"#,
                "23": r#""when": { "date": { "on": "2024-06" } }"#,
                "24": r#""when": { "date": { "on": "2024-06" } }, "givenUpOn": "2024""#
            ),
            "03": agreement!("13", "2022", "22": r#""when": { "date": { "on": "2022-06" } }, "givenUpOn": "2022-05-01""#),
            "04": agreement!("14", "2022", "23": r#""when": { "date": { "on": "2022-06" } }, "givenUpOn": "2022-05-01""#),
        ),
        &[
            not_met(
                "/documents/1/content/agreement/focusAreas/0/actions/0",
                "indsatsen er gennemført her, men opgivet ifølge dokument 1",
                "the action is done here, but given up according to document 1",
            ),
            not_met(
                "/documents/1/content/agreement/focusAreas/0/actions/1",
                "indsatsen er åben her, men den var gennemført ifølge dokument 1, før denne aftale begyndte",
                "the action is open here, but was done according to document 1, before this agreement began",
            ),
            not_met(
                "/documents/1/content/agreement/focusAreas/0/actions/2",
                "indsatsen er åben her, men den var opgivet ifølge dokument 1, før denne aftale begyndte",
                "the action is open here, but was given up according to document 1, before this agreement began",
            ),
            not_met(
                "/documents/1/content/agreement/focusAreas/0/actions/3",
                "indsatsen er opgivet her, men gennemført ifølge dokument 1",
                "the action is given up here, but done according to document 1",
            ),
            not_met(
                "/documents/2/content/agreement/focusAreas/0/actions/0",
                "indsatsen er opgivet her, men gennemført ifølge dokument 1",
                "the action is given up here, but done according to document 1",
            ),
            not_met(
                "/documents/3/content/agreement/focusAreas/0/actions/0",
                "indsatsen er opgivet her, men den er åben i dokument 2, en aftale, der begyndte senere",
                "the action is given up here, but open in document 2, an agreement that began later",
            ),
        ],
    ),
];
