//! Many documents, one a line.

use kvalitetsmodel::document::{Document, FaultKind};
use kvalitetsmodel::{json, strategy};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_bad_line_voids_no_other(
        documents in prop::collection::vec(prop::option::of(strategy::any::<Document>()), 0..5),
        (mark, end) in (prop::sample::select(&["", "\u{feff}"][..]), prop::sample::select(&["\n", "\r\n", "\n \t\n"][..])),
    ) {
        let mut text = String::from(mark);
        for document in &documents {
            let line = document.as_ref().map_or(Ok("{ \"format\": 1".into()), json::write_line)?;
            prop_assert!(!line.trim_end_matches('\n').contains('\n'));
            text.push_str(line.trim_end_matches('\n'));
            text.push_str(end);
        }
        // The same lines as bytes; those in between are not UTF-8.
        let mut bytes = text.clone().into_bytes();
        bytes.extend_from_slice(b"\xe6\n\xff\n");
        let of_bytes: Vec<_> = json::lines(&bytes).collect();
        let (of_text, others) = of_bytes.split_at(documents.len());
        prop_assert!(json::lines(&text).eq(of_text.iter().cloned()));
        for (number, read) in others {
            let fault = &read.as_ref().unwrap_err().faults()[0];
            prop_assert_eq!((fault.kind, fault.line, fault.column), (FaultKind::Encoding, *number, 1));
        }
        let step = end.matches('\n').count();
        let read: Vec<_> = json::lines(&text).collect();
        prop_assert_eq!(read.len(), documents.len());
        for (n, ((line, read), document)) in read.into_iter().zip(documents).enumerate() {
            prop_assert_eq!(line, n * step + 1);
            match (read, document) {
                (Ok(read), Some(document)) => prop_assert_eq!(read, document),
                (Err(error), None) => prop_assert_eq!(error.faults()[0].line, line),
                (read, _) => prop_assert!(false, "{:?}", read),
            }
        }
    }
}

#[test]
fn no_text_is_no_document() {
    assert_eq!(json::lines("").count(), 0);
    assert_eq!(json::lines(" \r\n\n\t").count(), 0);
}
