//! Results of this program's native functions as warnings, so that they can be collected from a document. Typst repeats
//! warnings even for results from its cache.

use serde::{Deserialize, Serialize};
use typst::diag::SourceDiagnostic;
use typst::engine::Engine;
use typst::syntax::Span;

/// What a function returned for a text.
#[derive(Deserialize, Serialize)]
pub(super) struct Recorded {
    /// Which function it is, with its other arguments.
    pub kind: Kind,
    pub text: String,
    pub result: String,
}

/// A function, with its other arguments as far as they differ within a document.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
pub(super) enum Kind {
    Breaks,
    Phrases,
    Lines {
        room: i64,
        indent: i64,
        justified: bool,
    },
    /// The text is the table and its room, the result the table as it is set, both as JSON.
    Table,
    Digits,
    Prose,
}

impl Recorded {
    /// The key by which `lookup.typ` finds the result.
    pub fn key(&self) -> String {
        let text = &self.text;
        match self.kind {
            Kind::Breaks => format!(":{text}"),
            Kind::Phrases => format!("title:{text}"),
            Kind::Lines { room, indent, justified } => format!("{room} {indent} {justified}:{text}"),
            Kind::Table => format!("table:{text}"),
            Kind::Digits => format!("digits:{text}"),
            Kind::Prose => format!("prose:{text}"),
        }
    }
}

/// Records what a function returned.
pub(super) fn record(engine: &mut Engine, kind: Kind, text: &str, result: &str) {
    let recorded = Recorded { kind, text: text.to_owned(), result: result.to_owned() };
    if let Ok(message) = serde_json::to_string(&recorded) {
        engine.sink.warn(SourceDiagnostic::warning(Span::detached(), message));
    }
}

/// Parses the message of a recording warning. `None` for other warnings.
pub(super) fn recorded(message: &str) -> Option<Recorded> {
    serde_json::from_str(message).ok()
}
