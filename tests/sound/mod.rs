//! What makes an analysis sound, whatever the text: used by the property tests and by the fuzz target.

use provenance::analysis::{Amount, Analysis, Quantity};

/// Spans lie in the text on character boundaries and follow each other; links lead to figures of the same section and never in a circle.
pub(crate) fn check(text: &str, analysis: &Analysis) {
    let mut last = 0;
    for (id, quantity) in analysis.quantities.iter().enumerate() {
        let place = format!("{quantity:?}");
        assert_eq!(quantity.id as usize, id);
        assert!(quantity.start >= last && quantity.start < quantity.end, "overlap: {place}");
        assert_eq!(text.get(quantity.span().range()), Some(quantity.text.as_str()), "{place}");
        assert!(text.get(quantity.sentence.range()).is_some() && quantity.sentence.contains(quantity.span()), "{place}");
        let section = &analysis.sections[quantity.section as usize];
        assert!(section.start <= quantity.start && quantity.end <= section.end, "{place}");
        if let Amount::Range(low, high) = quantity.amount {
            assert!(low <= high, "{place}");
        }
        assert!((0.0..=1.0).contains(&quantity.confidence), "{place}");
        assert_eq!(quantity.of.is_some(), quantity.of_rule.is_some(), "{place}");
        assert_eq!(quantity.base.is_some(), quantity.base_rule.is_some(), "{place}");
        for link in [quantity.of, quantity.base].into_iter().flatten() {
            let linked = analysis.quantities.get(link as usize).unwrap_or_else(|| panic!("leads nowhere: {place}"));
            assert_eq!(linked.section, quantity.section, "{place}");
        }
        last = quantity.end;
    }
    assert_ends(analysis, "of", |q| q.of);
    assert_ends(analysis, "base", |q| q.base);
    for exclusion in &analysis.exclusions {
        assert!(text.get(exclusion.start as usize..exclusion.end as usize).is_some_and(|e| !e.is_empty()), "{exclusion:?}");
        let inside = analysis.quantities.iter().find(|q| q.start < exclusion.end && exclusion.start < q.end);
        assert!(inside.is_none(), "both excluded and a figure: {exclusion:?} {inside:?}");
    }
}

/// Following one sort of link from any figure comes to an end.
fn assert_ends(analysis: &Analysis, name: &str, link: fn(&Quantity) -> Option<u32>) {
    for quantity in &analysis.quantities {
        let mut at = quantity;
        let mut steps = 0;
        while let Some(next) = link(at) {
            at = &analysis.quantities[next as usize];
            steps += 1;
            assert!(steps <= analysis.quantities.len(), "{name} goes in a circle from {quantity:?}");
        }
    }
}
