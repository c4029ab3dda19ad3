//! Each step of a scale has a label of its own.

use crate::codes;
use crate::evaluation::{Evaluation, Rating};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::each_repeat;
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::text::Text;

pub(super) static RULE: Rule = Rule {
    code: codes::EVA022,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "evaluations, scale")],
    title: Bilingual::new(
        "skalaens vurderinger hedder hver sit, og ingen af dem »ikke vurderet« eller »ikke relevant«",
        "each rating on the scale has a label of its own, and none is “not rated” or “not relevant”",
    ),
    why: Bilingual::new(
        "Hedder to af dem det samme, ved ingen, hvad der er vurderet. Og »ikke vurderet« er ikke det samme som en lav vurdering.",
        "If two have the same label, nobody knows what was rated. And “not rated” is not the same as a low rating.",
    ),
    remedy: Bilingual::new(
        "Ret betegnelsen, eller fjern den fra skalaen, og skriv »ikke vurderet« eller »ikke relevant« ved standarden.",
        "Correct the label, or remove it from the scale and say “not rated” or “not relevant” at the standard.",
    ),
    example: Bilingual::new(
        "Skalaens laveste vurdering hedder »ikke relevant«.",
        "The lowest rating on the scale is called “not relevant”.",
    ),
    ..Rule::DERIVED
};

message! {
    SameLabel { first: u64 }
    "betegnelsen er den samme som for nr. {first} på skalaen",
    "the label is the same as that of step {first} of the scale",
}

message! {
    NoStep { label: Bilingual }
    "trinnet hedder »{label}«, men det er ikke et trin på en skala",
    "the step is called “{label}”, which is no step of a scale",
}

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("scale");
    for (n, step) in evaluation.scale.iter().enumerate() {
        let Some(label) = &step.label else { continue };
        // Whatever surrounds the words: "(ikke relevant)".
        let label = Folded::of_words(label.as_str().trim_matches(|letter: char| !letter.is_alphanumeric()));
        let words = [Rating::NotRated.label(), Rating::NotRelevant.label()];
        let means = |one: &Bilingual| [one.da, one.en].map(Folded::of_words).contains(&label);
        if let Some(label) = words.into_iter().find(means) {
            cx.not_met(&list.item(n, step.id).key("label"), NoStep { label });
        }
    }
    each_repeat(
        &evaluation.scale,
        |step| Folded::stated(step.label.as_ref()),
        |step, n, first| cx.not_met(&list.item(n, step.id).key("label"), SameLabel { first: ordinal(first) }),
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, _| {
        let label = evaluation.scale.first().and_then(|step| step.label.clone());
        evaluation.scale.iter_mut().for_each(|step| step.label.clone_from(&label));
    },
    |evaluation, tape| {
        let label = *tape.pick(&["Ikke relevant", "not rated"]);
        evaluation.scale.iter_mut().take(1).for_each(|step| step.label = Some(Text::from(label)));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external" }"#),
    // Without labels, and with labels that only begin the same.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "scale": [
                { "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003", "label": " " },
                { "id": "00000000-0000-4000-8000-000000000004" }, { "id": "00000000-0000-4000-8000-000000000005", "label": "" }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "scale": [
                { "id": "00000000-0000-4000-8000-000000000002", "label": "ikke opfyldt" },
                { "id": "00000000-0000-4000-8000-000000000003", "label": "opfyldt" },
                { "id": "00000000-0000-4000-8000-000000000004", "label": "helt opfyldt" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation",
            "scale": [
                { "id": "00000000-0000-4000-8000-000000000002", "label": "Ikke relevant" },
                { "id": "00000000-0000-4000-8000-000000000003", "label": "opfyldt" },
                { "id": "00000000-0000-4000-8000-000000000004", "label": "Opfyldt " },
                { "id": "00000000-0000-4000-8000-000000000005", "label": "not rated" },
                { "id": "00000000-0000-4000-8000-000000000006", "label": "(Ikke  relevant.)" },
                { "id": "00000000-0000-4000-8000-000000000007", "label": "opfyldt +" }
            ]
        }"#,
        &[
            not_met(
                "/scale/0/label",
                "trinnet hedder »ikke relevant«, men det er ikke et trin på en skala",
                "the step is called “not relevant”, which is no step of a scale",
            ),
            not_met(
                "/scale/2/label",
                "betegnelsen er den samme som for nr. 2 på skalaen",
                "the label is the same as that of step 2 of the scale",
            ),
            not_met(
                "/scale/3/label",
                "trinnet hedder »ikke vurderet«, men det er ikke et trin på en skala",
                "the step is called “not rated”, which is no step of a scale",
            ),
            not_met(
                "/scale/4/label",
                "trinnet hedder »ikke relevant«, men det er ikke et trin på en skala",
                "the step is called “not relevant”, which is no step of a scale",
            ),
        ],
    ),
];
