//! Files that are no report, and reports in another encoding: each is told in one message what it is.

mod common;

use common::{Folder, SMALLEST, findings};

fn codes(report: &str) -> Vec<String> {
    let found = findings(&Folder::with_report(report), "en");
    found.iter().map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
}

/// A file that is no report is one fault, with a word for what it is.
#[test]
fn files_that_are_no_reports_are_told_what_they_are() {
    let said = |bytes: &[u8]| {
        let all = findings(&Folder::with_report(bytes), "en");
        let [only] = &all[..] else { panic!("{all:?}") };
        assert_eq!(only["code"], "not-a-report");
        only["message"].as_str().expect("a message").to_owned()
    };
    for picture in [
        &b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\0\0\0\0\0\0\0\0\0"[..],
        b"BM\x36\0\x0C\0\0\0\0\0\x36\0\0\0\x28\0\0\0",
        b"GIF89a",
        b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    ] {
        assert!(said(picture).contains("a picture"), "{picture:?}");
    }
    assert!(said(b"\0\0\0\x20ftypisom\0\0\x02\0").contains("a video"));
    for text in ["ตัวชี้วัด,คะแนน\n1,95.11\n", "เรียน ท่านปลัด\nเวลา: 09:12 น. ดู https://example.go.th/?a=1\n"]
    {
        assert!(said(text.as_bytes()).contains("ordinary text"), "{text}");
    }
    assert!(said("# fiscal_year = 2567\n# หมายเหตุ\n".as_bytes()).contains("only comments"));
    for empty in ["", "\u{FEFF}", " \n\r\n\t\n", "\u{FEFF}\u{A0}\n"] {
        assert!(said(empty.as_bytes()).contains("empty"), "{empty:?}");
    }
    // A report with a slip in its only line is a report.
    for slip in ["fiscal_year 2567\n", "[agency\n", "ผู้รับผิดชอบ = \"กองคลัง\"\n"]
    {
        assert!(!codes(slip).contains(&"not-a-report".to_owned()), "{slip}");
    }
}

/// Thai text that was read in another encoding and saved so.
#[test]
fn wrongly_decoded_thai_is_told() {
    let name = "เทศบาลตำบลบ้านใหม่";
    // Windows-874 has the letters of Unicode's Thai block in the same order, from A1 on, and Latin-1 has all bytes.
    let windows: String =
        name.chars().map(|c| char::from_u32(u32::from(c) - 0xE00 + 0xA0).expect("a letter")).collect();
    let utf_8: String = name.bytes().map(char::from).filter(|c| !c.is_control()).collect();
    for wrong in [windows, utf_8] {
        let report =
            format!("fiscal_year = 2567\n[agency]\nname = \"{wrong}\"\n[[measures]]\ntitle = \"{wrong}\"\n");
        assert_eq!(codes(&report), ["wrongly-decoded"], "{wrong}");
    }
    let european = format!("{SMALLEST}kpi = \"Café São Tomé ±5 °C × ½ naïve – Ångström\"\n");
    assert!(!codes(&european).contains(&"wrongly-decoded".to_owned()));
}
