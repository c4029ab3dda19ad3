//! A percentage is possible on its base.

use crate::codes;
use crate::figure::Decimal;
use crate::project::Claim;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ002,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["S-033"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "project, claims, percent; of"),
        SourceRef::new(SourceDocument::SMARTE_2023, "Baggrund: kun 30% af respondenterne"),
    ],
    title: Bilingual::new(
        "en procentandel er mulig med det antal, den er beregnet ud fra",
        "a percentage is possible with the number that it was calculated from",
    ),
    why: Bilingual::new(
        "Kan procenten ikke komme af antallet, er et af de to tal forkert, eller procenten er beregnet ud fra noget andet.",
        "If the number cannot give the percentage, one of the two is wrong, or the percentage is of something else.",
    ),
    remedy: Bilingual::new(
        "Ret procenten eller det antal, den er beregnet ud fra.",
        "Correct the percentage, or the number that it was calculated from.",
    ),
    example: Bilingual::new(
        "30 % af 7 svar: 2 af 7 er 29 %, og 3 af 7 er 43 %.",
        "30% of 7 answers: 2 of 7 is 29%, and 3 of 7 is 43%.",
    ),
    ..Rule::DERIVED
};

message! {
    Impossible { percent: Decimal, of: u64 }
    "{percent} % er ikke muligt ud af {of}",
    "{percent}% is not possible out of {of}",
}

pub(super) fn check(claim: &Claim, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let (Some(percent), Some(of), Some(false)) =
        (claim.percent, claim.percent_of, claim.percent_is_possible())
    {
        cx.not_met(&at.key("percent"), Impossible { percent, of });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Claim> = &[|claim, tape| {
    claim.percent = Some(30.into());
    claim.percent_of = Some(*tape.pick(&[7, 1, 2, 0, 8]));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "percent": "30" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "percent": "29", "percentOf": 7 }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "percent": "28.6", "percentOf": 7 }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "percent": "12.5", "percentOf": 8 }"#),
    // A half is rounded either way.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "percent": "13", "percentOf": 8 }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "percent": "12", "percentOf": 8 }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "percent": "30", "percentOf": 7 }"#,
        &[not_met("/percent", "30 % er ikke muligt ud af 7", "30% is not possible out of 7")],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "percent": "101", "percentOf": 18446744073709551615 }"#,
        &[not_met(
            "/percent",
            "101 % er ikke muligt ud af 18446744073709551615",
            "101% is not possible out of 18446744073709551615",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "percent": "0", "percentOf": 0 }"#,
        &[not_met("/percent", "0 % er ikke muligt ud af 0", "0% is not possible out of 0")],
    ),
];
