//! `ita-report templates`: writes out the embedded templates, to be changed; and the reading of changed ones.

use std::fs;
use std::path::Path;

use super::args::Templates as Args;
use super::catalogue::Catalogue;
use super::{Failure, Outcome, tell};
use crate::export;
use crate::report::nearest;
use crate::typeset::{FolderError, Templates};

pub(super) fn run(args: &Args, catalogue: &Catalogue) -> Result<Outcome, Failure> {
    let folder = &args.folder;
    let files = || Templates::embedded().map(|(path, text)| (folder.join(path), text));
    if let Some((path, _)) = files().find(|(path, _)| path.exists()) {
        return Err(Failure::Message("already-there", vec![("path", path.display().to_string().into())]));
    }
    for (path, text) in files() {
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(|error| Failure::write(parent, &error, catalogue))?;
        export::create_new(&path, text.as_bytes())
            .map_err(|error| Failure::write(&path, &error, catalogue))?;
    }
    let done = [("path", folder.display().to_string().into()), ("count", files().count().into())];
    tell(&(catalogue.text("done-templates", &done) + "\n"));
    Ok(Outcome::Done)
}

/// The templates that `render --templates` names, or the embedded ones.
pub(super) fn of(folder: Option<&Path>, catalogue: &Catalogue) -> Result<Templates, Failure> {
    let Some(folder) = folder else { return Ok(Templates::default()) };
    Templates::of_folder(folder).map_err(|error| match error {
        FolderError::Read(path, error) => Failure::read(&path, &error, catalogue),
        FolderError::None => {
            Failure::Message("no-templates", vec![("path", folder.display().to_string().into())])
        }
        FolderError::Unknown(path) => {
            let name = path.strip_prefix(folder).unwrap_or(&path).display().to_string();
            let nearest = nearest(&name, Templates::embedded().map(|(path, _)| path));
            Failure::Message(
                "unknown-template",
                vec![("path", path.display().to_string().into()), ("nearest", nearest.into())],
            )
        }
    })
}
