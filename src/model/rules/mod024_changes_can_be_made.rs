//! Each change of a tailoring is about something that is there.

use uuid::Uuid;

use super::own::{each_added, in_base};
use crate::codes;
use crate::id::{Id, Subject};
use crate::model::words::called;
use crate::model::{SetChange, Tailoring, Theme};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::{self, sorted};
use crate::text::{Bilingual, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{decided, put_change, region},
    crate::draft::tape::Tape,
    crate::model::{GENERATION_1, NINE_STANDARDS, StandardArea},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD024,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "tailoring, changes")],
    title: Bilingual::new(
        "en ændring i en tilpasning gælder noget, der findes, når ændringen foretages",
        "a change in a tailoring applies to something that exists when the change is made",
    ),
    why: Bilingual::new(
        "Ellers kan ændringen ikke foretages, og det tilpassede sæt kan ikke dannes.",
        "Otherwise neither the change nor the tailored set can be made.",
    ),
    remedy: Bilingual::new(
        "Ret id'et, ret rækkefølgen, eller fjern ændringen. Er temaet udgået, så lad dets standarder udgå før det, eller flyt dem til et andet tema.",
        "Correct the id, correct the order, or remove the change. If the theme was left out, leave its standards out before it, or move them to another theme.",
    ),
    example: Bilingual::new(
        "Tilpasningen omdøber en standard, som sættet fra 2007 ikke har.",
        "The tailoring renames a standard that the set of 2007 does not have.",
    ),
    ..Rule::DERIVED
};

message! {
    NotThere { what: Bilingual }
    "{what} findes ikke i det standardsæt, som tilpasningen bygger på",
    "{what} is not in the standard set that the tailoring is based on",
}

message! {
    AlreadyThere { what: Bilingual }
    "{what} findes allerede i det standardsæt, som tilpasningen bygger på",
    "{what} is already in the standard set that the tailoring is based on",
}

message! {
    Gone { what: Bilingual, change: u64 }
    "{what} er udgået med ændring {change}",
    "{what} was left out by change {change}",
}

message! {
    AddedLater { what: Bilingual, change: u64 }
    "{what} tilføjes først med ændring {change}",
    "{what} is not added until change {change}",
}

/// Adds each change that adds something (`true`) or leaves it out, by the id of the thing.
fn each_step(tailoring: &Tailoring, put: &mut dyn FnMut((Uuid, (usize, bool)))) {
    for (n, one) in tailoring.changes.iter().enumerate() {
        each_added(&one.change, &mut |subject| put((subject.id, (n, true))));
        if matches!(
            one.change,
            SetChange::LeaveOutTheme { .. }
                | SetChange::LeaveOutStandard { .. }
                | SetChange::LeaveOutIndicator { .. }
        ) {
            put((one.change.subject().id, (n, false)));
        }
    }
}

/// What a change needs: the thing that it changes, and a standard that something is put under.
pub(super) fn needed(change: &SetChange) -> [Option<Subject>; 2] {
    match change {
        SetChange::AddTheme { .. } | SetChange::AddStandard { .. } => [None, None],
        SetChange::AddIndicator { standard, .. } => [None, Some(standard.subject())],
        SetChange::MoveIndicator { standard, .. } => [Some(change.subject()), Some(standard.subject())],
        _ => [Some(change.subject()), None],
    }
}

/// The theme that a standard is put under. The order does not matter: it must be there in the end.
const fn theme_of(change: &SetChange) -> Option<Id<Theme>> {
    match change {
        SetChange::AddStandard { standard } => Some(standard.theme),
        SetChange::MoveStandard { theme, .. } => Some(*theme),
        _ => None,
    }
}

pub(super) fn check(tailoring: &Tailoring, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("changes");
    sorted(
        |put| each_step(tailoring, put),
        |steps| {
            let steps = Steps(steps);
            for (n, one) in tailoring.changes.iter().enumerate() {
                let at = list.index(n);
                let at = at.key("change");
                for subject in needed(&one.change).into_iter().flatten() {
                    match steps.before(subject, n) {
                        Some((_, true)) => {}
                        Some((change, false)) => gone(subject, change, &at, cx),
                        None => match (steps.first_added(subject), in_base(tailoring, subject)) {
                            (Some(change), None | Some(false)) => {
                                let (what, change) = (called(subject), ordinal(change));
                                cx.not_met(&at, AddedLater { what, change });
                            }
                            (None, Some(false)) => cx.not_met(&at, NotThere { what: called(subject) }),
                            (_, Some(true)) | (None, None) => {}
                        },
                    }
                }
                if let Some(theme) = theme_of(&one.change).map(Id::subject) {
                    let stays = !matches!(steps.last(one.change.subject()), Some((_, false)));
                    match steps.last(theme) {
                        Some((change, false)) if stays => gone(theme, change, &at, cx),
                        None if in_base(tailoring, theme) == Some(false) => {
                            cx.not_met(&at, NotThere { what: called(theme) });
                        }
                        _ => {}
                    }
                }
                each_added(&one.change, &mut |subject| {
                    // Two additions of the same thing are two records with the same id (`DOC001`).
                    if in_base(tailoring, subject) == Some(true) && steps.before(subject, n).is_none() {
                        cx.not_met(&at, AlreadyThere { what: called(subject) });
                    }
                });
            }
        },
    );
}

