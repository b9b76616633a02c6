//! The state of the view as an address: from the URL fragment to a [`Location`] and back.
//!
//! `#/region/CN-LN?at=4711&q=fund` names a view, what it shows, the selected figure by its place in the text, and free parameters of the view. Default values are left
//! out, so that links stay short; an unknown view of no report leads to the start, an unknown parameter is kept. `v` is the version of the grammar: absent
//! means 1, and a later grammar would migrate the older ones here.

use crate::audit::Settings;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Version of the fragment's grammar that this build writes (and leaves out, being the first).
pub const VERSION: u32 = 1;

/// The value of the `file` parameter that stands for the bundled sample.
pub const SAMPLE: &str = "sample";

/// The parameter that says how the audit takes last digits; absent for rounded ones.
pub const DIGITS: &str = "digits";

/// The parameter that says that the choice of columns is open in the comparison.
pub const PICKER: &str = "picker";

/// Last digits may have been cut off.
pub const CUT: &str = "cut";

/// One page of the application.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// Drop zone and what comes out.
    #[default]
    Start,
    /// All regions as cards.
    Overview,
    /// One region, by its key (see `Report::region_key`).
    Region(String),
    /// The table region x indicator.
    Compare,
    /// Charts.
    Charts,
    /// The text with every figure marked.
    Report,
    /// The findings.
    Audit,
    /// All figures as a table.
    Data,
    /// What the reader has corrected.
    Corrections,
    /// Method, definitions, accuracy, privacy.
    About,
    /// One that a link to a report names and that there is none of.
    Unknown(String),
}

impl View {
    /// First segment of the path; empty for the start.
    pub fn segment(&self) -> &str {
        match self {
            Self::Start => "",
            Self::Overview => "overview",
            Self::Region(_) => "region",
            Self::Compare => "compare",
            Self::Charts => "charts",
            Self::Report => "report",
            Self::Audit => "audit",
            Self::Data => "data",
            Self::Corrections => "corrections",
            Self::About => "about",
            Self::Unknown(name) => name,
        }
    }

    /// Whether the view shows a report, so that it needs one to be open.
    pub fn needs_report(&self) -> bool {
        !matches!(self, Self::Start | Self::About)
    }

    fn parse(path: &str) -> Self {
        let mut segments = path.trim_matches('/').split('/');
        match segments.next().unwrap_or_default() {
            "overview" => Self::Overview,
            "region" => segments.next().filter(|key| !key.is_empty()).map_or(Self::Overview, |key| Self::Region(decode(key))),
            "compare" => Self::Compare,
            "charts" => Self::Charts,
            "report" => Self::Report,
            "audit" => Self::Audit,
            "data" => Self::Data,
            "corrections" => Self::Corrections,
            "about" => Self::About,
            "" => Self::Start,
            name => Self::Unknown(decode(name)),
        }
    }
}

/// Where the reader is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Location {
    /// The page.
    pub view: View,
    /// First byte of the selected figure, whose evidence is open. A place in the file outlives a new reading of it, a number would not.
    pub figure: Option<u32>,
    /// The report: [`SAMPLE`] or the first digits of the file's SHA-256. Never a name, never text.
    pub file: Option<String>,
    /// Parameters of the view, by name. No value is ever empty.
    pub params: BTreeMap<String, String>,
}

impl Location {
    /// A view without parameters.
    pub fn of(view: View) -> Self {
        Self { view, ..Self::default() }
    }

    /// Reads a fragment, with or without its `#`. Never fails: what is not understood is the default.
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let mut location = Self::of(View::parse(path));
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = decode(value);
            match name {
                "at" => location.figure = value.parse().ok(),
                "file" => location.file = Some(value).filter(|v| !v.is_empty()),
                "v" => {}
                _ if value.is_empty() => {}
                _ => {
                    location.params.insert(decode(name), value);
                }
            }
        }
        // Nothing is missed where no report is named either.
        if location.file.is_none() && matches!(location.view, View::Unknown(_)) {
            location.view = View::Start;
        }
        location
    }

    /// The place that a link leads to, whichever copy of the page it was made in; `None` for any other text.
    pub fn of_link(text: &str) -> Option<Self> {
        let (_, fragment) =
            text.trim().split_once('#').filter(|(_, fragment)| fragment.starts_with('/') && !fragment.contains(char::is_whitespace))?;
        Some(Self::parse(fragment)).filter(|place| place.view.needs_report())
    }

    /// The fragment, with its `#`. `Location::parse` reads it back to the same location.
    pub fn format(&self) -> String {
        let mut out = String::from("#/");
        encode(self.view.segment(), &mut out);
        if let View::Region(key) = &self.view {
            out.push('/');
            encode(key, &mut out);
        }
        let mut separator = '?';
        let mut push = |out: &mut String, name: &str, value: &str| {
            out.push(separator);
            separator = '&';
            encode(name, out);
            out.push('=');
            encode(value, out);
        };
        for (name, value) in &self.params {
            push(&mut out, name, value);
        }
        if let Some(figure) = self.figure {
            push(&mut out, "at", &figure.to_string());
        }
        if let Some(file) = &self.file {
            push(&mut out, "file", file);
        }
        out
    }

    /// A parameter of the view.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.get(name).map(String::as_str)
    }

    /// The same place with one parameter set, or taken out by `None` or an empty value.
    #[must_use]
    pub fn with_param(mut self, name: &str, value: Option<&str>) -> Self {
        match value.filter(|v| !v.is_empty()) {
            Some(value) => {
                self.params.insert(name.to_owned(), value.to_owned());
            }
            None => {
                self.params.remove(name);
            }
        }
        self
    }

    /// The same place with another figure selected, by its first byte.
    #[must_use]
    pub fn with_figure(mut self, figure: Option<u32>) -> Self {
        self.figure = figure;
        self
    }

    /// Another view of the same report; selection and parameters belong to the view and stay behind, except what holds for the report.
    #[must_use]
    pub fn to(&self, view: View) -> Self {
        let params = self.params.iter().filter(|(name, _)| *name == DIGITS).map(|(name, value)| (name.clone(), value.clone())).collect();
        Self { view, file: self.file.clone(), params, ..Self::default() }
    }

    /// How the audit is to take last digits: the one parameter that holds for the report, in whatever view.
    pub fn audit_settings(&self) -> Settings {
        Settings { truncation: self.param(DIGITS) == Some(CUT) }
    }
}

