//! What is said to be done is not dated after the day of the check.

use chrono::NaiveDate;

use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::form::Later;
use crate::rule::{Basis, Rule, Run, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

pub(super) static RULE: Rule = Rule {
    code: codes::DOC011,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "doneOn, heldOn, decidedOn, reachedOn, signedOn, closedOn, completion, heldMinutes; history; spreads; annotations; stateAssessment; tailoring",
    )],
    title: Bilingual::new(
        "det, der står som gjort, er ikke dateret efter kontroldagen",
        "what is recorded as done is not dated after the day of the check",
    ),
    why: Bilingual::new(
        "Ingen kan have gjort noget på en dag, der ikke er kommet. Enten er datoen tastet forkert, eller også er det en plan.",
        "Nobody can have done something on a day that has not come. Either the date was mistyped, or it is a plan.",
    ),
    remedy: Bilingual::new(
        "Ret datoen. Er det en plan, så skriv den som tidspunkt eller frist.",
        "Correct the date. If it is a plan, state it as a time or a deadline.",
    ),
    example: Bilingual::new(
        "Den 5. december 2025 står en indsats som udført 15. februar 2026.",
        "On 5 December 2025 an action is recorded as done on 15 February 2026.",
    ),
    ..Rule::DERIVED
};

message! {
    NotYet { what: Bilingual, on: PartialDate, as_of: NaiveDate }
    "det står som {what} {on:i}, men kontrollen gælder {as_of}",
    "it is recorded as {what} {on:on|in}, but the check is for {as_of}",
}

pub(crate) const DONE: Bilingual = Bilingual::new("udført", "done");
pub(crate) const GIVEN_UP: Bilingual = Bilingual::new("opgivet", "given up");
pub(crate) const HELD: Bilingual = Bilingual::new("afholdt", "held");
pub(crate) const DECIDED: Bilingual = Bilingual::new("besluttet", "decided");
pub(crate) const REACHED: Bilingual = Bilingual::new("nået", "reached");
pub(crate) const SIGNED: Bilingual = Bilingual::new("underskrevet", "signed");
pub(crate) const CLOSED: Bilingual = Bilingual::new("afsluttet", "closed");
pub(crate) const TESTED: Bilingual = Bilingual::new("afprøvet", "tested");
pub(crate) const STUDIED: Bilingual = Bilingual::new("analyseret", "studied");
pub(crate) const EVALUATED: Bilingual = Bilingual::new("evalueret", "evaluated");
pub(crate) const REPORTED: Bilingual = Bilingual::new("rapporteret", "reported");
pub(crate) const REVISED: Bilingual = Bilingual::new("revideret", "revised");
pub(crate) const SUBMITTED: Bilingual = Bilingual::new("afgivet", "submitted");
pub(crate) const MONITORED: Bilingual = Bilingual::new("overvåget", "monitored");
pub(crate) const TAKEN_OVER: Bilingual = Bilingual::new("overtaget", "taken over");
pub(crate) const EXTRACTED: Bilingual = Bilingual::new("trukket ud", "extracted");
pub(crate) const AGREED: Bilingual = Bilingual::new("aftalt", "agreed");
pub(crate) const MEASURED: Bilingual = Bilingual::new("målt", "measured");
pub(crate) const JUDGED: Bilingual = Bilingual::new("vurderet", "judged");
pub(crate) const COUNTED: Bilingual = Bilingual::new("opgjort", "counted");
pub(crate) const SHOWN: Bilingual = Bilingual::new("påvist", "shown");
pub(crate) const ADAPTED: Bilingual = Bilingual::new("tilpasset", "adapted");
pub(crate) const IMPLEMENTED: Bilingual = Bilingual::new("implementeret", "implemented");
pub(crate) const MADE: Bilingual = Bilingual::new("foretaget", "made");
pub(crate) const ANSWERED: Bilingual = Bilingual::new("besvaret", "answered");
pub(crate) const GIVEN: Bilingual = Bilingual::new("givet", "given");
pub(crate) const FOUND: Bilingual = Bilingual::new("konstateret", "found");
pub(crate) const ORDERED: Bilingual = Bilingual::new("bestilt", "ordered");
pub(crate) const SET: Bilingual = Bilingual::new("oprettet", "set");
pub(crate) const PUBLISHED: Bilingual = Bilingual::new("udgivet", "published");
pub(crate) const ISSUED: Bilingual = Bilingual::new("udstedt", "issued");
pub(crate) const HAPPENED: Bilingual = Bilingual::new("sket", "having happened");

