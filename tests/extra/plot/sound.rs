//! What holds of every picture.

use kvalitetsmodel::chart::PlotOptions;

/// The numbers of a path that has the commands M, L, H, V and Z, as places.
pub(crate) fn places(path: &str) -> Vec<(f64, f64)> {
    let (mut places, mut at) = (Vec::new(), (0.0, 0.0));
    let starts = path.match_indices(|letter: char| letter.is_ascii_alphabetic()).map(|(start, _)| start);
    let ends = starts.clone().skip(1).chain([path.len()]);
    for (start, end) in starts.zip(ends) {
        let (command, numbers) = path[start..end].split_at(1);
        let numbers: Vec<f64> =
            numbers.split_whitespace().map(|number| number.parse().expect("a number")).collect();
        match (command, numbers.as_slice()) {
            ("M" | "L", [x, y]) => at = (*x, *y),
            ("H", [x]) => at.0 = *x,
            ("V", [y]) => at.1 = *y,
            ("Z", []) => {}
            _ => panic!("{path}"),
        }
        places.push(at);
    }
    places
}

/// What holds of every picture: it is XML, has its title and description, and nothing leaves it.
#[track_caller]
pub(crate) fn check(svg: &str, options: &PlotOptions) {
    let document = roxmltree::Document::parse(svg).expect("XML");
    let root = document.root_element();
    let (width, height) =
        (f64::from(options.width.clamp(320, 4000)), f64::from(options.height.clamp(320, 4000)));
    let drawn: f64 = root.attribute("height").and_then(|height| height.parse().ok()).expect("a height");
    let most = if height < 500.0 { 700.0 } else { height };
    assert!((height..=most).contains(&drawn), "{drawn} for {height}");
    assert_eq!(root.attribute("viewBox"), Some(format!("0 0 {width} {drawn}").as_str()));
    let height = drawn;
    assert_eq!(root.attribute("role"), Some("img"));
    for named in root.attribute("aria-labelledby").expect("names").split(' ') {
        let element = root.children().find(|child| child.attribute("id") == Some(named)).expect("a name");
        assert!(element.text().is_some_and(|text| !text.trim().is_empty()), "{named}");
    }
    for element in root.descendants().filter(roxmltree::Node::is_element) {
        let number = |name: &str| element.attribute(name).map(|text| text.parse::<f64>().expect("a number"));
        for attribute in element.attributes() {
            if let Ok(number) = attribute.value().parse::<f64>() {
                assert!(number.is_finite(), "{}: {number}", attribute.name());
                assert!(!attribute.value().starts_with("-0"), "{}", attribute.value());
            }
        }
        let mut reached = places(element.attribute("d").unwrap_or_default());
        for (x, y) in [("x", "y"), ("cx", "cy")] {
            reached.extend(number(x).zip(number(y)));
        }
        if element.has_tag_name("text") {
            let letters =
                element.text().unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).count();
            // Few fonts have narrower letters on average.
            let long = letters as f64 * number("font-size").expect("a size") * 0.45;
            let (before, after) = match element.attribute("text-anchor") {
                Some("middle") => (long / 2.0, long / 2.0),
                Some("end") => (long, 0.0),
                _ => (0.0, long),
            };
            let (x, y) = (number("x").expect("x"), number("y").expect("y"));
            reached.extend([(x - before, y), (x + after, y)]);
        }
        for (x, y) in reached {
            assert!((0.0..=width).contains(&x) && (0.0..=height).contains(&y), "{x} {y} in {element:?}");
        }
    }
}

/// What holds of every page: it is well-formed, has no scripts and loads nothing, and no id stands in it twice.
#[track_caller]
pub(crate) fn check_page(html: &str) {
    let (doctype, page) = html.split_once('\n').expect("a doctype");
    assert_eq!(doctype, "<!DOCTYPE html>");
    let document = roxmltree::Document::parse(page).expect("well-formed");
    for element in document.descendants().filter(roxmltree::Node::is_element) {
        let name = element.tag_name().name();
        assert!(!matches!(name, "script" | "link" | "img" | "iframe"), "{name}");
        for attribute in element.attributes() {
            let name = attribute.name();
            assert!(!name.starts_with("on") && !matches!(name, "id" | "href" | "src" | "style"), "{name}");
        }
    }
}
