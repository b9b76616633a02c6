//! From a web page to its text: tags off, blocks on lines of their own, headings and list items marked as in Markdown.
//!
//! No HTML parser: a report's page needs only to lose its tags. Linear in the length of the page, whatever is left unclosed.

use super::entity;
use super::lines::Lines;

/// Elements whose content is no text of the page.
const DROPPED: &[&str] = &[
    "head", "title", "script", "style", "noscript", "template", "svg", "math", "nav", "button", "select", "iframe", "object", "textarea",
    "form",
];
/// Elements that stand apart from what is around them.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "table",
    "ul",
    "ol",
    "dl",
    "blockquote",
    "pre",
    "figure",
    "figcaption",
    "caption",
    "address",
    "fieldset",
    "details",
    "summary",
    "hr",
    "body",
    "html",
];
/// Elements that begin a line.
const LINES: &[&str] = &["br", "tr", "li", "dt", "dd", "thead", "tbody", "tfoot", "option"];

/// The readable text of a page.
pub(super) fn to_text(page: &str) -> String {
    let mut out = Output::default();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let (before, tagged) = rest.split_at(at);
        out.text(before);
        rest = after_markup(tagged, &mut out);
    }
    out.text(rest);
    out.lines.finish()
}

/// Handles what begins with `<` and returns what follows it.
fn after_markup<'a>(tagged: &'a str, out: &mut Output) -> &'a str {
    if let Some(comment) = tagged.strip_prefix("<!--") {
        return comment.find("-->").and_then(|end| comment.get(end + 3..)).unwrap_or_default();
    }
    let second = tagged.chars().nth(1);
    if !second.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
        out.text("<");
        return tagged.get(1..).unwrap_or_default();
    }
    let end = tag_end(tagged);
    let (tag, after) = tagged.split_at(end);
    let name = tag_name(tag);
    if DROPPED.contains(&name.as_str()) && !tag.starts_with("</") && !tag.ends_with("/>") {
        return after_element(after, &name);
    }
    if matches!(name.as_str(), "td" | "th") && !tag.starts_with("</") {
        out.columns = columns(tag);
    }
    out.tag(&name, tag.starts_with("</"));
    after
}

/// Byte after the `>` that closes a tag, quoted values skipped; the end of the page when none does.
fn tag_end(tagged: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tagged.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    // A quote that never closes: the tag ends where it would without it.
    tagged.find('>').map_or(tagged.len(), |at| at + 1)
}

/// How many columns a cell goes over, by its tag.
fn columns(tag: &str) -> usize {
    let value = tag.to_ascii_lowercase().split_once("colspan").map(|(_, value)| value.trim_start_matches([' ', '=', '"', '\'']).to_owned());
    let digits: String = value.unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().map_or(1, |columns: usize| columns.min(MOST_COLUMNS))
}

/// No cell of a table of figures goes over more columns.
const MOST_COLUMNS: usize = 60;

fn tag_name(tag: &str) -> String {
    tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).flat_map(char::to_lowercase).collect()
}

/// Whether an element stands apart from what is around it, so that no form of characters goes on over its edge.
fn stands_apart(name: &str) -> bool {
    BLOCKS.contains(&name) || LINES.contains(&name) || matches!(name, "td" | "th" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// What follows the closing tag of a dropped element; nothing when it is never closed.
fn after_element<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|tail| tail.find("</")).map(|at| from + at) {
        let tail = rest.get(at..).unwrap_or_default();
        if tail.get(2..2 + name.len()).is_some_and(|closing| closing.eq_ignore_ascii_case(name)) {
            return tail.get(tag_end(tail)..).unwrap_or_default();
        }
        from = at + 2;
    }
    ""
}

#[derive(Default)]
struct Output {
    lines: Lines,
    /// Inside `<pre>`: blanks and line breaks are kept.
    preformatted: bool,
    /// How many columns the open cell goes over.
    columns: usize,
    /// Inside `<sup>`, which ends with its block at the latest.
    raised: bool,
}

