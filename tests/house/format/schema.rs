//! JSON Schema, draft 2020-12, from the field tables.

use kvalitetsmodel::document::{FORMAT, Value};
use kvalitetsmodel::draft::{Choice, Field, Form, IdOf, Leaf, Record, Shape, Words};
use kvalitetsmodel::text::Bilingual;

use super::layout::{object, text, with};
use super::meaning::Meanings;
use super::tables::{self, BUNDLED, Item};

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The file that all others refer to.
pub(crate) const DOCUMENT: &str = "document.json";

/// A UUID in each of the ways in which it is read. It is written in the first.
fn uuid() -> String {
    let uuid = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    format!("^(?:{uuid}|[uU][rR][nN]:[uU][uU][iI][dD]:{uuid}|\\{{{uuid}\\}}|[0-9a-fA-F]{{32}})$")
}

/// The schema of a document of any kind, with the definitions that all schemas share.
pub(crate) fn document(meanings: &Meanings) -> Value {
    let inside = Writer { base: "", meanings };
    let about = "A document of the exchange format: one draft of any kind in an envelope.";
    let content = inside.content();
    with(inside.envelope("Document", about, &content), object([("$defs", inside.definitions())]))
}

/// The schema of a document of one kind.
pub(crate) fn document_of(kind: &str, label: Bilingual, record: &Record, meanings: &Meanings) -> Value {
    let outside = Writer { base: DOCUMENT, meanings };
    let title = format!("{}Document", record.name);
    let about = format!("A document that holds this kind: {}.", both(label));
    let content = sole(kind, outside.reference(record.name));
    outside.envelope(&title, &about, &content)
}

/// What people call it, in both languages.
pub(crate) fn both(label: Bilingual) -> String {
    if label.da == label.en { label.da.to_owned() } else { format!("{} – {}", label.da, label.en) }
}

/// The name of a definition.
pub(crate) fn leaf_name(leaf: &Leaf) -> &'static str {
    match leaf.name {
        "NaiveDate" => "Day",
        "Value" => "AnyJson",
        name => name,
    }
}

/// Writes references relative to a file.
struct Writer<'a> {
    base: &'static str,
    meanings: &'a Meanings,
}

impl Writer<'_> {
    fn reference(&self, name: &str) -> Value {
        object([("$ref", text(format!("{}#/$defs/{name}", self.base)))])
    }

    fn envelope(&self, title: &str, about: &str, content: &Value) -> Value {
        let table = tables::envelope();
        let head = object([("$schema", text(DRAFT)), ("title", text(title)), ("description", text(about))]);
        with(head, self.around(table, content))
    }

    /// The fields of an envelope around a content.
    fn around(&self, table: &Record, content: &Value) -> Value {
        let mut properties = vec![];
        if table.fields.iter().all(|field| field.name != "$schema") {
            let schema = object([
                ("description", text("the schema that an editor checks the document with")),
                ("type", texts(["string", "null"])),
            ]);
            properties.push(("$schema".to_owned(), schema));
        }
        for field in table.fields {
            let value = if field.name == "content" { content.clone() } else { self.field(field, table.name) };
            properties.push((field.name.to_owned(), value));
        }
        let validation = |value| object([("properties", object([("validation", value)]))]);
        let is_final = object([("status", object([("const", text("final"))]))]);
        with(
            closed(properties, mandatory(table)),
            object([
                ("if", object([("properties", is_final), ("required", texts(["status"]))])),
                (
                    "then",
                    with(
                        object([("required", texts(["validation"]))]),
                        validation(object([("type", text("object"))])),
                    ),
                ),
                ("else", validation(object([("type", text("null"))]))),
            ]),
        )
    }

    /// The content of a document of any kind.
    fn content(&self) -> Value {
        self.one_of(tables::kinds().into_iter().map(|(kind, _, record)| (kind, record.name)))
    }

    /// The content of a document in a bundle.
    fn bundled_content(&self) -> Value {
        let kinds = tables::kinds().into_iter().filter(|(kind, _, _)| *kind != "bundle");
        self.one_of(kinds.map(|(kind, _, record)| (kind, record.name)))
    }

    fn one_of(&self, kinds: impl Iterator<Item = (&'static str, &'static str)>) -> Value {
        object([("oneOf", Value::List(kinds.map(|(kind, name)| sole(kind, self.reference(name))).collect()))])
    }

    fn definitions(&self) -> Value {
        let mut all: Vec<_> =
            tables::all().into_iter().map(|item| (item.name().to_owned(), self.definition(item))).collect();
        for leaf in leaves() {
            all.push((leaf_name(leaf).to_owned(), of_leaf(leaf)));
        }
        let id = object([
            ("description", text("id – a UUID, such as 00000000-0000-4000-8000-000000000001")),
            ("type", text("string")),
            ("pattern", text(uuid())),
        ]);
        all.push(("Id".to_owned(), id));
        Value::Object(all)
    }

    fn definition(&self, item: Item) -> Value {
        let about = described(both(item.label()), self.meanings.short(item.name()));
        with(
            about,
            match item {
                Item::Record(record) if record.name == BUNDLED => {
                    self.around(record, &self.bundled_content())
                }
                Item::Record(record) => self.record(record, record.name),
                Item::Choice(choice) => self.choice(choice),
                Item::Words(words) => of_words(words),
            },
        )
    }

    /// The fields, whose meanings are found under `key`.
    fn record(&self, record: &Record, key: &str) -> Value {
        let fields = record.fields.iter().map(|field| (field.name.to_owned(), self.field(field, key)));
        closed(fields.collect(), mandatory(record))
    }

    fn field(&self, field: &Field, key: &str) -> Value {
        let about = described(both(field.label), &self.meanings.of_field(field, key));
        let shape = self.shape(field.shape);
        let value = with(about, if field.is_mandatory { shape } else { or_null(shape) });
        match field.shape {
            Shape::Words(Words { absent: Some(word), .. }) => with(value, object([("default", text(*word))])),
            _ => value,
        }
    }

    fn shape(&self, shape: &Shape) -> Value {
        match shape {
            Shape::Record(record) => self.reference(record.name),
            Shape::Words(words) => self.reference(words.name),
            Shape::Choice(choice) => self.reference(choice.name),
            Shape::List(items) => object([("type", text("array")), ("items", self.shape(items))]),
            Shape::Id(IdOf { .. }) => self.reference("Id"),
            Shape::Leaf(leaf) if is_defined(leaf) => self.reference(leaf_name(leaf)),
            Shape::Leaf(leaf) => of_leaf(leaf),
            other => panic!("a shape without a schema: {other:?}"),
        }
    }

    /// The words together, and then one object for each variant with content.
    fn choice(&self, table: &Choice) -> Value {
        let mut all = Vec::new();
        let words: Vec<_> =
            table.variants.iter().filter(|one| one.content.is_none()).map(|one| one.name).collect();
        if !words.is_empty() {
            all.push(object([("type", text("string")), ("enum", texts(words))]));
        }
        for variant in table.variants {
            if let Some(content) = variant.content {
                let key = format!("{}.{}", table.name, variant.name);
                let about = described(both(variant.label), self.meanings.short(&key));
                all.push(sole(variant.name, with(about, self.record(content, &key))));
            }
        }
        object([("oneOf", Value::List(all))])
    }
}

