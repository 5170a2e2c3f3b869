//! A page as its text blocks, with the elements that they stand in.
//!
//! Elements are numbered as they begin, so that what an element holds is a range of numbers, and
//! nothing here recurses: a hundred thousand nested tags are a hundred thousand entries of a list.

use super::attributes::{LONGEST_NAME, aside, is_hidden, value_of};
use super::entities;
use super::token::{Token, Tokens};
use crate::diagnostic::Lines;
use crate::document::{AsideKind, BlockKind};

/// An element of the page.
#[derive(Clone, Debug, Default)]
pub struct Element {
    /// The element around it, by number.
    pub parent: usize,
    /// Number behind the last element in it.
    pub end: usize,
    /// What it is where it is no part of an article.
    pub aside: Option<AsideKind>,
    /// Whether it says that it holds the article.
    pub is_main: bool,
}

/// A text block of the page.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    /// The element that holds it.
    pub element: usize,
    /// What it is.
    pub kind: Option<BlockKind>,
    /// The text; the parts of a preformatted one keep their line feeds.
    pub text: String,
    /// How many bytes of it are text of links.
    pub links: usize,
    /// The lines of the file that it stands on.
    pub lines: Vec<u32>,
}

/// What a page states about itself in its head, and its blocks.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The elements; the first stands for the page.
    pub elements: Vec<Element>,
    /// The blocks in order.
    pub texts: Vec<Passage>,
    /// Name and content of `meta` tags.
    pub metas: Vec<(String, String)>,
    /// Contents of JSON-LD scripts.
    pub scripts: Vec<String>,
    /// What the title element holds.
    pub title: Option<String>,
    /// The language of the page.
    pub language: Option<String>,
    /// The first date of a `time` element, as its attribute states it.
    pub time: Option<String>,
}

/// Elements that end the paragraph before them.
const BLOCKS: [&str; 46] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "tr",
    "ul",
    "video",
];

/// Elements without content.
const EMPTY: [&str; 16] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "command", "keygen",
];

/// What an open element is.
struct Open {
    name: String,
    number: usize,
    hidden: bool,
    link: bool,
}

struct Reader<'t> {
    page: Page,
    stack: Vec<Open>,
    /// The numbers of those that have one.
    numbers: Vec<usize>,
    /// How many open elements are hidden, links, preformatted, quotations, items.
    hidden: usize,
    links: usize,
    preformatted: usize,
    quotes: usize,
    items: usize,
    text: Passage,
    /// Whether the open block is that of a row whose last cell has just ended.
    in_row: bool,
    lines: &'t Lines,
}

/// What stands between the cells of a row.
const BETWEEN_CELLS: &str = "; ";

/// How many bytes a row of short cells has at most: longer ones are paragraphs.
const LONGEST_CELL: usize = 200;

fn is_cell(name: &str) -> bool {
    matches!(name, "td" | "th")
}

/// Reads a page.
pub fn read(html: &str) -> Page {
    let lines = Lines::new(html);
    let mut reader = Reader {
        page: Page {
            elements: vec![Element::default()],
            ..Page::default()
        },
        stack: Vec::new(),
        numbers: Vec::new(),
        hidden: 0,
        links: 0,
        preformatted: 0,
        quotes: 0,
        items: 0,
        text: Passage::default(),
        in_row: false,
        lines: &lines,
    };
    for (at, token) in Tokens::new(html) {
        match token {
            Token::Start(name, attributes, alone) => reader.start(name, &attributes, alone),
            Token::End(name) => reader.end(&name),
            Token::Text(text) => reader.add(at, text),
            Token::Raw(name, text) => reader.raw(name, text),
        }
    }
    reader.block();
    while let Some(open) = reader.stack.pop() {
        let end = reader.page.elements.len();
        reader.page.elements[open.number].end = end;
    }
    let end = reader.page.elements.len();
    reader.page.elements[0].end = end;
    reader.page.inherit();
    reader.page
}