/// For a type without a date on which something was done. The types that `done!` lists have a method of their own, which is
/// called instead of this one.
pub(crate) trait NothingDone {
    fn look_at_done(&self, _: &Path<'_>, _: &mut Run<'_>) {}
}

impl<T> NothingDone for T {}

/// Lists the types of records of a domain that say that something is done: in which field, and with which word.
macro_rules! done {
    ($( $ty:ty: $one:ident, $( $words:ident at [ $( $key:literal ),+ ] = $on:expr ),+ ; )+) => { $(
        impl $ty {
            /// Looks at the dates on which something was done.
            pub(crate) fn look_at_done(&self, at: &$crate::report::Path<'_>, run: &mut $crate::rule::Run<'_>) {
                use $crate::rule::form::doc011_done_by_the_day as done;
                let $one = self;
                $( if let Some(on) = $on.filter(|on| on.first_day() > run.done_until()) {
                    done::too_late(at, &[ $( $key ),+ ], done::$words, on, run);
                } )+
            }
        }
    )+ };
}
pub(crate) use done;

/// Reports a date after the day of the check, or notes one after the day on which the content was extracted (`DOC012`).
/// A month or a year that has begun does not count: what was done can be before that day.
#[cold]
pub(crate) fn too_late(
    at: &Path<'_>,
    keys: &[&'static str],
    what: Bilingual,
    on: PartialDate,
    run: &mut Run<'_>,
) {
    let as_of = run.as_of();
    if on.first_day() <= as_of {
        run.done_later(Later { what, on });
        return;
    }
    if let Some(mut cx) = run.checker(&RULE) {
        inside(at, keys, &mut |at| cx.not_met(at, NotYet { what, on, as_of }));
    }
}

/// Calls `then` with the place of the field.
fn inside(at: &Path<'_>, keys: &[&'static str], then: &mut dyn FnMut(&Path<'_>)) {
    match keys {
        [] => then(at),
        [first, rest @ ..] => inside(&at.key(first), rest, then),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::agreement::{Action, DevelopmentAgreement};
    use crate::assessment::StateAssessment;
    use crate::audit::CaseAudit;
    use crate::community::ChangeSpread;
    use crate::evaluation::Evaluation;
    use crate::measurement::Measurement;
    use crate::model::{StandardSet, Tailoring};
    use crate::plan::TimetableRow;
    use crate::project::TrainingSession;
    use crate::rule::trial::{Case, accepts, not_met, refuses, try_cases};
    use crate::series::Annotation;
    use crate::target_figure::{Baseline, TargetStep};

    const ACTION: &[Case] = &[
        accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
        // Today, in a month and in a year that have begun; and what is planned.
        accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "doneOn": "2024-01-15" }"#),
        accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "doneOn": "2024-01" }"#),
        accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "doneOn": "2024" }"#),
        accepts(
            r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": { "date": { "on": "2024-02-15" } } }"#,
        ),
        refuses(
            r#"{ "id": "00000000-0000-4000-8000-000000000001", "doneOn": "2024-01-16" }"#,
            &[not_met(
                "/doneOn",
                "det står som udført 16. januar 2024, men kontrollen gælder 15. januar 2024",
                "it is recorded as done on 16 January 2024, but the check is for 15 January 2024",
            )],
        ),
        refuses(
            r#"{ "id": "00000000-0000-4000-8000-000000000001", "givenUpOn": "2024-01-16" }"#,
            &[not_met(
                "/givenUpOn",
                "det står som opgivet 16. januar 2024, men kontrollen gælder 15. januar 2024",
                "it is recorded as given up on 16 January 2024, but the check is for 15 January 2024",
            )],
        ),
        refuses(
            r#"{ "id": "00000000-0000-4000-8000-000000000001", "doneOn": "2024-02" }"#,
            &[not_met(
                "/doneOn",
                "det står som udført i februar 2024, men kontrollen gælder 15. januar 2024",
                "it is recorded as done in February 2024, but the check is for 15 January 2024",
            )],
        ),
    ];

    const AGREEMENT: &[Case] = &[
        accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
        refuses(
            r#"{ "id": "00000000-0000-4000-8000-000000000001",
                "parties": [{ "role": "headOfService", "signedOn": "2025" }] }"#,
            &[not_met(
                "/parties/0/signedOn",
                "det står som underskrevet i 2025, men kontrollen gælder 15. januar 2024",
                "it is recorded as signed in 2025, but the check is for 15 January 2024",
            )],
        ),
    ];

    const ROW: &[Case] = &[
        accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "completion": "notDone" }"#),
        refuses(
            r#"{ "id": "00000000-0000-4000-8000-000000000001", "completion": { "done": { "on": "2024-03" } } }"#,
            &[not_met(
                "/completion/done/on",
                "det står som udført i marts 2024, men kontrollen gælder 15. januar 2024",
                "it is recorded as done in March 2024, but the check is for 15 January 2024",
            )],
        ),
    ];

    // Without a judgement the day of the panel is a plan.
    const AUDIT: &[Case] = &[
        accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2024-03" }"#),
        refuses(
            r#"{ "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2024-03",
                "judgements": [{ "question": "00000000-0000-4000-8000-000000000002" }] }"#,
            &[not_met(
                "/heldOn",
                "det står som afholdt i marts 2024, men kontrollen gælder 15. januar 2024",
                "it is recorded as held in March 2024, but the check is for 15 January 2024",
            )],
        ),
    ];

    // A planned session does not count as held, unless its length is stated.
    const SESSION: &[Case] = &[
        accepts(r#"{ "plannedOn": "2024-03", "plannedMinutes": 120, "heldMinutes": 0 }"#),
        accepts(r#"{ "plannedOn": "2024-01", "heldMinutes": 130 }"#),
        accepts(r#"{ "plannedOn": "2024-03", "heldOn": "2024-01-10", "heldMinutes": 130 }"#),
        refuses(
            r#"{ "plannedOn": "2024-03-01", "heldMinutes": 130 }"#,
            &[not_met(
                "/plannedOn",
                "det står som afholdt 1. marts 2024, men kontrollen gælder 15. januar 2024",
                "it is recorded as held on 1 March 2024, but the check is for 15 January 2024",
            )],
        ),
    ];

    const EVALUATION: &[Case] = &[
        accepts(
            r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2024-03" }"#,
        ),
        refuses(
            r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2024-03",
                "standards": [{ "recommendations": [{ "id": "00000000-0000-4000-8000-000000000002",
                    "outcome": { "carriedOut": { "on": "2024-04" } } }] }] }"#,
            &[
                not_met(
                    "/heldOn",
                    "det står som afholdt i marts 2024, men kontrollen gælder 15. januar 2024",
                    "it is recorded as held in March 2024, but the check is for 15 January 2024",
                ),
                not_met(
                    "/standards/0/recommendations/0/outcome/carriedOut/on",
                    "det står som udført i april 2024, men kontrollen gælder 15. januar 2024",
                    "it is recorded as done in April 2024, but the check is for 15 January 2024",
                ),
            ],
        ),
    ];

    const MEASUREMENT: &[Case] = &[
        accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "extractedAt": "2024-01-15" }"#),
        refuses(
            r#"{ "id": "00000000-0000-4000-8000-000000000001", "extractedAt": "2031-12-02" }"#,
            &[not_met(
                "/extractedAt",
                "det står som trukket ud 2. december 2031, men kontrollen gælder 15. januar 2024",
                "it is recorded as extracted on 2 December 2031, but the check is for 15 January 2024",
            )],
        ),
    ];

    // A figure that is to be agreed later does not say that anything was done.
    const STEP: &[Case] = &[
        accepts(r#"{ "state": "agreed", "on": "2024-01" }"#),
        accepts(r#"{ "state": "toBeAgreed", "on": "2024-02" }"#),
        accepts(r#"{ "on": "2024-02" }"#),
        refuses(
            r#"{ "state": "measured", "on": "2024-02", "decision": { "on": "2024-03-01" } }"#,
            &[
                not_met(
                    "/on",
                    "det står som målt i februar 2024, men kontrollen gælder 15. januar 2024",
                    "it is recorded as measured in February 2024, but the check is for 15 January 2024",
                ),
                not_met(
                    "/decision/on",
                    "det står som besluttet 1. marts 2024, men kontrollen gælder 15. januar 2024",
                    "it is recorded as decided on 1 March 2024, but the check is for 15 January 2024",
                ),
            ],
        ),
        refuses(
            r#"{ "state": "notMet", "on": "2025" }"#,
            &[not_met(
                "/on",
                "det står som vurderet i 2025, men kontrollen gælder 15. januar 2024",
                "it is recorded as judged in 2025, but the check is for 15 January 2024",
            )],
        ),
    ];

    // Without a figure the counting is planned.
    const BASELINE: &[Case] = &[
        accepts(r#"{ "unit": "percent", "on": "2024-03" }"#),
        refuses(
            r#"{ "value": "6.9", "unit": "percent", "on": "2024-03" }"#,
            &[not_met(
                "/on",
                "det står som opgjort i marts 2024, men kontrollen gælder 15. januar 2024",
                "it is recorded as counted in March 2024, but the check is for 15 January 2024",
            )],
        ),
    ];

    const SPREAD: &[Case] = &[
        accepts(r#"{ "effect": "notShown" }"#),
        refuses(
            r#"{
                "effect": { "shown": { "on": "2024-08" } },
                "services": [{
                    "service": "00000000-0000-4000-8000-000000000001", "tested": { "taken": { "on": "2023" } },
                    "adapted": "notNeeded", "implemented": { "taken": { "on": "2024-09" } }
                }]
            }"#,
            &[
                not_met(
                    "/effect/shown/on",
                    "det står som påvist i august 2024, men kontrollen gælder 15. januar 2024",
                    "it is recorded as shown in August 2024, but the check is for 15 January 2024",
                ),
                not_met(
                    "/services/0/implemented/taken/on",
                    "det står som implementeret i september 2024, men kontrollen gælder 15. januar 2024",
                    "it is recorded as implemented in September 2024, but the check is for 15 January 2024",
                ),
            ],
        ),
    ];

    // Without a topic the day of the assessment is a plan.
    const ASSESSMENT: &[Case] = &[
        accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "on": "2024-03" }"#),
        refuses(
            r#"{ "id": "00000000-0000-4000-8000-000000000001", "on": "2024-03", "topics": [{}] }"#,
            &[not_met(
                "/on",
                "det står som foretaget i marts 2024, men kontrollen gælder 15. januar 2024",
                "it is recorded as made in March 2024, but the check is for 15 January 2024",
            )],
        ),
    ];

    const TAILORING: &[Case] = &[
        accepts(
            r#"{
                "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
                "changes": [{ "change": { "leaveOutTheme": { "theme": "00000000-0000-4000-8000-000000000003" } }, "decidedOn": "2024" }]
            }"#,
        ),
        refuses(
            r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [{ "change": { "leaveOutTheme": { "theme": "00000000-0000-4000-8000-000000000003" } }, "decidedOn": "2024-05-22" }]
        }"#,
            &[not_met(
                "/changes/0/decidedOn",
                "det står som besluttet 22. maj 2024, men kontrollen gælder 15. januar 2024",
                "it is recorded as decided on 22 May 2024, but the check is for 15 January 2024",
            )],
        ),
    ];

    const SET: &[Case] = &[
        accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "published": "2024" }"#),
        refuses(
            r#"{
                "id": "00000000-0000-4000-8000-000000000001", "published": "2024-03",
                "guidance": [{ "layer": "regional", "title": "Medicin", "issuedOn": "2025" }]
            }"#,
            &[
                not_met(
                    "/published",
                    "det står som udgivet i marts 2024, men kontrollen gælder 15. januar 2024",
                    "it is recorded as published in March 2024, but the check is for 15 January 2024",
                ),
                not_met(
                    "/guidance/0/issuedOn",
                    "det står som udstedt i 2025, men kontrollen gælder 15. januar 2024",
                    "it is recorded as issued in 2025, but the check is for 15 January 2024",
                ),
            ],
        ),
    ];

    const ANNOTATION: &[Case] = &[
        accepts(r#"{ "on": "2024-01-15", "occasion": "event" }"#),
        refuses(
            r#"{ "on": "2027-03", "occasion": { "action": {} } }"#,
            &[not_met(
                "/on",
                "det står som sket i marts 2027, men kontrollen gælder 15. januar 2024",
                "it is recorded as having happened in March 2027, but the check is for 15 January 2024",
            )],
        ),
    ];

    #[test]
    fn doc011_done_by_the_day() {
        try_cases::<TrainingSession>(&RULE, SESSION);
        try_cases::<TargetStep>(&RULE, STEP);
        try_cases::<Baseline>(&RULE, BASELINE);
        try_cases::<ChangeSpread>(&RULE, SPREAD);
        try_cases::<StateAssessment>(&RULE, ASSESSMENT);
        try_cases::<Tailoring>(&RULE, TAILORING);
        try_cases::<StandardSet>(&RULE, SET);
        try_cases::<Annotation>(&RULE, ANNOTATION);
        try_cases::<Action>(&RULE, ACTION);
        try_cases::<DevelopmentAgreement>(&RULE, AGREEMENT);
        try_cases::<TimetableRow>(&RULE, ROW);
        try_cases::<CaseAudit>(&RULE, AUDIT);
        try_cases::<Evaluation>(&RULE, EVALUATION);
        try_cases::<Measurement>(&RULE, MEASUREMENT);
    }
}
