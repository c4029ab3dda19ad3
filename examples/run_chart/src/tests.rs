//! The command line, and the page of a table.

use std::path::Path;

use kvalitetsmodel::chart::{ChartKind, ChartSettings, Screening};
use kvalitetsmodel::date::Interval;
use kvalitetsmodel::document::Content;
use kvalitetsmodel::figure::{Direction, Unit};
use kvalitetsmodel::measurement::Observed;
use kvalitetsmodel::table::{CellFilter, DateOrder, DecimalSign, Target};
use kvalitetsmodel::{Context, Lang, check, json};

use crate::arguments::{self, Arguments, Format};
use crate::table::{self, Reading};
use crate::text;

fn arguments(line: &str) -> Result<Arguments, String> {
    arguments::parse(line.split(' ').filter(|word| !word.is_empty()).map(str::to_owned))
}

/// Reads a table as the command line says; refusals are in Danish.
fn read_as(options: &str, bytes: &[u8]) -> Result<Reading, String> {
    let arguments = arguments(&format!("falls.csv {options}")).expect("a right command line");
    let file = Path::new("falls.csv");
    table::read(bytes, file, &arguments).map_err(|refused| match arguments.format {
        Format::Text => table::refused(&refused, file, arguments.lang),
        Format::Json => table::refused_as_json(&refused, file, arguments.lang).expect("json"),
    })
}

fn read(text: &str) -> Reading {
    read_as("--better lower", text.as_bytes()).expect("it can be read")
}

#[test]
fn the_bundled_files_are_read() {
    let charted = |bytes: &[u8], chart: &str, kind| {
        let reading = read_as(&format!("--better lower --chart {chart}"), bytes).expect("it can be read");
        assert_eq!(reading.notes, []);
        let points = reading.series.chart(kind).expect("charted").points().len();
        (points, reading.series)
    };
    let (points, series) = charted(include_bytes!("../../data/sick-leave.csv"), "i", ChartKind::I);
    assert_eq!((points, series.interval, series.phases.len()), (24, Some(Interval::Month), 2));
    let first = Observed::of_value("5.8".parse().expect("a figure"), Unit::Percent);
    assert_eq!(series.measurements[0].observed, Some(first));
    assert_eq!((series.exclusions.len(), series.annotations.len()), (1, 2));
    let (points, series) = charted(include_bytes!("../../data/falls.csv"), "u", ChartKind::U);
    assert_eq!((points, series.annotations.len()), (24, 1));
    let (points, series) = charted(include_bytes!("../../data/answer-times.csv"), "xbar", ChartKind::Xbar);
    assert_eq!((points, series.interval), (20, Some(Interval::Week)));
}

#[test]
fn the_bundled_series_has_something_to_say() {
    let document = json::read(include_str!("../../data/smarte-series.json")).expect("a document");
    let Content::Series(series) = document.content() else { panic!("a series") };
    assert!(!check(series, &Context::new("2025-01-01".parse().expect("a day"))).rejects());
    for kind in [ChartKind::Run, ChartKind::P] {
        let chart = series.chart(kind).expect("it can be charted");
        assert!(chart.latest_phase().is_some_and(|phase| phase.has_long_run() && phase.has_few_crossings()));
        let proposed: Vec<_> =
            chart.proposed_phases().iter().map(|one| one.from.expect("a day").to_string()).collect();
        assert_eq!(proposed, ["2023-11-01"]);
    }
}

const BRUG: &str = "\
brug: run_chart [FIL.csv --better higher|lower [--target TAL] | FIL.json]
    [--chart run|i|mr|ip|xbar|s|p|pp|u|up|c|g|t] [--svg UD]
    [--format text|json] [--lang da|en] [--screen] [--as-of YYYY-MM-DD]
    FIL.csv: [--date-order dmy|mdy] [--decimal comma|point] [--period day|week|month|quarter|half-year|year]
    [--date OVERSKRIFT] [--value OVERSKRIFT | --part OVERSKRIFT --whole OVERSKRIFT] [--where OVERSKRIFT=VÆRDI]…
    [--without OVERSKRIFT=VÆRDI]…";

const USAGE: &str = "\
usage: run_chart [FILE.csv --better higher|lower [--target VALUE] | FILE.json]
    [--chart run|i|mr|ip|xbar|s|p|pp|u|up|c|g|t] [--svg OUT]
    [--format text|json] [--lang da|en] [--screen] [--as-of YYYY-MM-DD]
    FILE.csv: [--date-order dmy|mdy] [--decimal comma|point] [--period day|week|month|quarter|half-year|year]
    [--date HEADING] [--value HEADING | --part HEADING --whole HEADING] [--where HEADING=VALUE]…
    [--without HEADING=VALUE]…";

