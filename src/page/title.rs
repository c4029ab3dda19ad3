//! The title of a page.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;

use super::named::quoted_up_to;
use super::sheet::shown;
use crate::Lang;
use crate::agreement::DevelopmentAgreement;
use crate::audit::CaseAudit;
use crate::circle::CircleProject;
use crate::community::ImprovementCommunity;
use crate::document::{Content, Document};
use crate::evaluation::Evaluation;
use crate::id::Identified as _;
use crate::model::Name;
use crate::plan::ImplementationPlan;
use crate::project::ImprovementProject;
use crate::text::{Bilingual, Text};

pub(super) use crate::text::capital;

/// The title of a page: what the document calls itself, or the kind.
pub(super) fn title(content: &Content, lang: Lang) -> String {
    let kind = content.label().in_lang(lang);
    let said = |text: Option<&Text>| shown(text).map(String::from);
    let service =
        |one: &DevelopmentAgreement| one.service.as_ref().and_then(|service| said(service.name.as_ref()));
    let names = match content {
        Content::Agreement(one) => vec![said(one.title.as_ref()), service(one)],
        Content::Community(one) => vec![said(one.topic.as_ref())],
        Content::Cycle(one) => vec![said(one.change.as_ref())],
        Content::StateAssessment(one) => {
            let service = one.service.as_ref().and_then(|service| said(service.name.as_ref()));
            vec![said(one.title.as_ref()), service]
        }
        Content::Series(one) => vec![said(one.title.as_ref())],
        Content::TargetFigure(one) => vec![said(one.topic.as_ref())],
        Content::Organisation(one) => vec![said(one.name.as_ref())],
        Content::StandardSet(one) => vec![said(one.name.as_ref().and_then(|name| in_either(name, lang)))],
        Content::Tailoring(one) => vec![
            said(one.name.as_ref().and_then(|name| in_either(name, lang))),
            said(one.region_name.as_ref()),
        ],
        Content::Citizen(_) => vec![],
        Content::Audit(one) => return title_of_audit(one, lang),
        Content::CircleProject(one) => return title_of_circles(one, lang),
        Content::Evaluation(one) => return title_of_evaluation(one, lang),
        Content::Plan(one) => return title_of_plan(one, lang),
        Content::Project(one) => vec![said(one.title.as_ref())],
        Content::Duties(one) => vec![said(one.title.as_ref())],
        Content::Bundle(one) => vec![said(one.title.as_ref())],
        Content::Caseload(one) => vec![said(one.service.as_ref().and_then(|service| service.name.as_ref()))],
        Content::Measurement(one) => {
            vec![said(one.population.as_ref()), one.period.map(|period| period.in_lang(lang).to_string())]
        }
    };
    with_kind(kind, &together(&names.into_iter().flatten().collect::<Vec<_>>()))
}

/// The names with a comma between them, without those that an earlier one contains: "Aftale 2026 for Egebo, Egebo".
fn together<N: AsRef<str>>(names: &[N]) -> String {
    let mut said: Vec<&str> = Vec::new();
    for name in names.iter().map(AsRef::as_ref) {
        if !said.iter().any(|earlier| earlier.to_lowercase().contains(&name.to_lowercase())) {
            said.push(name);
        }
    }
    said.join(", ")
}

/// The name in the language, or else in the other one.
fn in_either(name: &Name, lang: Lang) -> Option<&Text> {
    name.in_lang(lang).or(name.da.as_ref()).or(name.en.as_ref())
}

/// A document of a bundle: its number, and what it calls itself.
pub(super) fn of_document(number: &str, document: &Document, lang: Lang) -> String {
    // The kind, a title and a service: what distinguishes two documents comes last.
    let title = quoted_up_to(120, &title(document.content(), lang), lang);
    format!("{} {number} {title}", Document::LABEL.in_lang(lang))
}

/// The title of a page about an audit: its topic, or the kind.
pub(super) fn title_of_audit(audit: &CaseAudit, lang: Lang) -> String {
    own_or_kind(audit.topic.as_ref(), CaseAudit::LABEL, lang)
}

/// The title of a page about a project with learning circles: its own, or the kind.
pub(super) fn title_of_circles(project: &CircleProject, lang: Lang) -> String {
    own_or_kind(project.title.as_ref(), CircleProject::LABEL, lang)
}

/// The title of a page about an evaluation: its own, or its kind and the service.
pub(super) fn title_of_evaluation(evaluation: &Evaluation, lang: Lang) -> String {
    let service = evaluation.service.as_ref().and_then(|service| service.name.as_ref());
    let names: Vec<&str> = [evaluation.title.as_ref(), service].into_iter().filter_map(shown).collect();
    with_kind(evaluation.kind.label().in_lang(lang), &together(&names))
}

/// The title of a page about an implementation plan: its own, or the kind.
pub(super) fn title_of_plan(plan: &ImplementationPlan, lang: Lang) -> String {
    own_or_kind(plan.title.as_ref(), ImplementationPlan::LABEL, lang)
}

fn own_or_kind(own: Option<&Text>, kind: Bilingual, lang: Lang) -> String {
    with_kind(kind.in_lang(lang), shown(own).unwrap_or_default())
}

/// Kinds of which a name tells the reader enough: "Samarbejdsaftale 2025" is an agreement.
const SAID_BY: [(Bilingual, &[Bilingual]); 6] = [
    (DevelopmentAgreement::LABEL, &[Bilingual::new("aftale", "agreement")]),
    (
        Evaluation::LABEL,
        &[Bilingual::new("evaluering", "evaluation"), Bilingual::new("overvågning", "monitoring")],
    ),
    (ImplementationPlan::LABEL, &[Bilingual::new("plan", "plan")]),
    (ImprovementProject::LABEL, &[Bilingual::new("projekt", "project")]),
    (CircleProject::LABEL, &[Bilingual::new("læringscirk", "learning circle")]),
    (ImprovementCommunity::LABEL, &[Bilingual::new("fællesskab", "community")]),
];

/// Whether the name says of what kind it is, in the language of the kind.
pub(super) fn says_kind(kind: &str, name: &str) -> bool {
    let (kind, name) = (kind.to_lowercase(), name.to_lowercase());
    name.starts_with(&kind)
        || [Lang::Da, Lang::En].into_iter().any(|lang| {
            let of_kind = SAID_BY.iter().find(|(label, _)| label.in_lang(lang) == kind);
            of_kind.is_some_and(|(_, words)| words.iter().any(|word| name.contains(word.in_lang(lang))))
        })
}

pub(super) fn with_kind(kind: &str, name: &str) -> String {
    if name.is_empty() {
        capital(kind)
    } else if says_kind(kind, name) {
        capital(name)
    } else {
        format!("{}: {name}", capital(kind))
    }
}
