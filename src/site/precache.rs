//! Tells the service worker what to keep for when the network is gone: the address of each file,
//! with the SHA-256 of its bytes.

use super::digest;
use super::markup::{invalid, with_constant};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// What nobody needs without the network: folders, and files by their full address.
const LEFT_OUT: [&str; 13] = [
    "data/",
    "embed/",
    "icons/",
    "oembed/",
    "screenshots/",
    "_headers",
    "_nginx.conf",
    "embed.d.ts",
    "embed.js",
    "og.png",
    "robots.txt",
    "sitemap.xml",
    "sw.js",
];

/// The worker, which holds the list.
const WORKER: &str = "sw.js";

/// The one page of its folder that is not shown in other sites' frames.
const BUILDER: &str = "embed/index.html";

/// Writes the list, and the version that it makes, into the `sw.js` of a finished site; returns how
/// many files are listed. A list that is there already is replaced.
///
/// # Errors
/// What could not be read or written, or a `sw.js` without a place for the list.
pub fn write(dist: &Path) -> io::Result<usize> {
    let mut files = BTreeMap::new();
    gather(dist, "", &mut files)?;
    let list: Vec<String> = files.iter().map(|(address, hash)| format!("[{address:?},{hash:?}]")).collect();
    let path = dist.join(WORKER);
    let worker = fs::read_to_string(&path)?;
    let worker = with_constant(&worker, WORKER, "FILES", &format!("[{}]", list.join(",")))?;
    let unnamed = with_constant(&worker, WORKER, "VERSION", "\"\"")?;
    // The worker's own code is part of it: two workers never share a cache.
    let version = digest::short(unnamed.as_bytes());
    fs::write(path, with_constant(&unnamed, WORKER, "VERSION", &format!("{version:?}"))?)?;
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
            files.insert(served_at(&address).to_owned(), digest::hex(&fs::read(&path)?));
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
