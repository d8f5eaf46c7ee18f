//! Sets the digits of a text in those of the document, except where they belong to something that is not Thai.

use std::str::FromStr;

use super::digits::{to_arabic, to_thai};
use super::numbers::{Owner, numbers};

/// The digits that a document uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Numerals {
    /// ๐ to ๙, as in official Thai correspondence.
    #[default]
    Thai,
    /// 0 to 9. Thai digits that the text already contains stay Thai.
    Arabic,
}

impl Numerals {
    /// All numerals with their names.
    pub const ALL: [(&'static str, Numerals); 2] = [("thai", Numerals::Thai), ("arabic", Numerals::Arabic)];

    /// The name by which users choose them: `thai` or `arabic`.
    pub fn name(self) -> &'static str {
        match self {
            Numerals::Thai => "thai",
            Numerals::Arabic => "arabic",
        }
    }

    /// Converts the digits of a text.
    ///
    /// With [`Numerals::Thai`], Arabic digits become Thai ones, except in URLs, in e-mail addresses, and in what belongs
    /// to a Latin name ([`numbers`]). Of that all digits are of one kind: of two kinds, Arabic. With
    /// [`Numerals::Arabic`], the text stays as it is.
    pub fn convert(self, text: &str) -> String {
        match self {
            Numerals::Thai if text.bytes().any(|b| b.is_ascii_digit()) => in_thai(text),
            _ => text.to_owned(),
        }
    }

    /// Formats a whole number in these digits.
    pub fn integer(self, number: usize) -> String {
        self.convert(&number.to_string())
    }
}

impl FromStr for Numerals {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Numerals::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, numerals)| numerals).ok_or(())
    }
}

