use std::ops::Range;

use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::respelt::{letters_after, letters_before, respelt};
use crate::check::rule::rule;
use crate::thai::characters::{is_mark, is_tone};
use crate::thai::words::words;

rule! {
    /// A vowel or tone mark without a consonant.
    ///
    /// A mark above or below needs a consonant before it. After a vowel such as า, a digit or a Latin letter, it hangs
    /// in the air or appears on a dotted circle. A leading vowel such as เ needs a consonant after it.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรกาั้รป้องกันการทุจริต"
    /// ```
    /// # ไทย
    /// สระหรือวรรณยุกต์ที่ไม่มีพยัญชนะรองรับ
    ///
    /// สระบนล่างและวรรณยุกต์ต้องอยู่กับพยัญชนะ ถ้าตามหลังสระ เช่น า หลังตัวเลข หรือหลังอักษรละติน จะลอยอยู่หรือมีวงกลมประ
    "mark-without-base", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        let letters: Vec<(usize, char)> = text.content.char_indices().collect();
        for (index, (at, c)) in letters.iter().enumerate() {
            let before = index.checked_sub(1).map(|before| letters[before].1);
            let after = letters.get(index + 1).map(|after| after.1);
            let consonant = |c: char| matches!(c, 'ก'..='ฮ');
            // `mark-order` covers a mark after another mark, `space-before-mark` a mark after a space, `split-vowel` า with ํ.
            let of_am = before == Some('า')
                && (*c == '\u{E4D}' || index > 1 && matches!(letters[index - 2].1, '\u{E4D}' | 'ำ'));
            let hangs = is_mark(*c)
                && !of_am
                && before.is_none_or(|b| !consonant(b) && !is_mark(b) && b != 'ำ' && !b.is_whitespace());
            // A mark right after the vowel is itself reported. `split-vowel` covers เเ, typed instead of แ, and
            // `space-before-mark` a space before the consonant.
            let rest = text.content[*at + c.len_utf8()..].trim_start_matches([' ', '\u{A0}', '\t']);
            let spaced =
                after.is_some_and(char::is_whitespace) && rest.starts_with(|c| consonant(c) || c == 'เ');
            let leads_nothing = matches!(c, 'เ'..='ไ')
                && !spaced
                && after.is_none_or(|b| !consonant(b) && !is_mark(b))
                && !(*c == 'เ'
                    && (after == Some('เ')
                        || before == Some('เ')
                        || text.content[..*at].trim_end().ends_with('เ')));
            let range = *at..at + c.len_utf8();
            if (hangs || leads_nothing) && !text.is_filled_in(&range) {
                let shown = before.filter(|_| hangs).map_or(range.start, |b| range.start - b.len_utf8());
                let moved = moved_tone(&text.content, range.clone());
                let right =
                    moved.as_ref().map(|(range, right)| respelt(&text.content, range.clone(), right).1);
                let finding = Finding::warning("mark-without-base", text.span(range.clone()))
                    .with("written", &text.content[shown..range.end])
                    .with("kind", if hangs { "mark" } else { "vowel" })
                    .with("right", right);
                found.push(match moved {
                    Some((range, right)) => finding.fixed_by(text.edit(range, &right)),
                    None => finding,
                });
            }
        }
    }
}

/// The correction of a tone mark that is typed behind า or ะ instead of before it (`วา่ง`), if that makes a word.
fn moved_tone(content: &str, tone: Range<usize>) -> Option<(Range<usize>, String)> {
    let vowel = content[..tone.start].chars().next_back().filter(|c| matches!(c, 'า' | 'ะ'))?;
    let start = tone.start - vowel.len_utf8();
    let mark = content[tone.clone()].chars().next().filter(|c| is_tone(*c))?;
    content[..start].ends_with(|c| matches!(c, 'ก'..='ฮ')).then_some(())?;
    let right = format!("{mark}{vowel}");
    let (before, after) = (letters_before(content, start), letters_after(content, tone.end));
    let corrected = format!("{before}{right}{after}");
    let place = before.len()..before.len() + right.len();
    let is_word = words(&corrected)
        .iter()
        .all(|word| word.known || word.range.end <= place.start || place.end <= word.range.start);
    is_word.then_some((start..tone.end, right))
}
