//! What a page says: every figure derived, every sentence worded, ready to be set. The views know nothing of how they
//! are set; a template lays out what stands in them and adds nothing. One file per document.

mod chart;
mod common;
mod comparison;
mod conclusion;
mod cover;
mod evidence;
mod image;
mod measures;
mod memo;
mod photos;
mod plan;
mod report;
mod speaker;
mod summary;
mod wording;

use std::str::FromStr;

use crate::report::Report;
use crate::thai::Date;

pub use chart::{Bar, ChartRow, ChartView};
pub use common::{Meta, View};
pub use comparison::{IndicatorRow, IndicatorsTable};
pub use cover::CoverView;
pub use evidence::{EvidenceItem, EvidenceView, QrCode};
pub use image::Image;
pub use measures::{Block, Cell, ListItem, MeasuresTable};
pub use memo::MemoView;
pub use photos::{PhotoView, PhotosView};
pub use plan::{PlanView, ScoreTable};
pub use report::{ContentsView, ReportView, Section, SignatureView};
pub use summary::{Changes, Figure, MeasureLine, SummaryView};

/// Makes the enum of documents from their names and views.
macro_rules! documents {
    ($($(#[$doc:meta])+ $name:literal $document:ident => $view:ident),+ $(,)?) => {
        /// A document that a report file is made into. Its template is `templates/NAME.typ`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Document {
            $($(#[$doc])+ $document),+
        }

        impl Document {
            /// All of them.
            pub const ALL: &[Document] = &[$(Document::$document),+];

            /// As it is asked for.
            pub fn name(self) -> &'static str {
                match self {
                    $(Document::$document => $name),+
                }
            }

            /// What it says of a report. `epoch` is its date where the report gives none, before the last day of the
            /// fiscal year.
            pub fn view(self, report: &Report, epoch: Option<Date>) -> Box<dyn View> {
                match self {
                    $(Document::$document => Box::new($view::new(report, epoch))),+
                }
            }
        }
    };
}

documents! {
    /// The annual report.
    "report" Report => ReportView,
    /// The measures as they are decided at the beginning of the year.
    "plan" Plan => PlanView,
    /// The letter that submits the report (บันทึกข้อความ).
    "memo" Memo => MemoView,
    /// One page for a council meeting.
    "summary" Summary => SummaryView,
}

impl FromStr for Document {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Document::ALL.iter().find(|document| document.name() == name).copied().ok_or(())
    }
}
