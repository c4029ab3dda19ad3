//! Follow-ups (*opfølgninger*).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::date::{Period, When};
use crate::id::FollowUpId;
use crate::section::SectionNumber;
use crate::text::{Bilingual, Text};

/// A follow-up (*opfølgning*): when, in what form, and on what.
#[doc(alias = "opfølgning")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FollowUp {
    /// Which follow-up.
    pub id: FollowUpId,
    /// Where the document states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    /// When it takes place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// In what form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<FollowUpForm>,
    /// What is reported or looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Text>,
}

/// In what form a follow-up takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum FollowUpForm {
    /// A status is reported.
    Status,
    /// Quality monitoring (*kvalitetsovervågning*).
    #[doc(alias = "kvalitetsovervågning")]
    QualityMonitoring,
    /// A dialogue meeting (*dialogmøde*).
    #[doc(alias = "dialogmøde")]
    DialogueMeeting,
}

impl FollowUpForm {
    /// The words for it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Status => Bilingual::new("status", "status report"),
            Self::QualityMonitoring => Bilingual::new("kvalitetsovervågning", "quality monitoring"),
            Self::DialogueMeeting => Bilingual::new("dialogmøde", "dialogue meeting"),
        }
    }
}

impl FollowUp {
    /// A follow-up of which nothing is stated yet.
    #[must_use]
    pub const fn new(id: FollowUpId) -> Self {
        Self { id, section: None, when: None, form: None, on: None }
    }

    /// The last day on which it can take place, where one follows from the words.
    #[must_use]
    pub fn deadline(&self, within: Option<&Period>) -> Option<NaiveDate> {
        self.when.as_ref()?.deadline(within)
    }
}
