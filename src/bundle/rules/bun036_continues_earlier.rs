//! What an action continues is in an earlier agreement of the service.

use chrono::NaiveDate;

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
use {
    super::added,
    crate::agreement::{Action, DevelopmentAgreement, EarlierAction, FocusArea, FollowUp, ScopeOfDuty},
    crate::body::StateAssessmentRef,
    crate::date::{PartialDate, When},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN036,
    basis: Basis::Form,
    requirements: &["R-017"],
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "bundles, ids; agreement, actions, continues",
    )],
    title: Bilingual::new(
        "en indsats viderefører en indsats fra en tidligere aftale for samme tilbud",
        "an action continues one of an earlier agreement of the same service",
    ),
    why: Bilingual::new(
        "Ellers er henvisningen vendt om, eller den peger på en forkert indsats, og ingen kan se, hvad der er ført videre.",
        "Otherwise the reference is the wrong way round or leads to a wrong action, and nobody can see what was carried over.",
    ),
    remedy: Bilingual::new(
        "Flyt henvisningen til den senere af de to indsatser, eller ret, hvilken indsats der menes.",
        "Move the reference to the later of the two actions, or correct which action is meant.",
    ),
    example: Bilingual::new(
        "En indsats i aftalen for 2025 skal videreføre en, der står i aftalen for 2026.",
        "An action of the agreement for 2025 is said to continue one of the agreement for 2026.",
    ),
    ..Rule::DERIVED
};

message! {
    NotEarlier { document: u64, begins: NaiveDate }
    "indsatsen viderefører en indsats i dokument {document}, men den aftale er ikke ældre end denne: den gælder fra {begins}",
    "the action continues one in document {document}, but that agreement is no earlier than this one: it begins on {begins}",
}

message! {
    OfOtherService { document: u64 }
    "indsatsen viderefører en indsats i dokument {document}, men den aftale er for et andet tilbud",
    "the action continues one in document {document}, but that agreement is of another service",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for one in crossing.carried.not_earlier() {
        let document = crossing::number(one.other);
        match one.begins {
            Some(begins) => {
                crossing.not_met(one.place, one.action, at, cx, NotEarlier { document, begins });
            }
            None => crossing.not_met(one.place, one.action, at, cx, OfOtherService { document }),
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[
    |bundle, tape| with_other(bundle, tape, |_| ()),
    // An earlier one, of another service.
    |bundle, tape| {
        with_other(bundle, tape, |other| {
            other.year = other.year.map(|year| year.saturating_add(1));
            // Signed in the course of the year before.
            for party in &mut other.parties {
                party.signed_on = PartialDate::of_year(2024);
            }
        });
    },
];

/// Adds the agreement of another service, with an action that continues one of the agreement here.
#[cfg(feature = "proptest")]
fn with_other(bundle: &mut Bundle, tape: &mut Tape<'_>, change: fn(&mut DevelopmentAgreement)) {
    let text = Some(tape.said());
    let action = Action { text: text.clone(), ..Action::new(tape.spare_id(11)) };
    let continues = Some(EarlierAction { id: action.id });
    let later = Action { text, continues, ..Action::new(tape.spare_id(12)) };
    let mut other = added::other_agreement(bundle, tape);
    other.focus_areas = [with_action(later, tape)].into();
    change(&mut other);
    added::each_agreement(bundle, |agreement| agreement.focus_areas.push(with_action(action.clone(), tape)));
    added::document(other, bundle, tape);
}

/// An area that has what an area must have.
#[cfg(feature = "proptest")]
fn with_action(action: Action, tape: &mut Tape<'_>) -> FocusArea {
    let words = tape.said();
    let when = Some(When::TimesAYear { times: Some(2) });
    FocusArea {
        title: Some(words.clone()),
        scope: [ScopeOfDuty::AllServices].into(),
        actions: [action].into(),
        follow_ups: [FollowUp { when, on: Some(words.clone()), ..FollowUp::new(tape.fresh_id()) }].into(),
        state_assessment: Some(StateAssessmentRef { source: Some(words), ..StateAssessmentRef::default() }),
        ..FocusArea::new(tape.fresh_id())
    }
}

#[cfg(test)]
macro_rules! agreement {
    ($id:literal, $year:literal, $action:literal $(, $continues:literal)?) => {
        agreement!("01": $id, $year, $action $(, $continues)?)
    };
    ($service:literal: $id:literal, $year:literal, $action:literal $(, $continues:literal)?) => {
        concat!(
            r#"{ "agreement": { "id": "00000000-0000-4000-8000-0000000000"#, $id, r#"", "year": "#, $year,
            r#", "service": { "id": "00000000-0000-4000-8000-0000000000"#, $service, r#"" }, "focusAreas": [{
                "id": "00000000-0000-4000-8000-0000000001"#, $id,
            r#"", "actions": [{ "id": "00000000-0000-4000-8000-0000000000"#, $action, r#"""#,
            $( r#", "continues": { "id": "00000000-0000-4000-8000-0000000000"#, $continues, r#"" }"#, )?
            " }] }] } }"
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Of the agreement before; of one that is not here; and of two, of which one is earlier.
    accepts(bundle_of!(
        "01": agreement!("11", "2024", "21"),
        "02": agreement!("12", "2025", "22", "21"),
        "03": agreement!("13", "2026", "23", "22"),
        "04": agreement!("14", "2023", "24", "99"),
    )),
    accepts(bundle_of!(
        "01": agreement!("11", "2024", "21"),
        "02": agreement!("12", "2025", "22", "21"),
        "03": agreement!("13", "2026", "21"),
    )),
    refuses(
        bundle_of!(
            "01": agreement!("11", "2025", "21", "22"),
            "02": agreement!("12", "2026", "22"),
            "03": agreement!("13", "2026", "23", "22"),
        ),
        &[
            not_met(
                "/documents/0/content/agreement/focusAreas/0/actions/0/continues",
                "indsatsen viderefører en indsats i dokument 2, men den aftale er ikke ældre end denne: den gælder fra 1. januar 2026",
                "the action continues one in document 2, but that agreement is no earlier than this one: it begins on 1 January 2026",
            ),
            not_met(
                "/documents/2/content/agreement/focusAreas/0/actions/0/continues",
                "indsatsen viderefører en indsats i dokument 2, men den aftale er ikke ældre end denne: den gælder fra 1. januar 2026",
                "the action continues one in document 2, but that agreement is no earlier than this one: it begins on 1 January 2026",
            ),
        ],
    ),
    // Of another service; and of its own as well.
    accepts(bundle_of!(
        "01": agreement!("02": "11", "2023", "21"),
        "02": agreement!("01": "12", "2024", "21"),
        "03": agreement!("01": "13", "2025", "22", "21"),
    )),
    refuses(
        bundle_of!(
            "01": agreement!("02": "11", "2023", "21"),
            "02": agreement!("01": "12", "2024", "22", "21"),
            "03": agreement!("01": "13", "2023", "23"),
        ),
        &[not_met(
            "/documents/1/content/agreement/focusAreas/0/actions/0/continues",
            "indsatsen viderefører en indsats i dokument 1, men den aftale er for et andet tilbud",
            "the action continues one in document 1, but that agreement is of another service",
        )],
    ),
];
