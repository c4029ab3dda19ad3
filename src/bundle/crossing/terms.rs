//! How duties are to be done, and what two documents say differently of that.

use alloc::vec::Vec;

use super::times::each_at_one_time;
use super::{Place, hash};
use crate::date::{Period, share_a_day};
use crate::duty::{ContactModel, DayCounting, EventType, ReportDay};
use crate::id::Subject;
use crate::sorted::sort_by_key;
use crate::text::Bilingual;

/// What a document says of a duty, which is the same all the time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stated {
    pub(super) place: Place,
    pub(super) duties: Subject,
    pub(super) document: u32,
    /// When it applies. A list of its own does not say so, other than by the window of its reviews.
    pub(super) time: Option<Period>,
    pub(super) is_of_agreement: bool,
    /// Whether it is a list of its own, which does not say for how long it applies.
    pub(super) is_own: bool,
    pub(super) terms: Terms,
}

/// How a duty is to be done.
#[derive(Debug, Clone, Copy)]
pub(super) enum Terms {
    /// The types of events that may be reported in a batch, a bit for each.
    Batch(u32),
    Contacts(Contacts),
    Months(u8),
    Varies(bool),
    UsedByCitizens(bool),
    /// Whether improvements are needed.
    Needed(bool),
    /// When buildings are to be reviewed.
    Window(Period),
    /// When a monitoring is to be carried out.
    Planned(Period),
}

/// A contact model, its days as hashes: as they are counted, and counted from 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct Contacts {
    days: [u64; 2],
    counting: Option<DayCounting>,
    report_day: Option<ReportDay>,
}

/// What two documents say differently of a duty.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) enum Apart {
    Batch {
        here: u32,
        there: u32,
    },
    /// The parts of the model that differ.
    Contacts([Option<Bilingual>; 3]),
    Months {
        here: u8,
        there: u8,
    },
    /// What is said here, and in the other document.
    Words([Bilingual; 2]),
    Window {
        here: Period,
        there: Period,
    },
    Planned {
        here: Period,
        there: Period,
    },
}

const DAYS: Bilingual = Bilingual::new("andre kontaktdage", "other contact days");
const COUNTING: Bilingual = Bilingual::new("en anden måde at tælle dage på", "another way to count days");
const REPORT_DAY: Bilingual = Bilingual::new(
    "et andet nummer til dagen for sygemeldingen",
    "another number for the day of the sickness report",
);
const VARIES: [Bilingual; 2] = [
    Bilingual::new(
        "metoden til risikovurdering er her forskellig fra borger til borger",
        "the method of risk assessment differs between citizens here",
    ),
    Bilingual::new("er den det ikke", "it does not"),
];
const IS_THE_SAME: [Bilingual; 2] = [
    Bilingual::new(
        "metoden til risikovurdering er her den samme for alle borgere",
        "the method of risk assessment is the same for all citizens here",
    ),
    Bilingual::new("er den forskellig", "it differs"),
];
const USED: [Bilingual; 2] = [
    Bilingual::new(
        "ifølge dette dokument opholder borgere sig i bygningen",
        "according to this document citizens stay in the building",
    ),
    Bilingual::new("gør de ikke", "they do not"),
];
const UNUSED: [Bilingual; 2] = [
    Bilingual::new(
        "ifølge dette dokument opholder borgere sig ikke i bygningen",
        "according to this document citizens do not stay in the building",
    ),
    Bilingual::new("gør de", "they do"),
];

const NEEDED: [Bilingual; 2] = [
    Bilingual::new(
        "ifølge dette dokument er forbedringer af bygningen nødvendige",
        "according to this document improvements of the building are needed",
    ),
    Bilingual::new("er de det ikke", "they are not"),
];
const NOT_NEEDED: [Bilingual; 2] = [
    Bilingual::new(
        "ifølge dette dokument er forbedringer af bygningen ikke nødvendige",
        "according to this document no improvements of the building are needed",
    ),
    Bilingual::new("er de det", "they are"),
];

/// A duty that another document states differently.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct TermsClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) duties: Subject,
    pub(in crate::bundle) first: u32,
    pub(in crate::bundle) apart: Apart,
}

/// The types of events of a number with a bit for each.
pub(in crate::bundle) fn event_types(bits: u32) -> impl Iterator<Item = EventType> {
    let each = EventType::ALL.iter().enumerate();
    each.filter(move |(n, _)| bits & bit(*n) != 0).map(|(_, one)| *one)
}

pub(super) fn bit(n: usize) -> u32 {
    u32::try_from(n).ok().and_then(|n| 1_u32.checked_shl(n)).unwrap_or_default()
}

