//! From the bytes of a file to text.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use super::format::LARGEST_FILE;
use crate::diagnostic::Report;

/// How much of a file is looked at to tell whether it is text, in bytes.
const SAMPLE: usize = 8 * 1024;

/// The text of a file, without a byte order mark and with lines that end in a single line feed.
/// `None` where the file is empty, too big or binary; the report says which. A text that is not in
/// UTF-8 is read by its byte order mark or in the encoding that its bytes speak for.
pub fn decode<'a>(bytes: &'a [u8], report: &mut Report<'_>) -> Option<Cow<'a, str>> {
    decode_up_to(LARGEST_FILE, None, bytes, report)
}

/// [`decode`] for files of up to `most` bytes, of which the label of their encoding may be known.
pub fn decode_up_to<'a>(
    most: usize,
    label: Option<&[u8]>,
    bytes: &'a [u8],
    report: &mut Report<'_>,
) -> Option<Cow<'a, str>> {
    if bytes.len() > most {
        report.error(
            None,
            format!("the file is bigger than {} MiB and is left out", most >> 20),
            "split it into several documents",
        );
        return None;
    }
    let marked = Encoding::for_bom(bytes);
    let bytes = marked.map_or(bytes, |(_, length)| &bytes[length..]);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        report.error(
            None,
            "the file is empty and is left out",
            "write a text into it or remove it",
        );
        return None;
    }
    let wide = marked.is_some_and(|(encoding, _)| encoding != UTF_8);
    if !wide && is_binary(bytes) {
        report.error(
            None,
            "the file is binary and is left out",
            "documents are texts: Markdown, plain text, HTML, JSON Lines or CSV",
        );
        return None;
    }
    if !wide && let Ok(text) = std::str::from_utf8(bytes) {
        return Some(with_line_feeds(text));
    }
    let encoding = match marked {
        Some((encoding, _)) => encoding,
        None => label
            .and_then(Encoding::for_label)
            .filter(|&stated| stated != UTF_8)
            .unwrap_or_else(|| {
                let guess = guess(bytes);
                report.warning(
                    None,
                    format!(
                        "the file is not UTF-8; it is read as {}, for which its bytes speak",
                        guess.name()
                    ),
                    "look whether its letters are right, and save it in UTF-8",
                );
                guess
            }),
    };
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    if broken {
        report.warning(
            None,
            format!(
                "some bytes are no characters of {}; they stand as \u{fffd}",
                encoding.name()
            ),
            "save the file in UTF-8",
        );
    }
    Some(with_line_feeds(&text).into_owned().into())
}

/// The encoding for which the bytes speak.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// A NUL anywhere, or a beginning of which more than a tenth is control characters.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let noise = sample
        .iter()
        .filter(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace())
        .count();
    bytes.contains(&0) || noise * 10 > sample.len()
}

fn with_line_feeds(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        text.into()
    }
}

/// What stands in a text for a character of the source: nothing for control characters and byte
/// order marks, a space for those that part words. Characters that order the direction of writing
/// stay: they are part of the text, and whoever shows it isolates it.
pub fn printable(character: char) -> Option<char> {
    match character {
        '\n' | '\t' => Some(character),
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{feff}' => None,
        _ if character.is_control() => None,
        _ => Some(character),
    }
}

/// A text without control characters, on one line. `None` where nothing is left.
pub fn one_line(text: &str) -> Option<String> {
    let cleaned: String = text.chars().filter_map(printable).collect();
    let words: Vec<&str> = cleaned.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::diagnostic::{Diagnostic, Report};

    fn refused(bytes: &[u8]) -> Diagnostic {
        let mut diagnostics = Vec::new();
        assert_eq!(
            decode(bytes, &mut Report::new("a.md", &mut diagnostics)),
            None
        );
        diagnostics.remove(0)
    }

    #[test]
    fn line_ends_become_line_feeds_and_the_byte_order_mark_goes() {
        let mut diagnostics = Vec::new();
        let mut report = Report::new("a.md", &mut diagnostics);
        let text = decode(b"\xef\xbb\xbfa\r\nb\rc\n", &mut report);
        assert_eq!(text.as_deref(), Some("a\nb\nc\n"));
    }

    fn read(bytes: &[u8]) -> (String, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let text = decode(bytes, &mut Report::new("a.txt", &mut diagnostics)).unwrap();
        (text.into_owned(), diagnostics)
    }

    #[test]
    fn other_encodings_are_read_and_named() {
        let (text, problems) = read(b"one\r\ntwo\r\nThe caf\xe9 is na\xefve.\n");
        assert_eq!(text, "one\ntwo\nThe café is naïve.\n");
        assert!(problems[0].message.contains("windows-1252"));
        let (text, _) =
            read(b"\xcc\xee\xf1\xea\xe2\xe0 \xe2 \xec\xe0\xe5 \xe8 \xe2 \xe8\xfe\xed\xe5");
        assert_eq!(text, "Москва в мае и в июне");
    }

    #[test]
    fn byte_order_marks_say_which_encoding_it_is() {
        assert_eq!(read(b"\xff\xfea\0\xe9\0").0, "aé");
        assert_eq!(read(b"\xfe\xff\0a\0\xe9").0, "aé");
        assert_eq!(read(b"\xff\xfea\0").1, []);
    }

    #[test]
    fn what_is_no_text_is_named_for_what_it_is() {
        assert!(refused(b" \n\t\n").message.contains("empty"));
        assert!(refused(b"\xef\xbb\xbf\n").message.contains("empty"));
        assert!(refused(b"\x89PNG\r\n\x1a\n\0\0").message.contains("binary"));
        assert!(refused(b"\x01\x02\x03abc").message.contains("binary"));
        let big = vec![b'a'; 17 * 1024 * 1024];
        assert!(refused(&big).message.contains("bigger"));
    }
}
