//! Tells the service worker what to keep for when the network is gone: the address of each file,
//! with the SHA-256 of its bytes.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Error, ErrorKind};
use std::path::Path;

/// What nobody needs without the network: folders, and files by their full address.
const LEFT_OUT: [&str; 12] = [
    "data/",
    "embed/",
    "icons/",
    "oembed/",
    "screenshots/",
    "_headers",
    "embed.d.ts",
    "embed.js",
    "og.png",
    "robots.txt",
    "sitemap.xml",
    "sw.js",
];

/// The one page of its folder that is not shown in other sites' frames.
const BUILDER: &str = "embed/index.html";

/// How much of the hash names a version, in hexadecimal digits.
const VERSION_DIGITS: usize = 16;

/// Writes the list, and the version that it makes, into the `sw.js` of a finished site; returns how
/// many files are listed. A list that is there already is replaced.
///
/// # Errors
/// What could not be read or written, or a `sw.js` without a place for the list.
pub fn write(dist: &Path) -> io::Result<usize> {
    let mut files = BTreeMap::new();
    gather(dist, "", &mut files)?;
    let list: Vec<String> = files.iter().map(|(address, hash)| format!("[{address:?},{hash:?}]")).collect();
    let path = dist.join("sw.js");
    let worker = fs::read_to_string(&path)?;
    let worker = with_constant(&worker, "FILES", &format!("[{}]", list.join(",")))?;
    let unnamed = with_constant(&worker, "VERSION", "\"\"")?;
    // The worker's own code is part of it: two workers never share a cache.
    let version = &hash(unnamed.as_bytes())[..VERSION_DIGITS];
    fs::write(path, with_constant(&unnamed, "VERSION", &format!("{version:?}"))?)?;
    Ok(files.len())
}

/// Adds what is to be kept of a folder; `below` is the folder's address.
fn gather(folder: &Path, below: &str, files: &mut BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_str().ok_or_else(|| invalid(format!("the name of {} is not UTF-8", path.display())))?;
        let address = format!("{below}{name}");
        if path.is_dir() {
            gather(&path, &format!("{address}/"), files)?;
        } else if is_kept(&address) {
            files.insert(served_at(&address).to_owned(), hash(&fs::read(&path)?));
        }
    }
    Ok(())
}

fn is_kept(address: &str) -> bool {
    let is_left_out = LEFT_OUT
        .iter()
        .any(|left_out| address == *left_out || (left_out.ends_with('/') && address.starts_with(*left_out)));
    let is_hidden = address.split('/').any(|part| part.starts_with('.'));
    let is_packed = address.ends_with(".br") || address.ends_with(".gz");
    address == BUILDER || !(is_left_out || is_hidden || is_packed)
}

/// Servers redirect from `index.html`, and a redirected answer cannot be a page.
fn served_at(address: &str) -> &str {
    match address.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => address,
    }
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

/// The script with another value in the line of a constant.
fn with_constant(script: &str, name: &str, value: &str) -> io::Result<String> {
    let start = format!("const {name} = ");
    let line = script
        .lines()
        .find(|line| line.starts_with(&start))
        .ok_or_else(|| invalid(format!("sw.js has no line that begins with '{start}'")))?;
    Ok(script.replacen(line, &format!("{start}{value};"), 1))
}

fn invalid(what: String) -> Error {
    Error::new(ErrorKind::InvalidData, what)
}
