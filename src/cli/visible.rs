//! Makes text safe for a terminal. Control characters and marks that change the direction of writing are shown, not sent.
//! They may come from a report, a file name, an argument or a template.

/// The text with each character that is not text replaced by one that shows it. Lines and tabs stay.
pub(super) fn visible(text: &str) -> String {
    text.chars().map(|c| if matches!(c, '\n' | '\t') { c } else { shown(c) }).collect()
}

/// The JSON text with each character that is not text escaped. In JSON, such characters occur only within strings.
pub(super) fn escaped(json: &str) -> String {
    let mut text = String::new();
    for c in json.chars() {
        match c {
            '\n' => text.push(c),
            c if shown(c) != c => text += &format!("\\u{:04x}", u32::from(c)),
            c => text.push(c),
        }
    }
    text
}

/// Like [`visible`], but if `styled`, keeps the colours that the program itself sets.
pub(super) fn door(text: &str, styled: bool) -> String {
    let mut clean = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('\u{1b}').filter(|_| styled) {
        let (before, sequence) = rest.split_at(start);
        let end = colour_end(sequence);
        clean += &visible(before);
        match end {
            Some(end) => clean += &sequence[..end],
            None => clean.push(shown('\u{1b}')),
        }
        rest = &sequence[end.unwrap_or(1)..];
    }
    clean + &visible(rest)
}

/// The length of the colour sequence that the text begins with: ESC, `[`, numbers, `m`.
fn colour_end(text: &str) -> Option<usize> {
    let numbers = text.strip_prefix("\u{1b}[")?;
    let end = numbers.find(|c: char| !(c.is_ascii_digit() || c == ';'))?;
    numbers[end..].starts_with('m').then_some(2 + end + 1)
}

/// A character that is text: the character itself, or a sign for one that a terminal would obey.
fn shown(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' => '\u{fffd}',
        // Marks, embeddings, overrides and isolates of writing direction, and separators of lines and paragraphs.
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_text_and_own_colours_pass() {
        let hostile = "ก\u{1b}]0;x\u{7}\u{9b}31m\r\u{7f}\u{202e}\u{1b}[2Jข\n\t";
        for styled in [false, true] {
            let clean = door(hostile, styled);
            assert_eq!(clean, "ก␛]0;x␇�31m␍␡�␛[2Jข\n\t");
        }
        assert_eq!(
            door("\u{1b}[1m\u{1b}[38;5;9mแดง\u{1b}[0m\u{1b}[", true),
            "\u{1b}[1m\u{1b}[38;5;9mแดง\u{1b}[0m␛["
        );
        assert_eq!(door("\u{1b}[1mแดง", false), "␛[1mแดง");
        assert_eq!(escaped("\"ก\u{9b}\u{7f}\""), "\"ก\\u009b\\u007f\"");
    }
}
