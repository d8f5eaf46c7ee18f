//! The mean of scores, without rounding.

use super::Score;

/// The exact mean of scores: 86.905 stays 86.905.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mean {
    /// The sum of the scores, in hundredths.
    pub sum: i32,
    /// The number of scores, at least one.
    pub count: i32,
}

impl Mean {
    /// Computes the mean. `None` if there are no scores.
    pub fn new(scores: impl IntoIterator<Item = Score>) -> Option<Self> {
        let (sum, count) =
            scores.into_iter().fold((0, 0), |(sum, count), score| (sum + score.hundredths(), count + 1));
        (count > 0).then_some(Mean { sum, count })
    }

    /// Whether the mean is equal to a score or higher.
    pub fn at_least(self, score: Score) -> bool {
        self.sum >= score.hundredths() * self.count
    }
}
