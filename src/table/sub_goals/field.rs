//! The columns of a list of sub-goals, and their known headings.

use alloc::string::String;

use serde::Serialize;

use crate::Lang;
use crate::keyed::Key;
use crate::table::vocabulary::is_one_of;
use crate::text::{Bilingual, count};

/// What a column of a list of sub-goals says.
///
/// ```
/// use kvalitetsmodel::table::SubGoalField;
///
/// assert_eq!(SubGoalField::EvaluateBy.label().da, "evalueringsdato");
/// assert!(SubGoalField::EvaluateBy.headings().contains(&"evaluation date"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum SubGoalField {
    /// Whose sub-goal it is, as a number or a name.
    Citizen,
    /// The department of the citizen.
    Department,
    /// The goal of the municipality's order.
    Goal,
    /// The sub-goal in words. An empty cell means that the citizen has none.
    SubGoal,
    /// Whether it is to develop something, to maintain it, or to limit a loss.
    Kind,
    /// When it was set.
    SetOn,
    /// The day by which it is to be evaluated.
    EvaluateBy,
    /// The day by which it is to be closed.
    EndsOn,
    /// What became of it.
    Status,
    /// The result of its evaluation.
    Result,
    /// When it was evaluated.
    EvaluatedOn,
    /// When it was closed.
    ClosedOn,
    /// Whether the citizen was involved in wording it: yes or no.
    Involved,
}

impl Key for SubGoalField {
    type Stored = [u64; 2];

    fn stored(&self) -> [u64; 2] {
        (*self as u64).stored()
    }
}

impl Key for (usize, SubGoalField) {
    type Stored = [u64; 2];

    fn stored(&self) -> [u64; 2] {
        [count(self.0), self.1 as u64]
    }
}

impl SubGoalField {
    /// All fields.
    pub const ALL: &[Self] = &[
        Self::Citizen,
        Self::Department,
        Self::Goal,
        Self::SubGoal,
        Self::Kind,
        Self::SetOn,
        Self::EvaluateBy,
        Self::EndsOn,
        Self::Status,
        Self::Result,
        Self::EvaluatedOn,
        Self::ClosedOn,
        Self::Involved,
    ];

    /// The fields that are dates.
    pub(super) const DATES: [Self; 5] =
        [Self::SetOn, Self::EvaluateBy, Self::EndsOn, Self::EvaluatedOn, Self::ClosedOn];

