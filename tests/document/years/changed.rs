//! What changed from one year to the next.

use kvalitetsmodel::Lang;
use kvalitetsmodel::changes::{self, Change, ChangeKind, Strictness};

use super::{made_up, said};
use crate::agreement::signed;

#[test]
fn everything_that_changed_from_2024_to_2025() {
    let changes = changes::between(&signed(), &made_up());
    let said = said(&changes, |one| one.in_lang(Lang::Da).to_string());
    let (contents, others): (Vec<_>, Vec<_>) =
        said.into_iter().partition(|line| line.ends_with(", linje i indholdsfortegnelsen: udgået"));
    assert_eq!(others, CHANGES);
    assert_eq!(contents.len(), 48);
    assert!(contents[0].starts_with("drifts- og udviklingsaftale i afsnit 1, "), "{}", contents[0]);
}

const CHANGES: [&str; 84] = [
    "drifts- og udviklingsaftale, titel: omformuleret",
    "drifts- og udviklingsaftale, år: fra 2024 til 2025",
    "drifts- og udviklingsaftale, part, socialdirektøren, underskrevet: fra ikke oplyst til 14. januar 2025",
    "drifts- og udviklingsaftale, part, forstanderen, navngivet: fra nej til ja",
    "drifts- og udviklingsaftale, part, forstanderen, underskrevet: fra ikke oplyst til 14. januar 2025",
    "drifts- og udviklingsaftale, underskriftsdatoer uden part: fjernet",
    "drifts- og udviklingsaftale, rammedokument, gælder fra: ændret fra 2024 til 2025",
    "drifts- og udviklingsaftale, rammedokument, gælder til: ændret fra 2024 til 2025",
    "2 × drifts- og udviklingsaftale, rammedokument: udgået",
    "drifts- og udviklingsaftale, note: tilføjet",
    "2 × drifts- og udviklingsaftale, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.1, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.2, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.3.1, note: udgået",
    "2 × drifts- og udviklingsaftale i afsnit 1.4, note: udgået",
    "2 × drifts- og udviklingsaftale i afsnit 1.5, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.5.3, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.7, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.7.1, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.8, note: udgået",
    "3 × drifts- og udviklingsaftale i afsnit 1.8.5, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.9.2, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.11, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.13.2, note: udgået",
    "drifts- og udviklingsaftale i afsnit 3, note: udgået",
    "indsatsområde i afsnit 1.2, krav i teksten: udgået",
    "indsats i afsnit 1.2, hvornår: fra 2025 til 31. december 2025",
    "indsats i afsnit 1.2.1: tilføjet",
    "opfølgning i afsnit 1.2.2: tilføjet",
    "indsatsområde i afsnit 1.3.2, deltagelse, forbedringsfællesskab, tilbuddets deltagelse: fra indgår ikke til indgår",
    "2 × indsats i afsnit 1.3.1, udført den: fra ikke oplyst til 31. maj 2024",
    "indsats i afsnit 1.3.1, tekst: omformuleret",
    "måltal i afsnit 1.3.4, indikator, indikator: tilføjet",
    "måltal i afsnit 1.3.4, indikator, formulering: tilføjet",
    "måltal i afsnit 1.3.4, retning: fra ikke oplyst til højst",
    "måltal i afsnit 1.3.4, værdi: fra ikke oplyst til 6",
    "måltal i afsnit 1.3.4, enhed: fra ikke oplyst til antal",
    "måltal i afsnit 1.3.4, population, beskrivelse: tilføjet",
    "måltal i afsnit 1.3.4, måletidspunkt: fra ikke oplyst til november 2025",
    "måltal i afsnit 1.3.4, datakilde: tilføjet",
    "måltal i afsnit 1.3.4, status: fra aftales senere til aftalt",
    "opfølgning i afsnit 1.3.4, hvornår: fra 31. marts 2024 til november 2025",
    "opfølgning i afsnit 1.3.4, hvad der følges op på: omformuleret",
    "indsatsområde i afsnit 1.4, nummer: fra 1.6 til 1.4",
    "indsatsområde i afsnit 1.4, deltagelse, arbejdsgruppe, afsnit: fra 1.6 til 1.4",
    "6 × indsatsområde i afsnit 1.4.1, støtteopgave, afsnit: fra 1.6.1 til 1.4.1",
    "2 × indsats i afsnit 1.4.2, afsnit: fra 1.6.2 til 1.4.2",
    "indsats i afsnit 1.4.2, tekst: omformuleret",
    "2 × indsats i afsnit 1.4.2, afsnit: fra 1.6.2 til 1.4.2",
    "opfølgning i afsnit 1.4.3, afsnit: fra 1.6.3 til 1.4.3",
    "indsatsområde i afsnit 1.7, kritik fra en myndighed, Socialtilsynet, besvares af: tilføjet",
    "måltal i afsnit 1.8.5, værdi: fra 80 til 85 (+5, strengere)",
    "måltal i afsnit 1.8.5, måletidspunkt: fra november 2024 til november 2025",
    "måltal i afsnit 1.8.5, datakilde: omformuleret",
    "måltal i afsnit 1.8.5: tilføjet",
    "opfølgning i afsnit 1.8.5, hvornår: fra november 2024 til november 2025",
    "opfølgning i afsnit 1.8.5, hvad der følges op på: omformuleret",
    "indsats i afsnit 1.9.1: flyttet",
    "indsats i afsnit 1.9.1, afsnit: fra 1.3.1 til 1.9.1",
    "indsatsområde i afsnit 1.10, bebudet beslutning, hvad der skal besluttes: omformuleret",
    "indsatsområde i afsnit 1.10, bebudet beslutning, træffes af: tilføjet",
    "indsatsområde i afsnit 1.10, bebudet beslutning, hvornår: fra ikke oplyst til juni 2025",
    "opfølgning i afsnit 3, hvornår: fra medio 2024 til medio 2025",
    "opfølgning i afsnit 3, hvornår: fra ultimo 2024 til ultimo 2025",
    "opfølgning i afsnit 3, hvad der følges op på: omformuleret",
    "indsatsområde i afsnit 1.1: udgået",
    "indsats i afsnit 1.2: udgået",
    "indsats i afsnit 1.2.1: udgået",
    "2 × opfølgning i afsnit 1.3.4: udgået",
    "indsatsområde i afsnit 1.4: udgået",
    "måltal i afsnit 1.4.3: udgået",
    "2 × opfølgning i afsnit 1.4.3: udgået",
    "indsatsområde i afsnit 1.5: udgået",
    "2 × måltal i afsnit 1.5.3: udgået",
    "2 × opfølgning i afsnit 1.5.3: udgået",
    "måltal i afsnit 1.8.5: udgået",
    "indsatsområde i afsnit 1.11: udgået",
    "5 × indsats i afsnit 1.11.1: udgået",
    "opfølgning i afsnit 1.11.4: udgået",
    "indsatsområde i afsnit 1.12: udgået",
    "indsats i afsnit 1.12.3: udgået",
    "opfølgning i afsnit 1.12.4: udgået",
    "indsatsområde i afsnit 1.13: udgået",
    "indsats i afsnit 1.13.2: udgået",
];

