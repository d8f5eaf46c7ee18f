//! Makes a PDF smaller: puts its objects into a compressed object stream, and its table of objects into a cross-reference
//! stream (ISO 32000-1, 7.5.7 and 7.5.8), as PDF/A-2 allows. The PDF writer has no option for this. The objects of a
//! tagged PDF are many and alike, so they take a fifth of the room then. Streams stay as they are.

use std::fmt::Write as _;
use std::io::Write as _;
use std::ops::Range;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// The most objects in one object stream. A reader decompresses a whole stream for one object.
const MOST_IN_STREAM: usize = 500;

/// The smaller form of a PDF that the PDF writer made: with one table of objects, without gaps. Any other file is returned
/// unchanged.
pub(super) fn compact(pdf: Vec<u8>) -> Vec<u8> {
    compacted(&pdf).unwrap_or(pdf)
}

fn compacted(pdf: &[u8]) -> Option<Vec<u8>> {
    let table = Table::read(pdf)?;
    let header = table.objects.first()?.start;
    let mut out = pdf.get(..header)?.to_vec();
    // Of each object: its place in the file, or the number of its stream and its place there.
    let mut entries = vec![Entry::Free; table.objects.len() + 1];
    let mut packed: Vec<(usize, &[u8])> = Vec::new();
    for (number, range) in (1..).zip(&table.objects) {
        let object = pdf.get(range.clone())?.trim_ascii_end();
        let body = object.strip_prefix(format!("{number} 0 obj").as_bytes())?.strip_suffix(b"endobj")?;
        if body.trim_ascii_end().ends_with(b"endstream") {
            entries[number] = Entry::At(out.len());
            out.extend(object);
            out.push(b'\n');
        } else {
            packed.push((number, body.trim_ascii()));
        }
    }
    for objects in packed.chunks(MOST_IN_STREAM) {
        let stream = entries.len();
        for (index, (number, _)) in objects.iter().enumerate() {
            entries[*number] = Entry::In { stream, index };
        }
        entries.push(Entry::At(out.len()));
        write_object_stream(&mut out, stream, objects)?;
    }
    let (number, place) = (entries.len(), out.len());
    entries.push(Entry::At(place));
    write_table(&mut out, number, &entries, &table.trailer)?;
    write!(out, "startxref\n{place}\n%%EOF").ok()?;
    Some(out)
}

/// Where an object is.
#[derive(Clone, Copy)]
enum Entry {
    Free,
    At(usize),
    In { stream: usize, index: usize },
}

/// The table of objects of a file, as the PDF writer writes it.
struct Table {
    /// The byte ranges of the objects 1, 2 and so on.
    objects: Vec<Range<usize>>,
    /// The entries of the trailer, without `Size`.
    trailer: String,
}

impl Table {
    fn read(pdf: &[u8]) -> Option<Self> {
        let end = str::from_utf8(&pdf[pdf.len().saturating_sub(64)..]).ok()?;
        let (_, place) = end.rsplit_once("startxref")?;
        let start: usize = place.trim().strip_suffix("%%EOF")?.trim().parse().ok()?;
        let text = str::from_utf8(pdf.get(start..)?).ok()?;
        let (table, trailer) = text.strip_prefix("xref")?.split_once("trailer")?;
        let mut lines = table.trim().lines();
        let count: usize = lines.next()?.strip_prefix("0 ")?.parse().ok()?;
        // The first entry is that of free objects. All others are in use.
        let place = |line: &str| line.strip_suffix(" 00000 n")?.parse::<usize>().ok();
        let places: Option<Vec<usize>> = lines.skip(1).map(|line| place(line.trim_end())).collect();
        let places = places.filter(|places| places.len() + 1 == count && places.is_sorted())?;
        let ends = places.iter().copied().skip(1).chain([start]);
        let objects = places.iter().zip(ends).map(|(start, end)| *start..end).collect();
        let (trailer, _) = trailer.trim().strip_prefix("<<")?.split_once(">>")?;
        let trailer = trailer.trim().strip_prefix(&format!("/Size {count}"))?.to_owned();
        Some(Table { objects, trailer })
    }
}

/// Writes objects, each with its number, as the object stream of this number.
fn write_object_stream(out: &mut Vec<u8>, number: usize, objects: &[(usize, &[u8])]) -> Option<()> {
    let (mut index, mut content) = (String::new(), Vec::new());
    for (number, object) in objects {
        write!(index, "{number} {} ", content.len()).ok()?;
        content.extend(*object);
        content.push(b'\n');
    }
    let (count, first) = (objects.len(), index.len());
    let entries = format!("/Type/ObjStm/N {count}/First {first}");
    write_stream(out, number, &entries, &[index.as_bytes(), &content].concat())
}

/// Writes the cross-reference stream, which is the object of this number.
fn write_table(out: &mut Vec<u8>, number: usize, entries: &[Entry], trailer: &str) -> Option<()> {
    let mut content = Vec::new();
    for entry in entries {
        let (kind, place, index) = match *entry {
            Entry::Free => (0, 0, u16::MAX),
            Entry::At(place) => (1, place, 0),
            Entry::In { stream, index } => (2, stream, index.try_into().ok()?),
        };
        content.push(kind);
        content.extend(u32::try_from(place).ok()?.to_be_bytes());
        content.extend(index.to_be_bytes());
    }
    let entries = format!("/Type/XRef/Size {}/W[1 4 2]{trailer}", entries.len());
    write_stream(out, number, &entries, &content)
}

fn write_stream(out: &mut Vec<u8>, number: usize, entries: &str, content: &[u8]) -> Option<()> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).ok()?;
    let compressed = encoder.finish().ok()?;
    let length = compressed.len();
    write!(out, "{number} 0 obj\n<<{entries}/Length {length}/Filter/FlateDecode>>\nstream\n").ok()?;
    out.extend(compressed);
    out.extend(b"\nendstream\nendobj\n");
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_pdf_writer_did_not_write_stays_as_it_is() {
        for other in [
            "",
            "%PDF-1.7\n",
            "%PDF-1.7\nstartxref\n99999\n%%EOF",
            "xref\n0 1\ntrailer<<>>startxref\n0\n%%EOF",
        ] {
            assert_eq!(compact(other.as_bytes().to_vec()), other.as_bytes());
        }
    }

    #[test]
    fn objects_are_packed_and_streams_are_not() {
        let pdf = "%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n\n2 0 obj\n<</Length 2>>\nstream\nhi\nendstream\nendobj\n\n";
        let table = format!(
            "xref\n0 3\n0000000000 65535 f\r\n{:010} 00000 n\r\n{:010} 00000 n\r\n",
            pdf.find("1 0").unwrap(),
            pdf.find("2 0").unwrap()
        );
        let file = format!("{pdf}{table}trailer\n<</Size 3/Root 1 0 R>>\nstartxref\n{}\n%%EOF", pdf.len());
        let out = compact(file.into_bytes());
        let text = String::from_utf8_lossy(&out);
        assert!(text.contains("2 0 obj\n<</Length 2>>\nstream\nhi\nendstream\nendobj"), "{text}");
        assert!(!text.contains("/Catalog") && text.contains("/Type/ObjStm/N 1/First 4"), "{text}");
        assert!(text.contains("/Type/XRef/Size 5/W[1 4 2]/Root 1 0 R"), "{text}");
    }
}
