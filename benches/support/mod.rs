//! Generated sites: any number of vendors, each one agreement of 60 clauses in two languages; with records, so that there are
//! comparisons, or without.

#![allow(dead_code, reason = "each benchmark uses its own part of it")]

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::{TimeVal, TimeValLike as _};

/// Articles of an agreement, and clauses in each: 60 clauses.
const ARTICLES: usize = 12;
const CLAUSES: usize = 5;

/// The files of a site, by path.
pub fn site(vendors: usize) -> Vec<(String, String)> {
    let mut files = vec![("clausewerk.toml".to_owned(), "[site]\nbase-url = \"https://trust.example.org/\"\n".to_owned())];
    for vendor in 0..vendors {
        let folder = format!("content/vendors/vendor-{vendor:04}");
        files.push((format!("{folder}/vendor.toml"), vendor_toml(vendor)));
        files.push((format!("{folder}/processing-agreement/agreement.toml"), AGREEMENT.to_owned()));
        files.push((format!("{folder}/processing-agreement/nl.md"), dutch(vendor)));
        files.push((format!("{folder}/processing-agreement/en.md"), english(vendor)));
    }
    files
}

/// The same with what makes comparisons: of each vendor every fact and every requirement of the vocabulary, and in its agreement
/// twelve security measures. Of the facts two in three are stated, as in the example; vendors differ in what they say.
pub fn recorded(vendors: usize) -> Vec<(String, String)> {
    let facts = entries(include_str!("../../content/vocabulary/facts.toml"), "fact");
    let requirements = entries(include_str!("../../content/vocabulary/requirements.toml"), "requirement");
    let measures = entries(include_str!("../../content/vocabulary/measures.toml"), "measure");
    let mut files = site(vendors);
    for vendor in 0..vendors {
        let folder = format!("content/vendors/vendor-{vendor:04}");
        let text = files.iter_mut().find(|(path, _)| *path == format!("{folder}/processing-agreement/nl.md"));
        if let Some((_, text)) = text {
            for article in 1..=ARTICLES {
                let measure = id(&measures[(vendor + article * 3) % measures.len()]);
                let clause = format!("\n{article}.1 ");
                let begin = text.find(&clause).expect("every article has a first clause") + 1;
                let end = text[begin..].find('\n').map_or(text.len(), |length| begin + length);
                text.insert_str(end, &format!(" {{measure={measure}}}"));
            }
        }
        files.push((format!("{folder}/facts.toml"), facts_toml(vendor, &facts)));
        files.push((format!("{folder}/coverage.toml"), coverage_toml(vendor, &requirements)));
    }
    files
}

fn entries(vocabulary: &str, key: &str) -> Vec<toml::Table> {
    let table: toml::Table = vocabulary.parse().expect("a vocabulary");
    let list = table.get(key).and_then(toml::Value::as_array).expect("its entries");
    list.iter().filter_map(|entry| entry.as_table().cloned()).collect()
}

fn id(entry: &toml::Table) -> &str {
    entry.get("id").and_then(toml::Value::as_str).expect("an id")
}

const EXAMINED: &str = "examined = [\"processing-agreement\"]\nverified = 2026-01-01\n";

fn facts_toml(vendor: usize, facts: &[toml::Table]) -> String {
    let mut text = EXAMINED.to_owned();
    for (place, fact) in facts.iter().enumerate() {
        let seed = vendor * 1009 + place * 7;
        if seed % 3 == 2 {
            let _ = write!(text, "\n[[fact]]\nid = \"{}\"\nstate = \"not-stated\"\n", id(fact));
            continue;
        }
        let _ = write!(
            text,
            "\n[[fact]]\nid = \"{}\"\nstate = \"stated\"\n\
             summary.nl = \"{}\"\nsummary.en = \"{}\"\n[[fact.value]]\n{}",
            id(fact),
            words(seed, 14),
            words(seed + 1, 14),
            value(fact, seed)
        );
        push_citations(&mut text, "fact", seed);
    }
    text
}

