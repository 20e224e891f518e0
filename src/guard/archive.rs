//! What is in archives: zip, in which sheets are written (ISO/IEC 29500-2).

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

/// What every archive begins with that has a file in it.
const ZIP: &[u8] = b"PK\x03\x04";

/// No archive of a site holds more when unpacked.
const MOST: u64 = 1 << 28;

/// A file in an archive.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The files in an archive; none if the bytes are no archive.
///
/// # Errors
/// If not all of it can be read: what nobody can look into may hold anything.
pub fn entries(bytes: &[u8]) -> Result<Vec<Entry>, String> {
    entries_up_to(bytes, MOST)
}

fn entries_up_to(bytes: &[u8], most: u64) -> Result<Vec<Entry>, String> {
    if !bytes.starts_with(ZIP) {
        return Ok(Vec::new());
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    // Of files of one name only the last is given, and what stands before the first is no file.
    if archive.has_duplicate_names() || archive.offset() != 0 {
        return Err("ambiguous archive".to_owned());
    }
    let (mut entries, mut left) = (Vec::with_capacity(archive.len()), most);
    for place in 0..archive.len() {
        let file = archive.by_index(place).map_err(|error| error.to_string())?;
        let name = String::from_utf8_lossy(file.name_raw()).into_owned();
        let mut bytes = Vec::new();
        // One more than may be, so that it shows when there is more.
        let length = file.take(left + 1).read_to_end(&mut bytes).map_err(|error| format!("{name}: {error}"))?;
        left = left.checked_sub(length as u64).ok_or("too large")?;
        entries.push(Entry { name, bytes });
    }
    Ok(entries)
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write as _;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// An archive of these files.
    pub fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn every_file_is_unpacked() {
        let long = "versleuteld ".repeat(1000);
        let packed = archive(&[("xl/sharedStrings.xml", long.as_bytes()), ("leeg", b"")]);
        assert!(packed.len() < 1000);
        let found = entries(&packed).unwrap();
        assert_eq!(found.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>(), ["xl/sharedStrings.xml", "leeg"]);
        assert_eq!(found[0].bytes, long.as_bytes());
        assert_eq!(entries(b"PKZIP is a program"), Ok(Vec::new()));
    }

    #[test]
    fn what_cannot_be_read_whole_is_an_error() {
        let packed = archive(&[("a", b"een twee drie vier vijf"), ("b", &[7; 4000])]);
        assert!(entries(&packed[..packed.len() / 2]).is_err(), "cut");
        assert!(entries(ZIP).is_err(), "no more than a beginning");
        let mut damaged = packed.clone();
        damaged[33] ^= 0xff;
        assert!(entries(&damaged).is_err(), "other bytes than were packed");
        assert!(entries_up_to(&packed, 4022).is_err(), "larger than may be");
        assert!(entries_up_to(&packed, 4023).is_ok());
        let hidden = [archive(&[("a", b"een")]), archive(&[("b", b"twee")])].concat();
        assert!(entries(&hidden).is_err(), "an archive behind another");
    }
}
