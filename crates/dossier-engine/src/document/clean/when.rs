//! Dates as papers write them above and below an article, in many orders and languages.

use std::sync::LazyLock;

use crate::date::PartialDate;
use crate::text::{WordList, WordMap};

/// What a line says that a date is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// When the text was published.
    Published,
    /// When it was last changed.
    Updated,
    /// Nothing is said.
    None,
}

/// A date in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The date, to the day.
    pub date: PartialDate,
    /// What it is of.
    pub label: Label,
    /// Whether day and month could stand the other way round.
    pub ambiguous: bool,
}

/// The names of the months, January first: English and its short forms, then other languages.
const MONTHS: [&str; 12] = [
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari jan januari tammikuu stycznia styczeń ocak января январь січня ledna január ιανουαρίου",
    "february feb februar februar février févr fév febrero feb febbraio fevereiro fev februari helmikuu lutego luty şubat февраля февраль лютого února február φεβρουαρίου",
    "march mar märz mär mars marzo março maart mrt maaliskuu marca marzec mart марта март березня března március μαρτίου",
    "april apr avril avr abril abr aprile huhtikuu kwietnia kwiecień nisan апреля апрель квітня dubna április απριλίου",
    "may mai mayo maggio mag maio mei maj toukokuu maja mayıs мая май травня května május μαΐου",
    "june jun juni juin junio giugno giu junho kesäkuu czerwca czerwiec haziran июня июнь червня června június ιουνίου",
    "july jul juli juillet juil julio luglio lug julho heinäkuu lipca lipiec temmuz июля июль липня července július ιουλίου",
    "august aug août agosto ago augustus augusti elokuu sierpnia sierpień ağustos августа август серпня srpna augusztus αυγούστου",
    "september sept sep septembre septiembre setiembre settembre set setembro syyskuu września wrzesień eylül сентября сентябрь вересня září szeptember σεπτεμβρίου",
    "october oct oktober okt octobre octubre ottobre ott outubro out lokakuu października październik ekim октября октябрь жовтня října október οκτωβρίου",
    "november nov novembre noviembre novembro marraskuu listopada listopad kasım ноября ноябрь листопада listopadu νοεμβρίου",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember joulukuu grudnia grudzień aralık декабря декабрь грудня prosince δεκεμβρίου",
];

/// Words that may stand beside a date in a line that holds nothing else.
static BESIDE: WordList = WordList::new(
    "published updated on at last modified posted first the of date dated created released issued \
    an just now ago am pm a m p noon midnight est edt et ct cst cdt mst mdt pst pdt pt gmt utc bst ist jst kst cet cest msk hkt sgt aest aedt wib eat wat uk local time hrs hours hour ago min mins minutes \
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun \
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag uhr um vom den am stand veröffentlicht aktualisiert erstellt zuletzt \
    lundi mardi mercredi jeudi vendredi samedi dimanche publié le à h mis jour modifié mise et \
    lunes martes miércoles jueves viernes sábado domingo publicado actualizado actualizada el de a las del hora horas última actualización \
    lunedì martedì mercoledì giovedì venerdì sabato domenica pubblicato il alle ore aggiornato aggiornata \
    segunda terça quarta quinta sexta feira publicado em atualizado às \
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gepubliceerd bijgewerkt om op laatste update \
    publicerad uppdaterad kl klokken publisert oppdatert opdateret publiceret oppdatering \
    понедельник вторник среда четверг пятница суббота воскресенье опубликовано обновлено в г года \
    年 月 日 년 월 일 時 分 公開 更新 오전 오후 입력 수정 발행 发布 时间 来源 article version edition issue print read since posted update th st nd rd",
);

/// The longest line that may hold nothing but a date, in bytes.
const LONGEST_LINE: usize = 200;

enum Token {
    Number(u32, usize),
    Word(String),
    Mark(char),
}

