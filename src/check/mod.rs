//! Finds what is wrong with a report that can be read: figures that contradict each other, names and words that are
//! misspelt, parts that are missing. One rule, one file; each explains itself. Rules warn and never stop a report,
//! for they read Thai prose and may be wrong: the person who answers for the report decides.

mod checklist;
mod claims;
mod facts;
mod finding;
mod names;
mod rule;
mod rules;
mod similar;
mod text;
mod tokens;
mod words;

use crate::report::{Fault, Loaded, Severity, alike, nearest};

use facts::Facts;
use rule::Check;

pub use checklist::{ChecklistItem, ItemState};
pub use finding::{Finding, RelatedPlace};
pub use rule::{Explanation, Rule};
pub use rules::RULES;

/// What is found in a report file.
#[derive(Debug)]
pub struct Checked {
    /// Errors and warnings in the order of their places.
    pub findings: Vec<Finding>,
    /// What the assessment asks the report to contain; `None` where errors of the file kept the report from being
    /// checked.
    pub checklist: Option<Vec<ChecklistItem>>,
}

impl Checked {
    /// How many findings are of that severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

/// The rule of that code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// Every code that can be allowed: those of the rules and of the loader's warnings.
pub fn codes() -> impl Iterator<Item = &'static str> {
    RULES.iter().filter(|rule| rule.can_be_allowed()).map(|rule| rule.code).chain(Fault::WARNINGS)
}

/// The code that one which does not exist may have been meant for.
pub fn nearest_code(code: &str) -> Option<String> {
    nearest(code, codes()).filter(|known| alike(code, known))
}

/// Checks a loaded file. `allowed` has the codes that are silenced for this run, beside those of the file.
pub fn check(loaded: &Loaded, allowed: &[String]) -> Checked {
    let mut findings: Vec<Finding> = loaded.diagnostics.iter().map(Finding::from).collect();
    let facts = loaded.sound().map(|report| Facts::new(report, &loaded.strings, loaded.source()));
    for rule in RULES {
        match (&rule.check, &facts) {
            (Check::File(check), _) => check(loaded, &mut findings),
            (Check::Report(check), Some(facts)) => check(facts, &mut findings),
            (Check::Report(_), None) => {}
        }
    }
    let checklist = facts.as_ref().map(checklist::items);
    let own = loaded.allow.iter().map(|code| code.value.as_str());
    let silenced: Vec<&str> = allowed.iter().map(String::as_str).chain(own).collect();
    findings.retain(|f| f.severity == Severity::Error || !silenced.contains(&f.code));
    findings.extend(loaded.allow.iter().filter(|code| !codes().any(|known| known == code.value)).map(
        |code| {
            let nearest = nearest_code(code);
            Finding::error("unknown-rule", code.span.clone())
                .with("value", &code.value)
                .with("nearest", nearest)
        },
    ));
    findings.sort_by_key(|finding| (finding.file, finding.span.start, finding.span.end));
    Checked { findings, checklist }
}
