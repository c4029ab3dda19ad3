//! A region's participation in a common project is stated once for the same period, and its extent only if it takes part.

use crate::codes;
use crate::model::{QualityProject, RegionInProject};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeated_key;
use crate::text::{Bilingual, Folded, is_stated, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::body::Membership, crate::model::ProjectPart, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD033,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "standardSet, projects, regions")],
    title: Bilingual::new(
        "en regions deltagelse i et fælles projekt er kun angivet én gang for samme periode, og kun en region, der deltager, har et omfang",
        "a region's participation in a common project is stated only once for the same period, and with an extent only if the region takes part",
    ),
    why: Bilingual::new(
        "Ellers fremgår det ikke, om regionen deltager, og fra hvornår.",
        "Otherwise it cannot be seen whether the region takes part, and from when.",
    ),
    remedy: Bilingual::new(
        "Står regionen to gange, så slet den ene linje; har den deltaget på flere måder efter hinanden, så skriv for hver af dem fra hvornår. Har en region, der ikke deltager, et omfang, så slet omfanget, eller ret, om den deltager.",
        "If the region is listed twice, delete one line; if it took part in several ways one after the other, say from when for each of them. If a region that does not take part has an extent, delete the extent, or correct whether it takes part.",
    ),
    example: Bilingual::new(
        "Region Sjælland står både som deltager og som ikke-deltager i SIP-voksen.",
        "Region Sjælland is listed both as taking part in SIP-voksen and as not taking part.",
    ),
    ..Rule::DERIVED
};

message! {
    Again { first: u64 }
    "regionen står allerede som nr. {first} på listen",
    "the region is already on the list, as number {first}",
}

message! {
    InAndOut { first: u64 }
    "regionen står allerede som nr. {first} på listen, og kun det ene sted deltager den",
    "the region is already on the list, as number {first}, and takes part according to only one of the two",
}

message! {
    OutWithExtent {}
    "regionen står som ikke-deltager, men der står også, i hvilket omfang den deltager",
    "the region is listed as not taking part, but the extent to which it takes part is stated as well",
}

pub(super) fn check(project: &QualityProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("regions");
    for (n, one) in project.regions.iter().enumerate() {
        if one.membership.is_member() == Some(false) && is_stated(one.extent.as_ref()) {
            cx.not_met(&list.index(n).key("extent"), OutWithExtent {});
        }
    }
    let mut compare = |first: usize, n: usize| {
        let (Some(one), Some(again)) = (project.regions.get(first), project.regions.get(n)) else { return };
        if follows(one, again) {
            return;
        }
        let first = ordinal(first);
        match (one.membership.is_member(), again.membership.is_member()) {
            (Some(one), Some(again)) if one != again => cx.not_met(&list.index(n), InAndOut { first }),
            _ => cx.not_met(&list.index(n), Again { first }),
        }
    };
    let regions = project.regions.iter().enumerate();
    let ids = regions.clone().filter_map(|(n, one)| Some((one.region?.uuid(), n)));
    let mut seen = None;
    each_repeated_key(&ids, |_, first, n| compare(before(&mut seen, first, n), n));
    let id_at = |n: usize| project.regions.get(n).and_then(|one| one.region);
    let names = regions.filter_map(|(n, one)| Some((Folded::stated(one.name.as_ref())?, n)));
    let mut seen = None;
    each_repeated_key(&names, |_, first, n| {
        let before = before(&mut seen, first, n);
        // Those with the same id have already been found.
        if id_at(n).is_none() || id_at(n) != id_at(before) {
            compare(before, n);
        }
    });
}

/// The position of the entry before this one for the same region; `first` is the position of its first entry.
fn before(seen: &mut Option<(usize, usize)>, first: usize, n: usize) -> usize {
    match seen.replace((first, n)) {
        Some((same, before)) if same == first => before,
        _ => first,
    }
}

