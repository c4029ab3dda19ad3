//! Whom the target figures of a community bind.

use crate::community::ImprovementCommunity;
use crate::id::Id;
use crate::organisation::SocialService;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::sorted::{self, sorted};
use crate::text::Bilingual;
use crate::{Lang, codes};

/// What the list of members says of one service, in all its entries together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Said {
    member: bool,
    non_member: bool,
}

/// Calls `each` with the place of every target figure and what is said of its service, if it is listed.
fn targets(community: &ImprovementCommunity, at: &Path<'_>, mut each: impl FnMut(&Path<'_>, Option<Said>)) {
    if community.targets.is_empty() {
        return;
    }
    let entries = community.members.iter().map(|member| {
        let is_member = member.membership.is_member();
        let said = Said { member: is_member == Some(true), non_member: is_member == Some(false) };
        (member.service.uuid(), said)
    });
    sorted(
        |put| entries.clone().for_each(put),
        |members| {
            let mut before: Option<(uuid::Uuid, Said)> = None;
            for (service, said) in members.iter_mut() {
                if let Some((_, earlier)) = before.filter(|(same, _)| same == service) {
                    said.member |= earlier.member;
                    said.non_member |= earlier.non_member;
                }
                before = Some((*service, *said));
            }
            let of = |service: Id<SocialService>| {
                sorted::of(members, service.uuid()).last().map(|(_, said)| *said)
            };
            let list = at.key("targets");
            for (n, one) in community.targets.iter().enumerate() {
                each(&list.item(n, one.target.id), of(one.service));
            }
        },
    );
}

facts! {
    /// A figure is agreed for a service that is not in the community.
    struct BindsOutsider {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "fællesskabet har aftalt et måltal for et tilbud, der ikke indgår i det",
        Lang::En => "the community has agreed a target figure for a service that does not take part in it",
    })
}

pub(crate) static BINDS_MEMBERS: Rule = Rule {
    code: codes::IMP003,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-024"],
    sources: &[
        SourceRef::agreement("1.1"),
        SourceRef::agreement("1.3.2, 1.3.4"),
        SourceRef::agreement("1.4.1, 1.4.3"),
        SourceRef::agreement("1.5.1, 1.5.3"),
    ],
    title: Bilingual::new(
        "et fællesskabs måltal gælder tilbud, der indgår i det",
        "the target figures of a community are for services that take part in it",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: et tilbud uden for fællesskabet er ikke med til at aftale tallet.",
        "The document contradicts itself: a service outside the community has no part in agreeing the figure.",
    ),
    remedy: Bilingual::new(
        "Optag tilbuddet i fællesskabet, eller flyt måltallet til tilbuddets egen aftale.",
        "Take the service into the community, or move the figure to the agreement of the service.",
    ),
    example: Bilingual::new(
        "1.4.1: Roskildehjemmet indgår ikke. 1.4.3: dets måltal bliver aftalt i fællesskabet.",
        "1.4.1: Roskildehjemmet is not in the community. 1.4.3: its figure will be agreed there.",
    ),
    implies: &[],
    requires: &[codes::IMP004, codes::IMP009],
};

pub(crate) fn binds_members(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    targets(community, at, |at, said| match said {
        None => cx.depends_on(at, codes::IMP004),
        Some(Said { member: true, non_member: true }) => {
            cx.depends_on(at, codes::IMP009);
        }
        Some(Said { member: false, non_member: true }) => cx.not_met(at, BindsOutsider {}),
        Some(Said { member: true, non_member: false }) => {}
        Some(Said { member: false, non_member: false }) => {
            let membership = Bilingual::new(
                "om tilbuddet indgår i fællesskabet",
                "whether the service takes part in the community",
            );
            cx.all_stated(at, [(false, membership)]);
        }
    });
}

facts! {
    /// A figure is for a service that the community does not list.
    struct ServiceNotListed {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "måltallet gælder et tilbud, som fællesskabet ikke nævner",
        Lang::En => "the target figure is for a service that the community does not list",
    })
}

pub(crate) static SERVICE_LISTED: Rule = Rule {
    code: codes::IMP004,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-024", "R-176"],
    sources: &[SourceRef::agreement("1.3.2"), SourceRef::agreement("1.4"), SourceRef::agreement("1.5")],
    title: Bilingual::new(
        "et måltal gælder et tilbud, som fællesskabet nævner",
        "a target figure is for a service that the community lists",
    ),
    why: Bilingual::new(
        "Uden tilbuddet på listen kan ingen sige, om måltallet binder det.",
        "Unless the service is listed nobody can say whether the figure binds it.",
    ),
    remedy: Bilingual::new(
        "Sæt tilbuddet på listen, og skriv, om det indgår.",
        "List the service, and say whether it takes part.",
    ),
    example: Bilingual::new(
        "Et måltal for et tilbud, der er kommet til, efter at listen blev skrevet.",
        "A figure for a service that joined after the list was written.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn service_listed(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    targets(community, at, |at, said| {
        if said.is_none() {
            cx.not_met(&at.key("service"), ServiceNotListed {});
        }
    });
}
