//! The style sheets: joined, made small, named after their bytes.

use super::digest;
use super::markup::invalid;
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use std::fs;
use std::io;
use std::path::Path;

/// Style sheets in the order of their cascade layers; those of components follow.
const FIRST_SHEETS: [&str; 2] = ["tokens.css", "base.css"];

/// What shows only once the app runs.
const LATER: [&str; 3] = ["later.css", "stage.css", "summary.css"];

/// What only a few pages need, which name it in their head.
const REST: [&str; 1] = ["rest.css"];

/// What only pages in frames of other sites need.
const FRAMED: [&str; 1] = ["framed.css"];

/// The style sheets of the site.
#[derive(Debug)]
pub struct Sheets {
    /// What any page needs to be seen as it is meant. Each page holds it.
    pub page: String,
    /// A session's, with what stands before it; no other page waits for it.
    pub session: String,
    /// That of a few pages, none of which runs a session.
    pub rest: String,
    /// That of framed pages.
    pub framed: String,
}

/// The style sheets of a folder.
///
/// # Errors
/// What could not be read, or is not valid CSS.
pub fn sheets(from: &Path) -> io::Result<Sheets> {
    let mut names: Vec<String> = fs::read_dir(from)?
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".css"))
        .filter(|name| ![&FIRST_SHEETS[..], &LATER, &REST, &FRAMED].concat().contains(&name.as_str()))
        .collect();
    names.sort();
    let page: Vec<&str> = FIRST_SHEETS.into_iter().chain(names.iter().map(String::as_str)).collect();
    let [page, session, rest, framed] = [&page[..], &LATER, &REST, &FRAMED].map(|names| joined(from, names));
    Ok(Sheets { page: page?, session: session?, rest: rest?, framed: framed? })
}

fn joined(from: &Path, names: &[&str]) -> io::Result<String> {
    let mut css = String::new();
    for name in names {
        css.push_str(&fs::read_to_string(from.join(name))?);
    }
    small(&css)
}

/// The same rules in fewer bytes. No browsers are named, so nothing is rewritten for old ones:
/// layers, nesting and `light-dark()` stay what they are.
fn small(css: &str) -> io::Result<String> {
    let wrong = |error: &dyn std::fmt::Display| invalid(format!("the style sheets: {error}"));
    let mut sheet = StyleSheet::parse(css, ParserOptions::default()).map_err(|error| wrong(&error))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| wrong(&error))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| wrong(&error))?.code)
}

/// The name of a style sheet's file: whoever has it has these very bytes.
pub fn file_name(kind: &str, css: &str) -> String {
    format!("app-{kind}-{}.css", digest::short(css.as_bytes()))
}
