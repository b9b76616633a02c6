//! CSV as spreadsheets read it: UTF-8 with a byte-order mark, fields quoted where they must be, no field that a spreadsheet would run.

/// Rows of CSV (RFC 4180). Spreadsheets need a byte-order mark to recognise UTF-8.
#[derive(Debug)]
pub(super) struct Csv {
    text: String,
    columns: usize,
}

impl Csv {
    /// Begins with the row of heads.
    pub(super) fn new<S: AsRef<str>>(heads: &[S]) -> Self {
        let mut csv = Self { text: String::new(), columns: heads.len() };
        csv.row(heads);
        csv
    }

    /// Adds a row; one shorter than the heads is filled up with empty fields.
    pub(super) fn row<S: AsRef<str>>(&mut self, fields: &[S]) {
        for index in 0..self.columns.max(fields.len()) {
            if index > 0 {
                self.text.push(',');
            }
            push_field(&mut self.text, fields.get(index).map_or("", AsRef::as_ref));
        }
        self.text.push_str("\r\n");
    }

    /// The file, for spreadsheets.
    pub(super) fn finish(self) -> String {
        format!("\u{feff}{}", self.text)
    }

    /// The file without the mark, for programs that are told its encoding.
    pub(super) fn finish_plain(self) -> String {
        self.text
    }
}

fn push_field(out: &mut String, field: &str) {
    let guarded = starts_a_formula(field);
    if !guarded && !field.contains(['"', ',', '\n', '\r']) {
        out.push_str(field);
        return;
    }
    out.push('"');
    if guarded {
        out.push('\'');
    }
    out.push_str(&field.replace('"', "\"\""));
    out.push('"');
}

/// Whether a spreadsheet could take the field for a formula. A plain number is none.
fn starts_a_formula(field: &str) -> bool {
    field.starts_with(['=', '+', '-', '@', '\t', '\r']) && field.parse::<f64>().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(text: &str) -> String {
        let mut out = String::new();
        push_field(&mut out, text);
        out
    }

    #[test]
    fn fields_are_quoted_where_they_must_be() {
        assert_eq!(field("plain"), "plain");
        assert_eq!(field("a, \"b\"\nc"), "\"a, \"\"b\"\"\nc\"");
    }

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        assert_eq!(field("=1+1"), "\"'=1+1\"");
        assert_eq!(field("@SUM(A1)"), "\"'@SUM(A1)\"");
        assert_eq!(field("-and so on"), "\"'-and so on\"");
        assert_eq!(field("-3.5"), "-3.5");
        assert_eq!(field("+12"), "+12");
    }

    #[test]
    fn the_file_begins_with_a_byte_order_mark_and_rows_are_full() {
        let mut csv = Csv::new(&["a", "b"]);
        csv.row(&["1"]);
        assert_eq!(csv.finish(), "\u{feff}a,b\r\n1,\r\n");
    }
}
