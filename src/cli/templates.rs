//! `ita-report templates`: writes out the embedded templates so that users can change them. Also reads changed
//! templates for `render`.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::args::TemplatesArgs;
use super::catalogue::Catalogue;
use super::outcome::{Failure, Outcome};
use super::template_faults::template_fault;
use super::terminal::tell;
use crate::disk::{Folder, create_new};
use crate::lengths::{LengthsFault, LengthsFaultKind};
use crate::report::{Argument, nearest};
use crate::typeset::{TemplateFault, TemplatePlace, Templates, TemplatesError};

pub(super) fn run(args: &TemplatesArgs, catalogue: &Catalogue) -> Result<Outcome, Failure> {
    let folder = args.folder.as_path();
    let files = || Templates::embedded().map(|(path, text)| (folder.join(path), text));
    if let Some((path, _)) = files().find(|(path, _)| path.exists()) {
        return Err(Failure::Message("already-there", vec![("path", path.as_path().into())]));
    }
    for (path, text) in files() {
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(|error| Failure::write(parent, &error, catalogue))?;
        create_new(&path, text.as_bytes()).map_err(|error| Failure::write(&path, &error, catalogue))?;
    }
    let done = [("path", folder.into()), ("count", files().count().into())];
    tell(&(catalogue.text("done-templates", &done) + "\n"));
    Ok(Outcome::Done)
}

/// Why the templates of a folder cannot be used.
pub(super) enum Unusable {
    Failure(Failure),
    /// Faults in a file, to be shown at their places.
    Faults(Vec<TemplateFault>),
}

/// Reads the templates in the user's folder. Messages show it as `path`.
pub(super) fn read(path: &Path, folder: Arc<Folder>, catalogue: &Catalogue) -> Result<Templates, Unusable> {
    let message = |name, arguments| Unusable::Failure(Failure::Message(name, arguments));
    Templates::read(&path.display().to_string(), folder).map_err(|error| match error {
        TemplatesError::Unreadable(name, fault) => {
            let reason = catalogue.file_fault(&fault);
            message("cannot-read", vec![("path", name.into()), ("reason", reason.into())])
        }
        TemplatesError::NotUtf8(name) => message("template-not-utf8", vec![("path", name.into())]),
        TemplatesError::None => message("no-templates", vec![("path", path.into())]),
        TemplatesError::Unknown(name) => {
            // The file may be in the wrong folder too.
            let file = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
            let known: Vec<_> = Templates::embedded().map(|(path, _)| (file(path), path)).collect();
            let nearest = nearest(&file(&name), known.iter().map(|(file, _)| file.as_str()));
            let nearest =
                known.iter().find(|(file, _)| Some(file) == nearest.as_ref()).map(|(_, path)| *path);
            message("unknown-template", vec![("path", name.clone().into()), ("nearest", nearest.into())])
        }
        TemplatesError::Lengths { name, text, faults } => {
            let fault = |fault| lengths_fault(&name, &text, fault, catalogue);
            Unusable::Faults(faults.into_iter().map(fault).collect())
        }
    })
}

fn lengths_fault(file: &str, text: &str, fault: LengthsFault, catalogue: &Catalogue) -> TemplateFault {
    let (message, arguments): (_, Vec<(_, Argument)>) = match fault.kind {
        LengthsFaultKind::Syntax(message) => ("lengths-syntax", vec![("message", Argument::Parser(message))]),
        LengthsFaultKind::Unknown { key, known } => {
            let nearest = nearest(&key, known.iter().map(String::as_str));
            ("lengths-unknown", vec![("key", key.into()), ("nearest", nearest.into())])
        }
        LengthsFaultKind::Missing(key) => ("lengths-missing", vec![("key", key.into())]),
        LengthsFaultKind::NotANumber(key) => ("lengths-number", vec![("key", key.into())]),
        LengthsFaultKind::NotATable(key) => ("lengths-table", vec![("key", key.into())]),
        LengthsFaultKind::OutOfRange { key, may_be_zero, most } => {
            let zero = if may_be_zero { "yes" } else { "no" };
            ("lengths-range", vec![("key", key.into()), ("zero", zero.into()), ("most", most.into())])
        }
        LengthsFaultKind::WideMargins { width, height } => {
            ("lengths-margins", vec![("width", width.into()), ("height", height.into())])
        }
    };
    let place = TemplatePlace { file: file.to_owned(), text: text.to_owned(), range: fault.range };
    template_fault(Some(place), message, &arguments, catalogue)
}
