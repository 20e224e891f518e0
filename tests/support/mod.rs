//! What tests share: small sites written in the test, and what they become, in lines one can read.

#![allow(dead_code, reason = "each test file uses its own part of it")]

use clausewerk::diagnostic::{Finding, Place};
use clausewerk::i18n::Messages;
use clausewerk::model::tree::{Article, Block};
use clausewerk::model::{AgreementText, Corpus};
use clausewerk::parse::Audience;
use clausewerk::resolve::{Definition, Target};
use clausewerk::source::Sources;

/// An `agreement.toml` that is right, for an original in Dutch or English.
pub fn agreement_toml(original: &str) -> String {
    let other = if original == "nl" { "en" } else { "nl" };
    format!(
        "kind = \"processing-agreement\"\nstatus = \"offered\"\ntext = \"summary\"\naudience = \"public\"\noriginal = \"{original}\"\n\
         prevailing = \"not-stated\"\nversion = \"not-stated\"\n\n[translations.{other}]\nstatus = \"informative\"\n"
    )
}

/// A `vendor.toml` that is right.
pub const VENDOR: &str = "name = \"Acme\"\nlegal-name = \"Acme B.V.\"\nwebsite = \"not-stated\"\nseat = \"Utrecht\"\n[services]\nnl = \"Opslag\"\nen = \"Storage\"\n";

