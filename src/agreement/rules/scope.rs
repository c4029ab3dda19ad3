//! Whom the duties of a focus area concern.

use super::targets::MEMBERSHIP;
use crate::agreement::{DevelopmentAgreement, ScopeOfDuty};
use crate::body::Forum;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::text::{Bilingual, count, counted};
use crate::{Lang, codes};

facts! {
    /// A focus area does not say whom its duties concern.
    struct ScopeNotStated {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "det fremgår ikke, hvem indsatsområdet forpligter",
        Lang::En => "it is not said whom the focus area binds",
    })
}

pub(crate) static STATED: Rule = Rule {
    code: codes::AGR004,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-012"],
    sources: &[SourceRef::agreement("1.3.1"), SourceRef::agreement("1.4"), SourceRef::agreement("1.10")],
    title: Bilingual::new("et indsatsområde siger, hvem det forpligter", "a focus area says whom it binds"),
    why: Bilingual::new(
        "Et tilbud skal kunne se, om et område er dets opgave.",
        "A service must be able to see whether an area is its task.",
    ),
    remedy: Bilingual::new(
        "Skriv, om området gælder alle tilbud, medlemmerne af et fællesskab, en arbejdsgruppe eller et netværk, navngivne piloter eller dem, en tidsplan peger på.",
        "Say whether it binds all services, the members of a community, working group or network, named pilots, or those whom a schedule names.",
    ),
    example: Bilingual::new(
        "Et område, der begynder med indsatser uden at sige, om de gælder alle tilbud.",
        "An area that begins with actions and does not say whether they are for all services.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn stated(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        if area.scope.is_empty() {
            cx.not_met(&areas.item(n, area.id), ScopeNotStated {});
        }
    }
}

facts! {
    /// A service that is not in the community has actions all the same.
    struct ActionsOfNonMember {
        /// How many.
        actions / "actions": u64,
    }
    message |facts, lang, f| {
        let n = facts.actions;
        match lang {
            Lang::Da => {
                let actions = counted(n, "indsats", "indsatser");
                write!(f, "tilbuddet er ikke med i forbedringsfællesskabet, men har {actions} her")
            }
            Lang::En => {
                let actions = counted(n, "action", "actions");
                write!(f, "the service is not in the improvement community, yet has {actions} here")
            }
        }
    }
}

pub(crate) static MEMBERS_ONLY: Rule = Rule {
    code: codes::AGR010,
    severity: Severity::Error,
    basis: Basis::Stated,
    since: 1,
    requirements: &["R-023"],
    sources: &[SourceRef::agreement("1.4"), SourceRef::agreement("1.5")],
    title: Bilingual::new(
        "hvor kun forbedringsfællesskabets medlemmer er forpligtet, har andre ingen indsatser",
        "where only members of the improvement community are bound, others have no actions",
    ),
    why: Bilingual::new(
        "Kilden siger det udtrykkeligt: ingen aktiviteter for alle tilbud, kun for dem, der indgår.",
        "The source says so outright: no activities for all services, only for those that take part.",
    ),
    remedy: Bilingual::new(
        "Fjern indsatsen, optag tilbuddet i fællesskabet, eller lad området gælde alle tilbud.",
        "Remove the action, take the service into the community, or let the area bind all services.",
    ),
    example: Bilingual::new(
        "1.4 gælder kun medlemmer; et tilbud uden for fællesskabet får alligevel en indsats.",
        "1.4 binds members only; a service outside the community is given an action all the same.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn members_only(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let members_only = area.scope.iter().all(|scope| *scope == ScopeOfDuty::CommunityMembers);
        if area.scope.is_empty() || !members_only || area.actions.is_empty() {
            continue;
        }
        let area_at = areas.item(n, area.id);
        let at = area_at.key("actions");
        match area.membership_of(Forum::Community { body: None }).is_member() {
            Some(true) => {}
            Some(false) => cx.not_met(&at, ActionsOfNonMember { actions: count(area.actions.len()) }),
            None => {
                cx.all_stated(&at, [(false, MEMBERSHIP)]);
            }
        }
    }
}
