//! The page that the build writes: its tags and its title. Of HTML, only what it has is understood.

/// The tag of a page that holds a text.
#[must_use]
pub fn tag<'p>(page: &'p str, text: &str) -> Option<&'p str> {
    let at = page.find(text)?;
    let start = if text.starts_with('<') {
        at
    } else {
        page.get(..at)?.rfind('<')?
    };
    let end = at + page.get(at..)?.find('>')? + 1;
    page.get(start..end)
}

/// The value of an attribute in double quotes, without `./` at its start.
#[must_use]
pub fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let (value, _) = rest.split_once('"')?;
    Some(value.strip_prefix("./").unwrap_or(value))
}

/// A text as it can stand between tags.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The page with a collection's title in the place of the one that it has.
#[must_use]
pub fn titled(page: &str, title: &str) -> String {
    let escaped = escaped(title);
    let Some((before, rest)) = page.split_once("<title>") else {
        return page.to_owned();
    };
    let after = rest.split_once("</title>").map_or("", |(_, after)| after);
    [before, "<title>", &escaped, "</title>", after].concat()
}
