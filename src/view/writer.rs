//! Turns the report's prose and the official sentences into text for the page: placeholders are filled, digits are set in
//! the report's numerals, and a year stands a space from its era.

use std::sync::LazyLock;

use serde::Deserialize;

use super::wording;
use crate::report::{Prose, Report};
use crate::thai::characters::{is_invisible, is_letter};
use crate::thai::{Numerals, spaced_eras};

/// Produces the texts of one report.
#[derive(Clone, Copy)]
pub(super) struct Writer<'r> {
    pub report: &'r Report,
}

impl Writer<'_> {
    /// Sets the digits of a text in the report's numerals, and one space between `พ.ศ.` and its year.
    pub fn in_numerals(self, text: &str) -> String {
        self.report.layout.numerals.convert(&spaced_eras(text))
    }

    /// A whole number in the report's numerals.
    pub fn number(self, number: usize) -> String {
        self.report.layout.numerals.integer(number)
    }

    /// Fills the placeholders of an official sentence. `agency`, `year` and `previous_year` are always available.
    pub fn sentence(self, sentence: &str, values: &[(&str, &str)]) -> String {
        let year = self.report.fiscal_year.to_string();
        let previous = self.report.fiscal_year.previous().to_string();
        let common = [
            ("agency", self.report.agency.name.as_str()),
            ("year", year.as_str()),
            ("previous_year", previous.as_str()),
        ];
        // `fill` takes the first value of a name, so the caller's values override the common ones.
        let values: Vec<_> = values.iter().chain(&common).copied().collect();
        self.in_numerals(&wording::fill(sentence, &values))
    }

    /// Joins items to a list within a sentence.
    pub fn list(self, items: &[String]) -> String {
        let Some((last, others)) = items.split_last() else { return String::new() };
        if others.is_empty() {
            return last.clone();
        }
        // `["กองคลัง", "และกองช่าง"]`: the file has the word already.
        let last = last.strip_prefix(LISTS.last.trim()).map_or(last.as_str(), str::trim_start);
        let space = if last.starts_with(is_letter) { "" } else { " " };
        format!("{}{}{space}{last}", others.join(&LISTS.between), LISTS.last)
    }

    /// Splits prose into paragraphs at blank lines. Single line breaks stay.
    pub fn paragraphs(self, prose: &Prose) -> Vec<String> {
        let mut paragraphs = vec![String::new()];
        for line in self.clean(prose).lines().map(str::trim) {
            let last = paragraphs.last_mut().expect("there is always one");
            match (line.is_empty(), last.is_empty()) {
                (true, true) => {}
                (true, false) => paragraphs.push(String::new()),
                (false, true) => last.push_str(line),
                (false, false) => {
                    last.push('\n');
                    last.push_str(line);
                }
            }
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
        paragraphs
    }

    /// Prose as one text. Line breaks stay, blank lines are dropped.
    pub fn text(self, prose: &Prose) -> String {
        self.paragraphs(prose).join("\n")
    }

    /// A name in brackets. A name that already begins with a bracket stays as it is.
    pub fn bracketed(self, name: &Prose) -> String {
        let name = self.text(name);
        if name.starts_with('(') { name } else { format!("({name})") }
    }

    /// Prose with its placeholders filled, in the report's numerals. Invisible characters are dropped, and tabs become
    /// spaces.
    fn clean(self, prose: &Prose) -> String {
        let filled = prose.fill(|placeholder| self.report.value(placeholder)).text;
        in_numerals(&filled, self.report.layout.numerals)
    }
}

/// The wording of lists. The comments in the TOML file explain its fields.
static LISTS: LazyLock<ListsWording> =
    LazyLock::new(|| wording::read(include_str!("../../data/wording/lists.toml")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListsWording {
    between: String,
    last: String,
}

/// The text in these numerals, with a space between `พ.ศ.` and its year. Invisible characters are dropped, and tabs become
/// spaces.
pub(crate) fn in_numerals(text: &str, numerals: Numerals) -> String {
    let visible = text.chars().filter(|&c| !is_invisible(c) && c != '\r');
    let visible: String = visible.map(|c| if c == '\t' { ' ' } else { c }).collect();
    numerals.convert(&spaced_eras(&visible))
}
