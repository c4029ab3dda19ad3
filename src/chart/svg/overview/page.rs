//! The page of an overview, as HTML.

use alloc::format;
use alloc::string::String;
use core::fmt::{Result, Write};

use super::row::{Row, Target};
use super::variation::Variation;
use super::{spark, summary};
use crate::Lang;
use crate::chart::svg::text::{Escaped, cleaned};
use crate::text::{Bilingual, Text};

/// On a narrow screen a row is a card: each cell is on a line of its own, below its heading.
const STYLE: &str = "
body { margin: 0 auto; padding: 16px; max-width: 1200px; font: 15px/1.4 Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif; color: #1a1a1a; background: #fff }
h1 { font-size: 1.4em; margin: 0 0 .3em }
table { width: 100%; border-collapse: collapse; margin: 1em 0 }
th, td { text-align: left; vertical-align: middle; padding: 8px 12px 8px 0; border-bottom: 1px solid #bbb; overflow-wrap: anywhere }
thead th { font-size: .85em; color: #444; border-bottom: 2px solid #1a1a1a; vertical-align: bottom }
tbody th { font-weight: bold; width: 24% }
.picture { width: 252px }
.picture svg { display: block; max-width: 100%; height: auto }
small { display: block; font-size: .83em; font-weight: normal; color: #444 }
.figure { font-size: 1.2em; font-weight: bold }
.sign { width: 18px; height: 18px; vertical-align: -4px; margin-right: 6px }
footer { font-size: .83em; color: #444 }
@media screen and (max-width: 760px) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  table, tbody, tr, th, td { display: block }
  tr { border-bottom: 2px solid #1a1a1a; padding: 10px 0 }
  th, td { border: 0; padding: 3px 0 }
  tbody th, .picture { width: auto }
  .picture svg { width: 100%; max-width: 420px }
  td[data-name]::before { content: attr(data-name); display: block; font-size: .8em; color: #444 }
}
@media print {
  @page { size: A4; margin: 12mm }
  body { padding: 0; font-size: 10pt; max-width: none }
  tbody th { width: 20% }
  .picture { width: 190px }
  thead { display: table-header-group }
  tr { break-inside: avoid }
}
";

const HEADINGS: [Bilingual; 5] = [
    Bilingual::new("Indikator", "Indicator"),
    Bilingual::new("Forløb", "Course"),
    Bilingual::new("Seneste tal", "Latest figure"),
    Bilingual::new("Variation", "Variation"),
    Bilingual::new("Mål", "Target"),
];

pub(super) fn write(title: Option<&Text>, rows: &[Row<'_>], lang: Lang, out: &mut String) -> Result {
    let word = |da: &'static str, en: &'static str| Bilingual::new(da, en).in_lang(lang);
    let title = title.map(|title| cleaned(title.as_str())).filter(|title| !title.is_empty());
    let title =
        title.unwrap_or_else(|| String::from(word("Oversigt over indikatorer", "Overview of indicators")));
    let title = Escaped(&title);
    let code = word("da", "en");
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\"/>")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")?;
    writeln!(out, "<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>")?;
    write!(out, "<h1>{title}</h1>\n<p>")?;
    summary::write(rows, lang, out)?;
    writeln!(out, "</p>")?;
    if !rows.is_empty() {
        // If its cells are shown as blocks, a table is one for screen readers only if its role says so.
        writeln!(out, "<table role=\"table\">\n<thead role=\"rowgroup\">\n<tr role=\"row\">")?;
        for heading in HEADINGS {
            writeln!(out, "<th role=\"columnheader\" scope=\"col\">{}</th>", heading.in_lang(lang))?;
        }
        writeln!(out, "</tr>\n</thead>\n<tbody role=\"rowgroup\">")?;
        rows.iter().try_for_each(|row| write_row(row, lang, out))?;
        writeln!(out, "</tbody>\n</table>")?;
    }
    let legend = word(
        "Den sorte linje er midterlinjen (median eller gennemsnit), den stiplede målet. Firkanter ligger i en \
         usædvanligt lang serie, ruder uden for kontrolgrænserne, stiplede søjler er skjulte tal. Et tegn viser, at \
         noget har ændret sig, og ikke hvorfor.",
        "The black line is the centre line (median or mean), the dashed one the target. Squares lie in an unusually \
         long run, diamonds beyond the control limits; dashed bars are suppressed figures. A sign shows that something \
         has changed, and not why.",
    );
    writeln!(out, "<footer><p>{legend}</p></footer>\n</main>\n</body>\n</html>")
}

fn write_row(row: &Row<'_>, lang: Lang, out: &mut String) -> Result {
    let small = |words: &str, out: &mut String| {
        if words.is_empty() { Ok(()) } else { write!(out, "<small>{}</small>", Escaped(words)) }
    };
    let [_, _, latest, variation, target] = HEADINGS.map(|heading| heading.in_lang(lang));
    write!(out, "<tr role=\"row\">\n<th role=\"rowheader\" scope=\"row\">{}", Escaped(&row.title))?;
    small(&row.measure, out)?;
    write!(out, "</th>\n<td role=\"cell\" class=\"picture\">")?;
    spark::draw(row, lang, out)?;
    small(&row.span, out)?;
    write!(out, "</td>\n<td role=\"cell\" data-name=\"{latest}\">")?;
    match &row.latest {
        Some((figure, time)) => {
            write!(out, "<span class=\"figure\">{}</span>", Escaped(figure))?;
            small(time, out)?;
        }
        None => out.write_str(Bilingual::new("intet tal", "no figure").in_lang(lang))?,
    }
    small(&row.since, out)?;
    write!(out, "</td>\n<td role=\"cell\" data-name=\"{variation}\">{}", sign_of_variation(row.variation))?;
    write!(out, "{}", row.variation.label().in_lang(lang))?;
    small(&row.grounds, out)?;
    write!(out, "</td>\n<td role=\"cell\" data-name=\"{target}\">{}", sign_of_target(row.target))?;
    write!(out, "{}", row.target_words)?;
    small(&row.target_details, out)?;
    writeln!(out, "</td>\n</tr>")
}

/// A mark in front of the words; each has its own shape.
fn sign(inside: &str) -> String {
    format!("<svg class=\"sign\" viewBox=\"0 0 18 18\" aria-hidden=\"true\">{inside}</svg>")
}

fn sign_of_variation(variation: Variation) -> String {
    sign(match variation {
        Variation::Improvement => r##"<path d="M9 2L17 16L1 16Z" fill="#0072b2"/>"##,
        Variation::Deterioration => r##"<path d="M9 16L17 2L1 2Z" fill="#b34700"/>"##,
        Variation::Change => r##"<path d="M9 1L17 9L9 17L1 9Z" fill="#1a1a1a"/>"##,
        Variation::BeyondLimits => {
            r##"<path d="M9 1L17 9L9 17L1 9Z" fill="#fff" stroke="#1a1a1a" stroke-width="2"/>"##
        }
        Variation::Random => {
            r##"<path d="M1 11L5 6L9 11L13 6L17 11" fill="none" stroke="#595959" stroke-width="2"/>"##
        }
        Variation::TooFew => {
            r##"<circle cx="9" cy="9" r="7" fill="none" stroke="#595959" stroke-width="2" stroke-dasharray="3 2.5"/>"##
        }
        Variation::NotJudged => r##"<path d="M2 9L16 9" stroke="#595959" stroke-width="2"/>"##,
    })
}

fn sign_of_target(target: Target) -> String {
    sign(match target {
        Target::Sustained => {
            r##"<circle cx="9" cy="9" r="8" fill="#00704f"/><path d="M4.5 9.5L8 13L13.5 5.5" fill="none" stroke="#fff" stroke-width="2.2"/>"##
        }
        Target::Reached => {
            r##"<path d="M3 9.5L7.5 14L15.5 4" fill="none" stroke="#00704f" stroke-width="2.6"/>"##
        }
        Target::NotReached => r##"<path d="M4 4L14 14M4 14L14 4" stroke="#b34700" stroke-width="2.6"/>"##,
        Target::NotAssessable => {
            r##"<circle cx="9" cy="9" r="7" fill="none" stroke="#595959" stroke-width="2" stroke-dasharray="3 2.5"/>"##
        }
        Target::None => r##"<path d="M2 9L16 9" stroke="#595959" stroke-width="2"/>"##,
    })
}