    /// Its name for a reader.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Citizen => Bilingual::new("borger", "citizen"),
            Self::Department => Bilingual::new("afdeling", "department"),
            Self::Goal => Bilingual::new("mål", "goal"),
            Self::SubGoal => Bilingual::new("delmål", "sub-goal"),
            Self::Kind => Bilingual::new("måltype", "kind of goal"),
            Self::SetOn => Bilingual::new("startdato", "start date"),
            Self::EvaluateBy => Bilingual::new("evalueringsdato", "evaluation date"),
            Self::EndsOn => Bilingual::new("slutdato", "end date"),
            Self::Status => Bilingual::new("status", "status"),
            Self::Result => Bilingual::new("resultat", "result"),
            Self::EvaluatedOn => Bilingual::new("evalueret", "evaluated on"),
            Self::ClosedOn => Bilingual::new("afsluttet", "closed on"),
            Self::Involved => Bilingual::new("borger inddraget", "citizen involved"),
        }
    }

    /// The known headings of the field, whatever their case. Others can be named in
    /// [`SubGoalChoice::headings`](super::SubGoalChoice::headings).
    #[must_use]
    #[rustfmt::skip]
    pub const fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Citizen => &[
                "borger", "borgeren", "borger id", "borgerid", "borgernr", "borger nr", "borgernummer", "borgernavn",
                "borgers navn", "borgerens navn", "beboer", "klient", "cpr", "cpr nr", "cprnr", "cpr nummer",
                "cprnummer", "citizen", "citizen id", "citizen name", "resident", "client",
            ],
            Self::Department => &[
                "afdeling", "afd", "afdelingsnavn", "enhed", "team", "department", "unit", "ward",
            ],
            Self::Goal => &[
                "mål", "målet", "indsatsmål", "kommunens mål", "mål i handleplan", "handleplansmål", "bestilling",
                "overordnet mål", "goal", "municipal goal", "goal of the order",
            ],
            Self::SubGoal => &[
                "delmål", "delmålet", "delmålets titel", "delmål titel", "delmålstitel", "delmålstekst",
                "delmålsbeskrivelse", "sub-goal", "subgoal", "sub goal text", "subgoal title",
            ],
            Self::Kind => &[
                "måltype", "delmålstype", "type", "type af mål", "kind", "kind of goal", "goal type", "kind of sub-goal",
            ],
            Self::SetOn => &[
                "startdato", "start", "starter", "oprettet", "oprettet den", "oprettelsesdato", "start date", "starts on",
                "set on", "created", "created on",
            ],
            Self::EvaluateBy => &[
                "evalueringsdato", "evalueringsfrist", "evalueres senest", "evalueres den", "evaluering senest",
                "næste evaluering", "næste evalueringsdato", "næste opfølgning", "planlagt evaluering", "opfølgningsdato", "evaluation date", "evaluate by",
                "evaluation due", "next evaluation", "next evaluation date",
            ],
            Self::EndsOn => &[
                "slutdato", "slut", "slutter", "planlagt slutdato", "forventet slutdato", "planlagt afslutning", "frist",
                "end date", "ends on", "end", "planned end date", "deadline", "due date",
            ],
            Self::Status => &["status", "delmålsstatus", "status på delmål", "målstatus", "sub-goal status", "state"],
            Self::Result => &[
                "resultat", "evalueringsresultat", "resultat af evaluering", "målopfyldelse", "result", "outcome",
                "result of evaluation",
            ],
            Self::EvaluatedOn => &[
                "evalueret", "evalueret den", "senest evalueret", "sidst evalueret", "seneste evaluering",
                "sidste evaluering", "evaluated", "evaluated on", "last evaluated", "last evaluation",
            ],
            Self::ClosedOn => &[
                "afsluttet", "afsluttet den", "afslutningsdato", "faktisk slutdato", "lukket", "lukket den", "closed",
                "closed on", "closing date", "actual end date",
            ],
            Self::Involved => &[
                "borger inddraget", "borgeren inddraget", "inddraget", "borgerinddragelse", "citizen involved", "involved",
            ],
        }
    }

    pub(super) fn of(folded_heading: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| is_one_of(folded_heading, field.headings()))
    }

    /// A list without this column is refused.
    pub(super) const fn is_needed(self) -> bool {
        matches!(self, Self::Citizen | Self::SubGoal)
    }

    /// What cannot be said without this column. Returns `None` if no count depends on it.
    pub(super) const fn without(self) -> Option<Bilingual> {
        Some(match self {
            Self::EvaluateBy => Bilingual::new(
                "om åbne delmål mangler at blive evalueret, kan ikke vurderes",
                "whether open sub-goals are overdue for evaluation cannot be assessed",
            ),
            Self::EndsOn => Bilingual::new(
                "om åbne delmål mangler at blive afsluttet, kan ikke vurderes",
                "whether open sub-goals are overdue for closing cannot be assessed",
            ),
            _ => return None,
        })
    }

    /// Words that a cell can contain, for a message.
    pub(super) const fn words(self, lang: Lang) -> &'static [&'static str] {
        match (self, lang) {
            (Self::Kind, Lang::Da) => &["udvikle", "fastholde", "begrænse tab"],
            (Self::Kind, Lang::En) => &["develop", "maintain", "limit loss"],
            (Self::Status, Lang::Da) => &["åbent", "nået", "opgivet", "erstattet", "afsluttet"],
            (Self::Status, Lang::En) => &["open", "reached", "given up", "replaced", "closed"],
            (Self::Result, Lang::Da) => &["nået", "delvist nået", "ikke nået"],
            (Self::Result, Lang::En) => &["reached", "partly reached", "not reached"],
            (_, Lang::Da) => &["ja", "nej"],
            (_, Lang::En) => &["yes", "no"],
        }
    }
}

/// Headings that a caller names for fields; the later one counts.
pub(super) fn named(headings: &[(SubGoalField, String)], field: SubGoalField) -> Option<&str> {
    headings.iter().rev().find(|(one, _)| *one == field).map(|(_, heading)| heading.as_str())
}
