//! Collects what is wrong with the syntax of a file while its text is read from the beginning to the end: the faults, and
//! the edits after which TOML's parser reads the file as it was meant.

use std::cell::Cell;
use std::collections::HashSet;

use super::signs;
use crate::report::correction::{Correction, Edit};
use crate::report::diagnostic::{Diagnostic, Fault};
use crate::report::source::{Source, Span};

/// So many bytes ahead are searched for the end of a string. Otherwise the time for a line of many broken strings would
/// grow with the square of its length.
pub(super) const AHEAD: usize = 40_000;
/// So many slips of one line are reported.
const MOST_IN_LINE: usize = 60;
/// A slip that is made again is looked for among so many slips before it.
const LOOKED_BACK: usize = 8;
/// Arrays and tables within each other, beyond which the parser of TOML itself gives up.
pub(super) const DEEPEST: usize = 40;

/// A reading position in a text, and what has been found so far.
pub(super) struct Mender<'s> {
    pub source: &'s Source,
    pub text: &'s str,
    /// The byte to be read next.
    pub at: usize,
    pub depth: usize,
    /// The name of the table that keys belong to now, in its parts.
    pub table: Vec<String>,
    edits: Vec<Mend>,
    found: Vec<Slip>,
    /// Places whose content is a guess, so that further faults in them say nothing.
    guesses: Vec<Span>,
    /// The number of the statement that is being read.
    pub statement: usize,
    /// The line that was looked at last, from the place where it was looked at.
    line: Cell<(usize, usize)>,
    /// How many slips the line of the last one has.
    slips_in_line: (usize, usize),
}

/// An edit of the text that the parser reads.
#[derive(Clone)]
struct Mend {
    edit: Edit,
    /// What messages show in its place. It differs where the parser only needs something to read.
    shown: String,
}

/// A fault with the edits that mend it, as indices.
struct Slip {
    fault: Fault,
    span: Span,
    edits: Vec<usize>,
    is_safe: bool,
    statement: usize,
}

/// How much had been found at a place.
pub(super) struct Found {
    edits: usize,
    slips: usize,
}

/// A text that the parser of TOML can read, made of another one by edits.
pub(super) struct Mended {
    pub text: String,
    pub diagnostics: Vec<Diagnostic>,
    pub guesses: Vec<Span>,
    /// The edits as messages show them, in the order of their places.
    pub shown: Vec<Edit>,
    /// The places of the edits in the mended text, each with the place in the file that it replaces.
    places: Vec<(Span, Span)>,
}

impl<'s> Mender<'s> {
    pub fn new(source: &'s Source) -> Self {
        Mender {
            source,
            text: source.text(),
            at: 0,
            depth: 0,
            table: Vec::new(),
            edits: Vec::new(),
            found: Vec::new(),
            guesses: Vec::new(),
            statement: 0,
            line: Cell::new((0, 0)),
            slips_in_line: (0, 0),
        }
    }

