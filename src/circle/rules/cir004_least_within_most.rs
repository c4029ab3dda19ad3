//! The fewest participants that are planned are not more than the most.

use crate::circle::CirclePlan;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR004,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-116"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "circleProject, plan, participantsAtLeast"),
        SourceRef::new(SourceDocument::ERANTIS, "Forbedringssporet: 7-9 deltagere"),
    ],
    title: Bilingual::new(
        "det mindste antal deltagere i planen er ikke større end det største",
        "the lowest number of participants in a plan is not above the highest",
    ),
    why: Bilingual::new(
        "Planen modsiger sig selv, og ingen læringscirkel kan følge den.",
        "The plan contradicts itself, and no circle can follow it.",
    ),
    remedy: Bilingual::new("Ret det ene af tallene.", "Correct one of the numbers."),
    example: Bilingual::new(
        "Ifølge planen har en læringscirkel mindst 9 og højst 7 deltagere.",
        "The plan asks for at least 9 and at most 7 participants in a circle.",
    ),
    ..Rule::DERIVED
};

message! {
    LeastAboveMost { at_least: u64, at_most: u64 }
    "ifølge planen har en læringscirkel mindst {at_least:deltager|deltagere}, men højst {at_most}",
    "the plan asks for at least {at_least:participant|participants} in a learning circle, but at most {at_most}",
}

pub(super) fn check(plan: &CirclePlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let (Some(least), Some(most)) = (plan.participants_at_least, plan.participants_at_most)
        && least > most
    {
        let message = LeastAboveMost { at_least: least.into(), at_most: most.into() };
        cx.not_met(&at.key("participantsAtLeast"), message);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CirclePlan> = &[|plan, tape| {
    let most = u32::from(tape.flag());
    (plan.participants_at_least, plan.participants_at_most) = (Some(2), Some(most));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "participantsAtLeast": 9, "participantsAtMost": 9 }"#),
    accepts(r#"{ "participantsAtLeast": 4294967295 }"#),
    refuses(
        r#"{ "participantsAtLeast": 1, "participantsAtMost": 0 }"#,
        &[not_met(
            "/participantsAtLeast",
            "ifølge planen har en læringscirkel mindst 1 deltager, men højst 0",
            "the plan asks for at least 1 participant in a learning circle, but at most 0",
        )],
    ),
    refuses(
        r#"{ "participantsAtLeast": 9, "participantsAtMost": 7 }"#,
        &[not_met(
            "/participantsAtLeast",
            "ifølge planen har en læringscirkel mindst 9 deltagere, men højst 7",
            "the plan asks for at least 9 participants in a learning circle, but at most 7",
        )],
    ),
];