fn in_thai(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut rest = 0;
    for number in numbers(text) {
        let range = number.range;
        out.push_str(&text[rest..range.start]);
        let whole = &text[range.clone()];
        let typed_in_thai = !whole.bytes().any(|b| b.is_ascii_digit());
        match number.owner {
            Owner::Text => out.push_str(&to_thai(whole)),
            Owner::Name if !typed_in_thai => out.push_str(&to_arabic(whole)),
            Owner::Name | Owner::Address => out.push_str(whole),
        }
        rest = range.end;
    }
    out.push_str(&text[rest..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_thai_prose_become_thai() {
        for (typed, set) in [
            ("ประจำปีงบประมาณ พ.ศ.2567", "ประจำปีงบประมาณ พ.ศ.๒๕๖๗"),
            ("1,250.50 บาท (5%)", "๑,๒๕๐.๕๐ บาท (๕%)"),
            ("ITA 2567 ได้ 94.69", "ITA ๒๕๖๗ ได้ ๙๔.๖๙"),
            ("1.ITA ประจำปี", "๑.ITA ประจำปี"),
            ("ข้อ 3-5 และ ๗", "ข้อ ๓-๕ และ ๗"),
            ("-23.33", "-๒๓.๓๓"),
            ("ที่ มท 0808.2/ว 1234", "ที่ มท ๐๘๐๘.๒/ว ๑๒๓๔"),
            ("อย 0023.1/1234 ข้อ 3.2/4", "อย ๐๐๒๓.๑/๑๒๓๔ ข้อ ๓.๒/๔"),
        ] {
            assert_eq!(Numerals::Thai.convert(typed), set);
            assert_eq!(Numerals::Arabic.convert(typed), typed);
        }
    }

    #[test]
    fn digits_that_touch_latin_letters_stay() {
        for text in ["COVID-19", "ISO9001", "v1.2.3", "O1-O35", "3D", "4-Way"] {
            assert_eq!(Numerals::Thai.convert(text), text);
        }
        assert_eq!(Numerals::Thai.convert("โรคCOVID-19ปี 2563"), "โรคCOVID-19ปี ๒๕๖๓");
    }

    #[test]
    fn addresses_stay_and_the_text_around_them_does_not() {
        for (typed, set) in [
            (
                "ดู https://www.muangmu.go.th/ita/2567/o34?id=5 ข้อ 2",
                "ดู https://www.muangmu.go.th/ita/2567/o34?id=5 ข้อ ๒",
            ),
            ("saraban_06170101@dla.go.th โทร 036", "saraban_06170101@dla.go.th โทร ๐๓๖"),
            ("เว็บ muangmu.go.th/34 หน้า 3", "เว็บ muangmu.go.th/34 หน้า ๓"),
            ("www.muangmu2.go.thหน้า 3", "www.muangmu2.go.thหน้า ๓"),
            ("https://www.dla.go.th/ข้อมูล/2567 ข้อ 1", "https://www.dla.go.th/ข้อมูล/2567 ข้อ ๑"),
        ] {
            assert_eq!(Numerals::Thai.convert(typed), set);
        }
    }

    #[test]
    fn what_is_joined_to_latin_letters_has_digits_of_one_kind() {
        for (typed, set) in [
            ("แฟ้ม ITA_2567_O34_v2 ปี 2567", "แฟ้ม ITA_2567_O34_v2 ปี ๒๕๖๗"),
            ("ใช้ cetz:0.3.0 และ v1.2.3", "ใช้ cetz:0.3.0 และ v1.2.3"),
            ("ที่ สห 71301/ITA_2567", "ที่ สห 71301/ITA_2567"),
            ("ข้อ O34/2567 และ MOU-14/2567", "ข้อ O34/2567 และ MOU-14/2567"),
            ("ITA_๒๕๖๗_O34 กับ COVID-๑๙", "ITA_2567_O34 กับ COVID-๑๙"),
            ("แบบ IT-F-๐๓๗ ฉบับ 2", "แบบ IT-F-๐๓๗ ฉบับ ๒"),
            ("PDF/A-2a, UTF-8 และ ISO9001:2015", "PDF/A-2a, UTF-8 และ ISO9001:2015"),
        ] {
            assert_eq!(Numerals::Thai.convert(typed), set);
        }
    }

    #[test]
    fn numbers_of_the_text_become_thai_beside_latin_words() {
        for (typed, set) in [
            ("ITA 2567 OIT 76.67 ITA (95)", "ITA ๒๕๖๗ OIT ๗๖.๖๗ ITA (๙๕)"),
            ("1/2567 สห 71301/123 มท 0808.2/ว3675", "๑/๒๕๖๗ สห ๗๑๓๐๑/๑๒๓ มท ๐๘๐๘.๒/ว๓๖๗๕"),
            ("14-16 ร้อยละ 95 เวลา 08.30-16.30 น.", "๑๔-๑๖ ร้อยละ ๙๕ เวลา ๐๘.๓๐-๑๖.๓๐ น."),
            ("1.ITA 2.1.e-Service", "๑.ITA ๒.๑.e-Service"),
            ("e-Service 3 ระบบ โควิด-19", "e-Service ๓ ระบบ โควิด-๑๙"),
        ] {
            assert_eq!(Numerals::Thai.convert(typed), set);
        }
    }

    #[test]
    fn numbers_of_products_and_standards_stay() {
        for (typed, set) in [
            ("Windows 11 จำนวน 5 เครื่อง", "Windows 11 จำนวน ๕ เครื่อง"),
            ("มาตรฐาน ISO 9001:2015 ข้อ 4", "มาตรฐาน ISO 9001:2015 ข้อ ๔"),
            ("ISO/IEC 27001 และ WCAG 2.1", "ISO/IEC 27001 และ WCAG 2.1"),
            ("Microsoft Office 365 ปี 2567", "Microsoft Office 365 ปี ๒๕๖๗"),
            ("ISO ๙๐๐๑:2015", "ISO 9001:2015"),
            ("ผล ISO 2567 และ Excel 3 ไฟล์", "ผล ISO ๒๕๖๗ และ Excel ๓ ไฟล์"),
            ("มอก. 166-2549", "มอก. ๑๖๖-๒๕๔๙"),
        ] {
            assert_eq!(Numerals::Thai.convert(typed), set);
        }
    }
}
