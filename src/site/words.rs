//! What templates can ask for: words by `t`, the theme's files by `asset`, and what all pages share.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult};

use super::menu::Shared;
use super::{Address, Base};
use crate::i18n::{Language, Messages, Value};
use crate::theme::{Assets, Fonts, Frame};

/// Gives the templates their functions and what is the same on every page.
pub fn register(tera: &mut Tera, shared: &Shared, messages: &Arc<Messages>, assets: &Assets, fonts: &Fonts, base: &Base) {
    let messages = Arc::clone(messages);
    tera.register_function("t", move |kwargs: Kwargs, state: &State| text(&messages, &kwargs, state));
    let link = |path: &str| base.link(&Address::asset(assets.hash(), path));
    let assets: BTreeMap<String, String> = assets.paths().map(|path| (path.to_owned(), link(path))).collect();
    tera.register_function("asset", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let name = kwargs.must_get::<&str>("name")?;
        assets.get(name).cloned().ok_or_else(|| Error::message(format!("the theme has no file `{name}`")))
    });
    let fonts = fonts.clone();
    tera.register_function("fit", move |kwargs: Kwargs, _: &State| fitted(&fonts, &kwargs));
    tera.global_context().insert("site", shared);
}

/// `fit(text=…, width=1040, height=200, size=124, least=60, bold=true)`: how large a text can be in a picture, and its lines.
fn fitted(fonts: &Fonts, kwargs: &Kwargs) -> TeraResult<tera::Value> {
    let frame = Frame {
        width: f32::from(kwargs.must_get::<u16>("width")?),
        height: kwargs.must_get::<u16>("height")?,
        size: kwargs.must_get::<u16>("size")?,
        least: kwargs.must_get::<u16>("least")?,
        is_bold: kwargs.get::<bool>("bold")?.unwrap_or(false),
    };
    tera::Value::try_from_serializable(&fonts.fit(kwargs.must_get::<&str>("text")?, frame))
}

/// `t(key="counts", articles=13)`: the message in the page's language, or in that of the argument `lang`.
/// In a component the page's language must be an implicit argument, `@lang`.
fn text(messages: &Messages, kwargs: &Kwargs, state: &State) -> TeraResult<String> {
    let key = kwargs.must_get::<&str>("key")?;
    let code = match kwargs.get::<&str>("lang")? {
        Some(code) => Cow::Borrowed(code),
        None => Cow::Owned(state.get::<String>("lang")?.ok_or_else(|| Error::message("`lang` is not known here"))?),
    };
    let language = Language::from_code(&code).ok_or_else(|| Error::message(format!("`{code}` is no language")))?;
    let mut filled: Vec<(&str, Value)> = Vec::new();
    for (name, value) in kwargs.iter() {
        let Some(name) = name.as_str().filter(|name| !["key", "lang"].contains(name)) else { continue };
        let value = match (value.as_str(), value.as_i64()) {
            (Some(text), _) => Value::from(text),
            (_, Some(number)) => Value::from(number),
            _ => return Err(Error::message(format!("`{name}` is neither text nor a whole number"))),
        };
        filled.push((name, value));
    }
    messages.text(language, key, &filled).map_err(Error::message)
}
