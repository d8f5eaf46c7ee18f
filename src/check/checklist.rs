//! What the assessment of open data (OIT) asks the report to contain, and whether it does.

use super::facts::Facts;
use super::text::{MeasurePart, Role};
use crate::report::Report;

/// A thing that the report is asked to contain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistItem {
    /// Its name in the messages.
    pub name: &'static str,
    /// Whether it is there.
    pub state: ItemState,
}

/// Whether something is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemState {
    /// It is.
    Present,
    /// It is not.
    Missing,
    /// These measures lack it, by number.
    MissingIn(Vec<usize>),
}

/// The items: what was done, what came of it, what the previous year's assessment was used for.
pub(super) fn items(facts: &Facts) -> Vec<ChecklistItem> {
    let report = facts.report;
    let lacking = |lacks: &dyn Fn(usize) -> bool| {
        let measures: Vec<usize> = (0..report.measures.len()).filter(|index| lacks(*index)).collect();
        match measures.len() {
            0 => ItemState::Present,
            all if all == report.measures.len() => ItemState::Missing,
            _ => ItemState::MissingIn(measures.into_iter().map(|index| index + 1).collect()),
        }
    };
    vec![
        ChecklistItem {
            name: "checklist-done",
            state: lacking(&|index| report.measures[index].results.items.is_empty()),
        },
        ChecklistItem {
            name: "checklist-outcome",
            state: lacking(&|index| report.measures[index].outcome.is_empty()),
        },
        ChecklistItem {
            name: "checklist-previous",
            state: if uses_previous(facts, report) { ItemState::Present } else { ItemState::Missing },
        },
    ]
}

/// Whether the previous year's results are there and the measures go back to them: by a target, or in words.
fn uses_previous(facts: &Facts, report: &Report) -> bool {
    let previous = report.fiscal_year.previous().to_string();
    let told = || {
        facts.texts.iter().any(|text| {
            matches!(
                text.role,
                Role::Wording
                    | Role::Measure(_, MeasurePart::Step | MeasurePart::Title | MeasurePart::Result)
            ) && text.content.contains("ประเมิน")
                && crate::thai::digits::to_arabic(&text.content).contains(&previous)
        })
    };
    report.previous().is_some() && (report.measures.iter().any(|measure| measure.target.is_some()) || told())
}
