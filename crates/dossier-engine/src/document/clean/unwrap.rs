//! Joins lines to paragraphs: lines wrapped by hand, and sentences broken where a link stood.

use super::dateline;
use super::furniture::{Verdict, verdict};
use super::line::{self, End, Line};
use super::names;
use super::outlet;
use super::when;
use crate::document::blocks::Piece;
use crate::text::WordList;

/// Widest column that text is wrapped to by hand, in characters.
const WIDEST: usize = 110;

/// Longest text of a link in the middle of a sentence, in words.
const LONGEST_LINK: usize = 12;

/// Words with which a headline may end, unlike a line of a paragraph.
static LAST_WORDS: WordList = WordList::new(
    "to in on at by for with from over under after before about against during is was are were be been have has had not as than",
);

/// The fewest words of a line that is hardly a headline.
const LONGER_THAN_HEADLINES: usize = 16;

/// Words after which a sentence cannot end.
static OPEN_WORDS: WordList = WordList::new(
    "the a an of to in on at by for with from and or but that which as than into over under between \
    after before about against during its his her their our this these those is was are were be been has have had not \
    der die das den dem ein eine und von zu mit im am für le la les des du de un une et à en el los las y con por il lo gli e di da che o os as do no",
);

/// A piece as the rules see it, judged alone.
#[derive(Debug)]
pub struct Judged {
    /// The piece.
    pub piece: Piece,
    /// Its text.
    pub line: Line,
    /// Whether it looks like a part of the page.
    pub verdict: Option<Verdict>,
}

impl Judged {
    fn new(piece: Piece) -> Self {
        let line = Line::new(&piece.text);
        Self {
            verdict: verdict(&line),
            line,
            piece,
        }
    }

    /// Whether it is sure to be part of the page and not of the article.
    fn is_of_page(&self) -> bool {
        self.verdict.is_some_and(|verdict| verdict.sure)
    }
}

/// Joins the lines among the pieces; blocks stay as they are.
pub fn unwrap(pieces: Vec<Piece>) -> Vec<Judged> {
    let width = column(&pieces);
    let lines: Vec<Judged> = pieces.into_iter().map(Judged::new).collect();
    // For each paragraph, its first line and, where it has more, all of them joined.
    let mut paragraphs: Vec<(usize, Option<Piece>)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let piece = &line.piece;
        let joins = at.checked_sub(1).is_some_and(|last| {
            piece.kind.is_none()
                && lines[last].piece.kind.is_none()
                && goes_on(&lines, last, at, width)
        });
        match paragraphs.last_mut() {
            Some((first, joined)) if joins => {
                append(
                    joined.get_or_insert_with(|| lines[*first].piece.clone()),
                    piece,
                );
            }
            _ => paragraphs.push((at, None)),
        }
    }
    let mut firsts = paragraphs.into_iter().peekable();
    let mut whole = Vec::with_capacity(firsts.len());
    for (at, line) in lines.into_iter().enumerate() {
        if let Some((_, joined)) = firsts.next_if(|(first, _)| *first == at) {
            whole.push(joined.map_or(line, Judged::new));
        }
    }
    whole
}

/// Words that stay parted by a hyphen from the word behind them.
static COMPOUND: WordList = WordList::new(
    "non self co anti pro ex post pre multi long short well high low mid so semi cross all two three four five six \
    seven eight nine ten first second third half full part old new nuclear state north south east west north-east \
    year left right far near large small medium fast slow vice",
);

/// Whether a line ends within a word that goes on in the next one: `satel-` above `lite`.
fn is_broken(before: &str, after: &str) -> bool {
    let word = before
        .strip_suffix('-')
        .and_then(|text| text.rsplit(' ').next());
    word.is_some_and(|word| {
        word.chars().count() >= 2
            && word.chars().all(char::is_alphabetic)
            && word.ends_with(char::is_lowercase)
            && !COMPOUND.contains(word.to_lowercase().as_str())
    }) && after.starts_with(char::is_lowercase)
}

fn append(paragraph: &mut Piece, piece: &Piece) {
    if is_broken(&paragraph.text, &piece.text) {
        paragraph.text.pop();
        paragraph.text.push_str(&piece.text);
        paragraph.lines.extend(&piece.lines);
        return;
    }
    let tight = piece
        .text
        .starts_with([',', '.', ';', ':', ')', '!', '?', '%', '\u{2019}'])
        || paragraph
            .text
            .ends_with(['(', '\u{201c}', '\u{2018}', '\u{2014}'])
            && !paragraph.text.ends_with(" \u{2014}")
        || paragraph.text.ends_with('-') && piece.text.starts_with(char::is_lowercase)
        || piece.text.starts_with("'s ");
    if !tight {
        paragraph.text.push(' ');
    }
    paragraph.text.push_str(&piece.text);
    paragraph.lines.extend(&piece.lines);
}

