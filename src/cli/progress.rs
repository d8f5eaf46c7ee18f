//! What a person at a terminal sees who waits for longer than a second: that pictures are read, and how far they are.

use std::io::IsTerminal;
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::catalogue::Catalogue;
use super::tell;

const PATIENCE: Duration = Duration::from_secs(1);
const BEAT: Duration = Duration::from_millis(100);

/// A line that nobody sees who does not wait, and that is gone when it is dropped.
pub(super) struct Waiting {
    bar: ProgressBar,
    message: String,
    counting: String,
}

impl Waiting {
    /// A line on work of that message, which belongs to a command that began then.
    pub fn new(begun: Instant, message: &str, catalogue: &Catalogue) -> Self {
        let (message, counting) = (catalogue.text(message, &[]), catalogue.text("progress-pictures", &[]));
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if std::io::stderr().is_terminal() {
            let bar = bar.clone();
            thread::spawn(move || {
                thread::sleep(PATIENCE.saturating_sub(begun.elapsed()));
                if !bar.is_finished() {
                    bar.set_draw_target(ProgressDrawTarget::stderr());
                    bar.enable_steady_tick(BEAT);
                }
            });
        }
        let waiting = Waiting { bar, message, counting };
        waiting.say(&waiting.message, "{spinner} {msg}");
        waiting
    }

    /// So many of all pictures are done.
    pub fn count(&self, done: usize, all: usize) {
        if done == all {
            return self.say(&self.message, "{spinner} {msg}");
        }
        self.bar.set_length(all as u64);
        self.bar.set_position(done as u64);
        self.say(&self.counting, "{spinner} {msg} {wide_bar} {pos}/{len}");
    }

    /// Tells something, above the line.
    pub fn tell(&self, text: &str) {
        self.bar.suspend(|| tell(text));
    }

    /// There is nothing to wait for any more.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }

    fn say(&self, message: &str, template: &str) {
        let style = ProgressStyle::with_template(template);
        self.bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        self.bar.set_message(message.to_owned());
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.end();
    }
}
