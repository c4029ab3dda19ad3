//! An activity is listed in the track that its kind belongs to.

use crate::circle::{ActivityKind, CircleActivity};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::circle::Track;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR010,
    severity: Severity::Information,
    basis: Basis::Stated,
    requirements: &["R-124", "R-125", "R-126", "R-127", "R-128"],
    sources: &[SourceRef::new(SourceDocument::ERANTIS, "Videnssporet; Ledelsessporet")],
    title: Bilingual::new(
        "en aktivitet står i det spor, som dens art hører til",
        "an activity is listed in the track that its kind belongs to",
    ),
    why: Bilingual::new(
        "Sporene har hvert sit formål, og i det forkerte spor tæller aktiviteten med for noget andet.",
        "Each track has its own purpose, and in the wrong one the activity counts towards something else.",
    ),
    remedy: Bilingual::new(
        "Ret sporet eller aktivitetens art.",
        "Correct the track or the kind of activity.",
    ),
    example: Bilingual::new(
        "En coachingrunde for lederne står i videnssporet.",
        "A round of coaching for the leaders is listed in the knowledge track.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherTrack { track: Bilingual, what: Bilingual, own: Bilingual }
    "aktiviteten står i {track}, men {what} hører til i {own}",
    "the activity is in the {track}, but {what} belong to the {own}",
}

pub(super) fn check(activity: &CircleActivity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let what = match activity.kind {
        ActivityKind::Workshop => {
            Bilingual::new("workshops for alle læringscirkler", "workshops for all circles")
        }
        ActivityKind::Seminar => Bilingual::new("seminarer", "seminars"),
        ActivityKind::LeaderWorkshop => Bilingual::new("workshops for lederne", "workshops of the leaders"),
        ActivityKind::Coaching => Bilingual::new("coachingrunder", "rounds of coaching"),
    };
    let own = activity.kind.track();
    if let Some(track) = activity.track.filter(|track| *track != own) {
        let (track, own) = (track.label(), own.label());
        cx.not_met(&at.key("track"), OtherTrack { track, what, own });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleActivity> = &[|activity, _| {
    activity.track = Some(match activity.kind.track() {
        Track::Knowledge => Track::Improvement,
        Track::Improvement | Track::Leadership => Track::Knowledge,
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "kind": "coaching" }"#),
    accepts(r#"{ "kind": "coaching", "track": "leadership" }"#),
    accepts(r#"{ "kind": "leaderWorkshop", "track": "leadership" }"#),
    accepts(r#"{ "kind": "workshop", "track": "knowledge" }"#),
    accepts(r#"{ "kind": "seminar", "track": "knowledge" }"#),
    refuses(
        r#"{ "kind": "coaching", "track": "knowledge" }"#,
        &[not_met(
            "/track",
            "aktiviteten står i videnssporet, men coachingrunder hører til i ledelsessporet",
            "the activity is in the knowledge track, but rounds of coaching belong to the leadership track",
        )],
    ),
    refuses(
        r#"{ "kind": "seminar", "track": "improvement" }"#,
        &[not_met(
            "/track",
            "aktiviteten står i forbedringssporet, men seminarer hører til i videnssporet",
            "the activity is in the improvement track, but seminars belong to the knowledge track",
        )],
    ),
];