/// A value of a kind that the fact takes.
fn value(fact: &toml::Table, seed: usize) -> String {
    let kind = fact.get("kind").and_then(toml::Value::as_table).expect("a kind");
    let options = |key: &str| kind.get(key).and_then(toml::Value::as_array).filter(|list| !list.is_empty());
    let one = |list: &Vec<toml::Value>| list[seed % list.len()].clone();
    if kind.contains_key("number")
        && let Some(units) = options("unit")
    {
        let trigger = options("trigger").map(|list| format!("trigger = {}\n", one(list))).unwrap_or_default();
        return format!("number = {}\nunit = {}\n{trigger}", seed % 72 + 1, units[0]);
    }
    if let Some(list) = options("choice") {
        return format!("choice = {}\n", one(list));
    }
    if let Some(list) = options("choices") {
        return format!("choices = [{}, {}]\n", list[0], list[1 + seed % (list.len() - 1)]);
    }
    if kind.contains_key("money") {
        return format!("amount = {}.0\ncurrency = \"EUR\"\nper = \"event\"\n", (seed % 40 + 1) * 50_000);
    }
    if kind.contains_key("places") {
        return "places = [\"NL\", \"DE\"]\n".to_owned();
    }
    format!("text.nl = \"Wat er staat, variant {}\"\ntext.en = \"What it says, variant {}\"\n", seed % 9, seed % 9)
}

fn coverage_toml(vendor: usize, requirements: &[toml::Table]) -> String {
    let mut text = EXAMINED.to_owned();
    for (place, requirement) in requirements.iter().enumerate() {
        let seed = vendor * 1013 + place * 5;
        let state = ["covered", "partly", "absent", "covered"][seed % 4];
        let _ = write!(
            text,
            "\n[[requirement]]\nid = \"{}\"\nstate = \"{state}\"\n\
             reason.nl = \"{}\"\nreason.en = \"{}\"\n",
            id(requirement),
            words(seed, 24),
            words(seed + 1, 24)
        );
        if state != "absent" {
            push_citations(&mut text, "requirement", seed);
        }
    }
    text
}

/// As many words, never the same: what repeats itself would be packed smaller than what people write.
fn words(seed: usize, count: usize) -> String {
    const WORDS: &str = "verwerker persoonsgegevens verantwoordelijke schriftelijk redelijke termijn beveiliging maatregelen inbreuk melding \
        betrokkene verzoek toestemming overeenkomst bijlage subverwerker doorgifte bewaren vernietigen teruggave kosten aansprakelijk \
        vrijwaring geheimhouding medewerkers controle rapport onafhankelijk deskundige jaarlijks onverwijld passend technisch \
        organisatorisch instructie uitsluitend doeleinden categorieën wettelijk voorschrift toezichthouder bijstand informatie \
        beschikbaar gedurende looptijd beëindiging opzegging wijziging voorafgaand bezwaar dagen maanden versleuteling toegang logging \
        herstel beperkt schade opzet schuld bedrag gebeurtenis verzekering toepasselijk recht bevoegde rechter land unie";
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    // A linear congruential generator (Knuth, The Art of Computer Programming, volume 2, 3.3.4): the same words in every run.
    let mut state = (seed as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        words[(state >> 33) as usize % words.len()]
    };
    std::iter::repeat_with(next).take(count).collect::<Vec<_>>().join(" ")
}

/// One citation or two.
fn push_citations(text: &mut String, of: &str, seed: usize) {
    for citation in 0..1 + seed % 2 {
        let (article, clause) = ((seed + citation) % ARTICLES + 1, seed % CLAUSES + 1);
        let _ = write!(
            text,
            "[[{of}.citation]]\nagreement = \"processing-agreement\"\nclause = \"{article}.{clause}\"\n\
             quote = \"wat zij weet van een inbreuk op de beveiliging\"\n"
        );
    }
}

/// The time that processors have spent on the commands run so far, in seconds. Unlike the time by the clock it says much the same
/// when something else is running.
pub fn spent() -> f64 {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system counts time");
    let seconds = |time: TimeVal| Duration::from_micros(u64::try_from(time.num_microseconds()).unwrap_or(0)).as_secs_f64();
    seconds(usage.user_time()) + seconds(usage.system_time())
}

/// Writes a site to a folder.
pub fn write(files: &[(String, String)], folder: &Path) {
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("every file has a folder")).expect("the folder can be made");
        std::fs::write(path, text).expect("the file can be written");
    }
}

