//! Clean state assessments.

use alloc::vec::Vec;

use crate::agreement::ServiceRef;
use crate::assessment::{AssessedTopic, AssessmentData, StateAssessment};
use crate::date::{PartialDate, Period};
use crate::draft::tape::Tape;

/// An assessment of the years before 2024 that is renewed later, if it says when.
pub(super) fn clean(tape: &mut Tape<'_>) -> StateAssessment {
    StateAssessment {
        title: Some(tape.said()),
        service: Some(ServiceRef { name: Some(tape.said()), ..ServiceRef::new(tape.fresh_id()) }),
        on: PartialDate::of_year(*tape.pick(&[2023, 2022])),
        renew_by: tape.option(|tape| PartialDate::of_year(*tape.pick(&[2024, 2025]))).flatten(),
        topics: tape.list_of(1, 3, clean_topic),
        ..StateAssessment::new(tape.fresh_id())
    }
}

/// With data from before the assessment, and with resources if there is a need.
fn clean_topic(tape: &mut Tape<'_>) -> AssessedTopic {
    let shows_need = tape.flag();
    AssessedTopic {
        // Two topics with the same name show the same.
        topic: Some(if shows_need { "sygefravær".into() } else { tape.said() }),
        data: tape.list_of(1, 2, |tape| AssessmentData {
            source: Some(tape.said()),
            period: Period::year(*tape.pick(&[2022, 2021])),
            measurements: tape.list(2, Tape::fresh_id),
        }),
        finding: tape.option(Tape::said),
        shows_need: Some(shows_need),
        resources: if shows_need { [tape.said()].into() } else { Vec::new() },
        ..AssessedTopic::default()
    }
}
