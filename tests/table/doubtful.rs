//! What would be misread silently: shares and rates, counts and percentages, targets of another size.

use kvalitetsmodel::figure::{Direction, Unit};
use kvalitetsmodel::table::{Choice, Form, Remedy, Target};

use super::{
    counts, lower, notes, notes_da, observed, of_form, other, periods, read, read_as, refused, refused_as,
    refused_da, said, try_read, values,
};

fn higher() -> Choice {
    Choice { better: Some(Direction::AtLeast), ..Choice::default() }
}

#[test]
fn a_part_larger_than_the_whole_does_not_make_a_rate_of_shares() {
    let text = "Måned;Tæller;Nævner\n2024-01;7;61\n2024-02;8;61\n2024-03;71;61\n";
    assert_eq!(
        refused_da(text),
        [
            "linje 4, kolonne 2 (Tæller): tælleren er 71, men nævneren er kun 61; ret den, der er forkert; vælg form = Rate"
        ]
    );
    let refused_table = try_read(text.as_bytes(), &lower()).expect_err("71 of 61");
    assert_eq!(refused_table.refusals[0].remedies(), [Remedy::Form { form: Form::Rate }]);
    assert_eq!(
        refused("Måned;Tæller;Nævner\n2024-01;1;0\n"),
        [
            "line 2, column 2 (Tæller): the numerator is 1, and the denominator is only 0; correct the wrong one"
        ]
    );
    // Where most are larger, and where the denominator is a time, it is a rate, with a note.
    let rate = read("Måned;Tæller;Nævner\n2024-01;12;5\n2024-02;4;5\n");
    assert_eq!(notes(&rate), ["“Tæller” and “Nævner” are read as events per unit, not as shares"]);
    let choice = Choice { part: Some("Fald".into()), whole: Some("Sengedage".into()), ..lower() };
    let falls = read_as(&choice, "Måned;Fald;Sengedage\n2024-01;7;612\n2024-02;5;588\n");
    assert_eq!(
        notes_da(&falls),
        ["»Fald« og »Sengedage« er læst som hændelser pr. enhed og ikke som andele"]
    );
    assert_eq!(falls.unit, other("sengedage"));
}

#[test]
fn percentages_are_no_numerators() {
    let text = "Måned;Andel i %;Antal svar\n2024-01;79;120\n2024-02;83;100\n";
    let no = "the chart needs a numerator and a denominator, and “Andel i %” is neither; the count behind the percentage or \
              rate must be in a column of its own";
    assert_eq!(refused_as(&of_form(Form::Share), text), [format!("line 1: {no}")]);
    let chosen =
        Choice { part: Some("Andel i %".into()), whole: Some("Antal svar".into()), ..of_form(Form::Share) };
    assert_eq!(refused_as(&chosen, text), [format!("line 1: {no}")]);
    assert_eq!(
        refused_as(&of_form(Form::Rate), "Måned;Fald pr. 1000 sengedage;Sengedage\n2024-01;5;600\n"),
        [format!("line 1: {}", no.replace("Andel i %", "Fald pr. 1000 sengedage"))]
    );
}

#[test]
fn counts_are_no_percentages_kroner_or_rates() {
    for heading in ["Andel i %", "Udgift (t.kr.)", "Vægt (kg)", "Fald pr. 1000 sengedage"] {
        let text = format!("Måned;{heading}\n2024-01;77\n2024-02;78\n");
        assert_eq!(
            refused_as(&of_form(Form::Count), &text),
            [format!(
                "line 1: “{heading}” holds no counts, and the chart needs counts; use a chart of values, such as the run or I \
                 chart"
            )]
        );
    }
    let falls = read_as(&of_form(Form::Count), "Måned;Antal fald\n2024-01;7\n2024-02;8\n");
    assert_eq!(observed(&falls), counts(&[7, 8]));
}

