//! Why a rule was not evaluated, in words.

use core::fmt;

use super::Because;
use crate::Lang;

impl Because {
    /// The reason in words. The reason of a profile is in the language of the profile.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, codes, report::Because};
    ///
    /// let because = Because::DependsOn { code: codes::AGR008, switched_off: false };
    /// assert_eq!(
    ///     because.in_lang(Lang::Da).to_string(),
    ///     "forudsætter AGR008, som ikke er opfyldt eller ikke kan vurderes her",
    /// );
    /// ```
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display + '_ {
        fmt::from_fn(move |f| match (self, lang) {
            (Self::SwitchedOff { reason }, Lang::Da) => write!(f, "slået fra: {reason}"),
            (Self::SwitchedOff { reason }, Lang::En) => write!(f, "switched off: {reason}"),
            (Self::DependsOn { code, switched_off: false }, Lang::Da) => {
                write!(f, "forudsætter {code}, som ikke er opfyldt eller ikke kan vurderes her")
            }
            (Self::DependsOn { code, switched_off: false }, Lang::En) => {
                write!(f, "presupposes {code}, which is not met or cannot be assessed here")
            }
            (Self::DependsOn { code, switched_off: true }, Lang::Da) => {
                write!(
                    f,
                    "forudsætter {code}, som er slået fra og ikke er opfyldt eller ikke kan vurderes her"
                )
            }
            (Self::DependsOn { code, switched_off: true }, Lang::En) => {
                write!(
                    f,
                    "presupposes {code}, which is switched off and is not met or cannot be assessed here"
                )
            }
            (Self::OtherKind {}, Lang::Da) => f.write_str("gælder en anden slags dokument"),
            (Self::OtherKind {}, Lang::En) => f.write_str("concerns another kind of document"),
            (Self::Unknown {}, Lang::Da) => f.write_str("ingen regel har denne kode"),
            (Self::Unknown {}, Lang::En) => f.write_str("no rule has this code"),
        })
    }
}
