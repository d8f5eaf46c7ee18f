use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::thai::characters::is_letter;
use crate::thai::digits::is_digit;
use crate::thai::words::words;

rule! {
    /// ๆ without a space before or after it.
    ///
    /// The rules of the Royal Society require a space on both sides (`ต่าง ๆ ที่`). The program keeps ๆ on the same
    /// line as the word before it.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการต่างๆในการป้องกันการทุจริต"
    /// ```
    /// # ไทย
    /// ไม่เว้นวรรคหน้าหรือหลังไม้ยมก
    ///
    /// หลักเกณฑ์ของราชบัณฑิตยสภาให้เว้นวรรคทั้งหน้าและหลังไม้ยมก เช่น “ต่าง ๆ ที่” โปรแกรมไม่ตัดบรรทัดระหว่างคำกับไม้ยมก
    "maiyamok-spacing", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        let content = &text.content;
        for (at, _) in content.match_indices('ๆ') {
            let end = at + 'ๆ'.len_utf8();
            let before = content[..at].chars().next_back();
            let after = content[end..].chars().next();
            // A repeated ๆ (`อื่น ๆ ๆ`) counts as one sign: no space is needed inside it.
            let tight_before = before.is_some_and(|c| !c.is_whitespace() && c != 'ๆ' && c != '“' && c != '(');
            let tight_after = after.is_some_and(|c| (is_letter(c) || is_digit(c)) && c != 'ๆ');
            if !(tight_before || tight_after) || text.is_filled_in(&(at..end)) {
                continue;
            }
            // Show ๆ together with the word that it repeats, if there is one.
            let run =
                content[..at].rfind(|c| !is_letter(c)).map_or(0, |gap| content.ceil_char_boundary(gap + 1));
            let word = words(&content[run..at]).last().map_or(at, |word| run + word.range.start);
            let repeated = &content[word..at];
            let space = |tight: bool| if tight { " " } else { "" };
            let spaced = format!("{}ๆ{}", space(tight_before), space(tight_after));
            found.push(
                Finding::warning("maiyamok-spacing", text.span(at..end))
                    .with("written", &content[word..end])
                    .with("right", format!("{repeated} ๆ"))
                    .with(
                        "side",
                        match (tight_before, tight_after) {
                            (true, true) => "both",
                            (true, false) => "before",
                            _ => "after",
                        },
                    )
                    .fixed_by(text.edit(at..end, &spaced)),
            );
        }
    }
}
