//! How a value is stored: `{"format":1,"data":…}`, with numbered migrations from older formats.

use miniserde::json::{self, Value};
use miniserde::{Deserialize, Serialize};

/// The format this version writes.
pub const FORMAT: u32 = 1;

/// A step from one format to the next, on the `data` of the named key. `None`: it does not fit.
pub type Migration = fn(key: &str, data: Value) -> Option<Value>;

/// The step at index `n` leads from format `n + 1` to `n + 2`. Each comes with a fixture of the
/// old bytes under `tests/fixtures`.
pub const MIGRATIONS: [Migration; FORMAT as usize - 1] = [];

/// Why stored bytes could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer version of the app wrote them, in this format: never to be moved or overwritten.
    TooNew(u32),
    /// They are not what any version wrote.
    Corrupt,
}

#[derive(Serialize)]
struct Outgoing<'a, T> {
    format: u32,
    data: &'a T,
}

#[derive(Deserialize)]
struct Incoming {
    format: u32,
    data: Value,
}

#[derive(Deserialize)]
struct Present<T> {
    format: u32,
    data: T,
}

/// The bytes to store.
pub fn write<T: Serialize>(data: &T) -> String {
    json::to_string(&Outgoing { format: FORMAT, data })
}

/// Reads what is stored under a key, migrated to the present format.
///
/// # Errors
/// [`Unreadable`].
pub fn read<T: Deserialize>(key: &str, bytes: &str) -> Result<T, Unreadable> {
    // Nearly always it is of the present format, and then once over the bytes is enough.
    if let Ok(Present { format: FORMAT, data }) = json::from_str(bytes) {
        return Ok(data);
    }
    let data = migrated(key, bytes, &MIGRATIONS)?;
    json::from_str(&json::to_string(&data)).map_err(|_| Unreadable::Corrupt)
}

/// The `data` of stored bytes, brought to the format that follows the last of `migrations`.
///
/// # Errors
/// [`Unreadable`].
pub fn migrated(key: &str, bytes: &str, migrations: &[Migration]) -> Result<Value, Unreadable> {
    let Incoming { format, data } = json::from_str(bytes).map_err(|_| Unreadable::Corrupt)?;
    let present = u32::try_from(migrations.len()).unwrap_or(u32::MAX).saturating_add(1);
    if format > present {
        return Err(Unreadable::TooNew(format));
    }
    let done = usize::try_from(format).ok().and_then(|format| format.checked_sub(1)).ok_or(Unreadable::Corrupt)?;
    migrations.iter().skip(done).try_fold(data, |data, step| step(key, data)).ok_or(Unreadable::Corrupt)
}
