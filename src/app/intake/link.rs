//! Links: which reports they open, and where a report that has arrived is shown, when a link waited for one. The link tells its file by the
//! fingerprint; for another file it can only say where the reader was in his.

use super::super::report::Report;
use super::super::route::{Location, SAMPLE, View};
use super::super::state::Misfit;
use super::super::state::Step;
use super::Intake;
use super::input::Input;
use leptos::prelude::*;

impl Intake {
    /// Follows a link that the reader has pasted: it may have been made in another copy of the page. Where this browser does not keep its
    /// report, the start view asks for the file.
    pub(super) fn follow(&self, place: Location) {
        self.state.go(place, Step::Push);
        if self.state.report.with_untracked(Option::is_none) {
            self.read_kept(&[]);
        }
    }

    /// Reads what is at hand of the keys given, and what the address names.
    pub(super) fn read_kept(&self, keys: &[String]) {
        let named = self.state.location.with_untracked(|place| place.file.clone());
        for kept in self.state.kept.get_untracked() {
            if kept.key != SAMPLE && (keys.contains(&kept.key) || named.as_ref() == Some(&kept.key)) {
                self.add(Input::Kept { key: kept.key, name: kept.name }, None);
            }
        }
        if named.as_deref() == Some(SAMPLE) {
            self.add(Input::Sample, None);
        }
        self.next();
    }

    /// The place of a report that has arrived and was to be shown at `to`; none where the page is there already.
    pub(super) fn place_for(&self, report: &Report, to: Option<Location>) -> Option<Location> {
        let (state, own, to) = (self.state, report.file_key(), to?);
        let is_own = |link: &Location| link.file.as_ref() == Some(&own);
        // The right one after a wrong one.
        if let Some(misfit) = state.misfit.get_untracked().filter(|misfit| is_own(&misfit.link)) {
            state.misfit.set(None);
            return Some(misfit.link);
        }
        let here = state.location.get_untracked();
        let waits = here.view.needs_report() && state.report.with_untracked(Option::is_none);
        if !waits || is_own(&here) {
            return Some(to).filter(|_| !waits);
        }
        let is_for_file = here.file.as_ref().is_some_and(|file| file != SAMPLE);
        if !is_for_file || report.is_sample {
            return Some(to);
        }
        // Its figure is a place in the other text; its region may be here, too.
        let place = match &here.view {
            View::Region(key) if report.section_by_key(key).is_none() => here.to(View::Overview),
            _ => here.clone().with_figure(None),
        };
        state.misfit.set(Some(Misfit { link: here, opened: own }));
        Some(place)
    }
}
