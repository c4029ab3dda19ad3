//! It is stated who agrees a target figure.

use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR001,
    requirements: &["R-025"],
    sources: &[SourceRef::agreement("1.8.5"), SourceRef::agreement("1.5.3")],
    title: Bilingual::new(
        "det fremgår, hvem der aftaler et måltal",
        "it is stated who agrees a target figure",
    ),
    why: Bilingual::new(
        "Ellers er det uklart, hvem måltallet forpligter, og hvem der kan ændre det.",
        "Otherwise it is unclear whom the figure binds and who can change it.",
    ),
    remedy: Bilingual::new(
        "Skriv, om måltallet aftales af parterne, i forbedringsfællesskabet eller i netværket.",
        "State whether the figure is agreed by the parties, the improvement community or the network.",
    ),
    example: Bilingual::new(
        "1.8.5: 90 % af kravene – men det fremgår ikke, hvem der har aftalt tallet.",
        "1.8.5: 90% of the requirements – but it is not stated who agreed the figure.",
    ),
    ..Rule::DERIVED
};

message! {
    NoForum {}
    "det fremgår ikke, hvem der aftaler måltallet",
    "it is not stated who agrees the target figure",
}

pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    if target.agreed_by.is_none() {
        cx.not_met(at, NoForum {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TargetFigure> = &[|target, _| target.agreed_by = None];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "agreedBy": "parties" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "agreedBy": { "community": {} } }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "80", "state": "agreed" }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvem der aftaler måltallet",
            "it is not stated who agrees the target figure",
        )],
    ),
];
