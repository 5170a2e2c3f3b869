//! From the bytes of a file to text.

use std::borrow::Cow;

use crate::diagnostic::Report;

/// Biggest file that is read, in bytes. Offsets into a text of this size fit a `u32` many times.
pub const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// How much of a file is looked at to tell whether it is text, in bytes.
const SAMPLE: usize = 8 * 1024;

/// The text of a file, without a byte order mark and with lines that end in a single line feed.
/// `None` where the file is empty, too big, binary or in another encoding; the report says which.
pub fn decode<'a>(bytes: &'a [u8], report: &mut Report<'_>) -> Option<Cow<'a, str>> {
    if bytes.len() > LARGEST_FILE {
        report.error(
            None,
            "the file is bigger than 16 MiB and is left out",
            "split it into several documents",
        );
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        report.error(
            None,
            "the file is empty and is left out",
            "write a text into it or remove it",
        );
        return None;
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        report.error(
            None,
            "the file is in UTF-16 and is left out",
            "save it in UTF-8",
        );
        return None;
    }
    if is_binary(bytes) {
        report.error(
            None,
            "the file is binary and is left out",
            "documents are Markdown or plain text",
        );
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(with_line_feeds(text)),
        Err(error) => {
            let (good, bad) = bytes.split_at(error.valid_up_to());
            let line = 1 + std::str::from_utf8(good).map_or(0, count_lines);
            let offset = good.len();
            let byte = bad.first().copied().unwrap_or_default();
            report.error(
                u32::try_from(line).ok(),
                format!(
                    "the file is not UTF-8 and is left out: byte 0x{byte:02X} at offset {offset} \
                     is no character"
                ),
                "save it in UTF-8",
            );
            None
        }
    }
}

fn count_lines(text: &str) -> usize {
    with_line_feeds(text).matches('\n').count()
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

    #[test]
    fn a_byte_that_is_no_character_is_named_with_its_line_and_offset() {
        let problem = refused(b"one\r\ntwo\r\ncaf\xe9 x\n");
        assert_eq!(problem.line, Some(3));
        assert!(problem.message.contains("0xE9 at offset 13"), "{problem}");
    }

    #[test]
    fn what_is_no_text_is_named_for_what_it_is() {
        assert!(refused(b" \n\t\n").message.contains("empty"));
        assert!(refused(b"\xef\xbb\xbf\n").message.contains("empty"));
        assert!(refused(b"\x89PNG\r\n\x1a\n\0\0").message.contains("binary"));
        assert!(refused(b"\x01\x02\x03abc").message.contains("binary"));
        assert!(refused(b"\xff\xfea\0b\0").message.contains("UTF-16"));
        let big = vec![b'a'; 17 * 1024 * 1024];
        assert!(refused(&big).message.contains("bigger"));
    }
}
