//! Answers the browser, on 127.0.0.1 only. Pages are drawn, and the PDF is made, when the browser asks for them.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path as FilePath;
use std::thread;
use std::{fmt, io};

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::serve::ListenerExt;
use axum::{Router, middleware};
use futures_util::Stream;
use futures_util::stream;
use serde::Serialize;
use tokio::runtime::Builder;
use tokio::sync::watch;

use super::access::{Access, guard};
use super::assets::{asset, page as start_page};
use super::session::{FindingsEvent, PagesEvent, Session, State as SessionState};
use crate::view::Document;

/// Where the page is.
#[derive(Debug, Clone)]
pub struct Address {
    /// The port on 127.0.0.1.
    pub port: u16,
    /// The secret part of the path.
    pub token: String,
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "http://127.0.0.1:{}/{}/", self.port, self.token)
    }
}

/// Why the server cannot run.
#[derive(Debug)]
pub enum ServerError {
    /// Another program uses the port.
    Busy(u16),
    /// Another reason, in the system's words.
    Other(String),
}

/// A server that has its port.
pub struct Server {
    listener: TcpListener,
    address: Address,
}

impl Server {
    /// Takes a port on 127.0.0.1, any free one if it is 0.
    pub fn bind(port: u16, token: Option<String>) -> Result<Self, ServerError> {
        let other = |error: &dyn fmt::Display| ServerError::Other(error.to_string());
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
                io::ErrorKind::AddrInUse => ServerError::Busy(port),
                _ => other(&error),
            })?;
        listener.set_nonblocking(true).map_err(|error| other(&error))?;
        let port = listener.local_addr().map_err(|error| other(&error))?.port();
        let token = match token {
            Some(token) => token,
            None => new_token().map_err(|error| other(&error))?,
        };
        Ok(Server { listener, address: Address { port, token } })
    }

    /// Where the page is.
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Answers from now on, on a thread of its own, until the process ends.
    pub fn serve(self, session: Session) -> Result<(), ServerError> {
        let failed = |error: io::Error| ServerError::Other(error.to_string());
        let runtime = Builder::new_current_thread().enable_io().enable_time().build().map_err(failed)?;
        let access = Access::new(self.address.port, &self.address.token);
        let router = Router::new()
            .route("/{token}/", get(page))
            .route("/{token}/assets/{name}", get(file))
            .route("/{token}/events/{document}", get(events))
            .route("/{token}/pages/{name}", get(drawing))
            .route("/{token}/pdf/{document}", get(pdf))
            .layer(middleware::from_fn_with_state(access, guard))
            .with_state(session);
        let listener = {
            let _within = runtime.enter();
            tokio::net::TcpListener::from_std(self.listener).map_err(failed)?
        };
        // A page is only a few packets, and waiting for more of them takes longer than sending it.
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        thread::spawn(move || runtime.block_on(async { axum::serve(listener, router).await }));
        Ok(())
    }
}

/// 128 random bits in hexadecimal digits.
pub fn new_token() -> Result<String, getrandom::Error> {
    let mut bits = [0; 16];
    getrandom::fill(&mut bits)?;
    Ok(format!("{:032x}", u128::from_le_bytes(bits)))
}

async fn page(State(session): State<Session>) -> Response {
    let (kind, text) = start_page(session.start());
    ([(CONTENT_TYPE, kind)], text).into_response()
}

