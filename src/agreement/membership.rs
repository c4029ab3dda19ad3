//! Who takes part in what, according to the whole agreement.

use uuid::Uuid;

use super::{DevelopmentAgreement, FocusArea, Participation};
use crate::answers::Answers;
use crate::body::{BodyKind, Forum, Membership};
use crate::sorted::sorted_of;

/// What an agreement says about the service and the bodies in all its areas, settled once for each body.
#[derive(Debug)]
pub(crate) struct Memberships<'a> {
    /// Sorted by body and kind. Each entry of a body holds what all its entries say together.
    entries: &'a [Entry],
    /// The only body of each kind, in the order of [`BodyKind::ALL`].
    only: [Meant; BodyKind::ALL.len()],
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// The id of the body, as a number because that is fast to compare, and its kind.
    key: (u128, Option<BodyKind>),
    said: Said,
}

/// What an agreement says about the service and one body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Said {
    /// The place of its first entry among all participations; `usize::MAX` if there is none.
    pub(crate) first: usize,
    /// Whether the service takes part.
    membership: Answers,
    /// Whether an entry says anything about the membership, even only that the service is invited.
    pub(crate) is_answered: bool,
    /// Whether an entry has a state assessment.
    pub(crate) is_assessed: bool,
    /// Whether an entry says if the state assessment shows a need.
    pub(crate) is_need_stated: bool,
}

impl Default for Said {
    fn default() -> Self {
        Self {
            first: usize::MAX,
            membership: Answers::default(),
            is_answered: false,
            is_assessed: false,
            is_need_stated: false,
        }
    }
}

/// Whether the service is in a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It takes part.
    In,
    /// It does not.
    Out,
    /// The agreement says both.
    Both,
    /// It is invited, and its answer is not stated.
    Invited,
    /// The agreement does not say.
    Unsaid,
    /// The agreement does not say which body is meant.
    Unclear,
}

impl Standing {
    /// In one of two bodies.
    const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::In, _) | (_, Self::In) => Self::In,
            (Self::Out, rest) | (rest, Self::Out) => rest,
            (Self::Both, _) | (_, Self::Both) => Self::Both,
            (Self::Invited, Self::Invited) => Self::Invited,
            _ => Self::Unsaid,
        }
    }
}

impl Said {
    /// What the `n`th entry of all participations says.
    fn by(n: usize, part: &Participation) -> Self {
        let assessment = part.state_assessment.as_ref();
        Self {
            first: n,
            membership: Answers::of(part.membership.is_member()),
            is_answered: part.membership != Membership::NotStated,
            is_assessed: assessment.is_some(),
            is_need_stated: assessment.is_some_and(|assessment| assessment.shows_need.is_some()),
        }
    }

    fn and(mut self, other: Self) -> Self {
        self.first = self.first.min(other.first);
        self.membership.add(other.membership);
        self.is_answered |= other.is_answered;
        self.is_assessed |= other.is_assessed;
        self.is_need_stated |= other.is_need_stated;
        self
    }

    pub(crate) const fn standing(self) -> Standing {
        match self.membership {
            Answers { yes: true, no: true } => Standing::Both,
            Answers { yes: true, no: false } => Standing::In,
            Answers { yes: false, no: true } => Standing::Out,
            Answers { yes: false, no: false } if self.is_answered => Standing::Invited,
            Answers { yes: false, no: false } => Standing::Unsaid,
        }
    }
}

impl<'a> Memberships<'a> {
    fn of_sorted(entries: &'a mut [Entry]) -> Self {
        let mut only = [Meant::None; BodyKind::ALL.len()];
        for same in entries.chunk_by_mut(|one, other| one.key == other.key) {
            let said = same.iter().fold(Said::default(), |all, entry| all.and(entry.said));
            for entry in &mut *same {
                entry.said = said;
            }
            let kind = same.first().and_then(|entry| entry.key.1);
            if let Some(only) = kind.and_then(|kind| only.get_mut(kind as usize)) {
                *only = if *only == Meant::None { Meant::One(said) } else { Meant::Several };
            }
        }
        Self { entries, only }
    }

    /// What is said about a body. Returns `None` if the agreement neither sets it up nor mentions it.
    pub(crate) fn of(&self, kind: BodyKind, body: Uuid) -> Option<Said> {
        let at = self.entries.binary_search_by_key(&(body.as_u128(), Some(kind)), |entry| entry.key).ok()?;
        self.entries.get(at).map(|entry| entry.said)
    }

    /// The only body of a kind in the agreement.
    pub(crate) fn only(&self, kind: BodyKind) -> Meant {
        self.only.get(kind as usize).copied().unwrap_or(Meant::None)
    }

    /// The body that an area means by *the* community, or *the* network: the one that it names, or else the only
    /// one of the agreement.
    pub(crate) fn meant_by(&self, area: &FocusArea, kind: BodyKind) -> Meant {
        let mut named = area.participation.iter().filter(|part| part.kind == kind).map(|part| part.body);
        match named.next() {
            Some(one) if named.any(|other| other != one) => Meant::Several,
            Some(one) => self.of(kind, one.uuid()).map_or(Meant::None, Meant::One),
            None => self.only(kind),
        }
    }

