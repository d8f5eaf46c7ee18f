use super::{Facts, Finding, rule};
use crate::check::facts::find_any;
use crate::check::text::{Part, Place, Text};
use crate::check::tokens::{Kind, Token};
use crate::thai::digits::digit;

rule! {
    /// A fiscal year in prose that is neither this one nor the previous one.
    ///
    /// Last year's report was copied and a year stayed behind. Write `{year}` and `{previous_year}`: then the text
    /// holds for next year too. Years of laws, plans over several years and what goes back to an earlier year
    /// (ตั้งแต่ปี ...) are left alone, and next year where the text looks ahead.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการยกระดับผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ.๒๕๖๕"
    /// ```
    /// # ไทย
    /// ปีงบประมาณในข้อความไม่ใช่ปีนี้หรือปีก่อน
    ///
    /// มักเป็นปีที่ค้างมาจากรายงานของปีก่อน เขียน {year} และ {previous_year} แทน แล้วข้อความจะใช้ได้ในปีต่อไปด้วย
    /// กฎนี้ไม่นับปีของกฎหมาย แผนหลายปี ข้อความที่ย้อนไปถึงปีก่อน ๆ (ตั้งแต่ปี ...) และปีหน้าในข้อความที่กล่าวถึงอนาคต
    "stale-year", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let [previous, current] = facts.years().map(|year| year.number());
    for (text, tokens) in facts.texts.iter().zip(&facts.tokens) {
        for (at, token) in tokens.iter().enumerate() {
            let Kind::Year(year) = token.kind else { continue };
            let known = (previous..=current).contains(&year)
                || facts.report.scores.keys().any(|scored| scored.number() == year);
            if known
                || text.is_filled_in(&token.range)
                || !is_stale(text, tokens, at, year, previous, current)
            {
                continue;
            }
            found.push(
                Finding::warning("stale-year", text.span(token.range.clone()))
                    .with("written", &text.content[token.range.clone()])
                    .with("year", current)
                    .with("previous", previous)
                    .shown_by("year", facts.report.fiscal_year.span.clone()),
            );
        }
    }
}

fn is_stale(text: &Text, tokens: &[Token], at: usize, year: u16, previous: u16, current: u16) -> bool {
    let content = &text.content;
    let range = &tokens[at].range;
    let (before, behind) = (content[..range.start].trim_end(), content[range.end..].trim_start());
    let dashes = ['-', '–', '/'];
    let is_digit = |c: char| digit(c).is_some();
    let spans_years = behind.starts_with(dashes)
        && behind.trim_start_matches(dashes).trim_start().starts_with(is_digit)
        || before.ends_with(['-', '–'])
        || behind.strip_prefix("ถึง").is_some_and(|rest| rest.contains(is_digit))
        || before.trim_end_matches("พ.ศ.").trim_end().trim_end_matches("ปี").trim_end().ends_with("ถึง");
    if spans_years {
        return false;
    }
    let before = before.strip_suffix("พ.ศ.").unwrap_or(before).trim_end();
    let fiscal = ["ปีงบประมาณ", "งบประมาณ", "ปีงบฯ", "ประจำปี", "ITA"].iter().any(|form| before.ends_with(form));
    let year_word = before.ends_with("ปี");
    // `ปี ๒๕๖๕ กับ ๒๕๖๖`: the second is as much a year as the first.
    let together = at > 1 && tokens[at - 1].kind == Kind::And && matches!(tokens[at - 2].kind, Kind::Year(_));
    let of_score = year_word
        && tokens[at + 1..].iter().find(|token| token.kind != Kind::Filler).is_some_and(|next| {
            match next.kind {
                Kind::Equals | Kind::Points => true,
                Kind::Number(number) => number.places == 2,
                _ => false,
            }
        });
    let phrase = ["ประจำปีงบประมาณ", "ปีงบประมาณ", "งบประมาณ", "ประจำปี", "ปีงบฯ", "ปี"]
        .iter()
        .find_map(|form| before.strip_suffix(form));
    let lead = phrase.unwrap_or(before).trim_end();
    let since = [
        "ตั้งแต่",
        "นับแต่",
        "นับจาก",
        "ย้อนหลัง",
        "เมื่อ",
        "ก่อน",
        "หลัง",
        "ภายใน",
        "ต้น",
        "ปลาย",
        "กลาง",
        "จนถึง",
        "ถึง",
        "สิ้น",
    ];
    if since.iter().any(|word| lead.ends_with(word)) {
        return false;
    }
    if year > current {
        let planned = matches!(text.place, Place::Obstacle | Place::Recommendation | Place::Other)
            || text.is(Part::Monitoring)
            || find_any(content, &AHEAD).is_some() && !text.is(Part::Title) && text.place != Place::Title;
        // Next year is often spoken of; by the word for a fiscal year it is more often meant for this one.
        let next = year == current + 1;
        return if next {
            (fiscal || of_score) && !planned
        } else {
            fiscal || of_score || year_word && !planned
        };
    }
    // The years of last year's report were the two before; without a word for the fiscal year only those are meant.
    fiscal
        || of_score
        || (year_word || together) && year + 1 == previous && find_any(content, &HISTORY).is_none()
}

/// Words of a text that looks ahead.
const AHEAD: [&str; 17] = [
    "จะ",
    "ต้อง",
    "เร่ง",
    "เป้าหมาย",
    "ถัดไป",
    "ต่อไป",
    "แผน",
    "เตรียม",
    "เสนอ",
    "ควร",
    "ขอ",
    "กำหนดให้",
    "นำไป",
    "ขยาย",
    "ตั้งงบประมาณ",
    "รอบหน้า",
    "ข้อบัญญัติ",
];
/// Words of a text that tells what was long before.
const HISTORY: [&str; 6] = ["ต่อเนื่อง", "สามปี", "หลายปี", "เริ่ม", "จัดซื้อมา", "ก่อสร้าง"];
