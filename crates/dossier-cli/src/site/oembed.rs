//! What a site says about itself to pages that embed by address alone: an answer in the form of
//! <https://oembed.com>, version 1.0, of type `rich`, as a file.

use serde_json::json;

use super::{File, escaped};

/// Name of the file.
const NAME: &str = "oembed.json";

/// Size of the frame in CSS pixels.
const SIZE: (u32, u32) = (1000, 640);

/// The file for a site at an address, and the tag by which its page names it.
pub fn oembed(address: &str, title: &str) -> (File, String) {
    let base = address.trim_end_matches('/');
    let (width, height) = SIZE;
    let frame = format!(
        "<iframe src=\"{}/embed.html\" title=\"{}\" sandbox=\"allow-scripts allow-same-origin\" \
         loading=\"lazy\" width=\"{width}\" height=\"{height}\"></iframe>",
        escaped(base),
        escaped(title),
    );
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Dossier",
        "provider_url": format!("{base}/"),
        "html": frame,
        "width": width,
        "height": height,
    });
    let tag = format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}/{NAME}\" title=\"{}\">",
        escaped(base),
        escaped(title),
    );
    ((NAME.into(), format!("{answer:#}\n").into_bytes()), tag)
}

#[cfg(test)]
mod tests {
    use super::oembed;

    #[test]
    fn a_title_cannot_leave_the_frame_s_tag() {
        let ((name, bytes), tag) = oembed("https://a.example/x/", "\"><script>&");
        assert_eq!(name, "oembed.json");
        let answer: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let html = answer["html"].as_str().unwrap();
        assert!(html.starts_with(
            "<iframe src=\"https://a.example/x/embed.html\" title=\"&quot;>&lt;script>&amp;\""
        ));
        assert!(tag.contains("href=\"https://a.example/x/oembed.json\""));
        assert!(!tag.contains("<script"));
    }
}
