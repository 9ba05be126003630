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
}
#[path = "src/content/check.rs"]
mod check;
#[path = "src/content/merge.rs"]
mod merge;
#[path = "src/content/reader.rs"]
mod reader;

use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

const CONTENT: &str = "src/content";

fn main() {
    println!("cargo:rerun-if-changed={CONTENT}");
    println!("cargo:rerun-if-env-changed=UNKNOT_LANG");
    for part in ["catalog", "figure/pose.rs", "routine"] {
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

/// Writes the catalog to where `shipped.rs` includes it, and its version.
fn embed(language: &str) -> Result<(), Vec<String>> {
    let source = format!("{:?}", reader::read(Path::new(CONTENT), language)?);
    let digest: String = Sha256::digest(&source).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    println!("cargo:rustc-env=UNKNOT_CATALOG_VERSION={language}-{digest}");
    let out = std::env::var_os("OUT_DIR").unwrap_or_default();
    let written = fs::write(Path::new(&out).join("catalog.rs"), source);
    written.map_err(|error| vec![format!("the catalog cannot be written: {error}")])
}
