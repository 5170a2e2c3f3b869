//! What becomes of pages.

use proptest::prelude::*;

use crate::document::{self, Reading};
use crate::source::Source;

const PAGE: &str = r#"<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Seals return | The Harbour Times</title>
<meta property="og:site_name" content="The Harbour Times">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
"headline":"Seals return","author":[{"@type":"Person","name":"Ann Ash"},{"name":"Bo Birch"}],
"datePublished":"2024-06-17T08:00:00Z","publisher":{"name":"The Harbour Times"}}]}</script>
<style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<div class="wrap"><main><h1>Seals return</h1>
<div class="share-bar"><a href="x">Tell a friend about this long story</a></div>
<p>Seals have bred in the <a href="/e">estuary</a> for the first time since 1984,
a wildlife trust has said. Volunteers counted four pups.</p>
<figure><img src="s.jpg"><figcaption>A pup in May. Ann Ash</figcaption></figure>
<h2>Peace &amp; quiet</h2>
<p>The trust asked people to keep their dogs on a lead, and put up signs at both car parks.
<ul><li>Keep away, and keep quiet while you watch them from the path.</li></ul>
<blockquote><p>They need peace for six weeks, said the warden, and then they will be strong.</p></blockquote>
<aside><h3>Elsewhere</h3><p>A whale was seen off the cape, and people came from the town to see it.</p></aside>
</main></div>
<footer><p>The Harbour Times is published by a trust, whose office is in the harbour, at the pier.</p></footer>
</body></html>"#;

fn read(path: &str, bytes: &[u8]) -> Option<Reading> {
    let mut diagnostics = Vec::new();
    document::read(Source { path, bytes }, &mut diagnostics)
}

#[test]
fn the_article_of_a_page_is_found_with_what_the_page_states() {
    let reading = read("a.html", PAGE.as_bytes()).unwrap();
    let document = &reading.document;
    assert_eq!(document.title, "Seals return");
    assert_eq!(document.authors, ["Ann Ash", "Bo Birch"]);
    assert_eq!(document.publisher.as_deref(), Some("The Harbour Times"));
    assert_eq!(
        document.published.as_ref().unwrap().date.to_string(),
        "2024-06-17"
    );
    assert_eq!(document.language, "en-GB");
    let blocks: Vec<&str> = document
        .blocks
        .iter()
        .map(|b| b.span.slice(&document.text))
        .collect();
    assert_eq!(blocks.len(), 5, "{blocks:#?}");
    assert!(blocks[0].starts_with("Seals have bred in the estuary for"));
    assert_eq!(blocks[1], "Peace & quiet");
    assert_eq!(reading.lines[0], [11, 12]);
    assert!(
        reading
            .aside
            .iter()
            .any(|aside| aside.text.starts_with("A pup"))
    );
    assert!(
        reading
            .aside
            .iter()
            .any(|aside| aside.text.starts_with("A whale"))
    );
}

fn blocks(page: &str) -> Vec<String> {
    let document = read("a.html", page.as_bytes()).unwrap().document;
    let blocks = document.blocks.iter();
    blocks
        .map(|block| block.span.slice(&document.text).to_owned())
        .collect()
}

#[test]
fn two_line_breaks_end_a_paragraph() {
    let page =
        "<font>The council met on Monday.<br>\n<br>It raised the dues<br>by four per cent.</font>";
    assert_eq!(
        blocks(page),
        [
            "The council met on Monday.",
            "It raised the dues by four per cent."
        ]
    );
}

#[test]
fn a_part_of_a_page_needs_nothing_around_its_paragraphs() {
    let page = "<p>The council met on Monday and raised the dues, the mayor said.</p>\n\
                <p>It will meet again in May, when the budget is on the table.</p>";
    assert_eq!(blocks(page).len(), 2);
}