impl Output {
    fn tag(&mut self, name: &str, closing: bool) {
        self.raised &= !stands_apart(name);
        match name {
            "sup" => self.raised = !closing,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.lines.part(2);
                if closing {
                    self.lines.mark("");
                } else {
                    self.lines.heading(name.as_bytes().get(1).map_or(1, |digit| usize::from(digit - b'0')));
                }
            }
            "td" | "th" if closing => self.lines.end_cell(std::mem::take(&mut self.columns).max(1)),
            "li" if !closing => {
                self.lines.part(1);
                self.lines.mark("- ");
            }
            "pre" => {
                self.lines.part(2);
                self.preformatted = !closing;
            }
            _ if BLOCKS.contains(&name) => self.lines.part(2),
            _ if LINES.contains(&name) => {
                self.lines.part(1);
                self.lines.mark("");
            }
            _ => {}
        }
    }

    fn text(&mut self, raw: &str) {
        let text = entity::decode(raw);
        if self.raised {
            self.lines.raise(&text);
            return;
        }
        for c in text.chars() {
            if self.preformatted && c == '\n' {
                self.lines.keep_break();
            } else if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') && !self.preformatted {
                self.lines.blank();
            } else {
                self.lines.push(c);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_paragraphs_and_headings_keep_their_rank() {
        let page = "<body><h1>Report</h1>\n<h2 class='a>b'>Kenya</h2><p>Cases\n  fell by <b>3%</b>.</p><p>Deaths<br>fell.</p></body>";
        assert_eq!(to_text(page), "# Report\n\n## Kenya\n\nCases fell by 3%.\n\nDeaths\nfell.\n");
    }

    #[test]
    fn scripts_styles_and_comments_are_dropped() {
        let page = "<style>p { a: \"</\" }</style>a<script>if (1 < 2) {}</SCRIPT >b<!-- <p>x</p> -->c<nav><a>Home</a></nav>d";
        assert_eq!(to_text(page), "abcd\n");
    }

    #[test]
    fn lists_and_tables_stay_lists_and_tables() {
        let page =
            "<ul><li>Kenya</li><li>Uganda</li></ul><table><tr><td>Kenya</td><td>12</td></tr><tr><td>Uganda</td><td>13</td></tr></table>";
        assert_eq!(to_text(page), "- Kenya\n- Uganda\n\nKenya | 12\nUganda | 13\n");
    }

    #[test]
    fn empty_cells_between_others_keep_their_columns() {
        let page = "<table><tr><th></th><th colspan=\"2\">Cases</th><th>Deaths</th><th></th></tr><tr><td>Kenya</td><td></td><td>12</td><td>3</td></tr></table>";
        assert_eq!(to_text(page), "Cases |  | Deaths\nKenya |  | 12 | 3\n");
    }

    #[test]
    fn entities_are_decoded_and_bare_signs_kept() {
        assert_eq!(to_text("<p>a &lt; b &amp; c < d &#8212; &#x4e2d; &nope; AT&T</p>"), "a < b & c < d — 中 &nope; AT&T\n");
    }

    #[test]
    fn raised_marks_of_notes_join_no_figure_and_powers_stay() {
        let page = "<p>It fell to 35%<sup><a href='#n2'>2</a></sup>, over 40 km<sup>2</sup>, on the 19<sup>th</sup>. 1,234<sup>3</sup>56 wells.<p>a<sup>1<p>b";
        assert_eq!(to_text(page), "It fell to 35%, over 40 km², on the 19th. 1,234 56 wells.\n\na\n\nb\n");
    }

    #[test]
    fn unclosed_things_end_with_the_page() {
        assert_eq!(to_text("<p>a<script>b"), "a\n");
        assert_eq!(to_text("a<!-- b"), "a\n");
        assert_eq!(to_text("a<p title=\"x>b</p>c"), "a\n\nb\n\nc\n");
        assert_eq!(to_text("a<p"), "a\n");
        assert_eq!(to_text(""), "");
    }

    #[test]
    fn preformatted_text_keeps_its_lines() {
        assert_eq!(to_text("<pre>Kenya  12\nUganda 13</pre>x"), "Kenya  12\nUganda 13\n\nx\n");
    }
}
