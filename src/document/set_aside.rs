//! What could not be read of a document, and what a check says about it.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Document, Value};
use crate::Context;
use crate::draft::Shape;
use crate::draft::part::Part;
use crate::draft::shape::index;
use crate::draft::walk::{Mention, Walk};
use crate::id::Subject;
use crate::report::{Path, Report};
use crate::rule::Checker;
use crate::rule::check::Applied;
use crate::rule::form::doc004_all_read as all_read;
use crate::sorted::Lookup;
use crate::text::Text;

words! {
    /// What is wrong with a text, or with a part of it.
    #[non_exhaustive]
    pub enum FaultKind: "fejl i en tekst", "fault of a text" {
        /// The text is not UTF-8.
        Encoding = "ikke UTF-8", "not UTF-8";
        /// The text is not JSON, or nested too deep.
        Syntax = "ikke JSON", "not JSON";
        /// The format of the document is not one that this crate reads.
        UnknownFormat = "ukendt format", "unknown format";
        /// The document is in a later version of the format than the one that this crate reads. A later version of
        /// the crate can read it.
        NewerFormat = "nyere udgave af formatet", "newer version of the format";
        /// The value has another type than the one expected there: a number where text belongs, an
        /// object where a word belongs.
        WrongType = "forkert type af værdi", "wrong type of value";
        /// The value has the right type, and the format does not allow it.
        InvalidValue = "ugyldig værdi", "value that is not allowed";
        /// A word, or the one key of a choice, that the format does not know.
        UnknownWord = "ukendt ord", "unknown word";
        /// A field that the format does not know.
        UnknownField = "ukendt felt", "unknown field";
        /// A field that occurs more than once.
        RepeatedField = "felt, der står der mere end én gang", "field that is there more than once";
        /// A field that must be there.
        MissingField = "manglende felt", "missing field";
        /// A field that contradicts another field.
        Contradiction = "felt, der modsiger et andet", "field that contradicts another";
    }
}

record! {
    /// A part of a text that could not be read, and was kept with the document.
    ///
    /// `json::read_leniently` makes them. No rule has seen what is in them, and
    /// [`DOC004`](crate::codes::DOC004) finds each of them.
    ///
    /// ```
    /// use kvalitetsmodel::document::{FaultKind, SetAside, Value};
    ///
    /// let json = r#"{"at":"/content/agreement","kind":"wrongType","value":"2024","key":"year"}"#;
    /// let part: SetAside = serde_json::from_str(json)?;
    /// assert_eq!((part.kind, part.value.as_str()), (FaultKind::WrongType, Some("2024")));
    /// assert_eq!(serde_json::to_string(&part)?, json);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct SetAside: "lagt til side", "set aside" {
        mandatory {
            /// The object or list in the document that it was taken out of, as a JSON Pointer.
            pub at: Text = "sted", "place";
            /// What was wrong with it.
            pub kind: FaultKind = "fejl", "fault";
            /// The whole value as it was received; a number keeps its value, not its form (`2.50` becomes `2.5`).
            /// Text stands for what a [`Value`] cannot hold: a number with more digits than can be kept, an object with
            /// a repeated key, and what is nested too deep to be written and read again.
            pub value: Value = "værdi", "value";
        }
        optional {
            /// The key that it had in an object.
            pub key: Option<Text> = "nøgle", "key";
            /// Its position in a list, from 0. The items that were read have moved up since.
            pub index: Option<u64> = "plads", "position";
        }
    }
}

impl Document {
    /// What was set aside when the document was read; empty for a document that was read strictly and does not say
    /// so itself.
    ///
    /// `json::write` writes it, and [`check`](Self::check) finds it.
    #[must_use]
    pub fn set_aside(&self) -> &[SetAside] {
        &self.set_aside
    }

