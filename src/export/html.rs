//! The comparison as one HTML file that needs nothing else: the table, and under it for each value the sentence it was read from.

use super::stamp::stamp;
use super::wide::notes;
use crate::analysis::{Analysis, Finding, Verdict};
use crate::compare::{Column, Entry, Row, Shown, Statistics, Table, modifier_sign};
use crate::wording::{Language, Sentence, comparison as say, section_name};
use std::fmt::Write as _;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;color:#14181d;background:#fdfdfc;max-width:80rem;margin:2rem auto;padding:0 1rem}\
h1,h2,blockquote{font-family:Charter,Cambria,serif}table{border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums}\
caption{text-align:left;padding-bottom:.5rem}th,td{padding:.25rem .5rem;border-bottom:1px solid #d9dddf;text-align:right}\
th:first-child{text-align:left}thead th{border-bottom:1px solid #14181d;vertical-align:bottom}tfoot tr:first-child>*{border-top:1px solid #14181d}\
td.none,small,.about{color:#5c6670}a{color:#1d5c94}blockquote{margin:.25rem 0 0}dt{margin-top:1rem;font-weight:600}dd{margin:0}\
dt:target,dt:target+dd{background:#dfebf5}.wide{overflow-x:auto}\
@media(prefers-color-scheme:dark){body{color:#e8ebee;background:#14181c}td.none,small,.about{color:#98a2ab}a{color:#78b5e6}\
th,td{border-color:#2d343b}thead th,tfoot tr:first-child>*{border-color:#e8ebee}dt:target,dt:target+dd{background:#1f3a52}}";

/// The page in a language. `title` names the report; all text of the report is escaped.
pub fn html_report(analysis: &Analysis, table: &Table, shown: &Shown, title: &str, language: Language) -> String {
    let mut html = String::new();
    let title = escaped(title);
    // Writing to a String cannot fail, here and below.
    let _ = write!(
        html,
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{}</title><style>{STYLE}</style></head><body>\n<h1>{title}</h1>\n{}",
        language.tag(),
        say::TITLE.say(language, &[("title", &title)]),
        about(analysis, language)
    );
    let (caption, region) = (say::CAPTION.of(language), say::REGION.of(language));
    let _ = write!(html, "<div class=\"wide\"><table><caption>{caption}</caption>\n<thead><tr><th scope=\"col\">{region}</th>");
    for column in &table.columns {
        let _ = write!(html, "<th scope=\"col\">{}<br><small>{}</small></th>", escaped(&column.label), escaped(&column.unit_words));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for row in shown.rows(table) {
        push_row(&mut html, row, say::NOT_STATED.of(language));
    }
    html.push_str("</tbody>\n<tfoot>\n");
    push_statistics(&mut html, &table.columns, &shown.statistics, language);
    let _ = write!(html, "</tfoot></table></div>\n<h2>{}</h2>\n<dl>\n", say::SENTENCES.of(language));
    for row in shown.rows(table) {
        for (entry, column) in row.entries.iter().zip(&table.columns) {
            if let Some(entry) = entry {
                push_source(&mut html, analysis, (&row.name, column), entry, language);
            }
        }
    }
    html.push_str("</dl>\n");
    push_findings(&mut html, analysis, language);
    html.push_str("</body></html>\n");
    html
}

fn about(analysis: &Analysis, language: Language) -> String {
    let [report, hash, _, tool] = stamp(analysis).map(|field| escaped(&field));
    let report = say::HASHED_FILE.say(language, &[("name", &report), ("sha", &format!("SHA-256 {hash}"))]);
    format!("<p class=\"about\">{}</p>\n", say::ABOUT.say(language, &[("report", &report), ("tool", &tool)]))
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

fn push_statistics(html: &mut String, columns: &[Column], statistics: &[Statistics], language: Language) {
    type Value = fn(&Column, &Statistics, Language) -> String;
    const NONE: &str = "\u{2013}";
    let lines: [(&Sentence, Value); 5] = [
        (&say::STATED, |_, s, language| say::N_OF.say(language, &[("n", &s.stated.to_string()), ("of", &s.of.to_string())])),
        (&say::SUM, |c, s, language| s.sum.map_or_else(|| say::NO_SUM.of(language).to_owned(), |v| c.computed(v).text())),
        (&say::MEDIAN, |c, s, _| s.median.map_or_else(|| NONE.to_owned(), |v| c.computed(v).text())),
        (&say::HIGHEST, |c, s, _| s.highest.map_or_else(|| NONE.to_owned(), |v| c.computed(v).text())),
        (&say::LOWEST, |c, s, _| s.lowest.map_or_else(|| NONE.to_owned(), |v| c.computed(v).text())),
    ];
    for (name, value) in lines {
        let _ = write!(html, "<tr><th scope=\"row\">{}</th>", name.of(language));
        for (column, statistics) in columns.iter().zip(statistics) {
            let _ = write!(html, "<td>{}</td>", value(column, statistics, language));
        }
        html.push_str("</tr>\n");
    }
}

fn push_source(html: &mut String, analysis: &Analysis, (region, column): (&str, &Column), entry: &Entry, language: Language) {
    let sentence = analysis.quantities.get(entry.quantity as usize).map(|q| q.sentence.of(&analysis.document.text).trim());
    let values = [
        ("region", region),
        ("label", &column.label),
        ("year", &entry.year.map_or_else(String::new, |year| year.to_string())),
        ("printed", &entry.printed),
    ];
    let said = if entry.year.is_some() { &say::OF_REGION_YEAR } else { &say::OF_REGION }.say(language, &values);
    let notes = notes(entry, language);
    let notes = if notes.is_empty() { notes } else { format!(" <small>{}</small>", escaped(&notes)) };
    let _ = writeln!(
        html,
        "<dt id=\"figure-{}\">{}{notes}</dt><dd><blockquote>{}</blockquote></dd>",
        entry.quantity,
        escaped(&said),
        escaped(sentence.unwrap_or_default())
    );
}

/// The findings that do not add up, each in its sentence.
fn push_findings(html: &mut String, analysis: &Analysis, language: Language) {
    let findings: Vec<&Finding> = analysis.findings.iter().filter(|finding| finding.verdict == Verdict::Inconsistent).collect();
    if findings.is_empty() {
        return;
    }
    let values = [("n", &*findings.len().to_string()), ("of", &analysis.findings.len().to_string())];
    let (title, note) = (say::DOES_NOT_ADD_UP.of(language), say::AS_READ.say(language, &values));
    let _ = writeln!(html, "<h2>{title}</h2>\n<p class=\"about\">{note}</p>\n<ul>");
    for finding in findings {
        let region = section_name(analysis, finding.section, language);
        let said = say::FINDING.say(language, &[("region", region), ("note", &finding.note)]);
        let _ = writeln!(html, "<li>{} <small>{}</small></li>", escaped(&said), escaped(&finding.calculation));
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
        let html = html_report(&analysis, &table, &shown, "Report <1>", Language::English);
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
