//! Target figures in the agreement that states them.

use chrono::NaiveDate;

use crate::agreement::{DevelopmentAgreement, FocusArea};
use crate::body::{Forum, Membership};
use crate::date::day_in_lang;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::sorted::sorted;
use crate::target_figure::{TargetFigure, TargetState};
use crate::text::Bilingual;
use crate::{Lang, codes};

/// Calls `each` with every target figure that a community agrees, the area it stands in, and what the
/// service is in that community.
fn agreed_in_communities<'a>(
    agreement: &'a DevelopmentAgreement,
    at: &Path<'_>,
    mut each: impl FnMut(&'a FocusArea, &TargetFigure, Membership, &Path<'_>),
) {
    let in_community = |target: &TargetFigure| matches!(target.agreed_by, Some(Forum::Community { .. }));
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        if !area.targets.iter().any(in_community) {
            continue;
        }
        let area_at = areas.item(n, area.id);
        let list = area_at.key("targets");
        area.index_memberships(|membership_of| {
            for (n, target) in area.targets.iter().enumerate() {
                if let Some(forum) = target.agreed_by.filter(|_| in_community(target)) {
                    each(area, target, membership_of(forum), &list.item(n, target.id));
                }
            }
        });
    }
}

/// What is missing where nothing is said of the membership.
pub(super) const MEMBERSHIP: Bilingual =
    Bilingual::new("om tilbuddet indgår i fællesskabet", "whether the service takes part in the community");

facts! {
    /// A figure is agreed in a community that the service is not in.
    struct AgreedWithoutUs {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "måltallet aftales i forbedringsfællesskabet, men tilbuddet indgår ikke i det",
        Lang::En => "the figure is agreed in the improvement community, but the service does not take part in it",
    })
}

pub(crate) static BINDS_MEMBERS: Rule = Rule {
    code: codes::AGR011,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-024"],
    sources: &[
        SourceRef::agreement("1.3.2, 1.3.4"),
        SourceRef::agreement("1.4.1, 1.4.3"),
        SourceRef::agreement("1.5.1, 1.5.3"),
    ],
    title: Bilingual::new(
        "et måltal, der aftales i et forbedringsfællesskab, binder kun dets medlemmer",
        "a figure that is agreed in an improvement community binds its members only",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: et tilbud uden for fællesskabet er ikke med til at aftale tallet.",
        "The document contradicts itself: a service outside the community has no part in agreeing the figure.",
    ),
    remedy: Bilingual::new(
        "Lad parterne aftale måltallet, optag tilbuddet i fællesskabet, eller fjern måltallet.",
        "Let the parties agree the figure, take the service into the community, or remove the figure.",
    ),
    example: Bilingual::new(
        "1.3.2: indgår ikke i fællesskabet. 1.3.4: måltallet bliver aftalt i fællesskabet.",
        "1.3.2: not in the community. 1.3.4: the figure will be agreed in the community.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn binds_members(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    agreed_in_communities(agreement, at, |_, _, membership, at| match membership.is_member() {
        Some(true) => {}
        Some(false) => cx.not_met(at, AgreedWithoutUs {}),
        None => {
            cx.all_stated(at, [(false, MEMBERSHIP)]);
        }
    });
}

facts! {
    /// The day has passed, and the figure is still to be agreed.
    struct StillOpen {
        /// The last day for fixing it.
        fixed_by / "fixedBy": NaiveDate,
    }
    message |facts, lang, f| {
        let fixed_by = day_in_lang(facts.fixed_by, lang);
        match lang {
            Lang::Da => write!(f, "måltallet skulle være fastlagt senest {fixed_by} og er stadig åbent"),
            Lang::En => write!(f, "the figure was to be fixed by {fixed_by} and is still open"),
        }
    }
}

