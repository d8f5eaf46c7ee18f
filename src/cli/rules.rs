//! `ita-report rules`: prints the built-in rules for a fiscal year, as a file to start from.

use super::args::RulesArgs;
use super::catalogue::Catalogue;
use super::outcome::{Failure, Outcome};
use super::terminal::{print, tell};
use crate::ita::built_in_file;
use crate::thai::FiscalYear;
use crate::thai::calendar::YearError;

pub(super) fn run(args: &RulesArgs, catalogue: &Catalogue) -> Result<Outcome, Failure> {
    let year = match FiscalYear::new(args.year) {
        Ok(year) => year,
        Err(error) => {
            let year = match error {
                YearError::CommonEra(year) => Some(year),
                YearError::OutOfRange => None,
            };
            let arguments = vec![("value", args.year.into()), ("year", year.into())];
            return Err(Failure::Message("usage-rules-year", arguments));
        }
    };
    let (text, (from, to)) = built_in_file(year);
    if (from..=to).contains(&year.number()) {
        print(text, catalogue)?;
        return Ok(Outcome::Done);
    }
    // Prints a file for the requested year, although its rules are still those of other years.
    let line = |line: &str| match line.split(" = ").next() {
        Some("from" | "year") => format!("year = {year}\n"),
        Some("to") => String::new(),
        _ => format!("{line}\n"),
    };
    print(&text.lines().map(line).collect::<String>(), catalogue)?;
    let arguments = [("year", year.into()), ("from", from.into()), ("to", to.into())];
    tell(&(catalogue.text("rules-of-other-years", &arguments) + "\n"));
    Ok(Outcome::Done)
}