/// The dates in a text that have a day, a month and a year, in order.
pub fn dates(text: &str) -> Vec<Dated> {
    // Most lines end here: there is a year of four figures and another number, or there are three.
    let runs = text
        .as_bytes()
        .chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
    let numbers = runs.filter(|run| run[0].is_ascii_digit());
    let (count, longest) = numbers.fold((0, 0), |(count, longest), run| {
        (count + 1, run.len().max(longest))
    });
    if count < 2 || count < 3 && longest < 4 {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut found: Vec<Dated> = Vec::new();
    let mut label = Label::None;
    let mut at = 0;
    let american = is_american(text);
    while at < tokens.len() {
        if let Token::Word(word) = &tokens[at] {
            label = label_of(word).unwrap_or(label);
        }
        match date_at(&tokens[at..], american) {
            Some((date, ambiguous, length)) => {
                if !found
                    .iter()
                    .any(|known| known.date == date && known.label == label)
                {
                    found.push(Dated {
                        date,
                        label,
                        ambiguous,
                    });
                }
                at += length;
            }
            None => at += 1,
        }
    }
    // A second date in words says which way round the first one is.
    if found.iter().any(|dated| !dated.ambiguous) {
        found.retain(|dated| !dated.ambiguous);
    }
    found
}

/// Whether a text holds a date and besides it only words that belong to dates.
pub fn is_date_line(text: &str) -> bool {
    text.len() <= LONGEST_LINE && !dates(text).is_empty() && is_beside(text)
}

/// The month of a line that is a month and a year: `May 2024`, as reports have it on their title.
pub fn month_line(text: &str) -> Option<PartialDate> {
    let (name, year) = text.trim_matches('.').split_once(' ')?;
    let month = month(name.trim_end_matches([',', '.']).to_lowercase().as_str())?;
    let year = Some(year).filter(|year| year.len() == 4)?.parse().ok()?;
    PartialDate::new(year, Some(month), None).ok()
}

/// Whether a text is a label for a date in the next line, such as `Published`.
pub fn is_label(text: &str) -> bool {
    text.split_whitespace().count() <= 3 && {
        let tokens = tokens(text);
        tokens
            .iter()
            .any(|token| matches!(token, Token::Word(word) if label_of(word).is_some()))
            && is_beside(text)
    }
}

fn is_beside(text: &str) -> bool {
    tokens(text).iter().all(|token| match token {
        Token::Word(word) => {
            BESIDE.contains(word) || month(word).is_some() || label_of(word).is_some()
        }
        Token::Number(..) | Token::Mark(_) => true,
    })
}

/// A day and a month that stand at the start of a text without a year, as datelines have them.
pub fn day_and_month(text: &str) -> Option<(u8, u8)> {
    let tokens = tokens(text);
    let (day, name) = match tokens.as_slice() {
        [
            Token::Word(name),
            Token::Mark('.'),
            Token::Number(day, _),
            ..,
        ]
        | [Token::Word(name), Token::Number(day, _), ..]
        | [Token::Number(day, _), Token::Word(name), ..]
        | [
            Token::Number(day, _),
            Token::Mark('.'),
            Token::Word(name),
            ..,
        ] => (*day, name),
        _ => return None,
    };
    let month = month(name)?;
    PartialDate::new(2000, Some(month), u8::try_from(day).ok()).ok()?;
    Some((day as u8, month))
}

fn label_of(word: &str) -> Option<Label> {
    const PUBLISHED: [&str; 17] = [
        "published",
        "posted",
        "released",
        "issued",
        "created",
        "veröffentlicht",
        "publié",
        "publicado",
        "pubblicato",
        "gepubliceerd",
        "publicerad",
        "publisert",
        "publiceret",
        "опубликовано",
        "入力",
        "입력",
        "公開",
    ];
    const UPDATED: [&str; 17] = [
        "updated",
        "modified",
        "update",
        "aktualisiert",
        "jour",
        "modifié",
        "actualizado",
        "actualizada",
        "aggiornato",
        "atualizado",
        "bijgewerkt",
        "uppdaterad",
        "oppdatert",
        "opdateret",
        "обновлено",
        "수정",
        "更新",
    ];
    // What stands before may be glued to it, such as a time zone: `EDTUpdated`.
    if UPDATED.iter().any(|label| word.ends_with(label)) {
        return Some(Label::Updated);
    }
    PUBLISHED
        .iter()
        .any(|label| word.ends_with(label))
        .then_some(Label::Published)
}

fn month(word: &str) -> Option<u8> {
    static BY_NAME: LazyLock<WordMap<&str, u8>> = LazyLock::new(|| {
        let names = (1..).zip(MONTHS);
        WordMap::new(
            names.flat_map(|(month, names)| names.split(' ').map(move |name| (name, month))),
        )
    });
    BY_NAME.get(word).copied()
}

/// Whether a text writes the time as Americans do, and with it likely the month first.
fn is_american(text: &str) -> bool {
    let zones = [
        "EDT", "EST", "PDT", "PST", "CDT", "CST", "MDT", "MST", " ET", " PT",
    ];
    zones.iter().any(|zone| text.contains(zone))
}

fn date(year: u32, month: u32, day: u32) -> Option<PartialDate> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let year = u16::try_from(year)
        .ok()
        .filter(|year| (1600..=2100).contains(year))?;
    PartialDate::new(year, Some(month), Some(day)).ok()
}

