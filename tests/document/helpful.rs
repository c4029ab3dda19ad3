//! What is said to someone who knows the subject, but not the format.

use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::{Lang, json};

const ID: &str = r#""id": "00000000-0000-4000-8000-000000000002""#;

/// An agreement alone, with these fields.
fn agreement(fields: &str) -> String {
    format!("{{ {ID}, {fields} }}")
}

/// The document around a content.
fn document(content: &str) -> String {
    format!(
        r#"{{ "format": "kvalitetsmodel/1", "status": "draft", "id": "00000000-0000-4000-8000-000000000001", "content": {content} }}"#
    )
}

/// The one fault of an agreement alone: the name that is suggested, and its message in Danish.
#[track_caller]
fn suggested(fields: &str) -> (Option<&'static str>, String) {
    let error = json::read_draft::<DevelopmentAgreement>(&agreement(fields)).unwrap_err();
    assert_eq!(error.faults().len(), 1, "{error}");
    let fault = error.faults().first().unwrap();
    (fault.nearest, fault.message(Lang::Da).into())
}

#[test]
fn a_word_is_suggested_by_what_people_call_it() {
    assert_eq!(
        suggested(r#""parties": [{ "role": "forstander" }]"#),
        (
            Some("headOfService"),
            "ukendt valg; mente du `headOfService`? Mulighederne er `\"socialDirector\"`, `\"headOfService\"` og \
             `{\"other\": {\"title\": …}}`"
                .into()
        )
    );
    let follow_up = |field: &str| format!(r#""followUps": [{{ {ID}, {field} }}]"#);
    let area = |field: &str| format!(r#""focusAreas": [{{ {ID}, {field} }}]"#);
    for (fields, name) in [
        (follow_up(r#""form": "Dialogmøde""#), "dialogueMeeting"),
        (area(r#""scope": ["alle tilbud"]"#), "allServices"),
        (area(r#""scope": ["all services"]"#), "allServices"),
        (area(&format!(r#""targets": [{{ {ID}, "direction": "mindst" }}]"#)), "atLeast"),
        (area(r#""Opfølgninger": []"#), "followUps"),
    ] {
        let (nearest, message) = suggested(&fields);
        assert_eq!(nearest, Some(name), "{message}");
        assert!(message.contains(&format!("; mente du `{name}`? ")), "{message}");
    }
}

#[test]
fn a_field_is_suggested_by_what_people_call_it_and_not_repeated() {
    let fields = "Felterne er `id`, `title`, `service`, `year`, `period`, `parties`, `unattributedSigningDays`, \
                  `contents`, `framework`, `bodies`, `focusAreas`, `followUps`, `duties` og `notes`";
    for (key, shown, name) in [
        ("indsatsområder", "", "focusAreas"),
        ("indsatsomraader", "", "focusAreas"),
        ("parter", " `parter`", "parties"),
        ("focusarea", " `focusarea`", "focusAreas"),
    ] {
        assert_eq!(
            suggested(&format!(r#""{key}": []"#)),
            (Some(name), format!("ukendt felt{shown}; mente du `{name}`? {fields}"))
        );
    }
}

#[test]
fn an_unknown_kind_lists_the_kinds() {
    let da = "Nøglerne er `organisation`, `standardSet`, `tailoring`, `measurement`, `targetFigure`, `cycle`, \
              `community`, `agreement`, `stateAssessment`, `citizen`, `caseload`, `audit`, `project`, \
              `circleProject`, `evaluation`, `plan`, `duties`, `series` og `bundle`";
    let en = "The keys are `organisation`, `standardSet`, `tailoring`, `measurement`, `targetFigure`, `cycle`, \
              `community`, `agreement`, `stateAssessment`, `citizen`, `caseload`, `audit`, `project`, \
              `circleProject`, `evaluation`, `plan`, `duties`, `series` and `bundle`";
    for (key, shown, name) in [
        ("aftale", "", "agreement"),
        ("Drifts- og udviklingsaftale", "", "agreement"),
        ("måltal", "", "targetFigure"),
        ("måleserie", "", "series"),
        ("agrement", " `agrement`", "agreement"),
    ] {
        let error = json::read(&document(&format!(r#"{{ "{key}": {{ {ID} }} }}"#))).unwrap_err();
        assert_eq!(
            (error.message(Lang::Da), error.message(Lang::En)),
            (
                format!("linje 1, kolonne 111, ved /content: ukendt valg{shown}; mente du `{name}`? {da}"),
                format!(
                    "line 1, column 111, at /content: unknown choice{shown}; did you mean `{name}`? {en}"
                )
            )
        );
    }
    let error = json::read(&document("\"aftale\"")).unwrap_err();
    let keys = da.strip_prefix("Nøglerne er").unwrap();
    assert_eq!(
        error.message(Lang::Da),
        format!(
            "linje 1, kolonne 109, ved /content: ukendt valg; mente du `agreement`? Skriv et objekt med én af nøglerne{keys}"
        )
    );
    let error = json::read(&document("7")).unwrap_err();
    assert_eq!(
        error.message(Lang::Da),
        format!(
            "linje 1, kolonne 109, ved /content: der skal stå et objekt med én af nøglerne{keys}, ikke et tal"
        )
    );
}

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
