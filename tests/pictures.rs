//! Pictures in reports: orientation, resolution, and above all that no metadata of a camera reaches a document.

mod common;

use std::path::Path;
use std::time::{Duration, Instant};

use common::camera::{MAKER, PLACE, jpeg, png, quarters, scene, webp};
use common::unpacked::unpacked;
use common::{Folder, SMALLEST};
use image::{ImageReader, RgbImage};
use ita_report::disk;
use ita_report::fonts::Fonts;
use ita_report::pictures::{Picture, Pixels, Prepared, Wanted};
use ita_report::report::load;
use ita_report::view::ReportView;

fn photo(file: &str) -> String {
    format!("[[photos]]\nfile = \"{file}\"\ncaption = \"ประชุมคณะทำงาน\"\n")
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// The contents of all files below a folder.
fn files(folder: &Path) -> Vec<Vec<u8>> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries
        .flat_map(
            |path| if path.is_dir() { files(&path) } else { vec![std::fs::read(path).expect("a file")] },
        )
        .collect()
}

#[test]
fn nothing_that_a_camera_wrote_is_in_any_document() {
    let picture = quarters(400, 300);
    let photographs = [
        ("a.jpg", jpeg(&picture, 6)),
        ("b.png", png(&picture, 1)),
        ("c.webp", webp(&picture, 8)),
        ("d.jpg", {
            // XMP, a comment and IPTC, as photo software adds them to EXIF.
            let mut file = jpeg(&picture, 1);
            let xmp = [b"http://ns.adobe.com/xap/1.0/\0", PLACE].concat();
            for (kind, data) in [(0xE1, xmp.as_slice()), (0xFE, PLACE), (0xED, MAKER)] {
                let length = u16::try_from(data.len() + 2).expect("short").to_be_bytes();
                file.splice(2..2, [&[0xFF, kind], &length[..], data].concat());
            }
            file
        }),
        ("e.svg", {
            let data: String = jpeg(&picture, 1).iter().map(|byte| format!("%{byte:02X}")).collect();
            let place = String::from_utf8_lossy(PLACE);
            format!(
                "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'><!-- {place} -->\
                 <metadata>{place}</metadata><image width='400' height='300' href='data:image/jpeg,{data}'/></svg>"
            )
            .into_bytes()
        }),
    ];
    let folder = Folder::new();
    let mut report = SMALLEST.to_owned();
    for (name, bytes) in &photographs {
        let planted = if name.ends_with("svg") { b"%45%78%69%66".as_slice() } else { MAKER };
        assert!(has(bytes, planted) && has(bytes, PLACE), "{name} has nothing to hide");
        folder.write(name, bytes);
        report += &photo(name);
    }
    folder.write("report.toml", report);
    folder.run(&["render", "report.toml", "--profile", "print"]).succeeded();
    folder.run(&["render", "report.toml", "--format", "typst", "-o", "folder"]).succeeded();
    let written = [vec![unpacked(&folder.read("report.pdf"))], files(&folder.path("folder"))].concat();
    for file in written {
        for left in [MAKER, PLACE, b"Exif", b"xap/1.0/\x00"] {
            assert!(!has(&file, left), "{} is left", String::from_utf8_lossy(left));
        }
    }
}

/// The colours at the four corners of the picture as shown, for each of the eight EXIF orientations.
#[test]
fn pictures_are_turned_the_way_they_are_seen() {
    let seen = ["RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB"];
    let folder = Folder::new();
    for (seen, orientation) in seen.iter().zip(1..) {
        for (name, bytes) in [
            ("picture.jpg", jpeg(&quarters(320, 200), orientation)),
            ("picture.png", png(&quarters(320, 200), orientation)),
            ("picture.webp", webp(&quarters(320, 200), orientation)),
        ] {
            folder.write(name, bytes);
            let expected = if orientation < 5 { (320, 200) } else { (200, 320) };
            let size = picture(&folder.path(name)).size();
            assert_eq!((size.width as u32, size.height as u32), expected, "{name}, {orientation}");
            let picture = decoded(&prepared(&folder.path(name), (expected.0 / 2, expected.1 / 2)));
            assert_eq!(picture.dimensions(), (expected.0 / 2, expected.1 / 2));
            let (right, low) = (picture.width() - 5, picture.height() - 5);
            let corners = [(4, 4), (right, 4), (4, low), (right, low)].map(|(x, y)| colour(&picture, x, y));
            assert_eq!(corners.iter().collect::<String>(), *seen, "{name}, {orientation}");
        }
    }
}

