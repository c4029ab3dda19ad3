//! Bytes, separators, quotes and lines.

use kvalitetsmodel::Lang;
use kvalitetsmodel::figure::Unit;
use kvalitetsmodel::table::{Form, Table};
use kvalitetsmodel::text::Text;

use super::{
    counts, lower, notes, notes_da, observed, of_form, read, read_as, refused, said, try_read, value,
};

fn no_table(bytes: &[u8]) -> String {
    said(&try_read(bytes, &lower()).expect_err("no table"), Lang::En).join("\n")
}

#[test]
fn separators_quotes_and_line_ends() {
    let expected = counts(&[7, 8]);
    for text in [
        "\u{feff}dato;antal\r\n2024-01;7\r\n2024-02;8\r\n",
        "dato,antal\n2024-01,7\n\n2024-02,8\n\n\n",
        "dato\tantal\n2024-01\t7\n2024-02\t8",
        "\"dato\";\"antal\"\n\"2024-01\";\"7\"\n\"2024-02\";8\n;;;\n",
        "\n\ndato;antal;;\n2024-01;7;;\n2024-02;8;;\n",
        "dato;antal\r2024-01;7\r2024-02;8\r",
    ] {
        let found = read(text);
        assert_eq!(observed(&found), expected, "{text:?}");
        assert_eq!(notes(&found), [""; 0], "{text:?}");
    }
    let found = read("dato;antal;note\n2024-01;7;\"to \"\"små\"\" linjer;\nsammen\"\n2024-02;8;\n");
    assert_eq!(found.rows[0].note.as_ref().map(Text::as_str), Some("to \"små\" linjer;\nsammen"));
    assert_eq!(found.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4]);
}

#[test]
fn a_separator_stands_in_two_lines_that_follow_each_other() {
    // The comma of the title separates nothing.
    let found = read("Fald, alle afdelinger\n\nMåned;Antal fald\n2024-01;7\n2024-02;8\n");
    assert_eq!(observed(&found), counts(&[7, 8]));
    assert_eq!(
        notes(&found),
        [
            "the heading is read in line 3; what is above it is not read",
            "column 2 (“Antal fald”) is read as the value: it is the only unknown one with only figures"
        ]
    );
    assert_eq!(found.rows[0].line, 4);
    assert_eq!(observed(&read("dato,antal,note\n2024-01,7,flytning; ferie\n")), counts(&[7]));
}

#[test]
fn every_line_has_its_number() {
    let text = "\n\r\ndato;antal;note\n2024-01;a;\"en\r\nto\n\n\"\n\n\r\n2024-02;b;\n2024-03;c;\"\n\"\r\n\n2024-04;d;";
    let lines: Vec<_> = try_read(text.as_bytes(), &lower())
        .expect_err("no figures")
        .refusals
        .iter()
        .map(|one| (one.line(), one.column().map(|column| column.number)))
        .collect();
    assert_eq!(lines, [(4, Some(2)), (10, Some(2)), (11, Some(2)), (14, Some(2))]);

    // So long that nobody would wait for it if the lines were counted again for every row.
    let rows: Vec<_> = (1..=60_000).map(|n| format!("2024-01-03;{n};\"a\nb\"\n")).collect();
    let long = read_as(&of_form(Form::BetweenEvents), &format!("dato;dage;note\n{}", rows.concat()));
    assert!(long.rows.iter().map(|row| row.line).eq((0..60_000).map(|n| n * 2 + 2)));
}

#[test]
fn windows_1252_is_read_and_noted() {
    let text = "M\u{e5}ned;V\u{e6}rdi (timer);Note\nmarts 2024;7,5;\u{80}";
    let bytes: Vec<u8> = text.chars().map(|sign| u8::try_from(u32::from(sign)).expect("one byte")).collect();
    let found = try_read(&bytes, &lower()).expect("read");
    assert_eq!(observed(&found), [value("7.5", Unit::Hours)]);
    assert_eq!(found.rows[0].note.as_ref().map(Text::as_str), Some("€"));
    assert_eq!(notes(&found), ["line 1 is not UTF-8; the file is read as Windows-1252"]);
    assert_eq!(notes_da(&found), ["linje 1 er ikke UTF-8; filen er læst som Windows-1252"]);
    // Every byte but five is a character.
    let known = (0x80..=0xff_u8).filter(|byte| {
        let bytes = [b"dato;antal\n", [*byte].as_slice(), b";1"].concat();
        !no_table(&bytes).contains("a character in neither")
    });
    assert_eq!(known.count(), 0x80 - 5);
    assert_eq!(
        no_table(b"dato;antal\nm\xe5ned;7\n\x81;2\n"),
        "line 3: byte 81 is a character in neither UTF-8 nor Windows-1252; save the file as “CSV UTF-8”"
    );
}

