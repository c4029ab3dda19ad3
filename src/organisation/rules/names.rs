//! A unit can be told from its neighbours.

use crate::organisation::Operator;
use crate::report::{Checking, Path};
use crate::rule::{Basis, Rule, RuleCode, Severity, SourceDocument, SourceRef, facts};
use crate::text::{Bilingual, Lang, says_something};

facts! {
    /// A unit has no name.
    struct NoName {
        /// What the unit is.
        unit / "unit": Bilingual,
    }
    message |facts, lang, f| {
        let unit = facts.unit.in_lang(lang);
        match lang {
            Lang::Da => write!(f, "{unit} har intet navn"),
            Lang::En => write!(f, "{unit} has no name"),
        }
    }
}

pub(crate) static NAMED: Rule = Rule {
    code: RuleCode::literal("ORG001"),
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
    sources: &[
        SourceRef::agreement("1.5.3"),
        SourceRef::new(SourceDocument::SMARTE_2023, "Resultater, tabel 1–3"),
    ],
    title: Bilingual::new("en enhed har et navn", "a unit has a name"),
    why: Bilingual::new(
        "Tal opgøres for det enkelte tilbud og den enkelte afdeling; uden navn ved ingen, hvis tallene er.",
        "Figures are made up per service and per department; without a name nobody knows whose they are.",
    ),
    remedy: Bilingual::new("Giv enheden et navn.", "Give the unit a name."),
    example: Bilingual::new(
        "Et tilbud med tre afdelinger, hvoraf den ene kun har et id.",
        "A service with three departments, one of which has an id only.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn named(operator: &Operator, at: &Path<'_>, cx: &mut Checking<'_>) {
    operator.each_unit(at, &mut |node, at| {
        if !says_something(node.name()) {
            cx.not_met(&at.key("name"), NoName { unit: node.unit().label() });
        }
    });
}
