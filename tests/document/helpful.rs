//! What is said to someone who knows the subject, but not the format.

use kvalitetsmodel::{Lang, json};

#[test]
fn text_that_ends_early_is_wrong_at_its_end() {
    for (text, da) in [
        ("{", "linje 1, kolonne 2: teksten slutter for tidligt, midt i et objekt"),
        ("{\n", "linje 2, kolonne 1: teksten slutter for tidligt, midt i et objekt"),
        ("{ \"id\": ", "linje 1, kolonne 9, ved /id: teksten slutter for tidligt, midt i et objekt"),
        (
            "{ \"æ",
            "linje 1, kolonne 5: teksten slutter for tidligt, før det anførselstegn, der skal afslutte en tekst",
        ),
        ("", "linje 1, kolonne 1: teksten er tom"),
    ] {
        assert_eq!(json::read(text).unwrap_err().message(Lang::Da), da, "{text}");
    }
}
