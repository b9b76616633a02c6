//! The audit as one HTML file that needs nothing else: facts and counts, every finding in its sentences, and how far to trust it.

use super::super::html::escaped;
use super::page_style::STYLE;
use super::{AuditRun, definition, figures, gap, of_verdict, one_line, sentences};
use crate::analysis::{Analysis, Finding, Number, Quantity, Tally, Unit, Verdict};
use crate::audit::rules;
use crate::compare::{Scale, bounds_words, unit_words};
use crate::measured::{PRECISION, RECALL, RECALL_CONSISTENT, measured};
use crate::text::Span;
use std::fmt::Write as _;

/// The page. `title` names the report; all text of the report is escaped.
pub fn audit_html(run: &AuditRun, title: &str) -> String {
    let mut html = String::new();
    let title = escaped(title);
    // Writing to a String cannot fail, here and below.
    let _ = write!(
        html,
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>Audit of {title}</title><style>{STYLE}</style></head><body>\n<header><h1>Audit of {title}</h1>\n\
         <p class=\"about\">Whether the report\u{2019}s figures agree with each other, as read by a program. It says nothing about what is right.</p>\n"
    );
    push_facts(&mut html, run);
    html.push_str("</header>\n<main>\n");
    push_counts(&mut html, run);
    let _ = writeln!(html, "<h2>How figures are compared</h2>\n<p>{}</p>", escaped(rules::how(run.settings)));
    for verdict in Verdict::BY_WEIGHT {
        push_group(&mut html, run, verdict);
    }
    push_set_aside(&mut html, run);
    push_earlier(&mut html, run);
    push_rules(&mut html, run);
    push_trust(&mut html);
    html.push_str("</main></body></html>\n");
    html
}

fn push_facts(html: &mut String, run: &AuditRun) {
    let document = &run.analysis.document;
    let year = document.year.map_or_else(|| "not told".to_owned(), |year| year.to_string());
    let program = format!("{} {}", run.analysis.generator.name, run.analysis.generator.version);
    let mut facts = vec![
        ("File", document.name.clone()),
        ("SHA-256", document.sha256.clone()),
        ("Year of the report", year),
        ("Audited on", run.date.to_owned()),
        ("Program", program),
        ("Last digits are taken as", run.settings.digits().to_owned()),
    ];
    let corrections = run.analysis.review.iter().filter(|outcome| outcome.lost.is_none()).count();
    if corrections > 0 {
        facts.push(("Corrections and answers of the reader", corrections.to_string()));
    }
    if let Some(earlier) = run.earlier {
        let document = &earlier.analysis.document;
        facts.push(("Held against", format!("{} (SHA-256 {})", document.name, document.sha256)));
    }
    html.push_str("<dl class=\"facts\">");
    for (name, value) in facts {
        let _ = write!(html, "<dt>{name}</dt><dd>{}</dd>", escaped(&value));
    }
    html.push_str("</dl>\n");
}

fn push_counts(html: &mut String, run: &AuditRun) {
    html.push_str("<h2>Checks by rule</h2>\n<div class=\"wide\"><table><thead><tr><th scope=\"col\">Rule</th>");
    for verdict in Verdict::BY_WEIGHT {
        let _ = write!(html, "<th scope=\"col\">{}</th>", verdict.words());
    }
    html.push_str("<th scope=\"col\">checks</th></tr></thead>\n<tbody>\n");
    for (rule, tally) in run.by_rule() {
        push_tally(html, &format!("<a href=\"#rule-{}\">{}</a>", rule.id, rule.label), tally);
    }
    html.push_str("</tbody>\n<tfoot>");
    push_tally(html, "All", Tally::of(run.findings()));
    html.push_str("</tfoot></table></div>\n");
}

fn push_tally(html: &mut String, name: &str, tally: Tally) {
    let _ = write!(html, "<tr><th scope=\"row\">{name}</th>");
    for verdict in Verdict::BY_WEIGHT {
        let _ = write!(html, "<td>{}</td>", tally.count(verdict));
    }
    let _ = writeln!(html, "<td>{}</td></tr>", tally.total());
}