/// Whether a region takes part in another way from another day on.
fn follows(one: &RegionInProject, other: &RegionInProject) -> bool {
    let differ = one.membership != other.membership
        || one.extent.as_ref().zip(other.extent.as_ref()).is_some_and(|(one, other)| one != other);
    differ && one.from.zip(other.from).is_some_and(|(one, other)| one != other)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<QualityProject> = &[
    |project, tape| {
        let region = RegionInProject { region: Some(tape.spare_id(1)), ..RegionInProject::default() };
        project.regions = [region.clone(), region].into();
    },
    |project, _| {
        project.part = Some(ProjectPart::OptIn);
        let region = |membership| RegionInProject {
            name: Some("Region Nord".into()),
            membership,
            ..RegionInProject::default()
        };
        project.regions = [region(Membership::Member), region(Membership::NonMember)].into();
    },
    |project, tape| {
        project.part = Some(ProjectPart::OptIn);
        let (membership, extent) = (Membership::NonMember, Some(tape.said()));
        project.regions = [RegionInProject { membership, extent, ..RegionInProject::default() }].into();
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Two regions, entries without a region, and what a region does first and then.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "regions": [
                { "region": "00000000-0000-4000-8000-000000000011", "name": "Region Nord", "membership": "member", "from": "2008" },
                { "region": "00000000-0000-4000-8000-000000000012", "name": "Region Syd" },
                { "region": "00000000-0000-4000-8000-000000000011", "membership": "nonMember", "from": "2012" },
                { "region": "00000000-0000-4000-8000-000000000011", "membership": "member", "from": "2015", "extent": "To bosteder" },
                { "region": "00000000-0000-4000-8000-000000000011", "membership": "member", "from": "2018", "extent": "Alle bosteder" },
                { "name": " " }, { "name": " " }, {}
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "regions": [
                { "region": "00000000-0000-4000-8000-000000000011", "name": "Region Nord", "membership": "member", "from": "2008" },
                { "region": "00000000-0000-4000-8000-000000000011", "name": "Region Nord", "membership": "nonMember" },
                { "name": "region nord", "membership": "member", "from": "2012" },
                { "name": "Region Syd", "from": "2008", "extent": "To bosteder" }, { "name": "Region Syd", "from": "2012" }
            ]
        }"#,
        &[
            not_met(
                "/regions/1",
                "regionen står allerede som nr. 1 på listen, og kun det ene sted deltager den",
                "the region is already on the list, as number 1, and takes part according to only one of the two",
            ),
            not_met(
                "/regions/2",
                "regionen står allerede som nr. 2 på listen, og kun det ene sted deltager den",
                "the region is already on the list, as number 2, and takes part according to only one of the two",
            ),
            not_met(
                "/regions/4",
                "regionen står allerede som nr. 4 på listen",
                "the region is already on the list, as number 4",
            ),
        ],
    ),
    // Out from a day on, with a blank extent, and not stated or invited.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "regions": [
                { "membership": "nonMember", "from": "2023" }, { "membership": "nonMember", "extent": " " },
                { "extent": "Alle bosteder" }, { "membership": "invited", "extent": "Alle bosteder" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "regions": [{ "name": "Region Nord", "membership": "nonMember", "from": "2023", "extent": "Alle bosteder" }]
        }"#,
        &[not_met(
            "/regions/0/extent",
            "regionen står som ikke-deltager, men der står også, i hvilket omfang den deltager",
            "the region is listed as not taking part, but the extent to which it takes part is stated as well",
        )],
    ),
    // In both lists it takes part; a name tells two of the same id no further.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "regions": [
                { "region": "00000000-0000-4000-8000-000000000011", "name": "Region Nord", "membership": "member" },
                { "region": "00000000-0000-4000-8000-000000000011", "name": "Region Nord", "membership": "member" },
                {
                    "region": "00000000-0000-4000-8000-000000000012", "membership": "member", "from": "2008",
                    "extent": "Alle"
                },
                {
                    "region": "00000000-0000-4000-8000-000000000012", "membership": "member", "from": "2009",
                    "extent": "Alle"
                },
                { "name": "Region Syd", "membership": "member", "from": "2008" },
                { "name": "Region Syd", "membership": "nonMember", "from": "2008" },
                { "region": "00000000-0000-4000-8000-000000000013", "name": "Region Øst" },
                { "region": "00000000-0000-4000-8000-000000000014", "name": "Region Øst" }
            ]
        }"#,
        &[
            not_met(
                "/regions/1",
                "regionen står allerede som nr. 1 på listen",
                "the region is already on the list, as number 1",
            ),
            not_met(
                "/regions/3",
                "regionen står allerede som nr. 3 på listen",
                "the region is already on the list, as number 3",
            ),
            not_met(
                "/regions/5",
                "regionen står allerede som nr. 5 på listen, og kun det ene sted deltager den",
                "the region is already on the list, as number 5, and takes part according to only one of the two",
            ),
            not_met(
                "/regions/7",
                "regionen står allerede som nr. 7 på listen",
                "the region is already on the list, as number 7",
            ),
        ],
    ),
];
