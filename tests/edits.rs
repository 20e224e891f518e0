//! Whatever is edited, a preview that remembers shows what a build from nothing would, byte for byte.
//!
//! A site with a file of every kind is edited at random, step by step: words, lines, whole files and folders, right and wrong. After each
//! step only the paths of that step are read again, and what comes of it is held against the same folder read from nothing: the bytes of
//! every page, what is told, and what the guard looks for. `EDITS` says how many steps, `EDITS_SEED` which.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use clausewerk::i18n::Language;
use clausewerk::parse::Audience;
use clausewerk::report::Report;
use clausewerk::source::{Changed, Sources};
use clausewerk::{Assembled, Memory, Request, render};
use jiff::civil::date;
use rayon::prelude::*;

/// Half of the site with sub-processors, which has withheld parts of every kind.
const SITE: &str = "tests/sites/register";
const LEFT_OUT: [&str; 2] = ["content/vendors/dossierkade", "content/vendors/paylantern"];

/// A file of each kind that the site lacks.
const MORE: [(&str, &str); 10] = [
    (
        "content/pages/about/method/nl.md",
        "# Werkwijze\n\nWij lezen [elk contract](/nl/vendors/).\n\n## Intern {audience=internal}\n\nVoor onszelf.\n",
    ),
    (
        "content/pages/about/method/en.md",
        "# Method\n\nWe read [every contract](/en/vendors/heronpost/).\n\n## Internal {audience=internal}\n\nFor ourselves.\n",
    ),
    (
        "content/models/dpa/agreement.toml",
        "kind = \"processing-agreement\"\nstatus = \"model\"\ntext = \"verbatim\"\naudience = \"public\"\noriginal = \"nl\"\nprevailing = \"not-stated\"\nversion = \"1\"\n",
    ),
    (
        "content/models/dpa/nl.md",
        "# Ons model\n\n## Artikel 1. Begrippen\n\n1.1 **“Datalek”**: een inbreuk in verband met persoonsgegevens.\n\n## Artikel 2. Melden {topic=breach-notification}\n\n2.1 Verwerker meldt een Datalek als bedoeld in artikel 1.1 binnen een dag.\n",
    ),
    (
        "content/vendors/heronpost/coverage.toml",
        "examined = [\"processing-agreement\"]\nverified = 2026-11-16\n\n[[requirement]]\nid = \"gdpr-28-3-h-audits\"\nstate = \"absent\"\nreason.nl = \"Van controles is geen sprake.\"\nreason.en = \"Nothing is said of audits.\"\n",
    ),
    (
        "content/playbook.toml",
        "[[position]]\nfact = \"sub-notice\"\npriority = 1\nreason.nl = \"Wie later hoort, kan niets meer.\"\nreason.en = \"Who hears later can do nothing.\"\nask.nl = \"Twee maanden vooraf.\"\nask.en = \"Two months beforehand.\"\n\n[position.preferred]\nsays.nl = \"twee maanden\"\nsays.en = \"two months\"\nwhen = [{ unit = \"days\", at-least = 60 }]\n\n[position.acceptable]\nsays.nl = \"een maand\"\nsays.en = \"a month\"\nwhen = [{ unit = \"days\", at-least = 30 }]\n\n[position.unacceptable]\nsays.nl = \"minder\"\nsays.en = \"less\"\nwhen = [{ unit = \"days\", at-most = 29 }]\n",
    ),
    ("content/vocabulary/topics.toml", "[[topic]]\nid = \"parking\"\nname.nl = \"Parkeren\"\nname.en = \"Parking\"\n"),
    ("i18n/nl/site.ftl", "home = Begin\n"),
    ("themes/default/styles/own.css", ".own { color: red }\n"),
    ("themes/default/templates/not_found.html", "{% extends \"base.html\" %}\n"),
];

/// A linear congruential generator (Knuth, The Art of Computer Programming, volume 2, 3.3.4).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }

    fn pick<'a>(&mut self, of: &[&'a String]) -> &'a String {
        of[self.roll(of.len())]
    }
}

