//! The folder of `--format typst`: plain Typst, without this project's functions, sets it as the same pages.

mod common;

use std::path::PathBuf;

use common::{Folder, example};
use ita_report::Document;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

/// What `typst compile DIR/main.typ --font-path DIR/fonts` has: the standard library, a folder and the fonts in it.
struct Plain {
    folder: PathBuf,
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Plain {
    fn new(folder: PathBuf) -> Self {
        let entries = std::fs::read_dir(folder.join("fonts")).expect("fonts");
        let files = entries.map(|entry| std::fs::read(entry.expect("an entry").path()).expect("a file"));
        let fonts: Vec<Font> = files.flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect();
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Plain { folder, library: LazyHash::new(Library::default()), book, fonts }
    }

    fn read(&self, id: FileId) -> FileResult<Vec<u8>> {
        let path = self.folder.join(id.get().vpath().get_without_slash());
        std::fs::read(&path).map_err(|error| FileError::from_io(error, &path))
    }
}

impl World for Plain {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        let main = VirtualPath::new("/main.typ").expect("a path");
        RootedPath::new(VirtualRoot::Project, main).intern()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        Ok(Source::new(id, String::from_utf8(self.read(id)?).expect("UTF-8")))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.read(id).map(Bytes::new)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The pages of the folder's document as PNG, at the resolution of `--format png`.
fn pages(folder: PathBuf) -> Vec<Vec<u8>> {
    let world = Plain::new(folder);
    let document =
        typst::compile::<PagedDocument>(&world).output.unwrap_or_else(|errors| panic!("{errors:?}"));
    let options = RenderOptions { pixel_per_pt: 2.0.into(), render_bleed: false };
    let draw = |page| typst_render::render(page, &options).encode_png().expect("a picture");
    document.pages().iter().map(draw).collect()
}

#[test]
fn plain_typst_sets_the_same_pages() {
    let folder = Folder::with_report(include_str!("reports/pictures.toml"));
    folder.copy_pictures();
    folder.write("example.toml", example("muang-mu-2567.toml"));
    for (report, profile) in [("report", "print"), ("example", "web")] {
        let file = format!("{report}.toml");
        let render = |format: &str, output: &str| {
            let all = ["render", &file, "--document", "all", "--profile", profile];
            folder.run(&[&all[..], &["--format", format, "-o", output]].concat()).succeeded();
        };
        render("png", &format!("{report}.png"));
        render("typst", &format!("{report}-folder"));
        for document in Document::ALL.iter().map(|document| document.name()) {
            let pages = pages(folder.path(&format!("{report}-folder-{document}")));
            let own = |number: usize| format!("{report}-{document}-{number}.png");
            assert!(!folder.path(&own(pages.len() + 1)).exists(), "{report}, {document} has fewer pages");
            for (page, number) in pages.into_iter().zip(1..) {
                assert!(page == folder.read(&own(number)), "{report}, {document}, page {number}");
            }
        }
    }
}

#[test]
fn the_folder_has_what_is_needed_and_takes_changed_templates() {
    let folder = Folder::with_report(example("muang-mu-2567.toml"));
    folder.run(&["templates", "own"]).succeeded();
    let own = String::from_utf8(folder.read("own/memo.typ")).expect("UTF-8") + "// mine\n";
    std::fs::create_dir(folder.path("one")).expect("a folder");
    folder.write("one/memo.typ", &own);
    let render = ["render", "report.toml", "--document", "memo", "--format", "typst"];
    folder.run(&[&render[..], &["--templates", "one"]].concat()).succeeded();
    assert_eq!(folder.read("report-memo.typst/main.typ"), own.as_bytes());
    for file in ["data.json", "words.json", "common/words.typ", "fonts/OFL.txt"] {
        assert!(folder.path("report-memo.typst").join(file).exists(), "{file}");
    }
    // The folder of an earlier run is written over. Standard output cannot take a folder.
    folder.run(&render).succeeded();
    assert_ne!(folder.read("report-memo.typst/main.typ"), own.as_bytes());
    assert_eq!(folder.run(&[&render[..], &["-o", "-"]].concat()).code(), 2);
}

/// A user's own `words.typ` goes into the folder too, preceded by lookup functions that replace the native ones.
#[test]
fn a_changed_way_of_breaking_lines_is_in_the_folder() {
    let folder = Folder::with_report(example("muang-mu-2567.toml"));
    folder.run(&["templates", "all"]).succeeded();
    let own = String::from_utf8(folder.read("all/common/words.typ")).expect("UTF-8");
    std::fs::create_dir_all(folder.path("own/common")).expect("a folder");
    folder
        .write("own/common/words.typ", own.replace("thai-phrases(text, names)", "thai-breaks(text, names)"));
    let render = ["render", "report.toml", "--templates", "own", "--document", "memo", "--format"];
    folder.run(&[&render[..], &["png", "-o", "page.png"]].concat()).succeeded();
    folder.run(&[&render[..], &["typst", "-o", "folder"]].concat()).succeeded();
    assert!(pages(folder.path("folder")) == [folder.read("page-1.png")]);
}

#[test]
fn a_folder_of_the_users_own_is_not_written_over() {
    let folder = Folder::with_report(include_str!("reports/pictures.toml"));
    folder.copy_pictures();
    let render = |to: &[&str]| folder.run(&[&["render", "report.toml", "--format", "typst"], to].concat());
    std::fs::create_dir(folder.path("mine")).expect("a folder");
    folder.write("mine/main.typ", "mine");
    folder.write("mine/words.json", "{}");
    for output in ["mine", "."] {
        let run = render(&["-o", output]);
        assert!(run.code() == 2 && run.stderr().contains(output), "{}", run.stderr());
    }
    assert_eq!((folder.read("mine/main.typ"), folder.names().len()), (b"mine".to_vec(), 3));
    // The folder of an earlier document is written over, but other files in it stay.
    render(&["-o", "out"]).succeeded();
    folder.write("out/pictures/mine.jpg", "mine");
    render(&["-o", "out"]).succeeded();
    assert_eq!(folder.read("out/pictures/mine.jpg"), b"mine");
    // A picture that the report uses must not be written over by its prepared version.
    folder.write("out/report.toml", folder.read("report.toml"));
    for entry in std::fs::read_dir(folder.path("pictures")).expect("pictures") {
        let path = entry.expect("an entry").path();
        let copy = folder.path("out/pictures").join(path.file_name().expect("a name"));
        std::fs::copy(&path, copy).expect("a copy");
    }
    let logo = folder.read("out/pictures/logo.svg");
    assert_eq!(folder.run(&["render", "out/report.toml", "--format", "typst", "-o", "out"]).code(), 2);
    assert_eq!(folder.read("out/pictures/logo.svg"), logo);
    // Templates that are in use must not be written over either.
    folder.run(&["templates", "own"]).succeeded();
    let run = folder.run(&["render", "report.toml", "--templates", "own", "-o", "own/memo.typ"]);
    assert_eq!(run.code(), 2, "{}", run.stderr());
}
