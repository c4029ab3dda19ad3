//! A report in one sentence.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

use super::Finding;
use crate::Lang;
use crate::rule::Severity;
use crate::text::{Bilingual, count, counted, enumerated};

/// The number of findings of each sort.
///
/// A suppressed finding is counted as suppressed only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Summary {
    /// Error rules that are not met.
    pub errors: usize,
    /// Warning rules that are not met.
    pub warnings: usize,
    /// Information rules that are not met.
    pub information: usize,
    /// Findings of rules that cannot be assessed.
    pub not_assessable: usize,
    /// Findings that are suppressed.
    pub suppressed: usize,
    /// Rules that were not evaluated.
    pub not_evaluated: usize,
}

impl Summary {
    /// Counts findings, and the rules that were not evaluated.
    pub(super) fn of(findings: &[Finding], not_evaluated: usize) -> Self {
        let mut summary = Self { not_evaluated, ..Self::default() };
        for finding in findings {
            let counter = match (finding.suppressed(), finding.is_not_met(), finding.severity()) {
                (Some(_), _, _) => &mut summary.suppressed,
                (None, false, _) => &mut summary.not_assessable,
                (None, true, Severity::Error) => &mut summary.errors,
                (None, true, Severity::Warning) => &mut summary.warnings,
                (None, true, Severity::Information) => &mut summary.information,
            };
            *counter = counter.saturating_add(1);
        }
        summary
    }

    /// The numbers that are not zero, in words, without a full stop.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, Lang, check, agreement::DevelopmentAgreement, id::Id};
    ///
    /// let report = check(&DevelopmentAgreement::new(Id::from_u128(1)), &Context::new("2024-01-09".parse()?));
    /// let summary = report.summary();
    /// assert_eq!((summary.errors, summary.warnings), (0, 1));
    /// assert_eq!(summary.in_lang(Lang::Da).to_string(), "fundet: 1 advarsel");
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn in_lang(self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let mut words: Vec<_> = SORTS.iter().filter_map(|sort| sort.in_words(&self, lang)).collect();
            if let ([.., clause, _], Lang::Da) = (words.as_mut_slice(), lang)
                && self.not_assessable > 0
                && self.suppressed > 0
            {
                // A Danish clause ends with a comma if the sentence continues: "forhold, der ikke kan vurderes, og 1
                // accepteret".
                clause.push(',');
            }
            match (words.is_empty(), lang) {
                (true, Lang::Da) => f.write_str("ingen regel er brudt"),
                (true, Lang::En) => f.write_str("no rule is broken"),
                (false, Lang::Da) => write!(f, "fundet: {}", enumerated(&words, lang)),
                (false, Lang::En) => write!(f, "found: {}", enumerated(&words, lang)),
            }
        })
    }
}

struct Sort {
    number: fn(&Summary) -> usize,
    one: Bilingual,
    several: Bilingual,
}

impl Sort {
    fn in_words(&self, summary: &Summary, lang: Lang) -> Option<String> {
        let number = (self.number)(summary);
        let words = || counted(count(number), self.one.in_lang(lang), self.several.in_lang(lang)).to_string();
        (number > 0).then(words)
    }
}

const SORTS: [Sort; 5] = [
    Sort {
        number: |summary| summary.errors,
        one: Bilingual::new("fejl", "error"),
        several: Bilingual::new("fejl", "errors"),
    },
    Sort {
        number: |summary| summary.warnings,
        one: Bilingual::new("advarsel", "warning"),
        several: Bilingual::new("advarsler", "warnings"),
    },
    Sort {
        number: |summary| summary.information,
        one: Bilingual::new("oplysning", "piece of information"),
        several: Bilingual::new("oplysninger", "pieces of information"),
    },
    Sort {
        number: |summary| summary.not_assessable,
        one: Bilingual::new("forhold, der ikke kan vurderes", "matter that cannot be assessed"),
        several: Bilingual::new("forhold, der ikke kan vurderes", "matters that cannot be assessed"),
    },
    Sort {
        number: |summary| summary.suppressed,
        one: Bilingual::new("accepteret", "accepted"),
        several: Bilingual::new("accepterede", "accepted"),
    },
];
