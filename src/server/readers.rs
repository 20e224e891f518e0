//! As whom a browser reads: what the author chose in the bar, as a cookie, within what the server may show.

use axum::http::{HeaderMap, header};

use crate::parse::Audience;

/// The audiences that this server may show, and how a browser says which it chose.
#[derive(Debug, Clone)]
pub struct Readers {
    /// The name of the cookie. It has the port: browsers give a cookie to every port of a host.
    cookie: String,
    /// Whom the server was started for.
    own: Audience,
    /// Nobody reads as a narrower audience than this.
    most: Audience,
}

impl Readers {
    /// On this machine alone an author may look as anybody. What others can reach never shows more than it was started for.
    pub fn new(own: Audience, is_loopback: bool, port: u16) -> Readers {
        let most = if is_loopback { Audience::Internal } else { own };
        Readers { cookie: format!("clausewerk-audience-{port}"), own, most }
    }

    /// Who one may read as, the widest audience first.
    pub fn all(&self) -> impl Iterator<Item = Audience> {
        Audience::ALL.into_iter().filter(|audience| self.most.may_see(*audience))
    }

    /// Whether whoever asks may know all that is in the files: findings quote them.
    pub fn may_know_all(&self) -> bool {
        self.most == Audience::Internal
    }

    /// As whom the browser with these headers reads. A choice that is unknown or goes too far is none.
    pub fn of(&self, headers: &HeaderMap) -> Audience {
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|cookie| cookie.trim().split_once('='));
        let chosen = pairs.find(|(name, _)| *name == self.cookie).and_then(|(_, value)| self.named(value));
        chosen.unwrap_or(self.own)
    }

    /// An audience that may be chosen, by its name.
    pub fn named(&self, name: &str) -> Option<Audience> {
        Audience::from_name(name).filter(|audience| self.most.may_see(*audience))
    }

    /// The cookie by which a browser says that it chose this audience: told to this site alone, to no script, and forgotten with
    /// the browser's session.
    pub fn choice(&self, audience: Audience, base: &str) -> String {
        format!("{}={audience}; Path={base}; SameSite=Strict; HttpOnly", self.cookie)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(readers: &Readers, cookies: &[&str]) -> Audience {
        let cookies = cookies.iter().map(|cookie| (header::COOKIE, cookie.parse().expect("a value")));
        readers.of(&cookies.collect::<HeaderMap>())
    }

    #[test]
    fn a_browser_reads_as_it_chose() {
        let readers = Readers::new(Audience::Customers, true, 1111);
        assert_eq!(asked(&readers, &[]), Audience::Customers, "whom the server was started for");
        assert_eq!(asked(&readers, &["clausewerk-audience-1111=internal"]), Audience::Internal);
        assert_eq!(asked(&readers, &["theme=dark;clausewerk-audience-1111=public; x=y"]), Audience::Public);
        assert_eq!(asked(&readers, &["theme=dark", "clausewerk-audience-1111=public"]), Audience::Public, "in two headers");
        for other in ["clausewerk-audience-2222=internal", "clausewerk-audience-1111=everyone", "clausewerk-audience-1111", "=;;=", ""] {
            assert_eq!(asked(&readers, &[other]), Audience::Customers, "{other}");
        }
        assert_eq!(
            readers.choice(Audience::Internal, "/trust/"),
            "clausewerk-audience-1111=internal; Path=/trust/; SameSite=Strict; HttpOnly"
        );
    }

    #[test]
    fn what_others_can_reach_never_shows_more_than_it_was_started_for() {
        for (own, shown) in
            [(Audience::Public, &Audience::ALL[..1]), (Audience::Customers, &Audience::ALL[..2]), (Audience::Internal, &Audience::ALL[..])]
        {
            let readers = Readers::new(own, false, 1111);
            assert_eq!(readers.all().collect::<Vec<_>>(), shown);
            for audience in Audience::ALL {
                let is_shown = shown.contains(&audience);
                assert_eq!(readers.named(audience.name()).is_some(), is_shown);
                let reads_as = asked(&readers, &[&format!("clausewerk-audience-1111={audience}")]);
                assert_eq!(reads_as, if is_shown { audience } else { own });
            }
            assert_eq!(readers.may_know_all(), own == Audience::Internal);
        }
    }
}