/// A folder with a site, and how its files were.
struct Folder {
    root: tempfile::TempDir,
    originals: BTreeMap<String, String>,
}

impl Folder {
    fn new() -> Folder {
        let mut originals = BTreeMap::new();
        gather(Path::new(SITE), Path::new(SITE), &mut originals);
        originals.retain(|path, _| !LEFT_OUT.iter().any(|folder| path.starts_with(folder)));
        originals.extend(MORE.map(|(path, text)| (path.to_owned(), text.to_owned())));
        let folder = Folder { root: tempfile::tempdir().expect("a folder"), originals };
        folder.originals.iter().for_each(|(path, text)| folder.write(path, text.as_bytes()));
        folder
    }

    fn file(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let file = self.file(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("it can be made");
        fs::write(file, bytes).expect("it can be written");
    }

    fn text(&self, path: &str) -> String {
        fs::read(self.file(path)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }

    /// Puts a file back as it was.
    fn mend(&self, path: &str) {
        self.write(path, self.originals[path].as_bytes());
    }

    /// Changes something, and says what, and which paths that concerns.
    fn edit(&self, dice: &mut Dice) -> (String, BTreeSet<String>) {
        let paths: Vec<&String> = self.originals.keys().collect();
        let spoilt: Vec<&String> = paths.iter().copied().filter(|path| self.text(path) != self.originals[*path]).collect();
        // What is wrong is mended as often as something is made wrong, or nothing could be seen through the errors.
        if !spoilt.is_empty() && dice.roll(5) < 2 {
            let path = dice.pick(&spoilt);
            self.mend(path);
            return (format!("mend {path}"), BTreeSet::from([path.clone()]));
        }
        let path = dice.pick(&paths);
        let text = self.text(path);
        let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        let at = dice.roll(lines.len());
        let other = self.text(dice.pick(&paths));
        let what = match dice.roll(12) {
            // A word more, as somebody writes: what is most often done, and reaches least.
            0..=3 => {
                lines[at] = lines[at].replacen(' ', " nader ", 1);
                "a word more"
            }
            4 => {
                lines.remove(at);
                "a line less"
            }
            5 => {
                let line = lines[at].clone();
                lines.insert(at, line);
                "a line twice"
            }
            6 => {
                lines.insert(at, other.lines().nth(dice.roll(other.lines().count())).unwrap_or_default().to_owned());
                "a line of another file"
            }
            7 => {
                lines[at] = lines[at].replacen("public", "internal", 1).replacen("customers", "public", 1);
                "another audience"
            }
            8 => {
                lines.truncate(at);
                "half"
            }
            9 => {
                fs::remove_file(self.file(path)).ok();
                return (format!("remove {path}"), BTreeSet::from([path.clone()]));
            }
            10 => {
                self.write(path, b"\xff\xfe wrong");
                return (format!("no text in {path}"), BTreeSet::from([path.clone()]));
            }
            _ => return self.move_folder(dice),
        };
        self.write(path, lines.join("\n").as_bytes());
        (format!("{what}: {path}"), BTreeSet::from([path.clone()]))
    }

    /// A vendor gets another name, and its old one back.
    fn move_folder(&self, dice: &mut Dice) -> (String, BTreeSet<String>) {
        let (here, there) = ("content/vendors/heronpost", "content/vendors/reigerpost");
        let (from, to) = if self.file(there).exists() { (there, here) } else { (here, there) };
        // What was mended meanwhile stands where it stood.
        fs::remove_dir_all(self.file(to)).ok();
        fs::rename(self.file(from), self.file(to)).ok();
        // The system tells of folders, or of what is in them.
        let told = if dice.roll(2) == 0 { [from, to].map(str::to_owned).into() } else { self.below(&[from, to]) };
        (format!("{from} becomes {to}"), told)
    }

    fn below(&self, folders: &[&str]) -> BTreeSet<String> {
        let known = self.originals.keys().filter_map(|path| path.strip_prefix("content/vendors/heronpost/"));
        known.flat_map(|inner| folders.iter().map(move |folder| format!("{folder}/{inner}"))).collect()
    }
}

fn gather(folder: &Path, root: &Path, into: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        if entry.path().is_dir() {
            gather(&entry.path(), root, into);
        } else {
            let inner = entry.path().strip_prefix(root).expect("within").to_string_lossy().replace('\\', "/");
            into.insert(inner, fs::read_to_string(entry.path()).expect("a text"));
        }
    }
}

/// Everything that can be seen of a site.
#[derive(PartialEq)]
struct Seen {
    pages: Vec<(String, Result<Vec<u8>, String>)>,
    told: String,
    withheld: usize,
    /// What the guard says of what is for others.
    guarded: Vec<String>,
}

fn seen(site: &Assembled) -> Seen {
    let report = Report::new(&site.sources, &site.messages, Language::EN);
    let pages: Vec<_> = site.pages.iter().collect();
    let rendered = pages.into_par_iter().map(|(address, page)| {
        let found = site.pages.find(address.as_str()).map(|(_, page)| page);
        assert_eq!(found, Some(page), "{address}: the list and the page agree");
        (address.to_string(), render::render(&site.world, page).map_err(|finding| report.human(&[finding], false)))
    });
    // Every word of the site, as if it were on one page.
    let all: String = site.sources.all("content/").iter().map(|file| file.0.text()).collect();
    Seen {
        pages: rendered.collect(),
        told: report.human(&site.findings, false),
        withheld: site.withheld,
        guarded: site.guard.inspect("all", all.as_bytes()).iter().map(|leak| report.human(std::slice::from_ref(leak), false)).collect(),
    }
}

/// The first difference, in words.
fn difference(kept: &Seen, clean: &Seen) -> String {
    for (kept, clean) in kept.pages.iter().zip(&clean.pages) {
        if kept != clean {
            return format!("{} is not {}, or says something else", kept.0, clean.0);
        }
    }
    format!("kept:\n{}\n{:?}\nclean:\n{}\n{:?}", kept.told, kept.guarded, clean.told, clean.guarded)
}

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(default)
}

