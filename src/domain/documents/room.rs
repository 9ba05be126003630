//! Whether there is room for what is to come, and when it is time for a copy.

use super::kind::PREFIX;
use super::shelf::{Shelf, ShelfError};

/// So many characters fit into every browser with room to spare, so nobody has to try.
const SURELY_FITS: usize = 1_500_000;
/// Where it is tried; gone at once.
const PROBE: &str = "probe";

/// Whether more than four fifths of what can be written are taken: whether a quarter of what is there does
/// not fit beside it. Browsers count differently, and what they estimate is something else, so it is tried.
pub fn is_nearly_full(shelf: &impl Shelf) -> bool {
    let mut taken = 0;
    let seen = shelf.keys().map(|keys| {
        for key in keys {
            taken += key.len() + shelf.get(&key).ok().flatten().map_or(0, |text| text.len());
        }
    });
    if seen.is_err() || taken < SURELY_FITS {
        return false;
    }
    let key = format!("{PREFIX}{PROBE}");
    let tried = shelf.set(&key, &"x".repeat(taken / 4));
    // What was not written is not there.
    let _ = shelf.remove(&key);
    tried == Err(ShelfError::Full)
}

/// Sessions after which a copy is asked for, and asked for again (ours).
const COPY_EVERY: u32 = 30;

/// How many sessions no copy holds, where it is time for one. `copied` and `put_off` are how many sessions
/// there were at the last copy, and when the person said later.
pub fn copy_is_due(sessions: u32, copied: Option<u32>, put_off: Option<u32>) -> Option<u32> {
    let since = |then: Option<u32>| sessions.saturating_sub(then.unwrap_or_default());
    (since(copied) >= COPY_EVERY && since(put_off) >= COPY_EVERY).then(|| since(copied))
}
