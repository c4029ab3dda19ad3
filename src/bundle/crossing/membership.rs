//! Who takes part in a community, according to its agreement and to the community.

use alloc::vec::Vec;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Adding, Place, hash};
use crate::agreement::DevelopmentAgreement;
use crate::answers::Answers;
use crate::community::{CommunityMember, ImprovementCommunity};
use crate::date::{PartialDate, Period};
use crate::document::{Content, Document};
use crate::id::{Id, Subject};
use crate::keyed::Keyed;
use crate::organisation::SocialService;
use crate::report::{Path, Pointer};
use crate::sorted::{of, sort_by};

/// What agreements and communities say of memberships.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Memberships {
    by_agreements: Vec<ByAgreement>,
    /// When the agreements of each service begin.
    starts: Vec<(Uuid, NaiveDate)>,
    /// The communities that list services, by their ids as bodies.
    communities: Keyed<Uuid, Vec<Charter>>,
    /// Whether a service takes part, by body, service and which of the communities it is.
    members: Keyed<u64, Entries>,
    /// How long communities run, by their ids as bodies; `None` if two documents are about the same one.
    charters: Keyed<Uuid, Option<Charter>>,
}

/// How many communities of one body are compared.
const MOST_COMMUNITIES: usize = 8;

/// A document with a community, and when the community begins and ends.
#[derive(Debug, Clone, Copy)]
struct Charter {
    community: u32,
    starts_on: Option<PartialDate>,
    ends_on: Option<PartialDate>,
}

impl Charter {
    /// When the community ended, or when it begins, if that is before or after the period.
    fn apart(&self, period: Period) -> Option<PartialDate> {
        let has_ended = self.ends_on.filter(|on| on.last_day() < period.start);
        has_ended.or_else(|| self.starts_on.filter(|on| on.first_day() > period.end))
    }
}

/// What a community says of the membership of one service.
#[derive(Debug, Clone, Default)]
struct Entries {
    /// Without dates.
    undated: Answers,
    /// With dates.
    dated: Vec<Dated>,
}

/// Whether a service takes part, and the first and the last day on which that holds.
#[derive(Debug, Clone, Copy)]
struct Dated {
    is_member: bool,
    from: Option<PartialDate>,
    until: Option<PartialDate>,
}

impl Entries {
    fn add(&mut self, member: &CommunityMember) {
        let is_member = member.membership.is_member();
        match (is_member, member.from.or(member.until)) {
            (Some(is_member), Some(_)) => {
                self.dated.push(Dated { is_member, from: member.from, until: member.until });
            }
            _ => self.undated.add(Answers::of(is_member)),
        }
    }

    /// Whether the service takes part in that time, if it is certain; `None` if it is not stated, stated both ways, or
    /// changes in that time.
    fn within(&self, period: Option<Period>) -> Option<bool> {
        if self.dated.is_empty() {
            return self.undated.only();
        }
        let period = period?;
        let (mut said, mut was_member) = (Answers::default(), false);
        for one in &self.dated {
            let is_apart = one.until.is_some_and(|until| until.last_day() < period.start)
                || one.from.is_some_and(|from| from.first_day() > period.end);
            let changes_in_it = one.until.is_some_and(|until| until.first_day() < period.end)
                || one.from.is_some_and(|from| from.last_day() > period.start);
            if is_apart {
                was_member |= one.is_member;
            } else {
                said.add(Answers {
                    yes: one.is_member || changes_in_it,
                    no: !one.is_member || changes_in_it,
                });
            }
        }
        match said {
            // It has left, or joins later, and nothing is said of the time between.
            Answers { yes: false, no: false } if was_member && !self.undated.yes => Some(false),
            Answers { yes: false, no: false } => self.undated.only(),
            said => said.only(),
        }
    }
}

/// An agreement by which its service is in a community, at another time.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct Apart {
    /// Where the agreement says it.
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) service: Subject,
    /// The document of the community.
    pub(in crate::bundle) community: u32,
    pub(in crate::bundle) period: Period,
    /// When the community ended, or when it begins.
    pub(in crate::bundle) community_on: PartialDate,
}

/// What one agreement says about its service and one body.
#[derive(Debug, Clone, Copy)]
struct ByAgreement {
    body: Uuid,
    service: Id<SocialService>,
    period: Option<Period>,
    is_member: bool,
    place: Place,
}

/// An agreement and the community that it is about.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct Compared {
    /// Where the agreement says it.
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) service: Subject,
    /// The document of the community.
    pub(in crate::bundle) community: u32,
    /// What the agreement says.
    pub(in crate::bundle) is_member: bool,
    /// What the community says.
    pub(in crate::bundle) listed: Listed,
}

/// How a community lists a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::bundle) enum Listed {
    /// Not at all.
    Nowhere,
    /// As one that takes part, or does not, in the time of the agreement; `None` if that is not stated, stated both ways,
    /// or changes in that time.
    As(Option<bool>),
}

