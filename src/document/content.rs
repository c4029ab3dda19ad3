//! What a document holds: one draft of one kind.

use serde::{Deserialize, Serialize};

use crate::agreement::DevelopmentAgreement;
use crate::check::{Draft, check, check_in_document};
use crate::improvement::{ImprovementCommunity, PdsaCycle};
use crate::measurement::Measurement;
use crate::model::StandardSet;
use crate::organisation::Operator;
use crate::report::{Context, Report};
use crate::series::MeasurementSeries;
use crate::target::TargetFigure;

macro_rules! contents {
    ($( $(#[$doc:meta])* $kind:ident($ty:ty) ),+ $(,)?) => {
        /// One draft, of the kind that its key names: `{ "agreement": { … } }`.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        #[non_exhaustive]
        pub enum Content {
            $( $(#[$doc])* $kind($ty) ),+
        }

        impl Content {
            /// Every kind that a document can hold, as the format says it.
            pub const KINDS: &'static [&'static str] = &[ $( <$ty as Draft>::KIND ),+ ];

            /// The kind of the draft, as the format says it.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self {
                    $( Self::$kind(_) => <$ty as Draft>::KIND ),+
                }
            }

            /// Checks the draft, whatever it is. The places of the findings are places in the draft.
            #[must_use]
            pub fn check(&self, context: &Context) -> Report {
                match self {
                    $( Self::$kind(draft) => check(draft, context) ),+
                }
            }

            /// The same, with places in the document around it.
            pub(super) fn check_in_document(&self, context: &Context) -> Report {
                match self {
                    $( Self::$kind(draft) => check_in_document(draft, context) ),+
                }
            }
        }

        $(
            impl From<$ty> for Content {
                fn from(draft: $ty) -> Self {
                    Self::$kind(draft)
                }
            }
        )+
    };
}

contents! {
    /// An operator and everything it runs.
    Organisation(Operator),
    /// A standard set of the quality model.
    StandardSet(StandardSet),
    /// A measurement.
    Measurement(Measurement),
    /// A target figure on its own.
    TargetFigure(TargetFigure),
    /// A PDSA cycle.
    Cycle(PdsaCycle),
    /// An improvement community.
    Community(ImprovementCommunity),
    /// A development agreement.
    Agreement(DevelopmentAgreement),
    /// A measurement series.
    Series(MeasurementSeries),
}