#[test]
fn a_change_says_how_much_stricter_and_never_what_was_written() {
    let (before, after) = (signed(), made_up());
    let changes = changes::between(&before, &after);
    let figure =
        changes.iter().find_map(|one| one.figure.filter(|figure| figure.from.is_some())).expect("a figure");
    assert_eq!(figure.difference, "5".parse().ok());
    assert_eq!(figure.strictness, Some(Strictness::Stricter));
    let reworded = |one: &&Change| one.kind == ChangeKind::Reworded;
    assert!(changes.iter().all(|one| one.texts.is_none()));
    let written = serde_json::to_string(&changes).expect("JSON");
    assert!(!written.contains("diplomuddannelse") && !written.contains("opdigtet"));

    let with_texts = changes::between_with_texts(&before, &after);
    let texts: Vec<_> = with_texts.iter().filter(reworded).filter_map(|one| one.texts.as_ref()).collect();
    assert_eq!(texts.len(), changes.iter().filter(reworded).count());
    let removed = with_texts.iter().filter(|one| one.kind == ChangeKind::Removed);
    assert!(removed.clone().all(|one| one.texts.as_ref().is_none_or(|text| text.to.is_none())));
    assert!(
        removed
            .filter_map(|one| one.texts.as_ref()?.from.as_ref())
            .any(|text| text.as_str().contains("Onboarding"))
    );
    assert!(texts.iter().any(|text| {
        text.to.as_ref().is_some_and(|to| to.as_str() == "Sender to medarbejdere på diplomuddannelse")
    }));
}

#[test]
fn a_figure_is_stricter_looser_or_not_comparable() {
    let strictness = |before: &str, after: &str| {
        let figure = |text: &str| -> kvalitetsmodel::target_figure::TargetFigure {
            let text = format!(r#"{{ "id": "00000000-0000-4000-8000-000000000001", {text} }}"#);
            serde_json::from_str(&text).expect("a figure")
        };
        let changes = changes::between(&figure(before), &figure(after));
        let said: Vec<_> = changes.iter().map(|one| one.in_lang(Lang::En).to_string()).collect();
        said.join("; ")
    };
    let at_least = r#""direction": "atLeast", "unit": "percent""#;
    let at_most = r#""direction": "atMost", "unit": "days""#;
    for (before, after, expected) in [
        (at_least, ["80", "90.5"], "target figure, value: from 80 to 90.5 (+10.5, stricter)"),
        (at_least, ["80", "79.95"], "target figure, value: from 80 to 79.95 (-0.05, looser)"),
        (at_most, ["14", "8"], "target figure, value: from 14 to 8 (-6, stricter)"),
        (at_most, ["0", "1"], "target figure, value: from 0 to 1 (+1, looser)"),
        (r#""unit": "percent""#, ["80", "90"], "target figure, value: from 80 to 90 (+10, not comparable)"),
        (at_least, ["80", "80.0"], ""),
        (
            at_least,
            ["-999999999999999999", "999999999999999999"],
            "target figure, value: from -999999999999999999 to 999999999999999999 (stricter)",
        ),
    ] {
        let [from, to] = after.map(|value| format!(r#"{before}, "value": "{value}""#));
        assert_eq!(strictness(&from, &to), expected);
    }
    assert_eq!(
        strictness(
            r#""direction": "atLeast", "value": "80", "unit": "percent""#,
            r#""direction": "atMost", "value": "20", "unit": "percent""#
        ),
        "target figure, direction: from at least to at most; target figure, value: from 80 to 20 (-60, not comparable)"
    );
}
