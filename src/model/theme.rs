//! Themes and their two areas.

use alloc::vec::Vec;

use super::{Name, Origin};
use crate::rule::Basis;
use crate::text::Text;

words! {
    /// One of the two areas (*områder*) of the quality model.
    ///
    /// The type of [`Theme::area`] ensures that a theme has exactly one (R-068).
    ///
    /// # Source
    ///
    /// *Dansk kvalitetsmodel for de regionale botilbud på det sociale område*, "Omfang og prioritering".
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, model::StandardArea};
    ///
    /// assert_eq!(StandardArea::ALL.len(), 2);
    /// assert_eq!(StandardArea::Organisational.label().in_lang(Lang::Da), "det organisatoriske område");
    /// ```
    #[doc(alias = "område")]
    pub enum StandardArea: "område", "area" {
        /// Applies to all social services (*organisatorisk*). Its standards have the numbers 2.x in later
        /// sets.
        #[doc(alias = "organisatorisk")]
        Organisational = "det organisatoriske område", "the organisational area";
        /// Applies to specialised residential services (*målgruppe- og ydelsesspecifik*). Its standards have
        /// the numbers 1.x in later sets.
        #[doc(alias = "målgruppe- og ydelsesspecifik")]
        #[doc(alias = "ydelsesspecifik")]
        ServiceSpecific = "det målgruppe- og ydelsesspecifikke område", "the service-specific area";
    }
}

record! {
    /// A theme (*tema*): what a standard is about.
    ///
    /// Each theme has one specific [`Standard`](super::Standard) (R-070).
    ///
    /// ```
    /// use kvalitetsmodel::model::{StandardArea, Theme};
    ///
    /// let theme: Theme = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000011",
    ///         "area": "organisational",
    ///         "name": { "da": "Ledelse", "en": "Management" },
    ///         "origin": "common"
    ///     }"#,
    /// )?;
    /// assert_eq!(theme.area, StandardArea::Organisational);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "tema")]
    #[doc(alias = "temaområde")]
    pub struct Theme: "tema", "theme", id "theme" {
        mandatory {
            /// The area of the theme.
            pub area: StandardArea = "område", "area";
            /// Whether it is one of the common themes or one that a region added with a standard of its own.
            pub origin: Origin = "oprindelse", "origin";
        }
        optional {
            /// The name.
            pub name: Option<Name> = "navn", "name";
            /// The activities that its standard and indicators can build on (*aktiviteter, der kan indgå*).
            pub activities: Vec<Activity> = "aktiviteter", "activities";
        }
    }
}

record! {
    /// An activity that can be part of the work on a theme (*aktivitet, der kan indgå*).
    ///
    /// The publication calls its list a sketch with examples ("en skitse, med en række eksempler").
    #[doc(alias = "aktivitet")]
    pub struct Activity: "aktivitet", "activity", says text {
        mandatory {
            /// The activity in words.
            pub text: Text = "aktivitet", "activity";
            /// Why it is listed under this theme: [`Basis::Stated`] if its own words name the theme,
            /// [`Basis::Derived`] if only its position in the list shows it.
            pub basis: Basis = "grundlag", "basis";
        }
    }
}