/// The day of a month in the year that stands at `at`, as [`date_at`] gives it.
fn in_year(
    tokens: &[Token],
    at: usize,
    month: u32,
    day: u32,
) -> Option<(PartialDate, bool, usize)> {
    let Some(Token::Number(year, digits @ 4..)) = tokens.get(at) else {
        return None;
    };
    Some((date(first_four(*year, *digits), month, day)?, false, at + 1))
}

/// A date at the start of some tokens: whether it is ambiguous, and how many tokens it takes.
fn date_at(tokens: &[Token], american: bool) -> Option<(PartialDate, bool, usize)> {
    match tokens {
        // 2023-09-11, 2023/9/11, 2023年9月11日
        [
            Token::Number(year, 4),
            a,
            Token::Number(month, 1..=2),
            b,
            Token::Number(day, 1..=2),
            ..,
        ] if parts(a) && parts(b) => Some((date(*year, *month, *day)?, false, 5)),
        // 11/09/2023, 11.9.2023
        [
            Token::Number(a, 1..=2),
            Token::Mark(mark @ ('/' | '.' | '-')),
            Token::Number(b, 1..=2),
            Token::Mark(second),
            Token::Number(year, digits @ (2 | 4..)),
            ..,
        ] if mark == second => {
            let year = if *digits == 2 {
                2000 + year
            } else {
                first_four(*year, *digits)
            };
            let month_first = *a <= 12 && (*b > 12 || american && *mark == '/');
            let (day, month) = if month_first { (*b, *a) } else { (*a, *b) };
            let ambiguous = *a <= 12 && *b <= 12 && a != b && *mark != '.' && !american;
            Some((date(year, month, day)?, ambiguous, 5))
        }
        // 11 September 2023, 11. September 2023, 11th of September, 2023, 11 de septiembre de 2023
        [Token::Number(day, 1..=2), ..] => {
            let mut at = skip(tokens, 1);
            let Some(Token::Word(name)) = tokens.get(at) else {
                return None;
            };
            let month = month(name)?;
            at = skip(tokens, at + 1);
            in_year(tokens, at, u32::from(month), *day)
        }
        // September 11, 2023, Sept. 11th 2023
        [Token::Word(name), ..] => {
            let at = skip(tokens, 1);
            let Some(Token::Number(day, 1..=2)) = tokens.get(at) else {
                return None;
            };
            let month = month(name)?;
            let at = skip(tokens, at + 1);
            in_year(tokens, at, u32::from(month), *day)
        }
        _ => None,
    }
}

fn parts(token: &Token) -> bool {
    match token {
        Token::Mark(mark) => matches!(mark, '-' | '/' | '.'),
        Token::Word(word) => matches!(word.as_str(), "年" | "月" | "년" | "월"),
        Token::Number(..) => false,
    }
}

/// Passes over what may stand between the parts of a date.
fn skip(tokens: &[Token], mut at: usize) -> usize {
    while let Some(token) = tokens.get(at) {
        match token {
            Token::Mark('.' | ',' | '-') => at += 1,
            Token::Word(word)
                if matches!(
                    word.as_str(),
                    "de" | "of" | "th" | "st" | "nd" | "rd" | "er" | "del" | "º"
                ) =>
            {
                at += 1;
            }
            _ => break,
        }
    }
    at
}

