//! What a cycle is tied to: aim, measures, change, and the cycles beside it.

use alloc::vec::Vec;

use crate::cycle::{ActDecision, CyclePhase, PdsaCycle};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, facts};
use crate::text::{Bilingual, is_stated, list_in_lang, missing_of};
use crate::{Lang, codes};

facts! {
    /// A cycle is begun, and one of the three questions is not answered.
    struct Unanswered {
        /// What is missing.
        missing / "missing": Vec<Bilingual>,
    }
    message |facts, lang, f| {
        f.write_str(match lang {
            Lang::Da => "cyklussen er begyndt; der mangler ",
            Lang::En => "the cycle is begun; missing: ",
        })?;
        list_in_lang(&facts.missing, lang, f)
    }
}

pub(crate) static THREE_QUESTIONS: Rule = Rule {
    code: codes::PDS007,
    severity: Severity::Warning,
    basis: Basis::PublicPractice,
    since: 1,
    requirements: &["R-180"],
    sources: &[
        SourceRef::new(SourceDocument::IHI, "Setting Aims; Establishing Measures; Selecting Changes"),
        SourceRef::new(SourceDocument::RKKP, "4. Forbedringsmodellen"),
        SourceRef::new(SourceDocument::ERANTIS, "Forbedringssporet"),
    ],
    title: Bilingual::new(
        "en cyklus, der er begyndt, har et mål, en måling og en forandring",
        "a cycle that is begun has an aim, a measure and a change",
    ),
    why: Bilingual::new(
        "Forbedringsmodellens tre spørgsmål besvares, før der afprøves; ellers ved ingen, hvad prøven er en prøve på.",
        "The three questions of the Model for Improvement are answered before testing; otherwise nobody knows what is tested.",
    ),
    remedy: Bilingual::new(
        "Henvis til målet og til en måling, og skriv, hvilken forandring der afprøves.",
        "Refer to the aim and to a measure, and say which change is tested.",
    ),
    example: Bilingual::new(
        "En prøvehandling om velkomstsamtaler, der ikke nævner, hvad den skal forbedre.",
        "A test of welcome talks that does not mention what it is to improve.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn three_questions(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    if cycle.phase() == CyclePhase::NotBegun {
        return;
    }
    let parts = [
        (cycle.aim.is_some(), Bilingual::new("mål", "aim")),
        (!cycle.measures.is_empty(), Bilingual::new("måling", "measure")),
        (is_stated(cycle.change.as_ref()), Bilingual::new("forandring", "change")),
    ];
    let missing: Vec<_> = missing_of(parts).collect();
    if !missing.is_empty() {
        cx.not_met(at, Unanswered { missing });
    }
}

facts! {
    /// A change is to be adapted, and no next cycle is named.
    struct NoNextCycle {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "forandringen skal tilpasses, men der er ikke nævnt en næste cyklus",
        Lang::En => "the change is to be adapted, but no next cycle is named",
    })
}

pub(crate) static NEXT_AFTER_ADAPT: Rule = Rule {
    code: codes::PDS008,
    severity: Severity::Information,
    basis: Basis::PublicPractice,
    since: 1,
    requirements: &["R-180"],
    sources: &[
        SourceRef::new(SourceDocument::RKKP, "Gennemfør afprøvninger i serier"),
        SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, iterative cycles"),
    ],
    title: Bilingual::new(
        "en forandring, der skal tilpasses, får en næste cyklus",
        "a change that is to be adapted has a next cycle",
    ),
    why: Bilingual::new(
        "En tilpasset forandring er ikke afprøvet endnu.",
        "An adapted change is not tested yet.",
    ),
    remedy: Bilingual::new(
        "Opret den næste cyklus, og henvis til den.",
        "Set up the next cycle, and refer to it.",
    ),
    example: Bilingual::new(
        "\"Tilpas: samtalen flyttes til dag to\" – og serien slutter.",
        "\"Adapt: move the talk to day two\" – and the series ends.",
    ),
    implies: &[],
    requires: &[codes::PDS004],
};

pub(crate) fn next_after_adapt(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(act) = cycle.act.as_ref().filter(|_| cycle.next.is_none()) else { return };
    let at = at.key("act");
    match act.decision {
        None => cx.depends_on(&at, codes::PDS004),
        Some(ActDecision::Adapt) => cx.not_met(&at, NoNextCycle {}),
        Some(ActDecision::Adopt | ActDecision::Abandon) => {}
    }
}

facts! {
    /// A cycle is said to come before or after itself.
    struct AfterItself {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "ifølge henvisningerne kommer cyklussen før eller efter sig selv",
        Lang::En => "by its links the cycle comes before or after itself",
    })
}

facts! {
    /// One cycle is said to come before and after.
    struct SameBothWays {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "den forrige og den næste cyklus er den samme",
        Lang::En => "the previous and the next cycle are the same",
    })
}

pub(crate) static NOT_ITS_OWN_NEIGHBOUR: Rule = Rule {
    code: codes::PDS009,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-180"],
    sources: &[SourceRef::new(SourceDocument::RKKP, "Gennemfør afprøvninger i serier")],
    title: Bilingual::new(
        "den forrige og den næste cyklus er to andre cyklusser",
        "the previous and the next cycle are two other cycles",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: i en serie kommer hver afprøvning kun én gang.",
        "The document contradicts itself: in a series each test comes once.",
    ),
    remedy: Bilingual::new("Ret den henvisning, der er forkert.", "Correct the link that is wrong."),
    example: Bilingual::new(
        "En cyklus, der er kopieret fra den forrige og nævner sig selv som sin forrige.",
        "A cycle copied from the one before that names itself as its previous one.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn not_its_own_neighbour(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    let itself = Some(cycle.id);
    if cycle.previous == itself {
        cx.not_met(&at.key("previous"), AfterItself {});
    }
    if cycle.next == itself {
        cx.not_met(&at.key("next"), AfterItself {});
    } else if cycle.next.is_some() && cycle.next == cycle.previous {
        cx.not_met(&at.key("next"), SameBothWays {});
    }
}
