//! Finds the places where a line of text may end, and how bad each of them is.
//!
//! Every place between two tokens gets a penalty. It is low where a phrase ends, and it is high where a line end would
//! tear a number from its unit, a title from its name, or a word. Whoever sets the lines takes the least penalties that
//! the room allows, so the weakest bond gives way first.

mod bonds;
mod inside;
mod names;
mod penalty;
mod spaces;
mod ties;

use super::characters::is_mark;
use super::tokens::tokens;

pub use penalty::{CLOSE, FIGURE, LETTER, NEAR, Opportunity, PHRASE, Penalty, SEAM, TIGHT, WORD};
pub use ties::begins_phrase;

/// The widest text next to a space that is a stub, in letters.
const STUB: usize = 4;

/// All places in a text where a line may end, in order. `names` is an automaton from
/// [`automaton_of_names`](super::words::automaton_of_names).
pub fn opportunities(text: &str, names: &[u8]) -> Vec<Opportunity> {
    let tokens = tokens(text, names);
    let raised = names::raised(&tokens);
    let mut found = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        if at > 0 {
            let penalty =
                if token.spaced { spaces::penalty(&tokens, at) } else { bonds::penalty(&tokens, at) };
            if let Some(penalty) = penalty {
                found.push(Opportunity { at: token.start, penalty: penalty.max(raised[at]) });
            }
        }
        inside::push(&mut found, token);
    }
    stubs(text, &mut found);
    found
}

/// Raises the penalties of places that leave a stub: a word or two between the place and a space, where the line should
/// rather end, or between the place and the beginning or the end of the text.
fn stubs(text: &str, found: &mut [Opportunity]) {
    for place in found.iter_mut().filter(|place| place.penalty < CLOSE && !text[..place.at].ends_with(' ')) {
        let (before, after) = text.split_at(place.at);
        if is_stub(before.chars().rev()) || is_stub(after.chars()) {
            place.penalty = CLOSE;
        }
    }
}

/// Whether a space or the end comes after at most [`STUB`] letters.
fn is_stub(letters: impl Iterator<Item = char>) -> bool {
    letters.take_while(|c| *c != ' ').filter(|c| !is_mark(*c)).take(STUB + 1).count() <= STUB
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with its good places as `|`, its lesser ones as `¦`, and its spaces as `~` where no line should end, as in
    /// the gold set. Places of a higher penalty are not shown.
    fn shown(text: &str) -> String {
        let names = crate::thai::words::automaton_of_names(["องค์การบริหารส่วนตำบลม่วงหมู่"].into_iter());
        let found = opportunities(text, &names);
        let mut out = String::new();
        for (at, c) in text.char_indices() {
            let next = found
                .iter()
                .find(|place| place.at == at + c.len_utf8())
                .map_or(LETTER, |place| place.penalty);
            let here = found.iter().find(|place| place.at == at).map_or(LETTER, |place| place.penalty);
            if at > 0 && !text[..at].ends_with(' ') {
                match here {
                    0..CLOSE => out.push('|'),
                    CLOSE..TIGHT => out.push('¦'),
                    _ => {}
                }
            }
            out.push(match c {
                ' ' if next >= TIGHT => '~',
                ' ' if next >= CLOSE => '≈',
                c => c,
            });
        }
        out
    }

    #[test]
    fn numbers_keep_their_units_and_labels() {
        for text in [
            "ได้¦คะแนน ๙๔.๖๙~คะแนน",
            "ใช้เวลา≈๓๕~นาที¦ต่อ¦ราย",
            "เมื่อ≈18~พฤศจิกายน≈2567 และ≈๒~ธ.ค.≈๒๕๖๗",
            "ตาม¦ถนนเทศบาล~๗",
            "ประชุม¦ครั้งที่~๓/๒๕๖๗ วันพุธที่~๑๒~มิถุนายน",
            "ขนาด≈๑.๒๐~×~๒.๔๐~เมตร",
            "ต.ค.≈๒๕๖๖~–~ก.ย.≈๒๕๖๗",
            "กองคลัง โทร.~๐~๕๓๐๐~๐๐๐๐≈ต่อ~๑๒",
            "๑๒.~ชุดที่~๑ มาตรการ",
            "งบ ๙๖.๒๗~ล้านบาท",
            "ผู้รับบริการ|ใช้เวลา¦เฉลี่ย ๑๒~นาที/ราย",
            "ตาม¦หนังสือ ที่~มท~๐๘๑๐.๓/ว~๕๙๙",
            "ตาม¦มาตรฐาน≈WCAG~๒.๑",
            "หรือ¦ร้อยละ~๙๘.๘๘ ส่วนที่เหลือ",
            "ตาม¦มาตรา~๑๒๘ แห่ง¦ประมวล¦กฎหมาย",
        ] {
            assert_shown(text);
        }
    }

    #[test]
    fn names_are_whole() {
        for text in [
            "โดย≈นายธีรศักดิ์≈บุณยนุช นิติกร",
            "มี≈น.ส.~วรลักษณ์≈ใจซื่อ",
            "คือ≈รศ.~ดร.อนุสรณ์≈ฉัตรพิสุทธิ์",
            "พล.ต.ต.~ชูเกียรติ≈ป้อมปราการ",
            "นายก~อบต. เป็น¦ประธาน",
            "นิมนต์¦พระครูปัญญาวุฒิคุณ",
            "ประชาชน|บ้านแม่จะเราสองแคว และ¦บ้านขะเนจื้อ",
            "จำนวน ๑๒~นาย เมื่อ¦วันที่~๓~เมษายน",
            "แพทย์หญิงอรณิชา≈ตั้งพูลผล",
            "พระครูสุวรรณ~พระครู",
            "นิมนต์¦พระครูปัญญา≈ฬฬฬ ประชุม",
            "สมเด็จพระเจ้าอยู่หัว~พระราชทาน",
            "โรงเรียน¦บ้านแม่ละนา",
            "ฝีมือ¦ของ¦ครู|และ¦ผู้เรียน",
        ] {
            assert_shown(text);
        }
    }

    #[test]
    fn function_words_stay_with_what_follows() {
        for text in [
            "ณ~ห้องประชุม",
            "เอกสาร|ที่¦ไม่¦ครบถ้วน",
            "ทุก¦หน่วยงาน",
            "การจัดซื้อ",
            "ส่วนราชการ¦ต่าง~ๆ ภายใน",
            "มาตรการฯ|ของ¦กรม",
        ] {
            assert_shown(text);
        }
    }

    #[test]
    fn what_no_dictionary_has_is_not_torn() {
        for text in ["คณะทำงาน¦ฬฆซฌ", "ระบบ¦e-GP|ของ¦รัฐ", "โควิด-19≈และ≈๑-๓"]
        {
            assert_shown(text);
        }
    }

    #[test]
    fn addresses_are_broken_behind_their_signs() {
        let text = "https://www.example.go.th/ita?id=5&year=2567";
        let found = opportunities(text, &[]);
        let good: Vec<&str> =
            found.iter().filter(|place| place.penalty < SEAM).map(|place| &text[place.at..]).collect();
        assert_eq!(good, ["ita?id=5&year=2567", "id=5&year=2567", "5&year=2567", "year=2567", "2567"]);
    }

    fn assert_shown(text: &str) {
        let plain = text.replace(['|', '¦'], "").replace(['~', '≈'], " ");
        assert_eq!(shown(&plain), text);
    }
}
