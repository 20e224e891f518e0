//! `clausewerk completions`: what a shell needs to complete commands.

use std::io::Write as _;

/// Print the completion script of a shell
///
/// For bash: clausewerk completions bash > ~/.local/share/bash-completion/completions/clausewerk
#[derive(Debug, clap::Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

impl Completions {
    /// Prints the script.
    pub fn run(self, command: &mut clap::Command) -> anyhow::Result<bool> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, command, "clausewerk", &mut script);
        std::io::stdout().write_all(&script)?;
        Ok(true)
    }
}
