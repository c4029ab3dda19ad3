//! Finds the columns of the figures.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::choice::Form;
use super::columns::{Figure, Finder, Holds, MOST_REMEDIES};
use super::note::Note;
use super::reason::Reason;
use super::remedy::Remedy;
use super::vocabulary::Column;
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
                let remedies: Vec<Remedy> = can.map(remedy).collect();
                finder.refuse(Reason::SaidTwice { what: column, headings }, remedies);
                Err(())
            }
        };
        let (choice, before) = (self.choice, self.refusals.len());
        let [value, part, whole] = [&choice.value, &choice.part, &choice.whole]
            .map(|said| said.as_ref().map(|said| self.chosen(Some(said)).ok_or(())));
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
                self.not_read(whole.into_iter().collect(), [at, at]);
                Some(Figure::Value { at })
            }
            (Form::Count, ..) => {
                let others = [part, whole].into_iter().flatten().collect();
                self.value_or_only(value).inspect(|figure| self.not_read(others, figure.columns()))
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
                let remedy = self.can_be_chosen(part).then(|| Remedy::Value { heading: heading.clone() });
                self.refuse(Reason::NoWhole { part: heading }, remedy);
                None
            }
            (Form::Any, None, Some(whole)) => {
                let whole = self.heading(whole);
                self.refuse(Reason::NoPart { whole }, None);
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
            let some = |at: &usize| !is_date(*at) && self.holds.get(*at).is_some_and(Holds::some_figures);
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
                let remedies: Vec<Remedy> =
                    can.map(|at| Remedy::Value { heading: self.heading(*at) }).collect();
                self.refuse(Reason::SeveralFigures { headings }, remedies);
                None
            }
        }
    }

    /// Refuses one column where two are needed. If exactly two contain figures, either can be divided by the other.
    fn needs_two(&mut self, known: [Option<usize>; 3]) -> Option<Figure> {
        let mut figures: Vec<usize> = known.into_iter().flatten().collect();
        figures.extend(self.only_figures());
        sort_by(&mut figures, Ord::cmp);
        let headings: Vec<String> = figures.iter().map(|at| self.heading(*at)).collect();
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
