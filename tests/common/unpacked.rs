//! Reads the objects of a PDF that are packed into compressed object streams.

use std::io::Read;

use flate2::read::ZlibDecoder;

/// The bytes of a PDF, and behind them those of its object streams, unpacked.
pub fn unpacked(pdf: &[u8]) -> Vec<u8> {
    const STREAM: &[u8] = b"stream\n";
    let find = |wanted: &[u8], from: usize| {
        pdf[from..].windows(wanted.len()).position(|window| window == wanted).map(|at| from + at)
    };
    let (mut all, mut at) = (pdf.to_vec(), 0);
    while let Some(found) = find(b"/Type/ObjStm", at) {
        at = find(STREAM, found).expect("a stream") + STREAM.len();
        ZlibDecoder::new(&pdf[at..]).read_to_end(&mut all).expect("a compressed stream");
    }
    assert!(at > 0, "there are object streams");
    all
}
