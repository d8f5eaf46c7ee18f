//! The report file as a tree of plain values, for templates that read keys by themselves.

use serde_json::{Map, Number, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::report::source::Source;

/// The table as JSON. Strings, dates and what no JSON number can hold are strings as written. Of dates, the tree may
/// have others than the source.
pub(super) fn as_json(source: &Source, table: &DeTable) -> Value {
    let field = |(key, value): (&Spanned<_>, _)| {
        (AsRef::<str>::as_ref(key.get_ref()).to_owned(), json(source, value))
    };
    Value::Object(table.iter().map(field).collect::<Map<_, _>>())
}

fn json(source: &Source, value: &Spanned<DeValue>) -> Value {
    let as_written = || Value::String(source.slice(&value.span()).to_owned());
    match value.get_ref() {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Value::Number(number.into()),
            Err(_) => as_written(),
        },
        DeValue::Float(number) => match number.as_str().parse().ok().and_then(Number::from_f64) {
            Some(number) => Value::Number(number),
            None => as_written(),
        },
        DeValue::Boolean(value) => Value::Bool(*value),
        DeValue::Datetime(_) => as_written(),
        DeValue::Array(items) => items.iter().map(|item| json(source, item)).collect(),
        DeValue::Table(table) => as_json(source, table),
    }
}