#[test]
fn a_unit_in_brackets_is_read_or_told() {
    for (heading, unit) in [
        ("Opfyldt (i procent)", Unit::Percent),
        ("Udgift (i 1.000 kr.)", other("1.000 kr.")),
        ("Dosis (mg)", other("mg")),
        ("Temperatur (°C)", other("°C")),
        ("Personale (årsværk)", other("årsværk")),
        ("Ændring (procentpoint)", other("procentpoint")),
        ("Antal (i tusinde)", other("tusinde")),
        ("Ophold (dage, median)", other("dage, median")),
        ("Fravær (dage pr. medarbejder)", other("dage pr. medarbejder")),
        ("Fald ‰", other("‰")),
        ("Fald/1000 sengedage", other("/1000 sengedage")),
    ] {
        let found = read(&format!("Måned;{heading}\n2024-01;77\n2024-02;78\n"));
        assert_eq!(observed(&found), values("77 78", &unit), "{heading}");
    }
    let unknown = read("Måned;Fald (afsnit A)\n2024-01;7\n2024-02;8\n");
    assert_eq!(observed(&unknown), counts(&[7, 8]));
    assert!(
        notes_da(&unknown).contains(
            &"»afsnit A« i overskriften »Fald (afsnit A)« er ikke en kendt enhed; tallene er læst som antal"
                .into()
        )
    );
    let decimals = read("Måned;Effekt (snurrer)\n2024-01;1,5\n2024-02;-2,0\n");
    assert_eq!(decimals.unit, other("snurrer"));
    assert!(!notes(&decimals).iter().any(|note| note.contains("no other unit")), "{:?}", notes(&decimals));
}

#[test]
fn a_share_is_of_one_or_in_percent() {
    assert_eq!(
        refused_da("Måned;Andel\n2024-01;0,81\n2024-02;79\n2024-03;83,2\n"),
        [
            "linje 2, kolonne 2 (Andel): »0,81« kan være 0,81 % eller en andel af 1, for andre tal i kolonnen er over 1; skriv \
             alle tal i procent"
        ]
    );
    let percent = read("Måned;Andel\n2024-01;81\n2024-02;79\n");
    assert_eq!(percent.unit, Unit::Percent);
    assert_eq!(notes(&percent), ["the column “Andel” is read as percentages: “81” is above 1"]);
    let too_high = "the target is 80, and the figures are shares from 0 to 1; write the target as 0.8, or all figures in \
                    percent";
    assert_eq!(
        refused_as(&higher(), "Måned;Andel;Mål\n2024-01;0,81;80\n2024-02;0,83;\n"),
        [format!("line 2, column 3 (Mål): {too_high}")]
    );
    let chosen = Choice { target: Some(Target { value: 80.into(), percent: false }), ..higher() };
    assert_eq!(
        refused_as(&chosen, "Måned;Andel\n2024-01;0,81\n2024-02;0,83\n"),
        [format!("line 1: {too_high}")]
    );
    read_as(&higher(), "Måned;Andel;Mål\n2024-01;0,81;0,8\n2024-02;0,83;\n");
}

#[test]
fn a_chosen_target_is_read_as_one_in_a_column() {
    let choice = |percent| Choice {
        target: Some(Target { value: "0.8".parse().expect("a figure"), percent }),
        ..higher()
    };
    for text in
        ["Måned;Tæller;Nævner\n2024-01;81;100\n2024-02;79;100\n", "Måned;Andel i %\n2024-01;81\n2024-02;79\n"]
    {
        assert_eq!(
            said(
                &try_read(text.as_bytes(), &choice(false)).expect_err("two readings"),
                kvalitetsmodel::Lang::Da
            ),
            ["linje 1: »0,8« kan betyde 0,8 % eller 80 %; skriv målet med %, enten »0,8 %« eller »80 %«"]
        );
        read_as(&choice(true), text);
    }
}

