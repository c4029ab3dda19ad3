//! A change of a tailoring says who decided it, when and why.

use alloc::vec::Vec;

use crate::codes;
use crate::model::TailoringChange;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, is_stated, missing_of};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD020,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "tailoring, changes")],
    title: Bilingual::new(
        "for hver ændring i en tilpasning fremgår det, hvem der har besluttet den, hvornår og hvorfor",
        "each change in a tailoring says who decided it, when and why",
    ),
    why: Bilingual::new(
        "Ellers kan ingen senere se, om ændringen stadig gælder, eller hvem der kan tage den op igen.",
        "Otherwise nobody can tell later whether the change still applies, or who can reconsider it.",
    ),
    remedy: Bilingual::new(
        "Angiv det udvalg eller den ledelse, der har besluttet ændringen, datoen og begrundelsen.",
        "State the committee or management that decided the change, the date and the reason.",
    ),
    example: Bilingual::new(
        "En region har tilføjet en standard; beslutningen står i et referat, som ingen henviser til.",
        "A region has added a standard; the decision is in minutes that nobody refers to.",
    ),
    ..Rule::DERIVED
};

message! {
    NotSaid { missing: Vec<Bilingual> }
    "det fremgår ikke, {missing:, og}",
    "it is not stated {missing:and}",
}

pub(super) fn check(change: &TailoringChange, at: &Path<'_>, cx: &mut Checker<'_>) {
    let parts = [
        (
            is_stated(change.decided_by.as_ref()),
            Bilingual::new("hvem der har besluttet ændringen", "who decided the change"),
        ),
        (change.decided_on.is_some(), Bilingual::new("hvornår den er besluttet", "when it was decided")),
        (is_stated(change.reason.as_ref()), Bilingual::new("hvorfor", "why")),
    ];
    if parts.iter().any(|(stated, _)| !stated) {
        cx.not_met(at, NotSaid { missing: missing_of(parts).collect() });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TailoringChange> = &[
    |change, tape| change.decided_by = tape.unsaid(),
    |change, _| change.decided_on = None,
    |change, tape| change.reason = tape.unsaid(),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "change": { "leaveOutTheme": { "theme": "00000000-0000-4000-8000-000000000011" } },
            "decidedBy": "Regionsrådet", "decidedOn": "2008", "reason": "Temaet er en del af Ledelse"
        }"#,
    ),
    refuses(
        r#"{
            "change": { "leaveOutTheme": { "theme": "00000000-0000-4000-8000-000000000011" } },
            "decidedBy": " ", "decidedOn": "2008-05-20", "reason": "Temaet er en del af Ledelse"
        }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvem der har besluttet ændringen",
            "it is not stated who decided the change",
        )],
    ),
    refuses(
        r#"{
            "change": { "leaveOutTheme": { "theme": "00000000-0000-4000-8000-000000000011" } }
        }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvem der har besluttet ændringen, hvornår den er besluttet, og hvorfor",
            "it is not stated who decided the change, when it was decided and why",
        )],
    ),
];
