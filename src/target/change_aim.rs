//! What an action is to change, and by how much.

use serde::{Deserialize, Serialize};

use super::Baseline;
use crate::date::When;
use crate::figure::{Decimal, Unit};
use crate::text::Bilingual;

/// Which way something is to go.
///
/// Not every goal is growth: to maintain and to limit loss are goals of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ChangeKind {
    /// Up (*øge*).
    Increase,
    /// Down (*nedbringe*).
    Reduce,
    /// As it is (*fastholde*).
    Maintain,
    /// Not as far down as it would go by itself (*begrænse tab*).
    LimitLoss,
}

impl ChangeKind {
    /// The word for it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Increase => Bilingual::new("en øgning", "an increase"),
            Self::Reduce => Bilingual::new("en nedbringelse", "a reduction"),
            Self::Maintain => Bilingual::new("en fastholdelse", "maintaining"),
            Self::LimitLoss => Bilingual::new("en begrænsning af tab", "limiting a loss"),
        }
    }
}

/// What an action is to change: a direction, and as much of baseline, size and date as is stated.
///
/// ```
/// use kvalitetsmodel::target::{ChangeAim, ChangeKind};
///
/// // "nedbringe antallet af påbud", Drifts- og udviklingsaftale 2024, section 1.3.1
/// let fewer_orders: ChangeAim = serde_json::from_str(r#"{ "kind": "reduce" }"#)?;
/// assert_eq!(fewer_orders, ChangeAim::new(ChangeKind::Reduce));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeAim {
    /// Which way.
    pub kind: ChangeKind,
    /// Where things stand now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// By how much, in `unit`; the amount of the change, never negative. What is to be maintained has none, and
    /// of a loss it is the loss allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<Decimal>,
    /// The unit of the size.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<When>,
}

impl ChangeAim {
    /// A direction, and nothing more.
    #[must_use]
    pub const fn new(kind: ChangeKind) -> Self {
        Self { kind, baseline: None, size: None, unit: None, by: None }
    }
}
