//! Headings, and which tables and keys a file has had so far.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use super::kinds::table_name;
use super::mender::{Mender, ends_line};
use super::signs::{ascii, bracket};
use super::values::pair_follows;
use crate::report::diagnostic::Fault;
use crate::report::keys;
use crate::report::nearest::nearest;
use crate::report::source::Span;

/// The tables and keys that a file has had so far.
#[derive(Default)]
pub(super) struct Outline {
    /// The lines in which keys stand, by their full names. Each table of an array has its own number.
    keys: HashMap<String, usize>,
    /// The same of the headings of tables.
    tables: HashMap<String, usize>,
    /// How many tables each array has.
    counts: HashMap<String, usize>,
    /// The last heading that is commented out in this table.
    commented: Option<Commented>,
    /// The number of tables that stand in for one that cannot be read.
    stand_ins: usize,
}

/// A heading that is commented out.
struct Commented {
    name: String,
    heading: String,
    line: usize,
    span: Span,
}

static COMMENTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^#[# \t]*(?P<heading>\[{1,2}(?P<name>[A-Za-z_]+(?:\.\w+)*)\]{1,2})[ \t]*(?:#.*)?$")
        .expect("a pattern")
});

/// Whether a line looks like a heading that is commented out, without the pattern, which takes long to compile.
fn may_be_commented(line: &str) -> bool {
    line.starts_with('#') && line.trim_start_matches(['#', ' ', '\t']).starts_with('[')
}

/// Whether a line of the text is a heading that is commented out.
pub(super) fn has_commented_heading(text: &str) -> bool {
    text.lines().map(str::trim).any(may_be_commented)
        && text.lines().any(|line| COMMENTED.is_match(line.trim()))
}

/// A heading: its opening brackets, its name, and its closing ones. Each bracket may be an odd one.
static HEADING: LazyLock<Regex> = LazyLock::new(|| {
    let (open, close) = (r"[\[［【〔{(]", r"[\]］】〕})]");
    Regex::new(&format!(
        r"^(?P<open>(?:{open}[ \t]*)*)(?P<name>[^\]］】〕}})#:：]*)[:：]?(?P<close>(?:{close}[ \t]*)*)(?P<after>.*)$"
    ))
    .expect("a pattern")
});

/// The tables that the format has several of.
const ARRAYS: [&str; 6] = ["measures", "photos", "evidence", "signatures", "indicators", "levels"];
/// The tables at the top of a report file. A test holds them against the list of keys, which is not read for a file without
/// faults.
pub(super) const TABLES: [&str; 11] = [
    "agency",
    "scores",
    "measures",
    "text",
    "lessons",
    "evidence",
    "photos",
    "signatures",
    "memo",
    "layout",
    "check",
];
/// Deeper names are not looked at. No table of the format has so many parts.
const MOST_PARTS: usize = 8;

impl Outline {
    /// Reads a comment, and remembers it if it is a heading.
    pub fn note_comment(&mut self, mender: &mut Mender) {
        let (start, line) = (mender.at, mender.rest_of_line());
        if let Some(found) =
            Some(line).filter(|line| may_be_commented(line)).and_then(|line| COMMENTED.captures(line))
        {
            self.commented = Some(Commented {
                name: found["name"].to_owned(),
                heading: found["heading"].to_owned(),
                line: mender.source.position(start).line,
                span: start..start + line.len(),
            });
        }
        mender.skip_comment();
    }

    /// Takes note of a key that begins at `start`. Reports it if the table has it already, or if its own heading is
    /// commented out.
    pub fn note_key(&mut self, mender: &mut Mender, start: usize, name: &[String]) {
        let line = mender.source.position(start).line;
        let path = [&mender.table[..], name].concat();
        let full = self.full_name(&path);
        let first = self.keys.get(&full).copied();
        let key = name.join(".");
        let table = table_name(&mender.table);
        if let Some(commented) = self.commented.take_if(|commented| {
            let its_own = keys::keys_of(&table_name(&parts(&commented.name))).any(|known| known == key);
            its_own && (first.is_some() || !keys::keys_of(&table).any(|known| known == key))
        }) {
            let fault =
                Fault::CommentedHeading { heading: commented.heading.clone(), key, at: commented.line };
            let span = start..start + name.first().map_or(1, String::len);
            mender.mend(fault, span, commented.span, commented.heading, false);
            mender.table = parts(&commented.name);
            self.begin_table(&mender.table.clone(), line);
            self.keys.insert(self.full_name(&[&mender.table[..], name].concat()), line);
            return;
        }
        match first {
            Some(first) => {
                let end = mender.at;
                let name = format!("again-{}", self.stand_in());
                let key_end = start + mender.text[start..end].find(['=', ':', '＝']).unwrap_or(end - start);
                mender.edit(start..key_end, name + " ");
                mender.report(
                    Fault::RepeatedKey { key, first, is_inline: false },
                    start..start + mender.text[start..key_end].trim_end().len(),
                    0,
                    false,
                );
                mender.guess(start..end);
            }
            None => drop(self.keys.insert(full, line)),
        }
    }

