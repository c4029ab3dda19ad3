//! All regions take part in a project of the common core, at the same time.

use chrono::Datelike as _;

use crate::codes;
use crate::date::PartialDate;
use crate::model::{ProjectPart, QualityProject, RegionInProject};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::body::Membership, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD013,
    basis: Basis::Stated,
    requirements: &["R-079"],
    sources: &[SourceRef::quality_model(
        "Regionerne gennemfører kvalitetsmodellen på bostederne i fællesskab: en kerne af fælles aktiviteter, som alle regioner arbejder med på samme tid",
    )],
    title: Bilingual::new(
        "alle regioner deltager i de projekter, der hører til den fælles kerne, og på samme tid",
        "all regions take part in the projects of the common core, and at the same time",
    ),
    why: Bilingual::new(
        "Kernen er det, som alle regioner arbejder med på samme tid. Uden én af dem, eller når én begynder år efter de andre, kan resultaterne ikke sammenlignes på tværs af landet.",
        "The core is what all regions work with at the same time. Without one of them, or if one begins years after the others, the results cannot be compared across the country.",
    ),
    remedy: Bilingual::new(
        "Ret, om og fra hvornår regionen deltager, eller markér projektet som et, hvor hver region selv afgør, om den vil deltage.",
        "Correct whether and from when the region takes part, or mark the project as one in which each region decides whether to take part.",
    ),
    example: Bilingual::new(
        "SIP-sikret hører til kernen, men Region Sjælland står som ikke-deltager.",
        "SIP-sikret is part of the core, but Region Sjælland is listed as not taking part.",
    ),
    ..Rule::DERIVED
};

message! {
    TakesNoPart {}
    "projektet hører til den fælles kerne, men en region deltager ikke i det",
    "the project is part of the common core, but a region does not take part in it",
}

message! {
    BeginsLater { from: PartialDate, first: PartialDate }
    "projektet hører til den fælles kerne, men regionen deltager først fra {from}, og en anden region fra {first}",
    "the project is part of the common core, but the region takes part only from {from}, and another region from {first}",
}

pub(super) fn check(project: &QualityProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    if project.part != Some(ProjectPart::Core) {
        return;
    }
    let list = at.key("regions");
    for (n, region) in project.regions.iter().enumerate() {
        if region.membership.is_member() == Some(false) {
            cx.not_met(&list.index(n).key("membership"), TakesNoPart {});
        }
    }
    let begins =
        |region: &RegionInProject| region.from.filter(|_| region.membership.is_member() != Some(false));
    let Some(first) = project.regions.iter().filter_map(begins).min_by_key(|from| from.last_day()) else {
        return;
    };
    for (n, region) in project.regions.iter().enumerate() {
        // In another year: in one year, one timetable can have several steps.
        if let Some(from) = begins(region).filter(|from| from.first_day().year() > first.last_day().year()) {
            cx.not_met(&list.index(n).key("from"), BeginsLater { from, first });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<QualityProject> = &[
    |project, _| {
        project.part = Some(ProjectPart::Core);
        project.regions =
            [RegionInProject { membership: Membership::NonMember, ..RegionInProject::default() }].into();
    },
    |project, _| {
        project.part = Some(ProjectPart::Core);
        let from = |year| RegionInProject { from: PartialDate::of_year(year), ..RegionInProject::default() };
        project.regions = [from(2012), from(2008)].into();
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Each region decides about the others; and what is not stated for a region does not mean no.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "part": "optIn",
            "regions": [{ "name": "Region Sjælland", "membership": "nonMember" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "regions": [{ "name": "Region Sjælland", "membership": "nonMember" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "part": "core",
            "regions": [{ "name": "Region Sjælland" }, { "name": "Region Hovedstaden", "membership": "member" }]
        }"#,
    ),
    // In one year, in years that can be the same, and beyond the core.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "part": "core",
            "regions": [
                { "membership": "member", "from": "2008-01" }, { "membership": "member", "from": "2008-11" },
                { "membership": "member", "from": "2008" }, { "membership": "member" }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "part": "optIn",
            "regions": [{ "membership": "member", "from": "2008" }, { "membership": "member", "from": "2012" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "part": "core",
            "regions": [
                { "membership": "member", "from": "2012" }, { "membership": "member", "from": "2008-12" },
                { "from": "2009-01" }
            ]
        }"#,
        &[
            not_met(
                "/regions/0/from",
                "projektet hører til den fælles kerne, men regionen deltager først fra 2012, og en anden region fra december 2008",
                "the project is part of the common core, but the region takes part only from 2012, and another region from December 2008",
            ),
            not_met(
                "/regions/2/from",
                "projektet hører til den fælles kerne, men regionen deltager først fra januar 2009, og en anden region fra december 2008",
                "the project is part of the common core, but the region takes part only from January 2009, and another region from December 2008",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "part": "core",
            "regions": [
                { "name": "Region Sjælland", "membership": "member" },
                { "name": "Region Hovedstaden", "membership": "nonMember" }
            ]
        }"#,
        &[not_met(
            "/regions/1/membership",
            "projektet hører til den fælles kerne, men en region deltager ikke i det",
            "the project is part of the common core, but a region does not take part in it",
        )],
    ),
    // In one year, as far as known; one region takes no part, and began later.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "part": "core",
            "regions": [
                { "membership": "member", "from": "2008-11" }, { "membership": "member", "from": "2009-H1" },
                { "membership": "nonMember", "from": "2010" }
            ]
        }"#,
        &[
            not_met(
                "/regions/1/from",
                "projektet hører til den fælles kerne, men regionen deltager først fra 1. halvår 2009, og en anden region fra november 2008",
                "the project is part of the common core, but the region takes part only from the first half of 2009, and another region from November 2008",
            ),
            not_met(
                "/regions/2/membership",
                "projektet hører til den fælles kerne, men en region deltager ikke i det",
                "the project is part of the common core, but a region does not take part in it",
            ),
        ],
    ),
];
