//! The command line. One file for each command: its arguments, its help and its work.

mod build;
mod check;
mod completions;
mod explain;
mod init;
mod man;
mod notice;
mod schema;
mod serve;
mod terminal;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use crate::i18n::Language;
use crate::model::load::normal_base_url;
use crate::parse::Audience;
use terminal::Terminal;

/// Turns processor agreements, kept as structured Markdown, into a bilingual trust center.
///
/// A site is a folder with `content/` in it: for each vendor a folder with `vendor.toml` and its agreements,
/// each with an `agreement.toml` and one Markdown file for each language.
///
/// Begin with `clausewerk init my-site`, then `clausewerk serve --root my-site`.
#[derive(Debug, Parser)]
#[command(name = "clausewerk", version, propagate_version = true, arg_required_else_help = true)]
#[command(after_help = "Exit status: 0 fine; 1 errors were found or the command failed; 2 wrong usage.")]
pub struct Cli {
    /// The folder of the site
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    root: PathBuf,

    /// The language of messages: nl or en [default: that of the terminal]
    #[arg(long, global = true, value_name = "CODE", value_parser = language)]
    language: Option<Language>,

    /// When to use colour
    #[arg(long, global = true, value_enum, default_value_t = terminal::Colour::Auto, value_name = "WHEN")]
    color: terminal::Colour,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Init),
    Build(build::Build),
    Serve(serve::Serve),
    Check(check::Check),
    Explain(explain::Explain),
    Notice(notice::Notice),
    Schema(schema::Schema),
    Completions(completions::Completions),
    Man(man::Man),
}

/// Runs a command and says how it went: 0 fine, 1 errors found or failed, 2 wrong usage.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are asked for; anything else is wrong usage.
            let status = if error.use_stderr() { 2 } else { 0 };
            let _ = error.print();
            return ExitCode::from(status);
        }
    };
    let terminal = Terminal::new(cli.color, cli.language);
    let result = match cli.command {
        Command::Init(init) => init.run(&terminal),
        Command::Build(build) => build.run(&cli.root, &terminal),
        Command::Serve(serve) => serve.run(&cli.root, &terminal),
        Command::Check(check) => check.run(&cli.root, &terminal),
        Command::Explain(explain) => explain.run(&terminal),
        Command::Notice(notice) => notice.run(&cli.root, &terminal),
        Command::Schema(schema) => schema.run(&terminal),
        Command::Completions(completions) => completions.run(&mut Cli::command()),
        Command::Man(man) => man.run(Cli::command()),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            terminal.failure(&error);
            ExitCode::from(1)
        }
    }
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).filter(|language| [Language::NL, Language::EN].contains(language)).ok_or_else(|| "nl or en".to_owned())
}

fn audience(name: &str) -> Result<Audience, String> {
    Audience::from_name(name).ok_or_else(|| format!("one of {}", Audience::ALL.map(Audience::name).join(", ")))
}

fn base_url(written: &str) -> Result<String, String> {
    normal_base_url(written)
        .ok_or_else(|| "an absolute address such as https://trust.example.org/ or https://example.org/trust/".to_owned())
}

fn day(written: &str) -> Result<jiff::civil::Date, String> {
    written.parse().map_err(|_| "a day such as 2026-11-22".to_owned())
}
