//! What an unknown key was most likely meant to be: a key of its table in another spelling or in Thai, or a key of another
//! table.

use super::diagnostic::Fault;
use super::keys::{called_in_thai, heading, keys_of, table_called, tables, tables_with};
use super::nearest::nearest;

/// The fault for a key that its table does not know, and the key of the same table that it was meant to be. `name` is the
/// last part of the table's name, and `known` are the keys that the table takes.
pub(super) fn unknown_key<'k>(
    name: &str,
    key: &str,
    known: impl Iterator<Item = &'k str>,
    sample: &'static str,
) -> (Fault, Option<&'k str>) {
    let known: Vec<&str> = known.collect();
    let own = |candidate: &str| known.iter().copied().find(|known| *known == candidate);
    // Files of rules have no list of keys.
    let table =
        table_called(name).filter(|table| sample == "new" && keys_of(table).any(|key| own(key).is_some()));
    let Some(table) = table else {
        let near = nearest(key, known.iter().copied());
        let near = near.as_deref().and_then(own);
        return (fault(key, near, None, &known), near);
    };
    // In the order of a report file.
    let known: Vec<&str> = keys_of(table).filter_map(own).collect();
    let thai: Vec<_> = called_in_thai(key).collect();
    let called = thai.iter().find(|(place, _)| *place == table).and_then(|(_, key)| own(key));
    let near = called.or_else(|| nearest(key, known.iter().copied()).as_deref().and_then(own));
    if let (Some(near), None) = (near, tables_with(key).next()) {
        return (fault(key, Some(near), None, &known), Some(near));
    }
    let elsewhere = tables_with(key).map(|table| (table, key.to_owned())).next();
    let elsewhere =
        elsewhere.or_else(|| thai.first().map(|(table, key)| (*table, (*key).to_owned()))).or_else(|| {
            let other = nearest(key, tables().flat_map(keys_of))?;
            let table = tables_with(&other).next()?;
            Some((table, other))
        });
    match elsewhere {
        Some((place, other)) => {
            let nearest = (other != key).then_some(other.as_str());
            let place = if place.is_empty() { "top".to_owned() } else { heading(place) };
            (fault(key, nearest, Some(place), &known), None)
        }
        None => (fault(key, None, None, &known), None),
    }
}

fn fault(key: &str, nearest: Option<&str>, place: Option<String>, known: &[&str]) -> Fault {
    Fault::UnknownKey {
        key: key.to_owned(),
        nearest: nearest.map(str::to_owned),
        place,
        known: known.join(", "),
    }
}
