//! No aim, measure, cycle, spread, cross-audit or lesson is listed twice in a community, word for word.

use core::hash::Hash;

use crate::aim::{Aim, Measure};
use crate::codes;
use crate::community::{CrossAudit, ImprovementCommunity};
use crate::cycle::PdsaCycle;
use crate::report::Path;
use crate::rule::{
    Basis, Checker, Rule, Severity, SourceDocument, SourceRef, each_same_text, same_word_for_word,
};
use crate::text::{Bilingual, Text};

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::community::Lesson, crate::date::PartialDate};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP034,
    severity: Severity::Information,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "communities, aims; measures; cycles; spreads; crossAudits; lessons",
    )],
    title: Bilingual::new(
        "intet mål, ingen måling, ingen cyklus, ingen udbredelse, ingen audit på tværs og ingen læring står to gange",
        "no aim, measure, cycle, spread, cross-audit or lesson is listed twice",
    ),
    why: Bilingual::new(
        "To ens linjer er som regel én, der er skrevet to gange og nu tæller dobbelt. Reglen finder kun linjer, der er helt ens; en anden dag eller et andet emne er en anden linje. En audit uden dag eller emne siger for lidt, og det gør en cyklus uden dato for afprøvningen eller uden iagttagelser også.",
        "Two equal entries are as a rule one that was written twice and now counts double. Only entries that are identical are found; another day or topic is another entry. An audit without a day or a topic says too little, and so does a cycle without a date of the test or without observations.",
    ),
    remedy: Bilingual::new(
        "Fjern den ene, eller skriv, hvad der adskiller dem.",
        "Take one of them out, or state what tells them apart.",
    ),
    example: Bilingual::new(
        "Auditten af Bakkehus den 4. september står to gange.",
        "The audit of Bakkehus on 4 September is listed twice.",
    ),
    ..Rule::DERIVED
};

const AIM: Bilingual = Bilingual::new("målet", "the aim");
const MEASURE: Bilingual = Bilingual::new("målingen", "the measure");
const CYCLE: Bilingual = Bilingual::new("cyklussen", "the cycle");
const SPREAD: Bilingual = Bilingual::new("udbredelsen", "the spread");
const AUDIT: Bilingual = Bilingual::new("auditten", "the audit");
const LESSON: Bilingual = Bilingual::new("læringen", "the lesson");

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let ImprovementCommunity { aims, measures, cycles, spreads, cross_audits, lessons, .. } = community;
    let list = at.key("aims");
    each_same_text(
        aims,
        |one| one.statement.as_ref(),
        of_aim,
        |aim, n, first| {
            cx.not_met(&list.item(n, aim.id), same_word_for_word(AIM, first));
        },
    );
    let list = at.key("measures");
    each_same_text(
        measures,
        |one| one.statement.as_ref(),
        of_measure,
        |measure, n, first| {
            cx.not_met(&list.item(n, measure.id), same_word_for_word(MEASURE, first));
        },
    );
    let list = at.key("cycles");
    each_same_text(cycles, change_tested, of_cycle, |cycle, n, first| {
        cx.not_met(&list.item(n, cycle.id), same_word_for_word(CYCLE, first));
    });
    let list = at.key("spreads");
    each_same_text(
        spreads,
        |one| one.change.as_ref(),
        |one| one,
        |_, n, first| {
            cx.not_met(&list.index(n), same_word_for_word(SPREAD, first));
        },
    );
    let list = at.key("crossAudits");
    each_same_text(
        cross_audits,
        topic_of_held,
        |one| one,
        |_, n, first| {
            cx.not_met(&list.index(n), same_word_for_word(AUDIT, first));
        },
    );
    let list = at.key("lessons");
    each_same_text(
        lessons,
        |one| one.learned.as_ref(),
        |one| one,
        |_, n, first| {
            cx.not_met(&list.index(n), same_word_for_word(LESSON, first));
        },
    );
}

/// Everything but the id and the statement.
fn of_aim(one: &Aim) -> impl Hash {
    (&one.how_much, &one.by, &one.for_whom, &one.drivers, &one.reached_on)
}

/// Everything but the id and the statement.
fn of_measure(one: &Measure) -> impl Hash {
    let Measure { kind, aim, indicator, definition, unit, population, frequency, data_source, .. } = one;
    (kind, aim, indicator, definition, unit, population, frequency, data_source)
}

