use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::words::WORDS;
use crate::thai::calendar::MONTHS;
use crate::thai::characters::is_letter;
use crate::thai::digits::is_digit;

rule! {
    /// A dash with a space on one side only.
    ///
    /// In a range, put a space on both sides of the dash or on neither: `ต.ค.๖๖ - ก.ย.๖๗`. With a space on one side
    /// only, the dash looks like a minus sign or a hyphen. Without `period`, the program writes the fiscal year itself.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// period = "ต.ค.๖๖- ก.ย.๖๗"
    /// ```
    /// # ไทย
    /// ขีดที่เว้นวรรคข้างเดียว
    ///
    /// ขีดระหว่างต้นกับปลายของช่วงให้เว้นวรรคทั้งสองข้างหรือไม่เว้นเลย เช่น “ต.ค.๖๖ - ก.ย.๖๗” ถ้าเว้นข้างเดียวจะดูเป็นเครื่องหมายลบหรือยัติภังค์
    /// ถ้าไม่ระบุ period โปรแกรมจะเขียนปีงบประมาณให้เอง
    "one-sided-dash", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        let content = &text.content;
        let leads_word = |(at, dash): &(usize, char)| {
            matches!(dash, '-' | '–')
                && content[..*at].ends_with(' ')
                && content[at + dash.len_utf8()..].starts_with(is_letter)
        };
        let leading = content.char_indices().filter(leads_word).count();
        for (at, dash) in content.char_indices().filter(|(_, c)| matches!(c, '-' | '–')) {
            let end = at + dash.len_utf8();
            let (before, after) = (&content[..at], &content[end..]);
            let last = before.trim_end().chars().next_back();
            let first = after.trim_start().chars().next();
            let (spaced_before, spaced_after) = (before.ends_with(' '), after.starts_with(' '));
            // With a space only before it, the dash may be a minus sign. It joins a range only if it follows a digit
            // or the dot of an abbreviation, or if it alone stands before a word: several begin the items of a list, except between days or months.
            let days = WORDS.one_sided_dash.days.iter().map(String::as_str);
            let mut names = MONTHS.iter().map(|(long, _)| *long).chain(days);
            let of_period = names.any(|name| before.trim_end().ends_with(name) || after.starts_with(name));
            let between_words =
                last.is_some_and(is_letter) && first.is_some_and(is_letter) && (leading == 1 || of_period);
            let range = last.is_some_and(|c| is_digit(c) || c == '.') || between_words;
            let joins = match (spaced_before, spaced_after) {
                (false, true) => last.is_some_and(|c| is_digit(c) || is_letter(c) || c == '.'),
                (true, false) => range,
                _ => false,
            };
            let joined = first.is_some_and(|c| is_digit(c) || is_letter(c));
            // `๕,๐๐๐.- บาท`: an amount without satang.
            let amount = before.strip_suffix('.').is_some_and(|before| before.ends_with(is_digit));
            if joins && joined && !amount && !text.is_filled_in(&(at..end)) {
                let (left, right) = if spaced_after { (" ", "") } else { ("", " ") };
                found.push(
                    Finding::warning("one-sided-dash", text.span(at..end))
                        .with("written", dash)
                        .offering(text.edit(at..end, &format!("{left}{dash}{right}"))),
                );
            }
        }
    }
}
