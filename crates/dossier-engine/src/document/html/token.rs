//! Cuts HTML into tags and text, in time linear in its length.

use super::entities;

/// Longest value of an attribute that is kept, in bytes.
const LONGEST_VALUE: usize = 2048;

/// How many attributes of a tag are kept.
const MOST_ATTRIBUTES: usize = 40;

/// Elements whose content is no markup.
const RAW: [&str; 8] = [
    "script", "style", "textarea", "title", "noscript", "xmp", "noembed", "noframes",
];

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'t> {
    /// A start tag: name in lower case, attributes, and whether it closes itself.
    Start(String, Vec<(String, String)>, bool),
    /// An end tag.
    End(String),
    /// Text as it is written; its character references are not replaced yet.
    Text(&'t str),
    /// The content of an element that holds no markup, with its name.
    Raw(&'static str, &'t str),
}

/// The tokens of a text with the byte offsets at which they begin.
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    /// The element without markup that has just begun.
    raw: Option<&'static str>,
    /// From where on no more comment ends, so that each is looked for once.
    no_comment_end: bool,
}

impl<'t> Tokens<'t> {
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            raw: None,
            no_comment_end: false,
        }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// The content of an element without markup, up to its end tag or the end of the file.
    fn raw(&mut self, name: &'static str) -> Token<'t> {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let mut end = rest.len();
        let mut from = 0;
        while let Some(at) = rest[from..].find("</") {
            let start = from + at + 2;
            let named = bytes.get(start..start + name.len());
            if named.is_some_and(|named| named.eq_ignore_ascii_case(name.as_bytes())) {
                end = start - 2;
                break;
            }
            from = start;
        }
        self.at += end;
        Token::Raw(name, &rest[..end])
    }

    /// A comment, declaration or processing instruction: passed over.
    fn pass_over(&mut self) {
        let rest = self.rest();
        let length = if rest.starts_with("<!--") && !self.no_comment_end {
            if let Some(end) = rest[4..].find("-->") {
                end + 7
            } else {
                self.no_comment_end = true;
                rest.find('>').map_or(rest.len(), |end| end + 1)
            }
        } else {
            rest.find('>').map_or(rest.len(), |end| end + 1)
        };
        self.at += length;
    }

    fn tag(&mut self) -> Token<'t> {
        let rest = self.rest();
        let closing = rest.starts_with("</");
        let start = if closing { 2 } else { 1 };
        let bytes = rest.as_bytes();
        let mut at = start;
        while bytes
            .get(at)
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':' | b'_'))
        {
            at += 1;
        }
        let name = rest[start..at].to_ascii_lowercase();
        let mut attributes = Vec::new();
        let mut alone = false;
        loop {
            while bytes
                .get(at)
                .is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/')
            {
                alone = bytes[at] == b'/';
                at += 1;
            }
            match bytes.get(at) {
                None => break,
                Some(b'>') => {
                    at += 1;
                    break;
                }
                Some(_) => {
                    alone = false;
                    at = attribute(rest, at, &mut attributes);
                }
            }
        }
        self.at += at;
        if closing {
            return Token::End(name);
        }
        if !alone {
            self.raw = RAW.iter().copied().find(|raw| *raw == name);
        }
        Token::Start(name, attributes, alone)
    }
}

/// Reads an attribute and gives the offset behind it.
fn attribute(text: &str, start: usize, attributes: &mut Vec<(String, String)>) -> usize {
    let bytes = text.as_bytes();
    let mut at = start + 1;
    while bytes
        .get(at)
        .is_some_and(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'=' | b'>' | b'/'))
    {
        at += 1;
    }
    let name = text.get(start..at).unwrap_or_default();
    let mut value = "";
    let mut next = at;
    while bytes.get(next).is_some_and(u8::is_ascii_whitespace) {
        next += 1;
    }
    if bytes.get(next) == Some(&b'=') {
        next += 1;
        while bytes.get(next).is_some_and(u8::is_ascii_whitespace) {
            next += 1;
        }
        let quote = bytes
            .get(next)
            .copied()
            .filter(|byte| matches!(byte, b'"' | b'\''));
        let from = next + usize::from(quote.is_some());
        let ends = |byte: &u8| match quote {
            Some(quote) => *byte == quote,
            None => byte.is_ascii_whitespace() || *byte == b'>',
        };
        let rest = bytes.get(from..).unwrap_or_default();
        let to = from + rest.iter().position(ends).unwrap_or(rest.len());
        next = (to + usize::from(quote.is_some())).min(bytes.len());
        value = text.get(from..to).unwrap_or_default();
        at = next;
    }
    if attributes.len() < MOST_ATTRIBUTES && name.len() <= 64 {
        let mut end = value.len().min(LONGEST_VALUE);
        while !value.is_char_boundary(end) {
            end -= 1;
        }
        attributes.push((name.to_ascii_lowercase(), entities::decode(&value[..end])));
    }
    at
}

impl<'t> Iterator for Tokens<'t> {
    type Item = (usize, Token<'t>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let start = self.at;
            if start >= self.text.len() {
                return None;
            }
            if let Some(name) = self.raw.take() {
                return Some((start, self.raw(name)));
            }
            let rest = self.rest();
            let mut after = rest.chars();
            if after.next() == Some('<') {
                match after.next() {
                    Some(c) if c.is_ascii_alphabetic() => return Some((start, self.tag())),
                    Some('/') if after.next().is_some_and(|c| c.is_ascii_alphabetic()) => {
                        return Some((start, self.tag()));
                    }
                    Some('!' | '?' | '/') => {
                        self.pass_over();
                        continue;
                    }
                    _ => {}
                }
            }
            // A `<` that begins no tag is text.
            let skip = usize::from(rest.starts_with('<'));
            let length = rest[skip..].find('<').map_or(rest.len(), |at| at + skip);
            self.at += length;
            return Some((start, Token::Text(&rest[..length])));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tokens(text: &str) -> Vec<Token<'_>> {
        Tokens::new(text).map(|(_, token)| token).collect()
    }

    fn start(name: &str, attributes: &[(&str, &str)]) -> Token<'static> {
        let attributes = attributes
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
        Token::Start(name.to_owned(), attributes.collect(), false)
    }

    #[test]
    fn tags_attributes_and_text_are_told_apart() {
        assert_eq!(
            tokens("<P class=\"a b\" id='c' hidden data-x=1>a < b</p><!-- <b> -->c"),
            [
                start(
                    "p",
                    &[
                        ("class", "a b"),
                        ("id", "c"),
                        ("hidden", ""),
                        ("data-x", "1")
                    ]
                ),
                Token::Text("a "),
                Token::Text("< b"),
                Token::End("p".into()),
                Token::Text("c"),
            ]
        );
    }

    #[test]
    fn scripts_are_no_markup() {
        let expected = [
            start("script", &[]),
            Token::Raw("script", "if (a<b) '<p>'"),
            Token::End("script".into()),
            Token::Text("x"),
        ];
        assert_eq!(tokens("<script>if (a<b) '<p>'</SCRIPT>x"), expected);
    }

    proptest! {
        #[test]
        fn any_text_is_cut_to_its_end(text in "([<>/=!-]|\"|'|&| |a|p|script|é|\\PC){0,60}") {
            let ends = Tokens::new(&text).map(|(at, _)| at).collect::<Vec<_>>();
            prop_assert!(ends.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
