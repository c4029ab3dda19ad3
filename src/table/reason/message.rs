//! The reasons in words, in both languages.

use alloc::string::String;

use super::Reason;
use crate::Lang;
use crate::table::vocabulary::{Column, VALUES};
use crate::table::words::{a_period, day, listed, periods, quoted, say, short, weekday, with_year};

impl Reason {
    /// What is wrong, without the place: lower case, no full stop.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one sentence for each reason")]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::MixedEncodings => say!(
                lang,
                "filen er delvis UTF-8 og delvis noget andet; gem den som »CSV UTF-8«",
                "the file is partly UTF-8 and partly something else; save it as “CSV UTF-8”",
            ),
            Self::Workbook => say!(
                lang,
                "filen er en projektmappe, som Excel skriver den, eller en pakket fil, og ikke adskilte værdier; gem \
                 arket som »CSV UTF-8«",
                "the file is a workbook as Excel writes it, or a packed file, and not separated values; save the \
                 sheet as “CSV UTF-8”",
            ),
            Self::WebPage => say!(
                lang,
                "filen er en webside (HTML eller XML) og ikke adskilte værdier, hvad den end hedder; åbn den i et \
                 regneark, og gem arket som »CSV UTF-8«",
                "the file is a web page (HTML or XML) and not separated values, whatever it is called; open it in a \
                 spreadsheet, and save the sheet as “CSV UTF-8”",
            ),
            Self::BrokenUtf16 => say!(
                lang,
                "filen ligner UTF-16, men er det ikke; gem den som »CSV UTF-8«",
                "the file looks like UTF-16 and is not; save it as “CSV UTF-8”",
            ),
            Self::NoSign { byte } => say!(
                lang,
                "byte {byte:02X} er et tegn i hverken UTF-8 eller Windows-1252; gem filen som »CSV UTF-8«",
                "byte {byte:02X} is a character in neither UTF-8 nor Windows-1252; save the file as “CSV UTF-8”",
            ),
            Self::Empty => say!(lang, "filen er tom", "the file is empty"),
            Self::OneColumn => say!(
                lang,
                "overskriften har kun én kolonne; der skal være semikolon, tabulator eller komma mellem kolonnerne",
                "the heading has one column; there must be ;, a tab or , between columns",
            ),
            Self::OpenQuote => say!(lang, "et citationstegn bliver aldrig lukket", "a quote is never closed"),
            Self::NoRows => {
                say!(lang, "der står intet under overskriften", "there are no rows below the heading",)
            }
            Self::NoDate => say!(
                lang,
                "ingen overskrift siger, hvor datoen eller perioden står; kald kolonnen »dato« eller »periode«, \
                 eller efter periodens slags: uge, måned, kvartal, halvår eller år",
                "no heading says where the date or period is; call the column “date” or “period”, or name it after \
                 the kind of period: week, month, quarter, half-year or year",
            ),
            Self::PeriodsAcross { headings } => say!(
                lang,
                "perioderne er overskrifter ({headings}), men her læses én række for hver periode; byt om på rækker \
                 og kolonner, som et regneark gør, når man indsætter med »transponer«, og kald kolonnen med \
                 perioderne »periode«",
                "the periods are the headings ({headings}), and one row for each period is read; swap rows and \
                 columns, which a spreadsheet does when it pastes with “transpose”, and call the column of the \
                 periods “period”",
                headings = quoted(headings, lang),
            ),
            Self::PeriodsBothWays { down, headings } => say!(
                lang,
                "perioderne står både i kolonnen »{down}« og som overskrifter ({headings}); skriv én række for hver \
                 periode, og sæt året i en kolonne for sig, kaldt »år«",
                "the periods are both in the column “{down}” and in the headings ({headings}); write one row for \
                 each period, with the year in a column of its own, called “year”",
                down = short(down),
                headings = quoted(headings, lang),
            ),
            Self::AnotherTable => say!(
                lang,
                "her begynder en ny tabel; gem hver tabel i sin egen fil",
                "another table begins here; save each table in a file of its own",
            ),
            Self::NoFigures => say!(
                lang,
                "der mangler en kolonne med værdier ({values}) eller to kolonner, »tæller« og »nævner«; kald den \
                 rette kolonne »værdi«",
                "there is no column of values ({values}), nor two columns “numerator” and “denominator”; call the \
                 right column “value”",
                values = VALUES.join(", "),
            ),
            Self::SeveralFigures { headings } => say!(
                lang,
                "ingen overskrift siger, hvor værdien står, og flere kolonner har kun tal: {headings}",
                "no heading says where the value is, and several columns hold nothing but figures: {headings}",
                headings = quoted(headings, lang),
            ),
            Self::NeedsTwo { headings } if headings.is_empty() => say!(
                lang,
                "andele og rater kræver to kolonner med tal, »tæller« og »nævner«; tabellen har ingen",
                "shares and rates need two columns of figures, “numerator” and “denominator”; the table has none",
            ),
            Self::NeedsTwo { headings } => say!(
                lang,
                "andele og rater kræver to kolonner, »tæller« og »nævner«; tabellen har kun tal i {headings}. Kald \
                 kolonnen med det, der tælles, »tæller«, og kolonnen med det, den skal deles med, »nævner«; tilføj \
                 den, der mangler",
                "shares and rates need two columns, “numerator” and “denominator”; the table has figures only in \
                 {headings}. Call the column of what is counted “numerator”, and the column it is divided by \
                 “denominator”; add the missing one",
                headings = quoted(headings, lang),
            ),
            Self::NoWhole { part } => say!(
                lang,
                "»{part}« er en tæller, men der mangler en kolonne med det, den skal deles med; kald den »nævner«",
                "“{part}” is a numerator, and there is no column to divide it by; call that “denominator”",
                part = short(part),
            ),
            Self::NoPart { whole } => say!(
                lang,
                "»{whole}« er en nævner, men der mangler en kolonne med det, der skal deles; kald den »tæller«",
                "“{whole}” is a denominator, and there is no column to be divided by it; call that “numerator”",
                whole = short(whole),
            ),
            Self::NoValue => say!(
                lang,
                "de enkelte værdier skal stå i én kolonne; kald den »værdi«",
                "the single values must be in one column; call it “value”",
            ),
            Self::SaidTwice { what: Column::Value, headings } => say!(
                lang,
                "flere kolonner kan være {what}: {headings}; omdøb den, der ikke er resultatet, eller kald dem »tæller« \
                 og »nævner«, hvis den ene skal deles med den anden",
                "several columns say {what}: {headings}; rename the one that is not the result, or call them \
                 “numerator” and “denominator” if one is to be divided by the other",
                what = Column::Value.in_lang(lang),
                headings = quoted(headings, lang),
            ),
            Self::SaidTwice { what, headings } => say!(
                lang,
                "flere kolonner kan være {what}: {headings}; omdøb den, der ikke skal læses",
                "several columns say {what}: {headings}; rename the one that is not to be read",
                what = what.in_lang(lang),
                headings = quoted(headings, lang),
            ),
            Self::NoSuchHeading { said, headings } => say!(
                lang,
                "ingen kolonne hedder »{said}«; her er {headings}",
                "no column is called “{said}”; there are {headings}",
                said = short(said),
                headings = quoted(headings, lang),
            ),
            Self::SameHeading { said } => say!(
                lang,
                "flere kolonner hedder »{said}«; omdøb den, der ikke skal læses",
                "several columns are called “{said}”; rename the one that is not to be read",
                said = short(said),
            ),
            Self::NoSuchCell { said, cells } => say!(
                lang,
                "»{said}« står ikke i kolonnen; der står {cells}",
                "“{said}” is not in the column, which holds {cells}",
                said = short(said),
                cells = quoted(cells, lang),
            ),
            Self::SeveralGroups { line, .. } => say!(
                lang,
                "linje {line} har samme dato eller periode og gælder noget andet; læs én gruppe ad gangen",
                "line {line} has the same date or period and is about something else; read one group at a time",
            ),
            Self::CellsAmiss { cells: 1, headings } => say!(
                lang,
                "der er 1 felt, og overskriften har {headings}; skriv også de tomme felter",
                "there is 1 field, and the heading has {headings}; write the empty fields, too",
            ),
            Self::CellsAmiss { cells, headings } if cells < headings => say!(
                lang,
                "der er {cells} felter, og overskriften har {headings}; skriv også de tomme felter",
                "there are {cells} fields, and the heading has {headings}; write the empty fields, too",
            ),
            Self::CellsAmiss { cells, headings } => say!(
                lang,
                "der er {cells} felter, og overskriften har {headings}; et felt med skilletegn i skal stå i \
                 citationstegn",
                "there are {cells} fields, and the heading has {headings}; a field that contains a separator must \
                 be quoted",
            ),
            Self::NoTime => say!(lang, "der står ingen dato eller periode", "there is no date or period"),
            Self::NotATime { said, of: None } => say!(
                lang,
                "»{said}« er ingen dato eller periode, som 2024-01-31, 31.01.2024, 2024-01, jan 2024, 2024-K1, \
                 2024-U05 eller 2024",
                "“{said}” is no date or period such as 2024-01-31, 31.01.2024, 2024-01, Jan 2024, 2024-Q1, 2024-W05 \
                 or 2024",
                said = short(said),
            ),
            Self::NotATime { said, of: Some(kind) } => say!(
                lang,
                "»{said}« er ikke {kind}, som overskriften siger",
                "“{said}” is not {kind}, as the heading says",
                said = short(said),
                kind = a_period(*kind, lang),
            ),
            Self::NotInCalendar { said } => say!(
                lang,
                "»{said}« findes ikke i kalenderen; ret den",
                "there is no “{said}” in the calendar; correct it",
                said = short(said),
            ),
            Self::SerialNumber { said } => say!(
                lang,
                "»{said}« er ingen dato; det kan være regnearkets eget tal for en dag. Formatér kolonnen som datoer, \
                 og gem igen",
                "“{said}” is not a date; it may be a spreadsheet's number for a day. Format the column as dates, and \
                 save it again",
                said = short(said),
            ),
            Self::NoYear { said } => say!(
                lang,
                "»{said}« har intet årstal; skriv det i feltet, som »{example}«, eller i en kolonne for sig, kaldt \
                 »år«",
                "“{said}” says no year; write it in the field, as in “{example}”, or in a column of its own, called \
                 “year”",
                said = short(said),
                example = with_year(said),
            ),
            Self::ShortYear { said } => say!(
                lang,
                "»{said}« har intet årstal med fire cifre; skriv det med fire, som jan 2024 eller 31.01.2024",
                "“{said}” has no year of four digits; write the year with four, as in Jan 2024 or 31.01.2024",
                said = short(said),
            ),
            Self::MonthOrSplitYear { said } => say!(
                lang,
                "»{said}« kan være en måned og et år, der slutter i det næste kalenderår; sådanne år læses ikke, for \
                 intet siger, hvornår de begynder",
                "“{said}” can be a month, and a year that ends in the next calendar year; such years are not read, \
                 since nothing says when they begin",
                said = short(said),
            ),
            Self::NotAYear { said } if said.is_empty() => say!(
                lang,
                "der står intet årstal; skriv det i hver række",
                "there is no year; write it in every row",
            ),
            Self::NotAYear { said } => say!(
                lang,
                "»{said}« er ikke et årstal med fire cifre",
                "“{said}” is no year of four digits",
                said = short(said),
            ),
            Self::OtherYear { said, year } => say!(
                lang,
                "»{said}« ligger ikke i {year}, som kolonnen med årstal siger; ret den ene af dem",
                "“{said}” is not in {year}, as the column of years says; correct one of them",
                said = short(said),
            ),
            Self::TimeOfDay { said } => say!(
                lang,
                "»{said}« har et klokkeslæt; her læses kun hele dage og perioder, så slet klokkeslættet",
                "“{said}” has a time of day; only whole days and periods are read, so delete the time",
                said = short(said),
            ),
            Self::TwoDays { said, day_first, month_first } => say!(
                lang,
                "»{said}« kan være {one} og {other}, og ingen anden dato i kolonnen afgør det",
                "“{said}” can be {one} and {other}, and no other date in the column decides it",
                said = short(said),
                one = day(*day_first, lang),
                other = day(*month_first, lang),
            ),
            Self::OtherOrder { said, line } => say!(
                lang,
                "»{said}« er ingen dato, når dag og måned står i samme rækkefølge som i linje {line}; skriv datoerne \
                 som 2024-01-31",
                "“{said}” is no date with day and month in the order of line {line}; write the dates as 2024-01-31",
                said = short(said),
            ),
            Self::OtherKind { said, found, heading } => say!(
                lang,
                "»{said}« er {found}, men overskriften siger {heading}; omdøb kolonnen, så den siger det rette",
                "“{said}” is {found}, and the heading says {heading}; rename the column so that it is right",
                said = short(said),
                found = a_period(*found, lang),
                heading = heading.label().in_lang(lang),
            ),
            Self::SeveralKinds { found, most, lines } => match &**lines {
                [line] => say!(
                    lang,
                    "de fleste rækker er {most}, men linje {line} er {found}; slet dem, der ikke skal med",
                    "most rows are {most}, and line {line} is {found}; delete those that do not belong",
                    most = periods(*most, lang),
                    found = a_period(*found, lang),
                ),
                lines => say!(
                    lang,
                    "de fleste rækker er {most}, men linjerne {lines} er {found}; slet dem, der ikke skal med",
                    "most rows are {most}, and lines {lines} are {found}; delete those that do not belong",
                    most = periods(*most, lang),
                    lines = listed(lines.iter(), lang),
                    found = periods(*found, lang),
                ),
            },
            Self::SameTime { line } => say!(
                lang,
                "linje {line} har samme dato eller periode; slet den, der ikke skal med",
                "line {line} has the same date or period; delete the one that does not belong",
            ),
            Self::OtherPhase { line } => say!(
                lang,
                "linje {line} har samme dato, men en anden fase",
                "line {line} has the same date and another phase",
            ),
            Self::OtherExclusion { line } => say!(
                lang,
                "linje {line} har samme dato, men kun den ene af dem er udeladt",
                "line {line} has the same date, and only one of the two is excluded",
            ),
            Self::NotANumber { said } => say!(
                lang,
                "»{said}« er ikke et tal; skriv kun tallet, lad feltet være tomt, hvis resultatet mangler, eller \
                 skriv fx <5, hvis det er skjult",
                "“{said}” is no number; write only the number, leave the field empty if the result is missing, or \
                 write, for example, <5 if it is suppressed",
                said = short(said),
            ),
            Self::MoreThanANumber { said } => say!(
                lang,
                "»{said}« har noget efter tallet; skriv kun tallet, og enheden i overskriften, som »Udgift (kr.)«",
                "“{said}” has something after the number; write only the number, and its unit in the heading, as in \
                 “Cost (kr.)”",
                said = short(said),
            ),
            Self::NotWhole { said } => say!(
                lang,
                "»{said}« er ikke et helt tal fra nul og op",
                "“{said}” is no whole number from zero on",
                said = short(said),
            ),
            Self::TooPrecise => {
                say!(lang, "tallet har flere end 9 decimaler", "the figure has more than 9 decimals",)
            }
            Self::TooLong => {
                say!(lang, "tallet har flere end 18 cifre", "the figure has more than 18 digits",)
            }
            Self::NoPercent { said, line } => say!(
                lang,
                "»{said}« har intet %, men det har linje {line}; skriv det ved alle eller ingen",
                "“{said}” has no %, and line {line} has; write it at all of them or at none",
                said = short(said),
            ),
            Self::OtherSign { said, line: Some(line) } => say!(
                lang,
                "»{said}« har et andet decimaltegn end linje {line}",
                "“{said}” has another decimal sign than line {line}",
                said = short(said),
            ),
            Self::OtherSign { said, line: None } => say!(
                lang,
                "»{said}« har et andet decimaltegn end det valgte",
                "“{said}” has another decimal sign than the chosen one",
                said = short(said),
            ),
            Self::TwoFigures { said, comma, point } => say!(
                lang,
                "»{said}« kan være {comma} og {point}, og intet andet tal i kolonnen afgør det",
                "“{said}” can be {comma} and {point}, and no other figure in the column decides it",
                said = short(said),
                comma = comma.in_lang(lang),
                point = point.in_lang(lang),
            ),
            Self::NotYesOrNo { said } => say!(
                lang,
                "»{said}« er hverken ja eller nej",
                "“{said}” is neither yes nor no",
                said = short(said),
            ),
            Self::NoDirection => say!(
                lang,
                "angiv, om højere tal er bedre (som trivsel) eller lavere (som fald og sygefravær): det siger filen \
                 ikke selv, og uden det er intet skift en forbedring eller en forværring",
                "say whether higher figures are better (such as well-being) or lower ones (such as falls and sick \
                 leave): the file does not say it, and without it no shift is an improvement or a deterioration",
            ),
            Self::NotADirection { said } => say!(
                lang,
                "»{said}« siger ikke, om højere eller lavere tal er bedre",
                "“{said}” does not say whether higher or lower figures are better",
                said = short(said),
            ),
            Self::OtherDirection { line: Some(line) } => say!(
                lang,
                "linje {line} siger, at det modsatte er bedre",
                "line {line} says that the opposite is better",
            ),
            Self::OtherDirection { line: None } => {
                say!(lang, "det er valgt, at det modsatte er bedre", "the opposite was chosen as better",)
            }
            Self::NotATarget { said } => say!(
                lang,
                "»{said}« er ikke et mål, som 80, 6,5, 80 %, ≥ 80 eller højst 5",
                "“{said}” is no target such as 80, 6.5, 80%, ≥ 80 or at most 5",
                said = short(said),
            ),
            Self::ShareOrPercent { value } => say!(
                lang,
                "»{one}« kan betyde {one} % eller {other} %; skriv målet med %, enten »{one} %« eller »{other} %«",
                "“{one}” may mean {one}% or {other}%; write the target with a %, as “{one}%” or “{other}%”",
                one = value.in_lang(lang),
                other = value.hundredfold().unwrap_or(*value).in_lang(lang),
            ),
            Self::OneOrPercent { said } => say!(
                lang,
                "»{said}« kan være {said} % eller en andel af 1, for andre tal i kolonnen er over 1; skriv alle tal i \
                 procent",
                "“{said}” can be {said}% or a share of 1, since other figures of the column are above 1; write all figures in \
                 percent",
                said = short(said),
            ),
            Self::TargetAboveOne { value } => say!(
                lang,
                "målet er {value}, men tallene er andele fra 0 til 1; skriv målet som {share}, eller skriv alle tal i procent",
                "the target is {value}, and the figures are shares from 0 to 1; write the target as {share}, or all figures \
                 in percent",
                value = value.in_lang(lang),
                share = value.hundredth().unwrap_or(*value).in_lang(lang),
            ),
            Self::StrictTarget { said } => say!(
                lang,
                "»{said}« siger »under«, og et mål er her »højst«; skriv fx højst 4 for hele tal under 5",
                "“{said}” says below, and a target here is at most a figure; for whole numbers below 5 write at most 4",
                said = short(said),
            ),
            Self::PartOverWhole { part, whole } => say!(
                lang,
                "tælleren er {part}, men nævneren er kun {whole}; ret den, der er forkert",
                "the numerator is {part}, and the denominator is only {whole}; correct the wrong one",
                whole = whole.in_lang(lang),
            ),
            Self::NoNumerator { heading } => say!(
                lang,
                "diagrammet kræver en tæller og en nævner, og »{heading}« er ingen af dem; tallet bag procenten eller raten \
                 skal stå i en kolonne for sig",
                "the chart needs a numerator and a denominator, and “{heading}” is neither; the count behind the percentage \
                 or rate must be in a column of its own",
                heading = short(heading),
            ),
            Self::NoCounts { heading } => say!(
                lang,
                "»{heading}« er ikke antal, og diagrammet kræver antal; brug et diagram til værdier, som serie- eller \
                 I-diagrammet",
                "“{heading}” holds no counts, and the chart needs counts; use a chart of values, such as the run or I chart",
                heading = short(heading),
            ),
            Self::OtherWeekday { said, day: on } => say!(
                lang,
                "»{said}« har en forkert ugedag: {on} er en {weekday}",
                "“{said}” has the wrong day of the week: {on} is a {weekday}",
                said = short(said),
                on = day(*on, lang),
                weekday = weekday(*on, lang),
            ),
            Self::FewOfOtherKind { said, found, heading } => say!(
                lang,
                "»{said}« er {found}, men overskriften siger {heading}, og de fleste rækker er det; slet rækken, hvis den er en \
                 sum",
                "“{said}” is {found}, and the heading says {heading}, which most rows are; delete the row if it is a sum",
                said = short(said),
                found = a_period(*found, lang),
                heading = heading.label().in_lang(lang),
            ),
            Self::TwoLinesOfHeadings { second } => say!(
                lang,
                "overskrifterne står i to linjer; skriv dem i én, så hver kolonne har sin egen, og slet linjen med {second}",
                "the headings are in two lines; write them in one, so that each column has its own, and delete the line with \
                 {second}",
                second = quoted(second, lang),
            ),
            Self::OtherSeparator { said, found } => say!(
                lang,
                "linje 1 siger sep={said}, men overskriften er delt med {found}; ret eller slet linje 1",
                "line 1 says sep={said}, and the heading is divided by {found}; correct or delete line 1",
                found = if *found == '\t' { String::from("tab") } else { String::from(*found) },
            ),
            Self::TargetInPercent => say!(
                lang,
                "målet har et %, men tallene er ikke i procent",
                "the target has a %, and the figures are not in percent",
            ),
            Self::OfSubGoals(reason) => reason.in_lang(lang),
        }
    }
}
