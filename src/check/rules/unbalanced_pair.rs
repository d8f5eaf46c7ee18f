use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::thai::digits::is_digit;

rule! {
    /// A quotation mark or bracket without its partner.
    ///
    /// The reader looks for the missing half. Item numbers such as `1)` and `ก)` need no partner.
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

/// How many of the open brackets are searched for a partner.
const DEEP: usize = 20;
/// How many bytes before a closing bracket are searched for an item number.
const ITEM: usize = 16;

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        let content = &text.content;
        let mut open: Vec<(usize, char)> = Vec::new();
        let mut lone: Vec<(usize, char)> = Vec::new();
        for (at, c) in content.char_indices() {
            if PAIRS.iter().any(|(opening, _)| *opening == c) {
                open.push((at, c));
            } else if let Some((opening, _)) = PAIRS.iter().find(|(_, closing)| *closing == c) {
                // Search only the innermost ones: real text is never nested more deeply.
                let deep = open.len().saturating_sub(DEEP);
                let partner = open[deep..].iter().rposition(|(_, opened)| opened == opening);
                match partner.map(|partner| deep + partner) {
                    Some(partner) => {
                        // Anything opened inside this pair and still open has no partner.
                        lone.extend(open.drain(partner..).skip(1));
                    }
                    // Behind an item number comes the item.
                    None if c == ')' && !content[at + 1..].trim().is_empty() && numbers_item(content, at) => {
                    }
                    // Probably an apostrophe.
                    None if c == '’' => {}
                    None => lone.push((at, c)),
                }
            }
        }
        lone.extend(open);
        // Straight quotes look the same on both sides: if their number is odd, the last one has no partner. After a
        // digit they mean inches and do not count.
        let inches = |at: usize| content[..at].ends_with(is_digit);
        let straight: Vec<usize> =
            content.match_indices('"').map(|(at, _)| at).filter(|at| !inches(*at)).collect();
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

/// Whether the closing bracket at byte `at` follows an item number or letter: `1)`, `๒.๑)`, `ก)`, `iv)`, `a.1)`.
fn numbers_item(content: &str, at: usize) -> bool {
    let near = content.floor_char_boundary(at.saturating_sub(ITEM));
    let before = &content[near..at];
    let start = before
        .rfind(|c: char| c.is_whitespace() || c == ':')
        .map(|space| before.ceil_char_boundary(space + 1));
    // An item number begins within these bytes; anything longer is not one.
    let Some(item) = start.or((near == 0).then_some(0)).map(|start| &before[start..]) else { return false };
    let part = |c: char| is_digit(c) || c == '.' || c.is_ascii_alphabetic() || matches!(c, 'ก'..='ฮ');
    let letters = item.chars().filter(|c| !(is_digit(*c) || *c == '.')).count();
    let is_roman = item.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X' | '.') || is_digit(c));
    // A year or a frequency is no number of an item.
    let is_short = item.split('.').all(|part| part.chars().filter(|c| is_digit(*c)).count() <= 2);
    !item.is_empty() && item.chars().all(part) && is_short && (letters <= 2 || is_roman && letters <= 4)
}
