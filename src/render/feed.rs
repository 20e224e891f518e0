//! Feeds as Atom (RFC 4287) and JSON Feed (jsonfeed.org, version 1.1), and calendars (RFC 5545). Every name in them is text.

use std::io;

use icalendar::{Calendar, Component, Event as CalendarEvent, EventStatus, Property};
use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use serde::Serialize;

use crate::i18n::Language;
use crate::site::pages::feed::{Feed, FeedEntry};

/// A line of a calendar has at most so many octets, its end not counted (RFC 5545, section 3.1).
const MOST_OCTETS: usize = 75;

/// An Atom feed.
///
/// # Errors
/// None in practice: it is written to memory.
pub fn atom(feed: &Feed) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", feed.language.code())];
    writer.create_element("feed").with_attributes(root).write_inner_content(|writer| {
        text(writer, "id", &feed.id)?;
        text(writer, "title", &feed.title)?;
        text(writer, "subtitle", &feed.standing)?;
        text(writer, "updated", &moment(feed.updated))?;
        writer.create_element("author").write_inner_content(|writer| text(writer, "name", &feed.author))?;
        link(writer, "self", "application/atom+xml", &feed.own)?;
        link(writer, "alternate", "text/html", &feed.page)?;
        for entry in &feed.entries {
            writer.create_element("entry").write_inner_content(|writer| self::entry(writer, feed, entry))?;
        }
        Ok(())
    })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn entry(writer: &mut Writer<Vec<u8>>, feed: &Feed, entry: &FeedEntry) -> io::Result<()> {
    text(writer, "id", &entry.id)?;
    text(writer, "title", &entry.title)?;
    text(writer, "published", &moment(entry.date))?;
    // An entry never changes its day, whatever becomes of its words: nobody is told twice.
    text(writer, "updated", &moment(entry.date))?;
    link(writer, "alternate", "text/html", &entry.page)?;
    text(writer, "summary", &with_standing(feed, entry))
}

fn text(writer: &mut Writer<Vec<u8>>, name: &str, words: &str) -> io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(&without_controls(words)))?;
    Ok(())
}

fn link(writer: &mut Writer<Vec<u8>>, relation: &str, kind: &str, address: &str) -> io::Result<()> {
    let attributes = [("rel", relation), ("type", kind), ("href", address)];
    writer.create_element("link").with_attributes(attributes).write_empty()?;
    Ok(())
}

/// Characters that XML 1.0 (section 2.2) and calendars have no place for.
fn without_controls(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

/// The beginning of a day (RFC 3339). Entries have no hour.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

fn with_standing(feed: &Feed, entry: &FeedEntry) -> String {
    if entry.text.is_empty() { feed.standing.clone() } else { format!("{} {}", entry.text, feed.standing) }
}

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    description: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    language: Language,
    authors: [Author<'a>; 1],
    items: Vec<JsonItem<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_text: String,
    date_published: String,
}

/// A JSON Feed.
///
/// # Errors
/// None in practice: all of it is text.
pub fn json(feed: &Feed) -> serde_json::Result<Vec<u8>> {
    let item = |entry: &'_ FeedEntry| -> (String, String) { (with_standing(feed, entry), moment(entry.date)) };
    let items = feed.entries.iter().map(|entry| {
        let (content_text, date_published) = item(entry);
        JsonItem { id: &entry.id, url: &entry.page, title: &entry.title, content_text, date_published }
    });
    let mut bytes = serde_json::to_vec(&JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        description: &feed.standing,
        home_page_url: &feed.page,
        feed_url: &feed.own,
        language: feed.language,
        authors: [Author { name: &feed.author }],
        items: items.collect(),
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A calendar: a day of its own for each announcement, last day to object and day of effect.
pub fn calendar(feed: &Feed) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//Clausewerk//Clausewerk//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("METHOD", "PUBLISH"));
    calendar.append_property(("NAME", escaped(&feed.title).as_str()));
    calendar.append_property(("X-WR-CALNAME", escaped(&feed.title).as_str()));
    calendar.append_property(("DESCRIPTION", without_controls(&feed.standing).as_str()));
    calendar.append_property(Property::new("URL", &feed.page));
    for entry in &feed.entries {
        for (point, day, called) in &entry.days {
            let Ok(after) = day.tomorrow() else { continue };
            let mut event = CalendarEvent::new();
            event
                .uid(&format!("{point}/{}", entry.id))
                // When the entry was made: the same whenever the calendar is written.
                .add_property("DTSTAMP", format!("{}T000000Z", entry.date.strftime("%Y%m%d")))
                .append_property(date("DTSTART", *day))
                .append_property(date("DTEND", after))
                .summary(&without_controls(called))
                .description(&without_controls(&with_standing(feed, entry)))
                .url(&entry.page)
                .add_property("TRANSP", "TRANSPARENT");
            // Calendars that hold the day already are told that it is off: the same id with a higher number (RFC 5546, section 2.1.4).
            if entry.is_withdrawn && *point != "announced" {
                event.status(EventStatus::Cancelled).sequence(1);
            }
            calendar.push(event.done());
        }
    }
    folded(&calendar.to_string()).into_bytes()
}

/// The same with lines of at most 75 octets (RFC 5545, section 3.1): the library counts the space that begins a folded line to none of
/// them, so that some have 76.
fn folded(calendar: &str) -> String {
    let mut text = String::with_capacity(calendar.len());
    for line in calendar.replace("\r\n ", "").lines() {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > MOST_OCTETS {
                text.push_str("\r\n ");
                length = 1;
            }
            text.push(c);
            length += c.len_utf8();
        }
        text.push_str("\r\n");
    }
    text
}

fn date(name: &str, day: Date) -> Property {
    Property::new(name, day.strftime("%Y%m%d").to_string()).add_parameter("VALUE", "DATE").done()
}

/// Text of a property of the calendar itself, which the library writes as it is (RFC 5545, section 3.3.11).
fn escaped(words: &str) -> String {
    without_controls(words).replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters_and_are_never_too_long() {
        let words = "Één lange naam; met “tekens” van meer dan één octet, ".repeat(9);
        let folded = folded(&format!("SUMMARY:{words}\r\nEND:VEVENT\r\n"));
        assert!(folded.split("\r\n").all(|line| line.len() <= MOST_OCTETS), "{folded}");
        assert_eq!(folded.replace("\r\n ", ""), format!("SUMMARY:{words}\r\nEND:VEVENT\r\n"));
        assert_eq!(super::folded(&folded), folded);
    }
}
