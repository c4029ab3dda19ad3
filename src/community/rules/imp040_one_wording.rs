//! An indicator has one wording in a document.

use uuid::Uuid;

use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::each_repeated_key;
use crate::target_figure::TargetFigure;
use crate::text::{Bilingual, Folded};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added, crate::body::Membership, crate::community::MemberTarget, crate::rule::trial::Breaks,
    crate::target_figure::TargetIndicator,
};

pub(crate) static RULE: Rule = Rule {
    code: codes::IMP040,
    severity: Severity::Information,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "targetFigure, indicator")],
    title: Bilingual::new(
        "en indikator har én ordlyd i dokumentet",
        "an indicator has one wording in the document",
    ),
    why: Bilingual::new(
        "Måltal med samme indikator sammenlignes og lægges sammen. Er ordlyden en anden, kan det være noget andet, der tælles under samme id. Forskelle i store og små bogstaver og i mellemrum har ingen betydning.",
        "Target figures of one indicator are compared and added up. If the wording differs, something else may be counted under the same id. Differences in capitals and spaces do not matter.",
    ),
    remedy: Bilingual::new(
        "Brug samme ordlyd, eller giv den anden indikator sit eget id.",
        "Use one wording, or give the other indicator an id of its own.",
    ),
    example: Bilingual::new(
        "Det ene tilbuds måltal er for sygefraværet og det andets for arbejdsulykker, men begge nævner samme indikator.",
        "The figure of one service is about sick leave and that of another about accidents, but both name the same indicator.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherWording {}
    "indikatoren har en anden ordlyd end ved et tidligere måltal i dokumentet",
    "the indicator is worded differently from that of an earlier target figure of the document",
}

/// Where a figure is: the number of the list, and the position in the list.
type Place = (usize, usize);

/// Calls `found` with the place of each figure whose indicator is worded differently from the first time.
pub(crate) fn each_other_wording<'t>(
    figures: impl Iterator<Item = (Place, &'t TargetFigure)> + Clone,
    mut found: impl FnMut(Place),
) {
    let worded = figures.filter_map(|(place, figure)| -> Option<(Uuid, (Place, Option<Folded<'t>>))> {
        let indicator = figure.indicator.as_ref()?;
        let words = Folded::stated(indicator.statement.as_ref())?;
        Some((indicator.id.uuid(), (place, Some(words))))
    });
    each_repeated_key(&worded, |_, (_, first), (place, words)| {
        if words != first {
            found(place);
        }
    });
}

/// Reports it at the figure.
pub(crate) fn report(at: &Path<'_>, cx: &mut Checker<'_>) {
    cx.not_met(&at.key("indicator"), OtherWording {});
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("targets");
    let figures = community.targets.iter().enumerate().map(|(n, one)| ((0, n), &one.target));
    each_other_wording(figures, |(_, n)| {
        if let Some(one) = community.targets.get(n) {
            report(&list.item(n, one.target.id).key("target"), cx);
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    community.members.push(added::member(Membership::Member, Some(true), tape));
    community.members.push(added::member_of(tape.spare_id(7), Membership::Member, true));
    let one = added::target(tape);
    let mut other = TargetFigure { id: tape.spare_id(8), ..one.target.clone() };
    let statement = Some("arbejdsulykker".into());
    other.indicator = Some(TargetIndicator { id: tape.spare_id(3), statement });
    community.targets.extend([one, MemberTarget::new(tape.spare_id(7), other)]);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Capitals and blanks, no words, and another indicator.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021", "statement": "Sygefravær" } } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021", "statement": " sygefravær" } } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000021" } } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000014", "indicator": { "id": "00000000-0000-4000-8000-000000000022", "statement": "trivsel" } } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000015" } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021", "statement": "sygefravær" } } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021", "statement": "arbejdsulykker" } } }
            ]
        }"#,
        &[not_met(
            "/targets/1/target/indicator",
            "indikatoren har en anden ordlyd end ved et tidligere måltal i dokumentet",
            "the indicator is worded differently from that of an earlier target figure of the document",
        )],
    ),
];
