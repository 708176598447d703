//! What the first bytes of a file say: its encoding, or that it is no text at all.

use super::error::Error;
use super::source::Encoding;

/// How many bytes are looked at.
pub(super) const HEAD: usize = 4096;

const SAVE_AS_CSV: &str = "open it in Excel or LibreOffice and save it as CSV (UTF-8), then import that file";
const UNPACK: &str = "unpack it and import the CSV or JSON files inside";
const EXPORT_AGAIN: &str = "check that this is the file you meant";

/// First bytes, what they are, and what to do.
const KNOWN: &[(&[u8], &str, &str)] = &[
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook (.xls)", SAVE_AS_CSV),
    (b"\x1f\x8b", "a gzip archive", UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", UNPACK),
    (b"BZh", "a bzip2 archive", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", UNPACK),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", EXPORT_AGAIN),
    (b"\xff\xd8\xff", "a JPEG picture", EXPORT_AGAIN),
    (b"GIF8", "a GIF picture", EXPORT_AGAIN),
    (b"%PDF-", "a PDF document", "export the table itself as CSV"),
    (b"SQLite format 3\0", "an SQLite database", EXPORT_AGAIN),
    (b"PAR1", "a Parquet file", "export it as CSV or JSON"),
    (b"\x7fELF", "a program", EXPORT_AGAIN),
    (b"\xff\xfe\x00\x00", "text in UTF-32", "save it as UTF-8 and import that file"),
    (b"\x00\x00\xfe\xff", "text in UTF-32", "save it as UTF-8 and import that file"),
];

/// Names what is not text, so that the user need not guess from a message about columns.
pub(super) fn refuse_binary(head: &[u8]) -> Result<(), Error> {
    if let Some((_, what, advice)) = KNOWN.iter().find(|(magic, ..)| head.starts_with(magic)) {
        return Err(Error::Binary { what, advice });
    }
    if head.starts_with(b"PK\x03\x04") {
        return Err(zip(head));
    }
    if encoding(head).is_some() {
        return Ok(());
    }
    // Real text has tabs and line ends, a stray NUL or two in a damaged file, but not one control character in ten.
    let control = head.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    if control * 10 > head.len() && control > 3 {
        return Err(Error::Binary { what: "a binary file of an unknown kind", advice: EXPORT_AGAIN });
    }
    let start = head.trim_ascii_start();
    let starts_with = |tag: &[u8]| start.get(..tag.len()).is_some_and(|found| found.eq_ignore_ascii_case(tag));
    if starts_with(b"<!") || starts_with(b"<html") || starts_with(b"<?xml") {
        return Err(Error::Binary {
            what: "a web page or XML document",
            advice: "the download probably led to a login page: sign in and export the file again",
        });
    }
    Ok(())
}

/// An Office document is a zip whose first entries have telling names.
fn zip(head: &[u8]) -> Error {
    let has = |needle: &[u8]| head.windows(needle.len()).any(|window| window == needle);
    if has(b"[Content_Types].xml") || has(b"xl/") || has(b"_rels/") {
        Error::Binary { what: "an Excel workbook (.xlsx)", advice: SAVE_AS_CSV }
    } else if has(b"opendocument.spreadsheet") {
        Error::Binary { what: "a LibreOffice spreadsheet (.ods)", advice: SAVE_AS_CSV }
    } else {
        Error::Binary { what: "a zip archive", advice: UNPACK }
    }
}

/// The encoding that the first bytes prove, and the length of the byte order mark.
pub(super) fn encoding(head: &[u8]) -> Option<(Encoding, usize)> {
    match head {
        [0xef, 0xbb, 0xbf, ..] => Some((Encoding::Utf8, 3)),
        [0xff, 0xfe, ..] => Some((Encoding::Utf16Le, 2)),
        [0xfe, 0xff, ..] => Some((Encoding::Utf16Be, 2)),
        // UTF-16 without a mark: ASCII with every other byte NUL. Two characters are enough for no text to be mistaken.
        [a, 0, b, 0, ..] if *a != 0 && *b != 0 => Some((Encoding::Utf16Le, 0)),
        [0, a, 0, b, ..] if *a != 0 && *b != 0 => Some((Encoding::Utf16Be, 0)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(head: &[u8]) -> String {
        refuse_binary(head).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_workbook_is_told_apart_from_a_zip_and_both_say_what_to_do() {
        assert!(
            said(b"PK\x03\x04\x14\0\x06\0[Content_Types].xml")
                .starts_with("this is an Excel workbook (.xlsx), not a CSV")
        );
        assert!(said(b"PK\x03\x04\x14\0\x06\0[Content_Types].xml").contains("save it as CSV"));
        assert!(said(b"PK\x03\x04\x14\0\x06\0Connections.csv").contains("a zip archive"));
        assert!(said(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....").contains(".xls"));
    }

    #[test]
    fn pictures_programs_and_login_pages_are_named() {
        assert!(said(b"\x89PNG\r\n\x1a\n\0\0").contains("a PNG picture"));
        assert!(said(b"\n<!DOCTYPE html><html>").contains("login page"));
        assert!(said(b"<HTML><HEAD>").contains("login page"));
        assert!(said(&(0..=255).collect::<Vec<u8>>().repeat(3)).contains("binary file"));
    }

    #[test]
    fn text_passes_whatever_its_encoding_and_even_with_a_stray_nul() {
        assert_eq!(said(b"name\nA\0B, the third\n"), "");
        assert_eq!(said(b"\xff\xfea\0,\0b\0\n\0"), "");
        assert_eq!(said(b"[1,2]"), "");
    }
}
