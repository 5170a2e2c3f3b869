//! How a place is shared: by a link, and by what other pages need to show it.

use crate::place::{Place, View, encode};

/// What can be copied to share a place. Text of documents is no part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Address of the place.
    pub link: String,
    /// HTML with the element.
    pub element: String,
    /// HTML with a frame.
    pub frame: String,
    /// Address of what the frame shows.
    pub preview: String,
}

impl Share {
    /// How a place is shared whose address is `link`, in a site whose files are in `folder`: an
    /// address that ends with `/`.
    #[must_use]
    pub fn new(link: String, folder: &str, place: &Place) -> Self {
        let mut attributes = String::new();
        let mut preview = [folder, "embed.html"].concat();
        let mut separator = '?';
        for (name, value) in shown(place) {
            if value.is_empty() {
                continue;
            }
            attributes.extend([" ", name, "=\"", &escaped(&value), "\""]);
            preview.push(separator);
            separator = '&';
            preview.extend([name, "="]);
            encode(&value, &mut preview);
        }
        let folder = escaped(folder);
        let element = [
            "<script type=\"module\" src=\"",
            &folder,
            "dossier.js\"></script>\n<dossier-explorer",
            &attributes,
            "></dossier-explorer>",
        ];
        let frame = [
            "<iframe src=\"",
            &escaped(&preview),
            "\" title=\"Documents\" sandbox=\"allow-scripts allow-same-origin\" loading=\"lazy\" \
             width=\"100%\" height=\"640\"></iframe>",
        ];
        Self {
            link,
            element: element.concat(),
            frame: frame.concat(),
            preview,
        }
    }
}

/// The attributes that show a place; empty where they need not be said.
fn shown(place: &Place) -> [(&'static str, String); 4] {
    let mut filters = Place::default();
    filters.selection.clone_from(&place.selection);
    filters.selection.query.clear();
    let fragment = filters.fragment();
    let filter = fragment.split_once('?').map_or("", |(_, pairs)| pairs);
    let is_usual = place.view == View::default();
    let view = if is_usual { "" } else { place.view.key() };
    [
        ("q", place.selection.query.clone()),
        ("filter", filter.to_owned()),
        ("view", view.to_owned()),
        ("doc", place.doc.clone().unwrap_or_default()),
    ]
}

/// A text as it can stand in an attribute in double quotes.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '<' => escaped.push_str("&lt;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::Share;
    use crate::place::Place;

    fn share(fragment: &str) -> Share {
        let place = Place::from_fragment(fragment);
        Share::new("https://a.example/#x".into(), "https://a.example/", &place)
    }

    #[test]
    fn the_start_needs_no_attributes() {
        let share = share("#/documents");
        assert!(
            share
                .element
                .ends_with("<dossier-explorer></dossier-explorer>")
        );
        assert_eq!(share.preview, "https://a.example/embed.html");
    }

    #[test]
    fn query_filters_view_and_document_are_attributes_and_parts_of_the_frame_s_address() {
        let share = share("#/passages?q=a%20%22b%22%20%3C&topic=x,y&-publisher=Z%26&doc=post&p=3");
        let attributes = "q=\"a &quot;b&quot; &lt;\" filter=\"topic=x,y&amp;-publisher=Z%26\" \
                          view=\"passages\" doc=\"post\"></";
        assert!(share.element.contains(attributes), "{}", share.element);
        assert!(share.preview.contains("?q=a%20%22b%22%20%3C&filter="));
        assert!(
            share.preview.contains("-publisher%3DZ%2526"),
            "{}",
            share.preview
        );
        assert!(share.preview.ends_with("&view=passages&doc=post"));
    }
}
