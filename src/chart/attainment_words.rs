//! How a series compares with its target, in words.

use core::fmt;

use super::{Attainment, AttainmentStatus, Expectation, Unassessed};
use crate::Lang;
use crate::text::{Bilingual, list_in_lang};

impl Attainment {
    /// In words: what was measured, to follow *the target is* (or *the target* if it cannot be assessed), and what can
    /// be expected, as a sentence without a full stop.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let Self { status, met, of, in_a_row, same_target, was_met, suppressed, expectation } = self;
            let words = match status {
                AttainmentStatus::Sustained => Bilingual::new("nået og fastholdt", "reached and sustained"),
                AttainmentStatus::Reached if *suppressed > 0 => {
                    Bilingual::new("nået i den seneste måling", "reached in the latest measurement")
                }
                AttainmentStatus::Reached => Bilingual::new(
                    "nået i den seneste måling, endnu ikke fastholdt",
                    "reached in the latest measurement, not yet sustained",
                ),
                AttainmentStatus::NotYet if *was_met => {
                    Bilingual::new("ikke nået i den seneste måling", "not reached in the latest measurement")
                }
                AttainmentStatus::NotYet => Bilingual::new("endnu ikke nået", "not reached yet"),
                AttainmentStatus::NotAssessable { because } => {
                    let not = Bilingual::new("kan ikke vurderes: ", "cannot be assessed: ");
                    return write!(f, "{}{}", not.in_lang(lang), because.in_lang(lang));
                }
            };
            f.write_str(words.in_lang(lang))?;
            let meet = if *met == 1 { "meets" } else { "meet" };
            match (lang, same_target) {
                (Lang::Da, _) if *of == 1 && *suppressed == 0 => write!(f, "; der er kun én måling"),
                (Lang::En, _) if *of == 1 && *suppressed == 0 => write!(f, "; there is only one measurement"),
                (Lang::Da, true) => write!(f, "; {met} af de seneste {of} målinger når det"),
                (Lang::Da, false) => {
                    write!(f, "; {met} af de seneste {of} målinger nåede det mål, der gjaldt for dem")
                }
                (Lang::En, true) => write!(f, "; {met} of the latest {of} measurements {meet} it"),
                (Lang::En, false) => {
                    write!(f, "; {met} of the latest {of} measurements met the target of their time")
                }
            }?;
            match (lang, *suppressed) {
                (_, 0) => Ok(()),
                (Lang::Da, 1) => f.write_str(", og for 1 skjult kan det ikke siges"),
                (Lang::Da, many) => write!(f, ", og for {many} skjulte kan det ikke siges"),
                (Lang::En, many) => write!(f, ", and for {many} suppressed it cannot be said"),
            }?;
            match lang {
                _ if *in_a_row < 2 => Ok(()),
                Lang::Da => write!(f, ", {in_a_row} i træk til nu"),
                Lang::En => write!(f, ", {in_a_row} in a row by now"),
            }?;
            write!(f, ". {}", expectation.in_lang(lang))
        })
    }
}

impl Expectation {
    /// In words, as a sentence without a full stop.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let words = match self {
                Self::Always => Bilingual::new(
                    "Som det går nu, kan målet ventes nået hver gang",
                    "As things are, the target can be expected to be met every time",
                ),
                Self::Sometimes => Bilingual::new(
                    "Som det går nu, afgør tilfældet, om målet nås fra gang til gang",
                    "As things are, chance decides from time to time whether the target is met",
                ),
                Self::Never => Bilingual::new(
                    "Som det går nu, kan målet ikke ventes nået uden en ændring",
                    "As things are, the target cannot be expected to be met without a change",
                ),
                Self::NotAssessable { because } => {
                    let not = Bilingual::new(
                        "Hvad der kan ventes fremover, kan ikke siges: ",
                        "What can be expected from now on cannot be said: ",
                    );
                    return write!(f, "{}{}", not.in_lang(lang), because.in_lang(lang));
                }
            };
            f.write_str(words.in_lang(lang))
        })
    }
}

impl Unassessed {
    /// In words, as a clause.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        let words = match self {
            Self::NoTarget => Bilingual::new("der er intet mål", "there is no target"),
            Self::TargetBeginsLater => Bilingual::new(
                "det begynder først efter den seneste måling",
                "it begins only after the latest measurement",
            ),
            Self::NotInTime => Bilingual::new(
                "målingerne står side om side, og ingen af dem er den seneste",
                "the measurements are side by side, and none of them is the latest",
            ),
            Self::TargetLacks { .. } => Bilingual::new("måltallet mangler ", "the target figure lacks "),
            Self::OtherIndicator => Bilingual::new(
                "måltallet og serien har ikke samme indikator",
                "the target figure and the series do not have the same indicator",
            ),
            Self::OtherDirection => Bilingual::new(
                "måltallet og serien har hver sin retning",
                "the target figure and the series differ in direction",
            ),
            Self::UnitMismatch => Bilingual::new(
                "målingerne har en anden enhed end målet",
                "the measurements and the target differ in unit",
            ),
            Self::NoFigures => Bilingual::new("der er ingen målinger", "there are no measurements"),
            Self::Suppressed { figures: 1 } => Bilingual::new(
                "den seneste måling er skjult og kan ligge på begge sider af målet",
                "the latest measurement is suppressed and can be on either side of the target",
            ),
            Self::Suppressed { .. } => Bilingual::new("de seneste ", "the latest "),
            Self::NoLimits => {
                Bilingual::new("diagrammet har ingen kontrolgrænser", "the chart has no control limits")
            }
            Self::TooFew { .. } => {
                Bilingual::new("for få målinger i den seneste fase", "too few figures in the latest phase")
            }
            Self::NoLevel => Bilingual::new(
                "diagrammet viser, hvor meget målingerne varierer, og ikke niveauet",
                "the chart shows how much the measurements vary, and not their level",
            ),
            Self::NotStable => Bilingual::new(
                "processen er ikke stabil i den seneste fase",
                "the process is not stable in the latest phase",
            ),
        };
        fmt::from_fn(move |f| {
            f.write_str(words.in_lang(lang))?;
            match self {
                Self::TargetLacks { parts } => list_in_lang(parts, lang, f),
                Self::Suppressed { figures: 1 } => Ok(()),
                Self::Suppressed { figures } => {
                    let words = Bilingual::new(
                        "målinger er skjult og kan ligge på begge sider af målet",
                        "measurements are suppressed and can be on either side of the target",
                    );
                    write!(f, "{figures} {}", words.in_lang(lang))
                }
                Self::TooFew { figures, needed } => {
                    let of = Bilingual::new("af", "of").in_lang(lang);
                    write!(f, " ({figures} {of} {needed})")
                }
                _ => Ok(()),
            }
        })
    }
}