    fn stand_in(&mut self) -> usize {
        self.stand_ins += 1;
        self.stand_ins
    }

    /// The full name of a table or key, in which each table of an array has its number.
    fn full_name(&self, path: &[String]) -> String {
        if path.len() > MOST_PARTS {
            return path.join(".");
        }
        let (mut full, mut plain) = (String::new(), String::new());
        for part in path {
            let dot = if plain.is_empty() { "" } else { "." };
            full += &format!("{dot}{part}");
            plain += &format!("{dot}{part}");
            if let Some(count) = self.counts.get(&plain) {
                full += &format!("#{count}");
            }
        }
        full
    }

    /// Takes note of a heading. Returns the line of the same heading before it, if there may be only one.
    fn begin_table(&mut self, path: &[String], line: usize) -> Option<usize> {
        self.commented = None;
        let name = path.join(".");
        if ARRAYS.contains(&name.as_str()) {
            *self.counts.entry(name).or_default() += 1;
            return None;
        }
        let full = self.full_name(path);
        let as_key = self.keys.get(&full).copied();
        as_key.or_else(|| self.tables.insert(full, line))
    }
}

impl Mender<'_> {
    /// Reads the heading of a table.
    pub(super) fn heading(&mut self, outline: &mut Outline) {
        let start = self.at;
        let line = self.rest_of_line();
        let Some(found) = HEADING.captures(line) else { return };
        let (open, close) = (count_brackets(&found["open"]), count_brackets(&found["close"]));
        let (name, written_length) = (found["name"].trim().to_owned(), found["name"].len());
        let head = found.name("close").map_or(line.len(), |close| close.end());
        let head_text = line[..head].trim_end();
        let span = start..start + head_text.len();
        self.at = span.end;
        let name_start = start + found["open"].len() + (written_length - found["name"].trim_start().len());
        let path = self.table_path(&name, name_start);
        if let Some(right) = meant_heading(&path, &name) {
            self.rename_heading(&right, &span, &(name_start..name_start + name.len()));
            let number = self.source.position(start).line;
            outline.begin_table(&right, number);
            self.table = right;
            return self.after_heading();
        }
        // Keys that are years say what they are themselves.
        let next = next_line(&self.text[start + line.len()..]);
        let is_scores = path == ["scores"] && pair_follows(next) && !next.starts_with(char::is_numeric);
        if is_scores {
            self.stand_in(name_start..name_start + name.len(), format!("again-{}", outline.stand_in()));
            self.report(Fault::HeadingYear {}, span.clone(), 1, false);
            self.guess(span.clone());
            self.table = vec!["scores".to_owned(), "YEAR".to_owned()];
            return self.after_heading();
        }
        let plain = path.join(".");
        let number = self.source.position(start).line;
        let wanted = match plain.as_str() {
            known if ARRAYS.contains(&known) => 2,
            _ if open == close && !keys::is_table(&table_name(&path)) => open,
            _ => 1,
        };
        let is_odd = head_text.contains(['{', '(', '}', ')'])
            || !head_text.chars().all(|c| c.is_ascii() || bracket(c).is_none());
        // The brackets are replaced, not the name, which may have edits of its own.
        if open != wanted || close != wanted || is_odd {
            let (opening, closing) = ("[".repeat(wanted), "]".repeat(wanted));
            let name_end = name_start + name.len();
            self.edit(start..name_start, opening.clone());
            self.edit(name_end..span.end, closing.clone());
            let right = format!("{opening}{plain}{closing}");
            let fault = Fault::HeadingBrackets { written: head_text.to_owned(), right };
            self.report(fault, span.clone(), 2, true);
        }
        let is_too_early =
            path.len() > 1 && ARRAYS.contains(&path[0].as_str()) && !outline.counts.contains_key(&path[0]);
        let first = outline.begin_table(&path, number);
        if is_too_early || first.is_some() {
            let stand_in = format!("again-{}", outline.stand_in());
            self.edit(name_start..name_start + name.len(), stand_in.clone());
            let fault = match first {
                Some(first) => Fault::RepeatedHeading { heading: plain, first },
                None => Fault::HeadingTooEarly { heading: plain, array: path[0].clone() },
            };
            self.report(fault, span.clone(), 0, false);
            self.guess(span.clone());
            self.table = vec![stand_in];
        } else {
            self.table = path;
        }
        self.after_heading();
    }

    /// Writes the heading that was meant.
    fn rename_heading(&mut self, path: &[String], span: &Span, place: &Span) {
        let name = path.join(".");
        let right = if ARRAYS.contains(&name.as_str()) { format!("[[{name}]]") } else { format!("[{name}]") };
        let written = self.text[span.clone()].to_owned();
        let misspelt = &self.text[place.clone()];
        if path.len() == 1
            && right == written.replace(misspelt, &name)
            && misspelt.is_ascii()
            && !misspelt.contains(['.', ' '])
        {
            // Only its spelling is wrong, as that of any other key.
            let fault = Fault::UnknownKey {
                key: misspelt.to_owned(),
                nearest: Some(name.clone()),
                place: None,
                known: String::new(),
            };
            return self.mend(fault, place.clone(), place.clone(), name, false);
        }
        // The name may have been mended before.
        self.forget_edits_in(span);
        self.mend(
            Fault::HeadingName { written, right: right.clone() },
            span.clone(),
            span.clone(),
            right,
            true,
        );
    }

    /// The parts of a table's name. Digits of other scripts in it are mended.
    fn table_path(&mut self, name: &str, start: usize) -> Vec<String> {
        let is_bare = |text: &str| {
            !text.is_empty()
                && text.chars().all(|c| {
                    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '\t' | '"' | '\'')
                })
        };
        let spaced = |text: &str| parts(text).iter().any(|part| part.contains([' ', '\t']));
        let span = start..start + name.len();
        if is_bare(name) && !spaced(name) {
            return parts(name);
        }
        let right: String = name.chars().map(|c| ascii(c).unwrap_or(c)).collect();
        if right != name && is_bare(&right) && !spaced(&right) {
            let fault = Fault::ForeignDigits { written: name.to_owned(), right: right.clone() };
            self.mend(fault, span, start..start + name.len(), right.clone(), true);
            return parts(&right);
        }
        // `[scores 2567]`
        let dotted = right.split_whitespace().collect::<Vec<_>>().join(".");
        if is_bare(&dotted) && keys::is_table(&table_name(&parts(&dotted))) {
            let fault = Fault::HeadingDot { written: name.to_owned(), right: dotted.clone() };
            self.mend(fault, span.clone(), span, dotted.clone(), true);
            return parts(&dotted);
        }
        // No table of the format is named in Thai. The reader reports it as unknown.
        self.edit(span, format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\"")));
        vec![name.to_owned()]
    }

    /// What stands behind a heading in its line.
    fn after_heading(&mut self) {
        self.skip_spaces();
        let rest = self.rest_of_line().trim_end();
        if rest.is_empty() || rest.starts_with('#') {
            return;
        }
        let span = self.at..self.at + rest.len();
        if pair_follows(rest) {
            self.mend(Fault::PairsInLine {}, span.clone(), span.start..span.start, "\n", true);
        } else {
            let written = rest.chars().take(40).collect();
            self.mend(
                Fault::StrayText { written, is_text: false },
                span.clone(),
                span.start..span.start,
                "# ",
                false,
            );
            self.at += self.rest_of_line().len();
        }
        debug_assert!(!self.text[span].contains(ends_line));
    }
}

