//! Finds the article among the blocks of a page.

use super::page::{Element, Page, Passage};
use crate::document::blocks::BlockWriter;
use crate::document::{AsideKind, BlockKind};

/// How many elements around a paragraph it speaks for; each further one gets a part.
const LEVELS: usize = 5;

/// Shortest paragraph that speaks for the element around it, in bytes.
const SHORTEST: usize = 25;

/// Writes the blocks of the article, and puts the others aside.
pub fn write(page: &Page, first_line: u32, writer: &mut BlockWriter) {
    let article = article(page);
    let last = page.elements.get(article).map_or(0, |element| element.end);
    let inside = |text: &Passage| article == 0 || (article..last).contains(&text.element);
    // Its headline often stands before it.
    let first_inside = page.texts.iter().position(inside).unwrap_or(0);
    let has_headline = page
        .texts
        .iter()
        .any(|text| inside(text) && text.kind == Some(BlockKind::Heading(1)));
    let headline = page.texts[..first_inside]
        .iter()
        .rposition(|text| text.kind == Some(BlockKind::Heading(1)));
    for (at, text) in page.texts.iter().enumerate() {
        let lines = || text.lines.iter().map(|line| line + first_line - 1);
        let headline = Some(at) == headline && !has_headline;
        let judged = page
            .elements
            .get(text.element)
            .and_then(|element| element.aside);
        let linked = text.links * 10 > text.text.len() * 8
            && text.kind != Some(BlockKind::Heading(1))
            && text.text.len() < 200;
        let aside = match judged {
            _ if headline => None,
            Some(kind) => Some(kind),
            None if !inside(text) => Some(AsideKind::Navigation),
            None if linked && text.kind == Some(BlockKind::Item) => Some(AsideKind::Related),
            None => None,
        };
        if let Some(kind) = aside {
            writer.aside(kind, &text.text, lines().collect());
        } else {
            for line in lines() {
                writer.at_line(line);
                writer.touch();
            }
            match text.kind {
                Some(BlockKind::Preformatted) => writer.verbatim(&text.text),
                _ => writer.prose(&text.text),
            }
            writer.end(text.kind.unwrap_or(BlockKind::Paragraph));
        }
    }
}

/// The number of the element that holds the article; 0, the whole page, where none stands out.
fn article(page: &Page) -> usize {
    let mut scores = vec![0.0_f64; page.elements.len()];
    for text in &page.texts {
        let Some(element) = page.elements.get(text.element) else {
            continue;
        };
        let own = text.text.len().saturating_sub(text.links);
        let heading = matches!(text.kind, Some(BlockKind::Heading(_)));
        if element.aside.is_some() || heading || own < SHORTEST {
            continue;
        }
        // Commas and full stops are signs of sentences.
        let marks = text
            .text
            .matches([',', '.', '、', '。', ';'])
            .count()
            .min(10);
        let weight = own as f64 * (1.0 + marks as f64 / 5.0);
        let mut at = text.element;
        let mut share = 0.5;
        for _ in 0..LEVELS {
            scores[at] += weight * share;
            if at == 0 {
                break;
            }
            at = page.elements[at].parent;
            // The element around the paragraphs counts most.
            share = if share < 1.0 && (share - 0.5).abs() < f64::EPSILON {
                1.0
            } else {
                share * 0.8
            };
        }
    }
    let bonus = |element: &Element| if element.is_main { 1.25 } else { 1.0 };
    let mut best = 0;
    let mut most = 0.0;
    for (number, element) in page.elements.iter().enumerate() {
        let score = scores[number] * bonus(element);
        if score > most {
            most = score;
            best = number;
        }
    }
    widened(page, &scores, best)
}

/// The element around the best one, where the article is spread over several of its children.
fn widened(page: &Page, scores: &[f64], best: usize) -> usize {
    let mut at = best;
    for _ in 0..LEVELS {
        let parent = page.elements[at].parent;
        if at == 0 {
            break;
        }
        let range = at..page.elements[at].end;
        let (inside, around) = page.texts.iter().fold((0, 0), |(inside, around), text| {
            let element = &page.elements[text.element];
            let counts = element.aside.is_none()
                && text.text.len() >= SHORTEST * 3
                && text.links * 2 < text.text.len();
            let length = if counts { text.text.len() } else { 0 };
            let in_parent = (parent..page.elements[parent].end).contains(&text.element);
            (
                inside
                    + if range.contains(&text.element) {
                        length
                    } else {
                        0
                    },
                around + if in_parent { length } else { 0 },
            )
        });
        if around * 10 > inside * 12 && scores[parent] > 0.0 || page.elements[parent].is_main {
            at = parent;
        } else {
            break;
        }
    }
    at
}
