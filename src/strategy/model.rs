//! Standard sets and tailorings in which nothing is found.

use alloc::format;
use alloc::vec::Vec;

use crate::body::Membership;
use crate::date::PartialDate;
use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::figure::Direction;
use crate::id::Id;
use crate::model::{
    Denominator, GENERATION_1, GuidanceLayer, GuidingDocument, Indicator, NINE_STANDARDS, Name, Origin,
    ProjectPart, QualityProject, RegionInProject, Scope, SetChange, Standard, StandardArea, StandardSet,
    StatedNumbers, Tailoring, TailoringChange, Theme,
};
use crate::organisation::Operator;
use crate::text::Text;

/// The first generation with its indicators worded, or another set; in some cases with additions of a region.
pub(super) fn clean(tape: &mut Tape<'_>) -> StandardSet {
    let mut set = if tape.flag() { generation_1(tape) } else { other_set(tape) };
    set.stated = stated_numbers(&set, tape);
    set.scope = scopes(tape);
    set.projects = projects(tape);
    set.guidance = tape.list(2, |tape| guidance(&set.standards, tape));
    if let Some(project) = set.projects.first_mut() {
        // A region whose own indicators take their figures from it may be any of these.
        let not_stated = |region: &mut RegionInProject| region.membership = Membership::NotStated;
        let out = project.regions.iter_mut().filter(|one| one.membership == Membership::NonMember);
        out.for_each(not_stated);
        let project = project.id;
        let n = tape.index(set.standards.len());
        let indicators = set.standards.get_mut(n).map(|standard| &mut standard.indicators);
        indicators.into_iter().flatten().for_each(|indicator| indicator.projects = [project].into());
    }
    set
}

/// Two scopes at most, of different services or in different areas.
fn scopes(tape: &mut Tape<'_>) -> Vec<Scope> {
    let mut scopes = tape.list(2, |tape| {
        let scope: Scope = Part::any(tape);
        let until =
            scope.until.filter(|until| scope.from.is_none_or(|from| from.first_day() <= until.last_day()));
        Scope { until, ..scope }
    });
    if let [one, other] = scopes.as_mut_slice()
        && one.services == other.services
    {
        one.area = StandardArea::Organisational;
        other.area = StandardArea::ServiceSpecific;
    }
    scopes
}

fn projects(tape: &mut Tape<'_>) -> Vec<QualityProject> {
    let mut projects = tape.list(2, |tape| QualityProject {
        name: Part::any(tape),
        kind: Part::any(tape),
        part: Part::any(tape),
        regions: tape.list(2, Part::any),
        ..QualityProject::new(tape.fresh_id())
    });
    for (n, project) in (1..).zip(&mut projects) {
        // No name occurs twice.
        project.name.iter_mut().for_each(|name| name.da = Some(format!("Projekt {n}").into()));
        // Each region once, and those of the core from the same year on.
        if let [one, other] = project.regions.as_mut_slice() {
            other.region = other.region.filter(|region| one.region != Some(*region));
            other.name = None;
            other.from = one.from.filter(|_| project.part == Some(ProjectPart::Core)).or(other.from);
        }
        for region in &mut project.regions {
            region.name = region.region.filter(|_| region.name.is_some()).map(name_of).or(region.name.take());
            if region.membership.is_member() == Some(false) {
                region.extent = None;
            }
            if project.part == Some(ProjectPart::Core) && region.membership.is_member() == Some(false) {
                region.membership = Membership::NotStated;
            }
        }
    }
    projects
}

/// A document about one of the standards, national only for a common one.
fn guidance(standards: &[Standard], tape: &mut Tape<'_>) -> GuidingDocument {
    let n = tape.index(standards.len());
    let about = standards.get(n);
    let standards = about.map(|standard| standard.id).into_iter().collect();
    let issued_on = past(tape);
    let mut one = GuidingDocument { title: Some(tape.said()), standards, issued_on, ..Part::any(tape) };
    if one.layer == GuidanceLayer::National && about.is_some_and(|standard| !standard.origin.is_common()) {
        one.layer = GuidanceLayer::Regional;
    }
    one
}

