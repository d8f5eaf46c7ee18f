//! What a document is made for: to be read from a screen, or to be printed and bound.

use serde::Serialize;

/// What a document is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// The web: small files, links that are seen as such.
    #[default]
    Web,
    /// Paper: two-sided with a binding margin, in black alone, pages even in number.
    Print,
}

impl Profile {
    /// Resolution of pictures at the size they are set.
    pub fn dots_per_inch(self) -> f64 {
        match self {
            Profile::Web => 150.0,
            Profile::Print => 300.0,
        }
    }

    /// Quality of their JPEG, 1 to 100.
    pub fn jpeg_quality(self) -> u8 {
        match self {
            Profile::Web => 80,
            Profile::Print => 90,
        }
    }
}
