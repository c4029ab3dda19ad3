//! What serde says, for people: in words of JSON, and without what a person may have written.

use alloc::borrow::Cow;
use alloc::format;

/// What is wrong with a value.
pub(super) fn of_data(said: &str) -> Cow<'_, str> {
    let mismatch = said.strip_prefix("invalid type: ").or_else(|| said.strip_prefix("invalid value: "));
    if let Some(rest) = mismatch {
        let (found, expected) = match rest.strip_prefix("string \"") {
            Some(rest) => ("text", behind_quote(rest).strip_prefix(", expected ")),
            None => rest.split_once(", expected ").map_or(("", None), |(a, b)| (a, Some(b))),
        };
        return expected.map_or(said.into(), |expected| {
            format!("expected {}, found {}", in_json(expected), found_in_json(found)).into()
        });
    }
    for behind in [", expected ", ", there are no "] {
        // From the end: what stands there is the crate's own.
        let Some((unknown, choices)) = said.rsplit_once(behind) else { continue };
        if unknown.starts_with("unknown variant `") {
            return format!("unknown value{behind}{choices}").into();
        }
        let field = unknown.strip_prefix("unknown field `").and_then(|rest| rest.strip_suffix('`'));
        if field.is_some_and(|name| !is_plain(name)) {
            return format!("unknown field{behind}{choices}").into();
        }
    }
    said.into()
}

/// What is wrong with the text.
pub(super) fn of_syntax(said: &str) -> Cow<'_, str> {
    match said {
        "trailing characters" => "the text goes on after the document".into(),
        "recursion limit exceeded" => "nested too deep".into(),
        said => format!("not JSON: {said}").into(),
    }
}

/// Where a text ends too early.
pub(super) fn of_end(said: &str) -> Cow<'_, str> {
    let within = said.strip_prefix("EOF while parsing ").unwrap_or(said);
    format!("the text ends too early, within {within}").into()
}

fn in_json(expected: &str) -> &str {
    match expected {
        "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" => "a whole number in range",
        "a boolean" => "true or false",
        "a sequence" => "an array",
        "a string" => "text",
        "a string: the variant holds nothing" => "a word alone",
        "map with a single key" => "an object with exactly one key",
        _ if expected.starts_with("struct ") => "an object",
        _ if expected.starts_with("enum ") => "a word, or an object with one key",
        _ if expected.ends_with("newtype variant") => "an object with one key",
        _ => expected,
    }
}

fn found_in_json(found: &str) -> &str {
    let number = found.strip_prefix("integer `").or_else(|| found.strip_prefix("floating point `"));
    if let Some(number) = number.and_then(|rest| rest.strip_suffix('`')) {
        return number;
    }
    match found {
        "sequence" => "an array",
        "map" => "an object",
        "unit variant" => "a word alone",
        _ => found,
    }
}

/// What follows the quote that ends a text in the form of `Debug`.
fn behind_quote(text: &str) -> &str {
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => drop(chars.next()),
            '"' => break,
            _ => {}
        }
    }
    chars.as_str()
}

/// Could it be the name of a field?
fn is_plain(name: &str) -> bool {
    name.len() <= 40 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.$@:".contains(&byte))
}
