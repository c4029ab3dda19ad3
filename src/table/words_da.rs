//! The reasons in Danish.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;

use super::reason::Reason;
use super::vocabulary::{Column, VALUES};
use super::words::{a_period, day, listed, periods, quoted, short, with_year};
use crate::Lang;

const LANG: Lang = Lang::Da;

pub(super) fn because(reason: &Reason) -> String {
    of_the_file(reason).or_else(|| of_a_period(reason)).unwrap_or_else(|| of_a_figure(reason))
}

fn of_the_file(reason: &Reason) -> Option<String> {
    Some(match reason {
        Reason::MixedEncodings => {
            "filen er delvis UTF-8 og delvis noget andet; gem den som »CSV UTF-8«".to_owned()
        }
        Reason::Workbook => "filen er en projektmappe, som Excel skriver den, eller en pakket fil, og ikke adskilte værdier; gem \
                             arket som »CSV UTF-8«"
            .to_owned(),
        Reason::WebPage => "filen er en webside (HTML eller XML) og ikke adskilte værdier, hvad den end hedder; åbn den i et regneark, og gem arket \
             som »CSV UTF-8«".to_owned(),
        Reason::BrokenUtf16 => "filen ligner UTF-16, men er det ikke; gem den som »CSV UTF-8«".to_owned(),
        Reason::NoSign { byte } => {
            format!("byte {byte:02X} er et tegn i hverken UTF-8 eller Windows-1252; gem filen som »CSV UTF-8«")
        }
        Reason::Empty => "filen er tom".to_owned(),
        Reason::OneColumn => {
            "overskriften har én kolonne; der skal stå ;, tabulator eller , mellem dem".to_owned()
        }
        Reason::OpenQuote => "et citationstegn bliver aldrig lukket".to_owned(),
        Reason::NoRows => "der står intet under overskriften".to_owned(),
        Reason::NoDate => {
            "ingen overskrift siger, hvor datoen eller perioden står; kald kolonnen »dato« eller »periode«, eller \
             efter periodens slags: uge, måned, kvartal, halvår eller år"
                .to_owned()
        }
        Reason::PeriodsAcross { headings } => format!(
            "perioderne er overskrifter ({}), men her læses én række for hver periode; byt om på rækker og kolonner, \
             som et regneark gør, når man indsætter med »transponer«, og kald kolonnen med perioderne »periode«",
            quoted(headings, LANG)
        ),
        Reason::PeriodsBothWays { down, headings } => format!(
            "perioderne står både i kolonnen »{}« og som overskrifter ({}); skriv én række for hver periode, og sæt året i en \
             kolonne for sig, kaldt »år«",
            short(down),
            quoted(headings, LANG)
        ),
        Reason::AnotherTable => "her begynder en ny tabel; gem hver tabel i sin egen fil".to_owned(),
        Reason::NoFigures => format!(
            "der mangler en kolonne med værdier ({}) eller to kolonner, »tæller« og »nævner«; kald den rette kolonne \
             »værdi«",
            VALUES.join(", ")
        ),
        Reason::SeveralFigures { headings } => format!(
            "ingen overskrift siger, hvor værdien står, og flere kolonner har kun tal: {}",
            quoted(headings, LANG)
        ),
        Reason::NeedsTwo { headings } if headings.is_empty() => {
            "andele og rater kræver to kolonner med tal, »tæller« og »nævner«; tabellen har ingen".to_owned()
        }
        Reason::NeedsTwo { headings } => format!(
            "andele og rater kræver to kolonner, »tæller« og »nævner«; tabellen har kun tal i {}. Kald kolonnen med \
             det, der tælles, »tæller«, og kolonnen med det, den skal deles med, »nævner«; tilføj den, der mangler",
            quoted(headings, LANG)
        ),
        Reason::NoWhole { part } => format!(
            "»{}« er en tæller, men der mangler en kolonne med det, den skal deles med; kald den »nævner«",
            short(part)
        ),
        Reason::NoPart { whole } => format!(
            "»{}« er en nævner, men der mangler en kolonne med det, der skal deles; kald den »tæller«",
            short(whole)
        ),
        Reason::NoValue => "de enkelte værdier skal stå i én kolonne; kald den »værdi«".to_owned(),
        Reason::SaidTwice { what, headings } => {
            let change = match what {
                Column::Value => {
                    "omdøb den, der ikke er resultatet, eller kald dem »tæller« og »nævner«, hvis den ene skal deles \
                     med den anden"
                }
                _ => "omdøb den, der ikke skal læses",
            };
            format!("flere kolonner siger {}: {}; {change}", what.in_lang(LANG), quoted(headings, LANG))
        }
        Reason::NoSuchHeading { said, headings } => {
            format!("ingen kolonne hedder »{}«; her er {}", short(said), quoted(headings, LANG))
        }
        Reason::SameHeading { said } => {
            format!("flere kolonner hedder »{}«; omdøb den, der ikke skal læses", short(said))
        }
        Reason::NoSuchCell { said, cells } => {
            format!("»{}« står ikke i kolonnen; der står {}", short(said), quoted(cells, LANG))
        }
        Reason::SeveralGroups { line, .. } => {
            format!("linje {line} har samme dato eller periode og gælder noget andet; læs én gruppe ad gangen")
        }
        Reason::CellsAmiss { cells, headings } => {
            let fields = if *cells == 1 { "felt" } else { "felter" };
            if cells < headings {
                return Some(format!("der er {cells} {fields}, og overskriften har {headings}; skriv også de tomme felter"));
            }
            format!(
            "der er {cells} {fields}, og overskriften har {headings}; et felt med skilletegn i skal stå i citationstegn"
            )
        }
        _ => return None,
    })
}

