//! What the caller decides about a list of sub-goals.

use alloc::string::String;
use alloc::vec::Vec;

use uuid::Uuid;

use super::field::SubGoalField;
use crate::goal::GoalStatus;
use crate::table::choice::DateOrder;
use crate::table::remedy::Remedy;

/// What a list of sub-goals does not say itself. The default decides nothing.
///
/// ```
/// use kvalitetsmodel::goal::GoalStatus;
/// use kvalitetsmodel::table::{DateOrder, StatusWord, SubGoalChoice, SubGoalField};
///
/// let choice = SubGoalChoice {
///     date_order: Some(DateOrder::DayFirst),
///     headings: vec![(SubGoalField::Citizen, "Sagsnr.".into())],
///     statuses: vec![StatusWord { word: "sat i bero".into(), status: GoalStatus::Open }],
/// };
/// assert_ne!(choice, SubGoalChoice::default());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SubGoalChoice {
    /// Whether the day or the month comes first in `1/2/2024`.
    pub date_order: Option<DateOrder>,
    /// The headings of fields whose headings are not known, or are known but mean something else. If a field has
    /// several, the last counts; an empty one says that no column is to be read as this field.
    pub headings: Vec<(SubGoalField, String)>,
    /// Words for statuses, in addition to the known ones or in place of them.
    pub statuses: Vec<StatusWord>,
}

/// A word for a status in the caller's record system.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "a word and what it means")]
pub struct StatusWord {
    /// The whole cell, whatever its case.
    pub word: String,
    /// What it means.
    pub status: GoalStatus,
}

impl SubGoalChoice {
    /// Carries out a remedy that a refusal names. Returns `None` if it is about measurements.
    ///
    /// ```
    /// use kvalitetsmodel::table::{SubGoalChoice, Table};
    /// use uuid::Uuid;
    ///
    /// let table = Table::read(b"Borger;Delm\xe5l;Slutdato\n17;G\xe5 tur;1/2/2024\n").expect("a table");
    /// let choice = SubGoalChoice::default();
    /// let refused = table.sub_goals(&choice, |_| Uuid::nil()).expect_err("February or January?");
    /// let [day_first, _] = refused.refusals[0].remedies() else { panic!("two readings") };
    /// assert!(table.sub_goals(&choice.with(day_first).expect("of sub-goals"), |_| Uuid::nil()).is_ok());
    /// ```
    #[must_use]
    pub fn with(mut self, remedy: &Remedy) -> Option<Self> {
        match remedy {
            Remedy::DateOrder { order } => self.date_order = Some(*order),
            Remedy::Heading { field, heading } => self.headings.push((*field, heading.clone())),
            Remedy::Better { .. }
            | Remedy::DecimalSign { .. }
            | Remedy::Period { .. }
            | Remedy::Date { .. }
            | Remedy::Value { .. }
            | Remedy::Ratio { .. }
            | Remedy::Form { .. }
            | Remedy::Only { .. }
            | Remedy::Except { .. } => return None,
        }
        Some(self)
    }
}

/// What [`Table::sub_goals`](crate::table::Table::sub_goals) requests an id for.
///
/// Each id is requested once. The texts are cells of the list without the white space around them; that of a citizen
/// can be a name or a civil registration number. An id must not be guessable from it: draw it at random and keep it, or
/// make it with a secret key. Different things need different ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the fields are what the sentence beside them names")]
pub enum IdFor<'a> {
    /// The caseload.
    Caseload,
    /// The service whose departments the list names.
    Service,
    /// A department.
    Department { text: &'a str },
    /// A citizen.
    Citizen { text: &'a str },
    /// A goal of a citizen.
    Goal { citizen: &'a str, text: &'a str },
    /// A sub-goal of a citizen. `nth` counts, from 0, the sub-goals of the citizen with the same text.
    SubGoal { citizen: &'a str, text: &'a str, nth: usize },
}

/// What makes the ids.
pub(super) type IdOf<'f> = &'f mut dyn FnMut(IdFor<'_>) -> Uuid;