#[test]
fn a_command_line_is_read() {
    let all = "falls.csv --better lower --target 6,5 --chart ip --svg out.svg --format json --lang en --screen \
               --as-of 2024-01-31";
    let read = arguments(all).expect("right");
    assert!(read.is_table());
    assert_eq!(read.file.as_deref(), Some("falls.csv".as_ref()));
    assert_eq!((read.choice.better, read.chart), (Some(Direction::AtMost), ChartKind::IPrime));
    assert_eq!((read.svg.as_deref(), read.format), (Some("out.svg".as_ref()), Format::Json));
    assert_eq!((read.lang, read.screening), (Lang::En, Screening::On));
    assert_eq!(read.as_of.map(|day| day.to_string()).as_deref(), Some("2024-01-31"));
    let none = arguments("").expect("the demonstration");
    assert_eq!((none.file, none.lang, none.format), (None, Lang::Da, Format::Text));
    for (said, value, percent) in
        [("6,5", "6.5", false), ("6.5", "6.5", false), ("80%", "80", true), ("-2", "-2", false)]
    {
        let read = arguments(&format!("a.csv --better higher --target {said}")).expect("right");
        let value = value.parse().expect("a figure");
        assert_eq!(read.choice.target, Some(Target { value, percent }), "{said}");
    }
    let of_tables = "a.csv --date-order mdy --decimal point --period half-year --date Dag --value Fald --part A --whole B \
                     --where Region=Nord --where Køn=Mænd --without Dag=Total";
    let choice = arguments(of_tables).expect("right").choice;
    assert_eq!(
        (choice.date_order, choice.decimal_sign, choice.period),
        (Some(DateOrder::MonthFirst), Some(DecimalSign::Point), Some(Interval::HalfYear))
    );
    let headings = [choice.date, choice.value, choice.part, choice.whole];
    assert_eq!(headings.map(Option::unwrap_or_default), ["Dag", "Fald", "A", "B"]);
    let only = |heading: &str, value: &str| CellFilter { heading: heading.into(), value: value.into() };
    assert_eq!(choice.only, [only("Region", "Nord"), only("Køn", "Mænd")]);
    assert_eq!(choice.except, [only("Dag", "Total")]);
}

#[test]
fn a_wrong_command_line_is_told_in_the_language_it_asks_for() {
    for (line, da, en) in [
        ("--better", "--better mangler `higher` eller `lower`", "--better needs `higher` or `lower`"),
        ("--better up", "`up` er hverken `higher` eller `lower`", "`up` is neither `higher` nor `lower`"),
        ("--chart pie", "`pie` er ingen slags diagram", "`pie` is no kind of chart"),
        ("--chart", "--chart mangler en slags diagram", "--chart needs a kind of chart"),
        ("--format xml", "`xml` er hverken `text` eller `json`", "`xml` is neither `text` nor `json`"),
        ("--as-of 2024-1-1", "`2024-1-1` er ingen dag YYYY-MM-DD", "`2024-1-1` is no day YYYY-MM-DD"),
        (
            "--target 1.23.4",
            "`1.23.4` er ikke et tal, som 6,5 eller 80%",
            "`1.23.4` is no figure such as 6.5 or 80%",
        ),
        ("--target", "--target mangler et tal", "--target needs a figure"),
        ("--svg", "--svg mangler en fil", "--svg needs a file"),
        ("--date", "--date mangler en overskrift", "--date needs a heading"),
        ("--decimal ,", "`,` er hverken `comma` eller `point`", "`,` is neither `comma` nor `point`"),
        (
            "--period decade",
            "`decade` er ingen af day, week, month, quarter, half-year, year",
            "`decade` is none of day, week, month, quarter, half-year, year",
        ),
        (
            "--where Region",
            "`Region` er ikke OVERSKRIFT=VÆRDI, som Region=Hovedstaden",
            "`Region` is not HEADING=VALUE, such as Region=Hovedstaden",
        ),
        ("--what", "`--what` er ukendt", "unknown option `--what`"),
        ("a.csv b.csv", "én fil ad gangen, ikke også `b.csv`", "one file at a time, not also `b.csv`"),
        (
            "a.json --better lower",
            "--better er til filer med tal i kolonner; et dokument siger det selv",
            "--better is for separated values; a document says it itself",
        ),
        (
            "a.JSON --target 4",
            "--target er til filer med tal i kolonner; et dokument siger det selv",
            "--target is for separated values; a document says it itself",
        ),
        (
            "--target 4",
            "--target er til filer med tal i kolonner; et dokument siger det selv",
            "--target is for separated values; a document says it itself",
        ),
    ] {
        assert_eq!(arguments(line).expect_err(line), format!("{da}\n{BRUG}"));
        assert_eq!(arguments(&format!("--lang en {line}")).expect_err(line), format!("{en}\n{USAGE}"));
    }
    // Wherever it is, and also if nothing else is wrong.
    let late = arguments("--chart pie --lang en").expect_err("no chart");
    assert_eq!(late, format!("`pie` is no kind of chart\n{USAGE}"));
    let no_lang = arguments("--lang sv").expect_err("no language");
    assert_eq!(no_lang, format!("`sv` er hverken `da` eller `en`\n{BRUG}"));
    assert_eq!(arguments("--help").expect_err("asked"), BRUG);
    assert_eq!(arguments("-h --lang en").expect_err("asked"), USAGE);
}

