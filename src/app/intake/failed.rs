//! Files that gave no report: all of those that came together are told together, once the others have been read, each with its own way on.

use super::super::state::{Cause, Failure, Reading};
use super::{Intake, Order};
use leptos::prelude::*;

/// A file that gave no report, and how to try it again.
struct Failed {
    failure: Failure,
    order: Option<Order>,
}

/// What has failed.
#[derive(Default)]
pub(super) struct Failures {
    files: Vec<Failed>,
    /// Whether the reader has been told: the next that fails begins a new list.
    told: bool,
}

impl Intake {
    /// A file gave no report. The others are read all the same.
    pub(super) fn fail(&self, name: String, cause: Cause, details: String) {
        self.busy.set(false);
        let mut failures = self.failed.borrow_mut();
        if std::mem::take(&mut failures.told) {
            failures.files.clear();
        }
        failures.files.push(Failed { failure: Failure { name, cause, details }, order: self.last.borrow().clone() });
        let this = self.clone();
        gloo_timers::callback::Timeout::new(0, move || this.next()).forget();
    }

    /// Says what has failed, unless that was said.
    pub(super) fn tell(&self) {
        let mut failures = self.failed.borrow_mut();
        if !failures.told && !failures.files.is_empty() {
            failures.told = true;
            let all = failures.files.iter().map(|failed| failed.failure.clone()).collect();
            self.state.reading.set(Reading::Failed(all));
        }
    }

    /// Forgets all that has failed.
    pub(super) fn forget_failures(&self) {
        *self.failed.borrow_mut() = Failures::default();
    }

    /// Reads one of the files again that the reader was told of; the others are told again behind it.
    pub(in crate::app) fn again(&self, index: usize) {
        if let Some(order) = self.take_failed(index).and_then(|failed| failed.order) {
            self.waiting.borrow_mut().push_front(order);
            self.state.reading.set(Reading::Idle);
        }
        self.next();
    }

    /// The reader has done with one of the files that he was told of.
    pub(in crate::app) fn dismiss(&self, index: usize) {
        self.take_failed(index);
        self.state.reading.set(Reading::Idle);
        self.tell();
    }

    fn take_failed(&self, index: usize) -> Option<Failed> {
        let mut failures = self.failed.borrow_mut();
        failures.told = false;
        (index < failures.files.len()).then(|| failures.files.remove(index))
    }
}
