//! Contacts with staff on sick leave.

use alloc::vec::Vec;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::Fulfilment;
use crate::section::SectionNumber;
use crate::text::Text;

record! {
    /// A model of when the leader is in contact with staff on sick leave, such as *3-8-15* or *1-5-14*. It says nothing
    /// about any person: what is recorded is the model, and how often it was kept.
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024*, 1.4 (R-035). The agreement does not say how the days are counted.
    #[doc(alias = "3-8-15")]
    pub struct ContactModel: "kontaktmodel", "contact model" {
        optional {
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// What people call it.
            pub name: Option<Text> = "navn", "name";
            /// Which days are counted.
            pub counting: Option<DayCounting> = "der tælles", "counting";
            /// Which number the day of the report has.
            pub report_day: Option<ReportDay> = "dagen for sygemeldingen er", "day of the sickness report";
            /// The contacts, in the order of their days.
            pub contacts: Vec<Contact> = "kontakter", "contacts";
        }
    }
}

record! {
    /// A contact of a model.
    #[derive(Copy)]
    pub struct Contact: "kontakt", "contact" {
        mandatory {
            /// The day on which it is due. **Unit and range:** days as the model counts them, 0 to 65535.
            pub day: u16 = "dag", "day";
        }
        optional {
            /// How many were due, and held in time.
            pub counted: Option<Fulfilment> = "optalt", "counted";
        }
    }
}

words! {
    /// Which days a model counts.
    pub enum DayCounting: "dage, der tælles", "days counted" {
        /// All days.
        CalendarDays = "kalenderdage", "calendar days";
        /// Monday to Friday, apart from holidays.
        WorkingDays = "arbejdsdage", "working days";
    }
}

words! {
    /// Which number a model gives the day of the report.
    pub enum ReportDay: "nummeret på dagen for sygemeldingen", "number of the day of the sickness report" {
        /// Day 0: contact day 3 is three days after the report.
        DayZero = "dag 0", "day 0";
        /// Day 1: contact day 3 is two days after the report.
        DayOne = "dag 1", "day 1";
    }
}

impl ContactModel {
    /// The days in its name, in any order. Only a name that consists of two or more days and hyphens or dashes is read. A
    /// longer number is not a day, but perhaps a civil registration number, which must not appear in a message.
    pub(crate) fn named_days(&self) -> Option<impl Iterator<Item = u64> + Clone> {
        let named = self.name.as_ref()?.as_str().split(['-', '–']).map(str::trim);
        let is_day =
            |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let is_of_days = named.clone().all(is_day) && named.clone().nth(1).is_some();
        is_of_days.then(|| named.filter_map(|part| part.parse().ok()))
    }

    /// The days on which the contacts are due after a report, in the order of the model.
    ///
    /// With [`WorkingDays`](DayCounting::WorkingDays) `holidays` are not counted; day 1 is then the day of the report,
    /// or the first working day after it. With calendar days `holidays` is not read.
    ///
    /// Returns `None` if the model does not say which days it counts or which day that of the report is, or if it
    /// has a day 0 where the day of the report is day 1.
    ///
    /// ```
    /// use kvalitetsmodel::chrono::NaiveDate;
    /// use kvalitetsmodel::duty::{Contact, ContactModel, DayCounting, ReportDay};
    ///
    /// let mut model = ContactModel {
    ///     counting: Some(DayCounting::CalendarDays),
    ///     report_day: Some(ReportDay::DayZero),
    ///     contacts: [3, 8, 15].map(Contact::new).into(),
    ///     ..ContactModel::default()
    /// };
    /// let monday = NaiveDate::from_ymd_opt(2024, 3, 25).ok_or("no such day")?;
    /// let of_march = |days: [u64; 3]| Some(days.map(|days| monday + kvalitetsmodel::chrono::Days::new(days)).to_vec());
    /// assert_eq!(model.contact_days(monday, &[]), of_march([3, 8, 15]));
    /// model.report_day = Some(ReportDay::DayOne);
    /// assert_eq!(model.contact_days(monday, &[]), of_march([2, 7, 14]));
    /// // Maundy Thursday, Good Friday and Easter Monday.
    /// let easter = [3, 4, 7].map(|days| monday + kvalitetsmodel::chrono::Days::new(days));
    /// model.counting = Some(DayCounting::WorkingDays);
    /// assert_eq!(model.contact_days(monday, &easter), of_march([2, 14, 23]));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn contact_days(&self, reported_on: NaiveDate, holidays: &[NaiveDate]) -> Option<Vec<NaiveDate>> {
        let (counting, report_day) = (self.counting?, self.report_day?);
        let day_of = |contact: &Contact| {
            // How many counted days are before it, from `first` on.
            let (first, before) = match report_day {
                ReportDay::DayZero if contact.day == 0 => return Some(reported_on),
                ReportDay::DayZero => (reported_on.succ_opt()?, contact.day.checked_sub(1)?),
                ReportDay::DayOne => (reported_on, contact.day.checked_sub(1)?),
            };
            match counting {
                DayCounting::CalendarDays => first.checked_add_days(Days::new(before.into())),
                DayCounting::WorkingDays => first
                    .iter_days()
                    .filter(|day| {
                        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holidays.contains(day)
                    })
                    .nth(before.into()),
            }
        };
        self.contacts.iter().map(day_of).collect()
    }
}
