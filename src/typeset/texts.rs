//! Native functions by which templates set texts of the report file, or of files of their own, as the views do.

use std::str::FromStr;

use typst::engine::Engine;
use typst_library::foundations::{Dict, Str};
use typst_macros::func;

use super::recorded::{Kind, record};
use crate::report::{Prose, Source, Spanned};
use crate::thai::Numerals;
use crate::view::in_numerals;

/// The text in the digits of the document, without invisible characters.
#[func]
pub(super) fn report_digits(
    /// The text.
    text: Str,
    /// `"thai"` or `"arabic"`.
    numerals: Str,
) -> Str {
    in_numerals(&text, Numerals::from_str(&numerals).unwrap_or_default()).into()
}

/// The text with its placeholders filled, in the digits of the document. What is no placeholder stays as written.
#[func]
pub(super) fn report_prose(
    /// The text.
    text: Str,
    /// `"thai"` or `"arabic"`.
    numerals: Str,
    /// The values of the placeholders, by their names.
    values: Dict,
) -> Str {
    let (source, span) = (Source::new("", &text), 0..text.len());
    let value = |name: &str| values.get(name).ok()?.clone().cast::<Str>().ok();
    let prose = Prose::new(&source, &Spanned::new(text.to_string(), span));
    let filled = prose.fill(|placeholder| value(placeholder.name()).map(String::from)).text;
    report_digits(filled.into(), numerals)
}

/// A `report-digits` that also records its result.
#[func(name = "report-digits")]
pub(super) fn recorded_digits(
    engine: &mut Engine,
    /// The text.
    text: Str,
    /// `"thai"` or `"arabic"`.
    numerals: Str,
) -> Str {
    let result = report_digits(text.clone(), numerals);
    record(engine, Kind::Digits, &text, &result);
    result
}

/// A `report-prose` that also records its result.
#[func(name = "report-prose")]
pub(super) fn recorded_prose(
    engine: &mut Engine,
    /// The text.
    text: Str,
    /// `"thai"` or `"arabic"`.
    numerals: Str,
    /// The values of the placeholders, by their names.
    values: Dict,
) -> Str {
    let result = report_prose(text.clone(), numerals, values);
    record(engine, Kind::Prose, &text, &result);
    result
}
