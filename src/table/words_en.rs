//! The reasons in English.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;

use super::reason::Reason;
use super::vocabulary::{Column, VALUES};
use super::words::{a_period, day, listed, periods, quoted, short, with_year};
use crate::Lang;

const LANG: Lang = Lang::En;

pub(super) fn because(reason: &Reason) -> String {
    of_the_file(reason).or_else(|| of_a_period(reason)).unwrap_or_else(|| of_a_figure(reason))
}

fn of_the_file(reason: &Reason) -> Option<String> {
    Some(match reason {
        Reason::MixedEncodings => {
            "the file is partly UTF-8 and partly something else; save it as “CSV UTF-8”".to_owned()
        }
        Reason::Workbook => "the file is a workbook as Excel writes it, or a packed file, and not separated values; save the \
                             sheet as “CSV UTF-8”"
            .to_owned(),
        Reason::WebPage => "the file is a web page (HTML or XML) and not separated values, whatever it is called; open it in a spreadsheet, and save \
             the sheet as “CSV UTF-8”".to_owned(),
        Reason::BrokenUtf16 => "the file looks like UTF-16 and is not; save it as “CSV UTF-8”".to_owned(),
        Reason::NoSign { byte } => {
            format!("byte {byte:02X} is a character in neither UTF-8 nor Windows-1252; save the file as “CSV UTF-8”")
        }
        Reason::Empty => "the file is empty".to_owned(),
        Reason::OneColumn => {
            "the heading has one column; there must be ;, a tab or , between columns".to_owned()
        }
        Reason::OpenQuote => "a quote is never closed".to_owned(),
        Reason::NoRows => "there are no rows below the heading".to_owned(),
        Reason::NoDate => {
            "no heading says where the date or period is; call the column “date” or “period”, or name it after the kind \
             of period: week, month, quarter, half-year or year"
                .to_owned()
        }
        Reason::PeriodsAcross { headings } => format!(
            "the periods are the headings ({}), and one row for each period is read; swap rows and columns, which a \
             spreadsheet does when it pastes with “transpose”, and call the column of the periods “period”",
            quoted(headings, LANG)
        ),
        Reason::PeriodsBothWays { down, headings } => format!(
            "the periods are both in the column “{}” and in the headings ({}); write one row for each period, with the year in a \
             column of its own, called “year”",
            short(down),
            quoted(headings, LANG)
        ),
        Reason::AnotherTable => "another table begins here; save each table in a file of its own".to_owned(),
        Reason::NoFigures => format!(
            "there is no column of values ({}), nor two columns “numerator” and “denominator”; call the right column \
             “value”",
            VALUES.join(", ")
        ),
        Reason::SeveralFigures { headings } => format!(
            "no heading says where the value is, and several columns hold nothing but figures: {}",
            quoted(headings, LANG)
        ),
        Reason::NeedsTwo { headings } if headings.is_empty() => {
            "shares and rates need two columns of figures, “numerator” and “denominator”; the table has none".to_owned()
        }
        Reason::NeedsTwo { headings } => format!(
            "shares and rates need two columns, “numerator” and “denominator”; the table has figures only in {}. Call the \
             column of what is counted “numerator”, and the column it is divided by “denominator”; add the missing one",
            quoted(headings, LANG)
        ),
        Reason::NoWhole { part } => format!(
            "“{}” is a numerator, and there is no column to divide it by; call that “denominator”",
            short(part)
        ),
        Reason::NoPart { whole } => format!(
            "“{}” is a denominator, and there is no column to be divided by it; call that “numerator”",
            short(whole)
        ),
        Reason::NoValue => "the single values must be in one column; call it “value”".to_owned(),
        Reason::SaidTwice { what, headings } => {
            let change = match what {
                Column::Value => {
                    "rename the one that is not the result, or call them “numerator” and “denominator” if one is to be \
                     divided by the other"
                }
                _ => "rename the one that is not to be read",
            };
            format!("several columns say {}: {}; {change}", what.in_lang(LANG), quoted(headings, LANG))
        }
        Reason::NoSuchHeading { said, headings } => {
            format!("no column is called “{}”; there are {}", short(said), quoted(headings, LANG))
        }
        Reason::SameHeading { said } => {
            format!("several columns are called “{}”; rename the one that is not to be read", short(said))
        }
        Reason::NoSuchCell { said, cells } => {
            format!("“{}” is not in the column, which holds {}", short(said), quoted(cells, LANG))
        }
        Reason::SeveralGroups { line, .. } => {
            format!("line {line} has the same date or period and is about something else; read one group at a time")
        }
        Reason::CellsAmiss { cells, headings } => {
            let [are, fields] = if *cells == 1 { ["is", "field"] } else { ["are", "fields"] };
            if cells < headings {
                return Some(format!("there {are} {cells} {fields}, and the heading has {headings}; write the empty fields, too"));
            }
            format!(
            "there {are} {cells} {fields}, and the heading has {headings}; a field that contains a separator must be quoted"
            )
        }
        _ => return None,
    })
}