#[test]
fn a_target_has_the_unit_of_the_figures() {
    let unit = |options: &str, text: &str, target| {
        let reading = read_as(&format!("--better lower --target {target} {options}"), text.as_bytes());
        let series = reading.map(|reading| reading.series).expect("read");
        let context =
            Context::new("2025-01-01".parse().expect("a day")).with_profile(table::profile(Lang::En));
        assert!(!check(&series, &context).rejects(), "{text}");
        let [line] = series.targets.as_slice() else { panic!("one target") };
        (line.from, line.value.to_string(), line.unit.clone())
    };
    assert_eq!(unit("", "dato;antal\n2024-01;7\n", "2,5"), (None, "2.5".to_owned(), Unit::Count));
    assert_eq!(unit("", "dato;dage\n2024-01;7\n", "4"), (None, "4".to_owned(), Unit::Days));
    assert_eq!(unit("", "dato;antal\n2024-01;7 %\n", "5%"), (None, "5".to_owned(), Unit::Percent));
    assert_eq!(unit("", "dato;fald i procent\n2024-01;7\n", "5%"), (None, "5".to_owned(), Unit::Percent));
    assert_eq!(unit("", "dato;tæller;nævner\n2024-01;3;4\n", "80").2, Unit::Percent);
    assert_eq!(unit("--chart u", "dato;tæller;nævner\n2024-01;3;400\n", "0.01").2, Unit::Count);
    assert_eq!(unit("--chart s", "dato;timer\n2024-01;3\n2024-01;4\n", "2").2, Unit::Hours);
    assert_eq!(
        read_as("--better lower --target 5%", b"\ndato;dage\n2024-01;7\n").err().as_deref(),
        Some("falls.csv: linje 2: målet har et %, men tallene er ikke i procent")
    );
}

#[test]
fn a_refusal_names_the_options_that_settle_it() {
    let said = |options: &str, text: &str| read_as(options, text.as_bytes()).err().expect("refused");
    assert_eq!(
        said("", "dato;antal\n2024-01;1\n"),
        "falls.csv: linje 1: angiv, om højere tal er bedre (som trivsel) eller lavere (som fald og sygefravær): det siger \
         filen ikke selv, og uden det er intet skift en forbedring eller en forværring; vælg --better higher eller \
         --better lower"
    );
    assert_eq!(
        said("--better lower --lang en", "dato;sted\n1/2/2024;1\n1/3/2024;1.234\n"),
        "falls.csv: line 2, column 1 (dato): “1/2/2024” can be 1 February 2024 and 2 January 2024, and no other date in \
         the column decides it; choose --date-order dmy or --date-order mdy\n\
         falls.csv: line 3, column 2 (sted): “1.234” can be 1234 and 1.234, and no other figure in the column decides \
         it; choose --decimal comma or --decimal point\n\
         falls.csv: column 2 (“sted”) is read as the value: it is the only unknown one with only figures"
    );
    let ends = |options: &str, text: &str, end: &str| {
        let said = said(options, text);
        assert!(said.lines().next().is_some_and(|line| line.ends_with(end)), "{said}");
    };
    let lower = "--better lower";
    ends(lower, "År;antal\n2024-01;1\n", "; vælg --period month");
    ends(lower, "dato;uge;antal\n2024-01-31;2024-05;1\n", "; vælg --date dato eller --date uge");
    ends(
        lower,
        "dato;A;B b\n2024;1;2\n",
        ": »A« og »B b«; vælg --value A eller --value 'B b' eller --part A --whole 'B b' eller --part 'B b' --whole A",
    );
    ends(
        "--better lower --chart p",
        "dato;A;B b\n2024;1;2\n",
        "; vælg --part A --whole 'B b' eller --part 'B b' --whole A",
    );
    ends(
        lower,
        "Region;Køn;Måned;Antal\nNord;Mænd;2024-01;1\nNord;Kvinder;2024-01;1\nSyd;Mænd;2024-01;1\n",
        "; vælg --where Køn=Mænd --where Region=Nord",
    );
    ends(lower, "Måned;Antal\n2024-01;1\nI alt;1\n", "; vælg --without 'Måned=I alt'");
}

