//! What a document is made for: reading on a screen, or printing and binding.

use std::str::FromStr;

use serde::Serialize;

/// What a document is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// The web: small files, links in colour.
    #[default]
    Web,
    /// Paper: two-sided pages with a binding margin, links in black. A document of several pages gets an even number of
    /// pages.
    Print,
}

/// The length of an inch, in millimetres.
pub const MILLIMETRES_PER_INCH: f64 = 25.4;

impl Profile {
    /// All profiles.
    pub const ALL: [Profile; 2] = [Profile::Web, Profile::Print];

    /// The profile's name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Profile::Web => "web",
            Profile::Print => "print",
        }
    }

    /// The resolution of pictures on the page, in dots per inch.
    pub fn dots_per_inch(self) -> f64 {
        match self {
            Profile::Web => 150.0,
            Profile::Print => 300.0,
        }
    }

    /// How many pixels a picture needs for a length in millimetres; at least one.
    pub fn pixels(self, millimetres: f64) -> u32 {
        (millimetres / MILLIMETRES_PER_INCH * self.dots_per_inch()).ceil().max(1.0) as u32
    }

    /// The JPEG quality of pictures, 1 to 100.
    pub fn jpeg_quality(self) -> u8 {
        match self {
            Profile::Web => 80,
            Profile::Print => 90,
        }
    }

    /// The most pixels that a picture needs for a length in millimetres under any profile.
    pub fn most_pixels(millimetres: f64) -> u32 {
        Profile::ALL.map(|profile| profile.pixels(millimetres)).into_iter().max().unwrap_or(1)
    }
}

impl FromStr for Profile {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Profile::ALL.into_iter().find(|profile| profile.name() == name).ok_or(())
    }
}
