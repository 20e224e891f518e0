//! What every stage reports: findings with a rule, a severity and a place.
//!
//! A [`Finding`] is a value. It holds no prose: its words are messages of `i18n/<language>/findings.ftl`
//! under the name of its rule, so that an author reads them in Dutch or in English. `report` draws them.

mod catalogue;

pub use catalogue::*;

/// How much a finding matters. Nothing is published while there is an [`Severity::Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing needs to change.
    Note,
    /// Probably a mistake; the site is still built.
    Warning,
    /// Wrong; the site is not swapped in.
    Error,
}

impl Severity {
    /// All severities, the lightest first.
    pub const ALL: [Severity; 3] = [Severity::Note, Severity::Warning, Severity::Error];

    /// The name used on the command line and in data.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A rule that findings are reported under. Its name is the key of its messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rule {
    /// Kebab-case, unique, stable: authors write it in `[[allow]]`.
    pub name: &'static str,
    /// What a finding of this rule counts as.
    pub severity: Severity,
    /// What it is about.
    pub area: Area,
}

/// What a rule is about: how rules are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// Files and folders.
    Files,
    /// TOML files: facts about vendors and agreements, settings, vocabularies.
    Tables,
    /// Messages, templates and themes.
    Themes,
    /// Markdown and attributes.
    Markup,
    /// Numbers, ids and what belongs to what.
    Structure,
    /// References within and between agreements.
    References,
    /// Defined terms.
    Definitions,
    /// Statutes that are cited.
    Law,
    /// The languages of an agreement, held against each other.
    Translation,
    /// What a proofreader would strike out.
    Drafting,
    /// Who may read what.
    Audience,
    /// Registers of sub-processors, and what agreements say of them.
    SubProcessors,
    /// The built site.
    Site,
}

impl Area {
    /// All areas, in the order they are listed.
    pub const ALL: [Area; 13] = [
        Area::Structure,
        Area::References,
        Area::Definitions,
        Area::Law,
        Area::Translation,
        Area::Drafting,
        Area::Audience,
        Area::SubProcessors,
        Area::Markup,
        Area::Tables,
        Area::Files,
        Area::Themes,
        Area::Site,
    ];

    /// The name in data, and behind `area-` that of its message.
    pub fn name(self) -> &'static str {
        match self {
            Area::Files => "files",
            Area::Tables => "tables",
            Area::Themes => "themes",
            Area::Markup => "markup",
            Area::Structure => "structure",
            Area::References => "references",
            Area::Definitions => "definitions",
            Area::Law => "law",
            Area::Translation => "translation",
            Area::Drafting => "drafting",
            Area::Audience => "audience",
            Area::SubProcessors => "sub-processors",
            Area::Site => "site",
        }
    }
}

/// A file of `source::Sources`, by its place in that list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of bytes in a source file, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets. Offsets above 4 GiB cannot occur: sources are bounded far below.
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { file, start: clamp(range.start), end: clamp(range.end) }
    }

    /// The bytes as a range.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Where a finding is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// In the text of a file.
    Span(Span),
    /// A file or folder as a whole, relative to the site's root, with `/` between segments.
    Path(String),
    /// An address of the built site.
    Address(String),
    /// The command as a whole.
    Nowhere,
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Place::Span(span)
    }
}

/// One thing that is wrong, or worth knowing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule it was found by.
    pub rule: Rule,
    /// Where it is.
    pub place: Place,
    /// What its messages are filled with, such as `("key", "audiense")`.
    pub args: Vec<(&'static str, String)>,
    /// Other places that explain it, such as the first of two duplicates. Their words are the
    /// attribute `.related` of the rule's message.
    pub related: Vec<Span>,
}

impl Finding {
    /// A finding without arguments.
    pub fn new(rule: Rule, place: impl Into<Place>) -> Self {
        Finding { rule, place: place.into(), args: Vec::new(), related: Vec::new() }
    }

    /// Adds a value for the messages.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Adds a place that explains this one.
    #[must_use]
    pub fn related(mut self, span: Span) -> Self {
        self.related.push(span);
        self
    }

    /// The value of an argument.
    pub fn arg(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }
}

/// Whether anything here keeps the site from being swapped in.
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.rule.severity == Severity::Error)
}

/// Orders findings by place, then rule, so that the report never depends on the order of work.
pub fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| (&a.place, a.rule.name, &a.args).cmp(&(&b.place, b.rule.name, &b.args)));
    findings.dedup();
}

/// The candidate nearest to what was written, if it is near enough to be what was meant.
///
/// Distance is optimal string alignment (Damerau-Levenshtein without overlapping edits) on characters.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (written.chars().count() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .map(|candidate| (edit_distance(written, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// At most so many ids are listed; a reader of more looks in the vocabulary.
const MOST_LISTED: usize = 40;

/// Ids as a finding lists them, where none of them is suggested.
pub fn listed(ids: &[&str], suggestion: &str) -> String {
    if !suggestion.is_empty() {
        return String::new();
    }
    let shown = ids.get(..MOST_LISTED).unwrap_or(ids).join(", ");
    if ids.len() > MOST_LISTED { format!("{shown}, …") } else { shown }
}

fn edit_distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_another_word_is_not() {
        let keys = ["audience", "original", "version"];
        assert_eq!(nearest("audiense", keys), Some("audience"));
        assert_eq!(nearest("orignial", keys), Some("original"));
        assert_eq!(nearest("title", keys), None);
    }

    #[test]
    fn findings_are_ordered_by_place_and_said_once() {
        let at = |n| Span::new(FileId(0), n..n + 1);
        let mut findings = vec![Finding::new(UNKNOWN_KEY, at(9)), Finding::new(EMPTY_FILE, at(2)), Finding::new(UNKNOWN_KEY, at(9))];
        sort(&mut findings);
        assert_eq!(findings.iter().map(|f| f.rule.name).collect::<Vec<_>>(), ["empty-file", "unknown-key"]);
    }
}
