//! The envelope: round trips, claims, extensions, places.

use std::collections::BTreeSet;

use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::bundle::{Bundle, Bundled};
use kvalitetsmodel::document::{Content, Document, Extension, Value};
use kvalitetsmodel::id::{ExternalId, Id};
use kvalitetsmodel::organisation::SocialService;
use kvalitetsmodel::report::{Figures, Profile, Suppression};
use kvalitetsmodel::rule::RULE_EDITION;
use kvalitetsmodel::target_figure::TargetFigure;
use kvalitetsmodel::text::NonBlank;
use kvalitetsmodel::{Context, Draft as _, check, codes, json, strategy};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::Value as Json;

use super::{members, parent};

/// The members of objects in a document, one of each sort: the pointer to the object, and the key.
///
/// Members are of the same sort if they have the same key and their objects do, too. Extensions are left out: there
/// `null` is a value.
fn sorts_of_members(json: &Json) -> Vec<(String, String)> {
    let mut found = Vec::new();
    members(json, "", &mut found);
    let mut seen = BTreeSet::new();
    found.retain(|(at, key)| {
        let under = at.rsplit('/').find(|step| step.parse::<usize>().is_err()).map(str::to_owned);
        !at.contains("/extensions/") && seen.insert((under, key.clone()))
    });
    found
}

