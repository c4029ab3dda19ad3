//! An area whose results are to be spread to all services binds more than those who take part.

use alloc::vec::Vec;

use crate::agreement::{AnnouncedDecision, FocusArea, ScopeOfDuty};
use crate::codes;
use crate::date::When;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR025,
    requirements: &["S-001"],
    sources: &[SourceRef::agreement("1.4"), SourceRef::agreement("1.5")],
    title: Bilingual::new(
        "et område, hvis resultater skal udbredes til alle tilbud, forpligter flere end deltagerne",
        "an area whose results are to be spread to all services binds more services than the participants",
    ),
    why: Bilingual::new(
        "Har andre end deltagerne ingen aktiviteter, er det uklart, hvem der tager imod det, der udbredes.",
        "If services other than the participants have no activities, it is unclear who receives what is spread.",
    ),
    remedy: Bilingual::new(
        "Angiv, at området også forpligter alle tilbud eller dem, som en tidsplan nævner, eller skriv, hvornår udbredelsen besluttes. Udbred ellers kun til deltagerne.",
        "State that the area also binds all services, or those that a schedule names, or say when the spread is decided. Otherwise spread to the participants only.",
    ),
    example: Bilingual::new(
        "1.4: det, der har vist sig mest effektfuldt, skal »udbredes på det samlede Socialområde«, men der er »ingen aktiviteter for alle tilbud«.",
        "1.4: what has proved most effective is to be spread to all social services, but there are no activities for all services.",
    ),
    requires: &[codes::AGR004],
    ..Rule::DERIVED
};

message! {
    BindsFewer { bound: Vec<Bilingual> }
    "resultaterne skal udbredes til alle tilbud, men indsatsområdet forpligter kun {bound}",
    "the results are to be spread to all services, but the area binds only {bound}",
}

pub(super) fn check(area: &FocusArea, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !area.spread_to.contains(&ScopeOfDuty::AllServices) {
        return;
    }
    let at = at.key("spreadTo");
    if area.scope.is_empty() {
        cx.depends_on(&at, codes::AGR004);
    } else if area.scope.iter().all(|scope| is_a_circle(*scope)) && !area.decisions.iter().any(has_day) {
        let bound = ScopeOfDuty::ALL.iter().filter(|scope| area.scope.contains(scope));
        cx.not_met(&at, BindsFewer { bound: bound.map(|scope| scope.label()).collect() });
    }
}

/// A decision of the area can be the one on when and how its results are spread, as after a pilot (1.10).
fn has_day(one: &AnnouncedDecision) -> bool {
    one.decided_on.is_some() || one.when.as_ref().is_some_and(When::has_date)
}

/// Returns `true` if only those who take part are bound. Leaders may be the ones who spread the results, and a schedule
/// may later name all services.
const fn is_a_circle(scope: ScopeOfDuty) -> bool {
    match scope {
        ScopeOfDuty::CommunityMembers
        | ScopeOfDuty::WorkingGroupMembers
        | ScopeOfDuty::NetworkMembers
        | ScopeOfDuty::NamedPilots => true,
        ScopeOfDuty::AllServices | ScopeOfDuty::SelectedLeaders | ScopeOfDuty::AwaitingSchedule => false,
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FocusArea> = &[|area, tape| {
    area.decisions.clear();
    area.spread_to = [ScopeOfDuty::AllServices].into();
    area.scope = [*tape.pick(&[ScopeOfDuty::NetworkMembers, ScopeOfDuty::NamedPilots])].into();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "scope": ["communityMembers"] }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "scope": ["communityMembers"], "spreadTo": ["communityMembers", "namedPilots"] }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "scope": ["communityMembers", "allServices"], "spreadTo": ["allServices"] }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "scope": ["selectedLeaders"], "spreadTo": ["allServices"] }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "scope": ["namedPilots", "awaitingSchedule"], "spreadTo": ["allServices"] }"#,
    ),
    // It is decided, or has a day, when all services follow.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["namedPilots"], "spreadTo": ["allServices"],
            "decisions": [{ "decidedOn": "2024" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["communityMembers"], "spreadTo": ["allServices"],
            "decisions": [{}, { "when": { "date": { "on": "2024-11" } } }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["communityMembers"], "spreadTo": ["allServices"],
            "decisions": [{ "when": { "decidedBy": { "name": "styregruppen" } } }]
        }"#,
        &[not_met(
            "/spreadTo",
            "resultaterne skal udbredes til alle tilbud, men indsatsområdet forpligter kun forbedringsfællesskabets medlemmer",
            "the results are to be spread to all services, but the area binds only members of the improvement community",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "scope": ["communityMembers"], "spreadTo": ["allServices"] }"#,
        &[not_met(
            "/spreadTo",
            "resultaterne skal udbredes til alle tilbud, men indsatsområdet forpligter kun forbedringsfællesskabets medlemmer",
            "the results are to be spread to all services, but the area binds only members of the improvement community",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scope": ["namedPilots", "networkMembers", "namedPilots"], "spreadTo": ["namedPilots", "allServices"]
        }"#,
        &[not_met(
            "/spreadTo",
            "resultaterne skal udbredes til alle tilbud, men indsatsområdet forpligter kun netværkets medlemmer, navngivne piloter",
            "the results are to be spread to all services, but the area binds only members of the network, named pilots",
        )],
    ),
    // Another rule checks whom the area binds.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "spreadTo": ["allServices"] }"#,
        &[not_evaluated("/spreadTo", "AGR004")],
    ),
    // When it is decided is not stated.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "scope": ["communityMembers"], "spreadTo": ["allServices"],
            "decisions": [{}]
        }"#,
        &[not_met(
            "/spreadTo",
            "resultaterne skal udbredes til alle tilbud, men indsatsområdet forpligter kun forbedringsfællesskabets medlemmer",
            "the results are to be spread to all services, but the area binds only members of the improvement community",
        )],
    ),
];