/// Everything but the id, the change and the place in the series.
fn of_cycle(one: &PdsaCycle) -> impl Hash {
    let PdsaCycle { service, aim, measures, scale, whole, plan, carried_out, study, act, .. } = one;
    (service, aim, measures, (scale, whole), plan, carried_out, study, act)
}

/// In one month a change can be tested twice, but not with the same observations in the same words.
fn change_tested(cycle: &PdsaCycle) -> Option<&Text> {
    let test = cycle.carried_out.as_ref().filter(|test| test.on.is_some())?;
    test.observations.as_ref().or(test.data_in_words.as_ref()).and(cycle.change.as_ref())
}

fn topic_of_held(audit: &CrossAudit) -> Option<&Text> {
    audit.held_on.and(audit.topic.as_ref())
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        let statement = Some(tape.said());
        for n in [20, 21] {
            community.aims.push(Aim { statement: statement.clone(), ..Aim::new(tape.spare_id(n)) });
        }
    },
    |community, tape| {
        let statement = Some(tape.said());
        for n in [20, 21] {
            community
                .measures
                .push(Measure { statement: statement.clone(), ..Measure::new(tape.spare_id(n)) });
        }
        community.monitored_process = Some(tape.said());
    },
    |community, tape| {
        let mut cycle = added::carried_out(20, community, tape);
        let day = "2024-01-10".parse().ok();
        cycle.carried_out.iter_mut().for_each(|test| test.on = day);
        let again = PdsaCycle { id: tape.spare_id(21), ..cycle.clone() };
        community.cycles.extend([cycle, again]);
    },
    |community, tape| {
        let spread = added::spread(tape);
        community.spreads.extend([spread.clone(), spread]);
    },
    |community, tape| {
        community.charter = None;
        let audit = CrossAudit {
            topic: Some(tape.said()),
            held_on: PartialDate::of_year(2024),
            audited: Some(tape.spare_id(20)),
            auditors: [tape.spare_id(21)].into(),
        };
        for n in [20, 21] {
            community.members.push(added::member_of(tape.spare_id(n), crate::body::Membership::Member, true));
        }
        community.cross_audits.extend([audit.clone(), audit]);
    },
    |community, tape| {
        let lesson = Lesson { learned: Some(tape.said()), ..Lesson::default() };
        community.lessons.extend([lesson.clone(), lesson]);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Another day, another topic, another service, another number; without a day; without a text.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "pilotSite", "stateAssessment": { "showsNeed": true } },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "pilotSite", "stateAssessment": { "showsNeed": true } }
            ],
            "crossAudits": [
                { "topic": "medicin", "audited": "00000000-0000-4000-8000-000000000002", "auditors": ["00000000-0000-4000-8000-000000000003"], "heldOn": "2023-09-04" },
                { "topic": "medicin", "audited": "00000000-0000-4000-8000-000000000002", "auditors": ["00000000-0000-4000-8000-000000000003"], "heldOn": "2023-10-04" },
                { "topic": "hygiejne", "audited": "00000000-0000-4000-8000-000000000002", "auditors": ["00000000-0000-4000-8000-000000000003"], "heldOn": "2023-09-04" },
                { "topic": "medicin", "audited": "00000000-0000-4000-8000-000000000003", "auditors": ["00000000-0000-4000-8000-000000000002"], "heldOn": "2023-09-04" },
                { "topic": "medicin", "audited": "00000000-0000-4000-8000-000000000002", "auditors": ["00000000-0000-4000-8000-000000000003"] },
                { "topic": "medicin", "audited": "00000000-0000-4000-8000-000000000002", "auditors": ["00000000-0000-4000-8000-000000000003"] },
                { "audited": "00000000-0000-4000-8000-000000000002", "auditors": ["00000000-0000-4000-8000-000000000003"], "heldOn": "2023-09-04" },
                { "audited": "00000000-0000-4000-8000-000000000002", "auditors": ["00000000-0000-4000-8000-000000000003"], "heldOn": "2023-09-04" }
            ],
            "lessons": [{ "learned": "ring før kl. 9" }, { "learned": "ring før kl. 10" }, {}, {}],
            "spreads": [{ "change": "opkald" }, { "change": "opkald", "effect": "notShown" }],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000021", "statement": "andel opkald", "kind": "process" },
                { "id": "00000000-0000-4000-8000-000000000022", "statement": "andel opkald", "kind": "outcome" },
                { "id": "00000000-0000-4000-8000-000000000023", "kind": "outcome" },
                { "id": "00000000-0000-4000-8000-000000000024", "kind": "outcome" }
            ],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000031", "change": "opkald", "scale": 2, "do": { "on": "2023-05-09", "observations": "nået" } },
                { "id": "00000000-0000-4000-8000-000000000032", "change": "opkald", "scale": 3, "do": { "on": "2023-05-09", "observations": "nået" } },
                { "id": "00000000-0000-4000-8000-000000000033", "change": "opkald", "do": { "on": "2023-05" } },
                { "id": "00000000-0000-4000-8000-000000000034", "change": "opkald", "do": { "on": "2023-05" } },
                { "id": "00000000-0000-4000-8000-000000000035", "change": "opkald", "plan": {} },
                { "id": "00000000-0000-4000-8000-000000000036", "change": "opkald", "plan": {} }
            ],
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000004", "statement": "lavere sygefravær", "forWhom": "nyansatte" },
                { "id": "00000000-0000-4000-8000-000000000005", "statement": "lavere sygefravær", "forWhom": "alle" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "pilotSite", "stateAssessment": { "showsNeed": true } },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "pilotSite", "stateAssessment": { "showsNeed": true } }
            ],
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000004", "statement": "lavere sygefravær" },
                { "id": "00000000-0000-4000-8000-000000000005", "statement": "lavere sygefravær" }
            ],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000021", "statement": "andel opkald", "kind": "process" },
                { "id": "00000000-0000-4000-8000-000000000022", "statement": "andel opkald", "kind": "process" }
            ],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000031", "change": "opkald", "do": { "on": "2023-05", "observations": "nået" }, "next": "00000000-0000-4000-8000-000000000032" },
                { "id": "00000000-0000-4000-8000-000000000032", "change": "opkald", "do": { "on": "2023-05", "observations": "ikke nået" } },
                { "id": "00000000-0000-4000-8000-000000000033", "change": "opkald", "do": { "on": "2023-05", "observations": "nået" } }
            ],
            "spreads": [{ "change": "opkald" }, { "change": "opkald" }],
            "crossAudits": [
                { "topic": "medicin", "audited": "00000000-0000-4000-8000-000000000002", "auditors": ["00000000-0000-4000-8000-000000000003"], "heldOn": "2023-08-04" },
                { "topic": "medicin", "audited": "00000000-0000-4000-8000-000000000002", "auditors": ["00000000-0000-4000-8000-000000000003"], "heldOn": "2023-09-04" },
                { "topic": "medicin", "audited": "00000000-0000-4000-8000-000000000002", "auditors": ["00000000-0000-4000-8000-000000000003"], "heldOn": "2023-10-04" },
                { "topic": "medicin", "audited": "00000000-0000-4000-8000-000000000002", "auditors": ["00000000-0000-4000-8000-000000000003"], "heldOn": "2023-09-04" }
            ],
            "lessons": [{ "learned": "ring før kl. 9" }, { "learned": "ring før kl. 9" }]
        }"#,
        &[
            not_met(
                "/aims/1",
                "målet står også som nummer 1 på listen, ord for ord",
                "the aim is the same as number 1 of the list, word for word",
            ),
            not_met(
                "/measures/1",
                "målingen står også som nummer 1 på listen, ord for ord",
                "the measure is the same as number 1 of the list, word for word",
            ),
            not_met(
                "/cycles/2",
                "cyklussen står også som nummer 1 på listen, ord for ord",
                "the cycle is the same as number 1 of the list, word for word",
            ),
            not_met(
                "/spreads/1",
                "udbredelsen står også som nummer 1 på listen, ord for ord",
                "the spread is the same as number 1 of the list, word for word",
            ),
            not_met(
                "/crossAudits/3",
                "auditten står også som nummer 2 på listen, ord for ord",
                "the audit is the same as number 2 of the list, word for word",
            ),
            not_met(
                "/lessons/1",
                "læringen står også som nummer 1 på listen, ord for ord",
                "the lesson is the same as number 1 of the list, word for word",
            ),
        ],
    ),
    // The same data in words, and no observations; and two tests without a date.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "change": "en guide",
                    "do": { "on": "2023-05", "dataInWords": "tre af fire" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "change": "en guide",
                    "do": { "on": "2023-05", "dataInWords": "tre af fire" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "change": "en mentor",
                    "do": { "observations": "det gik" }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014", "change": "en mentor",
                    "do": { "observations": "det gik" }
                }
            ]
        }"#,
        &[not_met(
            "/cycles/1",
            "cyklussen står også som nummer 1 på listen, ord for ord",
            "the cycle is the same as number 1 of the list, word for word",
        )],
    ),
];