/// An object with one key.
fn sole(key: &str, value: Value) -> Value {
    closed(vec![(key.to_owned(), value)], texts([key]))
}

fn of_words(table: &Words) -> Value {
    object([("type", text("string")), ("enum", texts(table.words.iter().map(|word| word.name)))])
}

fn of_leaf(leaf: &Leaf) -> Value {
    let about = object([("description", text(both(leaf.expected)))]);
    let is_day = leaf_name(leaf) == "Day";
    match leaf.form {
        Form::Any => about,
        Form::Bool => object([("type", text("boolean"))]),
        Form::Whole(most) => object([
            ("type", text("integer")),
            ("minimum", Value::Integer(0_u64.into())),
            ("maximum", Value::Integer(most.into())),
        ]),
        Form::Text(_) if leaf.name == "Format" => object([("const", text(FORMAT))]),
        Form::Text(_) => match leaf.pattern {
            None => object([("type", text("string"))]),
            Some(pattern) => {
                let form = object([("type", text("string")), ("pattern", text(pattern))]);
                let form = with(about, form);
                if is_day { with(form, object([("format", text("date"))])) } else { form }
            }
        },
        other => panic!("a form without a schema: {other:?}"),
    }
}

/// Texts of a certain form are listed once, among the definitions.
fn is_defined(leaf: &Leaf) -> bool {
    matches!(leaf.form, Form::Any) || leaf.pattern.is_some() && leaf.name != "Format"
}

/// The leaves that are among the definitions, by name.
fn leaves() -> Vec<&'static Leaf> {
    all_leaves().into_iter().filter(|leaf| is_defined(leaf)).collect()
}

/// Every leaf of the format, by name.
pub(crate) fn all_leaves() -> Vec<&'static Leaf> {
    let mut found: Vec<&Leaf> = Vec::new();
    let mut add = |record: &'static Record| {
        for field in record.fields {
            let mut shape = field.shape;
            while let Shape::List(items) = shape {
                shape = items;
            }
            if let Shape::Leaf(leaf) = shape
                && found.iter().all(|known| known.name != leaf.name)
            {
                found.push(leaf);
            }
        }
    };
    add(tables::envelope());
    for item in tables::all() {
        match item {
            Item::Record(record) => add(record),
            Item::Choice(choice) => choice.variants.iter().filter_map(|one| one.content).for_each(&mut add),
            Item::Words(_) => {}
        }
    }
    found.sort_by_key(|leaf| leaf_name(leaf));
    found
}

fn described(label: String, meaning: &str) -> Value {
    let meaning = meaning.replace("**", "").replace(['*', '`'], "");
    object([("description", text(if meaning.is_empty() { label } else { format!("{label}: {meaning}") }))])
}

/// An object with these members and no other.
fn closed(properties: Vec<(String, Value)>, required: Value) -> Value {
    let rest = object([("additionalProperties", Value::Bool(false))]);
    let object_of = object([("type", text("object")), ("properties", Value::Object(properties))]);
    match required {
        Value::List(names) if names.is_empty() => with(object_of, rest),
        names => with(with(object_of, object([("required", names)])), rest),
    }
}

fn mandatory(record: &Record) -> Value {
    texts(record.fields.iter().filter(|field| field.is_mandatory).map(|field| field.name))
}

/// What is optional can be `null`, which reads as absent.
fn or_null(value: Value) -> Value {
    if let Value::Object(members) = &value
        && let Some((("type", Value::Text(kind)), rest)) =
            members.split_first().map(|((key, value), rest)| ((key.as_str(), value), rest))
    {
        let or_null = object([("type", texts([kind.as_str(), "null"]))]);
        return with(or_null, Value::Object(rest.to_vec()));
    }
    object([("anyOf", Value::List(vec![value, object([("type", text("null"))])]))])
}

fn texts<'a>(all: impl IntoIterator<Item = &'a str>) -> Value {
    Value::List(all.into_iter().map(text).collect())
}
