//! A reference leads nowhere. `resolve` finds it while it looks up references.

use crate::check::Check;
use crate::diagnostic::BROKEN_REFERENCE;

/// The rule.
pub const CHECK: Check = Check { rule: BROKEN_REFERENCE, run: None, documents: documents!("broken_reference") };