fn gone(subject: Subject, change: usize, at: &Path<'_>, cx: &mut Checker<'_>) {
    cx.not_met(at, Gone { what: called(subject), change: ordinal(change) });
}

/// The additions and omissions, sorted.
struct Steps<'s>(&'s [(Uuid, (usize, bool))]);

impl Steps<'_> {
    fn of(&self, subject: Subject) -> &[(Uuid, (usize, bool))] {
        sorted::of(self.0, subject.id)
    }

    fn before(&self, subject: Subject, n: usize) -> Option<(usize, bool)> {
        let all = self.of(subject);
        let before = all.get(..all.partition_point(|(_, (change, _))| *change < n))?;
        before.last().map(|(_, step)| *step)
    }

    fn last(&self, subject: Subject) -> Option<(usize, bool)> {
        self.of(subject).last().map(|(_, step)| *step)
    }

    fn first_added(&self, subject: Subject) -> Option<usize> {
        self.of(subject).iter().find(|(_, (_, adds))| *adds).map(|(_, (change, _))| *change)
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Tailoring> = &[
    |tailoring, tape| {
        tailoring.base = *tape.pick(&[GENERATION_1.id, NINE_STANDARDS.id]);
        tailoring.changes.clear(); // they can be about another set
        let (theme, name) = (tape.spare_id(1), None);
        put_change(tailoring, SetChange::RenameTheme { theme, name }, tape);
    },
    |tailoring, tape| {
        let theme = Theme::new(tape.spare_id(1), *tape.pick(StandardArea::ALL), region());
        let name = None;
        let changes = [
            SetChange::RenameTheme { theme: theme.id, name },
            SetChange::AddTheme { theme: theme.clone() },
            SetChange::LeaveOutTheme { theme: theme.id },
        ];
        // Before it is added, or after it is left out.
        let order = *tape.pick(&[[0_usize, 1], [1, 2]]);
        for n in order {
            append(tailoring, changes.get(n).cloned(), tape);
        }
        if order == [1, 2] {
            append(tailoring, changes.first().cloned(), tape);
        }
    },
    |tailoring, tape| {
        tailoring.base = GENERATION_1.id;
        tailoring.changes.clear();
        if let Some(theme) = GENERATION_1.themes.first() {
            let theme = Theme::new(theme.id, theme.area, region());
            put_change(tailoring, SetChange::AddTheme { theme }, tape);
        }
    },
];

#[cfg(feature = "proptest")]
fn append(tailoring: &mut Tailoring, change: Option<SetChange>, tape: &mut Tape<'_>) {
    tailoring.changes.extend(change.map(|change| decided(change, tape)));
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // A standard can be added before its theme; a rename of what is shared needs no addition; another set is not known.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                { "change": { "addStandard": { "standard": {
                    "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011",
                    "origin": { "regional": {} }, "indicators": [{ "id": "00000000-0000-4000-8000-000000000031" }]
                } } } },
                { "change": { "addTheme": { "theme": {
                    "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": { "regional": {} }
                } } } },
                { "change": { "leaveOutIndicator": { "indicator": "00000000-0000-4000-8000-000000000031" } } },
                { "change": { "renameTheme": { "theme": "6b76616c-6974-8000-8000-000100010400" } } }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [{ "change": { "renameTheme": { "theme": "00000000-0000-4000-8000-000000000011" } } }]
        }"#,
    ),
    // The indicators of the nine standards are not public.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000900",
            "changes": [{ "change": { "turnIndicator": { "indicator": "00000000-0000-4000-8000-000000000031" } } }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                { "change": { "renameStandard": { "standard": "6b76616c-6974-8000-8000-000100029900" } } },
                { "change": { "addStandard": { "standard": {
                    "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000019",
                    "origin": { "regional": {} }
                } } } },
                { "change": { "addTheme": { "theme": {
                    "id": "6b76616c-6974-8000-8000-000100010100", "area": "organisational", "origin": { "regional": {} }
                } } } }
            ]
        }"#,
        &[
            not_met(
                "/changes/0/change",
                "standarden findes ikke i det standardsæt, som tilpasningen bygger på",
                "the standard is not in the standard set that the tailoring is based on",
            ),
            not_met(
                "/changes/1/change",
                "temaet findes ikke i det standardsæt, som tilpasningen bygger på",
                "the theme is not in the standard set that the tailoring is based on",
            ),
            not_met(
                "/changes/2/change",
                "temaet findes allerede i det standardsæt, som tilpasningen bygger på",
                "the theme is already in the standard set that the tailoring is based on",
            ),
        ],
    ),
    // What the tailoring itself says is enough, whatever the set has.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [
                { "change": { "addIndicator": {
                    "standard": "00000000-0000-4000-8000-000000000021",
                    "indicator": { "id": "00000000-0000-4000-8000-000000000031" }
                } } },
                { "change": { "addStandard": { "standard": {
                    "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011",
                    "origin": { "regional": {} }
                } } } },
                { "change": { "leaveOutTheme": { "theme": "00000000-0000-4000-8000-000000000011" } } },
                { "change": { "leaveOutIndicator": { "indicator": "00000000-0000-4000-8000-000000000031" } } },
                { "change": { "turnIndicator": { "indicator": "00000000-0000-4000-8000-000000000031" } } }
            ]
        }"#,
        &[
            not_met(
                "/changes/0/change",
                "standarden tilføjes først med ændring 2",
                "the standard is not added until change 2",
            ),
            not_met(
                "/changes/1/change",
                "temaet er udgået med ændring 3",
                "the theme was left out by change 3",
            ),
            not_met(
                "/changes/4/change",
                "indikatoren er udgået med ændring 4",
                "the indicator was left out by change 4",
            ),
        ],
    ),
    // A standard is left out with its theme, and another one is added to that theme.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                {
                    "change": {
                        "addTheme": {
                            "theme": {
                                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational",
                                "origin": { "regional": {} }
                            }
                        }
                    }
                },
                {
                    "change": {
                        "addStandard": {
                            "standard": {
                                "id": "00000000-0000-4000-8000-000000000021",
                                "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} }
                            }
                        }
                    }
                },
                { "change": { "leaveOutStandard": { "standard": "00000000-0000-4000-8000-000000000021" } } },
                { "change": { "leaveOutTheme": { "theme": "00000000-0000-4000-8000-000000000011" } } },
                {
                    "change": {
                        "addStandard": {
                            "standard": {
                                "id": "00000000-0000-4000-8000-000000000022",
                                "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} }
                            }
                        }
                    }
                }
            ]
        }"#,
        &[not_met(
            "/changes/4/change",
            "temaet er udgået med ændring 4",
            "the theme was left out by change 4",
        )],
    ),
    // A theme of the set is left out and added again.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "6b76616c-6974-8000-8000-000100000000",
            "changes": [
                { "change": { "leaveOutTheme": { "theme": "6b76616c-6974-8000-8000-000100010400" } } },
                {
                    "change": {
                        "addTheme": {
                            "theme": {
                                "id": "6b76616c-6974-8000-8000-000100010400", "area": "organisational",
                                "origin": { "regional": {} }
                            }
                        }
                    }
                },
                {
                    "change": {
                        "renameTheme": { "theme": "6b76616c-6974-8000-8000-000100010400", "name": { "da": "Nyt" } }
                    }
                },
                {
                    "change": {
                        "addStandard": {
                            "standard": {
                                "id": "00000000-0000-4000-8000-000000000022",
                                "theme": "6b76616c-6974-8000-8000-000100010400", "origin": { "regional": {} }
                            }
                        }
                    }
                }
            ]
        }"#,
    ),
    // A set that is not published may have any theme.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "base": "00000000-0000-4000-8000-000000000002",
            "changes": [
                {
                    "change": {
                        "addStandard": {
                            "standard": {
                                "id": "00000000-0000-4000-8000-000000000022",
                                "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} }
                            }
                        }
                    }
                },
                {
                    "change": {
                        "renumberStandard": { "standard": "00000000-0000-4000-8000-000000000022", "number": "1.9" }
                    }
                },
                {
                    "change": {
                        "renumberStandard": { "standard": "00000000-0000-4000-8000-000000000022", "number": "1.8" }
                    }
                }
            ]
        }"#,
    ),
];