impl Contacts {
    /// `None` if the model does not state its days.
    pub(super) fn of(model: &ContactModel) -> Option<Self> {
        let mut days: Vec<u64> = model.contacts.iter().map(|contact| contact.day.into()).collect();
        if days.is_empty() {
            days.extend(model.named_days().into_iter().flatten());
        }
        sort_by_key(&mut days, |day| *day);
        let ContactModel { counting, report_day, .. } = *model;
        let from_zero =
            |day: &u64| if report_day == Some(ReportDay::DayOne) { day.checked_sub(1) } else { Some(*day) };
        let from_zero: Vec<_> = days.iter().map(from_zero).collect();
        let hashes = [hash::of(&days), hash::of(&from_zero)];
        (!days.is_empty()).then_some(Self { days: hashes, counting, report_day })
    }

    /// Day 3 after day 1 and day 2 after day 0 are the same day.
    fn apart(&self, other: &Self) -> Option<Apart> {
        let ([here, here_from_0], [there, there_from_0]) = (self.days, other.days);
        let counting = self.counting.zip(other.counting).is_some_and(|(one, other)| one != other);
        let report_day = self.report_day.zip(other.report_day).map(|(one, other)| one != other);
        let are_the_same = report_day.is_some() && here_from_0 == there_from_0;
        let report_day = report_day == Some(true) && !are_the_same;
        let days = here != there && !are_the_same;
        let parts = [(days, DAYS), (counting, COUNTING), (report_day, REPORT_DAY)];
        let parts = parts.map(|(differs, part)| differs.then_some(part));
        parts.iter().any(Option::is_some).then_some(Apart::Contacts(parts))
    }
}

impl Terms {
    fn apart(&self, there: &Self) -> Option<Apart> {
        match (*self, *there) {
            (Self::Batch(here), Self::Batch(there)) => {
                (here != there).then_some(Apart::Batch { here, there })
            }
            (Self::Contacts(here), Self::Contacts(there)) => here.apart(&there),
            (Self::Months(here), Self::Months(there)) => {
                (here != there).then_some(Apart::Months { here, there })
            }
            (Self::Varies(here), Self::Varies(there)) => {
                (here != there).then_some(Apart::Words(if here { VARIES } else { IS_THE_SAME }))
            }
            (Self::UsedByCitizens(here), Self::UsedByCitizens(there)) => {
                (here != there).then_some(Apart::Words(if here { USED } else { UNUSED }))
            }
            (Self::Needed(here), Self::Needed(there)) => {
                (here != there).then_some(Apart::Words(if here { NEEDED } else { NOT_NEEDED }))
            }
            // The next window is another one.
            (Self::Window(here), Self::Window(there)) => {
                (here != there && here.overlaps(&there)).then_some(Apart::Window { here, there })
            }
            (Self::Planned(here), Self::Planned(there)) => {
                (!here.overlaps(&there)).then_some(Apart::Planned { here, there })
            }
            _ => None,
        }
    }
}

impl Stated {
    fn clash(&self, earlier: &Self) -> Option<TermsClash> {
        let Self { place, duties, .. } = *self;
        let apart = self.terms.apart(&earlier.terms).filter(|_| earlier.document != self.document)?;
        Some(TermsClash { place, duties, first: earlier.document, apart })
    }
}

/// What is stated differently. A model can change from one agreement to the next, so that lists which do not say when
/// they apply are compared only if all are of one time and there is no other such list.
pub(super) fn clashes(all: &[Stated]) -> Vec<TermsClash> {
    let mut own = all.iter().filter(|one| one.is_own);
    let first = own.next();
    if own.any(|one| first.is_some_and(|first| one.document != first.document)) {
        let of_agreements: Vec<Stated> = all.iter().copied().filter(|one| !one.is_own).collect();
        return of_one_time(&of_agreements);
    }
    of_one_time(all)
}

fn of_one_time(all: &[Stated]) -> Vec<TermsClash> {
    if share_a_day(all.iter().filter_map(|one| one.time)) {
        let Some((first, others)) = all.split_first() else { return Vec::new() };
        return others.iter().filter_map(|one| one.clash(first)).collect();
    }
    let of_agreements: Vec<(Period, &Stated)> =
        all.iter().filter(|one| one.is_of_agreement).filter_map(|one| Some((one.time?, one))).collect();
    let mut found = Vec::new();
    each_at_one_time(
        of_agreements,
        |one| one.document,
        |one, earlier| {
            found.extend(one.clash(earlier));
        },
    );
    found
}
