//! `clausewerk schema`: JSON Schemas of the TOML files.

use super::terminal::Terminal;
use crate::parse::schema::schemas;
use crate::report::data;

/// Print the JSON Schema of a TOML file, so that editors complete and check it
///
/// Besides, `findings` is the schema of what `clausewerk check --format json` prints. Without a name it lists the names, one to a line. In an editor with TOML support, save a schema beside the
/// site and point to it in the first line of a file: #:schema agreement.schema.json
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  clausewerk schema agreement > agreement.schema.json")]
pub struct Schema {
    /// Which file: agreement, vendor, clausewerk, topics, …
    name: Option<String>,
}

impl Schema {
    /// Prints the schema, or the names.
    pub fn run(self, terminal: &Terminal) -> anyhow::Result<bool> {
        let mut schemas = schemas();
        schemas.insert("findings", data::schema());
        let Some(name) = self.name else {
            terminal.result(&schemas.keys().map(|name| format!("{name}\n")).collect::<String>());
            return Ok(true);
        };
        let known = schemas.keys().copied().collect::<Vec<_>>().join(", ");
        let schema = schemas.get(name.as_str()).ok_or_else(|| anyhow::anyhow!("there is no schema named {name}; there are: {known}"))?;
        terminal.result(&format!("{}\n", serde_json::to_string_pretty(schema)?));
        Ok(true)
    }
}