fn picture(file: &Path) -> Picture {
    let bytes = std::fs::read(file).expect("a file");
    Picture::read(bytes.into(), |_| (10_000, 10_000)).expect("a picture")
}

fn prepared(file: &Path, pixels: Pixels) -> Prepared {
    let wanted = Wanted { pixels, quality: 90 };
    picture(file).prepare(wanted, &Fonts::embedded()).expect("a picture")
}

fn decoded(prepared: &Prepared) -> RgbImage {
    image::load_from_memory(&prepared.bytes).expect("a picture").into_rgb8()
}

fn colour(picture: &RgbImage, x: u32, y: u32) -> char {
    match picture.get_pixel(x, y).0.map(|channel| channel > 127) {
        [true, false, false] => 'R',
        [false, true, false] => 'G',
        [false, false, true] => 'B',
        [true, true, true] => 'W',
        _ => '?',
    }
}

#[test]
fn pictures_have_the_pixels_that_the_profile_wants_and_no_more() {
    let folder = Folder::with_report(format!("{SMALLEST}{}{}", photo("large.jpg"), photo("small.jpg")));
    folder.write("large.jpg", jpeg(&scene(2000, 1500, 1), 1));
    folder.write("small.jpg", jpeg(&scene(300, 225, 1), 1));
    for (profile, width) in [("web", 458), ("print", 916)] {
        let render = ["render", "report.toml", "--format", "typst", "-o", profile, "--profile", profile];
        folder.run(&render).succeeded();
        let dimensions = |number: u8| {
            let path = folder.path(&format!("{profile}/pictures/photo-{number}.jpg"));
            ImageReader::open(path).expect("a file").into_dimensions().expect("a picture")
        };
        // 77.5 mm at 150 and at 300 pixels per inch.
        assert_eq!(dimensions(1).0, width);
        assert_eq!(dimensions(2), (300, 225), "made larger it would be no sharper");
    }
}

#[test]
fn photographs_become_jpeg_and_screens_stay_as_they_are() {
    let folder = Folder::new();
    let screen = RgbImage::from_fn(900, 600, |_, y| image::Rgb(if y % 40 < 4 { [40; 3] } else { [255; 3] }));
    folder.write("scene.png", png(&scene(900, 600, 1), 1));
    folder.write("screen.png", png(&screen, 1));
    folder.write("scene.webp", webp(&scene(900, 600, 1), 1));
    let extension = |name: &str| prepared(&folder.path(name), (458, 458)).extension;
    assert_eq!(
        [extension("scene.png"), extension("screen.png"), extension("scene.webp")],
        ["jpg", "png", "jpg"]
    );
    let mut clear = image::RgbaImage::new(50, 50);
    clear.put_pixel(20, 20, image::Rgba([200, 0, 0, 128]));
    clear.save(folder.path("clear.png")).expect("a picture");
    let kept = prepared(&folder.path("clear.png"), (100, 100));
    assert_eq!(image::load_from_memory(&kept.bytes).expect("a picture").into_rgba8(), clear);
}

