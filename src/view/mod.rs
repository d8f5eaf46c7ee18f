//! What each document says: every figure computed and every sentence worded. Views know nothing about typesetting. A
//! template lays a view out and adds no text of its own. Each document has its own file.

mod chart;
mod common;
mod comparison;
mod conclusion;
mod contact;
mod cover;
mod evidence;
mod image;
mod measures;
mod memo;
mod money;
mod office;
mod photos;
mod plan;
mod report;
mod signatures;
mod summary;
mod whole;
mod wording;
mod writer;

use std::str::FromStr;

use crate::report::Report;
use crate::thai::Date;

pub use chart::{Bar, ChartRow, ChartView};
pub use common::{Meta, View};
pub use comparison::{IndicatorRow, IndicatorsTable};
pub use contact::ContactView;
pub use cover::CoverView;
pub use evidence::{EvidenceItem, EvidenceView, QrCode};
pub use image::Image;
pub use measures::{Block, Cell, ListItem, MeasuresTable, Total};
pub use memo::MemoView;
pub use photos::{PhotoView, PhotosView};
pub use plan::PlanView;
pub use report::{ContentsView, ReportView, Section};
pub use signatures::SignatureView;
pub use summary::{Changes, Figure, MeasureLine, SummaryView};
use whole::WholeView;
pub(crate) use writer::in_numerals;

/// Defines [`Document`] from the name and the view of each document.
macro_rules! documents {
    ($($(#[$doc:meta])+ $name:literal $document:ident => $view:ident),+ $(,)?) => {
        /// A document that can be made from a report file. Its template is `templates/NAME.typ`, where `NAME` is
        /// [`Document::name`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Document {
            $($(#[$doc])+ $document),+
        }

        impl Document {
            /// All documents.
            pub const ALL: &[Document] = &[$(Document::$document),+];

            /// The name by which users select the document: `report`, `plan`, `memo` or `summary`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Document::$document => $name),+
                }
            }

            /// Builds what the document says about a report. `epoch` is the date for its metadata if the report gives
            /// none. Without either, that date is the last day of the fiscal year.
            pub fn view(self, report: &Report, epoch: Option<Date>) -> Box<dyn View> {
                match self {
                    $(Document::$document => Box::new(WholeView::new(Box::new($view::new(report, epoch)), report))),+
                }
            }
        }
    };
}

documents! {
    /// The annual report.
    "report" Report => ReportView,
    /// The plan with the measures decided at the beginning of the fiscal year.
    "plan" Plan => PlanView,
    /// The memo that submits the report (บันทึกข้อความ).
    "memo" Memo => MemoView,
    /// A one-page summary for a council meeting.
    "summary" Summary => SummaryView,
}

impl FromStr for Document {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Document::ALL.iter().find(|document| document.name() == name).copied().ok_or(())
    }
}
