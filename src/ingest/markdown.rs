//! Markdown as the text that a reader sees: headings keep their marks, as those of web pages get them; front matter, pictures, addresses
//! of links and escapes go.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The text of a document in Markdown.
pub(super) fn to_text(markdown: &str) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut writer = Writer { text: String::with_capacity(markdown.len()), hidden: 0, numbers: Vec::new() };
    for event in Parser::new_ext(markdown, options) {
        writer.take(event);
    }
    writer.text.truncate(writer.text.trim_end().len());
    writer.text.push('\n');
    writer.text
}

struct Writer {
    text: String,
    /// How many elements are open that a reader does not see.
    hidden: usize,
    /// Next numbers of the open lists; `None` for one with bullets.
    numbers: Vec<Option<u64>>,
}

impl Writer {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(Tag::Image { .. } | Tag::MetadataBlock(_) | Tag::HtmlBlock) => self.hidden += 1,
            Event::End(TagEnd::Image | TagEnd::MetadataBlock(_) | TagEnd::HtmlBlock) => self.hidden = self.hidden.saturating_sub(1),
            _ if self.hidden > 0 => {}
            Event::Start(tag) => self.open(&tag),
            Event::End(tag) => self.close(tag),
            Event::Text(words) | Event::Code(words) => self.text.push_str(&words),
            Event::SoftBreak => self.text.push(' '),
            Event::HardBreak => self.text.push('\n'),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => self.text.push('\n'),
            Event::Rule => self.part(),
            Event::InlineHtml(_)
            | Event::Html(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn open(&mut self, tag: &Tag) {
        match tag {
            Tag::Heading { level, .. } => {
                self.part();
                self.text.push_str("######".get(..*level as usize).unwrap_or("#"));
                self.text.push(' ');
            }
            Tag::Paragraph if self.numbers.is_empty() => self.part(),
            Tag::CodeBlock(_) | Tag::Table(_) => self.part(),
            Tag::List(first) => {
                if self.numbers.is_empty() {
                    self.part();
                }
                self.numbers.push(*first);
            }
            Tag::Item => self.open_item(),
            _ => {}
        }
    }

    fn open_item(&mut self) {
        self.line();
        match self.numbers.last_mut() {
            Some(Some(number)) => {
                self.text.push_str(&number.to_string());
                self.text.push_str(". ");
                *number += 1;
            }
            _ => self.text.push_str("- "),
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => {
                self.numbers.pop();
            }
            TagEnd::TableCell => self.text.push('\t'),
            TagEnd::TableRow | TagEnd::TableHead => {
                self.text.truncate(self.text.trim_end_matches('\t').len());
                self.text.push('\n');
            }
            _ => {}
        }
    }

    /// Begins a line.
    fn line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Begins a paragraph.
    fn part(&mut self) {
        self.line();
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_sees_is_left() {
        for (markdown, text) in [
            (
                "---\ntitle: 12 wells\ndate: 2020-12-11\n---\n\n# Wells\n\nThe *county* dug\n29\\.6 **thousand** wells.\n",
                "# Wells\n\nThe county dug 29.6 thousand wells.\n",
            ),
            (
                "See [the 3 maps\\.](https://maps.example/12)\n\n![well 7](well-134.jpeg)\n\nFenn\\-Marsh had 5.",
                "See the 3 maps.\n\nFenn-Marsh had 5.\n",
            ),
            (
                "## Marsh\n- 12 wells\n- 3 mills\n\n1. dug\n2. built\n\nDone.",
                "## Marsh\n\n- 12 wells\n- 3 mills\n\n1. dug\n2. built\n\nDone.\n",
            ),
            ("Place | Wells\n--- | ---\nMarsh | 12\nFenn | 3\n\nAll | of it", "Place\tWells\nMarsh\t12\nFenn\t3\n\nAll | of it\n"),
            ("<!-- 40 -->\nIt rose<br>by 3[^1].\n\n[^1]: In 2019.", "It rose\nby 3.\n\nIn 2019.\n"),
        ] {
            assert_eq!(to_text(markdown), text);
        }
    }
}
