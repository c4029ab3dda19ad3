//! What the figures of a table are.

use alloc::vec::Vec;

use super::cell::Row;
use super::choice::{Choice, Form};
use super::columns::Figure;
use super::found::Outcome;
use super::note::Note;
use super::number::whole;
use super::rows::{Entry, Read};
use super::unit;
use crate::figure::{Decimal, Unit};
use crate::measurement::Observed;

pub(super) enum Kind {
    Count,
    Value(Unit),
    Share,
    Rate(Unit),
    Subgroup(Unit),
}

impl Kind {
    pub(super) fn of(
        entries: &[Entry<'_>],
        figure: Figure,
        headings: &Row,
        choice: &Choice,
        is_in_percent: bool,
    ) -> Self {
        match figure {
            Figure::Value { at } => {
                let heading = headings.text(at);
                let said = unit::said(&heading).unit;
                // A whole figure is still not a count, and a share above 1 is in percent.
                let is_above_one = entries.iter().any(|entry| match entry.figure {
                    Read::Value(value) => value > Decimal::from(1),
                    _ => false,
                });
                let share = unit::is_share(&heading).then(|| {
                    if is_above_one { Unit::Percent } else { Unit::Other { name: heading.trim().into() } }
                });
                let percent = is_in_percent.then_some(Unit::Percent);
                let rate = unit::rate(&heading).map(|(_, unit)| unit::other(unit));
                let unit = choice.unit.clone().or(percent).or(rate).or(said).or(share);
                let are_counts = entries.iter().all(|entry| match entry.figure {
                    Read::Value(value) => whole(value).is_some(),
                    _ => true,
                });
                match (choice.form, unit) {
                    (Form::Count, _) => Self::Count,
                    (Form::Subgroup, unit) => Self::Subgroup(unit.unwrap_or(Unit::Count)),
                    (_, None | Some(Unit::Count)) if are_counts => Self::Count,
                    // What is no count is in the unit in brackets, known or not.
                    (_, None) => Self::Value(unit::unknown(&heading).map_or(Unit::Count, unit::other)),
                    (_, Some(unit)) => Self::Value(unit),
                }
            }
            Figure::Ratio { part, whole: at } => {
                // Falls over bed days are a rate, even if each is below the other.
                let are_over_time = unit::is_time(&headings.text(at)) && !unit::is_time(&headings.text(part));
                let are_shares = !are_over_time
                    && entries.iter().all(|entry| match entry.figure {
                        Read::Ratio(part, of) => whole(of).is_some_and(|of| part <= of),
                        _ => true,
                    });
                match choice.form {
                    Form::Share => Self::Share,
                    Form::Rate => Self::Rate(exposure(headings, at, choice)),
                    _ if are_shares => Self::Share,
                    _ => Self::Rate(exposure(headings, at, choice)),
                }
            }
        }
    }

    /// The unit of a target for the figures.
    pub(super) fn unit(&self) -> Unit {
        match self {
            Self::Count => Unit::Count,
            Self::Share => Unit::Percent,
            Self::Value(unit) | Self::Rate(unit) | Self::Subgroup(unit) => unit.clone(),
        }
    }

    /// The note if a share may be written as 0.81 below a heading that says percent.
    pub(super) fn small_percents(
        &self,
        entries: &[Entry<'_>],
        figure: Figure,
        is_in_percent: bool,
    ) -> Option<Note> {
        let (Figure::Value { at }, Self::Value(Unit::Percent) | Self::Subgroup(Unit::Percent)) =
            (figure, self)
        else {
            return None;
        };
        let mut said = None;
        let mut values = entries.iter().filter_map(|entry| match entry.figure {
            Read::Value(value) => Some((entry, value)),
            _ => None,
        });
        let are_small = values.all(|(entry, value)| {
            said = said.take().or_else(|| whole(value).is_none().then(|| entry.row.text(at).into()));
            (Decimal::ZERO..=Decimal::from(1)).contains(&value)
        });
        said.filter(|_| are_small && !is_in_percent).map(|said| Note::SmallPercents { said })
    }

    /// The note if figures are not counts and only the heading, or nothing, says what they are.
    pub(super) fn no_counts(
        &self,
        entries: &[Entry<'_>],
        figure: Figure,
        headings: &Row,
        choice: &Choice,
    ) -> Option<Note> {
        let (Figure::Value { at }, Self::Value(unit) | Self::Subgroup(unit), None) =
            (figure, self, &choice.unit)
        else {
            return None;
        };
        let heading = headings.text(at);
        match (unit::rate(&heading), unit) {
            (Some((_, per)), Unit::Other { .. }) => {
                Some(Note::PerNumber { heading: heading.clone().into(), unit: per.into() })
            }
            (_, Unit::Count) => entries.iter().find_map(|entry| match entry.figure {
                Read::Value(value) if whole(value).is_none() => {
                    Some(Note::NoCount { heading: heading.clone().into(), said: entry.row.text(at).into() })
                }
                _ => None,
            }),
            _ => None,
        }
    }

    /// The note if nothing but the figures, or the unit of the denominator, says that a pair is a rate, or if only the
    /// height of the figures says that they are in percent.
    pub(super) fn guessed(
        &self,
        entries: &[Entry<'_>],
        figure: Figure,
        headings: &Row,
        choice: &Choice,
        is_in_percent: bool,
    ) -> Option<Note> {
        match (figure, self) {
            (Figure::Ratio { part, whole }, Self::Rate(_)) if choice.form == Form::Any => {
                Some(Note::ReadAsRate {
                    part: headings.text(part).into(),
                    whole: headings.text(whole).into(),
                })
            }
            (Figure::Value { at }, Self::Value(Unit::Percent) | Self::Subgroup(Unit::Percent))
                if unit::is_share(&headings.text(at)) && choice.unit.is_none() && !is_in_percent =>
            {
                let above = entries.iter().find(|entry| match entry.figure {
                    Read::Value(value) => value > Decimal::from(1),
                    _ => false,
                })?;
                Some(Note::ShareInPercent {
                    heading: headings.text(at).into(),
                    said: above.row.text(at).into(),
                })
            }
            (Figure::Value { at }, Self::Count) if choice.form == Form::Any && choice.unit.is_none() => {
                let heading = headings.text(at);
                let said = unit::unknown(&heading)?.into();
                Some(Note::BracketsNotRead { heading: heading.clone().into(), said })
            }
            _ => None,
        }
    }

    /// The result of one row, or of the rows of one subgroup.
    pub(super) fn outcome(&self, group: &[Entry<'_>], notes: &mut Vec<Note>) -> Outcome {
        let below = group.iter().find_map(|entry| match entry.figure {
            Read::Below(below) => Some(below),
            _ => None,
        });
        let none = below.map_or(Outcome::Missing, |below| Outcome::Suppressed { below });
        if let Self::Subgroup(unit) = self {
            let mut values = Vec::new();
            for entry in group {
                match entry.figure {
                    Read::Value(value) => values.push(value),
                    _ if group.len() > 1 => notes.push(Note::MissingInSubgroup { line: entry.line }),
                    _ => {}
                }
            }
            if values.is_empty() {
                return none;
            }
            return Outcome::Observed(Observed::of_subgroup(values, unit.clone()));
        }
        let observed = group.first().and_then(|entry| match (self, entry.figure) {
            (Self::Count, Read::Value(value)) => whole(value).map(Observed::of_count),
            (Self::Value(unit), Read::Value(value)) => Some(Observed::of_value(value, unit.clone())),
            (Self::Share, Read::Ratio(part, of)) => whole(of).map(|whole| Observed::of_share(part, whole)),
            (Self::Rate(unit), Read::Ratio(events, exposure)) => {
                Some(Observed::of_rate(events, exposure, unit.clone()))
            }
            _ => None,
        });
        observed.map_or(none, Outcome::Observed)
    }
}

fn exposure(headings: &Row, at: usize, choice: &Choice) -> Unit {
    choice.unit.clone().unwrap_or_else(|| unit::exposure(&headings.text(at)))
}
