//! What `check` says of provinces, districts and subdistricts: nothing of any real one, and which share of planted typos it
//! finds. The typos are those of hasty typing: a mark left out, two letters exchanged, a letter twice, the last one lost.

use ita_report::check::{self, Finding};
use ita_report::files::MemoryFiles;
use ita_report::report::{Argument, load};
use ita_report::thai::gazetteer::{BANGKOK, District, districts};

/// The findings about places in a report of an agency with these lines.
fn found(agency: &str) -> Vec<Finding> {
    let report =
        format!("fiscal_year = 2567\n[agency]\n{agency}\n[[measures]]\ntitle = \"มาตรการป้องกันการทุจริต\"\n");
    let loaded = load("report.toml", report.as_bytes(), &MemoryFiles::new());
    assert!(loaded.valid_report().is_some(), "{report}{:?}", loaded.diagnostics);
    let mut findings = check::check(&loaded, &[]).findings;
    findings.retain(|finding| finding.code.starts_with("place-"));
    findings
}

/// What a finding says of the place: what is written, and what is right or where it lies.
fn said(finding: &Finding) -> (&'static str, String, String) {
    let argument = |name: &str| match finding.arguments.iter().find(|(known, _)| *known == name) {
        Some((_, Argument::Text(text))) => text.clone(),
        _ => String::new(),
    };
    (finding.code, argument("written"), argument("right") + &argument("elsewhere"))
}

fn address(district: &District, subdistrict: &str) -> String {
    let (name, province) = (district.name, district.province);
    match province {
        BANGKOK => format!("เลขที่ 9 แขวง{subdistrict} เขต{name} {province} 10200"),
        _ => format!("99 หมู่ที่ 5 ตำบล{subdistrict} อำเภอ{name} จังหวัด{province} 16000"),
    }
}

#[test]
fn no_real_place_is_doubted() {
    let mut count = 0;
    for district in districts() {
        for subdistrict in district.subdistricts() {
            count += 1;
            let (name, province) = (district.name, district.province);
            let written_short = format!("ต.{subdistrict} อ.{name} จ.{province}");
            let joined = format!("ตำบล{subdistrict}อำเภอ{name}จังหวัด{province}");
            let address = [address(district, subdistrict), written_short, joined][count % 3].clone();
            let found = found(&format!(
                "name = \"องค์การบริหารส่วนตำบล{subdistrict}\"\nshort_name = \"อบต.{subdistrict}\"\n\
                 district = \"{name}\"\nprovince = \"{province}\"\naddress = \"{address}\""
            ));
            assert_eq!(found, [], "{address}");
        }
    }
    assert!(count > 7_400, "{count}");
}

#[test]
fn usual_ways_to_write_a_place_are_right() {
    let forms = [
        "district = \"เมือง\"\nprovince = \"จ.สิงห์บุรี\"\naddress = \"ต.ม่วงหมู่ อ.เมือง จ.สิงห์บุรี\"",
        "district = \"อำเภอเมืองสิงห์บุรี\"\nprovince = \"จังหวัดสิงห์บุรี\"",
        "district = \"อ.เมืองฯ\"\nprovince = \" สิงห์บุรี \"",
        "district = \"เขตหลักสี่\"\nprovince = \"กทม.\"\naddress = \"แขวงทุ่งสองห้อง เขตหลักสี่ กทม. 10210\"",
        "district = \"หลักสี่\"\nprovince = \"กรุงเทพฯ\"\naddress = \"แขวงทุ่งสองห้องเขตหลักสี่ กรุงเทพฯ\"",
        "district = \"เมือง\"\nprovince = \"อยุธยา\"",
        // Of a district that the gazetteer does not have, nothing is known.
        "district = \"บ้านโป่งเกลือ\"\nprovince = \"กาญจนบุรี\"\naddress = \"ตำบลห้วยตาเลิศ อำเภอบ้านโป่งเกลือ จังหวัดกาญจนบุรี\"",
    ];
    for form in forms {
        assert_eq!(found(&format!("name = \"สำนักงานเกษตร\"\n{form}")), [], "{form}");
    }
    // Agencies that have the name of a village, an old one, or that of a place elsewhere.
    for name in ["เทศบาลตำบลพุเตย", "องค์การบริหารส่วนตำบลบางปะอิน", "เทศบาลเมืองสิงห์บุรี", "อบต.โพธิ์ทองใต้"]
    {
        let agency = format!("name = \"{name}\"\ndistrict = \"เมืองสิงห์บุรี\"\nprovince = \"สิงห์บุรี\"");
        assert_eq!(found(&agency), [], "{name}");
    }
}

