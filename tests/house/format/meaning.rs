//! What types and fields mean, as their documentation in `src/` says it. The field tables only have labels:
//! every program that reads a document would have to carry the sentences.

use std::collections::BTreeMap;
use std::path::Path;

use kvalitetsmodel::draft::{Field, Shape};

use super::tables::BUNDLED;

/// Meanings by `Type`, `Type.field`, `Type.variant` and `Type.variant.field`, with names as in the format.
pub(crate) struct Meanings(BTreeMap<String, Vec<String>>);

impl Meanings {
    pub(crate) fn read() -> Self {
        let mut found = BTreeMap::new();
        read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        // A document in a bundle has the fields of any other.
        let fields: Vec<_> =
            found.iter().filter_map(|(key, docs)| Some((key.strip_prefix("Envelope.")?, docs))).collect();
        let fields: Vec<_> =
            fields.into_iter().map(|(name, docs)| (format!("{BUNDLED}.{name}"), docs.clone())).collect();
        found.extend(fields);
        found.insert(
            BUNDLED.to_owned(),
            vec!["A document in a bundle. It is not a bundle itself.".to_owned()],
        );
        Self(found)
    }

    /// The first paragraph about a type, or a variant.
    pub(crate) fn short(&self, key: &str) -> &str {
        self.paragraphs(key).first().map_or("", |first| first)
    }

    /// Everything about a field of a record or of a variant, whose own key is given.
    pub(crate) fn of_field(&self, field: &Field, of: &str) -> String {
        match field.shape {
            // A declaration says that a record has an id, and nothing about it.
            Shape::Id(id) if field.name == "id" && !self.0.contains_key(&format!("{of}.id")) => {
                format!("The id of this {}.", id.label.en)
            }
            _ => self.paragraphs(&format!("{of}.{}", field.name)).join(" "),
        }
    }

    fn paragraphs(&self, key: &str) -> &[String] {
        self.0.get(key).unwrap_or_else(|| panic!("no documentation of {key} was found in src/"))
    }
}

fn read_folder(folder: &Path, found: &mut BTreeMap<String, Vec<String>>) {
    for entry in folder.read_dir().expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            read_folder(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            read_file(&std::fs::read_to_string(&path).expect("a file"), found);
        }
    }
}

/// Reads the declarations of a file: `record! { … }`, `words! { … }` and `choice! { … }` at the left edge.
fn read_file(source: &str, found: &mut BTreeMap<String, Vec<String>>) {
    let (mut name, mut variant) = (String::new(), None::<String>);
    let (mut docs, mut is_inside) = (Vec::new(), false);
    for line in source.lines() {
        match line {
            "record! {" | "words! {" | "choice! {" => is_inside = true,
            "}" => (is_inside, variant) = (false, None),
            _ => {}
        }
        let line = line.trim();
        if let Some(doc) = line.strip_prefix("///") {
            docs.push(doc.strip_prefix(' ').unwrap_or(doc));
        } else if line == "}" {
            variant = None;
        } else if line.starts_with("#[") {
            // An attribute is between a doc comment and its item.
        } else if is_inside {
            let docs = std::mem::take(&mut docs);
            if let Some(declared) = type_name(line) {
                declared.clone_into(&mut name);
                found.insert(name.clone(), paragraphs(&docs));
            } else if let Some(wire) = member(line) {
                let is_variant = line.starts_with(|first: char| first.is_ascii_uppercase());
                if is_variant {
                    variant = None;
                }
                let of = variant.as_ref().map_or(name.clone(), |variant| format!("{name}.{variant}"));
                found.insert(format!("{of}.{wire}"), paragraphs(&docs));
                if is_variant && line.ends_with('{') {
                    variant = Some(wire);
                }
            }
        } else {
            docs.clear();
        }
    }
}

/// The name in `pub struct Name: …`.
fn type_name(line: &str) -> Option<&str> {
    let rest = line.split_once("struct ").or_else(|| line.split_once("enum "))?.1;
    rest.split_once(':').map(|(name, _)| name)
}