/// Twelve megapixels each. The limits: a file small enough for a website, and five seconds.
#[test]
fn ten_photographs_of_a_telephone_make_a_small_file_in_no_time() {
    let bytes = jpeg(&scene(4000, 3000, 7), 6);
    let names: Vec<String> = (1..=10).map(|number| format!("photo-{number}.jpg")).collect();
    let photos: String = names.iter().map(|name| photo(name)).collect();
    let folder = Folder::with_report(format!("{SMALLEST}{photos}"));
    names.iter().for_each(|name| folder.write(name, &bytes));
    let begun = Instant::now();
    folder.run(&["render", "report.toml"]).succeeded();
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    assert!(folder.read("report.pdf").len() < 3_000_000);
}

#[test]
fn drawings_stay_drawings_and_their_letters_are_shapes() {
    let folder = Folder::with_report(format!("{SMALLEST}{}", photo("logo.svg")));
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 100'>\
                   <text x='10' y='60' font-family='Tahoma' font-size='40'>อบต.ม่วงหมู่ 😀</text></svg>";
    folder.write("logo.svg", drawing);
    folder.run(&["render", "report.toml", "--format", "typst", "-o", "folder"]).succeeded();
    let set = String::from_utf8(folder.read("folder/pictures/photo-1.svg")).expect("UTF-8");
    assert!(set.contains("<path") && !set.contains("<text"), "{set}");
    folder.run(&["render", "report.toml"]).succeeded();
    let with = |before: &str| drawing.replace("<text", &format!("{before}<text"));
    let inner =
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='other.png'/></svg>";
    let inner: String = inner.bytes().map(|byte| format!("%{byte:02X}")).collect();
    for (code, drawing) in [
        ("file-linked", with("<image href='other.png'/>")),
        ("file-linked", with("<use href='other.svg#tree'/>")),
        ("file-linked", with("<rect fill='url(other.svg#sky)' width='9' height='9'/>")),
        ("file-linked", with("<style>rect { fill: url(other.svg#sky) }</style>")),
        ("file-linked", with("<style>@import 'other.css';</style>")),
        ("file-linked", with(&format!("<image href='data:image/svg+xml,{inner}'/>"))),
        ("file-broken", with("<image href='data:image/png;base64,AAAA'/>")),
        ("file-broken", drawing.replace("viewBox", "width='0' height='0' viewBox")),
        ("file-broken", drawing.replace("</text>", "")),
        ("file-too-large", {
            // About a hundred kilobytes whose entity references expand to more than 50 MiB.
            let declared = format!("<!DOCTYPE svg [<!ENTITY a \"{}\">]>", "x".repeat(100_000));
            declared + &drawing.replace("😀", &"&a;".repeat(600))
        }),
    ] {
        folder.write("logo.svg", &drawing);
        let run = folder.run(&["check", "report.toml", "--format", "json"]);
        assert!(
            run.code() == 1 && run.stdout().contains(&format!("\"{code}\"")),
            "{drawing:.200}: {}",
            run.stdout()
        );
    }
}

/// The file is cut off, as after an interrupted transfer. A decoder would fill the missing part of a JPEG with grey.
#[test]
fn a_photograph_that_ends_early_is_an_error_at_its_key() {
    let folder = Folder::with_report(format!("{SMALLEST}{}", photo("photo.jpg")));
    let picture = scene(800, 600, 3);
    for whole in [jpeg(&picture, 1), png(&picture, 1), webp(&picture, 1)] {
        for share in [0.3, 0.9] {
            folder.write("photo.jpg", &whole[..(whole.len() as f64 * share) as usize]);
            let run = folder.run(&["render", "report.toml"]);
            assert!(run.code() == 1 && run.stderr().contains("report.toml:9:8"), "{}", run.stderr());
        }
    }
}

