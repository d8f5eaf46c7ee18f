//! The memo that submits the report (บันทึกข้อความ). Fields that the report file does not give have a default wording,
//! or stay empty to be filled in by hand.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::common::{Meta, View, names};
use super::image::Image;
use super::office::{self, OfficeWording};
use super::wording;
use super::writer::Writer;
use crate::report::{Memo, Prose, Report, Signature};
use crate::thai::Date;

/// The memo.
#[derive(Debug, Clone, Serialize)]
pub struct MemoView {
    /// The document's metadata: title, author, date and digits.
    pub meta: Meta,
    /// The emblem above the memo, if the report file gives a picture of it.
    pub emblem: Option<Image>,
    /// The title of the form.
    pub title: String,
    /// The sending office with the agency's name.
    pub office: Field,
    /// The office's telephone and e-mail, each with its label.
    pub contact: Vec<String>,
    /// The memo's number; empty if the report file gives none.
    pub number: Field,
    /// The memo's date; empty if the report file gives none.
    pub date: Field,
    /// The subject. The default is the annual report of the fiscal year.
    pub subject: Field,
    /// The recipient. The default is the head of the agency; empty if the agency's name does not show who that is.
    pub to: Field,
    /// Who passes the memo on to the recipient, if the report file says so.
    pub through: Option<Field>,
    /// The paragraphs of the memo; each line of a text is one. The default ones give cause, matter and request.
    pub body: Vec<String>,
    /// The signer's name in brackets and position, one line each; empty if the report file names no signer.
    pub signer: Vec<String>,
    /// The label of the signer's position, for a line to be filled in by hand if `signer` is empty.
    pub position: String,
    /// The words in names, which line breaking keeps whole.
    #[serde(skip)]
    pub names: Vec<String>,
}

/// A field of the form.
#[derive(Debug, Clone, Serialize)]
pub struct Field {
    /// The label before the text.
    pub label: String,
    /// The text of the field. It is empty if it is to be filled in by hand.
    pub text: String,
}

impl MemoView {
    /// Builds the memo of a report. `epoch` is the date for the metadata if the report gives none.
    pub fn new(report: &Report, epoch: Option<Date>) -> Self {
        let writer = Writer { report };
        let memo = report.memo.as_ref();
        let given = |field: fn(&Memo) -> &Option<Prose>| memo.and_then(|memo| field(memo).as_ref());
        let text = |prose: Option<&Prose>| prose.map(|prose| writer.text(prose));
        let field = |label: &str, text: Option<String>| Field {
            label: label.to_owned(),
            text: text.unwrap_or_default(),
        };
        let subject =
            text(given(|memo| &memo.subject)).unwrap_or_else(|| writer.sentence(&MEMO.default.subject, &[]));
        let date = memo.and_then(|memo| memo.date).map(|date| writer.in_numerals(&date.long()));
        let office = office::office(writer, memo, &MEMO.sender);
        let to = text(given(|memo| &memo.to)).or_else(|| head(writer));
        MemoView {
            meta: Meta::new(report, subject.replace('\n', " "), epoch),
            emblem: memo.and_then(emblem),
            title: MEMO.title.clone(),
            office: field(&MEMO.office, Some(office.name)),
            contact: office.contact,
            number: field(&MEMO.number, text(given(|memo| &memo.number))),
            date: field(&MEMO.date, date),
            subject: field(&MEMO.subject, Some(subject)),
            to: field(&MEMO.to, to),
            through: text(given(|memo| &memo.through)).map(|through| field(&MEMO.through, Some(through))),
            body: body(writer, memo),
            signer: memo.and_then(|memo| memo.signer.as_ref()).map(|s| signer(writer, s)).unwrap_or_default(),
            position: MEMO.position.clone(),
            names: names(writer),
        }
    }
}

impl View for MemoView {
    fn data(&self) -> serde_json::Result<Value> {
        serde_json::to_value(self)
    }

    fn names(&self) -> &[String] {
        &self.names
    }

    fn images(&self) -> Vec<&Image> {
        self.emblem.iter().collect()
    }
}

fn emblem(memo: &Memo) -> Option<Image> {
    let alt = memo.emblem_alt.clone().unwrap_or_else(|| MEMO.emblem.clone());
    memo.emblem.as_ref().map(|file| Image::new("emblem".to_owned(), file, alt))
}

/// The job title of the agency's head. `None` if the beginning of the agency's name does not show who that is.
fn head(writer: Writer) -> Option<String> {
    let agency = writer.report.agency.name.as_str();
    let known = |kind: &&HeadWording| agency.starts_with(kind.name_prefix.as_str());
    let HeadWording { name_prefix, head } = MEMO.default.heads.iter().find(known)?;
    Some(writer.sentence(head, &[("rest", &agency[name_prefix.len()..])]))
}

/// The paragraphs in the report file: who begins a new line in a memo begins a paragraph, as with a typewriter. If it has
/// none, cause, matter and request in the default wording.
fn body(writer: Writer, memo: Option<&Memo>) -> Vec<String> {
    let texts = memo.iter().flat_map(|memo| &memo.body).map(|prose| writer.text(prose));
    let given: Vec<String> =
        texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    if !given.is_empty() {
        return given;
    }
    let (report, words) = (writer.report, &MEMO.default);
    let result = report.current().map(|year| {
        let level = year.level().map(|level| writer.sentence(&words.level, &[("level", level)]));
        let total = year.total.to_string();
        writer.sentence(&words.result, &[("total", &total), ("level", &level.unwrap_or_default())])
    });
    let analysis = report.previous().map(|_| writer.sentence(&words.analysis, &[])).unwrap_or_default();
    let done = match report.measures.iter().filter(|measure| !measure.results.items.is_empty()).count() {
        0 => String::new(),
        count => writer.sentence(&words.done, &[("count", &count.to_string())]),
    };
    let matter = [("done", done.as_str()), ("result", result.as_deref().unwrap_or_default())];
    vec![
        writer.sentence(&words.cause, &[("analysis", &analysis)]),
        writer.sentence(&words.matter, &matter),
        writer.sentence(&words.request, &[]),
    ]
}

/// The name in brackets and the position, one line each.
fn signer(writer: Writer, signer: &Signature) -> Vec<String> {
    let name = signer.name.as_ref().map(|name| writer.bracketed(name));
    name.into_iter().chain(signer.position.as_ref().map(|position| writer.text(position))).collect()
}

/// The wording of the memo. The comments in the TOML file explain its fields.
static MEMO: LazyLock<MemoWording> =
    LazyLock::new(|| wording::read(include_str!("../../data/wording/memo.toml")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MemoWording {
    title: String,
    emblem: String,
    office: String,
    number: String,
    date: String,
    subject: String,
    to: String,
    through: String,
    position: String,
    sender: OfficeWording,
    default: MemoDefaults,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MemoDefaults {
    subject: String,
    cause: String,
    analysis: String,
    matter: String,
    done: String,
    result: String,
    level: String,
    request: String,
    heads: Vec<HeadWording>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadWording {
    name_prefix: String,
    head: String,
}
