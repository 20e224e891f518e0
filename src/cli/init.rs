//! `clausewerk init`: a new site that builds and explains itself.

use std::path::PathBuf;

use include_dir::{Dir, include_dir};

use super::terminal::Terminal;
use crate::i18n::{Messages, Value};
use crate::output;
use crate::source::Sources;

static SITE: Dir = include_dir!("$CARGO_MANIFEST_DIR/src/cli/init/site");

/// Make a new site, with an example agreement that shows how to write one
///
/// The folder must not exist yet, or be empty.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  clausewerk init trust && clausewerk serve --root trust --open")]
pub struct Init {
    /// The folder of the new site
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl Init {
    /// Writes the site and says what to do next.
    pub fn run(self, terminal: &Terminal) -> anyhow::Result<bool> {
        let mut files = Vec::new();
        collect(&SITE, &mut files);
        output::create(&files, &self.folder)?;
        let (messages, _) = Messages::load(&Sources::built_in());
        let args = [("folder", Value::from(self.folder.display().to_string())), ("count", Value::from(files.len()))];
        terminal.say(&messages.text(terminal.language(), "init-done", &args).unwrap_or_else(|missing| missing.to_string()));
        Ok(true)
    }
}

fn collect(dir: &'static Dir<'static>, files: &mut Vec<(String, &'static [u8])>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        // Kept under another name here, so that it does not speak of this repository.
        let path = if path == "gitignore" { ".gitignore".to_owned() } else { path };
        files.push((path, file.contents()));
    }
    dir.dirs().for_each(|dir| collect(dir, files));
}
