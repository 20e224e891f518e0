//! What was made once is not made again from the same things.
//!
//! Stages are pure, so what they make of equal inputs is equal. A preview keeps what was made of each vendor with what it was made of,
//! and asks for it with each reading; a build asks once, and keeps nothing. There is one way for both.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use super::SourceFile;

/// A thing that is the same as another only if it is that very one. What is made anew from equal things is another one; that costs
/// work, and is never wrong.
#[derive(Debug)]
pub struct Same<T: ?Sized>(pub Arc<T>);

impl<T: ?Sized> Clone for Same<T> {
    fn clone(&self) -> Self {
        Same(Arc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Files, each the very one that was read.
pub type Files = Vec<Same<SourceFile>>;

/// What was made, by a key, with what it was made of. It may be shared between threads.
#[derive(Debug)]
pub struct Remembered<K, I, V> {
    kept: Mutex<HashMap<K, Kept<I, V>>>,
}

#[derive(Debug)]
struct Kept<I, V> {
    inputs: I,
    made: Arc<V>,
    /// Whether it was asked for since the last [`Remembered::forget`].
    is_used: bool,
}

impl<K, I, V> Default for Remembered<K, I, V> {
    fn default() -> Self {
        Remembered { kept: Mutex::default() }
    }
}

impl<K: Eq + Hash, I: PartialEq, V> Remembered<K, I, V> {
    /// What is made of the inputs, from memory where these are the same as before. `inputs` must hold everything that `make` looks at.
    pub fn get(&self, key: K, inputs: I, make: impl FnOnce() -> V) -> Arc<V> {
        self.renew(key, inputs, |_| make())
    }

    /// The same, where what is made may go on from what was made before.
    pub fn renew(&self, key: K, inputs: I, make: impl FnOnce(Option<&V>) -> V) -> Arc<V> {
        let before = match self.lock().get_mut(&key) {
            Some(kept) if kept.inputs == inputs => {
                kept.is_used = true;
                return Arc::clone(&kept.made);
            }
            kept => kept.map(|kept| Arc::clone(&kept.made)),
        };
        // Made without the lock, so that others need not wait.
        let made = Arc::new(make(before.as_deref()));
        self.lock().insert(key, Kept { inputs, made: Arc::clone(&made), is_used: true });
        made
    }

    /// Forgets what nobody asked for since this was last called.
    pub fn forget(&self) {
        self.lock().retain(|_, kept| std::mem::take(&mut kept.is_used));
    }

    /// Forgets all but what has such a key.
    pub fn retain(&self, is_kept: impl Fn(&K) -> bool) {
        self.lock().retain(|key, _| is_kept(key));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<K, Kept<I, V>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_of_the_same_things_is_made_once() {
        let remembered: Remembered<&str, Same<str>, usize> = Remembered::default();
        let (one, equal) = (Same(Arc::from("text")), Same(Arc::from("text")));
        let mut made = 0;
        let mut ask = |key: &'static str, inputs: &Same<str>| {
            remembered.get(key, inputs.clone(), || {
                made += 1;
                inputs.0.len()
            });
            made
        };
        assert_eq!([ask("a", &one), ask("a", &one), ask("b", &one), ask("a", &equal), ask("a", &equal)], [1, 1, 2, 3, 3]);
        remembered.forget();
        remembered.get("a", equal.clone(), || 0);
        remembered.forget();
        assert_eq!(remembered.lock().len(), 1, "nobody asked for b");
    }
}
