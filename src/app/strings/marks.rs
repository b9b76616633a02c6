//! Marks between words that are put together in the page.

/// Marks of one language, blanks included.
#[derive(Debug)]
pub struct Marks {
    pub comma: &'static str,
    pub list: &'static str,
    pub colon: &'static str,
    pub semicolon: &'static str,
    bracketed: &'static str,
    quoted: &'static str,
}

impl Marks {
    /// Words of the report amid the page's own: in Chinese in quotation marks.
    pub fn quoted(&self, words: &str) -> String {
        super::fill(self.quoted, &[("words", words)])
    }

    /// Words in brackets, to stand behind others.
    pub fn bracketed(&self, words: &str) -> String {
        super::fill(self.bracketed, &[("words", words)])
    }
}

pub(super) const EN: Marks = Marks { comma: ", ", list: ", ", colon: ": ", semicolon: "; ", bracketed: " ({words})", quoted: "{words}" };

pub(super) const ZH: Marks =
    Marks { comma: "，", list: "、", colon: "：", semicolon: "；", bracketed: "（{words}）", quoted: "“{words}”" };
