//! A value of the wrong type as it should be written, where that is plain: a number in quotes, a text without them.

use toml::de::DeValue;

use super::diagnostic::ValueType;
use super::syntax::number_as_typed;

/// The value as it should be written for a key that expects this type. `None` if that is not known.
pub(super) fn retyped(value: &DeValue, written: &str, expected: ValueType) -> Option<String> {
    match (expected, value) {
        (ValueType::Number, DeValue::String(text)) => number_as_typed(text.trim()),
        (ValueType::Integer, DeValue::String(text)) => {
            number_as_typed(text.trim()).filter(|number| !number.contains('.'))
        }
        (ValueType::Integer, DeValue::Float(_)) => {
            let (whole, fraction) = written.split_once('.')?;
            fraction.bytes().all(|digit| digit == b'0').then(|| whole.to_owned())
        }
        (ValueType::Boolean, DeValue::String(text)) => match text.trim().to_lowercase().as_str() {
            "true" | "yes" | "ใช่" | "มี" | "จริง" => Some("true".to_owned()),
            "false" | "no" | "ไม่" | "ไม่ใช่" | "ไม่มี" | "เท็จ" => {
                Some("false".to_owned())
            }
            _ => None,
        },
        (ValueType::Boolean, DeValue::Integer(_)) => match written {
            "1" => Some("true".to_owned()),
            "0" => Some("false".to_owned()),
            _ => None,
        },
        (
            ValueType::String | ValueType::Strings,
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_),
        ) => Some(format!("\"{written}\"")),
        (ValueType::String, DeValue::Array(items)) => match &items[..] {
            [only] => match only.get_ref() {
                DeValue::String(text) if !text.contains(['"', '\\', '\n']) => Some(format!("\"{text}\"")),
                _ => None,
            },
            _ => None,
        },
        // The scores of indicators in their order.
        (ValueType::Table, DeValue::Array(items)) if !items.is_empty() && items.iter().all(is_figure) => {
            let pair = |(number, item): (usize, &toml::Spanned<DeValue>)| match item.get_ref() {
                DeValue::Integer(figure) => format!("{number} = {}", figure.as_str()),
                DeValue::Float(figure) => format!("{number} = {}", figure.as_str()),
                _ => String::new(),
            };
            let pairs: Vec<String> = (1..).zip(items).map(pair).collect();
            Some(format!("{{ {} }}", pairs.join(", ")))
        }
        // A heading in single brackets.
        (ValueType::Tables, DeValue::Table(_)) if written.starts_with('[') => Some(format!("[{written}]")),
        (ValueType::Table, DeValue::Array(_)) if written.starts_with("[[") => {
            Some(written.strip_prefix('[')?.strip_suffix(']')?.to_owned())
        }
        _ => None,
    }
}

fn is_figure(value: &toml::Spanned<DeValue>) -> bool {
    matches!(value.get_ref(), DeValue::Integer(_) | DeValue::Float(_))
}