impl Memberships {
    pub(super) fn add(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        let content = at.key("content");
        match document.content() {
            Content::Agreement(agreement) => self.agreement(agreement, &content.key("agreement"), adding),
            Content::Community(community) => self.community(community, adding.number),
            _ => {}
        }
    }

    fn agreement(&mut self, agreement: &DevelopmentAgreement, at: &Path<'_>, adding: &mut Adding<'_>) {
        let Some(service) = &agreement.service else { return };
        let period = agreement.running_period();
        self.starts.extend(period.map(|period| (service.id.uuid(), period.start)));
        let mut bodies: Keyed<Uuid, (Uuid, Answers, Pointer)> = Keyed::default();
        let areas = at.key("focusAreas");
        for (n, area) in agreement.focus_areas.iter().enumerate() {
            let area_at = areas.item(n, area.id);
            let list = area_at.key("participation");
            for (n, part) in area.participation.iter().enumerate() {
                let is_member @ Some(_) = part.membership.is_member() else { continue };
                let body = part.body.uuid();
                let unsaid = || (body, Answers::default(), list.index(n).to_pointer());
                bodies.update(body, unsaid, |(_, said, _)| said.add(Answers::of(is_member)));
            }
        }
        for (body, said, pointer) in bodies.into_values() {
            let Some(is_member) = said.only() else { continue };
            let place = adding.places.enter(adding.number, pointer);
            self.by_agreements.push(ByAgreement { body, service: service.id, period, is_member, place });
        }
    }

    fn community(&mut self, community: &ImprovementCommunity, number: u32) {
        let Some(body) = community.body.map(Id::uuid) else { return };
        let charter = community.charter.as_ref();
        let charter = Charter {
            community: number,
            starts_on: charter.and_then(|charter| charter.starts_on),
            ends_on: charter.and_then(|charter| charter.ends_on),
        };
        if let Some(known) = self.charters.get_mut(body) {
            *known = None;
        } else {
            self.charters.insert(body, Some(charter));
        }
        let nth = self.communities.get(body).map_or(0, Vec::len);
        if community.members.is_empty() || nth == MOST_COMMUNITIES {
            return;
        }
        self.communities.push(body, charter);
        let mut services: Keyed<Uuid, (Uuid, Entries)> = Keyed::default();
        for member in &community.members {
            let service = member.service.uuid();
            services.update(service, || (service, Entries::default()), |(_, said)| said.add(member));
        }
        for (service, said) in services.into_values() {
            self.members.insert(hash::of(&(body, service, nth)), said);
        }
    }

    /// Where a service is in a community by an agreement whose period is before or after the time of the community.
    pub(in crate::bundle) fn apart(&self) -> impl Iterator<Item = Apart> {
        self.by_agreements.iter().filter(|one| one.is_member).filter_map(|one| {
            let charter = (*self.charters.get(one.body)?)?;
            let period = one.period.filter(Period::is_ordered)?;
            Some(Apart {
                place: one.place,
                service: one.service.subject(),
                community: charter.community,
                period,
                community_on: charter.apart(period)?,
            })
        })
    }

    /// What the agreement in force of each service says about a community of its time that is here. An earlier
    /// agreement says nothing about the list of today, and the draft of the next one does not yet.
    pub(in crate::bundle) fn compared(&self, as_of: NaiveDate) -> impl Iterator<Item = Compared> {
        let mut starts: Vec<_> = self.starts.iter().copied().filter(|(_, start)| *start <= as_of).collect();
        sort_by(&mut starts, Ord::cmp);
        let is_in_force = move |one: &&ByAgreement| {
            one.period.is_none_or(|period| {
                let begun = of(&starts, one.service.uuid());
                // The latest that has begun holds on after its end, until the next one begins.
                begun.last().is_some_and(|(_, latest)| period.start == *latest || period.contains(as_of))
            })
        };
        self.by_agreements.iter().filter(is_in_force).filter_map(|one| {
            let period = one.period.filter(Period::is_ordered);
            // Both can be in one bundle that came as a line.
            let is_compared = |charter: &Charter| {
                charter.community != one.place.document
                    && period.and_then(|period| charter.apart(period)).is_none()
            };
            let all = self.communities.get(one.body)?;
            let compared = || all.iter().enumerate().filter(|(_, charter)| is_compared(charter));
            let said = compared().find_map(|(nth, charter)| {
                let said = self.members.get(hash::of(&(one.body, one.service.uuid(), nth)))?;
                Some((charter.community, Listed::As(said.within(period))))
            });
            let nowhere = || compared().next().map(|(_, charter)| (charter.community, Listed::Nowhere));
            let (community, listed) = said.or_else(nowhere)?;
            let (place, service) = (one.place, one.service.subject());
            Some(Compared { place, service, community, is_member: one.is_member, listed })
        })
    }
}
