//! Share codes: what they mean, what is refused and why, and that nothing makes them panic.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use proptest::prelude::*;
use rstest::rstest;
use support::{any_dose, cases, form, routine};
use unknot::content::CATALOG;
use unknot::domain::routine::share_code::{self, MAX_ITEMS, MAX_LENGTH, Quantity, ShareCodeError};
use unknot::domain::routine::{Item, Prescription};

fn parse(code: &str) -> Result<Vec<Item>, ShareCodeError> {
    share_code::parse(&CATALOG, code)
}

fn only_item(code: &str) -> Prescription {
    let items = parse(code).unwrap();
    let [Item::Exercise(prescription)] = items.as_slice() else { panic!("one exercise expected: {code}") };
    *prescription
}

// code, form, repetitions, hold, sets, rest.
#[rstest]
#[case::in_full("bridge.low.5r.4h.3s.60x", "low", 5, Some(4), 3, 60)]
#[case::nothing_but_an_id("bridge", "standard", 8, Some(10), 1, 30)]
#[case::the_standard_form_named("bridge.standard.9r", "standard", 9, Some(10), 1, 30)]
#[case::a_form_and_its_lower_dose("bridge.one-leg", "one-leg", 8, Some(5), 1, 30)]
#[case::hold_alone("bridge.15h", "standard", 8, Some(15), 1, 30)]
#[case::sets_without_rest("bridge.2s.0x", "standard", 8, Some(10), 2, 0)]
#[case::the_smallest("bridge.1r.1h.1s.0x", "standard", 1, Some(1), 1, 0)]
#[case::the_largest("bridge.30r.60h.5s.120x", "standard", 30, Some(60), 5, 120)]
#[case::leading_zeros("bridge.008r", "standard", 8, Some(10), 1, 30)]
fn a_valid_code_is_read(
    #[case] code: &str,
    #[case] rung: &str,
    #[case] repetitions: u16,
    #[case] hold: Option<u16>,
    #[case] sets: u16,
    #[case] rest: u16,
) {
    let (exercise, rung) = form("bridge", rung);
    assert_eq!(only_item(code), Prescription { exercise, rung, repetitions, hold, sets, rest });
}

#[test]
fn an_exercise_without_a_hold_has_none() {
    assert_eq!(only_item("cat-cow.6r").hold, None);
}

#[test]
fn the_formatter_always_writes_repetitions_and_hold_and_leaves_out_what_is_usual() {
    let written = |code: &str| routine(code).code();
    assert_eq!(written("bridge"), "bridge.8r.10h");
    assert_eq!(written("cat-cow"), "cat-cow.8r");
    assert_eq!(written("bridge.standard.8r.10h.1s.30x"), "bridge.8r.10h");
    assert_eq!(written("bridge.low.2s.60x_cat-cow"), "bridge.low.8r.3h.2s.60x_cat-cow.8r");
    let example = "pelvic-tilt.6r.3h_bird-dog.leg-only.5r.3h_bridge.2r.1h";
    assert_eq!(written(example), example);
    assert_eq!(share_code::format(&[]), "");
}

fn unknown(id: &str) -> ShareCodeError {
    ShareCodeError::UnknownExercise(id.to_owned())
}

fn unknown_rung(exercise: &'static str, rung: &str) -> ShareCodeError {
    ShareCodeError::UnknownRung { exercise, rung: rung.to_owned() }
}

fn out(exercise: &'static str, quantity: Quantity, given: &str) -> ShareCodeError {
    ShareCodeError::OutOfRange { exercise, quantity, given: given.to_owned() }
}

fn bad(exercise: &'static str, part: &str) -> ShareCodeError {
    ShareCodeError::BadPart { exercise, part: part.to_owned() }
}

