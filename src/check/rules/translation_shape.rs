//! A translation is built differently from its original. `model::pair` finds it while it pairs the two.

use crate::check::Check;
use crate::diagnostic::TRANSLATION_SHAPE;

/// The rule.
pub const CHECK: Check = Check { rule: TRANSLATION_SHAPE, run: None, documents: documents!("translation_shape") };