/// The year of digits to which a time is glued: `20236:46` is 2023, 6:46.
fn first_four(number: u32, digits: usize) -> u32 {
    (4..digits).fold(number, |number, _| number / 10)
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut characters = text.chars().peekable();
    while let Some(&character) = characters.peek() {
        if character.is_ascii_digit() {
            let (mut value, mut digits) = (0_u32, 0);
            while let Some(digit) = characters.next_if(char::is_ascii_digit) {
                value = value
                    .saturating_mul(10)
                    .saturating_add(digit as u32 - '0' as u32);
                digits += 1;
            }
            tokens.push(Token::Number(value, digits));
        } else if matches!(character, '年' | '月' | '日' | '년' | '월' | '일') {
            characters.next();
            tokens.push(Token::Word(character.to_string()));
        } else if character.is_alphabetic() {
            let mut word = String::new();
            while let Some(letter) = characters.next_if(|c| c.is_alphabetic()) {
                // `PDTUpdated`: a new word begins where a capital follows a lower case letter.
                if letter.is_uppercase() && word.chars().next_back().is_some_and(char::is_lowercase)
                {
                    tokens.push(Token::Word(std::mem::take(&mut word).to_lowercase()));
                }
                word.push(letter);
            }
            tokens.push(Token::Word(word.to_lowercase()));
        } else {
            characters.next();
            if !character.is_whitespace() {
                tokens.push(Token::Mark(character));
            }
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn first(text: &str) -> String {
        dates(text)
            .first()
            .map_or_else(String::new, |dated| dated.date.to_string())
    }

    #[test]
    fn dates_are_read_in_the_orders_of_many_languages() {
        for text in [
            "2023-09-11",
            "Published 11 September 2023",
            "Sept. 11, 2023",
            "Mon 11 Sep 2023 14.05 BST",
            "September 11, 20236:46 AM PDTUpdated 10 min ago",
            "11.09.2023, 14:03 Uhr",
            "11. September 2023",
            "Publié le 11 septembre 2023 à 14h05",
            "11 de septiembre de 2023",
            "11 settembre 2023",
            "2023年9月11日",
            "2023. 9. 11. 14:03",
            "11 сентября 2023",
            "Monday, September 11th, 2023",
            "09/11/2023 8:12 PM EDT",
            "11 wrz 2023 11 września 2023",
        ] {
            assert_eq!(first(text), "2023-09-11", "{text}");
        }
        assert_eq!(first("13/09/2023"), "2023-09-13");
        assert_eq!(first("Room 11, 2023 seats"), "");
    }

    #[test]
    fn what_was_published_is_told_from_what_was_updated() {
        let found = dates(
            "Updated September 13, 2023 at 4:34 a.m. EDT|Published September 12, 2023 at 11:21 p.m. EDT",
        );
        assert_eq!(found[0].label, Label::Updated);
        assert_eq!(found[1].label, Label::Published);
    }

    #[test]
    fn a_line_of_a_date_holds_nothing_else() {
        assert!(is_date_line(
            "Published: 14:05, 11 September 2023 | Updated: 15:10, 11 September 2023"
        ));
        assert!(is_date_line("Stand: 11.09.2023 14:03 Uhr"));
        assert!(!is_date_line("The treaty of 11 September 2023 was signed"));
        assert!(is_label("Last updated") && !is_label("The week"));
    }

    #[test]
    fn day_and_month_stand_in_either_order() {
        assert_eq!(day_and_month("Sept 11"), Some((11, 9)));
        assert_eq!(day_and_month("Sept. 11"), Some((11, 9)));
        assert_eq!(day_and_month("11 septembre"), Some((11, 9)));
        assert_eq!(day_and_month("South Korea"), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "([0-9]{1,6}|[./,年月日-]| |Sept|März|\\PC){0,20}") {
            for dated in dates(&text) {
                prop_assert!(dated.date.day.is_some());
            }
        }
    }
}