#[test]
fn a_place_is_sought_where_it_should_lie() {
    let said = |agency: &str| found(agency).iter().map(said).collect::<Vec<_>>();
    let owned = |code, written: &str, right: &str| (code, written.to_owned(), right.to_owned());
    let muang_mu = "name = \"อบต.ม่วงหมู่\"\nprovince = \"สิงห์บุรี\"\n";
    assert_eq!(
        said(&format!("{muang_mu}district = \"บางปะอิน\"")),
        [owned("place-outside", "บางปะอิน", "พระนครศรีอยุธยา")]
    );
    assert_eq!(
        said(&format!("{muang_mu}address = \"ตำบลม่วงหมู่ อำเภออินทร์บุรี จังหวัดสิงห์บุรี\"")),
        [owned("place-outside", "ม่วงหมู่", "เมืองสิงห์บุรี")]
    );
    assert_eq!(
        said(&format!("{muang_mu}district = \"อำเภอสิงห์บุรี\"")),
        [owned("place-name", "สิงห์บุรี", "เมืองสิงห์บุรี")]
    );
    assert_eq!(said("name = \"จังหวัดเชียงไหม่\""), [owned("place-name", "เชียงไหม่", "เชียงใหม่")]);
    assert_eq!(
        said("name = \"เทศบาลเมืองสิงหบุรี\"\ndistrict = \"เมืองสิงห์บุรี\"\nprovince = \"สิงห์บุรี\""),
        [owned("place-name", "สิงหบุรี", "สิงห์บุรี")]
    );
    // A silent letter is forgotten together with its mark.
    assert_eq!(said("name = \"สำนักงานเกษตร\"\nprovince = \"สิงบุรี\""), [owned("place-name", "สิงบุรี", "สิงห์บุรี")]);
    assert_eq!(said("name = \"จังหวัดสีสะเกษ\""), [owned("place-name", "สีสะเกษ", "ศรีสะเกษ")]);
    // What stands before a name may be part of another word, and a court of a district is called that of a จังหวัด.
    assert_eq!(said("name = \"มหาวิทยาลัยบูรพา วิทยาเขตสระแก้ว\"\nprovince = \"ชลบุรี\""), []);
    assert_eq!(said("name = \"ศาลจังหวัดหลังสวน\"\nprovince = \"ชุมพร\""), []);
}

#[test]
fn only_what_cannot_have_been_meant_is_corrected_without_being_read() {
    let fix = |agency: &str| {
        let found = found(agency);
        assert_eq!(found.len(), 1, "{found:?}");
        found[0].fix.clone().map(|fix| (fix.edits[0].text.clone(), fix.is_safe))
    };
    let within = "district = \"เมืองปทุมธานี\"\nprovince = \"ปทุมธานี\"";
    // There are no other districts, and no other subdistricts in addresses.
    let district = "name = \"สำนักงานเกษตร\"\ndistrict = \"ลำลูกา\"\nprovince = \"ปทุมธานี\"";
    assert_eq!(fix(district), Some(("ลำลูกกา".to_owned(), true)));
    let address = format!("name = \"สำนักงานเกษตร\"\n{within}\naddress = \"ต.บางพูนน อ.เมือง จ.ปทุมธานี\"");
    assert_eq!(fix(&address), Some(("บางพูน".to_owned(), true)));
    // An agency may have a name of its own.
    assert_eq!(fix(&format!("name = \"เทศบาลเมืองบางพูนน\"\n{within}")), Some(("บางพูน".to_owned(), false)));
    // Which of two is meant cannot be known: both are named, and nothing is offered.
    let of_two = format!("name = \"อบต.บางพู\"\n{within}");
    assert_eq!(fix(&of_two), None);
    assert_eq!(said(&found(&of_two)[0]).2, "บางพูด”, “บางพูน");
    // Copied from another report: which of the two is wrong cannot be known either.
    assert_eq!(fix("name = \"สำนักงานเกษตร\"\ndistrict = \"บางปะอิน\"\nprovince = \"สิงห์บุรี\""), None);
}

