//! The parts of a page, one by one.

use kvalitetsmodel::agenda::{Agenda, AgendaItem, DutyState};
use kvalitetsmodel::agreement::{Action, DevelopmentAgreement, FocusArea, FollowUp, FollowUpForm, Note};
use kvalitetsmodel::bundle::{Bundle, Bundled};
use kvalitetsmodel::date::When;
use kvalitetsmodel::document::Document;
use kvalitetsmodel::duty::{
    DailyDuties, EventReport, EventReporting, EventType, PatientSafetyRisk, ReportManner,
};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::page::Page;
use kvalitetsmodel::report::{Profile, Suppression};
use kvalitetsmodel::target_figure::{TargetFigure, TargetState, TargetStep};
use kvalitetsmodel::text::NonBlank;
use kvalitetsmodel::{Context, Lang, check, codes, json, rules};

use super::{context, page_of};

fn on(date: &str) -> When {
    When::Date { on: Some(date.parse().expect("a date")) }
}

/// An agreement with one area, in which an action, a target figure and a follow-up were due in March.
fn in_march() -> DevelopmentAgreement {
    let area = FocusArea {
        number: "1.4".parse().ok(),
        actions: vec![Action {
            when: Some(on("2024-03")),
            text: Some("Kursus".into()),
            ..Action::new(Id::from_u128(3))
        }],
        targets: vec![TargetFigure {
            measured_at: Some(on("2024-03")),
            topic: Some("Fravær".into()),
            ..TargetFigure::new(Id::from_u128(4))
        }],
        follow_ups: vec![FollowUp { when: Some(on("2024-03")), ..FollowUp::new(Id::from_u128(5)) }],
        ..FocusArea::new(Id::from_u128(2))
    };
    DevelopmentAgreement { focus_areas: vec![area], ..DevelopmentAgreement::new(Id::from_u128(1)) }
}

fn text(draft: DevelopmentAgreement, context: &Context) -> String {
    page_of(draft, context, |page| page.text().to_string())
}

