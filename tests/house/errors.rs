//! Every error says what is wrong in both languages, and has a form in JSON.
#![expect(clippy::expect_used, reason = "a test that does not hold may stop here")]

use std::collections::BTreeSet;
use std::path::Path;

use kvalitetsmodel::agenda::Agenda;
use kvalitetsmodel::bundle::{Bundle, Bundled};
use kvalitetsmodel::chart::reference::{Analysis, Point, PointError};
use kvalitetsmodel::chart::{ChartError, ChartKind, ChartSettings, NotTogether, RunChart, Scratch};
use kvalitetsmodel::codes::{self, RuleCode};
use kvalitetsmodel::cycle::{Act, PdsaCycle};
use kvalitetsmodel::date::{MonthDay, PartialDate};
use kvalitetsmodel::document::{Document, Double, Extension, Value};
use kvalitetsmodel::figure::{Decimal, Share};
use kvalitetsmodel::id::{Id, Subject};
use kvalitetsmodel::model::{GENERATION_1, NINE_STANDARDS, SetChange, Tailoring};
use kvalitetsmodel::report::Fingerprint;
use kvalitetsmodel::rule::CustomRule;
use kvalitetsmodel::section::SectionNumber;
use kvalitetsmodel::series::{NotChartable, Obstacle};
use kvalitetsmodel::table::{Choice, Table};
use kvalitetsmodel::target_figure::{TargetFigure, TargetState, TargetStep};
use kvalitetsmodel::text::{NonBlank, Wording};
use kvalitetsmodel::{Context, Lang, chrono, json};
use serde_json::json;

/// What an error says: its type, Danish, English, and JSON without the message.
type Said = (&'static str, String, String, serde_json::Value);

macro_rules! said {
    ($ty:literal, $error:expr) => {{
        let error = $error;
        let (da, en) = (error.message(Lang::Da).to_string(), error.message(Lang::En).to_string());
        assert!(error.to_string().starts_with(&en), "{}: {error}", $ty);
        let mut object = serde_json::to_value(&error).expect("JSON");
        let message = object.as_object_mut().expect("an object").remove("message").expect("a message");
        assert_eq!(message, json!({ "da": da, "en": en }), "{}", $ty);
        let _: &dyn std::error::Error = &error;
        ($ty, da, en, object)
    }};
}

fn refused<T, E>(result: Result<T, E>) -> E {
    result.err().expect("refused")
}

fn of_charts() -> Vec<Said> {
    let missing = PointError::PartOfNothing;
    let alone = Point::single(1.0).expect("a point");
    let error = refused(Analysis::new(ChartKind::P, &[alone], &[], &ChartSettings::default()));
    vec![
        said!("ChartError", error),
        said!("ChartError", ChartError::Figure { index: 3, because: missing }),
        said!("ChartError", ChartError::Phases { phase: 1 }),
        said!("PointError", refused(Point::ratio(1.0, 0.0))),
        said!("PointNotFinite", refused(RunChart::of(&[1.0, f64::NAN], &mut Scratch::default()))),
        said!("NotTogether", NotTogether::TooMany { charts: 9, most: 8 }),
        said!("NotTogether", NotTogether::OtherTime { index: 1 }),
        said!("UnknownChartKind", refused("x".parse::<ChartKind>())),
        said!(
            "NotChartable",
            NotChartable { measurement: Some(Id::from_u128(7)), because: Obstacle::NoPeriod }
        ),
    ]
}

fn of_texts() -> Vec<Said> {
    let day = chrono::NaiveDate::MIN;
    let mut said = vec![
        said!("NestedBundle", {
            let bundle = Document::draft(Id::from_u128(1), Bundle::new(Id::from_u128(2)));
            refused(Bundled::try_from(bundle))
        }),
        said!("BlankText", refused(NonBlank::new(" "))),
        said!("UnknownLang", refused("no".parse::<Lang>())),
        said!("SectionNumberError", refused("1,5".parse::<SectionNumber>())),
        said!("RuleCodeError", refused(RuleCode::new("AGR1"))),
        said!("FingerprintError", refused("4F".parse::<Fingerprint>())),
        said!("ParseDateError", refused("31.3.2024".parse::<PartialDate>())),
        said!("ParseDateError", refused("2023-02-29".parse::<PartialDate>())),
        said!("ParseMonthDayError", refused("03-31".parse::<MonthDay>())),
        said!("ParseMonthDayError", refused("--02-30".parse::<MonthDay>())),
        said!("DayOutOfRange", refused(PartialDate::of_day(day))),
        said!("ShareError", refused(Share::new(21, 20))),
        said!("NotFinite", refused(Double::new(f64::NAN))),
    ];
    let no_decimals = ["", "87,5", "1e3", "05", "-0", "1234567890123456789", "0.1234567890"];
    said.extend(no_decimals.map(|text| said!("DecimalError", refused(text.parse::<Decimal>()))));
    said
}

fn of_drafts() -> Vec<Said> {
    let day = chrono::NaiveDate::from_ymd_opt(2024, 1, 9).expect("a day");
    let words = || Wording::new("", "");
    let own = CustomRule::new("HUS001".parse().expect("a code"), words(), |_: &PdsaCycle, _| {})
        .expect("a custom one");
    let context = Context::new(day).with_custom_rule(own);
    let document = Document::draft(Id::from_u128(1), PdsaCycle::new(Id::from_u128(2)));
    let proven = document.validate(&context).expect("valid").into_final();
    let stamp = proven.claimed_stamp().expect("final");
    let figure = TargetFigure { state: Some(TargetState::Met), ..TargetFigure::new(Id::from_u128(1)) };
    let twice = Value::Object(vec![("a".into(), Value::Null), ("a".into(), Value::Null)]);
    let namespace = "dk.example".parse().expect("not blank");
    let document = Document::draft(Id::from_u128(1), figure.clone())
        .with_extension(Extension { namespace, value: twice });
    vec![
        said!("TransitionRefused", refused(PdsaCycle::new(Id::from_u128(1)).act(Act::default()))),
        said!("StepRefused", refused(figure.advance(TargetStep::new(TargetState::Agreed)))),
        said!("ReservedPrefix", refused(CustomRule::new(codes::PDS001, words(), |_: &PdsaCycle, _| {}))),
        said!("MissingCustomRules", refused(stamp.context([]))),
        said!("OtherDay", refused(Agenda::new(day).append(Agenda::new(day.succ_opt().expect("a day"))))),
        said!("SubjectError", refused("area:7".parse::<Subject>())),
        said!("WriteError", refused(json::write(&document))),
    ]
}

fn of_sets() -> Vec<Said> {
    let set = GENERATION_1.to_standard_set();
    let refused_for = |change: SetChange| said!("ChangeRefused", refused(set.with_changes([&change])));
    let theme = set.themes.first().expect("a theme").clone();
    vec![
        said!("ChangeRefused", refused(Tailoring::new(Id::from_u128(1), NINE_STANDARDS.id).apply(&set))),
        refused_for(SetChange::AddTheme { theme }),
        refused_for(SetChange::LeaveOutStandard { standard: Id::from_u128(2) }),
        refused_for(SetChange::TurnIndicator { indicator: Id::from_u128(3), direction: None }),
    ]
}

fn all() -> Vec<Said> {
    [of_charts(), of_texts(), of_drafts(), of_sets()].concat()
}

#[test]
fn every_error_speaks_both_languages() {
    let lines: Vec<_> =
        all().into_iter().map(|(ty, da, en, object)| format!("{ty} {object}\n  {da}\n  {en}\n")).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, lines.concat()).expect("a file");
    }
    let kept = std::fs::read_to_string(&path).expect("a file");
    assert_eq!(lines.concat(), kept, "if that is meant: BLESS=1 cargo test --all-features --test house");
}

