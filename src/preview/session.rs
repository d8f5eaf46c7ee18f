//! What the page shows, as values: the last good pages of each document, and what was found in the file as it is now.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use tokio::sync::watch;

use super::finding::FoundItem;
use crate::disk::Waker;
use crate::export::SetDocument;
use crate::report::Severity;
use crate::typeset::PlacedArea;
use crate::view::Document;

/// The language that the page begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum PageLanguage {
    Th,
    En,
}

/// What a page begins with.
#[derive(Debug, Clone)]
pub struct Start {
    /// The name of the report file.
    pub file: String,
    /// The language, until the user chooses another one.
    pub language: PageLanguage,
    /// The document, until the user chooses another one.
    pub document: Document,
}

/// A session, shared by the thread that makes the pages and the server.
#[derive(Clone)]
pub struct Session {
    shared: Arc<Shared>,
}

struct Shared {
    start: Start,
    state: watch::Sender<State>,
    /// The documents that pages show, each with the number of these pages.
    wanted: Mutex<BTreeMap<&'static str, usize>>,
    waker: Waker,
}

/// The state of a session. A new one replaces the old one as a whole, so that every reader sees what belongs together.
#[derive(Clone, Default)]
pub(super) struct State {
    /// The last good pages of each document.
    documents: BTreeMap<&'static str, Arc<ShownDocument>>,
    /// What was found. `None` while the first check is going on.
    found: Option<Arc<Found>>,
    /// Whether that was found in the version of the file that was set last.
    is_checked: bool,
}

/// A document as it is shown.
pub(super) struct ShownDocument {
    pub document: Arc<SetDocument>,
    pub pages: Vec<Arc<ShownPage>>,
    /// Whether the file has changed since, so that these are no longer its pages.
    is_stale: bool,
}

/// A page as it is shown.
pub(super) struct ShownPage {
    document: Arc<SetDocument>,
    number: usize,
    size: (f64, f64),
    hash: String,
    /// The last drawing, with its width.
    drawing: Mutex<Option<(u32, Arc<[u8]>)>>,
}

/// What was found in a version of the file.
pub(super) struct Found {
    items: Vec<FoundItem>,
    /// For each document that was set the areas of each item.
    areas: BTreeMap<&'static str, Vec<Vec<PlacedArea>>>,
    has_errors: bool,
}

/// The pages of a document, as the browser is told them.
#[derive(Serialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(super) struct PagesEvent {
    document: &'static str,
    pages: Vec<PageEvent>,
    is_stale: bool,
}

#[derive(Serialize, PartialEq)]
struct PageEvent {
    hash: String,
    width: f64,
    height: f64,
}

/// What was found, as the browser is told it.
#[derive(Serialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(super) struct FindingsEvent {
    document: &'static str,
    items: Vec<ItemEvent>,
    can_export: bool,
}

#[derive(Serialize, PartialEq)]
struct ItemEvent {
    #[serde(flatten)]
    item: FoundItem,
    areas: Vec<AreaEvent>,
}

