//! Who agrees the figure.

use crate::report::{Checking, Path};
use crate::rule::{Basis, Rule, RuleCode, Severity, SourceRef, facts};
use crate::target::TargetFigure;
use crate::text::{Bilingual, Lang};

facts! {
    /// A target figure names no forum that agrees it.
    struct NoForum {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "det fremgår ikke, hvem der aftaler måltallet",
        Lang::En => "it is not said who agrees the target figure",
    })
}

pub(crate) static FORUM_NAMED: Rule = Rule {
    code: RuleCode::literal("TAR001"),
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-025"],
    sources: &[SourceRef::agreement("1.8.5"), SourceRef::agreement("1.5.3")],
    title: Bilingual::new(
        "et måltal nævner det forum, der aftaler det",
        "a target figure names the forum that agrees it",
    ),
    why: Bilingual::new(
        "Et måltal, som ingen har aftalt, forpligter ingen, og ingen kan ændre det.",
        "A figure that nobody agreed binds nobody, and nobody can change it.",
    ),
    remedy: Bilingual::new(
        "Skriv, om måltallet aftales af parterne, i forbedringsfællesskabet eller i netværket.",
        "Say whether the parties, the improvement community or the network agrees the figure.",
    ),
    example: Bilingual::new(
        "1.5.3: 80 % af de nyansatte – uden at det fremgår, hvem der har aftalt tallet.",
        "1.5.3: 80% of new staff – and it is not said who agreed the figure.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn forum_named(target: &TargetFigure, at: &Path<'_>, cx: &mut Checking<'_>) {
    if target.agreed_by.is_none() {
        cx.not_met(at, NoForum {});
    }
}
