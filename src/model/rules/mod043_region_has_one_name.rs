//! A region has one id and one name in a standard set.

use core::iter::once;

use uuid::Uuid;

use crate::codes;
use crate::id::Id;
use crate::model::{Origin, StandardSet};
use crate::organisation::Operator;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted_of;
use crate::text::{Bilingual, Folded, Text};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{add_standard, add_theme, added_standard},
    crate::model::{QualityProject, RegionInProject},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD043,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "standardSet, origin; projects, regions; tailoring, region",
    )],
    title: Bilingual::new(
        "en region har ét id og ét navn i et standardsæt og i en tilpasning",
        "a region has one id and one name in a standard set and in a tailoring",
    ),
    why: Bilingual::new(
        "Ellers kan ingen se, hvilken region en standard eller indikator tilhører, eller om den deltager i det projekt, tallene kommer fra.",
        "Otherwise nobody can see which region a standard or an indicator belongs to, or whether it takes part in the project that the figures come from.",
    ),
    remedy: Bilingual::new(
        "Ret det navn eller det id, der er forkert.",
        "Correct the name or the id that is wrong.",
    ),
    example: Bilingual::new(
        "Regionen har ét id, hvor dens egen standard står, og et andet, hvor den deltager i SIP-voksen.",
        "The region has one id where its own standard is listed, and another where it takes part in SIP-voksen.",
    ),
    ..Rule::DERIVED
};

message! {
    TwoNames {}
    "regionen har et andet navn et andet sted i dokumentet",
    "the region has another name elsewhere in the document",
}

message! {
    TwoIds {}
    "regionen har et andet id et andet sted i dokumentet",
    "the region has another id elsewhere in the document",
}

/// A region with an id and a name, and where it is.
pub(super) type Mention<'m> = (Uuid, Folded<'m>, Place);

/// Positions in lists, in the order of the document.
pub(super) type Place = [usize; 3];

/// The region of an origin, if it has an id and a name.
pub(super) fn of_origin(origin: &Origin, place: Place) -> Option<Mention<'_>> {
    let Origin::Regional { region, name } = origin else { return None };
    mention(*region, name.as_ref(), place)
}

pub(super) fn mention(id: Option<Id<Operator>>, name: Option<&Text>, place: Place) -> Option<Mention<'_>> {
    Some((id?.uuid(), Folded::stated(name)?, place))
}

/// Calls `each` with the place where each further name of an id is first used.
pub(super) fn each_other_name<'m>(
    mentions: &(impl Iterator<Item = Mention<'m>> + Clone),
    mut each: impl FnMut(Place),
) {
    each_further(mentions, |_, place| each(place));
}

/// Calls `each` with the place of the first id of a name, and that where each further one is first used.
pub(super) fn each_other_id<'m>(
    mentions: &(impl Iterator<Item = Mention<'m>> + Clone),
    each: impl FnMut(Place, Place),
) {
    each_further(&mentions.clone().map(|(id, name, place)| (name, id, place)), each);
}

pub(super) fn two_names(region: &Path<'_>, cx: &mut Checker<'_>) {
    cx.not_met(&region.key("name"), TwoNames {});
}

pub(super) fn two_ids(region: &Path<'_>, cx: &mut Checker<'_>) {
    cx.not_met(&region.key("region"), TwoIds {});
}

/// Calls `each` with the first place of each value of a key but the one that comes first, and with the place of that one.
fn each_further<K: Copy + Default + Ord, V: Copy + Default + Ord>(
    entries: &(impl Iterator<Item = (K, V, Place)> + Clone),
    mut each: impl FnMut(Place, Place),
) {
    sorted_of(entries, |entries| {
        for same in entries.chunk_by(|one, other| one.0 == other.0) {
            let alike = same.chunk_by(|one, other| one.1 == other.1);
            let firsts = alike.filter_map(|alike| alike.first()).map(|one| one.2);
            let Some(first) = firsts.clone().min() else { continue };
            firsts.filter(|place| *place != first).for_each(|place| each(first, place));
        }
    });
}

const THEMES: usize = 0;
const STANDARDS: usize = 1;
const PROJECTS: usize = 2;

