//! The `clausewerk` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    clausewerk::cli::run(std::env::args_os())
}
