//! Every key of the report file, by its table, and the Thai words by which people call it. Messages about unknown keys
//! draw on it, and `docs/report-file.md` is made from the same data, `data/keys.toml`.
//!
//! Tables are named by their headings: `agency`, `measures`, `memo.signer`. The top of the file is `""`, and every table of
//! a year is `scores.YEAR`.

use std::sync::LazyLock;

use serde::Deserialize;

static TABLES: LazyLock<Vec<KeyTable>> = LazyLock::new(|| {
    #[derive(Deserialize)]
    struct File {
        tables: Vec<KeyTable>,
    }
    let file: File =
        toml::from_str(include_str!("../../data/keys.toml")).expect("embedded keys are well formed");
    file.tables
});

/// What the program needs to know of a table. The rest of the file is for the page of docs.
#[derive(Deserialize)]
struct KeyTable {
    name: String,
    keys: Vec<Key>,
}

#[derive(Deserialize)]
struct Key {
    name: String,
    r#type: String,
    #[serde(default)]
    called: Vec<String>,
}

fn all() -> impl Iterator<Item = (&'static str, &'static Key)> {
    TABLES.iter().flat_map(|table| table.keys.iter().map(|key| (table.name.as_str(), key)))
}

/// The keys of a table, in the order of a report file. Empty if there is no such table.
pub fn keys_of(table: &str) -> impl Iterator<Item = &'static str> {
    all().filter(move |(name, _)| *name == table).map(|(_, key)| key.name.as_str())
}

/// The tables that have a key.
pub fn tables_with(key: &str) -> impl Iterator<Item = &'static str> {
    all().filter(move |(_, known)| known.name == key).map(|(table, _)| table)
}

/// Whether there is a table of this name.
pub fn is_table(name: &str) -> bool {
    tables().any(|table| table == name)
}

/// The names of all tables.
pub fn tables() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|table| table.name.as_str())
}

/// The table whose name ends with this part. Every table of a year is `scores.YEAR`.
pub fn table_called(last: &str) -> Option<&'static str> {
    let is_year = last.len() == 4 && last.bytes().all(|b| b.is_ascii_digit());
    let last = if is_year { "YEAR" } else { last };
    tables().find(|table| table.rsplit('.').next() == Some(last))
}

/// The heading of a table as it is written in a file, with its brackets. Empty for the top of the file.
pub fn heading(table: &str) -> String {
    match table {
        "" => String::new(),
        _ if type_of("", table) == Some("tables") => format!("[[{table}]]"),
        _ => format!("[{table}]"),
    }
}

/// The type of a key, as `data/keys.toml` names it.
pub fn type_of(table: &str, key: &str) -> Option<&'static str> {
    all().find(|(name, known)| *name == table && known.name == key).map(|(_, known)| known.r#type.as_str())
}

/// The tables and keys that people call by a Thai word, in the order of a report file. Spaces, and signs such as a full
/// stop or a colon, make no difference.
pub fn called_in_thai(word: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let word: String = word.chars().filter(|c| c.is_alphanumeric() || is_thai(*c)).collect();
    all().filter(move |(_, key)| key.called.contains(&word)).map(|(table, key)| (table, key.name.as_str()))
}

fn is_thai(c: char) -> bool {
    matches!(c, 'ก'..='๛')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::reader::ASKED;

    #[test]
    fn a_key_is_found_by_its_table_and_its_thai_name() {
        assert_eq!(keys_of("lessons").collect::<Vec<_>>(), ["obstacles", "recommendations"]);
        assert_eq!(keys_of("lesson").count(), 0);
        assert_eq!(tables_with("position").collect::<Vec<_>>(), ["signatures", "memo.signer"]);
        let called = |word| called_in_thai(word).collect::<Vec<_>>();
        assert_eq!(called("โทรศัพท์"), [("agency", "phone")]);
        assert_eq!(called("ปัญหา / อุปสรรค"), [("lessons", "obstacles")]);
        assert_eq!(called("วันที่"), [("", "date"), ("memo", "date")]);
        assert_eq!(called("รถดับเพลิง"), []);
    }

    /// The loader asks for the keys in the data, table by table, and for no others.
    #[test]
    fn the_keys_are_those_that_the_loader_asks_for() {
        let headings = TABLES.iter().map(|table| match table.name.as_str() {
            "" => String::new(),
            "scores.YEAR" => "[scores.2567]".to_owned(),
            "measures" | "photos" | "evidence" | "signatures" => format!("[[{}]]", table.name),
            name => format!("[{name}]"),
        });
        let headings: Vec<String> = headings.collect();
        let report = headings.join("\n");
        ASKED.with_borrow_mut(Vec::clear);
        crate::report::load("report.toml", report.as_bytes(), &crate::files::MemoryFiles::new());
        for (table, heading) in TABLES.iter().zip(&headings) {
            let start = report.find(heading.as_str()).unwrap_or_default();
            let asked = ASKED.with_borrow(|all| {
                let this = |(span, _): &&(crate::report::Span, _)| *span == (start..start + heading.len());
                all.iter().find(this).map(|(_, asked)| asked.clone())
            });
            let known = table.keys.iter().map(|key| key.name.clone()).collect();
            assert_eq!(asked, Some(known), "{heading}");
        }
    }

    /// A Thai word means one key of a table at most, and is written as [`called_in_thai`] compares it.
    #[test]
    fn a_thai_name_means_one_key_of_a_table() {
        let mut seen = std::collections::BTreeSet::new();
        for (table, key) in all() {
            for word in &key.called {
                assert!(word.chars().all(|c| c.is_ascii_alphanumeric() || is_thai(c)), "{word}");
                assert!(seen.insert((table, word)), "{table}: {word}");
            }
        }
        assert!(seen.len() > 200, "{}", seen.len());
    }
}
