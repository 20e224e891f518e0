//! Footnotes: numbered by the first place that cites them, as narrow as the narrowest.

use std::collections::{BTreeMap, HashMap};

use super::tree::{Block, Note, Part};
use super::walk;
use crate::diagnostic::{Finding, Span, UNCITED_FOOTNOTE};
use crate::parse::Audience;
use crate::parse::text::{Inline, Text};

/// Numbers the notes that are cited. Notes that nothing cites are told and left out: nobody could say who may read them.
pub fn number(parts: &[Part], bodies: Vec<(String, Vec<Block>, Span)>) -> (Vec<Note>, Vec<Finding>) {
    let mut bodies: BTreeMap<String, (Vec<Block>, Span)> = bodies.into_iter().map(|(name, body, span)| (name, (body, span))).collect();
    let mut notes: Vec<Note> = Vec::new();
    let mut cited: Vec<(String, Audience)> = Vec::new();
    walk::texts_of_parts(parts, &mut |place| marks(place.text, place.audience, &mut cited));
    let mut next = 0;
    while let Some((name, audience)) = cited.get(next).cloned() {
        next += 1;
        if let Some((body, span)) = bodies.remove(&name) {
            // A note may cite another one, which is numbered after it.
            walk::texts_of_blocks(&body, audience, &mut |text, within| marks(text, within, &mut cited));
            let number = u32::try_from(notes.len() + 1).unwrap_or(u32::MAX);
            notes.push(Note { name, number, audience: Audience::Public, body, span });
        }
    }
    narrow(&mut notes, &cited);
    let uncited = bodies.into_iter().map(|(name, (_, span))| Finding::new(UNCITED_FOOTNOTE, span).with("note", name)).collect();
    (notes, uncited)
}

/// Gives each note the narrowest audience of the places that cite it. What a note cites is at least as narrow
/// as the note, so this goes round until nothing changes; audiences only grow, so it ends.
fn narrow(notes: &mut [Note], cited: &[(String, Audience)]) {
    let mut places = cited.to_vec();
    loop {
        let mut narrowest: HashMap<&str, Audience> = HashMap::new();
        for (name, audience) in &places {
            let known = narrowest.entry(name).or_insert(*audience);
            *known = (*known).max(*audience);
        }
        let mut changed = false;
        for note in notes.iter_mut() {
            let found = narrowest.get(note.name.as_str()).copied().unwrap_or(Audience::Internal);
            changed |= found > note.audience;
            note.audience = note.audience.max(found);
        }
        if !changed {
            return;
        }
        places = cited.to_vec();
        for note in notes.iter() {
            walk::texts_of_blocks(&note.body, note.audience, &mut |text, within| marks(text, within, &mut places));
        }
    }
}

fn marks(text: &Text, audience: Audience, cited: &mut Vec<(String, Audience)>) {
    text.visit(&mut |inline| {
        if let Inline::NoteMark { name, .. } = inline {
            cited.push((name.clone(), audience));
        }
    });
}
