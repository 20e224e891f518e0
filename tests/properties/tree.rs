//! Agreements made up at random, as a tree that can be written down in two languages.

use clausewerk::parse::Audience;
use proptest::prelude::*;

/// A text by its number, and who may read it by what the tree says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leaf {
    pub number: usize,
    pub audience: Audience,
}

/// Who may read a node, if the author says so.
pub type Said = Option<Audience>;

#[derive(Debug, Clone)]
pub struct Agreement {
    pub parts: Vec<Part>,
}

#[derive(Debug, Clone)]
pub struct Part {
    pub number: usize,
    pub said: Said,
    pub title: Leaf,
    pub intro: Option<Clause>,
    pub articles: Vec<Article>,
}

#[derive(Debug, Clone)]
pub struct Article {
    /// `None` where it is not counted.
    pub number: Option<usize>,
    pub said: Said,
    pub heading: Leaf,
    pub clauses: Vec<Clause>,
}

#[derive(Debug, Clone)]
pub struct Clause {
    pub label: Label,
    pub said: Said,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Label {
    /// `7.1`.
    Dotted(usize),
    /// No number, but an id of its own.
    Named(usize),
    /// Neither; only where nothing stands before it.
    None,
}

#[derive(Debug, Clone)]
pub enum Block {
    Paragraph { said: Said, text: Leaf, note: Option<Leaf> },
    Items(Vec<Item>),
    Table { said: Said, rows: Vec<(Said, Leaf, Leaf)> },
    Quote { said: Said, text: Leaf },
}

#[derive(Debug, Clone)]
pub struct Item {
    pub said: Said,
    pub text: Leaf,
    pub more: Vec<Block>,
}

const UNREAD: Leaf = Leaf { number: 0, audience: Audience::Public };

fn said() -> impl Strategy<Value = Said> {
    prop_oneof![6 => Just(None), 1 => Just(Some(Audience::Customers)), 1 => Just(Some(Audience::Internal))]
}

fn block(depth: u32) -> BoxedStrategy<Block> {
    let paragraph = (said(), 0..4u8).prop_map(|(said, note)| Block::Paragraph { said, text: UNREAD, note: (note == 0).then_some(UNREAD) });
    let table = (said(), prop::collection::vec(said(), 1..3))
        .prop_map(|(said, rows)| Block::Table { said, rows: rows.into_iter().map(|said| (said, UNREAD, UNREAD)).collect() });
    let quote = said().prop_map(|said| Block::Quote { said, text: UNREAD });
    if depth == 0 {
        return prop_oneof![3 => paragraph, 1 => table, 1 => quote].boxed();
    }
    let item = (said(), prop::collection::vec(block(depth - 1), 0..2)).prop_map(|(said, more)| Item { said, text: UNREAD, more });
    let items = prop::collection::vec(item, 1..4).prop_map(Block::Items);
    prop_oneof![3 => paragraph, 3 => items, 1 => table, 1 => quote].boxed()
}

fn clause() -> impl Strategy<Value = Clause> {
    let label = prop_oneof![4 => Just(Label::Dotted(0)), 1 => Just(Label::Named(0))];
    (label, said(), prop::collection::vec(block(2), 0..3)).prop_map(|(label, said, mut blocks)| {
        // A clause begins with a paragraph, and what is said at its end is said of the clause.
        blocks.insert(0, Block::Paragraph { said: None, text: UNREAD, note: None });
        Clause { label, said, blocks }
    })
}

fn article() -> impl Strategy<Value = Article> {
    (0..4u8, said(), prop::collection::vec(clause(), 1..4)).prop_map(|(number, said, clauses)| Article {
        number: (number > 0).then_some(0),
        said,
        heading: UNREAD,
        clauses,
    })
}

fn part() -> impl Strategy<Value = Part> {
    (said(), prop::option::of(clause()), prop::collection::vec(article(), 0..4)).prop_map(|(said, intro, articles)| Part {
        number: 0,
        said,
        title: UNREAD,
        intro: intro.map(|clause| Clause { label: Label::None, ..clause }),
        articles,
    })
}

/// An agreement, counted and with who may read each text.
pub fn agreement() -> impl Strategy<Value = Agreement> {
    prop::collection::vec(part(), 1..4).prop_map(|parts| {
        let mut agreement = Agreement { parts };
        agreement.renumber();
        let mut next = 0;
        for part in &mut agreement.parts {
            let audience = part.said.unwrap_or(Audience::Public);
            take(&mut part.title, &mut next, audience);
            part.intro.iter_mut().for_each(|clause| in_clause(clause, &mut next, audience));
            for article in &mut part.articles {
                let audience = article.said.max(Some(audience)).unwrap_or(audience);
                take(&mut article.heading, &mut next, audience);
                article.clauses.iter_mut().for_each(|clause| in_clause(clause, &mut next, audience));
            }
        }
        agreement
    })
}

fn take(leaf: &mut Leaf, next: &mut usize, audience: Audience) {
    *next += 1;
    *leaf = Leaf { number: *next, audience };
}

fn in_clause(clause: &mut Clause, next: &mut usize, within: Audience) {
    let audience = clause.said.map_or(within, |said| said.max(within));
    in_blocks(&mut clause.blocks, next, audience);
}

fn in_blocks(blocks: &mut [Block], next: &mut usize, within: Audience) {
    let narrower = |said: &Said, within: Audience| said.map_or(within, |said| said.max(within));
    for block in blocks {
        match block {
            Block::Paragraph { said, text, note } => {
                take(text, next, narrower(said, within));
                note.iter_mut().for_each(|note| take(note, next, narrower(said, within)));
            }
            Block::Quote { said, text } => take(text, next, narrower(said, within)),
            Block::Table { said, rows } => {
                let within = narrower(said, within);
                for (said, a, b) in rows {
                    take(a, next, narrower(said, within));
                    take(b, next, narrower(said, within));
                }
            }
            Block::Items(items) => {
                for item in items {
                    let within = narrower(&item.said, within);
                    take(&mut item.text, next, within);
                    in_blocks(&mut item.more, next, within);
                }
            }
        }
    }
}

impl Agreement {
    /// Counts parts, articles and clauses from 1.
    pub fn renumber(&mut self) {
        let mut named = 0;
        for (index, part) in self.parts.iter_mut().enumerate() {
            part.number = index;
            let mut count = 0;
            for article in &mut part.articles {
                if let Some(number) = &mut article.number {
                    count += 1;
                    *number = count;
                }
                let mut count = 0;
                for clause in &mut article.clauses {
                    match &mut clause.label {
                        Label::Dotted(number) => {
                            count += 1;
                            *number = count;
                        }
                        Label::Named(number) => {
                            named += 1;
                            *number = named;
                        }
                        Label::None => {}
                    }
                }
            }
        }
    }

