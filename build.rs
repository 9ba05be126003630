//! Reads `src/content` in the language of the build, checks it, and writes it as Rust constants. A
//! mistake in a content file fails the build and names the file and the line.

#![allow(missing_docs)]

#[path = "src/domain"]
mod domain {
    #![allow(dead_code)]
    pub mod catalog;
    #[path = "figure"]
    pub mod figure {
        pub mod pose;
    }
    pub mod routine;
    #[path = "session"]
    pub mod session {
        pub mod voice;
    }
}
#[path = "src/content/check.rs"]
mod check;
#[path = "src/content/merge.rs"]
mod merge;
#[path = "src/content/reader.rs"]
mod reader;

use domain::catalog::text::CUTS;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const CONTENT: &str = "src/content";

fn main() {
    println!("cargo:rerun-if-changed={CONTENT}");
    println!("cargo:rerun-if-env-changed=UNKNOT_LANG");
    for part in ["catalog", "figure/pose.rs", "routine", "session/voice.rs"] {
        println!("cargo:rerun-if-changed=src/domain/{part}");
    }

    if let Err(problems) = language().and_then(|language| embed(&language)) {
        for problem in &problems {
            println!("cargo:error={problem}");
        }
        std::process::exit(1);
    }
}

/// The language that `UNKNOT_LANG` names, which `words/mod.rs` hears of as `cfg(words = "…")`.
fn language() -> Result<String, Vec<String>> {
    let language = std::env::var("UNKNOT_LANG").unwrap_or_else(|_| "en".to_owned());
    let words = Path::new(CONTENT).join("words");
    let folders = fs::read_dir(&words).map_err(|error| vec![format!("{}: {error}", words.display())])?;
    let folders = folders.flatten().filter(|entry| entry.path().is_dir());
    let mut languages: Vec<String> = folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    languages.sort();
    println!("cargo:rustc-check-cfg=cfg(words, values({}))", quoted(&languages));

    let lacks = |what: &str| {
        let folder = words.join(&language);
        let how = "see \"Add a language\" in CONTRIBUTING.md";
        let there_are = quoted(&languages);
        Err(vec![format!(
            "UNKNOT_LANG is '{language}', but {} {what}: {how}. There are: {there_are}",
            folder.display()
        )])
    };
    if !languages.contains(&language) {
        return lacks("is no folder");
    }
    if !words.join(&language).join("mod.rs").is_file() {
        return lacks("has no mod.rs");
    }
    println!("cargo:rustc-cfg=words=\"{language}\"");
    Ok(language)
}

fn quoted(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    quoted.join(", ")
}

/// Writes the catalog to where `shipped.rs` includes it, and its version. For the wasm what is put
/// aside goes into tables of its own.
fn embed(language: &str) -> Result<(), Vec<String>> {
    let catalog = reader::read(Path::new(CONTENT), language)?;
    let whole = format!("{catalog:?}");
    let digest: String = Sha256::digest(&whole).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    println!("cargo:rustc-env=UNKNOT_CATALOG_VERSION={language}-{digest}");
    let out = std::env::var_os("OUT_DIR").unwrap_or_default();
    let write = |name: &str, source: &str| {
        let written = fs::write(Path::new(&out).join(name), source);
        written.map_err(|error| vec![format!("the catalog cannot be written: {error}")])
    };
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() != Ok("wasm32") {
        return write("catalog.rs", &whole);
    }
    let (source, tables) = cut(&format!("{catalog:#?}"));
    let mut poses = Vec::new();
    write("catalog.rs", &with_short_poses(&source, &mut poses))?;
    for (kind, told) in tables {
        write(&format!("{kind}.rs"), &with_short_poses(&format!("&[{}]", told.join(",")), &mut poses))?;
    }
    Ok(())
}

/// The source with a number in place of each pose's name, by its place among those `known`: nothing
/// but content tells them apart by name.
fn with_short_poses(source: &str, known: &mut Vec<String>) -> String {
    const NAMED: &str = "PoseId(\"";
    let mut parts = source.split(NAMED);
    let mut short = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('"').unwrap_or((part, ""));
        short.push_str(NAMED);
        if !name.is_empty() {
            let place = known.iter().position(|other| other == name).unwrap_or_else(|| {
                known.push(name.to_owned());
                known.len() - 1
            });
            short.push_str(&place.to_string());
        }
        short.push('"');
        short.push_str(rest);
    }
    short
}

/// Cuts out what is put aside: the source with places in its stead, and the tables by the name of
/// their type, such as `list_text`. What is the same is there once.
fn cut(source: &str) -> (String, BTreeMap<String, Vec<String>>) {
    let [begin, divide, end] = CUTS;
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut parts = source.split(begin);
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let Some((kind, (told, after))) =
            part.split_once(divide).and_then(|(kind, told)| Some((kind, told.split_once(end)?)))
        else {
            continue;
        };
        let names = kind.split(['<', '>']).filter_map(|path| path.rsplit("::").next()).filter(|name| !name.is_empty());
        let kind = names.collect::<Vec<_>>().join("_").to_lowercase();
        let table = tables.entry(kind).or_default();
        let place = table.iter().position(|other| other == told).unwrap_or_else(|| {
            table.push(told.to_owned());
            table.len() - 1
        });
        rest.push_str(&format!("Aside::at({place})"));
        rest.push_str(after);
    }
    (rest, tables)
}
