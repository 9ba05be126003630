//! How a value is stored: `{"format":1,"data":…}`, with numbered migrations from older formats.

use super::kind::{Kind, Migration};
use super::raw;
use miniserde::json::{self, Value};
use miniserde::{Deserialize, Serialize};

/// Why stored bytes could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer version of the app wrote them, in this format: never to be moved or overwritten.
    TooNew(u32),
    /// They are not what any version wrote.
    Corrupt,
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

/// The bytes to store for `data` that is JSON already.
pub fn seal(kind: &Kind, data: &str) -> String {
    format!("{{\"format\":{},\"data\":{data}}}", kind.format())
}

/// The bytes to store.
pub fn write<T: Serialize>(kind: &Kind, data: &T) -> String {
    seal(kind, &json::to_string(data))
}

/// The data of well-formed bytes, if they are of a format that is read as it stands.
pub fn data_of<'a>(kind: &Kind, bytes: &'a str) -> Option<&'a str> {
    let format = raw::member(bytes, "format")?.parse().ok()?;
    if kind.reads(format) { raw::member(bytes, "data") } else { None }
}

/// Reads what is stored of a kind, migrated to its present format.
///
/// # Errors
/// [`Unreadable`].
pub fn read<T: Deserialize>(kind: &Kind, bytes: &str) -> Result<T, Unreadable> {
    // Nearly always nothing has to be brought up to date, and then once over the bytes is enough.
    let present = |bytes: &str| {
        let Present { format, data } = json::from_str(bytes).ok()?;
        kind.reads(format).then_some(data)
    };
    if let Some(data) = present(bytes) {
        return Ok(data);
    }
    present(&up_to_date(kind, bytes)?).ok_or(Unreadable::Corrupt)
}

fn up_to_date(kind: &Kind, bytes: &str) -> Result<String, Unreadable> {
    Ok(write(kind, &migrated(bytes, kind.migrations)?))
}

/// The `data` of stored bytes, brought to the format that follows the last of `migrations`.
///
/// # Errors
/// [`Unreadable`].
pub fn migrated(bytes: &str, migrations: &[Migration]) -> Result<Value, Unreadable> {
    let Incoming { format, data } = json::from_str(bytes).map_err(|_| Unreadable::Corrupt)?;
    let present = u32::try_from(migrations.len()).unwrap_or(u32::MAX).saturating_add(1);
    if format > present {
        return Err(Unreadable::TooNew(format));
    }
    let done = usize::try_from(format).ok().and_then(|format| format.checked_sub(1)).ok_or(Unreadable::Corrupt)?;
    migrations.iter().skip(done).try_fold(data, |data, step| step(data)).ok_or(Unreadable::Corrupt)
}
