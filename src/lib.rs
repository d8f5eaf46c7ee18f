//! ita-report
#![forbid(unsafe_code)]
pub mod cli;
pub mod export;
pub mod ita;
pub mod report;
pub mod thai;
pub mod typeset;
pub mod view;
