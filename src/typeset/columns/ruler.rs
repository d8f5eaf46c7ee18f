//! Computes how many lines the texts of a cell take in a column of a given width, and how bad their line ends are.

use std::cell::RefCell;

use crate::thai::breaks::{self, Penalty};
use crate::thai::characters::is_mark;
use crate::typeset::line_breaks::fit::{Measured, Setting};
use crate::view::{Block, Cell};

/// Measures text.
pub(super) struct Ruler<'n, W> {
    /// Returns the advance of a character, in points.
    pub width: W,
    /// An automaton of names that count as words.
    pub names: &'n [u8],
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
        let pieces = cell.iter().flat_map(|block| {
            let indent = self.indent(block);
            texts(block).into_iter().flat_map(move |text| self.pieces(text, indent))
        });
        CellText { pieces: pieces.collect(), setting: None, known: RefCell::default() }
    }

    /// Returns how far a block's text is indented, in points. The widest marker of a list determines the indent of all
    /// its items.
    pub fn indent(&self, block: &Block) -> f64 {
        match block {
            Block::Paragraph { .. } => 0.0,
            Block::List { items } => {
                let widest = items.iter().map(|item| self.text_width(&item.marker)).fold(0.0, f64::max);
                widest + self.marker_gap
            }
        }
    }

    /// Measures a text with the given indent in points. Each line of the source text becomes a piece.
    pub fn pieces(&self, text: &str, indent: f64) -> Vec<Piece> {
        let piece = |line: &str| {
            let found = breaks::opportunities(line, self.names);
            Piece { text: Measured::new(line, &found, &self.width), indent }
        };
        text.lines().map(piece).collect()
    }
}

fn texts(block: &Block) -> Vec<&str> {
    match block {
        Block::Paragraph { text } => vec![text],
        Block::List { items } => items.iter().map(|item| item.text.as_str()).collect(),
    }
}

/// A text that starts on a new line, and its indent in points.
#[derive(Debug)]
pub(super) struct Piece {
    text: Measured,
    indent: f64,
}

impl Piece {
    /// Returns the fractional number of lines if the text could be broken anywhere.
    fn ideal(&self, width: f64) -> f64 {
        self.text.width() / (width - self.indent).max(1.0)
    }

    /// Returns the width of the widest word plus the indent, in points.
    pub fn widest_word(&self) -> f64 {
        self.text.widest_word() + self.indent
    }
}

/// The measured text of a cell.
#[derive(Debug)]
pub(super) struct CellText {
    pieces: Vec<Piece>,
    /// How lines are chosen. `None` if they are only counted.
    setting: Option<Setting>,
    /// The heights computed so far, indexed by width in points.
    known: RefCell<Vec<Option<Height>>>,
}

/// The height of a cell, and what it costs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Height {
    /// The number of lines.
    pub lines: usize,
    /// The number of lines plus the fractional number if text could be broken anywhere. It changes with every change
    /// of width, so the search always has a direction to follow.
    pub smooth: f64,
    /// The penalties of all line ends.
    pub penalty: Penalty,
}

impl CellText {
    /// Sets how lines are chosen.
    pub fn set(&mut self, setting: Option<Setting>) {
        self.setting = setting;
        self.known.get_mut().clear();
    }

    /// Returns the height at a width in points.
    pub fn height(&self, width: usize) -> Height {
        let mut known = self.known.borrow_mut();
        if known.len() <= width {
            known.resize(width + 1, None);
        }
        *known[width].get_or_insert_with(|| {
            let points = width as f64;
            let mut height = Height { lines: 0, smooth: 0.0, penalty: 0 };
            for piece in &self.pieces {
                let room = points - piece.indent;
                match self.setting {
                    Some(setting) => {
                        let lines = piece.text.lines(room, 0.0, setting);
                        height.lines += lines.breaks.len() + 1;
                        height.penalty += lines.penalty;
                    }
                    None => height.lines += piece.text.filled(room),
                }
                height.smooth += piece.ideal(points);
            }
            height.smooth += height.lines as f64;
            height
        })
    }

    /// Returns the width of the widest word of those that are at most this wide, including its indent, in points.
    pub fn widest_word_within(&self, most: f64) -> f64 {
        let widths = self.pieces.iter().map(|piece| piece.text.widest_word_within(most) + piece.indent);
        widths.fold(0.0, f64::max)
    }

    /// Returns the width of the widest word including its indent, in points.
    pub fn widest_word(&self) -> f64 {
        self.pieces.iter().map(Piece::widest_word).fold(0.0, f64::max)
    }
}
