//! A paragraph without number is a provision of its own only where the original gives it an id. The translation
//! gives no ids, so there the paragraph continues the clause before it, until it is regrouped by the original.

use crate::model::tree::{Article, Block, Clause};

/// Cuts off from clauses of the translation what the original has as clauses of their own.
pub fn regroup(twin: &Article, article: &mut Article) {
    if twin.clauses.len() > article.clauses.len() {
        let wanted: usize = twin.clauses.iter().map(|clause| clause.body.len()).sum();
        let found: usize = article.clauses.iter().map(|clause| clause.body.len()).sum();
        if wanted == found {
            article.clauses = regrouped(&twin.clauses, std::mem::take(&mut article.clauses));
        }
    }
    if twin.sections.len() == article.sections.len() {
        twin.sections.iter().zip(&mut article.sections).for_each(|(twin, section)| regroup(twin, section));
    }
}

fn regrouped(twins: &[Clause], clauses: Vec<Clause>) -> Vec<Clause> {
    let mut grouped = Vec::with_capacity(twins.len());
    let mut at = 0;
    for mut clause in clauses {
        let mut rest = clause.body.split_off(twins.get(at).map_or(clause.body.len(), |twin| twin.body.len()).min(clause.body.len()));
        let meta = clause.meta.clone();
        grouped.push(clause);
        at += 1;
        while !rest.is_empty() && twins.get(at).is_some_and(|twin| twin.label.is_none()) {
            let tail = rest.split_off(twins[at].body.len().min(rest.len()));
            let mut meta = meta.clone();
            if let Some(Block::Paragraph(text)) = rest.first() {
                meta.span = text.span;
            }
            grouped.push(Clause { meta, label: None, number: None, body: rest });
            rest = tail;
            at += 1;
        }
        // What does not fit stays where it was: the shapes differ, and that is told.
        if let Some(last) = grouped.last_mut() {
            last.body.append(&mut rest);
        }
    }
    grouped
}
