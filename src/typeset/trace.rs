//! Follows which part of a template is running, so that a template that runs away can be told its place.
//!
//! Typst cannot be interrupted, but it records where it enters and leaves files, functions and loops.

use std::collections::BTreeMap;
use std::num::NonZeroU64;

use serde::Deserialize;
use typst::syntax::{DiagSpan, FileId, Span};

use super::describe::nearest_own;
use super::fault::TemplatePlace;
use super::templates::Templates;

/// A record of the parts of templates that are running. All documents of the process share Typst's record, so only one
/// should be made while it exists. Typst records with the system's clock.
#[derive(Debug)]
pub struct Trace {
    /// For each thread, the parts that it has entered and not left, each with its raw span if it has one.
    entered: BTreeMap<u64, Vec<Option<NonZeroU64>>>,
}

/// An event as Typst writes it, except that a span is written as its raw number.
#[derive(Deserialize)]
struct Event<'j> {
    /// `B` for entering a part, `E` for leaving it.
    ph: &'j str,
    /// The thread.
    tid: u64,
    #[serde(borrow)]
    args: Option<Arguments<'j>>,
}

#[derive(Deserialize)]
struct Arguments<'j> {
    file: &'j str,
}

impl Trace {
    /// Starts to record.
    pub fn begin() -> Self {
        typst_timing::clear();
        typst_timing::enable();
        Trace { entered: BTreeMap::new() }
    }

    /// Whether Typst is recording.
    pub fn is_recording(&self) -> bool {
        typst_timing::is_enabled()
    }

    /// Records again after [`Trace::take_in`].
    pub fn record(&self) {
        typst_timing::enable();
    }

    /// Takes in what was recorded, and stops to record. A part that is entered while nothing is recorded is never seen,
    /// but the end of a part that was seen always is.
    pub fn take_in(&mut self) {
        typst_timing::disable();
        let mut json = Vec::new();
        let written = typst_timing::export_json(&mut json, |span| (span.to_string(), 0));
        let events: Vec<Event> =
            written.ok().and_then(|()| serde_json::from_slice(&json).ok()).unwrap_or_default();
        for event in events {
            let entered = self.entered.entry(event.tid).or_default();
            match event.ph {
                "B" => entered.push(event.args.and_then(|arguments| arguments.file.parse().ok())),
                _ => drop(entered.pop()),
            }
        }
    }

    /// The place that is running, as far as it is known: the first line of the innermost loop or function in the user's
    /// templates, or the start of the file.
    pub fn place(&self, templates: &Templates) -> Option<TemplatePlace> {
        // The thread that is deepest in the templates.
        let deepest = self.entered.values().max_by_key(|entered| entered.len());
        let inner_first = deepest.into_iter().flat_map(|entered| entered.iter().rev().flatten());
        let spans = inner_first.map(|raw| DiagSpan::from(Span::from_raw(*raw)));
        let source = |id: FileId| templates.source(id.get().vpath().get_with_slash());
        let mut place = nearest_own(spans, templates, source)?;
        let first_line = match place.range == (0..place.text.len()) {
            // The file itself, not something in it.
            true => "",
            false => place.text[place.range.clone()].lines().next().unwrap_or_default(),
        };
        place.range.end = place.range.start + first_line.len();
        Some(place)
    }
}

impl Drop for Trace {
    fn drop(&mut self) {
        typst_timing::disable();
        typst_timing::clear();
    }
}
