//! The memo that submits the report (บันทึกข้อความ). What the file does not give stands in the usual words, or is left
//! to be written by hand.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::common::{Meta, View, names};
use super::image::Image;
use super::speaker::Speaker;
use super::wording;
use crate::report::{Memo, Prose, Report, Signature};
use crate::thai::Date;

/// The whole memo.
#[derive(Debug, Clone, Serialize)]
pub struct MemoView {
    /// Title, author, date and digits.
    pub meta: Meta,
    /// The emblem, where the user has given one.
    pub emblem: Option<Image>,
    /// The form's title.
    pub title: String,
    /// Who writes; label and text.
    pub office: Field,
    /// The letter's number.
    pub number: Field,
    /// Its date.
    pub date: Field,
    /// What it is about.
    pub subject: Field,
    /// Whom it goes to.
    pub to: Field,
    /// Its paragraphs.
    pub body: Vec<String>,
    /// Name and position of who signs, where they are known.
    pub signer: Vec<String>,
    /// The label of the position, to be written by hand where it is not.
    pub position: String,
    /// Names within which no line is to be broken.
    #[serde(skip)]
    pub names: Vec<String>,
}

/// A field of the form.
#[derive(Debug, Clone, Serialize)]
pub struct Field {
    /// Its label.
    pub label: String,
    /// What stands on its line; nothing is left to be written by hand.
    pub text: String,
}

impl MemoView {
    /// The view of a report's memo; `epoch` as for the report itself.
    pub fn new(report: &Report, epoch: Option<Date>) -> Self {
        let speaker = Speaker { report };
        let memo = report.memo.as_ref();
        let own = |field: fn(&Memo) -> &Option<Prose>| memo.and_then(|memo| field(memo).as_ref());
        let text = |prose: Option<&Prose>| prose.map(|prose| speaker.text(prose));
        let field = |label: &str, text: Option<String>| Field {
            label: label.to_owned(),
            text: text.unwrap_or_default(),
        };
        let subject =
            text(own(|memo| &memo.subject)).unwrap_or_else(|| speaker.word(&MEMO.default.subject, &[]));
        let date = memo.and_then(|memo| memo.date).map(|date| speaker.set(&date.long()));
        let office = text(own(|memo| &memo.from)).unwrap_or_else(|| speaker.set(&report.agency.name.value));
        let to = text(own(|memo| &memo.to)).or_else(|| head(speaker));
        MemoView {
            meta: Meta::new(report, subject.replace('\n', " "), epoch),
            emblem: memo.and_then(emblem),
            title: MEMO.title.clone(),
            office: field(&MEMO.office, Some(office)),
            number: field(&MEMO.number, text(own(|memo| &memo.number))),
            date: field(&MEMO.date, date),
            subject: field(&MEMO.subject, Some(subject)),
            to: field(&MEMO.to, to),
            body: body(speaker, memo),
            signer: memo
                .and_then(|memo| memo.signer.as_ref())
                .map(|s| signer(speaker, s))
                .unwrap_or_default(),
            position: MEMO.position.clone(),
            names: names(speaker),
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

/// The emblem.
fn emblem(memo: &Memo) -> Option<Image> {
    let alt = memo.emblem_alt.clone().unwrap_or_else(|| MEMO.emblem.clone());
    memo.emblem.as_ref().map(|file| Image::new("emblem".to_owned(), file, alt))
}

/// Who heads the agency, where its name tells.
fn head(speaker: Speaker) -> Option<String> {
    let agency = speaker.report.agency.name.as_str();
    let known = |kind: &&HeadWording| agency.starts_with(kind.of.as_str());
    let HeadWording { of, head } = MEMO.default.heads.iter().find(known)?;
    Some(speaker.word(head, &[("rest", &agency[of.len()..])]))
}

/// The file's own paragraphs, else cause, matter and request.
fn body(speaker: Speaker, memo: Option<&Memo>) -> Vec<String> {
    let own: Vec<String> =
        memo.iter().flat_map(|memo| &memo.body).flat_map(|prose| speaker.paragraphs(prose)).collect();
    if !own.is_empty() {
        return own;
    }
    let (report, words) = (speaker.report, &MEMO.default);
    let result = report.current().map(|year| {
        let level = year.level().map(|level| speaker.word(&words.level, &[("level", level)]));
        let total = year.total.to_string();
        speaker.word(&words.result, &[("total", &total), ("level", &level.unwrap_or_default())])
    });
    let analysis = report.previous().map(|_| speaker.word(&words.analysis, &[])).unwrap_or_default();
    let done = match report.measures.iter().filter(|measure| !measure.results.items.is_empty()).count() {
        0 => String::new(),
        count => speaker.word(&words.done, &[("count", &count.to_string())]),
    };
    let matter = [("done", done.as_str()), ("result", result.as_deref().unwrap_or_default())];
    vec![
        speaker.word(&words.cause, &[("analysis", &analysis)]),
        speaker.word(&words.matter, &matter),
        speaker.word(&words.request, &[]),
    ]
}

/// Name in brackets and position, a line each.
fn signer(speaker: Speaker, signer: &Signature) -> Vec<String> {
    let name = signer.name.as_ref().map(|name| speaker.bracketed(name));
    name.into_iter().chain(signer.position.as_ref().map(|position| speaker.text(position))).collect()
}

/// The wording of the memo. Its fields are explained beside the sentences themselves.
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
    position: String,
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
    of: String,
    head: String,
}
