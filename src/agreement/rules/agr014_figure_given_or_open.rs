//! A figure is either given or to be agreed.

use crate::agreement::FocusArea;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::sorted::sorted;
use crate::target_figure::{TargetFigure, TargetState};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{in_march, open_target},
    crate::body::Forum,
    crate::draft::tape::Tape,
    crate::figure::{Decimal, Direction, Unit},
    crate::rule::trial::Breaks,
    crate::target_figure::{Population, TargetIndicator},
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR014,
    severity: Severity::Error,
    requirements: &["R-028"],
    sources: &[SourceRef::agreement("1.5.3")],
    title: Bilingual::new(
        "et måltal er enten oplyst eller aftales senere",
        "a figure is either given or to be agreed",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og begge parter kan påberåbe sig sin læsning.",
        "The document contradicts itself, and each party can claim its own reading.",
    ),
    remedy: Bilingual::new(
        "Behold tallet, eller lad det stå åbent; ikke begge dele.",
        "Keep the figure, or leave it open; not both.",
    ),
    example: Bilingual::new(
        "1.5.3: måltallet aftales i fællesskabet – og er 80 %.",
        "1.5.3: the figure will be agreed in the community – and is 80%.",
    ),
    ..Rule::DERIVED
};

message! {
    GivenAndOpen {}
    "måltallet er oplyst og skal samtidig aftales senere",
    "the figure is given and is at the same time to be agreed",
}

pub(super) fn check(area: &FocusArea, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_open = |one: &TargetFigure| one.state == Some(TargetState::ToBeAgreed);
    let is_given = |one: &TargetFigure| one.value.is_some();
    if !(area.targets.iter().any(is_open) && area.targets.iter().any(is_given)) {
        return;
    }
    let list = at.key("targets");
    let open_topics = area.targets.iter().filter(|one| is_open(one)).filter_map(TargetFigure::topic_said);
    sorted(
        |put| open_topics.clone().for_each(put),
        |open_topics| {
            let is_open_too = |topic: &str| open_topics.binary_search(&topic).is_ok();
            for (n, target) in area.targets.iter().enumerate().filter(|(_, one)| is_given(one)) {
                if is_open(target) || target.topic_said().is_some_and(is_open_too) {
                    cx.not_met(&list.item(n, target.id), GivenAndOpen {});
                }
            }
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FocusArea> = &[
    |area, tape| area.targets.push(given_target(TargetState::ToBeAgreed, tape)),
    |area, tape| {
        let topic = Some("  onboarding ".into());
        area.targets.push(given_target(TargetState::Agreed, tape));
        area.targets.push(TargetFigure { topic, ..open_target(Forum::Parties, tape) });
    },
];

/// A complete figure on onboarding.
#[cfg(feature = "proptest")]
fn given_target(state: TargetState, tape: &mut Tape<'_>) -> TargetFigure {
    TargetFigure {
        topic: Some("onboarding".into()),
        indicator: Some(TargetIndicator { id: tape.spare_id(7), statement: Some(tape.said()) }),
        direction: Some(Direction::AtLeast),
        value: Some(Decimal::from(80)),
        unit: Some(Unit::Percent),
        population: Some(Population { description: Some(tape.said()), ..Population::default() }),
        measured_at: in_march(),
        data_source: Some(tape.said()),
        agreed_by: Some(Forum::Parties),
        state: Some(state),
        ..TargetFigure::new(tape.spare_id(6))
    }
}

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
    // Other topics, and figures without a topic, are not known to be the same figure.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "id": "00000000-0000-4000-8000-000000000002", "topic": "onboarding", "value": "80" },
                { "id": "00000000-0000-4000-8000-000000000003", "topic": "Onboarding", "state": "toBeAgreed" },
                { "id": "00000000-0000-4000-8000-000000000004", "topic": "sygefravær", "state": "toBeAgreed" },
                { "id": "00000000-0000-4000-8000-000000000005", "topic": " ", "value": "80" },
                { "id": "00000000-0000-4000-8000-000000000006", "topic": " ", "state": "toBeAgreed" },
                { "id": "00000000-0000-4000-8000-000000000007", "value": "80" },
                { "id": "00000000-0000-4000-8000-000000000008", "state": "toBeAgreed" }
            ]
        }"#,
    ),
    // Found at every figure that is given, whatever is agreed.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "id": "00000000-0000-4000-8000-000000000002", "topic": "onboarding", "value": "80" },
                { "id": "00000000-0000-4000-8000-000000000003", "topic": " onboarding\n", "state": "toBeAgreed" },
                { "id": "00000000-0000-4000-8000-000000000004", "topic": "onboarding ", "value": "0", "state": "met" }
            ]
        }"#,
        &[
            not_met(
                "/targets/0",
                "måltallet er oplyst og skal samtidig aftales senere",
                "the figure is given and is at the same time to be agreed",
            ),
            not_met(
                "/targets/2",
                "måltallet er oplyst og skal samtidig aftales senere",
                "the figure is given and is at the same time to be agreed",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [{ "id": "00000000-0000-4000-8000-000000000002", "value": "80", "state": "toBeAgreed" }]
        }"#,
        &[not_met(
            "/targets/0",
            "måltallet er oplyst og skal samtidig aftales senere",
            "the figure is given and is at the same time to be agreed",
        )],
    ),
];
