//! Computes how many lines a text takes in a column of a given width, from the font's advances and the line breaks that
//! the text will be set with.

use std::cell::RefCell;

use crate::thai::characters::is_mark;
use crate::typeset::line_breaks::{
    self,
    marks::{BREAK, JOIN},
};
use crate::view::{Block, Cell};

/// Replaces a hyphen that no line is broken after. In the embedded font it is slightly narrower than a hyphen.
const HELD_HYPHEN: &str = ".";

/// Measures text.
pub(super) struct Ruler<'n, W> {
    /// Returns the advance of a character, in points.
    pub width: W,
    /// An automaton of names that count as words.
    pub names: &'n [u8],
    /// The greatest width of text that is kept together, in letters.
    pub longest: usize,
    /// Distance from a list's marker to its text, in points.
    pub marker_gap: f64,
}

impl<W: Fn(char) -> f64> Ruler<'_, W> {
    /// Returns the width of a text on one line, in points.
    pub fn text_width(&self, text: &str) -> f64 {
        text.chars().filter(|&c| !is_mark(c)).map(&self.width).sum()
    }

    /// Measures a cell of the table.
    pub fn cell(&self, cell: &Cell) -> CellText {
        let pieces = cell.iter().flat_map(|block| match block {
            Block::Paragraph { text } => self.pieces(text, 0.0),
            Block::List { items } => {
                // The widest marker of a list determines the indent of all its items.
                let widest = items.iter().map(|item| self.text_width(&item.marker)).fold(0.0, f64::max);
                items.iter().flat_map(|item| self.pieces(&item.text, widest + self.marker_gap)).collect()
            }
        });
        CellText { pieces: pieces.collect(), known: RefCell::default() }
    }

    /// Measures a text with the given indent in points. Each line of the source text becomes a piece.
    pub fn pieces(&self, text: &str, indent: f64) -> Vec<MeasuredPiece> {
        text.lines().map(|line| MeasuredPiece { words: self.words(line), indent }).collect()
    }

    /// Splits a line where it may be broken. Each part includes the space after it.
    fn words(&self, line: &str) -> Vec<MeasuredWord> {
        // A line with a score may be broken at its `=`. Measure it as unbreakable, so that it gets enough room to stay
        // whole where possible.
        let line = line.replace(" = ", "\u{A0}=\u{A0}");
        let marked = line_breaks::marked(&line, self.names, self.longest);
        let part = |part: &str| {
            let word = part.trim_end_matches([BREAK, ' ']);
            MeasuredWord {
                width: self.text_width(word),
                space: self.text_width(&part[word.len()..].replace(BREAK, "")),
            }
        };
        // Hide the hyphens that no line is broken after from the split below.
        let marked = marked.replace(&format!("-{JOIN}"), HELD_HYPHEN);
        marked.split_inclusive([BREAK, ' ', '/', '-']).map(part).collect()
    }
}

/// The widths of an unbreakable part of a line and of the space after it, in points.
#[derive(Debug, Clone, Copy)]
struct MeasuredWord {
    width: f64,
    space: f64,
}

/// A text that starts on a new line, and its indent in points.
#[derive(Debug)]
pub(super) struct MeasuredPiece {
    words: Vec<MeasuredWord>,
    indent: f64,
}

impl MeasuredPiece {
    /// Returns the number of lines at a width in points, if each line takes as many words as fit.
    pub fn lines(&self, width: f64) -> usize {
        let room = width - self.indent;
        let mut lines = 1;
        let mut used = 0.0;
        for word in &self.words {
            if used > 0.0 && used + word.width > room {
                lines += 1;
                used = 0.0;
            }
            used += word.width + word.space;
        }
        lines
    }

    /// Returns the fractional number of lines if the text could be broken anywhere.
    fn ideal(&self, width: f64) -> f64 {
        self.words.iter().map(|word| word.width + word.space).sum::<f64>() / (width - self.indent).max(1.0)
    }

    /// Returns the width of the widest word plus the indent, in points.
    pub fn widest(&self) -> f64 {
        self.words.iter().map(|word| word.width).fold(0.0, f64::max) + self.indent
    }
}

/// The measured text of a cell.
#[derive(Debug)]
pub(super) struct CellText {
    pieces: Vec<MeasuredPiece>,
    /// The heights computed so far, indexed by width in points.
    known: RefCell<Vec<Option<Height>>>,
}

/// The height of a cell, in lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Height {
    /// The number of lines.
    pub lines: usize,
    /// The number of lines plus the fractional number if text could be broken anywhere. It changes with every change
    /// of width, so the search always has a direction to follow.
    pub smooth: f64,
}

impl CellText {
    /// Returns the height at a width in points.
    pub fn height(&self, width: usize) -> Height {
        let mut known = self.known.borrow_mut();
        if known.len() <= width {
            known.resize(width + 1, None);
        }
        *known[width].get_or_insert_with(|| {
            let points = width as f64;
            let lines = self.pieces.iter().map(|piece| piece.lines(points)).sum();
            let ideal: f64 = self.pieces.iter().map(|piece| piece.ideal(points)).sum();
            Height { lines, smooth: lines as f64 + ideal }
        })
    }

    /// Returns the width of the widest word including its indent, in points.
    pub fn widest(&self) -> f64 {
        self.pieces.iter().map(MeasuredPiece::widest).fold(0.0, f64::max)
    }
}