proptest! {
    #[test]
    fn what_is_written_is_read(document in strategy::any::<Document>()) {
        let text = json::write(&document)?;
        let first = if document.schema().is_some() { "$schema" } else { "format" };
        prop_assert!(text.starts_with(&format!("{{\n  \"{first}\": ")), "the format first, but for the schema");
        prop_assert!(text.ends_with("}\n"), "a line end last");
        let read = json::read(&text)?;
        prop_assert!(read == document, "{}", text);
        prop_assert_eq!(json::write(&read)?, text.clone());

        prop_assert!(serde_json::from_str::<Document>(&text)? == document);
        prop_assert!(serde_json::from_reader::<_, Document>(text.as_bytes())? == document);
        // A `Value` sorts the keys of extensions.
        let value = serde_json::to_value(&document)?;
        prop_assert_eq!(serde_json::to_value(serde_json::from_value::<Document>(value.clone())?)?, value);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// For every member of an object: absent and `null` are the same, or both are refused.
    #[test]
    fn null_reads_as_absent_and_is_never_written(document in strategy::any::<Document>()) {
        let json = serde_json::to_value(&document)?;
        for (at, key) in sorts_of_members(&json) {
            prop_assert!(!json.pointer(&at).unwrap()[&key].is_null(), "{at}/{key}");
            let mut without = json.clone();
            without.pointer_mut(&at).unwrap().as_object_mut().unwrap().remove(&key);
            let mut with_null = json.clone();
            with_null.pointer_mut(&at).unwrap()[&key] = Json::Null;
            let absent = serde_json::from_value::<Document>(without).ok();
            let null = serde_json::from_value::<Document>(with_null).ok();
            prop_assert!(absent == null, "{at}/{key}: absent {}, null {}", absent.is_some(), null.is_some());
        }
    }

    #[test]
    fn an_unknown_field_is_refused_in_every_object(document in strategy::any::<Document>()) {
        let json = serde_json::to_value(&document)?;
        let objects: BTreeSet<_> = sorts_of_members(&json).into_iter().map(|(at, _)| at).collect();
        for at in objects {
            let mut json = json.clone();
            json.pointer_mut(&at).unwrap()["zz"] = Json::from(1);
            prop_assert!(json::read(&json.to_string()).is_err(), "{}", at);
            prop_assert!(serde_json::from_value::<Document>(json).is_err(), "{}", at);
        }
    }

    #[test]
    fn the_place_of_a_finding_is_in_the_document(document in strategy::any::<Document>()) {
        let json = serde_json::to_value(&document)?;
        let report = document.check(&strategy::context());
        let prefix = format!("/content/{}", document.content().kind());
        prop_assert!(json.pointer(&prefix).is_some());
        for finding in report.findings() {
            let at = finding.at();
            prop_assert!(at.is_within(&prefix) || finding.code() == codes::DOC012, "{}", at);
            prop_assert!(json.pointer(parent(at.as_str())).is_some(), "{}", at);
            if let Some(subject) = finding.subject() {
                let record = at.as_str().strip_suffix(finding.field()).and_then(|record| json.pointer(record));
                // A participation has the id of its community, and a figure of a member that of what it wraps.
                let has_id = |record: &Json| record.to_string().contains(&subject.id.to_string());
                prop_assert!(record.is_some_and(has_id), "{} with {}", at, finding.field());
            } else {
                // Around the content, of this document or of one in a bundle.
                prop_assert!(at.as_str().ends_with(finding.field()) && !finding.field().is_empty(), "{}", at);
            }
        }
        let places = report.not_evaluated().iter().filter_map(|entry| entry.at.as_ref());
        for at in places {
            prop_assert!(at.is_within(&prefix) && json.pointer(parent(at.as_str())).is_some(), "{}", at);
        }
    }

    /// A bundle mentions what its documents do.
    #[test]
    fn what_a_document_mentions_is_written_in_it(document in strategy::any::<Document>()) {
        let text = serde_json::to_string(document.content())?;
        let mentioned = document.mentioned::<SocialService>();
        for (n, service) in mentioned.iter().enumerate() {
            prop_assert!(text.contains(&service.uuid().to_string()), "{}", service);
            prop_assert!(!mentioned[..n].contains(service), "{} twice", service);
        }
        let id = document.id();
        if let Ok(bundled) = Bundled::try_from(document) {
            let around = Document::draft(id, Bundle { documents: vec![bundled], ..Bundle::new(Id::from_u128(1)) });
            prop_assert_eq!(around.mentioned::<SocialService>(), mentioned);
        }
    }

    /// The envelope changes only the place of a finding; one rule compares it with the content.
    #[test]
    fn a_draft_has_the_same_findings_alone(document in strategy::any::<Document>()) {
        let inside = document.check(&strategy::context());
        let alone = document.content().check(&strategy::context());
        let prefix = format!("/content/{}", document.content().kind());
        let of_content = inside.findings().iter().filter(|finding| finding.at().is_within(&prefix));
        prop_assert_eq!(of_content.clone().count(), alone.findings().len());
        for (inside, alone) in of_content.zip(alone.findings()) {
            prop_assert_eq!(inside.at().as_str(), format!("{prefix}{}", alone.at()));
            prop_assert_eq!(inside.code(), alone.code());
            prop_assert_eq!(inside.fingerprint(), alone.fingerprint());
        }
    }

    #[test]
    fn a_proof_makes_a_final_document(
        agreement in strategy::clean::<DevelopmentAgreement>(), id in strategy::any::<Id<Document>>(),
        value in strategy::any::<Value>(),
    ) {
        let namespace = "dk.example".parse()?;
        let external = ExternalId { system: "ESDH".parse()?, value: "7".parse()? };
        let proof = agreement.clone().validate(&strategy::context()).unwrap();
        let document = Document::finalise(id, proof)
            .with_extension(Extension { namespace, value })
            .with_external_id(external);
        let read = json::read(&json::write(&document)?)?;
        prop_assert!(read == document);
        prop_assert!(read.claims_final());
        let stamp = read.claimed_stamp().unwrap();
        prop_assert_eq!(stamp.as_of(), strategy::as_of());
        prop_assert_eq!(stamp.profile(), "general");
        prop_assert_eq!(stamp.rule_edition(), RULE_EDITION);
        prop_assert_eq!(stamp.figures(), &Figures::GENERAL);
        prop_assert!(stamp.switched_off().is_empty() && stamp.suppressed().is_empty());
        let json = serde_json::to_value(&read)?;
        prop_assert_eq!(json["validation"].as_object().unwrap().len(), 3, "what is empty is absent");
        prop_assert_eq!(read.extensions(), document.extensions());
        prop_assert_eq!(read.into_content(), Content::from(agreement));

        let draft = Document::draft(id, document.into_content());
        prop_assert!(!draft.claims_final() && draft.claimed_stamp().is_none());
    }
}

/// An agreement that the crate's own rules reject: a figure that is given, and still to be agreed.
fn rejected() -> DevelopmentAgreement {
    json::read_draft(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000003",
                    "state": "toBeAgreed", "value": "80", "unit": "percent"
                }]
            }]
        }"#,
    )
    .unwrap()
}

