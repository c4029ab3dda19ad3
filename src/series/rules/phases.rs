//! The phases of a series.

use chrono::NaiveDate;

use crate::date::day_in_lang;
use crate::figure::Decimal;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, facts};
use crate::series::MeasurementSeries;
use crate::series::ordered::begins_again;
use crate::text::{Bilingual, is_stated};
use crate::{Lang, codes};

const FORMAT: &[SourceRef] = &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, phases")];

facts! {
    /// Another phase begins on the same day.
    struct BeginsAgain {
        /// The day.
        from / "from": NaiveDate,
    }
    message |facts, lang, f| {
        let from = day_in_lang(facts.from, lang);
        match lang {
            Lang::Da => write!(f, "en anden fase begynder også {from}"),
            Lang::En => write!(f, "another phase begins on {from} as well"),
        }
    }
}

facts! {
    /// Several phases begin with the series.
    struct BothFromTheBeginning {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "en anden fase begynder også med serien",
        Lang::En => "another phase begins with the series as well",
    })
}

pub(crate) static BEGIN_APART: Rule = Rule {
    code: codes::SER006,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
    sources: FORMAT,
    title: Bilingual::new("hver fase har sin egen første dag", "each phase has a first day of its own"),
    why: Bilingual::new(
        "Serien modsiger sig selv: ingen kan se, hvilken af de to faser en måling hører til.",
        "The series contradicts itself: nobody can see which of the two phases a measurement belongs to.",
    ),
    remedy: Bilingual::new(
        "Slet den ene fase, eller ret dens første dag.",
        "Delete one of the phases, or correct its first day.",
    ),
    example: Bilingual::new("To faser begynder 1. juli 2024.", "Two phases begin on 1 July 2024."),
    implies: &[],
    requires: &[],
};

pub(crate) fn begin_apart(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("phases");
    begins_again(&series.phases.iter().map(|phase| phase.from), |n, from| match from {
        Some(from) => cx.not_met(&list.index(n).key("from"), BeginsAgain { from }),
        None => cx.not_met(&list.index(n), BothFromTheBeginning {}),
    });
}

facts! {
    /// The baseline ends before the phase begins.
    struct BaselineBefore {
        /// The first day of the phase.
        from / "from": NaiveDate,
        /// The last day of the baseline.
        baseline_until / "baselineUntil": NaiveDate,
    }
    message |facts, lang, f| {
        let (from, until) = (day_in_lang(facts.from, lang), day_in_lang(facts.baseline_until, lang));
        match lang {
            Lang::Da => write!(f, "niveauet er fastlagt til og med {until}, før fasen begynder {from}"),
            Lang::En => write!(f, "the baseline ends on {until}, before the phase begins on {from}"),
        }
    }
}

pub(crate) static BASELINE_WITHIN: Rule = Rule {
    code: codes::SER007,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
    sources: FORMAT,
    title: Bilingual::new(
        "en fases frosne niveau ender ikke, før fasen begynder",
        "the baseline of a phase does not end before the phase begins",
    ),
    why: Bilingual::new(
        "Serien modsiger sig selv: fasens niveau skulle findes af målinger, som ikke hører til den.",
        "The series contradicts itself: the level would be found from measurements outside the phase.",
    ),
    remedy: Bilingual::new(
        "Ret den sidste dag for det frosne niveau eller fasens første dag.",
        "Correct the last day of the baseline, or the first day of the phase.",
    ),
    example: Bilingual::new(
        "Fasen begynder 1. juli 2024, og dens niveau er frosset 30. juni 2024.",
        "The phase begins on 1 July 2024, and its baseline ends on 30 June 2024.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn baseline_within(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("phases");
    for (n, phase) in series.phases.iter().enumerate() {
        if let (Some(from), Some(baseline_until)) = (phase.from, phase.baseline_until)
            && baseline_until < from
        {
            cx.not_met(&list.index(n).key("baselineUntil"), BaselineBefore { from, baseline_until });
        }
    }
}

facts! {
    /// The standard deviation is below zero.
    struct NegativeSigma {
        /// The standard deviation.
        sigma / "sigma": Decimal,
    }
    message |facts, lang, f| {
        let sigma = facts.sigma.in_lang(lang);
        match lang {
            Lang::Da => write!(f, "standardafvigelsen er {sigma}, altså under nul"),
            Lang::En => write!(f, "the standard deviation is {sigma}, which is below zero"),
        }
    }
}

pub(crate) static SIGMA_NOT_NEGATIVE: Rule = Rule {
    code: codes::SER008,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
    sources: FORMAT,
    title: Bilingual::new(
        "en kendt standardafvigelse er ikke negativ",
        "a known standard deviation is not negative",
    ),
    why: Bilingual::new(
        "En spredning under nul findes ikke, og grænserne ville bytte plads.",
        "There is no spread below zero, and the limits would change places.",
    ),
    remedy: Bilingual::new(
        "Ret standardafvigelsen, eller lad den regne ud af målingerne.",
        "Correct the standard deviation, or let it be found from the measurements.",
    ),
    example: Bilingual::new(
        "Standardafvigelsen er skrevet som -2.",
        "The standard deviation is written as -2.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn sigma_not_negative(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("phases");
    for (n, phase) in series.phases.iter().enumerate() {
        if let Some(sigma) = phase.sigma.filter(|sigma| sigma.is_negative()) {
            cx.not_met(&list.index(n).key("sigma"), NegativeSigma { sigma });
        }
    }
}

facts! {
    /// The level is set anew, and nobody says why.
    struct NoGrounds {
        /// The first day of the phase.
        from / "from": NaiveDate,
    }
    message |facts, lang, f| {
        let from = day_in_lang(facts.from, lang);
        match lang {
            Lang::Da => write!(f, "niveauet sættes på ny fra {from} uden begrundelse"),
            Lang::En => write!(f, "the level is set anew from {from} without grounds"),
        }
    }
}

pub(crate) static GROUNDS: Rule = Rule {
    code: codes::SER009,
    severity: Severity::Warning,
    basis: Basis::PublicPractice,
    since: 1,
    requirements: &[],
    sources: &[
        SourceRef::new(SourceDocument::RUN_CHARTS, "Seriediagrammer"),
        SourceRef::new(SourceDocument::RUN_CHARTS_HANDBOOK, "5.10"),
    ],
    title: Bilingual::new(
        "en ny fase siger, hvorfor niveauet sættes på ny",
        "a new phase says why the level is set anew",
    ),
    why: Bilingual::new(
        "Et nyt niveau er en beslutning; uden begrundelse kan det lige så vel skjule en forværring.",
        "A new level is a decision; without grounds it may just as well hide a deterioration.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvad der er ændret fra den dag, eller fjern fasen.",
        "State what was changed from that day on, or remove the phase.",
    ),
    example: Bilingual::new(
        "Serien deles 1. juli 2024, og intet siger, hvad der skete.",
        "The series is cut on 1 July 2024, and nothing says what happened.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn grounds(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("phases");
    for (n, phase) in series.phases.iter().enumerate() {
        if let Some(from) = phase.from
            && !is_stated(phase.grounds.as_ref())
        {
            cx.not_met(&list.index(n), NoGrounds { from });
        }
    }
}
