//! How a change spreads, and what services learn from each other.

use alloc::vec::Vec;

use crate::cycle::PdsaCycle;
use crate::date::PartialDate;
use crate::id::Id;
use crate::organisation::SocialService;
use crate::text::Text;

record! {
    /// The spread of a change (*udbredelse*): it is shown to be effective somewhere, then tested by other services, then
    /// adapted to each of them, then implemented (R-037).
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024*, sections 1.1 and 1.4.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, check, codes, community::ImprovementCommunity};
    ///
    /// let community: ImprovementCommunity = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000401",
    ///         "monitoredProcess": "the 3-8-15 contact model",
    ///         "members": [{
    ///             "service": "00000000-0000-4000-8000-000000000402",
    ///             "membership": "member",
    ///             "stateAssessment": { "showsNeed": true }
    ///         }],
    ///         "spreads": [{
    ///             "change": "a guide to the talk on sick leave",
    ///             "effect": { "shown": { "source": "the evaluation of 2023" } },
    ///             "services": [{
    ///                 "service": "00000000-0000-4000-8000-000000000402",
    ///                 "tested": { "taken": { "on": "2024-09" } },
    ///                 "implemented": { "taken": { "on": "2024-05" } }
    ///             }]
    ///         }]
    ///     }"#,
    /// )?;
    /// let report = check(&community, &Context::new("2024-12-01".parse()?));
    /// let codes: Vec<_> = report.findings().iter().map(|finding| finding.code()).collect();
    /// assert_eq!(codes, [codes::IMP014]); // implemented in May, tested in September
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "udbredelse")]
    pub struct ChangeSpread: "udbredelse af en forandring", "spread of a change", says change {
        optional {
            /// The change.
            pub change: Option<Text> = "forandring", "change";
            /// Whether it is shown to be effective; absent if the document does not say.
            pub effect: Option<Effect> = "virkning", "effect";
            /// How far it has come in each service, whether it takes part in the community or not.
            pub services: Vec<ServiceSpread> = "tilbud", "social services";
        }
    }
}

choice! {
    /// Whether a change is shown to be effective (*dokumenteret virkningsfuld*, R-038).
    pub enum Effect: "virkning", "effect" {
        /// The document says that it is not, or not yet.
        NotShown = "ikke påvist", "not shown";
        /// It is.
        Shown = "påvist", "shown" {
            /// The service where it was shown; absent for a study made elsewhere.
            service: Option<Id<SocialService>> = "tilbud", "social service";
            /// What shows it, such as a research project in the region or outside it.
            source: Option<Text> = "kilde", "source";
            /// When it was shown.
            on: Option<PartialDate> = "dato", "date";
        }
    }
}

record! {
    /// How far a change has come in one service.
    pub struct ServiceSpread: "udbredelse til tilbud", "spread to service" {
        mandatory {
            /// The service.
            pub service: Id<SocialService> = "tilbud", "social service";
        }
        optional {
            /// Whether the service has tested the change.
            pub tested: Option<SpreadStep> = "afprøvet", "tested";
            /// Whether the change is adapted to the service.
            pub adapted: Option<SpreadStep> = "tilpasset", "adapted";
            /// Whether the change is implemented, that is part of daily work.
            pub implemented: Option<SpreadStep> = "implementeret", "implemented";
        }
    }
}

choice! {
    /// Whether a step of the spread was taken. An absent one is not stated.
    pub enum SpreadStep: "trin i udbredelsen", "step of a spread" {
        /// It was not taken, or not yet.
        NotTaken = "ikke taget", "not taken";
        /// It is not needed: the change fits the service as it is.
        NotNeeded = "ikke nødvendigt", "not needed";
        /// It was taken.
        Taken = "taget", "taken" {
            /// When; absent if that is not stated.
            on: Option<PartialDate> = "dato", "date";
            /// The test of the community that this step was, or rests on.
            cycle: Option<Id<PdsaCycle>> = "PDSA-cyklus", "PDSA cycle";
        }
    }
}

record! {
    /// An audit of one service by others (*audits hos hinanden*), in which the service itself may take part. It binds
    /// services whether they are members of the community or not (R-040). A panel that judges its own cases is a
    /// [`CaseAudit`](crate::audit::CaseAudit).
    #[doc(alias = "audits hos hinanden")]
    pub struct CrossAudit: "audit på tværs", "cross-audit", says topic or audited {
        optional {
            /// What it is about.
            pub topic: Option<Text> = "emne", "topic";
            /// The service that is audited.
            pub audited: Option<Id<SocialService>> = "auditeret tilbud", "audited service";
            /// The services that audit it.
            pub auditors: Vec<Id<SocialService>> = "auditerende tilbud", "auditing services";
            /// When it was held; absent if it was not, or if the document does not say.
            pub held_on: Option<PartialDate> = "afholdt", "held on";
        }
    }
}

record! {
    /// What was learned (*læring på tværs*), from which cycle, and who took it over.
    pub struct Lesson: "læring", "lesson", says learned {
        optional {
            /// What was learned.
            pub learned: Option<Text> = "læring med ord", "what was learned";
            /// The cycle that it comes from.
            pub cycle: Option<Id<PdsaCycle>> = "PDSA-cyklus", "PDSA cycle";
            /// The services that took it over.
            pub taken_over_by: Vec<Takeover> = "overtaget af", "taken over by";
        }
    }
}

record! {
    /// A service that took over what was learned.
    #[derive(Copy)]
    pub struct Takeover: "overtagelse", "takeover" {
        mandatory {
            /// The service.
            pub service: Id<SocialService> = "tilbud", "social service";
        }
        optional {
            /// When it did.
            pub on: Option<PartialDate> = "dato", "date";
        }
    }
}

impl ServiceSpread {
    /// The three steps with their keys, in order.
    pub(crate) const fn steps(&self) -> [(&'static str, Option<&SpreadStep>); 3] {
        [
            ("tested", self.tested.as_ref()),
            ("adapted", self.adapted.as_ref()),
            ("implemented", self.implemented.as_ref()),
        ]
    }
}

impl SpreadStep {
    pub(crate) const fn is_taken(&self) -> bool {
        matches!(self, Self::Taken { .. })
    }

    pub(crate) const fn on(&self) -> Option<PartialDate> {
        match self {
            Self::Taken { on, .. } => *on,
            Self::NotTaken | Self::NotNeeded => None,
        }
    }

    pub(crate) const fn cycle(&self) -> Option<Id<PdsaCycle>> {
        match self {
            Self::Taken { cycle, .. } => *cycle,
            Self::NotTaken | Self::NotNeeded => None,
        }
    }
}

impl Effect {
    /// The service where the change was shown to be effective. It need not test what it has shown.
    pub(crate) const fn origin(&self) -> Option<Id<SocialService>> {
        match self {
            Self::Shown { service, .. } => *service,
            Self::NotShown => None,
        }
    }

    pub(crate) const fn on(&self) -> Option<PartialDate> {
        match self {
            Self::Shown { on, .. } => *on,
            Self::NotShown => None,
        }
    }
}
