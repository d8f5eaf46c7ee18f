//! Keeps `watch` and `preview` alive when a user's templates run away.
//!
//! Typst cannot be interrupted, see [`super::guard`]. So with `--templates` the command runs itself as a second process. If that
//! ends because of the templates, another one takes its place, at the same address, and waits for the next change.

use std::ffi::OsString;
use std::io::Read;
use std::process::{self, Command, Stdio};
use std::thread;

use super::catalogue::Catalogue;
use super::guard::{RAN_AWAY, SECOND, is_stopped};
use super::outcome::{Failure, Outcome};
use super::terminal::complain;
use crate::preview::on_interrupt;

/// Why the process before this one ended: the name of a message.
const ENDED: &str = "ITA_REPORT_TEMPLATES_ENDED";

/// Runs the command with these arguments as a second process, and again whenever templates end it. `None` if this is the second
/// process. It ends together with the first one.
pub(super) fn keep_alive(
    arguments: &[OsString],
    environment: &[(&str, String)],
    catalogue: &Catalogue,
) -> Option<Result<Outcome, Failure>> {
    if std::env::var_os(SECOND).is_some() {
        thread::spawn(|| {
            // The first process never writes. When it ends, in whatever way, there is nothing more to read.
            let _ = std::io::stdin().read_to_end(&mut Vec::new());
            process::exit(Outcome::Done as i32);
        });
        return None;
    }
    on_interrupt(|| process::exit(Outcome::Done as i32));
    let mut ended = None;
    loop {
        let mut command = Command::new(std::env::current_exe().ok()?);
        command.args(arguments.iter().skip(1)).env(SECOND, process::id().to_string()).stdin(Stdio::piped());
        command.envs(environment.iter().map(|(name, value)| (name, value)));
        command.envs(ended.map(|message| (ENDED, message)));
        let mut second = command.spawn().ok()?;
        // Waiting would close it at once.
        let _open = second.stdin.take();
        let status = second.wait().ok()?;
        ended = match status.code() {
            Some(0) => return Some(Ok(Outcome::Done)),
            Some(1) => return Some(Err(Failure::Report)),
            Some(2) => return Some(Err(Failure::Shown)),
            Some(RAN_AWAY) => Some("templates-ended"),
            _ if is_stopped(status) => return Some(Ok(Outcome::Done)),
            _ => {
                complain("templates-crashed", &[], catalogue);
                Some("templates-crashed")
            }
        };
    }
}

/// Why the templates ended the process before this one. `None` if this is the first one.
pub(super) fn ended_before() -> Option<&'static str> {
    let ended = std::env::var(ENDED).ok()?;
    ["templates-ended", "templates-crashed"].into_iter().find(|message| *message == ended)
}
