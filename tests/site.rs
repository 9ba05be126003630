//! What the build tells others than the reader.
#![allow(missing_docs, clippy::unwrap_used)]

use rstest::rstest;
use unknot::app::routes::Route;
use unknot::site::{data, head};

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
