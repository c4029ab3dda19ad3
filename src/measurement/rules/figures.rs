//! Counts that agree with each other.

use crate::measurement::{Measurement, Observed};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::text::Bilingual;
use crate::{Lang, codes};

facts! {
    /// The part is larger than the whole.
    struct PartTooLarge {
        /// How many of the whole.
        part / "part": u64,
        /// How many in all.
        whole / "whole": u64,
    }
    message |facts, lang, f| match lang {
        Lang::Da => write!(f, "tælleren er {}, men nævneren er kun {}", facts.part, facts.whole),
        Lang::En => write!(f, "the part is {}, but the whole is only {}", facts.part, facts.whole),
    }
}

pub(crate) static PART_IN_WHOLE: Rule = Rule {
    code: codes::MEA001,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-029", "R-030"],
    sources: &[SourceRef::agreement("1.8.5")],
    title: Bilingual::new("tælleren er højst så stor som nævneren", "the part is at most the whole"),
    why: Bilingual::new(
        "Målingen modsiger sig selv: en del kan ikke være større end det, den er en del af.",
        "The measurement contradicts itself: a part cannot be larger than what it is a part of.",
    ),
    remedy: Bilingual::new(
        "Ret tælleren eller nævneren; begge skal tælle det samme.",
        "Correct the part or the whole; both must count the same thing.",
    ),
    example: Bilingual::new("21 ud af 20 mål er SMARTE.", "21 of 20 goals are SMARTE."),
    implies: &[],
    requires: &[],
};

pub(crate) fn part_in_whole(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some(Observed::Share { part, whole }) = measurement.observed
        && part > whole
    {
        cx.not_met(&at.key("observed").key("share").key("part"), PartTooLarge { part, whole });
    }
}

facts! {
    /// More people answered than were asked.
    struct TooManyAnswers {
        /// How many answered.
        answered / "answered": u64,
        /// How many were asked.
        asked / "asked": u64,
    }
    message |facts, lang, f| match lang {
        Lang::Da => write!(f, "{} har svaret, men kun {} er spurgt", facts.answered, facts.asked),
        Lang::En => write!(f, "{} answered, but only {} were asked", facts.answered, facts.asked),
    }
}

pub(crate) static ANSWERED_OF_ASKED: Rule = Rule {
    code: codes::MEA002,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-031"],
    sources: &[SourceRef::agreement("1.5.3")],
    title: Bilingual::new("der er højst så mange svar som spurgte", "at most as many answered as were asked"),
    why: Bilingual::new(
        "Målingen modsiger sig selv, og svarprocenten siger intet.",
        "The measurement contradicts itself, and the response rate says nothing.",
    ),
    remedy: Bilingual::new(
        "Ret antallet af spurgte eller antallet af svar.",
        "Correct how many were asked, or how many answered.",
    ),
    example: Bilingual::new(
        "Fire nyansatte er spurgt, og fem har svaret.",
        "Four new staff were asked, and five answered.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn answered_of_asked(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let (Some(answered), Some(asked)) = (measurement.answered, measurement.asked)
        && answered > asked
    {
        cx.not_met(&at.key("answered"), TooManyAnswers { answered, asked });
    }
}

pub(crate) static WHOLE_NOT_ZERO: Rule = Rule {
    code: codes::MEA003,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-032"],
    sources: &[SourceRef::agreement("1.5.3")],
    title: Bilingual::new("en andel er en andel af noget", "a share is a share of something"),
    why: Bilingual::new(
        "Er nævneren nul, er et måltal hverken nået eller ikke nået; 0 af 0 er ikke 0 %.",
        "If the whole is zero, a target figure is neither met nor missed; 0 of 0 is not 0%.",
    ),
    remedy: Bilingual::new(
        "Lad målingen stå, hvis der ikke var noget at måle på; ellers ret nævneren.",
        "Leave the measurement as it is if there was nothing to count; otherwise correct the whole.",
    ),
    example: Bilingual::new(
        "Ingen nyansatte i løbet af året: 0 ud af 0 er styrket.",
        "No new staff during the year: 0 of 0 feel strengthened.",
    ),
    implies: &[],
    requires: &[codes::MEA001],
};

pub(crate) fn whole_not_zero(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(Observed::Share { part, whole: 0 }) = measurement.observed else { return };
    let at = at.key("observed");
    let at = at.key("share");
    let at = at.key("whole");
    if part > 0 {
        cx.depends_on(&at, codes::MEA001);
    } else {
        let anything =
            Bilingual::new("noget at måle på (nævneren er nul)", "anything to count (the whole is zero)");
        cx.all_stated(&at, [(false, anything)]);
    }
}
