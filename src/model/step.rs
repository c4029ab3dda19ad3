//! The four steps of a standard, and the documents that guide the first.

use alloc::vec::Vec;

use super::Standard;
use crate::date::PartialDate;
use crate::id::Id;
use crate::text::Text;

words! {
    /// One of the four steps (*trin*) that the work on every standard goes through.
    ///
    /// They are not the indicators of a standard: no source says that. How a step is rated is not known from any
    /// public source.
    ///
    /// # Source
    ///
    /// The reports of the external evaluations of 2012 to 2014 name the four in this order: procedures are described,
    /// they are implemented, the work is monitored continuously, and practice is adjusted. The names of steps 3 and
    /// 4 are from the titles of the model's guides (*Vejledninger til kvalitetsovervågning*, *Manual … trin 3 … trin
    /// 4*), those of steps 1 and 2 are derived from the order.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, model::QualityStep};
    ///
    /// let numbers: Vec<_> = QualityStep::ALL.iter().map(|step| step.number()).collect();
    /// assert_eq!(numbers, [1, 2, 3, 4]);
    /// assert_eq!(QualityStep::Monitoring.label().in_lang(Lang::Da), "kvalitetsovervågning");
    /// ```
    #[doc(alias = "trin")]
    pub enum QualityStep: "trin", "quality step" {
        /// Step 1: how to work is described (*retningsgivende dokumenter*).
        #[doc(alias = "retningsgivende dokumenter")]
        GuidingDocuments = "retningsgivende dokumenter", "guiding documents";
        /// Step 2: the descriptions are followed (*implementering*).
        #[doc(alias = "implementering")]
        Implementation = "implementering", "implementation";
        /// Step 3: the work is monitored (*kvalitetsovervågning*).
        #[doc(alias = "kvalitetsovervågning")]
        Monitoring = "kvalitetsovervågning", "quality monitoring";
        /// Step 4: practice is improved (*kvalitetsforbedring*).
        #[doc(alias = "kvalitetsforbedring")]
        Improvement = "kvalitetsforbedring", "quality improvement";
    }
}

impl QualityStep {
    /// The number of the step, 1 to 4.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::GuidingDocuments => 1,
            Self::Implementation => 2,
            Self::Monitoring => 3,
            Self::Improvement => 4,
        }
    }
}

words! {
    /// The layer that a guiding document belongs to, from the widest to the narrowest.
    ///
    /// # Source
    ///
    /// *Dansk kvalitetsmodel for de regionale botilbud på det sociale område*, "Ressourceforbrug": standards and
    /// indicators are common, guidelines (*vejledninger*) are a task of the regions (R-077). Local ones are mentioned
    /// in the guidelines of Region Nordjylland of 2018.
    pub enum GuidanceLayer: "niveau", "layer" {
        /// Common to all regions: the frame.
        National = "nationalt", "national";
        /// Common to the services of one region (*regional retningslinje*).
        #[doc(alias = "regional retningslinje")]
        Regional = "regionalt", "regional";
        /// Of one service, fitted to its citizens (*lokal retningslinje*).
        #[doc(alias = "lokal retningslinje")]
        Local = "lokalt", "local";
    }
}

record! {
    /// A guiding document (*retningsgivende dokument*, *retningslinje*, *vejledning*) for standards of the set.
    #[doc(alias = "retningsgivende dokument")]
    #[doc(alias = "retningslinje")]
    #[doc(alias = "vejledning")]
    pub struct GuidingDocument: "retningsgivende dokument", "guiding document", says title or standards {
        mandatory {
            /// The layer.
            pub layer: GuidanceLayer = "niveau", "layer";
        }
        optional {
            /// The title.
            pub title: Option<Text> = "titel", "title";
            /// The standards that it is about.
            pub standards: Vec<Id<Standard>> = "standarder", "standards";
            /// The steps that it guides, such as a manual for steps 3 and 4.
            pub steps: Vec<QualityStep> = "trin", "steps";
            /// Who issued it.
            pub issued_by: Option<Text> = "udstedt af", "issued by";
            /// When it was issued or last revised.
            pub issued_on: Option<PartialDate> = "dateret", "dated";
        }
    }
}
