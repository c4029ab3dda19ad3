//! A reference leads to something in the document, and to a thing of the kind that it says.

use super::{Ids, by_id, first_with};
use crate::codes;
use crate::draft::walk::Mention;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
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

message! {
    OfAnotherKind { to: Bilingual, is: Bilingual }
    "id'et hører i dokumentet til noget andet ({is}) end det, der henvises til her ({to})",
    "in the document the id belongs to something else ({is}) than what is referred to here ({to})",
}

// A measure and a measurement are the same word in Danish.
message! {
    OfAnotherKindOfThatName {}
    "id'et hører i dokumentet til noget af en anden slags end det, der henvises til her",
    "in the document the id belongs to a thing of a different kind from the one referred to here",
}

pub(super) static RULE: Rule = Rule {
    code: codes::DOC002,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "ids")],
    title: Bilingual::new(
        "en henvisning inden for dokumentet fører til noget, der findes i det, og som er af den slags, der henvises til",
        "a reference within the document leads to something that is in it and is of the kind referred to",
    ),
    why: Bilingual::new(
        "Fører henvisningen ingen steder hen eller til noget af en anden slags, er det uklart, hvem eller hvad der menes, og det, der afhænger af den, kan ikke vurderes.",
        "If a reference leads nowhere, or to a thing of another kind, it is unclear who or what is meant, and what depends on it cannot be assessed.",
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
    let defined = ids.defined(at);
    ids.each(at, &mut |mention, one, place| {
        if mention != Mention::Refers || defined.binary_search_by_key(&by_id(&one), by_id).is_ok() {
            return;
        }
        let to = one.label;
        if let Some(is) = first_with(one.subject.id, &defined) {
            let is = is.label;
            if is.da == to.da {
                cx.not_met(place, OfAnotherKindOfThatName {});
            } else {
                cx.not_met(place, OfAnotherKind { to, is });
            }
        } else if !ids.resolved.contains(&one.subject.kind) {
            // It may be in another document.
        } else if is_neuter(one.subject.kind) {
            cx.not_met(place, LeadsToNone { to });
        } else {
            cx.not_met(place, LeadsNowhere { to });
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
    use alloc::string::{String, ToString as _};
    use alloc::vec::Vec;
    use alloc::{format, vec};

    use super::is_neuter;
    use crate::document::Content;
    use crate::{Context, Draft, Lang, check};

    /// What the rules about ids find in a document.
    fn found<T: Draft>(json: &str) -> Vec<String> {
        let draft: T = serde_json::from_str(json).expect("a draft");
        let report = check(&draft, &Context::new("2024-01-15".parse().expect("a day")));
        let of_ids = report.findings().iter().filter(|one| one.code().prefix() == "DOC");
        of_ids
            .map(|one| {
                let (code, at) = (one.code(), one.at().to_string());
                format!("{code} {at}: {} / {}", one.message(Lang::Da), one.message(Lang::En))
            })
            .collect()
    }

    #[test]
    fn a_reference_is_to_a_thing_of_its_kind() {
        // A measure of an aim as its indicator, data that are a measure, and an indicator that may be anywhere.
        let found = found::<crate::community::ImprovementCommunity>(
            r#"{
                "id": "00000000-0000-4000-8000-000000000001",
                "measures": [
                    { "id": "00000000-0000-4000-8000-000000000003", "indicator": "00000000-0000-4000-8000-000000000002" },
                    { "id": "00000000-0000-4000-8000-000000000004", "indicator": "00000000-0000-4000-8000-000000000099" }
                ],
                "aims": [{ "id": "00000000-0000-4000-8000-000000000002" }],
                "cycles": [{
                    "id": "00000000-0000-4000-8000-000000000005",
                    "do": { "data": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000098"] }
                }]
            }"#,
        );
        let expected = vec![
            "DOC002 /measures/0/indicator: id'et hører i dokumentet til noget andet (mål) end det, der henvises til her (indikator) / in the document the id belongs to something else (aim) than what is referred to here (indicator)",
            "DOC002 /cycles/0/do/data/0: id'et hører i dokumentet til noget af en anden slags end det, der henvises til her / in the document the id belongs to a thing of a different kind from the one referred to here",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_reference_that_must_resolve_says_what_the_id_is_of() {
        let found = found::<crate::agreement::DevelopmentAgreement>(
            r#"{
                "id": "00000000-0000-4000-8000-000000000001",
                "followUps": [{
                    "id": "00000000-0000-4000-8000-000000000002",
                    "actions": ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000099"]
                }]
            }"#,
        );
        let expected = vec![
            "DOC002 /followUps/0/actions/0: id'et hører i dokumentet til noget andet (drifts- og udviklingsaftale) end det, der henvises til her (indsats) / in the document the id belongs to something else (development agreement) than what is referred to here (action)",
            "DOC002 /followUps/0/actions/1: der henvises til en indsats, som ikke findes i dokumentet / the action that is referred to is not in the document",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn one_id_is_referred_to_as_one_kind() {
        let community = |body: &str, service: &str| {
            format!(
                r#"{{
                    "id": "00000000-0000-4000-8000-000000000001", "body": "00000000-0000-4000-8000-0000000000{body}",
                    "cycles": [{{
                        "id": "00000000-0000-4000-8000-000000000002", "service": "00000000-0000-4000-8000-0000000000{service}"
                    }}]
                }}"#
            )
        };
        let of = |json: String| found::<crate::community::ImprovementCommunity>(&json);
        assert_eq!(of(community("10", "11")), Vec::<String>::new());
        let found = of(community("10", "10"));
        let expected = vec![
            "DOC001 /cycles/0/service: id'et er allerede brugt om noget andet i dokumentet (gruppe) / the id is already used for something else in the document (body)",
        ];
        assert_eq!(found, expected);
    }

    /// A new kind belongs in one of the two lists.
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
