//! Workbooks as people send them.

use std::path::PathBuf;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

/// Writes a workbook, reads it with these options, and returns what is printed.
fn printed(name: &str, options: &str, write: impl Fn(&mut Workbook)) -> Result<String, String> {
    let path: PathBuf =
        std::env::temp_dir().join(format!("kvalitetsmodel-{}-{name}.xlsx", std::process::id()));
    let mut workbook = Workbook::new();
    write(&mut workbook);
    workbook.save(&path).expect("written");
    let words = std::iter::once(path.display().to_string()).chain(options.split(' ').map(str::to_owned));
    let printed = crate::run(words).map_err(|message| message.replace(&path.display().to_string(), "FIL"));
    std::fs::remove_file(path).expect("removed");
    printed
}

fn headings(sheet: &mut Worksheet, row: u32, names: &[&str]) {
    for (column, name) in (0..).zip(names) {
        sheet.write(row, column, *name).expect("a heading");
    }
}

#[test]
fn days_and_numbers_are_what_the_sheet_holds() {
    let said = printed("days", "--better lower", |workbook| {
        let sheet = workbook.add_worksheet();
        let (day, thousands) =
            (Format::new().set_num_format("d/m/yy"), Format::new().set_num_format("#.##0"));
        sheet.write(0, 0, "Ventetider, Enhed Nord").expect("a title");
        headings(sheet, 2, &["Dato", "Ventetid (dage)", "Bemærkning"]);
        for (row, (date, days)) in
            (3..).zip([("2024-02-01", 1.135), ("2024-03-01", 1135.0), ("2024-04-01", 12.5)])
        {
            sheet.write(row, 0, ExcelDateTime::parse_from_str(date).expect("a day")).expect("a cell");
            sheet.set_cell_format(row, 0, &day).expect("a format");
            sheet.write_with_format(row, 1, days, &thousands).expect("a number");
        }
        sheet.write(4, 2, "Ferie").expect("a note");
        sheet.write(6, 0, ExcelDateTime::parse_from_str("2024-05-01").expect("a day")).expect("a cell");
        sheet.set_cell_format(6, 0, &day).expect("a format");
        sheet.write(6, 1, "<5").expect("a cell");
    });
    assert_eq!(
        said.as_deref(),
        Ok("Ventetid (lavere er bedre)\n\
            1. februar 2024    1,135 dage\n\
            1. marts 2024      1135 dage  Ferie\n\
            1. april 2024      12,5 dage\n\
            1. maj 2024        skjult, under 5\n\
            - overskriften er læst i linje 3; hvad der står over den, er ikke læst\n\
            - kolonne 2 (»Ventetid (dage)«) er læst som værdien: den er den eneste ukendte med kun tal\n\
            - linje 7: resultatet er skjult, fordi det er under 5; det er hverken nul eller manglende\n")
    );
}

#[test]
fn a_number_shown_as_percent_is_in_percent() {
    let said = printed("percent", "--better higher --sheet Data --lang en", |workbook| {
        workbook.add_worksheet();
        let sheet = workbook.add_worksheet().set_name("Data").expect("a name");
        headings(sheet, 0, &["År", "Måned", "Trivsel", "Mål"]);
        let percent = Format::new().set_num_format("0.0%");
        for (row, share) in (1..).zip([0.61, 0.07]) {
            sheet.write(row, 0, 2024).expect("a year");
            sheet.write(row, 1, row).expect("a month");
            sheet.write_with_format(row, 2, share, &percent).expect("a share");
        }
        sheet.write_with_format(1, 3, 0.8, &percent).expect("a target");
    });
    assert_eq!(
        said.as_deref(),
        Ok("Trivsel (higher is better)\n\
            January 2024       61 %\n\
            February 2024      7 %\n\
            - column 3 (“Trivsel”) is read as the value: it is the only unknown one with only figures\n")
    );
}

#[test]
fn what_cannot_be_read_is_told_with_its_row() {
    let write = |workbook: &mut Workbook| {
        let sheet = workbook.add_worksheet().set_name("Ark").expect("a name");
        headings(sheet, 0, &["Uge", "Antal"]);
        sheet.write(1, 0, "2024-05").expect("a week");
        sheet.write(1, 1, "1.135").expect("a text");
    };
    assert_eq!(
        printed("text", "--better lower", write),
        Err("FIL: linje 2, kolonne 2 (Antal): »1.135« kan være 1135 og 1,135, og intet andet tal i kolonnen afgør det; vælg \
             --decimal comma eller --decimal point"
            .to_owned())
    );
    let decided = printed("decided", "--better lower --decimal comma", write);
    assert_eq!(decided.as_deref(), Ok("– (lavere er bedre)\nuge 5 2024         1135\n"));
    assert_eq!(
        printed("sheet", "--better lower --sheet Andet", write),
        Err("FIL: intet ark hedder »Andet«; her er Ark".to_owned())
    );
    assert!(crate::run(["/nowhere.xlsx".to_owned()].into_iter()).is_err());
}

#[test]
fn the_sheet_that_is_read_is_told_if_there_are_others() {
    let write = |workbook: &mut Workbook| {
        workbook.add_worksheet().set_name("Tom").expect("a name");
        for name in ["Fald", "Tryksår"] {
            let sheet = workbook.add_worksheet().set_name(name).expect("a name");
            headings(sheet, 0, &["Uge", "Antal"]);
            sheet.write(1, 0, "2024-05").expect("a week");
            sheet.write(1, 1, 3).expect("a number");
        }
    };
    let read = "– (lavere er bedre)\nuge 5 2024         3\n";
    let told = format!("{read}- arket »Fald« er læst; her er også Tryksår; vælg --sheet\n");
    assert_eq!(printed("first", "--better lower", write), Ok(told));
    assert_eq!(printed("chosen", "--better lower --sheet Tryksår", write).as_deref(), Ok(read));
    let refused = printed("others", "--lang en --value x --better lower", write).expect_err("no such column");
    assert!(
        refused.ends_with("FIL: the sheet “Fald” is read; there are Tryksår, too; choose --sheet"),
        "{refused}"
    );
    for (options, begins) in [("--help", "brug: workbook"), ("--lang en --help", "usage: workbook")] {
        assert!(printed("help", options, write).expect_err("asked").starts_with(begins));
    }
}