#[test]
fn a_mixture_of_encodings_is_refused() {
    let mixed = "the file is partly UTF-8 and partly something else; save it as “CSV UTF-8”";
    let after = ["dato;antal\nmåned;7\n".as_bytes(), b"m\xe5ned"].concat();
    assert_eq!(no_table(&after), format!("line 3: {mixed}"));
    let before = [b"dato;antal\nm\xe5ned;7\n", "måned".as_bytes()].concat();
    assert_eq!(no_table(&before), format!("line 2: {mixed}"));
}

#[test]
fn utf_16_is_read() {
    let text = "Måned;Antal;Note\r\n2024-01;7;€ 😀\r\n";
    for (big, mark) in [(false, true), (false, false), (true, true), (true, false)] {
        let marked = format!("{}{text}", if mark { "\u{feff}" } else { "" });
        let bytes: Vec<u8> = marked
            .encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect();
        // A euro sign and an emoji have no zero: without the mark, the other signs show what it is.
        let found = try_read(&bytes, &lower()).expect("read");
        assert_eq!(observed(&found), counts(&[7]));
        assert_eq!(found.rows[0].note.as_ref().map(Text::as_str), Some("€ 😀"));
        let told: &[&str] =
            if mark { &[] } else { &["the file is read as UTF-16, which it does not say itself"] };
        assert_eq!(notes(&found), told);
    }
    let broken = "line 1: the file looks like UTF-16 and is not; save it as “CSV UTF-8”";
    assert_eq!(no_table(b"\xff\xfed\0\0"), broken);
    assert_eq!(no_table(b"\xff\xfe\x00\xd8a\0"), broken);
    assert_eq!(no_table(b"dato;antal\n\0\0"), broken);
}

#[test]
fn a_workbook_is_no_table_of_separated_values() {
    let workbook = "line 1: the file is a workbook as Excel writes it, or a packed file, and not separated values; save the \
                    sheet as “CSV UTF-8”";
    assert_eq!(no_table(b"PK\x03\x04\x14\0\0\0\x08\0"), workbook);
    assert_eq!(no_table(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"), workbook);
    assert_eq!(observed(&read("PK;dato;antal\n;2024-01;7\n")), counts(&[7]));
}

#[test]
fn a_first_line_may_say_the_separator() {
    for text in [
        "sep=;\r\ndato;antal\r\n2024-01;7",
        "SEP=|\n\ndato|antal\n2024-01|7",
        "\u{feff}\"sep=,\"\ndato,antal\n2024-01,7",
        "sep=\t\ndato\tantal\n2024-01\t7",
    ] {
        assert_eq!(observed(&read(text)), counts(&[7]), "{text:?}");
    }
    // It overrides what the headings would suggest.
    assert_eq!(observed(&read("sep=,\ndato,antal,\"a;b\"\n2024-01,7,")), counts(&[7]));
    assert!(
        refused("sep=;\ndato;antal\n2024-01;x\n")[0]
            .starts_with("line 3, column 2 (antal): “x” is no number")
    );
}

#[test]
fn what_is_no_table_is_refused() {
    assert_eq!(no_table(b""), "line 1: the file is empty");
    assert_eq!(no_table(b"\xef\xbb\xbf\r\n;;\r\n"), "line 1: the file is empty");
    assert_eq!(
        no_table(b"dato\n2024-01\n"),
        "line 1: the heading has one column; there must be ;, a tab or , between columns"
    );
    assert_eq!(no_table(b"dato;antal;note\n2024-01;7;\"hm\n2024-02;8;\n"), "line 2: a quote is never closed");
    assert!(no_table(b"dato;antal\n").contains("line 1: there are no rows below the heading"));
}

#[test]
fn a_table_is_no_more_than_its_cells() {
    let table =
        Table::read("mål;enhed;andet\n færre fald ;antal\n\nflere;%;\"a;b\"\n".as_bytes()).expect("a table");
    let cells: Vec<Vec<String>> = table
        .rows()
        .iter()
        .map(|row| row.cells().iter().map(|cell| cell.text().into_owned()).collect())
        .collect();
    assert_eq!(cells, [vec!["færre fald", "antal"], vec!["flere", "%", "a;b"]]);
    assert_eq!(table.rows().iter().map(kvalitetsmodel::table::Row::line).collect::<Vec<_>>(), [2, 4]);
}
