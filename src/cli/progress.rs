//! How far the pictures of a document are, on a terminal, once they take longer than a second.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::catalogue::Catalogue;

const PATIENCE: Duration = Duration::from_secs(1);

/// A bar that nobody sees who does not wait.
pub(super) struct PicturesBar {
    bar: ProgressBar,
    begun: Instant,
}

impl PicturesBar {
    /// A bar for work that began then.
    pub fn new(begun: Instant, catalogue: &Catalogue) -> Self {
        let template = format!("{} {{wide_bar}} {{pos}}/{{len}}", catalogue.text("progress-pictures", &[]));
        let style = ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()).with_style(style);
        PicturesBar { bar, begun }
    }

    /// So many of all are done.
    pub fn show(&self, done: usize, all: usize) {
        if self.begun.elapsed() < PATIENCE && self.bar.is_hidden() {
            return;
        }
        if self.bar.is_hidden() {
            // Draws nothing where standard error is no terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_length(all as u64);
        self.bar.set_position(done as u64);
        if done == all {
            self.bar.finish_and_clear();
        }
    }
}
