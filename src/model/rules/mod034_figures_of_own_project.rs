//! A region's own indicator takes its figures from projects in which the region takes part.

use crate::codes;
use crate::id::Id;
use crate::model::{Indicator, Origin, QualityProject, RegionInProject, Standard, StandardSet};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::{ById, index};
use crate::text::{Bilingual, Folded};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{add_standard, add_theme, added_indicator, added_standard},
    crate::{body::Membership, model::ProjectPart, rule::trial::Breaks},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD034,
    requirements: &["R-080"],
    sources: &[
        SourceRef::quality_model("Kvalitetsprojekter integreres"),
        SourceRef::quality_model("Regionerne gennemfører kvalitetsmodellen på bostederne i fællesskab"),
    ],
    title: Bilingual::new(
        "en regions egen indikator får tal fra projekter, som regionen deltager i",
        "a region's own indicator takes its figures from projects in which the region takes part",
    ),
    why: Bilingual::new(
        "Deltager regionen ikke i projektet, findes der ingen tal for dens tilbud, og indikatoren kan ikke opgøres.",
        "If the region does not take part in the project, there are no figures of its services, and the indicator cannot be counted.",
    ),
    remedy: Bilingual::new(
        "Ret projektet, ret regionens deltagelse, eller skriv en anden datakilde.",
        "Correct the project, correct the participation of the region, or state another data source.",
    ),
    example: Bilingual::new(
        "Region Sjællands egen indikator får tal fra SIP-voksen, men Region Sjælland står dér som ikke-deltager.",
        "An indicator of Region Sjælland's own takes its figures from SIP-voksen, where Region Sjælland is listed as not taking part.",
    ),
    ..Rule::DERIVED
};

message! {
    NoFigures {}
    "indikatoren tilhører en region, der ikke deltager i det projekt, den får tal fra",
    "the indicator belongs to a region that does not take part in the project that its figures come from",
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    ById::of(set.projects.iter().map(|one| one.id.uuid()), |by_id| {
        let project_of = |id: Id<QualityProject>| set.projects.get(index(by_id.first(id.uuid())?));
        for (n, standard) in set.standards.iter().enumerate() {
            let place = list.item(n, standard.id);
            let indicators = place.key("indicators");
            for (n, indicator) in standard.indicators.iter().enumerate() {
                let origin = origin_of(indicator, standard);
                let Origin::Regional { .. } = origin else { continue };
                let place = indicators.item(n, indicator.id);
                let projects = place.key("projects");
                for (n, id) in indicator.projects.iter().enumerate() {
                    if project_of(*id).is_some_and(|project| takes_no_part(origin, project, cx)) {
                        cx.not_met(&projects.index(n), NoFigures {});
                    }
                }
            }
        }
    });
}

/// An indicator comes from where its standard comes from, unless it says otherwise.
fn origin_of<'s>(indicator: &'s Indicator, standard: &'s Standard) -> &'s Origin {
    indicator.origin.as_ref().unwrap_or(&standard.origin)
}

/// Whether all that the project says of the region is that it does not take part.
fn takes_no_part(origin: &Origin, project: &QualityProject, cx: &Checker<'_>) -> bool {
    let mut of_region = project.regions.iter().filter(|one| is_of(one, origin)).peekable();
    let has_begun = |one: &RegionInProject| one.from.is_none_or(|from| from.first_day() <= cx.as_of());
    of_region.peek().is_some()
        && of_region.all(|one| one.membership.is_member() == Some(false) && has_begun(one))
}

