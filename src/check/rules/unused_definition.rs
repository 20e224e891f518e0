//! A term that is defined and never used where its definition counts.
//!
//! What `resolve` links is used. It links a term once in a clause, and not in a heading or beside its definition, so what it
//! does not link is looked for once more in the words themselves.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::check::{Check, Passage, Prose, Run, Subject};
use crate::diagnostic::{Area, Finding, Rule, Severity, Span};
use crate::model::{Agreement, NodeId, walk};
use crate::resolve::definition::forms_of;
use crate::resolve::phrases::{Owner, Phrases};
use crate::resolve::{Definition, Extent, Target};

/// The rule. Arguments: `id`, `term`.
pub const CHECK: Check = Check {
    rule: Rule { name: "unused-definition", severity: Severity::Warning, area: Area::Definitions },
    run: Run::Agreement(run),
    documents: documents!("unused_definition"),
};

/// Between two names of one thing stands "or", with bold and quotation marks around it: no more bytes than this.
const BETWEEN_ALTERNATIVES: u32 = 16;

fn run(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let mut told: HashSet<&NodeId> = HashSet::new();
    for prose in &subject.proses {
        let is_original = prose.language == subject.agreement.original;
        for definition in unused(subject, prose) {
            let Some(id) = &definition.id else {
                findings.push(Finding::new(CHECK.rule, definition.span).with("term", definition.term.as_str()));
                continue;
            };
            // What the original does not use, its translation mostly does not use either.
            if is_original {
                told.insert(id);
            } else if told.contains(id) {
                continue;
            }
            findings.push(Finding::new(CHECK.rule, definition.span).with("id", id.as_str()).with("term", definition.term.as_str()));
        }
    }
}

/// The definitions of a text that nothing uses.
fn unused<'a>(subject: &Subject<'a>, prose: &Prose<'a>) -> Vec<&'a Definition> {
    let definitions = prose.definitions();
    let mut is_used: Vec<bool> = definitions.iter().map(|definition| definition.is_pronoun).collect();
    let heirs = heirs(subject);
    for agreement in std::iter::once(subject.agreement).chain(heirs.iter().copied()) {
        let Some(text) = agreement.texts.get(&prose.language) else { continue };
        let Some(table) = subject.table(agreement, prose.language) else { continue };
        text.texts(&mut |place| {
            for link in table.links(place.text.id) {
                if let Target::Term { agreement, definition } = &link.target
                    && *agreement == subject.agreement.slug
                    && let Some(used) = is_used.get_mut(*definition)
                {
                    *used = true;
                }
            }
        });
    }
    if is_used.iter().any(|used| !used) {
        mark_named(subject, prose, &heirs, &mut is_used);
    }
    mark_alternatives(definitions, &mut is_used);
    // “Partij”, and together “Partijen”: with the one the other is used.
    let used: HashSet<(&NodeId, &str)> =
        definitions.iter().zip(&is_used).filter(|(_, used)| **used).map(|(used, _)| (&used.scope, used.term.as_str())).collect();
    let has_used_form = |definition: &Definition| {
        let forms = forms_of(definition, &subject.agreement.terms, prose.lexicon);
        forms.iter().any(|(form, _)| used.contains(&(&definition.scope, form.as_str())))
    };
    let unused = definitions.iter().zip(&is_used).filter(|(_, used)| !**used).map(|(definition, _)| definition);
    unused.filter(|definition| !has_used_form(definition)).collect()
}

/// Marks the other names of what is used: “EU GDPR” or “GDPR”.
fn mark_alternatives(definitions: &[Definition], is_used: &mut [bool]) {
    let is_beside = |a: &Definition, b: &Definition| a.text == b.text && b.span.start.saturating_sub(a.span.end) <= BETWEEN_ALTERNATIVES;
    let ranks: Vec<usize> = (1..definitions.len()).collect();
    for rank in ranks.iter().chain(ranks.iter().rev()) {
        if is_beside(&definitions[rank - 1], &definitions[*rank]) && (is_used[rank - 1] || is_used[*rank]) {
            (is_used[rank - 1], is_used[*rank]) = (true, true);
        }
    }
}

/// The agreements of the vendor that fall back on the definitions of this one.
fn heirs<'a>(subject: &Subject<'a>) -> Vec<&'a Agreement> {
    let agreements: HashMap<&str, &Agreement> =
        subject.vendor.agreements.iter().map(|agreement| (agreement.slug.as_str(), &**agreement)).collect();
    let belongs = |agreement: &&&Agreement| {
        let mut next = agreement.belongs_to.as_deref();
        // In a circle one comes back within as many steps as there are agreements.
        for _ in 0..agreements.len() {
            match next {
                Some(slug) if slug == subject.agreement.slug => return agreement.slug != slug,
                Some(slug) => next = agreements.get(slug).and_then(|agreement| agreement.belongs_to.as_deref()),
                None => return false,
            }
        }
        false
    };
    agreements.values().filter(belongs).copied().collect()
}

