//! What happened along the way.

use crate::agreement::Action;
use crate::cycle::PdsaCycle;
use crate::date::PartialDate;
use crate::id::Id;
use crate::text::Text;

record! {
    /// Something that happened, and that may explain what the measurements show after it.
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
    pub struct Annotation: "note", "annotation" {
        mandatory {
            /// When.
            pub on: PartialDate = "tidspunkt", "date";
            /// What kind of thing happened.
            pub occasion: Occasion = "anledning", "occasion";
        }
        optional {
            /// What happened, in words.
            pub text: Option<Text> = "tekst", "text";
        }
    }
}

choice! {
    /// What kind of thing an annotation is about.
    #[non_exhaustive]
    #[derive(Copy, PartialOrd, Ord)]
    pub enum Occasion: "anledning", "occasion" {
        /// A PDSA cycle (*prøvehandling*) was carried out.
        Cycle = "prøvehandling (PDSA)", "PDSA cycle" {
            /// Which one, if it is documented.
            id: Option<Id<PdsaCycle>> = "PDSA-cirkel", "cycle";
        }
        /// An action (*indsats*) began.
        Action = "indsats", "action" {
            /// Which one, if it is part of an agreement.
            id: Option<Id<Action>> = "indsats", "action";
        }
        /// A new way of measuring began: the measurements before and after cannot be compared directly.
        NewWayOfMeasuring = "ny målemetode", "new way of measuring";
        /// Anything else that a reader should know.
        Event = "hændelse", "event";
    }
}
