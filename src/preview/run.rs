//! Makes the pages again each time a file changes.

use std::collections::BTreeMap;
use std::iter;
use std::sync::Arc;
use std::time::SystemTime;

use super::finder::Finder;
use super::finding::FoundItem;
use super::session::{Session, ShownDocument};
use crate::check::{Checked, Finding};
use crate::disk::{Followed, Wake, Watch};
use crate::export::SetDocument;
use crate::report::{Loaded, Report};
use crate::typeset::PlacedArea;
use crate::view::Document;

/// So many findings are listed, errors first. Nobody reads more, and the browser would take long to show them.
const MOST_SHOWN: usize = 1_000;

/// What the preview needs of the command: reading files, and words for people.
pub trait Host {
    /// Reads the report file, and the user's templates, as they are now. Fails with the reasons why they cannot be read.
    fn read(&mut self) -> Result<Loaded, Vec<FoundItem>>;
    /// The files that the last [`Host::read`] read or looked for.
    fn followed(&self) -> Followed;
    /// Sets a document. Fails with what is wrong with the templates.
    fn set(&self, report: &Report, document: Document) -> Result<SetDocument, Vec<FoundItem>>;
    /// Checks a report file.
    fn check(&self, loaded: &Loaded) -> Checked;
    /// Words a finding.
    fn word(&self, loaded: &Loaded, finding: &Finding) -> FoundItem;
}

/// Makes the pages of a session, at once and after every change, until [`Wake::Stopped`]. If `waiting` has items, it shows
/// those first and waits for a change.
pub fn run(host: &mut impl Host, session: &Session, watch: &mut Watch, waiting: Vec<FoundItem>) {
    let mut made = Made { loaded: None, good: None, host, session };
    watch.follow(made.host.followed(), SystemTime::now());
    if waiting.is_empty() {
        made.again(watch);
    } else {
        session.report(waiting, BTreeMap::new());
    }
    loop {
        match watch.wait() {
            Wake::Changed => made.again(watch),
            Wake::Called => made.missing(),
            Wake::Stopped => return,
        }
    }
}

/// What was made last.
struct Made<'m, H> {
    /// The file as it is now, if it can be read.
    loaded: Option<Loaded>,
    /// The file as it was when it had no errors.
    good: Option<Loaded>,
    host: &'m mut H,
    session: &'m Session,
}

impl<H: Host> Made<'_, H> {
    /// Reads the files again and makes everything from them.
    fn again(&mut self, watch: &mut Watch) {
        let since = SystemTime::now();
        let read = self.host.read();
        watch.follow(self.host.followed(), since);
        if let Some(before) = self.loaded.take().filter(|before| before.valid_report().is_some()) {
            self.good = Some(before);
        }
        match read {
            Ok(loaded) => {
                self.loaded = Some(loaded);
                let wanted = self.session.wanted();
                let (set, faults) = self.set(&wanted);
                self.session.mark_others_stale(&set);
                self.check(faults);
            }
            Err(items) => {
                self.session.mark_others_stale(&[]);
                self.session.report(items, BTreeMap::new());
            }
        }
    }

    /// Makes the documents that somebody asked for meanwhile.
    fn missing(&mut self) {
        let is_missing = |document: &Document| !self.session.is_current(*document);
        let missing: Vec<Document> = self.session.wanted().into_iter().filter(is_missing).collect();
        if self.loaded.as_ref().is_some_and(|loaded| loaded.valid_report().is_some()) && !missing.is_empty() {
            let (_, faults) = self.set(&missing);
            self.check(faults);
        }
    }

    /// Sets these documents, if the report has no errors. Returns those that were set, and what is wrong with the templates.
    fn set(&self, documents: &[Document]) -> (Vec<Document>, Vec<FoundItem>) {
        let (mut set, mut faults) = Default::default();
        let Some(report) = self.loaded.as_ref().and_then(Loaded::valid_report) else { return (set, faults) };
        for document in documents {
            match self.host.set(report, *document) {
                Ok(made) => {
                    self.session.show(*document, made);
                    set.push(*document);
                }
                Err(items) => faults.extend(items),
            }
        }
        (set, faults)
    }

    /// Checks the file and tells what was found.
    fn check(&mut self, faults: Vec<FoundItem>) {
        let Some(loaded) = &self.loaded else { return };
        let mut checked = self.host.check(loaded);
        checked.findings.sort_by_key(|finding| finding.severity);
        checked.findings.truncate(MOST_SHOWN);
        let words = checked.findings.iter().map(|finding| self.host.word(loaded, finding));
        let items: Vec<FoundItem> = faults.iter().cloned().chain(words).collect();
        let report = loaded.valid_report().or(self.good.as_ref().and_then(Loaded::valid_report));
        let areas = report.map(|report| self.areas(loaded, report, &checked, faults.len()));
        self.session.report(items, areas.unwrap_or_default());
    }

    /// The areas that show each finding, in each document that is shown. The first items are no findings.
    fn areas(
        &self,
        loaded: &Loaded,
        report: &Report,
        checked: &Checked,
        first: usize,
    ) -> BTreeMap<&'static str, Vec<Vec<PlacedArea>>> {
        let areas = |(name, shown): (&'static str, Arc<ShownDocument>)| {
            let finder = Finder::new(loaded, report, shown.document.places());
            let found = checked.findings.iter().map(|finding| finder.find(finding));
            (name, iter::repeat_with(Vec::new).take(first).chain(found).collect())
        };
        self.session.all_shown().into_iter().map(areas).collect()
    }
}