/// Percent-encodes all but unreserved characters and a few that fragments and readers bear well.
fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,:;!*()'@".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// Undoes percent-encoding and `+`; broken escapes stay as they are.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escape = match rest {
            [b'%', high, low, after @ ..] => hex(*high).zip(hex(*low)).map(|(h, l)| (h * 16 + l, after)),
            _ => None,
        };
        let (byte, after) = escape.unwrap_or((if *first == b'+' { b' ' } else { *first }, tail));
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|d| u8::try_from(d).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_fragment_is_read() {
        let location = Location::parse("#/region/CN-LN?q=funds%20from&at=123&file=sample");
        assert_eq!(location.view, View::Region("CN-LN".to_owned()));
        assert_eq!(location.figure, Some(123));
        assert_eq!(location.file.as_deref(), Some(SAMPLE));
        assert_eq!(location.param("q"), Some("funds from"));
    }

    #[test]
    fn defaults_are_left_out() {
        assert_eq!(Location::default().format(), "#/");
        assert_eq!(Location::of(View::Overview).format(), "#/overview");
        assert_eq!(Location::of(View::Compare).with_param("sort", Some("")).format(), "#/compare");
        assert_eq!(Location::parse("#/compare?sort=").params.len(), 0);
    }

    #[test]
    fn every_view_survives_the_address() {
        let views = [
            View::Start,
            View::Overview,
            View::Region("s3~新疆 & Corps/2".to_owned()),
            View::Compare,
            View::Charts,
            View::Report,
            View::Audit,
            View::Data,
            View::Corrections,
            View::About,
        ];
        for view in views {
            let mut location = Location::of(view).with_figure(Some(7)).with_param("a=b&c", Some("100% 中文 #?"));
            location.file = Some("5ba58ca7cea9".to_owned());
            assert_eq!(Location::parse(&location.format()), location);
        }
    }

    #[test]
    fn what_is_not_understood_is_the_default() {
        for odd in ["", "#", "#main", "#/nowhere", "#/?at=x", "#/?v=9"] {
            assert_eq!(Location::parse(odd), Location::default(), "{odd}");
        }
        let unknown = Location::parse("#/regi%20ons?file=sample");
        assert_eq!(unknown.view, View::Unknown("regi ons".to_owned()), "the report is there, the view is not");
        assert_eq!(Location::parse(&unknown.format()), unknown);
        assert_eq!(Location::parse("#/region/").view, View::Overview);
        assert_eq!(Location::parse("#/region/%zz").view, View::Region("%zz".to_owned()));
    }

    #[test]
    fn a_link_is_told_from_a_text() {
        let link = |text| Location::of_link(text).map(|place| place.format());
        assert_eq!(
            link(" file:///home/ana/My%20files/provenance.html#/region/CN-LN?at=7&file=sample\n").as_deref(),
            Some("#/region/CN-LN?at=7&file=sample")
        );
        assert_eq!(link("#/audit?file=5ba58ca7cea9").as_deref(), Some("#/audit?file=5ba58ca7cea9"));
        for text in
            ["https://example.org/report#summary", "# Overview\n\n48 wells.", "#/nowhere", "#/overview\nof 48 wells", "wells: 48", ""]
        {
            assert_eq!(link(text), None, "{text}");
        }
    }

    #[test]
    fn another_view_keeps_the_report_and_leaves_the_rest() {
        let here = Location::parse("#/region/CN-LN?at=1&q=x&file=sample");
        assert_eq!(here.to(View::Audit).format(), "#/audit?file=sample");
        let cut = Location::parse("#/audit?digits=cut&rule=sum&file=sample");
        assert_eq!(cut.to(View::Data).format(), "#/data?digits=cut&file=sample");
        assert!(cut.audit_settings().truncation && !here.audit_settings().truncation);
    }
}
