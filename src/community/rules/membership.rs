//! Who is in the community, and on what grounds.

use crate::body::Membership;
use crate::body::assessment::check_against_assessment;
use crate::community::{CommunityMember, ImprovementCommunity};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::sorted::sorted;
use crate::text::Bilingual;
use crate::{Lang, codes};

/// Calls `each` with every service that the community speaks of.
fn members(
    community: &ImprovementCommunity,
    at: &Path<'_>,
    mut each: impl FnMut(&CommunityMember, &Path<'_>),
) {
    let list = at.key("members");
    for (n, member) in community.members.iter().enumerate() {
        each(member, &list.item(n, member.service));
    }
}

facts! {
    /// A service is listed, and it is not said whether it takes part.
    struct MembershipNotStated {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "det fremgår ikke, om tilbuddet indgår i fællesskabet",
        Lang::En => "it is not said whether the service takes part in the community",
    })
}

pub(crate) static STATED: Rule = Rule {
    code: codes::IMP001,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-021", "R-175"],
    sources: &[
        SourceRef::agreement("1.3.2"),
        SourceRef::agreement("1.4.1"),
        SourceRef::agreement("1.5.1"),
        SourceRef::agreement("1.8.1"),
    ],
    title: Bilingual::new(
        "et forbedringsfællesskab siger om hvert tilbud, det nævner, om det indgår",
        "an improvement community says of each service that it lists whether it takes part",
    ),
    why: Bilingual::new(
        "Ikke oplyst er ikke det samme som nej: af medlemskabet følger, hvilke måltal der binder.",
        "Not stated is not no: which figures bind follows from membership.",
    ),
    remedy: Bilingual::new(
        "Skriv om tilbuddet, at det indgår, ikke indgår, er inviteret eller er pilot.",
        "Say that the service takes part, does not take part, is invited or is a pilot.",
    ),
    example: Bilingual::new(
        "En deltagerliste, hvor et tilbud står uden angivelse af, om det er med.",
        "A list on which a service stands without a word on whether it is in.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn stated(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    members(community, at, |member, at| {
        if member.membership == Membership::NotStated {
            cx.not_met(at, MembershipNotStated {});
        }
    });
}

pub(crate) static FOLLOWS_ASSESSMENT: Rule = Rule {
    code: codes::IMP002,
    severity: Severity::Warning,
    basis: Basis::Stated,
    since: 1,
    requirements: &["R-022"],
    sources: &[
        SourceRef::agreement("1.1"),
        SourceRef::agreement("1.3.2"),
        SourceRef::agreement("1.4"),
        SourceRef::agreement("1.8.1"),
    ],
    title: Bilingual::new(
        "hvilke tilbud der indgår i et fællesskab, følger af deres tilstandsvurdering",
        "which services are in a community follows from their state assessments",
    ),
    why: Bilingual::new(
        "Ressourcerne skal sættes ind, hvor data viser, at der er noget at komme efter.",
        "Resources go where data show that there is something to gain.",
    ),
    remedy: Bilingual::new(
        "Henvis til tilbuddets tilstandsvurdering, og skriv, om den viser et behov på området.",
        "Refer to the state assessment of the service, and say whether it shows a need on the area.",
    ),
    example: Bilingual::new(
        "Tilbuddet har lavt sygefravær og indgår alligevel i fællesskabet for at nedbringe det.",
        "The service has little sick leave and is in the community for reducing it all the same.",
    ),
    implies: &[],
    requires: &[codes::IMP001],
};

pub(crate) fn follows_assessment(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    members(community, at, |member, at| {
        check_against_assessment(member.state_assessment.as_ref(), member.membership, codes::IMP001, at, cx);
    });
}

facts! {
    /// A service is listed as a member and as no member.
    struct BothInAndOut {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "tilbuddet er nævnt både som et, der indgår, og som et, der ikke indgår",
        Lang::En => "the service is listed both as taking part and as not taking part",
    })
}

pub(crate) static NOT_IN_AND_OUT: Rule = Rule {
    code: codes::IMP009,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-021", "R-175"],
    sources: &[SourceRef::agreement("1.3.2"), SourceRef::agreement("1.4.1")],
    title: Bilingual::new(
        "et tilbud indgår i et fællesskab, eller det indgår ikke",
        "a service is in a community, or it is not",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og ingen kan sige, om fællesskabets måltal binder tilbuddet.",
        "The document contradicts itself, and nobody can say whether the figures of the community bind the service.",
    ),
    remedy: Bilingual::new("Lad tilbuddet stå én gang på listen.", "Let the service stand on the list once."),
    example: Bilingual::new(
        "To lister er lagt sammen; på den ene indgår tilbuddet, på den anden ikke.",
        "Two lists were merged; the service takes part on one and not on the other.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn not_in_and_out(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("members");
    let entries = community.members.iter().enumerate().map(|(n, member)| (member.service.uuid(), n));
    sorted(
        |put| entries.clone().for_each(put),
        |members| {
            let mut first = None;
            for (service, n) in members {
                let Some(member) = community.members.get(*n) else { continue };
                let Some(is_member) = member.membership.is_member() else { continue };
                match first {
                    Some((same, said)) if same == *service && said != is_member => {
                        cx.not_met(&list.item(*n, member.service), BothInAndOut {});
                    }
                    Some((same, _)) if same == *service => {}
                    _ => first = Some((*service, is_member)),
                }
            }
        },
    );
}
