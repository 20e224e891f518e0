//! `clausewerk man`: the manual page.

use std::io::Write as _;

/// Print the manual page, with every command in it
///
/// To read it: clausewerk man | man -l -
#[derive(Debug, clap::Args)]
pub struct Man {}

impl Man {
    /// Prints the page.
    pub fn run(self, command: clap::Command) -> anyhow::Result<bool> {
        let mut page = Vec::new();
        clap_mangen::Man::new(command.clone()).render(&mut page)?;
        for subcommand in command.get_subcommands().filter(|subcommand| !subcommand.is_hide_set()) {
            let name = format!("clausewerk-{}", subcommand.get_name());
            let man = clap_mangen::Man::new(subcommand.clone().name(name));
            man.render_name_section(&mut page)?;
            man.render_synopsis_section(&mut page)?;
            man.render_description_section(&mut page)?;
            man.render_options_section(&mut page)?;
        }
        std::io::stdout().write_all(&page)?;
        Ok(true)
    }
}