fn reason() -> NonBlank {
    NonBlank::new("Karen Hansen said so").unwrap()
}

/// The document as it is made, which is as it is read again.
fn finalised(context: &Context) -> Document {
    let document = Document::finalise(uuid().into(), rejected().validate(context).unwrap());
    assert_eq!(json::read(&json::write(&document).unwrap()).as_ref(), Ok(&document));
    document
}

#[test]
fn a_stamp_lists_what_was_switched_off_and_other_figures_whatever_the_name() {
    assert!(rejected().validate(&strategy::context()).is_err());
    let profile = Profile::named("general").without(codes::TAR007, reason());
    let document = finalised(&strategy::context().with_profile(profile.clone()));
    let stamp = document.claimed_stamp().unwrap();
    assert_eq!((stamp.profile(), stamp.switched_off()), ("general", profile.switched_off()));
    assert_eq!(stamp.figures(), &Figures::GENERAL);
    assert_eq!(
        serde_json::to_value(&document).unwrap()["validation"],
        serde_json::json!({
            "asOf": "2024-01-15", "profile": "general", "ruleEdition": RULE_EDITION,
            "switchedOff": [{ "code": "TAR007", "reason": "Karen Hansen said so" }],
        })
    );

    let profile = profile.with_figures(Figures { themes_per_area: Some(0), ..Figures::GENERAL });
    let document = finalised(&strategy::context().with_profile(profile));
    assert_eq!(document.claimed_stamp().unwrap().figures().themes_per_area, Some(0));
}

#[test]
fn a_stamp_lists_the_suppressions_that_were_active() {
    let report = check(&rejected(), &strategy::context());
    let finding = report.findings().iter().find(|finding| finding.rejects()).unwrap();
    let of_finding = Suppression::of_finding(finding, reason(), strategy::as_of());
    let ended = Suppression::of_rule(codes::TAR007, reason(), strategy::as_of().pred_opt().unwrap());
    let document =
        finalised(&strategy::context().with_suppression(ended).with_suppression(of_finding.clone()));
    let stamp = document.claimed_stamp().unwrap();
    assert_eq!(stamp.suppressed(), [of_finding]);
    assert_eq!(stamp.suppressed()[0].fingerprint(), Some(finding.fingerprint()));
    assert!(stamp.switched_off().is_empty());
    assert_eq!(
        serde_json::to_value(&document).unwrap()["validation"]["suppressed"],
        serde_json::json!([{
            "code": finding.code(), "fingerprint": finding.fingerprint(),
            "reason": "Karen Hansen said so", "lastDay": "2024-01-15",
        }])
    );
}

#[test]
fn debug_shows_no_text_of_a_stamp_or_an_external_id() {
    let profile = Profile::named("Karen Hansen").without(codes::TAR007, reason());
    let suppression = Suppression::of_rule(codes::AGR011, reason(), strategy::as_of());
    let document =
        finalised(&Context::new(strategy::as_of()).with_profile(profile).with_suppression(suppression))
            .with_external_id(ExternalId {
                system: "Karen".parse().unwrap(),
                value: "010190-1234".parse().unwrap(),
            });
    let debug = format!("{document:?}");
    assert!(!debug.contains("Karen") && !debug.contains("010190"), "{debug}");
}

