//! What is wrong with a command line, and how it is used.

use kvalitetsmodel::Lang;
use kvalitetsmodel::series::ChartKind;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// Nothing: the usage is asked for.
    Help,
    Needs {
        option: String,
        what: (&'static str, &'static str),
    },
    NoChart {
        said: String,
    },
    NoneOf {
        said: String,
        choices: Vec<&'static str>,
    },
    NoDay {
        said: String,
    },
    NoFigure {
        said: String,
    },
    NoCell {
        said: String,
    },
    UnknownOption {
        said: String,
    },
    SecondFile {
        said: String,
    },
    OfATable {
        option: String,
    },
}

/// How it is used.
fn usage(lang: Lang) -> String {
    let (usage, file, value, out, heading, cell) = match lang {
        Lang::Da => ("brug:", "FIL", "TAL", "UD", "OVERSKRIFT", "VÆRDI"),
        Lang::En => ("usage:", "FILE", "VALUE", "OUT", "HEADING", "VALUE"),
    };
    let charts: Vec<_> = ChartKind::ALL.iter().map(|kind| kind.short_name()).collect();
    format!(
        "{usage} run_chart [{file}.csv --better higher|lower [--target {value}] | {file}.json]\n    \
         [--chart {}] [--svg {out}]\n    \
         [--format text|json] [--lang da|en] [--screen] [--as-of YYYY-MM-DD]\n    \
         {file}.csv: [--date-order dmy|mdy] [--decimal comma|point] [--period day|week|month|quarter|half-year|year]\n    \
         [--date {heading}] [--value {heading} | --part {heading} --whole {heading}] [--where {heading}={cell}]…",
        charts.join("|")
    )
}

impl Wrong {
    pub(crate) fn in_lang(&self, lang: Lang) -> String {
        let usage = usage(lang);
        match (self, lang) {
            (Self::Help, _) => usage,
            (_, Lang::Da) => format!("{}\n{usage}", self.in_danish()),
            (_, Lang::En) => format!("{}\n{usage}", self.in_english()),
        }
    }

    fn in_danish(&self) -> String {
        match self {
            Self::Help => String::new(),
            Self::Needs { option, what: (what, _) } => format!("{option} mangler {what}"),
            Self::NoChart { said } => format!("`{said}` er ingen slags diagram"),
            Self::NoneOf { said, choices } => match choices.as_slice() {
                [one, other] => format!("`{said}` er hverken `{one}` eller `{other}`"),
                all => format!("`{said}` er ingen af {}", all.join(", ")),
            },
            Self::NoDay { said } => format!("`{said}` er ingen dag YYYY-MM-DD"),
            Self::NoFigure { said } => format!("`{said}` er ikke et tal, som 6,5 eller 80%"),
            Self::NoCell { said } => format!("`{said}` er ikke OVERSKRIFT=VÆRDI, som Region=Hovedstaden"),
            Self::UnknownOption { said } => format!("`{said}` er ukendt"),
            Self::SecondFile { said } => format!("én fil ad gangen, ikke også `{said}`"),
            Self::OfATable { option } => {
                format!("{option} er til filer med tal i kolonner; et dokument siger det selv")
            }
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::Help => String::new(),
            Self::Needs { option, what: (_, what) } => format!("{option} needs {what}"),
            Self::NoChart { said } => format!("`{said}` is no kind of chart"),
            Self::NoneOf { said, choices } => match choices.as_slice() {
                [one, other] => format!("`{said}` is neither `{one}` nor `{other}`"),
                all => format!("`{said}` is none of {}", all.join(", ")),
            },
            Self::NoDay { said } => format!("`{said}` is no day YYYY-MM-DD"),
            Self::NoFigure { said } => format!("`{said}` is no figure such as 6.5 or 80%"),
            Self::NoCell { said } => format!("`{said}` is not HEADING=VALUE, such as Region=Hovedstaden"),
            Self::UnknownOption { said } => format!("unknown option `{said}`"),
            Self::SecondFile { said } => format!("one file at a time, not also `{said}`"),
            Self::OfATable { option } => {
                format!("{option} is for separated values; a document says it itself")
            }
        }
    }
}
