//! The names of Thai provinces, districts and subdistricts.

use std::sync::LazyLock;

use fst::Set;

use super::run::Run;

/// The names that `build.rs` compiles from `data/lexicon/places.txt`, as codes of their letters.
static PLACES: LazyLock<Set<&'static [u8]>> = LazyLock::new(|| {
    Set::new(include_bytes!(concat!(env!("OUT_DIR"), "/places.fst")).as_slice()).expect("embedded names")
});

/// Whether a province, a district or a subdistrict has this name.
pub(super) fn contains(name: &str) -> bool {
    PLACES.contains(Run::at_start(name).codes())
}