/// An error that lists several things has one line for each.
#[test]
fn errors_about_many_places_say_each_with_its_place() {
    let error = refused(json::read("[]"));
    assert_eq!(
        (error.message(Lang::Da), error.message(Lang::En)),
        (
            "linje 1, kolonne 1: der skal stå et objekt (dokument), ikke en liste".to_owned(),
            "line 1, column 1: expected an object (document), found a list".to_owned()
        )
    );
    let table = Table::read("Måned;Antal\n2024-01;7\n2024-02;8x\n".as_bytes()).expect("a table");
    let error = refused(table.measurements(&Choice::default()));
    let message = error.message(Lang::Da);
    let lines: Vec<_> = message.lines().collect();
    assert_eq!(lines.len(), error.refusals.len());
    assert_eq!(lines[1], error.refusals[1].message(Lang::Da));
    let object = serde_json::to_value(&error.refusals[1]).expect("JSON");
    assert_eq!(object["message"]["da"], error.refusals[1].reason().message(Lang::Da));
    assert_eq!(object["message"]["en"], error.refusals[1].reason().message(Lang::En));
}

/// The names that follow `before` in the sources.
fn named(folder: &Path, before: &str, found: &mut BTreeSet<String>) {
    for entry in folder.read_dir().expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            named(&path, before, found);
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a file");
        let names = text
            .split(before)
            .skip(1)
            .map(|rest| rest.trim_start().chars().take_while(|c| c.is_alphanumeric()).collect::<String>());
        found.extend(names.filter(|name| !name.is_empty()));
    }
}

#[test]
fn no_error_type_is_left_out() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeSet::new();
    named(&src, "error_type! {", &mut found);
    let shown: BTreeSet<_> = all().into_iter().map(|(ty, ..)| ty.to_owned()).collect();
    assert_eq!(found, shown, "declared, and shown in this test");
    let mut by_hand = BTreeSet::new();
    named(&src, "core::error::Error for", &mut by_hand);
    assert_eq!(by_hand, ["ReadError", "Refused", "Rejected"].map(String::from).into());
}
