//! The engine as other front ends use it: with files in memory, on several threads, without the command.

mod common;
#[path = "../examples/two_threads.rs"]
#[allow(dead_code)]
mod two_threads;

use common::{Folder, SMALLEST};
use ita_report::export::OutputKind;
use ita_report::files::{Bytes, FileFault, Files, MemoryFiles};
use ita_report::report::Report;
use ita_report::typeset::{Memory, Templates};
use ita_report::{Document, Engine, Format, Profile, disk};

#[test]
fn engines_and_reports_can_be_shared_by_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Engine>();
    shared::<Report>();
    shared::<MemoryFiles>();
    shared::<disk::Folder>();
}

/// `examples/two_threads.rs` makes each document twice at the same time, with the same bytes as the command.
#[test]
fn a_second_front_end_makes_the_same_documents() {
    for (name, text) in [
        ("example", common::example("muang-mu-2567.toml")),
        ("pictures", include_str!("reports/pictures.toml").to_owned()),
    ] {
        let folder = Folder::with_report(&text);
        folder.copy_pictures();
        folder.run(&["render", "report.toml", "--document", "all", "-o", "command.pdf"]).succeeded();
        let mut files = MemoryFiles::new();
        for entry in std::fs::read_dir(folder.path("pictures")).expect("a folder") {
            let name = format!("pictures/{}", entry.expect("an entry").file_name().display());
            files.insert(&name, folder.read(&name)).expect("a plain name");
        }
        for made in two_threads::make_twice(text.as_bytes(), &files) {
            let made = made.expect("documents");
            assert_eq!(made.len(), Document::ALL.len());
            for (document, pdf) in made {
                assert!(folder.read(&format!("command-{document}")) == pdf, "{name}, {document}");
            }
        }
    }
}

/// Files in memory that record the name of each file read.
struct Counted<'f> {
    files: &'f MemoryFiles,
    reads: std::cell::RefCell<Vec<String>>,
}

impl Files for Counted<'_> {
    fn read(&self, name: &str) -> Result<Bytes, FileFault> {
        self.reads.borrow_mut().push(name.to_owned());
        self.files.read(name)
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, FileFault> {
        self.files.list(folder)
    }
}

#[test]
fn a_picture_is_read_once_and_its_file_may_change_afterwards() {
    let photo = common::camera::jpeg(&common::camera::scene(900, 600, 1), 6);
    let mut files = MemoryFiles::new();
    files.insert("photos/meeting.jpg", photo.clone()).expect("a plain name");
    let counted = Counted { files: &files, reads: Default::default() };
    let text = format!("{SMALLEST}[[photos]]\nfile = \"photos/meeting.jpg\"\ncaption = \"ประชุม\"\n");
    let engine = Engine::new();
    let loaded = engine.load("report.toml", text.as_bytes(), &counted);
    assert_eq!(*counted.reads.borrow(), ["photos/meeting.jpg"]);
    let report = loaded.valid_report().expect("a report without errors");
    let picture = &report.photos[0].file.picture;
    assert_eq!((picture.size().width, picture.size().height), (600.0, 900.0), "upright");
    assert_eq!(&**picture.bytes(), photo.as_slice());

    // The same on disk, where the file changes between loading the report and making the document.
    let folder = Folder::with_report(&text);
    std::fs::create_dir(folder.path("photos")).expect("a folder");
    folder.write("photos/meeting.jpg", &photo);
    let on_disk = disk::Folder::new(&folder.path(""));
    let again = engine.load("report.toml", text.as_bytes(), &on_disk);
    folder.write("photos/meeting.jpg", "no picture any more");
    let again = again.valid_report().expect("a report without errors");
    assert_eq!(again.photos[0].file.picture.hash(), picture.hash());
    let pdf = |report| {
        let made = engine.make(report, Document::Report, Format::Pdf, Profile::Web).expect("a document");
        made.files.into_iter().next().expect("a file").bytes
    };
    assert!(pdf(again) == pdf(report));
    // The folder keeps the bytes that it read, and knows each file by its canonical path.
    assert_eq!(on_disk.read("photos/meeting.jpg").as_deref(), Ok(photo.as_slice()));
    let real = folder.path("photos/meeting.jpg").canonicalize().expect("the file");
    assert_eq!(on_disk.read_files(), [real]);
}

#[test]
fn two_pictures_that_differ_have_two_hashes() {
    let files: Vec<String> = (1..=3).map(|number| format!("{number}.png")).collect();
    let mut memory = MemoryFiles::new();
    for (number, name) in (1..).zip(&files) {
        let bytes = common::camera::png(&common::camera::scene(300, 200, number % 2 + 1), 1);
        memory.insert(name, bytes).expect("a plain name");
    }
    let photos: String = files.iter().map(|name| format!("[[photos]]\nfile = \"{name}\"\n")).collect();
    let engine = Engine::new();
    let loaded = engine.load("report.toml", format!("{SMALLEST}{photos}").as_bytes(), &memory);
    let report = loaded.valid_report().expect("a report without errors");
    let hashes: Vec<u128> = report.photos.iter().map(|photo| photo.file.picture.hash()).collect();
    assert!(hashes[0] == hashes[2] && hashes[0] != hashes[1]);
    // The document contains the two equal ones only once.
    let made = engine.make(report, Document::Report, Format::Typst, Profile::Web).expect("a document");
    let pictures: Vec<&str> =
        made.files.iter().map(|file| &*file.name).filter(|name| name.starts_with("pictures/")).collect();
    assert_eq!(pictures, ["pictures/photo-1.jpg", "pictures/photo-2.jpg"]);
}

