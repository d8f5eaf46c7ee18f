//! Marked texts for the Typst of others. Versions of `icu_segmenter` before 2.4 break a line behind any run of Thai
//! characters, whatever follows: a space, a no-break space, a word joiner or a bracket. Typst 0.15.1 with its own lock file
//! has version 2.2. No mark can forbid that, so lines that are already chosen end in separators, and what must hold in
//! other texts is put into boxes.

use serde_json::{Value, json};

use super::line_breaks::marks::{BREAK, JOIN};
use crate::thai::characters::is_letter;

/// Ends a line that is justified, and a line that is not. Typst breaks lines there whatever the segmenter says.
const JUSTIFIED_END: char = '\u{2028}';
const RAGGED_END: char = '\u{2029}';

/// The text, whose marks allow breaks only at the ends of chosen lines, with separators in their place.
pub(super) fn with_ends(marked: &str, justified: bool) -> String {
    let end = if justified { JUSTIFIED_END } else { RAGGED_END };
    let (first, rest) = marked.split_at(marked.len() - marked.trim_start_matches([' ', BREAK]).len());
    let lines = rest.trim_end_matches([' ', BREAK]).split([' ', BREAK]).filter(|line| !line.is_empty());
    let mut out = first.to_owned();
    for (at, line) in lines.enumerate() {
        if at > 0 {
            out.push(end);
        }
        out.push_str(line);
    }
    out + &rest[rest.trim_end_matches([' ', BREAK]).len()..]
}

/// Puts separators at the ends of the lines in all texts of a value that have their lines.
pub(super) fn put_ends(value: &mut Value) {
    match value {
        // The texts of a table's cells are ragged. Each line of the source has its own mark.
        Value::String(text) if text.starts_with(JOIN) => {
            let lines: Vec<String> = text.split('\n').map(|line| with_ends(line, false)).collect();
            *text = lines.join("\n");
        }
        Value::Array(items) => items.iter_mut().for_each(put_ends),
        Value::Object(fields) => fields.values_mut().for_each(put_ends),
        _ => {}
    }
}

/// The text as parts for `lookup.typ`: what must hold, but would not, in an array of its own. A text without any is a
/// string.
pub(super) fn with_boxes(marked: &str) -> Value {
    let mut parts: Vec<Value> = Vec::new();
    let mut loose = String::new();
    for part in marked.split_inclusive([' ', BREAK]) {
        let held = part.trim_end_matches([' ', BREAK]);
        if breaks_behind_thai(held) {
            if !loose.is_empty() {
                parts.push(json!(std::mem::take(&mut loose)));
            }
            parts.push(json!([held]));
            loose.push_str(&part[held.len()..]);
        } else {
            loose.push_str(part);
        }
    }
    if parts.is_empty() {
        return json!(loose);
    }
    if !loose.is_empty() {
        parts.push(json!(loose));
    }
    json!(parts)
}

/// Whether the text has a run of several Thai characters with something else behind it.
fn breaks_behind_thai(text: &str) -> bool {
    let mut run = 0;
    text.chars().any(|c| {
        let ended = run > 1 && !is_letter(c);
        run = if is_letter(c) { run + 1 } else { 0 };
        ended
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chosen_lines_end_in_separators() {
        let marked = "\u{2060}รายงาน\u{A0}ผล\u{200B}การ \u{200B}(ดำเนินงาน) ต่อ";
        assert_eq!(with_ends(marked, false), "\u{2060}รายงาน\u{A0}ผล\u{2029}การ\u{2029}(ดำเนินงาน)\u{2029}ต่อ");
        assert_eq!(with_ends("\u{2060}ก ข", true), "\u{2060}ก\u{2028}ข");
        let mut value = json!({"rows": [["\u{2060}ก ข\n\u{2060}ค", "ก ข"]]});
        put_ends(&mut value);
        assert_eq!(value, json!({"rows": [["\u{2060}ก\u{2029}ข\n\u{2060}ค", "ก ข"]]}));
    }

    #[test]
    fn what_must_hold_behind_thai_is_boxed() {
        let marked = "ได้คะแนน ๙๔.๖๙\u{A0}คะแนน\u{200B}ปี\u{A0}๒๕๖๗ (OIT)";
        assert_eq!(with_boxes(marked), json!(["ได้คะแนน ๙๔.๖๙\u{A0}คะแนน\u{200B}", ["ปี\u{A0}๒๕๖๗"], " (OIT)"]));
        assert_eq!(with_boxes("การป้องกัน\u{200B}การทุจริต"), json!("การป้องกัน\u{200B}การทุจริต"));
        assert_eq!(with_boxes("(ผ่านดี)"), json!([["(ผ่านดี)"]]));
    }
}
