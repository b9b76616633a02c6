//! Furniture: lines of the site or the page layout that are no part of the report (copyright, address, app download, page numbers).

use super::line::{Line, is_prose};
use super::{gazetteer, words};
use crate::text::count;
use std::collections::HashMap;

/// Phrases of site furniture, lower case. A short line that contains one is none of the report's.
const PHRASES: &[&str] = &[
    "all rights reserved",
    "copyright",
    "©",
    "scan the qr code",
    "download the app",
    "download our app",
    "back to top",
    "print this page",
    "share this page",
    "skip to content",
    "cookie policy",
    "privacy policy",
    "terms of use",
    "page intentionally left blank",
    "版权所有",
    "icp备",
    "公网安备",
    "扫描下载",
    "客户端",
    "返回顶部",
    "打印本页",
    "未经许可",
];
/// Phrases of contact lines; they need digits beside them.
const CONTACTS: &[&str] = &["地址", "邮编", "电话", "传真", "tel:", "fax:", "tel.:", "postcode"];
const MOST_CHARS: usize = 220;

/// For each line, whether it is furniture.
pub(super) fn furniture(text: &str, lines: &[Line]) -> Vec<bool> {
    let mut found: Vec<bool> = lines.iter().map(|line| is_furniture(line.of(text))).collect();
    if is_latin(text) {
        mark_foreign_edge(text, lines, &mut found, (0..lines.len()).rev());
        mark_foreign_edge(text, lines, &mut found, 0..lines.len());
    }
    for at in page_numbers(text, lines) {
        if let Some(flag) = found.get_mut(at) {
            *flag = true;
        }
    }
    for at in running_heads(text, lines, &found) {
        if let Some(flag) = found.get_mut(at) {
            *flag = true;
        }
    }
    found
}

/// Lines at the head or foot of pages: the same words at three page numbers or more, the report's title again, or the same words with a
/// page number in the line ("Health Report 2019 | 14").
fn running_heads(text: &str, lines: &[Line], found: &[bool]) -> Vec<usize> {
    let filled: Vec<usize> = (0..lines.len()).filter(|at| lines.get(*at).is_some_and(|line| !line.is_blank())).collect();
    let page = |at: Option<usize>| {
        let Some(at) = at.and_then(|at| filled.get(at)).copied() else { return false };
        found.get(at).copied().unwrap_or(false) && lines.get(at).is_some_and(|line| line.of(text).contains(|c: char| c.is_ascii_digit()))
    };
    let title = filled.first().and_then(|at| lines.get(*at)).map(|line| line.of(text).to_lowercase());
    let title = title.filter(|title| title.split_whitespace().nth(3).is_some());
    let mut at_pages: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut numbered: HashMap<&str, Vec<(usize, u32)>> = HashMap::new();
    let mut heads = Vec::new();
    for (at, line) in filled.iter().enumerate() {
        let words = lines.get(*line).map_or("", |line| line.of(text));
        if words.len() > MOST_CHARS || found.get(*line).copied().unwrap_or(false) || is_prose(words) {
            continue;
        }
        if at > 0 && title.as_ref().is_some_and(|title| title.len() == words.len() && *title == words.to_lowercase()) {
            heads.push(*line);
        } else if words.split_whitespace().nth(2).is_some() && (page(at.checked_sub(1)) || page(at.checked_add(1))) {
            at_pages.entry(words).or_default().push(*line);
        } else if let Some((head, page)) = head_and_page(words) {
            numbered.entry(head).or_default().push((*line, page));
        }
    }
    heads.extend(at_pages.into_values().filter(|at| at.len() >= PAGES).flatten());
    let counts_up =
        |at: &Vec<(usize, u32)>| at.windows(2).all(|pair| matches!(pair, [(above, a), (below, b)] if b > a && *below > above + 4));
    let numbered = numbered.into_values().filter(|at| at.len() >= PAGES && counts_up(at));
    heads.extend(numbered.flatten().map(|(line, _)| line));
    heads
}

/// So many pages have the same head.
const PAGES: usize = 3;

/// "Health Report 2019 | 14", "14 Annual Health Report": three words or more with a page number at an end.
fn head_and_page(line: &str) -> Option<(&str, u32)> {
    let blank = |c: char| c.is_whitespace() || matches!(c, '|' | '•' | '·' | '–' | '—' | '-');
    let behind = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let before = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let (head, page) =
        if behind.len() < line.len() { (behind, line.get(behind.len()..)?) } else { (before, line.get(..line.len() - before.len())?) };
    // "- cost per child: USD 40" is an item that recurs.
    let item = ["- ", "* ", "• "].iter().any(|mark| line.starts_with(mark));
    let parted = !item && (head.ends_with(blank) || head.starts_with(blank));
    let head = head.trim_matches(blank);
    let named = head.split_whitespace().nth(2).is_some() && !head.split_whitespace().next_back().is_some_and(words::takes_number);
    (parted && named && page.len() <= 4).then(|| page.parse().ok()).flatten().map(|page| (head, page))
}

fn is_furniture(line: &str) -> bool {
    let long = line.len() > MOST_CHARS && (line.len() > MOST_CHARS * 4 || line.chars().count() > MOST_CHARS);
    if line.is_empty() || long {
        return false;
    }
    let line = line.to_lowercase();
    let contact = CONTACTS.iter().any(|phrase| line.contains(phrase)) && line.chars().filter(char::is_ascii_digit).count() >= 6;
    contact || PHRASES.iter().any(|phrase| line.contains(phrase)) || is_labelled_page_number(&line)
}

