//! Computes how many lines the texts of a cell take in a column of a given width, and how bad their line ends are.

use std::cell::RefCell;

use crate::thai::breaks;
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
            let hanging = self.indent(block);
            texts(block).into_iter().flat_map(move |(marker, text)| {
                let first = if marker.is_empty() { 0.0 } else { self.text_width(marker) + self.marker_gap };
                self.pieces(text, hanging, first)
            })
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

    /// Measures a text with these indents in points: of all lines, and of the first line in a narrow column. Each line of
    /// the source text becomes a piece.
    pub fn pieces(&self, text: &str, hanging: f64, first: f64) -> Vec<Piece> {
        let piece = |(at, line): (usize, &str)| {
            let text = Measured::new(line, &breaks::opportunities(line, self.names), &self.width);
            Piece { text, hanging, first: if at == 0 { first } else { 0.0 } }
        };
        text.lines().enumerate().map(piece).collect()
    }
}

/// The texts of a block, with their markers.
fn texts(block: &Block) -> Vec<(&str, &str)> {
    match block {
        Block::Paragraph { text } => vec![("", text)],
        Block::List { items } => {
            items.iter().map(|item| (item.marker.as_str(), item.text.as_str())).collect()
        }
    }
}

/// A column narrower than this is narrow, in points.
const NARROW: usize = 100;

/// Whether a column of this width in points is narrow. Then only the first line of an item is indented past its marker.
pub(super) fn is_narrow(width: usize) -> bool {
    width < NARROW
}

/// A text that starts on a new line.
#[derive(Debug)]
pub(super) struct Piece {
    text: Measured,
    /// The indent of all lines, and that of the first line in a narrow column, in points.
    hanging: f64,
    first: f64,
}

impl Piece {
    /// Returns the room for the lines in a column, and the indent of the first one, in points.
    fn room(&self, width: usize) -> (f64, f64) {
        if is_narrow(width) { (width as f64, self.first) } else { (width as f64 - self.hanging, 0.0) }
    }

    /// Returns the fractional number of lines if the text could be broken anywhere.
    fn ideal(&self, width: usize) -> f64 {
        let (room, indent) = self.room(width);
        (self.text.width() + indent) / room.max(1.0)
    }

    /// Returns the least width of a column that has room for the widest word, in points.
    pub fn widest_word(&self) -> f64 {
        let narrow = self.text.widest_word(self.first);
        if is_narrow(narrow as usize) { narrow } else { self.text.widest_word(0.0) + self.hanging }
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
    pub penalty: f64,
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
            let mut height = Height { lines: 0, smooth: 0.0, penalty: 0.0 };
            for piece in &self.pieces {
                let (room, indent) = piece.room(width);
                match self.setting {
                    Some(setting) => {
                        let lines = piece.text.lines(room, indent, setting);
                        height.lines += lines.breaks.len() + 1;
                        height.penalty += lines.penalty;
                    }
                    None => height.lines += piece.text.filled(room, indent),
                }
                height.smooth += piece.ideal(width);
            }
            height.smooth += height.lines as f64;
            height
        })
    }

    /// Returns where the lines of each piece are broken at a width in points, as byte offsets.
    pub fn breaks(&self, width: usize, setting: Setting) -> impl Iterator<Item = Vec<usize>> {
        self.pieces.iter().map(move |piece| {
            let (room, indent) = piece.room(width);
            piece.text.lines(room, indent, setting).breaks
        })
    }

    /// Returns the width of the widest word in a narrow column of those that are at most this wide, in points.
    pub fn widest_word_within(&self, most: f64) -> f64 {
        let widths = self.pieces.iter().map(|piece| piece.text.widest_word_within(most, piece.first));
        widths.fold(0.0, f64::max)
    }

    /// Returns the least width of a column that has room for the widest word, in points.
    pub fn widest_word(&self) -> f64 {
        self.pieces.iter().map(Piece::widest_word).fold(0.0, f64::max)
    }
}
