//! How many lines a text takes in a column of a given width, by the font's own widths and the breaks that it will be
//! set with.

use std::cell::RefCell;

use crate::thai::characters::is_mark;
use crate::typeset::line_breaks::{
    self,
    marks::{BREAK, JOIN},
};
use crate::view::{Block, Cell};

/// Stands for a hyphen that no line is broken behind: one as wide.
const HELD_HYPHEN: &str = ".";

/// Knows how wide characters are, in points, which names are words, and how much is kept together, in letters.
pub(super) struct Ruler<'n, W> {
    pub width: W,
    pub names: &'n [u8],
    pub longest: usize,
    /// Distance from a list's marker to its text, in points.
    pub marker_gap: f64,
}

impl<W: Fn(char) -> f64> Ruler<'_, W> {
    /// Width of a text in one line.
    pub fn length(&self, text: &str) -> f64 {
        text.chars().filter(|&c| !is_mark(c)).map(&self.width).sum()
    }

    /// A cell of the table.
    pub fn cell(&self, cell: &Cell) -> CellText {
        let pieces = cell.iter().flat_map(|block| match block {
            Block::Paragraph { text } => self.pieces(text, 0.0),
            Block::List { items } => {
                // The markers of a list take as much room as the widest of them.
                let widest = items.iter().map(|item| self.length(&item.marker)).fold(0.0, f64::max);
                items.iter().flat_map(|item| self.pieces(&item.text, widest + self.marker_gap)).collect()
            }
        });
        CellText { pieces: pieces.collect(), known: RefCell::default() }
    }

    /// The lines that a text is written in.
    pub fn pieces(&self, text: &str, indent: f64) -> Vec<MeasuredPiece> {
        text.lines().map(|line| MeasuredPiece { words: self.words(line), indent }).collect()
    }

    /// The parts of a line between places to break, each with the space behind it.
    fn words(&self, line: &str) -> Vec<MeasuredWord> {
        // A score's line may be broken at its =, but is not to be where there is room.
        let line = line.replace(" = ", "\u{A0}=\u{A0}");
        let marked = line_breaks::marked(&line, self.names, self.longest);
        let part = |part: &str| {
            let word = part.trim_end_matches([BREAK, ' ']);
            MeasuredWord {
                width: self.length(word),
                space: self.length(&part[word.len()..].replace(BREAK, "")),
            }
        };
        // A hyphen that holds is no place to break.
        let marked = marked.replace(&format!("-{JOIN}"), HELD_HYPHEN);
        marked.split_inclusive([BREAK, ' ', '/', '-']).map(part).collect()
    }
}

/// What is not broken, and the space behind it, in points.
#[derive(Debug, Clone, Copy)]
struct MeasuredWord {
    width: f64,
    space: f64,
}

/// A text that starts a line of its own.
#[derive(Debug)]
pub(super) struct MeasuredPiece {
    words: Vec<MeasuredWord>,
    indent: f64,
}

impl MeasuredPiece {
    /// Lines that it takes when each is filled with as many words as it holds.
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

    /// Lines that it would take could it be parted at any place.
    fn ideal(&self, width: f64) -> f64 {
        self.words.iter().map(|word| word.width + word.space).sum::<f64>() / (width - self.indent).max(1.0)
    }

    /// The width of its widest word with what it is indented by.
    pub fn widest(&self) -> f64 {
        self.words.iter().map(|word| word.width).fold(0.0, f64::max) + self.indent
    }
}

/// The text of a cell.
#[derive(Debug)]
pub(super) struct CellText {
    pieces: Vec<MeasuredPiece>,
    /// What has been reckoned, by width.
    known: RefCell<Vec<Option<Height>>>,
}

/// How high a cell is, in lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Height {
    /// Whole lines.
    pub lines: usize,
    /// Whole lines and, so that there is always a direction to go, those it would take could words be parted.
    pub smooth: f64,
}

impl CellText {
    /// Its height at a width in points.
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

    /// The width of its widest word.
    pub fn widest(&self) -> f64 {
        self.pieces.iter().map(MeasuredPiece::widest).fold(0.0, f64::max)
    }
}
