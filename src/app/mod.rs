//! The page: what a reader sees and presses. From finished analyses to views; it reads no text and judges no figure itself.
//!
//! Plain modules ([`route`], [`report`], [`display`], [`strings`]) compile without Leptos and are tested natively; the others need the feature
//! `app`. [`report`] indexes an analysis for looking up, [`display`] puts domain values into words, `state` holds what all views share,
//! `client` talks to a worker, `analyzer` and `documents` ask the two of them, `components` are shared parts and `views` one module per page.

pub mod display;
pub mod report;
pub mod route;
pub mod strings;

#[cfg(feature = "app")]
mod analyzer;
#[cfg(feature = "app")]
mod auditor;
#[cfg(feature = "app")]
pub mod browser;
#[cfg(feature = "app")]
mod bundle;
#[cfg(feature = "app")]
mod client;
#[cfg(feature = "app")]
#[expect(unreachable_pub, reason = "the component macro makes items public inside private modules")]
pub mod components;
#[cfg(feature = "app")]
mod corrections;
#[cfg(feature = "app")]
mod definitions;
#[cfg(feature = "app")]
mod documents;
#[cfg(feature = "app")]
mod intake;
#[cfg(feature = "app")]
mod places;
#[cfg(feature = "app")]
mod portions;
#[cfg(feature = "app")]
mod root;
#[cfg(feature = "app")]
mod save;
#[cfg(feature = "app")]
mod selection;
#[cfg(feature = "app")]
mod share;
#[cfg(feature = "app")]
pub mod state;
#[cfg(feature = "app")]
pub mod store;
#[cfg(feature = "app")]
#[expect(unreachable_pub, reason = "the component macro makes items public inside private modules")]
pub mod views;

#[cfg(feature = "app")]
pub use root::mount;
