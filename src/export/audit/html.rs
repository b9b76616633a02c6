//! The audit as one HTML file that needs nothing else: facts and counts, every finding in its sentences, and how far to trust it.

use super::super::html::escaped;
use super::page_style::STYLE;
use super::{AuditRun, figures, gap, of_verdict, one_line, sentences};
use crate::analysis::{Analysis, Bounds, Finding, Number, Quantity, Tally, Unit, Verdict};
use crate::audit::rules;
use crate::compare::{Scale, bounds_words, unit_words};
use crate::measured::{PRECISION, RECALL, RECALL_CONSISTENT, measured};
use crate::text::Span;
use crate::wording::{Language, chinese_bounds, chinese_unit, date, page as say};
use std::fmt::Write as _;

/// The page. `title` names the report; all text of the report is escaped.
pub fn audit_html(run: &AuditRun, title: &str) -> String {
    let mut html = String::new();
    let (title, about) = (run.say(&say::TITLE, &[("title", &escaped(title))]), run.plain(&say::ABOUT));
    // Writing to a String cannot fail, here and below.
    let _ = write!(
        html,
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}</title><style>{STYLE}</style></head><body>\n<header><h1>{title}</h1>\n<p class=\"about\">{about}</p>\n",
        run.language.tag()
    );
    push_facts(&mut html, run);
    html.push_str("</header>\n<main>\n");
    push_counts(&mut html, run);
    let _ = writeln!(html, "<h2>{}</h2>\n<p>{}</p>", run.plain(&say::HOW), escaped(rules::how(run.settings, run.language)));
    for verdict in Verdict::BY_WEIGHT {
        push_group(&mut html, run, verdict);
    }
    push_set_aside(&mut html, run);
    push_earlier(&mut html, run);
    push_rules(&mut html, run);
    push_trust(&mut html, run);
    html.push_str("</main></body></html>\n");
    html
}

fn push_facts(html: &mut String, run: &AuditRun) {
    let document = &run.analysis.document;
    let year = document.year.map_or_else(|| run.plain(&say::NOT_TOLD).to_owned(), |year| year.to_string());
    let program = format!("{} {}", run.analysis.generator.name, run.analysis.generator.version);
    let mut facts = vec![
        (run.plain(&say::FILE), document.name.clone()),
        ("SHA-256", document.sha256.clone()),
        (run.plain(&say::YEAR), year),
        (run.plain(&say::AUDITED_ON), date(run.date, run.language)),
        (run.plain(&say::PROGRAM), program),
        (run.plain(&say::DIGITS), run.plain(if run.settings.truncation { &say::CUT } else { &say::ROUNDED }).to_owned()),
    ];
    let corrections = run.analysis.review.iter().filter(|outcome| outcome.lost.is_none()).count();
    if corrections > 0 {
        facts.push((run.plain(&say::CORRECTIONS), corrections.to_string()));
    }
    if let Some(earlier) = run.earlier {
        let document = &earlier.analysis.document;
        let values = [("name", document.name.as_str()), ("sha", &format!("SHA-256 {}", document.sha256))];
        facts.push((run.plain(&say::HELD_AGAINST), run.say(&say::HASHED_FILE, &values)));
    }
    html.push_str("<dl class=\"facts\">");
    for (name, value) in facts {
        let _ = write!(html, "<dt>{name}</dt><dd>{}</dd>", escaped(&value));
    }
    html.push_str("</dl>\n");
}

