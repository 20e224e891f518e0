use super::*;
use crate::i18n::Messages;
use crate::model::*;
use crate::site::Parts;
use crate::source::Sources;
use std::sync::Arc;

#[test]
fn smoke() {
    let sources = Arc::new(Sources::built_in());
    let (messages, findings) = Messages::load(&sources);
    println!("{findings:?}");
    let corpus = Corpus {
        languages: vec![crate::i18n::Language::NL, crate::i18n::Language::EN],
        site: Site { name: "Clausewerk".into(), tagline: Default::default(), base_url: None, theme: "default".into() },
        vendors: vec![],
        vocabulary: Default::default(),
        pages: vec![],
    };
    let (world, findings) = World::new(Parts {
        corpus,
        resolved: Default::default(),
        messages: Arc::new(messages),
        sources,
        audience: crate::parse::Audience::Public,
        base_url: Some("https://x.example/sub/".into()),
        today: jiff::civil::date(2026, 11, 22),
    });
    for f in &findings {
        if let Place::Span(s) = f.place {
            println!("{} {:?}", world.sources.file(s.file).path, &world.sources.file(s.file).text()[s.range()]);
        }
        println!("{f:?}");
    }
    for (address, page) in crate::site::pages(&world) {
        match render(&world, &page) {
            Ok(bytes) => {
                if !matches!(page, Page::Asset(_) | Page::Schema(_)) {
                    println!("=== {address}\n{}", String::from_utf8_lossy(&bytes))
                }
            }
            Err(finding) => {
                println!("=== {address} {finding:?}");
                if let Place::Span(s) = finding.place {
                    println!("{} {:?}", world.sources.file(s.file).path, &world.sources.file(s.file).text()[s.range()]);
                }
            }
        }
    }
}
