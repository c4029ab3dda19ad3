//! What each phase of a cycle is to hold.

use crate::cycle::PdsaCycle;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, facts};
use crate::text::Bilingual;
use crate::{Lang, codes};

facts! {
    /// A plan predicts nothing.
    struct NoPrediction {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "planen siger ikke, hvad der forventes at ske",
        Lang::En => "the plan does not say what is expected to happen",
    })
}

pub(crate) static PREDICTION: Rule = Rule {
    code: codes::PDS001,
    severity: Severity::Warning,
    basis: Basis::PublicPractice,
    since: 1,
    requirements: &["R-123", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, prediction-based test of change"),
        SourceRef::new(SourceDocument::RKKP, "Tips om afprøvning af ændring"),
        SourceRef::new(SourceDocument::IHI, "Testing Changes"),
        SourceRef::new(SourceDocument::ERANTIS, "Forbedringssporet"),
    ],
    title: Bilingual::new(
        "en plan siger, hvad der forventes at ske",
        "a plan says what is expected to happen",
    ),
    why: Bilingual::new(
        "Uden en forudsigelse er der intet at holde resultatet op imod, og prøven kan ikke vise, at man tog fejl.",
        "Without a prediction there is nothing to hold the result against, and the test cannot show anyone wrong.",
    ),
    remedy: Bilingual::new(
        "Skriv forudsigelsen i planen, før der afprøves.",
        "Write the prediction into the plan before the test.",
    ),
    example: Bilingual::new(
        "En plan for en ny velkomstsamtale, der ikke siger, hvad den ventes at føre til.",
        "A plan for a new welcome talk that does not say what is expected to come of it.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn prediction(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    if cycle.plan.as_ref().is_some_and(|plan| !plan.has_prediction()) {
        cx.not_met(&at.key("plan"), NoPrediction {});
    }
}

facts! {
    /// A test was carried out, and nothing is recorded of it.
    struct NoData {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "der er afprøvet, men hverken iagttagelser eller data er noteret",
        Lang::En => "the test was carried out, but neither observations nor data are recorded",
    })
}

pub(crate) static DATA: Rule = Rule {
    code: codes::PDS002,
    severity: Severity::Warning,
    basis: Basis::PublicPractice,
    since: 1,
    requirements: &["R-123", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, use of data over time; documentation"),
        SourceRef::new(SourceDocument::RKKP, "PDSA-hjælpeskema"),
        SourceRef::new(SourceDocument::IHI, "Testing Changes"),
    ],
    title: Bilingual::new(
        "en afprøvning har iagttagelser eller data",
        "a test that was carried out has observations or data",
    ),
    why: Bilingual::new(
        "Uden dem er der intet at lære af, og ingen kan siden efterprøve beslutningen.",
        "Without them there is nothing to learn from, and nobody can later review the decision.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvad der skete, eller henvis til de målinger, der blev foretaget.",
        "Write down what happened, or refer to the measurements that were made.",
    ),
    example: Bilingual::new(
        "\"Afprøvet i uge 10\" – og intet mere.",
        "\"Tried out in week 10\" – and nothing more.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn data(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    if cycle.carried_out.as_ref().is_some_and(|done| !done.has_data()) {
        cx.not_met(&at.key("do"), NoData {});
    }
}

facts! {
    /// A study does not compare what happened with the prediction.
    struct NoComparison {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "det, der skete, er ikke sammenlignet med det, der var forventet",
        Lang::En => "what happened is not compared with what was expected",
    })
}

pub(crate) static COMPARISON: Rule = Rule {
    code: codes::PDS003,
    severity: Severity::Warning,
    basis: Basis::PublicPractice,
    since: 1,
    requirements: &["R-123", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::IHI, "Testing Changes"),
        SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, prediction-based test of change"),
        SourceRef::new(SourceDocument::RKKP, "PDSA-hjælpeskema"),
    ],
    title: Bilingual::new(
        "analysen sammenligner det, der skete, med forudsigelsen",
        "the study compares what happened with the prediction",
    ),
    why: Bilingual::new(
        "Det er i forskellen mellem forventet og set, at læringen ligger.",
        "What is learned lies in the difference between expected and seen.",
    ),
    remedy: Bilingual::new(
        "Skriv, om det gik som forudsagt, og hvor det ikke gjorde.",
        "Write whether it went as predicted, and where it did not.",
    ),
    example: Bilingual::new(
        "Planen forudsiger færre sygedage; analysen siger kun, at forløbet var godt.",
        "The plan predicts fewer days of sick leave; the study says only that it went well.",
    ),
    implies: &[],
    requires: &[codes::PDS001, codes::PDS005],
};

pub(crate) fn comparison(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(study) = &cycle.study else { return };
    let at = at.key("study");
    match &cycle.plan {
        None => cx.depends_on(&at, codes::PDS005),
        Some(plan) if !plan.has_prediction() => cx.depends_on(&at, codes::PDS001),
        Some(_) if !study.has_comparison() => cx.not_met(&at, NoComparison {}),
        Some(_) => {}
    }
}

facts! {
    /// A cycle is acted on, and no decision is stated.
    struct NoDecision {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "det fremgår ikke, om forandringen beholdes, tilpasses eller opgives",
        Lang::En => "it is not said whether the change is adopted, adapted or abandoned",
    })
}

pub(crate) static DECISION: Rule = Rule {
    code: codes::PDS004,
    severity: Severity::Warning,
    basis: Basis::PublicPractice,
    since: 1,
    requirements: &["R-123", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::RKKP, "Gennemfør afprøvninger i serier"),
        SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, iterative cycles"),
        SourceRef::new(SourceDocument::IHI, "Testing Changes"),
    ],
    title: Bilingual::new(
        "en cyklus ender med en beslutning: behold, tilpas eller opgiv",
        "a cycle ends in a decision: adopt, adapt or abandon",
    ),
    why: Bilingual::new(
        "Uden beslutning ved ingen, om den nye måde nu er måden.",
        "Without a decision nobody knows whether the new way is now the way.",
    ),
    remedy: Bilingual::new(
        "Skriv beslutningen og grunden til den.",
        "State the decision and the reason for it.",
    ),
    example: Bilingual::new(
        "\"Drøftet på personalemødet\" – uden at det fremgår, hvad der blev besluttet.",
        "\"Discussed at the staff meeting\" – and it is not said what was decided.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn decision(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    if cycle.act.as_ref().is_some_and(|act| act.decision.is_none()) {
        cx.not_met(&at.key("act"), NoDecision {});
    }
}