fn push_counts(html: &mut String, run: &AuditRun) {
    let (title, rule) = (run.plain(&say::COUNTS), run.plain(&say::RULE));
    let _ = write!(html, "<h2>{title}</h2>\n<div class=\"wide\"><table><thead><tr><th scope=\"col\">{rule}</th>");
    for verdict in Verdict::BY_WEIGHT {
        let _ = write!(html, "<th scope=\"col\">{}</th>", run.verdict(verdict));
    }
    let _ = write!(html, "<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n", run.plain(&say::CHECKS));
    for (rule, tally) in run.by_rule() {
        push_tally(html, &format!("<a href=\"#rule-{}\">{}</a>", rule.id, rule.label_in(run.language)), tally);
    }
    html.push_str("</tbody>\n<tfoot>");
    push_tally(html, run.plain(&say::ALL_RULES), Tally::of(run.findings()));
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
    let verdict_words = capitalised(run.verdict(verdict));
    let _ = writeln!(html, "<h2>{}</h2>", run.say(&say::GROUP, &[("verdict", &verdict_words), ("n", &count.to_string())]));
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
    let _ = writeln!(html, "<h2>{}</h2>", run.say(&say::MISREAD, &[("n", &set_aside.len().to_string())]));
    for finding in set_aside {
        push_finding(html, run, finding);
    }
}

fn push_earlier(html: &mut String, run: &AuditRun) {
    let Some(earlier) = run.earlier else { return };
    let n = earlier.findings.len().to_string();
    let title = match earlier.analysis.document.year {
        Some(year) => run.say(&say::AGAINST, &[("year", &year.to_string()), ("n", &n)]),
        None => run.say(&say::AGAINST_BEFORE, &[("n", &n)]),
    };
    let _ = writeln!(html, "<h2>{title}</h2>");
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
    let story = if finding.changes_story { run.plain(&say::STORY) } else { "" };
    let _ = write!(
        html,
        "<article><p class=\"verdict {class}\"><b>{sign} {}{story}</b> \u{b7} <a href=\"#rule-{}\">{}</a> \u{b7} {}</p><h3>{}</h3>",
        run.verdict(finding.verdict),
        escaped(&finding.rule),
        rules::rule(&finding.rule).map_or("", |rule| rule.label_in(run.language)),
        escaped(run.name(finding.section)),
        escaped(&finding.note)
    );
    let figures = figures(run.analysis, finding);
    push_quotes(html, run, finding, &figures);
    push_ranges(html, run, finding, figures.first().copied());
    if !finding.calculation.is_empty() {
        let _ = write!(html, "<p class=\"calc\">{}</p>", escaped(&finding.calculation));
    }
    if let Some(slip) = &finding.slip {
        let _ = write!(html, "<p class=\"calc\">{}</p>", escaped(&run.say(&say::SLIP, &[("slip", slip)])));
    }
    if let Some(answered) = &finding.answer {
        let sentence = if answered.note.is_empty() { &say::READER_SAYS } else { &say::READER_ADDS };
        let said = run.say(sentence, &[("answer", run.answer(answered.answer)), ("note", &answered.note)]);
        let _ = write!(html, "<p class=\"calc\">{}</p>", escaped(&said));
    }
    html.push_str("</article>\n");
}

/// The sentences of a finding; one of another section, or of the earlier report, says whose it is.
fn push_quotes(html: &mut String, run: &AuditRun, finding: &Finding, figures: &[&Quantity]) {
    for span in sentences(figures) {
        let section = figures.iter().find(|q| q.sentence == span).map(|q| q.section).filter(|section| *section != finding.section);
        let cited = section.map_or_else(String::new, |section| format!("<cite>{}</cite>", escaped(run.name(section))));
        let _ = write!(html, "<blockquote>{}{cited}</blockquote>", marked(run.analysis, span, figures));
    }
    if let Some((earlier, former)) = run.former(finding) {
        let cited = escaped(&earlier.document.name);
        let _ = write!(html, "<blockquote>{}<cite>{cited}</cite></blockquote>", marked(earlier, former.sentence, &[former]));
    }
}

