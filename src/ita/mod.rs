//! The Integrity and Transparency Assessment (ITA): scores, indicators, instruments and levels, and the rules of each
//! fiscal year from `data/ita/`. Scores are exact decimals, and nothing computes with them as floating-point numbers.

mod mean;
mod results;
mod rule_book;
mod rules;
mod score;

pub use mean::Mean;
pub use results::Results;
pub use rule_book::{ChosenRules, RuleBook, RulesFit, built_in_file};
pub use rules::{Indicator, Instrument, Level, Rules, RulesFile};
pub use score::{Difference, Score, ScoreError};