/// The numbers of the set as its text can state them: those of the common ones, or of all.
fn stated_numbers(set: &StandardSet, tape: &mut Tape<'_>) -> Option<StatedNumbers> {
    let all_count = tape.flag();
    let counted = set.standards.iter().filter(|standard| all_count || standard.origin.is_common());
    let number = |n: usize| u32::try_from(n).ok();
    let indicators = counted
        .clone()
        .map(|one| if all_count { one.indicators.len() } else { one.common_indicators().count() })
        .fold(0, usize::saturating_add);
    let stated = StatedNumbers { standards: number(counted.count()), indicators: number(indicators) };
    (!set.standards.is_empty() && tape.flag()).then_some(stated)
}

/// A region's additions to a published set or to another one, and renames.
pub(super) fn clean_tailoring(tape: &mut Tape<'_>) -> Tailoring {
    let base = *tape.pick(&[GENERATION_1.id, NINE_STANDARDS.id, Id::from_u128(0xfff)]);
    let mut tailoring = Tailoring {
        result: tape.option(Tape::fresh_id),
        name: Part::any(tape),
        region: Part::any(tape),
        region_name: Part::any(tape),
        ..Tailoring::new(tape.fresh_id(), base)
    };
    let of_base = standard_of(base, tape);
    let (region, name) = (tailoring.region, tailoring.region_name.clone());
    let own = |tape: &mut Tape<'_>| Origin::Regional {
        region: region.filter(|_| tape.flag()),
        name: name.clone().filter(|_| tape.flag()),
    };
    for one in tape.list(4, |tape| tape.below(4)) {
        let change = match one {
            0 => SetChange::RenameTheme { theme: of_base.theme, name: Part::any(tape) },
            1 => SetChange::AddTheme { theme: Theme::new(tape.fresh_id(), Part::any(tape), own(tape)) },
            2 => {
                let indicators = tape.list_of(1, 2, new_indicator);
                let standard = Standard::new(tape.fresh_id(), of_base.theme, own(tape));
                SetChange::AddStandard { standard: Standard { indicators, ..standard } }
            }
            _ => {
                let indicator = Indicator { origin: Some(own(tape)), ..new_indicator(tape) };
                SetChange::AddIndicator { standard: of_base.id, indicator }
            }
        };
        tailoring.changes.push(TailoringChange {
            decided_by: Some(tape.said()),
            decided_on: PartialDate::of_year(*tape.pick(&[2008, 2012, 2023])),
            reason: Some(tape.said()),
            ..TailoringChange::new(change)
        });
    }
    tailoring
}

/// A standard of a published set; of any, if the set is not one.
fn standard_of(base: Id<StandardSet>, tape: &mut Tape<'_>) -> Standard {
    let set = if base == NINE_STANDARDS.id { &NINE_STANDARDS } else { &GENERATION_1 };
    let n = tape.index(set.standards.len());
    let (id, theme) = (tape.fresh_id(), tape.fresh_id());
    let one = set.standards.get(n).map_or((id, theme), |one| (one.id, one.theme));
    Standard::new(one.0, one.1, Origin::Common)
}

/// The first generation: its six themes, in any order, with two common indicators each.
pub(crate) fn generation_1(tape: &mut Tape<'_>) -> StandardSet {
    let mut set = empty_set(tape);
    set.generation = Some(1);
    let mut themes = Vec::from(GENERATION_1.themes);
    while !themes.is_empty() {
        let theme = themes.remove(tape.index(themes.len()));
        let regional = tape.below(3);
        let name = Name { da: Some(theme.name.da.into()), en: Part::any(tape) };
        add_theme(&mut set, (theme.area, Some(name)), 2, regional, tape);
    }
    add_regional(&mut set, tape);
    set
}

/// A set that is another generation, or is not counted as one.
fn other_set(tape: &mut Tape<'_>) -> StandardSet {
    let mut set = empty_set(tape);
    set.generation = *tape.pick(&[None, Some(2), Some(3), Some(4)]);
    for area in tape.list(11, Part::any) {
        let common = tape.below(3).saturating_add(1);
        let regional = tape.below(2);
        let name = tape.option(|tape| named(&set, tape));
        add_theme(&mut set, (area, name), common, regional, tape);
    }
    add_regional(&mut set, tape);
    set
}

