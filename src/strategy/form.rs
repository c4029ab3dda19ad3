//! Drafts that break the rules about the form of any draft.

use chrono::NaiveDate;

use super::MadeClean as _;
use crate::agreement::{Authority, Criticism, DevelopmentAgreement, FocusArea, FollowUp, Note, SupportTask};
use crate::bundle::{Bundle, Bundled};
use crate::codes::{self, RuleCode};
use crate::date::PartialDate;
use crate::document::{Content, Document, Meta, OriginalDocument};
use crate::draft::tape::Tape;
use crate::id::Id;
use crate::text::Text;

type Change = fn(&mut DevelopmentAgreement, &mut FocusArea, &mut Tape<'_>);

/// An agreement that breaks the rule in one of its areas, or a bundle of an agreement that was extracted too early.
pub(super) fn broken(code: RuleCode, tape: &mut Tape<'_>) -> Option<Content> {
    if code == codes::DOC012 {
        return extracted_before(tape);
    }
    let ways: &[Change] = match code {
        codes::DOC001 => ONE_ID_FOR_TWO_THINGS,
        codes::DOC002 => REFERENCES_TO_NOWHERE,
        codes::DOC003 => CIVIL_NUMBERS,
        codes::DOC005 => BLANK_ITEMS,
        codes::DOC011 => DONE_LATER,
        _ => return None,
    };
    let mut agreement = DevelopmentAgreement::clean(tape);
    let n = tape.index(agreement.focus_areas.len());
    let mut area = agreement.focus_areas.get(n)?.clone();
    tape.pick(ways)(&mut agreement, &mut area, tape);
    *agreement.focus_areas.get_mut(n)? = area;
    Some(agreement.into())
}

const ONE_ID_FOR_TWO_THINGS: &[Change] = &[
    // Two records: a follow-up has the id of another one, of its area or of the agreement.
    |agreement, area, tape| {
        if let Some(first) = area.follow_ups.first().cloned() {
            let id = *tape.pick(&[first.id, Id::new(area.id.uuid()), Id::new(agreement.id.uuid())]);
            area.follow_ups.push(FollowUp { id, on: Some("noget andet".into()), ..first });
        }
    },
    // A record and something that another one refers to.
    |agreement, area, _| {
        if let Some(service) = &mut agreement.service {
            service.id = Id::new(area.id.uuid());
        }
    },
];

const CIVIL_NUMBERS: &[Change] = &[|_, area, tape| {
    let number = *tape.pick(&["010190-1234", "Borger 3112991234", "290200 0001"]);
    area.title = Some(number.into());
}];

const BLANK_ITEMS: &[Change] = &[
    |agreement, _, tape| agreement.notes.extend([Note::new(tape.said()), Note::new(Text::from(" "))]),
    |_, area, tape| {
        area.support_tasks.extend([SupportTask::new(tape.said()), SupportTask::new(Text::default())]);
    },
];

const DONE_LATER: &[Change] = &[|_, area, tape| {
    let done_on = *tape.pick(&[PartialDate::of_month(2024, 2), PartialDate::of_year(2025)]);
    area.support_tasks.push(SupportTask { done_on, ..SupportTask::new(tape.said()) });
}];

/// A bundle of one agreement, in which something was done, or whose source is dated, in the month after it was extracted.
fn extracted_before(tape: &mut Tape<'_>) -> Option<Content> {
    let mut agreement = DevelopmentAgreement::clean(tape);
    let date = PartialDate::of_month(2024, 1);
    let mut source_document = None;
    if tape.flag() {
        source_document = Some(OriginalDocument { date, ..OriginalDocument::default() });
    } else {
        let task = SupportTask { done_on: date, ..SupportTask::new(tape.said()) };
        agreement.focus_areas.first_mut()?.support_tasks.push(task);
    }
    let extracted_at = NaiveDate::from_ymd_opt(2023, 12, tape.number(1, 31));
    let document = Document::draft(tape.fresh_id(), agreement);
    let document = document.with_meta(Meta { extracted_at, source_document, ..Meta::default() });
    let mut bundle = Bundle::new(tape.fresh_id());
    bundle.documents.push(Bundled::try_from(document).ok()?);
    Some(bundle.into())
}

const REFERENCES_TO_NOWHERE: &[Change] = &[
    |_, area, tape| {
        area.support_tasks.push(SupportTask { by: Some(tape.spare_id(9)), ..SupportTask::new(tape.said()) });
    },
    |_, area, tape| {
        let criticism = Criticism::new(Authority::SocialInspectorate);
        area.criticisms.push(Criticism { answered_by: [tape.spare_id(9)].into(), ..criticism });
    },
];
