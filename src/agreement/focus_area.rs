//! Focus areas (*målområder*, *indsatsområder*): the numbered sections of an agreement.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::FollowUp;
use crate::body::{Body, BodyKind, Forum, Membership, StateAssessment};
use crate::date::{DutyStatus, PartialDate, Period, When};
use crate::id::Id;
use crate::section::SectionNumber;
use crate::sorted::{self, sorted};
use crate::target_figure::{ChangeAim, TargetFigure};
use crate::text::Text;

record! {
    /// A focus area (*målområde*, *indsatsområde*): whom it binds, which bodies the service takes part
    /// in, its actions, its target figures and its follow-ups.
    #[doc(alias = "målområde")]
    #[doc(alias = "indsatsområde")]
    pub struct FocusArea: "indsatsområde", "focus area", id "focusArea" {
        optional {
            /// The number of its section in the document.
            pub number: Option<SectionNumber> = "nummer", "number";
            /// The title.
            pub title: Option<Text> = "titel", "title";
            /// Whom its duties bind; empty if the document does not say.
            pub scope: Vec<ScopeOfDuty> = "hvem det forpligter", "who is bound";
            /// The bodies of the area, and whether the service takes part in them.
            pub participation: Vec<Participation> = "deltagelse", "participation";
            /// What the service does (*indsats*).
            pub actions: Vec<Action> = "indsatser", "actions";
            /// What others do for the services: the department (*Socialafdelingens opgaver*), a working
            /// group, a network.
            pub support_tasks: Vec<SupportTask> = "Socialafdelingens opgaver", "support tasks";
            /// The target figures (*måltal*).
            pub targets: Vec<TargetFigure> = "måltal", "target figures";
            /// The follow-ups (*opfølgning*).
            pub follow_ups: Vec<FollowUp> = "opfølgninger", "follow-ups";
        }
    }
}

words! {
    /// Whom the duties of a focus area bind. An area can name several groups.
    #[non_exhaustive]
    pub enum ScopeOfDuty: "hvem det forpligter", "who is bound" {
        /// All services (*alle tilbud*).
        AllServices = "alle tilbud", "all services";
        /// Only the members of the improvement community.
        CommunityMembers = "forbedringsfællesskabets medlemmer", "members of the improvement community";
        /// The members of a working group.
        WorkingGroupMembers = "arbejdsgruppens medlemmer", "members of the working group";
        /// The members of a network.
        NetworkMembers = "netværkets medlemmer", "members of the network";
        /// Named pilots.
        NamedPilots = "navngivne piloter", "named pilots";
        /// Selected leaders.
        SelectedLeaders = "udvalgte ledere", "selected leaders";
        /// Those whom a schedule will name.
        AwaitingSchedule = "efter tidsplan", "according to schedule";
    }
}

record! {
    /// One body, and whether the service takes part in it.
    pub struct Participation: "deltagelse", "participation" {
        mandatory {
            /// The body.
            pub body: Id<Body> = "organ", "body";
            /// The kind of body.
            pub kind: BodyKind = "organets art", "kind of body";
        }
        optional {
            /// The name of the body.
            pub name: Option<Text> = "organets navn", "name of the body";
            /// Whether the service takes part; *not stated* if the field is absent.
            pub membership: Membership = "tilbuddets deltagelse", "membership";
            /// The section that says so.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// The state assessment that the membership rests on.
            pub state_assessment: Option<StateAssessment> = "tilstandsvurdering", "state assessment";
        }
    }
}

record! {
    /// An action (*indsats*) of the service.
    #[doc(alias = "indsats")]
    pub struct Action: "indsats", "action", id "action" {
        optional {
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// What is done.
            pub text: Option<Text> = "tekst", "text";
            /// When it is done: a date, a schedule, or who decides.
            pub when: Option<When> = "hvornår", "when";
            /// The intended change.
            pub aim: Option<ChangeAim> = "tilsigtet ændring", "intended change";
            /// When it was done; absent if it is not done, or if the document does not say.
            pub done_on: Option<PartialDate> = "udført den", "done on";
        }
    }
}

record! {
    /// What the department (*Socialafdelingens opgave*) or a body does for the services.
    #[doc(alias = "Socialafdelingens opgave")]
    pub struct SupportTask: "støtteopgave", "support task" {
        mandatory {
            /// What is done.
            pub text: Text = "tekst", "text";
        }
        optional {
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// The body that does it; absent if the department does it.
            pub by: Option<Id<Body>> = "udføres af", "done by";
        }
    }
}

impl Action {
    /// The status *done*, if the document says when it was done.
    pub(crate) fn done(&self) -> Option<DutyStatus> {
        self.done_on.map(|on| DutyStatus::Done { on: Some(on) })
    }
}

impl FocusArea {
    /// The membership of the service in the community that agrees a target figure.
    ///
    /// A forum without an id is the one community of the area. Returns [`Membership::NotStated`] if the forum
    /// is no community, if the area does not name that community, or if its entries differ.
    #[must_use]
    pub fn membership_of(&self, forum: Forum) -> Membership {
        self.index_memberships(|membership_of| membership_of(forum))
    }

    /// Indexes the memberships once and calls `then` with the lookup for [`Self::membership_of`].
    pub(crate) fn index_memberships<R>(&self, then: impl FnOnce(&dyn Fn(Forum) -> Membership) -> R) -> R {
        let communities = self.participation.iter().filter(|part| part.kind == BodyKind::Community);
        let entries = communities.map(|part| (part.body.uuid(), part.membership));
        sorted(
            |put| entries.clone().for_each(put),
            |communities| {
                then(&|forum| {
                    let named = match forum {
                        Forum::Community { body: Some(body) } => sorted::of(communities, body.uuid()),
                        Forum::Community { body: None } => communities,
                        _ => &[],
                    };
                    // Equal entries agree; entries of two communities, or with different memberships, do not.
                    match named {
                        [first, others @ ..] if others.iter().all(|other| other == first) => first.1,
                        _ => Membership::NotStated,
                    }
                })
            },
        )
    }

    /// The earliest deadline of the follow-ups of this area.
    ///
    /// `within` is the period of the agreement, in which a day without a year is read. Returns `None` if no
    /// follow-up has a deadline.
    #[must_use]
    pub fn first_follow_up(&self, within: Option<&Period>) -> Option<NaiveDate> {
        self.follow_ups.iter().filter_map(|follow_up| follow_up.deadline(within)).min()
    }
}
