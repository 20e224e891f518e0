//! Pictures that a site owner gives: how large they are, and that they hold nothing but a picture.
//!
//! A page shows an SVG by `<img>`, where browsers run no script and load nothing. But it is a file of the site like any
//! other, and whoever opens it by itself would run what is in it, on this site's own address. So an SVG with scripts is
//! refused, and so is one that refers to anything outside itself, which in `<img>` would be missing.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// What is wrong with a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is neither SVG nor PNG.
    NoPicture,
    /// It does not say how large it is.
    NoSize,
    /// It holds scripts.
    Script,
    /// It refers to something outside itself.
    Outside,
}

impl Fault {
    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Fault::NoPicture => "no-picture",
            Fault::NoSize => "no-size",
            Fault::Script => "script",
            Fault::Outside => "outside",
        }
    }
}

/// The width and height of a picture: pixels of a PNG, units of an SVG, of which only the proportion means something.
///
/// # Errors
/// If it is no picture, or holds more than one.
pub fn size(bytes: &[u8]) -> Result<(f64, f64), Fault> {
    let found = match bytes.strip_prefix(b"\x89PNG\r\n\x1a\n") {
        Some(rest) => png(rest),
        None => svg(std::str::from_utf8(bytes).map_err(|_| Fault::NoPicture)?)?,
    };
    let is_some = |length: f64| length.is_finite() && length > 0.0;
    found.filter(|(width, height)| is_some(*width) && is_some(*height)).ok_or(Fault::NoSize)
}

/// What the first chunk of a PNG says: its length, its name, width and height (RFC 2083, 4.1.1).
fn png(rest: &[u8]) -> Option<(f64, f64)> {
    let number = |from: usize| Some(f64::from(u32::from_be_bytes(rest.get(from..from + 4)?.try_into().ok()?)));
    rest.get(4..8).filter(|name| *name == b"IHDR").and_then(|_| Some((number(8)?, number(12)?)))
}

fn svg(text: &str) -> Result<Option<(f64, f64)>, Fault> {
    let mut reader = Reader::from_str(text);
    let (mut size, mut depth, mut has_root) = (None, 0_usize, false);
    let mut style: Option<String> = None;
    loop {
        match reader.read_event().map_err(|_| Fault::NoPicture)? {
            Event::Start(tag) => {
                size = size.or(element(&tag, &mut has_root)?);
                depth += 1;
                if tag.local_name().as_ref() == "style" {
                    style = Some(String::new());
                }
            }
            Event::Empty(tag) => size = size.or(element(&tag, &mut has_root)?),
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if style.take().is_some_and(|rules| leads_outside(&rules)) {
                    return Err(Fault::Outside);
                }
            }
            Event::Text(text) => {
                if let Some(rules) = &mut style {
                    rules.push_str(&text.into_inner());
                }
            }
            Event::CData(text) => {
                if let Some(rules) = &mut style {
                    rules.push_str(&text.into_inner());
                }
            }
            // What rules are once references are put in is not looked for: no drawing program writes them so.
            Event::GeneralRef(_) if style.is_some() => return Err(Fault::Outside),
            Event::DocType(text) if text.contains("ENTITY") => return Err(Fault::Outside),
            Event::PI(found) if found.target() == "xml-stylesheet" => return Err(Fault::Outside),
            Event::Eof => break,
            _ => {}
        }
    }
    if has_root && depth == 0 { Ok(size) } else { Err(Fault::NoPicture) }
}

/// Looks at an element and its attributes. The size that the first one gives itself, which must be `svg`.
fn element(tag: &BytesStart, has_root: &mut bool) -> Result<Option<(f64, f64)>, Fault> {
    let local = tag.local_name();
    let name = local.as_ref();
    let is_root = !std::mem::replace(has_root, true);
    if is_root && name != "svg" {
        return Err(Fault::NoPicture);
    }
    if ["script", "foreignObject", "handler", "iframe"].contains(&name) {
        return Err(Fault::Script);
    }
    let (mut width, mut height, mut view_box) = (None, None, None);
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|_| Fault::NoPicture)?;
        let value = attribute.normalized_value(XmlVersion::default()).map_err(|_| Fault::NoPicture)?;
        let value = value.trim();
        let full = attribute.key.as_ref();
        let key = attribute.key.local_name();
        let key = key.as_ref();
        if key.starts_with("on") || value.to_ascii_lowercase().contains("javascript:") {
            return Err(Fault::Script);
        }
        let is_link = key == "href" || key == "src";
        let animates_link = key == "attributeName" && value.ends_with("href");
        if !full.starts_with("xmlns") && (is_link && !is_inside(value) || animates_link || leads_outside(value)) {
            return Err(Fault::Outside);
        }
        match full {
            "width" => width = length(value),
            "height" => height = length(value),
            "viewBox" => view_box = self::view_box(value),
            _ => {}
        }
    }
    Ok(is_root.then(|| view_box.or(width.zip(height))).flatten())
}

