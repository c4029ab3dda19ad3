//! What a community starts from.

use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::text::{Bilingual, is_stated};
use crate::{Lang, codes};

facts! {
    /// A community names no monitored process and no measure.
    struct NothingMonitored {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "fællesskabet nævner hverken en proces, der overvåges, eller en måling",
        Lang::En => "the community names neither a monitored process nor a measure",
    })
}

pub(crate) static MONITORED: Rule = Rule {
    code: codes::IMP005,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-035"],
    sources: &[SourceRef::agreement("1.4")],
    title: Bilingual::new(
        "et forbedringsfællesskab tager udgangspunkt i noget, der overvåges eller måles",
        "an improvement community starts from something that is monitored or measured",
    ),
    why: Bilingual::new(
        "Uden data på processen kan ingen se, om den er blevet bedre.",
        "Without data on the process nobody can see whether it became better.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvilken proces der overvåges, eller tilføj en måling.",
        "Say which process is monitored, or add a measure.",
    ),
    example: Bilingual::new(
        "1.3.2: et fællesskab nedsættes for at nedbringe arbejdsulykker, og det fremgår ikke, hvad der overvåges.",
        "1.3.2: a community is set up to reduce accidents, and it is not said what is monitored.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn monitored(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !is_stated(community.monitored_process.as_ref()) && community.measures.is_empty() {
        cx.not_met(at, NothingMonitored {});
    }
}