#[test]
fn the_key_of_the_content_is_its_kind_and_the_strategy_knows_every_kind() {
    let mut kinds = BTreeSet::new();
    let mut runner = TestRunner::new(ProptestConfig::with_cases(200));
    let law = runner.run(&strategy::any::<Content>(), |content| {
        let json = serde_json::to_value(&content)?;
        prop_assert!(json.get(content.kind()).is_some(), "{}", content.kind());
        prop_assert!(Content::KINDS.contains(&content.kind()));
        Ok(())
    });
    law.unwrap();
    let mut runner = TestRunner::deterministic();
    for _ in 0..200 {
        kinds.insert(strategy::any::<Content>().new_tree(&mut runner).unwrap().current().kind());
    }
    assert_eq!(kinds, Content::KINDS.iter().copied().collect());
}

#[test]
fn a_check_of_a_clean_document_allocates_nothing() {
    let mut runner = TestRunner::deterministic();
    let agreement = strategy::clean::<TargetFigure>().new_tree(&mut runner).unwrap().current();
    let context = strategy::context();
    assert!(check(&agreement, &context).is_clean());
    let document = Document::draft(Id::new(uuid()), agreement);
    let measured = allocation_counter::measure(|| assert!(document.check(&context).is_clean()));
    assert_eq!(measured.count_total, 0);
}

#[test]
fn a_day_that_the_format_cannot_say_is_an_error() {
    let meta = kvalitetsmodel::document::Meta {
        extracted_at: Some(chrono::NaiveDate::MAX),
        ..kvalitetsmodel::document::Meta::default()
    };
    let target = TargetFigure::new(uuid().into());
    let document = Document::draft(Id::new(uuid()), target).with_meta(meta);
    let error = json::write(&document).unwrap_err().to_string();
    assert_eq!(error, "the document cannot be written: a day is outside the years 1 to 9999");
    let error = json::write_line(&document).unwrap_err();
    assert_eq!(
        serde_json::to_value(&error).unwrap(),
        serde_json::json!({
            "kind": "dayOutOfRange",
            "message": {
                "da": "dokumentet kan ikke skrives: en dag ligger uden for årene 1 til 9999",
                "en": "the document cannot be written: a day is outside the years 1 to 9999",
            },
        })
    );
}

#[test]
fn a_bare_draft_is_written_as_the_content_of_a_document() {
    let law = TestRunner::new(ProptestConfig::with_cases(64)).run(
        &strategy::any::<DevelopmentAgreement>(),
        |draft| {
            let text = json::write_draft(&draft)?;
            prop_assert!(text.ends_with('\n'));
            prop_assert_eq!(json::read_draft::<DevelopmentAgreement>(&text)?, draft.clone());
            let document = serde_json::to_value(Document::draft(uuid().into(), draft))?;
            prop_assert_eq!(&serde_json::from_str::<Json>(&text)?, &document["content"]["agreement"]);
            Ok(())
        },
    );
    law.unwrap();
}

#[test]
fn a_schema_is_kept_stands_first_and_is_not_checked() {
    let document = Document::draft(uuid().into(), TargetFigure::new(uuid().into())).with_schema("no uri");
    let text = json::write(&document).unwrap();
    assert!(text.starts_with("{\n  \"$schema\": \"no uri\",\n  \"format\": "), "{text}");
    let read = json::read(&text).unwrap();
    assert_eq!((read.schema(), &read), (Some("no uri"), &document));
    let error = json::read(&text.replace("\"no uri\"", "1")).unwrap_err();
    assert_eq!(error.to_string(), "line 2, column 14, at /$schema: expected text, found a number");
}

#[test]
fn debug_shows_no_text_of_an_extension() {
    let value = Value::Text("Karen Hansen".into());
    let target = TargetFigure::new(uuid().into());
    let document = Document::draft(Id::new(uuid()), target)
        .with_extension(Extension { namespace: "dk.example".parse().unwrap(), value });
    assert!(!format!("{document:?}").contains("Karen"));
}

fn uuid() -> uuid::Uuid {
    uuid::Uuid::from_u128(1)
}
