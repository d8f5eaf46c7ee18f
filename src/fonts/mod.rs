//! Fonts: the embedded family, or one of a user's own. What a family lacks for a Thai document is found here, before
//! anything is set. Knows nothing of reports, nor of what sets them.

mod face;

use std::sync::{Arc, LazyLock};

use usvg::fontdb::{Database, FaceInfo, Source, Style};

use crate::files::Bytes;
use crate::thai::characters::{is_invisible, is_private_use};

pub use face::{Face, FontData};

/// The family that documents are set in unless the report names another.
const EMBEDDED_FAMILY: &str = "TH SarabunPSK";

/// Font files; origin and licence of each in `fonts/README.md`.
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

/// Weights of fonts, 100 to 900.
const REGULAR: u16 = 400;
const SEMIBOLD: u16 = 600;
const BOLD: u16 = 700;

/// A family of fonts.
#[derive(Debug)]
pub struct Fonts {
    family: String,
    /// All faces of the family, in the order of their files.
    faces: Vec<Face>,
    /// Which of them is taken for the regular and which for the bold weight.
    regular: usize,
    bold: usize,
    /// The same faces as those who draw the letters of drawings take them.
    database: Arc<Database>,
    embedded: bool,
}

/// What is wrong with the fonts that a report asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FontFault {
    /// A file is no font.
    Broken {
        /// The file's name.
        name: String,
    },
    /// No font is of the family that is asked for.
    Missing {
        /// The families that there are.
        found: Vec<String>,
    },
    /// A character that every document needs is not in the family.
    Lacks(char),
    /// No font of the family is bold.
    WithoutBold,
    /// No font of the family is regular.
    WithoutRegular,
}

impl Fonts {
    /// The embedded family.
    pub fn embedded() -> Arc<Self> {
        EMBEDDED_FONTS.clone()
    }

    /// The family of that name, of a user's files (names and bytes) or embedded. Without a family of that name: the
    /// embedded one.
    pub fn choose(family: &str, files: &[(String, Bytes)]) -> (Arc<Self>, Vec<FontFault>) {
        let (mut database, mut faults) = read(files);
        // The user's files come first, so that they win over an embedded family of the same name.
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

    /// The families that a user's files are of, and what is wrong with the files.
    pub fn families_of(files: &[(String, Bytes)]) -> (Vec<String>, Vec<FontFault>) {
        let (database, faults) = read(files);
        (families(&database), faults)
    }

    /// The fonts of a family, if there are any.
    fn of_family(family: &str, mut database: Database) -> Option<Self> {
        let named = |face: &FaceInfo| {
            face.families.iter().any(|(name, _)| name.to_lowercase() == family.to_lowercase())
        };
        let others: Vec<_> = database.faces().filter(|face| !named(face)).map(|face| face.id).collect();
        others.into_iter().for_each(|id| database.remove_face(id));
        // What a drawing asks for and what is not there is taken from the last of the generic families.
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

    /// What the family lacks for a Thai document.
    fn faults(&self) -> Vec<FontFault> {
        // One message says that the font is not one for Thai.
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

    /// The family's name, as it was asked for.
    pub fn family(&self) -> &str {
        &self.family
    }

    /// Whether it is the embedded family.
    pub fn is_embedded(&self) -> bool {
        self.embedded
    }

    /// All faces of the family.
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// The face that text is set in.
    pub fn regular(&self) -> &Face {
        &self.faces[self.regular]
    }

    /// The face that headings are set in.
    pub fn bold(&self) -> &Face {
        &self.faces[self.bold]
    }

    /// Whether a character that is set has no glyph in one of the weights used.
    pub fn lacks(&self, c: char) -> bool {
        let is_set = !(is_invisible(c) || is_private_use(c) || c.is_control());
        is_set && !(self.regular().has(c) && self.bold().has(c))
    }

    /// The family for those who draw the letters of drawings.
    pub(crate) fn database(&self) -> Arc<Database> {
        self.database.clone()
    }
}

/// The faces of a user's files, and the files that have none.
fn read(files: &[(String, Bytes)]) -> (Database, Vec<FontFault>) {
    let (mut database, mut faults) = (Database::new(), Vec::new());
    for (name, bytes) in files {
        let ids = database.load_font_source(Source::Binary(Arc::new(bytes.clone())));
        let broken: Vec<_> =
            ids.iter().filter(|id| database.face(**id).and_then(Face::new).is_none()).copied().collect();
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

/// The names of the families, each once, in order.
fn families(database: &Database) -> Vec<String> {
    let mut names: Vec<String> =
        database.faces().filter_map(|face| Some(face.families.first()?.0.clone())).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The face that is nearest to a weight, upright ones before slanted ones, of neither narrow nor wide letters.
fn closest(faces: &[Face], weight: u16) -> Option<usize> {
    let distance = |face: &Face| {
        let slanted = face.style != Style::Normal;
        (slanted, face.stretch.abs_diff(NORMAL_STRETCH), face.weight.abs_diff(weight))
    };
    (0..faces.len()).min_by_key(|index| distance(&faces[*index]))
}

/// The width of letters that are neither narrow nor wide, of 1 to 9.
const NORMAL_STRETCH: u16 = 5;

/// The characters that every document needs: Thai letters, vowels and tones, digits of both kinds, Latin letters
/// and the signs of the official wording.
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
