//! Which column says what.

use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::ChartKind;
use kvalitetsmodel::figure::Unit;
use kvalitetsmodel::text::Text;

use super::number::{is_like_a_number, is_missing};
use super::refusal::{Because, Note, Refusal};
use super::table::Table;

/// What a column can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    When,
    Value,
    Part,
    Whole,
    Phase,
    Excluded,
    Note,
}

impl Column {
    pub(crate) const ALL: [Self; 7] =
        [Self::When, Self::Value, Self::Part, Self::Whole, Self::Phase, Self::Excluded, Self::Note];

    /// The headings that it is known by, Danish and English.
    pub(crate) const fn headings(self) -> &'static [&'static str] {
        match self {
            Self::When => &[
                "dato",
                "periode",
                "dag",
                "uge",
                "måned",
                "kvartal",
                "halvår",
                "år",
                "date",
                "period",
                "day",
                "week",
                "month",
                "quarter",
                "half-year",
                "year",
            ],
            Self::Value => &[
                "værdi", "antal", "value", "count", "dage", "days", "timer", "hours", "point", "points",
                "procent", "percent", "%", "andel", "share",
            ],
            Self::Part => &["tæller", "part", "numerator"],
            Self::Whole => &["nævner", "whole", "denominator"],
            Self::Phase => &["fase", "phase"],
            Self::Excluded => &["udeladt", "ekskluderet", "excluded"],
            Self::Note => &[
                "note",
                "notes",
                "noter",
                "bemærkning",
                "bemærkninger",
                "kommentar",
                "kommentarer",
                "comment",
                "comments",
            ],
        }
    }

    pub(crate) const fn in_lang(self, lang: Lang) -> &'static str {
        let (da, en) = match self {
            Self::When => ("dato eller periode", "date or period"),
            Self::Value => ("værdi", "value"),
            Self::Part => ("tæller", "numerator"),
            Self::Whole => ("nævner", "denominator"),
            Self::Phase => ("fase", "phase"),
            Self::Excluded => ("udeladt", "excluded"),
            Self::Note => ("note", "note"),
        };
        match lang {
            Lang::Da => da,
            Lang::En => en,
        }
    }

    fn of(heading: &str) -> Option<Self> {
        if heading.is_empty() {
            return None;
        }
        let heading = plain(heading);
        let is = |column: &Self| column.headings().iter().any(|known| signs(known).eq(heading.chars()));
        Self::ALL.into_iter().find(is)
    }
}

/// Small letters, and none that a keyboard may lack.
fn plain(heading: &str) -> String {
    signs(heading).collect()
}

/// The letters of the same, one by one.
fn signs(heading: &str) -> impl Iterator<Item = char> {
    heading.trim().chars().flat_map(char::to_lowercase).flat_map(|sign| {
        let (first, second) = match sign {
            'æ' => ('a', Some('e')),
            'ø' => ('o', Some('e')),
            'å' => ('a', Some('a')),
            other => (other, None),
        };
        core::iter::once(first).chain(second)
    })
}

/// The columns of a file, by their place in a row.
#[derive(Debug)]
pub(crate) struct Columns {
    pub(crate) when: usize,
    pub(crate) figure: Figure,
    pub(crate) phase: Option<usize>,
    pub(crate) excluded: Option<usize>,
    pub(crate) note: Option<usize>,
}

/// Where the figures stand.
#[derive(Debug)]
pub(crate) enum Figure {
    /// In one column.
    Value { at: usize, unit: Option<Unit> },
    /// In two.
    Ratio { part: usize, whole: usize },
}

