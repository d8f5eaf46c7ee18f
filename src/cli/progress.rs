//! What a person at a terminal sees after waiting for a second: what is being done, and how far it is.

use std::io::IsTerminal;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::catalogue::Catalogue;
use super::terminal::tell;

const PATIENCE: Duration = Duration::from_secs(1);
const BEAT: Duration = Duration::from_millis(100);

/// A line on the work in hand. It appears when the work takes longer than a second, and is gone when the work ends.
pub(super) struct Waiting {
    line: Mutex<Line>,
    counting: String,
}

struct Line {
    bar: ProgressBar,
    message: String,
}

impl Waiting {
    /// No line yet.
    pub fn new(catalogue: &Catalogue) -> Self {
        let line = Line { bar: hidden(), message: String::new() };
        Waiting { line: Mutex::new(line), counting: catalogue.text("progress-pictures", &[]) }
    }

    /// Begins a line with that message of the catalogue, for somebody who has waited since then.
    pub fn begin(&self, since: Instant, message: &str, catalogue: &Catalogue) {
        let line = Line { bar: hidden(), message: catalogue.text(message, &[]) };
        if std::io::stderr().is_terminal() {
            let bar = line.bar.clone();
            thread::spawn(move || {
                thread::sleep(PATIENCE.saturating_sub(since.elapsed()));
                if !bar.is_finished() {
                    bar.set_draw_target(ProgressDrawTarget::stderr());
                    bar.enable_steady_tick(BEAT);
                }
            });
        }
        show(&line.bar, &line.message, "{spinner} {msg}");
        let before = std::mem::replace(&mut *self.line(), line);
        before.bar.finish_and_clear();
    }

    /// So many of all pictures are done.
    pub fn count(&self, done: usize, all: usize) {
        let line = self.line();
        if done == all {
            return show(&line.bar, &line.message, "{spinner} {msg}");
        }
        line.bar.set_length(all as u64);
        line.bar.set_position(done as u64);
        show(&line.bar, &self.counting, "{spinner} {msg} {wide_bar} {pos}/{len}");
    }

    /// Tells something, above the line.
    pub fn tell(&self, text: &str) {
        self.line().bar.suspend(|| tell(text));
    }

    /// There is nothing to wait for any more.
    pub fn end(&self) {
        self.line().bar.finish_and_clear();
    }

    fn line(&self) -> std::sync::MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.end();
    }
}

fn hidden() -> ProgressBar {
    ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden())
}

fn show(bar: &ProgressBar, message: &str, template: &str) {
    let style = ProgressStyle::with_template(template);
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    bar.set_message(message.to_owned());
}
