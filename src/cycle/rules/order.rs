//! The phases come in their order: none is left out, and the dates do not run backwards.

use alloc::vec::Vec;

use crate::cycle::{Act, CarriedOut, PdsaCycle, Plan, Study};
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, facts};
use crate::text::{Bilingual, list_in_lang};
use crate::{Lang, codes};

/// The four phases: their names in the exchange format, and the words for them.
const PHASES: [(&str, Bilingual); 4] = [
    ("plan", Bilingual::new("planlægningen (plan)", "plan")),
    ("do", Bilingual::new("afprøvningen (do)", "do")),
    ("study", Bilingual::new("analysen (study)", "study")),
    ("act", Bilingual::new("beslutningen (act)", "act")),
];

facts! {
    /// A later phase stands while an earlier one does not.
    struct PhaseLeftOut {
        /// The last phase that stands.
        phase / "phase": Bilingual,
        /// The phases before it that do not.
        missing / "missing": Vec<Bilingual>,
    }
    message |facts, lang, f| {
        let phase = facts.phase.in_lang(lang);
        match lang {
            Lang::Da => write!(f, "cyklussen har {phase}, men mangler ")?,
            Lang::En => write!(f, "the cycle has its {phase}, but lacks: ")?,
        }
        list_in_lang(&facts.missing, lang, f)
    }
}

pub(crate) static NO_GAP: Rule = Rule {
    code: codes::PDS005,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-123", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::SMARTE_2023, "Planlægning af sidemandsoplæringen, figur 3"),
        SourceRef::new(SourceDocument::ERANTIS, "Forbedringssporet"),
        SourceRef::new(SourceDocument::RKKP, "PDSA-hjælpeskema"),
    ],
    title: Bilingual::new(
        "en fase i en cyklus bygger på dem, der går forud",
        "a phase of a cycle stands on those before it",
    ),
    why: Bilingual::new(
        "En analyse uden en afprøvning kan ingen regne efter: enten er fasen sprunget over, eller også er den \
         ikke skrevet ned.",
        "Nobody can check a study of nothing carried out: the phase was either skipped or not written down.",
    ),
    remedy: Bilingual::new(
        "Tilføj den fase, der mangler, eller fjern den, der er kommet for tidligt.",
        "Add the phase that is missing, or remove the one that came too early.",
    ),
    example: Bilingual::new(
        "En cyklus med plan og analyse, men uden afprøvning.",
        "A cycle with a plan and a study, and nothing carried out.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn no_gap(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !cycle.has_gap() {
        return;
    }
    let phases = PHASES.into_iter().zip(cycle.stated_phases());
    if let Some(((key, phase), _)) = phases.clone().rfind(|(_, stands)| *stands) {
        let before = phases.take_while(|((name, _), _)| *name != key);
        let missing = before.filter(|(_, stands)| !stands).map(|((_, phase), _)| phase).collect();
        cx.not_met(&at.key(key), PhaseLeftOut { phase, missing });
    }
}

facts! {
    /// A phase is dated before an earlier one.
    struct Backwards {
        /// The later phase.
        phase / "phase": Bilingual,
        /// Its date.
        on / "on": PartialDate,
        /// The phase before it.
        before / "before": Bilingual,
        /// The date of that.
        before_on / "beforeOn": PartialDate,
    }
    message |facts, lang, f| {
        let (phase, before) = (facts.phase.in_lang(lang), facts.before.in_lang(lang));
        let (on, before_on) = (facts.on.in_lang(lang), facts.before_on.in_lang(lang));
        match lang {
            Lang::Da => write!(f, "{phase} er dateret {on}, men kommer efter {before}, der er dateret {before_on}"),
            Lang::En => write!(f, "{phase} is dated {on}, but comes after {before}, which is dated {before_on}"),
        }
    }
}

pub(crate) static DATES_FORWARD: Rule = Rule {
    code: codes::PDS006,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-123", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::SMARTE_2023, "Planlægning af sidemandsoplæringen, figur 3"),
        SourceRef::new(SourceDocument::RKKP, "PDSA-hjælpeskema"),
    ],
    title: Bilingual::new(
        "en fase i en cyklus er ikke dateret før dem, der går forud",
        "a phase of a cycle is not dated before those that precede it",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv; og en forudsigelse, der er skrevet bagefter, er ingen forudsigelse.",
        "The document contradicts itself; and a prediction written afterwards is no prediction.",
    ),
    remedy: Bilingual::new("Ret den dato, der er forkert.", "Correct the date that is wrong."),
    example: Bilingual::new(
        "Planen er fra 10. marts 2024, afprøvningen fra 4. marts 2024.",
        "The plan is of 10 March 2024, the test of 4 March 2024.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn dates_forward(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    let dates: [Option<PartialDate>; 4] = [
        cycle.plan.as_ref().and_then(|Plan { on, .. }| *on),
        cycle.carried_out.as_ref().and_then(|CarriedOut { on, .. }| *on),
        cycle.study.as_ref().and_then(|Study { on, .. }| *on),
        cycle.act.as_ref().and_then(|Act { on, .. }| *on),
    ];
    let mut latest: Option<(Bilingual, PartialDate)> = None;
    for ((key, phase), on) in PHASES.into_iter().zip(dates) {
        let Some(on) = on else { continue };
        if let Some((before, before_on)) = latest
            && on.last_day() < before_on.first_day()
        {
            cx.not_met(&at.key(key).key("on"), Backwards { phase, on, before, before_on });
        }
        if latest.is_none_or(|(_, before_on)| before_on.first_day() <= on.first_day()) {
            latest = Some((phase, on));
        }
    }
}
