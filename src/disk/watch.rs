//! Waits until one of some files changes. Folders are watched rather than files, because many editors save by writing a
//! new file and renaming it.

use std::collections::BTreeSet;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant, SystemTime};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::write::is_temporary;

/// After a file was closed or renamed, nothing more is expected.
const AFTER_CLOSING: Duration = Duration::from_millis(2);
/// After another change, more may follow at once.
const AFTER_CHANGE: Duration = Duration::from_millis(20);
/// A file that is written without end is read after this time.
const LONGEST: Duration = Duration::from_millis(300);
/// The most that the clock of files is behind that of the system.
const BEHIND: Duration = Duration::from_millis(20);

/// Why [`Watch::wait`] returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wake {
    /// A file has changed.
    Changed,
    /// [`Waker::call`] was called.
    Called,
    /// [`Waker::stop`] was called.
    Stopped,
}

/// Files to wait for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Followed {
    /// The paths of files, whether they are there or not.
    pub files: BTreeSet<PathBuf>,
    /// Folders of which every file counts.
    pub folders: BTreeSet<PathBuf>,
    /// Files that never count, because this program writes them.
    pub written: BTreeSet<PathBuf>,
}

/// Watches files.
pub struct Watch {
    watcher: RecommendedWatcher,
    signals: Receiver<Signal>,
    sender: Sender<Signal>,
    followed: Followed,
    watched: BTreeSet<PathBuf>,
}

/// Wakes somebody who waits for files.
#[derive(Clone)]
pub struct Waker(Sender<Signal>);

enum Signal {
    Event(Event),
    /// The system lost track of the files.
    Lost,
    Wake(Wake),
}

impl Waker {
    /// Makes [`Watch::wait`] return [`Wake::Called`].
    pub fn call(&self) {
        let _ = self.0.send(Signal::Wake(Wake::Called));
    }

    /// Makes [`Watch::wait`] return [`Wake::Stopped`].
    pub fn stop(&self) {
        let _ = self.0.send(Signal::Wake(Wake::Stopped));
    }
}

