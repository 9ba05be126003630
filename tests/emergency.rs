//! The number to call is guessed from where a device is, and never a wrong one.
#![allow(missing_docs)]

use rstest::rstest;
use std::collections::BTreeSet;
use unknot::domain::safety::emergency::{guess, zones};

#[rstest]
#[case::by_time_zone("Europe/London", "de-DE", Some(("GB", "999")))]
#[case::by_time_zone_below_another("America/Indiana/Knox", "en", Some(("US", "911")))]
#[case::whole_continent("Australia/Lord_Howe", "en-GB", Some(("AU", "000")))]
#[case::no_police("Europe/Oslo", "nb-NO", Some(("NO", "113")))]
#[case::by_language_where_the_zone_names_no_place("UTC", "en-IE", Some(("IE", "112")))]
#[case::by_language_with_a_script("Etc/UTC", "zh-Hant-TW", Some(("TW", "119")))]
#[case::no_time_zone("", "en-NZ", Some(("NZ", "111")))]
#[case::far_from_home("Asia/Bangkok", "en-US", None)]
#[case::language_of_many_countries("UTC", "en", None)]
#[case::unknown_region("UTC", "en-XX", None)]
#[case::nothing("", "", None)]
#[case::rubbish("Europe/<b>", "\u{0}-", None)]
fn a_number_is_guessed(#[case] zone: &str, #[case] language: &str, #[case] expected: Option<(&str, &str)>) {
    assert_eq!(guess(zone, language).map(|guess| (guess.country, guess.number)), expected);
}

#[test]
fn every_zone_has_one_country_and_a_number() {
    let mut seen = BTreeSet::new();
    for (zone, country) in zones() {
        assert!(seen.insert(zone), "{zone} is twice there");
        let asked = if zone.ends_with('/') { format!("{zone}Somewhere") } else { zone.to_owned() };
        let guess = guess(&asked, "").unwrap_or_else(|| panic!("{zone} has no number"));
        assert_eq!(guess.country, country, "{zone}");
        assert!(guess.number.len() >= 3 && guess.number.bytes().all(|byte| byte.is_ascii_digit()), "{zone}");
    }
}
