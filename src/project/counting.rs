//! Countings of the process measures.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::date::PartialDate;
use crate::goal::{Caseload, ProcessMeasure};
use crate::id::Id;
use crate::measurement::{Measurement, Observed};
use crate::model::Indicator;
use crate::organisation::{Department, OrgUnit};
use crate::sorted::sort_by;
use crate::text::Text;

record! {
    /// One counting (*optælling*): on a day, by a definition, in a way.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål*: both countings were made by hand in the record system (R-143); the first is
    /// from before the project in one place and from the first meeting in another (S-029), the second from the
    /// third session (S-030).
    #[doc(alias = "optælling")]
    pub struct Counting: "optælling", "counting", id "counting" {
        optional {
            /// When it was made.
            pub on: Option<PartialDate> = "dato", "date";
            /// When in the project it was made.
            pub time: Option<CountingTime> = "tidspunkt i projektet", "time in the project";
            /// What was counted, in words.
            pub definition: Option<Text> = "definition", "definition";
            /// How it was counted.
            pub method: Option<CountMethod> = "optællingsmåde", "method";
            /// The counts.
            pub rows: Vec<CountRow> = "optalt", "counts";
        }
    }
}

words! {
    /// When in a project a counting is made.
    #[non_exhaustive]
    pub enum CountingTime: "tidspunkt i projektet", "time in the project" {
        /// Before it begins.
        Before = "før projektet", "before the project";
        /// At its beginning, before anything is changed.
        AtStart = "ved første møde", "at the first meeting";
        /// While it goes on.
        During = "undervejs", "along the way";
        /// At its end.
        AtEnd = "ved sidste oplæring", "at the last session";
        /// Later.
        After = "efter projektet", "after the project";
    }
}

words! {
    /// How something was counted.
    #[non_exhaustive]
    pub enum CountMethod: "optællingsmåde", "method of counting" {
        /// By hand.
        ByHand = "optalt manuelt", "counted by hand";
        /// By the record system.
        BySystem = "trukket af systemet", "extracted by the system";
    }
}

record! {
    /// One count of a process measure in one department.
    pub struct CountRow: "optalt antal", "count" {
        mandatory {
            /// The department.
            pub department: Id<Department> = "afdeling", "department";
            /// What is counted.
            pub measure: ProcessMeasure = "procesmål", "process measure";
        }
        optional {
            /// **Unit:** citizens or sub-goals. How many exceptions.
            pub exceptions: Option<u64> = "undtagelser", "exceptions";
            /// **Unit:** citizens or sub-goals. Of how many; without it no share can be given (R-144).
            pub of: Option<u64> = "ud af", "of";
        }
    }
}

impl Counting {
    /// A counting from records as they stand on the day: a row for each department and measure, with its whole.
    ///
    /// Citizens without a stated department have no row. What could not be judged, since a date is not stated, is not
    /// in the whole.
    ///
    /// ```
    /// use kvalitetsmodel::goal::{Caseload, Citizen};
    /// use kvalitetsmodel::{id::Id, project::{CountMethod, Counting}};
    ///
    /// let mut caseload = Caseload::new(Id::from_u128(1));
    /// let department = Some(Id::from_u128(11));
    /// caseload.citizens.push(Citizen { department, ..Citizen::new(Id::from_u128(2)) });
    /// let counting = Counting::of_records(Id::from_u128(3), &caseload, "2024-06-15".parse()?);
    /// assert_eq!((counting.rows[0].exceptions, counting.rows[0].of), (Some(1), Some(1)));
    /// assert_eq!((counting.rows.len(), counting.method), (3, Some(CountMethod::BySystem)));
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn of_records(id: Id<Self>, caseload: &Caseload, as_of: NaiveDate) -> Self {
        let counts = caseload.count_by_department(as_of);
        let rows_of = |measure: ProcessMeasure| {
            counts.iter().filter_map(move |(department, count)| {
                let counted = count.of(measure);
                let row = CountRow::new((*department)?, measure);
                Some(CountRow { exceptions: Some(counted.exceptions), of: Some(counted.of), ..row })
            })
        };
        let definition: Vec<&str> = ProcessMeasure::ALL.iter().map(|one| one.label().da).collect();
        Self {
            on: PartialDate::of_day(as_of).ok(),
            definition: Some(definition.join("; ").into()),
            method: Some(CountMethod::BySystem),
            rows: ProcessMeasure::ALL.iter().copied().flat_map(rows_of).collect(),
            ..Self::new(id)
        }
    }

