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
        earlier(planned.map(|on| (Dated::Plan, on)), tested.map(|on| (Dated::Test, on)), day)
    }

    /// Until when it lasts for certain: the day on which it was carried out, studied or decided, the latest of the three.
    pub(crate) fn lasts_until(&self) -> Option<(Dated, PartialDate)> {
        let [_, carried_out, studied, decided] = self.phase_dates();
        let (carried_out, studied) =
            (carried_out.map(|on| (Dated::CarriedOut, on)), studied.map(|on| (Dated::Studied, on)));
        later(later(carried_out, studied, day), decided.map(|on| (Dated::Decided, on)), day)
    }
}

const fn day(dated: &(Dated, PartialDate)) -> PartialDate {
    dated.1
}

/// The one that ends first. A month or a year does not hide a day in it.
pub(crate) fn earlier<T>(one: Option<T>, other: Option<T>, on: impl Fn(&T) -> PartialDate) -> Option<T> {
    [one, other].into_iter().flatten().min_by_key(|one| on(one).last_day())
}

/// The one that begins last.
pub(crate) fn later<T>(one: Option<T>, other: Option<T>, on: impl Fn(&T) -> PartialDate) -> Option<T> {
    [one, other].into_iter().flatten().max_by_key(|one| on(one).first_day())
}
