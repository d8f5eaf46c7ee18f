//! Marked texts for the Typst of others. Versions of `icu_segmenter` before 2.4 break a line behind any run of Thai
//! characters, whatever follows: a space, a no-break space, a word joiner or a bracket. Typst 0.15.1 with its own lock file
//! has version 2.2. No mark can forbid that, so lines that are already chosen end in separators, and what must hold in
//! other texts is put into boxes.

mod shown;

use serde_json::{Value, json};

use super::line_breaks::marks::{BREAK, JOIN};
use crate::thai::characters::is_letter;
pub(super) use shown::ShownTexts;

/// Ends a line that is justified, and a line that is not. Typst breaks lines there whatever the segmenter says.
const JUSTIFIED_END: char = '\u{2028}';
const RAGGED_END: char = '\u{2029}';

/// The text, whose marks allow breaks only at the ends of chosen lines, with separators at the ends of the lines in which
/// it is shown. Typst may have put two lines into one. If it is not in the same lines everywhere, each end is
/// judged by itself.
pub(super) fn with_ends(marked: &str, justified: bool, shown: &ShownTexts) -> String {
    let lines = shown.lines(&letters(marked));
    let broken = lines.and_then(|lines| broken_at(marked, &lines.breaks, justified));
    broken.unwrap_or_else(|| broken_apart(marked, justified, shown))
}

/// Puts separators at the ends of the lines in all texts of a value that have their lines.
pub(super) fn put_ends(value: &mut Value, shown: &ShownTexts) {
    match value {
        // The texts of a table's cells are ragged. Each line of the source has its own mark.
        Value::String(text) if text.starts_with(JOIN) => {
            let lines: Vec<String> = text.split('\n').map(|line| with_ends(line, false, shown)).collect();
            *text = lines.join("\n");
        }
        Value::Array(items) => items.iter_mut().for_each(|item| put_ends(item, shown)),
        Value::Object(fields) => fields.values_mut().for_each(|field| put_ends(field, shown)),
        _ => {}
    }
}

/// The text as a string or as parts for `lookup.typ`. If it is in the same lines wherever it is shown, separators end
/// these lines. Otherwise, what must hold, but would not, becomes a part of its own.
pub(super) fn as_shown(marked: &str, shown: &ShownTexts) -> Value {
    let lines = shown.lines(&letters(marked));
    let broken = lines.and_then(|lines| broken_at(marked, &lines.breaks, lines.justified));
    broken.map_or_else(|| with_boxes(marked), |text| json!(text))
}

/// The text without marks and white space.
fn letters(marked: &str) -> String {
    marked.chars().filter(|c| is_shown(*c)).collect()
}

fn is_shown(c: char) -> bool {
    !c.is_whitespace() && ![BREAK, JOIN].contains(&c)
}

/// The separator behind a line.
fn end(justified: bool) -> char {
    if justified { JUSTIFIED_END } else { RAGGED_END }
}

/// The marked text with separators at the given numbers of letters, in bytes. `None` if no line may end at one of them.
fn broken_at(marked: &str, breaks: &[usize], justified: bool) -> Option<String> {
    let mut out = String::with_capacity(marked.len());
    let (mut letters, mut breaks) = (0, breaks.iter().copied().peekable());
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        if breaks.next_if_eq(&letters).is_some() {
            let next = rest.trim_start_matches([' ', BREAK]);
            // The line has its end: it would have been spread too far.
            if let Some(below) = next.strip_prefix('\n') {
                out.push('\n');
                rest = below;
                continue;
            }
            if next.len() == rest.len() {
                return None;
            }
            out.push(end(justified));
            rest = next;
            continue;
        }
        out.push(c);
        letters += if is_shown(c) { c.len_utf8() } else { 0 };
        rest = &rest[c.len_utf8()..];
    }
    breaks.peek().is_none().then_some(out)
}

