//! The checklist: what the assessment of open data (OIT) asks the report, or the plan at the beginning of the year, to
//! contain, and whether the file has it.

use super::facts::Facts;
use super::text::{MeasurePart, Role};
use crate::report::{Measure, Report, Signature, SignedDocument, Stage};

/// An item that the file is asked to contain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistItem {
    /// The key of its message in `data/messages/`.
    pub name: &'static str,
    /// Whether the file contains it.
    pub state: ItemState,
}

/// Whether the file contains an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemState {
    /// The file contains it.
    Present,
    /// The file, or every measure in it, lacks it.
    Missing,
    /// Only these measures lack it, by their numbers from 1.
    MissingIn(Vec<usize>),
}

/// What the assessment asks a file to contain at its stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist {
    /// The stage that the file is checked at.
    pub stage: Stage,
    /// The items, in the order of the assessment.
    pub items: Vec<ChecklistItem>,
}

/// The checklist of a report: what was done, what was achieved, what the previous year's results were used for. That of a
/// plan: what the previous year's results are used for, and of each measure how it is to be carried out, by whom, and how
/// that is monitored. The period is always there, since it defaults to the fiscal year.
pub(super) fn checklist(facts: &Facts) -> Checklist {
    let report = facts.report;
    let state_of = |lacks: &dyn Fn(&Measure) -> bool| {
        let lacking = facts.measures().filter(|(_, measure)| lacks(measure)).map(|(index, _)| index + 1);
        let measures: Vec<usize> = lacking.collect();
        match measures.len() {
            0 => ItemState::Present,
            count if count == report.measures.len() => ItemState::Missing,
            _ => ItemState::MissingIn(measures),
        }
    };
    let present = |present: bool| if present { ItemState::Present } else { ItemState::Missing };
    let previous = ("checklist-previous", present(uses_previous(facts, report)));
    let items = match report.stage() {
        Stage::Report => vec![
            ("checklist-done", state_of(&|measure| measure.results.items.is_empty())),
            ("checklist-outcome", state_of(&|measure| measure.outcome.is_empty())),
            previous,
        ],
        Stage::Plan => {
            let signs = |signature: &Signature| signature.documents.contains(&SignedDocument::Plan);
            vec![
                previous,
                ("checklist-steps", state_of(&|measure| measure.steps.items.is_empty())),
                ("checklist-responsible", state_of(&|measure| measure.responsible.is_empty())),
                ("checklist-monitoring", state_of(&|measure| measure.monitoring.is_none())),
                ("checklist-signed", present(report.signatures.iter().any(signs))),
            ]
        }
    };
    let items = items.into_iter().map(|(name, state)| ChecklistItem { name, state }).collect();
    Checklist { stage: report.stage(), items }
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
