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
    /// The photographs in the file's order.
    pub photos: Vec<PhotoView>,
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
            picture: Picture::within(name, &photo.picture, Photo::ROOM, alt.replace('\n', " ")),
            caption: [Some(label.trim().to_owned()), measure]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
        }
    };
    let photos: Vec<PhotoView> = speaker.report.photos.iter().zip(1..).map(photo).collect();
    (!photos.is_empty()).then(|| PhotosView { heading: words.heading.clone(), photos })
}
