//! What an action is to change, and by how much.

use super::Baseline;
use crate::date::When;
use crate::figure::{Decimal, Unit};

words! {
    /// Which way something is to go.
    ///
    /// Not every goal is growth: to maintain and to limit a loss are goals of their own.
    pub enum ChangeAimKind: "slags ændring", "kind of change" {
        /// Up (*øge*).
        Increase = "en øgning", "an increase";
        /// Down (*nedbringe*).
        Reduce = "en nedbringelse", "a reduction";
        /// As it is (*fastholde*).
        Maintain = "en fastholdelse", "maintaining";
        /// Less far down than it would go otherwise (*begrænse tab*).
        LimitLoss = "en begrænsning af tab", "limiting a loss";
    }
}

record! {
    /// What an action is to change: the kind of change, and as much of baseline, size and date as is stated.
    ///
    /// Rule `TAR004` finds what is missing.
    ///
    /// ```
    /// use kvalitetsmodel::target_figure::{ChangeAim, ChangeAimKind};
    ///
    /// // "nedbringe antallet af påbud", Drifts- og udviklingsaftale 2024, section 1.3.1
    /// let fewer_orders: ChangeAim = serde_json::from_str(r#"{ "kind": "reduce" }"#)?;
    /// assert_eq!(fewer_orders, ChangeAim::new(ChangeAimKind::Reduce));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct ChangeAim: "ændring", "change" {
        optional {
            /// Which way.
            pub kind: Option<ChangeAimKind> = "slags ændring", "kind of change";
            /// How things are now.
            pub baseline: Option<Baseline> = "udgangspunkt", "baseline";
            /// By how much, in `unit`: the amount of the change, never negative. For a loss it is the loss
            /// allowed; what is to be maintained has none.
            pub size: Option<Decimal> = "størrelse", "size";
            /// The unit of the size.
            pub unit: Option<Unit> = "enhed", "unit";
            /// By when.
            pub by: Option<When> = "dato", "date";
        }
    }
}

impl ChangeAim {
    /// An aim that says only which way.
    #[must_use]
    pub const fn new(kind: ChangeAimKind) -> Self {
        Self { kind: Some(kind), baseline: None, size: None, unit: None, by: None }
    }
}
