//! What the build tells others than the reader.
#![allow(missing_docs, clippy::unwrap_used)]

use rstest::rstest;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use unknot::app::shell::routes::Route;
use unknot::content::CATALOG;
use unknot::content::words::{LANGUAGE, messages as t};
use unknot::site::{data, element, head, manifest, markup, style};

const MANIFEST: &str = include_str!("../public/manifest.webmanifest");
const EMBED: &str = include_str!("../public/embed.js");

#[rstest]
#[case("https://example.org", "https://example.org/")]
#[case("http://localhost:8321/a/b/", "http://localhost:8321/a/b/")]
fn a_public_address_ends_with_a_slash(#[case] given: &str, #[case] kept: &str) {
    assert_eq!(data::public_address(given).unwrap(), kept);
}

#[rstest]
fn what_is_no_public_address_is_refused_and_named(
    #[values(
        "",
        "example.org",
        "/a/",
        "ftp://example.org/",
        "https:///a/",
        "https://me@example.org/",
        "https://example.org/?a=1",
        "https://example.org/#a",
        "https://exa mple.org/"
    )]
    given: &str,
) {
    assert!(data::public_address(given).unwrap_err().contains(&format!("'{given}'")));
}

#[test]
fn the_first_page_says_what_its_description_says() {
    assert_eq!(t::HOME_LEAD, format!("{} {}", t::HOME_HOW, t::HOME_WHAT));
}

#[test]
fn nothing_stated_ends_its_own_script() {
    for route in Route::all() {
        let head = head::head(route, Some("https://example.org/a/"));
        assert_eq!(head.matches("<script").count(), head.matches("</script").count());
        assert!(!head.contains("<!--"));
    }
}

#[test]
fn every_page_has_an_address_that_leads_back_to_it() {
    for route in Route::all() {
        assert_eq!(Route::parse(&format!("/{}", route.path())), route);
    }
}

#[test]
fn the_manifest_says_what_the_words_say() {
    let made: Value = serde_json::from_str(&manifest::manifest(MANIFEST).unwrap()).unwrap();
    assert_eq!([&made["name"], &made["short_name"], &made["description"]], [t::APP_NAME, t::BRAND, t::HOME_LEAD]);
    assert_eq!([&made["lang"], &made["dir"]], [LANGUAGE.tag, LANGUAGE.direction]);
    let labels: BTreeSet<&str> =
        made["screenshots"].as_array().unwrap().iter().map(|picture| picture["label"].as_str().unwrap()).collect();
    assert_eq!(labels, BTreeSet::from([t::PICTURE_OF_START, t::PICTURE_OF_SESSION]));
    assert!(!made.to_string().contains("\"{"));
}

