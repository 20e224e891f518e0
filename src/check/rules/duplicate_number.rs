//! A number is printed twice in its part. `model::ids` finds it while it hands out ids.

use crate::check::{Check, Run};
use crate::diagnostic::DUPLICATE_NUMBER;

/// The rule.
pub const CHECK: Check = Check { rule: DUPLICATE_NUMBER, run: Run::Stage, documents: documents!("duplicate_number") };