async fn file(Path((_, name)): Path<(String, String)>) -> Response {
    match asset(&name) {
        Some(asset) => ([(CONTENT_TYPE, asset.kind)], asset.bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A page cannot have more pixels than this in width.
const MOST_PIXELS: u32 = 5_000;

/// A page as PNG, so many pixels wide: `HASH-WIDTH.png`.
async fn drawing(State(session): State<Session>, Path((_, name)): Path<(String, String)>) -> Response {
    let asked = name.strip_suffix(".png").and_then(|name| name.split_once('-'));
    let asked = asked.and_then(|(hash, width)| Some((session.page(hash)?, width.parse::<u32>().ok()?)));
    let Some((page, width)) = asked.filter(|(_, width)| (1..=MOST_PIXELS).contains(width)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match tokio::task::spawn_blocking(move || page.png(width)).await {
        Ok(Some(png)) => ([(CONTENT_TYPE, "image/png")], png.to_vec()).into_response(),
        _ => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The document as PDF: `NAME.pdf`. Refused while the report has errors.
async fn pdf(State(session): State<Session>, Path((_, name)): Path<(String, String)>) -> Response {
    let document: Option<Document> = name.strip_suffix(".pdf").and_then(|name| name.parse().ok());
    let Some(document) = document else { return StatusCode::NOT_FOUND.into_response() };
    // What was set last may not have been checked yet.
    let mut state = session.follow();
    let checked = state.wait_for(SessionState::is_checked).await.is_ok();
    let shown = session.shown(document.name()).filter(|_| checked && session.can_export(document.name()));
    let Some(shown) = shown else { return StatusCode::CONFLICT.into_response() };
    match tokio::task::spawn_blocking(move || shown.document.pdf()).await {
        Ok(Ok(bytes)) => {
            let name = file_name(&session.start().file, document);
            let disposition = format!("inline; filename*=UTF-8''{name}");
            ([(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, disposition)], bytes)
                .into_response()
        }
        _ => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The name of a document's file, as `render` would call it, with every byte that is no letter or digit escaped.
fn file_name(report: &str, document: Document) -> String {
    let stem = FilePath::new(report).file_stem().unwrap_or_default().to_string_lossy();
    let name = match document {
        Document::Report => format!("{stem}.pdf"),
        document => format!("{stem}-{}.pdf", document.name()),
    };
    name.bytes().fold(String::new(), |mut name, byte| {
        match byte {
            byte if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) => name.push(char::from(byte)),
            byte => drop(write!(name, "%{byte:02X}")),
        }
        name
    })
}

/// The events of a document: `pages` when its pages change, `findings` when other things are found.
async fn events(State(session): State<Session>, Path((_, name)): Path<(String, String)>) -> Response {
    let Ok(document) = name.parse::<Document>() else { return StatusCode::NOT_FOUND.into_response() };
    let events = Follower::new(session, document).events();
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}

/// Follows a session for one page in the browser.
struct Follower {
    session: Session,
    document: Document,
    state: watch::Receiver<SessionState>,
    pages: Option<PagesEvent>,
    findings: Option<FindingsEvent>,
    queue: VecDeque<Event>,
}

impl Follower {
    fn new(session: Session, document: Document) -> Self {
        session.begin_showing(document);
        let state = session.follow();
        Follower { session, document, state, pages: None, findings: None, queue: VecDeque::new() }
    }

    fn events(self) -> impl Stream<Item = Result<Event, Infallible>> {
        stream::unfold(self, |mut follower| async {
            follower.queue_news();
            loop {
                if let Some(event) = follower.queue.pop_front() {
                    return Some((Ok(event), follower));
                }
                follower.state.changed().await.ok()?;
                follower.queue_news();
            }
        })
    }

    /// Queues what the browser has not been told yet. Pages come first.
    fn queue_news(&mut self) {
        let state = self.state.borrow_and_update().clone();
        let pages = state.pages(self.document.name());
        if pages.is_some() && pages != self.pages {
            self.queue.extend(event("pages", &pages));
            self.pages = pages;
        }
        let findings = state.findings(self.document);
        if findings.is_some() && findings != self.findings {
            self.queue.extend(event("findings", &findings));
            self.findings = findings;
        }
    }
}

fn event(name: &str, data: &impl Serialize) -> Option<Event> {
    let json = serde_json::to_string(data).ok()?;
    Some(Event::default().event(name).data(json))
}

impl Drop for Follower {
    fn drop(&mut self) {
        self.session.end_showing(self.document);
    }
}
