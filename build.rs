//! Says which folders are built into the binary, so that a change there makes it anew.

fn main() {
    for folder in ["themes/default", "i18n", "content/vocabulary"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
