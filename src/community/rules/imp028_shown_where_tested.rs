//! A change is shown to be effective in a service that has tested it.

use crate::codes;
use crate::community::{ChangeSpread, Effect, SpreadStep};
use crate::date::PartialDate;
use crate::id::Id;
use crate::organisation::SocialService;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {super::added, crate::community::ServiceSpread, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP028,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-037"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, spreads, effect; tested"),
        SourceRef::agreement("1.4"),
    ],
    title: Bilingual::new(
        "har en forandring vist sig at virke i et tilbud, har tilbuddet allerede afprøvet den",
        "where a change is said to have been shown effective in a service, that service had tested it by then",
    ),
    why: Bilingual::new(
        "I et tilbud kan en forandring først vise sig at virke, når tilbuddet har afprøvet den. Har tilbuddet ikke afprøvet den, eller har det først gjort det senere, modsiger dokumentet sig selv, og det er uvist, om den bør udbredes.",
        "A change cannot prove effective in a service before that service has tested it. If the service has not tested it, or did so only later, the document contradicts itself, and whether to spread the change is uncertain.",
    ),
    remedy: Bilingual::new(
        "Ret, hvor virkningen er vist, eller ret, om tilbuddet har afprøvet forandringen.",
        "Correct where the effect was shown, or whether the service has tested the change.",
    ),
    example: Bilingual::new(
        "Samtaleguiden har vist sig at virke på Bakkehus, som ifølge listen ikke har afprøvet den.",
        "The guide was shown to be effective in Bakkehus, which has not tested it according to the list.",
    ),
    ..Rule::DERIVED
};

message! {
    ShownUntested {}
    "forandringen har vist sig at virke i tilbuddet, men tilbuddet har ikke afprøvet den",
    "the change was shown to be effective in the service, but the service has not tested it",
}

message! {
    ShownBeforeTest { on: PartialDate, tested_on: PartialDate }
    "forandringen har vist sig at virke i tilbuddet {on:i}, men tilbuddet har først afprøvet den {tested_on:i}",
    "the change was shown to be effective in the service {on:on|in}, but the service did not test it until {tested_on}",
}

/// Of several entries for the service one may say that it has tested the change.
pub(super) fn check(spread: &ChangeSpread, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(origin) = spread.effect.as_ref().and_then(Effect::origin) else { return };
    let mut entries = spread.services.iter().enumerate().filter(|(_, one)| one.service == origin);
    let is_untested = |step: Option<&SpreadStep>| matches!(step, Some(SpreadStep::NotTaken));
    let Some((n, first)) = entries.clone().next() else { return };
    if entries.all(|(_, one)| is_untested(one.tested.as_ref())) {
        let at = at.key("services");
        let at = at.item(n, first.service);
        cx.not_met(&at.key("tested"), ShownUntested {});
    } else if let Some((on, tested_on)) = shown_first(spread, origin) {
        let at = at.key("services");
        let at = at.item(n, first.service);
        cx.not_met(&at.key("tested"), ShownBeforeTest { on, tested_on });
    }
}

