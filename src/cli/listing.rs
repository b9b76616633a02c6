//! `--format table`: a listing to read in a terminal, region by region.

use crate::analysis::{Amount, Analysis, Quantity, Section, Topic};
use std::io::{self, Write};

/// How much of "what" and of a figure's print is shown.
const WHAT: usize = 60;
const PRINT: usize = 28;

/// Writes each report's regions, topics and figures.
pub(super) fn write(analyses: &[Analysis], out: &mut dyn Write) -> io::Result<()> {
    for analysis in analyses {
        let document = &analysis.document;
        let counts = [(analysis.sections.len(), "section"), (analysis.quantities.len(), "figure"), (analysis.findings.len(), "check")];
        writeln!(out, "{}: {}", document.name, counts.map(|(count, noun)| counted(count, noun)).join(", "))?;
        let mut quantities = analysis.quantities.iter().peekable();
        let mut topics = analysis.topics.iter().peekable();
        for section in &analysis.sections {
            writeln!(out, "\n{}", head(section))?;
            let own: Vec<&Topic> = std::iter::from_fn(|| topics.next_if(|topic| topic.section == section.id)).collect();
            let mut shown = None;
            while let Some(quantity) = quantities.next_if(|quantity| quantity.section == section.id) {
                if quantity.topic != shown {
                    shown = quantity.topic;
                    let title = own.iter().find(|topic| Some(topic.id) == shown).map_or("(no topic)", |topic| topic.title.as_str());
                    writeln!(out, "  {title}")?;
                }
                writeln!(out, "    {}", line(quantity))?;
            }
        }
    }
    Ok(())
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn head(section: &Section) -> String {
    match &section.region.code {
        Some(code) => format!("{} ({code})", section.region.name),
        None => section.region.name.clone(),
    }
}

fn line(quantity: &Quantity) -> String {
    let value = match quantity.amount {
        Amount::Unread => "?".to_owned(),
        Amount::One(value) => value.normalize().to_string(),
        Amount::Range(low, high) => format!("{}-{}", low.normalize(), high.normalize()),
    };
    let unit = quantity.noun.as_deref().unwrap_or_else(|| quantity.unit.code());
    let per = quantity.per.as_ref().map_or_else(String::new, |per| format!("/{per}"));
    let year = quantity.year.map_or_else(String::new, |year| year.to_string());
    let print = shortened(&quantity.text, PRINT);
    format!("{print:<PRINT$}  {value:>14} {:<14} {year:>4}  {}", format!("{unit}{per}"), shortened(&quantity.what, WHAT))
}

/// One line, cut after `most` characters.
fn shortened(text: &str, most: usize) -> String {
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((at, _)) = line.char_indices().nth(most) {
        let keep = line.char_indices().nth(most - 1).map_or(at, |(at, _)| at);
        line.truncate(keep);
        line.push('…');
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_on_a_character() {
        assert_eq!(shortened("fiscal\n funds", 20), "fiscal funds");
        assert_eq!(shortened("河北省投入资金", 4), "河北省…");
        assert_eq!(shortened("four", 4), "four");
    }

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!(counted(1, "figure"), "1 figure");
        assert_eq!(counted(0, "figure"), "0 figures");
    }
}
