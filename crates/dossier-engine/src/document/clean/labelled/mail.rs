//! Mails that were copied with their heads.

use super::{Field, Fields, Piece, behind};

/// Labels of who wrote, in the languages of common programs; and so on.
const FROM: [&str; 5] = ["from", "von", "de", "da", "van"];
const DATE: [&str; 10] = [
    "date",
    "sent",
    "datum",
    "gesendet",
    "envoyé",
    "fecha",
    "enviado",
    "data",
    "inviato",
    "verzonden",
];
const SUBJECT: [&str; 6] = [
    "subject",
    "betreff",
    "objet",
    "asunto",
    "oggetto",
    "onderwerp",
];
const OTHERS: [&str; 17] = [
    "to",
    "cc",
    "bcc",
    "an",
    "kopie",
    "à",
    "para",
    "a",
    "aan",
    "reply-to",
    "in-reply-to",
    "message-id",
    "importance",
    "attachments",
    "list-id",
    "mailing-list",
    "organization",
];

/// What a subject begins with that answers or passes on.
const ANSWERS: [&str; 9] = [
    "re:", "fw:", "fwd:", "aw:", "wg:", "tr:", "rv:", "sv:", "antw:",
];

/// How far from the first line the head may begin, and how long it is at most, in lines.
const FIRST_LINES: usize = 4;
const LONGEST_HEAD: usize = 40;

/// How many lines a signature has at most.
const LONGEST_SIGNATURE: usize = 14;

/// The fields of a mail.
pub fn read(pieces: &[Piece]) -> Option<Fields<'_>> {
    let start = (0..pieces.len().min(FIRST_LINES)).find(|&at| field(&pieces[at].text).is_some())?;
    let mut fields: Fields<'_> = Vec::with_capacity(pieces.len());
    fields.resize(start, (Field::Page, ""));
    for piece in pieces.iter().skip(start).take(LONGEST_HEAD) {
        // The list of those who get it goes on in the next line.
        let goes_on = !piece.gap && piece.text.contains('@') && !piece.text.contains(": ");
        let goes_on = goes_on.then_some((Field::Page, piece.text.as_str()));
        let Some(field) = field(&piece.text).or(goes_on) else {
            break;
        };
        fields.push(field);
    }
    let has = |field: Field| fields.iter().any(|(known, _)| *known == field);
    let whole = has(Field::People) && has(Field::Title) && fields.len() - start >= 3;
    if !whole || fields.len() == pieces.len() {
        return None;
    }
    let signature = signature(pieces, fields.len());
    for (at, piece) in pieces.iter().enumerate().skip(fields.len()) {
        let field = if at >= signature || is_of_device(&piece.text) {
            Field::Page
        } else {
            Field::Body
        };
        fields.push((field, &piece.text));
    }
    Some(fields)
}

fn field(text: &str) -> Option<(Field, &str)> {
    let value = |labels: &[&str]| behind(text, labels);
    None.or_else(|| Some((Field::People, value(&FROM)?)))
        .or_else(|| Some((Field::Date, value(&DATE)?)))
        .or_else(|| Some((Field::Title, subject(value(&SUBJECT)?))))
        .or_else(|| Some((Field::Page, value(&OTHERS)?)))
}

/// A subject without what answering put before it.
fn subject(mut text: &str) -> &str {
    while let Some(answer) = ANSWERS.iter().find(|answer| {
        let start = text.get(..answer.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(answer))
    }) {
        text = text[answer.len()..].trim_start();
    }
    text
}

/// Where the signature begins: at the line of two hyphens, if not much follows.
fn signature(pieces: &[Piece], body: usize) -> usize {
    let mark = (body..pieces.len()).rfind(|&at| pieces[at].text == "--");
    mark.filter(|at| pieces.len() - at <= LONGEST_SIGNATURE)
        .unwrap_or(pieces.len())
}

/// What a telephone writes below.
fn is_of_device(text: &str) -> bool {
    let short = text.split_whitespace().count() <= 8;
    let starts = [
        "Sent from my ",
        "Get Outlook for ",
        "Sent via ",
        "Von meinem ",
        "Envoyé de mon ",
    ];
    short && starts.iter().any(|start| text.starts_with(start))
}
