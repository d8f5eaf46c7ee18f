//! The Integrity and Transparency Assessment (ITA): scores, indicators, instruments and levels, and the rules of each
//! fiscal year from `data/ita/`. Scores are exact decimals; nothing here uses floating-point numbers.

mod mean;
mod results;
mod rules;
mod score;

pub use mean::Mean;
pub use results::Results;
pub use rules::{
    ChosenRules, Indicator, Instrument, Level, RuleBook, Rules, RulesFile, RulesFit, built_in_file,
};
pub use score::{Difference, Score, ScoreError};