fn of_a_period(reason: &Reason) -> Option<String> {
    Some(match reason {
        Reason::NoTime => "der står ingen dato eller periode".to_owned(),
        Reason::NotATime { said, of: None } => format!(
            "»{}« er ingen dato eller periode, som 2024-01-31, 31.01.2024, 2024-01, jan 2024, 2024-K1, 2024-U05 eller 2024",
            short(said)
        ),
        Reason::NotATime { said, of: Some(kind) } => {
            format!("»{}« er ikke {}, som overskriften siger", short(said), a_period(*kind, LANG))
        }
        Reason::NotInCalendar { said } => format!("»{}« findes ikke i kalenderen; ret den", short(said)),
        Reason::SerialNumber { said } => format!(
            "»{}« er ingen dato; det kan være regnearkets eget tal for en dag. Formatér kolonnen som datoer, og gem igen",
            short(said)
        ),
        Reason::NoYear { said } => format!(
            "»{}« siger intet årstal; skriv det i feltet, som »{}«, eller i en kolonne for sig, kaldt »år«",
            short(said),
            with_year(said)
        ),
        Reason::ShortYear { said } => format!(
            "»{}« har intet årstal med fire cifre; skriv det med fire, som jan 2024 eller 31.01.2024",
            short(said)
        ),
        Reason::MonthOrSplitYear { said } => format!(
            "»{}« kan være en måned og et år, der slutter i det næste kalenderår; sådanne år læses ikke, for intet siger, \
             hvornår de begynder",
            short(said)
        ),
        Reason::NotAYear { said } if said.is_empty() => {
            "der står intet årstal; skriv det i hver række".to_owned()
        }
        Reason::NotAYear { said } => format!("»{}« er ikke et årstal med fire cifre", short(said)),
        Reason::OtherYear { said, year } => {
            format!(
                "»{}« ligger ikke i {year}, som kolonnen med årstal siger; ret den ene af dem",
                short(said)
            )
        }
        Reason::TimeOfDay { said } => format!(
            "»{}« har et klokkeslæt; her læses kun hele dage og perioder, så slet klokkeslættet",
            short(said)
        ),
        Reason::TwoDays { said, day_first, month_first } => format!(
            "»{}« kan være {} og {}, og ingen anden dato i kolonnen afgør det",
            short(said),
            day(*day_first, LANG),
            day(*month_first, LANG)
        ),
        Reason::OtherOrder { said, line } => format!(
            "»{}« er ingen dato, når dag og måned står i samme rækkefølge som i linje {line}; skriv datoerne som \
             2024-01-31",
            short(said)
        ),
        Reason::OtherKind { said, found, heading } => format!(
            "»{}« er {}, men overskriften siger {}; omdøb kolonnen, så den siger det rette",
            short(said),
            a_period(*found, LANG),
            heading.label().in_lang(LANG)
        ),
        Reason::SeveralKinds { found, most, lines } => {
            let (line, is) = if lines.len() == 1 {
                ("linje", a_period(*found, LANG))
            } else {
                ("linjerne", periods(*found, LANG))
            };
            format!(
                "de fleste rækker er {}, men {line} {} er {is}; slet dem, der ikke skal med",
                periods(*most, LANG),
                listed(lines.iter(), LANG)
            )
        }
        Reason::SameTime { line } => {
            format!("linje {line} har samme dato eller periode; slet den, der ikke skal med")
        }
        Reason::OtherPhase { line } => format!("linje {line} har samme dato, men en anden fase"),
        Reason::OtherExclusion { line } => {
            format!("linje {line} har samme dato, men kun den ene af dem er udeladt")
        }
        _ => return None,
    })
}

