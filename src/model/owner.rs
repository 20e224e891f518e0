//! Who publishes the site and whom to reach, by role.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diagnostic::Span;
use crate::parse::vendor::Register;

/// Who publishes the site. What was not said, or could not be used, is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owner {
    /// The name of the organisation.
    pub name: Option<String>,
    /// Its website, an http(s) address.
    pub website: Option<String>,
    /// The trade register and the number in it.
    pub register: Option<Register>,
    /// The municipality where it is established.
    pub seat: Option<String>,
    /// Its postal address.
    pub address: Option<String>,
    /// Whom to reach: at least one way for each role that is there.
    pub contacts: BTreeMap<Role, Vec<Way>>,
}

/// What one reaches the owner for. A role, never a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Questions about personal data, and requests of data subjects (GDPR Articles 12 to 22).
    Privacy,
    /// A personal data breach.
    Breach,
    /// An objection to a sub-processor (GDPR Article 28(2)).
    Objection,
    /// Something on the site is wrong.
    Correction,
    /// Something on the site cannot be read or used.
    Accessibility,
    /// A vulnerability.
    Security,
    /// Anything else.
    General,
}

impl Role {
    /// All roles, in the order of `clausewerk.toml`.
    pub const ALL: [Role; 7] =
        [Role::Privacy, Role::Breach, Role::Objection, Role::Correction, Role::Accessibility, Role::Security, Role::General];

    /// The key in `[contact]`, and behind `contact.` the name in pages.
    pub fn name(self) -> &'static str {
        match self {
            Role::Privacy => "privacy",
            Role::Breach => "breach",
            Role::Objection => "objection",
            Role::Correction => "correction",
            Role::Accessibility => "accessibility",
            Role::Security => "security",
            Role::General => "general",
        }
    }
}

/// A way to reach someone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// As it was written: `privacy@example.org`.
    pub shown: String,
    /// The same as a URI: `mailto:`, `https:` or `tel:`.
    pub uri: String,
}

/// What `security.txt` says beside the contacts (RFC 9116).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityTxt {
    /// The last day on which it may be relied on.
    pub expires: Date,
    /// The policy on reports; an https address.
    pub policy: Option<String>,
    /// The key to encrypt reports with; an https address.
    pub encryption: Option<String>,
    /// Who reported before; an https address.
    pub acknowledgments: Option<String>,
    /// Where `expires` was written.
    pub span: Span,
}
