//! Finds the columns of the figures.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::choice::Form;
use super::columns::{Figure, Finder, Holds, MOST_REMEDIES};
use super::note::Note;
use super::reason::Reason;
use super::remedy::Remedy;
use super::unit;
use super::vocabulary::Column;
use crate::figure::Unit;
use crate::sorted::sort_by;

impl Finder<'_> {
    pub(super) fn figure(&mut self) -> Option<Figure> {
        let one = |finder: &mut Self, column| match finder.all(column).as_slice() {
            [] => Ok(None),
            [only] => Ok(Some(*only)),
            several => {
                let headings = several.iter().map(|at| finder.heading(*at)).collect();
                let remedy = |at: &usize| Remedy::Value { heading: finder.heading(*at) };
                let can = several.iter().filter(|at| column == Column::Value && finder.can_be_chosen(**at));
                let mut remedies: Vec<Remedy> = can.map(remedy).collect();
                if column == Column::Value {
                    remedies.extend(finder.ratios(several));
                }
                finder.refuse(Reason::SaidTwice { what: column, headings }, remedies);
                Err(())
            }
        };
        let (choice, before) = (self.choice, self.refusals.len());
        let [value, part, whole] = [&choice.value, &choice.part, &choice.whole]
            .map(|said| said.as_ref().map(|said| self.chosen(Some(said)).ok_or(())));
        if let Some(Ok(at)) = part
            && unit::is_ratio(&self.heading(at))
        {
            self.refuse(Reason::NoNumerator { heading: self.heading(at) }, None);
        }
        if self.refusals.len() > before {
            return None;
        }
        let is_chosen = value.is_some() && part.is_none() && whole.is_none();
        if let (true, Some(Ok(at))) = (is_chosen, value) {
            for column in [Column::Part, Column::Whole, Column::Value] {
                self.not_read(self.all(column), [at, at]);
            }
            return Some(Figure::Value { at });
        }
        let ratio = part.is_some() || whole.is_some();
        let value = if ratio { Ok(None) } else { one(self, Column::Value) };
        let part = part.unwrap_or_else(|| one(self, Column::Part).and_then(|at| at.ok_or(())));
        let whole = whole.unwrap_or_else(|| one(self, Column::Whole).and_then(|at| at.ok_or(())));
        if self.refusals.len() > before {
            return None;
        }
        self.of_form(value.unwrap_or_default(), part.ok(), whole.ok())
    }

    fn not_read(&mut self, columns: Vec<usize>, read: [usize; 2]) {
        for at in columns.into_iter().filter(|at| !read.contains(at)) {
            let heading = self.heading(at);
            self.notes.push(Note::RatioNotRead { heading });
        }
    }

    fn of_form(&mut self, value: Option<usize>, part: Option<usize>, whole: Option<usize>) -> Option<Figure> {
        let form = self.choice.form;
        match (form, part, whole) {
            (Form::Subgroup | Form::BetweenEvents, ..) if value.is_some() || part.or(whole).is_none() => {
                let others = [part, whole].into_iter().flatten().collect();
                self.value_or_only(value).inspect(|figure| self.not_read(others, figure.columns()))
            }
            (Form::Subgroup | Form::BetweenEvents, ..) => {
                let headings: Vec<usize> = [part, whole].into_iter().flatten().collect();
                let can = headings.into_iter().filter(|at| self.can_be_chosen(*at));
                let remedies: Vec<Remedy> =
                    can.map(|at| Remedy::Value { heading: self.heading(at) }).collect();
                self.refuse(Reason::NoValue, remedies);
                None
            }
            (Form::Count, Some(at), _) if value.is_none() => {
                self.not_ratio(at)?;
                self.not_read(whole.into_iter().collect(), [at, at]);
                Some(Figure::Value { at })
            }
            (Form::Count, ..) => {
                let others = [part, whole].into_iter().flatten().collect();
                let found =
                    self.value_or_only(value).inspect(|figure| self.not_read(others, figure.columns()))?;
                self.not_ratio(found.columns()[0])?;
                Some(found)
            }
            (_, Some(part), Some(whole)) => {
                if let Some(value) = value {
                    let heading = self.heading(value);
                    self.notes.push(Note::ValueNotRead { heading });
                }
                Some(Figure::Ratio { part, whole })
            }
            (Form::Any, Some(part), None) => {
                let heading = self.heading(part);
                let columns = value.into_iter().chain([part]).filter(|at| self.can_be_chosen(*at));
                let remedies: Vec<Remedy> =
                    columns.map(|at| Remedy::Value { heading: self.heading(at) }).collect();
                self.refuse(Reason::NoWhole { part: heading }, remedies);
                None
            }
            (Form::Any, None, Some(whole)) => {
                let mut figures: Vec<usize> = value.into_iter().collect();
                figures.extend(self.only_figures());
                let figures = figures.into_iter().filter(|at| self.can_be_chosen(*at)).take(MOST_REMEDIES);
                let whole_can = self.can_be_chosen(whole);
                let remedy = |at: usize| match self.heading(at) {
                    heading if unit::is_ratio(&heading) || !whole_can => Remedy::Value { heading },
                    part => Remedy::Ratio { part, whole: self.heading(whole) },
                };
                let remedies: Vec<Remedy> = figures.map(remedy).collect();
                let whole = self.heading(whole);
                self.refuse(Reason::NoPart { whole }, remedies);
                None
            }
            (Form::Any, None, None) => self.value_or_only(value),
            (..) => self.needs_two([value, part, whole]),
        }
    }

    fn only_figures(&self) -> Vec<usize> {
        let is_figure = |at: &usize| self.holds.get(*at).is_some_and(Holds::figures_alone);
        self.unknown().into_iter().filter(is_figure).collect()
    }

    /// The column of values, or otherwise the only unknown one that contains nothing but figures.
    fn value_or_only(&mut self, value: Option<usize>) -> Option<Figure> {
        if let Some(at) = value {
            return Some(Figure::Value { at });
        }
        let chosen = self.choice.date.clone();
        let mut figures = self.only_figures();
        figures.retain(|one| {
            chosen.as_ref().is_none_or(|said| self.names.find(self.headings, said) != Ok(*one))
        });
        if figures.is_empty() {
            // What else such a column contains is refused, cell by cell.
            let is_date = |at: usize| {
                chosen.as_ref().is_some_and(|said| self.names.find(self.headings, said) == Ok(at))
            };
            let is_meant = |holds: &Holds<'_>| holds.some_figures() || holds.nearly_figures();
            let some = |at: &usize| !is_date(*at) && self.holds.get(*at).is_some_and(is_meant);
            let mut meant = self.unknown().into_iter().filter(some);
            if let (Some(only), None) = (meant.next(), meant.next()) {
                return Some(Figure::Value { at: only });
            }
        }
        match figures.as_slice() {
            [] => {
                let mostly = |at: &usize| self.holds.get(*at).is_some_and(Holds::mostly_figures);
                let unknown = self.unknown().into_iter().filter(mostly);
                let can = unknown.filter(|at| self.can_be_chosen(*at)).take(MOST_REMEDIES);
                let remedies: Vec<Remedy> =
                    can.map(|at| Remedy::Value { heading: self.heading(at) }).collect();
                self.refuse(Reason::NoFigures, remedies);
                None
            }
            [only] => {
                let (number, heading) = (only.saturating_add(1), self.heading(*only));
                self.notes.push(Note::TakenAsValue { number, heading });
                Some(Figure::Value { at: *only })
            }
            several => {
                let headings = several.iter().map(|at| self.heading(*at)).collect();
                let can = several.iter().filter(|at| self.can_be_chosen(**at)).take(MOST_REMEDIES);
                let mut remedies: Vec<Remedy> =
                    can.map(|at| Remedy::Value { heading: self.heading(*at) }).collect();
                remedies.extend(self.ratios(several));
                self.refuse(Reason::SeveralFigures { headings }, remedies);
                None
            }
        }
    }

    /// What two columns of counts can be: either can be divided by the other.
    fn ratios(&self, columns: &[usize]) -> Vec<Remedy> {
        let [a, b] = columns else { return Vec::new() };
        let (one, other) = (self.heading(*a), self.heading(*b));
        if self.choice.form != Form::Any
            || [&one, &other].into_iter().any(|heading| unit::is_ratio(heading))
            || !self.can_be_chosen(*a)
            || !self.can_be_chosen(*b)
        {
            return Vec::new();
        }
        let ratio =
            |part: &String, whole: &String| Remedy::Ratio { part: part.clone(), whole: whole.clone() };
        vec![ratio(&one, &other), ratio(&other, &one)]
    }

    /// Refuses figures that are no counts where counts are asked for: the limits of others depend on the unit.
    fn not_ratio(&mut self, at: usize) -> Option<()> {
        let heading = self.heading(at);
        let named = unit::said(&heading).unit.filter(|unit| *unit != Unit::Count);
        let is_counted = matches!(self.choice.unit, Some(Unit::Count));
        if !is_counted && (named.is_some() || unit::is_ratio(&heading)) {
            self.refuse(Reason::NoCounts { heading }, None);
            return None;
        }
        Some(())
    }

    /// Refuses one column where two are needed. If exactly two contain figures, either can be divided by the other.
    fn needs_two(&mut self, known: [Option<usize>; 3]) -> Option<Figure> {
        let mut figures: Vec<usize> = known.into_iter().flatten().collect();
        figures.extend(self.only_figures());
        sort_by(&mut figures, Ord::cmp);
        let headings: Vec<String> = figures.iter().map(|at| self.heading(*at)).collect();
        if let Some(heading) = headings.iter().find(|heading| unit::is_ratio(heading)) {
            self.refuse(Reason::NoNumerator { heading: heading.clone() }, None);
            return None;
        }
        let remedies = match (figures.as_slice(), headings.as_slice()) {
            ([a, b], [one, other]) if self.can_be_chosen(*a) && self.can_be_chosen(*b) => {
                let ratio = |part: &String, whole: &String| Remedy::Ratio {
                    part: part.clone(),
                    whole: whole.clone(),
                };
                match known {
                    [_, Some(part), _] if part == *b => vec![ratio(other, one)],
                    [_, Some(_), _] => vec![ratio(one, other)],
                    [_, _, Some(whole)] if whole == *a => vec![ratio(other, one)],
                    [_, _, Some(_)] => vec![ratio(one, other)],
                    _ => vec![ratio(one, other), ratio(other, one)],
                }
            }
            _ => Vec::new(),
        };
        self.refuse(Reason::NeedsTwo { headings }, remedies);
        None
    }
}
