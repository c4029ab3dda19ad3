//! Target figures that two documents state.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::any::Any;

use uuid::Uuid;

use super::{Adding, Place, hash};
use crate::community::MemberTarget;
use crate::date::{Period, When};
use crate::document::{Content, Document};
use crate::draft::walk::Walk;
use crate::figure::{Decimal, Direction, Unit};
use crate::id::{Id, Subject};
use crate::report::Path;
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

/// The target figures of all documents.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Figures {
    by_id: BTreeMap<Uuid, Figure>,
    /// The figures of a service for an indicator.
    of_indicator: BTreeMap<(Uuid, Uuid), Vec<Uuid>>,
    /// One figure, stated differently.
    pub(in crate::bundle) by_id_again: Vec<FigureClash>,
    /// Two figures of one service, indicator and time.
    pub(in crate::bundle) of_indicator_again: Vec<FigureClash>,
}

/// A figure that differs from one in an earlier document.
#[derive(Debug, Clone)]
pub(in crate::bundle) struct FigureClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) figure: Subject,
    pub(in crate::bundle) first: u32,
    pub(in crate::bundle) parts: Vec<Bilingual>,
}

/// What documents say of one figure: each part as the first of them states it, with its number.
#[derive(Debug, Clone, Copy)]
struct Figure {
    document: u32,
    value: Option<(Decimal, u32)>,
    /// As a hash: a unit can be a text.
    unit: Option<(u64, u32)>,
    direction: Option<(Direction, u32)>,
    days: Option<(Period, u32)>,
}

impl Figure {
    fn of(target: &TargetFigure, within: Option<&Period>, document: u32) -> Self {
        let unit = target.unit.as_ref().filter(|unit| Unit::is_stated(unit));
        let days = target.measured_at.as_ref().filter(|when| When::has_date(when));
        let days = days.and_then(|when| when.days(within)).filter(Period::is_ordered);
        Self {
            document,
            value: target.value.map(|value| (value, document)),
            unit: unit.map(|unit| (hash::of(unit), document)),
            direction: target.direction.map(|direction| (direction, document)),
            days: days.map(|days| (days, document)),
        }
    }

    /// The parts that both state and differ in, each with the document that states it first. Two times differ if they have
    /// no day in common.
    fn differences(&self, other: &Self) -> impl Iterator<Item = (Bilingual, u32)> {
        [
            (differs(self.direction, other.direction), Bilingual::new("retning", "direction")),
            (differs(self.value, other.value), Bilingual::new("værdi", "value")),
            (differs(self.unit, other.unit), Bilingual::new("enhed", "unit")),
            (self.apart(other), Bilingual::new("måletidspunkt", "measuring time")),
        ]
        .into_iter()
        .filter_map(|(first, part)| Some((part, first?)))
    }

    fn apart(&self, other: &Self) -> Option<u32> {
        let ((one, first), (other, _)) = self.days.zip(other.days)?;
        (!one.overlaps(&other)).then_some(first)
    }

    fn complete(&mut self, other: &Self) {
        self.value = self.value.or(other.value);
        self.unit = self.unit.or(other.unit);
        self.direction = self.direction.or(other.direction);
        self.days = self.days.or(other.days);
    }
}

fn differs<T: PartialEq>(one: Option<(T, u32)>, other: Option<(T, u32)>) -> Option<u32> {
    let ((one, first), (other, _)) = one.zip(other)?;
    (one != other).then_some(first)
}

impl FigureClash {
    fn of(
        (one, other): (&Figure, &Figure),
        figure: Subject,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) -> Option<Self> {
        let (_, first) = one.differences(other).next()?;
        let parts = one.differences(other).map(|(part, _)| part).collect();
        Some(Self { place: adding.place(at), figure, first, parts })
    }
}

impl Figures {
    pub(super) fn add(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        let (mut service, mut within) = (None, None);
        if let Content::Agreement(agreement) = document.content() {
            service = agreement.service.as_ref().map(|service| service.id);
            within = agreement.running_period();
        }
        let each = &mut |record: &dyn Any, at: &Path<'_>| {
            if let Some(member) = record.downcast_ref::<MemberTarget>() {
                // The figure in it is visited next.
                service = Some(member.service);
            } else if let Some(target) = record.downcast_ref::<TargetFigure>() {
                let figure = Figure::of(target, within.as_ref(), adding.number);
                self.compare(target, figure, service.map(Id::uuid), at, adding);
            }
        };
        document.visit_draft(at, &mut Walk::Records(each));
    }

    fn compare(
        &mut self,
        target: &TargetFigure,
        figure: Figure,
        service: Option<Uuid>,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        let (id, subject) = (target.id.uuid(), target.id.subject());
        if let Some(first) = self.by_id.get_mut(&id) {
            // Twice in one document is a matter of that document.
            if first.document != adding.number {
                self.by_id_again.extend(FigureClash::of((first, &figure), subject, at, adding));
                first.complete(&figure);
            }
            return;
        }
        self.by_id.insert(id, figure);
        let Some((service, indicator)) = service.zip(target.indicator.as_ref()) else { return };
        let others = self.of_indicator.entry((service, indicator.id.uuid())).or_default();
        let other = others.iter().filter_map(|other| self.by_id.get(other)).find(|other| {
            let is_of_one_time =
                matches!((other.days, figure.days), (Some((a, _)), Some((b, _))) if a.overlaps(&b));
            other.document != adding.number && is_of_one_time && other.differences(&figure).next().is_some()
        });
        if let Some(other) = other {
            self.of_indicator_again.extend(FigureClash::of((other, &figure), subject, at, adding));
        }
        others.push(id);
    }
}
