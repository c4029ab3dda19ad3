//! What the examples about a service and about many have in common: a year that is made up, and how a page is printed.

use std::error::Error;

use kvalitetsmodel::document::Document;
use kvalitetsmodel::json;
pub(crate) use print::print;

mod print;

/// The documents of one service for 2025, see `examples/data/fictitious-year`. None of it is real.
const DOCUMENTS: [&str; 15] = [
    include_str!("../data/fictitious-year/agreement.json"),
    include_str!("../data/fictitious-year/state-assessment.json"),
    include_str!("../data/fictitious-year/community.json"),
    include_str!("../data/fictitious-year/cycle-1.json"),
    include_str!("../data/fictitious-year/cycle-2.json"),
    include_str!("../data/fictitious-year/sick-leave.json"),
    include_str!("../data/fictitious-year/smarte-baseline.json"),
    include_str!("../data/fictitious-year/smarte.json"),
    include_str!("../data/fictitious-year/documentation.json"),
    include_str!("../data/fictitious-year/accidents.json"),
    include_str!("../data/fictitious-year/well-being.json"),
    include_str!("../data/fictitious-year/courses.json"),
    include_str!("../data/fictitious-year/caseload.json"),
    include_str!("../data/fictitious-year/audit.json"),
    include_str!("../data/fictitious-year/duties.json"),
];

/// The day before the dialogue meeting at the end of the year.
pub(crate) const DAY: &str = "2025-12-09";

pub(crate) fn documents() -> Result<Vec<Document>, Box<dyn Error>> {
    DOCUMENTS.into_iter().map(|text| json::read(text).map_err(Into::into)).collect()
}
