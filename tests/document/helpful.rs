//! What is said to someone who knows the subject, but not the format.

use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::document::FaultKind;
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
fn a_draft_where_a_document_belongs_is_one_fault() {
    for text in [
        agreement(r#""year": 2024, "focusAreas": [{}]"#),
        agreement(r#""yaer": 2024, "title": 7"#),
        format!("{{ {ID} }}"),
        format!(r#"{{ "agreement": {{ {ID}, "year": 2024 }} }}"#),
    ] {
        let error = json::read(&text).unwrap_err();
        assert_eq!(
            error.message(Lang::Da),
            "linje 1, kolonne 1: teksten ligner et udkast uden dokumentet omkring det: et dokument har `format`, \
             `status` og `id`, og udkastet står i `content` under sin slags; et program kan læse udkastet alene med \
             `json::read_draft`",
            "{text}"
        );
        assert_eq!(
            error.message(Lang::En),
            "line 1, column 1: the text looks like a draft without its envelope: a document has `format`, `status` \
             and `id`, and the draft is in `content` under its kind; a program can read the draft alone with \
             `json::read_draft`",
            "{text}"
        );
        let fault = error.faults().first().unwrap();
        assert_eq!((fault.kind, fault.pointer.as_str()), (FaultKind::WrongType, ""));
        // What is not in a document has no place in it that could be set aside.
        assert_eq!(json::read_leniently(&text).unwrap_err(), error);
    }
}

#[test]
fn what_is_no_draft_keeps_its_faults() {
    let id = r#""id": "00000000-0000-4000-8000-000000000001""#;
    for (text, lines) in [
        ("{}".into(), 4),
        (r#"{ "budget": 7 }"#.into(), 5),
        (format!(r#"{{ "status": "draft", {id} }}"#), 2),
        // Fields of the envelope are misspelt.
        (document("{}").replace("\"format\"", "\"formt\"").replace("\"content\"", "\"contents\""), 4),
        (document("{}").replace("\"format\"", "\"formt\""), 3),
        (document("{}").replace("\"content\"", "\"contents\""), 2),
    ] {
        let error = json::read(&text).unwrap_err();
        assert_eq!(error.message(Lang::Da).lines().count(), lines, "{error:#?}");
    }
    let read = |text: &str| json::read_draft::<DevelopmentAgreement>(text).unwrap_err();
    assert_eq!(
        read(&agreement(r#""content": {}, "year": "2024""#)).message(Lang::En).lines().count(),
        2,
        "an unknown field and a wrong year"
    );
}

#[test]
fn a_document_where_a_draft_belongs_is_one_fault() {
    let text = document(&format!(r#"{{ "agreement": {{ {ID}, "yaer": 2024 }} }}"#));
    let error = json::read_draft::<DevelopmentAgreement>(&text).unwrap_err();
    assert_eq!(
        error.message(Lang::Da),
        "linje 1, kolonne 1: teksten er et helt dokument, men her skal der stå et udkast alene (drifts- og \
         udviklingsaftale): udkastet står i `content` under sin slags; et program læser hele dokumentet med `json::read`"
    );
    assert_eq!(
        error.message(Lang::En),
        "line 1, column 1: the text is a whole document, but a draft alone belongs here (development agreement): the \
         draft is in `content` under its kind; a program reads the whole document with `json::read`"
    );
    assert_eq!(error.faults().first().map(|fault| fault.kind), Some(FaultKind::WrongType));
    // What is wrong in the document is told by the function that reads it, and read around by the lenient one.
    assert_eq!(json::read_leniently(&text).unwrap().document.set_aside().len(), 1);
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
