//! A reference leads to something in the document.

use alloc::vec::Vec;

use super::Ids;
use crate::codes;
use crate::draft::walk::Mention;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sort_by;
use crate::text::Bilingual;

message! {
    LeadsNowhere { to: Bilingual }
    "der henvises til en {to}, som ikke findes i dokumentet",
    "the {to} that is referred to is not in the document",
}

message! {
    LeadsToNone { to: Bilingual }
    "der henvises til et {to}, som ikke findes i dokumentet",
    "the {to} that is referred to is not in the document",
}

pub(super) static RULE: Rule = Rule {
    code: codes::DOC002,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "ids")],
    title: Bilingual::new(
        "en henvisning inden for dokumentet fører til noget, der findes i det",
        "a reference within the document leads to something that is in it",
    ),
    why: Bilingual::new(
        "Fører henvisningen ingen steder hen, er det uklart, hvem eller hvad der menes, og det, der afhænger af den, kan ikke vurderes.",
        "If a reference leads nowhere, it is unclear who or what is meant, and what depends on it cannot be assessed.",
    ),
    remedy: Bilingual::new(
        "Tilføj det, der henvises til, ret henvisningen, eller fjern den.",
        "Add what is referred to, correct the reference, or remove it.",
    ),
    example: Bilingual::new(
        "Et måltal skal aftales i et fællesskab, der ikke findes i dokumentet.",
        "A target figure is to be agreed in a community that is not in the document.",
    ),
    ..Rule::DERIVED
};

pub(super) fn check(ids: &Ids<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mut defined = Vec::new();
    ids.each(at, &mut |mention, one, _| {
        if mention != Mention::Refers {
            defined.push(one.subject);
        }
    });
    sort_by(&mut defined, Ord::cmp);
    ids.each(at, &mut |mention, one, place| {
        if mention == Mention::Refers && defined.binary_search(&one.subject).is_err() {
            let to = one.label;
            if is_neuter(one.subject.kind) {
                cx.not_met(place, LeadsToNone { to });
            } else {
                cx.not_met(place, LeadsNowhere { to });
            }
        }
    });
}

/// Whether the Danish label of a kind takes *et*.
fn is_neuter(kind: &str) -> bool {
    matches!(
        kind,
        "aim"
            | "auditQuestion"
            | "circleProject"
            | "community"
            | "coreElement"
            | "criterion"
            | "criterionSet"
            | "evaluationFinding"
            | "focusArea"
            | "goal"
            | "planArea"
            | "project"
            | "qualityProject"
            | "scaleStep"
            | "service"
            | "specialisedArea"
            | "standardSet"
            | "subGoal"
            | "targetFigure"
            | "theme"
    )
}

#[cfg(test)]
mod tests {
    use super::is_neuter;
    use crate::document::Content;

    /// A new kind is put into one of the two lists.
    #[test]
    fn each_kind_that_is_looked_up_has_its_article() {
        let is_common = |kind| {
            matches!(
                kind,
                "action"
                    | "auditCase"
                    | "body"
                    | "circle"
                    | "cycle"
                    | "department"
                    | "followUp"
                    | "indicator"
                    | "measure"
                    | "measurement"
                    | "operator"
                    | "panelMember"
                    | "planTask"
                    | "standard"
                    | "stateAssessment"
                    | "timetableRow"
            )
        };
        for kind in Content::RESOLVED.iter().copied().flatten() {
            assert_ne!(is_neuter(kind), is_common(*kind), "{kind}");
        }
    }
}