/// The report's own findings of one verdict.
fn push_group(html: &mut String, run: &AuditRun, verdict: Verdict) {
    let count = of_verdict(&run.analysis.findings, verdict).count();
    if count == 0 {
        return;
    }
    let _ = writeln!(html, "<h2>{} ({count})</h2>", capitalised(verdict.words()));
    for finding in of_verdict(&run.analysis.findings, verdict) {
        push_finding(html, run, finding);
    }
}

/// What the reader has called misread: in no count, but not hidden either.
fn push_set_aside(html: &mut String, run: &AuditRun) {
    let set_aside: Vec<&Finding> = run.analysis.findings.iter().filter(|finding| finding.is_dismissed()).collect();
    if set_aside.is_empty() {
        return;
    }
    let _ = writeln!(html, "<h2>Misread, says the reader ({})</h2>", set_aside.len());
    for finding in set_aside {
        push_finding(html, run, finding);
    }
}

fn push_earlier(html: &mut String, run: &AuditRun) {
    let Some(earlier) = run.earlier else { return };
    let year = earlier.analysis.document.year.map_or_else(|| "before".to_owned(), |year| format!("for {year}"));
    let _ = writeln!(html, "<h2>Against the report {year} ({})</h2>", earlier.findings.len());
    for verdict in Verdict::BY_WEIGHT {
        for finding in of_verdict(earlier.findings, verdict) {
            push_finding(html, run, finding);
        }
    }
}

fn push_finding(html: &mut String, run: &AuditRun, finding: &Finding) {
    let (class, sign) = match finding.verdict {
        Verdict::Inconsistent => ("no", "\u{2715}"),
        Verdict::Rounding => ("near", "\u{2248}"),
        Verdict::Unchecked => ("un", "?"),
        Verdict::Consistent => ("ok", "\u{2713}"),
    };
    let story = if finding.changes_story { ", changes the story" } else { "" };
    let _ = write!(
        html,
        "<article><p class=\"verdict {class}\"><b>{sign} {}{story}</b> \u{b7} <a href=\"#rule-{}\">{}</a> \u{b7} {}</p><h3>{}</h3>",
        finding.verdict.words(),
        escaped(&finding.rule),
        definition(finding).0,
        escaped(run.region(finding)),
        escaped(&finding.note)
    );
    let figures = figures(run.analysis, finding);
    push_quotes(html, run, finding, &figures);
    push_ranges(html, finding, figures.first().copied());
    if !finding.calculation.is_empty() {
        let _ = write!(html, "<p class=\"calc\">{}</p>", escaped(&finding.calculation));
    }
    if let Some(slip) = &finding.slip {
        let _ = write!(html, "<p class=\"calc\">Possibly: {}</p>", escaped(slip));
    }
    if let Some(answered) = &finding.answer {
        let said = answered.answer.words();
        let note = if answered.note.is_empty() { String::new() } else { format!(": {}", answered.note) };
        let _ = write!(html, "<p class=\"calc\">The reader says: {said}{}</p>", escaped(&note));
    }
    html.push_str("</article>\n");
}

/// The sentences of a finding; one of another section, or of the earlier report, says whose it is.
fn push_quotes(html: &mut String, run: &AuditRun, finding: &Finding, figures: &[&Quantity]) {
    for span in sentences(figures) {
        let section = figures.iter().find(|q| q.sentence == span).map(|q| q.section).filter(|section| *section != finding.section);
        let region = section.and_then(|section| run.analysis.sections.get(section as usize));
        let cited = region.map_or_else(String::new, |section| format!("<cite>{}</cite>", escaped(&section.region.name)));
        let _ = write!(html, "<blockquote>{}{cited}</blockquote>", marked(run.analysis, span, figures));
    }
    if let Some((earlier, former)) = run.former(finding) {
        let cited = escaped(&earlier.document.name);
        let _ = write!(html, "<blockquote>{}<cite>{cited}</cite></blockquote>", marked(earlier, former.sentence, &[former]));
    }
}

