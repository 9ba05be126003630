//! Reads `src/content`, checks it, and writes it as Rust constants. A mistake in a content file
//! fails the build and names the file and the line.

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
#[path = "src/content/reader.rs"]
mod reader;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

fn main() {
    println!("cargo:rerun-if-changed=src/content");
    for part in ["catalog", "figure/pose.rs", "routine"] {
        println!("cargo:rerun-if-changed=src/domain/{part}");
    }

    let catalog = match reader::read(Path::new("src/content/en"), Path::new("src/content/poses.toml")) {
        Ok(catalog) => catalog,
        Err(problems) => {
            for problem in &problems {
                println!("cargo:error={problem}");
            }
            std::process::exit(1);
        }
    };
    let source = format!("{catalog:?}");
    let mut hasher = DefaultHasher::new();
    source.hash(&mut hasher);
    println!("cargo:rustc-env=UNKNOT_CATALOG_VERSION=en-{:08x}", hasher.finish() as u32);

    let out = std::env::var_os("OUT_DIR").unwrap_or_default();
    if let Err(error) = std::fs::write(Path::new(&out).join("catalog.rs"), source) {
        println!("cargo:error=the catalog cannot be written: {error}");
    }
}
