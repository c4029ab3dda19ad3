//! On what a finding rests: the values that broke a rule, or the parts that are missing.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use super::Verdict;
use crate::Lang;
use crate::rule::{Fact, Facts};
use crate::text::{Bilingual, list_in_lang, missing_of};

/// On what a finding rests.
///
/// A document can be full of gaps, so what a finding needs most often costs no allocation: facts without a value, and
/// one missing part.
#[derive(Debug, Clone)]
pub(crate) enum Ground {
    /// The rule is not met, and there is no value to it.
    Bare(&'static dyn Facts),
    /// The rule is not met, because of these values.
    Facts(Arc<dyn Facts>),
    /// The rule cannot be assessed, because this part is not stated.
    Missing(Bilingual),
    /// The rule cannot be assessed, because these parts are not stated.
    SeveralMissing(Box<[Bilingual]>),
}

impl Ground {
    /// The rule is not met.
    pub(crate) fn not_met<F: Facts>(facts: F) -> Self {
        if size_of::<F>() == 0 {
            // A box of nothing is no allocation, so nothing is lost.
            Self::Bare(Box::leak(Box::new(facts)))
        } else {
            Self::Facts(Arc::new(facts))
        }
    }

    /// The rule cannot be assessed, because the parts are missing that are not stated.
    pub(crate) fn not_assessable(parts: &[(bool, Bilingual)]) -> Self {
        let mut missing = missing_of(parts.iter().copied());
        match (missing.next(), missing.next()) {
            (Some(part), None) => Self::Missing(part),
            (first, second) => {
                let all = first.into_iter().chain(second).chain(missing);
                let mut several = Vec::with_capacity(parts.iter().filter(|(stated, _)| !stated).count());
                several.extend(all);
                Self::SeveralMissing(several.into_boxed_slice())
            }
        }
    }

    pub(super) const fn verdict(&self) -> Verdict {
        match self {
            Self::Bare(_) | Self::Facts(_) => Verdict::NotMet,
            Self::Missing(_) | Self::SeveralMissing(_) => Verdict::NotAssessable,
        }
    }

    pub(super) fn missing(&self) -> &[Bilingual] {
        match self {
            Self::Bare(_) | Self::Facts(_) => &[],
            Self::Missing(part) => core::slice::from_ref(part),
            Self::SeveralMissing(parts) => parts,
        }
    }

    pub(super) fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Bare(facts) => facts.fields(),
            Self::Facts(facts) => facts.fields(),
            Self::Missing(_) | Self::SeveralMissing(_) => {
                alloc::vec![("missing", Fact::Terms(self.missing().to_vec()))]
            }
        }
    }

    /// The message in one language.
    pub(super) fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| match self {
            Self::Bare(facts) => facts.message(lang, f),
            Self::Facts(facts) => facts.message(lang, f),
            Self::Missing(_) | Self::SeveralMissing(_) => {
                f.write_str(match lang {
                    Lang::Da => "kan ikke vurderes; mangler: ",
                    Lang::En => "cannot be assessed; missing: ",
                })?;
                list_in_lang(self.missing(), lang, f)
            }
        })
    }
}
