//! The documents of rules: Markdown with a title, a sentence that says it all, sections, and examples that are run.

/// A rule's document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Document<'a> {
    /// What the rule is about, in a few words: the title.
    pub title: &'a str,
    /// What it finds, in a sentence: the first paragraph.
    pub summary: &'a str,
    /// All of it.
    pub text: &'a str,
}

impl<'a> Document<'a> {
    /// Takes a document apart.
    pub fn read(text: &'a str) -> Document<'a> {
        let mut blocks = text.trim().splitn(3, "\n\n");
        let title = blocks.next().unwrap_or_default().trim_start_matches("# ");
        Document { title, summary: blocks.next().unwrap_or_default(), text }
    }
}
