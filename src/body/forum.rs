//! The forum that agrees a target figure.

use crate::body::{Body, BodyKind};
use crate::id::Id;

choice! {
    /// The forum that agrees a target figure (R-025).
    ///
    /// The source names three: the two parties of the agreement ("det aftales"), an improvement community
    /// and a network (*Drifts- og udviklingsaftale 2024*, sections 1.3.4, 1.8.5).
    ///
    /// ```
    /// use kvalitetsmodel::body::Forum;
    ///
    /// let forum: Forum = serde_json::from_str(r#"{ "community": {} }"#)?;
    /// assert_eq!(forum, Forum::Community { body: None });
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, PartialOrd, Ord)]
    pub enum Forum: "forum, der aftaler måltallet", "forum that agrees the figure" {
        /// The two parties of the agreement.
        Parties = "aftalens parter", "the parties of the agreement";
        /// An improvement community (*forbedringsfællesskab*).
        Community = "forbedringsfællesskabet", "the improvement community" {
            /// Which one; absent if the text says only "the community".
            body: Option<Id<Body>> = "fællesskab", "community";
        }
        /// A network (*netværk*).
        Network = "netværket", "the network" {
            /// Which one.
            body: Option<Id<Body>> = "netværk", "network";
        }
        /// A working group (*arbejdsgruppe*).
        WorkingGroup = "arbejdsgruppen", "the working group" {
            /// Which one.
            body: Option<Id<Body>> = "arbejdsgruppe", "working group";
        }
        /// A steering group (*styregruppe*).
        SteeringGroup = "styregruppen", "the steering group" {
            /// Which one.
            body: Option<Id<Body>> = "styregruppe", "steering group";
        }
    }
}

impl Forum {
    /// The kind of the body and, if it is stated, which one; `None` for the parties.
    pub(crate) const fn kind_and_body(self) -> Option<(BodyKind, Option<Id<Body>>)> {
        match self {
            Self::Parties => None,
            Self::Community { body } => Some((BodyKind::Community, body)),
            Self::Network { body } => Some((BodyKind::Network, body)),
            Self::WorkingGroup { body } => Some((BodyKind::WorkingGroup, body)),
            Self::SteeringGroup { body } => Some((BodyKind::SteeringGroup, body)),
        }
    }
}