fn vendor_toml(vendor: usize) -> String {
    format!(
        "name = \"Vendor {vendor}\"\nlegal-name = \"Vendor {vendor} B.V.\"\nwebsite = \"not-stated\"\nseat = \"Utrecht\"\n\
         [register]\nname = \"KvK\"\nnumber = \"{vendor:08}\"\n[services]\nnl = \"Opslag\"\nen = \"Storage\"\n"
    )
}

const AGREEMENT: &str = "kind = \"processing-agreement\"\nstatus = \"offered\"\ntext = \"summary\"\naudience = \"public\"\noriginal = \"nl\"\n\
     prevailing = \"not-stated\"\nversion = \"1.0\"\nverified = 2026-01-01\n[translations.en]\nstatus = \"informative\"\n";

fn dutch(vendor: usize) -> String {
    let mut text = format!("# Verwerkersovereenkomst {vendor}\n\nDeze overeenkomst bindt Vendor {vendor} (hierna: **“Verwerker”**).\n");
    for article in 1..=ARTICLES {
        let _ = write!(text, "\n## Artikel {article}. Onderwerp {article} {{topic=breach-notification}}\n");
        for clause in 1..=CLAUSES {
            let other = (article + clause) % ARTICLES + 1;
            let _ = write!(
                text,
                "\n{article}.{clause} Verwerker meldt binnen {} uur wat zij weet van een inbreuk op de beveiliging, zoals bedoeld in artikel {other}.{clause}, \
                 en treft de maatregelen die redelijkerwijs van haar verwacht mogen worden om de gevolgen voor betrokkenen te beperken.\n",
                vendor % 72 + 1
            );
            if clause == 2 {
                text.push_str("\n- a. de aard van de inbreuk;\n- b. de gevolgen ervan;\n- c. de maatregelen.\n");
            }
        }
    }
    text
}

fn english(vendor: usize) -> String {
    let mut text = format!("# Processing agreement {vendor}\n\nThis agreement binds Vendor {vendor} (hereinafter: **“Processor”**).\n");
    for article in 1..=ARTICLES {
        let _ = write!(text, "\n## Article {article}. Subject {article}\n");
        for clause in 1..=CLAUSES {
            let other = (article + clause) % ARTICLES + 1;
            let _ = write!(
                text,
                "\n{article}.{clause} Processor reports within {} hours what it knows of a breach of security as meant in article {other}.{clause}, \
                 and takes the measures that may reasonably be expected of it to limit the consequences for data subjects.\n",
                vendor % 72 + 1
            );
            if clause == 2 {
                text.push_str("\n- a. the nature of the breach;\n- b. its consequences;\n- c. the measures.\n");
            }
        }
    }
    text
}

/// A site of one agreement in Dutch.
pub fn of_one_text(text: &str) -> Vec<(String, String)> {
    let folder = "content/vendors/acme";
    let agreement = AGREEMENT.split("[translations").next().unwrap_or_default();
    vec![
        (format!("{folder}/vendor.toml"), vendor_toml(0)),
        (format!("{folder}/dpa/agreement.toml"), agreement.to_owned()),
        (format!("{folder}/dpa/nl.md"), text.to_owned()),
    ]
}

/// An agreement that defines many terms, each by another one.
pub fn many_definitions(terms: usize) -> String {
    let mut text = "# Overeenkomst\n".to_owned();
    for term in 0..terms {
        if term % 50 == 0 {
            let _ = write!(text, "\n## Artikel {}. Begrippen\n", term / 50 + 1);
        }
        let other = (term * 7 + 3) % terms;
        let _ = write!(
            text,
            "\n{}.{} **“Begrip Nummer{term}”**: wat met Begrip Nummer{other} te maken heeft en met artikel {}.{}.\n",
            term / 50 + 1,
            term % 50 + 1,
            other / 50 + 1,
            other % 50 + 1
        );
    }
    text
}

/// An agreement with one long clause, of so many million bytes.
pub fn long_clause(megabytes: usize) -> String {
    let sentence =
        "Verwerker meldt een datalek als bedoeld in artikel 33 AVG en artikel 1.1, onder a en b, aan de klant van de Verwerker. ";
    let body = sentence.repeat(megabytes * 1_000_000 / sentence.len());
    format!("# Overeenkomst\n\nAcme (hierna: **“Verwerker”**).\n\n## Artikel 1. Lang\n\n1.1 {body}\n")
}