/// The part of a page from a heading to the next empty line.
fn part(text: &str, heading: &str) -> Vec<String> {
    let lines = text.lines().skip_while(|line| *line != heading).skip(1);
    let lines = lines.skip_while(|line| line.chars().all(|c| c == '-'));
    lines.take_while(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn form_and_time_share_the_brackets() {
    let mut draft = in_march();
    draft.focus_areas[0].follow_ups[0].form = Some(FollowUpForm::DialogueMeeting);
    let page = text(draft, &context("2024-07-01"));
    assert!(page.contains("- Afsnit 1.4, opfølgning (dialogmøde, marts 2024)\n"), "{page}");
}

#[test]
fn what_is_not_done_is_overdue_and_what_is_done_is_not() {
    let overdue = "Fristen er overskredet, sidste dag var 31. marts 2024";
    let page = text(in_march(), &context("2024-07-01"));
    assert_eq!(
        part(&page, overdue),
        [
            "- Afsnit 1.4, indsats: Kursus (marts 2024)",
            "- Afsnit 1.4, måling af måltal: Fravær (marts 2024)",
            "- Afsnit 1.4, opfølgning (marts 2024)",
        ],
    );

    let mut done = in_march();
    let area = done.focus_areas.first_mut().expect("an area");
    area.actions.iter_mut().for_each(|one| one.done_on = "2024-03-12".parse().ok());
    area.follow_ups.iter_mut().for_each(|one| one.done_on = "2024-04".parse().ok());
    for target in &mut area.targets {
        target.state = Some(TargetState::Met);
        target.history = vec![
            TargetStep::new(TargetState::Agreed),
            TargetStep { on: "2024-03-20".parse().ok(), ..TargetStep::new(TargetState::Measured) },
            TargetStep { on: "2024-03-25".parse().ok(), ..TargetStep::new(TargetState::Met) },
        ];
    }
    let page = text(done.clone(), &context("2024-07-01"));
    assert!(!page.contains("overskredet"), "{page}");
    assert_eq!(
        part(&page, "Gjort"),
        [
            "- Afsnit 1.4, indsats: Kursus (12. marts 2024)",
            "- Afsnit 1.4, måling af måltal: Fravær (20. marts 2024)",
            "- Afsnit 1.4, opfølgning (april 2024)",
        ]
    );
    // On a day before it was done, it is not done.
    let mut agenda = Agenda::new("2024-03-15".parse().expect("a day"));
    agenda.add_draft(&done);
    let states: Vec<_> = agenda.items().into_iter().map(AgendaItem::state).collect();
    assert_eq!(states, [DutyState::Done, DutyState::Due, DutyState::Due]);
}

#[test]
fn what_recurs_is_not_done_with_one_occasion() {
    let mut agreement = in_march();
    let area = agreement.focus_areas.first_mut().expect("an area");
    for one in &mut area.follow_ups {
        (one.when, one.done_on) = (Some(When::TimesAYear { times: Some(2) }), "2024-01".parse().ok());
    }
    let page = text(agreement, &context("2024-07-01"));
    assert_eq!(part(&page, "To gange om året"), ["- Afsnit 1.4, opfølgning"]);
}

#[test]
fn a_note_stands_beside_its_section_once() {
    let mut agreement = in_march();
    let note = |section: &str, text: &str| Note { section: section.parse().ok(), ..Note::new(text.into()) };
    agreement.notes =
        vec![note("9.9", "hører ingen steder til"), note("1.4", "om 1.4"), Note::new("om det hele".into())];
    agreement.focus_areas.first_mut().expect("an area").number = "1.4".parse().ok();
    let page = text(agreement, &context("2024-01-09"));
    assert_eq!(page.matches("om 1.4").count(), 1, "{page}");
    assert_eq!(part(&page, "Noter"), ["- Om det hele", "- Afsnit 9.9: hører ingen steder til"]);
}

#[test]
fn an_accepted_finding_says_so_and_is_not_counted_as_a_warning() {
    let reason = NonBlank::new("parterne underskriver i ESDH").expect("a reason");
    let accepted = Suppression::of_rule(codes::AGR001, reason, "2024-03-31".parse().expect("a day"));
    let draft = DevelopmentAgreement::new(Id::from_u128(1));
    // Only this rule: what others find in such a small draft does not matter.
    let off = NonBlank::new("uden betydning her").expect("a reason");
    let others = rules().map(|rule| rule.code).filter(|code| *code != codes::AGR001);
    let profile = others.fold(Profile::named("en regel"), |profile, code| profile.without(code, off.clone()));
    let page = text(draft, &context("2024-01-09").with_profile(profile).with_suppression(accepted));
    assert!(page.contains("Fundet: 1 accepteret."), "{page}");
    assert!(page.contains("parterne underskriver i ESDH (til og med 31. marts 2024)"), "{page}");
}

#[test]
fn pointers_profile_and_edition_are_shown_if_asked_for() {
    let draft = in_march();
    let plain = page_of(draft.clone(), &context("2024-01-09"), |page| page.text().to_string());
    assert!(
        !plain.contains("/content") && !plain.contains("generel") && !plain.contains("udgave"),
        "{plain}"
    );
    let all = page_of(draft.clone(), &context("2024-01-09"), |page| {
        page.with_technical_details().text().to_string()
    });
    assert!(all.contains("/content/agreement/focusAreas/0"), "{all}");
    assert!(all.contains("efter den generelle profil") && all.contains("Regler: udgave 1."), "{all}");
    // A profile that changes what is checked is always named, and so is a rule that it switches off.
    let reason = NonBlank::new("se sagen").expect("a reason");
    let profile = Profile::named("kommunen").without(codes::AGR001, reason);
    let page = text(draft, &context("2024-01-09").with_profile(profile));
    assert!(page.contains("efter profilen kommunen"), "{page}");
    assert!(page.contains("Hvorfor: slået fra: se sagen"), "{page}");
}

/// The page must not say that all is well above a deadline that has passed.
#[test]
fn the_head_says_how_many_deadlines_have_passed() {
    let report = |by| EventReport {
        event: Some(EventType::Fall),
        risk: Some(PatientSafetyRisk::Low),
        manner: Some(ReportManner::Individual),
        by: Some(on(by)),
        ..EventReport::default()
    };
    let reports = vec![report("2024-01-05"), report("2024-01-31")];
    let event_reporting = Some(EventReporting { reports, ..EventReporting::default() });
    let duties = DailyDuties { event_reporting, ..DailyDuties::new(Id::from_u128(1)) };
    let head = |day, lang| {
        page_of(duties.clone(), &context(day), |page| {
            let text = page.with_lang(lang).text().to_string();
            text.lines().skip(2).take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
        })
    };
    for (day, lang, said) in [
        ("2024-01-05", Lang::Da, "Kontrolleret pr. 5. januar 2024. Ingen regel er brudt."),
        (
            "2024-01-06",
            Lang::Da,
            "Kontrolleret pr. 6. januar 2024. Ingen regel er brudt, men 1 frist er passeret, uden at det fremgår, at opgaven er løst.",
        ),
        (
            "2024-01-06",
            Lang::En,
            "Checked as of 6 January 2024. No rule is broken, but 1 deadline has passed without a note that the task was done.",
        ),
        (
            "2024-02-01",
            Lang::En,
            "Checked as of 1 February 2024. No rule is broken, but 2 deadlines have passed without a note that the tasks were done.",
        ),
    ] {
        assert_eq!(head(day, lang), said);
    }
    let page = text(in_march(), &context("2024-04-01"));
    assert!(page.contains("3 frister er passeret, uden at det"), "{page}");
}

#[test]
fn a_report_on_the_bare_draft_has_the_same_page() {
    let context = context("2024-01-09");
    let document = Document::draft(Id::from_u128(9), in_march());
    let (inside, bare) = (document.check(&context), check(&in_march(), &context));
    let pages = [inside, bare].map(|report| Page::of(&document, &report).text().to_string());
    assert_eq!(pages[0], pages[1]);
}

#[test]
fn many_places_are_told_shortly_with_all_their_sections() {
    let area = |n: u16| FocusArea {
        number: format!("1.{n}").parse().ok(),
        follow_ups: vec![FollowUp {
            on: Some("alt".into()),
            ..FollowUp::new(Id::from_u128(u128::from(n) + 1000))
        }],
        ..FocusArea::new(Id::from_u128(u128::from(n) + 100))
    };
    let draft = DevelopmentAgreement {
        focus_areas: (1..=14).map(area).collect(),
        ..DevelopmentAgreement::new(Id::from_u128(1))
    };
    let page = page_of(draft, &context("2024-01-09"), |page| page.with_lang(Lang::En).text().to_string());
    assert!(page.contains("section 1.11, follow-up “alt”\n"), "{page}");
    assert!(page.contains("and 3 more places: sections 1.12, 1.13 and 1.14\n"), "{page}");
}

#[test]
fn nothing_found_is_said_and_nothing_else() {
    let target = kvalitetsmodel::organisation::Operator::new(Id::from_u128(2));
    let named = kvalitetsmodel::organisation::Operator { name: Some("Region Sjælland".into()), ..target };
    let page = page_of(named, &context("2024-01-09"), |page| page.with_lang(Lang::En).text().to_string());
    let expected = "Organisation: Region Sjælland\n=============================\n\
                    Checked as of 9 January 2024. No rule is broken.\n";
    assert_eq!(page, expected);
}

#[test]
fn what_a_document_says_of_its_own_validation_is_told() {
    let reason = || NonBlank::new("se sagen").expect("a reason");
    let profile = Profile::named("kommunen").without(codes::AGR001, reason());
    let accepted = Suppression::of_rule(codes::AGR011, reason(), "2024-12-31".parse().expect("a day"));
    let context = context("2024-01-09").with_profile(profile).with_suppression(accepted);
    let document = Document::draft(Id::from_u128(9), in_march()).validate(&context);
    let document = document.expect("valid").into_final();
    let report = document.check(&context);
    let page = Page::of(&document, &report);
    let told = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let da = told(page.text().to_string());
    assert!(
        da.contains(
            "Dokumentet siger selv, at det er endeligt og valideret pr. 9. januar 2024 efter profilen kommunen (regler: \
             udgave 1). Valideringen havde 1 fravalgt regel, 1 accepteret fund."
        ),
        "{da}"
    );
    let en = told(page.with_lang(Lang::En).text().to_string());
    assert!(
        en.contains(
            "The document says itself that it is final, validated as of 9 January 2024 by the profile kommunen (rules: \
             edition 1). The validation had 1 rule switched off, 1 accepted finding."
        ),
        "{en}"
    );
}

#[test]
fn a_whole_page_brings_its_style_and_loads_nothing() {
    let (whole, fragment) = page_of(in_march(), &context("2024-07-01"), |page| {
        (page.html().to_string(), page.html_fragment().to_string())
    });
    assert_eq!(whole.matches("<style>").count(), 1);
    assert!(whole.contains(kvalitetsmodel::page::STYLE), "{whole}");
    for loading in ["<script", "<link", "<img", "src=", "href=", "url(", "@import", "http"] {
        assert!(!whole.contains(loading), "{loading}");
    }
    assert!(!fragment.contains("style"), "{fragment}");
}

#[test]
fn what_was_set_aside_is_said_before_what_is_missing() {
    let read = |fields: &str| {
        let text = format!(
            r#"{{ "format": "kvalitetsmodel/1", "status": "draft", "id": "00000000-0000-4000-8000-000000000001",
            "content": {{ "agreement": {{ "id": "00000000-0000-4000-8000-000000000002"{fields} }} }} }}"#
        );
        json::read_leniently(&text).expect("a document").document
    };
    let head = |document: &Document, lang| {
        let report = document.check(&context("2024-01-09"));
        let text = Page::of(document, &report).with_lang(lang).text().to_string();
        let lines = text.lines().take_while(|line| !line.starts_with("---"));
        lines.collect::<Vec<_>>().join(" ")
    };
    let three = read(r#", "yaer": 2024, "parties": 7, "focusAreas": [{ "title": "Kost" }]"#);
    let da = "3 dele af filen kunne ikke læses og er lagt til side. Det, der står i dem, kan være meldt som manglende her.";
    let en = "3 parts of the file could not be read and were set aside. What they state may be reported as missing here.";
    assert!(head(&three, Lang::Da).contains(da), "{}", head(&three, Lang::Da));
    assert!(head(&three, Lang::En).contains(en), "{}", head(&three, Lang::En));

    let one = read(r#", "yaer": 2024"#);
    let da = "1 del af filen kunne ikke læses og er lagt til side. Det, der står i den, kan være meldt som manglende her.";
    let en = "1 part of the file could not be read and was set aside. What it states may be reported as missing here.";
    assert!(head(&one, Lang::Da).contains(da), "{}", head(&one, Lang::Da));
    assert!(head(&one, Lang::En).contains(en), "{}", head(&one, Lang::En));

    let bundle = Bundle {
        documents: vec![
            Bundled::try_from(one).expect("no bundle"),
            Bundled::try_from(three).expect("no bundle"),
        ],
        ..Bundle::new(Id::from_u128(9))
    };
    let bundle = Document::draft(Id::from_u128(8), bundle);
    assert!(head(&bundle, Lang::Da).contains(" 4 dele af filen "), "{}", head(&bundle, Lang::Da));
    assert!(!head(&read(""), Lang::Da).contains("lagt til side"));
}
