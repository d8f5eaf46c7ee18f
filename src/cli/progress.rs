//! The progress line that the user sees at a terminal after waiting for a second.

use std::io::IsTerminal;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::catalogue::Catalogue;
use super::terminal::tell;

const PATIENCE: Duration = Duration::from_secs(1);
const BEAT: Duration = Duration::from_millis(100);

/// A progress line. It appears if the work takes longer than a second, and disappears when the work ends.
pub(super) struct ProgressLine {
    line: Mutex<Line>,
    counting_message: String,
}

struct Line {
    bar: ProgressBar,
    message: String,
}

impl ProgressLine {
    /// Creates a progress line that is not shown yet.
    pub fn new(catalogue: &Catalogue) -> Self {
        let line = Line { bar: hidden(), message: String::new() };
        ProgressLine { line: Mutex::new(line), counting_message: catalogue.text("progress-pictures", &[]) }
    }

    /// Starts a new line with a message of the catalogue. `since` is when the user began to wait.
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

    /// Shows that `done` of `total` pictures are done. Hides the count again when all of them are.
    pub fn count(&self, done: usize, total: usize) {
        let line = self.line();
        if done == total {
            return show(&line.bar, &line.message, "{spinner} {msg}");
        }
        line.bar.set_length(total as u64);
        line.bar.set_position(done as u64);
        show(&line.bar, &self.counting_message, "{spinner} {msg} {wide_bar} {pos}/{len}");
    }

    /// Prints text to standard error, above the line.
    pub fn tell(&self, text: &str) {
        self.line().bar.suspend(|| tell(text));
    }

    /// Removes the line.
    pub fn end(&self) {
        self.line().bar.finish_and_clear();
    }

    fn line(&self) -> std::sync::MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for ProgressLine {
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
