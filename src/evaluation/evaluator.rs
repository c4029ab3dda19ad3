//! Who evaluates.

use uuid::Uuid;

use super::Evaluation;
use crate::agreement::OperatorRef;
use crate::answers::any_of;
use crate::date::PartialDate;
use crate::sorted::sorted;
use crate::text::{Folded, Text, is_stated};

record! {
    /// Somebody who evaluates, learns to or observes: by role and organisation, without a name.
    ///
    /// # Source
    ///
    /// *Dansk kvalitetsmodel for de regionale botilbud på det sociale område*, "Uddannelse og træning": the corps of
    /// external evaluators is trained, and has leaders, professionals, users and relatives (R-093).
    #[doc(alias = "evalueringskorps")]
    #[doc(alias = "surveyor")]
    pub struct Evaluator: "evaluator", "evaluator" {
        optional {
            /// What they do.
            pub role: Option<EvaluatorRole> = "rolle", "role";
            /// In what capacity they know the field.
            pub background: Option<Background> = "baggrund", "background";
            /// The operator that they come from.
            pub operator: Option<OperatorRef> = "driftsherre", "operator";
            /// The organisation that they come from, if it is no operator, such as the secretariat of the model.
            pub organisation: Option<Text> = "anden organisation", "other organisation";
            /// When they completed the training for evaluators.
            pub trained_on: Option<PartialDate> = "uddannet", "trained on";
            /// Whether they are bound by confidentiality (*tavshedspligt*).
            pub confidential: Option<bool> = "tavshedspligt", "confidentiality";
        }
    }
}

words! {
    /// What somebody does in an evaluation.
    pub enum EvaluatorRole: "rolle i evalueringen", "role in an evaluation" {
        /// Rates; in an external evaluation called *surveyor*.
        Surveyor = "surveyor", "surveyor";
        /// Learns to evaluate (*føl*).
        Trainee = "føl", "trainee";
        /// Watches, and rates nothing.
        Observer = "observatør", "observer";
    }
}

words! {
    /// In what capacity an evaluator knows the field (R-093).
    pub enum Background: "baggrund", "background" {
        /// A leader of a social service.
        Leader = "leder", "leader";
        /// A professional.
        Professional = "fagperson", "professional";
        /// Somebody who uses a social service.
        User = "bruger", "user";
        /// A relative of somebody who does.
        Relative = "pårørende", "relative";
    }
}

impl Evaluation {
    /// Those in a role.
    pub fn in_role(&self, role: EvaluatorRole) -> impl Iterator<Item = &Evaluator> {
        self.evaluators.iter().filter(move |one| one.role == Some(role))
    }

    /// Whether any of those in a role comes from the operator of the service. Returns `None` if that is not known
    /// because the document does not say where all of them come from or who runs the service. If nobody has the role,
    /// nobody comes from there.
    ///
    /// ```
    /// use kvalitetsmodel::evaluation::{Evaluation, EvaluatorRole};
    ///
    /// let mut evaluation: Evaluation = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000001",
    ///         "kind": "external",
    ///         "service": {
    ///             "id": "00000000-0000-4000-8000-000000000002",
    ///             "operator": { "id": "00000000-0000-4000-8000-000000000003" }
    ///         },
    ///         "evaluators": [
    ///             { "role": "surveyor", "operator": { "id": "00000000-0000-4000-8000-000000000004" } },
    ///             { "role": "observer" }
    ///         ]
    ///     }"#,
    /// )?;
    /// assert_eq!(evaluation.any_from_own_operator(EvaluatorRole::Surveyor), Some(false));
    /// assert_eq!(evaluation.any_from_own_operator(EvaluatorRole::Observer), None);
    /// evaluation.evaluators[1].organisation = Some("Sekretariatet".into());
    /// assert_eq!(evaluation.any_from_own_operator(EvaluatorRole::Observer), Some(false));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn any_from_own_operator(&self, role: EvaluatorRole) -> Option<bool> {
        any_of(self.in_role(role).map(|one| self.is_own(one)))
    }

    /// Whether no two surveyors come from the same operator. Returns `None` if that is not known.
    ///
    /// Somebody from an organisation that is no operator comes from none.
    #[must_use]
    pub fn surveyors_from_different_operators(&self) -> Option<bool> {
        let surveyors = || self.in_role(EvaluatorRole::Surveyor);
        let operators = || surveyors().filter_map(|one| one.operator.as_ref());
        let ids = |put: &mut dyn FnMut(Uuid)| operators().for_each(|one| put(one.id.uuid()));
        let names = || operators().filter_map(|one| Folded::stated(one.name.as_ref()));
        if sorted(ids, |all| has_one_twice(all))
            || sorted(|put| names().for_each(put), |all| has_one_twice(all))
        {
            return Some(false);
        }
        surveyors().all(Evaluator::says_from_where).then_some(true)
    }

    /// Who runs the service.
    pub(super) fn operator(&self) -> Option<&OperatorRef> {
        self.service.as_ref()?.operator.as_ref()
    }

    /// Whether somebody comes from the operator of the service: by its id, or by the name of the operator or of the service
    /// itself.
    pub(super) fn is_own(&self, evaluator: &Evaluator) -> Option<bool> {
        match (&evaluator.operator, self.operator()) {
            (Some(from), Some(own)) => Some(from.is_same(own)),
            (Some(_), None) => None,
            (None, own) => {
                let from = Folded::stated(evaluator.organisation.as_ref())?;
                let service = self.service.as_ref().and_then(|service| service.name.as_ref());
                let mut names = service.into_iter().chain(own.and_then(|own| own.name.as_ref()));
                Some(names.any(|name| Folded::of(name) == from))
            }
        }
    }
}

impl Evaluator {
    /// Whether the document says where they come from.
    pub(super) fn says_from_where(&self) -> bool {
        self.operator.is_some() || is_stated(self.organisation.as_ref())
    }

    /// Returns `true` if both come from the same operator, or from none.
    pub(super) fn has_operator_of(&self, other: &Self) -> bool {
        match (&self.operator, &other.operator) {
            (Some(one), Some(other)) => one.is_same(other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

fn has_one_twice<T: PartialEq>(sorted: &[T]) -> bool {
    sorted.iter().zip(sorted.iter().skip(1)).any(|(one, next)| one == next)
}
