//! From bytes to clean UTF-8, a chunk at a time.
//!
//! The encoding is decided once for the whole file: by its byte order mark, or else by the first [`WINDOW`] bytes from
//! the first byte that is not ASCII. Until such a byte comes every candidate reads the same, so nothing has to be read
//! twice and the decision does not depend on how the bytes arrive. What PostgreSQL would refuse (NUL, an unpaired
//! surrogate, a malformed sequence) becomes U+FFFD here, and is counted.
//!
//! The SHA-256 is computed on the way, because every byte passes here anyway and standard input can be read only once.
//! Whoever must know it before the first record (to recognise a file that was imported before) calls [`digest`] first;
//! comparing both then proves that the file did not change in between.

use std::fmt;
use std::io::{ErrorKind, Read};

use encoding_rs::{Decoder, DecoderResult};
use sha2::{Digest as _, Sha256};

use super::error::Error;
use super::magic;

/// Bytes asked of the reader at once.
pub(super) const CHUNK: usize = 64 * 1024;
/// Bytes from the first non-ASCII byte on that decide between UTF-8 and Windows-1252.
const WINDOW: usize = 64 * 1024;
const REPLACEMENT: &str = "\u{fffd}";

/// How a file's bytes stand for characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, which includes plain ASCII.
    Utf8,
    /// UTF-16, little end first, as Campaign Manager writes it.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// Windows-1252: what Excel writes as "CSV" in western Europe.
    Windows1252,
}

impl Encoding {
    fn decoder(self) -> Decoder {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
        }
        .new_decoder_without_bom_handling()
    }
}

/// The SHA-256 of a whole file. `Display` is lower-case hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest(pub [u8; 32]);

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

/// Reads `input` to its end and returns its SHA-256 and its length in bytes. Memory: one chunk.
pub fn digest(mut input: impl Read) -> Result<(Digest, u64), Error> {
    let mut hash = Sha256::new();
    let mut chunk = vec![0; CHUNK];
    let mut bytes = 0;
    loop {
        let read = read_some(&mut input, &mut chunk, bytes)?;
        if read == 0 {
            return Ok((Digest(hash.finalize().into()), bytes));
        }
        bytes += read as u64;
        hash.update(&chunk[..read]);
    }
}

fn read_some(input: &mut impl Read, chunk: &mut [u8], bytes: u64) -> Result<usize, Error> {
    loop {
        match input.read(chunk) {
            Ok(read) => return Ok(read.min(chunk.len())),
            Err(source) if source.kind() == ErrorKind::Interrupted => {}
            Err(source) => return Err(Error::Unreadable { bytes, source }),
        }
    }
}

/// How often a byte occurs. Summed in bytes over short pieces, which the compiler turns into vector instructions.
pub(super) fn count_byte(bytes: &[u8], wanted: u8) -> u64 {
    bytes.chunks(255).map(|piece| u64::from(piece.iter().map(|byte| u8::from(*byte == wanted)).sum::<u8>())).sum()
}

/// Something that hands out text and is told how much of it was used: a file, or the sample at its head.
pub(super) trait Feed {
    /// The text not used yet; empty only at the end.
    fn available(&mut self) -> Result<&[u8], Error>;
    /// Gives back the first `count` bytes of what was available.
    fn consume(&mut self, count: usize);
    /// Whether the end is the end of the file, and not just of a sample.
    fn complete(&self) -> bool;
}

/// The head of a file, for looking at without using it up.
pub(super) struct Sample<'a> {
    pub(super) text: &'a [u8],
    pub(super) complete: bool,
}

impl Feed for Sample<'_> {
    fn available(&mut self) -> Result<&[u8], Error> {
        Ok(self.text)
    }

    fn consume(&mut self, count: usize) {
        self.text = &self.text[count..];
    }

    fn complete(&self) -> bool {
        self.complete
    }
}

/// A file as valid UTF-8 without NULs.
pub(super) struct Text<R> {
    input: R,
    chunk: Vec<u8>,
    /// Bytes that were read and not decoded: only while the encoding is open.
    held: Vec<u8>,
    decoded: Vec<u8>,
    start: usize,
    encoding: Encoding,
    decoder: Option<Decoder>,
    ended: bool,
    bytes: u64,
    hash: Sha256,
    replaced: u64,
}