#[rstest]
#[case::nothing("", ShareCodeError::Empty)]
#[case::unknown_exercise("flying.3r", unknown("flying"))]
#[case::capitals("Bridge.3r", unknown("Bridge"))]
#[case::a_space(" bridge", unknown(" bridge"))]
#[case::only_a_dot(".", unknown(""))]
#[case::only_a_joint("_", unknown(""))]
#[case::a_joint_at_the_end("bridge_", unknown(""))]
#[case::two_joints("bridge__cat-cow", unknown(""))]
#[case::the_second_item_is_wrong("bridge.3r_flying", unknown("flying"))]
#[case::unknown_rung("bridge.flying.3r", unknown_rung("bridge", "flying"))]
#[case::a_rung_of_another_exercise("cat-cow.one-leg", unknown_rung("cat-cow", "one-leg"))]
#[case::a_letter_alone("bridge.r", unknown_rung("bridge", "r"))]
#[case::no_repetitions("bridge.0r", out("bridge", Quantity::Repetitions, "0"))]
#[case::too_many_repetitions("bridge.31r", out("bridge", Quantity::Repetitions, "31"))]
#[case::far_too_many("bridge.9999r", out("bridge", Quantity::Repetitions, "9999"))]
#[case::past_any_integer("bridge.99999999999999999999r", out("bridge", Quantity::Repetitions, "99999999999999999999"))]
#[case::no_hold_seconds("bridge.0h", out("bridge", Quantity::Hold, "0"))]
#[case::too_long_a_hold("bridge.61h", out("bridge", Quantity::Hold, "61"))]
#[case::no_sets("bridge.0s", out("bridge", Quantity::Sets, "0"))]
#[case::too_many_sets("bridge.6s", out("bridge", Quantity::Sets, "6"))]
#[case::too_long_a_rest("bridge.121x", out("bridge", Quantity::Rest, "121"))]
#[case::a_hold_without_a_hold("cat-cow.3h", ShareCodeError::NoHold { exercise: "cat-cow", rung: "standard" })]
#[case::a_hold_for_a_form_without_one("dead-bug.heel-tap.3h", ShareCodeError::NoHold { exercise: "dead-bug", rung: "heel-tap" })]
#[case::a_dot_at_the_end("bridge.", bad("bridge", ""))]
#[case::two_dots("bridge..3r", bad("bridge", ""))]
#[case::a_number_alone("bridge.5", bad("bridge", "5"))]
#[case::a_letter_nobody_knows("bridge.5q", bad("bridge", "5q"))]
#[case::a_minus("bridge.-1r", bad("bridge", "-1r"))]
#[case::a_plus("bridge.+1r", bad("bridge", "+1r"))]
#[case::a_fraction("bridge.1,5r", bad("bridge", "1,5r"))]
#[case::the_same_twice("bridge.5r.5r", bad("bridge", "5r"))]
#[case::hold_before_repetitions("bridge.5h.3r", bad("bridge", "3r"))]
#[case::sets_before_hold("bridge.2s.5h", bad("bridge", "5h"))]
#[case::rest_before_sets("bridge.5x.2s", bad("bridge", "2s"))]
#[case::rung_after_a_number("bridge.5r.low", bad("bridge", "low"))]
#[case::two_rungs("bridge.low.one-leg", bad("bridge", "one-leg"))]
#[case::digits_of_another_script("bridge.٣r", bad("bridge", "٣r"))]
#[case::a_letter_of_another_script("bridge.5ŕ", bad("bridge", "5ŕ"))]
#[case::a_rung_of_another_script("bridge.мост", bad("bridge", "мост"))]
#[case::emoji("🧘.3r", unknown("🧘"))]
#[case::a_nul("\0", unknown("\0"))]
fn a_wrong_code_is_refused_and_the_error_names_what_is_wrong(#[case] code: &str, #[case] error: ShareCodeError) {
    assert_eq!(parse(code), Err(error));
}

#[test]
fn thirty_items_are_read_and_thirty_one_are_too_many() {
    let of = |count: usize| vec!["cat-cow"; count].join("_");
    assert_eq!(parse(&of(MAX_ITEMS)).map(|items| items.len()), Ok(30));
    assert_eq!(parse(&of(MAX_ITEMS + 1)), Err(ShareCodeError::TooManyItems(31)));
}

#[test]
fn two_thousand_bytes_are_looked_at_and_one_more_is_too_long() {
    let noise = "n".repeat(MAX_LENGTH);
    assert!(matches!(parse(&noise), Err(ShareCodeError::UnknownExercise(_))));
    assert_eq!(parse(&format!("{noise}n")), Err(ShareCodeError::TooLong(2_001)));
}

#[test]
fn a_hundred_kilobytes_of_noise_are_refused_at_once() {
    let noise: String = (0..100 * 1024_u32).map(|at| char::from(b'!' + (at * 7 % 90) as u8)).collect();
    assert_eq!(parse(&noise), Err(ShareCodeError::TooLong(100 * 1024)));
}

#[test]
fn an_error_repeats_only_the_beginning_of_a_long_part() {
    let Err(ShareCodeError::UnknownExercise(shown)) = parse(&"ö".repeat(500)) else { panic!("an unknown exercise") };
    assert_eq!(shown, format!("{}…", "ö".repeat(24)));
}

#[test]
fn the_largest_routine_still_fits_a_link() {
    let code = ["pelvic-tilt.into-bridge.30r.60h.5s.120x"; MAX_ITEMS].join("_");
    assert_eq!(routine(&code).code(), code);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_routine_is_written_and_read_back_as_itself(doses in prop::collection::vec(any_dose(), 1..=30)) {
        let items: Vec<Item> = doses.iter().map(|dose| dose.item()).collect();
        let code = share_code::format(&items);
        prop_assert_eq!(parse(&code), Ok(items));
    }

    #[test]
    fn any_text_at_all_is_read_or_refused_without_a_panic(text in "(?s).{0,120}") {
        let _ = parse(&text);
    }

    #[test]
    fn any_text_that_looks_like_a_code_is_written_as_it_was_meant(text in "(bridge|cat-cow|bird-dog)(\\.(low|wall|standard))?(\\.[0-9]{1,3}[rhsxq])?(\\.[0-9]{1,3}[hsx])?(_bridge)?") {
        if let Ok(items) = parse(&text) {
            prop_assert_eq!(parse(&share_code::format(&items)), Ok(items));
        }
    }

    #[test]
    fn one_changed_letter_of_a_valid_code_does_no_harm(
        dose in any_dose(),
        at in any::<prop::sample::Index>(),
        letter in any::<char>(),
    ) {
        let code: Vec<char> = share_code::format(&[dose.item()]).chars().collect();
        let mut changed = code.clone();
        changed[at.index(code.len())] = letter;
        let changed: String = changed.into_iter().collect();
        if let Ok(items) = parse(&changed) {
            prop_assert!(!items.is_empty());
        }
    }
}
