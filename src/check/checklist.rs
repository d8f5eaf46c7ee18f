//! The checklist: what the assessment of open data (OIT) asks the report to contain, and whether the report has it.

use super::facts::Facts;
use super::text::{MeasurePart, Role};
use crate::report::Report;

/// An item that the report is asked to contain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistItem {
    /// The key of its message in `data/messages/`.
    pub name: &'static str,
    /// Whether the report contains it.
    pub state: ItemState,
}

/// Whether the report contains an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemState {
    /// The report contains it.
    Present,
    /// The report, or every measure in it, lacks it.
    Missing,
    /// Only these measures lack it, by their numbers from 1.
    MissingIn(Vec<usize>),
}

/// The checklist of a report: what was done, what was achieved, what the previous year's results were used for.
pub(super) fn items(facts: &Facts) -> Vec<ChecklistItem> {
    let report = facts.report;
    let state_of = |lacks: &dyn Fn(usize) -> bool| {
        let measures: Vec<usize> = (0..report.measures.len()).filter(|index| lacks(*index)).collect();
        match measures.len() {
            0 => ItemState::Present,
            count if count == report.measures.len() => ItemState::Missing,
            _ => ItemState::MissingIn(measures.into_iter().map(|index| index + 1).collect()),
        }
    };
    vec![
        ChecklistItem {
            name: "checklist-done",
            state: state_of(&|index| report.measures[index].results.items.is_empty()),
        },
        ChecklistItem {
            name: "checklist-outcome",
            state: state_of(&|index| report.measures[index].outcome.is_empty()),
        },
        ChecklistItem {
            name: "checklist-previous",
            state: if uses_previous(facts, report) { ItemState::Present } else { ItemState::Missing },
        },
    ]
}

/// Whether the file has the previous year's results and the report refers to them. It does so if a measure has a
/// target, or if the wording or a measure's title, step or result mentions an assessment together with that year.
fn uses_previous(facts: &Facts, report: &Report) -> bool {
    let previous = report.fiscal_year.previous().to_string();
    let mentioned = || {
        facts.texts.iter().any(|text| {
            matches!(
                text.role,
                Role::Wording
                    | Role::Measure(_, MeasurePart::Step | MeasurePart::Title | MeasurePart::Result)
            ) && text.content.contains("ประเมิน")
                && crate::thai::digits::to_arabic(&text.content).contains(&previous)
        })
    };
    report.previous().is_some()
        && (report.measures.iter().any(|measure| measure.target.is_some()) || mentioned())
}
