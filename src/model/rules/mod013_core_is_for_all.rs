//! All regions take part in a project of the common core.

use crate::codes;
use crate::model::{ProjectPart, QualityProject};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::body::Membership, crate::model::RegionInProject, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD013,
    basis: Basis::Stated,
    requirements: &["R-079"],
    sources: &[SourceRef::quality_model(
        "Regionerne gennemfører kvalitetsmodellen på bostederne i fællesskab: en kerne af fælles aktiviteter, som alle regioner arbejder med på samme tid",
    )],
    title: Bilingual::new(
        "alle regioner deltager i de projekter, der hører til den fælles kerne",
        "all regions take part in the projects of the common core",
    ),
    why: Bilingual::new(
        "Kernen er det, som alle regioner arbejder med på samme tid. Uden én af dem kan resultaterne ikke sammenlignes på tværs af landet.",
        "The core is what all regions work with at the same time. Without one of them the results cannot be compared across the country.",
    ),
    remedy: Bilingual::new(
        "Ret deltagelsen, eller markér projektet som et, hvor regionen selv afgør, om den vil deltage.",
        "Correct the participation, or mark the project as one in which each region decides whether to take part.",
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
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<QualityProject> = &[|project, _| {
    project.part = Some(ProjectPart::Core);
    project.regions =
        [RegionInProject { membership: Membership::NonMember, ..RegionInProject::default() }].into();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Each region decides about the others; and what is not said of a region is not no.
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
];