/// Marks the terms that stand anywhere in the words of their scope, headings included, but for their own definitions.
fn mark_named(subject: &Subject<'_>, prose: &Prose<'_>, heirs: &[&Agreement], is_used: &mut [bool]) {
    let terms = Terms::of(subject, prose);
    for passage in &prose.passages {
        let named = terms.named(&passage.plain, passage.place.part.map(|part| &part.meta.id));
        let mut defining = None;
        for (definition, range) in named {
            let Some(used) = is_used.get_mut(definition).filter(|used| !**used) else { continue };
            let defining = defining.get_or_insert_with(|| Defining::of(passage));
            *used = !defining.is_within(&prose.definitions()[definition], &range);
        }
    }
    for text in heirs.iter().filter_map(|heir| heir.texts.get(&prose.language)) {
        text.texts(&mut |place| {
            for (definition, _) in terms.named(&place.text.plain(), None) {
                if let Some(used) = is_used.get_mut(definition) {
                    *used = true;
                }
            }
        });
    }
}

/// The terms of a text, to be looked for in words.
struct Terms<'a> {
    phrases: Phrases,
    scopes: HashMap<&'a NodeId, Owner>,
    main: NodeId,
}

impl<'a> Terms<'a> {
    fn of(subject: &Subject<'a>, prose: &Prose<'a>) -> Terms<'a> {
        let mut terms = Terms { phrases: Phrases::default(), scopes: HashMap::new(), main: NodeId::from("") };
        for (value, definition) in (0..).zip(prose.definitions()) {
            let next = Owner(u32::try_from(terms.scopes.len()).unwrap_or(u32::MAX));
            let owner = *terms.scopes.entry(&definition.scope).or_insert(next);
            for (form, nearness) in forms_of(definition, &subject.agreement.terms, prose.lexicon) {
                terms.phrases.add(&form, owner, nearness as u8, value);
                // “Indirect damage” may have its capital from the sentence that it begins.
                if let (Extent::Sentence(_), Some(first)) = (&definition.extent, form.chars().next()) {
                    let small = first.to_lowercase().chain(form.chars().skip(1)).collect::<String>();
                    terms.phrases.add(&small, owner, nearness as u8, value);
                }
            }
        }
        terms
    }

    /// The terms that stand in a text of a part, by their places among the definitions, with the bytes where they stand.
    fn named(&self, plain: &str, part: Option<&NodeId>) -> Vec<(usize, Range<usize>)> {
        let scopes = part.into_iter().filter(|part| **part != self.main).chain([&self.main]);
        let owners: Vec<Owner> = scopes.filter_map(|scope| self.scopes.get(scope)).copied().collect();
        let reading = self.phrases.read(plain);
        let (mut named, mut token) = (Vec::new(), 0);
        while token < reading.count() {
            match reading.is_known(token).then(|| self.phrases.at(&reading, token, &owners)).flatten() {
                Some(found) => {
                    named.push((found.value as usize, reading.bytes(token..found.end)));
                    token = found.end;
                }
                None => token += 1,
            }
        }
        named
    }
}

/// What a passage defines, and where its sentences end.
struct Defining<'p> {
    place: &'p walk::Place<'p>,
    terms: HashMap<Span, usize>,
    ends: Vec<usize>,
}

impl<'p> Defining<'p> {
    fn of(passage: &'p Passage<'p>) -> Defining<'p> {
        let terms = passage.place.text.defined().into_iter().map(|(range, _, span)| (span, range.start)).collect();
        let ends = passage.plain.match_indices(['.', '!', '?']).map(|(at, _)| at).filter(|at| passage.plain[at + 1..].starts_with(' '));
        Defining { place: &passage.place, terms, ends: ends.collect() }
    }

    /// Whether some bytes are part of what defines a term. Another sentence of the same paragraph uses it.
    fn is_within(&self, definition: &Definition, range: &Range<usize>) -> bool {
        if definition.text == self.place.text.id {
            let sentence = |at: usize| self.ends.partition_point(|end| *end < at);
            return self.terms.get(&definition.span).is_none_or(|start| sentence(*start) == sentence(range.start));
        }
        let (Some(defining), Some(own)) = (&definition.id, self.place.node) else { return false };
        let is_below = own.id.as_str().strip_prefix(defining.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        definition.extent == Extent::Node && is_below
    }
}
