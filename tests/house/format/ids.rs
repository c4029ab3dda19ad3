//! The ids of the format: what defines one, what refers to it, and where that must lead to something.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use kvalitetsmodel::Draft;
use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::assessment::StateAssessment;
use kvalitetsmodel::audit::CaseAudit;
use kvalitetsmodel::bundle::Bundle;
use kvalitetsmodel::circle::CircleProject;
use kvalitetsmodel::community::ImprovementCommunity;
use kvalitetsmodel::cycle::PdsaCycle;
use kvalitetsmodel::document::Content;
use kvalitetsmodel::draft::{Field, Record, Shape};
use kvalitetsmodel::duty::DailyDuties;
use kvalitetsmodel::evaluation::Evaluation;
use kvalitetsmodel::goal::{Caseload, Citizen};
use kvalitetsmodel::measurement::Measurement;
use kvalitetsmodel::model::{StandardSet, Tailoring};
use kvalitetsmodel::organisation::Operator;
use kvalitetsmodel::plan::ImplementationPlan;
use kvalitetsmodel::project::ImprovementProject;
use kvalitetsmodel::series::MeasurementSeries;
use kvalitetsmodel::target_figure::TargetFigure;

use super::page::rule;
use super::tables::{self, Item};

/// What an id does in its field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Defines,
    /// Brings in a thing that has no record of its own in the document.
    Introduces,
    Refers,
}

pub(crate) fn role(field: &Field, record: &Record) -> Role {
    match field.shape {
        Shape::Id(id) if field.name == "id" && record.kind == Some(id.kind) => Role::Defines,
        _ if record.introduces == Some(field.name) => Role::Introduces,
        _ if record.name == "Envelope" && field.name == "id" => Role::Defines,
        _ => Role::Refers,
    }
}

/// References that a rule of the domain looks up: what is referred to, in which kind, and the rule.
const BY_RULE: &[(&str, &str, &str)] = &[
    ("theme", "standardSet", "MOD008"),
    ("aim", "community", "IMP006"),
    ("measure", "community", "IMP006"),
    ("cycle", "community", "IMP006"),
    ("measurement", "series", "SER011"),
    ("goal", "citizen", "GOL002"),
    ("subGoal", "citizen", "GOL002"),
    ("criterion", "caseload", "GOL013"),
];

/// The references that any kind looks up in the same way (`DOC002`), and those that a bundle looks up in its documents.
fn resolved() -> Vec<(&'static str, &'static [&'static str])> {
    fn of<T: Draft>() -> (&'static str, &'static [&'static str]) {
        (T::KIND, T::RESOLVES)
    }
    vec![
        of::<Operator>(),
        of::<StandardSet>(),
        of::<Tailoring>(),
        of::<Measurement>(),
        of::<TargetFigure>(),
        of::<PdsaCycle>(),
        of::<ImprovementCommunity>(),
        of::<DevelopmentAgreement>(),
        of::<StateAssessment>(),
        of::<Citizen>(),
        of::<Caseload>(),
        of::<CaseAudit>(),
        of::<ImprovementProject>(),
        of::<CircleProject>(),
        of::<Evaluation>(),
        of::<ImplementationPlan>(),
        of::<DailyDuties>(),
        of::<MeasurementSeries>(),
        of::<Bundle>(),
    ]
}

#[derive(Default)]
struct Places {
    defined: Vec<String>,
    referred: Vec<String>,
}

pub(crate) fn table(out: &mut String) {
    let mut all: BTreeMap<&str, (&str, Places)> = BTreeMap::new();
    each(&mut |name, of, field, role| {
        let mut shape = field.shape;
        while let Shape::List(items) = shape {
            shape = items;
        }
        let Shape::Id(id) = shape else { return };
        let (_, places) = all.entry(id.kind).or_insert_with(|| (id.label.en, Places::default()));
        let place = format!("[{of}](#{}) `{}`", name.to_ascii_lowercase(), field.name);
        if role == Role::Refers { places.referred.push(place) } else { places.defined.push(place) }
    });
    let _ = writeln!(out, "| Id of | Defined by | Referred to by | Must be found in |");
    let _ = writeln!(out, "| --- | --- | --- | --- |");
    for (kind, (label, places)) in &all {
        let by_kind = resolved().into_iter().filter(|(_, kinds)| kinds.contains(kind));
        let mut found: Vec<_> = by_kind
            .map(|(of, _)| format!("`{of}` ({})", rule(if of == Bundle::KIND { "BUN002" } else { "DOC002" })))
            .collect();
        let by_rule = BY_RULE.iter().filter(|(of, _, _)| of == kind);
        found.extend(by_rule.map(|(_, of, code)| format!("`{of}` ({})", rule(code))));
        let (defined, referred) = (places.defined.join(", "), places.referred.join(", "));
        let _ = writeln!(out, "| {label} | {defined} | {referred} | {} |", found.join(", "));
    }
}

/// Calls `each` with every field: the type whose section describes it, what the page calls the place, the field
/// and its role.
fn each(each: &mut impl FnMut(&str, &str, &Field, Role)) {
    let envelope = tables::envelope();
    for field in envelope.fields {
        each(envelope.name, "the document", field, role(field, envelope));
    }
    for item in tables::all() {
        match item {
            Item::Record(record) => {
                record
                    .fields
                    .iter()
                    .for_each(|field| each(record.name, record.name, field, role(field, record)));
            }
            Item::Choice(choice) => {
                for variant in choice.variants {
                    let Some(content) = variant.content else { continue };
                    let place = format!("{} `{}`", choice.name, variant.name);
                    content.fields.iter().for_each(|field| each(choice.name, &place, field, Role::Refers));
                }
            }
            Item::Words(_) => {}
        }
    }
}

#[test]
fn every_kind_is_asked_what_it_looks_up() {
    let asked: Vec<_> = resolved().into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(asked, Content::KINDS);
    assert!(BY_RULE.iter().all(|(_, kind, _)| Content::KINDS.contains(kind)));
}
