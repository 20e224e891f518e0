//! Every rule of the proofreader. A rule is a file here with its document beside it in each language.

/// The documents of the rule in whose file this stands, by language.
macro_rules! documents {
    ($name:literal) => {
        &[
            (crate::i18n::Language::NL, include_str!(concat!($name, ".nl.md"))),
            (crate::i18n::Language::EN, include_str!(concat!($name, ".en.md"))),
        ]
    };
}

mod broken_reference;
mod confidential_in_wider_audience;
mod differing_purpose;
mod duplicate_definition;
mod duplicate_number;
mod forgotten_placeholder;
mod lapsed_adequacy;
mod missing_place;
mod missing_translation;
mod number_outside_article;
mod repealed_law;
mod requirement_candidate;
mod short_notice;
mod short_objection_period;
mod stale_register;
mod transfer_without_ground;
mod translation_numbers;
mod translation_shape;
mod unbalanced_bracket;
mod unengaged_company;
mod unregistered_sub_processor;
mod unused_definition;

use super::Check;

/// Every rule that has a document, by area and name.
pub const RULES: &[Check] = &[
    duplicate_number::CHECK,
    number_outside_article::CHECK,
    broken_reference::CHECK,
    duplicate_definition::CHECK,
    unused_definition::CHECK,
    repealed_law::CHECK,
    missing_translation::CHECK,
    translation_numbers::CHECK,
    translation_shape::CHECK,
    forgotten_placeholder::CHECK,
    unbalanced_bracket::CHECK,
    confidential_in_wider_audience::CHECK,
    differing_purpose::CHECK,
    lapsed_adequacy::CHECK,
    missing_place::CHECK,
    short_notice::CHECK,
    short_objection_period::CHECK,
    stale_register::CHECK,
    transfer_without_ground::CHECK,
    unengaged_company::CHECK,
    unregistered_sub_processor::CHECK,
    requirement_candidate::CHECK,
];
