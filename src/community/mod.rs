//! Improvement communities: their charter, members, target figures and PDSA cycles, and how changes spread.

mod charter;
pub(crate) mod rules;
mod spread;

use alloc::vec::Vec;

pub use charter::{Charter, CommunityRole};
pub use spread::{ChangeSpread, CrossAudit, Effect, Lesson, ServiceSpread, SpreadStep, Takeover};

use crate::aim::{Aim, Measure};
use crate::body::{Body, Membership, StateAssessmentRef};
use crate::cycle::PdsaCycle;
use crate::cycle::links::{HoldsCycles, Links, any_is_linked, link};
use crate::date::PartialDate;
use crate::id::Id;
use crate::organisation::SocialService;
use crate::target_figure::TargetFigure;
use crate::text::Text;

record! {
    /// An improvement community (*forbedringsfællesskab*), as a draft: social services that agree target
    /// figures together and test changes before they spread them.
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024, Roskildehjemmet*, sections 1.1 and 1.3.2, 1.4.1, 1.5.1, 1.8.1. Only
    /// that agreement uses the term with this meaning.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, check, codes, community::ImprovementCommunity};
    ///
    /// let community: ImprovementCommunity = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000401",
    ///         "topic": "sick leave",
    ///         "monitoredProcess": "the 3-8-15 contact model",
    ///         "members": [{
    ///             "service": "00000000-0000-4000-8000-000000000402",
    ///             "membership": "nonMember",
    ///             "stateAssessment": { "showsNeed": false }
    ///         }],
    ///         "targets": [{
    ///             "service": "00000000-0000-4000-8000-000000000402",
    ///             "target": {
    ///                 "id": "00000000-0000-4000-8000-000000000403",
    ///                 "agreedBy": { "community": {} }, "state": "toBeAgreed"
    ///             }
    ///         }]
    ///     }"#,
    /// )?;
    /// let report = check(&community, &Context::new("2024-01-09".parse()?));
    /// let codes: Vec<_> = report.findings().iter().map(|finding| finding.code()).collect();
    /// assert_eq!(codes, [codes::IMP003]); // the figure binds a service that is not in the community
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "forbedringsfællesskab")]
    #[doc(alias = "improvement collaborative")]
    pub struct ImprovementCommunity: "forbedringsfællesskab", "improvement community", id "community" {
        optional {
            /// The topic, in a word or two.
            pub topic: Option<Text> = "emne", "topic";
            /// The id under which agreements name it as a body. Only with this id can a bundle compare the membership
            /// that an agreement states with the list here (`BUN003`, `BUN004`).
            pub body: Option<Id<Body>> = "gruppe", "body";
            /// What it is for, on which terms, and until when (*kommissorium*).
            pub charter: Option<Charter> = "kommissorium", "charter";
            /// The services that the document lists, including those that do not take part.
            pub members: Vec<CommunityMember> = "medlemmer", "members";
            /// The steering group (*styregruppe*).
            pub steering_group: Option<SteeringGroup> = "styregruppe", "steering group";
            /// Who works in it, by role and service.
            pub roles: Vec<CommunityRole> = "roller", "roles";
            /// The process that is monitored when it starts (*kvalitetsovervågning af …*, R-035).
            pub monitored_process: Option<Text> = "proces, der overvåges", "monitored process";
            /// What is to be accomplished (*mål*).
            pub aims: Vec<Aim> = "mål", "aims";
            /// What shows whether a change is an improvement (*målinger*).
            pub measures: Vec<Measure> = "målinger", "measures";
            /// The target figures, each for one service (*differentierede mål*).
            pub targets: Vec<MemberTarget> = "måltal", "target figures";
            /// The tests, in any order; their links form series.
            pub cycles: Vec<PdsaCycle> = "PDSA-cyklusser", "PDSA cycles";
            /// How changes spread from where they were shown to be effective.
            pub spreads: Vec<ChangeSpread> = "udbredelse", "spread";
            /// The audits that services make of each other.
            pub cross_audits: Vec<CrossAudit> = "audits på tværs", "cross-audits";
            /// What was learned, and who took it over.
            pub lessons: Vec<Lesson> = "læring", "lessons";
        }
    }
}

record! {
    /// One social service, and whether it takes part.
    pub struct CommunityMember: "medlem", "member", introduces service {
        mandatory {
            /// The service.
            pub service: Id<SocialService> = "tilbud", "social service";
        }
        optional {
            /// The name.
            pub name: Option<Text> = "navn", "name";
            /// Whether it takes part; *not stated* if the field is absent. A service that has left is a member until its
            /// last day, and is listed again if it returns.
            pub membership: Membership = "deltagelse", "membership";
            /// The first day on which that holds; absent if it has held from the beginning, or if the document does not
            /// say.
            pub from: Option<PartialDate> = "fra", "from";
            /// The last day on which that holds; absent if it still holds, or if the document does not say.
            pub until: Option<PartialDate> = "til og med", "until";
            /// The state assessment that the membership rests on (*tilstandsvurdering*).
            pub state_assessment: Option<StateAssessmentRef> = "tilstandsvurdering", "state assessment";
        }
    }
}

record! {
    /// The steering group of a community (*styregruppe*).
    #[doc(alias = "styregruppe")]
    pub struct SteeringGroup: "styregruppe", "steering group", introduces body {
        mandatory {
            /// The body.
            pub body: Id<Body> = "gruppe", "body";
        }
        optional {
            /// The name.
            pub name: Option<Text> = "navn", "name";
        }
    }
}

record! {
    /// A target figure for one service. It binds only that service, and only as a member (R-024).
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024*, section 1.1: the goals depend on the state of each service.
    #[doc(alias = "differentierede udviklingsmål")]
    pub struct MemberTarget: "måltal", "target figure" {
        mandatory {
            /// The service that the figure is for.
            pub service: Id<SocialService> = "tilbud", "social service";
            /// The figure.
            pub target: TargetFigure = "måltal", "target figure";
        }
    }
}

impl HoldsCycles for ImprovementCommunity {
    fn cycles(&self) -> &[PdsaCycle] {
        &self.cycles
    }
}

impl ImprovementCommunity {
    /// Finds the links between the cycles and calls `then` with them, or with none if nothing refers to a cycle.
    pub(crate) fn links<R>(&self, then: impl FnOnce(Links<'_>) -> R) -> R {
        if any_is_linked(&self.cycles) || !self.spreads.is_empty() || !self.lessons.is_empty() {
            link(&self.cycles, then)
        } else {
            then(Links::default())
        }
    }
}
