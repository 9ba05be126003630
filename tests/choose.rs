//! Which massage may suit somebody, by what they say.
#![allow(missing_docs, clippy::unwrap_used)]

use proptest::prelude::*;
use rstest::rstest;
use unknot::content::CATALOG;
use unknot::domain::catalog::Ruling;
use unknot::domain::choose::{Answers, Point, ranked};
use unknot::domain::documents::health::Health;
use unknot::domain::safety::clearing::Clearing;

fn order(code: &str, conditions: &[&str]) -> Vec<&'static str> {
    let health =
        Health { conditions: Some(conditions.iter().map(|id| (*id).to_owned()).collect()), ..Health::default() };
    let clearing = Clearing::of(CATALOG.conditions.get(), &health);
    let rulings = |technique: &unknot::domain::catalog::Technique| -> Vec<Ruling> {
        clearing.rules_for(&technique.id, "").map(|(_, rule)| rule.does).collect()
    };
    let answers = Answers::from_code(code).unwrap();
    let ranked = ranked(CATALOG.techniques.get(), answers, |traits| *traits, rulings);
    ranked.iter().map(|ranked| ranked.technique.id.get()).collect()
}

#[rstest]
#[case::first_massage_to_relax_at_a_therapists("light.off.table.therapist.still.no.yes", &[],
    ["swedish", "myofascial-release", "deep-tissue", "trigger-point", "thai"])]
#[case::stubborn_tension_strong_and_sore_is_fine("strong.off.table.therapist.still.yes.no", &[],
    ["deep-tissue", "trigger-point", "swedish", "myofascial-release", "thai"])]
#[case::dressed_on_the_floor_and_stretched("medium.on.floor.therapist.stretch.any.no", &[],
    ["thai", "trigger-point", "swedish", "deep-tissue", "myofascial-release"])]
#[case::alone_with_tender_spots_in_a_break("strong.on.any.alone.still.yes.no", &[],
    ["trigger-point", "deep-tissue", "myofascial-release", "thai", "swedish"])]
#[case::alone_very_light_and_not_sore("light.off.any.alone.still.no.no", &[],
    ["myofascial-release", "swedish", "trigger-point", "thai", "deep-tissue"])]
#[case::who_said_nothing_gets_the_order_of_the_catalog("any.any.any.any.any.any.any", &[],
    ["swedish", "deep-tissue", "trigger-point", "myofascial-release", "thai"])]
#[case::stretched_but_with_weak_bones("medium.on.any.therapist.any.no.no", &["osteoporosis"],
    ["swedish", "myofascial-release", "thai", "trigger-point", "deep-tissue"])]
#[case::cannot_get_to_the_floor("any.on.any.therapist.any.any.any", &["no-floor"],
    ["trigger-point", "swedish", "deep-tissue", "myofascial-release", "thai"])]
fn techniques_are_ranked_by_what_somebody_says(
    #[case] code: &str,
    #[case] conditions: &[&str],
    #[case] expected: [&str; 5],
) {
    assert_eq!(order(code, conditions), expected);
}

#[test]
fn reasons_are_told_of_what_was_asked_for_and_of_nothing_else() {
    let answers = Answers::from_code("light.on.any.any.any.no.yes").unwrap();
    let ranked = ranked(CATALOG.techniques.get(), answers, |traits| *traits, |_| Vec::new());
    let swedish = ranked.iter().find(|ranked| &*ranked.technique.id == "swedish").unwrap();
    let fits: Vec<bool> = swedish.points.iter().map(|point| point.is_for()).collect();
    assert_eq!(fits, [true, true, true, false], "what speaks for it comes first");
    assert!(swedish.points.contains(&Point::First));
    let nothing = ranked_of_nothing();
    assert!(nothing.iter().all(|ranked| ranked.points.is_empty()));
}

fn ranked_of_nothing() -> Vec<unknot::domain::choose::Ranked> {
    ranked(CATALOG.techniques.get(), Answers::default(), |traits| *traits, |_| Vec::new())
}

#[rstest]
#[case("")]
#[case("light")]
#[case("light.on.floor.alone.still.yes.no.more")]
#[case("light.on.floor.alone.still.yes.<b>")]
#[case("LIGHT.on.floor.alone.still.yes.no")]
fn what_an_address_carries_is_seven_words_of_ours_or_nothing(#[case] code: &str) {
    assert_eq!(Answers::from_code(code), None);
}

proptest! {
    #[test]
    fn answers_come_back_as_they_were(
        pressure in "any|light|medium|strong", clothes in "any|on|off", surface in "any|floor|table",
        giver in "any|alone|partner|therapist", manner in "any|stretch|still", soreness in "any|yes|no", first in "any|yes|no",
    ) {
        let code = [pressure, clothes, surface, giver, manner, soreness, first].join(".");
        let answers = Answers::from_code(&code).unwrap();
        prop_assert_eq!(answers.to_code(), code.clone());
        let all = ranked(CATALOG.techniques.get(), answers, |traits| *traits, |_| Vec::new());
        prop_assert_eq!(all.len(), 5);
    }

    #[test]
    fn any_text_in_an_address_breaks_nothing(code in ".{0,80}") {
        let _ = Answers::from_code(&code);
    }
}