/// An indicator is placed after its standard, by its position from 1.
fn mentions(set: &StandardSet) -> impl Iterator<Item = Mention<'_>> + Clone {
    let themes = set.themes.iter().enumerate();
    let themes = themes.filter_map(|(n, one)| of_origin(&one.origin, [THEMES, n, 0]));
    let standards = set.standards.iter().enumerate().flat_map(|(n, standard)| {
        let indicators = (1..).zip(&standard.indicators);
        let indicators =
            indicators.filter_map(move |(m, one)| of_origin(one.origin.as_ref()?, [STANDARDS, n, m]));
        once(of_origin(&standard.origin, [STANDARDS, n, 0])).flatten().chain(indicators)
    });
    let projects = set.projects.iter().enumerate().flat_map(|(n, project)| {
        let regions = project.regions.iter().enumerate();
        regions.filter_map(move |(m, one)| mention(one.region, one.name.as_ref(), [PROJECTS, n, m]))
    });
    themes.chain(standards).chain(projects)
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mentions = mentions(set);
    each_other_name(&mentions, |place| at_region(set, place, at, &mut |at| two_names(at, cx)));
    each_other_id(&mentions, |first, place| {
        // MOD033 finds a region that is twice in one project.
        let [list, project, _] = place;
        if list != PROJECTS || first.get(..2) != Some(&[list, project]) {
            at_region(set, place, at, &mut |at| two_ids(at, cx));
        }
    });
}

/// Calls `then` with the place of a region.
fn at_region(set: &StandardSet, [list, n, m]: Place, at: &Path<'_>, then: &mut dyn FnMut(&Path<'_>)) {
    match list {
        PROJECTS => {
            let Some(project) = set.projects.get(n) else { return };
            let projects = at.key("projects");
            then(&projects.item(n, project.id).key("regions").index(m));
        }
        THEMES => {
            let Some(theme) = set.themes.get(n) else { return };
            then(&at.key("themes").item(n, theme.id).key("origin").key("regional"));
        }
        _ => {
            let Some(standard) = set.standards.get(n) else { return };
            let standards = at.key("standards");
            let standard_at = standards.item(n, standard.id);
            match m.checked_sub(1).and_then(|m| Some((m, standard.indicators.get(m)?.id))) {
                None => then(&standard_at.key("origin").key("regional")),
                Some((m, id)) => {
                    then(&standard_at.key("indicators").item(m, id).key("origin").key("regional"));
                }
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[
    |set, tape| {
        let origin =
            |name: &str| Origin::Regional { region: Some(Id::from_u128(201)), name: Some(name.into()) };
        let theme = add_theme(set, origin("Region Nord"), tape);
        add_standard(set, added_standard(1, theme, origin("Region Syd"), tape), tape);
    },
    |set, tape| {
        let name = Some(Text::from("Region Nord"));
        let origin = Origin::Regional { region: Some(Id::from_u128(201)), name: name.clone() };
        let theme = add_theme(set, origin.clone(), tape);
        add_standard(set, added_standard(1, theme, origin, tape), tape);
        let region = RegionInProject { region: Some(Id::from_u128(202)), name, ..RegionInProject::default() };
        set.projects
            .push(QualityProject { regions: [region].into(), ..QualityProject::new(tape.spare_id(200)) });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // One name with two spellings, an id or a name alone, and a region that is twice in one project.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "themes": [
                { "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Nord" } } },
                { "id": "00000000-0000-4000-8000-000000000012", "area": "organisational", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "region  nord" } } },
                { "id": "00000000-0000-4000-8000-000000000013", "area": "organisational", "origin": { "regional": { "name": "Region Nord" } } },
                { "id": "00000000-0000-4000-8000-000000000014", "area": "organisational", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051" } } },
                { "id": "00000000-0000-4000-8000-000000000015", "area": "organisational", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000052", "name": " " } } }
            ],
            "projects": [{
                "id": "00000000-0000-4000-8000-000000000041",
                "regions": [
                    { "region": "00000000-0000-4000-8000-000000000053", "name": "Region Syd" }, { "region": "00000000-0000-4000-8000-000000000054", "name": "Region Syd" }
                ]
            }]
        }"#,
    ),
    // Each further name and id once.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "themes": [
                { "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Nord" } } },
                { "id": "00000000-0000-4000-8000-000000000012", "area": "organisational", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Øst" } } }
            ],
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Nord" } },
                    "indicators": [
                        { "id": "00000000-0000-4000-8000-000000000031" },
                        { "id": "00000000-0000-4000-8000-000000000032", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Vest" } } }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Øst" } }
                }
            ],
            "projects": [{
                "id": "00000000-0000-4000-8000-000000000041",
                "regions": [{}, { "region": "00000000-0000-4000-8000-000000000052", "name": "region nord" }]
            }]
        }"#,
        &[
            not_met(
                "/themes/1/origin/regional/name",
                "regionen har et andet navn et andet sted i dokumentet",
                "the region has another name elsewhere in the document",
            ),
            not_met(
                "/standards/0/indicators/1/origin/regional/name",
                "regionen har et andet navn et andet sted i dokumentet",
                "the region has another name elsewhere in the document",
            ),
            not_met(
                "/projects/0/regions/1/region",
                "regionen har et andet id et andet sted i dokumentet",
                "the region has another id elsewhere in the document",
            ),
        ],
    ),
];
