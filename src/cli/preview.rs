//! `ita-report preview`: shows the pages in the browser, and what `check` finds, and follows every save.

mod host;

use std::ffi::OsString;
use std::net::{Ipv4Addr, TcpListener};

use super::args::PreviewArgs;
use super::catalogue::{Catalogue, Language};
use super::follow;
use super::input::known_codes;
use super::outcome::{Failure, Outcome};
use super::supervise;
use super::terminal::{complain, print, tell};
use super::visible::visible;
use crate::preview::{self, PageLanguage, Server, ServerError, Session, Start};
use host::PreviewHost;

/// The address of the page, for a second process that takes the place of another.
const PORT: &str = "ITA_REPORT_PREVIEW_PORT";
const TOKEN: &str = "ITA_REPORT_PREVIEW_TOKEN";

pub(super) fn run(
    args: &PreviewArgs,
    arguments: &[OsString],
    catalogue: &Catalogue,
) -> Result<Outcome, Failure> {
    known_codes(&args.allow)?;
    follow::check_file(&args.file, catalogue)?;
    follow::check_templates(args.templates.as_deref(), catalogue)?;
    if args.templates.is_some()
        && let Some(outcome) = supervise::keep_alive(arguments, &address(args.port)?, catalogue)
    {
        return outcome;
    }
    let chosen = |name| std::env::var(name).ok();
    let port = chosen(PORT).and_then(|port| port.parse().ok()).unwrap_or(args.port);
    let server = Server::bind(port, chosen(TOKEN)).map_err(server_failure)?;
    let address = server.address().to_string();
    let mut host = PreviewHost::new(args, catalogue)?;
    let mut watch = follow::begin(&args.file, args.templates.as_deref(), catalogue)?;
    let start = Start {
        file: visible(&args.file.file_name().unwrap_or(args.file.as_os_str()).to_string_lossy()),
        language: match catalogue.language() {
            Language::Thai => PageLanguage::Th,
            Language::English => PageLanguage::En,
        },
        document: args.document,
    };
    let session = Session::new(start, watch.waker());
    server.serve(session.clone()).map_err(server_failure)?;
    let ended = supervise::ended_before();
    if ended.is_none() {
        tell(&(catalogue.text("preview-at", &[]) + "\n"));
        print(&format!("{address}\n"), catalogue)?;
        if args.open
            && let Err(error) = opener::open(&address)
        {
            complain("cannot-open-browser", &[("reason", error.to_string().into())], catalogue);
        }
    }
    let waiting = ended.into_iter().map(|message| host.message(message)).collect();
    preview::run(&mut host, &session, &mut watch, waiting);
    Ok(Outcome::Done)
}

/// A port and a token for the second process, and for those that take its place.
fn address(port: u16) -> Result<[(&'static str, String); 2], Failure> {
    let free = || TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr().map(|address| address.port());
    let port = if port == 0 { free().map_err(Failure::internal)? } else { port };
    let token = preview::new_token().map_err(Failure::internal)?;
    Ok([(PORT, port.to_string()), (TOKEN, token)])
}

fn server_failure(error: ServerError) -> Failure {
    match error {
        ServerError::Busy(port) => Failure::Message("port-busy", vec![("port", port.to_string().into())]),
        ServerError::Other(reason) => Failure::Message("cannot-serve", vec![("reason", reason.into())]),
    }
}
