//! A region has one id and one name in a tailoring.

use super::mod043_region_has_one_name::{
    Mention, Place, each_other_id, each_other_name, mention, of_origin, two_ids, two_names,
};
use super::own::new_origin;
use crate::id::Subject;
use crate::model::{Origin, SetChange, Tailoring};
use crate::report::Path;
use crate::rule::Checker;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) use super::mod043_region_has_one_name::RULE;

/// The region of the tailoring comes first, and an indicator after the standard that is added with it, by its position
/// from 1.
fn mentions(tailoring: &Tailoring) -> impl Iterator<Item = Mention<'_>> + Clone {
    let own = mention(tailoring.region, tailoring.region_name.as_ref(), [0; 3]);
    let changes = tailoring.changes.iter().enumerate().flat_map(|(n, one)| {
        let indicators = match &one.change {
            SetChange::AddStandard { standard } => standard.indicators.as_slice(),
            _ => &[],
        };
        let indicators =
            (1..).zip(indicators).filter_map(move |(m, one)| of_origin(one.origin.as_ref()?, [1, n, m]));
        origin(&one.change).and_then(|origin| of_origin(origin, [1, n, 0])).into_iter().chain(indicators)
    });
    own.into_iter().chain(changes)
}

/// The origin of what a change adds, or the one that it gives.
const fn origin(change: &SetChange) -> Option<&Origin> {
    match change {
        SetChange::AddTheme { theme } => Some(&theme.origin),
        SetChange::AddStandard { standard } => Some(&standard.origin),
        SetChange::AddIndicator { indicator, .. } => indicator.origin.as_ref(),
        change => new_origin(change),
    }
}

/// `MOD022` finds what is marked with another id than that of the region of the tailoring.
pub(super) fn check(tailoring: &Tailoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mentions = mentions(tailoring);
    each_other_name(&mentions, |place| at_region(tailoring, place, at, &mut |at| two_names(at, cx)));
    if tailoring.region.is_none() {
        each_other_id(&mentions, |_, place| at_region(tailoring, place, at, &mut |at| two_ids(at, cx)));
    }
}

/// Calls `then` with the place of a region. That of the tailoring itself comes first, and is never reported.
fn at_region(tailoring: &Tailoring, [_, n, m]: Place, at: &Path<'_>, then: &mut dyn FnMut(&Path<'_>)) {
    let Some(one) = tailoring.changes.get(n) else { return };
    let list = at.key("changes");
    let at = list.index(n);
    let at = at.key("change");
    let given = |at: &Path<'_>, then: &mut dyn FnMut(&Path<'_>)| then(&at.key("origin").key("regional"));
    let of = |key, field, subject: Subject, then: &mut dyn FnMut(&Path<'_>)| {
        given(&at.key(key).field(field, Some(subject)), then);
    };
    match &one.change {
        SetChange::AddTheme { theme } => of("addTheme", "theme", theme.id.subject(), then),
        SetChange::AddIndicator { indicator, .. } => {
            of("addIndicator", "indicator", indicator.id.subject(), then);
        }
        SetChange::AddStandard { standard } => {
            match m.checked_sub(1).and_then(|m| Some((m, standard.indicators.get(m)?.id))) {
                None => of("addStandard", "standard", standard.id.subject(), then),
                Some((m, id)) => {
                    let at = at.key("addStandard");
                    let at = at.field("standard", Some(standard.id.subject()));
                    given(&at.key("indicators").item(m, id), then);
                }
            }
        }
        SetChange::ChangeThemeOrigin { .. } => given(&at.key("changeThemeOrigin"), then),
        SetChange::ChangeStandardOrigin { .. } => given(&at.key("changeStandardOrigin"), then),
        SetChange::ChangeIndicatorOrigin { .. } => given(&at.key("changeIndicatorOrigin"), then),
        _ => {}
    }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002" }"#,
    ),
    // One name, and an id that MOD022 finds.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "region": "00000000-0000-4000-8000-000000000051", "regionName": "Region Nord",
            "changes": [
                { "change": { "addTheme": { "theme": { "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "region nord" } } } } } },
                { "change": { "addTheme": { "theme": { "id": "00000000-0000-4000-8000-000000000012", "area": "organisational", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000052", "name": "Region Nord" } } } } } }
            ]
        }"#,
    ),
    // The name of the tailoring differs from all the others.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "region": "00000000-0000-4000-8000-000000000051", "regionName": "Region Syd",
            "changes": [
                { "change": { "changeThemeOrigin": { "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Nord" } } } } },
                { "change": { "addTheme": { "theme": { "id": "00000000-0000-4000-8000-000000000012", "area": "organisational", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Nord" } } } } } }
            ]
        }"#,
        &[not_met(
            "/changes/0/change/changeThemeOrigin/origin/regional/name",
            "regionen har et andet navn et andet sted i dokumentet",
            "the region has another name elsewhere in the document",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002", "regionName": "Region Nord",
            "changes": [
                {
                    "change": { "addStandard": { "standard": {
                        "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Nord" } },
                        "indicators": [
                            { "id": "00000000-0000-4000-8000-000000000031" },
                            { "id": "00000000-0000-4000-8000-000000000032", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Øst" } } }
                        ]
                    } } }
                },
                { "change": { "addIndicator": { "standard": "00000000-0000-4000-8000-000000000021", "indicator": { "id": "00000000-0000-4000-8000-000000000033", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000052", "name": "Region Nord" } } } } } }
            ]
        }"#,
        &[
            not_met(
                "/changes/0/change/addStandard/standard/indicators/1/origin/regional/name",
                "regionen har et andet navn et andet sted i dokumentet",
                "the region has another name elsewhere in the document",
            ),
            not_met(
                "/changes/1/change/addIndicator/indicator/origin/regional/region",
                "regionen har et andet id et andet sted i dokumentet",
                "the region has another id elsewhere in the document",
            ),
        ],
    ),
];
