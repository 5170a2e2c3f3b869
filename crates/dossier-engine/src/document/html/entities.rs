//! Character references: `&amp;`, `&#233;`, `&#xe9;`.

/// Names that stand in running text; those of HTML that are left out stay as they are written.
const NAMED: &str = "amp:& lt:< gt:> quot:\" apos:' nbsp:\u{a0} iexcl:¡ cent:¢ pound:£ curren:¤ yen:¥ brvbar:¦ sect:§ uml:¨ copy:© ordf:ª laquo:« not:¬ shy:\u{ad} reg:® macr:¯ deg:° plusmn:± sup1:¹ sup2:² sup3:³ acute:´ micro:µ para:¶ middot:· cedil:¸ ordm:º raquo:» frac14:¼ frac12:½ frac34:¾ iquest:¿ \
    Agrave:À Aacute:Á Acirc:Â Atilde:Ã Auml:Ä Aring:Å AElig:Æ Ccedil:Ç Egrave:È Eacute:É Ecirc:Ê Euml:Ë Igrave:Ì Iacute:Í Icirc:Î Iuml:Ï ETH:Ð Ntilde:Ñ Ograve:Ò Oacute:Ó Ocirc:Ô Otilde:Õ Ouml:Ö times:× Oslash:Ø Ugrave:Ù Uacute:Ú Ucirc:Û Uuml:Ü Yacute:Ý THORN:Þ szlig:ß \
    agrave:à aacute:á acirc:â atilde:ã auml:ä aring:å aelig:æ ccedil:ç egrave:è eacute:é ecirc:ê euml:ë igrave:ì iacute:í icirc:î iuml:ï eth:ð ntilde:ñ ograve:ò oacute:ó ocirc:ô otilde:õ ouml:ö divide:÷ oslash:ø ugrave:ù uacute:ú ucirc:û uuml:ü yacute:ý thorn:þ yuml:ÿ \
    OElig:Œ oelig:œ Scaron:Š scaron:š Yuml:Ÿ circ:ˆ tilde:˜ ensp:\u{2002} emsp:\u{2003} thinsp:\u{2009} zwnj:\u{200c} zwj:\u{200d} lrm:\u{200e} rlm:\u{200f} ndash:– mdash:— lsquo:‘ rsquo:’ sbquo:‚ ldquo:“ rdquo:” bdquo:„ dagger:† Dagger:‡ bull:• hellip:… permil:‰ prime:′ Prime:″ lsaquo:‹ rsaquo:› oline:‾ euro:€ trade:™ larr:← uarr:↑ rarr:→ darr:↓ harr:↔ minus:− infin:∞ asymp:≈ ne:≠ le:≤ ge:≥ hearts:♥ colon:: comma:, period:. lpar:( rpar:) excl:! quest:? num:# sol:/ lowbar:_ hyphen:‐ dash:‐ horbar:― rsquor:’ ldquor:„";

/// Longest reference, in bytes.
const LONGEST: usize = 12;

/// A text with its character references replaced.
pub fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let reference = reference(rest);
        let (character, length) = reference.unwrap_or(('&', 1));
        decoded.push(character);
        rest = &rest[length..];
    }
    decoded.push_str(rest);
    decoded
}

/// The character of a reference at the start of a text, and how many bytes it takes.
fn reference(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    let end = body.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = body.get(..end)?;
    let character = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(windows(code)).unwrap_or('\u{fffd}')
    } else {
        let known = NAMED.split(' ').filter_map(|entry| entry.split_once(':'));
        let (_, character) = known.into_iter().find(|(known, _)| *known == name)?;
        character.chars().next()?
    };
    Some((character, end + 2))
}

/// Numbers 128 to 159 are those of windows-1252 wherever they occur.
fn windows(code: u32) -> u32 {
    const QUOTES: [(u32, u32); 8] = [
        (0x80, 0x20ac),
        (0x85, 0x2026),
        (0x91, 0x2018),
        (0x92, 0x2019),
        (0x93, 0x201c),
        (0x94, 0x201d),
        (0x96, 0x2013),
        (0x97, 0x2014),
    ];
    QUOTES
        .iter()
        .find(|(from, _)| *from == code)
        .map_or(code, |(_, to)| *to)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn references_are_replaced_and_the_rest_stays() {
        assert_eq!(
            decode("a &amp; b &lt;c&gt; &#233;&#xE9;&eacute; &mdash; &#146;"),
            "a & b <c> ééé — ’"
        );
        assert_eq!(
            decode("AT&T &unknown; &#xffffffff; & &;"),
            "AT&T &unknown; \u{fffd} & &;"
        );
        assert_eq!(decode("&colon;&amp;amp;"), ":&amp;");
    }
}
