//! Running text as HTML: the one place in the program that writes any.
//!
//! Everything an author wrote is escaped. References are given by bytes of the plain text, and may run across
//! markup: each piece of words within one becomes a link of its own, so that elements always nest.

use std::ops::Range;

use serde::ser::Error;
use serde::{Serialize, Serializer};

use crate::i18n::{MissingText, Value};
use crate::model::{Agreement, Inline, NodeId, Text, Vendor};
use crate::resolve::{Citation, Definition, Link, Target};
use crate::site::address::{Address, fragment, of_agreement, stub_anchor};
use crate::site::laws;
use crate::site::running::{Document, Running, Scene, plain_length};
use crate::site::used_terms;

/// Schemes of links that are published. Any other, such as `javascript:`, leaves its words without a link.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

impl Serialize for Running<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&html(self).map_err(S::Error::custom)?)
    }
}

/// A running text as HTML.
///
/// # Errors
/// If a message that it needs is missing.
pub fn html(running: &Running<'_>) -> Result<String, MissingText> {
    let Running { scene, text, range } = running;
    let range = range.clone().unwrap_or(0..usize::MAX);
    let links = scene.links(text);
    let mut writer = Writer { scene: *scene, text, range, links, at: 0, in_link: false, marked: Vec::new(), html: String::new() };
    writer.html.reserve(text.span.range().len() + links.len() * 64);
    writer.all(&text.content)?;
    Ok(writer.html)
}

/// Escapes text for HTML, also within an attribute.
pub fn escape(text: &str, html: &mut String) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        html.push_str(&text[from..at]);
        html.push_str(entity);
        from = at + 1;
    }
    html.push_str(&text[from..]);
}

struct Writer<'a> {
    scene: Scene<'a>,
    text: &'a Text,
    /// The bytes of the plain text that are wanted.
    range: Range<usize>,
    links: &'a [Link],
    /// The bytes of the plain text that have passed.
    at: usize,
    /// Whether a link is open: links do not nest.
    in_link: bool,
    /// The footnotes that have a mark in this text.
    marked: Vec<u32>,
    html: String,
}

impl<'w> Writer<'w> {
    fn all(&mut self, content: &[Inline]) -> Result<(), MissingText> {
        content.iter().try_for_each(|inline| self.one(inline))
    }

    fn one(&mut self, inline: &Inline) -> Result<(), MissingText> {
        let length = plain_length(inline);
        let start = self.at;
        if start + length < self.range.start || start > self.range.end || (length > 0 && !self.is_wanted(start..start + length)) {
            self.at += length;
            return Ok(());
        }
        match inline {
            Inline::Words { text, .. } => return self.words(text),
            Inline::Strong(inner) => self.within("strong", inner)?,
            Inline::Emphasis(inner) => self.within("em", inner)?,
            Inline::Code(text) => {
                self.html.push_str("<code>");
                escape(self.wanted(text), &mut self.html);
                self.html.push_str("</code>");
            }
            Inline::Link { to, content, .. } => self.link(to, content)?,
            Inline::Definition { printed, .. } => {
                self.html.push_str("<dfn><b>");
                escape(self.wanted(printed), &mut self.html);
                self.html.push_str("</b></dfn>");
            }
            Inline::FillIn { name, .. } => {
                self.html.push_str("<span class=\"fill-in\">");
                escape(name, &mut self.html);
                self.html.push_str("</span>");
            }
            Inline::NoteMark { name, .. } => self.mark(name)?,
            Inline::Break => self.html.push_str("<br>"),
        }
        self.at = start + length;
        Ok(())
    }

    fn within(&mut self, element: &str, inner: &[Inline]) -> Result<(), MissingText> {
        self.html.extend(["<", element, ">"]);
        self.all(inner)?;
        self.html.extend(["</", element, ">"]);
        Ok(())
    }

    fn is_wanted(&self, piece: Range<usize>) -> bool {
        piece.start < self.range.end && self.range.start < piece.end
    }

