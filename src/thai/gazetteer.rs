//! The names of Thai provinces, districts and subdistricts, and which lies in which.

use std::sync::LazyLock;

use fst::Set;

use super::run::Run;

/// The names that `build.rs` compiles from `data/lexicon/places.txt`, as codes of their letters.
static NAMES: LazyLock<Set<&'static [u8]>> = LazyLock::new(|| {
    Set::new(include_bytes!(concat!(env!("OUT_DIR"), "/places.fst")).as_slice()).expect("embedded names")
});

/// A line of it is a province, or, behind a tab, a district and its subdistricts.
static PLACES: &str = include_str!("../../data/lexicon/places.txt");

static DISTRICTS: LazyLock<Vec<District>> = LazyLock::new(|| {
    let mut province = "";
    let mut districts = Vec::new();
    for line in PLACES.lines() {
        match line.strip_prefix('\t') {
            None => province = line,
            Some(district) => {
                let (name, subdistricts) = district.split_once('\t').unwrap_or((district, ""));
                districts.push(District { province, name, subdistricts });
            }
        }
    }
    districts
});

/// The province of which the districts are called เขต and the subdistricts แขวง.
pub const BANGKOK: &str = "กรุงเทพมหานคร";

/// A district (อำเภอ or เขต).
#[derive(Debug, PartialEq, Eq)]
pub struct District {
    /// The province in which it lies.
    pub province: &'static str,
    /// Its name, without อำเภอ or เขต.
    pub name: &'static str,
    subdistricts: &'static str,
}

impl District {
    /// Its subdistricts (ตำบล or แขวง).
    pub fn subdistricts(&self) -> impl Iterator<Item = &'static str> {
        self.subdistricts.split('\t')
    }
}

/// All districts, in the order of their provinces.
pub fn districts() -> &'static [District] {
    &DISTRICTS
}

/// All provinces.
pub fn provinces() -> impl Iterator<Item = &'static str> {
    PLACES.lines().filter(|line| !line.starts_with('\t'))
}

/// Whether a province, a district or a subdistrict has this name.
pub fn contains(name: &str) -> bool {
    NAMES.contains(Run::at_start(name).codes())
}
