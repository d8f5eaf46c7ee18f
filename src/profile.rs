//! What a document is made for: to be read from a screen, or to be printed and bound.

use serde::Serialize;

/// What a document is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// The web: small files, links that are seen as such.
    #[default]
    Web,
    /// Paper: two-sided with a binding margin, in black alone, pages even in number.
    Print,
}

const MILLIMETRES_PER_INCH: f64 = 25.4;

impl Profile {
    /// All of them.
    pub const ALL: [Profile; 2] = [Profile::Web, Profile::Print];

    /// As it is asked for.
    pub fn name(self) -> &'static str {
        match self {
            Profile::Web => "web",
            Profile::Print => "print",
        }
    }

    /// Resolution of pictures at the size that they are set at.
    pub fn dots_per_inch(self) -> f64 {
        match self {
            Profile::Web => 150.0,
            Profile::Print => 300.0,
        }
    }

    /// How many pixels of a picture are needed for a length in millimetres, one at least.
    pub fn pixels(self, millimetres: f64) -> u32 {
        (millimetres / MILLIMETRES_PER_INCH * self.dots_per_inch()).ceil().max(1.0) as u32
    }

    /// Quality of the JPEG of pictures, 1 to 100.
    pub fn jpeg_quality(self) -> u8 {
        match self {
            Profile::Web => 80,
            Profile::Print => 90,
        }
    }

    /// How many pixels of a picture any document needs for a length in millimetres.
    pub fn most_pixels(millimetres: f64) -> u32 {
        Profile::ALL.map(|profile| profile.pixels(millimetres)).into_iter().max().unwrap_or(1)
    }
}
