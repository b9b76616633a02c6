//! Sentences with links or emphasis inside: a template whose `{name}` places are filled with views, so that word order stays with the language.

use leptos::prelude::*;

/// Fills the places of `template` with what `fill` gives for their names; a name without a view stays as it is.
pub fn rich(template: &str, mut fill: impl FnMut(&str) -> Option<AnyView>) -> Vec<AnyView> {
    let mut out = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else { break };
        if !before.is_empty() {
            out.push(before.to_owned().into_any());
        }
        out.push(fill(name).unwrap_or_else(|| format!("{{{name}}}").into_any()));
        rest = tail;
    }
    if !rest.is_empty() {
        out.push(rest.to_owned().into_any());
    }
    out
}