    /// Every text, part titles apart: readers may know of a part that it exists.
    pub fn leaves(&self) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        for part in &self.parts {
            part.intro.iter().for_each(|clause| of_blocks(&clause.blocks, &mut leaves));
            for article in &part.articles {
                leaves.push(article.heading);
                article.clauses.iter().for_each(|clause| of_blocks(&clause.blocks, &mut leaves));
            }
        }
        leaves
    }

    /// Leaves out the n-th of everything that can be left out, and says whether there was one.
    pub fn remove(&mut self, n: usize) -> bool {
        let mut left = n;
        let mut hit = |count: usize| {
            let found = (left < count).then_some(left);
            left = left.saturating_sub(count);
            if found.is_some() {
                left = usize::MAX;
            }
            found
        };
        if let Some(at) = hit(self.parts.len().saturating_sub(1)) {
            self.parts.remove(at + 1);
            return true;
        }
        for part in &mut self.parts {
            if let Some(at) = hit(part.articles.len()) {
                part.articles.remove(at);
                return true;
            }
            for article in &mut part.articles {
                if let Some(at) = hit(article.clauses.len()) {
                    article.clauses.remove(at);
                    return true;
                }
            }
            let clauses = part.intro.iter_mut().chain(part.articles.iter_mut().flat_map(|article| &mut article.clauses));
            for clause in clauses {
                if let Some(at) = hit(clause.blocks.len() - 1) {
                    clause.blocks.remove(at + 1);
                    return true;
                }
                for block in &mut clause.blocks {
                    match block {
                        Block::Items(items) if items.len() > 1 => {
                            if let Some(at) = hit(items.len()) {
                                items.remove(at);
                                return true;
                            }
                        }
                        Block::Table { rows, .. } if rows.len() > 1 => {
                            if let Some(at) = hit(rows.len()) {
                                rows.remove(at);
                                return true;
                            }
                        }
                        _ => {}
                    }
                }
            }
        }
        false
    }
}

fn of_blocks(blocks: &[Block], leaves: &mut Vec<Leaf>) {
    for block in blocks {
        match block {
            Block::Paragraph { text, note, .. } => leaves.extend([*text].into_iter().chain(*note)),
            Block::Quote { text, .. } => leaves.push(*text),
            Block::Table { rows, .. } => rows.iter().for_each(|(_, a, b)| leaves.extend([*a, *b])),
            Block::Items(items) => {
                for item in items {
                    leaves.push(item.text);
                    of_blocks(&item.more, leaves);
                }
            }
        }
    }
}
