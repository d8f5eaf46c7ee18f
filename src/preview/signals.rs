//! Ctrl-C.

use std::thread;

use tokio::runtime::Builder;

/// Calls `stop` when the user presses Ctrl-C, instead of ending the process. Where the system does not tell of it, the process
/// ends.
pub fn on_interrupt(stop: impl Fn() + Send + 'static) {
    let Ok(runtime) = Builder::new_current_thread().enable_io().build() else { return };
    thread::spawn(move || {
        runtime.block_on(async {
            while tokio::signal::ctrl_c().await.is_ok() {
                stop();
            }
        });
    });
}