/// Sources of one vendor, Acme, with one agreement in the given texts.
pub fn acme(agreement: &str, texts: &[(&str, &str)]) -> Sources {
    let mut files = vec![
        ("content/vendors/acme/vendor.toml".to_owned(), VENDOR.to_owned()),
        ("content/vendors/acme/dpa/agreement.toml".to_owned(), agreement.to_owned()),
    ];
    files.extend(texts.iter().map(|(language, text)| (format!("content/vendors/acme/dpa/{language}.md"), (*text).to_owned())));
    Sources::of_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

/// The corpus of some sources, and what was wrong.
pub fn load(sources: &Sources) -> (Corpus, Vec<Finding>) {
    let (messages, mut findings) = Messages::load(sources);
    let (corpus, told) = Corpus::load(sources, &messages);
    findings.extend(told);
    (corpus, findings)
}

/// The outline of a Markdown original in Dutch.
pub fn outline_of(markdown: &str) -> String {
    outline_in("nl", markdown)
}

/// The outline of a Markdown original, and beneath it what was found.
pub fn outline_in(language: &str, markdown: &str) -> String {
    let toml = agreement_toml(language).split("\n[translations").next().unwrap_or_default().to_owned();
    let sources = acme(&toml, &[(language, markdown)]);
    let (corpus, findings) = load(&sources);
    let agreement = &corpus.vendors[0].agreements[0];
    let mut lines = agreement.texts.values().map(outline).collect::<String>();
    lines.push_str(&told(&sources, &findings));
    lines
}

/// One line for each node: id, printed label, text; audience, topics and second anchor where there are any.
pub fn outline(text: &AgreementText) -> String {
    let mut lines = String::new();
    for part in &text.parts {
        push(&mut lines, 0, "part", &part.meta, part.label.as_deref(), &part.title.plain());
        part.articles.iter().for_each(|article| push_article(&mut lines, 1, article));
    }
    for note in &text.notes {
        lines.push_str(&format!("note {} ({}, {})\n", note.number, note.name, note.audience));
        push_blocks(&mut lines, 1, &note.body);
    }
    lines
}

fn push_article(lines: &mut String, depth: usize, article: &Article) {
    let heading = article.heading.as_ref().map(clausewerk::model::Text::plain).unwrap_or_default();
    push(lines, depth, "article", &article.meta, article.label.as_deref(), &heading);
    for clause in &article.clauses {
        push(lines, depth + 1, "clause", &clause.meta, clause.label.as_deref(), "");
        push_blocks(lines, depth + 2, &clause.body);
    }
    article.sections.iter().for_each(|section| push_article(lines, depth + 1, section));
}

fn push_blocks(lines: &mut String, depth: usize, blocks: &[Block]) {
    let indent = "  ".repeat(depth);
    for block in blocks {
        match block {
            Block::Paragraph(text) => lines.push_str(&format!("{indent}“{}”\n", text.plain())),
            Block::Items { items, described } => {
                if *described {
                    lines.push_str(&format!("{indent}described\n"));
                }
                for item in items {
                    push(lines, depth, "item", &item.meta, item.label.as_deref(), "");
                    push_blocks(lines, depth + 1, &item.body);
                }
            }
            Block::Table(table) => {
                let row =
                    |cells: &[clausewerk::model::Text]| cells.iter().map(clausewerk::model::Text::plain).collect::<Vec<_>>().join(" | ");
                lines
                    .push_str(&format!("{indent}table {}\n", if table.is_described() { "described".to_owned() } else { row(&table.head) }));
                for found in &table.rows {
                    let audience = if found.audience == Audience::Public { String::new() } else { format!(" ({})", found.audience) };
                    let shown = if found.withheld { "withheld".to_owned() } else { row(&found.cells) };
                    lines.push_str(&format!("{indent}  {shown}{audience}\n"));
                }
            }
            Block::Quote(inner) => {
                lines.push_str(&format!("{indent}quote\n"));
                push_blocks(lines, depth + 1, inner);
            }
            Block::Withheld(audience) => lines.push_str(&format!("{indent}withheld ({audience})\n")),
            Block::Limited(audience, inner) => {
                lines.push_str(&format!("{indent}only {audience}\n"));
                push_blocks(lines, depth + 1, std::slice::from_ref(inner));
            }
        }
    }
}

fn push(lines: &mut String, depth: usize, kind: &str, meta: &clausewerk::model::Meta, label: Option<&str>, text: &str) {
    let mut line = format!("{}{kind} {}", "  ".repeat(depth), if meta.id.as_str().is_empty() { "·" } else { meta.id.as_str() });
    for (name, value) in [("label", label), ("also", meta.alias.as_ref().map(clausewerk::model::NodeId::as_str))] {
        line.push_str(&value.map(|value| format!(" {name}={value}")).unwrap_or_default());
    }
    for (name, values) in [("topic", &meta.topics), ("measure", &meta.measures)] {
        if !values.is_empty() {
            line.push_str(&format!(" {name}={}", values.join(",")));
        }
    }
    if meta.audience != Audience::Public {
        line.push_str(&format!(" ({})", meta.audience));
    }
    if meta.withheld {
        line.push_str(" withheld");
    }
    if !text.is_empty() {
        line.push_str(&format!(" “{text}”"));
    }
    lines.push_str(&line);
    lines.push('\n');
}

/// What was found, a line each: rule, the source it underlines, and its arguments.
pub fn told(sources: &Sources, findings: &[Finding]) -> String {
    let mut findings = findings.to_vec();
    clausewerk::diagnostic::sort(&mut findings);
    let line = |finding: &Finding| {
        let place = match &finding.place {
            Place::Span(span) => format!("at “{}”", sources.file(span.file).text().get(span.range()).unwrap_or("?")),
            Place::Path(path) | Place::Address(path) => format!("at {path}"),
            Place::Nowhere => String::new(),
        };
        let args =
            finding.args.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!(" {name}={value}")).collect::<String>();
        format!("! {} {place}{args}\n", finding.rule.name)
    };
    findings.iter().map(line).collect()
}

/// A text written indented in a test, without the indentation of its first line.
pub fn text(indented: &str) -> String {
    let lines = indented.strip_prefix('\n').unwrap_or(indented).lines();
    let indent = indented.trim_start_matches('\n').len() - indented.trim_start().len();
    lines.map(|line| line.get(indent..).unwrap_or_default().to_owned() + "\n").collect::<String>().trim_end().to_owned() + "\n"
}

/// The terms that a Dutch original defines, a line each: as printed, and the term; then what was found.
pub fn definitions_of(markdown: &str) -> String {
    let toml = agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
    let sources = acme(&toml, &[("nl", markdown)]);
    let (corpus, findings) = load(&sources);
    let mut lines = String::new();
    for text in corpus.vendors[0].agreements[0].texts.values() {
        text.texts(&mut |place| {
            place.text.visit(&mut |inline| {
                if let clausewerk::model::Inline::Definition { term, printed, span } = inline {
                    let source = sources.file(span.file).text().get(span.range()).unwrap_or("?");
                    lines.push_str(&format!("{printed} defines {term} at {source}\n"));
                }
            })
        });
    }
    lines + &told(&sources, &findings)
}