/// Finds the columns. One that says nothing known is named in a note, unless it is empty.
pub(crate) fn find(table: &Table, kind: ChartKind, notes: &mut Vec<Note>) -> Result<Columns, Vec<Refusal>> {
    let mut found = [None; Column::ALL.len()];
    let mut refusals = Vec::new();
    let refuse = |because| Refusal::of_line(table.heading.line, because);
    let heading_at = |at: usize| table.heading.cells.get(at).cloned().unwrap_or_default();
    let columns: Vec<_> = table.heading.cells.iter().map(|heading| Column::of(heading)).collect();
    let unnamed = unnamed(table, &columns);
    for (at, ((heading, column), holds)) in table.heading.cells.iter().zip(&columns).zip(&unnamed).enumerate()
    {
        let Some(column) = *column else {
            if !heading.is_empty() || holds.something {
                notes.push(Note::UnknownColumn { number: at.saturating_add(1), heading: heading.clone() });
            }
            continue;
        };
        let Some(place) = found.get_mut(column as usize) else { continue };
        match *place {
            None => *place = Some(at),
            Some(first) => refusals.push(refuse(Because::SaidTwice {
                column,
                first: heading_at(first),
                second: heading.clone(),
            })),
        }
    }
    let [when, mut value, part, whole, phase, excluded, note] = found;
    if value.is_none() && part.is_none() && whole.is_none() {
        let headings = table.heading.cells.iter().zip(&unnamed).enumerate();
        let figures = headings.filter(|(_, (heading, holds))| !heading.is_empty() && holds.figures_alone());
        match figures.map(|(at, _)| at).collect::<Vec<_>>().as_slice() {
            [] => {}
            [only] => {
                value = Some(*only);
                let number = only.saturating_add(1);
                notes.retain(|note| !matches!(note, Note::UnknownColumn { number: of, .. } if *of == number));
                notes.push(Note::TakenAsValue { number, heading: heading_at(*only) });
            }
            several => {
                let headings = several.iter().map(|at| heading_at(*at)).collect();
                refusals.push(refuse(Because::SeveralFigures { headings }));
            }
        }
    }
    let figure = match (value, part, whole) {
        (Some(at), ..) if is_of_subgroups(kind) => {
            let others = [part, whole].into_iter().flatten();
            notes.extend(others.map(|at| Note::RatioNotRead { heading: heading_at(at) }));
            Some(Figure::Value { at, unit: unit(&heading_at(at)) })
        }
        (None, Some(_), _) | (None, _, Some(_)) if is_of_subgroups(kind) => {
            refusals.push(refuse(Because::NoColumn(Column::Value)));
            None
        }
        (Some(value), Some(part), Some(whole)) => {
            notes.push(Note::ValueNotRead { heading: heading_at(value) });
            Some(Figure::Ratio { part, whole })
        }
        (None, Some(part), Some(whole)) => Some(Figure::Ratio { part, whole }),
        (_, Some(_), None) => {
            refusals.push(refuse(Because::NoColumn(Column::Whole)));
            None
        }
        (_, None, Some(_)) => {
            refusals.push(refuse(Because::NoColumn(Column::Part)));
            None
        }
        (Some(at), ..) => Some(Figure::Value { at, unit: unit(&heading_at(at)) }),
        (None, None, None) => {
            if !refusals.iter().any(|one| matches!(one.because, Because::SeveralFigures { .. })) {
                refusals.push(refuse(Because::NoFigures));
            }
            None
        }
    };
    if when.is_none() {
        refusals.push(refuse(Because::NoColumn(Column::When)));
    }
    match (when, figure) {
        (Some(when), Some(figure)) if refusals.is_empty() => {
            Ok(Columns { when, figure, phase, excluded, note })
        }
        _ => Err(refusals),
    }
}

/// What stands in a column with a heading that is not known.
#[derive(Debug, Clone, Copy, Default)]
struct Holds {
    something: bool,
    figures: bool,
    others: bool,
}

impl Holds {
    const fn figures_alone(self) -> bool {
        self.figures && !self.others
    }
}

/// What stands in each column with a heading that is not known. It goes through the cells once, however many columns
/// a table has.
fn unnamed(table: &Table, columns: &[Option<Column>]) -> Vec<Holds> {
    let mut all = vec![Holds::default(); columns.len()];
    for row in &table.rows {
        for ((cell, column), holds) in row.cells.iter().zip(columns).zip(&mut all) {
            if column.is_some() || cell.is_empty() {
                continue;
            }
            holds.something = true;
            if !is_missing(cell) {
                let is_figure = is_like_a_number(cell);
                holds.figures |= is_figure;
                holds.others |= !is_figure;
            }
        }
    }
    all
}

/// Does the chart rest on the single values of subgroups?
pub(crate) const fn is_of_subgroups(kind: ChartKind) -> bool {
    matches!(kind, ChartKind::Xbar | ChartKind::S)
}

/// The unit that a heading names.
fn unit(heading: &str) -> Option<Unit> {
    match plain(heading).as_str() {
        "dage" | "days" => Some(Unit::Days),
        "timer" | "hours" => Some(Unit::Hours),
        "point" | "points" => Some(Unit::Points),
        "procent" | "percent" | "%" => Some(Unit::Percent),
        // A whole figure is still no count.
        "andel" | "share" => Some(other(heading)),
        _ => None,
    }
}

/// A unit that goes by the heading.
pub(crate) fn other(heading: &str) -> Unit {
    Unit::Other { name: Text::from(heading) }
}

/// The unit of an exposure: what the heading names, or nothing in particular where it only says that it is the
/// whole.
pub(crate) fn exposure(heading: &str) -> Unit {
    let says_nothing = ["nævner", "denominator", "whole", "n", "total", "i alt"];
    if says_nothing.contains(&plain(heading).as_str()) {
        Unit::Count
    } else {
        unit(heading).unwrap_or_else(|| other(heading))
    }
}