/// "Page 3 of 10", "- 12 -", "XII-1" (the part and its page); a bare number may be a cell of a table.
fn is_labelled_page_number(line: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    let dashed = line.strip_prefix(['-', '–', '—']).and_then(|rest| rest.strip_suffix(['-', '–', '—'])).map(str::trim);
    let mut words = line.strip_prefix("page ").unwrap_or_default().split(" of ").map(str::trim);
    let of_part = line.split_once(['-', '–']).is_some_and(|(part, page)| {
        let roman = !part.trim().is_empty() && part.trim().bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l'));
        roman && digits(page.trim())
    });
    of_part || dashed.is_some_and(digits) || (words.next().is_some_and(digits) && words.next().is_none_or(digits))
}

/// Lines in another script at the edge of a text in Latin letters are the site's.
fn mark_foreign_edge(text: &str, lines: &[Line], found: &mut [bool], order: impl Iterator<Item = usize>) {
    for at in order {
        let Some(line) = lines.get(at).filter(|line| !line.is_blank()) else { continue };
        let known = found.get(at).copied().unwrap_or(false);
        let line = line.of(text);
        if !known && (is_latin(line) || gazetteer::find_region(line).is_some()) {
            break;
        }
        if let Some(flag) = found.get_mut(at) {
            *flag = true;
        }
    }
}

/// Letters are counted in stretches of so many bytes: the first one mostly has enough.
const STRETCH: usize = 4096;

fn is_latin(text: &str) -> bool {
    let foreign = count(text.as_bytes(), |b| b >= 0xc0);
    let mut latin = 0;
    // No need to tell the characters that are not ASCII apart where they are few.
    let mut few = |some: &[u8]| {
        latin += count(some, |b| b.is_ascii_alphabetic());
        foreign <= latin
    };
    if foreign == 0 || text.as_bytes().chunks(STRETCH).any(&mut few) {
        return true;
    }
    let mut other = 0_usize;
    let starts = text.bytes().enumerate().filter(|(_, b)| *b >= 0xc0).map(|(at, _)| at);
    for c in starts.filter_map(|at| text.get(at..)?.chars().next()).filter(|c| c.is_alphabetic()) {
        if c < '\u{250}' { latin += 1 } else { other += 1 }
    }
    latin >= other
}

/// Lines that hold nothing but a number, where the numbers of the whole report count up one by one.
fn page_numbers(text: &str, lines: &[Line]) -> Vec<usize> {
    let number = |line: &Line| Some(line.of(text)).filter(|line| line.len() <= 4).and_then(|line| line.parse::<u32>().ok());
    let numbers: Vec<(usize, u32)> = lines.iter().enumerate().filter_map(|(at, line)| Some((at, number(line)?))).collect();
    let counts_up = numbers.windows(2).all(|pair| matches!(pair, [(_, a), (_, b)] if *b == *a + 1));
    let spread = numbers.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if *b > *a + 4));
    if numbers.len() >= 3 && counts_up && spread { numbers.into_iter().map(|(at, _)| at).collect() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::line::lines;

    fn found(text: &str) -> Vec<&str> {
        let lines = lines(text);
        let flags = furniture(text, &lines);
        lines.iter().zip(flags).filter(|(_, flag)| *flag).map(|(line, _)| line.of(text)).collect()
    }

    #[test]
    fn site_lines_are_furniture() {
        let text = "Skip to content\nKenya\nCases fell by 3% in 2019.\n扫描下载手机客户端\n地址:北京朝阳区1号 邮编100028\n© 2019 Ministry of Health\n";
        assert_eq!(found(text), ["Skip to content", "扫描下载手机客户端", "地址:北京朝阳区1号 邮编100028", "© 2019 Ministry of Health"]);
    }

    #[test]
    fn foreign_lines_are_furniture_at_the_edges_only() {
        let text = "网站首页\nKenya\nThe clinic is called\n北京诊所\nand has 12 beds.\n网站地图\n";
        assert_eq!(found(text), ["网站首页", "网站地图"]);
        assert_eq!(found("河北省投入资金，其中中央资金占大部分。\nGDP\n"), Vec::<&str>::new());
    }

    #[test]
    fn page_numbers_count_up_and_cells_do_not() {
        let page = |n: u32| format!("Kenya had cases.\nMore.\nMore.\nMore.\nMore.\n{n}\n");
        assert_eq!(found(&[page(7), page(8), page(9)].concat()), ["7", "8", "9"]);
        assert_eq!(found(&[page(7), page(12), page(9)].concat()), Vec::<&str>::new());
        assert_eq!(found("Hebei\n1\nShanxi\n2\nJilin\n3\n"), Vec::<&str>::new());
        let headed = |n: u32| format!("Health of the Twelve Districts\n{}", page(n));
        assert_eq!(found(&[headed(7), headed(8), headed(9)].concat()).len(), 6 - 1, "the first stands at no number");
        let numbered = |n: u32| format!("More.\nMore.\nMore.\nMore.\nHealth of the Twelve Districts | {n}\n");
        assert_eq!(found(&[numbered(7), numbered(8), numbered(9)].concat()).len(), 3);
        assert_eq!(found("- 12 -\nPage 3 of 10\nPage 4\nPages\n- twelve -"), ["- 12 -", "Page 3 of 10", "Page 4"]);
    }
}