/// The marked text with separators wherever a line may end, except where both sides are on one line wherever they are
/// shown. A text that goes on on the next page may have others between its lines, so it is not found as a whole.
fn broken_apart(marked: &str, justified: bool, shown: &ShownTexts) -> String {
    let mut out = String::with_capacity(marked.len());
    let mut before = String::new();
    for part in marked.split_inclusive([' ', BREAK]) {
        let line = part.trim_end_matches([' ', BREAK]);
        let letters = letters(line);
        // A part below a line that has its end already begins with a line feed.
        let breaks = !before.is_empty() && !letters.is_empty() && !part.starts_with('\n') && {
            let lines = shown.lines(&format!("{before}{letters}"));
            lines.is_none_or(|lines| lines.breaks.contains(&before.len()))
        };
        if breaks {
            out.truncate(out.trim_end_matches([' ', BREAK]).len());
            out.push(end(justified));
        }
        out.push_str(part);
        if !letters.is_empty() {
            before = letters;
        }
    }
    out
}

/// The text as parts for `lookup.typ`: what must hold, but would not, in an array of its own. A text without any is a
/// string.
fn with_boxes(marked: &str) -> Value {
    let mut parts: Vec<Value> = Vec::new();
    let mut loose = String::new();
    let count = marked.split_inclusive([' ', BREAK]).count();
    for (at, part) in marked.split_inclusive([' ', BREAK]).enumerate() {
        let held = part.trim_end_matches([' ', BREAK]);
        // The space at the end of a line of a title must not begin a line of its own.
        let ends = at + 1 == count && held.len() < part.len();
        if breaks_behind_thai(held, ends) {
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

/// Whether the text has a run of several Thai characters with something else behind it. If `ends`, there is something
/// behind the text too.
fn breaks_behind_thai(text: &str, ends: bool) -> bool {
    let mut run = 0;
    let inside = text.chars().any(|c| {
        let ended = run > 1 && !is_letter(c);
        run = if is_letter(c) { run + 1 } else { 0 };
        ended
    });
    inside || ends && run > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chosen_lines_end_in_separators() {
        let marked = "\u{2060}รายงาน\u{A0}ผล\u{200B}การ \u{200B}(ดำเนินงาน) ต่อ";
        assert_eq!(
            broken_apart(marked, false, &ShownTexts::default()),
            "\u{2060}รายงาน\u{A0}ผล\u{2029}การ\u{2029}(ดำเนินงาน)\u{2029}ต่อ"
        );
        assert_eq!(broken_apart("\u{2060}ก ข", true, &ShownTexts::default()), "\u{2060}ก\u{2028}ข");
        assert_eq!(broken_apart("\u{2060}ก \nข ค", true, &ShownTexts::default()), "\u{2060}ก \nข\u{2028}ค");
        let mut value = json!({"rows": [["\u{2060}ก ข\n\u{2060}ค", "ก ข"]]});
        put_ends(&mut value, &ShownTexts::default());
        assert_eq!(value, json!({"rows": [["\u{2060}ก\u{2029}ข\n\u{2060}ค", "ก ข"]]}));
    }

    #[test]
    fn lines_end_where_they_were_shown() {
        let marked = "\u{2060}ปี\u{A0}๒๕๖๗ การ\u{200B}ประชุม";
        let (first, second) = ("ปี๒๕๖๗".len(), "ปี๒๕๖๗การ".len());
        let broken = |breaks: &[usize]| broken_at(marked, breaks, false);
        assert_eq!(broken(&[]).as_deref(), Some(marked));
        let lines = "\u{2060}ปี\u{A0}๒๕๖๗\u{2029}การ\u{2029}ประชุม";
        assert_eq!(broken(&[first, second]).as_deref(), Some(lines));
        assert_eq!(broken(&["ปี".len()]), None);
    }

    #[test]
    fn what_must_hold_behind_thai_is_boxed() {
        let marked = "ได้คะแนน ๙๔.๖๙\u{A0}คะแนน\u{200B}ปี\u{A0}๒๕๖๗ (OIT)";
        assert_eq!(
            with_boxes(marked),
            json!(["ได้คะแนน ๙๔.๖๙\u{A0}คะแนน\u{200B}", ["ปี\u{A0}๒๕๖๗"], " (OIT)"])
        );
        assert_eq!(with_boxes("การป้องกัน\u{200B}การทุจริต"), json!("การป้องกัน\u{200B}การทุจริต"));
        assert_eq!(with_boxes("(ผ่านดี)"), json!([["(ผ่านดี)"]]));
        assert_eq!(with_boxes("รายงาน\u{200B}การประชุม "), json!(["รายงาน\u{200B}", ["การประชุม"], " "]));
    }
}
