//! Where each place of the history was left: how far the page was scrolled, what stood at the top, how much of a list was there. "Back" and
//! "forward" return there; a link to the same view begins at its top. Each entry of the history carries a number of its own as its state.

use super::browser;
use leptos::prelude::*;
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlElement, ScrollRestoration};

/// Frames that a view has to come to where it was: a long text comes in portions, one a frame.
const PATIENCE: u32 = 120;
/// Frames without a move after which the place has settled: what comes into sight is laid out only then.
const SETTLED: u32 = 4;
/// Where below the top of the window what is read stands, clear of masthead and heads of tables.
const READ_AT: [f32; 3] = [160.0, 260.0, 420.0];

/// How a place was left.
#[derive(Debug, Clone, PartialEq)]
struct Left {
    scrolled: f64,
    /// What stood where one reads, as the way down to it from the view's root, and how far below the top of the window.
    read: Option<(Vec<u32>, f64)>,
    /// How much of the view's list there was.
    shown: usize,
}

#[derive(Debug, Default)]
struct Inner {
    current: f64,
    left: BTreeMap<u64, Left>,
    shown: usize,
    back: Option<Left>,
    fresh: bool,
    turn: u32,
}

/// The places of this visit. Copy.
#[derive(Debug, Clone, Copy)]
pub struct Places(StoredValue<Inner>);

impl Places {
    /// Begins with the place that the page was opened at. From here on the page scrolls itself: the browser would do so before a list is there.
    pub(super) fn new() -> Self {
        let places = Self(StoredValue::new(Inner { fresh: true, ..Inner::default() }));
        if let Some(history) = browser::window().and_then(|w| w.history().ok()) {
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        places.begin(entry().unwrap_or_else(|| mark(js_sys::Date::now())));
        places
    }

    /// Leaves the place for a new one; gives the state of its entry. Only another view begins like a page that is opened.
    pub(super) fn push(self, to_other_view: bool) -> JsValue {
        self.leave();
        self.0.update_value(|inner| {
            inner.current = js_sys::Date::now().max(inner.current + 1.0);
            inner.fresh = to_other_view;
        });
        self.stay()
    }

    /// Stays in the place while its address changes; gives the state of its entry. The reader has gone on: nothing brings him back.
    pub(super) fn stay(self) -> JsValue {
        self.0.update_value(|inner| {
            inner.back = None;
            inner.turn += 1;
        });
        self.0.with_value(|inner| JsValue::from_f64(inner.current))
    }

    /// The address has changed by a link, by "back" or by "forward". Called while the view before still stands.
    pub(super) fn arrive(self, in_other_view: bool) {
        let known = entry();
        if known == Some(self.0.with_value(|inner| inner.current)) {
            return;
        }
        let Some(number) = known else {
            let state = self.push(in_other_view);
            mark_with(&state);
            return;
        };
        self.leave();
        self.begin(number);
        let turn = self.0.with_value(|inner| inner.turn);
        if self.is_back() {
            self.go_back(turn, PATIENCE, 0);
        }
    }

    fn begin(self, number: f64) {
        self.0.update_value(|inner| {
            inner.current = number;
            inner.back = inner.left.get(&key(number)).cloned();
            inner.turn += 1;
        });
    }

    fn leave(self) {
        let scrolled = browser::window().and_then(|w| w.scroll_y().ok()).unwrap_or_default();
        let read = READ_AT.iter().find_map(|height| what_stands_at(*height));
        self.0.update_value(|inner| {
            let left = Left { scrolled, read, shown: inner.shown };
            inner.left.insert(key(inner.current), left);
            inner.shown = 0;
        });
    }

    /// Whether the reader has come back to where he was, so that nothing else may scroll.
    pub(super) fn is_back(self) -> bool {
        self.0.with_value(|inner| inner.back.is_some())
    }

    /// Whether a view is shown for the first time at its place. Asked once.
    pub(super) fn is_fresh(self) -> bool {
        self.0.try_update_value(|inner| std::mem::take(&mut inner.fresh) && inner.back.is_none()).unwrap_or_default()
    }

    /// How much of the view's list was there when the reader left it; nothing where he comes for the first time.
    pub(super) fn shown(self) -> usize {
        self.0.with_value(|inner| inner.back.as_ref().map_or(0, |left| left.shown))
    }

    /// Notes how much of the view's list is there.
    pub(super) fn note_shown(self, shown: usize) {
        self.0.update_value(|inner| inner.shown = shown);
    }

    /// Scrolls to where the place was left, and again until it stays there, unless the reader goes elsewhere.
    fn go_back(self, turn: u32, frames: u32, settled: u32) {
        browser::after_render(move || {
            let left = self.0.with_value(|inner| inner.back.clone().filter(|_| inner.turn == turn));
            let Some((left, window)) = left.zip(browser::window()) else { return };
            let here = window.scroll_y().unwrap_or_default();
            let read = left.read.as_ref().and_then(|(path, top)| Some(found(path)?.get_bounding_client_rect().top() - top));
            // First as far as the page was scrolled; what is not in sight has no true height yet.
            let target = if frames == PATIENCE { left.scrolled } else { read.map_or(left.scrolled, |by| here + by) };
            let off = (target - here).abs();
            if off > 1.0 {
                window.scroll_to_with_x_and_y(0.0, target);
            }
            let settled = if off > 1.0 || (read.is_none() && left.read.is_some()) { 0 } else { settled + 1 };
            if frames > 0 && settled < SETTLED {
                self.go_back(turn, frames - 1, settled);
            }
        });
    }
}

/// The number of the entry that the history stands at.
fn entry() -> Option<f64> {
    browser::window()?.history().ok()?.state().ok()?.as_f64()
}

fn key(number: f64) -> u64 {
    number as u64
}

fn mark(number: f64) -> f64 {
    mark_with(&JsValue::from_f64(number));
    number
}

fn mark_with(state: &JsValue) {
    if let Some(history) = browser::window().and_then(|w| w.history().ok()) {
        let _ = history.replace_state_with_url(state, "", None);
    }
}

fn root() -> Option<HtmlElement> {
    browser::by_id("main")
}

/// The way to what stands at a height of the window, if it belongs to the view.
fn what_stands_at(height: f32) -> Option<(Vec<u32>, f64)> {
    let root = root()?;
    let place = root.get_bounding_client_rect();
    let element = browser::document()?.element_from_point((place.left() + place.width() * 0.4) as f32, height)?;
    if !root.contains(Some(&element)) || root.is_same_node(Some(&element)) {
        return None;
    }
    let top = element.get_bounding_client_rect().top();
    let mut path = Vec::new();
    let mut at = element;
    while !root.is_same_node(Some(&at)) {
        let before = std::iter::successors(at.previous_element_sibling(), Element::previous_element_sibling).count();
        path.push(u32::try_from(before).ok()?);
        at = at.parent_element()?;
    }
    path.reverse();
    Some((path, top))
}

fn found(path: &[u32]) -> Option<Element> {
    let step = |at: Element, index: &u32| at.children().item(*index);
    path.iter().try_fold(root()?.unchecked_into(), step)
}