/// The range that the questioned figure stands for, the one implied, and how far they lie apart.
fn push_ranges(html: &mut String, run: &AuditRun, finding: &Finding, asked: Option<&Quantity>) {
    let (Some(asked), Some(stated), Some(implied)) = (asked, finding.stated, finding.computed) else { return };
    let words = |bounds| range_words(run.language, &bounds, asked);
    let values = [("text", &*one_line(&asked.text)), ("stated", &words(stated)), ("implied", &words(implied))];
    let mut said = run.say(&say::RANGES, &values);
    if let Some(gap) = gap(finding).filter(|gap| !gap.is_zero()) {
        said += &run.say(&say::APART, &[("gap", &words(Bounds { low: Number(gap), high: Number(gap) }))]);
    }
    let _ = write!(html, "<p class=\"calc\">{}</p>", escaped(&said));
}

/// A range with the unit of the figure that it is for.
fn range_words(language: Language, bounds: &Bounds, asked: &Quantity) -> String {
    if language == Language::Chinese {
        return chinese_bounds(bounds.low.0, bounds.high.0, &chinese_unit(asked.unit, "", asked.noun.as_deref(), None));
    }
    let (low, high) = bounds_words(bounds, asked.unit);
    let unit = unit_words(asked.unit, Scale::usual(asked.unit, Some(bounds.high.0)), asked.noun.as_deref(), None);
    let blank = if asked.unit == Unit::Percent { "" } else { " " };
    if low == high { format!("{low}{blank}{unit}") } else { format!("{low} to {high}{blank}{unit}") }
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
    let _ = write!(html, "<h2>{}</h2>\n<dl>", run.plain(&say::RULES));
    for (rule, _) in run.by_rule() {
        let (label, definition) = (rule.label_in(run.language), rule.definition_in(run.language));
        let _ = write!(html, "<dt id=\"rule-{}\">{label}</dt><dd>{definition}</dd>", rule.id);
    }
    html.push_str("</dl>\n");
}

/// What no rule sees, and how well the audit was measured to work.
fn push_trust(html: &mut String, run: &AuditRun) {
    let _ = write!(html, "<h2>{}</h2>\n<dl>", run.plain(&say::BLIND));
    for (title, text) in rules::blind_spots(run.language) {
        let _ = write!(html, "<dt>{}</dt><dd>{}</dd>", escaped(title), escaped(text));
    }
    let _ = write!(
        html,
        "</dl>\n<h2>{}</h2>\n<div class=\"wide\"><table><caption>{}</caption>\n<thead><tr>",
        run.plain(&say::MEASURED),
        run.plain(&say::MEASURED_TERMS)
    );
    for head in [&say::MEASURE, &say::EIGHT, &say::UNSEEN, &say::OTHER_KINDS] {
        let _ = write!(html, "<th scope=\"col\">{}</th>", run.plain(head));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    let measures = [(PRECISION, &say::PRECISION), (RECALL, &say::RECALL), (RECALL_CONSISTENT, &say::RECALL_CONSISTENT)];
    for (name, measure) in measures.into_iter().filter_map(|(id, name)| Some((run.plain(name), measured().of(id)?))) {
        let _ = write!(html, "<tr><th scope=\"row\">{name}</th>");
        for share in [&*measure.eight, &measure.unseen, measure.on_other_kinds()] {
            let _ = write!(html, "<td>{share}</td>");
        }
        html.push_str("</tr>\n");
    }
    let _ = writeln!(html, "</tbody></table></div>\n<p class=\"about\">{}</p>", escaped(&made_up(run)));
}

/// What the audit finds on made-up reports.
fn made_up(run: &AuditRun) -> String {
    let made = measured().made_up;
    let [reports, planted, found, alarms] =
        [made.reports, made.planted as u64, made.found as u64, made.false_alarms as u64].map(|n| n.to_string());
    let values = [
        ("reports", &*reports),
        ("planted", &planted),
        ("found", &found),
        ("alarms", &alarms),
        ("date", &date(&measured().date, run.language)),
    ];
    run.say(&say::MADE_UP, &values)
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
