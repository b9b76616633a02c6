//! The comparison as one HTML file that needs nothing else: the table, and under it for each value the sentence it was read from.

use super::stamp::stamp;
use super::wide::notes;
use crate::analysis::{Analysis, Finding, Verdict};
use crate::compare::{Column, Entry, Row, Shown, Statistics, Table, modifier_sign};
use std::fmt::Write as _;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;color:#14181d;background:#fdfdfc;max-width:80rem;margin:2rem auto;padding:0 1rem}\
h1,h2,blockquote{font-family:Charter,Cambria,serif}table{border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums}\
caption{text-align:left;padding-bottom:.5rem}th,td{padding:.25rem .5rem;border-bottom:1px solid #d9dddf;text-align:right}\
th:first-child{text-align:left}thead th{border-bottom:1px solid #14181d;vertical-align:bottom}tfoot tr:first-child>*{border-top:1px solid #14181d}\
td.none,small,.about{color:#5c6670}a{color:#1d5c94}blockquote{margin:.25rem 0 0}dt{margin-top:1rem;font-weight:600}dd{margin:0}\
dt:target,dt:target+dd{background:#dfebf5}.wide{overflow-x:auto}\
@media(prefers-color-scheme:dark){body{color:#e8ebee;background:#14181c}td.none,small,.about{color:#98a2ab}a{color:#78b5e6}\
th,td{border-color:#2d343b}thead th,tfoot tr:first-child>*{border-color:#e8ebee}dt:target,dt:target+dd{background:#1f3a52}}";

/// The page. `title` names the report; all text of the report is escaped.
pub fn html_report(analysis: &Analysis, table: &Table, shown: &Shown, title: &str, not_stated: &str) -> String {
    let mut html = String::new();
    let title = escaped(title);
    // Writing to a String cannot fail, here and below.
    let _ = write!(
        html,
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}: comparison</title><style>{STYLE}</style></head><body>\n<h1>{title}</h1>\n{}",
        about(analysis)
    );
    let _ = write!(
        html,
        "<div class=\"wide\"><table><caption>Every value leads to the sentence it was read from.</caption>\n<thead><tr><th scope=\"col\">Region</th>"
    );
    for column in &table.columns {
        let _ = write!(html, "<th scope=\"col\">{}<br><small>{}</small></th>", escaped(&column.label), escaped(&column.unit_words));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for row in shown.rows(table) {
        push_row(&mut html, row, not_stated);
    }
    html.push_str("</tbody>\n<tfoot>\n");
    push_statistics(&mut html, &table.columns, &shown.statistics);
    html.push_str("</tfoot></table></div>\n<h2>Sentences</h2>\n<dl>\n");
    for row in shown.rows(table) {
        for (entry, column) in row.entries.iter().zip(&table.columns) {
            if let Some(entry) = entry {
                push_source(&mut html, analysis, row, column, entry);
            }
        }
    }
    html.push_str("</dl>\n");
    push_findings(&mut html, analysis);
    html.push_str("</body></html>\n");
    html
}

fn about(analysis: &Analysis) -> String {
    let [report, hash, _, tool] = stamp(analysis).map(|field| escaped(&field));
    format!("<p class=\"about\">Read from {report} (SHA-256 {hash}) by {tool}. \u{201c}Not stated\u{201d} is not zero.</p>\n")
}

fn push_row(html: &mut String, row: &Row, not_stated: &str) {
    let _ = write!(html, "<tr><th scope=\"row\">{}</th>", escaped(&row.name));
    for entry in &row.entries {
        let _ = match entry {
            None => write!(html, "<td class=\"none\">{}</td>", escaped(not_stated)),
            Some(entry) => {
                let sign = entry.hedge().map_or("", modifier_sign);
                write!(html, "<td><a href=\"#figure-{}\">{}{}</a></td>", entry.quantity, escaped(sign), escaped(&entry.text))
            }
        };
    }
    html.push_str("</tr>\n");
}

fn push_statistics(html: &mut String, columns: &[Column], statistics: &[Statistics]) {
    type Value = fn(&Column, &Statistics) -> String;
    const NONE: &str = "\u{2013}";
    let lines: [(&str, Value); 5] = [
        ("stated", |_, s| format!("{} of {}", s.stated, s.of)),
        ("sum", |c, s| s.sum.map_or_else(|| "no sum".to_owned(), |v| c.computed(v).text())),
        ("median", |c, s| s.median.map_or_else(|| NONE.to_owned(), |v| c.computed(v).text())),
        ("highest", |c, s| s.highest.map_or_else(|| NONE.to_owned(), |v| c.computed(v).text())),
        ("lowest", |c, s| s.lowest.map_or_else(|| NONE.to_owned(), |v| c.computed(v).text())),
    ];
    for (name, value) in lines {
        let _ = write!(html, "<tr><th scope=\"row\">{name}</th>");
        for (column, statistics) in columns.iter().zip(statistics) {
            let _ = write!(html, "<td>{}</td>", value(column, statistics));
        }
        html.push_str("</tr>\n");
    }
}

fn push_source(html: &mut String, analysis: &Analysis, row: &Row, column: &Column, entry: &Entry) {
    let sentence = analysis.quantities.get(entry.quantity as usize).map(|q| q.sentence.of(&analysis.document.text).trim());
    let year = entry.year.map_or_else(String::new, |year| format!(", {year}"));
    let notes = notes(entry);
    let notes = if notes.is_empty() { notes } else { format!(" <small>{}</small>", escaped(&notes)) };
    let _ = writeln!(
        html,
        "<dt id=\"figure-{}\">{}, {}{year}: {}{notes}</dt><dd><blockquote>{}</blockquote></dd>",
        entry.quantity,
        escaped(&row.name),
        escaped(&column.label),
        escaped(&entry.printed),
        escaped(sentence.unwrap_or_default())
    );
}

/// The findings that do not add up, each in its sentence.
fn push_findings(html: &mut String, analysis: &Analysis) {
    let findings: Vec<&Finding> = analysis.findings.iter().filter(|finding| finding.verdict == Verdict::Inconsistent).collect();
    if findings.is_empty() {
        return;
    }
    let _ = writeln!(
        html,
        "<h2>Does not add up</h2>\n<p class=\"about\">{} of {} checks, as read: a misreading is possible, too.</p>\n<ul>",
        findings.len(),
        analysis.findings.len()
    );
    for finding in findings {
        let region = analysis.sections.get(finding.section as usize).map(|section| section.region.name.as_str()).unwrap_or_default();
        let _ = writeln!(html, "<li>{}: {} <small>{}</small></li>", escaped(region), escaped(&finding.note), escaped(&finding.calculation));
    }
    html.push_str("</ul>\n");
}

/// Text as it may stand in HTML.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{Arrangement, ColumnRequest, arrange, build_table, example};

    #[test]
    fn every_value_leads_to_its_sentence_and_nothing_of_the_report_is_markup() {
        let mut analysis = example::funds();
        analysis.document.text = "The <b>text</b> & of it.".to_owned();
        analysis.quantities[0].text = "1.117 <billion> yuan".to_owned();
        let table = build_table(&analysis, &[ColumnRequest::usual("fund.fiscal")]);
        let shown = arrange(&table, &Arrangement::default());
        let html = html_report(&analysis, &table, &shown, "Report <1>", "not stated");
        assert!(
            html.contains("<a href=\"#figure-0\">1,117</a>")
                && html.contains("<dt id=\"figure-0\">Hebei, fund.fiscal, 2012: 1.117 &lt;billion&gt; yuan")
        );
        assert!(html.contains("<td class=\"none\">not stated</td>") && html.contains("Report &lt;1&gt;"));
        assert!(!html.contains("<b>") && !html.contains("<billion>") && !html.contains("src=") && !html.contains("http"));
        assert_eq!(html.matches("<dt id=").count(), 5);
        assert!(html.contains("<td>5 of 6</td>") && html.contains("5ba58ca7cea9"));
    }
}
