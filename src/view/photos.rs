//! Photographs of the work, two to a row, each with its caption.

use serde::Serialize;

use super::picture::Picture;
use super::speaker::Speaker;
use super::wording::REPORT;
use crate::report::Photo;

/// The section of photographs.
#[derive(Debug, Clone, Serialize)]
pub struct PhotosView {
    /// Its heading.
    pub heading: String,
    /// The photographs in the file's order: two to a row, and very wide ones alone.
    pub rows: Vec<Vec<PhotoView>>,
}

/// A photograph.
#[derive(Debug, Clone, Serialize)]
pub struct PhotoView {
    /// The picture.
    pub picture: Picture,
    /// What stands below it.
    pub caption: String,
}

pub(super) fn photos(speaker: Speaker) -> Option<PhotosView> {
    let words = &REPORT.photos;
    let photo = |(photo, number): (&Photo, usize)| {
        let text = |prose: &Option<_>| prose.as_ref().map(|prose| speaker.text(prose));
        let (name, number, caption) =
            (format!("photo-{number}"), speaker.number(number), text(&photo.caption));
        let values = [("number", number.as_str()), ("caption", caption.as_deref().unwrap_or_default())];
        let label = speaker.word(&words.label, &values);
        let measure = photo.measure.map(|of| speaker.word(&words.of_measure, &[("number", &of.to_string())]));
        let alt = text(&photo.alt).or(caption).unwrap_or_else(|| label.trim().to_owned());
        PhotoView {
            picture: Picture::within(name, &photo.picture, photo.room(), alt.replace('\n', " ")),
            caption: [Some(label.trim().to_owned()), measure]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
        }
    };
    let mut rows: Vec<Vec<PhotoView>> = Vec::new();
    let mut has_room = false;
    for (of, number) in speaker.report.photos.iter().zip(1..) {
        match rows.last_mut().filter(|_| has_room && !of.is_panorama()) {
            Some(row) => {
                row.push(photo((of, number)));
                has_room = false;
            }
            None => {
                rows.push(vec![photo((of, number))]);
                has_room = !of.is_panorama();
            }
        }
    }
    (!rows.is_empty()).then(|| PhotosView { heading: words.heading.clone(), rows })
}
