//! Signs: one hidden sprite, and references into it.

use leptos::prelude::*;

/// A sign from the sprite, hidden from assistive technology: words stand beside it or label the control.
#[component]
pub fn Icon(
    /// Id of the symbol, with `#`.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    view! {
        <svg aria-hidden="true">
            <use href=name></use>
        </svg>
    }
}

/// All symbols, hidden.
#[component]
pub fn Sprite() -> impl IntoView {
    view! {
        <svg class="sprite" aria-hidden="true">
            <VerdictSymbols />
            <ControlSymbols />
            <PinSymbols />
        </svg>
    }
}

/// Verdicts differ by outline, so that they read without colour.
#[component]
fn VerdictSymbols() -> impl IntoView {
    view! {
        <defs>
            <symbol id="v-ok" viewBox="0 0 16 16">
                <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.4"></circle>
                <path d="M4.8 6.4h6.4M4.8 9.6h6.4" stroke="currentColor" stroke-width="1.5"></path>
            </symbol>
            <symbol id="v-near" viewBox="0 0 16 16">
                <rect x="1" y="1" width="14" height="14" rx="3" fill="none" stroke="currentColor" stroke-width="1.4"></rect>
                <path
                    d="M4.4 6.9c1.2-1.5 2.4-1.5 3.6-.5s2.4 1 3.6-.5M4.4 10.6c1.2-1.5 2.4-1.5 3.6-.5s2.4 1 3.6-.5"
                    fill="none"
                    stroke="currentColor"
                    stroke-width="1.4"
                ></path>
            </symbol>
            <symbol id="v-no" viewBox="0 0 16 16">
                <path d="M8 0l8 8-8 8-8-8z" fill="currentColor"></path>
                <path class="cut" d="M4.7 6.5h6.6M4.7 9.5h6.6M9.8 4.3L6.2 11.7" stroke-width="1.5"></path>
            </symbol>
            <symbol id="v-un" viewBox="0 0 16 16">
                <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="2.4 2"></circle>
                <path
                    d="M5.9 6.3c0-2.8 4.2-2.8 4.2-.2 0 1.6-2.1 1.6-2.1 3.2M8 11.2v1.2"
                    fill="none"
                    stroke="currentColor"
                    stroke-width="1.4"
                ></path>
            </symbol>
        </defs>
    }
}

#[component]
fn ControlSymbols() -> impl IntoView {
    view! {
        <defs>
            <symbol id="i-find" viewBox="0 0 16 16">
                <circle cx="6.8" cy="6.8" r="4.8" fill="none" stroke="currentColor" stroke-width="1.5"></circle>
                <path d="M10.4 10.4L15 15" stroke="currentColor" stroke-width="1.5"></path>
            </symbol>
            <symbol id="i-mark" viewBox="0 0 26 18">
                <path d="M0 9h26M3 4.5v9M8 4.5v9M23 4.5v9" stroke="currentColor" stroke-width="1.5"></path>
                <circle cx="16" cy="9" r="5" fill="currentColor"></circle>
            </symbol>
            <symbol id="i-pen" viewBox="0 0 16 16">
                <path d="M2.5 13.5l.8-3.4 7.6-7.6 2.6 2.6-7.6 7.6zM9.4 4l2.6 2.6" fill="none" stroke="currentColor" stroke-width="1.4"></path>
            </symbol>
            <symbol id="i-theme" viewBox="0 0 18 18">
                <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" stroke-width="1.4"></circle>
                <path d="M9 2a7 7 0 0 1 0 14z" fill="currentColor"></path>
            </symbol>
            <symbol id="i-light" viewBox="0 0 18 18">
                <circle cx="9" cy="9" r="3.4" fill="none" stroke="currentColor" stroke-width="1.4"></circle>
                <path
                    d="M9 1.5v2.2M9 14.3v2.2M1.5 9h2.2M14.3 9h2.2M3.7 3.7l1.6 1.6M12.7 12.7l1.6 1.6M14.3 3.7l-1.6 1.6M5.3 12.7l-1.6 1.6"
                    stroke="currentColor"
                    stroke-width="1.4"
                ></path>
            </symbol>
            <symbol id="i-dark" viewBox="0 0 18 18">
                <path d="M14.8 11.2A6.6 6.6 0 0 1 6.8 3.2a6.6 6.6 0 1 0 8 8z" fill="none" stroke="currentColor" stroke-width="1.4"></path>
            </symbol>
            <symbol id="i-help" viewBox="0 0 18 18">
                <path
                    d="M5.8 6.6c0-4.2 6.5-4.2 6.5-.3 0 2.3-3.3 2.3-3.3 4.8M9 13.2v1.8"
                    fill="none"
                    stroke="currentColor"
                    stroke-width="1.6"
                ></path>
            </symbol>
            <symbol id="i-close" viewBox="0 0 18 18">
                <path d="M4 4l10 10M14 4L4 14" stroke="currentColor" stroke-width="1.5"></path>
            </symbol>
            <symbol id="i-link" viewBox="0 0 18 18">
                <path
                    d="M7.5 10.5l3-3M8 5l1.8-1.8a3.1 3.1 0 0 1 4.4 4.4L12.4 9.4M10 13l-1.8 1.8a3.1 3.1 0 0 1-4.4-4.4L5.6 8.6"
                    fill="none"
                    stroke="currentColor"
                    stroke-width="1.4"
                ></path>
            </symbol>
            <symbol id="i-quote" viewBox="0 0 18 18">
                <path
                    d="M7.5 5c-2.4.8-3.6 2.5-3.6 4.9V13h3.7V9.3H5.8M14.5 5c-2.4.8-3.6 2.5-3.6 4.9V13h3.7V9.3h-1.8"
                    fill="none"
                    stroke="currentColor"
                    stroke-width="1.4"
                ></path>
            </symbol>
            <symbol id="i-up" viewBox="0 0 18 18">
                <path d="M4 11l5-5 5 5" fill="none" stroke="currentColor" stroke-width="1.6"></path>
            </symbol>
            <symbol id="i-down" viewBox="0 0 18 18">
                <path d="M4 7l5 5 5-5" fill="none" stroke="currentColor" stroke-width="1.6"></path>
            </symbol>
        </defs>
    }
}

#[component]
fn PinSymbols() -> impl IntoView {
    view! {
        <defs>
            <symbol id="i-pin" viewBox="0 0 12 12">
                <path d="M3.5 1h5M4.3 1v4L2.5 7h7L7.7 5V1M6 7v4" fill="none" stroke="currentColor" stroke-width="1.3"></path>
            </symbol>
            <symbol id="i-pinned" viewBox="0 0 12 12">
                <path
                    d="M3.5 1h5M4.3 1v4L2.5 7h7L7.7 5V1z"
                    fill="currentColor"
                    stroke="currentColor"
                    stroke-width="1.3"
                ></path>
                <path d="M6 7v4" stroke="currentColor" stroke-width="1.3"></path>
            </symbol>
            <symbol id="i-local" viewBox="0 0 18 18">
                <rect x="2" y="3" width="14" height="9.5" fill="none" stroke="currentColor" stroke-width="1.4"></rect>
                <path d="M6 15.5h6M9 12.5v3M6.4 7.8l1.9 1.9 3.4-3.6" fill="none" stroke="currentColor" stroke-width="1.4"></path>
            </symbol>
        </defs>
    }
}
