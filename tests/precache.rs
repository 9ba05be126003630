#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]
//! The list of what is kept for when the network is gone.

use rstest::rstest;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use unknot::site::precache;

const WORKER: &str = "// A worker.\nconst FILES = [];\nconst VERSION = \"\";\nserve(FILES);\n";
/// SHA-256 of "home", by `printf home | sha256sum`.
const HOME: &str = "4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942";

/// A site of this test's own.
struct Site(PathBuf);

impl Site {
    fn with(test: &str, files: &[&str]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("precache-{test}-{}", process::id()));
        let site = Self(folder);
        site.has("sw.js", WORKER);
        for file in files {
            site.has(file, "home");
        }
        site
    }

    fn has(&self, file: &str, text: &str) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Writes the list; returns the worker's lines.
    fn listed(&self) -> Vec<String> {
        precache::write(&self.0).unwrap();
        fs::read_to_string(self.0.join("sw.js")).unwrap().lines().map(str::to_owned).collect()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn pages_are_listed_by_the_address_of_their_folder() {
    let site =
        Site::with("pages", &["index.html", "exercises/index.html", "exercises/bird-dog/index.html", "404.html"]);
    assert_eq!(precache::write(&site.0).unwrap(), 4);
    let lines = site.listed();
    let entry = |address: &str| format!("[\"{address}\",\"{HOME}\"]");
    let list = ["", "404.html", "exercises/", "exercises/bird-dog/"].map(entry).join(",");
    assert_eq!(lines[1], format!("const FILES = [{list}];"));
    assert_eq!([&*lines[0], &*lines[3]], ["// A worker.", "serve(FILES);"], "the rest is as it was");
}

#[rstest]
#[case::kept(&["app-1.css", "icon.svg", "embed/index.html", "embedding/index.html", "data.html"], true)]
#[case::for_others(&["embed.js", "embed.d.ts", "embed/routine/a/index.html", "oembed/a.json", "data/a.json"], false)]
#[case::for_robots(&["robots.txt", "sitemap.xml"], false)]
#[case::for_servers(&["_headers", ".trunk-lock", "a/.hidden/b.css", "app-1.css.br", "app-1.css.gz"], false)]
#[case::for_other_windows(&["icons/512.png", "og.png", "screenshots/wide.png"], false)]
fn only_what_is_shown_without_the_network_is_listed(#[case] files: &[&str], #[case] kept: bool) {
    for file in files {
        let site = Site::with(&format!("{kept}-{}", file.replace('/', "-")), &[file]);
        assert_eq!(precache::write(&site.0).unwrap(), usize::from(kept), "{file}");
    }
}

#[test]
fn the_same_files_are_the_same_version_and_others_another() {
    let site = Site::with("versions", &["index.html", "about/index.html"]);
    let first = site.listed();
    assert_eq!(site.listed(), first, "writing it again changes nothing");

    site.has("index.html", "another home");
    let second = site.listed();
    assert_ne!(second[1], first[1]);
    assert_ne!(second[2], first[2]);

    site.has("index.html", "home");
    assert_eq!(site.listed(), first);

    site.has("sw.js", &format!("{WORKER}more();\n"));
    let third = site.listed();
    assert_eq!(third[1], first[1]);
    assert_ne!(third[2], first[2], "another worker is another version");
}

#[test]
fn a_worker_without_a_place_for_the_list_is_refused() {
    let site = Site::with("placeless", &["index.html"]);
    site.has("sw.js", "const VERSION = \"\";\n");
    let error = precache::write(&site.0).unwrap_err();
    assert!(error.to_string().contains("const FILES"), "{error}");
}
