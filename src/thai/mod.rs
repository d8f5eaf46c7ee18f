//! What is Thai and nothing else: digits, the calendar of the Buddhist Era with its fiscal year, and the
//! characters of Thai text. This room knows nothing of reports; everything else builds on it.

pub mod calendar;
pub mod characters;
pub mod digits;
pub mod words;

pub use calendar::{Date, FiscalYear, Month, Period};
pub use digits::Numerals;
