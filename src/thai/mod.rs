//! Thai text and dates: digits, the Buddhist calendar with its fiscal year, characters and words. This module knows
//! nothing about reports.

pub mod breaks;
pub mod calendar;
pub mod characters;
pub mod digits;
pub mod gazetteer;
pub mod numbers;
pub mod words;

mod era;
mod meant;
mod numerals;
mod run;
mod tokens;

pub use calendar::{Date, FiscalYear, Month, Period};
pub use era::spaced_eras;
pub use numerals::Numerals;
pub use run::Run;