impl<R: Read> Text<R> {
    /// Reads the first bytes, refuses what is no text, and takes off a byte order mark.
    pub(super) fn open(input: R) -> Result<Self, Error> {
        let mut text = Self {
            input,
            chunk: vec![0; CHUNK],
            held: Vec::new(),
            decoded: Vec::new(),
            start: 0,
            encoding: Encoding::Utf8,
            decoder: None,
            ended: false,
            bytes: 0,
            hash: Sha256::new(),
            replaced: 0,
        };
        while text.held.len() < magic::HEAD && text.take()? {}
        if text.held.is_empty() {
            return Err(Error::Empty);
        }
        magic::refuse_binary(&text.held)?;
        if let Some((encoding, mark)) = magic::encoding(&text.held) {
            text.settle(encoding);
            text.held.drain(..mark);
        }
        text.decode(text.ended);
        Ok(text)
    }

    /// Reads one chunk into `held`; false at the end of the file.
    fn take(&mut self) -> Result<bool, Error> {
        let read = read_some(&mut self.input, &mut self.chunk, self.bytes)?;
        self.bytes += read as u64;
        self.hash.update(&self.chunk[..read]);
        self.held.extend_from_slice(&self.chunk[..read]);
        self.ended = read == 0;
        Ok(!self.ended)
    }

    /// Adds text to the buffer; false when there is no more.
    pub(super) fn fill(&mut self) -> Result<bool, Error> {
        if self.start > 0 {
            self.decoded.drain(..self.start);
            self.start = 0;
        }
        let before = self.decoded.len();
        while self.decoded.len() == before {
            if self.ended {
                return Ok(false);
            }
            self.take()?;
            self.decode(self.ended);
        }
        Ok(true)
    }

    /// Fills the buffer up to `size` bytes, if the file has as many. The text stays unused.
    pub(super) fn peek(&mut self, size: usize) -> Result<Sample<'_>, Error> {
        while self.decoded.len() - self.start < size && self.fill()? {}
        Ok(Sample { text: &self.decoded[self.start..], complete: self.ended })
    }

    /// The text that is in memory and not used yet. May be empty before the end: see [`Self::fill`].
    pub(super) fn buffer(&self) -> &[u8] {
        &self.decoded[self.start..]
    }

    /// The same, to be changed in place. The caller keeps it valid UTF-8.
    pub(super) fn buffer_mut(&mut self) -> &mut [u8] {
        &mut self.decoded[self.start..]
    }

    /// Bytes of the file read so far.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Characters replaced so far.
    pub(super) fn replaced(&self) -> u64 {
        self.replaced
    }

    /// Counts characters that a later stage had to replace, such as escapes in JSON.
    pub(super) fn add_replaced(&mut self, count: u64) {
        self.replaced += count;
    }

    /// Whether the file ends right after the first `length` bytes of the buffer.
    pub(super) fn at_end(&self, length: usize) -> bool {
        self.ended && self.buffer().len() == length
    }

    pub(super) fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The SHA-256, once the file has been read to its end.
    pub(super) fn digest(&self) -> Option<Digest> {
        self.ended.then(|| Digest(self.hash.clone().finalize().into()))
    }

    fn settle(&mut self, encoding: Encoding) {
        self.encoding = encoding;
        self.decoder = Some(encoding.decoder());
    }

    fn decode(&mut self, last: bool) {
        let before = self.decoded.len();
        if self.decoder.is_none() {
            let ascii = encoding_rs::Encoding::ascii_valid_up_to(&self.held);
            self.decoded.extend_from_slice(&self.held[..ascii]);
            self.held.drain(..ascii);
            if !self.held.is_empty() && (self.held.len() >= WINDOW || last) {
                let window = &self.held[..self.held.len().min(WINDOW)];
                self.settle(if looks_like_utf8(window) { Encoding::Utf8 } else { Encoding::Windows1252 });
            }
        }
        if let Some(decoder) = &mut self.decoder {
            self.replaced += decode_into(decoder, &self.held, &mut self.decoded, last);
            self.held.clear();
        }
        if self.decoded[before..].contains(&0) {
            self.replace_nuls(before);
        }
    }

    fn replace_nuls(&mut self, from: usize) {
        let tail = self.decoded.split_off(from);
        for byte in tail {
            if byte == 0 {
                self.decoded.extend_from_slice(REPLACEMENT.as_bytes());
                self.replaced += 1;
            } else {
                self.decoded.push(byte);
            }
        }
    }
}