    /// What was counted of a measure in a department or, for any other unit, in all departments together, as a
    /// measurement of the unit. Returns `None` if no row counts that.
    ///
    /// It is a share if the whole is stated, to be judged by a target in percent; otherwise it is a count, to be judged
    /// by a target that counts exceptions. It has no result if an exception that it needs is not stated, if a
    /// department has two rows on the measure, so that it is unclear which one is valid (rule `PRJ010`), or if the sum
    /// exceeds [`u64::MAX`]. Its period is the day, month or year of the counting.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål*, tables 1 to 3: by department; counts without a whole are no shares (R-144).
    ///
    /// ```
    /// use kvalitetsmodel::goal::ProcessMeasure;
    /// use kvalitetsmodel::id::Id;
    /// use kvalitetsmodel::measurement::Observed;
    /// use kvalitetsmodel::organisation::{Department, SocialService};
    /// use kvalitetsmodel::project::{CountRow, Counting};
    ///
    /// let mut counting = Counting::new(Id::from_u128(1));
    /// let measure = ProcessMeasure::WithoutSubGoal;
    /// for (department, exceptions) in [(11, 6), (12, 15), (13, 7)] {
    ///     let row = CountRow::new(Id::from_u128(department), measure);
    ///     counting.rows.push(CountRow { exceptions: Some(exceptions), ..row });
    /// }
    /// let (id, indicator) = (Id::from_u128(2), Id::from_u128(3));
    /// let of_department = counting.measurement(measure, id, indicator, Id::<Department>::from_u128(12));
    /// assert_eq!(of_department.and_then(|one| one.observed), Some(Observed::of_count(15)));
    /// let of_service = counting.measurement(measure, id, indicator, Id::<SocialService>::from_u128(4));
    /// assert_eq!(of_service.and_then(|one| one.observed), Some(Observed::of_count(28)));
    /// ```
    #[must_use]
    pub fn measurement(
        &self,
        measure: ProcessMeasure,
        id: Id<Measurement>,
        indicator: Id<Indicator>,
        unit: impl Into<OrgUnit>,
    ) -> Option<Measurement> {
        let unit = unit.into();
        let is_about = |row: &&CountRow| match unit {
            OrgUnit::Department { id } => row.department == id,
            _ => true,
        };
        let mut rows: Vec<&CountRow> =
            self.rows.iter().filter(|row| row.measure == measure).filter(is_about).collect();
        sort_by(&mut rows, |one, other| one.department.cmp(&other.department));
        if rows.is_empty() {
            return None;
        }
        let counted_once = rows.is_sorted_by(|one, other| one.department < other.department);
        let sum = |figure: fn(&CountRow) -> Option<u64>| {
            rows.iter().try_fold(0_u64, |sum, row| sum.checked_add(figure(row)?))
        };
        let (exceptions, of) = (sum(|row| row.exceptions), sum(|row| row.of));
        let observed = exceptions.filter(|_| counted_once).map(|exceptions| {
            of.map_or(Observed::of_count(exceptions), |of| Observed::of_share(exceptions, of))
        });
        Some(Measurement {
            indicator: Some(indicator),
            reporting_unit: Some(unit),
            period: self.on.map(Into::into),
            observed,
            data_source: self.method.map(|method| method.label().da.into()),
            ..Measurement::new(id)
        })
    }
}