    /// The text that has not been read yet.
    pub fn rest(&self) -> &'s str {
        &self.text[self.at..]
    }

    /// The next character.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The rest of the line, without its end.
    pub fn rest_of_line(&self) -> &'s str {
        let (from, to) = self.line.get();
        // A long line of many items is looked through once.
        if !(from <= self.at && self.at <= to && to > 0) {
            let rest = self.rest();
            self.line.set((self.at, self.at + rest.find(ends_line).unwrap_or(rest.len())));
        }
        &self.text[self.at..self.line.get().1]
    }

    /// Notes an edit. It is part of the fault that is reported next.
    pub fn edit(&mut self, span: Span, text: impl Into<String>) {
        let text = text.into();
        self.edits.push(Mend { shown: text.clone(), edit: Edit { span, text } });
    }

    /// Notes an edit that belongs to the last fault with this code, or to none.
    pub fn edit_of_last(&mut self, code: &str, span: Span, text: impl Into<String>) {
        self.edit(span, text);
        let index = self.edits.len() - 1;
        if let Some(slip) = self.found.iter_mut().rev().find(|slip| slip.fault.code() == code) {
            slip.edits.push(index);
        }
    }

    /// Notes an edit in whose place messages show something else.
    pub fn edit_shown_as(&mut self, span: Span, text: impl Into<String>, shown: impl Into<String>) {
        self.edits.push(Mend { edit: Edit { span, text: text.into() }, shown: shown.into() });
    }

    /// Notes an edit that only gives the parser something to read. Messages show what is written.
    pub fn stand_in(&mut self, span: Span, text: impl Into<String>) {
        let written = self.text[span.clone()].to_owned();
        self.edit_shown_as(span, text, written);
    }

    /// Reports a fault that the last `edits` edits mend. A slip that is made again and again in a line is one fault.
    pub fn report(&mut self, fault: Fault, span: Span, edits: usize, is_safe: bool) {
        let count = self.edits.len();
        let edits = count - edits..count;
        let line = |span: &Span| self.source.line(span.start);
        let own_line = line(&span);
        let again = self.found.iter_mut().rev().take(LOOKED_BACK).find(|last| {
            last.fault.code() == fault.code()
                && (is_of_file(&fault) || is_made_again(&fault) && line(&last.span) == own_line)
        });
        if let Some(last) = again {
            return last.edits.extend(edits);
        }
        let (last_line, count) = self.slips_in_line;
        self.slips_in_line = (own_line, if last_line == own_line { count + 1 } else { 1 });
        // Nobody mends so many slips of a line one by one.
        if self.slips_in_line.1 <= MOST_IN_LINE {
            let (edits, statement) = (edits.collect(), self.statement);
            self.found.push(Slip { fault, span, edits, is_safe, statement });
        }
    }

    /// Reports a fault that one edit mends.
    pub fn mend(&mut self, fault: Fault, span: Span, edit: Span, text: impl Into<String>, is_safe: bool) {
        self.edit(edit, text);
        self.report(fault, span, 1, is_safe);
    }

    /// What has been found so far, to go back to.
    pub fn found(&self) -> Found {
        Found { edits: self.edits.len(), slips: self.found.len() }
    }

    /// Forgets what has been found since, because the same text will be read again.
    pub fn forget_since(&mut self, found: Found) {
        self.edits.truncate(found.edits);
        self.found.truncate(found.slips);
        for slip in self.found.iter_mut().rev().take(LOOKED_BACK) {
            slip.edits.retain(|index| *index < found.edits);
        }
    }

    /// Takes back the edits at a place, for one that replaces all of it.
    pub fn forget_edits_in(&mut self, span: &Span) {
        while self.edits.last().is_some_and(|mend| mend.edit.span.start >= span.start) {
            self.edits.pop();
        }
        self.found.retain(|slip| slip.edits.iter().all(|index| *index < self.edits.len()));
    }

    /// Says that what stands at a place is a guess.
    pub fn guess(&mut self, span: Span) {
        self.guesses.push(span);
    }

    /// Skips spaces. Odd ones become ordinary ones and are reported once a line.
    pub fn skip_spaces(&mut self) {
        while let Some(c) = self.peek() {
            let span = self.at..self.at + c.len_utf8();
            if signs::is_odd_space(c) {
                self.mend(
                    Fault::OddSpace { character: code_point(c) },
                    span.clone(),
                    span.clone(),
                    " ",
                    true,
                );
            } else if c != ' ' && c != '\t' {
                break;
            }
            self.at = span.end;
        }
    }

    /// Skips one end of a line, if it is next. An odd one is reported once a file.
    pub fn skip_line_end(&mut self) -> bool {
        let Some(c) = self.peek().filter(|c| ends_line(*c)) else { return false };
        let length = if self.rest().starts_with("\r\n") { 2 } else { c.len_utf8() };
        let span = self.at..self.at + length;
        if length != 2 && c != '\n' {
            self.mend(Fault::OddLineEnd { character: code_point(c) }, span.clone(), span.clone(), "\n", true);
        }
        self.at = span.end;
        true
    }

    /// Skips a comment up to the end of the line, if it is next. Control characters in it, which TOML does not take, are
    /// left out.
    pub fn skip_comment(&mut self) -> bool {
        if self.peek() != Some('#') {
            return false;
        }
        let comment = self.rest_of_line();
        for (at, c) in comment.char_indices().filter(|(_, c)| c.is_ascii_control() && *c != '\t') {
            let span = self.at + at..self.at + at + c.len_utf8();
            self.mend(Fault::OddSpace { character: code_point(c) }, span.clone(), span, " ", true);
        }
        self.at += comment.len();
        true
    }

    /// Skips spaces, comments and line ends.
    pub fn skip_blank(&mut self) {
        loop {
            self.skip_spaces();
            if !self.skip_comment() && !self.skip_line_end() {
                return;
            }
        }
    }

    /// Applies all edits. Each fault gets its own as its correction.
    pub fn finish(self) -> Mended {
        let mut sorted = self.edits.clone();
        sorted.sort_by_key(|mend| mend.edit.span.start);
        let (mut text, mut places) = (String::with_capacity(self.text.len()), Vec::new());
        let (mut at, mut shown) = (0, Vec::new());
        for Mend { edit, shown: as_shown } in sorted {
            // Two slips may want to mend the same place. The first one does.
            let Some(kept) = self.text.get(at..edit.span.start) else { continue };
            text += kept;
            let start = text.len();
            text += &edit.text;
            places.push((start..text.len(), edit.span.clone()));
            at = edit.span.end;
            shown.push(Edit { span: edit.span, text: as_shown });
        }
        text += &self.text[at..];
        let unsafe_statements: HashSet<usize> =
            self.found.iter().filter(|slip| !slip.is_safe).map(|slip| slip.statement).collect();
        let diagnostic = |slip: Slip| {
            let mends: Vec<&Mend> = slip.edits.iter().map(|index| &self.edits[*index]).collect();
            let diagnostic = Diagnostic::new(slip.fault, slip.span);
            // What only the parser needs corrects nothing.
            if mends.is_empty() || mends.iter().any(|mend| mend.shown != mend.edit.text) {
                return diagnostic;
            }
            let mut edits: Vec<Edit> = mends.iter().map(|mend| mend.edit.clone()).collect();
            edits.sort_by_key(|edit| edit.span.start);
            // Beside a slip that only a person can mend, the others of the statement are left to that person, too.
            let is_safe = slip.is_safe && !unsafe_statements.contains(&slip.statement);
            diagnostic.corrected_by(Correction { edits, is_safe })
        };
        let diagnostics = self.found.into_iter().map(diagnostic).collect();
        Mended { text, shown, places, diagnostics, guesses: self.guesses }
    }
}

