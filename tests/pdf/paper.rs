//! A small writer of PDF files for tests: uncompressed objects, standard fonts, every line put where the test says.
#![expect(clippy::format_push_string, reason = "a few lines of a test")]

/// Fonts of the pages, besides `/F3` (Times): all their characters are 0.6 of the size wide.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Font {
    Plain = 1,
    Bold = 2,
}

/// A page under way: its content and whether it has a picture.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    content: String,
}

/// Width and height of the pages, in points.
pub(crate) const SHEET: (f32, f32) = (595.0, 842.0);

impl Page {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Puts text at `x` from the left and `y` from the top.
    pub(crate) fn at(mut self, x: f32, y: f32, font: Font, size: f32, text: &str) -> Self {
        self.raw(&format!("BT /F{} {size} Tf {x} {} Td ({}) Tj ET", font as u8, SHEET.1 - y, escaped(text)));
        self
    }

    /// Text of usual type: plain, ten points.
    pub(crate) fn plain(self, x: f32, y: f32, text: &str) -> Self {
        self.at(x, y, Font::Plain, 10.0, text)
    }

    /// Lines of usual type below each other, twelve points apart.
    pub(crate) fn lines(self, x: f32, y: f32, lines: &[&str]) -> Self {
        (0_u8..).zip(lines).fold(self, |page, (nth, line)| page.plain(x, y + 12.0 * f32::from(nth), line))
    }

    /// Content as PDF writes it.
    pub(crate) fn raw(&mut self, operators: &str) {
        self.content.push_str(operators);
        self.content.push('\n');
    }

    /// What the page holds so far.
    pub(crate) fn content(&self) -> &str {
        &self.content
    }

    /// The page with content as PDF writes it.
    pub(crate) fn with(mut self, operators: &str) -> Self {
        self.raw(operators);
        self
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '(' | ')' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            c => out += &format!("\\{:03o}", u32::from(c) & 0xff),
        }
    }
    out
}

/// The bytes of a file with some pages; `/I` is a picture on all of them.
pub(crate) fn paper(pages: &[Page]) -> Vec<u8> {
    let fonts = ["Courier", "Courier-Bold", "Times-Roman"];
    let kids: Vec<String> = (0..pages.len()).map(|nth| format!("{} 0 R", 7 + 2 * nth)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
    ];
    objects.extend(fonts.map(|name| format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")));
    let picture = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>";
    objects.push(format!("{picture}\nstream\n0\nendstream"));
    for (nth, page) in pages.iter().enumerate() {
        let resources = "<< /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> /XObject << /I 6 0 R >> >>";
        let (width, height) = SHEET;
        let body = format!("/Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Resources {resources}");
        objects.push(format!("<< {body} /Contents {} 0 R >>", 8 + 2 * nth));
        objects.push(format!("<< /Length {} >>\nstream\n{}\nendstream", page.content.len() + 1, page.content));
    }
    file(&objects, "")
}

/// A file of numbered objects; `trailer` goes into its trailer.
pub(crate) fn file(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut out = "%PDF-1.7\n".to_owned();
    let mut places = vec![];
    for (nth, object) in objects.iter().enumerate() {
        places.push(out.len());
        out += &format!("{} 0 obj\n{object}\nendobj\n", nth + 1);
    }
    let start = out.len();
    out += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        out += &format!("{place:010} 00000 n \n");
    }
    out += &format!("trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    out.into_bytes()
}
