//! How far a batch is: a bar with rate and time left on a terminal, otherwise a line for each report.

use std::fmt::Write;
use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::cli::catalogue::Catalogue;
use crate::cli::terminal::tell;
use crate::report::Argument;

const BEAT: Duration = Duration::from_millis(200);

/// The progress of a batch.
pub(super) struct BatchProgress<'c> {
    bar: ProgressBar,
    is_terminal: bool,
    done: usize,
    total: usize,
    failed: usize,
    catalogue: &'c Catalogue,
}

impl<'c> BatchProgress<'c> {
    /// Begins to show the progress of so many reports.
    pub fn new(total: usize, catalogue: &'c Catalogue) -> Self {
        let is_terminal = std::io::stderr().is_terminal();
        let target = if is_terminal { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(total as u64), target);
        let (rate, left) = (catalogue.text("batch-rate", &[]), catalogue.text("batch-time-left", &[]));
        let style = ProgressStyle::with_template("{spinner} {wide_bar} {pos}/{len}  {rate}  {left}{msg}");
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(
            style
                .with_key("rate", move |state: &ProgressState, out: &mut dyn Write| {
                    let _ = write!(out, "{:.1} {rate}", state.per_sec());
                })
                .with_key("left", move |state: &ProgressState, out: &mut dyn Write| {
                    let _ = write!(out, "{left} {}", clock(state.eta()));
                }),
        );
        if is_terminal {
            bar.enable_steady_tick(BEAT);
        }
        BatchProgress { bar, is_terminal, done: 0, total, failed: 0, catalogue }
    }

    /// The bar, so that other threads can print above it.
    pub fn bar(&self) -> ProgressBar {
        self.bar.clone()
    }

    /// Counts a report whose documents are there, and shows the message where there is no bar.
    pub fn count(&mut self, message: Option<(&str, &[(&str, Argument)])>) {
        self.done += 1;
        self.bar.inc(1);
        if let Some((name, arguments)) = message.filter(|_| !self.is_terminal) {
            tell(&format!("[{}/{}] {}\n", self.done, self.total, self.catalogue.text(name, arguments)));
        }
    }

    /// Counts a report without documents.
    pub fn count_failed(&mut self, arguments: &[(&str, Argument)]) {
        self.failed += 1;
        let count = [("count", self.failed.into())];
        self.bar.set_message(format!("  {}", self.catalogue.text("batch-failed-so-far", &count)));
        self.count(Some(("batch-not-made", arguments)));
    }

    /// Prints text above the bar.
    pub fn tell(&self, text: &str) {
        self.bar.suspend(|| tell(text));
    }

    /// Removes the bar.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}

/// A time as hours, minutes and seconds: `1:02:03`, or `2:03` within the last hour.
fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds / 3600 {
        0 => format!("{}:{:02}", seconds / 60, seconds % 60),
        hours => format!("{hours}:{:02}:{:02}", seconds / 60 % 60, seconds % 60),
    }
}
