//! Case-based audits (*casebaseret audit*): cases, questions, a panel, and what it judged.

mod agreement;
pub(crate) mod rules;

use alloc::vec::Vec;

pub use agreement::PanelAgreement;
use chrono::NaiveDate;

use crate::date::PartialDate;
use crate::goal::Citizen;
use crate::id::Id;
use crate::organisation::Department;
use crate::text::{Text, is_stated};

record! {
    /// A case-based audit (*casebaseret audit*), as a draft: professionals judge cases from practice by fixed
    /// questions, each alone beforehand and together at a meeting.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål, afrapportering 2023* (Specialområde Hjerneskade), Auditproces (R-163 to R-168).
    ///
    /// ```
    /// use kvalitetsmodel::audit::CaseAudit;
    ///
    /// let audit: CaseAudit = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000801",
    ///         "drawnAtRandom": true,
    ///         "cases": [{ "id": "00000000-0000-4000-8000-000000000802", "materials": ["subGoalsBefore", "order"] }]
    ///     }"#,
    /// )?;
    /// assert_eq!(audit.cases[0].missing_materials().count(), 4);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "casebaseret audit")]
    pub struct CaseAudit: "casebaseret audit", "case-based audit", id "audit" {
        optional {
            /// What it is about.
            pub topic: Option<Text> = "emne", "topic";
            /// Whether the cases were drawn at random.
            pub drawn_at_random: Option<bool> = "udtrukket tilfældigt", "drawn at random";
            /// The cases.
            pub cases: Vec<AuditCase> = "cases", "cases";
            /// The questions of the assessment form (*vurderingsskema*).
            pub questions: Vec<AuditQuestion> = "spørgsmål", "questions";
            /// The labels of the answers, the lowest first, as the caller has them.
            pub scale: Vec<ScaleStep> = "skala", "scale";
            /// Who judges.
            pub panel: Vec<PanelMember> = "auditpanel", "audit panel";
            /// Who leads the meeting.
            pub facilitators: Vec<Facilitator> = "facilitatorer", "facilitators";
            /// When the panel met.
            pub held_on: Option<PartialDate> = "afholdt", "held on";
            /// What each member answered alone.
            pub answers: Vec<AuditAnswer> = "individuelle besvarelser", "individual answers";
            /// What the panel judged together.
            pub judgements: Vec<AuditJudgement> = "panelets vurderinger", "judgements of the panel";
        }
    }
}

record! {
    /// A case of an audit: one citizen, by id only, and the material about the case.
    pub struct AuditCase: "case", "case", id "auditCase" {
        optional {
            /// The citizen.
            pub citizen: Option<Id<Citizen>> = "borger", "citizen";
            /// The department that the case is from.
            pub department: Option<Id<Department>> = "afdeling", "department";
            /// The material that the panel had. An empty list is not stated.
            pub materials: Vec<AuditMaterial> = "materiale", "material";
        }
    }
}

words! {
    /// Material about a case.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål*, Auditproces (R-164).
    #[non_exhaustive]
    pub enum AuditMaterial: "materiale", "material" {
        /// The sub-goals before the change.
        SubGoalsBefore = "delmål før indsatsen", "sub-goals before the change";
        /// The sub-goals after it.
        SubGoalsAfter = "delmål efter indsatsen", "sub-goals after the change";
        /// The citizen's individual plan.
        IndividualPlan = "den individuelle plan", "individual plan";
        /// The specialist's summary and recommendations.
        SpecialistSummary = "den faglige sammenfatning og anbefalinger", "specialist's summary and recommendations";
        /// The municipality's order.
        Order = "kommunens bestilling", "the municipality's order";
        /// The guide to evaluating sub-goals.
        EvaluationGuide = "vejledningen i evaluering", "guide to evaluation";
    }
}

record! {
    /// A question of the assessment form.
    pub struct AuditQuestion: "spørgsmål", "question", id "auditQuestion", says text {
        optional {
            /// The question in words.
            pub text: Option<Text> = "spørgsmål", "question";
            /// Whether it is asked of each case or across them.
            pub scope: Option<QuestionScope> = "gælder", "scope";
        }
    }
}

words! {
    /// What a question is asked of.
    pub enum QuestionScope: "spørgsmålets omfang", "scope of a question" {
        /// Of each case.
        EachCase = "hver case", "each case";
        /// Across all cases.
        AcrossCases = "på tværs", "across cases";
    }
}

record! {
    /// A step of the scale of answers.
    pub struct ScaleStep: "trin på skalaen", "step of the scale", id "scaleStep", says label {
        optional {
            /// What people call it.
            pub label: Option<Text> = "betegnelse", "label";
        }
    }
}