/// Each format has its own file names, and the files do not depend on what the cache holds.
#[test]
fn documents_are_values_whatever_is_remembered() {
    let text = common::example("muang-mu-2567.toml");
    let make = |engine: &Engine, format| -> Vec<(String, Vec<u8>)> {
        let loaded = engine.load("report.toml", text.as_bytes(), &MemoryFiles::new());
        let report = loaded.valid_report().expect("a report without errors");
        let made = engine.make(report, Document::Plan, format, Profile::Web).expect("a document");
        assert!(made.page_count > 1 && made.warnings.is_empty());
        made.files.into_iter().map(|file| (file.name, file.bytes)).collect()
    };
    for format in Format::ALL {
        let everything = make(&Engine::new(), *format);
        for memory in [Memory::Recent(0), Memory::Recent(2)] {
            let engine = Engine::new().with_memory(memory);
            // The second document of one thread evicts while the other thread makes its own.
            let twice = || [make(&engine, *format), make(&engine, *format)];
            let made = std::thread::scope(|scope| {
                [scope.spawn(twice), scope.spawn(twice)]
                    .map(|thread| thread.join().expect("no thread panics"))
            });
            assert!(made.iter().flatten().all(|files| *files == everything), "{format:?} with {memory:?}");
        }
        let name = match format.output() {
            OutputKind::File => format!("plan.{}", format.name()),
            OutputKind::FilePerPage => format!("plan-1.{}", format.name()),
            OutputKind::Folder => "main.typ".to_owned(),
        };
        assert!(everything.iter().any(|file| file.0 == name), "{name}");
    }
}

/// A user's `lengths.toml` applies to the templates and to the computed column widths alike.
#[test]
fn columns_are_computed_for_the_page_that_a_users_lengths_make() {
    let lengths = Templates::embedded().find(|(path, _)| *path == "common/lengths.toml").expect("lengths").1;
    let folder = Folder::with_report(common::example("muang-mu-2567.toml"));
    std::fs::create_dir_all(folder.path("own/common")).expect("a folder");
    let render = |lengths: &str| {
        folder.write("own/common/lengths.toml", lengths);
        folder.run(&["render", "report.toml", "--templates", "own", "--format", "typst", "-o", "out"])
    };
    let widths = || -> Vec<u64> {
        let words: serde_json::Value = serde_json::from_slice(&folder.read("out/words.json")).expect("JSON");
        let tables = words.as_object().expect("results").iter().filter(|(key, _)| key.starts_with("table:"));
        let table = tables.map(|(_, table)| table).next().expect("a table");
        table["widths"].as_array().expect("widths").iter().filter_map(|width| width.as_u64()).collect()
    };
    render(lengths).succeeded();
    let usual = widths();
    assert_eq!(usual.iter().sum::<u64>(), 700, "29.7 cm less 5 cm");
    render(&lengths.replacen("left = 30\nright = 20", "left = 45\nright = 35", 1)).succeeded();
    assert_eq!(widths().iter().sum::<u64>(), 615, "29.7 cm less 8 cm");
    assert_eq!(folder.read("out/common/lengths.toml").len(), lengths.len());
    // More padding leaves less room for the text of cells, so the widths change.
    render(&lengths.replacen("\nside = 4", "\nside = 8", 1)).succeeded();
    assert!(widths() != usual && widths().iter().sum::<u64>() == 700);
    // A file of lengths that cannot be used is an error at its place, in both languages.
    let line = 1 + lengths[..lengths.find("left = 30").expect("a margin")].matches('\n').count();
    for (to, column, thai, english) in [
        ("lfet = 30", 1, "ต้องการเขียน “left”", "did you mean `left`"),
        ("left = 30000", 8, "อยู่ระหว่าง 0 ถึง 300", "from 0 to 300"),
        ("left = \"3cm\"", 8, "ต้องเป็นตัวเลข", "must be a number"),
    ] {
        for (language, message) in [("th", thai), ("en", english)] {
            folder.write("own/common/lengths.toml", lengths.replacen("left = 30", to, 1));
            let run = folder.run(&["render", "report.toml", "--templates", "own", "--lang", language]);
            let place = format!("own/common/lengths.toml:{line}:{column}");
            let shown = run.stderr();
            assert!(run.code() == 2 && shown.contains(&place) && shown.contains(message), "{shown}");
        }
    }
    let run = render(&lengths.replacen("left = 30", "left = 250", 1));
    assert!(run.code() == 2 && run.stderr().contains("ขอบเหล่านี้"), "{}", run.stderr());
}
