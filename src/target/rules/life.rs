//! The life of a target figure goes forward.

use crate::report::{Checking, Path};
use crate::rule::{Basis, Rule, RuleCode, Severity, SourceRef, facts};
use crate::target::TargetFigure;
use crate::text::{Bilingual, Lang};

facts! {
    /// A step goes back, and no decision that says who, when or why is recorded.
    struct StepBack {
        /// The state before.
        from / "from": Bilingual,
        /// The state after.
        to / "to": Bilingual,
    }
    message |facts, lang, f| {
        let (from, to) = (facts.from.in_lang(lang), facts.to.in_lang(lang));
        match lang {
            Lang::Da => write!(f, "måltallet går tilbage fra \"{from}\" til \"{to}\" uden en beslutning"),
            Lang::En => write!(f, "the target figure goes back from \"{from}\" to \"{to}\" without a decision"),
        }
    }
}

pub(crate) static NO_STEP_BACK: Rule = Rule {
    code: RuleCode::literal("TAR003"),
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-174"],
    sources: &[SourceRef::agreement("1.3.4"), SourceRef::agreement("1.8.5")],
    title: Bilingual::new(
        "et måltal går ikke tilbage uden en beslutning",
        "a target figure does not go back without a decision",
    ),
    why: Bilingual::new(
        "Et aftalt måltal, der ubemærket bliver åbent igen, kan ingen følge op på.",
        "An agreed figure that quietly becomes open again cannot be followed up.",
    ),
    remedy: Bilingual::new(
        "Skriv beslutningen ved skridtet: hvem, hvornår og hvorfor.",
        "Record the decision with the step: who, when and why.",
    ),
    example: Bilingual::new(
        "Måltallet var aftalt i marts og er i juni igen \"aftales senere\".",
        "The figure was agreed in March and is \"to be agreed\" again in June.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn no_step_back(target: &TargetFigure, at: &Path<'_>, cx: &mut Checking<'_>) {
    let history = at.key("history");
    let steps = target.history.iter();
    for (n, (before, after)) in steps.clone().zip(steps.skip(1)).enumerate() {
        if after.goes_back_undecided(before.state) {
            let facts = StepBack { from: before.state.label(), to: after.state.label() };
            cx.not_met(&history.index(n.saturating_add(1)), facts);
        }
    }
}

facts! {
    /// The state is another than that of the last step.
    struct StateDiffers {
        /// The state that is stated.
        stated / "stated": Bilingual,
        /// The state of the last step.
        last / "last": Bilingual,
    }
    message |facts, lang, f| {
        let (stated, last) = (facts.stated.in_lang(lang), facts.last.in_lang(lang));
        match lang {
            Lang::Da => write!(f, "måltallets tilstand er \"{stated}\", men dets sidste skridt var \"{last}\""),
            Lang::En => write!(f, "the state is \"{stated}\", but the last step was \"{last}\""),
        }
    }
}

pub(crate) static STATE_IS_LAST_STEP: Rule = Rule {
    code: RuleCode::literal("TAR006"),
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-174"],
    sources: &[SourceRef::agreement("1.3.4"), SourceRef::agreement("1.8.5")],
    title: Bilingual::new(
        "et måltals tilstand er den, dets sidste skridt førte til",
        "the state of a target figure is the one its last step led to",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: tilstand og forløb kan ikke begge være rigtige.",
        "The document contradicts itself: state and history cannot both be right.",
    ),
    remedy: Bilingual::new(
        "Ret tilstanden, eller tilføj det skridt, der mangler.",
        "Correct the state, or add the step that is missing.",
    ),
    example: Bilingual::new(
        "Tilstanden er \"aftalt\", men forløbet slutter med \"målt\".",
        "The state is \"agreed\", but the history ends with \"measured\".",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn state_is_last_step(target: &TargetFigure, at: &Path<'_>, cx: &mut Checking<'_>) {
    if let (Some(stated), Some(last)) = (target.state, target.history.last())
        && stated != last.state
    {
        let facts = StateDiffers { stated: stated.label(), last: last.state.label() };
        cx.not_met(&at.key("state"), facts);
    }
}
