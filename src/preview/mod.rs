//! The live page in the browser: shows the pages of a report and what `check` finds in it, and follows every save.
//!
//! `run` reads the report, sets it and checks it, each time its files change. `session` holds the result. `server` answers the
//! browser on 127.0.0.1 and sends what is new as events. Messages are worded by the caller, see [`Host`].

mod access;
mod assets;
mod finder;
mod finding;
mod run;
mod server;
mod session;
mod signals;

pub use finding::{FilePlace, FoundItem, InBothLanguages, Words};
pub use run::{Host, run};
pub use server::{Address, Server, ServerError, new_token};
pub use session::{PageLanguage, Session, Start};
pub use signals::on_interrupt;
