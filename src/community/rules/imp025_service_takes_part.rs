//! At least one service takes part in a community that has tested, audited, learned or spread something.

use super::statements::{Statement, with_statements};
use crate::body::INVITATION;
use crate::codes;
use crate::community::{ImprovementCommunity, SpreadStep};
use crate::cycle::CyclePhase;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {
    super::added, crate::body::Membership, crate::community::CrossAudit, crate::date::PartialDate,
    crate::draft::tape::Tape, crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP025,
    requirements: &["R-021", "R-023"],
    sources: &[
        SourceRef::agreement("1.3.2"),
        SourceRef::agreement("1.4"),
        SourceRef::agreement("1.4.1"),
        SourceRef::agreement("1.5"),
        SourceRef::agreement("1.5.1"),
        SourceRef::agreement("1.8.1"),
    ],
    title: Bilingual::new(
        "i et forbedringsfællesskab, der er i gang, indgår mindst ét tilbud",
        "at least one service takes part in an improvement community that is under way",
    ),
    why: Bilingual::new(
        "Kun tilbud, der indgår i fællesskabet, har aktiviteter i det. Indgår ingen, er det uklart, hvem der har afprøvet, auditeret eller lært noget. Cyklusser, der kun er planlagt, audits uden dato og måltal tæller ikke med her.",
        "Only services that take part in the community have activities in it. If none does, it is unclear who has tested, audited or learned. Cycles that are only planned, audits without a date and target figures do not count here.",
    ),
    remedy: Bilingual::new("Skriv, hvilke tilbud der indgår.", "State which services take part."),
    example: Bilingual::new(
        "Fællesskabet har afprøvet tre forandringer, men ingen af de tilbud, det nævner, indgår.",
        "The community has tested three changes, but none of the services that it lists takes part.",
    ),
    requires: &[codes::IMP001],
    ..Rule::DERIVED
};

message! {
    NoneTakesPart { doings: Bilingual }
    "fællesskabet har {doings}, men intet af de tilbud, det nævner, indgår",
    "the community has {doings}, but none of the services that it lists takes part",
}

const WHICH: Bilingual =
    Bilingual::new("hvilke tilbud der indgår i fællesskabet", "which services take part in the community");

const TESTS: Bilingual = Bilingual::new("afprøvet forandringer", "tested changes");
const AUDITS: Bilingual = Bilingual::new("holdt audits på tværs", "held cross-audits");
const SPREAD: Bilingual = Bilingual::new("udbredt forandringer", "spread changes");
const LESSONS: Bilingual = Bilingual::new("delt læring", "shared what was learned");

/// What shows that a community is at work.
fn doings(community: &ImprovementCommunity) -> Option<Bilingual> {
    if community.cycles.iter().any(|cycle| cycle.phase() >= CyclePhase::CarriedOut) {
        return Some(TESTS);
    }
    if community.cross_audits.iter().any(|audit| audit.held_on.is_some()) {
        return Some(AUDITS);
    }
    let mut spreads = community.spreads.iter().flat_map(|spread| &spread.services);
    if spreads.any(|one| one.steps().iter().any(|(_, step)| step.is_some_and(SpreadStep::is_taken))) {
        return Some(SPREAD);
    }
    community.lessons.iter().any(|lesson| !lesson.taken_over_by.is_empty()).then_some(LESSONS)
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let members = &community.members;
    if members.iter().any(|member| member.membership.is_member() == Some(true)) {
        return;
    }
    let Some(doings) = doings(community) else { return };
    if members.is_empty() {
        return cx.not_assessable(at, WHICH);
    }
    let list = at.key("members");
    with_statements(community, |of| {
        let said = || members.iter().map(|member| of(member.service).unwrap_or_default());
        if said().any(|one| !one.is_stated) {
            cx.depends_on(&list, codes::IMP001);
        } else if said().any(is_invited) {
            cx.not_assessable(&list, INVITATION);
        } else {
            cx.not_met(&list, NoneTakesPart { doings });
        }
    });
}

/// Whether it may take part, since its answer is not stated.
const fn is_invited(said: Statement) -> bool {
    said.is_stated && !said.membership.no
}

/// A community that has nothing but what is needed, and one audit between two services.
#[cfg(feature = "proptest")]
fn audited(community: &mut ImprovementCommunity, tape: &mut Tape<'_>) {
    let [audited, auditor] = [1, 2].map(|n| tape.spare_id(n));
    let held_on = PartialDate::of_year(2023);
    let auditors = [auditor].into();
    let audit = CrossAudit { topic: Some(tape.said()), audited: Some(audited), auditors, held_on };
    *community = ImprovementCommunity {
        topic: Some(tape.said()),
        monitored_process: Some(tape.said()),
        cross_audits: [audit].into(),
        ..ImprovementCommunity::new(community.id)
    };
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    audited,
    |community, tape| {
        audited(community, tape);
        community.members = [added::member(Membership::NonMember, Some(false), tape)].into();
    },
    |community, tape| {
        audited(community, tape);
        community.members = [added::member(Membership::Invited, None, tape)].into();
    },
];

#[cfg(test)]
const COMMUNITY: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "members": [
        { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
        { "service": "00000000-0000-4000-8000-000000000002", "membership": "pilotSite" }
    ],
    "cycles": [{ "id": "00000000-0000-4000-8000-000000000003", "do": {} }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Nothing was done yet.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [{ "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" }],
            "cycles": [{ "id": "00000000-0000-4000-8000-000000000003", "plan": {} }],
            "spreads": [{ "services": [{ "service": "00000000-0000-4000-8000-000000000002", "tested": "notTaken" }] }],
            "crossAudits": [{ "audited": "00000000-0000-4000-8000-000000000002" }],
            "lessons": [{}]
        }"#,
    ),
    // One takes part; of another one both are said.
    accepts(COMMUNITY),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [{ "id": "00000000-0000-4000-8000-000000000003", "do": {} }]
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvilke tilbud der indgår i fællesskabet",
            "cannot be assessed; missing: which services take part in the community",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003" }
            ],
            "crossAudits": [{ "heldOn": "2023" }]
        }"#,
        &[not_met(
            "/members",
            "fællesskabet har holdt audits på tværs, men intet af de tilbud, det nævner, indgår",
            "the community has held cross-audits, but none of the services that it lists takes part",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [{ "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" }],
            "spreads": [{ "services": [{ "service": "00000000-0000-4000-8000-000000000002", "tested": { "taken": {} } }] }]
        }"#,
        &[not_met(
            "/members",
            "fællesskabet har udbredt forandringer, men intet af de tilbud, det nævner, indgår",
            "the community has spread changes, but none of the services that it lists takes part",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "invited" }
            ],
            "lessons": [{ "takenOverBy": [{ "service": "00000000-0000-4000-8000-000000000002" }] }]
        }"#,
        &[not_assessable(
            "/members",
            "kan ikke vurderes; mangler: om tilbuddet har taget imod invitationen",
            "cannot be assessed; missing: whether the service has accepted the invitation",
        )],
    ),
    refuses_with(
        COMMUNITY,
        r#"{ "/members/1/membership": null, "/members/0": null }"#,
        &[not_evaluated("/members", "IMP001")],
    ),
    // One of two does not say whether it takes part.
    refuses_with(
        COMMUNITY,
        r#"{ "/members/1/service": "00000000-0000-4000-8000-000000000004", "/members/1/membership": null }"#,
        &[not_evaluated("/members", "IMP001")],
    ),
];
