//! Figures on one topic in an area are all given, or all to be agreed.

use crate::agreement::FocusArea;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::target_figure::TargetFigure;
use crate::target_figure::rules::half_open::each_with_open;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{given_target, open_target},
    crate::body::Forum,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR014,
    requirements: &["R-028"],
    sources: &[SourceRef::agreement("1.5.3")],
    title: Bilingual::new(
        "måltal for samme emne er enten fastsat eller skal aftales, ikke begge dele",
        "figures on one topic are either given or yet to be agreed, not both",
    ),
    why: Bilingual::new(
        "Teksten kan læses på to måder, og parterne kan holde sig til hver sin læsning.",
        "The text can be read in two ways, and each party can hold to its own reading.",
    ),
    remedy: Bilingual::new(
        "Behold kun det ene af de to måltal, eller skriv ved hvert af dem, hvilken population det gælder, hvis det ikke er den samme.",
        "Keep only one of the two figures, or state the population of each if the populations differ.",
    ),
    example: Bilingual::new(
        "1.5.3: måltallet for onboarding aftales i fællesskabet, men derefter står der »80 %«.",
        "1.5.3: the figure for onboarding will be agreed in the community, but then the text says “80%”.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherIsOpen { open: u64 }
    "måltallet er fastsat, men områdets måltal {open} om samme emne skal først aftales",
    "the figure is given, but target figure {open} of the area, on the same topic, is yet to be agreed",
}

/// Reports at the figures that are given.
pub(super) fn check(area: &FocusArea, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("targets");
    each_with_open(
        &area.targets,
        |one| one,
        TargetFigure::topic_folded,
        |n, target, open| cx.not_met(&list.item(n, target.id), OtherIsOpen { open }),
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FocusArea> = &[|area, tape| {
    let topic = Some("  onboarding ".into());
    area.targets.push(given_target(tape));
    area.targets.push(TargetFigure { topic, ..open_target(Forum::Parties, tape) });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "id": "00000000-0000-4000-8000-000000000002", "topic": "onboarding", "value": "80" },
                { "id": "00000000-0000-4000-8000-000000000003", "topic": "onboarding", "state": "agreed" }
            ]
        }"#,
    ),
    // TAR007 finds a figure that is itself given and open, so it is not compared with the others.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "id": "00000000-0000-4000-8000-000000000002", "topic": "onboarding", "value": "80", "state": "toBeAgreed" },
                { "id": "00000000-0000-4000-8000-000000000003", "topic": "onboarding", "value": "80", "state": "agreed" },
                { "id": "00000000-0000-4000-8000-000000000004", "topic": "sygefravær", "value": "80", "state": "toBeAgreed" },
                { "id": "00000000-0000-4000-8000-000000000005", "topic": "sygefravær", "state": "toBeAgreed" }
            ]
        }"#,
    ),
    // Other topics, and figures without a topic, are not known to be the same figure.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "id": "00000000-0000-4000-8000-000000000002", "topic": "onboarding", "value": "80" },
                { "id": "00000000-0000-4000-8000-000000000003", "topic": "oplæring", "state": "toBeAgreed" },
                { "id": "00000000-0000-4000-8000-000000000004", "topic": "sygefravær", "state": "toBeAgreed" },
                { "id": "00000000-0000-4000-8000-000000000005", "topic": " ", "value": "80" },
                { "id": "00000000-0000-4000-8000-000000000006", "topic": " ", "state": "toBeAgreed" },
                { "id": "00000000-0000-4000-8000-000000000007", "value": "80" },
                { "id": "00000000-0000-4000-8000-000000000008", "state": "toBeAgreed" }
            ]
        }"#,
    ),
    // Two populations.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "topic": "sygefravær", "value": "7",
                    "population": { "description": "dagpersonale" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "topic": "sygefravær", "state": "toBeAgreed",
                    "population": { "description": "nattevagter" }
                }
            ]
        }"#,
    ),
    // The same population, and one that may be the same: the first open one is named.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "topic": "sygefravær", "value": "7",
                    "population": { "description": "dagpersonale" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "topic": "sygefravær", "value": "7",
                    "population": { "description": "Nattevagter " }
                },
                { "id": "00000000-0000-4000-8000-000000000004", "topic": "sygefravær", "value": "7" },
                {
                    "id": "00000000-0000-4000-8000-000000000005", "topic": "sygefravær", "state": "toBeAgreed",
                    "population": { "description": "nattevagter" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006", "topic": "sygefravær", "state": "toBeAgreed",
                    "population": { "description": " " }
                }
            ]
        }"#,
        &[
            not_met(
                "/targets/0",
                "måltallet er fastsat, men områdets måltal 5 om samme emne skal først aftales",
                "the figure is given, but target figure 5 of the area, on the same topic, is yet to be agreed",
            ),
            not_met(
                "/targets/1",
                "måltallet er fastsat, men områdets måltal 4 om samme emne skal først aftales",
                "the figure is given, but target figure 4 of the area, on the same topic, is yet to be agreed",
            ),
            not_met(
                "/targets/2",
                "måltallet er fastsat, men områdets måltal 4 om samme emne skal først aftales",
                "the figure is given, but target figure 4 of the area, on the same topic, is yet to be agreed",
            ),
        ],
    ),
    // Found at every figure that is given, whatever is agreed.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "id": "00000000-0000-4000-8000-000000000002", "topic": "onboarding", "value": "80" },
                { "id": "00000000-0000-4000-8000-000000000003", "topic": " Onboarding\n", "state": "toBeAgreed" },
                { "id": "00000000-0000-4000-8000-000000000004", "topic": "onboarding ", "value": "0", "state": "met" }
            ]
        }"#,
        &[
            not_met(
                "/targets/0",
                "måltallet er fastsat, men områdets måltal 2 om samme emne skal først aftales",
                "the figure is given, but target figure 2 of the area, on the same topic, is yet to be agreed",
            ),
            not_met(
                "/targets/2",
                "måltallet er fastsat, men områdets måltal 2 om samme emne skal først aftales",
                "the figure is given, but target figure 2 of the area, on the same topic, is yet to be agreed",
            ),
        ],
    ),
    // The first open one is named.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "id": "00000000-0000-4000-8000-000000000002", "topic": "onboarding", "state": "toBeAgreed" },
                { "id": "00000000-0000-4000-8000-000000000003", "topic": "onboarding", "value": "80", "state": "agreed" },
                { "id": "00000000-0000-4000-8000-000000000004", "topic": "onboarding", "state": "toBeAgreed" }
            ]
        }"#,
        &[not_met(
            "/targets/1",
            "måltallet er fastsat, men områdets måltal 1 om samme emne skal først aftales",
            "the figure is given, but target figure 1 of the area, on the same topic, is yet to be agreed",
        )],
    ),
];
