//! The contributor line at the end of a section: who wrote it, and for which office.

use super::heading::has_inner_sentence;
use super::line::{Line, one_line};
use super::{gazetteer, words};
use crate::analysis::Credit;

/// A contributor line takes at most so many lines.
const MOST_LINES: usize = 3;
const MOST_BYTES: usize = 320;

const OFFICE_WORDS: &[&str] = &[
    "office",
    "department",
    "bureau",
    "commission",
    "ministry",
    "committee",
    "centre",
    "center",
    "agency",
    "group",
    "institute",
    "university",
    "division",
    "secretariat",
    "authority",
    "council",
    "association",
    "foundation",
    "board",
    "administration",
    "directorate",
    "government",
    "academy",
    "service",
    "society",
    "unit",
    "organization",
];

/// The contributor line that ends the lines `section`, with the index of its first line.
///
/// `(Li Ming, Wang Hong, Poverty Alleviation Office of Hebei)`, over several lines or in one.
pub(super) fn credit(text: &str, lines: &[Line], section: std::ops::Range<usize>) -> Option<(Credit, usize)> {
    let mut filled = section.rev().filter(|at| lines.get(*at).is_some_and(|line| !line.is_blank()));
    let last = filled.next()?;
    let end = lines.get(last)?.span;
    let closing = |line: &str| line.ends_with([')', '）']);
    if !closing(end.of(text)) {
        return None;
    }
    let first = [last]
        .into_iter()
        .chain(filled)
        .take(MOST_LINES)
        .find(|at| lines.get(*at).is_some_and(|line| line.of(text).starts_with(['(', '（'])))?;
    let start = lines.get(first)?.span.start;
    let whole = text.get(start as usize..end.end as usize).filter(|whole| whole.len() <= MOST_BYTES)?;
    let inner = whole.trim_matches(['(', ')', '（', '）']);
    let (people, office) = people_and_office(inner);
    let named = !people.is_empty() || has_office_word(&office);
    (named && !has_inner_sentence(inner)).then_some((Credit { people, office, start, end: end.end }, first))
}

fn people_and_office(inner: &str) -> (Vec<String>, String) {
    let parts: Vec<String> = inner.split([',', ';', '，', '、']).map(one_line).filter(|part| !part.is_empty()).collect();
    let people = parts.iter().take_while(|part| is_person(part)).count();
    (parts.iter().take(people).cloned().collect(), parts.get(people..).unwrap_or_default().join(", "))
}

fn is_person(part: &str) -> bool {
    let count = part.split(' ').count();
    let capitals = part
        .split(' ')
        .all(|word| words::is_capital(word) && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’')));
    let chinese = count == 1 && (2..=4).contains(&part.chars().count()) && part.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    chinese || ((2..=4).contains(&count) && capitals && !has_office_word(part) && gazetteer::mentions(part).is_empty())
}

fn has_office_word(part: &str) -> bool {
    part.split_whitespace().any(|word| OFFICE_WORDS.contains(&words::bare(word).as_str())) || part.contains(['办', '局', '委', '部', '院'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::line::lines;

    fn read(text: &str) -> Option<(Vec<String>, String, &str)> {
        let lines = lines(text);
        let (credit, _) = credit(text, &lines, 0..lines.len())?;
        let printed = text.get(credit.start as usize..credit.end as usize)?;
        Some((credit.people, credit.office, printed))
    }

    #[test]
    fn people_come_before_the_office() {
        let (people, office, printed) =
            read("Text.\n   (Zhou Jili, Tang Yi, Poverty Alleviation and Resettlement Bureau of Sichuan Province)\n\n").unwrap();
        assert_eq!(people, ["Zhou Jili", "Tang Yi"]);
        assert_eq!(office, "Poverty Alleviation and Resettlement Bureau of Sichuan Province");
        assert!(printed.starts_with("(Zhou") && printed.ends_with("Province)"));
    }

    #[test]
    fn a_line_may_be_broken() {
        let (people, office, _) = read("Text.\n(Huang Lanqing, Wen Xianglin,\n\nPoverty Alleviation Office of Guangxi)\n").unwrap();
        assert_eq!(people, ["Huang Lanqing", "Wen Xianglin"]);
        assert_eq!(office, "Poverty Alleviation Office of Guangxi");
    }

    #[test]
    fn an_office_alone_and_people_alone() {
        assert_eq!(read("(Hebei Provincial Poverty Alleviation Office)").map(|credit| credit.0.len()), Some(0));
        assert_eq!(read("(Mary Ann Smith, J. R. Jones)").map(|credit| (credit.0.len(), credit.1)), Some((2, String::new())));
        assert_eq!(
            read("（王明、河北省扶贫办）").map(|credit| (credit.0, credit.1)),
            Some((vec!["王明".to_owned()], "河北省扶贫办".to_owned()))
        );
    }

    #[test]
    fn brackets_that_end_a_sentence_are_no_credit() {
        assert_eq!(read("The line is 2,300 yuan (2010 constant prices)"), None);
        assert_eq!(read("(in 2010 constant prices)"), None);
        assert_eq!(read("Text.\n(Li Ming, Office of Hebei)\nMore text follows here."), None);
    }
}