record! {
    /// A member of the panel, by role: no names.
    pub struct PanelMember: "paneldeltager", "panel member", id "panelMember", says role or department {
        optional {
            /// The role, such as member of staff, leader or specialist.
            pub role: Option<Text> = "rolle", "role";
            /// The department; absent for somebody from outside.
            pub department: Option<Id<Department>> = "afdeling", "department";
        }
    }
}

record! {
    /// Somebody who leads the meeting of the panel.
    pub struct Facilitator: "facilitator", "facilitator", says role {
        optional {
            /// The role or the organisation.
            pub role: Option<Text> = "rolle", "role";
            /// Whether the facilitator is from outside the service.
            pub is_external: Option<bool> = "udefra", "from outside";
            /// Whether the facilitator took part in what is judged, as the trainer did in the source.
            pub took_part: Option<bool> = "medvirkede i indsatsen", "took part in the change";
        }
    }
}

record! {
    /// The answer of one member to one question, before the meeting.
    pub struct AuditAnswer: "individuel besvarelse", "individual answer" {
        mandatory {
            /// Which question.
            pub question: Id<AuditQuestion> = "spørgsmål", "question";
            /// Which member.
            pub member: Id<PanelMember> = "paneldeltager", "panel member";
        }
        optional {
            /// Which case; absent for a question across cases.
            pub case: Option<Id<AuditCase>> = "case", "case";
            /// The answer on the state before the change.
            pub before: Option<Id<ScaleStep>> = "før", "before";
            /// The answer on the state after it, or the only answer.
            pub after: Option<Id<ScaleStep>> = "efter", "after";
            /// When it was given.
            pub on: Option<PartialDate> = "besvaret", "answered on";
            /// The answer in words.
            pub text: Option<Text> = "tekst", "text";
        }
    }
}

record! {
    /// What the panel judged together on one question.
    pub struct AuditJudgement: "panelets vurdering", "judgement of the panel" {
        mandatory {
            /// Which question.
            pub question: Id<AuditQuestion> = "spørgsmål", "question";
        }
        optional {
            /// Which case; absent for a question across cases, and for a judgement of all cases together.
            pub case: Option<Id<AuditCase>> = "case", "case";
            /// The state before the change.
            pub before: Option<Id<ScaleStep>> = "før", "before";
            /// The state after it, or the only judgement.
            pub after: Option<Id<ScaleStep>> = "efter", "after";
            /// The judgement in words.
            pub text: Option<Text> = "tekst", "text";
        }
    }
}

impl AuditAnswer {
    /// Returns `false` for an answer that names its question and says nothing.
    pub(crate) fn says_something(&self) -> bool {
        self.before.is_some() || self.after.is_some() || is_stated(self.text.as_ref())
    }
}

impl AuditCase {
    /// The material of the source that this case lacks.
    pub fn missing_materials(&self) -> impl Iterator<Item = AuditMaterial> + '_ {
        AuditMaterial::ALL.iter().copied().filter(|one| !self.materials.contains(one))
    }
}

impl CaseAudit {
    /// Returns `true` if the panel has met by that day: on the day of the meeting itself, too.
    pub(crate) fn was_held(&self, as_of: NaiveDate) -> bool {
        !self.judgements.is_empty() || self.held_on.is_some_and(|on| on.first_day() <= as_of)
    }

    /// How many answers each member gives: one for each case and question about cases, and one for each question
    /// across them. Returns `None` if the scope of a question is not stated.
    ///
    /// Three cases with four questions, and two across them, are 14 (R-165).
    ///
    /// ```
    /// use kvalitetsmodel::audit::{AuditCase, AuditQuestion, CaseAudit, QuestionScope};
    /// use kvalitetsmodel::id::Id;
    ///
    /// let question = |n, scope| AuditQuestion { scope: Some(scope), ..AuditQuestion::new(Id::from_u128(n)) };
    /// let mut audit = CaseAudit::new(Id::from_u128(1));
    /// audit.cases = (2..5).map(|n| AuditCase::new(Id::from_u128(n))).collect();
    /// audit.questions = (5..9).map(|n| question(n, QuestionScope::EachCase)).collect();
    /// audit.questions.extend((9..11).map(|n| question(n, QuestionScope::AcrossCases)));
    /// assert_eq!(audit.answers_of_each_member(), Some(14));
    /// ```
    #[must_use]
    pub fn answers_of_each_member(&self) -> Option<usize> {
        let mut answers = 0_usize;
        for question in &self.questions {
            answers = answers.saturating_add(match question.scope? {
                QuestionScope::EachCase => self.cases.len(),
                QuestionScope::AcrossCases => 1,
            });
        }
        Some(answers)
    }
}
