//! Who agrees a target figure.

use serde::{Deserialize, Serialize};

use crate::id::BodyId;
use crate::text::Bilingual;

/// The forum that agrees a target figure (R-025).
///
/// The source knows three: the two parties of the agreement ("det aftales"), an improvement community,
/// and a network (*Drifts- og udviklingsaftale 2024*, sections 1.3.4, 1.8.5).
///
/// ```
/// use kvalitetsmodel::Forum;
///
/// let forum: Forum = serde_json::from_str(r#"{ "community": {} }"#)?;
/// assert_eq!(forum, Forum::Community { body: None });
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub enum Forum {
    /// The two parties of the agreement.
    Parties {},
    /// An improvement community (*forbedringsfællesskab*).
    Community {
        /// Which; absent where the text says only "the community".
        #[serde(skip_serializing_if = "Option::is_none")]
        body: Option<BodyId>,
    },
    /// A network (*netværk*).
    Network {
        /// Which.
        #[serde(skip_serializing_if = "Option::is_none")]
        body: Option<BodyId>,
    },
    /// A working group (*arbejdsgruppe*).
    WorkingGroup {
        /// Which.
        #[serde(skip_serializing_if = "Option::is_none")]
        body: Option<BodyId>,
    },
    /// A steering group (*styregruppe*).
    SteeringGroup {
        /// Which.
        #[serde(skip_serializing_if = "Option::is_none")]
        body: Option<BodyId>,
    },
}

impl Forum {
    /// The words for it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Parties {} => Bilingual::new("aftalens parter", "the parties of the agreement"),
            Self::Community { .. } => Bilingual::new("forbedringsfællesskabet", "the improvement community"),
            Self::Network { .. } => Bilingual::new("netværket", "the network"),
            Self::WorkingGroup { .. } => Bilingual::new("arbejdsgruppen", "the working group"),
            Self::SteeringGroup { .. } => Bilingual::new("styregruppen", "the steering group"),
        }
    }
}
