//! Who publishes the site, as `clausewerk.toml` says it: what cannot be used is told and left out.

use toml::Spanned;

use super::stated::Stated;
use crate::diagnostic::{BAD_VALUE, Finding, MISSING_KEY, Span};
use crate::model::owner::{Owner, Role, SecurityTxt, Way};
use crate::parse::owner::{ContactTable, OwnerTable, SecurityTxtTable, Ways};

const EMAIL: &str = "privacy@example.org";
const PHONE: &str = "+31 30 000 00 00";
const PAGE: &str = "https://…/";

/// The owner and its contacts.
pub fn owner(stated: &mut Stated<'_>, table: OwnerTable, contact: ContactTable) -> Owner {
    let said = |words: Option<String>| words.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty());
    let website = checked(stated, "owner.website", PAGE, table.website, |written| {
        is_address(written, &["https://", "http://"]).then(|| written.to_owned())
    });
    let ContactTable { privacy, breach, objection, correction, accessibility, security, general } = contact;
    let tables = Role::ALL.into_iter().zip([privacy, breach, objection, correction, accessibility, security, general]);
    let contacts = tables.filter_map(|(role, table)| Some((role, ways(stated, role, table?)))).filter(|(_, ways)| !ways.is_empty());
    let contacts = contacts.collect();
    Owner { name: said(table.name), website, register: table.register, seat: said(table.seat), address: said(table.address), contacts }
}

/// `security.txt`, where it can be made: it must say until when it holds and whom to reach.
pub fn security_txt(stated: &mut Stated<'_>, owner: &Owner, table: Option<Spanned<SecurityTxtTable>>) -> Option<SecurityTxt> {
    let table = table?;
    let whole = Span::new(stated.file, table.span());
    let SecurityTxtTable { expires, policy, encryption, acknowledgments } = table.into_inner();
    let span = expires.as_ref().map_or(whole, |expires| Span::new(stated.file, expires.span()));
    if expires.is_none() {
        missing(stated, whole, "security-txt.expires");
    }
    let expires = stated.day("security-txt.expires", expires);
    let mut page = |key: &str, written| checked(stated, key, PAGE, written, |written| is_page(written).then(|| written.to_owned()));
    let policy = page("security-txt.policy", policy);
    let encryption = page("security-txt.encryption", encryption);
    let acknowledgments = page("security-txt.acknowledgments", acknowledgments);
    if !owner.contacts.contains_key(&Role::Security) {
        missing(stated, whole, "contact.security");
        return None;
    }
    Some(SecurityTxt { expires: expires?, policy, encryption, acknowledgments, span })
}

fn missing(stated: &mut Stated<'_>, place: Span, key: &str) {
    let file = stated.sources.file(stated.file).shown_path();
    stated.findings.push(Finding::new(MISSING_KEY, place).with("key", key).with("file", file));
}

/// The ways to reach a role; none is a mistake.
fn ways(stated: &mut Stated<'_>, role: Role, table: Spanned<Ways>) -> Vec<Way> {
    let key = |kind: &str| format!("contact.{}.{kind}", role.name());
    let whole = Span::new(stated.file, table.span());
    let Ways { email, page, phone } = table.into_inner();
    if email.is_none() && page.is_none() && phone.is_none() {
        let finding = Finding::new(BAD_VALUE, whole).with("key", format!("contact.{}", role.name()));
        stated.findings.push(finding.with("expected", "email, page, phone"));
    }
    let way = |shown: &str, uri: String| Way { shown: shown.to_owned(), uri };
    let email = checked(stated, &key("email"), EMAIL, email, |email| is_email(email).then(|| way(email, format!("mailto:{email}"))));
    let page = checked(stated, &key("page"), PAGE, page, |page| is_page(page).then(|| way(page, page.to_owned())));
    // A number is not broken over two lines.
    let phone =
        checked(stated, &key("phone"), PHONE, phone, |phone| Some(way(&phone.replace(' ', "\u{a0}"), format!("tel:{}", number(phone)?))));
    [email, page, phone].into_iter().flatten().collect()
}

/// A value that can be used; one that cannot is told.
fn checked<T>(
    stated: &mut Stated<'_>,
    key: &str,
    expected: &str,
    written: Option<Spanned<String>>,
    understood: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let written = written?;
    let found = understood(written.get_ref());
    if found.is_none() {
        let finding = Finding::new(BAD_VALUE, Span::new(stated.file, written.span()));
        stated.findings.push(finding.with("key", key).with("expected", expected));
    }
    found
}

/// Whether this is a mailbox in the plain form that needs no encoding in a `mailto:` (RFC 6068).
fn is_email(written: &str) -> bool {
    let Some((local, domain)) = written.split_once('@') else { return false };
    let is_name = |name: &str, marks: &[u8]| {
        let is_part = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || marks.contains(&byte));
        name.split('.').all(is_part)
    };
    is_name(local, b"-_+") && is_name(domain, b"-") && domain.contains('.')
}

/// Whether this is a page that can be reached safely: RFC 9116 asks for https.
fn is_page(written: &str) -> bool {
    is_address(written, &["https://"])
}

fn is_address(written: &str, schemes: &[&str]) -> bool {
    let rest = schemes.iter().find_map(|scheme| written.strip_prefix(scheme));
    let is_uri = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c);
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[') && rest.chars().all(is_uri))
}

/// An international number without what separates its digits (RFC 3966, E.164).
fn number(written: &str) -> Option<String> {
    let rest = written.strip_prefix('+')?;
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let is_plain = rest.chars().all(|c| c.is_ascii_digit() || " -.()".contains(c));
    (is_plain && (7..=15).contains(&digits.len())).then(|| format!("+{digits}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mailbox_of_a_role_is_plain() {
        for good in ["privacy@example.org", "data-protection+nl@trust.example.co.uk", "a_b.c@x.nl"] {
            assert!(is_email(good), "{good}");
        }
        for bad in
            ["", "privacy", "privacy@", "@example.org", "a@b", "a b@example.org", "mailto:a@example.org", "A <a@example.org>", "a@b@c.nl"]
        {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn a_page_is_reached_over_https() {
        assert!(is_page("https://example.org/privacy?a=b#c"));
        for bad in ["http://example.org/", "example.org", "https://", "https:///x", "https://x y", "javascript:alert(1)", "https://x/\"><b"]
        {
            assert!(!is_page(bad), "{bad}");
        }
    }

    #[test]
    fn a_number_has_its_country_code() {
        assert_eq!(number("+31 (30) 123-45.67").as_deref(), Some("+31301234567"));
        for bad in ["030 123 45 67", "+31", "+31 30 one", "+1234567890123456", "tel:+31301234567"] {
            assert_eq!(number(bad), None, "{bad}");
        }
    }
}
