//! In which direction an indicator is to move.

use alloc::vec::Vec;
use core::any::Any;

use uuid::Uuid;

use super::{Adding, Place};
use crate::figure::Direction;
use crate::id::Subject;
use crate::keyed::Keyed;
use crate::model::Indicator;
use crate::report::Path;
use crate::series::MeasurementSeries;
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

/// The first direction that each kind of record states for an indicator.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Directions {
    known: Keyed<(u8, Uuid), (Direction, u32)>,
    /// A different direction from that in an earlier document.
    pub(in crate::bundle) again: Vec<DirectionClash>,
}

/// What states a direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Set,
    Series,
    Figure,
}

/// An indicator that has another direction in an earlier document.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct DirectionClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) subject: Subject,
    pub(in crate::bundle) what: Bilingual,
    pub(in crate::bundle) first: u32,
    pub(in crate::bundle) direction: Direction,
}

impl Who {
    const fn words(self) -> Bilingual {
        match self {
            Self::Set => Bilingual::new("indikatoren", "the indicator"),
            Self::Series => Bilingual::new("måleserien", "the series"),
            Self::Figure => Bilingual::new("måltallet", "the target figure"),
        }
    }

    /// Two figures of one indicator are compared by the rules about figures.
    fn is_compared(self, other: Self) -> bool {
        (self, other) != (Self::Figure, Self::Figure)
    }
}

fn said(record: &dyn Any) -> Option<(Who, Subject, Uuid, Direction)> {
    if let Some(one) = record.downcast_ref::<MeasurementSeries>() {
        return Some((Who::Series, one.id.subject(), one.indicator?.uuid(), one.direction));
    }
    if let Some(one) = record.downcast_ref::<TargetFigure>() {
        return Some((Who::Figure, one.id.subject(), one.indicator.as_ref()?.id.uuid(), one.direction?));
    }
    let one = record.downcast_ref::<Indicator>()?;
    Some((Who::Set, one.id.subject(), one.id.uuid(), one.direction?))
}

impl Directions {
    pub(super) fn record(&mut self, record: &dyn Any, at: &Path<'_>, adding: &mut Adding<'_>) {
        let Some((who, subject, indicator, direction)) = said(record) else { return };
        let number = adding.number;
        let other = [Who::Set, Who::Series, Who::Figure].into_iter().filter(|other| who.is_compared(*other));
        let other = other.filter_map(|other| self.known.get((other as u8, indicator)));
        let other = other.copied().find(|(other, first)| *other != direction && *first != number);
        if let Some((_, first)) = other {
            let (place, what) = (adding.place(&at.key("direction")), who.words());
            self.again.push(DirectionClash { place, subject, what, first, direction });
        }
        self.known.insert((who as u8, indicator), (direction, number));
    }
}
