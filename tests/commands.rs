//! Transcripts of the command, as a person sees it: `TRYCMD=overwrite cargo test --test commands` writes them anew;
//! then put `[..]` where they say how long it took.

#[test]
fn transcripts() {
    trycmd::TestCases::new().env("LC_ALL", "C").env("NO_COLOR", "1").env("COLUMNS", "100").case("tests/commands/*.trycmd");
}
