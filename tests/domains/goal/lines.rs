//! Citizens one document a line: counted one at a time.

use std::collections::BTreeMap;

use allocation_counter::measure;
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::goal::{Caseload, ProcessCount, RecordCount};
use kvalitetsmodel::json;

use super::counts::citizen;
use super::{day, id};

/// Citizens of three departments, with a long text each.
fn caseload(citizens: u128) -> Caseload {
    let long = format!(r#""text": "{}", "endsOn": "2024-05-31", "status": "open""#, "to gange ".repeat(200));
    let mut caseload = Caseload::new(id(1));
    for n in 0..citizens {
        let department = (n % 4 > 0).then_some(n % 4);
        caseload.citizens.push(citizen(100 + n, department, &[&long]));
    }
    caseload
}

fn lines(caseload: &Caseload) -> String {
    let documents = caseload
        .citizens
        .iter()
        .map(|one| Document::draft(id(one.id.uuid().as_u128() + 10_000), one.clone()));
    documents.map(|document| json::write_line(&document).expect("a line")).collect()
}

type Departments =
    BTreeMap<Option<kvalitetsmodel::id::Id<kvalitetsmodel::organisation::Department>>, ProcessCount>;

fn counted(text: &str) -> (Departments, RecordCount) {
    let as_of = day("2024-06-15");
    let (mut departments, mut parts) = (Departments::new(), RecordCount::default());
    for (_, document) in json::lines(text) {
        let document = document.expect("a document");
        let Content::Citizen(citizen) = document.content() else { panic!("no citizen") };
        departments.entry(citizen.department).or_default().add(citizen, as_of);
        parts.add(citizen, as_of);
    }
    (departments, parts)
}

#[test]
fn lines_are_counted_as_the_caseload_is() {
    let caseload = caseload(50);
    let as_of = day("2024-06-15");
    assert_eq!(
        counted(&lines(&caseload)),
        (caseload.count_by_department(as_of), caseload.count_parts(as_of))
    );
}

/// Apart from the text, which the caller holds or reads a line at a time.
#[test]
fn no_more_than_one_citizen_is_in_memory() {
    let most = |citizens| {
        let text = lines(&caseload(citizens));
        measure(|| drop(counted(&text))).bytes_max
    };
    assert_eq!(most(400), most(8));
}
