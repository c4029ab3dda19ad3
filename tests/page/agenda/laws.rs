//! What holds for the agenda of any documents.

use kvalitetsmodel::agenda::{Agenda, AgendaItem, DutyKind, DutyState};
use kvalitetsmodel::agreement::{DevelopmentAgreement, ServiceRef};
use kvalitetsmodel::audit::CaseAudit;
use kvalitetsmodel::circle::CircleProject;
use kvalitetsmodel::community::ImprovementCommunity;
use kvalitetsmodel::cycle::PdsaCycle;
use kvalitetsmodel::date::DutyStatus;
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::duty::DailyDuties;
use kvalitetsmodel::evaluation::{Evaluation, EvaluationKind};
use kvalitetsmodel::goal::{Caseload, Citizen, GoalStatus};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::plan::ImplementationPlan;
use kvalitetsmodel::project::ImprovementProject;
use kvalitetsmodel::target_figure::{TargetFigure, TargetState};
use kvalitetsmodel::{Draft, Lang, chrono, strategy};
use proptest::prelude::*;

/// Days around those of the drafts.
fn any_day() -> impl Strategy<Value = chrono::NaiveDate> {
    (738_500..740_200).prop_map(|day| chrono::NaiveDate::from_num_days_from_ce_opt(day).expect("a day"))
}

/// A document: often one of a service that others are about, too, and with an action that others have.
fn any_content() -> impl Strategy<Value = Content> {
    let service = |n: u8| Some(ServiceRef::new(Id::from_u128(u128::from(n % 2))));
    let agreement = strategy::any::<DevelopmentAgreement>();
    let agreement = (agreement, any::<u8>(), 2022_u16..2028).prop_map(move |(mut one, n, year)| {
        (one.service, one.year, one.period) = (service(n), Some(year), one.period.filter(|_| n > 127));
        let actions = one.focus_areas.iter_mut().flat_map(|area| &mut area.actions);
        actions.take(1).for_each(|action| action.id = Id::from_u128(u128::from(n % 3)));
        Content::from(one)
    });
    let evaluation = (strategy::any::<Evaluation>(), any::<u8>()).prop_map(move |(mut one, n)| {
        (one.service, one.kind) = (service(n), EvaluationKind::SelfEvaluation);
        Content::from(one)
    });
    prop_oneof![strategy::any::<Content>(), agreement, evaluation]
}

fn any_documents() -> impl Strategy<Value = Vec<Document>> {
    let contents = proptest::collection::vec(any_content(), 0..8);
    contents.prop_map(|contents| {
        (1..).zip(contents).map(|(n, content)| Document::draft(Id::from_u128(n), content)).collect()
    })
}

fn agenda<'d>(documents: impl IntoIterator<Item = &'d Document>, day: chrono::NaiveDate) -> Agenda {
    let mut agenda = Agenda::new(day);
    documents.into_iter().for_each(|document| agenda.add(document));
    agenda
}

