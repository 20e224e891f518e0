//! Sees that files changed: the system tells, and where it does not, they are looked at.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::ModifyKind;
use notify::{Config, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::{Event, Preview, Tell};
use crate::source::{self, CONFIGURATION, Changed, FOLDERS};

/// What comes within so short a time is one change: an editor writes a file in several steps, a formatter many files.
const QUIET: Duration = Duration::from_millis(12);
/// Who never stops writing does not keep a writer from seeing what was written by then.
const AT_LAST: Duration = Duration::from_millis(400);
/// How often files are looked at where nobody tells of changes.
const LOOK: Duration = Duration::from_millis(500);
/// How often it is seen whether another day has begun, and whether the site's folder is still where it was.
const DAY: Duration = Duration::from_secs(30);

/// Has the preview read the site anew when its files change, in a thread of its own, as long as the process lives.
pub fn watch(root: &Path, tell: &Arc<Tell>, preview: Arc<Preview>) {
    let (sender, changes) = channel();
    // As the system will name it.
    let real = source::real(root);
    let watched = match Watched::of(&real, &sender) {
        Ok(watched) => Some(watched),
        Err(error) => {
            tell(Event::Polling { error: &error.to_string() });
            None
        }
    };
    let seen = source::fingerprint(&real);
    let given = root.to_owned();
    let mut watching = Watching { given, root: real, sender, changes, watched, seen, is_unsure: false, is_gone: false };
    std::thread::spawn(move || {
        loop {
            match watching.next() {
                Some(changed) => preview.read(&changed),
                // The day is read like any other change of what the site is made from.
                None if preview.is_of_yesterday() => preview.read(&Changed::Paths(BTreeSet::new())),
                None => {}
            }
        }
    });
}

/// What the system says of changes.
type Told = notify::Result<notify::Event>;

/// What the system is asked to tell of.
struct Watched {
    watcher: RecommendedWatcher,
    root: PathBuf,
}

impl Watched {
    fn of(root: &Path, sender: &Sender<Told>) -> notify::Result<Watched> {
        let sender = sender.clone();
        let told = move |event| {
            // The other end is gone only when the process ends.
            let _ = sender.send(event);
        };
        // A link may lead anywhere, so what is behind it is not watched but looked at, as far as it belongs to the site.
        let mut watcher = RecommendedWatcher::new(told, Config::default().with_follow_symlinks(false))?;
        watcher.watch(root, RecursiveMode::NonRecursive)?;
        let mut watched = Watched { watcher, root: root.to_owned() };
        watched.folders()?;
        Ok(watched)
    }

    /// The folders that are there now. One that was deleted and made again is another one.
    fn folders(&mut self) -> notify::Result<()> {
        for folder in FOLDERS.iter().map(|folder| self.root.join(folder)).filter(|folder| folder.is_dir()) {
            self.watcher.watch(&folder, RecursiveMode::Recursive)?;
        }
        Ok(())
    }
}

struct Watching {
    /// The site's folder as it was asked for: perhaps a link, which may lead elsewhere by and by.
    given: PathBuf,
    /// The folder itself.
    root: PathBuf,
    sender: Sender<Told>,
    changes: Receiver<Told>,
    watched: Option<Watched>,
    /// What the files were when they were last looked at.
    seen: source::Fingerprint,
    /// Whether the system lost events not long ago: then more of them may have been lost since, among them of folders made while
    /// others were found.
    is_unsure: bool,
    /// Whether the folder was deleted or moved away: then of the one that comes in its place nobody tells yet.
    is_gone: bool,
}

impl Watching {
    /// Waits, and says what changed; `None` if nothing did.
    fn next(&mut self) -> Option<Changed> {
        // Through a link a file may change of which nobody tells.
        let must_look = self.watched.is_none() || self.seen.has_links || self.is_gone;
        let mut paths = BTreeSet::new();
        let mut anything = match self.changes.recv_timeout(if must_look || self.is_unsure { LOOK } else { DAY }) {
            Ok(event) => self.take(event, &mut paths),
            // It is quiet again: what is there now is all there is.
            Err(RecvTimeoutError::Timeout) if std::mem::take(&mut self.is_unsure) => {
                self.watch_again();
                self.seen = source::fingerprint(&self.root);
                true
            }
            Err(_) if self.is_gone => self.comes_back(),
            Err(_) => self.goes() || must_look && self.looks_changed(),
        };
        let end = Instant::now() + AT_LAST;
        while let Ok(event) = self.changes.recv_timeout(QUIET.min(end.saturating_duration_since(Instant::now()))) {
            anything |= self.take(event, &mut paths);
        }
        if must_look && (anything || !paths.is_empty()) {
            self.seen = source::fingerprint(&self.root);
            anything = true;
        }
        if anything {
            return Some(Changed::Anything);
        }
        (!paths.is_empty()).then_some(Changed::Paths(paths))
    }

    /// Whether the folder is no longer where it was. Of one above it that was moved away nothing is told, nor of a link to it.
    fn goes(&mut self) -> bool {
        self.is_gone = source::real(&self.given) != self.root || !self.root.is_dir();
        self.is_gone
    }

    /// Whether there is a folder again, which from now on is watched.
    fn comes_back(&mut self) -> bool {
        if !self.given.is_dir() {
            return false;
        }
        self.root = source::real(&self.given);
        self.watched = Watched::of(&self.root, &self.sender).ok();
        self.seen = source::fingerprint(&self.root);
        // It may not be whole yet.
        (self.is_gone, self.is_unsure) = (false, true);
        true
    }

    fn looks_changed(&mut self) -> bool {
        let seen = source::fingerprint(&self.root);
        std::mem::replace(&mut self.seen, seen) != seen
    }

    /// Takes the paths of the site from an event; `true` if it may have been anything.
    fn take(&mut self, event: Told, paths: &mut BTreeSet<String>) -> bool {
        // What could not be told may have been anything.
        let Ok(event) = event else { return true };
        if event.need_rescan() {
            // Among it may be new folders, of which nothing would be told from now on, and links.
            self.watch_again();
            self.seen = source::fingerprint(&self.root);
            self.is_unsure = true;
            return true;
        }
        // Reading a file changes nothing.
        if matches!(event.kind, EventKind::Access(_)) {
            return false;
        }
        for path in &event.paths {
            if *path == self.root && matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))) {
                self.is_gone = true;
                return true;
            }
            let Ok(inner) = path.strip_prefix(&self.root) else { continue };
            if FOLDERS.iter().any(|folder| inner == Path::new(folder)) {
                // It may have come just now.
                self.watch_again();
            }
            if belongs(inner) {
                let Some(inner) = inner.to_str() else { return true };
                paths.insert(inner.replace(std::path::MAIN_SEPARATOR, "/"));
                // From now on there may be files of which nobody tells.
                let may_come = matches!(event.kind, EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_)));
                if may_come && !self.seen.has_links && source::may_be_elsewhere(path) {
                    self.seen = source::fingerprint(&self.root);
                }
            }
        }
        false
    }

    fn watch_again(&mut self) {
        // What cannot be watched is looked at.
        if self.watched.as_mut().is_some_and(|watched| watched.folders().is_err()) {
            self.watched = None;
        }
    }
}

/// Whether a path, relative to the site's folder, is of a file that the site is made of.
fn belongs(inner: &Path) -> bool {
    let is_ours = FOLDERS.iter().any(|folder| inner.starts_with(folder)) || inner == Path::new(CONFIGURATION);
    is_ours && !inner.iter().any(|segment| segment.to_str().is_some_and(source::is_passing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_leave_for_a_moment_is_not_the_site() {
        for path in ["content/vendors/a/vendor.toml", "themes/default/styles/own.css", "i18n/nl", "clausewerk.toml", "content"] {
            assert!(belongs(Path::new(path)), "{path}");
        }
        for path in ["public/index.html", "content/.nl.md.swp", "content/nl.md~", "content/#nl.md#", "content/.git/x", "notes.md", ""] {
            assert!(!belongs(Path::new(path)), "{path}");
        }
    }
}
