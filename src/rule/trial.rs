//! How a rule is tested: by cases with complete findings, and by clean drafts that are changed to break it.

#[cfg(feature = "proptest")]
pub(crate) use breaking::{Breaking, Breaks, change_record};
#[cfg(test)]
pub(crate) use cases::{
    Case, accepts, accepts_with, not_assessable, not_evaluated, not_met, refuses, refuses_with, try_cases,
};

#[cfg(feature = "proptest")]
mod breaking {
    use core::any::Any;

    use crate::codes::RuleCode;
    use crate::draft::tape::Tape;

    /// The ways to break a rule: each changes a record of a clean draft so that the rule is broken, and no other rule
    /// except those that it implies.
    pub(crate) type Breaks<T> = &'static [fn(&mut T, &mut Tape<'_>)];

    /// The ways to break a rule, whatever it checks.
    pub(crate) struct Breaking {
        pub(crate) code: RuleCode,
        /// Breaks the rule in one of its ways if the record is of the type that it checks. Returns `false` if
        /// it is not.
        pub(crate) change: fn(&mut dyn Any, usize, &mut Tape<'_>) -> bool,
        /// How many ways there are.
        pub(crate) ways: usize,
    }

    pub(crate) fn change_record<T: 'static>(
        record: &mut dyn Any,
        breaks: Breaks<T>,
        way: usize,
        tape: &mut Tape<'_>,
    ) -> bool {
        match (record.downcast_mut::<T>(), breaks.get(way)) {
            (Some(record), Some(change)) => {
                change(record, tape);
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod cases {
    extern crate std;

    use alloc::borrow::Cow;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;
    use alloc::{format, vec};
    use std::println;

    use serde_json::Value;

    use crate::report::context::Context;
    use crate::report::{Because, Path, Profile, Report};
    use crate::rule::check::{Applied, Run};
    use crate::rule::{Rule, Ruled};
    use crate::text::Lang;

    /// A record as JSON, and everything that the rule finds in it: on 15 January 2024 in the general profile,
    /// unless the case says otherwise.
    #[derive(Debug)]
    pub(crate) struct Case {
        record: &'static str,
        changes: Option<&'static str>,
        finds: &'static [Found],
        day: &'static str,
        profile: fn() -> Profile,
    }

    impl Case {
        const fn new(record: &'static str, changes: Option<&'static str>, finds: &'static [Found]) -> Self {
            Self { record, changes, finds, day: "2024-01-15", profile: || Profile::GENERAL }
        }

        /// The record with the changes.
        fn text(&self) -> Cow<'static, str> {
            let Some(changes) = self.changes else { return self.record.into() };
            let read = |text| serde_json::from_str(text).expect("JSON");
            let mut record = read(self.record);
            change(&mut record, &read(changes));
            record.to_string().into()
        }

        /// On another day.
        pub(crate) const fn on(self, day: &'static str) -> Self {
            Self { day, ..self }
        }

        /// In another profile.
        pub(crate) const fn under(self, profile: fn() -> Profile) -> Self {
            Self { profile, ..self }
        }
    }

    /// A finding: the verdict, the place in the record, the message in Danish and in English.
    pub(crate) type Found = (&'static str, &'static str, &'static str, &'static str);

    /// The rule finds nothing.
    pub(crate) const fn accepts(record: &'static str) -> Case {
        Case::new(record, None, &[])
    }

    /// The rule finds nothing in the record after these [changes](change).
    pub(crate) const fn accepts_with(record: &'static str, changes: &'static str) -> Case {
        Case::new(record, Some(changes), &[])
    }

    /// The rule finds these and nothing else.
    pub(crate) const fn refuses(record: &'static str, finds: &'static [Found]) -> Case {
        assert!(!finds.is_empty(), "a case in which nothing is found is accepted");
        Case::new(record, None, finds)
    }

    /// The rule finds these and nothing else in the record after these [changes](change).
    pub(crate) const fn refuses_with(
        record: &'static str,
        changes: &'static str,
        finds: &'static [Found],
    ) -> Case {
        assert!(!finds.is_empty(), "a case in which nothing is found is accepted");
        Case::new(record, Some(changes), finds)
    }

    /// The rule is not met.
    pub(crate) const fn not_met(at: &'static str, da: &'static str, en: &'static str) -> Found {
        ("not met", at, da, en)
    }

    /// The rule cannot be assessed.
    pub(crate) const fn not_assessable(at: &'static str, da: &'static str, en: &'static str) -> Found {
        ("not assessable", at, da, en)
    }

    /// The rule is not evaluated, because the rule of that code does not hold.
    pub(crate) const fn not_evaluated(at: &'static str, required: &'static str) -> Found {
        ("not evaluated", at, required, required)
    }

    /// Runs one rule on the record of each case and compares everything that it finds.
    ///
    /// # Panics
    ///
    /// If a case finds anything else, or if there is no accepted or no refused case.
    #[track_caller]
    pub(crate) fn try_cases<T: Ruled>(rule: &'static Rule, cases: &[Case]) {
        let mut failed = false;
        for (number, case) in (1..).zip(cases) {
            let found = findings::<T>(rule, case);
            let expected: Vec<_> = case.finds.iter().map(line).collect();
            if found != expected {
                failed = true;
                println!("{}, case {number} finds:", rule.code);
                println!("{}", indented(&found));
                println!("expected:");
                println!("{}", indented(&expected));
            }
        }
        assert!(!failed, "{}: a case finds something else", rule.code);
        assert!(cases.iter().any(|case| case.finds.is_empty()), "{}: no accepted case", rule.code);
        assert!(cases.iter().any(|case| !case.finds.is_empty()), "{}: no refused case", rule.code);
    }

    fn indented(lines: &[String]) -> String {
        lines.iter().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
    }

    fn line((verdict, at, da, en): &(&str, &str, &str, &str)) -> String {
        format!("{verdict} at `{at}`: {da} / {en}")
    }

    fn findings<T: Ruled>(rule: &'static Rule, case: &Case) -> Vec<String> {
        let record: T = match serde_json::from_str(&case.text()) {
            Ok(record) => record,
            Err(error) => return vec![format!("the record cannot be read: {error}")],
        };
        let context = Context::new(case.day.parse().expect("a day")).with_profile((case.profile)());
        let mut report = Report::new(context.clone(), Some(rule.code));
        let at = Path::root("", record.subject());
        let applied = Applied::settle(&context, Some(rule.code), *T::SHAPE, &mut report);
        let mut run = Run::new(&context, &mut report, &applied, &[]);
        record.walk(&at, &mut crate::draft::walk::Walk::Rules(&mut run));
        report.finish(*T::SHAPE, "");
        let found = report.findings().iter().map(|finding| {
            let verdict = if finding.is_not_met() { "not met" } else { "not assessable" };
            let (da, en) = (finding.message(Lang::Da), finding.message(Lang::En));
            format!("{verdict} at `{}`: {da} / {en}", finding.at())
        });
        let not_evaluated = report.not_evaluated().iter().map(|one| {
            let at = one.at.as_ref().map(ToString::to_string).unwrap_or_default();
            let required = match one.because {
                Because::DependsOn { code, .. } => code.to_string(),
                _ => String::new(),
            };
            line(&("not evaluated", &at, &required, &required))
        });
        found.chain(not_evaluated).collect()
    }

    /// Changes the values at these places: an object of JSON Pointers, each with the value that stands there instead.
    /// `null` removes the field or the item, and the position after the last adds an item to a list.
    fn change(record: &mut Value, changes: &Value) {
        let changes = changes.as_object().expect("an object of pointers");
        let (removed, set): (Vec<_>, Vec<_>) = changes.iter().partition(|(_, value)| value.is_null());
        // From the last item to the first, so that a removed one does not move the others.
        for (pointer, value) in set.into_iter().chain(removed.into_iter().rev()) {
            let (inside, last) = pointer.rsplit_once('/').expect("a pointer to a part of the record");
            match record.pointer_mut(inside).expect(pointer) {
                Value::Object(fields) if value.is_null() => drop(fields.remove(last).expect(pointer)),
                Value::Object(fields) => drop(fields.insert(last.to_string(), value.clone())),
                Value::Array(items) => {
                    let position: usize = last.parse().expect(pointer);
                    let replaced = position..items.len().min(position.saturating_add(1));
                    items.splice(replaced, (!value.is_null()).then(|| value.clone()));
                }
                _ => panic!("neither a record nor a list has `{pointer}`"),
            }
        }
    }
}
