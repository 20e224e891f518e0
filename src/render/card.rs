//! The picture that stands for the site where it is shared: a template drawn as PNG, or the theme's own.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use crate::diagnostic::{BAD_TEMPLATE, Finding, Place, Span};
use crate::i18n::Language;
use crate::site::World;
use crate::site::card::{self, SIZE, TEMPLATE};

/// The picture of a language. The template's drawing is made as large as fits, in the middle.
///
/// # Errors
/// If the template is at fault.
pub fn png(world: &World, language: Language) -> Result<Vec<u8>, Finding> {
    if let Some(own) = card::own(world, language) {
        return Ok(world.sources.file(own).bytes().to_vec());
    }
    let fault = |error: &str| Finding::new(BAD_TEMPLATE, template(world)).with("error", error);
    let context = tera::Context::from_serialize(&card::context(world, language)).map_err(|error| fault(&error.to_string()))?;
    let drawing = world.templates.render(TEMPLATE, &context)?;
    let tree = Tree::from_str(&drawing, &options(world)).map_err(|error| fault(&error.to_string()))?;
    let (width, height) = (SIZE.0 as f32, SIZE.1 as f32);
    let drawn = tree.size();
    let scale = (width / drawn.width()).min(height / drawn.height());
    let (left, top) = ((width - drawn.width() * scale) / 2.0, (height - drawn.height() * scale) / 2.0);
    let mut picture = Pixmap::new(SIZE.0, SIZE.1).ok_or_else(|| fault("no picture of this size"))?;
    resvg::render(&tree, Transform::from_row(scale, 0.0, 0.0, scale, left, top), &mut picture.as_mut());
    picture.encode_png().map_err(|error| fault(&error.to_string()))
}

/// Fonts of the theme and no others; nothing is read from elsewhere.
fn options(world: &World) -> Options<'static> {
    Options {
        fontdb: world.fonts.database(),
        font_family: "serif".to_owned(),
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}

fn template(world: &World) -> Place {
    let file = world.theme.file(&format!("templates/{TEMPLATE}"));
    file.map_or(Place::Nowhere, |file| Span::new(file, 0..0).into())
}
