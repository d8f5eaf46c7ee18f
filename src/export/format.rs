//! The formats that documents are made in.

use std::str::FromStr;

/// A format that documents are made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// One PDF.
    #[default]
    Pdf,
    /// A picture of each page.
    Png,
    /// A drawing of each page.
    Svg,
    /// A folder that plain Typst sets.
    Typst,
}

/// What a document of some format is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutputKind {
    /// One file.
    File,
    /// A file for each page.
    FilePerPage,
    /// A folder of files.
    Folder,
}

impl Format {
    /// All of them.
    pub const ALL: &[Format] = &[Format::Pdf, Format::Png, Format::Svg, Format::Typst];

    /// As it is asked for, which is the ending of its files too.
    pub fn name(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Png => "png",
            Format::Svg => "svg",
            Format::Typst => "typst",
        }
    }

    /// What a document is written to.
    pub fn output(self) -> OutputKind {
        match self {
            Format::Pdf => OutputKind::File,
            Format::Png | Format::Svg => OutputKind::FilePerPage,
            Format::Typst => OutputKind::Folder,
        }
    }
}

impl FromStr for Format {
    type Err = ();

    /// Reads a format's name, in letters of either case.
    fn from_str(name: &str) -> Result<Self, ()> {
        Format::ALL.iter().find(|format| format.name().eq_ignore_ascii_case(name)).copied().ok_or(())
    }
}