impl<R: Read> Feed for Text<R> {
    fn available(&mut self) -> Result<&[u8], Error> {
        if self.start == self.decoded.len() {
            self.fill()?;
        }
        Ok(self.buffer())
    }

    fn consume(&mut self, count: usize) {
        self.start = (self.start + count).min(self.decoded.len());
    }

    fn complete(&self) -> bool {
        true
    }
}

/// Decodes all of `bytes` onto the end of `text` and returns how many sequences were replaced. A character cut at the
/// end of `bytes` waits inside the decoder for the next call.
fn decode_into(decoder: &mut Decoder, mut bytes: &[u8], text: &mut Vec<u8>, last: bool) -> u64 {
    let mut replaced = 0;
    loop {
        let at = text.len();
        // The estimate overflows only for lengths near usize::MAX; a chunk is 64 KiB.
        let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(4 * CHUNK);
        text.resize(at + room, 0);
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(bytes, &mut text[at..], last);
        text.truncate(at + written);
        bytes = &bytes[read..];
        match result {
            DecoderResult::InputEmpty => return replaced,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                text.extend_from_slice(REPLACEMENT.as_bytes());
                replaced += 1;
            }
        }
    }
}

/// Whether more of these bytes have the build of UTF-8 than do not. A lead byte with the right number of continuation
/// bytes counts for UTF-8 even if the sequence is overlong or a surrogate: no Windows-1252 text looks like that.
fn looks_like_utf8(window: &[u8]) -> bool {
    let (mut like, mut unlike, mut at) = (0_usize, 0_usize, 0);
    while at < window.len() {
        let length = match window[at] {
            0x00..=0x7f => {
                at += 1;
                continue;
            }
            0xc0..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => 0,
        };
        let continued = window[at..].iter().skip(1).take_while(|byte| (0x80..=0xbf).contains(*byte)).count();
        if length > 0 && continued + 1 >= length {
            like += 1;
            at += length;
        } else {
            // A sequence cut off by the window's own end says nothing.
            unlike += usize::from(length == 0 || at + length <= window.len());
            at += 1;
        }
    }
    like >= unlike
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands out `step` bytes at a time.
    struct Drip<'a>(&'a [u8], usize);

    impl Read for Drip<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let count = self.1.min(self.0.len()).min(into.len());
            into[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn read_all(bytes: &[u8], step: usize) -> (String, Encoding, u64) {
        let mut text = Text::open(Drip(bytes, step)).unwrap();
        let mut all = Vec::new();
        loop {
            let part = text.available().unwrap().to_vec();
            if part.is_empty() {
                break;
            }
            text.consume(part.len());
            all.extend(part);
        }
        (String::from_utf8(all).unwrap(), text.encoding(), text.replaced())
    }

    fn at_every_step(bytes: &[u8], expected: &str, encoding: Encoding, replaced: u64) {
        for step in [1, 2, 3, 7, 4096] {
            assert_eq!(read_all(bytes, step), (expected.to_owned(), encoding, replaced), "in steps of {step}");
        }
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2], mark: &[u8]) -> Vec<u8> {
        mark.iter().copied().chain(text.encode_utf16().flat_map(to_bytes)).collect()
    }

    #[test]
    fn each_encoding_reads_the_same_however_the_bytes_arrive() {
        let text = "name;città\n李 🎉;Zoë\n";
        at_every_step(text.as_bytes(), text, Encoding::Utf8, 0);
        at_every_step(&[b"\xef\xbb\xbf", text.as_bytes()].concat(), text, Encoding::Utf8, 0);
        at_every_step(&utf16(text, u16::to_le_bytes, b"\xff\xfe"), text, Encoding::Utf16Le, 0);
        at_every_step(&utf16(text, u16::to_be_bytes, b"\xfe\xff"), text, Encoding::Utf16Be, 0);
        at_every_step(&utf16("a,b\n1,2\n", u16::to_le_bytes, b""), "a,b\n1,2\n", Encoding::Utf16Le, 0);
        at_every_step(b"name\nJos\xe9 \x80 5\n", "name\nJosé € 5\n", Encoding::Windows1252, 0);
    }

    #[test]
    fn what_postgresql_would_refuse_is_replaced_and_counted() {
        at_every_step(b"a\0b\n", "a\u{fffd}b\n", Encoding::Utf8, 1);
        // A lone high surrogate, then one that lost its half to the end of the file.
        at_every_step(b"\xff\xfea\x00\x3d\xd8b\x00\x3d\xd8", "a\u{fffd}b\u{fffd}", Encoding::Utf16Le, 2);
        // Overlong "/", a surrogate written as UTF-8, and a character cut by the end: bad UTF-8, but not Windows-1252.
        at_every_step(b"\xc3\xa9 \xc0\xaf!", "é \u{fffd}\u{fffd}!", Encoding::Utf8, 2);
        at_every_step(b"\xed\xa0\xbd!", "\u{fffd}\u{fffd}\u{fffd}!", Encoding::Utf8, 3);
        at_every_step("ok é".as_bytes().strip_suffix(b"\xa9").unwrap(), "ok \u{fffd}", Encoding::Utf8, 1);
    }

    #[test]
    fn the_encoding_is_decided_once_even_when_the_first_odd_byte_comes_late() {
        let mut late = b"plain,ascii\n".repeat(20_000);
        late.extend(b"caf\xe9\n");
        late.extend(b"plain,ascii\n".repeat(20_000));
        late.extend("é\n".as_bytes());
        let (text, encoding, _) = read_all(&late, 4096);
        assert_eq!(encoding, Encoding::Windows1252);
        assert!(text.contains("café\n") && text.ends_with("Ã©\n"));
    }

    #[test]
    fn one_damaged_name_does_not_turn_a_utf8_file_into_another_encoding() {
        let (text, encoding, replaced) = read_all("\u{fe}ok é ü ñ, bro".replace('\u{fe}', "").as_bytes(), 5);
        assert_eq!((encoding, replaced), (Encoding::Utf8, 0));
        assert_eq!(text, "ok é ü ñ, bro");
        let (text, encoding, replaced) = read_all(b"\xe9 \xc3\xa9\xc3\xbc\n", 5);
        assert_eq!((text.as_str(), encoding, replaced), ("\u{fffd} éü\n", Encoding::Utf8, 1));
    }

    #[test]
    fn the_hash_on_the_way_equals_the_hash_of_a_separate_pass() {
        let bytes = b"\xef\xbb\xbfa,b\n1,2\n".repeat(10_000);
        let mut text = Text::open(Drip(&bytes, 1000)).unwrap();
        assert!(text.digest().is_none(), "there is no hash before the end");
        while !text.available().unwrap().is_empty() {
            text.consume(usize::MAX / 2);
        }
        let (expected, length) = digest(bytes.as_slice()).unwrap();
        assert_eq!((text.digest(), text.bytes()), (Some(expected), length));
        assert_eq!(
            digest(b"abc".as_slice()).unwrap().0.to_string(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn a_disk_that_fails_is_named() {
        struct Broken(bool);
        impl Read for Broken {
            fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
                if std::mem::replace(&mut self.0, true) {
                    return Err(std::io::Error::other("I/O error"));
                }
                into[..3].copy_from_slice(b"a,b");
                Ok(3)
            }
        }
        let error = Text::open(Broken(false)).err().unwrap();
        assert!(error.to_string().starts_with("the file could not be read after 3 bytes: I/O error"), "{error}");
    }
}
