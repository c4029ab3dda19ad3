//! Who makes the agreement.

use serde::{Deserialize, Serialize};

use crate::date::PartialDate;
use crate::text::{Bilingual, Text};

/// A party to an agreement. The person stays unnamed here: whether the document names one is enough.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Party {
    /// In what role.
    pub role: PartyRole,
    /// Does the document name a person?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named: Option<bool>,
    /// The date beside the signature.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_on: Option<PartialDate>,
}

/// In what role someone makes an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub enum PartyRole {
    /// The social director (*socialdirektør*), for the operator.
    #[doc(alias = "socialdirektør")]
    SocialDirector {},
    /// The head of the service (*forstander*).
    #[doc(alias = "forstander")]
    HeadOfService {},
    /// Someone else.
    Other {
        /// The title.
        title: Text,
    },
}

impl PartyRole {
    /// The word for it; another's title is not given away.
    #[must_use]
    pub const fn label(&self) -> Bilingual {
        match self {
            Self::SocialDirector {} => Bilingual::new("socialdirektøren", "the social director"),
            Self::HeadOfService {} => Bilingual::new("forstanderen", "the head of the service"),
            Self::Other { .. } => Bilingual::new("en anden part", "another party"),
        }
    }
}
