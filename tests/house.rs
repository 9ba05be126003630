//! The walls of the house: which room may reach for which, and that no two files import each other
//! in a circle. It goes by what `use` lines and paths say.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Every file of `src` by its module, such as `app::shell::address`.
fn modules() -> BTreeMap<String, String> {
    fn gather(folder: &Path, module: &str, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let below = if module.is_empty() { name.clone() } else { format!("{module}::{name}") };
            if path.is_dir() {
                gather(&path, &below, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let module = if name == "mod" { module.to_owned() } else { below };
                found.insert(module, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut found);
    found
}

/// The text without comments and strings' insides, which name things that are not reached for.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The paths of ours that a file names, from the root of the crate.
fn paths(module: &str, text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let code = code(text);
    for (start, root) in [("crate::", 0), ("super::", 1), ("self::", 2)] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let mut rest = &code[at + start.len()..];
            let mut base: Vec<&str> = if module.is_empty() { Vec::new() } else { module.split("::").collect() };
            match root {
                0 => base.clear(),
                1 => {
                    base.pop();
                    while let Some(after) = rest.strip_prefix("super::") {
                        base.pop();
                        rest = after;
                    }
                }
                _ => {}
            }
            expand(&base.join("::"), rest, &mut found);
        }
    }
    found
}

/// The paths of a `use` tree: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn expand(base: &str, rest: &str, found: &mut BTreeSet<String>) {
    let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let joined = |name: &str| match (base.is_empty(), name.is_empty()) {
        (true, _) => name.to_owned(),
        (_, true) => base.to_owned(),
        _ => format!("{base}::{name}"),
    };
    let after = &rest[name.len()..];
    if let Some(deeper) = after.strip_prefix("::") {
        return expand(&joined(&name), deeper, found);
    }
    if let Some(list) = rest.strip_prefix('{') {
        let mut depth = 0;
        let mut from = 0;
        for (at, sign) in list.char_indices() {
            match sign {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                ',' | '}' if depth == 0 => {
                    let part = list[from..at].trim();
                    if !part.is_empty() {
                        expand(base, part, found);
                    }
                    from = at + 1;
                    if sign == '}' {
                        return;
                    }
                }
                _ => {}
            }
        }
        return;
    }
    found.insert(joined(&name));
}

/// The file that a path leads into: the longest beginning of it that is a module.
fn file_of(path: &str, modules: &BTreeMap<String, String>) -> Option<String> {
    let mut parts: Vec<&str> = path.split("::").collect();
    while !parts.is_empty() {
        let module = parts.join("::");
        if modules.contains_key(&module) {
            return Some(module);
        }
        parts.pop();
    }
    None
}

fn arrows() -> BTreeMap<String, BTreeSet<String>> {
    let modules = modules();
    let arrows = modules.iter().map(|(module, text)| {
        let files = paths(module, text).into_iter().filter_map(|path| file_of(&path, &modules));
        (module.clone(), files.filter(|to| to != module).collect())
    });
    arrows.collect()
}

/// Every file that a file leads to.
fn reached<'a>(from: &'a str, arrows: &'a BTreeMap<String, BTreeSet<String>>) -> BTreeSet<&'a String> {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(file) = next.pop() {
        for to in &arrows[file] {
            if seen.insert(to) {
                next.push(to);
            }
        }
    }
    seen
}

fn reaches(from: &str, allowed: &[&str]) -> Vec<String> {
    let inside = |module: &str, room: &str| module == room || module.starts_with(&format!("{room}::"));
    let mut wrong = Vec::new();
    for (module, to) in arrows().iter().filter(|(module, _)| inside(module, from)) {
        for to in to.iter().filter(|to| !allowed.iter().any(|room| inside(to, room))) {
            wrong.push(format!("{module} reaches for {to}"));
        }
    }
    wrong
}

#[test]
fn the_domain_reaches_for_nothing_of_ours_but_itself() {
    assert_eq!(reaches("domain", &["domain"]), Vec::<String>::new());
}

#[test]
fn the_domain_knows_no_browser_and_no_view() {
    for (module, text) in modules().iter().filter(|(module, _)| module.starts_with("domain")) {
        for stranger in ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo", "std::time", "SystemTime"] {
            assert!(!code(text).contains(stranger), "{module} knows {stranger}");
        }
    }
}

#[test]
fn the_browser_and_the_words_reach_for_no_page() {
    assert_eq!(reaches("platform", &["platform", "domain"]), Vec::<String>::new());
    assert_eq!(reaches("content", &["content", "domain"]), Vec::<String>::new());
}

#[test]
fn no_two_files_import_each_other_in_a_circle() {
    let arrows = arrows();
    let ties: Vec<String> = arrows
        .iter()
        .flat_map(|(from, to)| to.iter().map(move |to| (from, to)))
        .filter(|(from, to)| reached(to, &arrows).contains(*from))
        .map(|(from, to)| format!("{from} -> {to}"))
        .collect();
    assert!(ties.is_empty(), "{ties:#?}");
}

#[test]
fn a_use_tree_is_read_to_its_leaves() {
    let text = "use crate::a::{b, c::{d, self}, e::*}; // use crate::z;\nuse super::f::G;\nlet x = crate::h::i();";
    let found = paths("room::file", text);
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(found, ["a::b", "a::c::d", "a::c::self", "a::e", "h::i", "room::f::G"]);
}
