//! The photographs of the work, two to a row, each with its caption.

use serde::Serialize;

use super::image::Image;
use super::wording::REPORT;
use super::writer::Writer;
use crate::report::Photo;

/// The section of photographs.
#[derive(Debug, Clone, Serialize)]
pub struct PhotosView {
    /// The heading of the section.
    pub heading: String,
    /// The photographs in the report file's order. A row has one or two; a very wide photograph has a row of its own.
    pub rows: Vec<Vec<PhotoView>>,
}

/// A photograph with its caption.
#[derive(Debug, Clone, Serialize)]
pub struct PhotoView {
    /// The picture, its size and its alternative text.
    pub picture: Image,
    /// The caption below the picture, with the photograph's number and, if it belongs to a measure, that measure's
    /// number.
    pub caption: String,
}

pub(super) fn photos(writer: Writer) -> Option<PhotosView> {
    let words = &REPORT.photos;
    let photo_view = |(photo, number): (&Photo, usize)| {
        let text = |prose: &Option<_>| prose.as_ref().map(|prose| writer.text(prose));
        let (name, number, caption) =
            (format!("photo-{number}"), writer.number(number), text(&photo.caption));
        let values = [("number", number.as_str()), ("caption", caption.as_deref().unwrap_or_default())];
        let label = writer.sentence(&words.label, &values);
        let of_measure =
            |number: usize| writer.sentence(&words.of_measure, &[("number", &number.to_string())]);
        let measure = photo.measure.map(of_measure);
        let alt = text(&photo.alt).or(caption).unwrap_or_else(|| label.trim().to_owned());
        PhotoView {
            picture: Image::new(name, &photo.file, alt.replace('\n', " ")),
            caption: [Some(label.trim().to_owned()), measure]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
        }
    };
    let mut rows: Vec<Vec<PhotoView>> = Vec::new();
    let mut has_room = false;
    for (photo, number) in writer.report.photos.iter().zip(1..) {
        match rows.last_mut().filter(|_| has_room && !photo.is_panorama) {
            Some(row) => {
                row.push(photo_view((photo, number)));
                has_room = false;
            }
            None => {
                rows.push(vec![photo_view((photo, number))]);
                has_room = !photo.is_panorama;
            }
        }
    }
    (!rows.is_empty()).then(|| PhotosView { heading: words.heading.clone(), rows })
}
