//! Thai text and dates: digits, the Buddhist calendar with its fiscal year, characters and words. This module knows
//! nothing about reports.

pub mod breaks;
pub mod calendar;
pub mod characters;
pub mod digits;
pub mod words;

mod gazetteer;
mod run;
mod tokens;

pub use calendar::{Date, FiscalYear, Month, Period};
pub use digits::Numerals;
pub use run::Run;
