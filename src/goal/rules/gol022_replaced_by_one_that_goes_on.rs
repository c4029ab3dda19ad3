//! A sub-goal is not replaced by one that was closed before.

use uuid::Uuid;

use crate::codes;
use crate::date::PartialDate;
use crate::goal::Citizen;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{of, sorted};
use crate::text::{Bilingual, ordinal};

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL022,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "citizen, subGoals, replacedBy; closedOn")],
    title: Bilingual::new(
        "et delmål erstattes ikke af et, der var afsluttet forinden",
        "a sub-goal is not replaced by one that was closed before",
    ),
    why: Bilingual::new(
        "Et delmål, der er afsluttet, kan ikke træde i stedet for et andet. Enten er henvisningen eller en af datoerne forkert, eller der arbejdes ikke længere på det, borgeren ville.",
        "A sub-goal that is closed cannot take the place of another one. Either the reference or one of the dates is wrong, or nobody works on what the citizen wanted any more.",
    ),
    remedy: Bilingual::new(
        "Henvis til det delmål, der arbejdes på nu, eller ret datoerne; er der ikke noget nyt delmål, så ret det gamles status til nået eller opgivet.",
        "Refer to the sub-goal that is worked on now, or correct the dates; if there is no new one, set the status of the old one to reached or given up.",
    ),
    example: Bilingual::new(
        "Et delmål fra efteråret blev 1. februar erstattet af et, der blev opgivet 8. januar.",
        "On 1 February a sub-goal of the autumn was replaced by one that was given up on 8 January.",
    ),
    ..Rule::DERIVED
};

message! {
    ClosedBefore { on: PartialDate, next: u64, next_on: PartialDate }
    "delmålet er afsluttet {on:i} og erstattet af delmål {next}, som var afsluttet forinden, {next_on}",
    "the sub-goal was closed {on:on|in} and replaced by sub-goal {next}, which had been closed before, {next_on}",
}

pub(super) fn check(citizen: &Citizen, at: &Path<'_>, cx: &mut Checker<'_>) {
    let all = &citizen.sub_goals;
    let closed = |put: &mut dyn FnMut((Uuid, usize))| {
        let closed = all.iter().enumerate().filter(|(_, one)| one.closed_on.is_some());
        closed.for_each(|(n, one)| put((one.id.uuid(), n)));
    };
    let list = at.key("subGoals");
    sorted(closed, |closed| {
        for (n, one) in all.iter().enumerate() {
            let (Some(on), Some(next)) = (one.closed_on, one.replaced_by) else { continue };
            let Some((_, position)) = of(closed, next.uuid()).first() else { continue };
            let Some(next_on) = all.get(*position).and_then(|next| next.closed_on) else { continue };
            if next_on.ends_before(on) {
                let facts = ClosedBefore { on, next: ordinal(*position), next_on };
                cx.not_met(&list.item(n, one.id).key("replacedBy"), facts);
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Citizen> = &[|citizen, tape| {
    let Some(mut next) = citizen.sub_goals.first().cloned() else { return };
    breaks::end_on(&mut next, None);
    (next.id, next.closed_on) = (tape.spare_id(2), PartialDate::of_month(2023, 11));
    let mut replaced = next.clone();
    breaks::close(&mut replaced, crate::goal::GoalStatus::Replaced);
    (replaced.id, replaced.closed_on) = (tape.spare_id(1), PartialDate::of_month(2023, 12));
    replaced.replaced_by = Some(next.id);
    citizen.sub_goals.extend([replaced, next]);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // On one day, in the month of the day, later, not closed yet, not here, or without a day of its own.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "subGoals": [
                { "id": "00000000-0000-4000-8000-000000000002", "closedOn": "2023-12-01", "replacedBy": "00000000-0000-4000-8000-000000000012" },
                { "id": "00000000-0000-4000-8000-000000000012", "closedOn": "2023-12-01" },
                { "id": "00000000-0000-4000-8000-000000000003", "closedOn": "2023-12-20", "replacedBy": "00000000-0000-4000-8000-000000000013" },
                { "id": "00000000-0000-4000-8000-000000000013", "closedOn": "2023-12" },
                { "id": "00000000-0000-4000-8000-000000000004", "closedOn": "2023-12-20", "replacedBy": "00000000-0000-4000-8000-000000000014" },
                { "id": "00000000-0000-4000-8000-000000000014", "setOn": "2024-03" },
                { "id": "00000000-0000-4000-8000-000000000005", "closedOn": "2023-12-20", "replacedBy": "00000000-0000-4000-8000-000000000099" },
                { "id": "00000000-0000-4000-8000-000000000006", "replacedBy": "00000000-0000-4000-8000-000000000012" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "subGoals": [
                { "id": "00000000-0000-4000-8000-000000000002", "closedOn": "2024-01-08" },
                { "id": "00000000-0000-4000-8000-000000000003", "closedOn": "2024-02", "replacedBy": "00000000-0000-4000-8000-000000000002" }
            ]
        }"#,
        &[not_met(
            "/subGoals/1/replacedBy",
            "delmålet er afsluttet i februar 2024 og erstattet af delmål 1, som var afsluttet forinden, 8. januar 2024",
            "the sub-goal was closed in February 2024 and replaced by sub-goal 1, which had been closed before, 8 January 2024",
        )],
    ),
];
