//! One service, one year, two parties.

use alloc::vec::Vec;

use crate::agreement::{DevelopmentAgreement, PartyRole};
use crate::date::day_in_lang;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::text::{Bilingual, list_in_lang};
use crate::{Lang, codes};
use chrono::NaiveDate;

facts! {
    /// Parts of the frame of the agreement are missing, or there are too many.
    struct FrameUnfit {
        /// What is missing.
        missing / "missing": Vec<Bilingual>,
        /// What there is too much of.
        surplus / "surplus": Vec<Bilingual>,
    }
    message |facts, lang, f| {
        let lists = [
            (&facts.missing, Bilingual::new("mangler", "missing")),
            (&facts.surplus, Bilingual::new("for meget", "too much")),
        ];
        f.write_str(match lang {
            Lang::Da => "aftalens ramme holder ikke",
            Lang::En => "the frame of the agreement does not hold",
        })?;
        for (list, what) in lists.into_iter().filter(|(list, _)| !list.is_empty()) {
            write!(f, "; {}: ", what.in_lang(lang))?;
            list_in_lang(list, lang, f)?;
        }
        Ok(())
    }
}

pub(crate) static FRAME: Rule = Rule {
    code: codes::AGR001,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-001"],
    sources: &[SourceRef::agreement("titelblad, underskrifter")],
    title: Bilingual::new(
        "en aftale gælder ét tilbud og ét år og har to parter",
        "an agreement concerns one service and one year and has two parties",
    ),
    why: Bilingual::new(
        "Uden tilbud, år og begge parter kan ingen sige, hvem der har lovet hvad hvornår.",
        "Without service, year and both parties nobody can say who promised what when.",
    ),
    remedy: Bilingual::new(
        "Tilføj tilbuddet, året og de to parter: socialdirektøren og forstanderen, hver én gang.",
        "Add the service, the year and the two parties: the social director and the head of the service, once each.",
    ),
    example: Bilingual::new(
        "En aftale, der kun nævner socialdirektøren.",
        "An agreement that names the social director alone.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn frame(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let count = |is: fn(&PartyRole) -> bool| agreement.parties.iter().filter(|party| is(&party.role)).count();
    let directors = count(|role| matches!(role, PartyRole::SocialDirector));
    let heads = count(|role| matches!(role, PartyRole::HeadOfService));
    let others = count(|role| matches!(role, PartyRole::Other { .. }));
    let director = Bilingual::new("socialdirektøren som part", "the social director as a party");
    let head = Bilingual::new("forstanderen som part", "the head of the service as a party");
    let missing = [
        (agreement.service.is_none(), Bilingual::new("tilbuddet", "the service")),
        (agreement.running_period().is_none(), Bilingual::new("året", "the year")),
        (directors == 0, director),
        (heads == 0, head),
    ];
    let surplus = [
        (directors > 1, director),
        (heads > 1, head),
        (others > 0, Bilingual::new("en part ud over de to", "a party besides the two")),
    ];
    let chosen = |parts: &[(bool, Bilingual)]| -> Vec<_> {
        parts.iter().filter(|(unfit, _)| *unfit).map(|(_, part)| *part).collect()
    };
    if missing.iter().chain(&surplus).any(|(unfit, _)| *unfit) {
        cx.not_met(at, FrameUnfit { missing: chosen(&missing), surplus: chosen(&surplus) });
    }
}

facts! {
    /// The period does not belong to the year, or ends before it starts.
    struct PeriodUnfit {
        /// The first day of the period.
        start / "start": NaiveDate,
        /// The last day of the period.
        end / "end": NaiveDate,
    }
    message |facts, lang, f| {
        let (start, end) = (day_in_lang(facts.start, lang), day_in_lang(facts.end, lang));
        match (lang, facts.start > facts.end) {
            (Lang::Da, true) => write!(f, "perioden slutter {end}, før den begynder {start}"),
            (Lang::En, true) => write!(f, "the period ends on {end}, before it starts on {start}"),
            (Lang::Da, false) => write!(f, "perioden {start} til {end} ligger uden for aftalens år"),
            (Lang::En, false) => write!(f, "the period from {start} to {end} lies outside the year of the agreement"),
        }
    }
}

pub(crate) static PERIOD: Rule = Rule {
    code: codes::AGR015,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-001"],
    sources: &[SourceRef::agreement("titelblad")],
    title: Bilingual::new(
        "aftalens periode begynder, før den slutter, og rummer det år, aftalen er opkaldt efter",
        "the period starts before it ends, and holds the year that the agreement is named after",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og ingen frist kan regnes ud.",
        "The document contradicts itself, and no deadline can be worked out.",
    ),
    remedy: Bilingual::new("Ret perioden eller året.", "Correct the period or the year."),
    example: Bilingual::new(
        "Aftale 2024 med perioden 1. januar til 31. december 2023.",
        "Agreement 2024 with the period from 1 January to 31 December 2023.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn period(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some(period) = agreement.period
        && !(period.is_ordered() && agreement.period_fits_year())
    {
        cx.not_met(&at.key("period"), PeriodUnfit { start: period.start, end: period.end });
    }
}