/// Broken metadata, or data after the end of the picture, must not make the picture unusable.
/// Six fields in the colours of print, made with Pillow: with Adobe's marker, with the marker cut out, and with the values as
/// ISO has them for a file without it.
#[test]
fn pictures_for_print_have_their_colours() {
    for name in ["marked", "marker-lost", "plain"] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inks").join(format!("{name}.jpg"));
        let picture = decoded(&prepared(&file, (96, 64)));
        let fields = [(16, 16), (48, 16), (80, 16), (16, 48), (48, 48), (80, 48)];
        let right = [[220, 40, 30], [40, 160, 60], [30, 60, 200], [250, 220, 40], [255; 3], [20; 3]];
        for ((x, y), right) in fields.into_iter().zip(right) {
            let seen = picture.get_pixel(x, y).0;
            let near = seen.iter().zip(right).all(|(a, b): (&u8, u8)| a.abs_diff(b) < 20);
            assert!(near, "{name}: {seen:?} for {right:?}");
        }
    }
}

#[test]
fn drawings_have_the_proportions_of_their_view_box() {
    let circle = "<rect width='576' height='288' fill='#dde6ff'/><circle cx='288' cy='144' r='120'/>";
    let folder = Folder::new();
    let size = |attributes: &str| {
        let drawing = format!("<svg xmlns='http://www.w3.org/2000/svg' {attributes}>{circle}</svg>");
        folder.write("a.svg", drawing);
        let size = picture(&folder.path("a.svg")).size();
        size.width / size.height
    };
    for attributes in ["", "height='1em'", "width='100%' height='100%'", "width='10cm'"] {
        let ratio = size(&format!("viewBox='0 0 576 288' {attributes}"));
        assert!((ratio - 2.0).abs() < 0.001, "{attributes}: {ratio}");
    }
    let ratio = size("viewBox='0 0 576 288' width='200' height='200'");
    assert!((ratio - 1.0).abs() < 0.001, "a size of its own stays: {ratio}");
}

/// What a drawing does not show is told, and nothing else is.
#[test]
fn a_drawing_without_its_words_or_without_anything_is_told() {
    let codes = |content: &str| {
        let folder = Folder::with_report(format!("{SMALLEST}{}", photo("a.svg")));
        let open = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='200' height='90'>";
        folder.write("a.svg", format!("{open}{content}</svg>"));
        let found = common::findings(&folder, "th");
        let of_drawing =
            found.iter().filter(|f| f["code"].as_str().is_some_and(|code| code.starts_with("drawing-")));
        of_drawing
            .map(|f| (f["code"].as_str().expect("a code").to_owned(), f["line"].as_u64().expect("a line")))
            .collect::<Vec<_>>()
    };
    let html = "<foreignObject width='90' height='30'><div>ขั้นที่หนึ่ง ประชุม</div></foreignObject>";
    let box_ = "<rect width='90' height='30' fill='none' stroke='black'/>";
    let lost = vec![("drawing-text-lost".to_owned(), 9)];
    assert_eq!(codes(&format!("{box_}{html}")), lost);
    assert_eq!(codes(html), lost, "not said twice");
    assert_eq!(codes(&format!("{box_}<switch>{html}<text>ขั้นที่หนึ่ง ประชุม</text></switch>")), []);
    let nothing = vec![("drawing-invisible".to_owned(), 9)];
    for content in [
        "",
        "<g opacity='0'><rect width='9' height='9'/></g>",
        "<rect width='9' height='9' display='none'/>",
        "<rect width='9' height='9' fill='none'/>",
        "<rect x='500' width='9' height='9'/>",
        "<rect width='9' height='9' fill='white'/>",
        "<rect width='9' height='9' fill='none' stroke='#FFFFFF'/><g><path d='M0 0h9v9z' fill='#fefefe'/></g>",
        "<defs><text>ร่าง</text></defs>",
    ] {
        assert_eq!(codes(content), nothing, "{content}");
    }
    for content in [
        box_,
        "<rect width='90' height='30' fill='white'/><rect width='9' height='9'/>",
        "<rect width='9' height='9' fill='white' stroke='#ddd'/>",
        "<text y='20'>แผนผัง</text>",
        "<defs><g id='a'><rect width='9' height='9'/></g></defs><use xlink:href='#a'/>",
    ] {
        assert_eq!(codes(content), [], "{content}");
    }
}

