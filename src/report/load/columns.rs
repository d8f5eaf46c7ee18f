//! Reads the columns of the tables of measures: those that the layout asks for, and the texts of the user's own.

use crate::report::diagnostic::Fault;
use crate::report::model::{Column, Measure};
use crate::report::nearest::{alike, nearest};
use crate::report::prose::Prose;
use crate::report::reader::{Entry, Reader};
use crate::report::source::Spanned;

/// The most columns of a table. More have no room for words, not even on a landscape page.
const MOST: usize = 12;

/// Reads the texts of the user's own columns of a measure, by their headings. Empty ones are left out.
pub(super) fn extra(reader: &mut Reader, entry: Entry) -> Option<Vec<(Spanned<String>, Vec<Prose>)>> {
    let table = reader.table(entry)?;
    let mut found: Vec<(Spanned<String>, Vec<Prose>)> = Vec::new();
    for (entry, key) in table.entries() {
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

/// Reads the columns of a table. Without `measures`, because they cannot be read, nothing is said of unknown headings.
pub(super) fn columns(
    reader: &mut Reader,
    entry: Entry,
    measures: Option<&[Measure]>,
) -> Option<Vec<Spanned<Column>>> {
    let own = measures.into_iter().flatten().flat_map(|measure| &measure.extra);
    let mut own: Vec<&str> = own.map(|(heading, _)| heading.as_str()).collect();
    own.sort_unstable();
    own.dedup();
    let mut columns: Vec<Spanned<Column>> = Vec::new();
    for item in reader.string_items(entry)? {
        let Some(name) = reader.text(item) else { continue };
        let named = Column::NAMED.iter().find(|(known, _)| *known == name.as_str());
        let column = match named {
            Some((_, column)) => column.clone(),
            None if own.contains(&name.as_str()) => Column::Extra(name.value.clone()),
            None => {
                if measures.is_some() {
                    unknown(reader, entry.key, name, &own);
                }
                continue;
            }
        };
        if columns.iter().any(|known| known.value == column) {
            reader.report(Fault::RepeatedColumn { name: name.value }, name.span);
        } else if columns.len() == MOST {
            reader.report(Fault::ColumnsMany { key: entry.key.to_owned(), most: MOST }, name.span);
            return None;
        } else {
            columns.push(Spanned::new(column, name.span));
        }
    }
    (!columns.is_empty()).then_some(columns)
}

fn unknown(reader: &mut Reader, key: &str, name: Spanned<String>, own: &[&str]) {
    let names = || Column::NAMED.iter().map(|(name, _)| *name).chain(own.iter().copied());
    let fault = Fault::UnknownColumn {
        key: key.to_owned(),
        nearest: nearest(&name, names()).filter(|known| alike(&name, known)),
        choices: names().collect::<Vec<_>>().join(" | "),
        value: name.value,
    };
    reader.report(fault, name.span);
}
