//! The output formats of documents.

use std::str::FromStr;

/// An output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// One PDF.
    #[default]
    Pdf,
    /// A PNG picture of each page.
    Png,
    /// An SVG drawing of each page.
    Svg,
    /// A folder of sources that plain Typst can set.
    Typst,
}

/// What a document is written to, depending on its format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutputKind {
    /// One file.
    File,
    /// One file per page.
    FilePerPage,
    /// A folder of files.
    Folder,
}

impl Format {
    /// All formats.
    pub const ALL: &[Format] = &[Format::Pdf, Format::Png, Format::Svg, Format::Typst];

    /// The format's name on the command line, which is also the extension of its output.
    pub fn name(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Png => "png",
            Format::Svg => "svg",
            Format::Typst => "typst",
        }
    }

    /// What a document in this format is written to.
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

    /// Parses the name of a format, ignoring case.
    fn from_str(name: &str) -> Result<Self, ()> {
        Format::ALL.iter().find(|format| format.name().eq_ignore_ascii_case(name)).copied().ok_or(())
    }
}
