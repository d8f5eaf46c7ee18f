//! Reads the columns of the tables of measures: those that the layout asks for, and the texts of the user's own.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::report::diagnostic::Fault;
use crate::report::keys::called_in_thai;
use crate::report::model::{Column, Orientation};
use crate::report::nearest::nearest;
use crate::report::prose::Prose;
use crate::report::reader::{Entry, Reader};
use crate::report::source::Spanned;

/// The most columns of a table on pages of an orientation. More have no room for words.
fn most(orientation: Orientation) -> usize {
    match orientation {
        Orientation::Landscape => 12,
        Orientation::Portrait => 8,
    }
}

/// Reads the texts of the user's own columns of a measure, by their headings. Empty ones are left out. One of the `keys` of a
/// measure more likely stands below the line `[measures.extra]` by mistake.
pub(super) fn extra(
    reader: &mut Reader,
    entry: Entry,
    keys: &BTreeSet<String>,
) -> Option<Vec<(Spanned<String>, Vec<Prose>)>> {
    let table = reader.table(entry)?;
    let mut found: Vec<(Spanned<String>, Vec<Prose>)> = Vec::new();
    for (entry, key) in table.entries() {
        if keys.contains(entry.key) {
            reader.report(Fault::KeyInExtra { key: entry.key.to_owned() }, key);
            continue;
        }
        let heading = reader.heading(entry.key, key);
        let texts = reader.prose_list(entry).unwrap_or_default();
        let Some(heading) = heading else { continue };
        if found.iter().any(|(known, _)| known.value == heading.value) {
            reader.report(Fault::RepeatedColumn { name: heading.value }, heading.span);
        } else if !texts.is_empty() {
            found.push((heading, texts));
        }
    }
    Some(found)
}

/// The headings of the user's own columns in a report file, also those in which nothing stands or that cannot be read.
/// `None` if the measures cannot be read.
pub(super) fn headings(file: &Value) -> Option<Vec<String>> {
    let extra = |measure: &Value| -> Vec<String> {
        let keys = measure["extra"].as_object().into_iter().flat_map(|extra| extra.keys());
        keys.map(|heading| heading.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    };
    let mut headings: Vec<String> = file["measures"].as_array()?.iter().flat_map(extra).collect();
    headings.sort_unstable();
    headings.dedup();
    Some(headings)
}

/// Reads the columns of a table. Without the user's `own` headings, because the measures cannot be read, nothing is said of
/// unknown ones.
pub(super) fn columns(
    reader: &mut Reader,
    entry: Entry,
    own: Option<&[String]>,
    orientation: Orientation,
) -> Option<Vec<Spanned<Column>>> {
    let items = reader.string_items(entry)?;
    if items.is_empty() {
        let choices = Column::NAMED.map(|(name, _)| name).join(" | ");
        reader.report(Fault::EmptyList { key: entry.key.to_owned(), choices }, entry.span());
    }
    let most = most(orientation);
    let mut columns: Vec<Spanned<Column>> = Vec::new();
    for item in items {
        let Some(name) = reader.text(item) else { continue };
        let named = Column::NAMED.iter().find(|(known, _)| *known == name.as_str());
        let column = match named {
            Some((_, column)) => column.clone(),
            None if own.is_some_and(|own| own.contains(&name)) => Column::Extra(name.value.clone()),
            None => {
                if let Some(own) = own {
                    unknown(reader, entry.key, name, own);
                }
                continue;
            }
        };
        if columns.iter().any(|known| known.value == column) {
            reader.report(Fault::RepeatedColumn { name: name.value }, name.span);
        } else if columns.len() == most {
            reader.report(
                Fault::ColumnsMany { key: entry.key.to_owned(), most, orientation: orientation.name() },
                name.span,
            );
            return None;
        } else {
            columns.push(Spanned::new(column, name.span));
        }
    }
    (!columns.is_empty()).then_some(columns)
}

fn unknown(reader: &mut Reader, key: &str, name: Spanned<String>, own: &[String]) {
    let names = || Column::NAMED.iter().map(|(name, _)| *name).chain(own.iter().map(String::as_str));
    // The heading in the document, such as งบประมาณ, in place of the column's name.
    let called = called_in_thai(&name).map(|(_, key)| key).find(|key| names().any(|known| known == *key));
    let fault = Fault::UnknownColumn {
        key: key.to_owned(),
        nearest: called.map(str::to_owned).or_else(|| nearest(&name, names())),
        choices: names().collect::<Vec<_>>().join(" | "),
        value: name.value,
    };
    reader.report(fault, name.span);
}
