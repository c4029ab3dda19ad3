//! What a change to a standard set means for measurements.

use super::index::Index;
use super::{Denominator, Indicator, SetChange};
use crate::id::Id;
use crate::sorted::same_keys;
use crate::text::Text;

words! {
    /// What changes to a standard set mean for measurements that were recorded before, from the lightest to the
    /// heaviest.
    ///
    /// Names and places do not change what was counted. Another numerator, denominator or data source does: it is
    /// another definition or another way of counting. Another wording does so unless numerator and denominator
    /// are stated and stay as they were.
    ///
    /// # Source
    ///
    /// Derived from, *Projekt SMARTE mål og delmål, afrapportering 2023*: two countings can be compared
    /// if both were made by the same definition and in the same way.
    #[doc(alias = "brud i serien")]
    pub enum Meaning: "betydning for målinger", "meaning for measurements" {
        /// Before and after can be compared.
        Comparable = "målingerne kan sammenlignes", "the measurements can be compared";
        /// They can be compared, and what is measured has another name now.
        UnderNewName = "målingerne kan sammenlignes under den nye betegnelse",
            "the measurements can be compared under the new name";
        /// The figures can be compared, but what was better is worse now.
        JudgedOtherwise = "tallene kan sammenlignes, men skal nu vurderes omvendt",
            "the figures can be compared, but are judged the other way round now";
        /// One of the sets does not say what is counted, or whether anything is.
        NotStated = "det fremgår ikke, om målingerne kan sammenlignes",
            "it is not stated whether the measurements can be compared";
        /// The series breaks: before and after are different things.
        Break = "målingerne kan ikke sammenlignes; der er et brud i serien",
            "the measurements cannot be compared; the series breaks";
        /// It is not measured any more.
        NoLongerMeasured = "der måles ikke længere på det", "it is no longer measured";
        /// It was not measured before.
        NoEarlier = "der er ingen tidligere målinger", "there are no earlier measurements";
    }
}

/// What one change means.
pub(super) fn of_change(change: &SetChange, old: &Index<'_>, new: &Index<'_>) -> Meaning {
    let before = |id: Id<Indicator>| old.indicator(id).map(|(indicator, _)| indicator);
    let after = |id: Id<Indicator>| new.indicator(id).map(|(indicator, _)| indicator);
    match change {
        SetChange::AddTheme { .. } | SetChange::AddStandard { .. } | SetChange::AddIndicator { .. } => {
            Meaning::NoEarlier
        }
        SetChange::LeaveOutTheme { .. } | SetChange::LeaveOutStandard { .. } => Meaning::NoLongerMeasured,
        SetChange::LeaveOutIndicator { indicator } => {
            let home = old.indicator(*indicator).and_then(|(_, home)| new.standard(home.id));
            // A list has no way to say that it is empty: its indicators are not stated.
            let lists_none = home.is_some_and(|home| home.indicators.is_empty());
            if lists_none { Meaning::NotStated } else { Meaning::NoLongerMeasured }
        }
        SetChange::RenameTheme { .. }
        | SetChange::RenameStandard { .. }
        | SetChange::RenumberStandard { .. } => Meaning::UnderNewName,
        SetChange::MoveTheme { .. }
        | SetChange::MoveStandard { .. }
        | SetChange::MoveIndicator { .. }
        | SetChange::ChangeThemeOrigin { .. }
        | SetChange::ChangeStandardOrigin { .. }
        | SetChange::ChangeIndicatorOrigin { .. }
        | SetChange::ReplaceActivities { .. } => Meaning::Comparable,
        SetChange::RewordIndicator { indicator, statement } => match before(*indicator) {
            Some(old) if after(*indicator).is_some_and(|new| counts_the_same(old, new)) => {
                Meaning::UnderNewName
            }
            Some(old) => of_texts(old.statement.as_ref(), statement.as_ref()),
            None => Meaning::NotStated,
        },
        SetChange::RecountIndicator { indicator, numerator, denominator } => {
            before(*indicator).map_or(Meaning::NotStated, |old| {
                let of_numerator = of_texts(old.numerator.as_ref(), numerator.as_ref());
                of_numerator.max(of_denominators(old.denominator.as_ref(), denominator.as_ref()))
            })
        }
        SetChange::TurnIndicator { indicator, direction } => {
            let turned = before(*indicator).and_then(|old| old.direction).is_some() && direction.is_some();
            if turned { Meaning::JudgedOtherwise } else { Meaning::Comparable }
        }
        SetChange::ChangeDataSource { indicator, data_source, projects } => {
            before(*indicator).map_or(Meaning::NotStated, |old| {
                let of_projects = match (old.projects.is_empty(), projects.is_empty()) {
                    _ if same_keys(&old.projects, projects, |one| *one) => Meaning::Comparable,
                    (false, false) => Meaning::Break,
                    _ => Meaning::NotStated,
                };
                of_texts(old.data_source.as_ref(), data_source.as_ref()).max(of_projects)
            })
        }
    }
}

/// Returns `true` if both state numerator and denominator, and the same ones; the wording says what a plain count
/// counts.
fn counts_the_same(old: &Indicator, new: &Indicator) -> bool {
    old.denominator.as_ref().is_some_and(|one| one.is_share() && one.is_stated())
        && old.numerator.as_ref().is_some_and(|one| !one.is_blank())
        && of_texts(old.numerator.as_ref(), new.numerator.as_ref()) == Meaning::Comparable
        && of_denominators(old.denominator.as_ref(), new.denominator.as_ref()) == Meaning::Comparable
}

/// What a change of a text means. A blank text is not stated.
fn of_texts(old: Option<&Text>, new: Option<&Text>) -> Meaning {
    match (old.filter(|text| !text.is_blank()), new.filter(|text| !text.is_blank())) {
        (None, None) => Meaning::Comparable,
        (Some(old), Some(new)) if old.says_same_as(new) => Meaning::Comparable,
        (Some(_), Some(_)) => Meaning::Break,
        _ => Meaning::NotStated,
    }
}

fn of_denominators(old: Option<&Denominator>, new: Option<&Denominator>) -> Meaning {
    match (old, new) {
        (Some(Denominator::Of { text: old }), Some(Denominator::Of { text: new })) => {
            of_texts(Some(old), Some(new))
        }
        (None, None) | (Some(Denominator::None), Some(Denominator::None)) => Meaning::Comparable,
        (Some(_), Some(_)) => Meaning::Break,
        _ => Meaning::NotStated,
    }
}