    /// Whether the service is in a body.
    pub(crate) fn standing_in(&self, kind: BodyKind, body: Uuid) -> Standing {
        self.of(kind, body).map_or(Standing::Unsaid, Said::standing)
    }

    /// Whether the service is in a body, whichever kind the agreement gives the body.
    pub(crate) fn standing_in_either(&self, body: Uuid) -> Standing {
        let from = self.entries.partition_point(|entry| entry.key.0 < body.as_u128());
        let same = self.entries.iter().skip(from).take_while(|entry| entry.key.0 == body.as_u128());
        same.fold(Said::default(), |all, entry| all.and(entry.said)).standing()
    }

    /// Whether the agreement gives a body two different kinds.
    pub(crate) fn differ_in_kind(&self) -> bool {
        self.entries
            .windows(2)
            .any(|pair| matches!(pair, [one, other] if one.key.0 == other.key.0 && one.key.1 != other.key.1))
    }

    /// Whether the agreement says both that the service is in a body and that it is not.
    pub(crate) fn contradict(&self) -> bool {
        self.entries.iter().any(|entry| entry.said.standing() == Standing::Both)
    }

    /// Whether the service is in one of the bodies of a kind that an area names or, if it names none, in the only
    /// one of the agreement. It is out only if it is out of all of them.
    pub(crate) fn standing_in_any(&self, area: &FocusArea, kind: BodyKind) -> Standing {
        let named = area.participation.iter().filter(|part| part.kind == kind);
        let standings = named.map(|part| self.standing_in(kind, part.body.uuid()));
        standings.reduce(Standing::or).unwrap_or_else(|| self.only(kind).standing())
    }
}

/// The body that a text means without naming it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meant {
    /// Exactly one, with what is said about it.
    One(Said),
    /// There is none.
    None,
    /// It can be one of several.
    Several,
}

impl Meant {
    pub(crate) const fn standing(self) -> Standing {
        match self {
            Self::One(said) => said.standing(),
            Self::None => Standing::Unsaid,
            Self::Several => Standing::Unclear,
        }
    }
}

impl DevelopmentAgreement {
    /// Whether the service takes part in the body that agrees a target figure of an area, as the whole agreement
    /// states it.
    ///
    /// A membership that any area states counts in all of them. A forum without an id is the body of its kind that the
    /// area names or, if it names none, the only one of the agreement. Returns `None` if the membership is not stated,
    /// if it is stated both ways, if it is not clear which body is meant, or for the parties.
    ///
    /// ```
    /// use kvalitetsmodel::agreement::DevelopmentAgreement;
    /// use kvalitetsmodel::body::Forum;
    ///
    /// let agreement: DevelopmentAgreement = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000001",
    ///         "focusAreas": [
    ///             {
    ///                 "id": "00000000-0000-4000-8000-000000000002",
    ///                 "participation": [{
    ///                     "body": "00000000-0000-4000-8000-000000000003", "kind": "community",
    ///                     "membership": "nonMember"
    ///                 }]
    ///             },
    ///             { "id": "00000000-0000-4000-8000-000000000004" }
    ///         ]
    ///     }"#,
    /// )?;
    /// let community = Forum::Community { body: None };
    /// assert_eq!(agreement.takes_part(&agreement.focus_areas[1], community), Some(false));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn takes_part(&self, area: &FocusArea, forum: Forum) -> Option<bool> {
        let (kind, body) = forum.kind_and_body()?;
        let standing = self.memberships(|known| match body {
            Some(body) => known.standing_in(kind, body.uuid()),
            None => known.meant_by(area, kind).standing(),
        });
        match standing {
            Standing::In => Some(true),
            Standing::Out => Some(false),
            Standing::Both | Standing::Invited | Standing::Unsaid | Standing::Unclear => None,
        }
    }

    /// Every participation of the agreement, in the order of the document.
    pub(crate) fn participations(&self) -> impl Iterator<Item = &Participation> + Clone {
        self.focus_areas.iter().flat_map(|area| &area.participation)
    }

    /// Settles who takes part in what, and calls `then` with the answers.
    pub(crate) fn memberships<R>(&self, then: impl FnOnce(&Memberships<'_>) -> R) -> R {
        let set_up = self
            .bodies
            .iter()
            .map(|body| Entry { key: (body.id.uuid().as_u128(), Some(body.kind)), said: Said::default() });
        let stated = self.participations().enumerate().map(|(n, part)| Entry {
            key: (part.body.uuid().as_u128(), Some(part.kind)),
            said: Said::by(n, part),
        });
        let entries = set_up.chain(stated);
        sorted_of(&entries, |entries| then(&Memberships::of_sorted(entries)))
    }
}
