//! Each rule about agreements: what it refuses, where, and its whole message in both languages.
#![expect(clippy::expect_used, clippy::panic, reason = "tests may fail loudly, in their helpers too")]

mod common;

use common::{Expected, expect};
use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::codes::{self, RuleCode};
use kvalitetsmodel::{Context, check_rule};
use serde_json::{Value, json};

fn id(n: u32) -> String {
    format!("00000000-0000-4000-8000-{n:012}")
}

fn agreement(more: Value) -> DevelopmentAgreement {
    let mut draft = json!({ "id": id(1), "year": 2024 });
    let (Value::Object(draft_map), Value::Object(more)) = (&mut draft, more) else { panic!("objects") };
    draft_map.extend(more);
    serde_json::from_value(draft).expect("an agreement")
}

/// An agreement with one focus area.
fn area(more: Value) -> DevelopmentAgreement {
    let mut area = json!({ "id": id(2), "scope": ["allServices"] });
    let (Value::Object(area_map), Value::Object(more)) = (&mut area, more) else { panic!("objects") };
    area_map.extend(more);
    agreement(json!({ "focusAreas": [area] }))
}

#[track_caller]
fn finds(code: RuleCode, draft: &DevelopmentAgreement, expected: &[Expected<'_>]) {
    finds_on(code, "2024-01-09", draft, expected);
}

#[track_caller]
fn finds_on(code: RuleCode, as_of: &str, draft: &DevelopmentAgreement, expected: &[Expected<'_>]) {
    let context = Context::new(as_of.parse().expect("a day"));
    expect(&check_rule(draft, &context, code), expected);
}

fn party(role: &str, named: bool, signed_on: Option<&str>) -> Value {
    json!({ "role": role, "named": named, "signedOn": signed_on })
}

fn community(membership: &str) -> Value {
    json!({ "body": id(3), "kind": "community", "membership": membership })
}

fn follow_up(when: &Value) -> Value {
    json!({ "id": id(4), "when": when, "on": "status" })
}

#[test]
fn doc001_an_id_names_one_thing() {
    let twice = area(json!({ "followUps": [{ "id": id(2), "when": "continuously", "on": "status" }] }));
    finds(
        codes::DOC001,
        &twice,
        &[(
            "/focusAreas/0/followUps/0",
            "id'et 00000000-0000-4000-8000-000000000002 er allerede brugt om noget andet i dokumentet",
            "the id 00000000-0000-4000-8000-000000000002 is already used for something else in the document",
        )],
    );
    // A reference is not a second use.
    let referring = area(json!({
        "participation": [community("member")],
        "targets": [{ "id": id(5), "agreedBy": { "community": { "body": id(3) } } }],
    }));
    finds(codes::DOC001, &referring, &[]);
}

#[test]
fn agr001_one_service_one_year_two_parties() {
    let service = json!({ "id": id(9) });
    let two = [party("socialDirector", true, None), party("headOfService", true, None)];
    finds(codes::AGR001, &agreement(json!({ "service": service, "parties": two })), &[]);
    let nothing: DevelopmentAgreement = serde_json::from_value(json!({ "id": id(1) })).expect("a draft");
    finds(
        codes::AGR001,
        &nothing,
        &[(
            "",
            "aftalens ramme holder ikke; mangler: tilbuddet, året, socialdirektøren som part, forstanderen som part",
            "the frame of the agreement does not hold; missing: the service, the year, the social director as a \
             party, the head of the service as a party",
        )],
    );
    let director_twice = [&two[..], &two[..1]].concat();
    finds(
        codes::AGR001,
        &agreement(json!({ "service": service, "parties": director_twice })),
        &[(
            "",
            "aftalens ramme holder ikke; for meget: socialdirektøren som part",
            "the frame of the agreement does not hold; too much: the social director as a party",
        )],
    );
    let mut third = two[..1].to_vec();
    third.push(json!({ "role": { "other": { "title": "borgmester" } } }));
    finds(
        codes::AGR001,
        &agreement(json!({ "service": service, "parties": third })),
        &[(
            "",
            "aftalens ramme holder ikke; mangler: forstanderen som part; for meget: en part ud over de to",
            "the frame of the agreement does not hold; missing: the head of the service as a party; too much: a \
             party besides the two",
        )],
    );
}

#[test]
fn agr002_both_parties_are_named_and_dated() {
    let both = |named, head| {
        [party("socialDirector", true, Some("2024-01-09")), party("headOfService", named, head)]
    };
    finds(codes::AGR002, &agreement(json!({ "parties": both(true, Some("2024-01")) })), &[]);
    finds(
        codes::AGR002,
        &agreement(json!({ "parties": both(false, Some("2024-01-10")) })),
        &[("/parties", "ikke navngivet: forstanderen", "not named: the head of the service")],
    );
    finds(
        codes::AGR002,
        &agreement(json!({ "parties": both(false, None) })),
        &[(
            "/parties",
            "ikke navngivet: forstanderen; 1 af 2 underskriftsdatoer mangler",
            "not named: the head of the service; 1 of 2 signing dates missing",
        )],
    );
    // A date without a party counts for one party, not for two.
    let undated = [party("socialDirector", true, None), party("headOfService", true, None)];
    finds(
        codes::AGR002,
        &agreement(json!({ "parties": undated, "unattributedSigningDays": ["2024-01-09"] })),
        &[("/parties", "1 af 2 underskriftsdatoer mangler", "1 of 2 signing dates missing")],
    );
    // Not stated is not no.
    let unsaid = json!({ "role": "headOfService", "signedOn": "2024-01-09" });
    finds(
        codes::AGR002,
        &agreement(json!({ "parties": [unsaid] })),
        &[(
            "/parties",
            "kan ikke vurderes; mangler: om parterne er navngivet",
            "cannot be assessed; missing: whether the parties are named",
        )],
    );
}

#[test]
fn agr003_signed_no_later_than_the_first_follow_up() {
    let signed = |on: Option<&str>| {
        agreement(json!({
            "parties": [party("socialDirector", true, Some("2024-01-09")), party("headOfService", true, on)],
            "followUps": [{ "id": id(4), "when": { "date": { "on": "2024-03-31" } } }],
        }))
    };
    finds(codes::AGR003, &signed(Some("2024-03-31")), &[]);
    // A month may still mean its first day.
    finds(codes::AGR003, &signed(Some("2024-03")), &[]);
    finds(
        codes::AGR003,
        &signed(Some("2024-04-01")),
        &[(
            "/parties",
            "underskrevet 1. april 2024, efter den første opfølgning 31. marts 2024",
            "signed on 1 April 2024, after the first follow-up on 31 March 2024",
        )],
    );
    finds(
        codes::AGR003,
        &signed(None),
        &[(
            "/parties",
            "kan ikke vurderes; mangler: begge underskriftsdatoer",
            "cannot be assessed; missing: both signing dates",
        )],
    );
}

#[test]
fn agr004_a_focus_area_says_whom_it_binds() {
    finds(codes::AGR004, &area(json!({})), &[]);
    finds(
        codes::AGR004,
        &area(json!({ "scope": [] })),
        &[(
            "/focusAreas/0",
            "det fremgår ikke, hvem indsatsområdet forpligter",
            "it is not said whom the focus area binds",
        )],
    );
}

#[test]
fn agr005_actions_are_followed_up() {
    let actions = |n: u32| (0..n).map(|n| json!({ "id": id(10 + n) })).collect::<Vec<_>>();
    finds(codes::AGR005, &area(json!({})), &[]);
    let followed = json!({ "actions": actions(1), "followUps": [{ "id": id(4) }] });
    finds(codes::AGR005, &area(followed), &[]);
    finds(
        codes::AGR005,
        &area(json!({ "actions": actions(1) })),
        &[(
            "/focusAreas/0",
            "området har 1 indsats, men ingen opfølgning",
            "the area has 1 action and no follow-up",
        )],
    );
    finds(
        codes::AGR005,
        &area(json!({ "actions": actions(2) })),
        &[(
            "/focusAreas/0",
            "området har 2 indsatser, men ingen opfølgning",
            "the area has 2 actions and no follow-up",
        )],
    );
}

#[test]
fn agr006_a_follow_up_says_when() {
    for when in [
        json!({ "date": { "on": "2024-03-31" } }),
        json!({ "date": { "on": "2024-11" } }),
        json!({ "monthDay": { "day": "--03-31" } }),
        json!({ "schedule": {} }),
        json!({ "decidedBy": {} }),
        json!({ "timesAYear": { "times": 2 } }),
        json!("continuously"),
    ] {
        finds(codes::AGR006, &area(json!({ "followUps": [follow_up(&when)] })), &[]);
    }
    let message = (
        "opfølgningen har hverken dato, måned eller henvisning til en tidsplan",
        "the follow-up has neither a date nor a month nor a reference to a schedule",
    );
    let untimed = follow_up(&Value::Null);
    finds(
        codes::AGR006,
        &area(json!({ "followUps": [untimed] })),
        &[("/focusAreas/0/followUps/0", message.0, message.1)],
    );
    finds(
        codes::AGR006,
        &agreement(json!({ "followUps": [untimed] })),
        &[("/followUps/0", message.0, message.1)],
    );
}

#[test]
fn agr007_a_follow_up_says_on_what() {
    for blank in [json!(null), json!(""), json!(" ")] {
        finds(
            codes::AGR007,
            &area(json!({ "followUps": [{ "id": id(4), "on": blank }] })),
            &[(
                "/focusAreas/0/followUps/0",
                "opfølgningen siger ikke, hvad der følges op på",
                "the follow-up does not say what is followed up",
            )],
        );
    }
    finds(codes::AGR007, &area(json!({ "followUps": [{ "id": id(4), "on": "status" }] })), &[]);
    finds(
        codes::AGR007,
        &agreement(json!({ "followUps": [{ "id": id(4) }] })),
        &[(
            "/followUps/0",
            "opfølgningen siger ikke, hvad der følges op på",
            "the follow-up does not say what is followed up",
        )],
    );
}

#[test]
fn agr008_membership_of_a_community_is_stated() {
    for stated in ["member", "nonMember", "invited", "pilotSite"] {
        finds(codes::AGR008, &area(json!({ "participation": [community(stated)] })), &[]);
    }
    let silent = json!({ "body": id(3), "kind": "community" });
    finds(
        codes::AGR008,
        &area(json!({ "participation": [silent] })),
        &[(
            "/focusAreas/0/participation/0",
            "det fremgår ikke, om tilbuddet indgår i forbedringsfællesskabet",
            "it is not said whether the service takes part in the improvement community",
        )],
    );
    // The membership of a working group need not be stated.
    let group = json!({ "body": id(3), "kind": "workingGroup" });
    finds(codes::AGR008, &area(json!({ "participation": [group] })), &[]);
}

#[test]
fn agr009_membership_follows_from_the_state_assessment() {
    let with = |membership: &str, assessment: Value| {
        let mut part = community(membership);
        part["stateAssessment"] = assessment;
        area(json!({ "participation": [part] }))
    };
    finds(codes::AGR009, &with("member", json!({ "showsNeed": true })), &[]);
    finds(codes::AGR009, &with("nonMember", json!({ "showsNeed": false })), &[]);
    let at = "/focusAreas/0/participation/0";
    finds(
        codes::AGR009,
        &with("nonMember", json!({ "showsNeed": true })),
        &[(
            at,
            "tilbuddets tilstandsvurdering viser et behov, men tilbuddet indgår ikke",
            "the state assessment of the service shows a need, but it does not take part",
        )],
    );
    finds(
        codes::AGR009,
        &with("member", json!({ "showsNeed": false })),
        &[(
            at,
            "tilbuddets tilstandsvurdering viser intet behov, men tilbuddet indgår",
            "the state assessment of the service shows no need, but it takes part",
        )],
    );
    finds(
        codes::AGR009,
        &with("nonMember", Value::Null),
        &[(
            at,
            "kan ikke vurderes; mangler: tilstandsvurdering",
            "cannot be assessed; missing: state assessment",
        )],
    );
    finds(
        codes::AGR009,
        &with("nonMember", json!({})),
        &[(
            at,
            "kan ikke vurderes; mangler: om den viser et behov",
            "cannot be assessed; missing: whether it shows a need",
        )],
    );
}

#[test]
fn agr010_where_members_alone_are_bound_others_have_no_actions() {
    let with = |scope: &[&str], membership: &str, actions: Value| {
        area(json!({ "scope": scope, "participation": [community(membership)], "actions": actions }))
    };
    let one = json!([{ "id": id(10) }]);
    let members = ["communityMembers"];
    finds(codes::AGR010, &with(&members, "nonMember", json!([])), &[]);
    finds(codes::AGR010, &with(&members, "member", one.clone()), &[]);
    finds(
        codes::AGR010,
        &with(&members, "notStated", one.clone()),
        &[(
            "/focusAreas/0/actions",
            "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
            "cannot be assessed; missing: whether the service takes part in the community",
        )],
    );
    finds(codes::AGR010, &with(&["communityMembers", "selectedLeaders"], "notStated", one.clone()), &[]);
    finds(codes::AGR010, &with(&["communityMembers", "allServices"], "nonMember", one.clone()), &[]);
    let refused = with(&members, "nonMember", one.clone());
    assert_eq!(
        check_rule(&refused, &Context::new(chrono::NaiveDate::MIN), codes::AGR010).findings().len(),
        1
    );
    finds(
        codes::AGR010,
        &with(&["communityMembers", "communityMembers"], "nonMember", one),
        &[(
            "/focusAreas/0/actions",
            "tilbuddet er ikke med i forbedringsfællesskabet, men har 1 indsats her",
            "the service is not in the improvement community, yet has 1 action here",
        )],
    );
}

fn open_target(forum: &Value) -> Value {
    json!({ "id": id(5), "agreedBy": forum, "state": "toBeAgreed" })
}

#[test]
fn agr011_a_figure_of_the_community_binds_its_members() {
    let with = |membership: &str, forum: Value| {
        area(json!({ "participation": [community(membership)], "targets": [open_target(&forum)] }))
    };
    let here = || json!({ "community": { "body": id(3) } });
    finds(codes::AGR011, &with("member", here()), &[]);
    finds(codes::AGR011, &with("pilotSite", here()), &[]);
    finds(codes::AGR011, &with("nonMember", json!("parties")), &[]);
    for forum in [here(), json!({ "community": {} })] {
        finds(
            codes::AGR011,
            &with("nonMember", forum),
            &[(
                "/focusAreas/0/targets/0",
                "måltallet aftales i forbedringsfællesskabet, men tilbuddet indgår ikke i det",
                "the figure is agreed in the improvement community, but the service does not take part in it",
            )],
        );
    }
    // Two equal entries agree.
    let twice = area(json!({
        "participation": [community("nonMember"), community("nonMember")],
        "targets": [open_target(&here())],
    }));
    assert_eq!(
        check_rule(&twice, &Context::new(chrono::NaiveDate::MIN), codes::AGR011).findings()[0].missing(),
        []
    );
    // Not stated, invited, and a community that the area does not name: none of them is a no.
    for (membership, body) in [("notStated", 3), ("invited", 3), ("nonMember", 8)] {
        finds(
            codes::AGR011,
            &with(membership, json!({ "community": { "body": id(body) } })),
            &[(
                "/focusAreas/0/targets/0",
                "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
                "cannot be assessed; missing: whether the service takes part in the community",
            )],
        );
    }
}

#[test]
fn agr012_the_figure_is_fixed_by_the_first_follow_up() {
    let with = |when: Value| {
        area(json!({
            "participation": [community("member")],
            "targets": [open_target(&json!({ "community": {} }))],
            "followUps": [follow_up(&when)],
        }))
    };
    let dated = with(json!({ "date": { "on": "2024-03-31" } }));
    finds_on(codes::AGR012, "2024-03-31", &dated, &[]);
    finds_on(
        codes::AGR012,
        "2024-04-01",
        &dated,
        &[(
            "/focusAreas/0/targets/0",
            "måltallet skulle være fastlagt senest 31. marts 2024 og er stadig åbent",
            "the figure was to be fixed by 31 March 2024 and is still open",
        )],
    );
    // Without a year, the day is read within the year of the agreement.
    let yearless = with(json!({ "monthDay": { "day": "--03-31" } }));
    finds_on(codes::AGR012, "2024-03-31", &yearless, &[]);
    finds(
        codes::AGR012,
        &with(json!({ "schedule": {} })),
        &[(
            "/focusAreas/0/targets/0",
            "kan ikke vurderes; mangler: datoen for den første opfølgning",
            "cannot be assessed; missing: the date of the first follow-up",
        )],
    );
}

#[test]
fn agr013_the_body_that_decides_is_set_up() {
    let bodies = json!([{ "id": id(7), "kind": "steeringGroup" }]);
    let with = |body: Value| {
        agreement(json!({
            "bodies": bodies,
            "followUps": [follow_up(&json!({ "decidedBy": { "body": body, "name": "styregruppen" } }))],
        }))
    };
    finds(codes::AGR013, &with(json!(id(7))), &[]);
    let taking_part = area(json!({
        "participation": [{ "body": id(7), "kind": "steeringGroup" }],
        "followUps": [follow_up(&json!({ "decidedBy": { "body": id(7) } }))],
    }));
    finds(codes::AGR013, &taking_part, &[]);
    for unknown in [json!(null), json!(id(8))] {
        finds(
            codes::AGR013,
            &with(unknown),
            &[(
                "/followUps/0/when",
                "det organ, der skal beslutte opfølgningen, er ikke nedsat eller beskrevet nogen steder i aftalen",
                "the body that is to decide the follow-up is set up or described nowhere in the agreement",
            )],
        );
    }
}

#[test]
fn agr014_a_figure_is_given_or_open() {
    let given = json!({ "id": id(6), "topic": "onboarding", "value": "80" });
    let open = |topic: &str| json!({ "id": id(5), "topic": topic, "state": "toBeAgreed" });
    let with = |targets: Value| area(json!({ "targets": targets }));
    finds(codes::AGR014, &with(json!([given])), &[]);
    finds(codes::AGR014, &with(json!([open("sygefravær"), given])), &[]);
    let message = (
        "måltallet er oplyst og skal samtidig aftales senere",
        "the figure is given and is at the same time to be agreed",
    );
    finds(
        codes::AGR014,
        &with(json!([open(" onboarding "), given])),
        &[("/focusAreas/0/targets/1", message.0, message.1)],
    );
    let mut both = open("onboarding");
    both["value"] = json!("80");
    finds(codes::AGR014, &with(json!([both])), &[("/focusAreas/0/targets/0", message.0, message.1)]);
}

#[test]
fn agr015_the_period_belongs_to_the_year() {
    let with = |start: &str, end: &str| agreement(json!({ "period": { "start": start, "end": end } }));
    finds(codes::AGR015, &with("2024-01-01", "2024-12-31"), &[]);
    finds(codes::AGR015, &with("2023-12-31", "2024-01-01"), &[]);
    finds(
        codes::AGR015,
        &with("2024-12-31", "2024-01-01"),
        &[(
            "/period",
            "perioden slutter 1. januar 2024, før den begynder 31. december 2024",
            "the period ends on 1 January 2024, before it starts on 31 December 2024",
        )],
    );
    finds(
        codes::AGR015,
        &with("2023-01-01", "2023-12-31"),
        &[(
            "/period",
            "perioden 1. januar 2023 til 31. december 2023 ligger uden for aftalens år",
            "the period from 1 January 2023 to 31 December 2023 lies outside the year of the agreement",
        )],
    );
}

#[test]
fn agr016_the_documents_of_the_framework_are_valid_in_the_year() {
    let of = |year: u16, from: Option<&str>, to: Option<&str>| {
        let mut document = json!({ "title": "strategi" });
        for (key, date) in [("from", from), ("to", to)] {
            if let Some(date) = date {
                document[key] = json!(date);
            }
        }
        agreement(
            json!({ "year": year, "framework": [{ "title": "politik", "from": "0001", "to": "9999" }, document] }),
        )
    };
    // The last day on which it can end, and the first on which it can begin, lie in the year.
    for (from, to) in [
        (Some("2021"), Some("2024")),
        (Some("2021"), Some("2024-01-01")),
        (Some("2024-12-31"), Some("2027")),
        (Some("2024-ultimo"), Some("2024-ultimo")),
        (Some("2024-12"), Some("2024-12-01")),
        (Some("2024-06"), None),
        (None, Some("2024-06")),
    ] {
        finds(codes::AGR016, &of(2024, from, to), &[]);
    }
    let expired = (
        "/framework/1",
        "dokumentet gælder til og med 2024, og aftalen begynder 1. januar 2025",
        "the document is valid up to and including 2024, and the agreement begins on 1 January 2025",
    );
    finds(codes::AGR016, &of(2025, Some("2021"), Some("2024")), &[expired]);
    finds(codes::AGR016, &of(2025, None, Some("2024")), &[expired]);
    let not_yet = (
        "/framework/1",
        "dokumentet gælder først fra januar 2025, og aftalen slutter 31. december 2024",
        "the document is valid from January 2025 only, and the agreement ends on 31 December 2024",
    );
    finds(codes::AGR016, &of(2024, Some("2025-01"), Some("2027")), &[not_yet]);
    finds(codes::AGR016, &of(2024, Some("2025-01"), None), &[not_yet]);
    finds(
        codes::AGR016,
        &of(2024, Some("2024-12"), Some("2024-11-30")),
        &[(
            "/framework/1",
            "dokumentet gælder fra december 2024 til 30. november 2024 og dermed ikke en eneste dag",
            "the document is valid from December 2024 to 30 November 2024, and so on no day at all",
        )],
    );
}

#[test]
fn agr016_asks_for_what_would_decide() {
    let of = |frame: Value, from: Value, to: Value| {
        let mut frame = frame;
        frame["framework"] = json!([{ "title": "strategi", "from": from, "to": to }]);
        agreement(frame)
    };
    let from = ("hvornår dokumentet gælder fra", "from when the document is valid");
    let to = ("hvornår dokumentet gælder til", "until when the document is valid");
    let year = ("aftalens år", "the year of the agreement");
    let (named, yearless) = (json!({}), json!({ "year": null }));
    for (frame, dates, missing) in [
        (&named, (json!("2023"), json!(null)), &[to][..]),
        (&named, (json!(null), json!("2025")), &[from]),
        (&named, (json!(null), json!(null)), &[from, to]),
        (&yearless, (json!("2021"), json!("2024")), &[year]),
        (&yearless, (json!("2021"), json!(null)), &[year, to]),
    ] {
        let (da, en): (Vec<_>, Vec<_>) = missing.iter().copied().unzip();
        let da = format!("kan ikke vurderes; mangler: {}", da.join(", "));
        let en = format!("cannot be assessed; missing: {}", en.join(", "));
        finds(codes::AGR016, &of(frame.clone(), dates.0, dates.1), &[("/framework/0", &da, &en)]);
    }
    // A stated period takes precedence over the calendar year.
    let school_year = json!({ "period": { "start": "2024-08-01", "end": "2025-07-31" } });
    finds(codes::AGR016, &of(school_year, json!("2025"), json!("2027")), &[]);

    let backwards = json!({ "period": { "start": "2024-12-31", "end": "2024-01-01" } });
    let context = Context::new("2024-01-09".parse().expect("a day"));
    let report = check_rule(&of(backwards, json!("2021"), json!("2023")), &context, codes::AGR016);
    assert!(report.is_clean());
    assert_eq!(report.not_evaluated().len(), 1);
}