impl Watch {
    /// Creates a watch that follows no files yet. Fails in the system's words if it cannot watch files.
    pub fn new() -> Result<Self, String> {
        let (sender, signals) = mpsc::channel();
        let own = sender.clone();
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let signal = match event {
                Ok(event) if event.need_rescan() => Signal::Lost,
                // That this program reads a file is no change of it.
                Ok(event) if is_reading(&event.kind) => return,
                Ok(event) => Signal::Event(event),
                Err(_) => Signal::Lost,
            };
            let _ = own.send(signal);
        });
        let watcher = watcher.map_err(|error| error.to_string())?;
        Ok(Watch { watcher, signals, sender, followed: Followed::default(), watched: BTreeSet::new() })
    }

    /// Returns what wakes this watch from other threads.
    pub fn waker(&self) -> Waker {
        Waker(self.sender.clone())
    }

    /// Follows these files from now on, and no others. `since` is when somebody began to read them: one that was not
    /// followed then and has changed meanwhile wakes whoever waits.
    pub fn follow(&mut self, followed: Followed, since: SystemTime) {
        let real = |paths: &BTreeSet<PathBuf>| paths.iter().flat_map(|path| real_paths(path)).collect();
        let Followed { files, folders, written } = &followed;
        let followed = Followed { files: real(files), folders: real(folders), written: real(written) };
        if followed != self.followed {
            let before = std::mem::replace(&mut self.followed, followed);
            self.watch_folders();
            if self.followed.files.difference(&before.files).any(|file| has_changed(file, since)) {
                let _ = self.sender.send(Signal::Wake(Wake::Changed));
            }
        }
    }

    /// Waits until a followed file changes, or until somebody calls. Changes that come together count as one.
    pub fn wait(&mut self) -> Wake {
        loop {
            // The sender never ends, because this struct has one.
            let Ok(signal) = self.signals.recv() else { return Wake::Stopped };
            match self.pause_after(&signal) {
                Ok(pause) => return self.settled(pause),
                Err(Some(wake)) => return wake,
                Err(None) => {}
            }
        }
    }

    /// Waits until the changes pause.
    fn settled(&mut self, mut pause: Duration) -> Wake {
        let begun = Instant::now();
        while let Ok(signal) = self.signals.recv_timeout(pause.min(LONGEST.saturating_sub(begun.elapsed()))) {
            match self.pause_after(&signal) {
                Ok(next) => pause = next,
                Err(Some(Wake::Stopped)) => return Wake::Stopped,
                Err(_) => {}
            }
        }
        Wake::Changed
    }

    /// How long to wait for more changes after this one. Otherwise the wake that the signal is, if it is one.
    fn pause_after(&mut self, signal: &Signal) -> Result<Duration, Option<Wake>> {
        let event = match signal {
            Signal::Wake(wake) => return Err(Some(*wake)),
            Signal::Lost => {
                self.watch_folders();
                return Ok(AFTER_CHANGE);
            }
            Signal::Event(event) => event,
        };
        if !event.paths.iter().any(|path| self.followed.concerns(path)) {
            return Err(None);
        }
        let is_moved = matches!(event.kind, EventKind::Modify(ModifyKind::Name(_)));
        if is_moved || event.kind.is_remove() || event.kind.is_create() {
            // It may have been a folder, in which nothing was watched yet or is any more.
            self.watch_folders();
        }
        let is_closed = matches!(event.kind, EventKind::Access(_));
        Ok(if is_closed || is_moved { AFTER_CLOSING } else { AFTER_CHANGE })
    }

    /// Watches the folders of all followed files. Instead of one that is not there, the nearest one above it.
    fn watch_folders(&mut self) {
        let parents = self.followed.files.iter().filter_map(|file| file.parent());
        let wanted: BTreeSet<PathBuf> = parents
            .chain(self.followed.folders.iter().map(PathBuf::as_path))
            .filter_map(|folder| folder.ancestors().find(|folder| folder.is_dir()))
            .map(Path::to_owned)
            .collect();
        for folder in self.watched.difference(&wanted) {
            let _ = self.watcher.unwatch(folder);
        }
        for folder in &wanted {
            // Also those that are watched: another folder may have taken the place.
            let _ = self.watcher.watch(folder, RecursiveMode::NonRecursive);
        }
        self.watched = wanted;
    }
}

impl Followed {
    /// Whether a change at this path may change one of the files.
    fn concerns(&self, path: &Path) -> bool {
        if self.files.iter().any(|file| file.starts_with(path)) {
            return true;
        }
        let is_in = |folder: &PathBuf| folder.starts_with(path) || path.parent() == Some(folder);
        self.folders.iter().any(is_in) && !self.written.contains(path) && !is_temporary(path)
    }
}

/// Whether a file has been written, or has got its name, since then.
fn has_changed(file: &Path, since: SystemTime) -> bool {
    let Ok(metadata) = file.metadata() else { return false };
    let since = since - BEHIND;
    named_at(&metadata).is_some_and(|at| at >= since) || metadata.modified().is_ok_and(|at| at >= since)
}

/// When a file was written, renamed or linked last.
#[cfg(unix)]
fn named_at(metadata: &Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt;
    let (seconds, nanoseconds) = (metadata.ctime(), metadata.ctime_nsec());
    Some(SystemTime::UNIX_EPOCH + Duration::new(seconds.try_into().ok()?, nanoseconds.try_into().ok()?))
}

#[cfg(not(unix))]
fn named_at(metadata: &Metadata) -> Option<SystemTime> {
    metadata.created().ok()
}

/// A path as the system tells it, and also where it leads if it is a link.
fn real_paths(path: &Path) -> BTreeSet<PathBuf> {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // The folder may not be there either.
    let beside = absolute.ancestors().skip(1).find_map(|above| {
        let real = above.canonicalize().ok()?;
        Some(real.join(absolute.strip_prefix(above).ok()?))
    });
    beside.into_iter().chain(absolute.canonicalize()).collect()
}

fn is_reading(kind: &EventKind) -> bool {
    matches!(kind, EventKind::Access(access) if *access != AccessKind::Close(AccessMode::Write))
}
