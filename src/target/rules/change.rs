//! A direction is not yet a target.

use alloc::vec::Vec;

use crate::report::{Checking, Path};
use crate::rule::{Basis, Rule, RuleCode, Severity, SourceRef, facts};
use crate::target::{ChangeAim, ChangeKind};
use crate::text::{Bilingual, Lang, list_in_lang, missing_of};

facts! {
    /// A change is wanted, and baseline, size or date is missing; what is to be maintained has no size.
    struct DirectionOnly {
        /// Which way things are to go.
        kind / "kind": Bilingual,
        /// What is missing.
        missing / "missing": Vec<Bilingual>,
    }
    message |facts, lang, f| {
        let kind = facts.kind.in_lang(lang);
        match lang {
            Lang::Da => write!(f, "{kind} er kun en retning; der mangler ")?,
            Lang::En => write!(f, "{kind} is a direction only; missing: ")?,
        }
        list_in_lang(&facts.missing, lang, f)
    }
}

pub(crate) static CHANGE_HAS_SIZE: Rule = Rule {
    code: RuleCode::literal("TAR004"),
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-034"],
    sources: &[SourceRef::agreement("1.3.1")],
    title: Bilingual::new(
        "en ændring har udgangspunkt, størrelse og dato",
        "a change has a baseline, a size and a date",
    ),
    why: Bilingual::new(
        "Uden de tre kan ingen sige, om ændringen er nået; så er den kun en retning.",
        "Without the three nobody can say whether the change was reached; it is a direction only.",
    ),
    remedy: Bilingual::new(
        "Angiv, hvor tallet er nu, hvor meget det skal ændres, og hvornår det skal være sket. Skal det fastholdes, er der ingen størrelse at angive.",
        "State where the figure is now, how much it is to change, and by when. To maintain it needs no size.",
    ),
    example: Bilingual::new(
        "1.3.1: \"nedbringe antallet af påbud\" – uden tal og uden dato.",
        "1.3.1: to reduce the number of orders – with no figure and no date.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn change_has_size(aim: &ChangeAim, at: &Path<'_>, cx: &mut Checking<'_>) {
    let sized = aim.kind == ChangeKind::Maintain || (aim.size.is_some() && aim.unit.is_some());
    let parts = [
        (aim.baseline.is_some(), Bilingual::new("udgangspunkt", "baseline")),
        (sized, Bilingual::new("størrelse med enhed", "size with unit")),
        (aim.by.is_some(), Bilingual::new("dato", "date")),
    ];
    let missing: Vec<_> = missing_of(parts).collect();
    if !missing.is_empty() {
        cx.not_met(at, DirectionOnly { kind: aim.kind.label(), missing });
    }
}