/// Whether two lines are parts of a dateline, or a dateline and its paragraph: `CAIRO —` above the
/// text, `Seoul, South Korea` and `CNN` and `—`.
fn leads_in(lines: &[Judged], last: usize, at: usize) -> bool {
    let is_dash = |judged: &Judged| {
        matches!(
            judged.line.text.as_str(),
            "\u{2014}" | "\u{2013}" | "-" | "--"
        )
    };
    let is_place = |line: &Line| (1..=5).contains(&line.count) && line.upper > 0 && line.lower == 0;
    let (before, line) = (&lines[last], &lines[at]);
    let dash_behind = |at: usize| lines.get(at + 1).is_some_and(is_dash);
    let dashed = before.line.text.ends_with([' ', '\u{2014}', '\u{2013}'])
        && is_place(&before.line)
        && before.line.count > 1;
    is_dash(line) && is_place(&before.line)
        || outlet::known(&line.line.text).is_some() && dash_behind(at) && is_place(&before.line)
        || line.line.is_running()
            && (dashed || is_dash(before) && last > 0 && is_place(&lines[last - 1].line))
}

/// Whether a line begins as a byline in lower case does: `by Ann Ash`.
fn is_byline(line: &Line) -> bool {
    let mut words = line.text.split_whitespace();
    words.next() == Some("by")
        && words
            .take(2)
            .filter(|word| word.starts_with(char::is_uppercase))
            .count()
            == 2
        && line.count <= 20
        && line.end == End::Open
}

/// Whether the line at `at` goes on with the sentence or paragraph of the line before.
fn goes_on(lines: &[Judged], last: usize, at: usize, width: Option<usize>) -> bool {
    let (before, line) = (&lines[last].line, &lines[at].line);
    let (before_of_page, of_page) = (lines[last].is_of_page(), lines[at].is_of_page());
    let gap = lines[at].piece.gap;
    if is_item(&line.text) {
        return false;
    }
    if leads_in(lines, last, at) {
        return true;
    }
    let apart = || {
        let next = lines.get(at + 1);
        !when::dates(&line.text).is_empty()
            || next.is_some_and(|next| next.is_of_page() || when::is_date_line(&next.line.text))
    };
    if when::is_date_line(&line.text) || line.is_address() || is_byline(line) && (gap || apart()) {
        return false;
    }
    if let Some(width) = width
        && !gap
    {
        let first = line
            .text
            .split_whitespace()
            .next()
            .map_or(0, |word| word.chars().count());
        let full = length(&before.text) + 1 + first > width;
        if full
            && (before.end != End::Sentence || length(&before.text) * 10 >= width * 7 && !of_page)
            && !before_of_page
        {
            return true;
        }
    }
    if line.words.is_empty() && line.continues() && !gap && !before_of_page {
        return true;
    }
    if before_of_page || of_page || when::is_date_line(&before.text) || before.end == End::Colon {
        return false;
    }
    let open = before.end == End::Open;
    if line.continues() {
        // Behind a full stop only a line wrapped by hand goes on, or one that begins with a mark.
        let marked = !line.text.starts_with(char::is_alphabetic);
        return open && (!gap || before.lower > 0 || marked) || marked && !gap;
    }
    if !open || gap && before.count < 3 {
        return false;
    }
    if dateline::read(&line.text).is_some() {
        return false;
    }
    // Who wrote, above the day on which it was.
    let above_date = lines
        .get(at + 1)
        .is_some_and(|next| when::is_date_line(&next.line.text));
    if above_date && names::is_name(&line.text) {
        return false;
    }
    // The text of a link: short, and the sentence goes on behind it; or the sentence cannot end
    // before it.
    let short = line.count <= LONGEST_LINK && line.end == End::Open;
    let resumes = short
        && lines.get(at + 1).is_some_and(|next| {
            next.line.continues()
                && next.piece.kind.is_none()
                && (!next.piece.gap || next.line.text.starts_with([',', '.', ';']))
                && !next.is_of_page()
        });
    let last_word = before.words.last().unwrap_or_default();
    let hangs = before.text.ends_with(',') && before.is_running()
        || OPEN_WORDS.contains(last_word)
            && (before.count >= LONGER_THAN_HEADLINES || !LAST_WORDS.contains(last_word))
            && before.text.ends_with(char::is_alphabetic)
            && before.lower > before.upper;
    let sentence = before.count >= 4 && before.lower * 2 >= before.upper
        || before.count <= 3
            && last > 0
            && !gap
            && lines[last - 1].line.end == End::Open
            && lines[last - 1].line.is_running()
            && !lines[last - 1].is_of_page();
    resumes && sentence && !gap || hangs && !gap && before.lower > 0
}

