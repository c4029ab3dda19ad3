//! How a complete page looks, on a screen of any width and on paper.

/// The style sheet of a complete page ([`Page::html`](super::Page::html)), for your own documents that contain several
/// fragments: short lines, labels next to what they label where there is room, and no entry that is split between two
/// sheets of A4 paper. It loads nothing.
///
/// ```
/// use kvalitetsmodel::{goal::Caseload, id::Id, page::{Page, STYLE}};
///
/// let caseload = Caseload::new(Id::from_u128(1));
/// let html = Page::of_service(&caseload, "2024-02-02".parse()?).html().to_string();
/// assert!(html.contains(STYLE) && !STYLE.contains("url("));
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub const STYLE: &str = r"
body { margin: 0 auto; padding: 16px; max-width: 48em; font: 16px/1.45 Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif; color: #1a1a1a; background: #fff; overflow-wrap: anywhere }
h1 { font-size: 1.5em; line-height: 1.2; margin: 0 0 .4em }
h2 { font-size: 1.15em; line-height: 1.25; margin: 1.6em 0 .5em; padding-bottom: .2em; border-bottom: 1px solid #bbb }
h3 { font-size: 1em; margin: 1.1em 0 .3em }
p, ul { margin: .5em 0 }
ul { padding-left: 1.2em }
li { margin: .35em 0 }
dl { display: grid; grid-template-columns: 8.5em 1fr; gap: .15em .8em; margin: .25em 0 .6em }
dt { grid-column: 1; color: #444 }
dd { grid-column: 2; margin: 0 }
figure { margin: .6em 0 1.2em }
svg { max-width: 100%; height: auto }
@media screen and (max-width: 480px) {
  dl { display: block }
  dt, dd { display: inline }
  dt::after { content: ':' }
  dd::after { content: '\A'; white-space: pre }
  figure > [hidden] { display: block }
  figure > [hidden] + div { display: none }
}
@media print {
  @page { size: A4; margin: 16mm }
  body { max-width: none; padding: 0; font-size: 10.5pt }
  h1, h2, h3 { break-after: avoid }
  h3 + dl, dd, li, figure { break-inside: avoid }
  dl:has(+ figure) { break-after: avoid }
  p { orphans: 3; widows: 3 }
}
";