/// The name, as the format has it, of `pub on: NaiveDate = …`, `pub carried_out as "do": …` or `Region = …`.
fn member(line: &str) -> Option<String> {
    let line = line.strip_prefix("pub(crate) ").or_else(|| line.strip_prefix("pub ")).unwrap_or(line);
    let end = line.find(|char: char| !char.is_ascii_alphanumeric() && char != '_')?;
    let (name, rest) = line.split_at(end);
    let is_member = rest.starts_with(": ") || rest.starts_with(" = ") || rest == " =";
    if let Some((wire, _)) = rest.strip_prefix(" as \"").and_then(|rest| rest.split_once('"')) {
        return Some(wire.to_owned());
    }
    is_member.then(|| camel(name))
}

/// `baseline_until` and `AtLeast` as the format writes them.
fn camel(name: &str) -> String {
    let mut out = String::new();
    let mut capital = false;
    for (n, char) in name.chars().enumerate() {
        match char {
            '_' => capital = true,
            _ if n == 0 => out.push(char.to_ascii_lowercase()),
            _ if std::mem::take(&mut capital) => out.push(char.to_ascii_uppercase()),
            _ => out.push(char),
        }
    }
    out
}

/// The paragraphs before the first heading and the first example.
fn paragraphs(docs: &[&str]) -> Vec<String> {
    let words = docs.iter().take_while(|line| !line.starts_with("```") && !line.starts_with("# "));
    let lines: Vec<_> = words.copied().collect();
    let paragraphs = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    paragraphs.map(|lines| plain(&lines.join(" "))).collect()
}

/// Takes the links out, and writes names of Rust as the format has them. No value is an absent field there.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        let (inside, after) = link.split_once(']').expect("a link ends");
        out.push_str(before);
        out.push_str(inside);
        rest =
            after.strip_prefix('(').and_then(|link| link.split_once(')')).map_or(after, |(_, after)| after);
    }
    out.push_str(rest);
    let spans = out.split('`').enumerate().map(|(n, span)| match span.rsplit_once("::") {
        Some((_, name)) if n % 2 == 1 => camel(name),
        _ => span.to_owned(),
    });
    spans.collect::<Vec<_>>().join("`").replace("`None`", "absent")
}

#[test]
fn names_links_and_paragraphs_are_read() {
    let source = r#"
record! {
    /// A phase ([`Series::phases`] of *fase*).
    ///
    /// More of it.
    ///
    /// ```
    /// # fn main() {}
    /// ```
    #[doc(alias = "x")]
    pub struct Phase: "fase", "phase" {
        optional {
            /// The last day, see [here](crate::x).
            ///
            /// **Unit:** days; `None` is open.
            pub baseline_until: Option<NaiveDate> = "til", "until";
            /// Done.
            pub carried_out as "do": Option<Text> = "gør", "do";
        }
    }
}
choice! {
    /// Why: [`Basis::ByHand`].
    pub enum Why: "hvorfor", "why" {
        /// A word.
        NoWay = "nej", "no";
        /// An object.
        One = "en", "one" {
            /// Which.
            id: Option<Id<A>> = "id", "id";
        }
        /// The last.
        Last = "sidst", "last";
    }
}
"#;
    let mut found = BTreeMap::new();
    read_file(source, &mut found);
    let found: Vec<_> = found.iter().map(|(key, docs)| format!("{key}: {}", docs.join(" / "))).collect();
    let expected = [
        "Phase: A phase (`phases` of *fase*). / More of it.",
        "Phase.baselineUntil: The last day, see here. / **Unit:** days; absent is open.",
        "Phase.do: Done.",
        "Why: Why: `byHand`.",
        "Why.last: The last.",
        "Why.noWay: A word.",
        "Why.one: An object.",
        "Why.one.id: Which.",
    ];
    assert_eq!(found, expected);
}
