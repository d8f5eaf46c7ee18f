//! Looks a name up in the gazetteer: as it is, elsewhere, or with few typos.

use strsim::generic_damerau_levenshtein;

use crate::check::words::WORDS;
use crate::thai::gazetteer::{self, District, districts, provinces};

/// What the gazetteer has of a name.
pub(super) enum Lookup {
    Known(&'static str),
    /// Places that lie elsewhere have this name, in these provinces.
    Elsewhere(Vec<&'static str>),
    /// Nothing has this name, but these are nearly the same, and whether nothing else can be meant.
    Near(Vec<&'static str>, bool),
    Unknown,
}

impl Lookup {
    pub fn is_known(&self) -> bool {
        matches!(self, Lookup::Known(_))
    }

    /// The one place that is meant, as far as can be told.
    pub fn only(self) -> Option<&'static str> {
        match self {
            Lookup::Known(name) => Some(name),
            Lookup::Near(names, _) if names.len() == 1 => names.first().copied(),
            _ => None,
        }
    }

    /// What is nearly the same as `name` among these.
    pub fn near(name: &str, known: impl Iterator<Item = &'static str>, most: usize) -> Self {
        let (names, typos) = nearest(name, known, most);
        if names.is_empty() {
            return Lookup::Unknown;
        }
        let is_certain = names.len() == 1 && typos == 1 && !gazetteer::contains(name);
        Lookup::Near(names, is_certain)
    }
}

pub(super) fn province(name: &str) -> Lookup {
    let name = WORDS.places.provinces.get(name).map_or(name, String::as_str);
    match provinces().find(|known| *known == name) {
        Some(known) => Lookup::Known(known),
        // There are so few that two typos still tell which one is meant.
        None if name.chars().count() >= 7 => Lookup::near(name, provinces(), 2),
        None => Lookup::near(name, provinces(), typos(name)),
    }
}

pub(super) fn district(name: &str, province: Option<&'static str>) -> Lookup {
    let Some(province) = province else {
        return match districts().iter().find(|district| district.name == name) {
            Some(known) => Lookup::Known(known.name),
            // So many names have one by chance that is like a short one.
            None if name.chars().count() < 6 => Lookup::Unknown,
            None => Lookup::near(name, districts().iter().map(|district| district.name), 1),
        };
    };
    let own = || districts_of(province).map(|district| district.name);
    // The district of the seat is called by the name of the province, with or without เมือง.
    let is_seat = |known: &str| known.strip_prefix("เมือง") == Some(province);
    if let Some(known) = own()
        .find(|known| *known == name || is_seat(known) && WORDS.places.seat.iter().any(|seat| seat == name))
    {
        return Lookup::Known(known);
    }
    if WORDS.places.seat.iter().any(|seat| seat == name) {
        return Lookup::Unknown;
    }
    if name == province {
        let seat: Vec<&'static str> = own().filter(|known| is_seat(known)).collect();
        return if seat.is_empty() { Lookup::Unknown } else { Lookup::Near(seat, false) };
    }
    let elsewhere: Vec<&'static str> = districts()
        .iter()
        .filter(|district| district.name == name)
        .map(|district| district.province)
        .collect();
    match elsewhere.is_empty() {
        true => Lookup::near(name, own(), typos(name)),
        false => Lookup::Elsewhere(elsewhere),
    }
}

pub(super) fn districts_of(province: &str) -> impl Iterator<Item = &'static District> {
    districts().iter().filter(move |district| district.province == province)
}

/// The most typos that a name of this length can have. With more, it is another name.
pub(super) fn typos(name: &str) -> usize {
    match name.chars().count() {
        0..=2 => 0,
        3..=11 => 1,
        _ => 2,
    }
}

/// The names with the fewest typos, at least one and at most `most`, and how many these are. None if more than two are equally
/// near: then nothing is known.
pub(super) fn nearest(
    name: &str,
    known: impl Iterator<Item = &'static str>,
    most: usize,
) -> (Vec<&'static str>, usize) {
    let (mut found, mut fewest) = (Vec::new(), most);
    let name = Letters::of(name);
    for known in known {
        let Some(typos) = name.typos(&Letters::of(known), most) else { continue };
        if typos < fewest {
            (found, fewest) = (Vec::new(), typos);
        }
        if typos == fewest && !found.contains(&known) {
            found.push(known);
        }
    }
    if found.len() > 2 || fewest == 0 {
        found.clear();
    }
    (found, fewest)
}

/// The letters of a name, as they are typed, and with each silent letter and its mark as one: who forgets it forgets both.
struct Letters {
    typed: Vec<char>,
    spoken: Vec<char>,
}

impl Letters {
    fn of(name: &str) -> Self {
        let mut spoken = Vec::new();
        for c in name.chars() {
            match spoken.last_mut() {
                // Any character that no name has, another one for each letter.
                Some(last) if c == '์' => *last = char::from_u32(u32::from(*last) + 0x1000).unwrap_or(c),
                _ => spoken.push(c),
            }
        }
        Letters { typed: name.chars().collect(), spoken }
    }

    /// The number of letters that are wrong, missing, added or swapped with their neighbour. `None` if it is above `most`.
    fn typos(&self, other: &Self, most: usize) -> Option<usize> {
        let distance = |own: &[char], other: &[char]| match own.len().abs_diff(other.len()) > most {
            true => None,
            false => Some(generic_damerau_levenshtein(own, other)),
        };
        let typos = [distance(&self.typed, &other.typed), distance(&self.spoken, &other.spoken)];
        typos.into_iter().flatten().min().filter(|typos| *typos <= most)
    }
}