/// The outline of an English translation of a Dutch original, and beneath it what was found.
pub fn outline_of_translation(original: &str, translation: &str) -> String {
    let sources = acme(&agreement_toml("nl"), &[("nl", original), ("en", translation)]);
    let (corpus, findings) = load(&sources);
    let agreement = &corpus.vendors[0].agreements[0];
    let text = agreement.text(clausewerk::i18n::Language::EN).expect("the translation was given");
    outline(text) + &told(&sources, &findings)
}

/// What the references of a Dutch original point at, a line each; then what was found.
pub fn references_of(markdown: &str) -> String {
    let toml = agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
    let sources = acme(&(toml + "[[external]]\nnames = [\"hoofdovereenkomst\"]\n"), &[("nl", markdown)]);
    let (corpus, mut findings) = load(&sources);
    let (messages, _) = Messages::load(&sources);
    let resolved = clausewerk::resolve::resolve(&corpus, &corpus, &messages, Audience::Public);
    findings.extend(broken_references(&corpus, &resolved, &messages));
    let agreement = &corpus.vendors[0].agreements[0];
    let mut lines = String::new();
    for (language, text) in &agreement.texts {
        let references = resolved.of("acme", &agreement.slug, *language).expect("every text has a table");
        text.texts(&mut |place| {
            for reference in references.links(place.text.id) {
                let target = target(&reference.target, references.definitions());
                lines.push_str(&format!("{} → {target}\n", &place.text.plain()[reference.range.clone()]));
            }
        });
    }
    lines + &told(&sources, &findings)
}

/// What a link leads to, in a few words.
pub fn target(target: &Target, definitions: &[Definition]) -> String {
    match target {
        Target::Node { id, .. } => format!("{id:?}"),
        Target::Term { definition, agreement } => {
            let definition = definitions.get(*definition).map(|definition| (definition.term.as_str(), definition.id.clone()));
            let (term, id) = definition.unwrap_or((agreement, None));
            format!("“{term}” at {:?}", id.map(|id| id.to_string()).unwrap_or_default())
        }
        Target::Law(cited) => {
            let parts = [("book", &cited.book), ("article", &cited.article), ("paragraph", &cited.paragraph), ("point", &cited.point)];
            let parts = parts.into_iter().filter_map(|(name, part)| Some(format!(" {name} {}", part.as_ref()?)));
            format!("law {}{}", cited.law, parts.collect::<String>())
        }
        other => format!("{other:?}"),
    }
}

/// The references that lead nowhere.
pub fn broken_references(corpus: &Corpus, resolved: &clausewerk::resolve::Resolved, messages: &Messages) -> Vec<Finding> {
    let whole = clausewerk::check::Whole { corpus, resolved, messages, today: jiff::civil::date(2026, 11, 22) };
    clausewerk::check::check(&whole).into_iter().filter(|finding| finding.rule.name == "broken-reference").collect()
}

/// What is left to tell of a Dutch original after its author accepted something: `rule at id`, one or more.
pub fn told_after_allowing(markdown: &str, allowed: &[&str]) -> String {
    let mut toml = agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
    for entry in allowed {
        let (rule, at) = entry.split_once(" at ").expect("rule at id");
        toml.push_str(&format!("[[allow]]\nrule = \"{rule}\"\nat = \"{at}\"\nreason = \"Zo getekend.\"\n"));
    }
    let sources = acme(&toml, &[("nl", markdown)]);
    let (corpus, mut findings) = load(&sources);
    let (messages, _) = Messages::load(&sources);
    let resolved = clausewerk::resolve::resolve(&corpus, &corpus, &messages, Audience::Internal);
    findings.extend(broken_references(&corpus, &resolved, &messages));
    told(&sources, &clausewerk::check::allow::apply(&corpus, findings))
}

/// The outline of a Dutch original as the public may see it.
pub fn public_outline_of(markdown: &str) -> String {
    let toml = agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
    let sources = acme(&toml, &[("nl", markdown)]);
    let (corpus, findings) = load(&sources);
    let shown = clausewerk::audience::project(&corpus, Audience::Public).shown;
    shown.vendors[0].agreements[0].texts.values().map(outline).collect::<String>() + &told(&sources, &findings)
}