#[test]
fn a_photograph_may_have_anything_beside_it() {
    let folder = Folder::with_report(format!("{SMALLEST}{}", photo("photo.jpg")));
    let mut broken = jpeg(&scene(800, 600, 3), 1);
    let at = broken.windows(4).position(|part| part == b"II*\0").expect("its data");
    broken[at + 4] = 0xFF;
    broken.extend_from_slice(b"a film of three seconds");
    folder.write("photo.jpg", broken);
    folder.run(&["render", "report.toml"]).succeeded();
}

#[test]
fn photographs_have_numbers_captions_and_what_they_show() {
    let folder = Folder::new();
    folder.write("wide.png", png(&quarters(400, 300), 1));
    folder.write("high.png", png(&quarters(400, 300), 6));
    let text = format!(
        "{SMALLEST}[[photos]]\nfile = \"wide.png\"\ncaption = \"ประชุม ครั้งที่ 2\"\nalt = \"คนหกคน\"\nmeasure = 1\n\
         [[photos]]\nfile = \"high.png\"\n"
    );
    let loaded = load("report.toml", text.as_bytes(), &disk::Folder::new(&folder.path(".")));
    let view = ReportView::new(loaded.valid_report().expect("no errors"), None);
    let photos = view.photos.expect("photographs");
    assert_eq!(photos.heading, "ภาคผนวก ภาพกิจกรรม");
    assert_eq!(photos.rows.len(), 1);
    let [first, second] = &photos.rows.concat()[..] else { panic!("two photographs") };
    assert_eq!(first.caption, "ภาพที่ ๑ ประชุม ครั้งที่ ๒ (มาตรการที่ ๑)");
    assert_eq!((first.picture.width, first.picture.height), (77.5, 58.1));
    assert_eq!(first.picture.alt, "คนหกคน");
    assert_eq!((second.caption.as_str(), second.picture.alt.as_str()), ("ภาพที่ ๒", "ภาพที่ ๒"));
    assert_eq!((second.picture.width, second.picture.height), (58.1, 77.5), "turned");
}

#[test]
fn the_cover_has_logo_title_agency_and_year() {
    let folder = Folder::new();
    folder.write("logo.png", png(&quarters(300, 300), 1));
    let text = SMALLEST.replace(
        "[[measures]]",
        "logo = \"logo.png\"\ndistrict = \"บ้านใหม่\"\nprovince = \"จังหวัดลำปาง\"\n[layout]\ncover = true\ncontents = true\n[[measures]]",
    );
    let view = |text: &str| {
        let loaded = load("report.toml", text.as_bytes(), &disk::Folder::new(&folder.path(".")));
        ReportView::new(loaded.valid_report().unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)), None)
    };
    let cover = view(&text).cover.expect("a cover");
    let title = ["รายงานผลการดำเนินการ", "เพื่อส่งเสริมคุณธรรมและความโปร่งใส", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"];
    assert_eq!(cover.title, title);
    assert_eq!(cover.agency, ["เทศบาลตำบลบ้านใหม่", "อำเภอบ้านใหม่ จังหวัดลำปาง"]);
    let logo = cover.logo.expect("a logo");
    assert_eq!((logo.alt.as_str(), logo.height), ("ตราเทศบาลตำบลบ้านใหม่", 40.0));
    assert_eq!(view(&text).contents.expect("contents").heading, "สารบัญ");
    let own =
        text.replace("[layout]", "logo_alt = \"ตราวงกลม\"\n[text]\ntitle = \"รายงาน\\nของเรา\"\n[layout]");
    let cover = view(&own).cover.expect("a cover");
    assert_eq!(
        (cover.title, cover.logo.expect("a logo").alt.as_str()),
        (vec!["รายงาน".into(), "ของเรา".into()], "ตราวงกลม")
    );
    assert!(view(SMALLEST).cover.is_none() && view(SMALLEST).contents.is_none());
}
