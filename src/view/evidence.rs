//! Documents that prove the work. Their links are given as text and as QR codes for the printed report.

use serde::Serialize;

use super::wording::REPORT;
use super::writer::Writer;
use crate::report::{Evidence, Link};

/// The section of documents that prove the work.
#[derive(Debug, Clone, Serialize)]
pub struct EvidenceView {
    /// The heading of the section.
    pub heading: String,
    /// The documents in the report file's order.
    pub items: Vec<EvidenceItem>,
}

/// A document that proves the work.
#[derive(Debug, Clone, Serialize)]
pub struct EvidenceItem {
    /// The item's number with a full stop.
    pub marker: String,
    /// The title. If the document belongs to a measure, the measure's number follows in brackets.
    pub title: String,
    /// The link as the report file gives it, for display.
    pub url: Option<String>,
    /// Its address as a target that PDF readers accept: in ASCII, a Thai domain in Punycode.
    pub link: Option<String>,
    /// The same address as a QR code, unless it is too long for one.
    pub qr: Option<QrCode>,
}

/// A QR code.
#[derive(Debug, Clone, Serialize)]
pub struct QrCode {
    /// The rows from top to bottom, with `1` for a dark module and `0` for a light one.
    pub rows: Vec<String>,
    /// The alternative text, for readers who cannot see the code.
    pub alt: String,
}

pub(super) fn evidence(writer: Writer) -> Option<EvidenceView> {
    let item = |(evidence, number): (&Evidence, usize)| {
        let link = evidence.url.as_deref();
        EvidenceItem {
            marker: format!("{}.", writer.number(number)),
            title: title(writer, evidence),
            url: link.map(|link| link.written.clone()),
            link: link.map(|link| link.address.clone()),
            qr: link.and_then(qr_code),
        }
    };
    let items: Vec<EvidenceItem> = writer.report.evidence.iter().zip(1..).map(item).collect();
    (!items.is_empty()).then(|| EvidenceView { heading: REPORT.evidence.heading.clone(), items })
}

/// The title. If the document belongs to a measure, the measure's number follows in brackets.
fn title(writer: Writer, evidence: &Evidence) -> String {
    let title = writer.text(&evidence.title);
    match evidence.measure {
        Some(number) => {
            let number = number.to_string();
            writer.sentence(&REPORT.evidence.of_measure, &[("title", title.as_str()), ("number", &number)])
        }
        None => title,
    }
}

/// The QR code of a link. `None` if the link is too long; `link-without-code` says so.
fn qr_code(link: &Link) -> Option<QrCode> {
    let code = link.qr_code()?;
    let module = |x, y| if code.get_module(x, y) { '1' } else { '0' };
    let row = |y| (0..code.size()).map(|x| module(x, y)).collect();
    // Not `Writer::sentence`, which could turn the link's digits into Thai ones.
    let alt = REPORT.evidence.qr.replace("{url}", &link.written);
    Some(QrCode { rows: (0..code.size()).map(row).collect(), alt })
}
