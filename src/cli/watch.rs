//! `ita-report watch`: renders a report file again each time it changes. A file with errors leaves the last good document.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::args::{RenderArgs, WatchArgs};
use super::catalogue::Catalogue;
use super::destination::Destination;
use super::follow;
use super::input::{folder_of, known_codes};
use super::outcome::{Failure, Outcome};
use super::render::Run;
use super::supervise;
use super::terminal::{end_with, tell};
use crate::disk::{Followed, Wake};
use crate::engine::Engine;
use crate::pictures::PictureCache;
use crate::typeset::Memory;

/// What so many of the last documents used stays in the cache: twice the documents of a report.
const KEPT: Memory = Memory::Recent(8);

pub(super) fn run(
    args: &WatchArgs,
    arguments: &[OsString],
    catalogue: &Catalogue,
) -> Result<Outcome, Failure> {
    let file = args.file.as_path();
    let rendering = RenderArgs::from(args);
    known_codes(&rendering.making.allow)?;
    follow::check_file(file, catalogue)?;
    Destination::check(&rendering)?;
    if rendering.output.as_deref() == Some(Path::new("-")) {
        return Err(Failure::Message("watch-to-stdout", Vec::new()));
    }
    let templates = args.templates.as_deref();
    follow::check_templates(templates, catalogue)?;
    if templates.is_some()
        && let Some(outcome) = supervise::keep_alive(arguments, &[], catalogue)
    {
        return outcome;
    }
    let mut watch = follow::begin(file, templates, catalogue)?;
    let (folder, pictures) = (folder_of(file), PictureCache::new());
    let mut written = BTreeSet::new();
    // Templates that ran away would do so again.
    let mut is_due = supervise::ended_before().is_none();
    loop {
        let since = SystemTime::now();
        if is_due {
            folder.refresh();
            let engine = Engine::new().with_memory(KEPT).with_picture_cache(pictures.clone());
            let rendered =
                Run::new(&rendering, engine, catalogue).and_then(|run| run.file(file, folder.clone()));
            match rendered {
                Ok(now) => written.extend(now.into_iter().flat_map(|written| written.files)),
                Err(failure) => say_failed(failure, &written, catalogue),
            }
        }
        let followed = follow::followed(file, &folder, templates);
        watch.follow(Followed { written: written.clone(), ..followed }, since);
        match watch.wait() {
            Wake::Stopped => return Ok(Outcome::Done),
            Wake::Changed | Wake::Called => is_due = true,
        }
    }
}

/// Shows why nothing was written, and says that the document from before is still there.
fn say_failed(failure: Failure, written: &BTreeSet<PathBuf>, catalogue: &Catalogue) {
    end_with(failure, catalogue);
    let message = if written.is_empty() { "watch-waits" } else { "watch-kept" };
    tell(&(catalogue.text(message, &[]) + "\n"));
}