#[test]
fn the_shortcuts_are_the_sessions_of_the_catalog_and_an_easy_one_comes_first() {
    let made: Value = serde_json::from_str(&manifest::manifest(MANIFEST).unwrap()).unwrap();
    let found: Vec<(&str, &str)> = made["shortcuts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|shortcut| (shortcut["name"].as_str().unwrap(), shortcut["url"].as_str().unwrap()))
        .collect();
    assert_eq!(found[0].1, "./play/gentle-start/");
    assert_eq!(found[2].1, "./play/two-minute-reset/");
    let routines = CATALOG.routines.get().iter().map(|routine| (routine.name.get(), routine.id.get()));
    let sequences = CATALOG.sequences.get().iter().map(|sequence| (sequence.name.get(), sequence.id.get()));
    let expected: Vec<(&str, String)> =
        routines.chain(sequences).map(|(name, id)| (name, format!("./play/{id}/"))).collect();
    assert_eq!(found.len(), expected.len());
    assert!(expected.iter().all(|(name, url)| found.contains(&(name, url))), "{found:?}");
}

#[rstest]
#[case::no_json("{")]
#[case::a_text_that_there_is_none_of(r#"{"name": "{motto}"}"#)]
fn a_manifest_with_a_gap_is_not_made(#[case] structure: &str) {
    assert!(manifest::manifest(structure).is_err());
}

#[test]
fn the_element_says_what_the_words_say() {
    let script = element::with_texts(EMBED).unwrap();
    for text in [t::BRAND, t::NOTHING_TO_SHOW, t::OPEN_UNKNOT] {
        assert!(script.contains(&format!("{text:?}")), "{text}");
    }
    assert_eq!(script.lines().count(), EMBED.lines().count());
    assert!(element::with_texts("const OTHERS = {};").is_err());
}

#[test]
fn a_page_tells_its_language() {
    assert_eq!(markup::language(), format!("lang=\"{}\"", LANGUAGE.tag));
    let locale = LANGUAGE.locale.replace('-', "_");
    let head = head::head(Route::Home, None);
    assert!(head.contains(&format!("<meta property=\"og:locale\" content=\"{locale}\">")));
    assert!(head.contains(&format!("\"inLanguage\":\"{}\"", LANGUAGE.tag)));
}

#[rstest]
#[case::none("<p></p>")]
#[case::two("<b></b><b></b>")]
fn a_page_with_another_number_of_gaps_than_one_is_not_made(#[case] page: &str) {
    assert!(markup::filled(page, "<b></b>", "text").is_err());
}

#[test]
fn the_name_of_a_style_sheet_is_the_same_everywhere() {
    assert_eq!(style::file_name("session", "a{}"), "app-session-5f546eb4606b5c2b.css");
}

/// What follows each `mark` in some CSS, up to the end of the name.
fn names<'a>(css: &'a str, mark: &str) -> BTreeSet<&'a str> {
    let name = |rest: &'a str| {
        let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_');
        &rest[..end.unwrap_or(rest.len())]
    };
    let after = css.split(mark).skip(1).map(name);
    // Numbers such as `.5rem` are no classes.
    after.filter(|name| name.starts_with(|letter: char| letter.is_ascii_alphabetic())).collect()
}

#[test]
fn a_small_style_sheet_has_all_that_the_whole_ones_have() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let sheets = style::sheets(&folder).unwrap();
    let small = [sheets.page, sheets.session, sheets.rest, sheets.framed].concat();
    let mut whole = String::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let css = fs::read_to_string(entry.unwrap().path()).unwrap();
        for (at, part) in css.split("/*").enumerate() {
            whole.push_str(if at == 0 { part } else { part.split_once("*/").unwrap().1 });
        }
    }
    for mark in ["--", ".", "#", "@keyframes ", "@", "data-", "@container "] {
        let lost: Vec<_> = names(&whole, mark).into_iter().filter(|name| !names(&small, mark).contains(name)).collect();
        // Colours are written in their shortest form.
        let lost: Vec<_> =
            lost.into_iter().filter(|name| mark != "#" || name.chars().any(|c| !c.is_ascii_hexdigit())).collect();
        assert_eq!(lost, Vec::<&str>::new(), "after {mark}");
    }
    assert_eq!(whole.matches("light-dark(").count(), small.matches("light-dark(").count());
    assert!(!small.contains("/*") && small.len() < whole.len());
}

#[test]
fn layers_cascade_in_the_order_that_the_tokens_give_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let tokens = fs::read_to_string(folder.join("tokens.css")).unwrap();
    let (order, _) = tokens.strip_prefix("@layer ").unwrap().split_once(';').unwrap();
    let small = style::sheets(&folder).unwrap().page;
    let mut seen: Vec<&str> = Vec::new();
    for layer in small.split("@layer ").skip(1).flat_map(|rest| rest.split(['{', ';']).next().unwrap().split(',')) {
        if !seen.contains(&layer.trim()) {
            seen.push(layer.trim());
        }
    }
    assert_eq!(seen, order.split(", ").collect::<Vec<_>>());
}
