//! Computes how many lines the texts of a cell take in a column of a given width, and how bad their line ends are.

use crate::thai::breaks;
use crate::thai::characters::is_mark;
use crate::typeset::line_breaks::fit::{Measured, Setting};
use crate::view::{Block, Cell, ListItem};

/// The sign in a line that states a score, and the most letters of such a line.
const EQUALS: &str = " = ";
/// What begins the level behind it.
const LEVEL: &str = " (";
const LONGEST_SCORE: usize = 30;

/// The size of amounts in narrow columns, relative to other text: `narrow-amount` in `common/blocks.typ`.
const NARROW_AMOUNT: f64 = 0.8125;

/// What is whole in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::typeset) enum Whole {
    /// Lines that state scores, words and amounts.
    ScoreLines,
    /// Figures of scores, words and amounts.
    ScoreFigures,
    /// Words of usual width, and amounts.
    Words,
    /// Only amounts of money.
    Amounts,
}

/// Measures text.
pub(in crate::typeset) struct Ruler<'n, W> {
    /// Returns the advance of a character, in points.
    pub width: W,
    /// An automaton of names that count as words.
    pub names: &'n [u8],
    /// Distance from a list's marker to its text, in points.
    pub marker_gap: f64,
    /// Whether only the first line of an item is indented past its marker, not all lines past the widest marker.
    pub narrow: bool,
}

impl<W: Fn(char) -> f64> Ruler<'_, W> {
    /// Returns the width of a text on one line, in points.
    pub fn text_width(&self, text: &str) -> f64 {
        text.chars().filter(|&c| !is_mark(c)).map(&self.width).sum()
    }

    /// Measures a cell of the table.
    pub fn cell(&self, cell: &Cell) -> CellText {
        let pieces = cell.iter().flat_map(|block| self.block(block));
        CellText { pieces: pieces.collect(), paragraphs: cell.len() }
    }

    fn block(&self, block: &Block) -> Vec<Piece> {
        let indent = |item: &ListItem| self.text_width(&item.marker) + self.marker_gap;
        match block {
            Block::Paragraph { text } => self.pieces(text, 0.0, 0.0),
            Block::Amount { text } => {
                let size = if self.narrow { NARROW_AMOUNT } else { 1.0 };
                let width = |c| (self.width)(c) * size;
                let ruler =
                    Ruler { width, names: self.names, marker_gap: self.marker_gap, narrow: self.narrow };
                let amount = |piece| Piece { states: States::Amount, ..piece };
                ruler.pieces(text, 0.0, 0.0).into_iter().map(amount).collect()
            }
            Block::List { items, .. } if self.narrow => {
                items.iter().flat_map(|item| self.pieces(&item.text, 0.0, indent(item))).collect()
            }
            Block::List { items, .. } => {
                let widest = items.iter().map(indent).fold(0.0, f64::max);
                items.iter().flat_map(|item| self.pieces(&item.text, widest, 0.0)).collect()
            }
        }
    }

    /// Measures a text with these indents in points: of all lines, and of the first line beyond that. Each line of the
    /// source text becomes a piece.
    pub fn pieces(&self, text: &str, hanging: f64, first: f64) -> Vec<Piece> {
        let piece = |(at, line): (usize, &str)| {
            let text = Measured::new(line, &breaks::opportunities(line, self.names), &self.width);
            let is_score = line.contains(EQUALS) && line.chars().count() <= LONGEST_SCORE;
            // The level may be on a line of its own.
            let score = || line.split_once(LEVEL).map_or(line, |(score, _)| score);
            let states = if is_score { States::Score(self.text_width(score())) } else { States::Other };
            Piece { text, hanging, first: if at == 0 { first } else { 0.0 }, states }
        };
        text.lines().enumerate().map(piece).collect()
    }
}

/// A text that starts on a new line.
#[derive(Debug)]
pub(in crate::typeset) struct Piece {
    text: Measured,
    /// The indent of all lines, and that of the first line beyond it, in points.
    hanging: f64,
    first: f64,
    states: States,
}

/// What a text states.
#[derive(Debug, Clone, Copy)]
enum States {
    Amount,
    /// A score. The width of its line without the level behind it, in points.
    Score(f64),
    Other,
}

impl Piece {
    /// Returns the room for the lines in a column, in points.
    fn room(&self, width: usize) -> f64 {
        width as f64 - self.hanging
    }

    /// Returns the fractional number of lines if the text could be broken anywhere. What fits on a line takes one, however
    /// wide the column is.
    fn ideal(&self, width: usize) -> f64 {
        ((self.text.width() + self.first) / self.room(width).max(1.0)).max(1.0)
    }

    /// Returns the width of the widest word including its indent, in points.
    pub fn widest_word(&self) -> f64 {
        self.text.widest_word(self.first) + self.hanging
    }
}

/// The measured text of a cell.
#[derive(Debug)]
pub(in crate::typeset) struct CellText {
    pieces: Vec<Piece>,
    /// The number of its paragraphs and lists.
    pub paragraphs: usize,
}

/// The height of a cell, and what it costs.
#[derive(Debug, Clone, Copy)]
pub(in crate::typeset) struct Height {
    /// The number of lines.
    pub lines: usize,
    /// The number of lines plus the fractional number if text could be broken anywhere. It changes with every change
    /// of width, so the search always has a direction to follow.
    pub smooth: f64,
    /// The penalties of all line ends.
    pub penalty: f64,
}

impl CellText {
    /// Returns the height at a width in points. Without a `setting`, lines are only counted.
    pub fn height(&self, width: usize, setting: Option<Setting>) -> Height {
        let mut height = Height { lines: 0, smooth: 0.0, penalty: 0.0 };
        for piece in &self.pieces {
            let room = piece.room(width);
            match setting {
                Some(setting) => {
                    let lines = piece.text.lines(room, piece.first, setting);
                    height.lines += lines.breaks.len() + 1;
                    height.penalty += lines.penalty;
                }
                None => height.lines += piece.text.filled(room, piece.first),
            }
            height.smooth += piece.ideal(width);
        }
        height.smooth += height.lines as f64;
        height
    }

    /// Returns where the lines of each piece are broken at a width in points, as byte offsets.
    pub fn breaks(&self, width: usize, setting: Setting) -> impl Iterator<Item = Vec<usize>> {
        self.pieces.iter().map(move |piece| piece.text.lines(piece.room(width), piece.first, setting).breaks)
    }

    /// Returns the width of the widest word of those that are at most this wide, or at most `bare` wide without their
    /// prefixes, including its indent, in points.
    pub fn widest_word_within(&self, most: f64, bare: f64) -> f64 {
        let width = |piece: &Piece| piece.text.widest_word_within(most, bare, piece.first) + piece.hanging;
        self.pieces.iter().map(width).fold(0.0, f64::max)
    }

    /// Returns the width of the widest amount and score that is whole, in points: of the line that states a score, such as
    /// `ปี ๒๕๖๗ = ๑๐๐.๐๐ คะแนน`, or of its figure.
    pub fn widest_figure(&self, whole: Whole) -> f64 {
        let width = |piece: &Piece| match (piece.states, whole) {
            (States::Amount, _) => piece.text.width(),
            (States::Score(line), Whole::ScoreLines) => line,
            (States::Score(_), Whole::ScoreFigures) => piece.text.widest_figure(),
            _ => 0.0,
        };
        self.pieces.iter().map(width).fold(0.0, f64::max)
    }

    /// Returns the width of the widest word including its indent, in points.
    pub fn widest_word(&self) -> f64 {
        self.pieces.iter().map(Piece::widest_word).fold(0.0, f64::max)
    }
}
