//! Focus areas (*målområder*, *indsatsområder*): the numbered sections of an agreement.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{
    AnnouncedDecision, Criticism, Demand, FollowUp, GuidelineRevision, PartyDuty, ResearchProject,
    SupportTask,
};
use crate::body::{Body, BodyKind, Membership, StateAssessmentRef};
use crate::date::{PartialDate, Period, When};
use crate::id::Id;
use crate::section::SectionNumber;
use crate::target_figure::{ChangeAim, TargetFigure};
use crate::text::Text;

record! {
    /// A focus area (*målområde*, *indsatsområde*): whom it binds, which bodies the service takes part
    /// in, its actions, its target figures and its follow-ups.
    #[doc(alias = "målområde")]
    #[doc(alias = "indsatsområde")]
    pub struct FocusArea: "indsatsområde", "focus area", id "focusArea", says title {
        optional {
            /// The number of its section in the document.
            pub number: Option<SectionNumber> = "nummer", "number";
            /// The title.
            pub title: Option<Text> = "titel", "title";
            /// Whom its duties bind; empty if the document does not say.
            pub scope: Vec<ScopeOfDuty> = "hvem det forpligter", "who is bound";
            /// Whom its results are to be spread to, if the document says so. If these are all services, `scope` must
            /// include them or `awaitingSchedule`, or a decision of the area must say when that is settled (`AGR025`).
            pub spread_to: Vec<ScopeOfDuty> = "udbredes til", "to be spread to";
            /// The bodies of the area, and whether the service takes part in them.
            pub participation: Vec<Participation> = "deltagelse", "participation";
            /// What a party is to do, apart from the actions of the service.
            pub duties: Vec<PartyDuty> = "parternes forpligtelser", "duties of the parties";
            /// What the service does (*indsats*).
            pub actions: Vec<Action> = "indsatser", "actions";
            /// What others do for the services: the department (*Socialafdelingens opgaver*), a working
            /// group, a network.
            pub support_tasks: Vec<SupportTask> = "Socialafdelingens opgaver", "support tasks";
            /// The target figures (*måltal*).
            pub targets: Vec<TargetFigure> = "måltal", "target figures";
            /// The follow-ups (*opfølgning*).
            pub follow_ups: Vec<FollowUp> = "opfølgninger", "follow-ups";
            /// The decisions that the document announces.
            pub decisions: Vec<AnnouncedDecision> = "bebudede beslutninger", "announced decisions";
            /// What authorities have criticised.
            pub criticisms: Vec<Criticism> = "myndighedernes kritik", "criticism by authorities";
            /// The state assessment that its target figures rest on.
            pub state_assessment: Option<StateAssessmentRef> = "tilstandsvurdering", "state assessment";
            /// What its text demands of the services.
            pub demands: Vec<Demand> = "krav i teksten", "demands of the text";
            /// The guidelines that were revised because of what monitoring found.
            pub revisions: Vec<GuidelineRevision> = "reviderede retningslinjer", "revised guidelines";
            /// The research projects that were proposed.
            pub research: Vec<ResearchProject> = "forskningsprojekter", "research projects";
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
    pub struct Participation: "deltagelse", "participation", introduces body {
        mandatory {
            /// The body.
            pub body: Id<Body> = "gruppe", "body";
            /// The kind of body.
            pub kind: BodyKind = "gruppens art", "type of body";
        }
        optional {
            /// The name of the body.
            pub name: Option<Text> = "gruppens navn", "name of the body";
            /// Whether the service takes part; *not stated* if the field is absent.
            pub membership: Membership = "tilbuddets deltagelse", "membership";
            /// The section that says so.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// The state assessment that the membership rests on.
            pub state_assessment: Option<StateAssessmentRef> = "tilstandsvurdering", "state assessment";
            /// The sections that set the body up.
            pub set_up_in: Vec<SectionNumber> = "nedsættes i afsnit", "set up in sections";
        }
    }
}

record! {
    /// An action (*indsats*) of the service.
    #[doc(alias = "indsats")]
    pub struct Action: "indsats", "action", id "action", says text {
        optional {
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// What is done.
            pub text: Option<Text> = "tekst", "text";
            /// When it is done: a date, a schedule, or who decides.
            pub when: Option<When> = "hvornår", "when";
            /// The intended change.
            pub aim: Option<ChangeAim> = "tilsigtet ændring", "intended change";
            /// The body that the service takes part in by this action; absent if the action is something else.
            pub takes_part_in: Option<Id<Body>> = "deltager i", "takes part in";
            /// When it was done; absent if it is not done, or if the document does not say.
            pub done_on: Option<PartialDate> = "udført den", "done on";
            /// When it was given up, so that nothing more is to be done (*opgivet*); absent if it is not, or if the document
            /// does not say.
            #[doc(alias = "opgivet")]
            pub given_up_on: Option<PartialDate> = "opgivet den", "given up on";
            /// Why it was given up, and who decided that.
            pub given_up_reason: Option<Text> = "begrundelse for at opgive den", "reason for giving it up";
            /// The action of an earlier agreement that this one continues, if it has another id here.
            pub continues: Option<EarlierAction> = "viderefører", "continues";
            /// Its step, if the actions and support tasks of the area have an order: lower steps come first. If a later
            /// step is done, an earlier one whose deadline has passed must have `doneOn` (`AGR055`).
            ///
            /// **Range:** 0 to 255.
            pub step: Option<u8> = "trin", "step";
            /// Until when there is money for it; absent if the document does not say.
            pub funded_until: Option<PartialDate> = "midler til og med", "funded until";
        }
    }
}

record! {
    /// An action of an earlier agreement.
    pub struct EarlierAction: "indsats i en tidligere aftale", "action of an earlier agreement", introduces id {
        mandatory {
            /// The action.
            pub id: Id<Action> = "id", "id";
        }
    }
}

impl Action {
    /// Returns `true` if nothing more is to be done: it is done, or it was given up.
    pub(crate) const fn is_over(&self) -> bool {
        self.done_on.is_some() || self.given_up_on.is_some()
    }

    /// Returns `true` if it was given up and is not done.
    pub(crate) const fn is_dropped(&self) -> bool {
        self.given_up_on.is_some() && self.done_on.is_none()
    }

    /// Returns `true` if it was given up by that day. A month or a year that has begun may be meant up to the day.
    pub(crate) fn is_given_up(&self, as_of: NaiveDate) -> bool {
        self.given_up_on.is_some_and(|on| on.first_day() <= as_of)
    }
}

impl FocusArea {
    /// Returns `true` if the area binds that group.
    pub(crate) fn binds(&self, group: ScopeOfDuty) -> bool {
        self.scope.contains(&group)
    }

    /// The earliest deadline of the follow-ups of this area.
    ///
    /// `within` is the period of the agreement, in which a day without a year is read. Returns `None` if no
    /// follow-up has a deadline.
    #[must_use]
    pub fn first_follow_up(&self, within: Option<&Period>) -> Option<NaiveDate> {
        let times = self.follow_ups.iter().filter_map(|follow_up| follow_up.when.as_ref());
        times.filter_map(|when| when.first_deadline(within)).min()
    }
}
