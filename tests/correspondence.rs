//! The memo as the form of the regulation has it, how the agency can be reached, and who signs which document.

mod common;

use common::{Folder, SMALLEST, example};
use ita_report::files::MemoryFiles;
use ita_report::report::{Report, load};
use ita_report::thai::Numerals;
use ita_report::view::{MemoView, PlanView, ReportView};

fn report(text: &str) -> Report {
    let loaded = load("report.toml", text.as_bytes(), &MemoryFiles::new());
    loaded.valid_report().unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)).clone()
}

/// The example's agency, with its telephone and e-mail.
const AGENCY: &str = r#"name = "องค์การบริหารส่วนตำบลม่วงหมู่"
short_name = "อบต.ม่วงหมู่"
phone = "0 3653 9876"
email = "saraban@muangmu.example.go.th"
"#;

const PHONE: &str = "โทร. ๐ ๓๖๕๓ ๙๘๗๖";
const EMAIL: &str = "ไปรษณีย์อิเล็กทรอนิกส์ saraban@muangmu.example.go.th";

/// The smallest report of an agency, with a memo.
fn with_memo(agency: &str, memo: &str) -> String {
    SMALLEST.replace("name = \"เทศบาลตำบลบ้านใหม่\"\n", agency) + "[memo]\n" + memo
}

/// The line ส่วนราชการ of a memo from this office: the office and the parts after it.
fn office(agency: &str, from: &str) -> (String, Vec<String>) {
    let memo = MemoView::new(&report(&with_memo(agency, &format!("from = \"{from}\"\n"))), None);
    (memo.office.text, memo.contact)
}

#[test]
fn the_office_stands_with_agency_telephone_and_email_each_once() {
    let full = "สำนักปลัด องค์การบริหารส่วนตำบลม่วงหมู่";
    for (from, name, contact) in [
        ("สำนักปลัด", full, vec![PHONE, EMAIL]),
        ("", "องค์การบริหารส่วนตำบลม่วงหมู่", vec![PHONE, EMAIL]),
        // The agency's name as it is, its short name, its usual abbreviation.
        (full, full, vec![PHONE, EMAIL]),
        ("สำนักปลัด อบต.ม่วงหมู่", "สำนักปลัด อบต.ม่วงหมู่", vec![PHONE, EMAIL]),
        ("สำนักปลัด อบต. ม่วงหมู่", "สำนักปลัด อบต. ม่วงหมู่", vec![PHONE, EMAIL]),
        // A telephone number of the office's own goes before the agency's, and the name before it.
        ("กองคลัง โทร. 0 3653 1111", "กองคลัง องค์การบริหารส่วนตำบลม่วงหมู่", vec!["โทร. ๐ ๓๖๕๓ ๑๑๑๑", EMAIL]),
        ("กองคลัง โทรศัพท์ภายใน 12", "กองคลัง องค์การบริหารส่วนตำบลม่วงหมู่", vec!["โทรศัพท์ภายใน ๑๒", EMAIL]),
        ("กองคลัง 036-539876", "กองคลัง ๐๓๖-๕๓๙๘๗๖ องค์การบริหารส่วนตำบลม่วงหมู่", vec![EMAIL]),
        (
            "กองช่าง อบต.ม่วงหมู่ โทร ๑๒๓๔ อีเมล chang@muangmu.example.go.th",
            "กองช่าง อบต.ม่วงหมู่",
            vec!["โทร ๑๒๓๔", "อีเมล chang@muangmu.example.go.th"],
        ),
        (
            "กองช่าง chang@muangmu.example.go.th",
            "กองช่าง องค์การบริหารส่วนตำบลม่วงหมู่",
            vec![PHONE, "chang@muangmu.example.go.th"],
        ),
        // Spaces that word processors write, and a comma.
        (
            "กองช่าง,\u{a0}โทร. ๑๒๓๔,\u{3000}chang@muangmu.example.go.th",
            "กองช่าง องค์การบริหารส่วนตำบลม่วงหมู่",
            vec!["โทร. ๑๒๓๔", "chang@muangmu.example.go.th"],
        ),
        // An office whose name begins like the word for a telephone.
        ("งาน โทรคมนาคม", "งาน โทรคมนาคม องค์การบริหารส่วนตำบลม่วงหมู่", vec![PHONE, EMAIL]),
    ] {
        assert_eq!(
            office(AGENCY, from),
            (name.to_owned(), contact.into_iter().map(str::to_owned).collect()),
            "{from}"
        );
    }
    // A label that the file has itself, and an abbreviation without a short name in the file.
    let agency = "name = \"องค์การบริหารส่วนตำบลม่วงหมู่\"\nphone = \"โทรศัพท์ 0 3653 9876\"\n";
    assert_eq!(
        office(agency, "สำนักปลัด อบต.ม่วงหมู่"),
        ("สำนักปลัด อบต.ม่วงหมู่".to_owned(), vec!["โทรศัพท์ ๐ ๓๖๕๓ ๙๘๗๖".to_owned()])
    );
    let faculty = "name = \"คณะสังคมศาสตร์ มหาวิทยาลัยศรีสัตบรรณ\"\n";
    assert_eq!(office(faculty, "สำนักงานคณบดี คณะสังคมศาสตร์").0, "สำนักงานคณบดี คณะสังคมศาสตร์ มหาวิทยาลัยศรีสัตบรรณ");
    // Arabic digits stay where the report has them.
    let arabic = with_memo(AGENCY, "from = \"สำนักปลัด\"\n[layout]\nnumerals = \"arabic\"\n");
    assert_eq!(MemoView::new(&report(&arabic), None).contact[0], "โทร. 0 3653 9876");
}

