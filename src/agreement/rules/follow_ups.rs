//! Follow-ups: that there is one, when it is, what it is on, and who decides it.

use crate::agreement::{DevelopmentAgreement, FollowUp};
use crate::body::Body;
use crate::date::When;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::sorted::{self, sorted};
use crate::text::{Bilingual, count, counted, is_stated};
use crate::{Lang, codes};

/// Calls `each` with every follow-up of the agreement.
fn follow_ups(agreement: &DevelopmentAgreement, at: &Path<'_>, mut each: impl FnMut(&FollowUp, &Path<'_>)) {
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("followUps");
        for (n, one) in area.follow_ups.iter().enumerate() {
            each(one, &list.item(n, one.id));
        }
    }
    let list = at.key("followUps");
    for (n, one) in agreement.follow_ups.iter().enumerate() {
        each(one, &list.item(n, one.id));
    }
}

facts! {
    /// A focus area has actions and no follow-up.
    struct NoFollowUp {
        /// How many actions.
        actions / "actions": u64,
    }
    message |facts, lang, f| {
        let n = facts.actions;
        match lang {
            Lang::Da => write!(f, "området har {}, men ingen opfølgning", counted(n, "indsats", "indsatser")),
            Lang::En => write!(f, "the area has {} and no follow-up", counted(n, "action", "actions")),
        }
    }
}

pub(crate) static EXISTS: Rule = Rule {
    code: codes::AGR005,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-013"],
    sources: &[SourceRef::agreement("1.2.1"), SourceRef::agreement("1.13.2")],
    title: Bilingual::new(
        "et område, der pålægger tilbuddet indsatser, har mindst én opfølgning",
        "an area that lays actions on the service has at least one follow-up",
    ),
    why: Bilingual::new(
        "En indsats, som ingen følger op på, kan udeblive ubemærket.",
        "An action that nobody follows up can fail to happen unnoticed.",
    ),
    remedy: Bilingual::new(
        "Tilføj en opfølgning: hvornår, og på hvad.",
        "Add a follow-up: when, and on what.",
    ),
    example: Bilingual::new(
        "1.2 og 1.13 har en indsats, men intet afsnit om opfølgning.",
        "1.2 and 1.13 have an action but no section on follow-up.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn exists(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        if !area.actions.is_empty() && area.follow_ups.is_empty() {
            cx.not_met(&areas.item(n, area.id), NoFollowUp { actions: count(area.actions.len()) });
        }
    }
}

facts! {
    /// A follow-up does not say when.
    struct NoTime {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "opfølgningen har hverken dato, måned eller henvisning til en tidsplan",
        Lang::En => "the follow-up has neither a date nor a month nor a reference to a schedule",
    })
}

pub(crate) static HAS_TIME: Rule = Rule {
    code: codes::AGR006,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-014"],
    sources: &[SourceRef::agreement("1.7.2"), SourceRef::agreement("1.6.3"), SourceRef::agreement("1.12.4")],
    title: Bilingual::new(
        "en opfølgning siger, hvornår den finder sted",
        "a follow-up says when it takes place",
    ),
    why: Bilingual::new(
        "En opfølgning uden tid kan hverken forberedes eller udeblive.",
        "A follow-up without a time can be neither prepared nor missed.",
    ),
    remedy: Bilingual::new(
        "Tilføj en dato, en måned, en tidsplan, hvor mange gange om året, eller hvem der beslutter det.",
        "Add a date, a month, a schedule, how many times a year, or who decides.",
    ),
    example: Bilingual::new(
        "1.7.2: kortlægning og plan – uden tidspunkt.",
        "1.7.2: a mapping and a plan – with no time.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn has_time(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    follow_ups(agreement, at, |one, at| {
        if one.when.is_none() {
            cx.not_met(at, NoTime {});
        }
    });
}

facts! {
    /// A follow-up does not say what it is on.
    struct NoContent {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "opfølgningen siger ikke, hvad der følges op på",
        Lang::En => "the follow-up does not say what is followed up",
    })
}

pub(crate) static HAS_CONTENT: Rule = Rule {
    code: codes::AGR007,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-016"],
    sources: &[SourceRef::agreement("1.6.3")],
    title: Bilingual::new(
        "en opfølgning siger, hvad der følges op på",
        "a follow-up says what is followed up",
    ),
    why: Bilingual::new(
        "Ellers ved tilbuddet ikke, hvad det skal have med.",
        "Otherwise the service does not know what to bring.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvad der skal rapporteres eller ses på.",
        "Say what is to be reported or looked at.",
    ),
    example: Bilingual::new(
        "\"Opfølgning 31. marts\" – og intet mere.",
        "\"Follow-up on 31 March\" – and nothing more.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn has_content(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    follow_ups(agreement, at, |one, at| {
        if !is_stated(one.on.as_ref()) {
            cx.not_met(at, NoContent {});
        }
    });
}

facts! {
    /// A body is to decide, and the document sets it up nowhere.
    struct DeciderUnknown {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "det organ, der skal beslutte opfølgningen, er ikke nedsat eller beskrevet nogen steder i aftalen",
        Lang::En => "the body that is to decide the follow-up is set up or described nowhere in the agreement",
    })
}

pub(crate) static DECIDER_EXISTS: Rule = Rule {
    code: codes::AGR013,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-027", "R-176"],
    sources: &[SourceRef::agreement("1.3.4"), SourceRef::agreement("1.4.3"), SourceRef::agreement("1.5.3")],
    title: Bilingual::new(
        "et organ, der skal beslutte senere opfølgninger, er nedsat",
        "a body that is to decide later follow-ups is set up",
    ),
    why: Bilingual::new(
        "Findes organet ikke, bliver der aldrig besluttet en opfølgning.",
        "If the body does not exist, no follow-up is ever decided.",
    ),
    remedy: Bilingual::new(
        "Beskriv organet i aftalen, og henvis til det, eller skriv en dato.",
        "Describe the body in the agreement and refer to it, or state a date.",
    ),
    example: Bilingual::new(
        "1.3.4: \"efterfølgende opfølgninger besluttet af styregruppen\" – en styregruppe nedsættes ingen steder.",
        "1.3.4: later follow-ups are decided by the steering group – which is set up nowhere.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn decider_exists(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let named = agreement.focus_areas.iter().flat_map(|area| &area.participation).map(|part| part.body);
    let bodies = agreement.bodies.iter().map(|body| body.id).chain(named).map(|body| (body.uuid(), ()));
    sorted(
        |put| bodies.clone().for_each(put),
        |bodies| {
            let set_up = |body: Id<Body>| !sorted::of(bodies, body.uuid()).is_empty();
            follow_ups(agreement, at, |one, at| {
                if let Some(When::DecidedBy { body, .. }) = &one.when
                    && !body.is_some_and(set_up)
                {
                    cx.not_met(&at.key("when"), DeciderUnknown {});
                }
            });
        },
    );
}
