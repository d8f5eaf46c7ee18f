use super::{Facts, Finding, rule};
use crate::thai::words::is_letter;

rule! {
    /// A quote or bracket without its partner.
    ///
    /// The reader looks for the end that is missing. Numbers of lists such as `1)` and `ก)` need no partner.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการ “งดรับของขวัญ (No Gift Policy)"
    /// ```
    /// # ไทย
    /// อัญประกาศหรือวงเล็บที่ไม่มีคู่
    ///
    /// ผู้อ่านจะมองหาส่วนที่ขาดไป เลขข้อ เช่น 1) หรือ ก) ไม่ต้องมีคู่
    "unbalanced-pair", check
}

const PAIRS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('“', '”'), ('‘', '’'), ('«', '»')];

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        let content = &text.content;
        let mut open: Vec<(usize, char)> = Vec::new();
        let mut lone: Vec<(usize, char)> = Vec::new();
        for (at, c) in content.char_indices() {
            if PAIRS.iter().any(|(opening, _)| *opening == c) {
                open.push((at, c));
            } else if let Some((opening, _)) = PAIRS.iter().find(|(_, closing)| *closing == c) {
                match open.iter().rposition(|(_, opened)| opened == opening) {
                    Some(partner) => {
                        // What was opened within and not closed has no partner.
                        lone.extend(open.drain(partner..).skip(1));
                    }
                    None if c == ')' && numbers_item(content, at) => {}
                    // An apostrophe.
                    None if c == '’' => {}
                    None => lone.push((at, c)),
                }
            }
        }
        lone.extend(open);
        // Straight quotes have no sides; of an odd number the last is alone.
        let straight: Vec<usize> = content.match_indices('"').map(|(at, _)| at).collect();
        lone.extend(straight.last().filter(|_| straight.len() % 2 == 1).map(|at| (*at, '"')));
        lone.sort_unstable();
        for (at, c) in lone {
            let range = at..at + c.len_utf8();
            if !text.is_filled_in(&range) {
                found.push(Finding::warning("unbalanced-pair", text.span(range)).with("written", c));
            }
        }
    }
}

/// Whether a closing bracket stands behind the number or letter of an item: `1)`, `๒.๑)`, `ก)`, `a)`.
fn numbers_item(content: &str, at: usize) -> bool {
    let before = &content[..at];
    let start = before
        .rfind(|c: char| c.is_whitespace() || c == ':')
        .map_or(0, |space| before.ceil_char_boundary(space + 1));
    let item = &before[start..];
    let number =
        !item.is_empty() && item.chars().all(|c| crate::thai::digits::digit(c).is_some() || c == '.');
    let letter =
        item.chars().count() == 1 && item.starts_with(|c: char| is_letter(c) || c.is_ascii_alphabetic());
    number || letter
}