/// Whether people make this slip at each item of a line, such as Thai digits in a table of scores.
fn is_made_again(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::ForeignDigits { .. }
            | Fault::CommaInNumber { .. }
            | Fault::NumberForm { .. }
            | Fault::OddEquals { .. }
            | Fault::OddComma { .. }
            | Fault::MissingComma {}
            | Fault::OddSpace { .. }
    )
}

/// Whether a file that has this slip has it on every line.
fn is_of_file(fault: &Fault) -> bool {
    matches!(fault, Fault::OddLineEnd { .. })
}

/// Whether the character ends a line, at least in some program.
pub(super) fn ends_line(c: char) -> bool {
    c == '\n' || signs::is_odd_line_end(c)
}

/// A character as `U+00A0`.
pub(super) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

impl Mended {
    /// Converts a range of the mended text to the place in the file that it comes from. New text comes from the whole of
    /// what it replaces.
    pub fn place(&self, span: &Span) -> Span {
        let before = |count: usize| count.checked_sub(1).map(|last| &self.places[last]);
        let start = match before(self.places.partition_point(|(new, _)| new.start <= span.start)) {
            Some((new, old)) if span.start < new.end => old.start,
            Some((new, old)) => old.end + span.start - new.end,
            None => span.start,
        };
        let end = match before(self.places.partition_point(|(new, _)| new.start < span.end)) {
            Some((new, old)) if span.end <= new.end => old.end,
            Some((new, old)) => old.end + span.end - new.end,
            None => span.end,
        };
        start..end.max(start)
    }

    /// Whether what stands at a place of the file is a guess.
    pub fn is_guess(&self, span: &Span) -> bool {
        self.guesses.iter().any(|guess| guess.start <= span.start && span.end <= guess.end.max(span.start))
    }
}
