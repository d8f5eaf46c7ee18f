//! Finds mistakes in a report: figures that contradict each other, misspelt names and words, missing parts. Each rule
//! is one file with its own explanation. Rules that read the report only warn: they interpret Thai prose and may be
//! wrong, so the person responsible for the report decides.

mod checklist;
mod claims;
mod elsewhere;
mod facts;
mod finding;
mod names;
mod places;
mod respelt;
mod rule;
mod rules;
mod samples;
mod similar;
mod text;
mod tokens;
mod words;

use crate::report::{Fault, Loaded, Severity, nearest};

use facts::Facts;
use rule::Check;

pub use checklist::{Checklist, ChecklistItem, ItemState};
pub use finding::{Finding, RelatedPlace};
pub use rule::{Explanation, Rule};
pub use rules::RULES;

/// The result of checking a report file.
#[derive(Debug)]
pub struct Checked {
    /// Errors and warnings, ordered by file and place.
    pub findings: Vec<Finding>,
    /// What the assessment asks the report to contain. `None` if errors in the file prevented the report from being
    /// checked.
    pub checklist: Option<Checklist>,
}

impl Checked {
    /// The number of findings with this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// The same findings for a draft: what has not been filled in yet is no error.
    pub fn into_draft(mut self) -> Self {
        for finding in &mut self.findings {
            if UNFILLED.contains(&finding.code) {
                finding.severity = Severity::Warning;
            }
        }
        self
    }
}

/// The rule with this code. `None` if there is none.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// The codes of what has not been filled in yet. A draft may have them.
pub const UNFILLED: [&str; 2] = ["sample-value", "unfilled-value"];

/// Every code that can be allowed: those of the rules that warn, and of the loader's warnings.
pub fn allowable_codes() -> impl Iterator<Item = &'static str> {
    RULES.iter().filter(|rule| rule.can_be_allowed()).map(|rule| rule.code).chain(Fault::WARNINGS)
}

/// The known code most similar to an unknown one. `None` if no code is similar enough.
pub fn nearest_code(code: &str) -> Option<String> {
    nearest(code, allowable_codes())
}

/// Checks a loaded file. `allowed` holds the codes to silence in this run, in addition to those in the file. Errors are
/// never silenced. An unknown code in the file is itself an error.
pub fn check(loaded: &Loaded, allowed: &[String]) -> Checked {
    let mut findings: Vec<Finding> = loaded.diagnostics.iter().map(Finding::from).collect();
    let facts = loaded.valid_report().map(|report| Facts::new(report, &loaded.strings, loaded.source()));
    for rule in RULES {
        match (&rule.check, &facts) {
            (Check::File(check), _) => check(loaded, &mut findings),
            (Check::Report(check), Some(facts)) => check(facts, &mut findings),
            (Check::Report(_), None) => {}
        }
    }
    let checklist = facts.as_ref().map(checklist::checklist);
    let allowed_in_file = loaded.allow.iter().map(|code| code.value.as_str());
    let silenced: Vec<&str> = allowed.iter().map(String::as_str).chain(allowed_in_file).collect();
    findings.retain(|f| f.severity == Severity::Error || !silenced.contains(&f.code));
    findings.extend(
        loaded.allow.iter().filter(|code| !allowable_codes().any(|known| known == code.value)).map(|code| {
            let nearest = nearest_code(code);
            Finding::error("unknown-rule", code.span.clone())
                .with("value", &code.value)
                .with("nearest", nearest)
        }),
    );
    findings.sort_by_key(|finding| (finding.file, finding.span.start, finding.span.end));
    Checked { findings, checklist }
}