    /// What is wanted of a piece that begins here.
    fn wanted<'t>(&self, text: &'t str) -> &'t str {
        let from = self.range.start.saturating_sub(self.at).min(text.len());
        let to = self.range.end.saturating_sub(self.at).min(text.len());
        text.get(from..to).unwrap_or(text)
    }

    /// Words, with the links in them.
    fn words(&mut self, text: &str) -> Result<(), MissingText> {
        let begin = self.at;
        let end = begin + text.len();
        let mut from = begin.max(self.range.start);
        let until = end.min(self.range.end);
        let piece = |from: usize, to: usize| text.get(from - begin..to - begin).unwrap_or_default();
        let links = if self.in_link { &[] } else { self.links };
        let first = links.partition_point(|link| link.range.end <= from);
        for link in &links[first..] {
            if link.range.start >= until {
                break;
            }
            let (start, stop) = (link.range.start.max(from), link.range.end.min(until));
            escape(piece(from, start), &mut self.html);
            self.linked(link, piece(start, stop), stop == link.range.end)?;
            from = stop;
        }
        if from < until {
            escape(piece(from, until), &mut self.html);
        }
        self.at = end;
        Ok(())
    }

    /// A piece of a link; `is_last` where nothing of it follows.
    fn linked(&mut self, link: &Link, words: &str, is_last: bool) -> Result<(), MissingText> {
        let href = match &link.target {
            Target::Node { agreement, id } => self.href(agreement, id),
            Target::Term { agreement, definition } => return self.term(link, agreement, *definition, words, is_last),
            Target::Withheld { agreement, id } => {
                escape(words, &mut self.html);
                return if is_last { self.on_request(agreement, id) } else { Ok(()) };
            }
            Target::Law(citation) => return self.law(citation, words, is_last),
            Target::External | Target::Broken => None,
        };
        match href {
            Some(href) => {
                self.open_link("ref", &href);
                escape(words, &mut self.html);
                self.html.push_str("</a>");
            }
            None => escape(words, &mut self.html),
        }
        Ok(())
    }

    /// A defined term, to where it is defined. Its entry at the end of the page is what is shown beside it.
    fn term(&mut self, link: &Link, defining: &str, place: usize, words: &str, is_last: bool) -> Result<(), MissingText> {
        match self.definition(defining, place) {
            Some((own, definition, href)) => {
                let role = used_terms::role_of(own, definition);
                self.html.push_str(if role.is_some() { "<a class=\"term party\" href=\"" } else { "<a class=\"term\" href=\"" });
                escape(&href, &mut self.html);
                if self.scene.ends_with_terms {
                    self.html.push_str("\" data-shows=\"");
                    escape(&used_terms::anchor(own, defining, place), &mut self.html);
                }
                self.html.push_str("\">");
                escape(words, &mut self.html);
                self.html.push_str("</a>");
            }
            None => escape(words, &mut self.html),
        }
        match &link.law {
            Some(citation) if is_last => self.validity(citation),
            _ => Ok(()),
        }
    }

    /// The agreement that speaks, a definition, and where that is.
    fn definition(&self, agreement: &str, place: usize) -> Option<(&'w Agreement, &'w Definition, String)> {
        let Document::Agreement(vendor, own, _) = self.scene.document else { return None };
        let definitions = if own.slug == agreement {
            self.scene.definitions()
        } else {
            self.scene.world.resolved.of(&vendor.slug, agreement, self.scene.spoken)?.definitions()
        };
        let definition = definitions.get(place)?;
        Some((own, definition, self.href(agreement, definition.id.as_ref()?)?))
    }

    /// A citation of law, to the official text in the reader's language, with the standard citation as its title.
    fn law(&mut self, citation: &Citation, words: &str, is_last: bool) -> Result<(), MissingText> {
        let Some(law) = laws::find(self.scene.world, &citation.law) else {
            escape(words, &mut self.html);
            return Ok(());
        };
        self.html.push_str("<a class=\"law\" href=\"");
        escape(&laws::url(law, citation, self.scene.language), &mut self.html);
        self.html.push_str("\" title=\"");
        let title = laws::title(self.scene.world, self.scene.language, law, citation)?;
        escape(&title, &mut self.html);
        self.html.push_str("\" rel=\"noopener external\">");
        escape(words, &mut self.html);
        self.html.push_str("</a>");
        if is_last { self.validity(citation) } else { Ok(()) }
    }

    /// Says of a law that is no longer in force that it is not.
    fn validity(&mut self, citation: &Citation) -> Result<(), MissingText> {
        let scene = self.scene;
        let Some(law) = laws::find(scene.world, &citation.law) else { return Ok(()) };
        let Some(words) = laws::repealed(scene.world, scene.language, law)? else { return Ok(()) };
        self.html.push_str(" <span class=\"repealed\"");
        if scene.foreign().is_some() {
            self.html.push_str(" lang=\"");
            escape(scene.language.code(), &mut self.html);
            self.html.push('"');
        }
        self.html.push('>');
        escape(&words, &mut self.html);
        self.html.push_str("</span>");
        Ok(())
    }

    /// Says that what was just named is on request, and leads to where that is explained.
    fn on_request(&mut self, agreement: &str, id: &NodeId) -> Result<(), MissingText> {
        let words = self.scene.world.messages.text(self.scene.language, "on-request-hint", &[])?;
        let href = self.stub(agreement, id);
        self.html.push(' ');
        match &href {
            Some(href) => self.open_link("ref withheld", href),
            None => self.html.push_str("<span class=\"withheld\">"),
        }
        if self.scene.foreign().is_some() {
            self.html.push_str("<span lang=\"");
            escape(self.scene.language.code(), &mut self.html);
            self.html.push_str("\">");
        }
        escape(&words, &mut self.html);
        if self.scene.foreign().is_some() {
            self.html.push_str("</span>");
        }
        self.html.push_str(if href.is_some() { "</a>" } else { "</span>" });
        Ok(())
    }

    fn open_link(&mut self, class: &str, href: &str) {
        self.html.extend(["<a class=\"", class, "\" href=\""]);
        escape(href, &mut self.html);
        self.html.push_str("\">");
    }

    /// Where a node is, from this page.
    fn href(&self, slug: &str, id: &NodeId) -> Option<String> {
        let Document::Agreement(vendor, agreement, _) = self.scene.document else { return None };
        if slug == agreement.slug && self.scene.at_home {
            return Some(if id.as_str().is_empty() { "#page:main".to_owned() } else { fragment(id.as_str()) });
        }
        let other = vendor.agreements.iter().find(|other| other.slug == slug && !other.withheld)?;
        Some(self.scene.world.base.link_to(&of_agreement(self.scene.language, vendor, other), id))
    }

    /// Where readers are told of what they may not see: its stub, or the line of its agreement on the vendor's page.
    fn stub(&self, slug: &str, id: &NodeId) -> Option<String> {
        let Document::Agreement(vendor, agreement, _) = self.scene.document else { return None };
        if slug == agreement.slug && self.scene.at_home {
            return Some(fragment(id.as_str())).filter(|link| !link.is_empty());
        }
        let other = vendor.agreements.iter().find(|other| other.slug == slug)?;
        if other.withheld { Some(line_of(self.scene, vendor, other)) } else { self.href(slug, id) }
    }

    fn link(&mut self, to: &str, content: &[Inline]) -> Result<(), MissingText> {
        let Some((href, is_elsewhere)) = self.safe(to).filter(|_| !self.in_link) else { return self.all(content) };
        self.html.push_str("<a href=\"");
        escape(&href, &mut self.html);
        self.html.push_str(if is_elsewhere { "\" rel=\"noopener external\">" } else { "\">" });
        self.in_link = true;
        self.all(content)?;
        self.in_link = false;
        self.html.push_str("</a>");
        Ok(())
    }

    /// Where an author's link leads, and whether that is another site.
    fn safe(&self, to: &str) -> Option<(String, bool)> {
        if to.contains(char::is_control) {
            return None;
        }
        if to.starts_with("//") || to.starts_with("/\\") {
            return Some((to.to_owned(), true));
        }
        if let Some(path) = to.strip_prefix('/') {
            return Some((format!("{}{path}", self.scene.world.base.path()), false));
        }
        let scheme = to.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '#', '?']));
        match scheme.map(str::to_ascii_lowercase) {
            None => Some((to.to_owned(), false)),
            Some(scheme) => SCHEMES.contains(&scheme.as_str()).then(|| (to.to_owned(), scheme.starts_with("http"))),
        }
    }

    fn mark(&mut self, name: &str) -> Result<(), MissingText> {
        // A note that is not there was told before; one on another page is there to be read.
        let Some(number) = self.scene.note_number(name).filter(|_| self.scene.at_home) else { return Ok(()) };
        let words = self.scene.world.messages.text(self.scene.language, "note-mark", &[("number", Value::from(number))])?;
        let is_first = !self.marked.contains(&number);
        self.marked.push(number);
        self.html.push_str("<sup>");
        if self.in_link {
            self.html.push_str(&number.to_string());
        } else {
            self.html.push_str("<a href=\"");
            escape(&fragment(&self.scene.note_anchor(number)), &mut self.html);
            if is_first {
                self.html.push_str("\" id=\"");
                escape(&self.scene.mark_anchor(number, self.text), &mut self.html);
            }
            self.html.push_str("\" aria-label=\"");
            escape(&words, &mut self.html);
            self.html.extend(["\">", &number.to_string(), "</a>"]);
        }
        self.html.push_str("</sup>");
        Ok(())
    }
}

/// The line of an agreement on its vendor's page.
fn line_of(scene: Scene<'_>, vendor: &Vendor, agreement: &Agreement) -> String {
    let page = Address::vendor(scene.language, &vendor.slug);
    scene.world.base.link(&page) + &fragment(&stub_anchor(&agreement.slug))
}

#[cfg(test)]
mod tests;
