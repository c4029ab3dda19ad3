//! What is wrong with a text that is not JSON, in words.

use crate::json::tree::{Expected, Part, Syntax};
use crate::text::Bilingual;

pub(super) const fn message(syntax: Syntax) -> Bilingual {
    match syntax {
        Syntax::Empty => Bilingual::new("teksten er tom", "the text is empty"),
        Syntax::EndsIn(part) => ends_in(part),
        Syntax::Expected(expected) => not_expected(expected),
        Syntax::TrailingComma => Bilingual::new(
            "ikke JSON: der er et komma for meget",
            "not JSON: there is a comma with nothing after it",
        ),
        Syntax::GoesOn => {
            Bilingual::new("teksten fortsætter efter dokumentet", "the text goes on after the document")
        }
        Syntax::TooDeep => Bilingual::new(
            "for dybt indlejret: der kan højst være 127 niveauer inden i hinanden",
            "nested too deep: there can be at most 127 levels",
        ),
        Syntax::BadEscape => Bilingual::new(
            "ikke JSON: efter en omvendt skråstreg i en tekst skal der stå en gyldig kode, \
             fx `\\n` eller `\\u00e6`",
            "not JSON: a backslash in a text must begin a valid escape, such as `\\n` or `\\u00e6`",
        ),
        Syntax::BadNumber => Bilingual::new(
            "ikke JSON: tallet skal skrives som fx `7`, `-7` eller `7.5`",
            "not JSON: a number is written like `7`, `-7` or `7.5`",
        ),
        Syntax::ControlCharacter => Bilingual::new(
            "ikke JSON: linjeskift, tabulator og andre styretegn i en tekst \
             skal skrives med omvendt skråstreg, fx `\\n`",
            "not JSON: a line break, a tab or another control character in a text \
             must be escaped, such as `\\n`",
        ),
    }
}

const fn ends_in(part: Part) -> Bilingual {
    match part {
        Part::Object => Bilingual::new(
            "teksten slutter for tidligt, midt i et objekt",
            "the text ends too early, within an object",
        ),
        Part::List => Bilingual::new(
            "teksten slutter for tidligt, midt i en liste",
            "the text ends too early, within a list",
        ),
        Part::Text => Bilingual::new(
            "teksten slutter for tidligt, før det anførselstegn, der skal afslutte en tekst",
            "the text ends too early, before the quotation mark that ends a text",
        ),
        Part::Number => Bilingual::new(
            "teksten slutter for tidligt, midt i et tal",
            "the text ends too early, within a number",
        ),
        Part::Literal => Bilingual::new(
            "teksten slutter for tidligt, midt i `true`, `false` eller `null`",
            "the text ends too early, within `true`, `false` or `null`",
        ),
    }
}

const fn not_expected(expected: Expected) -> Bilingual {
    match expected {
        Expected::Value => Bilingual::new(
            "ikke JSON: her skal der stå en værdi; en tekst skal stå i anførselstegn (`\"`)",
            "not JSON: expected a value; a text must be in quotation marks (`\"`)",
        ),
        Expected::Key => Bilingual::new(
            "ikke JSON: her skal der stå navnet på et felt i anførselstegn (`\"`)",
            "not JSON: expected the name of a field in quotation marks (`\"`)",
        ),
        Expected::Colon => Bilingual::new(
            "ikke JSON: her skal der stå et kolon mellem feltets navn og værdi",
            "not JSON: expected a colon between the name and the value of a field",
        ),
        Expected::CommaOrBrace => Bilingual::new(
            "ikke JSON: her skal der stå et komma, eller `}` efter det sidste felt",
            "not JSON: expected a comma, or `}` after the last field",
        ),
        Expected::CommaOrBracket => Bilingual::new(
            "ikke JSON: her skal der stå et komma, eller `]` efter det sidste element",
            "not JSON: expected a comma, or `]` after the last item",
        ),
    }
}
