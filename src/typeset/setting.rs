//! How documents are set, and why one could not be.

use thiserror::Error;

use super::fault::{self, TemplateFault};
use super::templates::Templates;
use crate::fonts::Fonts;
use crate::pictures::PictureFault;
use crate::profile::Profile;
use crate::workers::Workers;

/// How documents are set.
#[derive(Clone, Copy)]
pub struct Setting<'s> {
    /// The templates.
    pub templates: &'s Templates,
    /// The fonts.
    pub fonts: &'s Fonts,
    /// What the documents are made for.
    pub profile: Profile,
    /// Who makes pictures smaller.
    pub workers: &'s dyn Workers,
}

/// Why a document could not be set.
#[derive(Debug, Error)]
pub enum SetError {
    /// A template is at fault; with the embedded ones this is a fault of this program.
    #[error("{}", fault::lines(.0))]
    Template(Vec<TemplateFault>),
    /// A picture could not be made smaller or written anew: its name among the document's, and why.
    #[error("{0}: {1}")]
    Picture(String, PictureFault),
}
