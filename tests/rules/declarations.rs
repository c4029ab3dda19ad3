//! What follows from a declaration: strict reading, the field table, and strategies that reach everything.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};

use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::document::{Content, Document, SetAside};
use kvalitetsmodel::draft::{Form, Record, Shape, shape};
use kvalitetsmodel::id::Subject;
use kvalitetsmodel::strategy;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{TestError, TestRunner};
use serde_json::Value as Json;

const ID: &str = r#""id":"00000000-0000-4000-8000-000000000001""#;

#[test]
fn a_bare_draft_is_read_strictly_by_serde_alone() {
    let read = |text: &str| serde_json::from_str::<DevelopmentAgreement>(&text.replace('#', ID));
    let empty = read("{#}").unwrap();
    assert_eq!(read(r#"{#,"year":null,"focusAreas":null,"service":null}"#).unwrap(), empty);
    for refused in [
        "[]",
        "{}",
        r#"{#,"yaer":2024}"#,
        r#"{#,"year":2024,"year":2024}"#,
        r#"{#,"year":70000}"#,
        r#"{#,"focusAreas":{}}"#,
        r#"{#,"focusAreas":[null]}"#,
        r#"{#,"focusAreas":[[]]}"#,
        r#"{#,"parties":[{"role":{"headOfService":{}}}]}"#,
        r#"{#,"parties":[{"role":{"headOfService":null}}]}"#,
        r#"{#,"parties":[{"role":["headOfService"]}]}"#,
        r#"{#,"parties":[{"role":"other"}]}"#,
        r#"{#,"parties":[{"role":{}}]}"#,
        r#"{#,"parties":[{"role":{"other":{"title":"a"},"headOfService":{}}}]}"#,
        r#"{#,"parties":[{"role":null}]}"#,
        r#"{#,"focusAreas":[{#,"scope":[{"allServices":null}]}]}"#,
        r#"{#,"period":{"start":"2024-01-01"}}"#,
    ] {
        assert!(read(refused).is_err(), "{refused}");
    }
}

/// Adds every kind of thing with an id that a value of that shape can contain.
fn add_kinds(shape: &Shape, kinds: &mut BTreeSet<&'static str>) {
    let mut add_record = |record: &Record| {
        kinds.extend(record.kind);
        record.fields.iter().for_each(|field| add_kinds(field.shape, kinds));
    };
    match shape {
        Shape::Record(record) => add_record(record),
        Shape::Choice(choice) => choice.variants.iter().filter_map(|one| one.content).for_each(add_record),
        Shape::List(items) => add_kinds(items, kinds),
        Shape::Id(id) => kinds.extend([id.kind]),
        _ => {}
    }
}

#[test]
fn a_subject_of_every_kind_is_read_again() {
    let mut kinds = BTreeSet::new();
    add_kinds(shape::<Document>(), &mut kinds);
    assert!(kinds.len() > 30);
    for kind in kinds {
        let text = format!("{kind}:00000000-0000-4000-8000-000000000001");
        let subject: Subject = text.parse().expect("its kind is in `KINDS` of src/id.rs");
        assert_eq!((subject.kind, subject.to_string()), (kind, text));
    }
    for refused in ["", "focusArea", "focusArea:7", "area:00000000-0000-4000-8000-000000000001"] {
        assert!(refused.parse::<Subject>().is_err(), "{refused}");
    }
}

/// What was reached at one place in the format.
#[derive(Debug, Default)]
struct Reached {
    /// Words, variants, numbers at the ends, absent and present.
    of: BTreeMap<String, BTreeSet<String>>,
}

impl Reached {
    fn note(&mut self, what: &str, value: impl Into<String>) {
        self.of.entry(what.to_owned()).or_default().insert(value.into());
    }

    fn has(&self, what: &str, value: &str) -> bool {
        self.of.get(what).is_some_and(|values| values.contains(value))
    }

    fn record(&mut self, record: &Record, json: &Json) {
        for field in record.fields {
            let what = format!("{}.{}", record.name, field.name);
            match json.get(field.name) {
                None => self.note(&what, "absent"),
                Some(value) => {
                    self.note(&what, "present");
                    self.value(&what, *field.shape, value);
                }
            }
        }
    }

    fn value(&mut self, what: &str, shape: Shape, json: &Json) {
        match shape {
            Shape::Record(record) => self.record(record, json),
            Shape::List(items) => {
                let list = json.as_array().unwrap();
                self.note(what, if list.len() > 1 { "several" } else { "one" });
                for item in list {
                    self.value(what, *items, item);
                }
            }
            Shape::Words(words) => self.note(words.name, json.as_str().unwrap()),
            Shape::Choice(choice) => match json {
                Json::String(word) => self.note(choice.name, word),
                Json::Object(members) => {
                    let (key, content) = members.iter().next().unwrap();
                    self.note(choice.name, key);
                    let variant = choice.variants.iter().find(|variant| variant.name == key).unwrap();
                    self.record(variant.content.expect("content"), content);
                }
                other => panic!("{what}: {other}"),
            },
            Shape::Leaf(leaf) => match leaf.form {
                Form::Whole(max) => {
                    let number = json.as_u64().unwrap();
                    if number == 0 || number == max {
                        self.note(what, if number == 0 { "lowest" } else { "highest" });
                    }
                }
                Form::Bool => self.note(what, json.to_string()),
                _ => {}
            },
            _ => {}
        }
    }
}

/// What must be reached in a shape.
fn expected(what: &str, shape: Shape, all: &mut BTreeMap<String, BTreeSet<String>>) {
    let mut add = |what: &str, values: &[&str]| {
        let entry = all.entry(what.to_owned()).or_default();
        entry.extend(values.iter().map(|value| (*value).to_owned()));
    };
    match shape {
        Shape::Record(record) => expected_of(record, all),
        Shape::List(items) => {
            add(what, &["one", "several"]);
            expected(what, *items, all);
        }
        Shape::Words(words) => {
            let written = words.words.iter().filter(|word| Some(word.name) != words.absent);
            written.for_each(|word| add(words.name, &[word.name]));
        }
        Shape::Choice(choice) => {
            choice.variants.iter().for_each(|variant| add(choice.name, &[variant.name]));
            choice
                .variants
                .iter()
                .filter_map(|variant| variant.content)
                .for_each(|one| expected_of(one, all));
        }
        Shape::Leaf(leaf) => match leaf.form {
            Form::Whole(_) => add(what, &["lowest", "highest"]),
            Form::Bool => add(what, &["true", "false"]),
            _ => {}
        },
        _ => {}
    }
}

fn expected_of(record: &Record, all: &mut BTreeMap<String, BTreeSet<String>>) {
    for field in record.fields {
        let what = format!("{}.{}", record.name, field.name);
        let present = all.entry(what.clone()).or_default();
        present.insert("present".to_owned());
        if !field.is_mandatory {
            present.insert("absent".to_owned());
        }
        expected(&what, *field.shape, all);
    }
}

#[test]
fn any_reaches_every_variant_and_both_ends_of_every_range() {
    let mut runner = TestRunner::deterministic();
    let mut reached = Reached::default();
    let Shape::Record(envelope) = shape::<Document>() else { panic!("a record") };
    let mut all = BTreeMap::new();
    expected_of(envelope, &mut all);
    let missed = |reached: &Reached| -> Vec<(String, String)> {
        let pairs = all.iter().flat_map(|(what, values)| values.iter().map(move |one| (what, one)));
        let is_missed = |(what, one): &(&String, &String)| !reached.has(what, one);
        pairs.filter(is_missed).map(|(what, one)| (what.clone(), one.clone())).collect()
    };
    for n in 0..8_000 {
        if n % 200 == 0 && missed(&reached).is_empty() {
            break;
        }
        let document = strategy::any::<Document>().new_tree(&mut runner).unwrap().current();
        let mut json = serde_json::to_value(&document).unwrap();
        // The strategy of documents sets nothing aside.
        let aside = strategy::any::<Vec<SetAside>>().new_tree(&mut runner).unwrap().current();
        if !aside.is_empty() {
            let aside = serde_json::to_value(&aside).unwrap();
            if let Some(inside) = json.pointer_mut("/content/bundle/documents/0") {
                inside["setAside"] = aside.clone();
            }
            json["setAside"] = aside;
        }
        reached.record(envelope, &json);
    }
    let missed = missed(&reached);
    assert!(missed.is_empty(), "never made: {missed:#?}");
}

#[test]
fn a_failing_draft_ends_small_and_readable() {
    for seed in 0..20_u64 {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let rng =
            proptest::test_runner::TestRng::from_seed(proptest::test_runner::RngAlgorithm::ChaCha, &bytes);
        let config = ProptestConfig {
            failure_persistence: None,
            max_shrink_iters: 100_000,
            ..ProptestConfig::default()
        };
        let mut runner = TestRunner::new_with_rng(config, rng);
        let law = runner.run(&strategy::any::<DevelopmentAgreement>(), |agreement| {
            prop_assert!(agreement.focus_areas.iter().all(|area| area.targets.len() < 2));
            Ok(())
        });
        let Err(TestError::Fail(_, smallest)) = law else { panic!("{seed}: {law:?}") };
        let text = serde_json::to_string(&smallest).unwrap();
        assert!(text.len() <= 400, "{seed}: {} bytes: {text}", text.len());
    }
}

#[test]
fn every_name_has_a_label_in_both_languages() {
    fn labelled(what: &str, label: kvalitetsmodel::text::Bilingual) {
        for text in [label.da, label.en] {
            let plain =
                !text.is_empty() && text.trim() == text && !text.contains("TODO") && !text.ends_with('.');
            assert!(plain, "{what}: `{text}`");
        }
    }
    fn visit(shape: Shape) {
        match shape {
            Shape::Record(record) => of_record(record),
            Shape::List(items) => visit(*items),
            Shape::Words(words) => {
                labelled(words.name, words.label);
                words.words.iter().for_each(|word| labelled(word.name, word.label));
            }
            Shape::Choice(choice) => {
                labelled(choice.name, choice.label);
                for variant in choice.variants {
                    labelled(variant.name, variant.label);
                    variant.content.into_iter().for_each(of_record);
                }
            }
            Shape::Leaf(leaf) => labelled("a leaf", leaf.expected),
            _ => {}
        }
    }
    fn of_record(record: &Record) {
        labelled(record.name, record.label);
        for field in record.fields {
            labelled(&format!("{}.{}", record.name, field.name), field.label);
            visit(*field.shape);
        }
    }
    visit(*shape::<Document>());
}

#[test]
fn what_defines_and_what_refers_is_in_the_field_tables() {
    fn visit(shape: Shape, defines: &mut BTreeSet<&'static str>, refers: &mut BTreeSet<&'static str>) {
        match shape {
            Shape::Record(record) => {
                defines.extend(record.kind);
                let own = usize::from(record.kind.is_some());
                record.fields.iter().skip(own).for_each(|field| visit(*field.shape, defines, refers));
            }
            Shape::List(items) => visit(*items, defines, refers),
            Shape::Choice(choice) => {
                let contents = choice.variants.iter().filter_map(|variant| variant.content);
                contents.for_each(|content| visit(Shape::Record(content), defines, refers));
            }
            Shape::Id(id) => drop(refers.insert(id.kind)),
            _ => {}
        }
    }
    let (mut defines, mut refers) = (BTreeSet::new(), BTreeSet::new());
    visit(*shape::<Content>(), &mut defines, &mut refers);
    assert!(defines.contains("focusArea") && refers.contains("body"));
    let nowhere: Vec<_> = refers.iter().filter(|kind| !defines.contains(*kind)).collect();
    assert!(nowhere.is_empty(), "referred to, and defined in no kind of document: {nowhere:?}");
}
