//! One entry of the scope applies at a time.

use crate::codes;
use crate::date::PartialDate;
use crate::model::{CoveredServices, Scope, StandardArea, StandardSet};
use crate::organisation::LegalBasis;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted_of;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD030,
    basis: Basis::Form,
    requirements: &["S-019"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "standardSet, scope")],
    title: Bilingual::new(
        "et områdes omfang er kun angivet én gang for de samme tilbud og den samme periode",
        "the scope of an area is stated only once for the same services and the same period",
    ),
    why: Bilingual::new(
        "Er det angivet to gange, er det uklart, fra hvilken dato standarderne gælder for tilbuddene.",
        "If it is stated twice, it is unclear from when the standards apply to the services.",
    ),
    remedy: Bilingual::new(
        "Behold den ene linje, eller skriv, hvornår den tidligste holder op med at gælde.",
        "Keep one of the two, or state when the earlier one ends.",
    ),
    example: Bilingual::new(
        "De organisatoriske standarder gælder for alle tilbud fra 2008 og også fra 2009.",
        "The organisational standards apply to all services from 2008, and also from 2009.",
    ),
    ..Rule::DERIVED
};

message! {
    Again {}
    "omfanget er allerede angivet for det samme område, de samme tilbud og den samme periode",
    "the scope is already stated for the same area, services and period",
}

/// Sorts the entries that could clash next to each other.
type Key<'a> = (StandardArea, Option<&'a LegalBasis>, Option<PartialDate>);

fn key(scope: &Scope) -> Key<'_> {
    let services = match &scope.services {
        CoveredServices::All => None,
        CoveredServices::Under { provision } => Some(provision),
    };
    (scope.area, services, scope.from)
}

/// Whether both apply on the same day. What is not stated is not known, but a scope without a last day goes on.
fn apply_at_once(one: &Scope, other: &Scope) -> bool {
    let last = [one.until, other.until].into_iter().flatten().map(PartialDate::first_day).min();
    last.is_none_or(|last| {
        let begins = |scope: &Scope| scope.from.is_some_and(|from| from.last_day() <= last);
        begins(one) && begins(other)
    })
}

/// Sorted by area, services and beginning: if any two clash, two adjacent ones do.
pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("scope");
    let entries = set.scope.iter().enumerate().map(|(n, scope)| (Some(key(scope)), n));
    sorted_of(&entries, |entries| {
        for pair in entries.windows(2) {
            let [(Some(one), first), (Some(other), second)] = pair else { continue };
            let scopes = set.scope.get(*first).zip(set.scope.get(*second));
            if (one.0, one.1) == (other.0, other.1)
                && scopes.is_some_and(|(one, other)| apply_at_once(one, other))
            {
                cx.not_met(&list.index(*second), Again {});
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[|set, tape| {
    let scope = |year| Scope {
        from: PartialDate::of_year(year),
        ..Scope::new(StandardArea::Organisational, CoveredServices::All)
    };
    set.scope = [scope(2008), scope(if tape.flag() { 2008 } else { 2009 })].into();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Other areas, other services, one after the other; and what may or may not clash.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scope": [
                { "area": "organisational", "services": "all", "from": "2008", "until": "2009" },
                { "area": "serviceSpecific", "services": "all", "from": "2008" },
                { "area": "organisational", "services": "all", "from": "2010", "until": "2011-06-30" },
                { "area": "organisational", "services": "all", "from": "2011-07-01" },
                {
                    "area": "serviceSpecific", "from": "2008",
                    "services": { "under": { "provision": { "socialServices": { "paragraph": 107 } } } }
                },
                {
                    "area": "serviceSpecific", "from": "2008", "until": "2010",
                    "services": { "under": { "provision": { "socialServices": { "paragraph": 108 } } } }
                },
                {
                    "area": "serviceSpecific",
                    "services": { "under": { "provision": { "socialServices": { "paragraph": 108 } } } }
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scope": [
                { "area": "organisational", "services": "all", "from": "2009" },
                { "area": "organisational", "services": "all", "from": "2008" },
                { "area": "serviceSpecific", "services": "all", "from": "2008", "until": "2010-06-01" },
                { "area": "serviceSpecific", "services": "all", "from": "2010-06-01" }
            ]
        }"#,
        &[
            not_met(
                "/scope/0",
                "omfanget er allerede angivet for det samme område, de samme tilbud og den samme periode",
                "the scope is already stated for the same area, services and period",
            ),
            not_met(
                "/scope/3",
                "omfanget er allerede angivet for det samme område, de samme tilbud og den samme periode",
                "the scope is already stated for the same area, services and period",
            ),
        ],
    ),
    // The one may begin when the other has ended.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scope": [
                { "area": "organisational", "services": "all", "from": "2008", "until": "2009-06" },
                { "area": "organisational", "services": "all", "from": "2009" }
            ]
        }"#,
    ),
];
