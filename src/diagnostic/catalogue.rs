//! The rules of the stages, each with its severity, by area. The words are in `i18n/<language>/findings.ftl`.

use super::{Area, Rule, Severity};

macro_rules! catalogue {
    ($([$area:ident] $($(#[$doc:meta])* $constant:ident = $name:literal, $severity:ident;)*)*) => {
        $($($(#[$doc])* pub const $constant: Rule = Rule { name: $name, severity: Severity::$severity, area: Area::$area };)*)*

        /// Every rule of a stage, in the order of this list. The rules of `check` are in `check::rules`.
        pub const CATALOGUE: &[Rule] = &[$($($constant),*),*];
    };
}

catalogue! {
    [Files]
    /// A file could not be read. Arguments: `error`.
    UNREADABLE_FILE = "unreadable-file", Error;
    /// A text is not UTF-8; the span begins at the first wrong byte.
    INVALID_UTF8 = "invalid-utf8", Error;
    /// A file is larger than a text may be. Arguments: `size`, `limit` (bytes as text with unit).
    FILE_TOO_LARGE = "file-too-large", Error;
    /// A symbolic link leads to a folder above itself.
    SYMLINK_LOOP = "symlink-loop", Error;
    /// A symbolic link leads out of the site's folder.
    SYMLINK_OUTSIDE = "symlink-outside", Error;
    /// A file in `content/` that no stage reads. Arguments: `suggestion` (may be empty).
    UNEXPECTED_FILE = "unexpected-file", Warning;
    /// A text without anything in it.
    EMPTY_FILE = "empty-file", Error;

    [Tables]
    /// Not TOML. Arguments: `error` (the parser's own words).
    BAD_TOML = "bad-toml", Error;
    /// A key that its table does not have. Arguments: `key`, `expected`, `suggestion` (may be empty).
    UNKNOWN_KEY = "unknown-key", Error;
    /// A key that its table must have. Arguments: `key`, `file`, `suggestion` (the key with a word for nothing; may be empty).
    MISSING_KEY = "missing-key", Error;
    /// A value of the wrong kind. Arguments: `key`, `expected`, `suggestion` (may be empty).
    BAD_VALUE = "bad-value", Error;
    /// A key that goes with other values of a key beside it. Arguments: `key`, `with` (the key beside it), `values`.
    MISPLACED_KEY = "misplaced-key", Error;
    /// Not a date. Arguments: `value`.
    BAD_DATE = "bad-date", Error;
    /// An agreement that does not say who may read it.
    MISSING_AUDIENCE = "missing-audience", Error;
    /// A file that its folder must have. Arguments: `file`.
    MISSING_FILE = "missing-file", Error;
    /// A folder's name cannot be an address. Arguments: `name`, `suggestion` (may be empty).
    BAD_FOLDER_NAME = "bad-folder-name", Error;
    /// Two entries of a vocabulary, or two messages of a language, with one id. Arguments: `id`.
    DUPLICATE_ENTRY = "duplicate-entry", Error;
    /// A name that two laws or two concepts bear, so that it stands for neither. Arguments: `name`, `first`, `second`.
    AMBIGUOUS_NAME = "ambiguous-name", Warning;
    /// Two companies of one name. Arguments: `name`.
    SHARED_NAME = "shared-name", Error;
    /// A citation names a clause that its agreement does not have.
    /// Arguments: `clause`, `agreement`, `elsewhere` (the id of one that has the quote, or none), `suggestion` (may be empty).
    UNKNOWN_CLAUSE = "unknown-clause", Error;
    /// A quote that does not stand in its clause. Arguments: `clause`, `elsewhere` (an id or none), `suggestion` (may be empty).
    QUOTE_NOT_FOUND = "quote-not-found", Error;
    /// A `record` or an `engagement` that says that something is stated, and not where. Arguments: `id`, `what`.
    MISSING_CITATION = "missing-citation", Error;
    /// A record that says that nothing is stated, and what or where. Arguments: `id`.
    CONTRADICTORY_RECORD = "contradictory-record", Error;
    /// A case of the playbook that no record can be. Arguments: `id`.
    IMPOSSIBLE_POSITION = "impossible-position", Error;
    /// Two levels of a position that one and the same record can reach. Arguments: `id`, `level`.
    CONTRADICTORY_POSITION = "contradictory-position", Error;
    /// Words of a record that a language of the site lacks. Arguments: `id`, `key`, `languages`.
    MISSING_WORDS = "missing-words", Error;
    /// `[[term]]` speaks of a term that no text of the agreement defines. Arguments: `term`, `suggestion` (may be empty).
    UNKNOWN_TERM = "unknown-term", Warning;

    [SubProcessors]
    /// Two days of a change or an engagement of which the first comes after the second. Arguments: `earlier`, `first`, `later`, `second`
    /// (keys and days).
    DATES_OUT_OF_ORDER = "dates-out-of-order", Error;
    /// An engagement that has `no-beginning`, `two-beginnings` or `two-ends` among the changes, a change that is `no-answer` to
    /// what it is about, or a replacement of an engagement by `itself`. Arguments: `id`, `what`.
    UNCLEAR_HISTORY = "unclear-history", Error;
    /// A name or an address with a line break or another control character. Arguments: `key`, `suggestion` (may be empty).
    CONTROL_CHARACTER = "control-character", Error;
    /// Words of a register or a company that a browser, a terminal or a spreadsheet could take for something else: a `tag`, a
    /// `control` character, one that is `unseen`, or the beginning of a `formula`.
    /// Arguments: `id` (empty of a company), `key`, `what`, `found`.
    SUSPECT_WORDS = "suspect-words", Warning;

    [Themes]
    /// A message file that Fluent cannot read. Arguments: `error`.
    BAD_MESSAGE = "bad-message", Error;
    /// A message that another language lacks. Arguments: `message`, `language`.
    MISSING_MESSAGE = "missing-message", Error;
    /// A template that cannot be read or rendered. Arguments: `error`.
    BAD_TEMPLATE = "bad-template", Error;
    /// The theme that `clausewerk.toml` names is not there. Arguments: `theme`, `known`.
    UNKNOWN_THEME = "unknown-theme", Error;
    /// A colour that words cannot be read in, in the scheme `light` or `dark`.
    /// Arguments: `colour`, `ratio`, `scheme`, `suggestion`.
    LOW_CONTRAST = "low-contrast", Error;
    /// A logo that cannot be shown: it is `missing`, `too-large`, `no-picture`, has `no-size`, a `script`, or leads `outside`.
    /// Arguments: `file`, `what`, `limit`, `suggestion` (may be empty).
    BAD_LOGO = "bad-logo", Error;
    /// A name in a list of fonts that cannot be one. Arguments: `font`.
    BAD_FONT = "bad-font", Error;
    /// The theme's own picture for sharing is no PNG.
    BAD_CARD = "bad-card", Error;
    /// Words of the picture for sharing that its fonts cannot write. Arguments: `text`, `letters`, `file`.
    CARD_LETTERS = "card-letters", Warning;

    [Markup]
    /// Text before the first heading.
    TEXT_BEFORE_TITLE = "text-before-title", Error;
    /// A heading that skips a level. Arguments: `level`, `expected`.
    SKIPPED_HEADING_LEVEL = "skipped-heading-level", Warning;
    /// An attribute that the format does not know. Arguments: `attribute`, `suggestion` (may be empty).
    UNKNOWN_ATTRIBUTE = "unknown-attribute", Error;
    /// An attribute's value is not allowed. Arguments: `attribute`, `value`, `expected`, `suggestion` (may be empty).
    BAD_ATTRIBUTE = "bad-attribute", Error;
    /// Something that looks like an attribute and would be printed.
    SUSPECT_ATTRIBUTE = "suspect-attribute", Error;
    /// Words behind the last column of a table, which Markdown drops. Arguments: `text`.
    LOST_CELL = "lost-cell", Error;
    /// The languages of an own page say different things of who may read it. Arguments: `page`.
    PAGE_AUDIENCE = "page-audience", Error;
    /// Attributes where nothing takes them: within a text, without a block before them, or an id on what can have none.
    STRAY_ATTRIBUTES = "stray-attributes", Error;
    /// Attributes that only the original may give. Arguments: `attribute`.
    ATTRIBUTE_IN_TRANSLATION = "attribute-in-translation", Error;
    /// A footnote that nothing cites. Arguments: `note`.
    UNCITED_FOOTNOTE = "uncited-footnote", Warning;
    /// A footnote that is cited but not written. Arguments: `note`.
    MISSING_FOOTNOTE = "missing-footnote", Error;
    /// Markdown or HTML that an agreement cannot hold: `image`, `link`, `tag`, `code` or `html`. Arguments: `what`.
    UNSUPPORTED_MARKUP = "unsupported-markup", Error;
    /// A line within a paragraph begins like a clause, but its number or its sentence does not follow on.
    /// Arguments: `number`, `before`.
    NUMBER_IN_RUNNING_TEXT = "number-in-running-text", Warning;
    /// Lists or quotes are nested too deep to be followed. Arguments: `limit`.
    NESTED_TOO_DEEP = "nested-too-deep", Error;

    [Structure]
    /// Two nodes of an agreement were given the same id. Arguments: `id`.
    DUPLICATE_ID = "duplicate-id", Error;
    /// A number is printed twice in its part. Arguments: `number`, `id`.
    DUPLICATE_NUMBER = "duplicate-number", Warning;
    /// `belongs-to` names no agreement of this vendor. Arguments: `agreement`, `suggestion` (may be empty).
    UNKNOWN_AGREEMENT = "unknown-agreement", Error;
    /// `belongs-to` leads back to the agreement itself. Arguments: `agreement`.
    CIRCULAR_BELONGS_TO = "circular-belongs-to", Error;
    /// A topic, measure or concept that no vocabulary has.
    /// Arguments: `kind`, `id`, `known` (ids, if nothing is suggested), `suggestion` (may be empty).
    UNKNOWN_VOCABULARY = "unknown-vocabulary", Error;
    /// `[[allow]]` accepts nothing: there is no such `rule` or `place`, it is an `error`, or it found `nothing` there.
    /// Arguments: `rule`, `at`, `what`, `suggestion` (may be empty).
    UNUSED_ALLOW = "unused-allow", Warning;

    [Translation]
    /// The original text is not there. Arguments: `file`.
    MISSING_ORIGINAL = "missing-original", Error;
    /// A declared translation is not there. Arguments: `file`.
    ABSENT_TRANSLATION = "absent-translation", Error;
    /// A text is there that is not declared. Arguments: `file`, `language`.
    UNDECLARED_TRANSLATION = "undeclared-translation", Error;
    /// A translation has other annexes, articles or notes, or an article of another shape.
    /// Arguments: `id`, `what`, `original`, `translation`.
    TRANSLATION_SHAPE = "translation-shape", Warning;

    [Site]
    /// A page of the owner's own words is where the site has another page. Arguments: `address`.
    ADDRESS_TAKEN = "address-taken", Error;
    /// Names in own pages for which `clausewerk.toml` has no value. Arguments: `names`.
    NOT_CONFIGURED = "not-configured", Warning;
    /// Blanks in an own page. Arguments: `names`.
    BLANK_IN_PAGE = "blank-in-page", Warning;
    /// A name in an own page that stands for nothing. Arguments: `name`, `suggestion` (may be empty).
    UNKNOWN_NAME = "unknown-name", Warning;
    /// `security.txt` has lapsed, and is left out. Arguments: `expires`.
    SECURITY_TXT_LAPSED = "security-txt-lapsed", Warning;
    /// `security.txt` lapses within a month. Arguments: `expires`.
    SECURITY_TXT_LAPSES = "security-txt-lapses", Warning;
    /// `security.txt` lapses after more than a year. Arguments: `expires`.
    SECURITY_TXT_TOO_FAR = "security-txt-too-far", Warning;
    /// `security.txt` is below the root of its host. Arguments: `address`.
    SECURITY_TXT_NOT_AT_ROOT = "security-txt-not-at-root", Note;
    /// A link of the built site leads nowhere. Arguments: `link`.
    DEAD_LINK = "dead-link", Error;
    /// Withheld words stand in something that would be published. Arguments: `words`, `audience`.
    LEAK = "leak", Error;
    /// An archive that would be published cannot be looked into. Arguments: `error`.
    UNREADABLE_ARCHIVE = "unreadable-archive", Error;
    /// A page could not be made. Arguments: `error`.
    UNRENDERED_PAGE = "unrendered-page", Error;
}
