//! Target figures in the agreement that states them.

use chrono::NaiveDate;

use crate::agreement::{DevelopmentAgreement, FocusArea};
use crate::date::day_in_lang;
use crate::improvement::Membership;
use crate::report::{Checking, Path};
use crate::rule::{Basis, Rule, RuleCode, Severity, SourceRef, facts};
use crate::target::{Forum, TargetFigure, TargetState};
use crate::text::{Bilingual, Lang};

/// Calls `each` with every target figure of the agreement and the area it stands in.
fn targets(
    agreement: &DevelopmentAgreement,
    at: &Path<'_>,
    mut each: impl FnMut(&FocusArea, &TargetFigure, &Path<'_>),
) {
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("targets");
        for (n, target) in area.targets.iter().enumerate() {
            each(area, target, &list.item(n, target.id));
        }
    }
}

/// What the service is in the improvement community that agrees the figure; nothing for a figure that
/// is agreed elsewhere.
fn membership(area: &FocusArea, target: &TargetFigure) -> Option<Membership> {
    target
        .agreed_by
        .filter(|forum| matches!(forum, Forum::Community { .. }))
        .map(|forum| area.membership_of(forum))
}

facts! {
    /// A figure is agreed in a community that the service is not in.
    struct AgreedWithoutUs {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "måltallet aftales i forbedringsfællesskabet, men tilbuddet indgår ikke i det",
        Lang::En => "the figure is agreed in the improvement community, but the service does not take part in it",
    })
}

pub(crate) static BINDS_MEMBERS: Rule = Rule {
    code: RuleCode::literal("AGR011"),
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

pub(crate) fn binds_members(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checking<'_>) {
    targets(agreement, at, |area, target, at| match membership(area, target).map(Membership::is_member) {
        Some(Some(false)) => cx.not_met(at, AgreedWithoutUs {}),
        Some(None) => {
            let membership = Bilingual::new(
                "om tilbuddet indgår i fællesskabet",
                "whether the service takes part in the community",
            );
            cx.all_stated(at, [(false, membership)]);
        }
        Some(Some(true)) | None => {}
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
    code: RuleCode::literal("AGR012"),
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
    requires: &[RuleCode::literal("AGR011")],
};

pub(crate) fn fixed_by_follow_up(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checking<'_>) {
    let period = agreement.running_period();
    let local = cx.context().profile().figures().community_targets_fixed_by;
    let as_of = cx.as_of();
    targets(agreement, at, |area, target, at| {
        let Some(membership) = membership(area, target).filter(|_| target.is_open()) else { return };
        if membership.is_member() != Some(true) {
            cx.depends_on(at, &BINDS_MEMBERS);
            return;
        }
        match local.or_else(|| area.first_follow_up(period.as_ref())) {
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
    code: RuleCode::literal("AGR014"),
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

pub(crate) fn not_given_and_open(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checking<'_>) {
    targets(agreement, at, |area, target, at| {
        let open = |one: &TargetFigure| one.state == Some(TargetState::ToBeAgreed);
        let elsewhere = || area.targets.iter().any(|other| open(other) && other.shares_topic_with(target));
        if target.value.is_some() && (open(target) || elsewhere()) {
            cx.not_met(at, GivenAndOpen {});
        }
    });
}
