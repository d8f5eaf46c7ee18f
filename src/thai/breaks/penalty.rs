//! Places where a line may end, and the scale of their penalties.

/// How bad it is if a line ends at a place.
pub type Penalty = u32;

/// A phrase ends here.
pub const PHRASE: Penalty = 0;
/// Between two independent words.
pub const WORD: Penalty = 10;
/// Between two words of which one is short. The line end is right, but seldom the best.
pub const NEAR: Penalty = 35;
/// Between two words that a careful writer keeps together: a function word and what it belongs to, month and year.
pub const CLOSE: Penalty = 160;
/// Between things that belong together: label and number, title and name, the parts of a name.
pub const TIGHT: Penalty = 1_500;
/// Between the parts of a figure: number and unit, day and month.
pub const FIGURE: Penalty = 5_000;
/// Between the parts of a word.
pub const SEAM: Penalty = 15_000;
/// Anywhere else between two letters.
pub const LETTER: Penalty = 60_000;

/// The width of a long word, in letters.
pub(super) const LONG: usize = 6;
/// The rarity from which a word is likely to be a technical term, which belongs to the word before it, or part of a name.
pub(super) const RARE: u8 = 7;

/// A place where a line may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opportunity {
    /// The byte offset in the text at which the next line would begin. Spaces before it belong to neither line.
    pub at: usize,
    /// How bad it is if a line ends there.
    pub penalty: Penalty,
}
