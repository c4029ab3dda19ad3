//! An extension is decided on a day, by someone, for a reason.

use crate::codes;
use crate::plan::PlanActor;
use crate::plan::PlanExtension;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;
use crate::text::{is_stated, missing_of};
use alloc::vec::Vec;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA004,
    requirements: &["R-097"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "1; 4")],
    title: Bilingual::new(
        "for en forlængelse fremgår det, hvem der har besluttet den, hvornår og hvorfor",
        "an extension says who decided it, when and why",
    ),
    why: Bilingual::new(
        "Uden beslutning er en forlængelse blot en forsinkelse, og uden begrundelse kan ingen vurdere, om den ekstra tid bruges til det, den var tænkt til.",
        "Without a decision an extension is merely a delay, and without a reason nobody can judge whether the extra time is used for what it was meant for.",
    ),
    remedy: Bilingual::new(
        "Notér datoen, hvem der besluttede, og hvorfor.",
        "Note the date, who decided, and why.",
    ),
    example: Bilingual::new(
        "Der er tilføjet en fase, men det fremgår ikke, hvem der besluttede det.",
        "A phase was added, but it is not stated who decided that.",
    ),
    ..Rule::DERIVED
};

message! {
    Undecided { missing: Vec<Bilingual> }
    "ved forlængelsen mangler {missing:og}",
    "missing for the extension: {missing:and}",
}

const PARTS: [Bilingual; 3] = [
    Bilingual::new("datoen for beslutningen", "the date of the decision"),
    Bilingual::new("hvem der besluttede den", "who decided it"),
    Bilingual::new("begrundelsen", "the reason"),
];

pub(super) fn check(extension: &PlanExtension, at: &Path<'_>, cx: &mut Checker<'_>) {
    let [date, who, reason] = PARTS;
    let parts = [
        (extension.decided_on.is_some(), date),
        (extension.decided_by.as_ref().is_some_and(PlanActor::is_stated), who),
        (is_stated(extension.reason.as_ref()), reason),
    ];
    if parts.iter().any(|(stated, _)| !stated) {
        cx.not_met(at, Undecided { missing: missing_of(parts).collect() });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PlanExtension> = &[
    |extension, _| extension.decided_on = None,
    |extension, _| extension.decided_by = None,
    |extension, tape| extension.reason = tape.unsaid(),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "until": "2017-12", "decidedOn": "2017-01-25", "decidedBy": { "role": "Styregruppen" }, "reason": "Tid til forankring" }"#,
    ),
    accepts(
        r#"{ "decidedOn": "2017", "decidedBy": { "body": "00000000-0000-4000-8000-000000000001" }, "reason": "Tid" }"#,
    ),
    refuses(
        r#"{ "until": "2017-12", "decidedBy": { "role": " " }, "reason": "\n" }"#,
        &[not_met(
            "",
            "ved forlængelsen mangler datoen for beslutningen, hvem der besluttede den og begrundelsen",
            "missing for the extension: the date of the decision, who decided it and the reason",
        )],
    ),
    refuses(
        r#"{ "decidedOn": "2017-01-25", "decidedBy": { "body": "00000000-0000-4000-8000-000000000001" } }"#,
        &[not_met("", "ved forlængelsen mangler begrundelsen", "missing for the extension: the reason")],
    ),
    // Who decided it is not said at all.
    refuses(
        r#"{ "until": "2017-12", "decidedOn": "2017-01-25", "reason": "Tid til forankring" }"#,
        &[not_met(
            "",
            "ved forlængelsen mangler hvem der besluttede den",
            "missing for the extension: who decided it",
        )],
    ),
];
