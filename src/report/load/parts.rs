//! Reads all parts except scores and measures: agency, wording, lessons, photographs, evidence, signatures, memo,
//! layout.

use std::sync::Arc;

use super::columns::columns;
use super::fonts::fonts;
use super::loader::Loader;
use super::pictures::{picture, pictures};
use crate::fonts::Fonts;
use crate::ita::Score;
use crate::pictures::Size;
use crate::report::diagnostic::Fault;
use crate::report::model::{
    Agency, Evidence, Layout, Lessons, Memo, Orientation, Photo, ReportText, Signature, SignedDocument,
};
use crate::report::reader::{Entry, Reader, Table};
use crate::report::source::Spanned;
use crate::thai::Numerals;

pub(super) fn agency(reader: &mut Reader, entry: Entry, loader: &Loader) -> Option<Agency> {
    let mut table = reader.table(entry)?;
    let name = table.required(reader, "name", Reader::name);
    let short_name = table.optional_unless_empty(reader, "short_name", Reader::name);
    let mut optional = |reader: &mut Reader, key| table.optional_unless_empty(reader, key, Reader::text);
    let district = optional(reader, "district");
    let province = optional(reader, "province");
    let address = optional(reader, "address");
    let phone = optional(reader, "phone").map(|text| text.value);
    let email = optional(reader, "email").map(|text| text.value);
    let website = optional(reader, "website").map(|text| text.value);
    let logo_alt = optional(reader, "logo_alt").map(|text| text.value);
    let area = loader.lengths.pictures.logo;
    let logo = table.optional_unless_empty(reader, "logo", |r, e| picture(r, e, area, loader));
    table.finish(reader);
    let name = name?;
    let short_name = short_name.unwrap_or_else(|| name.clone());
    Some(Agency { name, short_name, district, province, address, phone, email, website, logo, logo_alt })
}

pub(super) fn default_text() -> ReportText {
    let weak_below = Score::from_hundredths(95_00).expect("95 is a score");
    ReportText { title: None, introduction: None, conclusion: None, closing: None, weak_below }
}

pub(super) fn text(reader: &mut Reader, entry: Entry) -> Option<ReportText> {
    let mut table = reader.table(entry)?;
    let title = table.optional_unless_empty(reader, "title", Reader::prose);
    let mut paragraphs = |reader: &mut Reader, key| {
        table
            .optional_unless_empty(reader, key, Reader::prose_list)
            .filter(|paragraphs| !paragraphs.is_empty())
    };
    let introduction = paragraphs(reader, "introduction");
    let conclusion = paragraphs(reader, "conclusion");
    let closing = paragraphs(reader, "closing");
    let weak_below = table.optional(reader, "weak_below", Reader::score);
    table.finish(reader);
    let default = default_text();
    Some(ReportText {
        title,
        introduction,
        conclusion,
        closing,
        weak_below: weak_below.unwrap_or(default.weak_below),
    })
}

pub(super) fn lessons(reader: &mut Reader, entry: Entry) -> Option<Lessons> {
    let mut table = reader.table(entry)?;
    let obstacles = table.optional_unless_empty(reader, "obstacles", Reader::prose_list).unwrap_or_default();
    let recommendations =
        table.optional_unless_empty(reader, "recommendations", Reader::prose_list).unwrap_or_default();
    table.finish(reader);
    Some(Lessons { obstacles, recommendations })
}

pub(super) fn photos(
    reader: &mut Reader,
    entry: Entry,
    loader: &Loader,
    measures: Option<usize>,
) -> Option<Vec<Photo>> {
    let mut tables = reader.tables(entry)?;
    let files = tables.iter_mut().map(|table| table.required(reader, "file", |_, entry| Some(entry)));
    let files = files.collect();
    let area = |size: Size| loader.lengths.photo_area(size.width, size.height);
    let files = pictures(reader, files, area, loader);
    let mut photos = Vec::new();
    for (mut table, file) in tables.into_iter().zip(files) {
        let span = table.span();
        let caption = table.optional_unless_empty(reader, "caption", Reader::prose);
        let alt = table.optional_unless_empty(reader, "alt", Reader::prose);
        let measure = table.optional(reader, "measure", |r, e| measure_number(r, e, measures));
        table.finish(reader);
        photos.extend(file.map(|file| {
            let Size { width, height, .. } = file.picture.size();
            let is_panorama = loader.lengths.is_panorama(width, height);
            Photo { span, file, is_panorama, caption, alt, measure }
        }));
    }
    Some(photos)
}

pub(super) fn evidence(reader: &mut Reader, entry: Entry, measures: Option<usize>) -> Option<Vec<Evidence>> {
    let mut evidence = Vec::new();
    for mut table in reader.tables(entry)? {
        let span = table.span();
        let title = table.required(reader, "title", Reader::prose);
        let url = table.optional_unless_empty(reader, "url", Reader::link);
        let measure = table.optional(reader, "measure", |r, e| measure_number(r, e, measures));
        table.finish(reader);
        evidence.extend(title.map(|title| Evidence { span, title, url, measure }));
    }
    Some(evidence)
}

