//! Which days of a cycle decide whether it comes after another one.

use super::PdsaCycle;
use crate::date::PartialDate;
use crate::text::Bilingual;

/// What is dated in a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dated {
    Plan,
    Test,
    CarriedOut,
    Studied,
    Decided,
}

impl Dated {
    /// The words for it in a sentence: "{planen for} cyklus 2", "cyklus 1 er {afprøvet}".
    pub(crate) const fn words(self) -> Bilingual {
        match self {
            Self::Plan => Bilingual::new("planen for", "the plan of"),
            Self::Test => Bilingual::new("afprøvningen i", "the test of"),
            Self::CarriedOut => Bilingual::new("afprøvet", "carried out"),
            Self::Studied => Bilingual::new("analyseret", "studied"),
            Self::Decided => Bilingual::new("besluttet", "decided"),
        }
    }
}

impl PdsaCycle {
    /// When it begins: the day of its plan or of its test, the earlier of the two.
    pub(crate) fn begins(&self) -> Option<(Dated, PartialDate)> {
        let [planned, tested, ..] = self.phase_dates();
        earlier(planned.map(|on| (Dated::Plan, on)), tested.map(|on| (Dated::Test, on)))
    }

    /// Until when it lasts for certain: the day on which it was carried out, studied or decided, the latest of the three.
    pub(crate) fn lasts_until(&self) -> Option<(Dated, PartialDate)> {
        let [_, carried_out, studied, decided] = self.phase_dates();
        let first =
            later(carried_out.map(|on| (Dated::CarriedOut, on)), studied.map(|on| (Dated::Studied, on)));
        later(first, decided.map(|on| (Dated::Decided, on)))
    }
}

type Day = Option<(Dated, PartialDate)>;

/// The one that ends first. A month or a year does not hide a day in it.
fn earlier(one: Day, other: Day) -> Day {
    [one, other].into_iter().flatten().min_by_key(|(_, on)| on.last_day())
}

/// The one that begins last.
fn later(one: Day, other: Day) -> Day {
    [one, other].into_iter().flatten().max_by_key(|(_, on)| on.first_day())
}
