//! What happened along the way.

use serde::{Deserialize, Serialize};

use crate::date::PartialDate;
use crate::id::{ActionId, CycleId};
use crate::text::Text;

/// Something that happened at a time, and may explain what is seen after it.
///
/// ```
/// use kvalitetsmodel::series::{Annotation, Occasion};
///
/// let test: Annotation = serde_json::from_str(
///     r#"{ "on": "2024-05", "occasion": { "cycle": { "id": "00000000-0000-4000-8000-000000000007" } },
///          "text": "Test af tjekliste på én afdeling" }"#,
/// )?;
/// assert!(matches!(test.occasion, Occasion::Cycle { .. }));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Annotation {
    /// When.
    pub on: PartialDate,
    /// What kind of thing.
    pub occasion: Occasion,
    /// What a reader is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
}

/// What an annotation tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub enum Occasion {
    /// A PDSA cycle (*prøvehandling*) was carried out.
    Cycle {
        /// Which one, where it is written down.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<CycleId>,
    },
    /// An action (*indsats*) began.
    Action {
        /// Which one, where it stands in an agreement.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<ActionId>,
    },
    /// From here on it is measured in another way: before and after cannot be compared as they are.
    NewWayOfMeasuring {},
    /// Anything else that a reader should know.
    Event {},
}