pub(crate) static FIXED_BY_FOLLOW_UP: Rule = Rule {
    code: codes::AGR012,
    severity: Severity::Error,
    basis: Basis::Stated,
    since: 1,
    requirements: &["R-026"],
    sources: &[SourceRef::agreement("1.3.4"), SourceRef::agreement("1.4.3"), SourceRef::agreement("1.5.3")],
    title: Bilingual::new(
        "et fællesskabs måltal er fastlagt ved områdets første opfølgning",
        "the figure of a community is fixed by the first follow-up of the area",
    ),
    why: Bilingual::new(
        "Uden tal er der intet at følge op på resten af året.",
        "Without a figure there is nothing to follow up for the rest of the year.",
    ),
    remedy: Bilingual::new(
        "Fastlæg måltallet, eller aftal en ny frist.",
        "Fix the figure, or agree a new deadline.",
    ),
    example: Bilingual::new(
        "1. april 2024 er måltallet, der skulle være fastlagt 31. marts, stadig \"aftales senere\".",
        "On 1 April 2024 the figure that was to be fixed by 31 March is still \"to be agreed\".",
    ),
    implies: &[],
    requires: &[codes::AGR011],
};

pub(crate) fn fixed_by_follow_up(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let period = agreement.running_period();
    let local = cx.context().profile().figures().community_targets_fixed_by;
    let as_of = cx.as_of();
    let mut last: Option<(&FocusArea, Option<NaiveDate>)> = None;
    agreed_in_communities(agreement, at, |area, target, membership, at| {
        if !target.is_open() {
            return;
        }
        if membership.is_member() != Some(true) {
            cx.depends_on(at, codes::AGR011);
            return;
        }
        // Once for each area: an area can have as many follow-ups as it has figures.
        let first_follow_up = match last {
            Some((same, day)) if core::ptr::eq(same, area) => day,
            _ => area.first_follow_up(period.as_ref()),
        };
        last = Some((area, first_follow_up));
        match local.or(first_follow_up) {
            Some(fixed_by) if as_of > fixed_by => cx.not_met(at, StillOpen { fixed_by }),
            Some(_) => {}
            None => {
                let date =
                    Bilingual::new("datoen for den første opfølgning", "the date of the first follow-up");
                cx.all_stated(at, [(false, date)]);
            }
        }
    });
}

facts! {
    /// A figure is given, and the same figure is to be agreed.
    struct GivenAndOpen {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "måltallet er oplyst og skal samtidig aftales senere",
        Lang::En => "the figure is given and is at the same time to be agreed",
    })
}

pub(crate) static NOT_GIVEN_AND_OPEN: Rule = Rule {
    code: codes::AGR014,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-028"],
    sources: &[SourceRef::agreement("1.5.3")],
    title: Bilingual::new(
        "et måltal er enten oplyst eller aftales senere",
        "a figure is either given or to be agreed",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og begge parter kan påberåbe sig sin læsning.",
        "The document contradicts itself, and each party can claim its own reading.",
    ),
    remedy: Bilingual::new(
        "Behold tallet, eller lad det stå åbent; ikke begge dele.",
        "Keep the figure, or leave it open; not both.",
    ),
    example: Bilingual::new(
        "1.5.3: måltallet aftales i fællesskabet – og er 80 %.",
        "1.5.3: the figure will be agreed in the community – and is 80%.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn not_given_and_open(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_open = |one: &TargetFigure| one.state == Some(TargetState::ToBeAgreed);
    let is_given = |one: &TargetFigure| one.value.is_some();
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        if !(area.targets.iter().any(is_open) && area.targets.iter().any(is_given)) {
            continue;
        }
        let area_at = areas.item(n, area.id);
        let list = area_at.key("targets");
        let open_topics = area.targets.iter().filter(|one| is_open(one)).filter_map(TargetFigure::topic_said);
        sorted(
            |put| open_topics.clone().for_each(put),
            |open_topics| {
                let is_open_too = |topic: &str| open_topics.binary_search(&topic).is_ok();
                for (n, target) in area.targets.iter().enumerate().filter(|(_, one)| is_given(one)) {
                    if is_open(target) || target.topic_said().is_some_and(is_open_too) {
                        cx.not_met(&list.item(n, target.id), GivenAndOpen {});
                    }
                }
            },
        );
    }
}
