//! The places to sign at the end of a document.

use serde::Serialize;

use super::wording::REPORT;
use super::writer::Writer;
use crate::report::{Prose, Signature, SignedDocument};

/// A place to sign.
#[derive(Debug, Clone, Serialize)]
pub struct SignatureView {
    /// The label before the dotted line.
    pub sign: String,
    /// The role after the dotted line, if the report file gives one.
    pub role: Option<String>,
    /// The name in brackets, if the report file gives one.
    pub name: Option<String>,
    /// The position, below the name, if the report file gives one.
    pub position: Option<String>,
    /// The labels of the date's parts, each before dots to be filled in by hand.
    pub date: Vec<String>,
}

/// The places to sign that are in `document`, in the report file's order.
pub(super) fn signatures(writer: Writer, document: SignedDocument) -> Vec<SignatureView> {
    let of_document = |signature: &&Signature| signature.documents.contains(&document);
    writer.report.signatures.iter().filter(of_document).map(|s| signature(writer, s)).collect()
}

fn signature(writer: Writer, signature: &Signature) -> SignatureView {
    let text = |prose: &Option<Prose>| prose.as_ref().map(|prose| writer.text(prose));
    SignatureView {
        sign: REPORT.signatures.sign.clone(),
        role: text(&signature.role),
        name: signature.name.as_ref().map(|name| writer.bracketed(name)),
        position: text(&signature.position),
        date: REPORT.signatures.date.clone(),
    }
}
