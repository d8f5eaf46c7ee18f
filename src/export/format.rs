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

    fn properties(self) -> (&'static str, OutputKind) {
        match self {
            Format::Pdf => ("pdf", OutputKind::File),
            Format::Png => ("png", OutputKind::FilePerPage),
            Format::Svg => ("svg", OutputKind::FilePerPage),
            Format::Typst => ("typst", OutputKind::Folder),
        }
    }

    /// The format's name on the command line, which is also the extension of its output.
    pub fn name(self) -> &'static str {
        self.properties().0
    }

    /// What a document in this format is written to.
    pub fn output(self) -> OutputKind {
        self.properties().1
    }
}

impl FromStr for Format {
    type Err = ();

    /// Parses the name of a format, ignoring case.
    fn from_str(name: &str) -> Result<Self, ()> {
        Format::ALL.iter().find(|format| format.name().eq_ignore_ascii_case(name)).copied().ok_or(())
    }
}
