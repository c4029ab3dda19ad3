//! Bodies, who takes part in them, and the assessment that this rests on.

pub(crate) mod assessment;
mod bodies;
mod forum;
mod mandate;

use alloc::vec::Vec;

pub(crate) use bodies::{Bodies, each_namesake, with_bodies};
pub use forum::Forum;
pub use mandate::{Mandate, Seat, SeatRole};

use crate::assessment::StateAssessment;
use crate::date::PartialDate;
use crate::id::Id;
use crate::text::{Bilingual, Text, is_stated};

words! {
    /// The kind of a body.
    #[non_exhaustive]
    pub enum BodyKind: "gruppens art", "type of body" {
        /// Improvement community (*forbedringsfællesskab*): agrees target figures, tests before spread.
        #[doc(alias = "forbedringsfællesskab")]
        Community = "forbedringsfællesskab", "improvement community";
        /// Working group (*arbejdsgruppe*).
        #[doc(alias = "arbejdsgruppe")]
        WorkingGroup = "arbejdsgruppe", "working group";
        /// Network (*netværk*).
        #[doc(alias = "netværk")]
        Network = "netværk", "network";
        /// Pilot (*pilotprojekt*, *afprøvning*).
        Pilot = "pilotprojekt", "pilot";
        /// Steering group (*styregruppe*).
        #[doc(alias = "styregruppe")]
        SteeringGroup = "styregruppe", "steering group";
        /// Implementation group (*implementeringsgruppe*): carries out a plan, for as long as the plan runs.
        #[doc(alias = "implementeringsgruppe")]
        ImplementationGroup = "implementeringsgruppe", "implementation group";
        /// Coordination group (*koordineringsgruppe*, *koordinationsgruppe*): keeps pieces of work that concern each
        /// other in step.
        #[doc(alias = "koordineringsgruppe")]
        CoordinationGroup = "koordineringsgruppe", "coordination group";
        /// Consortium (*konsortium*): parts of several services that together offer the most specialised tasks (1.1).
        #[doc(alias = "konsortium")]
        Consortium = "konsortium", "consortium";
    }
}

words! {
    /// Whether a service takes part (R-175). *Not stated* is not *no*.
    ///
    /// ```
    /// use kvalitetsmodel::body::Membership;
    ///
    /// assert_ne!(Membership::NotStated, Membership::NonMember);
    /// assert_eq!(Membership::NotStated.is_member(), None);
    /// assert_eq!(Membership::NonMember.is_member(), Some(false));
    /// ```
    #[derive(Default)]
    pub enum Membership: "deltagelse", "membership", absent NotStated {
        /// The service takes part (*indgår*, *deltager*).
        Member = "indgår", "takes part";
        /// The document says that it does not take part (*indgår ikke*).
        NonMember = "indgår ikke", "does not take part";
        /// It is invited, and its answer is not stated.
        Invited = "inviteret", "invited";
        /// It takes part as a place where something is tried out.
        PilotSite = "pilot", "pilot site";
        /// The document does not say.
        #[default]
        NotStated = "ikke oplyst", "not stated";
    }
}

impl Membership {
    /// Whether the service takes part.
    ///
    /// Returns `None` if that is not stated, also for an invitation.
    #[must_use]
    pub const fn is_member(self) -> Option<bool> {
        match self {
            Self::Member | Self::PilotSite => Some(true),
            Self::NonMember => Some(false),
            Self::Invited | Self::NotStated => None,
        }
    }
}

/// What is missing where the membership in a community is not stated.
pub(crate) const MEMBERSHIP: Bilingual =
    Bilingual::new("om tilbuddet indgår i fællesskabet", "whether the service takes part in the community");

/// What is missing to know whether an invited service takes part.
pub(crate) const INVITATION: Bilingual = Bilingual::new(
    "om tilbuddet har taget imod invitationen",
    "whether the service has accepted the invitation",
);

record! {
    /// What a document says about the state assessment (*tilstandsvurdering*) that a membership or a target figure
    /// rests on. The assessment itself is a document of its own, [`StateAssessment`].
    pub struct StateAssessmentRef: "henvisning til tilstandsvurdering", "reference to a state assessment" {
        optional {
            /// The assessment, if it is a document.
            pub assessment: Option<Id<StateAssessment>> = "vurderingen", "assessment";
            /// Where it is found, such as a review or a report.
            pub source: Option<Text> = "kilde", "source";
            /// When it was made.
            pub on: Option<PartialDate> = "dato", "date";
            /// Whether it rests on data.
            pub data_based: Option<bool> = "bygger på data", "based on data";
            /// Whether it shows a need on the area in question.
            pub shows_need: Option<bool> = "viser et behov", "shows a need";
        }
    }
}

impl StateAssessmentRef {
    /// Returns `true` if it says anything about an assessment other than a date.
    pub(crate) fn refers(&self) -> bool {
        let Self { assessment, source, on: _, data_based, shows_need } = self;
        assessment.is_some() || is_stated(source.as_ref()) || data_based.is_some() || shows_need.is_some()
    }
}

record! {
    /// The terms of reference of a body (*kommissorium*): what it is to do (1.8.2, 1.11.2).
    #[doc(alias = "kommissorium")]
    pub struct TermsOfReference: "kommissorium", "terms of reference" {
        optional {
            /// The title.
            pub title: Option<Text> = "titel", "title";
            /// When they were decided.
            pub on: Option<PartialDate> = "dato", "date";
        }
    }
}

record! {
    /// A body that a document sets up or describes.
    pub struct Body: "gruppe", "body", id "body" {
        mandatory {
            /// The kind of body.
            pub kind: BodyKind = "gruppens art", "type of body";
        }
        optional {
            /// The name.
            pub name: Option<Text> = "navn", "name";
            /// Its terms of reference, if the document refers to them: without title and date if it only says that
            /// there are some.
            pub terms: Option<TermsOfReference> = "kommissorium", "terms of reference";
            /// Whether it is only expected to be set up, as the consortia are (1.1).
            pub expected: Option<bool> = "forventes oprettet", "only expected";
            /// What it may do, as the document says. An empty list is not stated.
            pub mandate: Vec<Mandate> = "mandat", "mandate";
            /// How many meetings it is given beforehand (R-090).
            pub meetings: Option<u32> = "antal møder", "number of meetings";
            /// By when its work is to be finished (R-090). `AGR074` compares its terms, decisions, support tasks, rows
            /// and extensions with it, and what is done with the date of its terms.
            pub deadline: Option<PartialDate> = "frist for arbejdet", "deadline of its work";
            /// Who sits in it.
            pub seats: Vec<Seat> = "pladser", "seats";
        }
    }
}
