use super::space_before_mark::{gaps, joined};
use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::text::{Role, Text};
use crate::check::words::{WORDS, starts_with_any};

rule! {
    /// Two or more spaces in a row.
    ///
    /// They are usually left where words were taken out, or were typed to move the text. On the page they make holes of
    /// different widths. Between a person's name and surname two spaces are common and are not reported.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกัน  การทุจริต"
    /// ```
    /// # ไทย
    /// เว้นวรรคติดกันตั้งแต่สองครั้ง
    ///
    /// มักเหลืออยู่เมื่อลบคำ หรือเคาะเพื่อเลื่อนข้อความ ทำให้ช่องไฟในหน้าไม่เท่ากัน เว้นวรรคสองครั้งระหว่างชื่อกับนามสกุลไม่นับ
    "double-space", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        let content = &text.content;
        let mut wide = gaps(content);
        wide.retain(|gap| {
            content[gap.clone()].chars().nth(1).is_some()
                && !text.is_filled_in(gap)
                && !follows_given_name(text, gap.start)
                // `space-before-mark` takes out the whole gap.
                && joined(content, gap).is_none()
        });
        let Some(first) = wide.first().cloned() else { continue };
        let start = content[..first.start].char_indices().rev().nth(SHOWN - 1).map_or(0, |(at, _)| at);
        let end =
            content[first.end..].char_indices().nth(SHOWN).map_or(content.len(), |(at, _)| first.end + at);
        found.push(
            Finding::warning("double-space", text.span(first))
                .with("count", wide.len())
                .with("written", &content[start..end])
                .fixed_by_all(wide.into_iter().map(|gap| text.edit(gap, " "))),
        );
    }
}

/// So many characters are shown on both sides of the spaces.
const SHOWN: usize = 10;

/// Whether a given name ends here: a word that begins with a title, or that follows one (`นายสมชาย`, `จ่าเอก ธนากร`).
fn follows_given_name(text: &Text, at: usize) -> bool {
    // Of the signatures, the names are in brackets.
    if text.role == Role::Other && text.content.starts_with('(') {
        return true;
    }
    let words = &WORDS.double_space;
    let mut before = text.content[..at].rsplit(char::is_whitespace).filter(|word| !word.is_empty());
    let last = before.next().unwrap_or_default().trim_start_matches(['(', '“']);
    let ranked = |word: &str| starts_with_any(word, &words.ranks);
    let titled =
        last != "นายก" && starts_with_any(last, &words.titles) && !starts_with_any(last, &words.offices);
    titled || ranked(last) || before.next().is_some_and(|word| ranked(word.trim_start_matches(['(', '“'])))
}