#[test]
fn a_row_of_short_cells_is_a_line() {
    let page = "<div><p>Gulls were counted each year.</p><table><tr><th>Year<th>Gulls\n<tr><td>2009</td> \
                <td><b>650</b></td></tr></table>";
    assert_eq!(
        blocks(page)[1..],
        ["Year; Gulls", "2009; 650"].map(str::to_owned)
    );
    let layout = "<table><tr><td>Menu</td><td><p>The council met on Monday and raised the dues.</p>\
                  <p>It was late.</p></td></tr></table>";
    assert!(blocks(layout).contains(&"It was late.".to_owned()));
}

#[test]
fn an_element_with_most_of_the_page_is_not_taken_for_what_its_name_says() {
    for wrapper in [
        "<form>",
        "<div class=sidebar-layout>",
        "<div class='post has-comments'>",
    ] {
        let page = [
            wrapper,
            "<p>The council met on Monday and raised the dues, the mayor said.</p>",
            "<div class=jp-relatedposts><p>Another story of the town, about a lost dog.</p></div>",
        ]
        .concat();
        assert_eq!(
            blocks(&page),
            ["The council met on Monday and raised the dues, the mayor said."],
            "{wrapper}"
        );
    }
}

#[test]
fn the_title_of_a_page_ends_where_its_headline_does() {
    let page = "<title>Why I count gulls - Tidal Notes</title><h1>Why I count gulls</h1><p>There were many.</p>";
    let reading = read("a.html", page.as_bytes()).unwrap();
    assert_eq!(reading.document.title, "Why I count gulls");
}

#[test]
fn a_headline_stands_for_a_title_that_says_something_else() {
    let page = "<title>Press release 12</title><div class=banner>Ports</div><h1>Guild signs agreement on pilots</h1>\
                <p class=date>Published 2 May 2024</p><div><p>The port is open again, the minister said on \
                Thursday, and <span class=sr-only>link</span>ships may enter.<sup class=reference>[2]</sup></p></div>";
    let document = read("a.html", page.as_bytes()).unwrap().document;
    assert_eq!(document.title, "Guild signs agreement on pilots");
    assert_eq!(document.published.unwrap().date.to_string(), "2024-05-02");
    assert!(
        document.text.ends_with("and ships may enter."),
        "{}",
        document.text
    );
}

#[test]
fn the_encoding_that_a_page_states_is_used() {
    let page = b"<html><head><meta charset=\"windows-1251\"><title>x y</title></head><body><p>\xcc\xee\xf1\xea\xe2\xe0</p></body></html>";
    assert_eq!(read("a.html", page).unwrap().document.text, "Москва");
}

#[test]
fn hostile_pages_are_read_to_their_end() {
    let paragraph = "<p>This is a paragraph of the article, which has enough words to count.</p>";
    for page in [
        "<div>".repeat(100_000) + paragraph,
        "<a href=x>".repeat(100_000) + paragraph + &"</b>".repeat(100_000),
        "<div>".repeat(50_000) + &"</p>".repeat(50_000) + &"</div>".repeat(50_000) + paragraph,
        format!("<p title=\"{}\">", "x".repeat(2_000_000)) + paragraph,
        "<!--".repeat(100_000) + paragraph + "-->" + paragraph,
        "<p class=a".repeat(50_000) + ">" + paragraph,
        "&lt;".repeat(100_000) + paragraph,
        format!(
            "<script type=\"application/ld+json\">{}</script>",
            "[".repeat(100_000)
        ) + paragraph,
    ] {
        let reading = read("a.html", page.as_bytes()).unwrap();
        assert!(
            reading.document.text.contains("paragraph of the article"),
            "{}",
            &page[..20]
        );
    }
}

proptest! {
    #[test]
    fn any_markup_is_read(text in "(</?(p|div|li|pre|h1|script|a|time|article)( class=share)?>|[<>\"'&;/=\n]|word |\\PC){0,60}") {
        if let Some(reading) = read("a.html", text.as_bytes()) {
            prop_assert_eq!(reading.lines.len(), reading.document.blocks.len());
        }
    }
}
