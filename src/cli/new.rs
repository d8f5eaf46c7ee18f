//! `ita-report new`: writes a commented report file to fill in.

use std::path::{Path, PathBuf};
use std::{fs, io};

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
    let path = &named(&args.file)?;
    write_new(path, &scaffold(year), catalogue)?;
    tell(&(catalogue.text("done-new", &[("path", path.as_path().into())]) + "\n"));
    Ok(Outcome::Done)
}

/// The file to write. A name without an ending gets `.toml`; one with another ending is refused, because programs would take
/// the file for something else.
fn named(path: &Path) -> Result<PathBuf, Failure> {
    let wrong = |message, right: PathBuf| {
        Err(Failure::Message(message, vec![("path", path.into()), ("right", right.as_path().into())]))
    };
    if path.is_dir() || path.to_string_lossy().ends_with(['/', '\\']) {
        return wrong("new-in-folder", path.join("report.toml"));
    }
    match ending(path) {
        Some(ending) if ending.eq_ignore_ascii_case("toml") => Ok(path.to_owned()),
        Some(_) => wrong("new-ending", path.with_extension("toml")),
        None => Ok(PathBuf::from(format!("{}.toml", path.display()))),
    }
}

/// The ending of a file's name: a few Latin letters behind its last dot. `อบต.ท่าช้าง` and `เล่ม.2567` have none.
fn ending(path: &Path) -> Option<&str> {
    const MOST: usize = 5;
    let ending = path.extension()?.to_str()?;
    let is_latin = ending.bytes().all(|b| b.is_ascii_alphanumeric());
    let has_letter = ending.bytes().any(|b| b.is_ascii_alphabetic());
    (ending.len() <= MOST && is_latin && has_letter).then_some(ending)
}

/// Writes a file to fill in, and makes the folders that it is to be in. Never overwrites one.
pub(super) fn write_new(path: &Path, text: &str, catalogue: &Catalogue) -> Result<(), Failure> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| Failure::write(folder, &error, catalogue))?;
    }
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
