//! The real file system: finds reports, reads the files of a folder, writes files whole, and waits for changes. In the
//! library, only the rooms after this one use it.

mod documents;
mod folder;
mod reports;
mod watch;
mod write;

pub use documents::{
    MadeDocument, PlacedDocument, WriteFault, format_of_extension, further_pages, place, usual_path,
    with_extension_of, write_documents,
};
pub use folder::Folder;
pub use reports::{is_report_file, read_to_limit, reports_in};
pub use watch::{Followed, Wake, Waker, Watch};
pub use write::{Writer, create_new, write_whole};