fn of_a_figure(reason: &Reason) -> String {
    match reason {
        Reason::NotANumber { said } => format!(
            "»{}« er ikke et tal; skriv kun tallet, lad feltet være tomt, hvis resultatet mangler, eller skriv fx <5, hvis det er skjult",
            short(said)
        ),
        Reason::MoreThanANumber { said } => format!(
            "»{}« har noget efter tallet; skriv kun tallet, og enheden i overskriften, som »Udgift (kr.)«",
            short(said)
        ),
        Reason::NotWhole { said } => format!("»{}« er ikke et helt tal fra nul og op", short(said)),
        Reason::TooPrecise => "tallet har flere end 9 decimaler".to_owned(),
        Reason::TooLong => "tallet har flere end 18 cifre".to_owned(),
        Reason::NoPercent { said, line } => {
            format!("»{}« har intet %, men det har linje {line}; skriv det ved alle eller ingen", short(said))
        }
        Reason::OtherSign { said, line: Some(line) } => {
            format!("»{}« har et andet decimaltegn end linje {line}", short(said))
        }
        Reason::OtherSign { said, line: None } => {
            format!("»{}« har et andet decimaltegn end det valgte", short(said))
        }
        Reason::TwoFigures { said, comma, point } => format!(
            "»{}« kan være {} og {}, og intet andet tal i kolonnen afgør det",
            short(said),
            comma.in_lang(LANG),
            point.in_lang(LANG)
        ),
        Reason::NotYesOrNo { said } => format!("»{}« er hverken ja eller nej", short(said)),
        Reason::NoDirection => {
            "sig, om højere tal er bedre (som trivsel) eller lavere (som fald og sygefravær): det siger filen ikke \
             selv, og uden det er intet skift en forbedring eller en forværring"
                .to_owned()
        }
        Reason::NotADirection { said } => {
            format!("»{}« siger ikke, om højere eller lavere tal er bedre", short(said))
        }
        Reason::OtherDirection { line: Some(line) } => format!("linje {line} siger, at det modsatte er bedre"),
        Reason::OtherDirection { line: None } => "det er valgt, at det modsatte er bedre".to_owned(),
        Reason::NotATarget { said } => {
            format!("»{}« er ikke et mål, som 80, 6,5, 80 %, ≥ 80 eller højst 5", short(said))
        }
        Reason::ShareOrPercent { value } => {
            let (one, other) = (value.in_lang(LANG), value.hundredfold().unwrap_or(*value).in_lang(LANG));
            format!("»{one}« kan betyde {one} % eller {other} %; skriv målet med %, enten »{one} %« eller »{other} %«")
        }
        Reason::TargetInPercent => "målet har et %, men tallene er ikke i procent".to_owned(),
        _ => String::new(),
    }
}
