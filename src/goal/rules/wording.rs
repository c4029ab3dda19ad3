//! What a machine can tell of the words of a sub-goal.

/// How a text begins that says what the staff does.
const OPENINGS: [[&str; 2]; 6] = [
    ["støtte", "til"],
    ["støtte", "i"],
    ["støtte", "op"],
    ["hjælp", "til"],
    ["hjælpe", "til"],
    ["sikre", "at"],
];

/// Words that say how many or how often. *En* and *et* are left out: they are articles as well.
const AMOUNTS: [&str; 56] = [
    "én",
    "ét",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "syv",
    "otte",
    "ni",
    "ti",
    "elleve",
    "tolv",
    "tretten",
    "fjorten",
    "femten",
    "seksten",
    "sytten",
    "atten",
    "nitten",
    "tyve",
    "tredive",
    "fyrre",
    "halvtreds",
    "tres",
    "halvfjerds",
    "firs",
    "halvfems",
    "hundrede",
    "tusind",
    "tusinde",
    "halvanden",
    "halvdelen",
    "halvdel",
    "tredjedel",
    "fjerdedel",
    "begge",
    "alle",
    "ingen",
    "intet",
    "aldrig",
    "altid",
    "hver",
    "hvert",
    "daglig",
    "dagligt",
    "daglige",
    "ugentlig",
    "ugentligt",
    "ugentlige",
    "månedlig",
    "månedligt",
    "månedlige",
    "dobbelt",
    "halvt",
    "nul",
];

/// The words with which a number from 21 to 99 ends: *femogtyve*.
const TENS: [&str; 8] = ["tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems"];

/// Returns `true` if the text begins with what the staff does: *støtte til*, *sikre, at*, *at hjælpe til*.
pub(super) fn begins_with_support(text: &str) -> bool {
    let mut words = words(text).peekable();
    let _ = words.next_if(|word| is_word(word, "at"));
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    OPENINGS.iter().any(|[one, two]| is_word(first, one) && is_word(second, two))
}

/// Returns `true` if the text has a figure, a number word, or a word such as *dagligt*.
pub(super) fn has_amount(text: &str) -> bool {
    text.chars().any(char::is_numeric) || words(text).any(is_amount)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

fn is_amount(word: &str) -> bool {
    AMOUNTS.iter().any(|amount| is_word(word, amount)) || TENS.iter().any(|tens| is_compound(word, tens))
}

/// Returns `true` for *femogtyve*, if `tens` is *tyve*.
fn is_compound(word: &str, tens: &str) -> bool {
    let head = before(word, tens).and_then(|head| before(head, "og"));
    head.is_some_and(|ones| !ones.is_empty())
}

/// What stands before the end of a word, if the word ends so.
fn before<'w>(word: &'w str, end: &str) -> Option<&'w str> {
    let (head, tail) = word.split_at_checked(word.len().checked_sub(end.len())?)?;
    is_word(tail, end).then_some(head)
}

/// Returns `true` if both are the same word, in whatever case. `lower` is in lower case.
fn is_word(word: &str, lower: &str) -> bool {
    word.chars().flat_map(char::to_lowercase).eq(lower.chars())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_openings_say_what_the_staff_does() {
        for text in [
            "Støtte til at få en bedre hverdag",
            "STØTTE TIL indkøb",
            "støtte i weekenden",
            "  »Støtte\ntil« lektier",
            "Sikre at Karl tager sin medicin",
            "Sikre, at Karl tager sin medicin",
            "At sikre, at Karl kommer op",
            "Hjælp til rengøring",
        ] {
            assert!(begins_with_support(text), "{text}");
        }
        for text in [
            "",
            "støtte",
            "at",
            "Støttepædagogen tilbyder",
            "Karl får støtte til indkøb en gang om ugen",
            "Sikrer at døren er låst, når han går hjemmefra",
            "Til støtte",
        ] {
            assert!(!begins_with_support(text), "{text}");
        }
    }

    #[test]
    fn an_amount_is_a_figure_or_a_word() {
        for text in [
            "2 ture",
            "uge 40",
            "½ time",
            "to gange om ugen",
            "Tre af fem dage",
            "én gang",
            "ÉN gang",
            "femogtyve minutter",
            "to-tre gange",
            "spiser morgenmad hver dag",
            "dagligt",
            "går aldrig glip af skolen",
        ] {
            assert!(has_amount(text), "{text}");
        }
        for text in [
            "",
            "Peter har øget selvværd",
            "Støtte til at få en bedre hverdag",
            "Sikre at Karl tager sin medicin",
            "en tur",
            "tyvetøs",
            "ogtyve",
            "stress og uro",
            "tierne",
            "\u{1F600}tyv",
        ] {
            assert!(!has_amount(text), "{text}");
        }
    }
}
