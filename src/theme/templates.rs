//! The templates of a theme, read once, and what is wrong with them told at its place.

use std::collections::BTreeMap;

use tera::{Context, ErrorKind, ReportError, Tera};

use super::KINDS;
use crate::diagnostic::{BAD_TEMPLATE, FileId, Finding, INVALID_UTF8, Place, Span};
use crate::source::{Content, Sources};

/// Templates that can be rendered. They may be shared between threads.
pub struct Templates {
    tera: Tera,
    files: BTreeMap<String, FileId>,
}

impl Templates {
    /// Reads templates, each with its name.
    pub(super) fn read(
        files: BTreeMap<String, FileId>,
        sources: &Sources,
        register: &impl Fn(&mut Tera),
    ) -> Result<Templates, Vec<Finding>> {
        let mut findings: Vec<Finding> = files
            .values()
            .filter(|file| matches!(sources.file(**file).content, Content::Bytes(_)))
            .map(|file| Finding::new(INVALID_UTF8, Span::new(*file, 0..0)))
            .collect();
        let mut tera = Tera::default();
        tera.autoescape_on(KINDS.to_vec());
        register(&mut tera);
        let texts = files.iter().map(|(name, file)| (name.as_str(), sources.file(*file).text()));
        if let Err(error) = tera.add_raw_templates(texts.clone()) {
            // Reading stops at the first template that is no template. Each is tried by itself, so that all are told.
            let broken = texts.filter_map(|(name, text)| Tera::default().add_raw_template(name, text).err());
            let broken: Vec<tera::Error> = broken.filter(|error| matches!(error.kind(), ErrorKind::SyntaxError(_))).collect();
            match error.kind() {
                ErrorKind::Msg(reports) => findings.extend(reports.split("\n\n").map(|report| of_report(report, &files, sources))),
                _ if broken.is_empty() => findings.push(explain(&error, &files)),
                _ => findings.extend(broken.iter().map(|error| explain(error, &files))),
            }
        }
        if findings.is_empty() { Ok(Templates { tera, files }) } else { Err(findings) }
    }

    /// No templates at all.
    pub(super) fn none() -> Templates {
        Templates { tera: Tera::default(), files: BTreeMap::new() }
    }

    /// Whether there is a template of this name.
    pub fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// Fills in a template.
    ///
    /// # Errors
    /// If the template asks for what there is not; the finding points into the template.
    pub fn render(&self, name: &str, context: &Context) -> Result<String, Finding> {
        self.tera.render(name, context).map_err(|error| explain(&error, &self.files))
    }
}

/// What an error says, at its place.
fn explain(error: &tera::Error, files: &BTreeMap<String, FileId>) -> Finding {
    let whole = |template: &str| files.get(template).map_or(Place::Nowhere, |file| Span::new(*file, 0..0).into());
    let told = |place: Place, message: &str| Finding::new(BAD_TEMPLATE, place).with("error", message);
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => told(place(report, files), report.message()),
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => told(whole(tpl), &error.to_string()),
        ErrorKind::MissingParent { current, .. } => told(whole(current), &error.to_string()),
        _ => told(Place::Nowhere, &error.to_string()),
    }
}

fn place(report: &ReportError, files: &BTreeMap<String, FileId>) -> Place {
    files.get(report.filename()).map_or(Place::Nowhere, |file| Span::new(*file, report.span().range.clone()).into())
}

/// What is asked for and not there (a component, a filter) is told only as drawn text: `error: Unknown filter …`,
/// then `--> agreement.html:3:9`, the line and its underlining.
fn of_report(report: &str, files: &BTreeMap<String, FileId>, sources: &Sources) -> Finding {
    let mut lines = report.lines();
    let message = lines.next().unwrap_or_default();
    let message = message.strip_prefix("error: ").unwrap_or(message);
    let at = lines.find_map(|line| line.trim_start().strip_prefix("--> "));
    let width = lines.map(|line| line.matches('^').count()).find(|width| *width > 0).unwrap_or(1);
    let span = at.and_then(|at| {
        let mut parts = at.rsplitn(3, ':');
        let (column, line) = (parts.next()?.parse::<usize>().ok()?, parts.next()?.parse::<usize>().ok()?);
        let file = *files.get(parts.next()?)?;
        Some(Span::new(file, bytes_at(sources.file(file).text(), line, column, width)))
    });
    Finding::new(BAD_TEMPLATE, span.map_or(Place::Nowhere, Place::from)).with("error", message)
}

/// The bytes of `width` characters from a line and column on, both counted from 1.
fn bytes_at(text: &str, line: usize, column: usize, width: usize) -> std::ops::Range<usize> {
    let start_of_line: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = &text[start_of_line..];
    let offset = |characters: usize| rest.char_indices().nth(characters).map_or(rest.len(), |(at, _)| at);
    start_of_line + offset(column.saturating_sub(1))..start_of_line + offset(column.saturating_sub(1) + width)
}
