//! Fonts: the embedded family or the user's own. This module finds out what a family lacks for a Thai document before
//! typesetting starts. It knows nothing about reports or typesetting.

mod face;

use std::sync::{Arc, LazyLock};

use usvg::fontdb::{Database, FaceInfo, Source, Style};

use crate::files::Bytes;
use crate::thai::characters::{is_invisible, is_private_use};

pub use face::{Face, FontData, widths};

/// The family that documents use unless the report names another.
const EMBEDDED_FAMILY: &str = "TH SarabunPSK";

/// The embedded font files. `fonts/README.md` gives their origin and licence.
const EMBEDDED: [&[u8]; 2] = [
    include_bytes!("../../fonts/THSarabunPSK-Regular.ttf"),
    include_bytes!("../../fonts/THSarabunPSK-Bold.ttf"),
];

/// The licence of the embedded fonts.
pub const EMBEDDED_LICENCE: &str = include_str!("../../fonts/OFL.txt");

static EMBEDDED_FONTS: LazyLock<Arc<Fonts>> = LazyLock::new(|| {
    let fonts = Fonts::of_family(EMBEDDED_FAMILY, embedded_database());
    Arc::new(Fonts { embedded: true, ..fonts.expect("the embedded fonts are of the embedded family") })
});

/// Font weights, on the scale from 100 to 900.
const REGULAR: u16 = 400;
const SEMIBOLD: u16 = 600;
const BOLD: u16 = 700;

/// A font family.
#[derive(Debug)]
pub struct Fonts {
    family: String,
    /// All faces of the family, in the order of their files.
    faces: Vec<Face>,
    /// The indices of the faces that are used as regular and as bold.
    regular: usize,
    bold: usize,
    /// The same faces, in the form that `usvg` needs to draw the text of SVG drawings.
    database: Arc<Database>,
    embedded: bool,
}

/// What is wrong with the fonts that a report asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FontFault {
    /// A file contains no readable font.
    Broken {
        /// The file's name.
        name: String,
    },
    /// No font belongs to the family that the report names.
    Missing {
        /// The names of the families that are available.
        found: Vec<String>,
    },
    /// The family lacks a character that every document needs.
    Lacks(char),
    /// The family has no bold font.
    WithoutBold,
    /// The family has no regular font.
    WithoutRegular,
}

impl Fonts {
    /// The embedded family.
    pub fn embedded() -> Arc<Self> {
        EMBEDDED_FONTS.clone()
    }

    /// Finds a family by name among a user's files (names and contents) and the embedded fonts. Falls back to the
    /// embedded family if there is none of that name. Also returns everything that is wrong with the files and the
    /// family.
    pub fn choose(family: &str, files: &[(String, Bytes)]) -> (Arc<Self>, Vec<FontFault>) {
        let (mut database, mut faults) = read(files);
        // The user's files come first, so that they take precedence over an embedded family of the same name.
        add_embedded(&mut database);
        let found = families(&database);
        match Fonts::of_family(family, database) {
            Some(fonts) => {
                faults.extend(fonts.faults());
                (Arc::new(fonts), faults)
            }
            None => {
                faults.push(FontFault::Missing { found });
                (Fonts::embedded(), faults)
            }
        }
    }

    /// The names of the families in a user's files (names and contents), and everything that is wrong with the files.
    pub fn families_of(files: &[(String, Bytes)]) -> (Vec<String>, Vec<FontFault>) {
        let (database, faults) = read(files);
        (families(&database), faults)
    }

    /// The fonts of a family. `None` if the database contains none of that name. Ignores case.
    fn of_family(family: &str, mut database: Database) -> Option<Self> {
        let named = |face: &FaceInfo| {
            face.families.iter().any(|(name, _)| name.to_lowercase() == family.to_lowercase())
        };
        let others: Vec<_> = database.faces().filter(|face| !named(face)).map(|face| face.id).collect();
        others.into_iter().for_each(|id| database.remove_face(id));
        // If a drawing names a font that is not in the database, `usvg` falls back to the generic serif family.
        let name = database.faces().next()?.families.first()?.0.clone();
        database.set_serif_family(name);
        let faces: Vec<Face> = database.faces().filter_map(Face::new).collect();
        Some(Fonts {
            family: family.to_owned(),
            regular: closest(&faces, REGULAR)?,
            bold: closest(&faces, BOLD)?,
            faces,
            database: Arc::new(database),
            embedded: false,
        })
    }

