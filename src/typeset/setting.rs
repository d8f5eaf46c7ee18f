//! The settings for typesetting documents, and the errors of typesetting.

use thiserror::Error;

use super::fault::{self, TemplateFault};
use super::templates::Templates;
use crate::fonts::Fonts;
use crate::pictures::PictureFault;
use crate::profile::Profile;
use crate::workers::Workers;

/// The settings for typesetting documents.
#[derive(Clone, Copy)]
pub struct Setting<'s> {
    /// The templates to compile.
    pub templates: &'s Templates,
    /// The font family to set text in.
    pub fonts: &'s Fonts,
    /// The purpose of the documents: web or print.
    pub profile: Profile,
    /// Whether every page says that it is a draft.
    pub draft: bool,
    /// Runs the work of scaling pictures down, possibly on several threads.
    pub workers: &'s dyn Workers,
}

/// Why a document could not be typeset.
#[derive(Debug, Error)]
pub enum SetError {
    /// A template has errors. With the embedded templates this is a bug in this program.
    #[error("{}", fault::lines(.0))]
    Template(Vec<TemplateFault>),
    /// A picture could not be scaled down or re-encoded: its name among the document's pictures, and the reason.
    #[error("{0}: {1}")]
    Picture(String, PictureFault),
}