#[test]
fn few_columns_that_are_not_read_are_named_and_more_are_counted() {
    let told = |columns: usize, lang| {
        let all = |what: &str| (0..columns).map(|n| format!(";{what} {n}")).collect::<Vec<_>>().concat();
        let (names, cells) = (all("Sted"), all("by"));
        let text = format!("Måned;Antal{names}\n2024-01;3{cells}\n2024-02;4{cells}\n");
        let reading = read_as("--better lower", text.as_bytes()).expect("read");
        let said = table::told(&reading.notes, "falls.csv".as_ref(), lang);
        said.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let six = told(6, Lang::Da);
    assert_eq!(six.len(), 6);
    assert_eq!(six[5], "falls.csv: kolonne 8 (»Sted 5«) siger »by 5« i alle rækker og er ikke læst");
    assert_eq!(told(7, Lang::Da)[..5], six[..5]);
    assert_eq!(told(7, Lang::Da)[5..], ["falls.csv: 2 kolonner til er ikke læst"]);
    assert_eq!(told(100, Lang::En)[5..], ["falls.csv: 95 more columns are not read"]);
}

#[test]
fn what_is_refused_can_be_json() {
    let said = read_as("--format json --lang da", "Måned;Antal;Sted\n2024-01;x;Nord\n".as_bytes()).err();
    let said: serde_json::Value = serde_json::from_str(&said.expect("refused")).expect("json");
    assert_eq!(said["file"], "falls.csv");
    assert_eq!(said["refusals"][0]["kind"], "noDirection");
    assert_eq!(said["refusals"][1]["column"]["heading"], "Antal");
    assert_eq!(
        said["refusals"][1]["told"],
        "linje 2, kolonne 2 (Antal): »x« er ikke et tal; skriv kun tallet, lad feltet være tomt, hvis resultatet mangler, eller skriv fx <5, \
         hvis det er skjult"
    );
    assert_eq!(said["notes"][0]["told"], "kolonne 3 (»Sted«) siger »Nord« i alle rækker og er ikke læst");
}

/// The page of a table, as the program prints it.
fn page(kind: ChartKind, reading: &Reading, lang: Lang) -> String {
    let context = Context::new("2025-03-01".parse().expect("a day")).with_profile(table::profile(lang));
    let report = check(&reading.series, &context);
    let settings = ChartSettings { floor_at_zero: true, ..ChartSettings::default() };
    let chart = reading.series.chart_with(kind, settings).expect("charted");
    text::page(&reading.series, &chart, &report, None, lang)
}

#[test]
fn a_page_says_what_has_no_result_and_what_is_not_checked() {
    let month = |n| format!("{}-{:02}", 2024 + n / 12, n % 12 + 1);
    let rows: Vec<_> =
        (0..14).map(|n| format!("{};{}\n", month(n), if n == 2 || n == 6 { "" } else { "4" })).collect();
    let text = format!("Måned;Dage\n{}", rows.concat());
    let reading = read_as("--better lower --target 5", text.as_bytes()).expect("read");
    assert_eq!(
        reading.series.measurements.iter().filter(|one| one.indicator != reading.series.indicator).count(),
        0
    );
    let said = page(ChartKind::Run, &reading, Lang::Da);
    let (_, behind) = said.split_once("Målet (højst 5 dage) er ").expect("the target");
    let (_, end) = behind.split_once("\n\n").expect("more");
    assert_eq!(
        end,
        "Uden resultat\n-------------\nmarts 2024, juli 2024.\n\nKontrol af serien\n-----------------\n\
         Ingen regel er brudt.\n - MEA006, SER004 kontrolleres ikke: en tabel nævner ingen indberettende enhed.\n"
    );
    let said = page(ChartKind::Run, &reading, Lang::En);
    let begins = said.find("Without a result").expect("told");
    assert_eq!(
        said.split_at(begins).1,
        "Without a result\n----------------\nMarch 2024, July 2024.\n\nCheck of the series\n-------------------\n\
         No rule is broken.\n - MEA006, SER004 not checked: a table names no reporting unit.\n"
    );

    let years: Vec<_> =
        (2001..=2030).map(|year| format!("{year};{}\n", if year > 2025 { "4" } else { "NA" })).collect();
    let said = page(ChartKind::Run, &read(&format!("År;Dage\n{}", years.concat())), Lang::Da);
    assert!(
        said.contains(
            "\n2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012 og 13 til.\n"
        ),
        "{said}"
    );
}

#[test]
fn a_page_says_what_is_suppressed() {
    let rows: Vec<_> =
        (1..=12).map(|n| format!("2024-{n:02};{}\n", if n == 2 || n == 6 { "<5" } else { "7" })).collect();
    let reading = read(&format!("Måned;Fald\n{}", rows.concat()));
    let hidden = reading.series.measurements.iter().filter(|one| one.no_result.is_some());
    assert_eq!(hidden.count(), 2);
    let said = page(ChartKind::Run, &reading, Lang::Da);
    assert!(!said.contains("Uden resultat"), "{said}");
    let hidden = "\nSkjult resultat\n---------------\nfebruar 2024 (under 5), juni 2024 (under 5).\n";
    assert!(said.contains(hidden), "{said}");
}

#[test]
fn a_table_is_of_one_indicator_by_its_name() {
    let of = |heading| read(&format!("dato;{heading}\n2024-01;7\n")).series;
    let title = |heading| of(heading).title.map(kvalitetsmodel::text::Text::into_string);
    // The heading names it, otherwise the file.
    assert_eq!((title("Ventetid (dage)"), title("antal")), (Some("Ventetid".into()), Some("falls".into())));
    assert_eq!(of("antal").indicator, of("værdi").indicator);
    assert_ne!(of("antal").indicator, of("Ventetid (dage)").indicator);
}

#[test]
fn no_limit_of_days_lies_below_zero() {
    let rows: Vec<_> = (1..=12).map(|n| format!("2024-{n:02};{}\n", n % 3 * 4)).collect();
    let reading = read(&format!("Måned;Dage\n{}", rows.concat()));
    let said = page(ChartKind::I, &reading, Lang::Da);
    assert!(said.contains("Gennemsnit 4 dage, kontrolgrænser 0 og "), "{said}");
}

#[test]
fn what_the_check_found_can_stand_alone() {
    let reading = read("dato;antal\n2024-01;7\n");
    let report = check(&reading.series, &Context::new("2023-01-01".parse().expect("a day")));
    let said = text::findings(&reading.series, &report, Lang::En);
    assert!(said.starts_with("Check of the series\n"), "{said}");
}

#[test]
fn a_target_is_read_by_the_rules_of_a_column() {
    let target =
        |line: &str| arguments(&format!("a.csv {line}")).map(|read| read.choice.target.map(|one| one.value));
    let two = "`1.000` kan være 1000 og 1,000; skriv tallet uden tusindtegn, eller vælg --decimal comma eller --decimal point";
    assert!(target("--target 1.000").expect_err("two readings").starts_with(two));
    assert_eq!(target("--target 1.000 --decimal comma"), Ok(Some(1000.into())));
    assert_eq!(target("--decimal point --target 1.000"), Ok(Some("1.000".parse().expect("a figure"))));
    assert!(target("--decimal point --target 6,5").is_err());
}

#[test]
fn many_refusals_of_one_kind_are_one_line() {
    let rows = |count: usize| (0..count).map(|_| "jan-20;7\n").collect::<String>();
    let read = |count| {
        read_as("--better lower", format!("Måned;Antal\n{}", rows(count)).as_bytes()).expect_err("no year")
    };
    assert_eq!(read(4).lines().count(), 4);
    assert_eq!(
        read(120),
        "falls.csv: linje 2, kolonne 1 (Måned): »jan-20« har intet årstal med fire cifre; skriv det med fire, som jan 2024 \
         eller 31.01.2024; sådan er også 119 linjer til, den sidste er linje 121"
    );
}

#[test]
fn a_mistake_among_shares_offers_a_chart_of_rates() {
    let table = "Måned;Tæller;Nævner\n2024-01;7;61\n2024-02;8;61\n2024-03;71;61\n";
    assert_eq!(
        read_as("--better lower", table.as_bytes()).expect_err("71 of 61"),
        "falls.csv: linje 4, kolonne 2 (Tæller): tælleren er 71, men nævneren er kun 61; ret den, der er forkert; vælg --chart u"
    );
    assert!(read_as("--better lower --chart u", table.as_bytes()).is_ok());
    assert!(
        read_as("--better higher --chart p", "Måned;Andel i %;Antal svar\n2024-01;79;120\n".as_bytes())
            .expect_err("no numerator")
            .contains("tallet bag procenten eller raten skal stå i en kolonne for sig")
    );
}
