//! The real file system: finds reports, reads the files of a folder, and writes files whole. In the library, only `batch`
//! and `cli` use it.

mod documents;
mod folder;
mod reports;
mod write;

pub use documents::{
    MadeDocument, PlacedDocument, WriteFault, format_of_extension, further_pages, place, usual_path,
    with_extension_of, write_documents,
};
pub use folder::Folder;
pub use reports::{is_report_file, read_to_limit, reports_in};
pub use write::{Writer, create_new, write_whole};