#[test]
fn a_memo_goes_through_who_passes_it_on() {
    let memo = with_memo(AGENCY, "through = \"ปลัด{agency}\"\n");
    let through = MemoView::new(&report(&memo), None).through.expect("the line");
    assert_eq!((&*through.label, &*through.text), ("ผ่าน", "ปลัดองค์การบริหารส่วนตำบลม่วงหมู่"));
    assert!(MemoView::new(&report(SMALLEST), None).through.is_none());
    let folder = Folder::with_report(with_memo(AGENCY, "trough = \"ปลัด\"\n"));
    let run = folder.run(&["check", "report.toml"]);
    assert!(run.code() == 1 && run.stdout().contains("through"), "{}", run.stderr());
}

/// A clerk who begins a new line in a memo begins a paragraph, with its indent.
#[test]
fn every_line_of_a_memo_is_a_paragraph() {
    let body = "body = \"\"\"\nด้วยหน่วยงานได้ดำเนินการแล้ว ดังนี้\n1. ประชุมคณะทำงาน\n\n2. เผยแพร่ประกาศ\"\"\"\n";
    let memo = MemoView::new(&report(&with_memo(AGENCY, body)), None);
    assert_eq!(memo.body, ["ด้วยหน่วยงานได้ดำเนินการแล้ว ดังนี้", "๑. ประชุมคณะทำงาน", "๒. เผยแพร่ประกาศ"]);
}

/// A way to reach the agency: label, text and link.
type Contact = (String, String, Option<String>);

/// The agency's lines, its address and its contacts on the cover of its report.
fn cover(agency: &str) -> (Vec<String>, Option<String>, Vec<Contact>) {
    let text = SMALLEST.replace("name = \"เทศบาลตำบลบ้านใหม่\"\n", agency) + "[layout]\ncover = true\n";
    let cover = ReportView::new(&report(&text), None).cover.expect("a cover");
    let contacts = cover.contacts.into_iter().map(|it| (it.label, it.text, it.link));
    (cover.agency, cover.address, contacts.collect())
}