/// A length that needs no unit to be told. Others, such as per cent, say nothing of the picture itself.
fn length(written: &str) -> Option<f64> {
    written.strip_suffix("px").unwrap_or(written).trim().parse().ok()
}

fn view_box(written: &str) -> Option<(f64, f64)> {
    let numbers: Vec<f64> = written.split([' ', ',']).filter(|number| !number.is_empty()).map(str::parse).collect::<Result<_, _>>().ok()?;
    let [_, _, width, height] = numbers.as_slice() else { return None };
    Some((*width, *height))
}

/// Whether rules, or the value of an attribute, name something outside the picture. An escape may hide a name.
fn leads_outside(rules: &str) -> bool {
    let rules = rules.to_ascii_lowercase();
    let named = rules.split("url(").skip(1).map(|rest| rest.trim_start_matches([' ', '"', '\'']));
    rules.contains("@import") || rules.contains("image-set(") || rules.contains('\\') || named.into_iter().any(|name| !is_inside(name))
}

/// Whether an address is one within the picture.
fn is_inside(address: &str) -> bool {
    address.starts_with('#') || ["data:image/png", "data:image/jpeg", "data:font/"].iter().any(|kind| address.starts_with(kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(inner: &str) -> Result<(f64, f64), Fault> {
        size(format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">{inner}</svg>"#).as_bytes())
    }

    #[test]
    fn a_picture_says_how_large_it_is() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\x40\0\0\0\x50\x08\x06\0\0\0";
        assert_eq!(size(png), Ok((320.0, 80.0)));
        assert_eq!(drawn("<path d='M0 0'/>"), Ok((120.0, 40.0)));
        for (root, found) in [
            (r#"<svg width="32px" height="16"/>"#, Ok((32.0, 16.0))),
            (
                r#"<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg viewBox="0,0,1.5,1"/>"#,
                Ok((1.5, 1.0)),
            ),
            (r#"<svg width="100%" height="100%"/>"#, Err(Fault::NoSize)),
            (r#"<svg width="0" height="0"/>"#, Err(Fault::NoSize)),
            (r#"<svg viewBox="0 0 inf nan"/>"#, Err(Fault::NoSize)),
            (r#"<svg viewBox="0 0 10 10">"#, Err(Fault::NoPicture)),
            (r#"<html><svg viewBox="0 0 1 1"/></html>"#, Err(Fault::NoPicture)),
            ("", Err(Fault::NoPicture)),
            ("GIF89a", Err(Fault::NoPicture)),
        ] {
            assert_eq!(size(root.as_bytes()), found, "{root}");
        }
        assert_eq!(size(b"\x89PNG\r\n\x1a\n\0\0"), Err(Fault::NoSize));
        assert_eq!(size(b"\xff\xd8\xff\xe0"), Err(Fault::NoPicture), "a JPEG");
    }

    #[test]
    fn a_picture_that_is_more_than_one_is_refused() {
        for (inner, fault) in [
            ("<script>1</script>", Fault::Script),
            ("<g onload='x()'/>", Fault::Script),
            ("<a href='JavaScript:x()'/>", Fault::Script),
            ("<a href='&#106;avascript:x()'/>", Fault::Script),
            ("<foreignObject/>", Fault::Script),
            ("<image href='https://elsewhere.example/a.png'/>", Fault::Outside),
            ("<use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='other.svg#a'/>", Fault::Outside),
            ("<rect fill='url(https://elsewhere.example/a.svg#g)'/>", Fault::Outside),
            ("<style>@import 'a.css';</style>", Fault::Outside),
            ("<style>a { fill: URL( \"a.svg\") }</style>", Fault::Outside),
            ("<style><![CDATA[a { fill: url(a.svg) }]]></style>", Fault::Outside),
            ("<style>a { fill: u\\72l(a.svg) }</style>", Fault::Outside),
            ("<style>a { fill: u&#114;l(a.svg) }</style>", Fault::Outside),
            ("<a><set attributeName='href' to='https://elsewhere.example/'/></a>", Fault::Outside),
            ("<text>&undeclared;</text><rect fill='&undeclared;'/>", Fault::NoPicture),
        ] {
            assert_eq!(drawn(inner), Err(fault), "{inner}");
        }
        let entity = "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg viewBox='0 0 1 1'/>";
        assert_eq!(size(entity.as_bytes()), Err(Fault::Outside));
        let sheet = "<?xml-stylesheet href='a.css'?><svg viewBox='0 0 1 1'/>";
        assert_eq!(size(sheet.as_bytes()), Err(Fault::Outside));
    }

    #[test]
    fn what_refers_to_itself_is_a_picture() {
        assert!(drawn("<style>path { fill: url(#g) } @media (prefers-color-scheme: dark) { path { fill: #fff } }</style>").is_ok());
        assert!(drawn("<use href='#a'/><rect fill='url(\"#g\")'/><image href='data:image/png;base64,AA=='/>").is_ok());
    }
}
