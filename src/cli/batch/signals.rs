//! Ctrl-C, and schedulers that ask the process to end.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use indicatif::ProgressBar;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::cli::catalogue::Catalogue;
use crate::cli::outcome::Outcome;
use crate::cli::terminal::tell;

const BEAT: Duration = Duration::from_millis(50);

/// Sets a flag at Ctrl-C and when the system asks the process to end. The second time ends the process at once.
pub(super) fn stopped_by_signals() -> io::Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        // In this order: the first looks at the flag before the second sets it.
        flag::register_conditional_shutdown(signal, Outcome::CannotRun as i32, stop.clone())?;
        flag::register(signal, stop.clone())?;
    }
    Ok(stop)
}

/// Says above the bar that the batch is about to stop, as soon as the flag is set. The bar ends this.
pub(super) fn say_when_stopped(stop: Arc<AtomicBool>, bar: ProgressBar, catalogue: &Catalogue) {
    let stopping = catalogue.text("batch-stopping", &[]) + "\n";
    thread::spawn(move || {
        while !bar.is_finished() {
            if stop.load(Ordering::Relaxed) {
                return bar.suspend(|| tell(&stopping));
            }
            thread::sleep(BEAT);
        }
    });
}