fn is_open(state: DutyState) -> bool {
    !matches!(state, DutyState::Overdue | DutyState::LeftOpen | DutyState::Done | DutyState::Lapsed)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn agendas_of_parts_make_the_agenda_of_all(
        documents in any_documents(),
        split in any::<u64>(),
        day in any_day(),
    ) {
        let whole = agenda(&documents, day);
        let is_left = |n: usize| split >> (n % 64) & 1 == 1;
        let part = |left| {
            let chosen = documents.iter().enumerate().filter(move |(n, _)| is_left(*n) == left);
            agenda(chosen.map(|(_, document)| document), day)
        };
        let (mut one, mut other) = (part(true), part(false));
        one.append(part(false)).expect("one day");
        other.append(part(true)).expect("one day");
        prop_assert_eq!(one.items().len(), whole.items().len());
        prop_assert_eq!(one.by_date(), whole.by_date());
        prop_assert_eq!(other.by_date(), whole.by_date());
    }

    #[test]
    fn documents_in_any_order_make_one_agenda(
        (documents, shuffled) in any_documents().prop_flat_map(|documents| {
            (Just(documents.clone()), Just(documents).prop_shuffle())
        }),
        day in any_day(),
    ) {
        let (one, other) = (agenda(&documents, day), agenda(&shuffled, day));
        prop_assert_eq!(one.by_date(), other.by_date());
        // An agenda for each document, put together from the last to the first.
        let mut parts = Agenda::new(day);
        for document in shuffled.iter().rev() {
            parts.append(agenda([document], day)).expect("one day");
        }
        prop_assert_eq!(parts.by_date(), one.by_date());
    }

    #[test]
    fn the_last_day_itself_is_not_overdue(documents in any_documents(), day in any_day()) {
        for item in agenda(&documents, day).items() {
            let Some(last_day) = item.days.map(|days| days.end) else { continue };
            let is_late = |day| {
                let items = agenda(&documents, day);
                let mut same = items.items().into_iter().filter(|one| {
                    (one.document, &one.at, one.duty) == (item.document, &item.at, item.duty)
                });
                same.any(|one| matches!(one.status, Some(DutyStatus::Overdue { .. })))
            };
            prop_assert!(!is_late(last_day), "{:?}", item);
        }
    }

    #[test]
    fn a_later_day_never_opens_what_is_overdue_or_done(
        documents in any_documents(),
        days in (any_day(), any_day()),
    ) {
        let (from, to) = (days.0.min(days.1), days.0.max(days.1));
        let (before, after) = (agenda(&documents, from), agenda(&documents, to));
        // Sub-goals that were open have fewer items than closed ones, so items are found by what they are.
        let mut known: std::collections::BTreeMap<_, Vec<_>> = std::collections::BTreeMap::new();
        for item in after.items() {
            known.entry(item.key().to_string()).or_default().push(item);
        }
        for item in before.items().into_iter().filter(|item| !is_open(item.state())) {
            let later = known.get(&item.key().to_string()).map(Vec::as_slice).unwrap_or_default();
            if later.is_empty() {
                // An action that was given up in the meantime, or the training of somebody who has left.
                let can_be_over = matches!(item.duty, DutyKind::Action | DutyKind::StatutoryTraining);
                prop_assert!(can_be_over && item.state() != DutyState::Done, "{:?} is gone", item);
            }
            // Another document that speaks since then can have it, too.
            let is_settled = |later: &&AgendaItem| {
                let is_another = (later.document, &later.at) != (item.document, &item.at);
                !is_open(later.state()) || is_another && item.state() != DutyState::Done
            };
            prop_assert!(later.is_empty() || later.iter().any(is_settled), "{:?} became {:?}", item, later);
            // Two meetings can have one id.
            let is_done = later.iter().any(|later| later.state() == DutyState::Done);
            prop_assert!(item.state() != DutyState::Done || is_done, "{:?}", item);
        }
    }

    #[test]
    fn spans_of_time_part_what_is_due(
        documents in any_documents(),
        days in [any_day(), any_day(), any_day()],
    ) {
        let [from, middle, to] = { let mut days = days; days.sort(); days };
        let agenda = agenda(&documents, strategy::as_of());
        let next = middle.succ_opt().expect("a day");
        let parts: Vec<_> = agenda.due_between(from, middle).chain(agenda.due_between(next, to)).collect();
        prop_assert_eq!(parts, agenda.due_between(from, to).collect::<Vec<_>>());
        let always: Vec<_> = agenda.due_between(chrono::NaiveDate::MIN, chrono::NaiveDate::MAX).collect();
        let due = agenda.by_date();
        let due = due.into_iter().filter(|item| matches!(item.state(), DutyState::Due | DutyState::Overdue));
        prop_assert_eq!(&always, &due.collect::<Vec<_>>());
        // In total, each state has its own.
        let of_states: usize = DutyState::ALL.iter().map(|state| agenda.in_state(*state).count()).sum();
        prop_assert_eq!(of_states, agenda.items().len());
        for item in agenda.items() {
            let last_day = item.days.map(|days| days.end);
            match item.status {
                Some(DutyStatus::Overdue { last_day: day }) => {
                    prop_assert!(day < agenda.as_of() && last_day == Some(day), "{:?}", item);
                }
                Some(DutyStatus::Due { last_day: day }) => {
                    prop_assert!(day >= agenda.as_of() && last_day == Some(day), "{:?}", item);
                }
                Some(DutyStatus::Pending { .. } | DutyStatus::Recurring) | None => {
                    prop_assert_eq!(last_day, None, "{:?}", item);
                }
                Some(DutyStatus::LeftOpen { last_day: day }) => prop_assert_eq!(last_day, day, "{:?}", item),
                Some(DutyStatus::Done { .. } | DutyStatus::Lapsed { .. }) => {}
            }
            prop_assert!(item.days.is_none_or(|days| days.is_ordered()), "{:?}", item);
        }
    }

    #[test]
    fn nothing_that_is_done_is_overdue(
        mut agreement in strategy::any::<DevelopmentAgreement>(),
        mut citizen in strategy::any::<Citizen>(),
        mut target in strategy::any::<TargetFigure>(),
        day in any_day(),
    ) {
        let done = Some("2000-01-01".parse().expect("a date"));
        let measure = |target: &mut TargetFigure| {
            (target.state, target.history) = (Some(TargetState::Measured), Vec::new());
        };
        for area in &mut agreement.focus_areas {
            area.actions.iter_mut().for_each(|one| one.done_on = done);
            area.follow_ups.iter_mut().for_each(|one| one.done_on = done);
            area.support_tasks.iter_mut().for_each(|one| one.done_on = done);
            area.targets.iter_mut().for_each(measure);
            area.decisions.iter_mut().for_each(|one| one.decided_on = done);
            area.criticisms.iter_mut().for_each(|one| one.closed_on = done);
        }
        agreement.follow_ups.iter_mut().for_each(|one| one.done_on = done);
        if let Some(duties) = &mut agreement.duties {
            let members = duties.training.iter_mut().flat_map(|one| &mut one.members);
            members.for_each(|one| one.completed_on = done);
            if let Some(review) = &mut duties.building_review {
                review.window = None;
                review.buildings.iter_mut().for_each(|one| (one.reviewed_on, one.improvements) = (done, None));
            }
            let reports = duties.event_reporting.iter_mut().flat_map(|one| &mut one.reports);
            reports.for_each(|one| one.reported_on = done);
            // Results that are reported are those of a monitoring that was carried out.
            duties.health_monitoring.iter_mut().for_each(|one| (one.done_on, one.reported_on) = (None, done));
        }
        citizen.sub_goals.iter_mut().for_each(|one| one.closed_on = done);
        citizen.goals.iter_mut().for_each(|one| one.status = Some(GoalStatus::Reached));
        measure(&mut target);
        let mut agenda = Agenda::new(day);
        agenda.add_draft(&agreement);
        agenda.add_draft(&citizen);
        agenda.add_draft(&target);
        for item in agenda.items() {
            let is_done = matches!(item.state(), DutyState::Done | DutyState::Recurring | DutyState::Lapsed);
            prop_assert!(is_done, "{:?}", item);
        }
    }

    #[test]
    fn a_bare_draft_has_the_agenda_of_its_document(
        agreement in strategy::any::<DevelopmentAgreement>(),
        community in strategy::any::<ImprovementCommunity>(),
        cycle in strategy::any::<PdsaCycle>(),
        target in strategy::any::<TargetFigure>(),
        caseload in strategy::any::<Caseload>(),
        citizen in strategy::any::<Citizen>(),
        audit in strategy::any::<CaseAudit>(),
        project in strategy::any::<ImprovementProject>(),
        circles in strategy::any::<CircleProject>(),
        evaluation in strategy::any::<Evaluation>(),
        duties in strategy::any::<DailyDuties>(),
        plan in strategy::any::<ImplementationPlan>(),
    ) {
        is_as_in_a_document(agreement)?;
        is_as_in_a_document(community)?;
        is_as_in_a_document(cycle)?;
        is_as_in_a_document(target)?;
        is_as_in_a_document(caseload)?;
        is_as_in_a_document(citizen)?;
        is_as_in_a_document(audit)?;
        is_as_in_a_document(project)?;
        is_as_in_a_document(circles)?;
        is_as_in_a_document(evaluation)?;
        is_as_in_a_document(duties)?;
        is_as_in_a_document(plan)?;
    }
}

fn is_as_in_a_document<T: Draft + Into<Content>>(draft: T) -> Result<(), TestCaseError> {
    let mut bare = Agenda::new(strategy::as_of());
    bare.add_draft(&draft);
    let whole = agenda([&Document::draft(Id::from_u128(1), draft)], strategy::as_of());
    prop_assert_eq!(bare.items().len(), whole.items().len());
    for (bare, whole) in bare.items().iter().zip(whole.items()) {
        prop_assert_eq!(format!("/content/{}{}", T::KIND, bare.at), whole.at.as_str());
        let facts = |item: &AgendaItem| (item.duty, item.subject, item.status, item.days);
        prop_assert_eq!(facts(bare), facts(whole));
        prop_assert_eq!(bare.in_lang(Lang::Da).to_string(), whole.in_lang(Lang::Da).to_string());
        prop_assert_eq!((bare.document, whole.document), (None, Some(Id::from_u128(1))));
    }
    Ok(())
}
