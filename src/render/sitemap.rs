//! The sitemap as XML (sitemaps.org/protocol, and `xhtml:link` for the same page in other languages).

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::site::World;
use crate::site::pages::sitemap;

/// The sitemap.
pub fn xml(world: &World) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let spaces = [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
    writer.create_element("urlset").with_attributes(spaces).write_inner_content(|writer| {
        for entry in sitemap::entries(world) {
            writer.create_element("url").write_inner_content(|writer| url(writer, &entry))?;
        }
        Ok(())
    })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn url(writer: &mut Writer<Vec<u8>>, entry: &sitemap::Entry) -> io::Result<()> {
    writer.create_element("loc").write_text_content(BytesText::new(&entry.location))?;
    for (language, address) in &entry.alternates {
        let attributes = [("rel", "alternate"), ("hreflang", language.as_str()), ("href", address.as_str())];
        writer.create_element("xhtml:link").with_attributes(attributes).write_empty()?;
    }
    Ok(())
}