#[derive(Serialize, PartialEq)]
struct AreaEvent {
    page: usize,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl Session {
    /// Begins a session. `waker` wakes the thread that makes the pages.
    pub fn new(start: Start, waker: Waker) -> Self {
        let (state, _) = watch::channel(State::default());
        let wanted = Mutex::default();
        Session { shared: Arc::new(Shared { start, state, wanted, waker }) }
    }

    pub(super) fn start(&self) -> &Start {
        &self.shared.start
    }

    /// The documents to make: those that pages show, and the first one.
    pub(super) fn wanted(&self) -> Vec<Document> {
        let wanted: BTreeSet<&str> =
            self.lock_wanted().keys().copied().chain([self.start().document.name()]).collect();
        Document::ALL.iter().copied().filter(|document| wanted.contains(document.name())).collect()
    }

    /// A page shows this document from now on. Has it made if it was not.
    pub(super) fn begin_showing(&self, document: Document) {
        *self.lock_wanted().entry(document.name()).or_default() += 1;
        if !self.is_current(document) {
            self.shared.waker.call();
        }
    }

    /// A page no longer shows this document.
    pub(super) fn end_showing(&self, document: Document) {
        let mut wanted = self.lock_wanted();
        if let Some(pages) = wanted.get_mut(document.name()) {
            *pages -= 1;
            if *pages == 0 {
                wanted.remove(document.name());
            }
        }
    }

    fn lock_wanted(&self) -> MutexGuard<'_, BTreeMap<&'static str, usize>> {
        self.shared.wanted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the document was set from the file as it is.
    pub(super) fn is_current(&self, document: Document) -> bool {
        self.shown(document.name()).is_some_and(|shown| !shown.is_stale)
    }

    /// The document as it is shown.
    pub(super) fn shown(&self, document: &str) -> Option<Arc<ShownDocument>> {
        self.shared.state.borrow().documents.get(document).cloned()
    }

    /// The documents that are shown.
    pub(super) fn all_shown(&self) -> Vec<(&'static str, Arc<ShownDocument>)> {
        self.shared.state.borrow().documents.iter().map(|(name, shown)| (*name, shown.clone())).collect()
    }

    /// Whether a PDF of the document may be made: there are no errors, and its pages are those of the file.
    pub(super) fn can_export(&self, document: &str) -> bool {
        self.shared.state.borrow().can_export(document)
    }

    /// The page with this hash, if it is shown.
    pub(super) fn page(&self, hash: &str) -> Option<Arc<ShownPage>> {
        let state = self.shared.state.borrow();
        let mut pages = state.documents.values().flat_map(|shown| &shown.pages);
        pages.find(|page| page.hash == hash).cloned()
    }

    /// The pages of all documents but these are from an earlier version of the file.
    pub(super) fn mark_others_stale(&self, current: &[Document]) {
        self.shared.state.send_modify(|state| {
            for (name, shown) in &mut state.documents {
                if !current.iter().any(|document| document.name() == *name) {
                    *shown = Arc::new(shown.as_stale());
                }
            }
        });
    }

    /// Shows a document. Pages that did not change stay the same ones.
    pub(super) fn show(&self, document: Document, set: SetDocument) {
        let set = Arc::new(set);
        let before = self.shown(document.name());
        let known = before.iter().flat_map(|shown| &shown.pages);
        let known: BTreeMap<&str, &Arc<ShownPage>> = known.map(|page| (page.hash.as_str(), page)).collect();
        let pages = set.pages().enumerate().map(|(number, (size, hash))| {
            let hash = format!("{hash:032x}");
            match known.get(hash.as_str()) {
                Some(page) => (*page).clone(),
                None => {
                    let document = set.clone();
                    Arc::new(ShownPage { document, number, size, hash, drawing: Mutex::default() })
                }
            }
        });
        let shown = ShownDocument { pages: pages.collect(), document: set.clone(), is_stale: false };
        self.shared.state.send_modify(|state| {
            state.documents.insert(document.name(), Arc::new(shown));
            state.is_checked = false;
        });
    }

    /// Tells what was found, with the areas that show it in each document.
    pub(super) fn report(&self, items: Vec<FoundItem>, areas: BTreeMap<&'static str, Vec<Vec<PlacedArea>>>) {
        let has_errors = items.iter().any(|item| item.severity == Severity::Error);
        self.shared.state.send_modify(|state| {
            state.found = Some(Arc::new(Found { items, areas, has_errors }));
            state.is_checked = true;
        });
    }

    /// Follows the state.
    pub(super) fn follow(&self) -> watch::Receiver<State> {
        self.shared.state.subscribe()
    }
}

impl State {
    /// Whether what was set last has been checked.
    pub fn is_checked(&self) -> bool {
        self.is_checked
    }

    fn can_export(&self, document: &str) -> bool {
        let is_current = self.documents.get(document).is_some_and(|shown| !shown.is_stale);
        is_current && self.found.as_ref().is_some_and(|found| !found.has_errors)
    }

    /// The pages of a document. `None` if it was never set.
    pub fn pages(&self, document: &str) -> Option<PagesEvent> {
        let (document, shown) = self.documents.get_key_value(document)?;
        let page = |page: &Arc<ShownPage>| {
            let (width, height) = page.size;
            PageEvent { hash: page.hash.clone(), width, height }
        };
        Some(PagesEvent { document, pages: shown.pages.iter().map(page).collect(), is_stale: shown.is_stale })
    }

    /// What was found, with the areas of a document. `None` if nothing was checked yet.
    pub fn findings(&self, document: Document) -> Option<FindingsEvent> {
        let found = self.found.as_ref()?;
        let areas = found.areas.get(document.name());
        let item = |(number, item): (usize, &FoundItem)| {
            let areas = areas.and_then(|areas| areas.get(number)).map(Vec::as_slice).unwrap_or_default();
            ItemEvent { item: item.clone(), areas: areas.iter().map(AreaEvent::from).collect() }
        };
        Some(FindingsEvent {
            document: document.name(),
            items: found.items.iter().enumerate().map(item).collect(),
            can_export: self.can_export(document.name()),
        })
    }
}

impl ShownDocument {
    fn as_stale(&self) -> Self {
        ShownDocument { document: self.document.clone(), pages: self.pages.clone(), is_stale: true }
    }
}

impl ShownPage {
    /// The page as a PNG of so many pixels in width. Drawn when it is asked for first.
    pub fn png(&self, width: u32) -> Option<Arc<[u8]>> {
        // Who asks for the same page meanwhile waits for it.
        let mut drawing = self.drawing.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, drawn)) = drawing.as_ref().filter(|(drawn, _)| *drawn == width) {
            return Some(drawn.clone());
        }
        let drawn: Arc<[u8]> = self.document.png(self.number, width)?.into();
        *drawing = Some((width, drawn.clone()));
        Some(drawn)
    }
}

impl From<&PlacedArea> for AreaEvent {
    fn from(area: &PlacedArea) -> Self {
        let PlacedArea { page, x, y, width, height } = *area;
        AreaEvent { page, x, y, width, height }
    }
}
