//! What a machine can tell of the words of a sub-goal.

/// How texts begin that say what the staff does.
const OPENINGS: [[&str; 2]; 13] = [
    ["støtte", "til"],
    ["støtte", "i"],
    ["støtte", "op"],
    ["støtte", "med"],
    ["støtte", "borgeren"],
    ["hjælp", "til"],
    ["hjælp", "med"],
    ["hjælpe", "borgeren"],
    ["motivere", "borgeren"],
    ["vejlede", "borgeren"],
    ["guide", "borgeren"],
    ["sikre", "at"],
    ["sikring", "af"],
];

/// What is done to somebody: *støtte Karl i*, *motivere Karl til*. To help somebody can be the citizen's own goal.
const SUPPORTS: [&str; 3] = ["støtte", "motivere", "vejlede"];

/// What is done to the one who is named first: *Karl støttes i*, *borgeren skal hjælpes til*.
const IS_SUPPORTED: [&str; 6] = ["støttes", "hjælpes", "motiveres", "vejledes", "guides", "tilbydes"];

/// Who does it: *personalet støtter Karl i*.
const STAFF: [&str; 5] = ["personalet", "medarbejderne", "pædagogerne", "pædagogen", "kontaktpersonen"];

/// Words that say how many or how often. *En* and *et* are left out: they are articles as well.
const AMOUNTS: &[&str] = &[
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
    "halv",
    "halve",
    "gang",
    "gange",
    "morgen",
    "aften",
    "hverdage",
    "weekend",
    "weekenden",
    "weekender",
];

/// Days of the week, each with its plural: *mandag*, *mandage*.
const DAYS: [&str; 7] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

/// The words with which a number from 21 to 99 ends: *femogtyve*.
const TENS: [&str; 8] = ["tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems"];

/// Returns `true` if the text begins with what the staff does: *støtte til*, *at sikre, at*, *støtte Karl i*, *Karl skal
/// støttes i*.
pub(super) fn begins_with_support(text: &str) -> bool {
    let mut words = words(text).peekable();
    let _ = words.next_if(|word| is_word(word, "at"));
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let third = words.next().unwrap_or_default();
    let is_among = |word: &str, list: &[&str]| list.iter().any(|one| is_word(word, one));
    let verb = if is_word(second, "skal") { third } else { second };
    OPENINGS.iter().any(|[one, two]| is_word(first, one) && is_word(second, two))
        || (is_among(first, &SUPPORTS) && is_among(third, &["i", "til", "med"]))
        || is_among(verb, &IS_SUPPORTED)
        || is_among(first, &STAFF)
}

/// Returns `true` if the text has a figure, a number word, or a word such as *dagligt*.
pub(super) fn has_amount(text: &str) -> bool {
    text.chars().any(char::is_numeric) || words(text).any(is_amount)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

fn is_amount(word: &str) -> bool {
    AMOUNTS.iter().any(|amount| is_word(word, amount))
        || TENS.iter().any(|tens| is_compound(word, tens))
        || DAYS
            .iter()
            .any(|day| is_word(word, day) || before(word, "e").is_some_and(|word| is_word(word, day)))
}

/// Returns `true` for *femogtyve*, if `tens` is *tyve*.
fn is_compound(word: &str, tens: &str) -> bool {
    let head = before(word, tens).and_then(|head| before(head, "og"));
    head.is_some_and(|ones| !ones.is_empty())
}

/// What comes before the ending `end` of a word, if the word has it.
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
            "Støtte Karl i at komme op om morgenen",
            "At motivere Amina til at deltage",
            "Støtte borgeren, når hun handler",
            "Hjælpe borgeren med økonomien",
            "Karl støttes i at gå til bageren to gange om ugen",
            "Borgeren skal støttes i at gå til bageren",
            "At Karl hjælpes til et fast døgn",
            "Sikring af medicin",
            "Personalet minder Karl om hans medicin",
            "Borgeren tilbydes træning",
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
            "Hjælpe til i køkkenet to gange om ugen",
            "Hjælpe mor med opvasken hver fredag",
            "Hjælper borgerne på nabogangen",
            "Støttestrømper tages på hver morgen",
            "Karl skal selv stå op",
            "Støtte fra familien",
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
            "laver mad onsdag og Fredag",
            "svømmer om mandagen eller tirsdage",
            "er med til husmøde en gang om måneden",
            "tager sin medicin morgen og aften",
            "møder på hverdage",
            "en halv time",
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
            "har struktur i hverdagen",
            "fredagsbar",
            "gangfunktion",
        ] {
            assert!(!has_amount(text), "{text}");
        }
    }
}
