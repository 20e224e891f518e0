//! Says which folders are built into the binary, so that a change there makes it anew.

#[expect(clippy::disallowed_macros, reason = "this is how a build script speaks to cargo")]
fn main() {
    for folder in ["themes/default", "i18n", "content/vocabulary"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