    /// Everything that the family lacks for a Thai document.
    fn faults(&self) -> Vec<FontFault> {
        // One missing character is enough to say that the font does not support Thai.
        if let Some(c) = needed().find(|&c| self.lacks(c)) {
            return vec![FontFault::Lacks(c)];
        }
        let mut faults = Vec::new();
        if self.bold().weight < SEMIBOLD {
            faults.push(FontFault::WithoutBold);
        }
        if self.regular().weight >= SEMIBOLD {
            faults.push(FontFault::WithoutRegular);
        }
        faults
    }

    /// The family's name, as given to [`Fonts::choose`].
    pub fn family(&self) -> &str {
        &self.family
    }

    /// Whether this is the embedded family.
    pub fn is_embedded(&self) -> bool {
        self.embedded
    }

    /// All faces of the family.
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// The face for text.
    pub fn regular(&self) -> &Face {
        &self.faces[self.regular]
    }

    /// The face for headings.
    pub fn bold(&self) -> &Face {
        &self.faces[self.bold]
    }

    /// Whether the regular or the bold face lacks a glyph for a character. `false` for invisible, private-use and
    /// control characters, which are not set.
    pub fn lacks(&self, c: char) -> bool {
        let is_set = !(is_invisible(c) || is_private_use(c) || c.is_control());
        is_set && !(self.regular().has(c) && self.bold().has(c))
    }

    /// The family in the form that `usvg` needs to draw the text of SVG drawings.
    pub(crate) fn database(&self) -> Arc<Database> {
        self.database.clone()
    }
}

/// Reads the faces of a user's files. Reports each file that contains no face that can be used.
fn read(files: &[(String, Bytes)]) -> (Database, Vec<FontFault>) {
    let (mut database, mut faults) = (Database::new(), Vec::new());
    for (name, bytes) in files {
        let ids = database.load_font_source(Source::Binary(Arc::new(bytes.clone())));
        let is_whole = |id| database.face(id).and_then(Face::new).is_some_and(|face| face.is_whole());
        let broken: Vec<_> = ids.iter().copied().filter(|id| !is_whole(*id)).collect();
        if broken.len() == ids.len() {
            faults.push(FontFault::Broken { name: name.clone() });
        }
        broken.into_iter().for_each(|id| database.remove_face(id));
    }
    (database, faults)
}

fn embedded_database() -> Database {
    let mut database = Database::new();
    add_embedded(&mut database);
    database
}

fn add_embedded(database: &mut Database) {
    for bytes in EMBEDDED {
        database.load_font_source(Source::Binary(Arc::new(bytes)));
    }
}

/// The names of all families, sorted and without duplicates.
fn families(database: &Database) -> Vec<String> {
    let mut names: Vec<String> =
        database.faces().filter_map(|face| Some(face.families.first()?.0.clone())).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The index of the face nearest to a weight. Upright faces come before slanted ones, then faces of normal width before
/// narrower and wider ones. `None` if there are no faces.
fn closest(faces: &[Face], weight: u16) -> Option<usize> {
    let distance = |face: &Face| {
        let slanted = face.style != Style::Normal;
        (slanted, face.stretch.abs_diff(NORMAL_STRETCH), face.weight.abs_diff(weight))
    };
    (0..faces.len()).min_by_key(|index| distance(&faces[*index]))
}

/// The width class of faces that are neither narrow nor wide, on the scale from 1 to 9.
const NORMAL_STRETCH: u16 = 5;

/// The characters that every document needs: Thai letters, vowels and marks, Thai and Arabic digits, Latin letters, and
/// the punctuation of the official wording.
fn needed() -> impl Iterator<Item = char> {
    ('ก'..='ฮ')
        .chain('ะ'..='\u{E39}')
        .chain('เ'..='\u{E4D}')
        .chain('๐'..='๙')
        .chain('0'..='9')
        .chain('A'..='Z')
        .chain('a'..='z')
        .chain(" -/.,()=:“”".chars())
}