fn count_brackets(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn parts(name: &str) -> Vec<String> {
    name.split('.').map(|part| part.trim_matches([' ', '\t', '"', '\'']).to_owned()).collect()
}

/// The first line of a text that is neither blank nor a comment.
fn next_line(text: &str) -> &str {
    let lines = text.split(ends_line).map(str::trim_start);
    lines.into_iter().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or_default()
}

/// The path of the table that a heading means: one in another spelling or in Thai, with the year in it. `None` if there is a
/// table of this name, or none that is near.
fn meant_heading(path: &[String], written: &str) -> Option<Vec<String>> {
    static YEAR: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"25[0-9]{2}").expect("a pattern"));
    let first = path.first()?;
    // Files of rules have tables of their own.
    if TABLES.contains(&first.as_str()) || ["weights", "indicators", "levels"].contains(&first.as_str()) {
        return None;
    }
    let ascii_digits: String = written.chars().map(|c| ascii(c).unwrap_or(c)).collect();
    let words: String = ascii_digits
        .replace("ปีงบประมาณ", "")
        .replace("พ.ศ.", "")
        .replace("ที่", "")
        .chars()
        .filter(|c| !c.is_ascii_digit() && !matches!(c, '.' | ' ' | '"' | '\''))
        .collect();
    let words = words.strip_suffix("ปี").unwrap_or(&words);
    let called = keys::called_in_thai(words).find(|(table, key)| table.is_empty() && is_table_key(key));
    let right = match called {
        Some((_, key)) => key.to_owned(),
        None => nearest(first, TABLES.iter().copied())?,
    };
    let year = YEAR.find(&ascii_digits).map(|year| year.as_str().to_owned());
    match (right.as_str(), year) {
        ("scores", Some(year)) => Some(vec![right, year]),
        ("scores", None) => None,
        _ if path.len() > 1 && called.is_none() => Some([vec![right], path[1..].to_vec()].concat()),
        _ => Some(vec![right]),
    }
}

fn is_table_key(key: &str) -> bool {
    matches!(keys::type_of("", key), Some("table" | "tables"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_those_of_the_list_of_keys() {
        let mut known: Vec<&str> = keys::keys_of("").filter(|key| is_table_key(key)).collect();
        known.sort_unstable();
        let mut tables = TABLES;
        tables.sort_unstable();
        assert_eq!(known, tables);
    }
}