/// A name that is misspelt in `[agency]` itself does not make the right one elsewhere wrong.
#[test]
fn the_right_name_is_not_held_against_a_misspelt_one() {
    let report = "fiscal_year = 2567\n[agency]\nname = \"องค์การบริหารส่วนตำบลม่วงหมุ่\"\nshort_name = \"อบต.ม่วงหมู่\"\n\
                  district = \"เมืองสิงห์บุรี\"\nprovince = \"สิงห์บุรี\"\n[[measures]]\ntitle = \"มาตรการป้องกันการทุจริต\"\n\
                  outcome = \"องค์การบริหารส่วนตำบลม่วงหมู่ไม่มีข้อร้องเรียน\"\n";
    let codes = |report: &str| -> Vec<&str> {
        let loaded = load("report.toml", report.as_bytes(), &MemoryFiles::new());
        let findings = check::check(&loaded, &[]).findings;
        findings.iter().map(|finding| finding.code).filter(|code| code.ends_with("-name")).collect()
    };
    assert_eq!(codes(report), ["place-name"]);
    // Where nothing is known of the place, the name in `[agency]` counts.
    let elsewhere = report.replace("district = \"เมืองสิงห์บุรี\"\nprovince = \"สิงห์บุรี\"\n", "");
    assert!(codes(&elsewhere).contains(&"agency-name"), "{:?}", codes(&elsewhere));
}

/// The typos of a name, each once.
fn typos(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let is_mark = |c: char| matches!(c, 'ั' | 'ิ'..='ฺ' | '็'..='๎');
    let mut typos = Vec::new();
    for at in 0..letters.len() {
        let mut without = letters.clone();
        let removed = without.remove(at);
        if is_mark(removed) || at + 1 == letters.len() {
            typos.push(without);
        }
        let mut doubled = letters.clone();
        doubled.insert(at, letters[at]);
        typos.push(doubled);
        let mut exchanged = letters.clone();
        if at + 1 < letters.len() {
            exchanged.swap(at, at + 1);
            typos.push(exchanged);
        }
    }
    let mut typos: Vec<String> = typos.into_iter().map(String::from_iter).collect();
    typos.retain(|typo| typo != name);
    typos.sort();
    typos.dedup();
    typos
}

/// How many of the typos of a name are found with the right name, in the part of the report that `agency` makes of a typo.
fn share(name: &str, agency: impl Fn(&str) -> String) -> (usize, usize) {
    let typos = typos(name);
    let finds = |typo: &&String| {
        found(&agency(typo)).iter().map(said).any(|(code, written, right)| {
            code == "place-name" && written == **typo && right.split("”, “").any(|right| right == name)
        })
    };
    (typos.iter().filter(finds).count(), typos.len())
}

#[test]
fn most_typos_in_places_are_found() {
    let mut shares = [(0, 0); 4];
    for district in districts().iter().step_by(29) {
        let (name, province) = (district.name, district.province);
        let within = format!("district = \"{name}\"\nprovince = \"{province}\"");
        let subdistrict = district.subdistricts().nth(1).unwrap_or(name);
        let own = [
            share(province, |typo| format!("name = \"สำนักงาน\"\nprovince = \"{typo}\"")),
            share(name, |typo| {
                format!("name = \"สำนักงาน\"\ndistrict = \"{typo}\"\nprovince = \"{province}\"")
            }),
            share(subdistrict, |typo| format!("name = \"องค์การบริหารส่วนตำบล{typo}\"\n{within}")),
            share(subdistrict, |typo| {
                format!("name = \"สำนักงาน\"\naddress = \"{}\"", address(district, typo))
            }),
        ];
        for (sum, own) in shares.iter_mut().zip(own) {
            *sum = (sum.0 + own.0, sum.1 + own.1);
        }
    }
    let percent = shares.map(|(found, all)| 100.0 * found as f64 / all as f64);
    println!("provinces, districts, subdistricts in names, in addresses: {shares:?} = {percent:.1?} percent");
    assert!(shares.iter().all(|(_, all)| *all > 200), "{shares:?}");
    // What is not found is mostly another real name, or shorter than three letters.
    assert!(percent.iter().all(|percent| *percent >= 90.0), "{shares:?} = {percent:.1?} percent");
}