#[test]
fn what_is_remembered_is_what_a_build_from_nothing_makes() {
    let folder = Folder::new();
    let root = folder.root.path().to_owned();
    let request = |audience| Request { root: root.clone(), audience, base_url: None, today: date(2026, 11, 22) };
    let mut dice = Dice(number("EDITS_SEED", 1));
    let memory = Memory::default();
    let (mut sources, _) = Sources::read(&root).expect("it can be read");
    let mut without_errors = 0;
    for step in 0..number("EDITS", 100) {
        let (what, paths) = if step == 0 { ("nothing".to_owned(), BTreeSet::new()) } else { folder.edit(&mut dice) };
        let (read, findings) = sources.read_again(&root, &Changed::Paths(paths)).expect("it can be read");
        sources = read;
        memory.forget(&sources);
        // Who else looks finds the same memory.
        let others: &[Audience] = [&[Audience::Public][..], &[Audience::Internal, Audience::Public], &[Audience::Customers]][dice.roll(3)];
        for audience in others {
            let kept = memory.assemble(sources.clone(), findings.clone(), &request(*audience));
            let (clean, told) = Sources::read(&root).expect("it can be read");
            let clean = clausewerk::assemble(clean, told, &request(*audience));
            let has_errors = clausewerk::diagnostic::has_errors(&clean.findings);
            without_errors += usize::from(!has_errors);
            let (kept, clean) = (seen(&kept), seen(&clean));
            assert!(step > 0 || !has_errors, "it begins without errors: {}", clean.told);
            let is_same = kept == clean && kept.pages.len() == clean.pages.len();
            assert!(is_same, "step {step}, {what}, for {audience}: {}", difference(&kept, &clean));
        }
    }
    assert!(without_errors > 0, "some of it could be served");
}
