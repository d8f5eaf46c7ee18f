//! `ita-report rules`: prints or writes the built-in rules for a fiscal year, as a file to start from.

use super::args::RulesArgs;
use super::catalogue::Catalogue;
use super::new::write_new;
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
    let (text, years) = built_in_file(year);
    let known = (years.0..=years.1).contains(&year.number());
    // A file for another year has its rules, but the requested year.
    let line = |line: &str| match line.split(" = ").next() {
        Some("from" | "year") => format!("year = {year}\n"),
        Some("to") => String::new(),
        _ => format!("{line}\n"),
    };
    let text = if known { text.to_owned() } else { text.lines().map(line).collect() };
    match args.output.as_deref().filter(|path| path.as_os_str() != "-") {
        Some(path) => {
            write_new(path, &text, catalogue)?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let arguments = [("path", path.into()), ("name", name.into())];
            tell(&(catalogue.text("done-rules", &arguments) + "\n"));
        }
        None => print(&text, catalogue)?,
    }
    if !known {
        let arguments = [("year", year.into()), ("years", years.into())];
        tell(&(catalogue.text("rules-of-other-years", &arguments) + "\n"));
    }
    Ok(Outcome::Done)
}