fn of_a_period(reason: &Reason) -> Option<String> {
    Some(match reason {
        Reason::NoTime => "there is no date or period".to_owned(),
        Reason::NotATime { said, of: None } => format!(
            "“{}” is no date or period such as 2024-01-31, 31.01.2024, 2024-01, Jan 2024, 2024-Q1, 2024-W05 or 2024",
            short(said)
        ),
        Reason::NotATime { said, of: Some(kind) } => {
            format!("“{}” is not {}, as the heading says", short(said), a_period(*kind, LANG))
        }
        Reason::NotInCalendar { said } => {
            format!("there is no “{}” in the calendar; correct it", short(said))
        }
        Reason::SerialNumber { said } => format!(
            "“{}” is not a date; it may be a spreadsheet's number for a day. Format the column as dates, and save it again",
            short(said)
        ),
        Reason::NoYear { said } => format!(
            "“{}” says no year; write it in the field, as in “{}”, or in a column of its own, called “year”",
            short(said),
            with_year(said)
        ),
        Reason::ShortYear { said } => format!(
            "“{}” has no year of four digits; write the year with four, as in Jan 2024 or 31.01.2024",
            short(said)
        ),
        Reason::MonthOrSplitYear { said } => format!(
            "“{}” can be a month, and a year that ends in the next calendar year; such years are not read, since nothing \
             says when they begin",
            short(said)
        ),
        Reason::NotAYear { said } if said.is_empty() => "there is no year; write it in every row".to_owned(),
        Reason::NotAYear { said } => format!("“{}” is no year of four digits", short(said)),
        Reason::OtherYear { said, year } => {
            format!("“{}” is not in {year}, as the column of years says; correct one of them", short(said))
        }
        Reason::TimeOfDay { said } => format!(
            "“{}” has a time of day; only whole days and periods are read, so delete the time",
            short(said)
        ),
        Reason::TwoDays { said, day_first, month_first } => format!(
            "“{}” can be {} and {}, and no other date in the column decides it",
            short(said),
            day(*day_first, LANG),
            day(*month_first, LANG)
        ),
        Reason::OtherOrder { said, line } => format!(
            "“{}” is no date with day and month in the order of line {line}; write the dates as 2024-01-31",
            short(said)
        ),
        Reason::OtherKind { said, found, heading } => format!(
            "“{}” is {}, and the heading says {}; rename the column so that it is right",
            short(said),
            a_period(*found, LANG),
            heading.label().in_lang(LANG)
        ),
        Reason::SeveralKinds { found, most, lines } => {
            let (line, is) = if lines.len() == 1 {
                ("line", ["is", a_period(*found, LANG)])
            } else {
                ("lines", ["are", periods(*found, LANG)])
            };
            format!(
                "most rows are {}, and {line} {} {}; delete those that do not belong",
                periods(*most, LANG),
                listed(lines.iter(), LANG),
                is.join(" ")
            )
        }
        Reason::SameTime { line } => {
            format!("line {line} has the same date or period; delete the one that does not belong")
        }
        Reason::OtherPhase { line } => format!("line {line} has the same date and another phase"),
        Reason::OtherExclusion { line } => {
            format!("line {line} has the same date, and only one of the two is excluded")
        }
        _ => return None,
    })
}

fn of_a_figure(reason: &Reason) -> String {
    match reason {
        Reason::NotANumber { said } => format!(
            "“{}” is no number; write only the number, leave the field empty if the result is missing, or write, for example, <5 if it is \
             suppressed",
            short(said)
        ),
        Reason::MoreThanANumber { said } => format!(
            "“{}” has something after the number; write only the number, and its unit in the heading, as in “Cost (kr.)”",
            short(said)
        ),
        Reason::NotWhole { said } => format!("“{}” is no whole number from zero on", short(said)),
        Reason::TooPrecise => "the figure has more than 9 decimals".to_owned(),
        Reason::TooLong => "the figure has more than 18 digits".to_owned(),
        Reason::NoPercent { said, line } => {
            format!("“{}” has no %, and line {line} has; write it at all of them or at none", short(said))
        }
        Reason::OtherSign { said, line: Some(line) } => {
            format!("“{}” has another decimal sign than line {line}", short(said))
        }
        Reason::OtherSign { said, line: None } => {
            format!("“{}” has another decimal sign than the chosen one", short(said))
        }
        Reason::TwoFigures { said, comma, point } => format!(
            "“{}” can be {} and {}, and no other figure in the column decides it",
            short(said),
            comma.in_lang(LANG),
            point.in_lang(LANG)
        ),
        Reason::NotYesOrNo { said } => format!("“{}” is neither yes nor no", short(said)),
        Reason::NoDirection => {
            "say whether higher figures are better (such as well-being) or lower ones (such as falls and sick leave): \
             the file does not say it, and without it no shift is an improvement or a deterioration"
                .to_owned()
        }
        Reason::NotADirection { said } => {
            format!("“{}” does not say whether higher or lower figures are better", short(said))
        }
        Reason::OtherDirection { line: Some(line) } => format!("line {line} says that the opposite is better"),
        Reason::OtherDirection { line: None } => "the opposite was chosen as better".to_owned(),
        Reason::NotATarget { said } => {
            format!("“{}” is no target such as 80, 6.5, 80%, ≥ 80 or at most 5", short(said))
        }
        Reason::ShareOrPercent { value } => {
            let (one, other) = (value.in_lang(LANG), value.hundredfold().unwrap_or(*value).in_lang(LANG));
            format!("“{one}” may mean {one}% or {other}%; write the target with a %, as “{one}%” or “{other}%”")
        }
        Reason::TargetInPercent => "the target has a %, and the figures are not in percent".to_owned(),
        _ => String::new(),
    }
}
