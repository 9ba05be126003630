//! What pages, scripts and other files are filled in with.

use crate::content::words::LANGUAGE;
use std::io::{self, Error, ErrorKind};

/// A text as it stands between tags or in an attribute.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// The attributes of a root element that tell its language.
pub fn language() -> String {
    let direction =
        if LANGUAGE.direction == "ltr" { String::new() } else { format!(" dir=\"{}\"", LANGUAGE.direction) };
    format!("lang=\"{}\"{direction}", LANGUAGE.tag)
}

/// The text with something in place of its one `gap`.
///
/// # Errors
/// Where there is none or more than one: a page would go out with a gap in it.
pub fn filled(text: &str, gap: &str, with: &str) -> io::Result<String> {
    match text.matches(gap).count() {
        1 => Ok(text.replacen(gap, with, 1)),
        count => Err(invalid(format!("'{gap}' must be there once and is there {count} times"))),
    }
}

/// The script with another value in the line of a constant.
///
/// # Errors
/// Where there is no such line.
pub fn with_constant(script: &str, file: &str, name: &str, value: &str) -> io::Result<String> {
    let start = format!("const {name} = ");
    let line = script
        .lines()
        .map(str::trim_start)
        .find(|line| line.starts_with(&start))
        .ok_or_else(|| invalid(format!("{file} has no line that begins with '{start}'")))?;
    Ok(script.replacen(line, &format!("{start}{value};"), 1))
}

/// That a file is not what it should be.
pub fn invalid(what: String) -> Error {
    Error::new(ErrorKind::InvalidData, what)
}