#[test]
fn the_cover_says_how_the_agency_can_be_reached() {
    let site = "https://www.muangmu.example.go.th/ita2567";
    let place = "district = \"เมืองสิงห์บุรี\"\nprovince = \"สิงห์บุรี\"\naddress = \"99 หมู่ที่ 5\"\n";
    let (agency, address, contacts) = cover(&format!("{AGENCY}{place}website = \"{site}\"\n"));
    assert_eq!(agency, ["องค์การบริหารส่วนตำบลม่วงหมู่"]);
    assert_eq!(address.as_deref(), Some("๙๙ หมู่ที่ ๕ อำเภอเมืองสิงห์บุรี จังหวัดสิงห์บุรี"));
    let contact = |label: &str, text: &str, link: Option<&str>| {
        (label.to_owned(), text.to_owned(), link.map(str::to_owned))
    };
    assert_eq!(
        contacts,
        [
            contact("โทร.", "๐ ๓๖๕๓ ๙๘๗๖", None),
            contact("ไปรษณีย์อิเล็กทรอนิกส์", "saraban@muangmu.example.go.th", None),
            contact("เว็บไซต์", site, Some(site)),
        ]
    );
    let (agency, address, _) = cover(&format!("{AGENCY}{}", place.replace("address = \"99 หมู่ที่ 5\"\n", "")));
    assert_eq!((agency[1].as_str(), address), ("อำเภอเมืองสิงห์บุรี จังหวัดสิงห์บุรี", None));
    let (agency, address, contacts) = cover("name = \"กรมทดสอบ\"\nwebsite = \"www.dot2567.go.th\"\n");
    assert_eq!((agency.len(), address, contacts.len()), (1, None, 1));
    assert_eq!(contacts[0], contact("เว็บไซต์", "www.dot2567.go.th", None));
    assert_eq!(cover("name = \"กรมทดสอบ\"\n").2, []);
}

#[test]
fn the_cover_names_district_and_province_once() {
    let place = |address: &str, district: &str, province: &str| {
        let keys = format!("address = \"{address}\"\ndistrict = \"{district}\"\nprovince = \"{province}\"\n");
        cover(&format!("name = \"กรมทดสอบ\"\n{keys}")).1.expect("an address")
    };
    for (address, district, province, added) in [
        ("99 หมู่ 5 อำเภอเมืองสิงห์บุรี จังหวัดสิงห์บุรี 16000", "เมืองสิงห์บุรี", "สิงห์บุรี", ""),
        ("99 หมู่ 5 อ.เมือง จ. สิงห์บุรี 16000", "อำเภอเมืองสิงห์บุรี", "จังหวัดสิงห์บุรี", ""),
        ("99 หมู่ 5 ต.บางใหญ่ อ.บางใหญ่ นนทบุรี 11140", "บางใหญ่", "นนทบุรี", ""),
        ("1 ถนนดินสอ เขตพระนคร กรุงเทพมหานคร 10200", "พระนคร", "กรุงเทพมหานคร", ""),
        ("1 ถนนดินสอ เขตพระนคร", "พระนคร", "กรุงเทพมหานคร", "กรุงเทพมหานคร"),
        // The names of a street and a subdistrict.
        ("8 ถนนนนทบุรี ต.บางใหญ่", "บางใหญ่", "นนทบุรี", "อำเภอบางใหญ่ จังหวัดนนทบุรี"),
        // The name of a building. What is added stands before the postal code.
        ("ศาลากลางจังหวัดสิงห์บุรี ถนนวิไลจิตต์ 16000", "เมืองสิงห์บุรี", "สิงห์บุรี", "อำเภอเมืองสิงห์บุรี จังหวัดสิงห์บุรี"),
    ] {
        let (street, code) =
            address.rsplit_once(' ').filter(|(_, code)| code.len() == 5).unwrap_or((address, ""));
        let parts = [street, added, code].into_iter().filter(|part| !part.is_empty());
        let whole = parts.collect::<Vec<_>>().join(" ");
        assert_eq!(place(address, district, province), Numerals::Thai.convert(&whole), "{address}");
    }
}

