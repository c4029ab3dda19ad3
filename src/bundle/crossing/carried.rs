//! What the next agreement of a service must carry over.

use alloc::vec::Vec;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Adding, Place, hash};
use crate::agreement::FocusArea;
use crate::date::Period;
use crate::document::{Content, Document};
use crate::id::Subject;
use crate::keyed::Keyed;
use crate::report::Path;
use crate::sorted::sort_by;

/// The agreements that have a service and a period, by service.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Carried(Keyed<Uuid, Vec<OfAgreement>>);

#[derive(Debug, Clone)]
struct OfAgreement {
    id: Uuid,
    service: Subject,
    place: Place,
    period: Period,
    document: u32,
    /// Hashes of the numbers and the titles of its areas, sorted.
    areas: Vec<u64>,
    must: Vec<Must>,
    /// What it has, sorted: actions and what they continue, target figures and their indicators, follow-ups.
    has: Vec<Uuid>,
    continues: Vec<Continued>,
}

/// An action that continues one of an earlier agreement.
#[derive(Debug, Clone, Copy)]
struct Continued {
    earlier: Uuid,
    action: Subject,
    place: Place,
}

/// An action that continues one of an agreement that is not an earlier one of its service.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct NotEarlier {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) action: Subject,
    /// The document of the other agreement.
    pub(in crate::bundle) other: u32,
    /// When that begins; `None` if it is an earlier one of another service.
    pub(in crate::bundle) begins: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy)]
struct Must {
    subject: Subject,
    indicator: Option<Uuid>,
    last_day: NaiveDate,
    place: Place,
}

/// Something that the next agreement does not have.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct Dropped {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) subject: Subject,
    pub(in crate::bundle) last_day: NaiveDate,
    /// The document of the next agreement.
    pub(in crate::bundle) next: u32,
}

/// A second agreement of a service for a time that another one covers.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct SameTime {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) service: Subject,
    pub(in crate::bundle) first: u32,
}

impl Carried {
    /// The agreements whose service has another one here, in an earlier document, for some of the same days.
    pub(in crate::bundle) fn at_one_time(&self) -> impl Iterator<Item = SameTime> {
        let again = |(n, one): (usize, &OfAgreement), all: &[OfAgreement]| {
            let mut earlier = all.iter().take(n);
            let other = earlier.find(|other| {
                other.id != one.id && other.period.overlaps(&one.period) && !one.is_beside(other)
            })?;
            // Both can be in one bundle that came as a line.
            let OfAgreement { place, service, .. } = *one;
            (other.document != one.document).then_some(SameTime { place, service, first: other.document })
        };
        self.0
            .values()
            .iter()
            .flat_map(move |all| all.iter().enumerate().filter_map(move |one| again(one, all)))
    }

    pub(super) fn add(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        let Content::Agreement(agreement) = document.content() else { return };
        let (Some(service), Some(period)) = (&agreement.service, agreement.running_period()) else { return };
        let content = at.key("content");
        let root = content.key("agreement");
        let (mut must, mut has, mut continues) = (Vec::new(), Vec::new(), Vec::new());
        agreement.each_with_id(&root, &mut |one, at| {
            has.extend([Some(one.id), one.indicator, one.continues].into_iter().flatten());
            if let (Some(earlier), Some(action)) = (one.continues, at.subject()) {
                let place = adding.place(&at.key("continues"));
                continues.push(Continued { earlier, action, place });
            }
            if let (Some(last_day), Some(subject)) = (one.must_by, at.subject()) {
                must.push(Must { subject, indicator: one.indicator, last_day, place: adding.place(at) });
            }
        });
        let number_and_title = |area: &FocusArea| {
            let number = area.number.map(|number| hash::of(&number));
            [number, hash::of_name(area.title.as_ref())].into_iter().flatten()
        };
        let mut areas: Vec<u64> = agreement.focus_areas.iter().flat_map(number_and_title).collect();
        sort_by(&mut areas, Ord::cmp);
        areas.shrink_to_fit();
        must.shrink_to_fit();
        sort_by(&mut has, Ord::cmp);
        has.dedup();
        has.shrink_to_fit();
        let (id, place, document) = (agreement.id.uuid(), adding.place(&root), adding.number);
        let service = service.id.subject();
        let this = OfAgreement { id, service, place, period, document, areas, must, has, continues };
        self.0.push(service.id, this);
    }

    fn all(&self) -> impl Iterator<Item = &OfAgreement> {
        self.0.values().iter().flatten()
    }

    /// The actions that continue one of an agreement, of any service, that does not begin before their own, and those that
    /// continue one which only agreements of other services have.
    pub(in crate::bundle) fn not_earlier(&self) -> Vec<NotEarlier> {
        let continued = || self.all().flat_map(|one| one.continues.iter().map(move |action| (one, action)));
        let mut owners: Keyed<Uuid, Vec<&OfAgreement>> = Keyed::default();
        for (_, one) in continued() {
            owners.insert(one.earlier, Vec::new());
        }
        if owners.values().is_empty() {
            return Vec::new();
        }
        for agreement in self.all() {
            for id in &agreement.has {
                // What it continues itself is among what it has.
                let is_own = || !agreement.continues.iter().any(|one| one.earlier == *id);
                if let Some(owners) = owners.get_mut(*id).filter(|_| is_own()) {
                    owners.push(agreement);
                }
            }
        }
        let found = continued().filter_map(|(this, one)| {
            let is_other = |other: &&&OfAgreement| other.id != this.id && other.document != this.document;
            let others = || owners.get(one.earlier).into_iter().flatten().filter(is_other);
            let first = others().min_by_key(|other| (other.period.start, other.document))?;
            let Continued { action, place, .. } = *one;
            let (other, begins) = (first.document, Some(first.period.start));
            if begins >= Some(this.period.start) {
                return Some(NotEarlier { place, action, other, begins });
            }
            let are_of_others = others().all(|other| other.service != this.service);
            are_of_others.then_some(NotEarlier { place, action, other, begins: None })
        });
        found.collect()
    }

    /// What reaches into the period of the next agreement of the service, and is not in it.
    pub(in crate::bundle) fn dropped(&self) -> impl Iterator<Item = Dropped> {
        let with_next =
            self.0.values().iter().flat_map(|all| all.iter().filter_map(|one| Some((one, one.next(all)?))));
        with_next.flat_map(|(one, next)| {
            let lacks = |must: &&Must| {
                let is_in = |id: &Uuid| next.has.binary_search(id).is_ok();
                must.last_day >= next.period.start
                    && !is_in(&must.subject.id)
                    && !must.indicator.as_ref().is_some_and(is_in)
            };
            one.must.iter().filter(lacks).map(move |must| {
                let Must { subject, last_day, place, .. } = *must;
                Dropped { place, subject, last_day, next: next.document }
            })
        })
    }
}

impl OfAgreement {
    /// Whether the two are about other areas, as an agreement and what is agreed in addition to it.
    fn is_beside(&self, other: &Self) -> bool {
        let are_stated = !self.areas.is_empty() && !other.areas.is_empty();
        are_stated && self.areas.iter().all(|area| other.areas.binary_search(area).is_err())
    }

    /// The first agreement of the service that begins when this one has ended.
    fn next<'a>(&self, all: &'a [Self]) -> Option<&'a Self> {
        all.iter().filter(|next| next.period.start > self.period.end).min_by_key(|next| next.period.start)
    }
}
