//! What a tailoring makes of a set, and what checking it costs.

use kvalitetsmodel::model::{
    ChangeObstacle, GENERATION_1, NINE_STANDARDS, SetChange, Tailoring, TailoringChange,
};
use kvalitetsmodel::{check, strategy};

use super::{id, named};

#[test]
fn a_tailoring_names_the_set_that_it_makes() {
    let common = GENERATION_1.to_standard_set();
    let leave_out = |standard| TailoringChange::new(SetChange::LeaveOutStandard { standard });
    let mut tailoring = Tailoring {
        result: Some(id(7)),
        name: Some(named("Kvalitetsmodellen i Region Sjælland")),
        changes: vec![leave_out(common.standards[1].id)],
        ..Tailoring::new(id(1), common.id)
    };
    let tailored = tailoring.apply(&common).unwrap();
    assert_eq!((tailored.id, &tailored.name), (id(7), &tailoring.name));
    assert_eq!(tailored.standards.len(), 5);
    // Its theme stays without a standard, and the check of the tailored set says so.
    let found = check(&tailored, &strategy::context());
    let found: Vec<_> = found.findings().iter().map(|one| one.code().as_str().to_owned()).collect();
    assert_eq!(found.iter().filter(|code| *code != "MOD007").collect::<Vec<_>>(), ["MOD002"]);
    tailoring.changes.push(leave_out(common.standards[1].id));
    let refused = tailoring.apply(&common).unwrap_err();
    assert_eq!((refused.change, refused.because), (Some(1), ChangeObstacle::NotThere));
    assert_eq!(refused.to_string(), "change 2: the standard is not in the standard set");
    tailoring.base = NINE_STANDARDS.id;
    assert_eq!(tailoring.apply(&common).unwrap_err().change, None);
}

#[test]
fn checking_a_clean_tailoring_allocates_nothing() {
    let standard = GENERATION_1.standards[0].id;
    let mut tailoring = Tailoring::new(id(1), GENERATION_1.id);
    tailoring.changes = vec![TailoringChange {
        decided_by: Some("Regionsrådet".into()),
        decided_on: "2008".parse().ok(),
        reason: Some("Efter høring".into()),
        ..TailoringChange::new(SetChange::RenameStandard { standard, name: None })
    }];
    let context = strategy::context();
    let used = allocation_counter::measure(|| assert!(check(&tailoring, &context).is_clean()));
    assert_eq!(used.count_total, 0);
}