/// Two places to sign; the second one says in which documents it is.
fn signed(documents: &str) -> String {
    let base = example("muang-mu-2567.toml");
    base + "[[signatures]]\nname = \"นายสมชาย ใจดี\"\n[[signatures]]\nname = \"นายใหญ่ ยิ่งยง\"\n" + documents
}

#[test]
fn every_document_has_the_places_to_sign_that_are_meant_for_it() {
    let names = |text: &str| {
        let report = report(text);
        let of = |signatures: Vec<ita_report::view::SignatureView>| -> Vec<String> {
            signatures.into_iter().filter_map(|place| place.name).collect()
        };
        (of(ReportView::new(&report, None).signatures), of(PlanView::new(&report, None).signatures))
    };
    let (first, second) = ("(นายสมชาย ใจดี)", "(นายใหญ่ ยิ่งยง)");
    for (documents, report, plan) in [
        ("", vec![first, second], vec![]),
        ("documents = [\"report\", \"plan\"]\n", vec![first, second], vec![second]),
        ("documents = [\"plan\", \"plan\"]\n", vec![first], vec![second]),
        ("documents = \"plan\"\n", vec![first], vec![second]),
    ] {
        let (in_report, in_plan) = names(&signed(documents));
        assert_eq!(
            (in_report, in_plan),
            (report.into_iter().map(str::to_owned).collect(), plan.into_iter().map(str::to_owned).collect()),
            "{documents}"
        );
    }
    // Below name and position there is room for the date.
    let view = ReportView::new(&self::report(&signed("")), None);
    assert_eq!(view.signatures[0].date, ["วันที่", "เดือน", "พ.ศ."]);
    for (documents, code, help) in [
        ("documents = [\"plann\"]", "unknown-choice", "plan"),
        ("documents = [\"memo\"]", "unknown-choice", "report"),
        ("documents = []", "empty-list", "report | plan"),
        ("documents = [\"\"]", "empty-list", "report | plan"),
        ("documents = 1", "wrong-type", ""),
    ] {
        let folder = Folder::with_report(signed(documents));
        let run = folder.run(&["check", "report.toml", "--format", "json"]);
        let json = run.stdout();
        assert!(run.code() == 1 && json.contains(code) && json.contains(help), "{documents}: {json}");
    }
}

/// The text is at the left of every page, too. Only places to sign, or a page number, would leave that side empty.
#[test]
fn who_signs_is_never_alone_on_a_page() {
    let has_text_at_left = |page: &[u8]| {
        let page = image::load_from_memory(page).expect("a picture").into_luma8();
        let left = page.width() * 30 / 100;
        page.enumerate_pixels().any(|(x, _, dot)| x < left && dot.0[0] < 128)
    };
    let check = |text: String, document: &str| {
        let folder = Folder::with_report(&text);
        let render = ["render", "report.toml", "--format", "png", "--document", document];
        folder.run(&render).succeeded();
        let pages = folder.names().into_iter().filter(|name| name.ends_with(".png"));
        for page in pages {
            assert!(has_text_at_left(&folder.read(&page)), "{page} of {text}");
        }
    };
    let paragraph = "ด้วยหน่วยงานได้ดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสเรียบร้อยแล้วทุกมาตรการ";
    for paragraphs in (10..=14).chain(25..=26) {
        let body = format!("body = \"\"\"\n{}\n\"\"\"\n", [paragraph].repeat(paragraphs).join("\n"));
        check(with_memo(AGENCY, &body), "memo");
    }
    let place = "[[signatures]]\nname = \"นายสมชาย ใจดี\"\ndocuments = [\"plan\"]\n";
    for measures in 4..=9 {
        let measure =
            format!("[[measures]]\ntitle = \"มาตรการ\"\nsteps = [\"{paragraph}\", \"{paragraph}\"]\n");
        check(format!("{SMALLEST}{}{place}", measure.repeat(measures)), "plan");
    }
}