/// Reads the number of a measure in this file. `None` if there is no such measure, or if `count` is unknown because
/// the measures cannot be read.
fn measure_number(reader: &mut Reader, entry: Entry, count: Option<usize>) -> Option<usize> {
    let number = reader.integer(entry)?;
    let count = count?;
    let valid = usize::try_from(number.value).ok().filter(|n| (1..=count).contains(n));
    if valid.is_none() {
        reader.report(
            Fault::MeasureNumber { value: reader.source.slice(&number.span).to_owned(), count },
            number.span,
        );
    }
    valid
}

pub(super) fn signatures(reader: &mut Reader, entry: Entry) -> Option<Vec<Signature>> {
    let tables = reader.tables(entry)?;
    Some(
        tables
            .into_iter()
            .map(|mut table| {
                let role = table.optional_unless_empty(reader, "role", Reader::prose);
                let signature = signer(reader, &mut table);
                let documents = table
                    .optional_unless_empty(reader, "documents", signed_documents)
                    .unwrap_or_else(|| vec![SignedDocument::Report]);
                table.finish(reader);
                Signature { role, documents, ..signature }
            })
            .collect(),
    )
}

fn signer(reader: &mut Reader, table: &mut Table) -> Signature {
    let name = table.optional_unless_empty(reader, "name", Reader::prose);
    let position = table.optional_unless_empty(reader, "position", Reader::prose);
    Signature { role: None, name, position, documents: Vec::new() }
}

/// Reads which documents a place to sign is in. `None` if none can be read.
fn signed_documents(reader: &mut Reader, entry: Entry) -> Option<Vec<SignedDocument>> {
    const DOCUMENTS: [(&str, SignedDocument); 2] =
        [("report", SignedDocument::Report), ("plan", SignedDocument::Plan)];
    let items = reader.string_items(entry)?;
    if items.is_empty() {
        // A place to sign that is in no document is more likely a slip than a wish.
        let choices = DOCUMENTS.map(|(name, _)| name).join(" | ");
        reader.report(Fault::EmptyList { key: entry.key.to_owned(), choices }, entry.span());
    }
    let documents: Vec<_> = items.into_iter().filter_map(|item| reader.choice(item, &DOCUMENTS)).collect();
    (!documents.is_empty()).then_some(documents)
}

pub(super) fn memo(reader: &mut Reader, entry: Entry, loader: &Loader) -> Option<Memo> {
    let mut table = reader.table(entry)?;
    let area = loader.lengths.pictures.emblem;
    let emblem = table.optional_unless_empty(reader, "emblem", |r, e| picture(r, e, area, loader));
    let emblem_alt = table.optional_unless_empty(reader, "emblem_alt", Reader::text).map(|text| text.value);
    let mut prose = |reader: &mut Reader, key| table.optional_unless_empty(reader, key, Reader::prose);
    let number = prose(reader, "number");
    let from = prose(reader, "from");
    let to = prose(reader, "to");
    let through = prose(reader, "through");
    let subject = prose(reader, "subject");
    let date = table.optional_unless_empty(reader, "date", Reader::date);
    let body = table.optional_unless_empty(reader, "body", Reader::prose_list).unwrap_or_default();
    let signer = table.optional(reader, "signer", |reader, entry| {
        let mut table = reader.table(entry)?;
        let signer = signer(reader, &mut table);
        table.finish(reader);
        Some(signer)
    });
    table.finish(reader);
    Some(Memo { emblem, emblem_alt, number, date, from, to, through, subject, body, signer })
}

/// Reads the layout options and loads the fonts.
pub(super) fn layout(
    reader: &mut Reader,
    entry: Entry,
    loader: &Loader,
    own_headings: Option<&[String]>,
) -> Option<(Layout, Arc<Fonts>)> {
    let mut table = reader.table(entry)?;
    let numerals = table
        .optional_unless_empty(reader, "numerals", |r, e| r.choice(e, &Numerals::ALL))
        .unwrap_or_default();
    let orientation = table
        .optional_unless_empty(reader, "orientation", |r, e| r.choice(e, &Orientation::ALL))
        .unwrap_or_default();
    let mut switch = |reader: &mut Reader, key| table.optional(reader, key, Reader::boolean).unwrap_or(false);
    let cover = switch(reader, "cover");
    let contents = switch(reader, "contents");
    let chart = switch(reader, "chart");
    let mut columns_of = |reader: &mut Reader, key| {
        table.optional(reader, key, |r, e| columns(r, e, own_headings, orientation))
    };
    let columns = columns_of(reader, "columns");
    let plan_columns = columns_of(reader, "plan_columns");
    let family = table.optional_unless_empty(reader, "font", Reader::string);
    let folder = table.optional_unless_empty(reader, "font_dir", Reader::path);
    table.finish(reader);
    let fonts = fonts(reader, family.as_ref(), folder.as_ref(), loader);
    Some((Layout { numerals, orientation, cover, contents, chart, columns, plan_columns }, fonts))
}

pub(super) fn allow(reader: &mut Reader, entry: Entry) -> Option<Vec<Spanned<String>>> {
    let mut table = reader.table(entry)?;
    let codes = table.optional(reader, "allow", |reader, entry| {
        Some(entry.items().into_iter().filter_map(|item| reader.string(item)).collect())
    });
    table.finish(reader);
    codes
}
