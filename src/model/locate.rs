//! Which node of which agreement a place in a file is: what a finding is about, and what `[[allow]]` accepts.

use std::collections::HashMap;

use super::agreement::Agreement;
use super::tree::NodeId;
use super::walk;
use crate::diagnostic::{FileId, Finding, Place, Span};
use crate::i18n::Language;

/// Finds the nodes of some agreements by their places.
#[derive(Debug, Default)]
pub struct Locator<'a> {
    texts: HashMap<FileId, Nodes<'a>>,
}

/// The nodes of one text.
#[derive(Debug)]
struct Nodes<'a> {
    agreement: &'a Agreement,
    language: Language,
    /// Where each node begins, in order. A footnote is no node.
    starts: Vec<(u32, Option<&'a NodeId>)>,
}

/// What a place is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Located<'a> {
    /// The agreement.
    pub agreement: &'a Agreement,
    /// The language of the text.
    pub language: Language,
    /// The innermost node; `None` in a footnote.
    pub node: Option<&'a NodeId>,
}

impl<'a> Locator<'a> {
    /// A locator of these agreements.
    pub fn new(agreements: impl IntoIterator<Item = &'a Agreement>) -> Locator<'a> {
        let mut texts = HashMap::new();
        for agreement in agreements {
            for (language, text) in &agreement.texts {
                let mut starts: Vec<(u32, Option<&NodeId>)> = text.notes.iter().map(|note| (note.span.start, None)).collect();
                walk::metas(&text.parts, &mut |meta| starts.push((meta.span.start, Some(&meta.id))));
                // What begins at the same place is told of by the innermost, which is met last.
                starts.sort_by_key(|(start, _)| *start);
                texts.insert(text.file, Nodes { agreement, language: *language, starts });
            }
        }
        Locator { texts }
    }

    /// What a place in a file is in; nothing if the file is no text of these agreements.
    pub fn at(&self, place: Span) -> Option<Located<'a>> {
        let Nodes { agreement, language, starts } = self.texts.get(&place.file)?;
        let before = starts.partition_point(|(start, _)| *start <= place.start);
        let node = starts[..before].last().and_then(|(_, node)| *node);
        Some(Located { agreement, language: *language, node })
    }

    /// What a finding is about. The finding itself knows best at which node it is; if it does not say, its place does.
    pub fn of<'f>(&self, finding: &'f Finding) -> Option<(Located<'a>, Option<&'f str>)>
    where
        'a: 'f,
    {
        let Place::Span(span) = &finding.place else { return None };
        let located = self.at(*span)?;
        let own = finding.arg("id").or_else(|| located.node.map(NodeId::as_str));
        Some((located, own))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Messages;
    use crate::model::Corpus;
    use crate::source::Sources;

    #[test]
    fn a_place_is_in_the_last_node_that_begins_before_it() {
        let text = "# Titel\n\n## Artikel 1. Een\n\n1.1 Eerste.[^1]\n\n- a. onderdeel\n\n[^1]: Noot.\n";
        let toml = "kind = \"other\"\nstatus = \"offered\"\ntext = \"summary\"\naudience = \"public\"\noriginal = \"nl\"\n\
                    prevailing = \"not-stated\"\nversion = \"not-stated\"\n";
        let sources = Sources::of_texts([
            ("content/vendors/a/vendor.toml", ""),
            ("content/vendors/a/b/agreement.toml", toml),
            ("content/vendors/a/b/nl.md", text),
        ]);
        let (corpus, _) = Corpus::load(&sources, &Messages::load(&sources).0);
        let locator = Locator::new(corpus.vendors[0].agreements.iter().map(|agreement| &**agreement));
        let file = sources.find("content/vendors/a/b/nl.md").expect("just added");
        for (words, id) in [("Titel", Some("")), ("Een", Some("1")), ("Eerste", Some("1.1")), ("onderdeel", Some("1.1/a")), ("Noot", None)]
        {
            let at = text.find(words).expect("in the text");
            let located = locator.at(Span::new(file, at..at + 1)).expect("in the agreement");
            assert_eq!(located.node.map(NodeId::as_str), id, "{words}");
        }
    }
}
