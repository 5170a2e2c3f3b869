//! Markdown: the `CommonMark` dialect with tables, strikethrough and footnotes.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::BlockKind;
use super::blocks::BlockWriter;
use crate::diagnostic::Lines;

/// Extracts the text of Markdown. Markup is removed; links keep their text, images their
/// description; raw HTML is text like any other and stays as it is written.
pub fn read(text: &str, first_line: u32, writer: &mut BlockWriter) {
    let lines = Lines::new(text);
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader {
        writer,
        containers: Vec::new(),
        verbatim: false,
        next_cell: false,
    };
    for (event, place) in Parser::new_ext(text, options).into_offset_iter() {
        let line = lines.at(place.start).saturating_sub(1);
        reader.writer.at_line(first_line.saturating_add(line));
        reader.event(event);
    }
    reader.end_block();
}

struct Reader<'w> {
    writer: &'w mut BlockWriter,
    /// The list items and quotations that are open, as the kind of the blocks inside.
    containers: Vec<BlockKind>,
    /// Whether the open block is preformatted.
    verbatim: bool,
    /// Whether a cell of a table has begun behind another that has text.
    next_cell: bool,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text(&text);
            }
            Event::SoftBreak => self.writer.prose(" "),
            Event::HardBreak => self.writer.line_break(),
            Event::Rule => self.end_block(),
            Event::FootnoteReference(label) => self.footnote(&label),
            // Not enabled, or left as written.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Item => self.open_container(BlockKind::Item),
            Tag::BlockQuote(_) => self.open_container(BlockKind::Quote),
            Tag::CodeBlock(_) | Tag::HtmlBlock => {
                self.end_block();
                self.verbatim = true;
            }
            Tag::FootnoteDefinition(label) => {
                self.end_block();
                self.footnote(label);
                self.writer.prose(" ");
            }
            Tag::TableCell => self.next_cell = !self.writer.is_blank(),
            // The text of an item that comes before a list or table inside it.
            Tag::List(_) | Tag::Table(_) | Tag::Heading { .. } => self.end_block(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.writer.end(BlockKind::Heading(number(level))),
            TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                self.writer.end(BlockKind::Preformatted);
                self.verbatim = false;
            }
            TagEnd::Item | TagEnd::BlockQuote(_) => {
                self.end_block();
                self.containers.pop();
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.end_block();
                self.next_cell = false;
            }
            TagEnd::Paragraph | TagEnd::FootnoteDefinition => self.end_block(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if std::mem::take(&mut self.next_cell) {
            self.writer.prose(" | ");
        }
        if self.verbatim {
            self.writer.verbatim(text);
        } else {
            self.writer.prose(text);
        }
    }

    fn footnote(&mut self, label: &str) {
        for part in ["[", label, "]"] {
            self.writer.prose(part);
        }
    }

    fn open_container(&mut self, kind: BlockKind) {
        self.end_block();
        self.containers.push(kind);
    }

    fn end_block(&mut self) {
        let kind = self.containers.last().copied();
        self.writer.end(kind.unwrap_or(BlockKind::Paragraph));
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, BlockWriter, read};

    fn blocks(markdown: &str) -> Vec<(BlockKind, String)> {
        let mut writer = BlockWriter::default();
        read(markdown, 1, &mut writer);
        let pieces = writer.finish().pieces.into_iter();
        let pieces = pieces.filter_map(|piece| Some((piece.kind?, piece.text)));
        pieces.collect()
    }

    fn check(markdown: &str, expected: &[(BlockKind, &str)]) {
        let found = blocks(markdown);
        let found: Vec<(BlockKind, &str)> = found.iter().map(|(k, t)| (*k, t.as_str())).collect();
        assert_eq!(found, expected, "{markdown:?}");
    }

    #[test]
    fn inline_markup_goes_and_its_text_stays() {
        check(
            "A *b* **c** ~~d~~ `e <f>` [g](h \"i\") ![j](k) &amp; \\* l",
            &[(BlockKind::Paragraph, "A b c d e <f> g j & * l")],
        );
    }

    #[test]
    fn soft_breaks_are_spaces_and_hard_breaks_line_feeds() {
        check("a\nb  \nc\\\nd", &[(BlockKind::Paragraph, "a b\nc\nd")]);
    }

    #[test]
    fn blocks_know_their_lines() {
        let mut writer = BlockWriter::default();
        read("# A\n\nb\nc *d\ne*\n\n- f\n  g\n", 11, &mut writer);
        let lines: Vec<Vec<u32>> = writer
            .finish()
            .pieces
            .into_iter()
            .map(|p| p.lines)
            .collect();
        assert_eq!(lines, [vec![11], vec![13, 14, 15], vec![17, 18]]);
    }

    #[test]
    fn headings_keep_their_level() {
        check(
            "# A\n\nB\n===\n\n###### c\n",
            &[
                (BlockKind::Heading(1), "A"),
                (BlockKind::Heading(1), "B"),
                (BlockKind::Heading(6), "c"),
            ],
        );
    }

    #[test]
    fn each_item_of_a_list_is_a_block() {
        check(
            "- a\n- b\n  1. c\n\n     d\n- e\n\nf",
            &[
                (BlockKind::Item, "a"),
                (BlockKind::Item, "b"),
                (BlockKind::Item, "c"),
                (BlockKind::Item, "d"),
                (BlockKind::Item, "e"),
                (BlockKind::Paragraph, "f"),
            ],
        );
    }

    #[test]
    fn quotations_are_blocks_of_their_own() {
        check(
            "> a\n> b\n>\n> - c\n>\n> d\n\ne",
            &[
                (BlockKind::Quote, "a b"),
                (BlockKind::Item, "c"),
                (BlockKind::Quote, "d"),
                (BlockKind::Paragraph, "e"),
            ],
        );
    }

    #[test]
    fn a_table_is_read_row_by_row() {
        check(
            "| a | b |\n|---|---|\n| *c* | |\n| d | e |\n",
            &[
                (BlockKind::Paragraph, "a | b"),
                (BlockKind::Paragraph, "c"),
                (BlockKind::Paragraph, "d | e"),
            ],
        );
    }

    #[test]
    fn code_keeps_its_lines() {
        check(
            "```rust\nfn a() {\n    b\n}\n```\n\n    c\n\n    d\n",
            &[
                (BlockKind::Preformatted, "fn a() {\n    b\n}"),
                (BlockKind::Preformatted, "c\n\nd"),
            ],
        );
    }

    #[test]
    fn raw_html_stays_as_it_is_written() {
        check(
            "<script>alert(1)</script>\n\na <b onclick=x>c</b><!-- d -->\n",
            &[
                (BlockKind::Preformatted, "<script>alert(1)</script>"),
                (BlockKind::Paragraph, "a <b onclick=x>c</b><!-- d -->"),
            ],
        );
    }

    #[test]
    fn footnotes_are_paragraphs_with_their_label() {
        check(
            "a[^x] b\n\n[^x]: c\n",
            &[
                (BlockKind::Paragraph, "a[x] b"),
                (BlockKind::Paragraph, "[x] c"),
            ],
        );
    }

    #[test]
    fn a_character_reference_cannot_bring_in_control_characters_or_lines() {
        check("a&#7;b&#10;&#10;c", &[(BlockKind::Paragraph, "ab  c")]);
    }
}
