//! What is wrong with a command line, and how it is used.

use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::ChartKind;

use crate::options::Unfit;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// Nothing: the usage was requested.
    Help,
    NoChart {
        said: String,
    },
    NoDay {
        said: String,
    },
    Unfit(Unfit),
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
         [--date {heading}] [--value {heading} | --part {heading} --whole {heading}] [--where {heading}={cell}]…\n    \
         [--without {heading}={cell}]…",
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
            Self::NoChart { said } => format!("`{said}` er ingen slags diagram"),
            Self::NoDay { said } => format!("`{said}` er ingen dag YYYY-MM-DD"),
            Self::Unfit(unfit) => unfit.in_lang(Lang::Da),
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
            Self::NoChart { said } => format!("`{said}` is no kind of chart"),
            Self::NoDay { said } => format!("`{said}` is no day YYYY-MM-DD"),
            Self::Unfit(unfit) => unfit.in_lang(Lang::En),
            Self::UnknownOption { said } => format!("unknown option `{said}`"),
            Self::SecondFile { said } => format!("one file at a time, not also `{said}`"),
            Self::OfATable { option } => {
                format!("{option} is for separated values; a document says it itself")
            }
        }
    }
}