#[test]
fn the_heading_of_a_target_can_say_which_way_is_better() {
    let most = "Måned;Andel i %;Mål (højst)\n2024-01;81;80\n2024-02;79;\n";
    assert_eq!(
        refused_as(&higher(), most),
        ["line 2, column 3 (Mål (højst)): the opposite was chosen as better"]
    );
    for (heading, way) in [
        ("Mål (højst)", Direction::AtMost),
        ("Mål højst", Direction::AtMost),
        ("Mål (maks.)", Direction::AtMost),
        ("Mål, mindst", Direction::AtLeast),
    ] {
        let text = format!("Måned;Andel i %;{heading}\n2024-01;81;80\n2024-02;79;\n");
        assert_eq!(read_as(&Choice::default(), &text).direction, way, "{heading}");
    }
    assert_eq!(
        refused("Måned;Andel i %;Mål (højst)\n2024-01;81;mindst 80\n"),
        ["line 2, column 3 (Mål (højst)): line 1 says that the opposite is better"]
    );
    for (target, value, way) in
        [("5 eller færre", 5, Direction::AtMost), ("80 eller mere", 80, Direction::AtLeast)]
    {
        let found = read_as(&Choice::default(), &format!("Måned;Antal;Mål\n2024-01;81;{target}\n"));
        assert_eq!((found.targets[0].value, found.direction), (value.into(), way));
    }
}

#[test]
fn one_mistake_does_not_hide_another() {
    assert_eq!(
        refused_da("Måned;Antal\n2024-01;1.135\n2024-02;abc\n"),
        [
            "linje 2, kolonne 2 (Antal): »1.135« kan være 1135 og 1,135, og intet andet tal i kolonnen afgør det; vælg \
             decimal_sign = Comma eller decimal_sign = Point",
            "linje 3, kolonne 2 (Antal): »abc« er ikke et tal; skriv kun tallet, lad feltet være tomt, hvis resultatet mangler, \
             eller skriv fx <5, hvis det er skjult",
        ]
    );
    let all = refused_da("Dato;Antal\n1/2/2024;7\n99/99/2024;8\n");
    assert_eq!(all[1], "linje 3, kolonne 1 (Dato): »99/99/2024« findes ikke i kalenderen; ret den");
    assert_eq!(
        refused_da("Måned;Antal\n2023-01;12\n2023-02;13\n2023;25\n"),
        [
            "linje 4, kolonne 1 (Måned): »2023« er et år, men overskriften siger måned, og de fleste rækker er det; slet rækken, \
             hvis den er en sum; vælg except = »Måned=2023« eller period = Month"
        ]
    );
    assert_eq!(
        refused_da("Periode;Fald;Fald\n;Tæller;Nævner\n2024-01;1;2\n")[0],
        "linje 1: overskrifterne står i to linjer; skriv dem i én, så hver kolonne har sin egen, og slet linjen med »Tæller« og \
         »Nævner«"
    );
    assert_eq!(refused_da("Måned;Udgift\n2024-01;kr. 12,50\n2024-02;kr. 13,00\n").len(), 2,);
    assert_eq!(
        refused_da("sep=,\nMåned;Antal\n2024-01;7\n"),
        ["linje 2: linje 1 siger sep=,, men overskriften er delt med ;; ret eller slet linje 1"]
    );
}

#[test]
fn dates_as_danes_write_them() {
    let one = |cell: &str| periods(&read(&format!("Dato;Antal\n{cell};1\n"))).join("");
    for cell in ["1/1-2023", "01/1 2023", "den 1. januar 2023", "d. 1/1 2023", "d. 1. januar 2023"] {
        assert_eq!(one(cell), "1. januar 2023", "{cell}");
    }
    assert_eq!(one("13/1-2023"), "13. januar 2023");
    assert_eq!(one("1. halvaar 2024"), "1. halvår 2024");
    assert_eq!(
        refused("Måned;Antal\njanuar 0024;1\n"),
        [
            "line 2, column 1 (Måned): “januar 0024” has no year of four digits; write the year with four, as in Jan 2024 or \
             31.01.2024"
        ]
    );
}

#[test]
fn a_suppressed_percentage_is_below_a_percentage() {
    let found = read("Måned;Andel i %\n2024-01;<5 %\n2024-02;7 %\n");
    assert_eq!(
        notes_da(&found),
        ["linje 2: resultatet er skjult, fordi det er under 5 %; det er hverken nul eller manglende"]
    );
}
