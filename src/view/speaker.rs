//! Words a report's prose and the official sentences in the report's own names, years and digits.

use super::wording;
use crate::report::{Prose, Report};
use crate::thai::characters::is_invisible;

/// Knows the report and sets text in its digits.
#[derive(Clone, Copy)]
pub(super) struct Speaker<'r> {
    pub report: &'r Report,
}

impl Speaker<'_> {
    /// A text of the program's or the file's own in the report's digits.
    pub fn set(self, text: &str) -> String {
        self.report.layout.numerals.set(text)
    }

    /// A whole number.
    pub fn number(self, number: usize) -> String {
        self.report.layout.numerals.integer(number)
    }

    /// An official sentence with its placeholders filled. The agency and the two years are always known.
    pub fn word(self, sentence: &str, values: &[(&str, &str)]) -> String {
        let year = self.report.fiscal_year.to_string();
        let previous = self.report.fiscal_year.previous().to_string();
        let own = [
            ("agency", self.report.agency.name.as_str()),
            ("year", year.as_str()),
            ("previous_year", previous.as_str()),
        ];
        // A value given by the caller comes before the common one of its name.
        let all: Vec<_> = values.iter().chain(&own).copied().collect();
        self.set(&wording::fill(sentence, &all))
    }

    /// Prose as paragraphs: blank lines part them, single line ends stay as line breaks.
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

    /// Prose in one piece; its lines stay, blank ones go.
    pub fn text(self, prose: &Prose) -> String {
        self.paragraphs(prose).join("\n")
    }

    /// A name in brackets.
    pub fn bracketed(self, name: &Prose) -> String {
        let name = self.text(name);
        if name.starts_with('(') { name } else { format!("({name})") }
    }

    /// The filled prose in the report's digits, without invisible characters.
    fn clean(self, prose: &Prose) -> String {
        let filled = prose.fill(|placeholder| self.report.value(placeholder)).text;
        let visible: String = filled
            .chars()
            .filter(|&c| !is_invisible(c) && c != '\r')
            .map(|c| if c == '\t' { ' ' } else { c })
            .collect();
        self.set(&visible)
    }
}