/// Whether a line is an item of a list.
pub fn is_item(text: &str) -> bool {
    [
        "\u{2022}",
        "\u{25cf}",
        "\u{25aa}",
        "- ",
        "* ",
        "\u{2013} ",
        "\u{b7} ",
    ]
    .iter()
    .any(|bullet| text.starts_with(bullet))
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// The width to which a text is wrapped by hand; `None` where its lines are paragraphs.
fn column(pieces: &[Piece]) -> Option<usize> {
    // Lines with another one directly below: those that would be full.
    let mut lengths = Vec::new();
    let mut open = 0;
    for pair in pieces.windows(2) {
        if pair.iter().any(|piece| piece.kind.is_some()) || pair[1].gap {
            continue;
        }
        let length = length(&pair[0].text);
        if length >= 40 {
            lengths.push(length);
            open += usize::from(line::end(&pair[0].text) == End::Open);
        }
    }
    if lengths.len() < 4 {
        return None;
    }
    lengths.sort_unstable();
    let width = lengths[(lengths.len() - 1) * 95 / 100];
    let full = lengths
        .iter()
        .filter(|&&length| length * 4 >= width * 3)
        .count();
    (width <= WIDEST && full * 10 >= lengths.len() * 6 && open * 2 >= lengths.len())
        .then_some(width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::blocks::BlockWriter;
    use crate::document::plain;

    fn paragraphs(text: &str) -> Vec<String> {
        let mut writer = BlockWriter::default();
        plain::read(text, 1, &mut writer);
        unwrap(writer.finish().pieces)
            .into_iter()
            .map(|judged| judged.piece.text)
            .collect()
    }

    #[test]
    fn each_line_is_a_paragraph_where_lines_are_not_wrapped() {
        let text = "The first paragraph is a sentence that comes to its end.\nThe second paragraph is one that ends too.\nThe third.";
        assert_eq!(paragraphs(text).len(), 3);
    }

    #[test]
    fn lines_wrapped_by_hand_are_joined() {
        let text = "The leaders of both countries met on Tuesday in a town in the far east\nof Russia and spoke for two hours. They talked about grain. Afterwards\nthey had dinner with their delegations, and each of the two leaders\ngave a toast to the friendship of their countries, which began long\nago.\nThe next day they went to see a factory where aircraft are built for\nthe army.";
        assert_eq!(paragraphs(text).len(), 2);
    }

    #[test]
    fn words_broken_at_the_end_of_a_line_are_mended() {
        assert!(is_broken("taken by satel-", "lite in May"));
        assert!(!is_broken("a long-", "term plan"));
        assert!(!is_broken("on the Soviet-", "Japanese border"));
        let text = "The pictures of the oil terminal in the harbour were taken by a satel-\nlite in May, and the tankers that can be seen there had come for the long-\nterm lease that was signed in the spring of the year before, as the har-\nbour master says, who has kept a list of all ships since the war began in\nthe north.";
        let whole = paragraphs(text);
        assert!(whole[0].contains("a satellite in") && whole[0].contains("long-term lease"));
    }

    #[test]
    fn a_sentence_broken_at_a_link_is_mended() {
        let text = "The paper reported on Friday that officials from the\nHarbour Ministry\n, which runs the port, had travelled to the city.\nOn Sunday the\nprime minister\nsaid nothing about it.";
        assert_eq!(
            paragraphs(text),
            [
                "The paper reported on Friday that officials from the Harbour Ministry, which runs the port, had travelled to the city.",
                "On Sunday the prime minister said nothing about it.",
            ]
        );
    }

    #[test]
    fn headings_stay_apart() {
        let text = "The talks ended on Friday without a result, officials said.\nWhat Russia wants\nThe country needs shells for its war, analysts say.";
        assert_eq!(paragraphs(text).len(), 3);
    }
}