/// When the effect was shown in the service, and when it first tested the change, if all its tests are dated after that.
fn shown_first(spread: &ChangeSpread, origin: Id<SocialService>) -> Option<(PartialDate, PartialDate)> {
    let on = spread.effect.as_ref().and_then(Effect::on)?;
    let entries = spread.services.iter().filter(|one| one.service == origin);
    let mut dates = entries.filter_map(|one| one.tested.as_ref()).map(SpreadStep::on);
    let first = dates.clone().flatten().min_by_key(|tested| tested.first_day())?;
    let is_later = |tested: Option<PartialDate>| tested.is_some_and(|tested| on.ends_before(tested));
    dates.all(is_later).then_some((on, first))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ChangeSpread> = &[
    |spread, tape| {
        let service = tape.spare_id(1);
        spread.effect = Some(Effect::Shown { service: Some(service), source: None, on: None });
        spread
            .services
            .push(ServiceSpread { tested: Some(SpreadStep::NotTaken), ..ServiceSpread::new(service) });
    },
    |spread, tape| {
        let service = tape.spare_id(1);
        let on = PartialDate::of_year(2020);
        spread.effect = Some(Effect::Shown { service: Some(service), source: None, on });
        spread.services.push(added::tested(1, 2021, tape));
    },
];

#[cfg(test)]
const SPREAD: &str = r#"{
    "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000001", "on": "2023-07" } },
    "services": [
        { "service": "00000000-0000-4000-8000-000000000001", "tested": { "taken": { "on": "2023-09" } } },
        { "service": "00000000-0000-4000-8000-000000000001", "tested": { "taken": {} } }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    // Tested, not stated, not on the list, another one, and said to be tested by another entry.
    accepts(
        r#"{
            "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000001" } },
            "services": [
                { "service": "00000000-0000-4000-8000-000000000001", "tested": { "taken": {} } },
                { "service": "00000000-0000-4000-8000-000000000002", "tested": "notTaken" }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000001" } },
            "services": [{ "service": "00000000-0000-4000-8000-000000000001" }]
        }"#,
    ),
    accepts(
        r#"{
            "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000001" } },
            "services": [{ "service": "00000000-0000-4000-8000-000000000002", "tested": "notTaken" }]
        }"#,
    ),
    accepts_with(SPREAD, r#"{ "/effect/shown/on": null, "/services/0/tested": "notTaken" }"#),
    accepts(
        r#"{
            "effect": { "shown": { "source": "et andet fællesskab" } },
            "services": [{ "service": "00000000-0000-4000-8000-000000000002", "tested": "notTaken" }]
        }"#,
    ),
    refuses(
        r#"{
            "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000001" } },
            "services": [
                { "service": "00000000-0000-4000-8000-000000000002", "tested": { "taken": {} } },
                { "service": "00000000-0000-4000-8000-000000000001", "tested": "notTaken" }
            ]
        }"#,
        &[not_met(
            "/services/1/tested",
            "forandringen har vist sig at virke i tilbuddet, men tilbuddet har ikke afprøvet den",
            "the change was shown to be effective in the service, but the service has not tested it",
        )],
    ),
    // In the month of the test, by an earlier test, and by one without a date.
    accepts_with(SPREAD, r#"{ "/services/1/tested/taken/on": "2023-07-31", "/services/0": null }"#),
    accepts_with(SPREAD, r#"{ "/services/1/tested/taken/on": "2023-05" }"#),
    accepts(SPREAD),
    refuses_with(
        SPREAD,
        r#"{ "/services/1": null }"#,
        &[not_met(
            "/services/0/tested",
            "forandringen har vist sig at virke i tilbuddet i juli 2023, men tilbuddet har først afprøvet den i september 2023",
            "the change was shown to be effective in the service in July 2023, but the service did not test it until September 2023",
        )],
    ),
    // Another service tested it earlier; two tests of the service are after what was shown.
    refuses(
        r#"{
            "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000001", "on": "2023-07" } },
            "services": [
                { "service": "00000000-0000-4000-8000-000000000002", "tested": { "taken": { "on": "2023-01" } } },
                { "service": "00000000-0000-4000-8000-000000000001", "tested": { "taken": { "on": "2023-10" } } },
                { "service": "00000000-0000-4000-8000-000000000001", "tested": { "taken": { "on": "2023-09-30" } } },
                { "service": "00000000-0000-4000-8000-000000000001", "tested": { "taken": { "on": "2023-09" } } }
            ]
        }"#,
        &[not_met(
            "/services/1/tested",
            "forandringen har vist sig at virke i tilbuddet i juli 2023, men tilbuddet har først afprøvet den i september 2023",
            "the change was shown to be effective in the service in July 2023, but the service did not test it until September 2023",
        )],
    ),
];