fn empty_set(tape: &mut Tape<'_>) -> StandardSet {
    StandardSet { name: Part::any(tape), published: past(tape), ..StandardSet::new(tape.fresh_id()) }
}

/// A date that has begun by the day of the check.
fn past(tape: &mut Tape<'_>) -> Option<PartialDate> {
    let on: Option<PartialDate> = Part::any(tape);
    on.filter(|on| on.first_day() <= super::as_of())
}

/// Adds a common theme with its common standard, which has common and regional indicators.
fn add_theme(
    set: &mut StandardSet,
    (area, name): (StandardArea, Option<Name>),
    common: u64,
    regional: u64,
    tape: &mut Tape<'_>,
) {
    let theme = Theme { name, ..Theme::new(tape.fresh_id(), area, Origin::Common) };
    let chapter = if area == StandardArea::Organisational { 2 } else { 1 };
    let number = format!("{chapter}.{}", set.standards.len().saturating_add(1));
    let number = number.parse().ok().filter(|_| tape.flag());
    let mut standard = Standard { number, ..Standard::new(tape.fresh_id(), theme.id, Origin::Common) };
    for _ in 0..regional {
        let origin = Some(region(tape));
        standard.indicators.push(Indicator { origin, ..new_indicator(tape) });
    }
    standard.indicators.extend((0..common).map(|_| new_indicator(tape)));
    set.themes.push(theme);
    set.standards.push(standard);
}

/// Adds up to two standards of a region, each on a theme of its own or on one that the set has.
fn add_regional(set: &mut StandardSet, tape: &mut Tape<'_>) {
    for own_theme in tape.list(2, Tape::flag) {
        let on = if own_theme { None } else { set.themes.get(tape.index(set.themes.len())) };
        let origin = region(tape);
        // Not on a theme of another region's own.
        let theme = if let Some(theme) = on.filter(|theme| theme.origin.is_common()) {
            theme.id
        } else {
            let theme = Theme::new(tape.fresh_id(), Part::any(tape), origin.clone());
            set.themes.push(theme.clone());
            theme.id
        };
        let indicators = tape.list_of(1, 3, new_indicator);
        let standard = Standard { indicators, ..Standard::new(tape.fresh_id(), theme, origin) };
        let place = tape.index(set.standards.len().saturating_add(1));
        set.standards.insert(place, standard);
    }
}

/// The name of a theme that no other one of the set has.
fn named(set: &StandardSet, tape: &mut Tape<'_>) -> Name {
    let name = format!("{} {}", tape.words(), set.themes.len());
    Name { da: Some(name.into()), en: Part::any(tape) }
}

fn region(tape: &mut Tape<'_>) -> Origin {
    let region: Option<Id<Operator>> = Part::any(tape);
    let name = if tape.flag() { region.map(name_of) } else { None };
    Origin::Regional { region, name }
}

/// The only name of a region.
fn name_of(region: Id<Operator>) -> Text {
    format!("Region {}", region.uuid().as_u128()).into()
}

fn new_indicator(tape: &mut Tape<'_>) -> Indicator {
    let id = tape.fresh_id();
    indicator(id, tape)
}

/// An indicator that is stated in full, with a wording of its own.
fn indicator(id: Id<Indicator>, tape: &mut Tape<'_>) -> Indicator {
    let direction: Direction = Part::any(tape);
    let words = tape.said();
    let denominator = match direction {
        Direction::AtLeast => Denominator::Of { text: format!("alle {}", words.as_str()).into() },
        Direction::AtMost => Denominator::None,
    };
    Indicator {
        statement: Some(format!("{} {}", words.as_str(), id.uuid().as_u128()).into()),
        numerator: Some(words.clone()),
        denominator: Some(denominator),
        direction: Some(direction),
        data_source: Some(words),
        ..Indicator::new(id)
    }
}
