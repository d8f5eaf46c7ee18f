//! `ita-report new`: writes a commented report file to fill in.

use std::io;
use std::path::Path;

use chrono::Local;

use super::args::NewArgs;
use super::catalogue::Catalogue;
use super::outcome::{Failure, Outcome};
use super::terminal::tell;
use crate::disk::create_new;
use crate::thai::FiscalYear;
use crate::thai::calendar::YearError;

const SCAFFOLD: &str = include_str!("../../data/scaffold.toml");

pub(super) fn run(args: &NewArgs, catalogue: &Catalogue) -> Result<Outcome, Failure> {
    let year = year(args.year)?;
    let path = &args.file;
    write_new(path, &scaffold(year), catalogue)?;
    tell(&(catalogue.text("done-new", &[("path", path.as_path().into())]) + "\n"));
    Ok(Outcome::Done)
}

/// Writes a file to fill in. Never overwrites one.
pub(super) fn write_new(path: &Path, text: &str, catalogue: &Catalogue) -> Result<(), Failure> {
    create_new(path, text.as_bytes()).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Failure::Message("already-there", vec![("path", path.display().to_string().into())])
        }
        _ => Failure::write(path, &error, catalogue),
    })
}

/// The requested fiscal year, otherwise the one that ended last, because its report is due.
fn year(asked: Option<i64>) -> Result<FiscalYear, Failure> {
    let wrong = |value: i64, year: Option<u16>| {
        Failure::Message("usage-year", vec![("value", value.into()), ("year", year.into())])
    };
    match asked {
        Some(number) => match FiscalYear::new(number) {
            // The file also has results of the previous year, which must be a valid fiscal year too.
            Ok(year) if FiscalYear::new(number - 1).is_ok() => Ok(year),
            Err(YearError::CommonEra(year)) => Err(wrong(number, Some(year))),
            _ => Err(wrong(number, None)),
        },
        None => match FiscalYear::containing(Local::now().date_naive()) {
            Some(current) => Ok(current.previous()),
            None => Err(Failure::internal("the clock is outside the years 2500 to 2699")),
        },
    }
}

fn scaffold(year: FiscalYear) -> String {
    SCAFFOLD.replace("@year@", &year.to_string()).replace("@previous_year@", &year.previous().to_string())
}