/// Whether both are of the same region: by their ids, or else by their names.
fn is_of(one: &RegionInProject, origin: &Origin) -> bool {
    let Origin::Regional { region, name } = origin else { return false };
    match (one.region, region) {
        (Some(one), Some(region)) => one == *region,
        _ => Folded::stated(one.name.as_ref()).is_some_and(|one| Some(one) == Folded::stated(name.as_ref())),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[|set, tape| {
    let region = Some(tape.spare_id(201));
    let origin = Origin::Regional { region, name: None };
    let project = QualityProject {
        part: Some(ProjectPart::OptIn),
        regions: [RegionInProject {
            region,
            membership: Membership::NonMember,
            ..RegionInProject::default()
        }]
        .into(),
        ..QualityProject::new(tape.spare_id(202))
    };
    let theme = add_theme(set, origin.clone(), tape);
    let mut standard = added_standard(1, theme, origin, tape);
    standard.indicators = [Indicator { projects: [project.id].into(), ..added_indicator(1, tape) }].into();
    set.projects.push(project);
    add_standard(set, standard, tape);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // What is common, what is of another region, of a region that takes part now, or of one that the project does not
    // mention.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                    "indicators": [
                        { "id": "00000000-0000-4000-8000-000000000031", "projects": ["00000000-0000-4000-8000-000000000041"] },
                        { "id": "00000000-0000-4000-8000-000000000032", "projects": ["00000000-0000-4000-8000-000000000041"], "origin": { "regional": { "name": "Region Syd" } } }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Nord" } },
                    "indicators": [
                        { "id": "00000000-0000-4000-8000-000000000033", "projects": ["00000000-0000-4000-8000-000000000042", "00000000-0000-4000-8000-000000000043", "00000000-0000-4000-8000-000000000044", "00000000-0000-4000-8000-000000000049"] },
                        { "id": "00000000-0000-4000-8000-000000000034", "projects": ["00000000-0000-4000-8000-000000000041"], "origin": "common" }
                    ]
                }
            ],
            "projects": [
                { "id": "00000000-0000-4000-8000-000000000041", "regions": [{ "name": "Region Nord", "membership": "nonMember" }] },
                { "id": "00000000-0000-4000-8000-000000000042", "regions": [
                    { "region": "00000000-0000-4000-8000-000000000051", "membership": "nonMember", "from": "2024-02" },
                    { "region": "00000000-0000-4000-8000-000000000052", "name": "Region Nord", "membership": "nonMember" }
                ] },
                { "id": "00000000-0000-4000-8000-000000000043", "regions": [
                    { "region": "00000000-0000-4000-8000-000000000051", "membership": "nonMember", "from": "2008" },
                    { "region": "00000000-0000-4000-8000-000000000051", "membership": "member", "from": "2012" }
                ] },
                { "id": "00000000-0000-4000-8000-000000000044", "regions": [{ "region": "00000000-0000-4000-8000-000000000051" }] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                    "indicators": [{ "id": "00000000-0000-4000-8000-000000000031", "projects": ["00000000-0000-4000-8000-000000000041"], "origin": { "regional": { "name": "region nord" } } }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051" } },
                    "indicators": [{ "id": "00000000-0000-4000-8000-000000000032", "projects": ["00000000-0000-4000-8000-000000000042", "00000000-0000-4000-8000-000000000041"] }]
                }
            ],
            "projects": [
                { "id": "00000000-0000-4000-8000-000000000041", "regions": [{ "region": "00000000-0000-4000-8000-000000000051", "name": "Region Nord", "membership": "nonMember" }] },
                { "id": "00000000-0000-4000-8000-000000000042", "regions": [{ "region": "00000000-0000-4000-8000-000000000051", "membership": "member" }] }
            ]
        }"#,
        &[
            not_met(
                "/standards/0/indicators/0/projects/0",
                "indikatoren tilhører en region, der ikke deltager i det projekt, den får tal fra",
                "the indicator belongs to a region that does not take part in the project that its figures come from",
            ),
            not_met(
                "/standards/1/indicators/0/projects/1",
                "indikatoren tilhører en region, der ikke deltager i det projekt, den får tal fra",
                "the indicator belongs to a region that does not take part in the project that its figures come from",
            ),
        ],
    ),
    // Its membership ends in this month, which has begun, or today; two regions of one name have two ids.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "standards": [{
                "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000011",
                "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Nord" } },
                "indicators": [{
                    "id": "00000000-0000-4000-8000-000000000033",
                    "projects": [
                        "00000000-0000-4000-8000-000000000042", "00000000-0000-4000-8000-000000000043",
                        "00000000-0000-4000-8000-000000000044", "00000000-0000-4000-8000-000000000045"
                    ]
                }]
            }],
            "projects": [
                {
                    "id": "00000000-0000-4000-8000-000000000042",
                    "regions": [{
                        "region": "00000000-0000-4000-8000-000000000051", "membership": "nonMember", "from": "2024-01"
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000043",
                    "regions": [{
                        "region": "00000000-0000-4000-8000-000000000051", "membership": "nonMember",
                        "from": "2024-01-15"
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000044",
                    "regions": [{
                        "region": "00000000-0000-4000-8000-000000000052", "name": "Region Nord",
                        "membership": "nonMember"
                    }]
                },
                { "id": "00000000-0000-4000-8000-000000000045", "regions": [{ "membership": "nonMember" }] }
            ]
        }"#,
        &[
            not_met(
                "/standards/0/indicators/0/projects/0",
                "indikatoren tilhører en region, der ikke deltager i det projekt, den får tal fra",
                "the indicator belongs to a region that does not take part in the project that its figures come from",
            ),
            not_met(
                "/standards/0/indicators/0/projects/1",
                "indikatoren tilhører en region, der ikke deltager i det projekt, den får tal fra",
                "the indicator belongs to a region that does not take part in the project that its figures come from",
            ),
        ],
    ),
];
