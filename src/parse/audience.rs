//! Who may read something.

use std::fmt;

/// Who may read something. Each audience includes the one before, so a narrower audience is a greater value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Anyone.
    Public,
    /// The vendor's customers.
    Customers,
    /// The site owner's own people.
    Internal,
}

impl Audience {
    /// Every audience, widest first.
    pub const ALL: [Audience; 3] = [Audience::Public, Audience::Customers, Audience::Internal];

    /// The name used in files, on the command line and in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Audience::Public => "public",
            Audience::Customers => "customers",
            Audience::Internal => "internal",
        }
    }

    /// The audience of this name.
    pub fn from_name(name: &str) -> Option<Audience> {
        Audience::ALL.into_iter().find(|audience| audience.name() == name)
    }

    /// Whether readers of this audience may see what is meant for `wanted`.
    pub fn may_see(self, wanted: Audience) -> bool {
        wanted <= self
    }
}

impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