impl Page {
    /// What an element is holds for all in it, unless it holds most of the page: pages are wrapped
    /// in forms, and in elements named after what may stand beside the article.
    fn inherit(&mut self) {
        let mut before = vec![0_usize; self.elements.len() + 1];
        for text in &self.texts {
            before[text.element + 1] += text.text.len() - text.links.min(text.text.len());
        }
        for at in 1..before.len() {
            before[at] += before[at - 1];
        }
        let all = before[self.elements.len()];
        for at in 1..self.elements.len() {
            let element = &self.elements[at];
            let inside = before[element.end] - before[at];
            let own = element.aside.filter(|kind| {
                inside * 2 <= all || matches!(kind, AsideKind::Comments | AsideKind::Legal)
            });
            self.elements[at].aside = self.elements[element.parent].aside.or(own);
        }
    }
}

impl Reader<'_> {
    fn start(&mut self, name: String, attributes: &[(String, String)], alone: bool) {
        let value = |key| value_of(attributes, key);
        match name.as_str() {
            "meta" => self.meta(attributes),
            "html" => self.page.language = value("lang").map(str::to_owned),
            "br" => {
                self.line_break();
                return;
            }
            "time" => {
                if let Some(time) = value("datetime")
                    && self.page.time.is_none()
                {
                    self.page.time = Some(time.to_owned());
                }
            }
            "script"
                if value("type")
                    .is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) =>
            {
                self.page.scripts.push(String::new());
            }
            _ => {}
        }
        // What the writer forgot to close.
        if matches!(
            name.as_str(),
            "p" | "li" | "td" | "th" | "tr" | "option" | "dd" | "dt"
        ) && self.stack.last().is_some_and(|open| open.name == name)
        {
            self.end(&name);
        }
        let is_block = BLOCKS.contains(&name.as_str());
        if is_cell(&name) && self.in_row && !self.text.text.trim().is_empty() {
            self.text.text.truncate(self.text.text.trim_end().len());
            self.text.text.push_str(BETWEEN_CELLS);
        } else if is_block {
            self.block();
        }
        self.in_row = false;
        if alone || EMPTY.contains(&name.as_str()) {
            return;
        }
        let hidden = is_hidden(&name, attributes);
        let named = [
            value("class"),
            value("id"),
            value("data-component"),
            value("data-testid"),
        ];
        let named = named
            .into_iter()
            .flatten()
            .collect::<Vec<&str>>()
            .join(" ")
            .to_ascii_lowercase();
        let named = named.get(..LONGEST_NAME).unwrap_or(&named);
        let role = value("role").unwrap_or_default();
        let link = name == "a" && value("href").is_some();
        let number = if is_block {
            let parent = self.element();
            let aside = aside(&name, named, role);
            let is_main = matches!(name.as_str(), "article" | "main")
                || role == "main"
                || named.contains("articlebody")
                || named.contains("article-body")
                || named.contains("story-body")
                || named.contains("entry-content")
                || named.contains("post-content")
                || value("itemprop") == Some("articleBody");
            self.page.elements.push(Element {
                parent,
                end: 0,
                aside,
                is_main,
            });
            let number = self.page.elements.len() - 1;
            self.numbers.push(number);
            number
        } else {
            0
        };
        self.count(&name, hidden, link, true);
        self.stack.push(Open {
            name,
            number,
            hidden,
            link,
        });
    }

    /// Counts an element that begins or ends.
    fn count(&mut self, name: &str, hidden: bool, link: bool, begins: bool) {
        let add = |count: &mut usize, one: bool| {
            if one {
                *count = if begins {
                    *count + 1
                } else {
                    count.saturating_sub(1)
                };
            }
        };
        add(&mut self.hidden, hidden);
        add(&mut self.links, link);
        add(&mut self.preformatted, name == "pre");
        add(&mut self.quotes, name == "blockquote");
        add(&mut self.items, name == "li");
    }

    fn meta(&mut self, attributes: &[(String, String)]) {
        let value = |key| value_of(attributes, key);
        let name = value("property")
            .or_else(|| value("name"))
            .or_else(|| value("itemprop"));
        if let (Some(name), Some(content)) = (name, value("content")) {
            self.page
                .metas
                .push((name.to_ascii_lowercase(), content.to_owned()));
        }
    }

    /// The innermost open element that has a number.
    fn element(&self) -> usize {
        self.numbers.last().copied().unwrap_or(0)
    }

    fn end(&mut self, name: &str) {
        // An end tag without a start is passed over; one whose start lies far up closes what the
        // writer forgot, which every element is only once.
        const FORGIVEN: usize = 256;
        let from = self.stack.len().saturating_sub(FORGIVEN);
        let Some(at) = self.stack[from..]
            .iter()
            .rposition(|open| open.name == name)
            .map(|at| at + from)
        else {
            if name == "p" {
                self.block();
            }
            return;
        };
        while self.stack.len() > at {
            let Some(open) = self.stack.last() else { break };
            let block = open.number > 0;
            let cell = is_cell(&open.name) && self.text.text.len() <= LONGEST_CELL;
            if block && !cell {
                self.block();
            }
            self.in_row = cell;
            if let Some(open) = self.stack.pop() {
                let end = self.page.elements.len();
                if block {
                    self.page.elements[open.number].end = end;
                    self.numbers.pop();
                }
                self.count(&open.name, open.hidden, open.link, false);
            }
        }
    }

    fn raw(&mut self, name: &'static str, text: &str) {
        match name {
            "title" if self.page.title.is_none() => self.page.title = Some(entities::decode(text)),
            "script" => {
                if let Some(script) = self
                    .page
                    .scripts
                    .last_mut()
                    .filter(|script| script.is_empty())
                {
                    script.push_str(text);
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, at: usize, text: &str) {
        if self.hidden > 0 {
            return;
        }
        let mut line = self.lines.at(at);
        for part in text.split_inclusive('\n') {
            if !part.trim().is_empty() && self.text.lines.last() != Some(&line) {
                self.text.lines.push(line);
            }
            line += u32::from(part.ends_with('\n'));
        }
        let text = entities::decode(text);
        if self.links > 0 {
            self.text.links += text.trim().len();
        }
        self.text.text.push_str(&text);
    }

    /// A line ends; two in a row end a paragraph.
    fn line_break(&mut self) {
        const BREAK: char = '\u{2028}';
        let text = &mut self.text.text;
        let is_space = |c: char| c.is_whitespace() && c != BREAK;
        if self.preformatted > 0 {
            text.push('\n');
        } else if text.trim_end_matches(is_space).ends_with(BREAK) {
            self.block();
        } else {
            text.push(BREAK);
        }
    }

    /// Ends the block that is open.
    fn block(&mut self) {
        let mut text = std::mem::take(&mut self.text);
        if let Some(end) = text.text.strip_suffix(BETWEEN_CELLS).map(str::len) {
            text.text.truncate(end);
        }
        if text.text.trim().is_empty() {
            return;
        }
        text.element = self.element();
        let heading = self
            .stack
            .iter()
            .rev()
            .take(3)
            .find_map(|open| match open.name.as_bytes() {
                [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
                _ => None,
            });
        text.kind = Some(if let Some(level) = heading {
            BlockKind::Heading(level)
        } else if self.preformatted > 0 {
            BlockKind::Preformatted
        } else if self.items > 0 {
            BlockKind::Item
        } else if self.quotes > 0 {
            BlockKind::Quote
        } else {
            BlockKind::Paragraph
        });
        if self.preformatted == 0 {
            text.text = text
                .text
                .split_whitespace()
                .collect::<Vec<&str>>()
                .join(" ");
        }
        self.page.texts.push(text);
    }
}
