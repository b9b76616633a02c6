//! Furniture: lines of the site or the page layout that are no part of the report (copyright, address, app download, page numbers).

use super::gazetteer;
use super::line::Line;
use crate::text::count;

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
    found
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

/// "Page 3 of 10", "- 12 -"; a bare number may be a cell of a table.
fn is_labelled_page_number(line: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    let dashed = line.strip_prefix(['-', '–', '—']).and_then(|rest| rest.strip_suffix(['-', '–', '—'])).map(str::trim);
    let mut words = line.strip_prefix("page ").unwrap_or_default().split(" of ").map(str::trim);
    dashed.is_some_and(digits) || (words.next().is_some_and(digits) && words.next().is_none_or(digits))
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

fn is_latin(text: &str) -> bool {
    let mut latin = count(text.as_bytes(), |b| b.is_ascii_alphabetic());
    // No need to tell the characters that are not ASCII apart where they are few.
    if count(text.as_bytes(), |b| b >= 0xc0) <= latin {
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
        assert_eq!(found("- 12 -\nPage 3 of 10\nPage 4\nPages\n- twelve -"), ["- 12 -", "Page 3 of 10", "Page 4"]);
    }
}
