//! A translation is built differently from its original. `model::pair` finds it while it pairs the two.

use crate::check::{Check, Run};
use crate::diagnostic::TRANSLATION_SHAPE;

/// The rule.
pub const CHECK: Check = Check { rule: TRANSLATION_SHAPE, run: Run::Stage, documents: documents!("translation_shape") };
