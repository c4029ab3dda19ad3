//! A target figure in percent lies between 0 and 100.

use crate::codes;
use crate::figure::{Decimal, Unit};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR013,
    requirements: &["R-173"],
    sources: &[SourceRef::agreement("1.5.3"), SourceRef::agreement("1.8.5")],
    title: Bilingual::new(
        "et måltal i procent ligger mellem 0 og 100",
        "a target figure in percent lies between 0 and 100",
    ),
    why: Bilingual::new(
        "En andel er aldrig under 0 % eller over 100 %, så et sådant måltal er enten umuligt at nå eller altid nået.",
        "A share is never below 0% or above 100%, so such a figure either cannot be reached or always is.",
    ),
    remedy: Bilingual::new(
        "Ret tallet eller enheden; er det ikke en andel, så skriv i enheden, hvad der er tale om.",
        "Correct the value or the unit; if it is no share, let the unit say what it is.",
    ),
    example: Bilingual::new(
        "Måltallet er, at mindst 180 % af målene er SMARTE.",
        "The figure is that at least 180% of the goals are SMARTE.",
    ),
    ..Rule::DERIVED
};

message! {
    NoShare { value: Decimal }
    "måltallet er {value} %, men en andel ligger mellem 0 og 100 %",
    "the figure is {value}%, but a share lies between 0 and 100%",
}

pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    if target.unit != Some(Unit::Percent) {
        return;
    }
    if let Some(value) = target.value.filter(|value| !value.is_share_in_percent()) {
        cx.not_met(&at.key("value"), NoShare { value });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TargetFigure> = &[|target, tape| {
    target.unit = Some(Unit::Percent);
    target.value = *tape.pick(&[Decimal::new(1001, 1).ok(), Decimal::new(-1, 0).ok()]);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "0", "unit": "percent" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "100.0", "unit": "percent" }"#),
    // No percent, and no unit.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "120", "unit": "days" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "-2" }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "100.1", "unit": "percent" }"#,
        &[not_met(
            "/value",
            "måltallet er 100,1 %, men en andel ligger mellem 0 og 100 %",
            "the figure is 100.1%, but a share lies between 0 and 100%",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "-5", "unit": "percent", "direction": "atMost" }"#,
        &[not_met(
            "/value",
            "måltallet er -5 %, men en andel ligger mellem 0 og 100 %",
            "the figure is -5%, but a share lies between 0 and 100%",
        )],
    ),
];