/// The range that the questioned figure stands for, the one implied, and how far they lie apart.
fn push_ranges(html: &mut String, finding: &Finding, asked: Option<&Quantity>) {
    let (Some(asked), Some(stated), Some(implied)) = (asked, finding.stated, finding.computed) else { return };
    let words = |bounds| {
        let (low, high) = bounds_words(&bounds, asked.unit);
        let unit = unit_words(asked.unit, Scale::usual(asked.unit, Some(bounds.high.0)), asked.noun.as_deref(), None);
        let blank = if asked.unit == Unit::Percent { "" } else { " " };
        if low == high { format!("{low}{blank}{unit}") } else { format!("{low} to {high}{blank}{unit}") }
    };
    let _ = write!(
        html,
        "<p class=\"calc\">Printed {}: {}. Implied: {}.",
        escaped(&one_line(&asked.text)),
        escaped(&words(stated)),
        escaped(&words(implied))
    );
    if let Some(gap) = gap(finding).filter(|gap| !gap.is_zero()) {
        let _ = write!(html, " Apart by at least {}.", escaped(&words(crate::analysis::Bounds { low: Number(gap), high: Number(gap) })));
    }
    html.push_str("</p>");
}

/// A sentence with the figures of a finding marked.
fn marked(analysis: &Analysis, sentence: Span, figures: &[&Quantity]) -> String {
    let text = &analysis.document.text;
    let mut inside: Vec<Span> =
        figures.iter().map(|q| Span { start: q.start, end: q.end }).filter(|span| sentence.contains(*span)).collect();
    inside.sort_unstable();
    let mut html = String::new();
    let mut at = sentence.start;
    for span in inside.into_iter().filter(|span| !span.is_empty()) {
        if span.start < at {
            continue;
        }
        html.push_str(&escaped(Span { start: at, end: span.start }.of(text)));
        let _ = write!(html, "<mark>{}</mark>", escaped(span.of(text)));
        at = span.end;
    }
    html.push_str(&escaped(Span { start: at, end: sentence.end }.of(text)));
    one_line(&html)
}

fn push_rules(html: &mut String, run: &AuditRun) {
    html.push_str("<h2>Rules</h2>\n<dl>");
    for (rule, _) in run.by_rule() {
        let _ = write!(html, "<dt id=\"rule-{}\">{}</dt><dd>{}</dd>", rule.id, rule.label, rule.definition);
    }
    html.push_str("</dl>\n");
}

/// What no rule sees, and how well the audit was measured to work.
fn push_trust(html: &mut String) {
    html.push_str("<h2>What the audit cannot see</h2>\n<dl>");
    for (title, text) in rules::BLIND_SPOTS {
        let _ = write!(html, "<dt>{}</dt><dd>{}</dd>", escaped(title), escaped(text));
    }
    html.push_str(
        "</dl>\n<h2>How well it was measured to work</h2>\n<div class=\"wide\"><table>\
         <caption>Shares of 1. Precision: of the findings that do not add up, how many a careful reader of the text confirms. Recall: of what \
         such a reader found, how much is found here.</caption>\n<thead><tr><th scope=\"col\">Measure</th>\
         <th scope=\"col\">eight annotated sections</th><th scope=\"col\">four more</th></tr></thead>\n<tbody>\n",
    );
    for measure in [PRECISION, RECALL, RECALL_CONSISTENT].into_iter().filter_map(|id| measured().of(id)) {
        let _ = writeln!(
            html,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
            escaped(&measure.name),
            measure.eight,
            measure.four_more
        );
    }
    let made = measured().made_up;
    let _ = writeln!(
        html,
        "</tbody></table></div>\n<p class=\"about\">On {} made-up reports with {} planted slips it finds {}, and questions {} statements that \
         hold. Measured on {}.</p>",
        made.reports,
        made.planted,
        made.found,
        made.false_alarms,
        escaped(&measured().date)
    );
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
