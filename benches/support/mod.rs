//! Generated sites: any number of vendors, each one agreement of 60 clauses in two languages.

#![allow(dead_code, reason = "each benchmark uses its own part of it")]

use std::fmt::Write as _;
use std::path::Path;

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