    /// Keeps those of the parts that were set aside for which `keep` returns `true`: a person has entered or discarded
    /// the others. The result is a draft document, as after [`map_content`](Self::map_content).
    ///
    /// ```
    /// use kvalitetsmodel::json;
    ///
    /// let text = r#"{
    ///   "format": "kvalitetsmodel/1", "status": "draft", "id": "00000000-0000-4000-8000-000000000001",
    ///   "content": { "agreement": { "id": "00000000-0000-4000-8000-000000000002", "yaer": 2024 } }
    /// }"#;
    /// let document = json::read_leniently(text)?.document;
    /// assert_eq!(document.set_aside().len(), 1);
    /// let document = document.retain_set_aside(|part| part.key.as_ref().is_none_or(|key| key.as_str() != "yaer"));
    /// assert!(document.set_aside().is_empty());
    /// # Ok::<(), json::ReadError>(())
    /// ```
    #[must_use]
    pub fn retain_set_aside(mut self, keep: impl FnMut(&SetAside) -> bool) -> Self {
        self.set_aside.retain(keep);
        Self { stamp: None, ..self }
    }

    /// Reports everything that was set aside, because no rule has seen it. The findings are unsorted.
    pub(super) fn find_set_aside(&self, at: &Path<'_>, context: &Context, applied: &Applied) -> Report {
        let mut report = Report::new(context.clone(), None);
        if self.set_aside.is_empty() || !applied.has(all_read::RULE.code) {
            return report;
        }
        let subjects = self.subjects(at);
        let mut cx = Checker::new(context, &all_read::RULE, &mut report);
        for part in &self.set_aside {
            let place = Place { part, subjects: &subjects };
            place.visit(*<Self as Part>::SHAPE, part.at.as_str(), at, &mut cx);
        }
        report
    }

    /// The things in the content, by their places.
    fn subjects(&self, at: &Path<'_>) -> Lookup<String, Subject> {
        let mut subjects = Vec::new();
        let each = &mut |mention, one: crate::draft::walk::Named, at: &Path<'_>| {
            if mention == Mention::Defines {
                subjects.push((at.to_pointer().as_str().into(), one.subject));
            }
        };
        self.visit_draft(at, &mut Walk::Ids(each));
        subjects.into_iter().collect()
    }
}

/// The path to the place where something was set aside.
struct Place<'p> {
    part: &'p SetAside,
    subjects: &'p Lookup<String, Subject>,
}

impl Place<'_> {
    /// Continues as long as the format knows the steps: others can be anything that someone wrote.
    fn visit(&self, shape: Shape, rest: &str, at: &Path<'_>, cx: &mut Checker<'_>) {
        let Some(rest) = rest.strip_prefix('/') else {
            return self.report(shape, at, cx);
        };
        let (step, rest) = rest.find('/').map_or((rest, ""), |end| rest.split_at(end));
        match shape {
            Shape::Record(record) => {
                if let Some(field) = record.field(step) {
                    let subject = self.subject(&at.key(field.name));
                    return self.visit(*field.shape, rest, &at.field(field.name, subject), cx);
                }
            }
            Shape::Choice(choice) => {
                let variant = choice.variant(step);
                if let Some((name, content)) = variant.and_then(|one| one.content.map(|of| (one.name, of))) {
                    let subject = self.subject(&at.key(name));
                    return self.visit(Shape::Record(content), rest, &at.field(name, subject), cx);
                }
            }
            Shape::List(items) => {
                if let Some(index) = index(step.as_bytes()) {
                    let subject = self.subject(&at.index(index));
                    return self.visit(*items, rest, &at.element(index, subject), cx);
                }
            }
            Shape::Words(_) | Shape::Id(_) | Shape::Leaf(_) => {}
        }
        self.report(shape, at, cx);
    }

    fn subject(&self, at: &Path<'_>) -> Option<Subject> {
        self.subjects.get(at.to_pointer().as_str()).copied()
    }

    /// Reports at a field that the format knows, otherwise at the object or list that the value was taken out of.
    fn report(&self, shape: Shape, at: &Path<'_>, cx: &mut Checker<'_>) {
        let fault = self.part.kind.label();
        let key = self.part.key.as_ref().map(Text::as_str);
        let field = match shape {
            Shape::Record(record) => key.and_then(|key| record.field(key)),
            _ => None,
        };
        match (field, self.part.index) {
            (Some(field), _) => all_read::value(fault, &at.key(field.name), cx),
            (None, Some(index)) => all_read::item(fault, index.saturating_add(1), at, cx),
            (None, None) => all_read::value(fault, at, cx),
        }
    }
}
