//! What an evaluation finds and recommends, and what becomes of it.

use alloc::vec::Vec;

use crate::cycle::PdsaCycle;
use crate::date::{PartialDate, When};
use crate::id::Id;
use crate::measurement::Measurement;
use crate::model::QualityStep;
use crate::text::Text;

record! {
    /// What an evaluation found about a standard.
    pub struct EvaluationFinding: "fund", "finding", id "evaluationFinding", says text or measurements {
        optional {
            /// The quality step that it is about.
            pub step: Option<QualityStep> = "trin", "step";
            /// Whether it rests on figures.
            pub kind: Option<FindingKind> = "fundets art", "kind of finding";
            /// What was found.
            pub text: Option<Text> = "tekst", "text";
            /// The figures that it rests on.
            pub measurements: Vec<Id<Measurement>> = "målinger", "measurements";
            /// Whether it shows a gap (*mangel*) in the work with the standard.
            pub shows_gap: Option<bool> = "viser en mangel", "shows a gap";
            /// The inspection parameter that it bears on, if the document says so. Nothing is rated by it.
            pub parameter: Option<InspectionParameter> = "parameter hos Socialtilsynet", "inspection parameter";
        }
    }
}

words! {
    /// Whether a finding rests on figures. The two are kept apart, and may say different things.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål*: the counts hardly changed, while the wording of the sub-goals was judged to be much
    /// better.
    pub enum FindingKind: "fundets art", "kind of finding" {
        /// A judgement in words.
        Qualitative = "kvalitativt", "qualitative";
        /// It rests on figures.
        Quantitative = "kvantitativt", "quantitative";
    }
}

words! {
    /// The seven parameters by which the social inspectorate (*Socialtilsynet*) assesses a service: a closed list
    /// . Its model is not the one in this crate.
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024, Roskildehjemmet*, 1.8, note 3.
    pub enum InspectionParameter: "parameter hos Socialtilsynet", "inspection parameter" {
        /// *Målgruppe, metoder og resultater*.
        TargetGroupMethodsResults = "målgruppe, metoder og resultater", "target group, methods and results";
        /// *Sundhed og trivsel*.
        HealthWellBeing = "sundhed og trivsel", "health and well-being";
        /// *Organisation og ledelse*.
        OrganisationManagement = "organisation og ledelse", "organisation and management";
        /// *Kompetencer*.
        Competences = "kompetencer", "competences";
        /// *Fysiske rammer*.
        PhysicalSetting = "fysiske rammer", "physical setting";
        /// *Uddannelse og beskæftigelse*.
        EducationEmployment = "uddannelse og beskæftigelse", "education and employment";
        /// *Selvstændighed og relationer*.
        IndependenceRelations = "selvstændighed og relationer", "independence and relations";
    }
}

record! {
    /// A recommendation (*anbefaling*) for the further work with a standard, and what became of it.
    ///
    /// A finding sends a standard back to step 1, if the guiding documents do not suffice, or on to step 4, if practice is to
    /// be improved (S-014).
    ///
    /// # Source
    ///
    /// *Vejledninger til kvalitetsovervågning af ydelsesspecifikke standarder*: monitoring ends in recommendations. *Drifts-
    /// og udviklingsaftale 2024, Roskildehjemmet*, 1.9: monitoring, a revised guideline, new monitoring.
    #[doc(alias = "anbefaling")]
    pub struct Recommendation: "anbefaling", "recommendation", id "recommendation", says text {
        optional {
            /// The findings that it rests on.
            pub findings: Vec<Id<EvaluationFinding>> = "bygger på", "rests on";
            /// The recommendation.
            pub text: Option<Text> = "tekst", "text";
            /// The quality step that the work goes on with.
            pub leads_to: Option<QualityStep> = "fører til trin", "leads to step";
            /// Who carries it out, by role; may be left out.
            pub responsible: Option<Text> = "ansvarlig", "responsible";
            /// By when; may be left out.
            pub by: Option<When> = "senest", "by";
            /// What became of it.
            pub outcome: Option<RecommendationOutcome> = "hvad der blev af den", "outcome";
            /// The PDSA cycles that test a change because of it.
            pub cycles: Vec<Id<PdsaCycle>> = "PDSA-cyklusser", "PDSA cycles";
            /// When the standard is monitored again.
            pub monitored_again: Option<When> = "overvåges igen", "monitored again";
            /// When it was monitored again.
            pub monitored_on: Option<PartialDate> = "overvåget igen", "monitored on";
        }
    }
}

choice! {
    /// What became of a recommendation. An absent one is not stated.
    pub enum RecommendationOutcome: "hvad der blev af en anbefaling", "outcome of a recommendation" {
        /// The service decided against it.
        NotFollowed = "følges ikke", "not followed" {
            /// Why (`EVA032`).
            reason: Option<Text> = "begrundelse", "reason";
        }
        /// It was carried out.
        CarriedOut = "gennemført", "carried out" {
            /// When; absent if that is not stated.
            on: Option<PartialDate> = "dato", "date";
        }
    }
}
